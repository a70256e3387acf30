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
    """What a time governs: a clause or a noun phrase of ``parse``; with the EDTF date and the rule that decided."""

    target: Clause | Phrase
    group: TimeGroup
    date: str
    rule: str
    parse: Parse


def groups(parse: Parse, text: str) -> list[TimeGroup]:
    """The times of a row that can date something; ranges, lists and appositions are taken together."""
    found: list[TimeGroup] = []
    for index, unit in enumerate(parse.units):
        if not isinstance(unit, Phrase) or unit.time is None or unit.time.type not in ("DATE", "TIME"):
            continue
        date = edtf(unit.time)
        if date is None or date.startswith("XXXX") or not re.search(r"\d", date):
            continue
        if found and _join(found[-1], unit, date, index, text[found[-1].times[-1].end : unit.time.start]):
            continue
        found.append(TimeGroup([unit.time], [date], index, index, unit.particle, unit.pause))
    for earlier, later in zip(found, found[1:], strict=False):
        _refine(earlier, later, parse)
    return found


def _refine(earlier: TimeGroup, later: TimeGroup, parse: Parse) -> None:
    """The year inside an event's name says no more than a fuller date before it."""
    if (
        _name_around(parse, later)
        and len(earlier.dates) == len(later.dates) == 1
        and earlier.dates[0].startswith(later.dates[0])
    ):
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


def attach(parse: Parse, outer: Parse, text: str, words: Vocabulary) -> list[Governed]:
    """What each time of a row governs, in the order of the times.

    Args:
        parse: the row.
        outer: the sentence's own row, which a time that stands alone in brackets belongs to.
        text: the document.
        words: the vocabulary.
    """
    found = groups(parse, text)
    governed: list[Governed] = []
    if found and parse.row.inside == "bracket" and not parse.clauses and len(parse.units) == 1:
        target = _before_bracket(outer, parse.row.host, words)
        dates = _dates(found[0], target, words) if target else iter(())
        return [Governed(target, found[0], date, "bracket", outer) for date in dates if target]
    for number, group in enumerate(found):
        for target, rule in _targets(parse, group, found[number + 1 :], words, text):
            dates = group.dates if rule == "modified_time" else _dates(group, target, words)
            governed += [Governed(target, group, date, rule, parse) for date in dates]
    return governed


def _before_bracket(outer: Parse, host: int | None, words: Vocabulary) -> Clause | Phrase | None:
    """``정상회담(2월 21일)``, ``순방했다.(1969년 2월)``: the happening right before the bracket."""
    if host is None:
        return None
    for unit in reversed(outer.units):
        if unit.end <= host:
            if isinstance(unit, Phrase):
                return unit if host - unit.end <= 1 and phrase_trigger(unit, words) else None
            return outer.clause_at(outer.units.index(unit)) if unit.kind == "final" else None
    return None


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
) -> Iterator[tuple[Clause | Phrase, str]]:
    if group.particle.startswith(("현재", "기준")) or _is_in_passing(parse, group):
        return
    if (modifying := _modifying(parse, group, words)) is not None:
        yield modifying, "modified_time"
    if (cleft := _cleft(parse, group, words)) is not None:
        yield cleft, "cleft"
        return
    noun, alone = _headed_noun(parse, group, words)
    if noun is not None and alone is not None:
        yield noun, "head_noun"
    if alone or _is_narrowed(parse, group, later):
        return
    own = _own_clause(parse, group, later, words)
    if own is None:
        noun = noun if alone is None else _copular_topic(parse, group, words)
        if noun is not None:
            yield noun, "head_noun" if alone is None else "copular_topic"
        return
    target, rule = own
    yield target, rule
    if isinstance(target, Clause):
        for shared in _sharing(parse, target, group, later, words, text):
            yield shared, "shared_time"


def _modifying(parse: Parse, group: TimeGroup, words: Vocabulary) -> Clause | None:
    """``존슨이 대통령이 된 1963년``: the clause that the time itself is the head of."""
    before = parse.units[group.first - 1] if group.first else None
    if not isinstance(before, Predicate) or before.kind != "prenominal" or not before.past:
        return None
    if _OFFSET.search(group.times[0].text):
        return None
    clause = parse.clause_at(group.first - 1)
    return None if _passes(clause, words) else clause


# 착륙한 다음 날: the clause is what the time is counted from.
_OFFSET = re.compile(r"(?:날|해|뒤|후|전|만|익년|익월|당일)$")


def _is_narrowed(parse: Parse, group: TimeGroup, later: list[TimeGroup]) -> bool:
    """``1971년 키신저가 1971년 8월 …``: a finer time of the same stretch follows before any predicate."""
    for finer in later:
        if any(isinstance(u, Predicate) for u in parse.units[group.last + 1 : finer.first]):
            return False
        if len(finer.dates) == len(group.dates) == 1 and finer.dates[0].startswith(group.dates[0]):
            return True
    return False


def _copular_topic(parse: Parse, group: TimeGroup, words: Vocabulary) -> Phrase | None:
    """``개통은 1974년 8월 15일이다``: the happening is the topic, and the time is what is said of it."""
    before = parse.units[group.first - 1] if group.first else None
    if isinstance(before, Phrase) and before.topic and phrase_trigger(before, words) is not None:
        return before
    return None


def _is_in_passing(parse: Parse, group: TimeGroup) -> bool:
    """A year inside an event's name dates only what happened there: the name must be marked with 에서 or 당시."""
    after = _name_around(parse, group)
    if after is None or any(a.form in _CIRCUMSTANCE | _FOLLOWING for a in after.atoms[-1:]):
        return False
    if after.particle.startswith(("에서", "에")):
        return False
    return not (after.entity and after.particle.startswith(("이", "가", "을", "를", "은", "는", "로", "으로")))


def _name_around(parse: Parse, group: TimeGroup) -> Phrase | None:
    """The phrase of the name that the time is a part of."""
    after = parse.units[group.last + 1] if group.last + 1 < len(parse.units) else None
    return after if isinstance(after, Phrase) and after.start <= group.start else None


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
    if (genitive and not named) or unit.relation == "따르다" or _goes_with_dated(parse, group, words):
        return unit, True
    if isinstance(after, Predicate) and after.lemma in _PLANNING and unit.particle in ("을", "를"):
        return unit, True
    if last & _FOLLOWING and not unit.particle.startswith(("은", "는", "이", "가")):
        return unit, True
    if (
        (named and not unit.particle.startswith(("로", "으로")))
        or unit.topic
        or unit.subject
        or unit.particle in ("을", "를", "도")
    ):
        return unit, None
    if unit.relation == "이르다" or unit.particle in ("와", "과", "까지", "부터", "") or unit.pause:
        return unit, not (isinstance(after, Predicate) and after.copula and not last & _PLANNED)
    if unit.particle.startswith(("로", "으로", "에서")):
        kind = words.event_noun(unit.form.replace(" ", ""))
        return (unit, False) if kind is not None and kind.name in _CAUSES else (unit, None)
    return unit, None


def _goes_with_dated(parse: Parse, group: TimeGroup, words: Vocabulary) -> bool:
    """``1989년 공산권 붕괴와 1991년 소련의 붕괴를``: the second of two nouns that a time each heads."""
    before = parse.units[group.first - 1] if group.first else None
    return isinstance(before, Phrase) and before.particle in ("과", "와") and phrase_trigger(before, words) is not None


# What is planned, promised or awaited takes the time: 2년 뒤 전역을 약속받았다.
_PLANNING = frozenset(
    ("약속", "예고", "계획", "예정", "목표", "준비", "희망", "앞두다", "기대", "전망", "예상", "예측")
)
_CIRCUMSTANCE = frozenset(("중", "도중", "과정", "기간", "당시", "때", "동안", "시절"))
_FOLLOWING = frozenset(("후", "뒤", "이후", "직후", "이전", "직전", "전", "이래"))
_PLANNED = frozenset(("예정", "목표", "계획", "방침", "구상"))
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
    while first > 0 and not phrase.atoms[first - 1].entity:
        before = phrase.atoms[first - 1]
        prefixed = before.tag == "XPN" or before.form + phrase.atoms[first].form in words.nouns
        if not prefixed and words.event_noun(before.form) is None:
            break
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
    passed: list[Clause] = []
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
            own_saying = any(index < g.first for g in later) or (topic_before and not topic and subject)
            if not own_saying and (topic or topic_before):
                continue
        if _passes(clause, words) or _is_adverbial(clause):
            if clause.nested or unit.kind == "quotative" or unit.lemma in words.relational or _is_adverbial(clause):
                phrases = objects = 0
                continue
            break
        if not clause.nested and not (topic and _leads_into_quotation(parse, index)):
            own_time = passed and any(passed[0].index < g.first < index for g in later)
            return (passed[0], "passed_clause") if own_time else (clause, "own_clause")
        if clause.nested and not (
            topic or group.pause or _is_far(parse, clause, topic_before, subject, phrases, objects, words)
        ):
            return clause, "prenominal_clause" if unit.kind == "prenominal" else "nominal_clause"
        if clause.nested and not topic and not group.pause and unit.past and _known(clause, words):
            passed.append(clause)
        phrases = objects = 0
        subject = False
    return (passed[-1], "passed_clause") if passed else None


def _known(clause: Clause, words: Vocabulary) -> bool:
    """Whether the predicate is one of the vocabulary's happenings."""
    predicate = clause.predicate
    return (words.event_noun(predicate.noun.form) if predicate.noun else words.verbs.get(predicate.lemma)) is not None


def _is_adverbial(clause: Clause) -> bool:
    """``계속해서``, ``이어서``, ``유일하게``: a predicate that only says how."""
    predicate = clause.predicate
    if predicate.stative and predicate.ending in ("게", "이"):
        return True
    return (
        not clause.phrases and predicate.lemma in _ADVERBS and predicate.ending in ("어서", "어", "아서", "여", "여서")
    )


_ADVERBS = frozenset(("계속", "잇다", "이어지다", "연이어지다", "나아가다", "더하다", "잇따르다"))


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
    if predicate.head in ("중", "도중"):
        return True
    if predicate.modality in ("POSSIBLE", "PLANNED") or predicate.ending in ("ᆯ", "을"):
        return predicate.head not in ("때", "예정", "계획", "무렵", "당시", "즈음", "목표")
    if predicate.head in ("후", "뒤", "이후", "직후", "전", "때"):
        return False
    if not _known(clause, words):
        return True
    if topic_before and (subject or objects or phrases > 1):
        return predicate.head != "것"
    return (
        predicate.ending == "는"
        and (objects > 0 or subject)
        and predicate.head not in ("것", "데", "동안", "과정", *_PLANNED)
    )


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


def _sharing(
    parse: Parse, own: Clause, group: TimeGroup, later: list[TimeGroup], words: Vocabulary, text: str
) -> Iterator[Clause]:
    """Later clauses that the time dates as well: those of the same subject after a time at the head of the sentence,
    and everywhere those that the own clause runs into without a pause (``모여 협상했다``)."""
    at_head = _at_head(parse, group, words) and not own.nested
    previous = own
    for clause in parse.clauses:
        if clause.index <= own.index:
            continue
        gap = parse.units[previous.index + 1 : clause.index]
        serial = _runs_into(previous, gap)
        if clause.predicate.kind == "quotative" and own.topic is None:
            return
        if not serial and (clause.nested or clause.predicate.kind == "quotative"):
            continue
        between = text[previous.predicate.end : clause.predicate.start]
        if not serial and not (at_head and _goes_on_with(previous, gap, between)):
            return
        following = next((g for g in later if g.first > own.index), None)
        if following is not None and (clause.index > following.first or not clause.predicate.pause):
            return
        if not _passes(clause, words):
            yield clause
        previous = clause


def _runs_into(previous: Clause, gap: list[Unit]) -> bool:
    """A connective clause and the predicate that it runs into with no more than one phrase between."""
    plain = all(isinstance(u, Phrase) and not (u.subject or u.topic or u.time or u.pause) for u in gap)
    return plain and len(gap) <= 1 and not previous.predicate.pause and previous.predicate.ending in _SERIAL


def _goes_on_with(previous: Clause, gap: list[Unit], between: str) -> bool:
    """Whether the next clause goes on with the same subject and no later time (각각 hands the time to another one)."""
    moved = any(isinstance(u, Phrase) and (u.subject or (u.topic and u.time is None)) for u in gap)
    same = previous.predicate.ending in _SAME_HAPPENING and not _LATER.search(between)
    return same and (not moved or "각각" in between)


_SERIAL = frozenset(("어", "아", "여", "고", "어서", "아서", "여서"))
_LATER = re.compile(r"이후|그\s?후|그\s?뒤|나중에|결국|다음|계속해서|이어서|현재")
_SAME_HAPPENING = frozenset(
    ("어", "아", "여", "고", "며", "면서", "어서", "아서", "여서", "으며", "으면서", "은데", "는데")
)
