"""Which predicate a time reaches: the first to its right that can take it (guideline §4).

A time governs the predicate of its own clause; a prenominal clause that follows at once is its own, unless a topic or
a pause parts them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.events.clauses import Clause, Parse, is_said_by_none_behind, says_of_other, speaks_too
from pipeline.events.nouns import phrase_trigger
from pipeline.events.timegroups import DAY, TimeGroup
from pipeline.events.units import LEADING, QUOTE, Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary
from pipeline.model import Timex

_ADVERBS = frozenset(("계속", "잇다", "이어지다", "연이어지다", "나아가다", "더하다", "자르다"))
_TO_COME = re.compile(r"오는|내년|내달|다음 ?[달주]|향후|앞으로|내일|모레|내주")
_AHEAD = re.compile(r"오는(?! ?날)|내년|내달|향후|앞으로|내일|모레|내주|글피")
_FUTURE = re.compile(rf"{_TO_COME.pattern}|다음|이듬|익년")  # told of the past, too
_GONE = re.compile(r"지난|작년|어제|전날")
_AIMING = re.compile(r"(?:으|ᆯ|을)?(?:러|려고|려)|고자")
_DECIDING = frozenset(("결정", "결의", "합의", "약속", "결심", "다짐", "의결"))
# What is told with ㄹ 것을 before it: asked for, announced, urged.
_ASKING = _DECIDING | {
    "주장", "요구", "촉구", "제안", "건의", "지시", "명령", "명하다", "권고", "요청", "선언", "주문", "권하다", "당부", "경고", "호소",
    "선고", "천명", "맹세", "청원", "제의", "발표", "예고", "통보", "권유", "종용", "강요", "강조", "역설", "주창", "설득",
}  # fmt: skip
_CARRYING = frozenset(("태우다", "싣다", "실리다", "이끌다", "거느리다", "지휘", "품다", "인솔"))
_LEADING_OTHERS = frozenset(("이끌다", "거느리다", "데리다", "인솔"))
# 의사로 이루어진 구호대: with 로 they say what something is made of.
_CONSISTING = frozenset(("이루어지다", "구성", "이뤄지다"))
_OUTLOOKS = frozenset(("전망", "관측", "예상", "예측", "예언"))
_FACTS = frozenset(("사실", "소식", "소문", "보도", "의혹", "것"))
_ACCUSATIONS = frozenset(("혐의", "죄", "죄목", "의혹"))  # 때린 혐의를 받는다
# Nouns over a clause that say how it bears on the main one: 세상을 떠나는 바람에.
_CIRCUMSTANCES = frozenset(("것", "데", "동안", "과정", "바람", "통", "탓", "까닭", "덕분", "때문", "와중", "사이"))


@dataclass(slots=True)
class _Between:
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
    "연설", "연설문", "회견", "인터뷰", "발표문", "성명", "담화", "담화문", "브리핑", "강연", "토론", "토론회", "기고", "기고문", "간담회",
    "대담", "논평", "보도자료", "강의", "서한", "질의", "답변", "유세", "축사", "취임사", "신년사", "칼럼", "기사",
    "자서전", "회고록",
)  # fmt: skip
# Where much else is done, too: only what is reported of a day was said there (14일 라디오 방송에서).
_UTTERANCES_OF_A_DAY = (
    *_UTTERANCES, "방송", "프로그램", "뉴스", "라디오", "트위터", "페이스북", "블로그", "유튜브", "팟캐스트", "홈페이지",
)  # fmt: skip


def _tells_who_or_where(parse: Parse, group: TimeGroup, index: int, phrase: Phrase) -> bool:
    """Whether a phrase behind a time makes it the time of a saying: ``이튿날 은행도``, ``3월 2일 기자회견에서``."""
    places = _UTTERANCES_OF_A_DAY if len(group.dates[0]) == DAY else _UTTERANCES
    there = phrase.particle in ("에서", "에서도") and phrase.form.endswith(places)
    return is_said_by_none_behind(parse.units, index) if there else speaks_too(parse.units, index)


def own_clause(
    parse: Parse, group: TimeGroup, later: list[TimeGroup], words: Vocabulary
) -> tuple[Clause | Phrase, str] | None:
    """What the time governs: the first predicate to its right that can take it.

    A prenominal clause that the time passed over gets it back where the main clause has a time of its own or is a
    mere state.
    """
    topic_before = _has_topic(parse, group) and not _stands_in_report(parse, group)
    to_come, ahead = is_to_come(group), _lies_ahead(group)
    between = _Between()
    passed: list[Clause] = []

    def has_time_of_its_own(index: int) -> bool:
        own = [g for g in later if passed and passed[0].index < g.first < index]
        return bool(own) and not _shares_verb(parse, own[0], index)

    def reports_of_others(clause: Clause, quoted: Predicate, between: _Between) -> bool:
        """``경찰은 4일 김씨가 풀려나 출국했다고 밝혔다``: the day is of the saying, as it is with one reported clause."""
        at = parse.units.index(quoted)
        told = parse.units[group.last + 1 : clause.index]
        about_others = topic_before and group.bare_day and any(isinstance(u, Phrase) and u.subject for u in told)
        return about_others and _is_what_is_said(parse, quoted, at, group, later, topic_before, between)

    for index in range(group.last + 1, len(parse.units)):
        unit = parse.units[index]
        if isinstance(unit, Phrase):
            between.pass_phrase(unit, _tells_who_or_where(parse, group, index, unit))
            continue
        clause = parse.clause_at(index)
        if topic_before and group.bare_day and any(g.first < index for g in later) and _is_reported_on(parse, index):
            between.pass_predicate()
            continue  # 정부는 10일 북한이 9일 발사했을 가능성이 있다고 밝혔다
        if any(g.first < index for g in later) and leads_into_decision(parse, index):
            between.pass_predicate()
            continue  # 전날 협의에서 21일 본회의를 열어 처리하기로 합의했다
        if clause.nested and not unit.copula and any(g.times[0] in _times_of(clause) for g in later):
            between.pass_predicate()
            continue  # 1929년부터 1942년 검거될 때까지 모았다
        if _is_quoted_in_modifier(parse, index):
            between.pass_predicate()
            continue  # 반복된다고 주장하는 논문을 발표하였다
        if is_decided(parse, index):
            if unit.kind == "nominal" and (group.behind_day or ahead):
                return clause, "nominal_clause"  # 28일 회담에서 추석에 만나기로 합의했다
            continue  # 조사하기로 합의했다
        if clause.nested and unit.kind == "connective" and unit.lemma in _LEADING_OTHERS and not later:
            between.pass_predicate()
            continue  # 세 척의 배를 이끌고 항구를 떠난 그는
        if ahead and unit.kind == "prenominal" and not unit.past and not unit.copula and _is_done(clause, words):
            return clause, "prenominal_clause"  # 다음 달 9일 열리는 회의 일정을 발표했다
        if _is_feat(parse, clause, words):
            return clause, "prenominal_clause"  # 네 척을 파괴하는 성과를 거두었다
        if to_come and has_happened(unit):
            break  # 내년 예산안을 비판했다: the time is of the noun
        if _tells_when(unit, group, index) or _rides(parse, clause, words):
            between.pass_predicate()
            continue
        if unit.ending.endswith("려던") and clause.head is not None and clause.head.form in ("일정", "계획"):
            return clause, "prenominal_clause"  # 19일 출국하려던 일정을 20일로 바꾸었다
        if (
            _sets_off_main(parse, clause, group)
            or _leads_to_toll(parse, clause, group, later, words)
            or _comes_out(parse, clause)
        ):
            between.pass_predicate()
            continue
        if unit.kind == "connective" and unit.ending in _IF and not unit.past:
            if any(index < g.first for g in later):
                break  # 24일까지 타결되지 않으면 다음 달 파업에 들어간다
            between.pass_predicate()
            continue  # 시작하면 잃을 수 있으므로: nothing that happened
        if unit.kind == "quotative":
            if _becomes_known(parse, index, group.pause):
                between.pass_predicate()
                continue  # 7월, 해체한다는 사실이 알려졌다
            told = _noun_told(parse, index)
            if unit.ending.endswith("는") and told is not None and told.form in _WRITINGS:
                between.pass_predicate()
                continue  # 화석을 발견했다는 연구 성과가 실렸다
            if _gives_reason(parse, index) or _sets_scene_of_promise(group, unit) or says_of_other(parse.units, index):
                between.pass_predicate()
                continue
            if (said := _said_noun(parse, index, words)) is not None:
                return said, "reported_noun"
            if _accompanies(parse, index, words):
                between.pass_predicate()
                continue  # 정부를 세워야 한다며 평양으로 떠났다
            if _is_what_is_said(parse, unit, index, group, later, topic_before, between):
                continue
        if _passes_by(parse, index, group):
            between.pass_predicate()
            continue
        if is_aim(parse, index):
            if any(index < g.first for g in later):
                passed.append(clause)  # 2030년까지 가기 위해 2025년 시험했다
        elif passes(clause, words) or is_adverbial(clause):
            if unit.copula and clause.nested and clause.head is not None and clause.head.time is not None:
                break  # 새해 첫 근무일인 2일: the other time has it
            if topic_before and unit.copula and unit.ending == "던":
                break  # 대통령은 지난해 의장국이었던 한국과
            if not _lets_through(clause, words) or (unit.kind == "quotative" and group.particle.startswith(_LASTING)):
                break
        elif not clause.nested and not (
            (quoted := leads_into_quotation(parse, index))
            and (between.speaker or _sets_scene_of_promise(group, quoted) or reports_of_others(clause, quoted, between))
        ):
            return (passed[0], "passed_clause") if has_time_of_its_own(index) else (clause, "own_clause")
        elif is_work_begun(parse, clause) or (_is_followed(clause) and not later):
            return clause, "prenominal_clause"
        elif clause.nested and not between.topic and group.pause:
            if unit.kind == "prenominal" and unit.past and _is_done(clause, words):
                passed.append(clause)
        elif clause.nested and not between.topic:
            reported = _said_after(parse, clause)
            if reported is not None and reports_of_others(clause, reported, between):
                between.pass_predicate()
                continue
            if has_time_of_its_own(index):
                return passed[0], "passed_clause"
            if not _is_far(parse, clause, group, later, topic_before, between, words):
                return clause, "prenominal_clause" if unit.kind == "prenominal" else "nominal_clause"
            if (unit.past or unit.kind == "connective") and _is_done(clause, words):
                passed.append(clause)
        between.pass_predicate()
    return (passed[-1], "passed_clause") if passed else None


def _times_of(clause: Clause) -> list[Timex]:
    """The times that stand in a clause."""
    return [p.time for p in clause.phrases if p.time is not None]


def is_work_begun(parse: Parse, clause: Clause) -> bool:
    """``기술자를 양성하는 일을 시작했다``: what the clause tells is what was begun, taken on or done."""
    head, main = clause.head, parse.next_predicate(clause.index)
    if head is None or head.form not in ("일", "사업", "작업", "업무", "활동") or not head.object or main is None:
        return False
    return clause.predicate.ending == "는" and clause.nested and main.lemma in _TAKING_ON


_TAKING_ON = frozenset(("시작", "개시", "맡다", "하다", "담당", "벌이다", "전개", "펼치다", "착수"))


def _is_followed(clause: Clause) -> bool:
    """``참배한 데 이어 회견했다``: a clause that the main one only goes on from."""
    head = clause.head
    after = head is not None and head.form == "데" and head.relation == "잇다"
    return after and clause.predicate.past and clause.predicate.kind == "prenominal"


_FEATS = frozenset(
    ("성과", "쾌거", "전과", "업적", "기염", "개가", "위업", "활약", "영예", "영광", "기쁨", "아픔", "수모", "불운", "고초", "시련",
     "굴욕", "행운", "감격", "비극", "치욕", "슬픔")
)  # fmt: skip


def _is_feat(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """Whether a clause tells the feat that the main one only says was achieved."""
    head, main = clause.head, parse.next_predicate(clause.index)
    feat = head is not None and head.form in _FEATS and head.object and clause.predicate.kind == "prenominal"
    return feat and main is not None and main.lemma in _ACHIEVING and _is_done(clause, words)


_ACHIEVING = frozenset(
    (
        "거두다",
        "올리다",
        "이루다",
        "세우다",
        "이룩",
        "달성",
        "토하다",
        "펼치다",
        "안다",
        "누리다",
        "맛보다",
        "겪다",
        "당하다",
        "얻다",
    )
)


def is_to_come(group: TimeGroup) -> bool:
    """Whether a time lies ahead of the day of the text, so that nothing told in the past happened then: ``오는 5월 19일``.

    Not a month told in a story (``다음 달``), nor how long something is to last (``내년 3월까지 연장했다``).
    """
    return not group.particle.startswith(("까지", "부터")) and _lies_ahead(group)


def _lies_ahead(group: TimeGroup) -> bool:
    anchor = group.times[0].anchor
    counted_from_text = anchor is not None and anchor.start is None
    return _AHEAD.match(group.times[0].text) is not None or (
        counted_from_text and _TO_COME.match(group.times[0].text) is not None
    )


def _is_ahead(group: TimeGroup) -> bool:
    """Whether a time lies behind the day of the document from which it was reckoned."""
    anchor = group.times[0].anchor
    return anchor is not None and anchor.start is None and group.dates[0] > anchor.value[: len(group.dates[0])]


def has_happened(predicate: Predicate) -> bool:
    """Whether a predicate tells what is done already: 발표했다, not 하기로 했다 nor 했다고."""
    told = predicate.kind in ("final", "connective") and predicate.past
    return told and predicate.modality is None and not predicate.copula


def _shares_verb(parse: Parse, group: TimeGroup, index: int) -> bool:
    """``1946년에는 <봄>을, 이듬해에는 <가을>을 공연했다``: what ends before a time has its verb behind the next like phrase."""
    before = parse.before(group.first)
    if not isinstance(before, Phrase) or not before.pause or not (before.object or before.subject):
        return False
    behind = (u for u in parse.units[group.last + 1 : index] if isinstance(u, Phrase))
    return any(u.object == before.object and u.subject == before.subject for u in behind)


def is_aim(parse: Parse, index: int) -> bool:
    """``공부하러 건너갔다``, ``설립하기 위해 팔았다``: what the main clause is done for; the time is of the main clause."""
    unit, after = parse.units[index], parse.after(index)
    if not isinstance(unit, Predicate):
        return False
    if unit.kind == "nominal":
        return isinstance(after, Predicate) and after.lemma == "위하다"
    return unit.kind == "connective" and bool(_AIMING.fullmatch(unit.ending))


_RIDING = frozenset(("타다", "실리다", "오르다", "탑승", "승선"))


def _rides(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """``로켓에 실려 발사되었다``, ``배를 타고 떠났다``: the clause only says with what the next thing was done."""
    predicate, after = clause.predicate, parse.next_predicate(clause.index)
    if predicate.lemma not in _RIDING or predicate.kind != "connective" or predicate.ending not in LEADING:
        return False
    kind = words.framed(clause) or words.kind_of(predicate)
    moved = kind is not None and kind.name == "MOVEMENT" and not predicate.pause and not predicate.past
    return moved and after is not None and not after.copula and after.kind != "quotative"


_BROKEN_OFF = re.compile(r"(?:으|ᆯ|을)?려다가?")


def is_broken_off(predicate: Predicate) -> bool:
    """``훔치려다 붙잡혔다``, ``팔려다가 그만두었다``: what somebody was about to do and did not."""
    stopped = predicate.modality == "PLANNED" and predicate.ending in ("다가", "다") and predicate.kind == "connective"
    return stopped or _BROKEN_OFF.fullmatch(predicate.ending) is not None


def _passes_by(parse: Parse, index: int, group: TimeGroup) -> bool:
    """``자정을 넘기면서``, ``오전 5시를 조금 넘겨``: the time goes by; nothing else happens then."""
    unit = parse.units[index]
    near = all(isinstance(u, Phrase) and not u.particles for u in parse.units[group.last + 1 : index])
    if isinstance(unit, Predicate) and unit.lemma == "가다" and unit.kind == "connective":
        return index == group.last + 1 and group.particle == "에"  # 1949년 5월에 가서야
    going = isinstance(unit, Predicate) and unit.lemma in ("넘기다", "넘다", "지나다", "지나서다")
    return going and near and group.particle in ("을", "를", "이", "가")


_IF = frozenset(("면", "으면"))
_TURNING = frozenset(("저물다", "가다", "다하다", "끝나다", "밝다", "되다", "시작", "지나다", "저물어가다"))
_ABOUT_WHEN = frozenset(("무렵", "즈음", "때", "쯤", "전"))


def _tells_when(predicate: Predicate, group: TimeGroup, index: int) -> bool:
    """``1941년이 저물 무렵``, ``1945년이 되자``: the time itself turns, and dates what comes next."""
    if group.particle not in ("이", "가", "") or index != group.last + 1 or predicate.lemma not in _TURNING:
        return False
    comes = predicate.kind == "connective" and predicate.lemma == "되다"
    return comes or (predicate.kind == "prenominal" and predicate.head in _ABOUT_WHEN and group.particle != "")


def is_decided(parse: Parse, index: int) -> bool:
    """``조사하기로 합의했다``, ``철회할 것을 요구했다``: what is decided upon; the time is of the decision."""
    unit, after = parse.units[index], parse.after(index)
    if not isinstance(unit, Predicate):
        return False
    if unit.kind == "nominal":
        if isinstance(after, Phrase) and not after.particles and after.time is None:
            after = parse.after(index + 1)  # 만나기로 최종 합의했다
        return isinstance(after, Predicate) and after.lemma in _DECIDING
    if unit.ending == "도록":
        return isinstance(after, Predicate) and after.lemma in _ASKING  # 멈추도록 명령했다
    asked = unit.ending in ("ᆯ", "을") and isinstance(after, Phrase) and after.form == "것" and after.object
    verb = parse.after(index + 1) if asked else None
    return isinstance(verb, Predicate) and verb.lemma in _ASKING


def _is_quoted_in_modifier(parse: Parse, index: int) -> bool:
    """Whether a predicate is what somebody or something says that only modifies a noun (``…라고 주장하는 논문``), or says it."""
    unit, before, after = parse.units[index], parse.before(index), parse.after(index)
    if not isinstance(unit, Predicate):
        return False
    if unit.kind == "quotative" and isinstance(after, Predicate):
        return _modifies_as_saying(after)
    return _modifies_as_saying(unit) and isinstance(before, Predicate) and before.kind == "quotative"


def _modifies_as_saying(unit: Predicate) -> bool:
    on = unit.ending in ("는", "던") and unit.going_on is not None
    return (
        unit.kind == "prenominal" and on and unit.lemma in _ASKING | _CLAIMING and unit.head not in ("것", "데", "점")
    )


_CLAIMING = frozenset(("말하다", "주장", "외치다", "적다", "쓰다", "설명", "비판", "묻다", "밝히다", "달라다", "믿다"))


def leads_into_decision(parse: Parse, index: int) -> bool:
    """``회의를 열어 처리하기로 합의했다``: whether a clause is a part of what is decided upon."""
    unit = parse.units[index]
    if not isinstance(unit, Predicate) or unit.kind != "connective" or unit.pause or unit.ending not in LEADING:
        return False
    for place in range(index + 1, len(parse.units)):
        if isinstance(behind := parse.units[place], Predicate) and behind.kind != "prenominal":
            return behind.kind == "nominal" and is_decided(parse, place)
    return False


_LASTING = ("까지", "부터", "이후", "이래", "이전")


def _is_done(clause: Clause, words: Vocabulary) -> bool:
    """Whether somebody does or undergoes something in a clause, by a known word or by what it takes."""
    predicate = clause.predicate
    if predicate.stative or predicate.lemma in words.stative:
        return False
    return words.kind_of(predicate) is not None or any(p.particles and not p.topic for p in clause.phrases)


def _is_what_is_said(
    parse: Parse,
    unit: Predicate,
    index: int,
    group: TimeGroup,
    later: list[TimeGroup],
    topic_before: bool,
    between: _Between,
) -> bool:
    """Whether a time passes over a reported clause to the verb of saying.

    It does where the speaker stands between (``1989년 그는 …했다고 말했다``) and, in news, where it is a mere day
    (``회사는 24일 …했다고 밝혔다``); a later time of the verb's own leaves it to the clause.
    """
    said = parse.next_predicate(index)
    if any(index < g.first and (said is None or g.start < said.start) for g in later):
        return False
    if group.behind_day and len(group.dates[0]) < DAY:
        return False  # 부는 1일 지난달 수출은 줄었다고 밝혔다
    if any(group.last < g.first < index for g in later):
        return True  # 19일 이듬해 4월에 바꾸겠다고 밝혔다: the inner time is what is said
    if _TO_COME.match(group.times[0].text):
        return False  # 오는 25일 총회를 연다고 밝혔다
    if _is_ahead(group) and (_urges(unit) or unit.ending.endswith(("라고", "으라고"))):
        return False  # 정부는 20일 공청회를 열자고 제안했다
    if _is_announced(parse, group, unit, index, topic_before or between.subject or between.topic):
        return True
    if _urges(unit) or (topic_before and unit.promised and len(group.dates[0]) == DAY and not between.subject):
        return True  # 교황은 1095년 11월 되찾자고 호소하였다
    gone = _GONE.match(group.times[0].text) is not None and unit.promised
    if gone or (between.body and not unit.past and not unit.copula and not unit.stative):
        return True  # 지난 2월 늘리겠다고 발표했다, 2013년 회사가 인수한다고 발표했다
    said_then = topic_before and group.bare_day and (unit.past or not between.subject)
    return between.speaker or (said_then and not group.behind_day)


def _is_announced(parse: Parse, group: TimeGroup, unit: Predicate, index: int, speaker: bool) -> bool:
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
    if group.particle.startswith(_LASTING) or _STILL.match(group.times[0].text) or _FUTURE.match(group.times[0].text):
        return False
    anchor = group.times[0].anchor
    if speaker and said.lemma in _ANNOUNCING and (anchor is None or anchor.start is not None):
        return True
    ordered = not unit.copula and unit.ending in ("라고", "으라고", "자고")
    return speaker and (ordered or unit.promised) and said.lemma in _ASKING | _ANNOUNCING


def _told_before(parse: Parse, group: TimeGroup) -> bool:
    """Whether another time stands before a time in its own clause."""
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate) and unit.kind in ("connective", "final"):
            return False
        if isinstance(unit, Phrase) and unit.time is not None:
            return True
    return False


_ANNOUNCING = frozenset(("발표", "선언", "선포", "공표", "공언", "천명", "포고"))
_STILL = re.compile(r"올해|금년|이번|이달|올 ")


def _accompanies(parse: Parse, index: int, words: Vocabulary) -> bool:
    """``세워야 한다며 떠났다``: what somebody says while doing what the main clause tells."""
    unit, main = parse.units[index], parse.main_behind(index)
    if not isinstance(unit, Predicate) or unit.ending not in (
        "다며",
        "라며",
        "자며",
        "다면서",
        "라면서",
        "ᆫ다며",
        "는다며",
    ):
        return False
    kind = words.kind_of(main.predicate) if main is not None else None
    return main is not None and kind is not None and kind.name not in ("STATEMENT", "CONFLICT", "DECISION")


def _urges(unit: Predicate) -> bool:
    """``되찾자고``, ``끝내야 한다고``: what somebody calls for has not happened then."""
    return unit.ending in ("자고", "자며", "자면서") or (
        unit.ending in ("다고", "ᆫ다고", "는다고") and "야" in unit.frames
    )


def _lets_through(clause: Clause, words: Vocabulary) -> bool:
    """Whether a time goes on past a predicate that is no happening; a state of the main clause keeps it."""
    relation = clause.predicate.lemma in words.relational or clause.predicate.kind == "quotative"
    return clause.nested or relation or is_adverbial(clause) or _makes_of(clause) or _leads_from_state(clause.predicate)


def _leads_from_state(predicate: Predicate) -> bool:
    """``현실에 충실하며 다시 등록했다``: a state that only goes along with the main clause."""
    along = predicate.kind == "connective" and predicate.ending in LEADING | {"며", "으며", "면서", "으면서"}
    return along and not predicate.past and not predicate.copula and not predicate.negated


def is_adverbial(clause: Clause) -> bool:
    """``계속해서``, ``이어서``, ``유일하게``: a predicate that only says how."""
    predicate = clause.predicate
    if (predicate.stative or predicate.lemma == "넘다") and predicate.ending in ("게", "이"):
        return True
    if predicate.lemma == "나누다" and predicate.kind == "connective" and predicate.ending in LEADING:
        return not predicate.pause  # 세 번에 나눠 치르다
    alone = not any((p.object or p.subject) and p.time is None for p in clause.phrases)
    return alone and predicate.lemma in _ADVERBS and predicate.ending in ("어서", "어", "아", "아서", "여", "여서")


def _has_topic(parse: Parse, group: TimeGroup) -> bool:
    """Whether a topic stands before the time in its own clause."""
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate) and unit.kind in ("connective", "final") and not unit.stative:
            return False
        if isinstance(unit, Phrase) and unit.topic and unit.time is None:
            return True
    return False


def _stands_in_report(parse: Parse, group: TimeGroup) -> bool:
    """``통신은 이스라엘이 8일 공습했다고 보도했다``: whether a time stands behind who did it, in what is reported."""
    for unit in reversed(parse.units[: group.first]):
        if isinstance(unit, Predicate):
            return False
        if unit.subject and unit.time is None:
            return parse.reported_behind(group.last) is not None
        if unit.topic and unit.time is None:
            return False
    return False


def _is_reported_on(parse: Parse, index: int) -> bool:
    """Whether a predicate stands in what is reported: it is none of the reporting, which follows."""
    unit = parse.units[index]
    told = (u for u in parse.units[index + 1 :] if isinstance(u, Predicate))
    return (
        isinstance(unit, Predicate)
        and unit.kind not in ("final", "quotative")
        and any(u.kind == "quotative" for u in told)
    )


def _said_noun(parse: Parse, index: int, words: Vocabulary) -> Phrase | None:
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


def _becomes_known(parse: Parse, index: int, pause: bool) -> bool:
    """``…했다는 사실이 알려졌다``: what is said is only the content of a fact, of which the main clause tells.

    After a pause of the time whatever that is; else where somebody finds the fact out: ``…한다는 사실을 알아냈다``.
    """
    fact, main = parse.after(index), parse.after(index + 1)
    if not isinstance(fact, Phrase) or fact.form not in _FACTS or not isinstance(main, Predicate):
        return False
    return main.kind != "prenominal" and (pause or (fact.object and main.lemma in _FINDING))


_REASONS = frozenset(("이유", "명목", "구실", "핑계", "명분", "빌미", "까닭", "혐의", "죄", "죄목"))


def _noun_told(parse: Parse, index: int) -> Phrase | None:
    """The noun over what is said, a bare one before it passed over: 성과 of ``발견했다는 연구 성과``."""
    after = parse.after(index)
    if isinstance(after, Phrase) and not after.particles:
        after = parse.after(index + 1)
    return after if isinstance(after, Phrase) else None


def _gives_reason(parse: Parse, index: int) -> bool:
    """``방해가 된다는 이유로 헐렸다``: why the main thing was done."""
    unit, after = parse.units[index], parse.after(index)
    reason = isinstance(after, Phrase) and after.form in _REASONS and after.particle in ("로", "으로")
    return reason and isinstance(unit, Predicate) and unit.ending.endswith("는")


def _comes_out(parse: Parse, clause: Clause) -> bool:
    """``입국한 사실이 알려지면서``: what is only the content of a fact that comes to light then."""
    head = clause.head
    if clause.predicate.kind != "prenominal" or head is None or head.form not in _FACTS or not head.subject:
        return False
    main = parse.next_predicate(parse.units.index(head))
    return main is not None and main.lemma in _COMING_OUT


_COMING_OUT = frozenset(("알려지다", "드러나다", "밝혀지다", "발각", "적발", "탄로", "들통나다"))
_COMING = frozenset(("오다", "가다", "모이다", "타다"))


def _sets_off_main(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """Whether a prenominal clause only tells who or what the main one is about, to which the time goes on.

    By what name it goes (``쿠마이라고도 알려진 곳``), what was only meant (``피란하려던 왕은``), or of the subject, where it
    came (``병천에 모인 주민들은``).
    """
    predicate, head = clause.predicate, clause.head
    if predicate.kind != "prenominal" or group.particle.startswith(_LASTING):
        return False
    if predicate.ending.endswith("려던") or _only_names(parse, clause):
        return True
    if head is not None and head.form in _WRITINGS and (head.subject or head.topic or head.particle == "도"):
        main = parse.main_behind(clause.index)
        if main is not None and main.predicate.lemma in _PRINTED and predicate.past:
            return True  # 구조를 발견한 논문이 네이처에 실렸다
    rescued = parse.next_predicate(clause.index) if head is not None and head.object and predicate.past else None
    if rescued is not None and rescued.lemma in _RESCUING and predicate.voice != "causative":
        return clause.own_subject is None  # 물에 빠진 아이를 구했다
    about = head is not None and (head.subject or head.topic or head.particle == "도")
    attitude = predicate.noun is not None and predicate.lemma in _ATTITUDES and predicate.past
    if about and not group.particle and (attitude or (predicate.going_on is False and predicate.ending == "던")):
        return not group.pause or attitude  # 1519년 개혁에 반발한 훈구파가 …, 1388년 정벌에 나섰던 이성계는
    about = about and head is not None and head.entity is None
    return about and predicate.lemma in _COMING and predicate.past and not group.particle


_WRITINGS = frozenset(("논문", "기사", "글", "보고서", "작품", "소설", "책", "사설", "칼럼", "성과", "결과", "기고문"))
_PRINTED = frozenset(("실리다", "게재", "발표", "출간", "발간", "나오다", "출판", "간행", "연재", "공개"))


def _leads_to_toll(parse: Parse, clause: Clause, group: TimeGroup, later: list[TimeGroup], words: Vocabulary) -> bool:
    """``7일 밤 불어난 물에 갇힌 주민 3명이 숨졌다``: what befell somebody on the way to what the main clause tells of a day."""
    predicate = clause.predicate
    if predicate.kind != "prenominal" or not predicate.past or len(group.dates[0]) != DAY or clause.head is None:
        return False
    main = parse.main_behind(clause.index)
    if main is None or any(g.first < main.index for g in later):
        return False
    state = next(
        (c for c in parse.clauses if c.head is not None and c.head.form == "채" and c.head in main.phrases), None
    )
    told = main.own_subject
    if told is None and state is not None:
        told = state.own_subject or clause.own_subject  # 남성이 (물에 빠진 차에서) 숨진 채 발견됐다
    kind = words.kind_of(main.predicate)
    suffered = (kind is not None and kind.name in ("DEATH", "INJURY")) or main.predicate.lemma in _FOUND
    into = clause.head
    while told is not None and into is not told and (behind := _nested_over(parse, into)) is not None:
        into = behind
    aside = told is not None and group.start < told.start < clause.predicate.start and clause.index < main.index
    return suffered and told is not None and (into is told or aside)


def _nested_over(parse: Parse, phrase: Phrase) -> Phrase | None:
    """The noun of the prenominal clause that a phrase is a part of: 주민 of ``물에 갇힌 주민``."""
    over = (c for c in parse.clauses if any(p is phrase for p in c.phrases))
    return next((c.head for c in over if c.predicate.kind == "prenominal"), None)


_FOUND = frozenset(("발견", "구조", "구출", "이송", "실려가다", "옮겨지다", "대피", "실종"))
_ATTITUDES = frozenset(
    (
        "반발",
        "반대",
        "항의",
        "분노",
        "격분",
        "분개",
        "불만",
        "고무",
        "자극",
        "실망",
        "위기감",
        "불안",
        "동조",
        "찬성",
        "지지",
        "감동",
        "공감",
    )
)
_RESCUING = frozenset(("구하다", "구조", "구출", "구해내다", "살리다", "살려내다", "구명"))
_FINDING = frozenset(("알아내다", "밝혀내다", "밝히다", "발견", "확인", "입증", "증명", "규명", "알아차리다", "깨닫다"))
_NAMING = frozenset(("알려지다", "불리다", "불리우다", "일컬어지다", "칭하다", "부르다", "일컫다", "하다"))


def _only_names(parse: Parse, clause: Clause) -> bool:
    """``쿠마이라고도 알려진 그리스``: a prenominal clause that only tells by what name its head goes."""
    before = parse.before(clause.index)
    named = isinstance(before, Predicate) and before.kind == "quotative" and before.copula
    named = named or (isinstance(before, Phrase) and before.head.tag == QUOTE)
    return clause.predicate.lemma in _NAMING and named


def _sets_scene_of_promise(group: TimeGroup, quoted: Predicate) -> bool:
    """``4월 4일에는 공장을 짓겠다고 발표했다``: the time is of the promise, not of what is promised."""
    return group.scene and (quoted.promised or quoted.ending == "자고") and not _FUTURE.match(group.times[0].text)


def leads_into_quotation(parse: Parse, index: int) -> Predicate | None:
    """``승인을 받아 방출한다고 발표했다``: the predicate of what is reported, where a clause is a part of it."""
    unit = parse.units[index]
    if not isinstance(unit, Predicate) or unit.kind != "connective" or unit.pause:
        return None
    return parse.reported_behind(index)


def _said_after(parse: Parse, clause: Clause) -> Predicate | None:
    """``두 명을 다치게 한 뒤 달아났다고 밝혔다``: the reported predicate behind a nested clause that only says when."""
    return parse.reported_behind(clause.index) if clause.predicate.head in ("뒤", "후", "직후") else None


_BEFALLEN = frozenset(("사고", "사건", "사태", "참사", "일"))


def _befalls(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """``전화기가 폭발하는 사고가 일어났다``: the main clause only says that what the nested one tells happened."""
    head = clause.head
    if head is None or not head.subject:
        return False
    for unit in parse.behind(head):
        if isinstance(unit, Predicate):
            return (unit.lemma, "이") in words.light
        if unit.subject or unit.object or unit.topic:
            return False
    return False


def _goes_on_now(parse: Parse, clause: Clause) -> bool:
    """Whether the main clause is of what goes on: ``모으고 있다``."""
    last = next((u for u in reversed(parse.units) if isinstance(u, Predicate)), None)
    return last is not None and last is not clause.predicate and last.kind == "final" and "있" in last.frames


def _stands_within(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """``법원은 A씨가 지난 3월 증거를 인멸한 사실을 인정했다``: whether a time stands behind the subject of a clause that tells
    what its noun is, and the topic of the main one before that."""
    subject, head = clause.own_subject, clause.head
    if subject is None or head is None or head.form not in _TOLD_OF or clause.predicate.kind != "prenominal":
        return False
    place = parse.units.index(subject)
    before = parse.units[:place]
    return place < group.first and any(isinstance(u, Phrase) and u.topic and u.time is None for u in before)


_MANNERS = frozenset(("수법", "방식", "방법", "식", "수단", "형식", "형태"))
_TOLD_OF = frozenset(("점", "사실", "것", "정황", "혐의", "의혹", "증거", "정황", "경위", "장면", "모습", "일", "데"))
_HOLDING_OFFICE = frozenset(("있다", "재직", "재임", "근무", "복무"))


def _is_far(
    parse: Parse,
    clause: Clause,
    group: TimeGroup,
    later: list[TimeGroup],
    topic_before: bool,
    between: _Between,
    words: Vocabulary,
) -> bool:
    """Whether a time passes over a nested clause: what comes between makes it the clause's own matter."""
    predicate = clause.predicate
    if _stands_within(parse, clause, group):
        return False
    sense = words.standing.get(predicate.head or "")
    lasting = group.particle.startswith(("부터", "까지")) or "/" in group.dates[0]
    lasting |= predicate.head in ("때", "무렵", "당시", "즈음")
    gone_on = predicate.going_on or "오" in predicate.frames  # 활약해 온
    if predicate.modality == "PLANNED" and predicate.ending == "던" and predicate.kind == "prenominal":
        return False  # 1940년 열릴 예정이던 대회는 취소되었다
    if clause.head is not None and clause.head.form in _MANNERS and clause.head.particle in ("로", "으로"):
        return True  # 허위 계산서를 발행하는 수법으로 빼돌렸다
    if predicate.head in ("중", "도중", "상태", "상황", "조건", "환경", "가운데", "채", "대신") or (
        gone_on and not lasting
    ):
        return True
    if (
        between.subject
        and clause.own_subject is None
        and predicate.kind == "prenominal"
        and predicate.voice == "passive"
    ):
        return True  # 2006년 법원이 구속된 회장을 석방했다
    if predicate.head == "때" and predicate.lemma in _HOLDING_OFFICE:
        return True  # 이조정랑으로 있을 때 탄핵하였다
    led = parse.clause_of(clause.head) if predicate.kind == "connective" and clause.head is not None else None
    if led is not None and led.predicate.head in ("중", "도중"):
        return True  # 타고 가던 중 급서하였다
    if group.particle == "부터" and predicate.kind == "prenominal" and predicate.past and _goes_on_now(parse, clause):
        return True  # 2009년부터 유실된 문화재를 찾고 있다
    if predicate.kind == "prenominal" and predicate.ending == "는" and "있" in predicate.frames:
        return not lasting and not later and group.particle != "현재"  # 음반에 수록되어 있는 곡을
    if group.scene and predicate.kind == "prenominal" and clause.head is not None and sense is None:
        return predicate.head not in ("때", "뒤", "후", "끝", "것")
    if clause.head is not None and clause.own_subject is None and phrase_trigger(clause.head, words) is not None:
        if (predicate.lemma, "이") in words.light:
            return False  # 12월에 열릴 협의에서: the noun is the happening
    if lasting and is_content(clause):
        return False  # 2030년까지 원전을 짓는 계획을 발표했다
    if predicate.modality in ("POSSIBLE", "PLANNED") or predicate.ending in ("ᆯ", "을"):
        return sense not in ("planned", "possible") and predicate.head not in ("때", "무렵", "당시", "즈음")
    if predicate.kind == "prenominal" and predicate.lemma in _CARRYING and clause.head is not None and not later:
        return True  # 승객을 태운 여객선이 침몰했다
    accused = clause.head if predicate.head in _ACCUSATIONS else None
    if accused is not None and accused.particle in ("로", "으로"):
        return not _tells_deed(parse, clause, group)  # 때린 혐의로 체포되었다
    if topic_before and _is_charge(clause):
        return True  # 법원은 … 기소된 최 회장에게 선고했다
    if sense == "after" or predicate.head in ("때", "지", "결과") or (accused is not None and accused.object):
        return False
    known = words.kind_of(predicate) or words.framed(clause)
    if predicate.ending == "는" and clause.head is not None and _befalls(parse, clause, words):
        if known is not None and predicate.head in _BEFALLEN:
            return False
        if phrase_trigger(clause.head, words) is not None:
            return True  # 항의하는 시위가 일어났다
    ranged = "/" in group.dates[0] and len(group.times) > 1
    if ranged and later and predicate.kind == "prenominal" and predicate.past and any(p.object for p in clause.phrases):
        return False  # 2014년부터 2019년까지 값을 담합한 업체에 과징금을 부과했다고 올해 발표했다
    if (known is None and not _light_over_event(clause, words)) or (topic_before and group.bare_day):
        return True
    own = int(_opens_doors(clause))
    if topic_before and (between.subject or between.objects > own or between.phrases > 1 + own):
        return predicate.head not in ("것", "데", "사실")
    into = parse.clause_of(clause.head) if predicate.kind == "connective" and clause.head is not None else None
    lasting = "는" in (predicate.ending, into.predicate.ending if into else "")  # 부수지 않고 이온화하는 방법
    lasting = lasting and (between.objects > 0 or between.subject)
    return lasting and sense != "planned" and predicate.head not in _CIRCUMSTANCES


def _opens_doors(clause: Clause) -> bool:
    """``문을 연 미술관``: the object is a part of the verb."""
    last = clause.phrases[-1] if clause.phrases else None
    return clause.predicate.lemma in ("열다", "닫다") and last is not None and last.form == "문"


def is_content(clause: Clause) -> bool:
    """``원전을 짓는 계획``, ``법을 고치는 방안``: what a plan consists in; the noun is no part of the happening."""
    predicate, head = clause.predicate, clause.head
    to_do = predicate.kind == "prenominal" and predicate.ending in ("는", "ᆯ", "을")
    return to_do and head is not None and head.form.endswith(_UNDERTAKINGS) and any(p.object for p in clause.phrases)


_UNDERTAKINGS = (
    "계획", "계획안", "법안", "법률안", "개정안", "결의안", "방안", "대책", "정책", "사업", "프로젝트", "방침", "목표", "구상", "협약",
    "협정", "계약", "양해각서", "합의", "합의안", "조치", "제도", "법", "조례", "조례안", "공약", "제안", "로드맵", "청사진", "전략",
)  # fmt: skip


def _tells_deed(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """Whether a time before an accusation is of the deed: where it was done stands between, and who is accused is the
    topic: ``A씨는 지난 3일 편의점에서 돈을 훔친 혐의로 체포됐다``, not ``경찰은 지난 3일 …``."""
    between = parse.units[group.last + 1 : clause.index]
    told = any(isinstance(u, Predicate) or u.particle == "에서" for u in between)
    main = parse.next_predicate(clause.index)
    told |= main is not None and main.lemma in _INDICTED and len(group.dates[0].partition("/")[0]) < DAY
    return told and main is not None and main.voice == "passive"


_INDICTED = frozenset(("기소", "송치", "입건", "고발", "재판", "넘겨지다", "불구속기소", "구속기소"))


_CHARGES = frozenset(
    ("기소", "구속", "체포", "송치", "고발", "입건", "고소", "검거", "연행", "수감", "구금", "넘겨지다", "붙잡히다")
)


def _is_charge(clause: Clause) -> bool:
    """``기소된 최 회장에게``, ``구속된 김씨에 대해``: what brought somebody before the court that the main clause tells of."""
    head = clause.head
    to = head is not None and (head.particle in ("에게", "에게는", "의") or head.relation == "대하다")
    return clause.predicate.kind == "prenominal" and clause.predicate.lemma in _CHARGES and to


def passes(clause: Clause, words: Vocabulary) -> bool:
    """Whether a predicate is no happening: relations, states, the copula over a plain noun."""
    predicate = clause.predicate
    if predicate.copula or _makes_of(clause):
        return True
    if predicate.lemma == "앞서다" and predicate.kind == "prenominal" and all(p.time for p in clause.phrases):
        return True  # 앞선 사고: the one before
    if _lies_off(clause) or _is_of_nature(clause) or _exceeds(clause):
        return True
    if predicate.lemma in _CONSISTING and any(p.particle in ("로", "으로") and not p.time for p in clause.phrases):
        return True
    if clause.lasts:
        return False
    if predicate.lemma == "제외" and predicate.voice == "passive":
        return False  # 공휴일에서 제외되었다
    if predicate.lemma in words.stative:
        if (
            predicate.lemma == "있다"
            and predicate.past
            and clause.head is not None
            and phrase_trigger(clause.head, words)
        ):
            return False  # 1964년에 있었던 폭동
        return words.framed(clause) is None and not _light_over_event(clause, words)
    return predicate.stative


def _exceeds(clause: Clause) -> bool:
    """``2000명 넘는 사망자``, ``5년이 넘는 공사``: how many or how long, no happening."""
    predicate = clause.predicate
    last = clause.phrases[-1] if clause.phrases else None
    counted = last is not None and (last.time is not None or any(a.tag in ("SN", "NR") for a in last.atoms))
    return predicate.lemma == "넘다" and predicate.kind == "prenominal" and predicate.ending == "는" and counted


def _is_of_nature(clause: Clause) -> bool:
    """What a clause tells of its noun for good, or of what has not been paid: ``기초가 되는 제안서``, ``밀린 임금``."""
    predicate, head = clause.predicate, clause.head
    if head is None or head.time is not None or predicate.kind != "prenominal":
        return False
    if predicate.lemma == "되다" and predicate.ending == "는":
        return any(p.complement and p.form in _GROUNDS for p in clause.phrases)
    return predicate.lemma == "밀리다" and any(atom.form in _OWED for atom in head.atoms)


_GROUNDS = frozenset(
    ("기초", "바탕", "근거", "토대", "기반", "모태", "기본", "기준", "원형", "전신", "뼈대", "핵심", "중심", "주축")
)
_OWED = (
    "급료",
    "임금",
    "월급",
    "봉급",
    "급여",
    "녹봉",
    "집세",
    "월세",
    "대금",
    "세금",
    "빚",
    "숙제",
    "업무",
    "방세",
    "외상값",
)


def _lies_off(clause: Clause) -> bool:
    """``10km 떨어진 섬``, ``멀리 떨어진 곳``: where something lies, not that it fell."""
    predicate = clause.predicate
    if predicate.lemma != "떨어지다" or predicate.kind != "prenominal":
        return False
    far = any(not p.subject and _DISTANCE.search("".join([a.form for a in p.atoms])) for p in clause.phrases)
    return far or predicate.head in ("곳", "지점", "위치", "거리", "데")


_DISTANCE = re.compile(
    r"(?:\d|천|백|십|만|억|수|몇) ?(?:km|m|㎞|킬로미터|킬로|미터|마일|해리|광년|리|천문단위)(?![가-힣a-z])"
)


def _makes_of(clause: Clause) -> bool:
    """``화합을 주제로 한``, ``초파리를 모델로 하여``: what something is about, or made of."""
    last = clause.phrases[-1] if clause.phrases else None
    of = last is not None and last.particle in ("로", "으로") and last.time is None
    about = last is not None and last.relation is not None
    leads = clause.nested or clause.predicate.ending in LEADING
    return clause.predicate.lemma == "하다" and leads and (about or (of and any(p.object for p in clause.phrases)))


def _light_over_event(clause: Clause, words: Vocabulary) -> bool:
    last = next((p for p in reversed(clause.phrases) if p.time is None), None)
    if last is None or phrase_trigger(last, words) is None:
        return False
    return words.light_frame(clause.predicate.lemma, last.particle) is not None
