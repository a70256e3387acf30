"""What a clause is to the main one: an aim, what is decided or begun, what only sets the scene, and no happening at all.

A time goes on past such clauses to the main one, or stays with them (:mod:`pipeline.events.reach` says when).
"""

from __future__ import annotations

import itertools
import re

from pipeline.events.clauses import NUMERALS, Clause, Parse, tells_how
from pipeline.events.nouns import ends_in_name, phrase_trigger
from pipeline.events.timegroups import DAY, TimeGroup
from pipeline.events.units import LEADING, QUOTE, Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary

_ADVERBS = frozenset(("계속", "잇다", "이어지다", "연이어지다", "나아가다", "더하다", "자르다"))
_AIMING = re.compile(r"(?:으|ᆯ|을)?(?:러|려고|려)|고자")
_DECIDING = frozenset(("결정", "결의", "합의", "약속", "결심", "다짐", "의결", "확정"))
_AGREEING = frozenset(
    itertools.product(("뜻", "의견", "마음", "방침"), ("모으다", "굳히다", "정하다", "같이하다", "세우다", "먹다"))
)
_PERMITTING = frozenset(("승인", "허가", "허락", "의결", "결의", "가결", "인가", "허용", "거부", "결정"))
# What is told with ㄹ 것을 before it: asked for, announced, urged.
ASKING = _DECIDING | {
    "주장", "요구", "촉구", "제안", "건의", "지시", "명령", "명하다", "권고", "요청", "선언", "주문", "권하다", "당부", "경고", "호소",
    "선고", "천명", "맹세", "청원", "제의", "발표", "예고", "통보", "권유", "종용", "강요", "강조", "역설", "주창", "설득",
    "독려", "부탁", "격려", "재촉", "간청", "의뢰",
}  # fmt: skip
# 의사로 이루어진 구호대: with 로 they say what something is made of.
_CONSISTING = frozenset(("이루어지다", "구성", "이뤄지다"))
SUSPICIONS = ("혐의", "의혹")
FACTS = frozenset(("사실", "소식", "소문", "보도", "의혹", "것"))


def is_work_begun(parse: Parse, clause: Clause) -> bool:
    """``기술자를 양성하는 일을 시작했다``: what the clause tells is what was begun, taken on or done."""
    head, main = clause.head, parse.next_predicate(clause.index)
    if head is None or head.form not in ("일", "사업", "작업", "업무", "활동") or not head.object or main is None:
        return False
    return clause.predicate.ending == "는" and clause.nested and main.lemma in _TAKING_ON


_TAKING_ON = frozenset(("시작", "개시", "맡다", "하다", "담당", "벌이다", "전개", "펼치다", "착수"))


def is_followed(clause: Clause) -> bool:
    """``참배한 데 이어 회견했다``: a clause that the main one only goes on from."""
    head = clause.head
    after = head is not None and head.form == "데" and head.relation == "잇다"
    return after and clause.predicate.past and clause.predicate.kind == "prenominal"


_FEATS = frozenset(
    ("성과", "쾌거", "전과", "업적", "기염", "개가", "위업", "활약", "영예", "영광", "기쁨", "아픔", "수모", "불운", "고초", "시련",
     "굴욕", "행운", "감격", "비극", "치욕", "슬픔")
)  # fmt: skip


def is_feat(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """Whether a clause tells the feat that the main one only says was achieved."""
    head, main = clause.head, parse.next_predicate(clause.index)
    feat = head is not None and head.form in _FEATS and head.object and clause.predicate.kind == "prenominal"
    return feat and main is not None and main.lemma in _ACHIEVING and is_done(clause, words)


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


def is_aim(parse: Parse, index: int) -> bool:
    """``공부하러 건너갔다``, ``설립하기 위해 팔았다``: what the main clause is done for; the time is of the main clause."""
    unit, after = parse.units[index], parse.after(index)
    if not isinstance(unit, Predicate):
        return False
    if unit.kind == "nominal":
        return isinstance(after, Predicate) and after.lemma == "위하다"
    if unit.kind != "connective":
        return False
    return bool(_AIMING.fullmatch(unit.ending)) or _leads_into_aim(parse, index, unit)


def _leads_into_aim(parse: Parse, index: int, unit: Predicate) -> bool:
    """``화투를 만들어 팔기 위해``: a step to what the main clause is done for."""
    after = parse.after(index)
    leads = unit.ending in ("어", "아", "여") and not unit.pause and not unit.past
    return leads and isinstance(after, Predicate) and after.kind == "nominal" and is_aim(parse, index + 1)


_RIDING = frozenset(("타다", "실리다", "오르다", "탑승", "승선"))


def rides(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """``로켓에 실려 발사되었다``, ``배를 타고 떠났다``: the clause only says with what the next thing was done."""
    predicate, after = clause.predicate, parse.next_predicate(clause.index)
    if predicate.lemma not in _RIDING or predicate.kind != "connective" or predicate.ending not in LEADING:
        return False
    kind = words.framed(clause) or words.kind_of(predicate)
    moved = kind is not None and kind.name == "MOVEMENT"
    craft = (p for p in clause.phrases if p.particle == "에" and p.entity is not None and p.entity.label == "AF")
    moved |= predicate.lemma == "실리다" and any(not p.is_title for p in craft)
    moved &= not predicate.pause and not predicate.past
    return moved and after is not None and not after.copula and after.kind != "quotative"


def is_pretended(clause: Clause) -> bool:
    """``돈이 예치된 것처럼 위조했다``: what only seems so."""
    head = clause.head
    return clause.predicate.kind == "prenominal" and head is not None and head.form == "것" and head.particle == "처럼"


def is_question(parse: Parse, index: int) -> bool:
    """``공개할지 결정한다``, ``상정할지 논의했다``: what is still to be decided."""
    unit, after = parse.units[index], parse.next_predicate(index)
    asked = isinstance(unit, Predicate) and unit.kind == "connective" and unit.ending in ("ᆯ지", "을지", "ᆯ지를", "는지")
    return asked and after is not None and after.lemma in _DECIDING | _WEIGHING


_WEIGHING = frozenset(
    ("논의", "검토", "심의", "고민", "판단", "정하다", "협의", "결론", "표결", "묻다", "알아보다", "조사")
)
_BROKEN_OFF = re.compile(r"(?:으|ᆯ|을)?려다가?")


def is_broken_off(predicate: Predicate) -> bool:
    """``훔치려다 붙잡혔다``, ``팔려다가 그만두었다``: what somebody was about to do and did not."""
    stopped = predicate.modality == "PLANNED" and predicate.ending in ("다가", "다") and predicate.kind == "connective"
    return stopped or _BROKEN_OFF.fullmatch(predicate.ending) is not None


def passes_by(parse: Parse, index: int, group: TimeGroup) -> bool:
    """``자정을 넘기면서``, ``오전 5시를 조금 넘겨``: the time goes by; nothing else happens then."""
    unit = parse.units[index]
    near = all(isinstance(u, Phrase) and not u.particles for u in parse.units[group.last + 1 : index])
    if isinstance(unit, Predicate) and unit.lemma == "가다" and unit.kind == "connective":
        return index == group.last + 1 and group.particle == "에"  # 1949년 5월에 가서야
    going = isinstance(unit, Predicate) and unit.lemma in ("넘기다", "넘다", "지나다", "지나서다")
    return going and near and group.particle in ("을", "를", "이", "가")


_TURNING = frozenset(("저물다", "가다", "다하다", "끝나다", "밝다", "되다", "시작", "지나다", "저물어가다"))
# Nouns over a clause that say when: 군대가 해산되던 무렵.
MOMENTS = frozenset(("때", "무렵", "당시", "즈음", "순간"))
_ABOUT_WHEN = frozenset(("무렵", "즈음", "때", "쯤", "전"))


def tells_when(predicate: Predicate, group: TimeGroup, index: int) -> bool:
    """``1941년이 저물 무렵``, ``1945년이 되자``: the time itself turns, and dates what comes next."""
    if group.particle not in ("이", "가", "") or index != group.last + 1 or predicate.lemma not in _TURNING:
        return False
    comes = predicate.kind == "connective" and predicate.lemma == "되다"
    return comes or (predicate.kind == "prenominal" and predicate.head in _ABOUT_WHEN and group.particle != "")


_IF = ("면", "으면", "다면", "ᆫ다면", "는다면")


def is_condition(predicate: Predicate) -> bool:
    """``승인되면``: what happens only perhaps."""
    return predicate.kind == "connective" and predicate.ending in _IF and not predicate.past


def is_decided(parse: Parse, index: int) -> bool:
    """``조사하기로 합의했다``, ``철회할 것을 요구했다``: what is decided upon; the time is of the decision."""
    unit, after = parse.units[index], parse.after(index)
    if not isinstance(unit, Predicate):
        return False
    if unit.kind == "nominal":
        if isinstance(after, Phrase) and not after.particles and after.time is None:
            after = parse.after(index + 1)  # 만나기로 최종 합의했다
        if isinstance(after, Phrase) and after.object:
            verb = parse.after(parse.units.index(after))
            return isinstance(verb, Predicate) and (after.form, verb.lemma) in _AGREEING  # 강화하기로 뜻을 모았다
        return isinstance(after, Predicate) and after.lemma in _DECIDING
    if unit.ending == "도록":
        return isinstance(after, Predicate) and after.lemma in ASKING  # 멈추도록 명령했다
    thing = isinstance(after, Phrase) and after.form == "것" and after.object
    verb = parse.after(index + 1) if thing else None
    if unit.ending == "는":
        return isinstance(verb, Predicate) and verb.lemma in _PERMITTING  # 옮기는 것을 승인했다
    return unit.ending in ("ᆯ", "을") and isinstance(verb, Predicate) and verb.lemma in ASKING


def leads_into_decision(parse: Parse, index: int) -> bool:
    """``회의를 열어 처리하기로 합의했다``: whether a clause is a part of what is decided upon."""
    unit = parse.units[index]
    if not isinstance(unit, Predicate) or unit.kind != "connective" or unit.pause or unit.ending not in LEADING:
        return False
    for place in range(index + 1, len(parse.units)):
        if isinstance(behind := parse.units[place], Predicate) and behind.kind != "prenominal":
            return behind.kind == "nominal" and is_decided(parse, place)
    return False


_CALLING_OFF = frozenset(
    (
        "취소",
        "미루다",
        "연기",
        "포기",
        "중단",
        "철회",
        "보류",
        "무산",
        "불발",
        "미뤄지다",
        "미루어지다",
        "접다",
        "그만두다",
    )
)


def is_called_off(parse: Parse, clause: Clause) -> bool:
    """``21일 열려던 회의를 취소했다``, ``열 예정이던 공연은 미뤄졌다``: what was meant to be and is called off or put off."""
    predicate, head = clause.predicate, clause.head
    meant = predicate.ending.endswith("려던") or (predicate.modality == "PLANNED" and predicate.ending == "던")
    if predicate.kind != "prenominal" or not meant or head is None or not (head.object or head.subject or head.topic):
        return False
    main = parse.main_with(head) or parse.main_behind(clause.index)
    return main is not None and main.predicate.lemma in _CALLING_OFF and not main.predicate.negated


LASTING = ("까지", "부터", "이후", "이래", "이전")


def is_done(clause: Clause, words: Vocabulary) -> bool:
    """Whether somebody does or undergoes something in a clause, by a known word or by what it takes."""
    predicate = clause.predicate
    if predicate.stative or predicate.lemma in words.stative:
        return False
    return words.kind_of(predicate) is not None or any(p.particles and not p.topic for p in clause.phrases)


def is_adverbial(clause: Clause) -> bool:
    """``계속해서``, ``이어서``, ``유일하게``: a predicate that only says how."""
    predicate = clause.predicate
    if (predicate.stative or predicate.lemma == "넘다") and predicate.ending in ("게", "이"):
        return True
    if predicate.lemma in _EVADING and predicate.kind == "connective" and predicate.ending in LEADING:
        return not predicate.past  # 감시병을 피해 탈출했다
    if predicate.lemma == "되다" and predicate.kind == "connective" and predicate.ending in LEADING:
        return any(p.complement and p.form in _GROUNDS for p in clause.phrases)  # 유림이 중심이 되어 세웠다
    if predicate.lemma == "앞두다" and predicate.ending == "고":
        return any(p.time is not None and p.time.type == "DURATION" for p in clause.phrases)  # 회의를 하루 앞두고
    if predicate.lemma == "남기다" and predicate.ending == "고" and not predicate.past:
        return any(
            p.object and (p.time is not None or p.atoms[0].tag in NUMERALS) for p in clause.phrases
        )  # 두 경기를 남겨 두고
    if predicate.lemma != "실리다" and tells_how(predicate, clause.phrases):
        return True  # 50억 원을 들여, 소리 내어, 시험 삼아; but 잡지에 실려 인기를 끌었다
    if predicate.lemma == "나누다" and predicate.kind == "connective" and predicate.ending in LEADING:
        return not predicate.pause  # 세 번에 나눠 치르다
    alone = not any((p.object or p.subject) and p.time is None for p in clause.phrases)
    return alone and predicate.lemma in _ADVERBS and predicate.ending in ("어서", "어", "아", "아서", "여", "여서")


_EVADING = frozenset(("피하다", "무릅쓰다", "틈타다", "따돌리다", "뿌리치다", "마다하다"))


def comes_out(parse: Parse, clause: Clause) -> bool:
    """``입국한 사실이 알려지면서``: what is only the content of a fact that comes to light then."""
    head = clause.head
    if clause.predicate.kind != "prenominal" or head is None or head.form not in FACTS or not head.subject:
        return False
    main = parse.next_predicate(parse.units.index(head))
    return main is not None and main.lemma in _COMING_OUT


def is_perceived(parse: Parse, clause: Clause) -> bool:
    """``빛이 나오는 것을 관찰했다``: what the main clause's subject saw or found to be so."""
    head = clause.head
    if clause.predicate.ending != "는" or head is None or not head.object or head.form not in ("것", "장면", "모습"):
        return False
    main = parse.next_predicate(parse.units.index(head))
    return main is not None and main.lemma in _PERCEIVING and main.kind in ("final", "connective")


_PERCEIVING = frozenset(
    (
        "관찰",
        "목격",
        "발견",
        "확인",
        "알아내다",
        "깨닫다",
        "포착",
        "규명",
        "밝혀내다",
        "증명",
        "입증",
        "촬영",
        "보다",
        "지켜보다",
        "측정",
    )
)
_COMING_OUT = frozenset(("알려지다", "드러나다", "밝혀지다", "발각", "적발", "탄로", "들통나다"))
_COMING = frozenset(("오다", "가다", "모이다", "타다"))


def is_sent_for(parse: Parse, clause: Clause) -> bool:
    """Whether a clause only tells that somebody came when called, by whom what follows is done.

    ``신고를 받고 출동한 경찰에 의해 구조됐다``, ``출동한 소방대가 껐다``.
    """
    if clause.predicate.kind == "connective" and clause.predicate.lemma not in ("받다", "접수"):
        return False
    sent = parse.end_of_chain(clause)
    if sent is None or sent.predicate.kind != "prenominal" or sent.predicate.lemma != "출동":
        return False
    main = parse.next_predicate(sent.index)
    return main is not None and not main.copula


def tells_home(clause: Clause, group: TimeGroup) -> bool:
    """``3일 아파트 9층에 사는 주민이``: where somebody lives, not on that day; the analyser may take it for buying."""
    predicate = clause.predicate
    if len(group.dates[0]) != DAY or predicate.lemma not in ("사다", "살다") or predicate.going_on:
        return False
    modifies = predicate.kind == "prenominal" and predicate.ending == "는"
    return modifies and any(p.particle == "에" for p in clause.phrases)


def is_of_record(clause: Clause) -> bool:
    """``동영상은 이날 측근이 촬영한 것으로, …``: who made what the sentence is about, and when."""
    head = clause.head
    if head is None or clause.own_subject is None or not clause.predicate.past:
        return False
    return head.pause and head.form == "것" and head.particle in ("으로", "으로서")


def sets_off_main(parse: Parse, clause: Clause, group: TimeGroup, later: list[TimeGroup]) -> bool:
    """Whether a prenominal clause only tells who or what the main one is about, to which the time goes on.

    By what name it goes (``쿠마이라고도 알려진 곳``), what was only meant (``피란하려던 왕은``), or of the subject, where it
    came (``병천에 모인 주민들은``).
    """
    predicate, head = clause.predicate, clause.head
    if predicate.kind != "prenominal" or group.particle.startswith(LASTING):
        return False
    if predicate.ending.endswith("려던") or _only_names(parse, clause):
        return True
    about = head is not None and (head.subject or head.topic or head.particle == "도")
    if about and head is not None and head.form in WRITINGS:
        main = parse.main_behind(clause.index)
        if main is not None and main.predicate.lemma in PRINTED and predicate.lemma in _TREATING and not later:
            return True  # 구조를 발견한 논문이 네이처에 실렸다
    rescued = parse.next_predicate(clause.index) if head is not None and head.object and predicate.past else None
    if rescued is not None and rescued.lemma in _RESCUING and predicate.voice != "causative":
        return clause.own_subject is None  # 물에 빠진 아이를 구했다
    attitude = predicate.noun is not None and predicate.lemma in _ATTITUDES and predicate.past
    gone = predicate.going_on is False and predicate.ending == "던" and not _has_later(parse, clause, later)
    if about and not group.particle and (attitude or gone):
        return not group.pause or attitude  # 1519년 개혁에 반발한 훈구파가 …, 1388년 정벌에 나섰던 이성계는
    about = about and head is not None and head.entity is None
    return about and predicate.lemma in _COMING and predicate.past and not group.particle


def _has_later(parse: Parse, clause: Clause, later: list[TimeGroup]) -> bool:
    """``2010년 부임했던 그는 2011년 떠났다``: whether the main clause has a time of its own."""
    main = parse.main_behind(clause.index)
    return main is not None and any(clause.index < g.first < main.index for g in later)


WRITINGS = frozenset(("논문", "기사", "글", "보고서", "작품", "소설", "책", "사설", "칼럼", "성과", "결과", "기고문"))
_TREATING = frozenset(
    ("발견", "규명", "밝히다", "증명", "입증", "다루다", "분석", "제안", "주장", "고발", "비판", "폭로", "연구", "제시")
)
PRINTED = frozenset(("실리다", "게재", "발표", "출간", "발간", "나오다", "출판", "간행", "연재", "공개"))


def leads_to_toll(parse: Parse, clause: Clause, group: TimeGroup, later: list[TimeGroup], words: Vocabulary) -> bool:
    """``7일 밤 불어난 물에 갇힌 주민 3명이 숨졌다``: what befell somebody on the way to what the main clause tells of a day."""
    predicate = clause.predicate
    if predicate.kind != "prenominal" or not predicate.past or len(group.dates[0]) != DAY or clause.head is None:
        return False
    if predicate.lemma not in _SUFFERED:
        return False  # 지난 1일 입대한 훈련병이 숨졌다
    main = parse.main_behind(clause.index)
    if main is None or any(g.first < main.index for g in later):
        return False
    if any(p.form == "만" and p.particle == "에" for p in main.phrases):
        return False  # 4일 쓰러진 학생이 일주일 만에 숨졌다
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


_SUFFERED = frozenset(
    (
        "갇히다",
        "빠지다",
        "깔리다",
        "휩쓸리다",
        "불어나다",
        "무너지다",
        "덮치다",
        "고립",
        "추락",
        "전복",
        "매몰",
        "침수",
        "잠기다",
        "쓰러지다",
        "떨어지다",
        "미끄러지다",
        "넘어지다",
        "뒤집히다",
        "불타다",
        "터지다",
        "넘치다",
        "끊기다",
        "부딪히다",
        "치이다",
        "감전",
        "중독",
        "끼이다",
    )
)
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
_NAMING = frozenset(("알려지다", "불리다", "불리우다", "일컬어지다", "칭하다", "부르다", "일컫다", "하다"))


def _only_names(parse: Parse, clause: Clause) -> bool:
    """``쿠마이라고도 알려진 그리스``: a prenominal clause that only tells by what name its head goes."""
    before = parse.before(clause.index)
    named = isinstance(before, Predicate) and before.kind == "quotative" and before.copula
    named = named or (isinstance(before, Phrase) and before.head.tag == QUOTE)
    return clause.predicate.lemma in _NAMING and named


def leads_into_quotation(parse: Parse, index: int) -> Predicate | None:
    """``승인을 받아 방출한다고 발표했다``: the predicate of what is reported, where a clause is a part of it."""
    unit = parse.units[index]
    before = parse.before(index)
    if not isinstance(unit, Predicate) or unit.kind != "connective" or unit.pause:
        return None
    if isinstance(before, Predicate) and before.kind == "quotative" and unit.lemma not in ("하다", "보다"):
        return None  # 미흡했다고 사과하고 지원하겠다고 약속했다
    reported = parse.reported_behind(index)
    if reported is not None and reported.ending.endswith("는"):
        between = parse.units[index + 1 : parse.units.index(reported)]
        if any(isinstance(u, Phrase) and u.topic and u.time is None for u in between):
            return None  # 원고를 보냈으나 편집진은 혁명을 왜곡했다는 이유로 거절했다
    return reported


BEFALLEN = frozenset(("사고", "사건", "사태", "참사", "일"))


def befalls(parse: Parse, clause: Clause, words: Vocabulary) -> bool:
    """``전화기가 폭발하는 사고가 일어났다``, ``세계를 도는 투어에 나섰다``: the main clause only says that what the nested one
    tells happened."""
    head = clause.head
    if head is None or not (head.subject or head.particle == "에"):
        return False
    for unit in parse.behind(head):
        if isinstance(unit, Predicate):
            return (unit.lemma, "이" if head.subject else "에") in words.light
        if unit.subject or unit.object or unit.topic:
            return False
    return False


def opens_doors(clause: Clause) -> bool:
    """``문을 연 미술관``: the object is a part of the verb."""
    last = clause.phrases[-1] if clause.phrases else None
    return clause.predicate.lemma in ("열다", "닫다") and last is not None and last.form == "문"


def is_content(clause: Clause) -> bool:
    """``원전을 짓는 계획``, ``법을 고치는 방안``: what a plan consists in; the noun is no part of the happening."""
    predicate, head = clause.predicate, clause.head
    to_do = predicate.kind == "prenominal" and predicate.ending in ("는", "ᆯ", "을")
    return to_do and head is not None and head.form.endswith(_UNDERTAKINGS) and any(p.object for p in clause.phrases)


def leads_into_content(parse: Parse, clause: Clause) -> bool:
    """``번을 폐지하고 현을 설치할 계획``: whether a clause runs into another one that a plan consists in."""
    last = parse.end_of_chain(clause) if clause.nested and clause.predicate.kind == "connective" else None
    return last is not None and is_content(last)


_UNDERTAKINGS = (
    "계획", "계획안", "법안", "법률안", "개정안", "결의안", "방안", "대책", "정책", "사업", "프로젝트", "방침", "목표", "구상", "협약",
    "협정", "계약", "양해각서", "합의", "합의안", "조치", "제도", "법", "조례", "조례안", "공약", "제안", "로드맵", "청사진", "전략",
    "개편안", "개선안", "인상안", "인하안", "통합안", "추진안", "정관", "규정", "규칙", "시행령", "예산안", "지침", "안건",
)  # fmt: skip


def passes(clause: Clause, words: Vocabulary) -> bool:
    """Whether a predicate is no happening: relations, states, the copula over a plain noun."""
    predicate = clause.predicate
    if predicate.copula or makes_of(clause):
        return True
    if predicate.lemma == "앞서다" and predicate.kind == "prenominal" and all(p.time for p in clause.phrases):
        return True  # 앞선 사고: the one before
    if predicate.lemma == "남다" and predicate.ending in ("ᆫ", "은") and all(p.time for p in clause.phrases):
        return True  # 남은 지분을 팔겠다고 공표했다
    if predicate.lemma == "지나다" and predicate.negated and any(p.particle == "에" for p in clause.phrases):
        return True  # 어촌에 지나지 않았다
    if (
        predicate.lemma == "처하다"
        and predicate.kind == "prenominal"
        and any(p.form.endswith(_PLIGHTS) for p in clause.phrases)
    ):
        return True  # 멸종 위기에 처한 동물
    if _lies_off(clause) or _is_of_nature(clause) or _exceeds(clause):
        return True
    if _originates(clause) or _seems(clause):
        return True
    if predicate.lemma == "하다" and predicate.noun is None and not clause.phrases and not predicate.past:
        return True  # 한니발 전쟁이라고도 한다
    if predicate.lemma in _CONSISTING and any(p.particle in ("로", "으로") and not p.time for p in clause.phrases):
        return True
    if clause.lasts:
        return False
    if predicate.lemma == "제외" and predicate.voice == "passive":
        return False  # 공휴일에서 제외되었다
    if predicate.lemma in words.stative:
        if (
            predicate.lemma == "있다"
            and (predicate.past or predicate.ending in ("ᆯ", "을"))
            and clause.head is not None
            and (phrase_trigger(clause.head, words) or ends_in_name(clause.head, words))
        ):
            return False  # 1964년에 있었던 폭동
        return words.framed(clause) is None and not light_over_event(clause, words)
    return predicate.stative


_PLIGHTS = ("위기", "위험", "곤경", "처지", "상황", "궁지", "어려움", "운명", "환경")


def _originates(clause: Clause) -> bool:
    """``아이위랩을 전신으로 한다``, ``대우실업에서 출발하였다``: out of what something grew."""
    last = clause.phrases[-1] if clause.phrases else None
    if clause.predicate.lemma == "하다":
        return last is not None and last.form in _GROUNDS and last.particle in ("로", "으로")
    body = last is not None and last.entity is not None and last.entity.label in ("OG", "AF", "CV")
    return clause.predicate.lemma in _GROWING and body and last is not None and last.particle == "에서"


def _seems(clause: Clause) -> bool:
    """``힉스로 보이는 입자``: what something is taken for."""
    last = clause.phrases[-1] if clause.phrases else None
    taken = last is not None and last.particle in ("로", "으로") and last.time is None
    return taken and clause.predicate.kind == "prenominal" and clause.predicate.lemma in ("보이다", "여겨지다", "의심")


_GROWING = frozenset(("출발", "시작", "유래", "비롯되다", "기원", "파생", "분화"))


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
    ("기초", "바탕", "근거", "토대", "기반", "모태", "기본", "기준", "원형", "전신", "뼈대", "핵심", "중심", "주축", "뿌리", "효시", "시초",
     "기원", "주체", "주역", "선봉")
)  # fmt: skip
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


def makes_of(clause: Clause) -> bool:
    """``화합을 주제로 한``, ``초파리를 모델로 하여``: what something is about, or made of."""
    last = clause.phrases[-1] if clause.phrases else None
    of = last is not None and last.particle in ("로", "으로") and last.time is None
    about = last is not None and last.relation is not None
    leads = clause.nested or clause.predicate.ending in LEADING
    return clause.predicate.lemma == "하다" and leads and (about or (of and any(p.object for p in clause.phrases)))


def light_over_event(clause: Clause, words: Vocabulary) -> bool:
    """Whether a verb only carries the event noun before it: ``발사에 성공했다``."""
    last = next((p for p in reversed(clause.phrases) if p.time is None), None)
    if last is None or phrase_trigger(last, words) is None:
        return False
    return words.light_frame(clause.predicate.lemma, last.particle) is not None
