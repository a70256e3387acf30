"""Clauses: which phrases belong to which predicate, and how each clause stands in its sentence.

Korean puts the predicate last, so a row is read from left to right: phrases wait, and a predicate takes those that
wait for it. A prenominal predicate (``발사한`` 로켓) takes back only to the last topic or pause; a connective or final
one takes all, and a topic goes on to the clauses that follow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.events.animacy import is_animate
from pipeline.events.predicates import BELIEVED
from pipeline.events.units import LEADING, Phrase, Predicate, Row, Unit


@dataclass(eq=False, slots=True)
class Clause:
    """A predicate with its phrases. ``head`` is the phrase a prenominal clause modifies; ``nested`` marks a clause
    inside another one's noun phrase; ``index`` is the predicate's place in the row; ``led`` tells that ``carried`` did
    something to something in the clause that runs into this one."""

    index: int
    predicate: Predicate
    phrases: list[Phrase] = field(default_factory=list)
    topic: Phrase | None = None
    head: Phrase | None = None
    nested: bool = False
    carried: Phrase | None = None
    led: bool = False

    @property
    def own_subject(self) -> Phrase | None:
        """The phrase with 이/가 of the clause itself."""
        return next((p for p in self.phrases if p.subject), None)

    @property
    def has_object(self) -> bool:
        """Whether it tells what something is done to, not only for how long."""
        return any(p.object and p.time is None for p in self.phrases)

    @property
    def lasts(self) -> bool:
        """``1701년부터 1714년까지 이어진 전쟁``: it says from when to when something happened, not how far it reaches."""
        if self.predicate.lemma != "이어지다":
            return False
        stretch = any(p.time is not None and p.particle.startswith(("부터", "까지")) for p in self.phrases)
        return stretch or all(p.time or p.subject or p.topic for p in self.phrases)

    @property
    def subject(self) -> Phrase | None:
        """The phrase with 이/가, the topic, a phrase with 도, or what the clauses before were about."""
        also = next((p for p in self.phrases if p.particle == "도" and p.time is None), None)
        acts = also is not None and is_animate(also) and self.has_object
        befallen = also is not None and (also.names_actor or acts or self.predicate.voice == "passive")
        if also is not None and befallen and self.topic is not None and self.topic.end < self.phrases[0].start:
            return self.own_subject or (self.topic if self.nested else also)  # 일본은 서명했고, 한국도 비준했다
        if self.acted_by_other:
            return self.carried
        return self.own_subject or self.topic or (None if self.nested else also) or self._carried_on

    @property
    def _carried_on(self) -> Phrase | None:
        """What the clauses before were about, unless this one tells what somebody does to something and that is a nameless
        thing: ``증상이 나타나 병원을 찾았다``."""
        thing = self.carried is not None and self.carried.entity is None and not is_animate(self.carried)
        return None if thing and self.predicate.voice == "active" and self.has_object else self.carried

    @property
    def acted_by_other(self) -> bool:
        """``경복궁은 흥선대원군이 백성을 동원하여 중건하였다``: whoever did something in the clause before does this, too."""
        if self.carried is None or self.topic is None or self.own_subject is not None or self.nested:
            return False
        if self.predicate.voice == "passive" or self.predicate.lemma in _OF_ITSELF:
            return False  # 밴드는 그가 탈퇴를 선언하면서 해체되었다
        if self.led and self.has_object:
            return self.carried.start > self.topic.start  # 쇼클리는 …, 연구원들이 회사를 떠나 반도체를 차렸다
        person = self.carried.entity is not None and self.carried.entity.label == "PS"
        thing = self.topic.entity is None or self.topic.entity.label != "PS"
        built = self.carried.names_actor and self.topic.form.endswith(_BUILT)  # 장벽은 동독이 쌓기 시작했다
        return ((person and thing) or built) and self.carried.start > self.topic.start


# What a thing or state does of itself, whoever set it off: 대학은 왕이 유학을 금지하면서 성장하였다.
_OF_ITSELF = frozenset(
    ("성장", "발전", "번영", "쇠퇴", "몰락", "멸망", "소멸", "붕괴", "탄생", "성립", "독립", "등장", "변화", "시작", "유행", "사라지다",
     "무너지다", "되다", "끝나다", "망하다", "커지다", "생기다", "바뀌다", "나뉘다", "갈라지다", "늘어나다", "줄어들다", "이어지다")
)  # fmt: skip
_BUILT = (
    "장벽", "성벽", "산성", "대교", "철교", "운하", "철도", "터널", "공항", "성당", "궁전", "요새", "경기장", "발전소", "궁", "탑",
    "신전", "사원", "향교", "서원", "극장", "고속도로", "댐",
)  # fmt: skip


@dataclass(slots=True)
class Parse:
    """A row with its clauses in the order of their predicates."""

    row: Row
    clauses: list[Clause]

    @property
    def units(self) -> list[Unit]:
        """The row's phrases and predicates."""
        return self.row.units

    def before(self, place: int) -> Unit | None:
        """What stands before a place of the row, if it is not the first."""
        return self.units[place - 1] if place else None

    def after(self, place: int) -> Unit | None:
        """What stands behind a place of the row, if it is not the last."""
        return self.units[place + 1] if place + 1 < len(self.units) else None

    def behind(self, unit: Unit) -> list[Unit]:
        """What stands behind a unit of the row."""
        return self.units[self.units.index(unit) + 1 :]

    def next_predicate(self, place: int) -> Predicate | None:
        """The first predicate behind a place of the row."""
        return next((u for u in self.units[place + 1 :] if isinstance(u, Predicate)), None)

    def reported_behind(self, place: int) -> Predicate | None:
        """The predicate of what is reported, where the first one behind a place that is no prenominal or nominal is that."""
        behind = (
            u for u in self.units[place + 1 :] if isinstance(u, Predicate) and u.kind not in ("prenominal", "nominal")
        )
        main = next((u for u in behind if u.kind != "connective" or u.pause or u.past or u.ending not in LEADING), None)
        return main if main is not None and main.kind == "quotative" else None

    def main_before(self, index: int) -> Clause | None:
        """The last clause before a place of the row that is no part of another one."""
        return next((c for c in reversed(self.clauses) if c.index < index and not c.nested), None)

    def main_behind(self, index: int) -> Clause | None:
        """The first clause behind a place of the row that is no part of another one."""
        return next((c for c in self.clauses if c.index > index and not c.nested), None)

    def main_with(self, phrase: Phrase) -> Clause | None:
        """The clause that a phrase is a part of, unless that stands inside another one's noun phrase."""
        return next((c for c in self.clauses if not c.nested and any(p is phrase for p in c.phrases)), None)

    def end_of_chain(self, clause: Clause) -> Clause | None:
        """The first clause from one on that is no connective: ``달아난`` for ``때리고 달아난 혐의``."""
        return next((c for c in self.clauses if c.index >= clause.index and c.predicate.kind != "connective"), None)

    def end_of_main(self, clause: Clause) -> Clause | None:
        """The same among the clauses that are no part of another one; what something is called is none (``북벌이라는``)."""
        behind = (c for c in self.clauses if c.index >= clause.index and not c.nested)
        ends = (c for c in behind if not (c.predicate.copula and c.predicate.ending.endswith("는")))
        return next((c for c in ends if c.predicate.kind != "connective"), None)

    def clause_of(self, head: Phrase) -> Clause | None:
        """The clause right before a noun phrase that it modifies."""
        return next((c for c in reversed(self.clauses) if c.head is head and c.predicate.kind == "prenominal"), None)

    def clause_at(self, index: int) -> Clause:
        """The clause whose predicate stands at a place of the row."""
        return next(c for c in self.clauses if c.index == index)


def parse(row: Row) -> Parse:
    """Reads the clauses of a row."""
    clauses: list[Clause] = []
    waiting: list[Phrase] = []
    topic: Phrase | None = None
    speaker: Phrase | None = None  # the topic before that of what is said
    carried: Phrase | None = None
    led = False
    broken_out: Phrase | None = None  # 화재가 발생해 집이 전소됐다
    for index, unit in enumerate(row.units):
        if isinstance(unit, Phrase):
            waiting.append(unit)
            if unit.topic and unit.time is None and unit.form not in _HOLDING:
                speaker, topic = topic, unit
            elif all(p.time is not None for p in waiting[:-1]) and speaks_too(row.units, index):
                speaker, topic = None, unit
            continue
        nested = unit.kind in ("prenominal", "nominal") or _leads_into_prenominal(row.units, index)
        if unit.lemma == "넘다" and unit.ending == "게":
            clauses.append(Clause(index, unit, nested=True))  # 2000명이 넘게 숨졌다: it only says how many
            continue
        cut = _reach(waiting, unit) if nested else _before_speech(waiting) if says_of_other(row.units, index) else 0
        if nested and (apart := _before_subject_of_main(row.units, index, waiting)):
            cut = apart
        if tells_how(unit, waiting):
            cut = len(waiting) - 1  # 위성이 우주 기지에서 로켓에 실려 발사되었다: all but the rocket is of the launch
        if gives_name(unit) or _is_apposition(row.units, index, waiting):
            cut = max(len(waiting) - 1, 0)  # 고종이 이화학당이라는 이름을 내렸다, 회의에서 창업자인 김범석을 선임했다
        clause = Clause(index, unit, waiting[cut:], nested=nested)
        del waiting[cut:]
        clause.topic = topic if not nested else next((p for p in clause.phrases if p.topic), None)
        after = row.units[index + 1] if index + 1 < len(row.units) else None
        if unit.kind == "prenominal" and isinstance(after, Phrase):
            clause.head = _head_phrase(row.units, index + 1)
        clauses.append(clause)
        begins = isinstance(after, Phrase) and after.relation in ("시작", "필두")  # 임명된 것을 시작으로
        if nested and topic is not None and (unit.head in _CIRCUMSTANCES or begins or _is_intended(row.units, index)):
            _lend_topic(clauses, topic)
        aims = unit.kind == "nominal" and isinstance(after, Predicate) and after.lemma == "위하다"
        if aims or (unit.kind == "prenominal" and unit.head in _MEANWHILE):
            carried = clause.own_subject or carried  # 대통령이 만나기 위해 떠났다, 남성이 숨진 채 발견됐다
        if not nested:
            apart_from = carried is broken_out and carried is not None and unit.lemma not in _ENDING
            clause.carried, clause.led = None if apart_from else carried, led
            led = _acts_and_goes_on(clause)
            if unit.kind == "quotative" and unit.copula and speaker is None:
                speaker = _speaker_before(clause)
            if unit.kind == "quotative" and speaker is not None:
                topic, speaker = speaker, None  # 그는 이 사건은 관계가 없다고 말했다
            own = clause.own_subject
            if unit.kind == "quotative" and not unit.past and own is not None and own.names_actor:
                carried = own  # 2013년 회사가 인수한다고 발표했다
            broken_out = own if unit.lemma in _SETTING_OFF else broken_out
            if unit.kind == "connective":
                speaker = None if unit.pause else speaker
                apart = unit.pause or unit.ending == "자"  # 남편이 죽자 일을 이어받았다
                carried = None if apart else _lasting(own, unit) or carried
    _lend_heads(clauses)
    _set_apart_believer(clauses)
    _lend_topic_back(clauses)
    return Parse(row, clauses)


NUMERALS = frozenset(("SN", "NR", "MM"))


def tells_how(unit: Predicate, phrases: list[Phrase]) -> bool:
    """Whether a predicate with the phrase before it only says how the next thing is done: ``노래를 소리 내어 불렀다``."""
    if not phrases or unit.kind != "connective" or unit.ending not in LEADING or unit.pause:
        return False
    last = phrases[-1]
    match unit.lemma:
        case "실리다":
            return True  # 로켓에 실려 발사되었다
        case "들이다":
            return last.object and last.atoms[0].tag in NUMERALS  # 다리를 50억 원을 들여 놓았다
        case "내다":
            return last.form in ("소리", "힘", "용기", "시간")
        case "삼다":
            return not last.particles  # 곰을 시험 삼아 풀어놓았다
    return False


def _speaker_before(clause: Clause) -> Phrase | None:
    """``법원이 그 조항은 위헌이라고 판단했다``: who says of the topic what it is."""
    subject = next((p for p in clause.phrases if p.subject or p.topic), None)
    return subject if subject is not clause.topic and clause.topic in clause.phrases else None


def _is_apposition(units: list[Unit], index: int, waiting: list[Phrase]) -> bool:
    """``최고상인 황금종려상을``: whether a noun only says what the name behind it is; ``수도가 서울인`` has a subject for that."""
    unit, name = units[index], units[index + 1] if index + 1 < len(units) else None
    if not isinstance(unit, Predicate) or not unit.copula or unit.kind != "prenominal" or unit.ending != "ᆫ":
        return False
    if not isinstance(name, Phrase) or not any(a.entity is not None for a in name.atoms) or len(waiting) < _OF_TWO:
        return False
    return not waiting[-2].subject and not waiting[-2].topic and not waiting[-2].genitive


_OF_TWO = 2


def _acts_and_goes_on(clause: Clause) -> bool:
    """``일본군이 경복궁을 점령하고``: whether the subject does something, and the next clause goes on from it."""
    unit, own = clause.predicate, clause.own_subject
    if unit.kind != "connective" or unit.pause or unit.ending not in LEADING or unit.voice != "active" or own is None:
        return False
    return not unit.stative and (own.names_actor or clause.has_object)


def _lend_topic_back(clauses: list[Clause]) -> None:
    """``1960년 졸업한 뒤 그는 떠났다``, ``졸업하고 그는 떠났다``: whom the main clause is about, to the one right before it."""
    for clause, after in pairwise(clauses):
        topic = after.topic
        if topic is None or after.nested or topic.start < clause.predicate.end or clause.subject is not None:
            continue
        leads = clause.nested and clause.predicate.head in _CIRCUMSTANCES
        runs_on = clause.predicate.kind == "connective" and clause.predicate.ending in LEADING
        if (leads or runs_on) and (
            topic.form in _PRONOUNS or (topic.entity is not None and topic.entity.label == "PS")
        ):
            clause.carried = topic


_PRONOUNS = frozenset(("그", "그녀", "그들"))


def _set_apart_believer(clauses: list[Clause]) -> None:
    """``경찰은 김씨가 침입해 돈을 훔친 것으로 보고 있다``: who believes it is no part of what is believed of somebody else."""
    last = clauses[-1] if clauses else None
    if last is None or BELIEVED not in last.predicate.frames or last.topic is None:
        return
    believer, other = last.topic, None
    for clause in clauses:
        if not clause.nested and clause.topic is believer:
            other = clause.own_subject or other
            if other is not None:
                clause.topic, clause.carried = None, other


_HOLDING = frozenset(("것", "거", "건"))  # they hold the place of a clause: 확대하는 건
# Nouns that only say when or how a clause bears on the main one, whose topic is its subject, too: 졸업한 뒤.
_CIRCUMSTANCES = frozenset(
    ("때", "뒤", "후", "다음", "이후", "이래", "직후", "동안", "당시", "무렵", "지", "결과",
     "채", "끝", "중", "도중", "데", "가운데", "가능성", "혐의", "쾌거", "성과", "기염", "업적", "전과", "영예", "영광", "아픔", "수모",
     "불운", "위업", "개가", "활약", "상태", "처지", "신세")
)  # fmt: skip


# In what state or in the midst of what the subject of the main clause, too, does what that tells.
_MEANWHILE = frozenset(("채", "중", "도중", "지"))
INTENTIONS = frozenset(("계획", "목표", "방침", "예정", "의사", "뜻", "구상", "의도", "목적", "공약", "약속"))
_INTENDING = frozenset(
    ("계획", "결정", "목표", "추진", "약속", "시도", "준비", "결심", "검토", "고려", "지향", "꾀하다")
)


def _is_intended(units: list[Unit], index: int) -> bool:
    """Whether a clause is what its sentence's topic means to do: ``보내는 계획을``, ``보내는 것을 계획했다``."""
    unit, after = units[index], units[index + 1] if index + 1 < len(units) else None
    if not isinstance(unit, Predicate) or unit.kind != "prenominal" or unit.past or not isinstance(after, Phrase):
        return False
    if after.form in INTENTIONS:
        return True
    verb = units[index + 2] if index + 2 < len(units) else None
    aims = after.relation == "목표" or (isinstance(verb, Predicate) and verb.lemma in _INTENDING)
    return after.form == "것" and (after.object or after.relation == "목표") and aims


_AFTERWARDS = frozenset(("뒤", "후", "직후", "끝", "다음"))


def _lend_topic(clauses: list[Clause], topic: Phrase) -> None:
    """``그는 1970년 졸업해 일한 뒤 떠났다``: the topic of the main clause to a nested one, and to those that run into it."""
    for number, clause in enumerate(reversed(clauses)):
        runs_on = number == 0 or clause.predicate.kind == "connective"
        if not runs_on or not clause.nested or clause.subject is not None or clause.predicate.start < topic.start:
            return
        clause.carried = topic


def speaks_too(units: list[Unit], index: int) -> bool:
    """``이튿날 산업은행도 중단하겠다고 밝혔다``: a name with 도, that says what follows."""
    phrase = units[index]
    if not isinstance(phrase, Phrase) or phrase.particle != "도" or phrase.entity is None or phrase.time is not None:
        return False
    return is_said_by_none_behind(units, index)


def is_said_by_none_behind(units: list[Unit], index: int) -> bool:
    """Whether something is said behind a place of the row, and who says it does not stand behind that: not ``…했다고 신문이 썼다``."""
    said = other = False
    for unit in units[index + 1 :]:
        if isinstance(unit, Phrase):
            other |= said and (unit.subject or unit.topic)
        elif unit.kind == "quotative":
            said, other = True, False
        elif said and unit.kind not in ("prenominal", "nominal"):
            break
    return said and not other


def gives_name(predicate: Predicate) -> bool:
    """``〈봄〉이라는 곡``, ``〈봄〉이란 곡``: what something is called is nothing that is said."""
    names = predicate.kind == "quotative" and predicate.ending.endswith("는")
    return predicate.copula and (names or predicate.ending == "란")


def says_of_other(units: list[Unit], index: int) -> bool:
    """``바꾸자는 북한의 주장을``: what somebody else says, about which the clause tells something."""
    unit, speaker = units[index], units[index + 1] if index + 1 < len(units) else None
    said = isinstance(unit, Predicate) and unit.kind == "quotative" and unit.ending.endswith("는")
    return said and isinstance(speaker, Phrase) and speaker.particle == "의" and speaker.entity is not None


def _before_speech(waiting: list[Phrase]) -> int:
    """How many phrases, up to the subject, stand before what somebody else says."""
    return next((place + 1 for place in range(len(waiting) - 1, -1, -1) if waiting[place].subject), 0)


def _lasting(subject: Phrase | None, predicate: Predicate) -> Phrase | None:
    """A subject that the next clause may be about, too: not a happening, which only sets off what follows, nor a nameless
    thing that something befell (``예산이 부족해 …``, ``체육관이 완공되었고 …``)."""
    if subject is None or (subject.entity is not None and subject.entity.label == "EV"):
        return None
    if predicate.lemma in _DYING:
        return None  # 국상이 죽어 후임을 임명했다
    undergoes = (
        predicate.stative and predicate.ending != "게"
    ) or predicate.voice == "passive"  # 사망률이 크게 떨어졌다
    return None if undergoes and subject.entity is None and not is_animate(subject) else subject


_SETTING_OFF = frozenset(("발생", "나다", "일어나다", "터지다", "벌어지다", "일다"))
# What a fire or fight itself does further on: 불이 나 꺼졌다.
_ENDING = frozenset(
    ("진화", "진압", "꺼지다", "잡히다", "번지다", "계속", "계속되다", "이어지다", "끝나다", "확산", "종료", "멈추다")
)
_DYING = frozenset(("죽다", "사망", "숨지다", "별세", "서거", "타계", "병사", "전사", "붕어", "승하", "훙서"))


def _lend_heads(clauses: list[Clause]) -> None:
    """``입사하여 … 퇴사한 김봉환은``: the head of a prenominal clause is the subject of those that run into it, unless they
    have one, which is its own, too: ``보잉이 개발하여 발표한 여객기``."""
    for clause, after in zip(reversed(clauses[:-1]), reversed(clauses[1:]), strict=True):
        if clause.nested and clause.predicate.kind == "connective" and after.subject is None and after.head is not None:
            alike = clause.predicate.voice == after.predicate.voice == "active"
            after.carried = clause.own_subject if alike and not clause.predicate.stative else None
        bare = not any(p.object for p in (*clause.phrases, *after.phrases))  # 보잉이 개발해 내놓은 747
        lacking = clause.subject is None or (bare and after.carried is not None)
        runs_on = clause.predicate.kind == "connective" and not clause.predicate.pause and lacking
        timed = any(p.time is not None for p in after.phrases) and clause.predicate.voice != after.predicate.voice
        apart = after.predicate.copula or timed  # 1942년 시작되어 1964년 시험을 실시한 우주선
        apart |= after.predicate.stative and not clause.predicate.stative  # 출시하여 큰 성공을 거두었다
        if runs_on and not apart and clause.head is None and after.own_subject is None and after.topic is None:
            clause.head = after.head


def _leads_into_prenominal(units: list[Unit], index: int) -> bool:
    """``수성을 통과하여 향하는 탐사선``: a connective clause that a prenominal one takes up at once."""
    unit = units[index]
    assert isinstance(unit, Predicate)
    if unit.kind != "connective" or unit.pause or unit.past:
        return False
    for between, later in enumerate(units[index + 1 :]):
        if isinstance(later, Predicate):
            if later.stative and not unit.stative:
                return False  # 공연되어 큰 성공을 거두었다
            if between and unit.ending == "고" and later.head in _AFTERWARDS:
                return False  # 인사들을 만나고 학생들 앞에서 강연한 뒤 귀국했다
            return (
                later.kind == "prenominal" and between <= 1 and unit.ending in ("어", "아", "여", "고", "어서", "아서")
            )
        if later.subject or later.topic or later.pause:
            return False
        if later.object and not (_is_misdeed(units, index) or _is_part_of_plan(units, index)):
            return False
        if later.time is not None and (unit.lemma in _MEETING or _goes_on_to_main(units, index)):
            return False  # 회담을 갖고 2018년 이후 중단된 외교를 재개했다
    return False


def _goes_on_to_main(units: list[Unit], index: int) -> bool:
    """``구단은 7-3으로 이겨 지난 15일부터 이어온 연승을 늘렸다``: whether what is dated apart is done with by the topic."""
    place = next((k for k in range(index + 1, len(units)) if isinstance(units[k], Predicate)), None)
    head = _head_phrase(units, place + 1) if place is not None else None
    topics = (u for u in units[:index] if isinstance(u, Phrase) and u.topic and u.time is None)
    return head is not None and head.object and any(topics)


def _modifier_behind(units: list[Unit], index: int) -> tuple[Predicate | None, Phrase | None]:
    """The next predicate, where it modifies a noun, and that noun."""
    place, unit = next(((k, u) for k, u in enumerate(units) if k > index and isinstance(u, Predicate)), (0, None))
    if unit is None or unit.kind != "prenominal":
        return None, None
    return unit, _head_phrase(units, place + 1)


def _is_part_of_plan(units: list[Unit], index: int) -> bool:
    """``번을 폐지하고 현을 설치할 계획을 세웠다``: whether a clause is a part of what somebody means to do."""
    step, plan = _modifier_behind(units, index)
    if step is None or step.past or step.ending == "던":
        return False
    return plan is not None and plan.form in INTENTIONS and plan.object


def _is_misdeed(units: list[Unit], index: int) -> bool:
    """``흉기를 휘둘러 이웃을 숨지게 한 남성을 체포했다``: whether a clause is a part of what somebody is accused of or held for."""
    deed, head = _modifier_behind(units, index)
    if deed is None:
        return False
    if head is not None and head.form in ACCUSATIONS:
        return True
    main = next((u for u in units[units.index(deed) + 1 :] if isinstance(u, Predicate)), None)
    unit = units[index]
    assert isinstance(unit, Predicate)
    return unit.lemma in _MISDEEDS and main is not None and main.lemma in CHARGES


ACCUSATIONS = frozenset(("혐의", "죄", "죄목", "의혹"))  # 때린 혐의를 받는다
# What brings somebody before the police or a court.
CHARGES = frozenset(
    ("기소", "구속", "체포", "송치", "고발", "입건", "고소", "검거", "연행", "수감", "구금", "넘겨지다", "붙잡히다", "붙잡다", "적발",
     "선고", "조사", "처벌", "현행범체포", "긴급체포", "잡다")
)  # fmt: skip
_MISDEEDS = frozenset(
    ("휘두르다", "속이다", "훔치다", "마시다", "취하다", "몰다", "때리다", "폭행", "협박", "위조", "사칭", "침입", "위협", "유인", "꾀다",
     "빼돌리다", "횡령", "꾸미다", "가장", "투약", "흡입", "만지다", "찌르다", "들이받다", "치다", "던지다", "뿌리다", "지르다", "놓다",
     "들어가다", "접근", "데려가다", "납치", "감금", "거짓말", "난입", "챙기다", "가로채다", "뜯어내다", "받다", "도주", "달아나다")
)  # fmt: skip
_MEETING = frozenset(("갖다", "가지다", "열다", "개최", "벌이다", "만나다"))


def _reach(waiting: list[Phrase], predicate: Predicate) -> int:
    """How far back a prenominal clause takes phrases: to a topic, a pause or a second subject; to an object where it
    is of a state, which has none (``공장을 임금이 싼 나라로``)."""
    subject = False
    for place in range(len(waiting) - 1, -1, -1):
        phrase = waiting[place]
        ends = phrase.topic or (phrase.pause and not phrase.coordinate) or (phrase.subject and subject)
        ends |= bool(phrase.time and phrase.pause) or (predicate.stative and phrase.object and phrase.relation is None)
        dated = any(p.time is not None for p in waiting[place + 1 :])
        ends |= phrase.subject and dated and predicate.copula  # 유족들이 23일 쉼터인 집에서 만났다
        if ends and place < len(waiting):
            return place + 1
        subject |= phrase.subject
    return 0


def _before_subject_of_main(units: list[Unit], index: int, waiting: list[Phrase]) -> int:
    """``법원이 구속된 회장을 석방했다``, ``경찰이 달아난 용의자를 붙잡았다``: how many phrases, up to a subject, are of the main
    clause, where one with another subject modifies the object, or tells what was held somewhere."""
    unit, head = units[index], units[index + 1] if index + 1 < len(units) else None
    if not isinstance(unit, Predicate) or unit.kind != "prenominal" or not isinstance(head, Phrase):
        return 0
    over = _head_phrase(units, index + 1) if head.genitive else head  # 열린 아스널과의 경기에서
    tried = (
        head.relation == "대하다" and is_animate(head) and any(p.object for p in waiting)
    )  # 기자에 대해 영장을 신청했다
    at_held = unit.lemma in _HELD and over is not None and over.particle in ("에", "에서")
    undergoing = head.object and head.form not in _FACTS
    befallen = unit.voice == "passive" and unit.noun is not None and undergoing
    moving = undergoing and (unit.lemma in _MOVING or _is_under_way(unit, waiting)) and head.head.tag != "NNB"
    if not at_held and not befallen and not moving and not tried:
        return 0
    if any(phrase.topic and phrase.time is None for phrase in waiting):
        return 0  # 가수는 노래가 수록된 음반을 냈다
    main = next((u for u in units[index + 2 :] if isinstance(u, (Phrase, Predicate)) and not _passes_over(u)), None)
    if not isinstance(main, Predicate) or (main.voice != "active" and not at_held):
        return 0
    takes_part = befallen or moving or tried or main.lemma in _TAKING_PART  # 의원들이 26일 열린 추모식에 참석했다
    subjects = [
        place
        for place, phrase in enumerate(waiting)
        if phrase.subject and phrase.time is None and not _is_work(phrase) and (takes_part or _is_actor(phrase))
    ]
    return subjects[0] + 1 if len(subjects) == 1 else 0


def _is_actor(phrase: Phrase) -> bool:
    """Whether a phrase names a person or body, also before a title: ``A씨``, ``김 의원``."""
    return phrase.has_name("PS", "OG") or is_animate(phrase)


def _is_under_way(unit: Predicate, waiting: list[Phrase]) -> bool:
    """``신호 대기 중이던``, ``선로에 있던``: where or at what somebody is."""
    waits = unit.copula and bool(waiting) and waiting[-1].form.endswith("중")
    return waits or (unit.lemma == "있다" and unit.noun is None)


# What somebody does without doing it to anything: the noun behind it is who does it.
_MOVING = frozenset(
    ("달아나다", "도주", "도망", "도망치다", "지나가다", "지나다", "오다", "가다", "나오다", "나가다", "들어오다",
     "들어가다", "돌아오다", "방한", "방북", "방미", "방일", "방중", "귀국", "입국", "출국", "서다", "앉다",
     "숨다", "눕다", "쓰러지다", "빠지다", "갇히다", "달리다", "걷다", "걸어가다", "정차", "대기", "잠들다",
     "자다", "일하다", "근무", "퇴각", "후퇴", "상륙", "침입", "귀가", "출근", "퇴근", "산책", "내리다", "도착",
     "출발", "운행", "운항", "항해", "비행", "정박", "표류", "추락", "침몰", "접근", "다가오다", "몰려오다",
     "모이다", "떨어지다", "죽다", "숨지다", "다치다", "도피", "잠적", "탈출", "탈옥", "뛰어가다", "뛰어오다",
     "건너다", "살다")
)  # fmt: skip


_TAKING_PART = frozenset(
    (
        "참석",
        "참가",
        "참여",
        "출전",
        "출연",
        "출석",
        "나서다",
        "나가다",
        "나오다",
        "초청",
        "우승",
        "수상",
        "받다",
        "연설",
        "말하다",
        "밝히다",
        "강조",
    )
)
_HELD = frozenset(("열리다", "거행", "개최", "진행", "치러지다", "펼쳐지다"))
_FACTS = frozenset(("사실", "것", "점", "정황", "의혹", "소식", "흔적", "경위", "과정", "이유", "원인"))


def _is_work(phrase: Phrase) -> bool:
    return phrase.entity is not None and phrase.entity.label in ("AF", "CV", "EV", "QT")


def _passes_over(unit: Unit) -> bool:
    return isinstance(unit, Phrase) and not (unit.subject or unit.topic)


# What is done with works, not with whom they are by: 발매된 로제의 앨범.
_BROUGHT_OUT = frozenset(
    ("발매", "출간", "발간", "출판", "간행", "발표", "개봉", "출시", "공개", "방영", "방송", "연재", "수록", "상영",
     "초연", "전시", "제작", "집필", "작곡", "쓰다", "쓰이다", "펴내다", "나오다", "실리다", "완성", "번역")
)  # fmt: skip


def _head_phrase(units: list[Unit], index: int) -> Phrase | None:
    """The noun phrase that begins at ``index``, its genitives passed over: 독일의 → A-4 로켓."""
    found: Phrase | None = None
    named = False
    for place, unit in enumerate(units[index:], index):
        if isinstance(unit, Predicate):
            if found is not None and unit.copula and unit.kind == "prenominal":
                found, named = None, True
                continue  # 탐사선인 찬드라얀 1호: the name is what is meant
            return found
        if found is not None and not (named and found.coordinate and found.entity is not None):
            return found  # not at the first of 비행사인 아무개, 아무개, 아무개는
        made = units[index - 1]
        of_work = isinstance(made, Predicate) and made.lemma in _BROUGHT_OUT
        around = units[place + 1] if unit.time is not None and place + 1 < len(units) else None
        if isinstance(around, Phrase) and around.start <= unit.start:
            continue  # 열린 2026 북중미 월드컵에서
        if isinstance(made, Predicate) and made.lemma in _HELD and unit.coordinate and unit.particle in ("와", "과"):
            continue  # 열리는 두산과 방문 경기에
        owned = unit.genitive and (of_work or unit.entity is None or unit.entity.label != "PS")
        found = None if owned else unit  # 취임한 김구의 임기: the person is what the clause speaks of
    return found
