"""All evidence of a document weighed: which spans are entities, with which label and canonical name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from pipeline.entities.broken import broken_names
from pipeline.entities.context import appositions, unknown_names
from pipeline.entities.extended import (
    articles,
    bodies_of_officers,
    bodies_of_provinces,
    by_shape,
    ceremonies,
    channels,
    clubs_met,
    counted,
    divisions,
    ends_of_lines,
    facilities,
    flights,
    followed_by_kind,
    languages,
    national_teams,
    plants,
    prizes,
    products,
    railways,
    states_of_old,
    streets,
    temples,
    towns_at_play,
    townships,
)
from pipeline.entities.known import (
    administrations,
    affiliates,
    currencies,
    districts,
    known,
    listed_on,
    states,
    villages,
)
from pipeline.entities.latin import (
    acronyms,
    domains,
    explained,
    latin_names,
    with_initials,
    with_initials_in_latin,
    with_latin,
    written_in_latin,
)
from pipeline.entities.memory import (
    Memory,
    by_surname,
    clans,
    dynasties,
    glosses,
    is_kept_back,
    learn_names,
    recalled,
    unnumbered,
)
from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.person import (
    anonymous,
    by_other_names,
    glued_to_title,
    holders,
    kings,
    ladies,
    named_in_hanja,
    officers,
    persons,
    rulers,
    seats,
    with_hanja,
    with_pen_name,
)
from pipeline.entities.places import beside_places, old_towns, quarters, renamed_towns
from pipeline.entities.quantity import ages, quantities
from pipeline.entities.shape import (
    clubs,
    codes,
    complexes,
    kinds,
    leagues,
    lone_with_year,
    numbered,
    parties,
    risings,
    series,
    vessels,
    with_year,
)
from pipeline.entities.vocabulary import words
from pipeline.entities.works import honours, laws, titles
from pipeline.model import Entity, Timex, Trial
from pipeline.reading import Reading

# Between candidates of the same length the earlier kind of evidence wins; a quantity yields to any name.
PRECEDENCE = (
    "title marks",
    "quoted title",
    "name with year",
    "ceremony",
    "club by its town",
    "bracketed name",
    "firm and office",
    "document memory",
    "gazetteer",
    "short state",
    "affiliate",
    "prize",
    "article",
    "national team",
    "kind behind",
    "state of old",
    "series",
    "kind",
    "broken name",
    "code",
    "acronym",
    "Latin name",
    "law",
    "Korean name",
    "given name",
    "name and title",
    "surname and title",
    "foreign full name",
    "context",
    "repeated name",
    "quantity",
    "age in brackets",
)
_MAY_HOLD_TIME = frozenset({"title marks", "quoted title", "name with year"})
_YIELDING = 1000  # longer than any name


class _Ranks(dict[str, int]):
    """The rank of a rule; one with its kind noun behind it (``kind: 위원회``) has that of its kind of evidence."""

    def __missing__(self, rule: str) -> int:
        kind, colon, _ = rule.partition(":")
        if not colon:
            raise KeyError(rule)
        self[rule] = self[kind]
        return self[rule]


_RANK = _Ranks((rule, rank) for rank, rule in enumerate(PRECEDENCE))


def find_entities(reading: Reading, times: Sequence[Timex], trials: list[Trial] | None = None) -> list[Entity]:
    """Finds the named things and quantities of a document (guideline §3).

    Args:
        reading: the document; offsets of the result count ``reading.text``.
        times: its times; no entity coincides with one.
        trials: gets a record for each candidate, for ``yeonpyo explain``.

    Returns:
        Entities in the order of the text, none inside another, none across a sentence's end.

    Example:
        ``소련은 스푸트니크 1호를 발사했다`` has ``소련`` LC (소비에트 연방) and ``스푸트니크 1호`` AF.
    """
    passage = Passage(reading, times)
    contest = _Contest(passage)
    contest.enter(_candidates(passage))
    labels = _labels(passage, contest.chosen())
    unknown = list(unknown_names(passage, labels))
    contest.enter([*unknown, *appositions(passage, labels), *administrations(passage, unknown)])
    chosen = contest.chosen()
    memory = Memory()
    contest.enter([*ages(passage, chosen), *glosses(passage, chosen, memory)])
    learn_names(passage, chosen, memory)
    contest.enter([*recalled(passage, memory), *by_surname(passage, memory), *dynasties(passage, chosen)])
    contest.drop(lambda c: c.label == "PS" and c.end - c.start > 1 and _is_body_with_particle(passage, c, memory))
    return [_entity(passage, c, memory) for c in contest.chosen(trials)]


def _is_body_with_particle(passage: Passage, candidate: Candidate, memory: Memory) -> bool:
    """Whether what looks like a person is a body that the document has named, with its particle: ``금양이`` of 금양."""
    surface = passage.text[candidate.start : candidate.end]
    known = memory.short.get(surface[:-1])
    return surface[-1] in "이가은는을를" and known is not None and known[0] == "OG"


def _candidates(passage: Passage) -> list[Candidate]:
    """What gazetteers, shapes and titles propose; later evidence builds on what is chosen of it."""
    listed = [*known(passage), *states(passage)]
    listed += listed_on(passage, listed)
    found = [*listed, *kinds(passage), *series(passage), *codes(passage), *quantities(passage)]
    found += [
        *titles(passage),
        *honours(passage),
        *laws(passage),
        *anonymous(passage),
        *ladies(passage),
        *rulers(passage),
        *kings(passage),
        *glued_to_title(passage),
        *officers(passage),
        *seats(passage),
        *holders(passage, listed),
        *clans(passage),
        *with_hanja(passage),
        *named_in_hanja(passage),
        *by_other_names(passage),
        *with_latin(passage),
        *with_initials(passage),
        *with_initials_in_latin(passage),
    ]
    found += [
        *currencies(passage),
        *districts(passage),
        *villages(passage),
        *risings(passage),
        *clubs(passage),
        *parties(passage),
        *vessels(passage),
        *complexes(passage),
        *numbered(passage),
        *leagues(passage),
        *languages(passage),
        *acronyms(passage),
        *explained(passage),
        *latin_names(passage),
        *written_in_latin(passage),
        *domains(passage),
        *products(passage, listed),
    ]
    found += [
        *with_year(passage, found),
        *lone_with_year(passage),
        *affiliates(passage, listed),
        *divisions(passage, found),
        *states_of_old(passage, listed),
        *followed_by_kind(passage, listed),
        *national_teams(passage, listed),
        *towns_at_play(passage, listed),
        *prizes(passage, found),
        *articles(passage, found),
        *counted(passage, found),
        *flights(passage, listed),
        *plants(passage, listed),
        *railways(passage),
        *streets(passage),
        *facilities(passage, listed),
        *ends_of_lines(passage, listed),
        *temples(passage),
        *old_towns(passage),
        *renamed_towns(passage),
        *quarters(passage),
        *beside_places(passage, listed),
        *ceremonies(passage, found),
        *channels(passage),
        *by_shape(passage),
        *bodies_of_provinces(passage, listed),
        *clubs_met(passage),
        *townships(passage, found),
    ]
    found += persons(passage, _indices(passage, (c for c in listed if not _may_be_person(passage, c))))
    found += bodies_of_officers(passage, found)
    found += [*with_pen_name(passage, found), *administrations(passage, found)]
    found += broken_names(passage, found)
    return [c for c in found if c.label != "PS" or not _counts_reign(passage.text, c)]


_REIGN = re.compile(r" ?\d{1,2}년?[)）]")


def _counts_reign(text: str, candidate: Candidate) -> bool:
    """Whether a ruler in brackets only tells the year of his reign: ``1258년(고종 45)``."""
    return text[candidate.start - 1 : candidate.start] in ("(", "（") and bool(_REIGN.match(text, candidate.end))


def _may_be_person(passage: Passage, candidate: Candidate) -> bool:
    """Whether a listed name can begin a person's: a person's own, or a place that is a given name, too (``블라디미르``)."""
    return candidate.label == "PS" or passage.text[candidate.start : candidate.end] in words("given_names.csv")


def _indices(passage: Passage, candidates: Iterable[Candidate]) -> set[int]:
    """Indices of the morphemes in the candidates."""
    return {i for candidate in candidates for i in passage.indices(candidate.start, candidate.end)}


def _labels(passage: Passage, chosen: Iterable[Candidate]) -> dict[int, str]:
    """The label of each morpheme in a chosen candidate."""
    return {i: candidate.label for candidate in chosen for i in passage.indices(candidate.start, candidate.end)}


class _Contest:
    """All candidates so far, in the order in which they are tried: the longest first, then by the rank of their evidence."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.entered: set[Candidate] = set()
        self.ranked: list[tuple[int, int, int, Candidate]] = []

    def enter(self, candidates: Iterable[Candidate]) -> None:
        """Adds candidates to those that there are."""
        new = dict.fromkeys(c for c in candidates if c not in self.entered)
        self.entered.update(new)
        self.ranked += [(*_order(candidate), candidate) for candidate in new]
        self.ranked.sort()

    def drop(self, unfit: Callable[[Candidate], bool]) -> None:
        """Takes out the candidates that later evidence shows to be none."""
        self.ranked = [entry for entry in self.ranked if not unfit(entry[3])]

    def chosen(self, trials: list[Trial] | None = None) -> list[Candidate]:
        """The longest candidates that do not overlap; between equals the precedence of their evidence decides."""
        passage = self.passage
        taken = bytearray(len(passage.text) + 1)
        for start, end in passage.times:
            taken[start:end] = b"t" * (end - start)
        chosen = []
        for _, _, _, candidate in self.ranked:
            start, end = candidate[:2]
            piece = taken[start:end]
            free = (not piece.strip(_FREE) or _holds_time(candidate, piece)) and not passage.crosses_sentence(
                start, end
            )
            if free:
                taken[start:end] = b"e" * (end - start)
                chosen.append(candidate)
            if trials is not None:
                why = "" if free else "a longer or surer name, or a time, stands there"
                outcome = "fired" if free else "superseded"
                trials.append(Trial("entities", candidate.rule, start, end, passage.text[start:end], outcome, why))
        return sorted(chosen)


_FREE = b"\0"


def _holds_time(candidate: Candidate, piece: bytearray) -> bool:
    """Whether where a candidate is there is only a time, and one that its label allows.

    A happening may hold the year of its name, a title any time; nothing else shares characters with one.
    """
    may = candidate.label == "EV" or candidate.rule in _MAY_HOLD_TIME
    return may and b"e" not in piece and 0 in piece


def _order(candidate: Candidate) -> tuple[int, int, int]:
    start, end, label, rule, _ = candidate
    return start - end if label != "QT" else start - end + _YIELDING, _RANK[rule], start


def _respaced(passage: Passage, candidate: Candidate) -> str:
    """A name with the blanks that its text has lost, where the analyser knows it: ``마이클 키튼`` of ``마이클키튼``."""
    text = passage.text[candidate.start : candidate.end]
    whole = passage.indices(candidate.start, candidate.end)
    spelled = passage.spelled(whole[0]) if len(whole) == 1 else text
    return spelled if spelled.replace(" ", "") == text.replace(" ", "") else text


def _entity(passage: Passage, candidate: Candidate, memory: Memory) -> Entity:
    kept_back = is_kept_back(passage, candidate)
    if kept_back:
        candidate = candidate._replace(end=passage.text.index("모", candidate.end) + 1)  # 김모 씨, 이 모(44)씨
    text = passage.text[candidate.start : candidate.end]
    name = candidate.name
    if kept_back:
        name = text  # nobody whom the document names
    elif candidate.rule == "surname and title":
        name = memory.bearer(text, candidate.start)
    elif candidate.label in ("OG", "LC") and text in memory.clubs:
        name = memory.clubs[text]
    if not name:
        listed = passage.names.get(text)
        known_short = memory.short.get(text)
        short = known_short[1] if known_short and known_short[0] == candidate.label else ""
        name = listed.name if listed else short or _respaced(passage, candidate)
    if candidate.label == "CV":
        name = unnumbered(name)
    return Entity(candidate.start, candidate.end, text, candidate.label, name, candidate.rule)
