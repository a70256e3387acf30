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
    """The times of a row that can date something, ranges, lists and appositions taken together."""
    found: list[TimeGroup] = []
    for index, unit in enumerate(parse.units):
        if not isinstance(unit, Phrase) or unit.time is None or unit.time.type not in ("DATE", "TIME"):
            continue
        date = edtf(unit.time)
        if date is None or not re.search(r"\d", date):
            continue
        if (found and found[-1].last == index - 1) or (found and _only_signs(parse.units, found[-1].last, index)):
            if _join(found[-1], unit, date, index, text[found[-1].times[-1].end : unit.time.start]):
                continue
        found.append(TimeGroup([unit.time], [date], index, index, unit.particle, unit.pause))
    return found


def _only_signs(units: list[Unit], left: int, right: int) -> bool:
    """Nothing but signs (~, -) between two times."""
    return all(
        isinstance(u, Phrase) and all(a.tag[0] == "S" and a.tag != "SN" for a in u.atoms)
        for u in units[left + 1 : right]
    )


def _join(group: TimeGroup, unit: Phrase, date: str, index: int, between: str) -> bool:
    assert unit.time is not None
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
        for target, rule, shared in _targets(parse, group, later, words):
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
    parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary
) -> Iterator[tuple[Clause | Phrase, str, bool]]:
    cleft = _cleft(parse, group)
    if cleft is not None:
        yield cleft, "cleft", False
        return
    noun, alone = _headed_noun(parse, group, words)
    if noun is not None:
        yield noun, "head_noun", False
    if alone:
        return
    own = _own_clause(parse, group, later, words)
    if own is None:
        return
    clause, rule = own
    yield clause, rule, False
    if not clause.nested and _at_head(parse, group) and clause.predicate.kind == "connective":
        for shared in _sharing(parse, clause, later, words):
            yield shared, "shared_time", True


def _cleft(parse: Parse, group: TimeGroup) -> Clause | None:
    """``발사한 것은 1926년, …였다``; ``… 것은 1990년대다``: the clause before 것은."""
    place = group.first - 1
    before = parse.units[place] if place >= 0 else None
    if not isinstance(before, Phrase) or not before.topic or before.form not in ("것", "거", "때", "곳", "이"):
        return None
    predicate = parse.units[place - 1] if place >= 1 else None
    if not isinstance(predicate, Predicate) or predicate.kind != "prenominal" or predicate.stative:
        return None
    rest = [u for u in parse.units[group.last + 1 :] if isinstance(u, Predicate)]
    nominal = not rest or rest[0].copula or all(u.kind == "prenominal" or u.copula for u in rest)
    return parse.clause_at(place - 1) if nominal or group.pause else None


def _headed_noun(parse: Parse, group: TimeGroup, words: Vocabulary) -> tuple[Phrase | None, bool]:
    """An event noun that the time heads (``1969년 달 착륙``), and whether the time does no more than that."""
    if group.pause or group.particle not in ("", "의"):
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
    named = unit.entity is not None and unit.entity.label == "EV"
    if not named and phrase_trigger(unit, words) is None:
        return None, group.particle == "의"
    if unit.topic or unit.subject or unit.particle in ("을", "를", "도") or named:
        framed = isinstance(parse.units[place + 1] if place + 1 < len(parse.units) else None, Predicate)
        return (unit, True) if group.particle == "의" and not framed else (None, False)
    after = parse.units[place + 1] if place + 1 < len(parse.units) else None
    light = isinstance(after, Predicate) and (after.lemma, "에") in words.light
    if light and unit.particle.startswith("에") and not unit.particle.startswith("에서"):
        return None, False
    adjunct = unit.particle.startswith(("로", "으로", "에서")) and "까지" not in unit.particle
    return unit, not adjunct


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


def _own_clause(parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary) -> tuple[Clause, str] | None:
    """The clause whose predicate the time governs, by the first predicate to its right that can take it."""
    topic_before = any(isinstance(u, Phrase) and u.topic for u in parse.units[: group.first])
    topic = subject = False
    phrases = objects = 0
    for index in range(group.last + 1, len(parse.units)):
        unit = parse.units[index]
        if isinstance(unit, Phrase):
            topic |= unit.topic and unit.time is None
            subject |= unit.subject
            phrases += unit.time is None and not unit.genitive
            objects += unit.particle in ("을", "를")
            continue
        clause = parse.clause_at(index)
        if _passes(clause, words):
            phrases = objects = 0
            continue
        if not clause.nested:
            return clause, "own_clause"
        if unit.kind == "connective":
            if not (topic or group.pause):
                return clause, "own_clause"
        elif not (topic or group.pause or _is_far(unit, topic_before, subject, phrases, objects)):
            return clause, "prenominal_clause" if unit.kind == "prenominal" else "nominal_clause"
        phrases = objects = 0
        subject = False
    return None


def _is_far(predicate: Predicate, topic_before: bool, subject: bool, phrases: int, objects: int) -> bool:
    """Whether a time passes over a prenominal clause: what comes between makes it the clause's own matter."""
    if predicate.modality in ("POSSIBLE", "PLANNED") or predicate.ending in ("ᆯ", "을"):
        return predicate.head not in ("때", "예정", "계획", "무렵", "당시", "즈음", "목표")
    if topic_before and (subject or objects or phrases > 1):
        return predicate.head not in ("후", "뒤", "이후", "직후", "전", "때", "것")
    return predicate.ending == "는" and objects > 0 and predicate.head not in ("것", "데", "등", "동안", "과정")


def _passes(clause: Clause, words: Vocabulary) -> bool:
    """Whether a predicate takes no time: relations, states, the copula over a plain noun."""
    predicate = clause.predicate
    if predicate.copula:
        return predicate.kind != "final" or True
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


def _at_head(parse: Parse, group: TimeGroup) -> bool:
    """At the head of the sentence, or right after its topic."""
    before = parse.units[: group.first]
    return all(isinstance(u, Phrase) and (u.topic or u.time is not None) for u in before) or (
        all(isinstance(u, Phrase) and (u.topic or u.genitive or u.coordinate or not u.particles) for u in before)
    )


def _sharing(parse: Parse, own: Clause, later: list[TimeGroup], words: Vocabulary) -> Iterator[Clause]:
    """Later clauses of the same subject that a time at the head of the sentence dates as well."""
    previous = own
    for clause in parse.clauses:
        if clause.index <= own.index:
            continue
        between = parse.units[previous.index + 1 : clause.index]
        if any(group.first < clause.index and group.first > own.index for group in later):
            return
        if clause.nested:
            continue
        if any(isinstance(u, Phrase) and (u.subject or (u.topic and u.time is None)) for u in between):
            return
        if previous.predicate.ending not in _SAME_HAPPENING:
            return
        if not _passes(clause, words):
            yield clause
        previous = clause


_SAME_HAPPENING = frozenset(
    ("어", "아", "여", "고", "며", "면서", "어서", "아서", "여서", "지만", "으며", "으면서", "은데", "는데")
)
