"""Whether a time passes over a clause that stands within another (guideline §4).

``1920년 김원봉이 주도한 의열단에 가입했다`` dates the joining, ``1920년 결성된 의열단에 가입했다`` the founding: what stands between the
time and the clause, what its noun is, and what the main clause tells make the difference. Each construction has its line
in a table; the first that holds decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.events.animacy import is_animate
from pipeline.events.candidates import TOLD_OF, Candidate
from pipeline.events.clauses import ACCUSATIONS, CHARGES, Clause, Parse
from pipeline.events.constructions import (
    BEFALLEN,
    MOMENTS,
    befalls,
    is_content,
    is_done,
    leads_into_content,
    light_over_event,
    opens_doors,
)
from pipeline.events.nouns import phrase_trigger
from pipeline.events.timegroups import DAY, TimeGroup
from pipeline.events.units import Phrase, Predicate

_CARRYING = frozenset(("태우다", "싣다", "실리다", "이끌다", "거느리다", "지휘", "품다", "인솔"))
# What somebody or something is marked by: 패혈증에 걸린 경찰관, 엔진을 단 발사체.
_MARKING = frozenset(
    ("걸리다", "빠지다", "앓다", "처하다", "시달리다", "물들다", "달다", "갖추다", "장착", "탑재", "담다", "새기다", "적히다", "본뜨다",
     "닮다", "주둔", "잠복", "집결", "숨지다", "죽다", "사망", "다치다", "덮이다", "뒤덮이다", "둘러싸이다", "찌들다", "굶주리다",
     "임신", "잉태", "감염")
)  # fmt: skip
_SEASON = re.compile(r"-(?:SP|SU|FA|WI)$")  # days of one time, though their first and last are told
_MANNERS = frozenset(("수법", "방식", "방법", "식", "수단", "형식", "형태"))
_STATES = frozenset(("중", "도중", "상태", "상황", "조건", "환경", "가운데", "채", "대신"))
_HOLDING_OFFICE = frozenset(("있다", "재직", "재임", "근무", "복무"))
# Nouns over a clause that say how it bears on the main one: 세상을 떠나는 바람에.
_CIRCUMSTANCES = frozenset(("것", "데", "동안", "과정", "바람", "통", "탓", "까닭", "덕분", "때문", "와중", "사이"))
_SAID_OF_DEEDS = TOLD_OF | _CIRCUMSTANCES | BEFALLEN | {"뒤", "후", "때", "당시", "무렵", "결과", "끝", "가운데"}
_MADE = frozenset(("개발", "제작", "제조", "설계", "생산", "건조"))  # no matter of one day
_MAKING = frozenset(("CONSTRUCTION", "PUBLICATION", "FOUNDING", "INVENTION"))
_OF_ITSELF = frozenset(("MOVEMENT", "LANDING", "RETURN", "DEATH", "INJURY", "RESIGNATION", "LOSS", "BIRTH"))


def is_far(at: Candidate) -> bool:
    """Whether a time passes over a nested clause: what comes between makes it the clause's own matter.

    Args:
        at: the clause behind the time; one that stands within another.
    """
    decided = next((far for holds, far in _CONSTRUCTIONS if holds(at)), None)
    return _goes_on_while(at) if decided is None else decided


def _is_lasting(at: Candidate) -> bool:
    """Whether a time is a stretch, or when something was going on."""
    times = at.group.times
    ranged = "/" in at.group.dates[0] and not (len(times) == 1 and _SEASON.search(times[0].value))
    return at.group.particle.startswith(("부터", "까지")) or ranged or at.predicate.head in MOMENTS


def _is_ranged(at: Candidate) -> bool:
    """Whether a time is told by its first and its last, or its length."""
    return "/" in at.group.dates[0] and (len(at.group.times) > 1 or at.group.last > at.group.first)


def _sense(at: Candidate) -> str | None:
    """What the noun behind a clause makes of it: ``after``, ``planned``, ``possible``."""
    return at.words.standing.get(at.predicate.head or "")


def _is_its_own(at: Candidate) -> bool:
    return (_stands_within(at.parse, at.clause, at.group) and is_done(at.clause, at.words)) or _touches(at)


def _was_planned(at: Candidate) -> bool:
    return at.predicate.modality == "PLANNED" and at.predicate.ending == "던" and at.modifies


def _is_said_of(at: Candidate) -> bool:
    """``운행 중인 헬기``: whether what is under way modifies a noun."""
    copula = at.parse.next_predicate(at.index)
    return copula is not None and copula.copula and copula.kind == "prenominal"


def _tells_manner(at: Candidate) -> bool:
    head = at.head
    named = head is not None and head.form in _MANNERS and head.particle in ("로", "으로")
    return named and at.predicate.ending == "는"


def _goes_on(at: Candidate) -> bool:
    on = at.predicate.going_on or "오" in at.predicate.frames  # 활약해 온
    return bool(on) and not _is_lasting(at)


def _is_behind_who_does(at: Candidate) -> bool:
    """Whether a subject between, none of the clause's own, does something to its head."""
    between = at.between.subject and at.clause.own_subject is None and at.modifies
    return between and (at.predicate.voice == "passive" or (at.head is not None and at.head.object))


def _chain_is_under_way(at: Candidate) -> bool:
    into = _clause_of_head(at)
    return into is not None and into.predicate.head in ("중", "도중")


def _clause_of_head(at: Candidate) -> Clause | None:
    """The clause into whose noun a connective one leads: ``타고 가던 중``."""
    return at.parse.clause_of(at.head) if at.predicate.kind == "connective" and at.head is not None else None


def _tells_of_what_is_gone_on_with(at: Candidate) -> bool:
    begun = at.group.particle == "부터" and at.modifies and at.predicate.past
    charged = at.head is not None and at.head.form in ACCUSATIONS
    return begun and not charged and _goes_on_now(at.parse, at.clause)


def _tells_who_made_what_lasts(at: Candidate) -> bool:
    """``1933년 이래 살라자르가 세운 체제가 지속되었다``: the stretch is of what goes on, not of who once brought it about."""
    if at.group.particle not in ("이래", "이후") or not at.modifies or not at.predicate.past or at.head is None:
        return False
    main = at.parse.main_with(at.head)
    on = main is not None and (main.predicate.lemma in _CONTINUING or bool(main.predicate.going_on))
    return on and (at.head.subject or at.head.topic)


_CONTINUING = frozenset(("계속", "지속", "이어지다", "이어져오다", "유지", "존속", "존재", "지배", "통치"))


def _is_kept_state(at: Candidate) -> bool:
    return at.modifies and at.predicate.ending == "는" and "있" in at.predicate.frames


def _is_of_scene(at: Candidate) -> bool:
    return at.group.scene and at.modifies and at.head is not None and _sense(at) is None


def _has_length_of_its_own(at: Candidate) -> bool:
    """Whether a clause tells how long something went on, which is of no day."""
    lengths = (p for p in at.clause.phrases if p.time is not None and p.time.type == "DURATION")
    went_on = at.modifies and at.predicate.past and any(p.form.endswith(("간", "동안")) for p in lengths)
    return went_on and len(at.group.dates[0]) == DAY and at.head is not None and not (at.head.subject or at.head.topic)


def _is_restored(at: Candidate) -> bool:
    """Whether a clause tells in what state a thing was that the main one makes anew."""
    if at.predicate.lemma not in _RUINED or at.head is None or not at.head.object or _is_lasting(at):
        return False
    main = at.parse.main_with(at.head)
    if main is None or any(g.first < main.index for g in at.later):
        return False
    kind = at.words.kind_of(main.predicate)
    return main.predicate.lemma in _ANEW or (kind is not None and kind.name == "CONSTRUCTION")


_RUINED = frozenset(
    ("소실", "불타다", "타다", "무너지다", "퇴락", "파괴", "훼손", "유실", "도난", "붕괴", "쇠락", "허물어지다",
     "폐허", "폐지", "철거", "헐리다", "폐사")
)  # fmt: skip
_ANEW = frozenset(
    ("세우다", "짓다", "되찾다", "옮기다", "고치다", "복구", "복원", "재건", "중건", "중수", "중창", "보수", "수리", "부흥")
)  # fmt: skip


def _is_shown(at: Candidate) -> bool:
    """Whether a clause tells how a thing came to be that the main one shows or gives back: ``복원된 숭례문을 공개했다``."""
    made = at.modifies and at.predicate.voice == "passive" and at.predicate.lemma in _ANEW | _MADE_OR_FOUND
    if not made or at.head is None or not at.head.object or at.between.phrases > 0 or _is_lasting(at):
        return False
    main = at.parse.main_with(at.head)
    return main is not None and main.predicate.lemma in _SHOWING and not any(g.first < main.index for g in at.later)


_MADE_OR_FOUND = frozenset(
    ("완성", "발굴", "발견", "수집", "약탈", "반출", "압수", "개발", "제작", "도난", "유출", "촬영")
)
_SHOWING = frozenset(
    ("공개", "선보이다", "개방", "전시", "반환", "돌려주다", "되찾다", "환수", "인도", "기증", "발표", "출시")
)


def _is_for_happening(at: Candidate) -> bool:
    """Whether a light clause only makes a verb of the happening that is its noun: ``12월에 열릴 협의에서``."""
    light = (at.predicate.lemma, "이") in at.words.light and at.clause.own_subject is None
    return light and at.head is not None and phrase_trigger(at.head, at.words) is not None


def _gathers(at: Candidate) -> bool:
    gathered = at.modifies and at.predicate.past and at.head is not None and at.head.object
    return gathered and at.index == at.group.last + 1 and _is_lasting(at)


def _is_to_be(at: Candidate) -> bool:
    return at.predicate.modality in ("POSSIBLE", "PLANNED") or at.predicate.ending in ("ᆯ", "을")


def _is_awaited(at: Candidate) -> bool:
    return _is_to_be(at) and (_sense(at) in ("planned", "possible") or at.predicate.head in MOMENTS)


def _carries(at: Candidate) -> bool:
    long_before = at.predicate.ending == "던" and at.predicate.past  # 투자를 이끌었던 회사도
    return at.modifies and at.predicate.lemma in _CARRYING and at.head is not None and not (at.later or long_before)


def _accusation(at: Candidate) -> Phrase | None:
    """The charge that a clause runs into."""
    head = _runs_into(at.parse, at.clause).head
    return head if head is not None and head.form in ACCUSATIONS else None


def _is_accused(at: Candidate) -> bool:
    accused = _accusation(at)
    return accused is not None and accused.particle in ("로", "으로")


def _is_denied(at: Candidate) -> bool:
    """Whether a clause tells of what the main one only speaks: ``뇌물을 받은 혐의를 부인했다``, ``고소한 사실과 관련하여``."""
    head = _runs_into(at.parse, at.clause).head
    if head is None or head.form not in ("혐의", "사실", "의혹", "이유", "경위", "배경") or at.between.subject:
        return False
    main = at.parse.main_with(head)
    told = head.object and main is not None and main.predicate.lemma in _SPEAKING
    return told or head.relation in ("관련", "대하다")


_SPEAKING = frozenset(
    ("부인", "시인", "인정", "밝히다", "해명", "공개", "설명", "사과", "고백", "털어놓다", "반박", "자백")
)


def _leads_to_what_follows(at: Candidate) -> bool:
    accused = _accusation(at)
    told = accused is not None and accused.object
    return _sense(at) == "after" or at.predicate.head in ("때", "지", "결과") or told


def _befalls(at: Candidate) -> bool:
    return at.predicate.ending == "는" and at.head is not None and befalls(at.parse, at.clause, at.words)


def _is_known(at: Candidate) -> bool:
    return (at.words.kind_of(at.predicate) or at.words.framed(at.clause)) is not None


def _is_told_by_both_ends(at: Candidate) -> bool:
    done = at.modifies and at.predicate.past and any(p.object for p in at.clause.phrases)
    main = at.parse.main_with(at.head) if at.head is not None else None
    fined = main is not None and main.predicate.lemma in _FINING
    return done and (bool(at.later) or fined) and _is_ranged(at)


# Of what has been going on: 1년간 갑질을 한 업체에 과징금을 물렸다.
_FINING = frozenset(
    ("물리다", "부과", "고발", "징계", "제재", "처분", "적발", "기소", "구속", "체포", "선고", "검거", "붙잡다", "입건")
)


def _is_parted(at: Candidate) -> bool:
    """Whether more stands between than a clause of its own would have, and a topic before."""
    own = int(opens_doors(at.clause))
    between = at.between
    return at.topic_before and (between.subject or between.objects > own or between.phrases > 1 + own)


def _goes_on_while(at: Candidate) -> bool:
    """``부수지 않고 이온화하는 방법``: what a thing does or is for, beside what was done with it."""
    into = _clause_of_head(at)
    if "는" not in (at.predicate.ending, into.predicate.ending if into else ""):
        return False
    beside = (at.between.phrases > 0 or at.topic_before) and _is_told(at.parse, at.clause)
    told = at.between.objects > 0 or at.between.subject or beside
    return told and _sense(at) != "planned" and at.predicate.head not in _CIRCUMSTANCES


# The constructions, and whether a time passes over them.
_CONSTRUCTIONS: tuple[tuple[Callable[[Candidate], bool], bool], ...] = (
    # 국회는 대통령이 지난 7월 거부한 법안을 표결했다
    (_is_its_own, False),
    # 1940년 열릴 예정이던 대회는 취소되었다
    (_was_planned, False),
    # 허위 계산서를 발행하는 수법으로 빼돌렸다
    (_tells_manner, True),
    # 지난달부터 운행 중인 헬기의 관리를 강화했다
    (lambda at: at.predicate.head == "중" and at.group.particle.startswith("부터") and _is_said_of(at), False),
    # 대기근은 1670년부터 이듬해까지 조선을 휩쓴 기근으로, …
    (lambda at: _says_what_topic_is(at), False),
    # 19일 밤부터 사흘째 이어진 폭우로
    (lambda at: at.predicate.lemma in ("이어지다", "계속") and at.modifies and _is_lasting(at), False),
    # 일주일을 함께 보냈을 뿐 만나지 못했다
    (lambda at: at.predicate.head in ("뿐", "따름") and at.predicate.past, False),
    # 청량리를 떠나 안동으로 가던 열차가 탈선했다
    (lambda at: _was_on_its_way(at), True),
    # 영국이 8일 두 회사가 개발한 백신의 접종을 시작했다
    (lambda at: _has_other_subject_before(at), True),
    # 전날 낸 입장문에서 반박했다
    (lambda at: _was_put_out(at), False),
    # 임신한 상태로
    (lambda at: at.predicate.head in _STATES, True),
    # 겨울 전쟁은 1939년 소련이 핀란드를 침공하여 발발한 전쟁이다
    (lambda at: _defines(at), False),
    # 20일에야 어부가 잡은 개체를 확보했다
    (lambda at: at.group.particle.endswith("야") and at.modifies and not at.later, True),
    # 활약해 온
    (_goes_on, True),
    # 2006년 법원이 구속된 회장을 석방했다
    (_is_behind_who_does, True),
    # 경찰은 흉기를 휘둘러 이웃을 숨지게 한 남성을 체포했다
    (lambda at: at.topic_before and _is_of_suspect(at.parse, at.clause), True),
    # 경찰이 22일 달아난 용의자를 붙잡았다
    (lambda at: _is_behind_subject_of_main(at.parse, at.clause, at.group), True),
    # 이조정랑으로 있을 때 탄핵하였다
    (lambda at: at.predicate.head == "때" and at.predicate.lemma in _HOLDING_OFFICE, True),
    # 타고 가던 중 급서하였다
    (_chain_is_under_way, True),
    # 2009년부터 유실된 문화재를 찾고 있다
    (_tells_of_what_is_gone_on_with, True),
    # 1933년 이래 살라자르가 세운 체제가 지속되었다
    (_tells_who_made_what_lasts, True),
    # 음반에 수록되어 있는 곡을
    (lambda at: _is_kept_state(at) and (_is_lasting(at) or bool(at.later) or at.group.particle == "현재"), False),
    (_is_kept_state, True),
    # 기자 회견에서 … 하는
    (lambda at: _is_of_scene(at) and at.predicate.head in ("때", "뒤", "후", "끝", "것"), False),
    (_is_of_scene, True),
    # 2021년 4월 20일 19년간 몸담은 회사를 떠났다
    (_has_length_of_its_own, True),
    # 12월에 열릴 협의에서
    (_is_for_happening, False),
    # 2030년까지 원전을 짓는 계획을 발표했다
    (lambda at: _is_lasting(at) and (is_content(at.clause) or leads_into_content(at.parse, at.clause)), False),
    # 2012년부터 10년간 모은 자료를 분석했다
    (_gathers, False),
    # 2013년 5월 4일 복원된 숭례문을 공개했다
    (_is_shown, True),
    # 1867년 임진왜란 때 소실된 경복궁을 중건하였다
    (_is_restored, True),
    # 내년 지을 예정인, 열릴 때
    (_is_awaited, False),
    (_is_to_be, True),
    # 승객을 태운 여객선이 침몰했다
    (_carries, True),
    # 패혈증에 걸린 경찰관에게 투여했다
    (lambda at: _only_marks(at.parse, at.clause) and not at.later and not _is_lasting(at), True),
    # 7월 술탄의 명을 받은 함대가 상륙했다
    (lambda at: _is_under_orders(at) and not at.later, True),
    # 5월 서울에서 전쟁을 다룬 영화가 개봉했다
    (lambda at: _depicts(at) and not at.later and not _is_lasting(at), True),
    # 1920년 김원봉이 주도한 의열단에 가입했다
    (lambda at: not _is_lasting(at) and _is_of_main(at), True),
    # A씨는 지난 3일 편의점에서 돈을 훔친 혐의로 체포됐다
    (lambda at: _is_accused(at) and _tells_deed(at.parse, _runs_into(at.parse, at.clause), at.group), False),
    # 뇌물을 받은 혐의를 부인했다
    (_is_denied, True),
    # 때린 혐의로, 때리고 달아난 혐의로 체포되었다
    (_is_accused, True),
    # 법원은 … 기소된 최 회장에게 선고했다
    (lambda at: at.topic_before and _is_charge(at.parse, at.clause), True),
    # 발사된 뒤, 발사한 결과, 때린 혐의를
    (_leads_to_what_follows, False),
    # 다치는 사고가 일어났다
    (lambda at: _befalls(at) and _is_known(at) and at.predicate.head in BEFALLEN, False),
    # 항의하는 시위가 일어났다
    (lambda at: _befalls(at) and at.head is not None and phrase_trigger(at.head, at.words) is not None, True),
    # 2014년부터 2019년까지 값을 담합한 업체에 과징금을 부과했다고 올해 발표했다
    (_is_told_by_both_ends, False),
    # 나라를 위하는 마음에
    (lambda at: not _is_known(at) and not light_over_event(at.clause, at.words), True),
    # 회사는 3일 사들인 주식을
    (lambda at: at.topic_before and at.group.bare_day, True),
    # 그는 1957년 소련에서 위성을 발사한 것을
    (lambda at: _is_parted(at) and at.predicate.head in ("것", "데", "사실"), False),
    (_is_parted, True),
)


_ON_ITS_WAY = frozenset(
    ("가다", "오다", "달리다", "향하다", "운행", "이동", "지나다", "비행", "항해", "귀가", "출근", "퇴근", "걷다", "등교", "하교", "운항",
     "주행", "돌아오다", "돌아가다", "건너다", "여행")
)  # fmt: skip


def _was_on_its_way(at: Candidate) -> bool:
    """Whether a clause, or the one that it runs into, only tells where the subject of the main one was going."""
    last = at.parse.end_of_chain(at.clause)
    if last is None or not last.nested or last.predicate.kind != "prenominal" or last.predicate.ending != "던":
        return False
    going = last.predicate.going_on and last.predicate.lemma in _ON_ITS_WAY
    return going and last.head is not None and last.head.subject and not at.later


def _has_other_subject_before(at: Candidate) -> bool:
    """Whether a subject stands right before a time, and a clause behind it has its own: the first is of the main clause."""
    before, own = at.parse.before(at.group.first), at.clause.own_subject
    first = isinstance(before, Phrase) and before.subject and before.time is None
    return first and at.modifies and own is not None and own.start > at.group.start and not at.later


_WRITTEN = ("보고서", "입장문", "성명", "성명서", "자료", "논평", "서한", "보도자료", "담화문", "발표문", "입장")


def _was_put_out(at: Candidate) -> bool:
    """Whether a clause right behind its time tells when a writing came out in which the main one says something."""
    close = at.index == at.group.last + 1 and at.modifies and at.head is not None and at.head.particle == "에서"
    out = at.predicate.lemma in ("내다", "발표", "공개", "배포", "펴내다", "내놓다")
    return close and out and at.head is not None and at.head.form.endswith(_WRITTEN)


def _says_what_topic_is(at: Candidate) -> bool:
    """Whether a clause modifies what the topic is said to be before the sentence goes on: ``…을 휩쓴 기근과 역병으로, …``."""
    if not at.topic_before or not at.modifies or at.head is None:
        return False
    behind = at.parse.units[at.parse.units.index(at.head) :]
    said = next((u for u in behind if not isinstance(u, Phrase) or not u.coordinate or u.particle), None)
    while isinstance(said, Phrase) and said.particle in ("과", "와", "및"):
        said = at.parse.after(at.parse.units.index(said))
    return isinstance(said, Phrase) and said.pause and said.particle in ("로", "으로")


def _defines(at: Candidate) -> bool:
    """Whether a clause is a part of what a happening, the topic, is said to be."""
    last = at.parse.end_of_chain(at.clause)
    head = last.head if last is not None and last.nested else None
    if head is None or not at.topic_before or phrase_trigger(head, at.words) is None:
        return False
    behind = at.parse.after(at.parse.units.index(head))
    said = isinstance(behind, Predicate) and behind.copula and behind.kind != "prenominal"
    return said or (head.particle in ("으로", "로") and head.pause)


def _stands_within(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """``국회는 대통령이 지난 7월 거부한 법안을 표결했다``: whether a time stands behind the subject of a clause, and the topic of
    the main one before that."""
    subject, head = clause.own_subject, clause.head
    if subject is None or head is None or clause.predicate.kind != "prenominal":
        return False
    place = parse.units.index(subject)
    before = parse.units[:place]
    return place < group.first and any(isinstance(u, Phrase) and u.topic and u.time is None for u in before)


def _touches(at: Candidate) -> bool:
    """``개정안은 지난 26일 통과된 법에 맞춰 바꾼 것이다``: a time gone by right before what happened then, or a time behind
    another one (``2017년에도 2014년부터 2016년까지 지정된 문화재를``)."""
    predicate, before = at.predicate, at.parse.before(at.group.first)
    if predicate.kind != "prenominal" or not predicate.past or at.index != at.group.last + 1:
        return False
    if predicate.head == "채":
        return False  # 지난 1일 숨진 채 발견된 학생
    behind_another = isinstance(before, Phrase) and before.time is not None and before.time.type in ("DATE", "TIME")
    return at.group.times[0].text.startswith("지난") or behind_another


def _goes_on_now(parse: Parse, clause: Clause) -> bool:
    """Whether the main clause is of what goes on: ``모으고 있다``."""
    last = next((u for u in reversed(parse.units) if isinstance(u, Predicate)), None)
    return last is not None and last is not clause.predicate and last.kind == "final" and "있" in last.frames


def _only_marks(parse: Parse, clause: Clause) -> bool:
    """``엔진을 단 발사체를``, ``숨진 여성의 심장을``: a past clause that only tells of what kind an object or owner is."""
    head, predicate = clause.head, clause.predicate
    if head is None or predicate.kind != "prenominal" or predicate.ending not in ("ᆫ", "은"):
        return False
    undergoing = head.object or head.genitive or head.particle in ("에", "에게", "에게서", "한테", "과", "와")
    return predicate.lemma in _MARKING and undergoing and _is_told(parse, clause)


def _is_told(parse: Parse, clause: Clause) -> bool:
    """Whether the main clause tells what was done: a past verb that ends the sentence, or leads to its end."""
    main = parse.next_predicate(clause.index)
    if main is None or main.copula or main.stative or main.kind not in ("final", "connective"):
        return False
    last = next(u for u in reversed(parse.units) if isinstance(u, Predicate))
    return last.kind == "final" and last.past and not last.copula and not last.stative


_ORDERS = frozenset(("명", "명령", "왕명", "어명", "칙명", "지시", "밀명", "특명", "부름", "요청", "초청"))


def _is_under_orders(at: Candidate) -> bool:
    """Whether a clause only says at whose word its head does what the main clause tells: ``왕의 명을 받은 군대가 상륙했다``."""
    ordered = at.predicate.lemma == "받다" and any(p.object and p.form in _ORDERS for p in at.clause.phrases)
    return ordered and at.modifies and at.head is not None and (at.head.subject or at.head.topic)


# What a work is about: 전쟁을 다룬 영화, 노래로 꾸민 뮤지컬.
_DEPICTING = frozenset(
    ("다루다", "담다", "그리다", "그려내다", "꾸미다", "엮다", "묘사", "풍자", "재현", "각색", "형상화", "패러디")
)


def _depicts(at: Candidate) -> bool:
    """Whether a past clause tells what a work is about that the main one tells of: ``전쟁을 다룬 영화가 개봉했다``."""
    told = at.modifies and at.predicate.past and at.predicate.lemma in _DEPICTING and at.predicate.voice == "active"
    main = at.parse.main_with(at.head) if told and at.head is not None else None
    return main is not None and not main.predicate.copula and at.clause.own_subject is None


def _is_of_main(at: Candidate) -> bool:
    """Whether a past clause only tells what an object, goal or doer of the main one is, which the time is of.

    Its own subject stands between (``1920년 김원봉이 주도한 의열단에 가입했다``), it tells by whom (``왕건을 추대한 신하들에
    의해 쫓겨났다``), it is of its head while the main one is of the topic (``그는 부산에 상륙한 왜군을 맞아``), or the main one
    tells when its head was made (``김부식이 편찬한 삼국사기가 완성되었다``).
    """
    head, predicate, between, words = at.head, at.predicate, at.between, at.words
    if head is None or predicate.ending not in ("ᆫ", "은") or not at.modifies or predicate.copula:
        return False
    main = at.parse.main_with(head)
    if (
        main is None
        or _sense(at) == "after"
        or head.head.tag == "NNB"
        or head.form in words.standing
        or head.form in _SAID_OF_DEEDS
    ):
        return False
    if not _is_told(at.parse, at.clause) or any(g.first < main.index for g in at.later) or phrase_trigger(head, words):
        return False
    if head.subject or head.topic:
        kind = words.kind_of(main.predicate)
        if predicate.voice == "passive" and predicate.lemma in _MADE and main.predicate.kind == "final":
            return head.subject and len(at.group.dates[0]) == DAY  # 27일 국내에서 제작된 위성이 궤도에 진입했다
        made = kind is not None and kind.name in _MAKING and main.predicate.voice == "passive"
        return made and (between.subject or between.objects > 0)
    if between.subject or head.relation == "의하다":
        return True
    if predicate.voice == "active" and _is_beside(at, head, main):
        return True
    kind = words.kind_of(predicate)
    itself = kind is not None and kind.name in _OF_ITSELF and between.objects == 0
    return itself and at.topic_before and predicate.voice == "active" and (head.object or head.genitive)


def _is_beside(at: Candidate, head: Phrase, main: Clause) -> bool:
    """Whether a clause only tells of whom somebody married, where something befell them, or who the owner of a thing was.

    ``2010년 함께 출연한 배우와 결혼했다``, ``2003년 입원한 병원에서 숨졌다``, ``1982년 장관을 지낸 김구의 장녀와 결혼했다``.
    """
    if any(isinstance(u, Phrase) and u.subject for u in at.parse.units[at.group.last + 1 : at.index]):
        return False
    kind = at.words.kind_of(main.predicate)
    if kind is not None and kind.name == "MARRIAGE":
        return True
    own = at.words.kind_of(at.predicate)
    light = (at.predicate.lemma, "이") in at.words.light
    if head.particle == "에서" and not light and not is_animate(head) and phrase_trigger(head, at.words) is None:
        return own is not None and (bool(own.people) or own.subject == "agent" or own.name == "INJURY")
    owner = at.parse.after(at.index)
    of_somebody = isinstance(owner, Phrase) and owner.genitive and is_animate(owner)
    of_somebody |= (head.object or head.particle in ("과", "와")) and is_animate(head)
    return at.predicate.lemma in _DESCRIBING and of_somebody


# What somebody is known for having been or done: 장관을 지낸 김구.
_DESCRIBING = frozenset(("지내다", "역임", "맡다", "출연", "졸업", "은퇴", "창업", "귀국"))


def _runs_into(parse: Parse, clause: Clause) -> Clause:
    """The prenominal clause that a nested one runs into: ``달아난`` for ``때리고 달아난 혐의``; a clause that does not, itself."""
    if clause.predicate.kind != "connective" or not clause.nested or clause.head is not None:
        return clause
    after = parse.end_of_chain(clause)
    return after if after is not None and after.predicate.kind == "prenominal" else clause


def _tells_deed(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """Whether a time before an accusation is of the deed: where it was done stands between, and who is accused is the
    topic: ``A씨는 지난 3일 편의점에서 돈을 훔친 혐의로 체포됐다``, not ``경찰은 지난 3일 …``."""
    between = parse.units[group.last + 1 : clause.index]
    told = any(isinstance(u, Predicate) or u.particle in ("에서", "로부터", "으로부터", "에게서") for u in between)
    main = parse.next_predicate(clause.index)
    if main is None or main.voice != "passive" or main.kind == "prenominal":
        return False
    return told or (main.lemma in _CHARGED_LATER and group.times[-1].type == "TIME")


_CHARGED_LATER = frozenset(("기소", "송치", "입건", "넘겨지다", "고발"))  # 30일 밤 이웃을 때린 혐의로 기소됐다


def _is_behind_subject_of_main(parse: Parse, clause: Clause, group: TimeGroup) -> bool:
    """Whether the subject before a time is the main clause's, which has the head of the clause for its object."""
    head = clause.head
    if head is None or not head.object or clause.predicate.kind != "prenominal" or clause.own_subject is not None:
        return False
    main = parse.main_with(head)
    subject = main.own_subject if main is not None else None
    return subject is not None and subject.end <= group.start


def _is_of_suspect(parse: Parse, clause: Clause) -> bool:
    """Whether a clause runs into what somebody did who is held or tried for it by the topic."""
    deed = _runs_into(parse, clause)
    main = parse.next_predicate(deed.index)
    held = deed is not clause and deed.head is not None and (deed.head.object or deed.head.form in ACCUSATIONS)
    return held and main is not None and main.lemma in CHARGES and main.voice == "active"


def _is_charge(parse: Parse, clause: Clause) -> bool:
    """``기소된 최 회장에게``, ``기소된 최 회장의 항소심에서``: what brought somebody before the court that the main clause tells of."""
    behind = parse.after(clause.index)
    owner = behind if isinstance(behind, Phrase) and behind.genitive else clause.head
    to = owner is not None and (owner.particle in ("에게", "에게는", "의") or owner.relation == "대하다")
    return clause.predicate.kind == "prenominal" and clause.predicate.lemma in CHARGES and to
