"""Attaches times to what they govern (guideline §4).

A time governs the predicate of its own clause; a prenominal clause that follows at once is its own, unless a topic or
a pause parts them. A time that only heads a noun dates the noun. In a cleft (``발사한 것은 1926년``) it governs what is
left of it. Each choice has a name, which the event carries as its rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.events.clauses import Clause, Parse
from pipeline.events.units import Phrase, Predicate, Unit
from pipeline.events.vocabulary import Vocabulary
from pipeline.model import Timex
from pipeline.timex.value import edtf

_RANGE = re.compile(r"\s*(?:부터|에서부터|에서|~|∼|〜|～|-|–|—|−|내지)\s*")
_LIST = re.compile(r"\s*(?:과|와|,|，|·|및|또는|이나|나|그리고|하고|/)\s*(?:그리고\s*)?")
_SAME = re.compile(r"\s*(?:인|이자|이던|였던|,?\s*즉|의)\s*,?\s*")


@dataclass(slots=True)
class TimeGroup:
    """One or more times that stand together, as places in the row ``first``…``last``.

    ``dates`` are EDTF: one for a single time or an interval, several for a list.
    """

    times: list[Timex]
    dates: list[str]
    first: int
    last: int
    particle: str
    pause: bool

    @property
    def start(self) -> int:
        """Where its first time begins."""
        return self.times[0].start


@dataclass(slots=True)
class Governed:
    """What a time governs: a clause, or a noun phrase by itself; with the EDTF date and the rule that decided."""

    target: Clause | Phrase
    group: TimeGroup
    date: str
    rule: str
    shared: bool = False


def groups(parse: Parse, text: str) -> list[TimeGroup]:
    """The times of a row that can date something; ranges, lists and appositions are taken together."""
    found: list[TimeGroup] = []
    for index, unit in enumerate(parse.units):
        if not isinstance(unit, Phrase) or unit.time is None or unit.time.type not in ("DATE", "TIME"):
            continue
        date = edtf(unit.time)
        if date is None or not re.search(r"\d", date):
            continue
        if found and _join(found[-1], unit, date, index, text[found[-1].times[-1].end : unit.time.start]):
            continue
        found.append(TimeGroup([unit.time], [date], index, index, unit.particle, unit.pause))
    for earlier, later in zip(found, found[1:], strict=False):
        _refine(earlier, later, parse)
    return found


def _refine(earlier: TimeGroup, later: TimeGroup, parse: Parse) -> None:
    """The year inside an event's name says no more than a fuller date before it."""
    after = parse.units[later.last + 1] if later.last + 1 < len(parse.units) else None
    named = isinstance(after, Phrase) and after.start <= later.start
    if named and len(earlier.dates) == len(later.dates) == 1 and earlier.dates[0].startswith(later.dates[0]):
        later.dates = list(earlier.dates)


def _join(group: TimeGroup, unit: Phrase, date: str, index: int, between: str) -> bool:
    assert unit.time is not None
    if (
        group.particle
        and not _RANGE.fullmatch(between)
        and not _LIST.fullmatch(between)
        and not between.strip() == "의"
    ):
        return False
    if _RANGE.fullmatch(between):
        group.dates[-1:] = [_interval(group.dates[-1], date)]
        particle = unit.particle if not unit.particle.startswith("까지") else ""
    elif _LIST.fullmatch(between) and group.times[-1].type == unit.time.type:
        group.dates.append(date)
        particle = unit.particle
    elif _SAME.fullmatch(between):
        if "의" in between and group.times[-1].value[:4] != unit.time.value[:4]:
            return False
        group.dates[-1:] = [date]
        particle = unit.particle
    else:
        return False
    group.times.append(unit.time)
    group.last, group.particle, group.pause = index, particle, unit.pause
    return True


def _interval(first: str, last: str) -> str:
    first, last = first.rstrip("~"), last.rstrip("~")
    begin, end = first.split("/")[0], last.split("/")[-1]
    return begin if begin == end else f"{begin}/{end}"


def attach(parse: Parse, text: str, words: Vocabulary) -> list[Governed]:
    """What each time of the row governs, in the order of the times."""
    found = groups(parse, text)
    governed: list[Governed] = []
    for number, group in enumerate(found):
        later = found[number + 1 :]
        for target, rule, shared in _targets(parse, group, later, words, text):
            governed += [Governed(target, group, date, rule, shared) for date in _dates(group, target, words)]
    return governed


def _dates(group: TimeGroup, target: Clause | Phrase, words: Vocabulary) -> Iterator[str]:
    """The dates of a group as its particle turns them: 까지 → ../D, 이후 → D/.., 부터 → D/.. of what goes on."""
    for date in group.dates:
        if "/" in date or group.particle.startswith(("의", "당시", "현재")):
            yield date
        elif group.particle.startswith("까지"):
            yield f"../{date}"
        elif group.particle.startswith(("이후", "이래")) or (
            group.particle.startswith("부터") and _goes_on(target, words)
        ):
            yield f"{date}/.."
        elif group.particle.startswith("이전"):
            yield f"../{date}"
        else:
            yield date


_MOMENTARY = frozenset(("START", "FOUNDING", "BIRTH", "DEATH", "APPOINTMENT", "LAUNCH"))


def _goes_on(target: Clause | Phrase, words: Vocabulary) -> bool:
    """Whether 부터 opens a stretch: not for a beginning, whose day it names (``1942년부터 시작되었다``)."""
    if isinstance(target, Phrase):
        return True
    noun = target.predicate.noun
    kind = words.event_noun(noun.form) if noun else words.verbs.get(target.predicate.lemma)
    return (kind is None or kind.name not in _MOMENTARY) and "시작" not in target.predicate.frames


def _targets(
    parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary, text: str
) -> Iterator[tuple[Clause | Phrase, str, bool]]:
    if group.particle.startswith(("현재", "기준")) or _is_in_passing(parse, group):
        return
    cleft = _cleft(parse, group, words)
    if cleft is not None:
        yield cleft, "cleft", False
        return
    noun, alone = _headed_noun(parse, group, words)
    if noun is not None and alone is not None:
        yield noun, "head_noun", False
    if alone:
        return
    own = _own_clause(parse, group, later, words)
    if own is None:
        if noun is not None and alone is None:
            yield noun, "head_noun", False
        return
    target, rule = own
    yield target, rule, False
    if isinstance(target, Clause) and not target.nested and _at_head(parse, group, words):
        for shared in _sharing(parse, target, later, words, text):
            yield shared, "shared_time", True


def _is_in_passing(parse: Parse, group: TimeGroup) -> bool:
    """A year inside an event's name dates only what happened there: the name must be marked with 에서 or 당시."""
    after = parse.units[group.last + 1] if group.last + 1 < len(parse.units) else None
    if not isinstance(after, Phrase) or after.start > group.start:
        return False
    place = after.particle.startswith(("에서", "에", "이", "가", "을", "를", "은", "는"))
    return not (after.entity and place) and not any(a.form in _CIRCUMSTANCE | _FOLLOWING for a in after.atoms[-1:])


def _cleft(parse: Parse, group: TimeGroup, words: Vocabulary) -> Clause | None:
    """``발사한 것은 1926년, …였다``; ``저공비행을 한 최초의 우주선은 1962년 12월 14일, …였다``: the clause before the topic."""
    place = group.first - 1
    before = parse.units[place] if place >= 0 else None
    if not isinstance(before, Phrase) or not before.topic:
        return None
    rest = [u for u in parse.units[group.last + 1 :] if isinstance(u, Predicate)]
    main = [u for u in rest if u.kind not in ("prenominal", "nominal")]
    if main and not main[0].copula:
        return None
    if before.form not in ("것", "거", "때", "곳", "날", "해") and any(
        not u.stative and u.head != "것" for u in rest if not u.copula
    ):
        return None
    place -= 1
    while place >= 0 and isinstance(unit := parse.units[place], Phrase) and (unit.genitive or not unit.particles):
        place -= 1
    predicate = parse.units[place] if place >= 0 else None
    if (
        isinstance(predicate, Predicate)
        and predicate.kind == "prenominal"
        and not _passes(parse.clause_at(place), words)
    ):
        return parse.clause_at(place)
    return None


def _headed_noun(parse: Parse, group: TimeGroup, words: Vocabulary) -> tuple[Phrase | None, bool | None]:
    """An event noun that the time heads (``1969년 달 착륙``), and whether the time does no more than that.

    ``None`` for the latter: only where no predicate takes the time.
    """
    genitive = group.particle.endswith("의")
    if group.pause or not (group.particle == "" or genitive):
        return None, False
    place = group.last + 1
    while place < len(parse.units):
        unit = parse.units[place]
        if not isinstance(unit, Phrase) or unit.time is not None:
            return None, False
        if not unit.genitive or unit.relation:
            break
        place += 1
    else:
        return None, False
    assert isinstance(unit, Phrase)
    after = parse.units[place + 1] if place + 1 < len(parse.units) else None
    last = {a.form for a in unit.atoms[-1:]}
    if last & _CIRCUMSTANCE:
        return None, False
    named = _ends_in_name(unit)
    if not named and phrase_trigger(unit, words) is None:
        return None, genitive
    if genitive and not named:
        return unit, True
    if last & _FOLLOWING and not unit.particle.startswith(("은", "는", "이", "가")):
        return unit, True
    if named or unit.topic or unit.subject or unit.particle in ("을", "를", "도"):
        return unit, None
    if unit.relation == "이르다" or unit.particle in ("와", "과", "까지", "부터", "") or unit.pause:
        return unit, not (isinstance(after, Predicate) and after.copula and not last & _PLANNED)
    if unit.particle.startswith(("로", "으로", "에서")):
        kind = words.event_noun(unit.form)
        return (unit, False) if kind is not None and kind.name in _CAUSES else (unit, None)
    return unit, None


_CIRCUMSTANCE = frozenset(("중", "도중", "과정", "기간", "당시", "때", "동안", "시절"))
_FOLLOWING = frozenset(("후", "뒤", "이후", "직후", "이전", "직전", "전", "이래"))
_PLANNED = frozenset(("예정", "목표", "계획"))
# Happenings that stand beside what they bring about: 쿠데타로 정부가 붕괴되었다.
_CAUSES = frozenset(("CONFLICT", "ACCIDENT", "DISASTER", "ATTACK", "ELECTION", "DISSOLUTION", "AGREEMENT"))


def _ends_in_name(phrase: Phrase) -> bool:
    """Whether the phrase is an event's name, with at most 이후 and the like behind it."""
    atoms = [a for a in phrase.atoms if a.form not in _STANDING or a.entity]
    return bool(atoms) and atoms[-1].entity is not None and atoms[-1].entity.label == "EV"


def phrase_trigger(phrase: Phrase, words: Vocabulary) -> tuple[int, int] | None:
    """The event noun (with those right before it) that a phrase ends in, as places in ``phrase.atoms``.

    Nouns that only say how it stands with the happening (예정, 실패, 이후, 사건 …) may follow it.
    """
    last = len(phrase.atoms) - 1
    while last > 0 and phrase.atoms[last].form in _STANDING and phrase.atoms[last].entity is None:
        last -= 1
    atom = phrase.atoms[last]
    if atom.entity is not None or atom.time is not None or not atom.tag.startswith(("NN", "XSN", "XR")):
        return None
    first = last
    while first > 0 and atom.tag == "XSN" and phrase.atoms[first].tag == "XSN":
        first -= 1
    joined = "".join(a.form for a in phrase.atoms[max(0, first - 1) : last + 1])
    if words.event_noun("".join(a.form for a in phrase.atoms[first : last + 1])) is None:
        if first == 0 or phrase.atoms[first - 1].entity or joined not in words.nouns:
            return None
        first -= 1
    while first > 0 and not phrase.atoms[first - 1].entity and words.event_noun(phrase.atoms[first - 1].form):
        first -= 1
    return first, last


_STANDING = frozenset(
    ("예정", "목표", "실패", "성공", "이후", "후", "뒤", "직후", "이전", "직전", "전", "당시", "때", "중", "도중", "계획", "가능성", "과정",
     "여부", "사이", "무렵", "시점", "시도", "날", "사건", "등", "동안", "기간", "이래", "식")
)  # fmt: skip


def _own_clause(
    parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary
) -> tuple[Clause | Phrase, str] | None:
    """What the time governs: the first predicate to its right that can take it.

    A prenominal clause that the time passed over gets it back where the main clause has a time of its own or is a
    mere state.
    """
    topic_before = _has_topic(parse, group)
    topic = subject = False
    phrases = objects = 0
    passed: Clause | None = None
    for index in range(group.last + 1, len(parse.units)):
        unit = parse.units[index]
        if isinstance(unit, Phrase):
            topic |= unit.topic and unit.time is None
            subject |= unit.subject
            phrases += unit.time is None and not unit.genitive
            objects += unit.particle in ("을", "를")
            continue
        clause = parse.clause_at(index)
        if unit.kind == "quotative":
            said = _said_noun(parse, index, words)
            if said is not None:
                return said, "reported_noun"
            if topic or topic_before:
                continue
        if _passes(clause, words):
            if clause.nested or unit.kind == "quotative" or unit.lemma in words.relational:
                phrases = objects = 0
                continue
            return (passed, "passed_clause") if passed else None
        if not clause.nested and not (topic and _leads_into_quotation(parse, index)):
            own_time = passed and any(passed.index < g.first < index for g in later)
            return (passed, "passed_clause") if passed and own_time else (clause, "own_clause")
        if clause.nested and not (
            topic or group.pause or _is_far(parse, clause, topic_before, subject, phrases, objects, words)
        ):
            return clause, "prenominal_clause" if unit.kind == "prenominal" else "nominal_clause"
        if clause.nested and not topic and not group.pause:
            passed = clause
        phrases = objects = 0
        subject = False
    return (passed, "passed_clause") if passed else None


def _has_topic(parse: Parse, group: TimeGroup) -> bool:
    """Whether a topic stands before the time in its own clause."""
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate) and unit.kind in ("connective", "final") and not unit.stative:
            return False
        if isinstance(unit, Phrase) and unit.topic and unit.time is None:
            return True
    return False


def _said_noun(parse: Parse, index: int, words: Vocabulary) -> Phrase | None:
    """``…하겠다는 언명``: the noun of saying over a reported clause."""
    unit = parse.units[index]
    after = parse.units[index + 1] if index + 1 < len(parse.units) else None
    if not isinstance(unit, Predicate) or not unit.ending.endswith("는") or not isinstance(after, Phrase):
        return None
    kind = words.event_noun(after.form)
    return after if kind is not None and kind.name in ("STATEMENT", "DECISION") else None


def _leads_into_quotation(parse: Parse, index: int) -> bool:
    """``승인을 받아 방출한다고 발표했다``: a clause inside what is reported."""
    unit = parse.units[index]
    if not isinstance(unit, Predicate) or unit.kind != "connective" or unit.pause:
        return False
    after = next(
        (u for u in parse.units[index + 1 :] if isinstance(u, Predicate) and u.kind not in ("prenominal", "nominal")),
        None,
    )
    return after is not None and after.kind == "quotative"


def _is_far(
    parse: Parse, clause: Clause, topic_before: bool, subject: bool, phrases: int, objects: int, words: Vocabulary
) -> bool:
    """Whether a time passes over a nested clause: what comes between makes it the clause's own matter."""
    predicate = clause.predicate
    if predicate.modality in ("POSSIBLE", "PLANNED") or predicate.ending in ("ᆯ", "을"):
        return predicate.head not in ("때", "예정", "계획", "무렵", "당시", "즈음", "목표")
    if predicate.head in ("후", "뒤", "이후", "직후", "전", "때"):
        return False
    kind = words.event_noun(predicate.noun.form) if predicate.noun else words.verbs.get(predicate.lemma)
    if kind is None and predicate.lemma not in ("일어나다", "벌어지다"):
        return True
    if topic_before and (subject or objects or phrases > 1):
        return predicate.head != "것"
    return predicate.ending == "는" and objects > 0 and predicate.head not in ("것", "데", "동안", "과정")


def _passes(clause: Clause, words: Vocabulary) -> bool:
    """Whether a predicate is no happening: relations, states, the copula over a plain noun."""
    predicate = clause.predicate
    if predicate.copula:
        return True
    if predicate.lemma in words.stative:
        forms = [p.form for p in clause.phrases]
        return words.framed(predicate.lemma, forms) is None and not _light_over_event(clause, words)
    return predicate.stative


def _light_over_event(clause: Clause, words: Vocabulary) -> bool:
    last = clause.phrases[-1] if clause.phrases else None
    if last is None or phrase_trigger(last, words) is None:
        return False
    sign = {"을": "을", "를": "을", "이": "이", "가": "이", "에": "에"}.get(last.particle, "")
    return (clause.predicate.lemma, sign) in words.light


def _at_head(parse: Parse, group: TimeGroup, words: Vocabulary) -> bool:
    """At the head of the sentence, or right after its topic: no clause with a happening of its own comes before."""
    for unit in parse.units[: group.first]:
        if isinstance(unit, Predicate):
            known = words.event_noun(unit.noun.form) if unit.noun else words.verbs.get(unit.lemma)
            if unit.kind in ("connective", "final", "quotative") and known is not None and not unit.stative:
                return False
        elif unit.subject or unit.particle in ("을", "를", "에서", "로", "으로") and unit.form != "예":
            if not unit.pause and not _within_nested(parse, unit):
                return False
    return True


def _within_nested(parse: Parse, phrase: Phrase) -> bool:
    return any(phrase in clause.phrases for clause in parse.clauses if clause.nested)


def _sharing(parse: Parse, own: Clause, later: list[TimeGroup], words: Vocabulary, text: str) -> Iterator[Clause]:
    """Later clauses of the same subject that a time at the head of the sentence dates as well."""
    if any(group.first > own.index for group in later):
        return
    previous = own
    for clause in parse.clauses:
        if clause.index <= own.index or clause.nested or clause.predicate.kind == "quotative":
            continue
        between = parse.units[previous.index + 1 : clause.index]
        gap = text[previous.predicate.end : clause.predicate.start]
        distributive = "각각" in gap
        moved = any(isinstance(u, Phrase) and (u.subject or (u.topic and u.time is None)) for u in between)
        if previous.predicate.ending not in _SAME_HAPPENING or _LATER.search(gap) or (moved and not distributive):
            return
        if not _passes(clause, words):
            yield clause
        previous = clause


_LATER = re.compile(r"이후|그\s?후|그\s?뒤|나중에|결국|다음")
_SAME_HAPPENING = frozenset(
    ("어", "아", "여", "고", "며", "면서", "어서", "아서", "여서", "으며", "으면서", "은데", "는데")
)
