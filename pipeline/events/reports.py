"""What is said, and whether a time before it is of the saying or of what is said (guideline §4: REPORTED)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.events.clauses import Clause, Parse, is_said_by_none_behind, speaks_too
from pipeline.events.constructions import ASKING, FACTS, LASTING, PRINTED, WRITINGS, light_over_event
from pipeline.events.timegroups import DAY, TimeGroup
from pipeline.events.units import LEADING, Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary

TO_COME = re.compile(r"오는|내년|내달|다음 ?[달주]|향후|앞으로|내일|모레|내주")
_FUTURE = re.compile(rf"{TO_COME.pattern}|다음|이듬|익년")  # told of the past, too
GONE = re.compile(r"지난|작년|어제|전날")
_OUTLOOKS = frozenset(("전망", "관측", "예상", "예측", "예언"))


@dataclass(slots=True)
class Between:
    """What stands between a time and a predicate."""

    topic: bool = False
    speaker: bool = False
    subject: bool = False
    body: bool = False
    objects: int = 0
    phrases: int = 0

    def pass_phrase(self, phrase: Phrase, speaks: bool) -> None:
        """Takes note of a phrase, and whether it tells who speaks or where."""
        self.topic |= phrase.topic and phrase.time is None
        self.topic |= not self.phrases and phrase.particle == "에서는" and phrase.entity is not None
        self.speaker |= self.topic or (speaks and (not self.phrases or phrase.particle != "도"))
        self.body = not self.subject and phrase.names_actor if phrase.subject else self.body
        self.subject |= phrase.subject
        self.objects += phrase.object
        self.phrases += phrase.time is None and not phrase.genitive

    def pass_predicate(self) -> None:
        """Begins anew behind a predicate that the time passes over; a topic stays."""
        self.subject, self.body, self.objects, self.phrases = False, False, 0, 0


# Where something is said: 기자 회견에서.
_UTTERANCES = (
    "연설", "연설문", "청문회", "회견", "인터뷰", "발표문", "성명", "담화", "담화문", "브리핑", "강연", "토론", "토론회", "기고",
    "기고문", "간담회", "대담", "논평", "보도자료", "강의", "서한", "질의", "답변", "유세", "축사", "취임사", "신년사", "칼럼", "기사",
    "자서전", "회고록",
)  # fmt: skip
# Where much else is done, too: only what is reported of a day was said there (14일 라디오 방송에서).
_UTTERANCES_OF_A_DAY = (
    *_UTTERANCES, "방송", "프로그램", "뉴스", "라디오", "트위터", "페이스북", "블로그", "유튜브", "팟캐스트", "홈페이지",
)  # fmt: skip


def tells_who_or_where(parse: Parse, group: TimeGroup, index: int, phrase: Phrase) -> bool:
    """Whether a phrase behind a time makes it the time of a saying: ``이튿날 은행도``, ``3월 2일 기자회견에서``."""
    places = _UTTERANCES_OF_A_DAY if len(group.dates[0]) == DAY else _UTTERANCES
    there = phrase.particle in ("에서", "에서도") and phrase.form.endswith(places)
    return is_said_by_none_behind(parse.units, index) if there else speaks_too(parse.units, index)


def is_ahead(group: TimeGroup) -> bool:
    """Whether a time is later than the day of the document, from which it was reckoned."""
    day = group.day_of_document
    return day is not None and group.dates[0] > day


def is_quoted_in_modifier(parse: Parse, index: int) -> bool:
    """Whether a predicate is what somebody or something says that only modifies a noun (``…라고 주장하는 논문``), or says it."""
    unit, before, after = parse.units[index], parse.before(index), parse.after(index)
    if not isinstance(unit, Predicate):
        return False
    if unit.kind == "quotative" and isinstance(after, Predicate):
        return _modifies_as_saying(after)
    return _modifies_as_saying(unit) and isinstance(before, Predicate) and before.kind == "quotative"


def _modifies_as_saying(unit: Predicate) -> bool:
    on = unit.ending in ("는", "던") and unit.going_on is not None
    return unit.kind == "prenominal" and on and unit.lemma in ASKING | _CLAIMING and unit.head not in ("것", "데", "점")


_CLAIMING = frozenset(("말하다", "주장", "외치다", "적다", "쓰다", "설명", "비판", "묻다", "밝히다", "달라다", "믿다"))


def is_what_is_said(
    parse: Parse,
    unit: Predicate,
    index: int,
    group: TimeGroup,
    later: list[TimeGroup],
    topic_before: bool,
    between: Between,
) -> bool:
    """Whether a time passes over a reported clause to the verb of saying.

    It does where the speaker stands between (``1989년 그는 …했다고 말했다``) and, in news, where it is a mere day
    (``회사는 24일 …했다고 밝혔다``); a later time of the verb's own leaves it to the clause.
    """
    said = parse.next_predicate(index)
    if said is not None and _is_said_by_other(parse, index, said):
        return False  # 북한은 9일 미사일을 발사했다고 합참이 밝혔다
    if any(index < g.first and (said is None or g.start < said.start) for g in later):
        return False
    is_state = unit.stative or (unit.ending == "다고" and not (unit.past or unit.promised))  # a verb has -ㄴ다고
    if is_state and said is not None and said.lemma in _JUDGING and not later:
        return True  # 법원이 9월 11일 위법하다고 판결했다
    if group.particle.startswith("까지"):
        return False  # 9월 11일까지 철수하겠다고 밝혔다
    held = parse.before(group.first)
    if index == group.last + 1 and unit.past and isinstance(held, Phrase) and held.object:
        return False  # 방화범을 14일 구속했다고 밝혔다
    if unit.promised and _told_before(parse, group) and len(group.dates[0]) == DAY:
        return False  # 9일 회의에서 20일 시작하겠다고 밝혔다
    if group.behind_day and len(group.dates[0]) < DAY:
        return False  # 부는 1일 지난달 수출은 줄었다고 밝혔다
    inner = [g for g in later if group.last < g.first < index]
    if inner and _shares_what_is_said(parse, inner[0]):
        return False  # 1898년 7월 폴로늄을, 12월에는 라듐을 발견했다고 보고했다
    if inner:
        return True  # 19일 이듬해 4월에 바꾸겠다고 밝혔다: the inner time is what is said
    if not between.speaker and (group.particle.startswith("부터") or _CLOCK.search(group.times[-1].value)):
        return False  # 오후 2시쯤 불이 났다고 밝혔다, 20일부터 내렸다고 밝혔다
    if unit.past and group.times[-1].value.endswith(("TNI", "TDW")):
        return False  # 군은 12일 밤 시설을 공격했다고 주장했다
    if topic_before and unit.ending in _SAYING and GONE.match(group.times[0].text):
        further = parse.main_behind(index)
        goes_on = further is not None and further.predicate.kind == "quotative"
        return not (
            goes_on and unit.past and between.subject and not between.body
        )  # 공정위는 지난 2월 회사가 법을 어겼다며 과징금을 부과했다
    if TO_COME.match(group.times[0].text):
        return False  # 오는 25일 총회를 연다고 밝혔다
    if is_ahead(group) and (_urges(unit) or unit.ending.endswith(("라고", "으라고"))):
        return False  # 정부는 20일 공청회를 열자고 제안했다
    if _is_announced(parse, group, unit, index, topic_before or between.topic, between.subject):
        return True
    if _urges(unit) or (topic_before and unit.promised and len(group.dates[0]) == DAY and not between.subject):
        return True  # 교황은 1095년 11월 되찾자고 호소하였다
    gone = GONE.match(group.times[0].text) is not None and unit.promised
    if gone or (between.body and not unit.past and not unit.copula and not unit.stative):
        return True  # 지난 2월 늘리겠다고 발표했다, 2013년 회사가 인수한다고 발표했다
    said_then = topic_before and group.bare_day and (unit.past or not between.subject)
    return between.speaker or (said_then and not group.behind_day)


_CLOCK = re.compile(r"T\d\d")
_JUDGING = frozenset(("판결", "판단", "선언", "규정", "결정", "주장", "평가", "선고", "인정", "답변", "답"))


def _shares_what_is_said(parse: Parse, later: TimeGroup) -> bool:
    """Whether an object that lacks its verb stands before a later time: ``폴로늄을, 12월에는 라듐을 발견했다고``."""
    before = parse.before(later.first)
    return isinstance(before, Phrase) and before.object and before.pause


def is_part_of_promise(clause: Clause, quoted: Predicate, words: Vocabulary) -> bool:
    """``21일 회사를 세워 5억 달러를 투자하겠다고 밝혔다``: a step to what is promised, and no occasion of the promise."""
    kind = words.kind_of(clause.predicate)
    occasion = kind is not None and kind.name in ("MEETING", "STATEMENT", "AGREEMENT")
    framed = words.framed(clause)
    occasion |= framed is not None and framed.name in ("MEETING", "STATEMENT", "AGREEMENT")
    return quoted.promised and not clause.predicate.past and not occasion and not light_over_event(clause, words)


def is_order(quoted: Predicate) -> bool:
    """``군대를 해산하고 돌아오라고 명령했다``: whether what is said is what somebody else is to do."""
    return quoted.ending in ("라고", "으라고", "자고") and quoted.modality is None and not quoted.copula


def _is_said_by_other(parse: Parse, index: int, said: Predicate) -> bool:
    """Whether who says it stands between what is said and the verb of saying."""
    between = parse.units[index + 1 : parse.units.index(said)]
    return said.kind != "prenominal" and any(isinstance(u, Phrase) and u.subject and u.time is None for u in between)


def _is_announced(
    parse: Parse, group: TimeGroup, unit: Predicate, index: int, about_speaker: bool, subject: bool
) -> bool:
    """``연합국은 1943년 11월 독립시키겠다고 선언하였다``: what is promised or ordered comes after the saying, whose time it is.

    So it is with what is announced in a story: ``회사는 1983년 12월 칩을 개발했다고 발표하였다``.
    """
    said = parse.next_predicate(index)
    if (
        _told_before(parse, group)
        or said is None
        or said.kind not in ("final", "connective")
        or (not said.past and said.kind == "final")
    ):
        return False
    if group.particle.startswith(LASTING) or _STILL.match(group.times[0].text) or _FUTURE.match(group.times[0].text):
        return False
    anchor = group.times[0].anchor
    story = anchor is None or anchor.start is not None
    of_day = not unit.past or len(group.dates[0]) == DAY  # 1980년 5월 8일 천연두가 사라졌다고 선언했다
    if about_speaker and (of_day or not subject) and said.lemma in _ANNOUNCING and story:
        return True
    ordered = not unit.copula and unit.ending in ("라고", "으라고", "자고")
    if unit.promised and not subject and story:
        return said.lemma in _PROMISING  # 2022년 4월 14일 회사를 떠나겠다고 밝혔다
    return (about_speaker or subject) and (ordered or unit.promised) and said.lemma in ASKING | _ANNOUNCING


def _told_before(parse: Parse, group: TimeGroup) -> bool:
    """Whether another time stands before a time in its own clause."""
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate) and unit.kind in ("connective", "final"):
            return False
        if isinstance(unit, Phrase) and unit.time is not None:
            return True
    return False


_ANNOUNCING = frozenset(("발표", "선언", "선포", "공표", "공언", "천명", "포고"))
_PROMISING = ASKING | _ANNOUNCING | {"밝히다", "말하다", "알리다", "전하다", "다짐", "약속"}
_STILL = re.compile(r"올해|금년|이번|이달|올 ")


def accompanies(parse: Parse, index: int, words: Vocabulary) -> bool:
    """``세워야 한다며 떠났다``: what somebody says while doing what the main clause tells, which is no saying itself.

    What has been done (``숨졌다며 고소했다``) has a time of its own, unless the saying goes on (``체결했다며 늘었다고 밝혔다``).
    """
    unit, main = parse.units[index], parse.main_behind(index)
    if not isinstance(unit, Predicate) or unit.ending not in _SAYING or main is None:
        return False
    own = parse.clause_at(index).own_subject
    if unit.past and (main.predicate.kind != "quotative" or (own is not None and not own.names_actor)):
        return False  # 기구는 지난 3일 수은주가 치솟았다며 더 오를 수 있다고 경고했다
    kind = words.kind_of(main.predicate)
    return kind is not None and kind.name not in ("STATEMENT", "CONFLICT", "DECISION")


_SAYING = ("다며", "라며", "자며", "다면서", "라면서", "ᆫ다며", "는다며")


def _urges(unit: Predicate) -> bool:
    """``되찾자고``, ``끝내야 한다고``: what somebody calls for has not happened then."""
    return unit.ending in ("자고", "자며", "자면서") or (
        unit.ending in ("다고", "ᆫ다고", "는다고") and "야" in unit.frames
    )


def stands_in_report(parse: Parse, group: TimeGroup) -> bool:
    """``통신은 이스라엘이 8일 공습했다고 보도했다``: whether a time stands behind who did it, in what is reported."""
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate):
            return False
        if unit.subject and unit.time is None:
            return parse.reported_behind(group.last) is not None
        if unit.topic and unit.time is None:
            return False
    return False


def is_reported_on(parse: Parse, index: int) -> bool:
    """Whether a predicate stands in what is reported: it is none of the reporting, which follows."""
    unit = parse.units[index]
    told = (u for u in parse.units[index + 1 :] if isinstance(u, Predicate))
    return (
        isinstance(unit, Predicate)
        and unit.kind not in ("final", "quotative")
        and any(u.kind == "quotative" for u in told)
    )


def said_noun(parse: Parse, index: int, words: Vocabulary) -> Phrase | None:
    """``…하겠다는 언명``: the noun of saying over a reported clause."""
    unit = parse.units[index]
    after = parse.after(index)
    if isinstance(after, Phrase) and after.genitive:
        after = parse.after(index + 1)  # 가르치지 말라는 교황청의 경고를 받았다
    if not isinstance(unit, Predicate) or not unit.ending.endswith("는") or not isinstance(after, Phrase):
        return None
    kind = words.event_noun(after.form)
    if words.standing.get(after.form) == "planned":
        return None  # 짓겠다는 계획: the building is what is planned
    if after.form in _OUTLOOKS:
        return None  # 내릴 것이라는 전망
    return after if kind is not None and kind.name in ("STATEMENT", "DECISION") else None


def becomes_known(parse: Parse, index: int, pause: bool) -> bool:
    """``…했다는 사실이 알려졌다``: what is said is only the content of a fact, of which the main clause tells.

    After a pause of the time whatever that is; else where somebody finds the fact out: ``…한다는 사실을 알아냈다``.
    """
    unit, fact, main = parse.units[index], parse.after(index), parse.after(index + 1)
    if not isinstance(unit, Predicate) or unit.kind != "quotative" or not isinstance(fact, Phrase):
        return False
    if fact.form not in FACTS or not isinstance(main, Predicate):
        return False
    return main.kind != "prenominal" and (pause or (fact.object and main.lemma in _FINDING))


_CHARGES = frozenset(("혐의", "죄", "죄목"))
_REASONS = _CHARGES | {"이유", "명목", "구실", "핑계", "명분", "빌미", "까닭", "공로", "공", "대가"}


def is_content_of_writing(parse: Parse, index: int) -> bool:
    """``발견했다는 연구 성과가 실렸다``: what is told in something written, a bare noun before it passed over."""
    unit, after = parse.units[index], parse.after(index)
    if isinstance(after, Phrase) and not after.particles:
        after = parse.after(index + 1)
    told = isinstance(unit, Predicate) and unit.kind == "quotative" and unit.ending.endswith("는")
    main = parse.next_predicate(index)
    printed = main is not None and main.past and main.lemma in PRINTED
    return told and printed and isinstance(after, Phrase) and after.form in WRITINGS


def gives_reason(parse: Parse, index: int) -> bool:
    """``방해가 된다는 이유로 헐렸다``, ``시위에 참여한 이유로 제적되었다``: why the main thing was done."""
    unit, after = parse.units[index], parse.after(index)
    reason = isinstance(after, Phrase) and after.form in _REASONS and after.particle in ("로", "으로")
    if not reason or not isinstance(unit, Predicate):
        return False
    told = unit.kind == "prenominal" and isinstance(after, Phrase) and after.form not in _CHARGES
    return told or (unit.kind == "quotative" and unit.ending.endswith("는"))


def leads_into_reason(parse: Parse, index: int) -> bool:
    """``라듐을 분리해 폴로늄을 발견했다는 공로로``: whether a clause is a step to why the main thing was done."""
    unit, after = parse.units[index], parse.next_predicate(index)
    leads = isinstance(unit, Predicate) and unit.kind == "connective" and not unit.pause and unit.ending in LEADING
    return leads and after is not None and after.kind == "quotative" and gives_reason(parse, parse.units.index(after))


_FINDING = frozenset(("알아내다", "밝혀내다", "밝히다", "발견", "확인", "입증", "증명", "규명", "알아차리다", "깨닫다"))


def sets_scene_of_promise(group: TimeGroup, quoted: Predicate) -> bool:
    """``4월 4일에는 공장을 짓겠다고 발표했다``: the time is of the promise, not of what is promised."""
    told = quoted.promised or quoted.ending == "자고"
    return group.scene and told and not group.particle.startswith("까지") and not _FUTURE.match(group.times[0].text)


def said_after(parse: Parse, clause: Clause) -> Predicate | None:
    """``두 명을 다치게 한 뒤 달아났다고 밝혔다``: the reported predicate behind a nested clause that only says when."""
    return parse.reported_behind(clause.index) if clause.predicate.head in ("뒤", "후", "직후") else None
