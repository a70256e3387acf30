"""Attaches times to what they govern (guideline §4).

A time governs the predicate of its own clause (:mod:`pipeline.events.reach`) and some that follow
(:mod:`pipeline.events.sharing`). A time that only heads a noun dates the noun. In a cleft (``발사한 것은 1926년``) it
governs what is left of it. Each choice has a name, which the event carries as its rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.events.clauses import Clause, Parse
from pipeline.events.constructions import (
    ASKING,
    MOMENTS,
    is_aim,
    is_followed,
    leads_into_quotation,
    light_over_event,
    passes,
)
from pipeline.events.nouns import ends_in_name, phrase_trigger, standing
from pipeline.events.reach import has_happened, is_to_come, own_clause
from pipeline.events.rows import MADE_THEN
from pipeline.events.sharing import sharing_clauses
from pipeline.events.timegroups import DAY, MOVING_DAYS, TimeGroup, groups, name_around
from pipeline.events.units import ACCORDING, Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary
from pipeline.timex.anchors import EVEN

# Happenings whose day 부터 names, where others go on from it: 1942년부터 시작되었다.
_MOMENTARY = frozenset(("START", "FOUNDING", "BIRTH", "DEATH", "APPOINTMENT", "LAUNCH"))
_LASTING = frozenset(("시행", "도입", "가동", "실시", "재직", "재임", "재위"))
_HOLDING = frozenset(("지내다", "맡다", "역임", "이끌다", "재직", "겸임", "겸직"))
_CONTINUING = frozenset(("잇다", "이어가다", "이어오다", "계속", "지속", "거듭"))
# Happenings that stand beside what they bring about: 쿠데타로 정부가 붕괴되었다.
_CAUSES = frozenset(
    ("CONFLICT", "ACCIDENT", "DISASTER", "ATTACK", "ELECTION", "DISSOLUTION", "AGREEMENT", "WIN", "LOSS")
)
# What is planned, promised or awaited takes the time: 2년 뒤 전역을 약속받았다.
_PLANNING = frozenset(
    ("약속", "예고", "계획", "예정", "목표", "준비", "희망", "앞두다", "기대", "전망", "예상", "예측")
)
# A time that only says when it holds or what it is compared with: 2001년 현재, 전날보다, 전년 대비.
_COMPARING = ("현재", "기준", "보다", "처럼", "만큼", "대비", *MADE_THEN)
_SINCE = re.compile(
    r"\s?(?:이후|이래)(?:로)? (?:(?:[가-힣]+ ){0,2}(?:가장|최대|최고|최다|최저|최악|최장|역대|처음|첫)"
    r"|(?:약 |무려 )?\d+[가-힣]+(?: \d+[가-힣]+)? ?만(?:에|이다|이며|이고|이었|의 ))"
)  # 1999년 이후 가장 강한, 2012년 1월 이후 99개월 만에
# 2013년 창단 후 첫 우승을 차지했다: the win is of that year, not so in 2018년 상장 이후 최대 이익을 기록했다.
_FIRST_SINCE = re.compile(r"(?<!이)후 (?:첫|처음|최초|통산)")
# 8일 창사 이래 첫 파업에 들어갔다: the day is of what was the first
_EVER_SINCE = re.compile(
    r"\s?(?:창사|창립|창당|창단|창간|개교|건국|출범|취임|데뷔|개장|개원|개관) ?(?:이래|이후) (?:첫|처음|최초|최대|최고|최저|가장|역대)"
)
# 11일 러시아의 침공 이후 처음으로 특사를 파견했다
_FIRST_EVER = re.compile(r"\s?(?:이후|이래|뒤|후)?\s?(?:처음|최초|첫 |가장|최대|최고|계속)")
_QUOTATION_BEGINS = frozenset("'‘\"“「『《〈")
_QUOTATION_END = re.compile(r"['’\"”」』》〉]")
# 착륙한 다음 날: the clause is what the time is counted from.
_OFFSET = re.compile(r"(?:날|(?<!지난)(?<!올)해|뒤|(?<!오)[전후]|만|익년|익월|당일)$")
# Verbs that say how a time lies to others: 90세를 앞둔 1968년, 백 돌을 맞은 1988년.
_REACHING = frozenset(("앞두다", "맞다", "맞이하다", "맞이", "지나다", "넘기다", "흐르다"))
_COUNTED = ("째", "살", "세", "주년", "돌", "해", "무렵", "즈음")
_WHERE = frozenset(("에서", "에서는", "로", "으로"))
# Verbs that set the day of something: 공판을 27일로 정했다.
_SETTING = MOVING_DAYS | {
    "정하다", "잡다", "확정", "결정", "지정", "예정", "발표", "공지", "예고", "정해지다", "잡히다",
}  # fmt: skip


_YEAR = 4  # characters of a date
_ALL_THROUGH = re.compile(r"\s?내내(?![가-힣])")


@dataclass(slots=True)
class Governed:
    """What a time governs: a clause or a noun phrase of ``parse``; with the EDTF date and the rule that decided."""

    target: Clause | Phrase
    group: TimeGroup
    date: str
    rule: str
    parse: Parse


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
    if found and parse.row.inside == "bracket" and not parse.clauses and _is_dated_aside(parse):
        target, rule = _before_bracket(outer, parse.row.host, words), "bracket"
        if target is None:
            target, rule = _of_work(outer, parse.row.host, words, text), "work_year"
        if target is None:
            return []
        return [Governed(target, found[0], date, rule, outer) for date in found[0].turned(_goes_on(target, words))]
    appointed = [_appointed(parse, group, words) for group in found]
    of_nouns = [_belongs_to_noun(parse, group, found[:n], found[n + 1 :]) for n, group in enumerate(found)]
    for number, group in enumerate(found):
        if (noun := appointed[number]) is not None:
            governed += [Governed(noun, group, date, "appointed", parse) for date in group.dates]
            continue
        if of_nouns[number]:
            continue
        behind = zip(found[number + 1 :], appointed[number + 1 :], of_nouns[number + 1 :], strict=True)
        later = [g for g, noun, owned in behind if noun is None and not (owned or g.particle.startswith(_COMPARING))]
        later = [g for g in later if not _is_year_of_name(parse, group, g)]
        if any(_is_year_of_name(parse, before, group) for before in found[:number]):
            continue
        for target, rule in _targets(parse, group, later, words, text):
            dates = group.beginnings if rule == "modified_time" else group.turned(_goes_on(target, words))
            governed += [Governed(target, group, date, rule, parse) for date in dates]
    return _distributed(_listed(_nearest(governed), parse))


def _belongs_to_noun(parse: Parse, group: TimeGroup, earlier: list[TimeGroup], later: list[TimeGroup]) -> bool:
    """``거래소는 18일 3분기 실적을 내놓았다``, ``내년도 예산안을 9월 2일 제출한다``: a time right before a noun is the noun's,
    where a finer one dates the verb."""
    noun = parse.after(group.last)
    if group.particle or group.pause or not isinstance(noun, Phrase):
        return False
    if not (noun.object or noun.subject or noun.particle in ("로", "으로")):
        return False
    if _PART_OF_YEAR.search(group.times[-1].text) is None:
        return False
    predicate = parse.next_predicate(group.last)
    finer = later[0] if predicate is not None and later and later[0].start < predicate.start else None
    if earlier and not earlier[-1].particle and _is_bare_year(group):
        between = parse.units[earlier[-1].last + 1 : group.first]
        if all(isinstance(u, Phrase) and u.time is None and (u.topic or (u.coordinate and u.entity)) for u in between):
            return len(earlier[-1].dates[0]) == DAY  # 28일(, 노조는) 2021년 임금 협약 찬반투표를 벌였다
    if finer is not None and group.times[-1].text.endswith("년도") and len(finer.dates[0]) == DAY:
        return True
    if predicate is None or (predicate.kind == "quotative" and not predicate.copula) or not earlier:
        return False
    if predicate.kind == "connective" and leads_into_quotation(parse, parse.units.index(predicate)) is not None:
        return False  # 4일 지난해 매출이 늘어 이익을 냈다고 공시했다
    before = earlier[-1]
    source = parse.after(before.last)
    if is_to_come(group) or (isinstance(source, Phrase) and source.relation == ACCORDING):
        return False  # 25일 업계에 따르면 그는 오는 6월 음반으로 돌아온다
    parted = any(u.pause or isinstance(u, Predicate) for u in parse.units[before.last : group.first])
    return not parted and len(before.dates[0]) > len(group.dates[0].partition("/")[0])


def _is_year_of_name(parse: Parse, day: TimeGroup, year: TimeGroup) -> bool:
    """``19일 암만에서 열린 2026 월드컵 예선에서 비겼다``: a year of a name, behind the day on which things happened there."""
    if day.last >= year.first or len(day.dates[0]) != DAY or not _is_bare_name_year(parse, year):
        return False
    between = parse.units[day.last + 1 : year.first]
    return not any(isinstance(u, Predicate) and u.kind in ("connective", "final", "quotative") for u in between)


def _is_bare_name_year(parse: Parse, year: TimeGroup) -> bool:
    if len(year.dates[0]) != _YEAR or (around := name_around(parse, year)) is None:
        return False
    return any(a.entity is not None and a.start <= year.start for a in around.atoms)


def _is_bare_year(group: TimeGroup) -> bool:
    return len(group.dates[0]) == _YEAR and group.times[-1].text.endswith("년")


_PART_OF_YEAR = re.compile("분기|상반기|하반기|년$|년도$|월$|^(?:올해|지난해|내년|작년|금년)$")


def _nearest(governed: list[Governed]) -> list[Governed]:
    """A clause with a time of its own takes none from a clause before it."""
    own = {id(one.target) for one in governed if one.rule == "own_clause"}
    return [one for one in governed if one.rule != "shared_time" or id(one.target) not in own]


def _listed(governed: list[Governed], parse: Parse) -> list[Governed]:
    """Without a year of a clause that has a later one and is no list with it: ``1965년 수교를 계기로 1967년 회사를 설립했다``."""
    last = {id(one.target): one.group for one in governed}
    return [
        one
        for one in governed
        if not (one.parse is parse and _is_year_before(one.group, last[id(one.target)])) or _goes_with_next(one)
    ]


def _is_year_before(group: TimeGroup, other: TimeGroup) -> bool:
    """Whether a time is a mere year, and another one of a later year."""
    return len(group.dates[0]) == _YEAR == len(group.dates[0].rstrip("X~")) and group.dates[0] < other.dates[0][:_YEAR]


def _goes_with_next(one: Governed) -> bool:
    """Whether a time and what belongs to it are the first of several, up to a pause or 과."""
    index = one.target.index if isinstance(one.target, Clause) else len(one.parse.units)
    for place in range(one.group.last, index):
        unit, after = one.parse.units[place], one.parse.after(place)
        dates = isinstance(after, Phrase) and after.time is not None and after.time.type in ("DATE", "TIME")
        if dates:
            return isinstance(unit, Phrase) and (unit.coordinate or unit.pause or unit.time is not None)
    return True


def _is_dated_aside(parse: Parse) -> bool:
    """Whether a bracket holds times alone, or one with the name of the occasion: ``(745년, 라테란 공의회)``."""
    first, *others = parse.units
    if not isinstance(first, Phrase) or first.time is None:
        return False
    if all(
        isinstance(u, Phrase) and (u.time is not None or u.form in _RANGE_SIGNS) and not u.particles for u in others
    ):
        return True  # 우승(1930, 1950), 살수 전투(612년 7월 ~ 8월)
    occasion = others[0] if others else None
    named = isinstance(occasion, Phrase) and occasion.entity is not None and not occasion.particles
    return len(others) == 1 and first.pause and named


_RANGE_SIGNS = frozenset("~∼〜～–—−-")


def _distributed(governed: list[Governed]) -> list[Governed]:
    """``1986년에는 챌린저호가, 2003년에는 컬럼비아호가 폭발했다``: each of several times has its own part of the clause."""
    of_clause: dict[int, list[TimeGroup]] = {}
    for one in governed:
        times = of_clause.setdefault(id(one.target), [])
        if isinstance(one.target, Clause) and one.group not in times:
            times.append(one.group)
    return [
        replace(one, target=_part(one.target, one.group, times))
        if isinstance(one.target, Clause) and len(times := of_clause[id(one.target)]) > 1
        else one
        for one in governed
    ]


def _part(clause: Clause, group: TimeGroup, times: list[TimeGroup]) -> Clause:
    """The clause with the phrases before all its times, those of one of them, and what the last one's add."""
    begins = [_begins(clause, time) if place else time.start for place, time in enumerate(times)]
    ends = [*begins[1:], clause.predicate.start]
    begin, end = begins[times.index(group)], ends[times.index(group)]
    before = [p for p in clause.phrases if p.start < times[0].start]
    own = [p for p in clause.phrases if begin <= p.start < end]
    last = [p for p in clause.phrases if end <= p.start >= times[-1].start]
    topic = clause.topic
    if any(
        begins[place] < times[place].start for place in range(1, len(times))
    ):  # 국회는 … 특별법을, 정부는 … 시행령을
        acting = [p for p in clause.phrases if (p.topic or p.subject) and p.time is None and p.start < end]
        topic = acting[-1] if acting else topic
        before = [p for p in before if not (p.topic or p.subject) or p is topic]
    listed = own[-1:] and own[-1].time is None and ((own[-1].pause and not own[-1].particles) or _is_joined(own[-1]))
    if len(own) > 1 and len(last) > 1 and listed:
        alike = next((p for p in last[1:] if p.particles and _is_alike(own[-1], p)), last[-1])
        own[-1] = replace(own[-1], particles=alike.particles, pause=False)  # 2001년 유럽, 2002년 한국에서 발매했다
    marks = {_mark(p) for p in own}
    behind = [p for p in last if _mark(p) not in marks]
    return replace(clause, phrases=before + own + behind, topic=topic)


def _is_joined(phrase: Phrase) -> bool:
    """``2010년 문학상과 2013년 작품상을``: whether a name is one of two that share their particle."""
    return phrase.particle in ("과", "와") and phrase.entity is not None


def _begins(clause: Clause, time: TimeGroup) -> int:
    """Where the part of one of several times begins: with who did it, right before the time and behind a pause."""
    ahead = [p for p in clause.phrases if p.start < time.start]
    if len(ahead) > 1 and (ahead[-1].topic or ahead[-1].subject) and ahead[-2].pause:
        return ahead[-1].start
    return time.start


def _is_alike(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases name things of the same kind: two places, ``29명`` and ``257명``."""
    if one.entity is not None and other.entity is not None:
        return one.entity.label == other.entity.label
    return one.head.form == other.head.form


def _mark(phrase: Phrase) -> str:
    """What marks a phrase, whatever the shape of the particle: 이/가, 을/를, 로/으로."""
    if phrase.time is not None:
        return "time"
    return "subject" if phrase.subject else "object" if phrase.object else phrase.particle.removeprefix("으")


def _appointed(parse: Parse, group: TimeGroup, words: Vocabulary) -> Phrase | Clause | None:
    """``첫 공판을 27일로 정했다``: the happening for which a day is set."""
    at = group.last
    while isinstance(after := parse.after(at), Phrase) and after.time is not None and after.time.type == "DURATION":
        at += 1  # 시험을 23일로 일주일 연기했다
    if not isinstance(after, Predicate) or after.lemma not in _SETTING or group.particle not in ("로", "으로"):
        return None
    if after.kind == "prenominal":
        head = parse.clause_at(at + 1).head  # 16일로 예정됐던 회담을 취소했다
        return head if head is not None and _names_happening(head, words) else None
    place = group.first - 1
    while isinstance(before := parse.units[place] if place >= 0 else None, Phrase) and (
        before.particle in _WHERE or before.form == "때문"
    ):
        place -= 1  # 발매일은 국내에서는 5월로 정해졌다, 독주회는 부상으로 18일로 미뤄졌다
    while isinstance(before, Phrase) and not before.particles and before.form in _AT_FIRST and place:
        place -= 1
        before = parse.units[place]  # 발사는 당초 5월 24일로 잡혔다
    if not isinstance(before, Phrase) or not (before.object or before.topic or before.subject):
        return None
    if before.form in ("일정", "날짜", "시점", "시기", "시간"):
        clause = parse.clause_of(before)  # 출국하려던 일정을 20일로 변경했다
        if clause is not None and (clause.predicate.ending.endswith("려던") or not clause.predicate.past):
            return clause
    return before if _names_happening(before, words) else None


def _names_happening(phrase: Phrase, words: Vocabulary) -> bool:
    return phrase_trigger(phrase, words) is not None or (phrase.entity is not None and phrase.entity.label == "EV")


def _goes_on(target: Clause | Phrase, words: Vocabulary) -> bool:
    """Whether what 부터 dates goes on from then: not a beginning, whose day it names."""
    if isinstance(target, Phrase):
        return True
    kind = words.kind_of(target.predicate)
    predicate = target.predicate
    held = predicate.lemma in _HOLDING and (predicate.going_on or predicate.past or "있" in predicate.frames)
    held |= light_over_event(target, words) and predicate.lemma in _CONTINUING  # 공연을 이어 가고 있다
    momentary = kind is not None and kind.name in _MOMENTARY and predicate.lemma not in _LASTING and not held
    return not momentary


def _before_bracket(outer: Parse, host: int | None, words: Vocabulary) -> Clause | Phrase | None:
    """``정상회담(2월 21일)``, ``순방했다.(1969년 2월)``: the happening right before the bracket."""
    if host is None:
        return None
    for unit in reversed(outer.units):
        if unit.end <= host:
            if isinstance(unit, Phrase):
                named = unit.entity is not None and unit.entity.label == "EV"
                return unit if host - unit.end <= 1 and (named or phrase_trigger(unit, words)) else None
            done = unit.kind == "final" or (unit.kind == "connective" and host - unit.end <= 1)
            return outer.clause_at(outer.units.index(unit)) if done else None
    return None


def _of_work(outer: Parse, host: int | None, words: Vocabulary, text: str) -> Clause | None:
    """``드라마 《봄》(2011), 《여름》(2012)에 출연했다``: the clause that tells what was done with the work before the bracket,
    with that work alone, where it has no time of its own."""
    named = (u for u in outer.units if isinstance(u, Phrase) and u.entity is not None and u.entity.end == host)
    held = next(named, None) or _last_listed(outer, host)
    if held is None:
        return None
    work = _up_to(held, host)
    if work.entity is None:
        return None
    dated = len(_DATED_BRACKET.findall(text, outer.units[0].start, outer.units[-1].end))
    several = work.entity.label == "OG" and dated >= _SEVERAL  # 모토롤라(1967년), 도시바(1969년) 등이 공장을 세웠다
    if work.entity.label not in ("AF", "CV", "EV") and not several:
        return None
    clause = next((c for c in outer.clauses if any(p is held for p in c.phrases)), None)
    kind = words.framed(clause) or words.kind_of(clause.predicate) if clause is not None else None
    if clause is None or (several and (kind is None or kind.name not in ("FOUNDING", "CONSTRUCTION"))):
        return None
    listed = [p for p in clause.phrases if p is held or (p.entity is not None and p.entity.label == work.entity.label)]
    last = listed[-1]
    if clause.predicate.lemma == "같다" and (sort := clause.head) is not None:
        clause = next((c for c in outer.clauses if any(p is sort for p in c.phrases)), clause)
        listed, last = [*listed, sort], sort  # 《봄》, 《여름》과 같은 드라마에
    elif last.genitive and isinstance(after := outer.after(outer.units.index(last)), Phrase):
        listed, last = [*listed, after], after  # 《봄》, 《여름》 등의 드라마에
    elif not last.particles and isinstance(after := outer.after(outer.units.index(last)), Phrase):
        if after.subject or after.topic or after.object:
            listed, last = [*listed, after], after  # 모토롤라(1967년), 도시바(1969년) 등 기업들이
    if passes(clause, words) or any(_places(outer, place) for place in range(clause.index)):
        return None
    alone = replace(work, particles=("에",) if last.particle.startswith("에서") else last.particles, pause=False)
    rest = [p for p in clause.phrases if all(p is not one for one in listed)]
    return replace(clause, phrases=[*rest, alone])


def _last_listed(outer: Parse, host: int | None) -> Phrase | None:
    """The phrase of the last name of a list with the noun of its kind: ``도시바(1969년) 등 기업들이``."""
    phrases = (u for u in outer.units if isinstance(u, Phrase))
    return next((p for p in phrases if any(a.entity is not None and a.entity.end == host for a in p.atoms)), None)


def _up_to(phrase: Phrase, host: int | None) -> Phrase:
    """A phrase up to the name before a bracket, with its particles."""
    place = next((k for k, a in enumerate(phrase.atoms) if a.entity is not None and a.entity.end == host), None)
    if place is None or place + 1 == len(phrase.atoms):
        return phrase
    return replace(phrase, end=phrase.atoms[place].end, atoms=phrase.atoms[: place + 1])


_DATED_BRACKET = re.compile(r"\(\d{4}년(?: \d{1,2}월)?(?: \d{1,2}일)?\)")
_SEVERAL = 2


def _places(parse: Parse, place: int) -> bool:
    """Whether a unit is a time that dates what follows, not one with which a series only begins (``1992년에 …을 시작으로``)."""
    unit, after = parse.units[place], parse.after(place)
    begins = isinstance(after, Phrase) and after.relation in ("시작", "필두")
    return isinstance(unit, Phrase) and unit.time is not None and unit.time.type in ("DATE", "TIME") and not begins


def _targets(
    parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary, text: str
) -> Iterator[tuple[Clause | Phrase, str]]:
    if (modifying := _modifying(parse, group, words)) is not None:
        yield modifying, "modified_time"  # 금리를 내린 2020년 5월 이후
    if (
        (group.particle.startswith(_COMPARING) and not group.particle.endswith("까지"))
        or _SINCE.match(text, group.times[-1].end)
        or EVEN.match(text, group.times[-1].end)
        or _is_in_passing(parse, group, words)
        or _is_of_aim(parse, group, words)
        or _is_spoken_of(parse, group, later, words)
        or _begins_title(parse, group, text)
        or _is_starting_point(parse, group, later)
    ):
        return
    if not parse.clauses:
        yield from ((noun, "head_noun") for noun in _listed_nouns(parse, group, words))
        return
    if (cleft := _cleft(parse, group, words)) is not None:
        yield cleft, "cleft"
        return
    noun, alone = _headed_noun(parse, group, later, words, text)
    if noun is not None and alone is not None:
        yield noun, "head_noun"
    if alone or _is_narrowed(parse, group, later):
        return
    own = own_clause(parse, group, later, words)
    if own is None:
        noun = noun if alone is None else _copular_topic(parse, group, words)
        if noun is not None:
            yield noun, "head_noun" if alone is None else "copular_topic"
        return
    target, rule = own
    if _is_habit(target, group):
        return  # 여름에는 하루 3만 명이 찾는다
    yield target, rule
    if isinstance(target, Clause) and not target.nested and not group.pause:
        yield from ((c, "circumstance") for c in _circumstances(parse, group, target, later, words))
    if isinstance(target, Clause):
        main = _around_circumstance(parse, target, later, words) if target.nested else None
        if main is not None and not (is_to_come(group) and has_happened(main.predicate)):
            yield main, "through_circumstance"
            yield from ((c, "shared_time") for c in sharing_clauses(parse, main, group, later, words, text))
        for shared in sharing_clauses(parse, target, group, later, words, text):
            if not (is_to_come(group) and has_happened(shared.predicate)):
                yield shared, "shared_time"


def _listed_nouns(parse: Parse, group: TimeGroup, words: Vocabulary) -> Iterator[Phrase]:
    """``1988년 9월 서울에서 제24회 하계 올림픽 개최``: what happened at a time in a line of a list, which has no verb."""
    for unit in parse.units[group.last + 1 :]:
        if not isinstance(unit, Phrase) or (unit.time is not None and unit.time.type in ("DATE", "TIME")):
            return
        if unit.genitive or "circumstance" in standing(unit, words):
            continue
        if phrase_trigger(unit, words) is not None or ends_in_name(unit, words):
            yield unit
            return


def _is_habit(target: Clause | Phrase, group: TimeGroup) -> bool:
    """Whether a bare season is told of in the present: what comes again each year."""
    if not isinstance(target, Clause) or len(group.times) > 1 or target.predicate.modality is not None:
        return False
    season = _SEASON.fullmatch(group.times[0].text) is not None
    return season and target.predicate.kind == "final" and not target.predicate.past


_SEASON = re.compile("(?:초|한|늦)?(?:봄|여름|가을|겨울)")
_PART_OF_DAY = re.compile("아침|점심|저녁")
_HOLIDAY = re.compile("새해|설날|추석|크리스마스|성탄절|핼러윈|한글날")


def _around_circumstance(parse: Parse, nested: Clause, later: list[TimeGroup], words: Vocabulary) -> Clause | None:
    """``7월 17일 궁에서 열린 즉위식에 참석했다``: the happening that the clause modifies is where the main one took place."""
    head, lemma = nested.head, nested.predicate.lemma
    if lemma in ("이어지다", "계속", "계속되다", "지속"):
        return None  # 53일간 이어진 포위전에서 전사했다
    if _is_subject_of_main(parse, nested) or _strikes_subject(parse, nested, words):
        return _main_behind(parse, nested, later, words)
    if is_followed(nested):
        day = any(p.time is not None and len(p.time.value[:DAY]) == DAY for p in nested.phrases)
        main = _main_behind(parse, nested, later, words) if day else None
        return main if main is not None and main.predicate.past else None
    if nested.predicate.head in _REASONS and nested.predicate.past:
        return _main_behind(parse, nested, later, words)
    if nested.predicate.head in MOMENTS and head is not None and head.particle in ("", "에", "에는"):
        return _main_behind(parse, nested, later, words)
    if head is not None and head.object and head.form.endswith(_GAMES):
        played = next((c for c in parse.clauses if any(p is head for p in c.phrases)), None)
        fits = played is not None and played.predicate.lemma in _PLAYING and played.predicate.past
        return played if fits and played is not None and not any(g.first < played.index for g in later) else None
    if head is None or not head.particle.startswith(("에서", "에")):
        return None
    if lemma == "시작" and head.particle in ("에", "에는", "에도"):
        return None  # 2010년 3월 시작된 사업에는 지금까지 1조 원이 들어갔다
    named = phrase_trigger(head, words) is not None or (head.entity is not None and head.entity.label == "EV")
    held = words.light.get((lemma, "이"))
    game = head.head.tag != "NNB" or head.form.endswith("차전")  # 열린 게임에서, 예선 6차전에서 우승했다
    named |= held is not None and held.holds and game
    if not named or not {(lemma, "이"), (lemma, "을")} & words.light.keys():
        return None
    behind = [c for c in parse.clauses if c.index > nested.index and not is_aim(parse, c.index)]
    behind = [c for c in behind if c.predicate.kind != "quotative" and not leads_into_quotation(parse, c.index)]
    there = (c for c in behind if not c.nested or _tells_of_main(c, head))
    following = next((c for c in there if c.predicate.lemma not in words.relational), None)
    if following is None or any(g.first < following.index for g in later):
        return None
    between = (u for u in parse.units[nested.index + 1 : following.index] if isinstance(u, Predicate))
    if any(u.kind == "quotative" and u.ending.endswith("는") for u in between):
        return None  # 칸에서 열린 회의에 협력하겠다는 의지를 밝혔다
    return None if passes(following, words) else following


# 수원에서 벌어진 5차전을 이긴 팀은
_GAMES = ("전", "경기", "결승", "더비", "시합")
_PLAYING = frozenset(("이기다", "지다", "승리", "비기다", "내주다", "따내다", "잡다", "놓치다"))
_REASONS = frozenset(("탓", "바람"))  # 약이 떨어진 탓에 숨졌다: not 덕분, whose effect comes in its own time


def _tells_of_main(nested: Clause, held: Phrase) -> bool:
    """``열린 회의에서 연설한 총리는 …``: whether a past clause tells what was done there by whom the main one is about."""
    over = nested.head
    about = over is not None and (over.subject or over.topic or over.head.tag == "NNB" or over.form in MOMENTS)
    return about and nested.predicate.past and any(p is held for p in nested.phrases)


def _circumstances(
    parse: Parse, group: TimeGroup, main: Clause, later: list[TimeGroup], words: Vocabulary
) -> Iterator[Clause]:
    """``그는 13일 강릉에서 열린 경기에서 이겼다``: what was held that day, where the main thing happened."""
    for clause in parse.clauses:
        held = words.light.get((clause.predicate.lemma, "이"))
        between = clause.nested and group.last < clause.index < main.index and clause.predicate.past
        if between and held is not None and held.holds and _around_circumstance(parse, clause, later, words) is main:
            yield clause


def _is_subject_of_main(parse: Parse, nested: Clause) -> bool:
    """``9월 11일 테러 조직이 납치한 여객기가 건물에 충돌했다``: what the clause tells of is what the main one is about, on that day."""
    head, predicate = nested.head, nested.predicate
    day = _day_at_head(parse)
    if day is None or not nested.phrases or nested.phrases[0] is not day:
        return False
    on_the_way = predicate.kind == "prenominal" and predicate.past and predicate.lemma in _ON_THE_WAY
    return on_the_way and head is not None and head.subject


def _day_at_head(parse: Parse) -> Phrase | None:
    """The day that a row begins with."""
    first = parse.units[0]
    dated = isinstance(first, Phrase) and first.time is not None and len(first.time.value[:DAY]) == DAY
    return first if isinstance(first, Phrase) and dated else None


def _strikes_subject(parse: Parse, nested: Clause, words: Vocabulary) -> bool:
    """``1914년 6월 28일 사라예보를 방문한 황태자가 암살되었다``: what befell somebody on a day, or they did, in the midst of a deed."""
    head, predicate = nested.head, nested.predicate
    day, main = _day_at_head(parse), parse.main_behind(nested.index)
    if day is None or day.time is None or day.time.anchor is not None:
        return False
    if head is None or main is None or predicate.ending not in ("ᆫ", "은"):
        return False
    kind, struck = words.kind_of(predicate), words.framed(main) or words.kind_of(main.predicate)
    made = kind is not None and kind.name in _BEGUN
    there = head.particle == "에서" and main.own_subject is not None
    told = main.predicate.kind == "final" and main.predicate.past and struck is not None and struck.name in _STRIKING
    return told and not made and (there or (head.subject and main.own_subject is head))


# What somebody or something has behind it for long, whatever befalls it: 입대한 훈련병이 숨졌다.
_BEGUN = frozenset(
    ("FOUNDING", "CONSTRUCTION", "PUBLICATION", "BIRTH", "START", "AWARD", "APPOINTMENT", "EDUCATION", "MARRIAGE", "ELECTION")
)  # fmt: skip
_STRIKING = frozenset(("DEATH", "ATTACK", "ACCIDENT", "CONFLICT", "ARREST", "INJURY", "SURRENDER", "LANDING"))


def _main_behind(parse: Parse, nested: Clause, later: list[TimeGroup], words: Vocabulary) -> Clause | None:
    """``군대가 해산되던 무렵 병으로 사망하였다``: what happened at the time of what the clause tells."""
    main = parse.main_behind(nested.index)
    if main is None or main.predicate.kind == "quotative" or passes(main, words):
        return None
    return None if any(g.first < main.index for g in later) or is_aim(parse, main.index) else main


_ON_THE_WAY = frozenset(("탑승", "납치", "이륙", "출발", "출항", "떠나다", "이동", "향하다", "타다", "운항", "비행"))


def _is_starting_point(parse: Parse, group: TimeGroup, later: list[TimeGroup]) -> bool:
    """``3월 1일을 기점으로 4월 3일에 발생한``: from when something is reckoned that has a time of its own."""
    last = parse.units[group.last]
    reckoned = isinstance(last, Phrase) and last.relation in ("기점", "시작", "필두", "기준")
    predicate = parse.next_predicate(group.last)
    return reckoned and predicate is not None and any(g.start < predicate.start for g in later)


def _modifying(parse: Parse, group: TimeGroup, words: Vocabulary) -> Clause | None:
    """``존슨이 대통령이 된 1963년``: the clause that the time itself is the head of."""
    before = parse.before(group.first)
    if not isinstance(before, Predicate) or before.kind != "prenominal":
        return None
    clause = parse.clause_at(group.first - 1)
    known = words.kind_of(before) or words.framed(clause)  # 문을 여는 2025년
    if not before.past and (known is None or before.stative):
        return None
    if _OFFSET.search(group.times[0].text):
        return None
    dated = any(p.time is not None and p.time.type in ("DATE", "TIME") for p in clause.phrases)
    return None if dated or passes(clause, words) or _only_counts(clause) else clause


def _only_counts(clause: Clause) -> bool:
    """``한 돌을 맞은 1949년``, ``즉위한 지 13년째 되던 1789년``: the clause says how the time lies to others, not what happened."""
    if clause.predicate.lemma in _REACHING:
        return True
    last = clause.phrases[-1] if clause.phrases else None
    return clause.predicate.lemma == "되다" and (
        last is None or last.time is not None or last.form.endswith(_COUNTED) or last.head.tag in ("NNB", "XSN")
    )


def _is_narrowed(parse: Parse, group: TimeGroup, later: list[TimeGroup]) -> bool:
    """``1971년 키신저가 1971년 8월 …``: a finer time of the same stretch follows before any predicate.

    Also ``70년대와 80년대에는 … 각각 1974년과 1983년에``.
    """
    passed = group.last + 1
    coarse = tuple(date.rstrip("X~") for date in group.dates)
    longest = max(map(len, coarse))
    for finer in later:
        if any(isinstance(u, Predicate) for u in parse.units[passed : finer.first]):
            return False
        passed = finer.first
        if all(len(when.rstrip("X~")) > longest and when.startswith(coarse) for when in finer.dates):
            return True
    return False


def _copular_topic(parse: Parse, group: TimeGroup, words: Vocabulary) -> Phrase | None:
    """``개통은 1974년 8월 15일이다``: the happening is the topic, and the time is what is said of it."""
    before = parse.before(group.first)
    if not isinstance(before, Phrase) or not before.topic or phrase_trigger(before, words) is None:
        return None
    return None if before.form == "기간" else before  # 계약 기간은 2026년까지다


def _is_in_passing(parse: Parse, group: TimeGroup, words: Vocabulary) -> bool:
    """A year inside an event's name dates what happened there or what is said of it, not what the name modifies."""
    around = name_around(parse, group)
    if around is None or standing(around, words) & {"circumstance", "after"} or around.particle.startswith("에"):
        return False
    if around.particle in ("과", "와") and _is_one_of_like_names(parse, around):
        return False  # 1994년 릴레함메르 올림픽과 1998년 나가노 올림픽에 출전했다
    if around.entity is None and (around.form.endswith(_RESULTS) or phrase_trigger(around, words) is not None):
        return False  # 2008년 하계 올림픽 금메달을 땄다, 1988년 서울 올림픽 개막식을 연출했다
    if around.relation in _AHEAD_OF:
        return True  # 2002년 월드컵을 앞두고
    if around.relation == "위하다":
        return any(
            isinstance(u, Phrase) and u.time is not None and u is not around for u in parse.units[group.last + 1 :]
        )
    said_of = around.subject or around.topic or around.object or around.particle.startswith(("로", "으로"))
    return not (around.entity and said_of)


def _is_of_aim(parse: Parse, group: TimeGroup, words: Vocabulary) -> bool:
    """``2050년 탄소중립을 목표로 하는 전략을 제출했다``: of an aim that is no happening, not of what is done now."""
    aim = parse.after(group.last)
    if not isinstance(aim, Phrase) or aim.relation != "목표" or aim.start <= group.start:
        return False
    return not group.particle and not _names_happening(aim, words)


def _is_one_of_like_names(parse: Parse, around: Phrase) -> bool:
    """Whether a name with a year is joined to another such one of the same kind."""
    behind = (u for u in parse.behind(around) if isinstance(u, Phrase) and u.time is None)
    after = next(behind, None)
    named = after is not None and after.entity is not None and around.entity is not None
    return named and after is not None and after.form[-1] == around.form[-1]


_AT_FIRST = frozenset(("당초", "애초", "원래", "본래", "처음", "일단", "우선", "잠정"))
_RESULTS = (
    "메달",
    "대표",
    "위",
    "우승",
    "준우승",
    "대상",
    "상",
    "강",
    "결승",
    "출전권",
    "본선",
    "위원",
    "위원장",
    "감독",
    "홍보대사",
)
_AHEAD_OF = frozenset(("앞두다", "대비", "대비하다", "겨냥", "목표"))


def _begins_title(parse: Parse, group: TimeGroup, text: str) -> bool:
    """``'2014년 물가 대책'을 발표했다``: the time is a part of what is quoted, with no predicate of its own."""
    if not group.start or text[group.start - 1] not in _QUOTATION_BEGINS:
        return False
    unit = parse.next_predicate(group.last)
    return bool(_QUOTATION_END.search(text, group.times[-1].end, unit.start if unit else len(text)))


def _is_day_of_news(parse: Parse, group: TimeGroup, later: list[TimeGroup], source: Phrase) -> bool:
    """``23일 법조계에 따르면 법원은 영장을 발부했다``: circles that tell of their own day, where nothing else dates what is told."""
    last = next((u for u in reversed(parse.units) if isinstance(u, Predicate)), None)
    told = last is not None and last.kind == "final" and last.past and not last.copula and not last.stative
    teller = "".join(a.form for a in source.atoms)
    return told and group.bare_day and not later and teller.endswith(_CIRCLES)


_CIRCLES = ("법조계", "업계", "재계", "정치권", "금융권", "여권", "야권")


def _is_spoken_of(parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary) -> bool:
    """A time that dates nothing: of a source (``4일 경찰에 따르면``) or what others are compared with (``작년 같은 기간에
    비해``), of a look (``1994년 당시 모습을``), what a verb is about (``20세기를 빛낸``), a subject (``내일이 두려운``)."""
    for place, unit in enumerate(parse.units[group.last :], group.last):
        if isinstance(unit, Predicate) and unit.lemma in _LOOKING and unit.ending == "면":
            return True  # 1일 기상청 자료를 보면
        if isinstance(unit, Predicate) and unit.lemma in _COMPARED and place == group.last + 1:
            return group.particle in ("과", "와", "에")  # 2019년과 비교하면
        if isinstance(unit, Predicate) or unit.topic:
            break
        behind = place <= group.last + 1 and phrase_trigger(unit, words) is None  # not in 2021년 1차 발사에 이어
        followed = unit.relation == "잇다" and behind and not _is_row_of_cleft(parse, group)
        if (
            followed
            or unit.relation in ("비하다", "비")
            or (
                unit.relation == ACCORDING
                and phrase_trigger(unit, words) is None
                and not _is_day_of_news(parse, group, later, unit)
            )
        ):
            return True
    if _is_of_kind(parse, group):
        return True  # 겨울 코트를 선보였다
    if group.particle == "의" and (noun := _phrase_behind(parse, group)[0]) is not None and noun.relation in _SETTINGS:
        return True  # 1989년의 마을을 배경으로
    if not group.particle and not group.pause and _names_winner(parse, group):
        return True  # 2012년 대회 준우승자 양희영은
    if _is_occasion(parse, group):
        return True  # 지난달 5일 추석을 앞두고 역에 몰렸다
    if not group.particle and not group.pause and _is_compared_with(parse, group):
        return True  # 2022년 지방선거 때보다
    before = parse.before(group.first)
    if (
        group.particle in ("이", "가")
        and isinstance(before, Phrase)
        and before.time is not None
        and not before.particles
    ):
        return True  # 1997년 5월 9일 5월 18일이 기념일로 제정되었다
    after = parse.after(group.last)
    if isinstance(after, Phrase) and "X" in group.dates[0] and after.genitive and after.form in _SUPERLATIVES:
        return True  # 20세기 유일의 탐사선이 되었다
    if isinstance(after, Phrase) and after.form == "기록" and after.particle in ("으로는", "으로"):
        return True  # 8월 기록으로는 가장 높다
    last = parse.units[group.last]
    if isinstance(after, Predicate) and not (isinstance(last, Phrase) and last.relation):  # not in 0시를 기해 출범했다
        about = group.particle in ("을", "를") and after.kind in ("prenominal", "final") and after.lemma not in _SETTING
        return about or (after.stative and group.particle in ("이", "가"))
    if group.particle in ("을", "를") and _is_made_something(parse, group):
        return True  # 6월 3일을 선거일로 확정했다
    plain = isinstance(after, Phrase) and after.object and after.entity is None and len(after.atoms) == 1
    return group.particle == "당시" and not group.pause and plain


def _is_of_kind(parse: Parse, group: TimeGroup) -> bool:
    """``아침 식사를``, ``크리스마스 앨범을``: a part of the day or year, or a holiday, that says of what kind a thing is."""
    kinds = (_SEASON, _PART_OF_DAY, _HOLIDAY)
    if len(group.times) > 1 or not any(kind.fullmatch(group.times[0].text) for kind in kinds):
        return False
    thing, before = parse.after(group.last), parse.before(group.first)
    beside = isinstance(before, Phrase) and before.time is not None
    if group.particle or group.pause or beside or not isinstance(thing, Phrase) or thing.time is not None:
        return False
    return (thing.object or thing.genitive) and thing.entity is None and len(thing.atoms) == 1


def _names_winner(parse: Parse, group: TimeGroup) -> bool:
    """Whether a time only says when somebody won what he is called by: ``2010년 노벨상 수상자 김철수는``."""
    for unit in parse.units[group.last + 1 :]:
        if isinstance(unit, Predicate) or unit.time is not None:
            return False
        if any(a.form.endswith(_WINNERS) or a.form in _CHAMPIONS for a in unit.atoms):
            return unit.entity is not None or (unit.topic and len(unit.atoms) > 1)
        if unit.particles:
            return False
    return False


_WINNERS = ("우승자", "수상자", "메달리스트", "득점왕", "우승팀")
_CHAMPIONS = frozenset(("챔피언", "신인왕", "최우수선수"))


def _is_made_something(parse: Parse, group: TimeGroup) -> bool:
    """Whether a time is what a verb makes a holiday or a day of something."""
    goal, verb = parse.after(group.last), parse.after(group.last + 1)
    return isinstance(goal, Phrase) and goal.particle in ("로", "으로") and isinstance(verb, Predicate)


def _is_occasion(parse: Parse, group: TimeGroup) -> bool:
    """Whether a day is only what is ahead or kept, beside another time of the clause."""
    last = parse.units[group.last]
    if not isinstance(last, Phrase) or last.relation not in ("앞두다", "맞다", "맞이하다"):
        return False
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate) and unit.kind in ("connective", "final"):
            return False
        if isinstance(unit, Phrase) and unit.time is not None and unit.time.type in ("DATE", "TIME"):
            return True
    return False


def _is_compared_with(parse: Parse, group: TimeGroup) -> bool:
    """Whether the noun behind a time names a time with which something is compared: ``2022년 선거 때보다``."""
    for unit in parse.units[group.last + 1 :]:
        if isinstance(unit, Predicate) or unit.time is not None:
            return False
        if unit.particles:
            return unit.particle in ("보다", "보다는", "보다도", "만큼") and unit.form in ("때", "당시", "시절", "기간")
    return False


_SETTINGS = frozenset(("배경", "무대", "소재", "주제"))
_SUPERLATIVES = frozenset(("유일", "최대", "최고", "최악", "최후", "대표"))
_COMPARED = frozenset(("비교", "견주다", "대비", "비하다", "비교되다"))
_LOOKING = frozenset(("보다", "살펴보다", "들여다보다", "종합", "분석"))


def _cleft(parse: Parse, group: TimeGroup, words: Vocabulary) -> Clause | None:
    """``발사한 것은 1926년, …였다``; ``저공비행을 한 최초의 우주선은 1962년 12월 14일, …였다``: the clause before the topic."""
    place = _before_its_clause(parse, group)
    before = parse.units[place] if place >= 0 else None
    if isinstance(before, Phrase) and before.particle.endswith("로부터") and before.head.tag == "NP":
        place -= 1  # 확인한 것은 그로부터 9일 뒤였다
        before = parse.units[place] if place >= 0 else None
    if not isinstance(before, Phrase) or not (before.topic or _is_told_as_day(parse, group, before)):
        return None
    if _is_counted_among(parse, group) and not _is_one_of_row(parse, group):
        return None
    behind = parse.after(group.last)
    held = isinstance(behind, Predicate) and behind.lemma in _BELIEVED  # 세워진 시기는 1010년으로 추정된다
    said = group.particle in ("로", "으로") and (group.pause or held)  # 오른 것은 지난해 7월로, …
    said |= group.particle == "일로"  # 받은 것은 1939년의 일로, …
    said |= (
        group.pause and not group.particle and len(group.dates[0]) == DAY and before.form == "것"
    )  # …것은 9일, 29년 뒤였다
    for unit in parse.units[group.last + 1 :] if not said else ():
        if isinstance(unit, Predicate) and unit.copula and unit.kind in ("final", "connective"):
            if unit.ending == "면":
                return None  # 학교는 내년 2월이면 쉰 돌을 맞는다
            break
        if isinstance(unit, Predicate) and not unit.copula and not unit.stative and unit.head != "것":
            return None
    place -= 1
    while place >= 0 and isinstance(unit := parse.units[place], Phrase) and (unit.genitive or not unit.particles):
        place -= 1
    predicate = parse.units[place] if place >= 0 else None
    if (
        isinstance(predicate, Predicate)
        and predicate.kind == "prenominal"
        and not passes(parse.clause_at(place), words)
    ):
        return parse.clause_at(place)
    return None


def _is_told_as_day(parse: Parse, group: TimeGroup, thing: Phrase) -> bool:
    """``조직한 것이 1947년의 일이다``: the thing and the time are one, though no topic marks it."""
    copula = parse.after(group.last)
    held = group.particle == "일" and isinstance(copula, Predicate) and copula.copula
    return held and thing.subject and thing.form == "것"


_BELIEVED = frozenset(("알려지다", "전하다", "전해지다", "추정", "여겨지다", "추측", "기록", "보다", "보이다", "짐작"))


def _is_counted_among(parse: Parse, group: TimeGroup) -> bool:
    """``선포된 것은 2005년 산불 이후 세 번째다``: the time is of what went before, among which the event is counted."""
    since = group.particle.startswith(("이후", "이래"))
    for place, unit in enumerate(parse.units[group.last + 1 :], group.last + 1):
        if isinstance(unit, Predicate):
            before = parse.before(place)
            last = before.atoms[-1].form if isinstance(before, Phrase) else ""
            return since and unit.copula and last in _ORDER
        since |= unit.atoms[-1].form in ("이후", "이래") or unit.relation == "잇다"
    return False


def _is_row_of_cleft(parse: Parse, group: TimeGroup) -> bool:
    before = parse.before(group.first)
    return _is_one_of_row(parse, group) and isinstance(before, Phrase) and before.topic and before.form == "것"


def _is_one_of_row(parse: Parse, group: TimeGroup) -> bool:
    """``우승한 것은 1990년과 1994년에 이어 세 번째다``: the same happened at those times."""
    last = parse.units[group.last]
    return isinstance(last, Phrase) and last.relation == "잇다"


_ORDER = frozenset(("째", "번째", "처음", "최초", "만"))


def _before_its_clause(parse: Parse, group: TimeGroup) -> int:
    """The place before a time and the clause that modifies it: ``전쟁이 터진 1939년``."""
    place = group.first - 1
    unit = parse.units[place] if place >= 0 else None
    if isinstance(unit, Predicate) and unit.kind == "prenominal":
        place -= 1 + len(parse.clause_at(place).phrases)
    return place


def _headed_noun(
    parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary, text: str
) -> tuple[Phrase | None, bool | None]:
    """An event noun that the time heads (``1969년 달 착륙``), and whether the time does no more than that.

    ``None`` for the latter: only where no predicate takes the time.
    """
    genitive = group.particle.endswith("의")
    if group.pause or not (group.particle == "" or genitive):
        return None, False
    if _ALL_THROUGH.match(text, group.times[-1].end):
        return None, False  # 1960년대 내내 제작과 배급을 아우르는
    noun, after = _phrase_behind(parse, group)
    if noun is None or (after is not None and _is_part_of(noun, after, words)):
        return None, False
    senses = standing(noun, words)
    if after is not None and after.lemma == "없다" and not noun.particles:
        return None, False  # 같은 날 합의 없는 탈퇴를 막는
    if noun.atoms[-1].form in MOMENTS and phrase_trigger(noun, words) is not None:
        return noun, False  # 1759년 예수회 추방 때 폐쇄되었다
    if "circumstance" in senses or ("after" not in senses and _is_counted_from(parse, noun)):
        return None, False
    named = ends_in_name(noun, words)
    if not noun.particles and text[noun.end : noun.end + 1] in ("·", "ㆍ"):
        return None, False  # 19일 조사·연구 활성화를 위한 협약을 맺었다
    if not named and phrase_trigger(noun, words) is None:
        return None, genitive or noun.atoms[-1].form in ("이후", "이래")  # 2005년 그 일 이후
    if genitive and not named and not senses and noun.particle.startswith("에서"):
        return None, False  # 11일의 강연에서 경고했다
    if noun.relation == "따르다" and not named and not genitive and _is_carried_out(parse, noun, words):
        return noun, False
    if (
        (genitive and not named)
        or noun.relation in ("따르다", "잇다", ACCORDING)
        or _goes_with_dated(parse, group, words)
    ):
        return noun, True
    if noun.form == "출생" and noun.particle in ("로", "으로"):
        return noun, True  # 1913년 경주 출생으로 중학교를 다녔다
    if noun.relation in ("위하다", "대하다") and noun.genitive and len(group.dates[0]) == DAY and not named:
        return None, False  # 28일 회관 건립을 위한 협약식을 가졌다, 16일 해고에 대한 시위를 벌였다
    if noun.relation in ("시작", "필두") and not named:
        return noun, True  # 2009년 건립 협약을 시작으로 늘려 왔다
    if noun.relation == "앞두다" and not named and len(group.dates[0]) < DAY:
        return noun, True  # 지난해 12월 총선을 앞두고, not 13일 선거를 앞두고
    if noun.relation == "목표":
        return noun, True  # 2029년 12월 개항을 목표로
    if noun.relation == "맞추다":
        return noun, False  # 1927년 완공에 맞춰 열렸다
    if (noun.object and after is not None and after.lemma in _PLANNING) or (noun.relation and noun.genitive):
        return noun, True  # 1988년 선거를 위한 준비
    if "after" in senses and len(group.dates[0]) == DAY:
        if _EVER_SINCE.match(text, group.times[-1].end) or (_FIRST_EVER.match(text, noun.end) and not later):
            return None, False
    if "after" in senses and not (noun.topic or noun.subject):
        return (None, False) if not later and _FIRST_SINCE.search(text, noun.end - 2, noun.end + 5) else (noun, True)
    towards = noun.particle.startswith(("로", "으로"))
    if (named and not towards) or noun.topic or noun.subject or noun.object or noun.particle == "도":
        return noun, None
    if noun.particle in ("과", "와") and not named and text[noun.end + 1 :].startswith((" 함께", " 더불어")):
        return None, False  # 대학 졸업과 함께 입단했다
    if noun.particle in ("과", "와") and isinstance(beside := parse.after(parse.units.index(noun)), Phrase):
        if beside.form == "동시":
            return noun, False  # 졸업과 동시에 입사했다
        if beside.form in ("함께", "더불어") and not named:
            return None, False
        if (beside.object or beside.subject) and not named and phrase_trigger(beside, words) is None:
            return None, False  # 13일 실명과 주소를 내보냈다
        if not named and _is_content_of_saying(parse, beside):
            return None, False  # 22일 임금 인상과 고용 승계에 합의했다
    if noun.relation == "이르다" or noun.particle in ("와", "과", "까지", "부터", "") or noun.pause:
        return noun, not (after is not None and after.copula and "planned" not in senses)
    if towards or noun.particle.startswith("에서"):
        kind = words.event_noun(noun.form.replace(" ", ""))
        return (noun, False) if kind is not None and kind.name in _CAUSES else (noun, None)
    return noun, None


def _is_content_of_saying(parse: Parse, noun: Phrase) -> bool:
    """Whether a noun is what was agreed upon, asked for or announced: ``고용 승계에 합의했다``."""
    verb = parse.after(parse.units.index(noun))
    carried = noun.object or noun.particle == "에"
    return carried and isinstance(verb, Predicate) and verb.lemma in ASKING | _DISCUSSING


_DISCUSSING = frozenset(
    ("논의", "협의", "검토", "심의", "승인", "비판", "규탄", "반대", "찬성", "동의", "지지", "추진", "공개", "의논")
)


_ORDERED = frozenset(("결정", "결의", "명령", "지시", "판결", "권고", "요청", "의결", "합의"))


def _is_carried_out(parse: Parse, noun: Phrase, words: Vocabulary) -> bool:
    """``1914년 행정 구역 개편에 따라 편입되었다``: the change takes effect in what follows, unless that has a time of its own."""
    kind = words.event_noun(noun.form)
    if noun.form in _ORDERED:
        return True  # 1878년 의회의 결정에 따라 점령되었다
    if kind is None or kind.name in ("STATEMENT", "DECISION", "DISCOVERY", "MEETING"):
        return False  # 1905년 조사에 따라
    for unit in parse.behind(noun):
        if isinstance(unit, Predicate):
            return True
        if unit.time is not None:
            return False
    return False


def _is_part_of(noun: Phrase, after: Predicate, words: Vocabulary) -> bool:
    """``구속 기소했다``: an event noun that only makes a compound with the noun of the predicate behind it."""
    if {(after.lemma, "을"), (after.lemma, "에")} & words.light.keys():
        return False  # 착륙 성공했다
    bare = not noun.particles and not noun.pause and noun.relation is None and not standing(noun, words)
    return bare and after.noun is not None and after.start - noun.end <= 1 and phrase_trigger(noun, words) is not None


def _is_counted_from(parse: Parse, noun: Phrase) -> bool:
    """``서거 6주기 추도식``: what years are counted from is no happening of the time."""
    after = parse.after(parse.units.index(noun))
    return not noun.particles and isinstance(after, Phrase) and after.time is not None and after.time.type == "DURATION"


def _phrase_behind(parse: Parse, group: TimeGroup) -> tuple[Phrase | None, Predicate | None]:
    """The noun phrase that follows a time, its genitives passed over, and the predicate right behind it."""
    for place in range(group.last + 1, len(parse.units)):
        unit = parse.units[place]
        if not isinstance(unit, Phrase) or unit.time is not None:
            return None, None
        if not unit.genitive or unit.relation:
            after = parse.after(place)
            return unit, after if isinstance(after, Predicate) else None
    return None, None


def _goes_with_dated(parse: Parse, group: TimeGroup, words: Vocabulary) -> bool:
    """``1989년 공산권 붕괴와 1991년 소련의 붕괴를``: the second of two nouns that a time each heads."""
    before = parse.before(group.first)
    return isinstance(before, Phrase) and before.particle in ("과", "와") and phrase_trigger(before, words) is not None
