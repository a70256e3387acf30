"""Arguments: who, what, where and with what, from particles, voice and the type of the happening (guideline §4)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.entities.vocabulary import table
from pipeline.events.animacy import AUTHORITIES, is_animate, is_animate_noun
from pipeline.events.clauses import Clause, Parse, gives_name
from pipeline.events.constructions import MOMENTS, is_content
from pipeline.events.nouns import phrase_trigger
from pipeline.events.triggers import UNDERGOING, Named
from pipeline.events.units import LEADING, QUOTE, Atom, Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary
from pipeline.model import ROLES, Argument, Entity, Inferred
from pipeline.timex.numbers import native_numbers

_RENAMING = frozenset(
    ("개칭", "개명", "바뀌다", "바꾸다", "승격", "개편", "변경", "고치다", "전환", "개정", "정하다", "변하다")
)
_PLACE_TYPES = frozenset(("LANDING", "MOVEMENT", "FLIGHT", "CONFLICT", "DISASTER", "ACCIDENT"))
# Types whose 로/으로 names where to, also with a body: 물가관리청으로 이직했다.
# Types that only persons and bodies bring about.
_SPEAKING = frozenset(("STATEMENT", "DECISION", "TRIAL", "APPOINTMENT", "AGREEMENT"))
_MOVING = frozenset(("TRANSFER", "MOVEMENT", "APPOINTMENT"))
# Types whose 로/으로 names a place that one goes or sends to.
_DIRECTED = _MOVING | {
    "LAUNCH",
    "LANDING",
    "FLIGHT",
    "RETURN",
    "EXPLORATION",
    "ATTACK",
    "ARREST",
    "RESIGNATION",
    "CHANGE",
    "OTHER",
}
# Types whose 에 names what one takes part in or turns to: 전쟁에 참가했다.
_TURNING = frozenset(
    ("OTHER", "CONFLICT", "START", "AGREEMENT", "PERFORMANCE", "TRIAL", "SUPPORT", "ELECTION", "EDUCATION")
)
# Types that bring about their object: 1999년에 설립한 센터.
_MAKING = frozenset(
    ("FOUNDING", "LAUNCH", "CONSTRUCTION", "DEVELOPMENT", "INVENTION", "PUBLICATION", "DISCOVERY", "LEGISLATION", "DECISION")
)  # fmt: skip
# Particles that may stand for 을/를: 본사까지 옮겼다.
_EVEN = frozenset(("까지", "까지도", "마저", "마저도", "조차", "조차도"))
_MIDDLE_DOTS = ("·", "ㆍ", "・")
_TROOPS = ("병력", "군대", "부대", "함대", "인력", "대원", "요원", "병사", "교민")
# What one is brought into is where it goes: 공사에 투입되었다.
_BROUGHT = frozenset(("투입", "동원", "배치"))
_RIDING = frozenset(("타다", "탑승", "이용", "실리다", "오르다"))
_TOGETHER = re.compile(r"\s*(?:함께|더불어|같이|공동으로|나란히|손잡고|손을 잡고)")
# A name and no more than so many title nouns behind it: 박 전 대통령.
_LONGEST_TITLE = 2
_ABOUT = frozenset(("이상", "이하", "가량", "정도", "미만", "남짓", "안팎", "가까이"))
_PROGRAMMES = ("계획", "사업", "프로젝트", "프로그램", "작전", "운동", "영화제", "비엔날레", "음악제", "연극제")
_SHORT_NOUN = 3  # syllables


def find(
    parse: Parse,
    target: Clause | Phrase,
    named: Named,
    text: str,
    words: Vocabulary,
    focus: Phrase | None = None,
    beside: Sequence[Phrase] = (),
) -> tuple[Argument, ...]:
    """The arguments of a happening, each a head with its name and without its particle.

    Args:
        parse: the row that the happening stands in.
        target: the clause that it is the predicate of, or the noun phrase that names it.
        named: its trigger and type.
        text: the document.
        words: the vocabulary.
        focus: what a cleft sentence says it was: ``발사한 것은 … 고다드였다``.
        beside: phrases of another clause that are of this one.
    """
    return _Finder(parse, named, text, words).arguments(target, focus, beside)


def dropped_subject(
    target: Clause | Phrase, named: Named, found: tuple[Argument, ...], topic: Entity, words: Vocabulary, parse: Parse
) -> Inferred | None:
    """What the topic of the sentences before is to a clause that leaves its subject out.

    Returns:
        ``None`` where the clause names its subject, or the role is taken.
    """
    if not isinstance(target, Clause) or target.subject is not None or target.head is not None:
        return None
    atom = Atom(topic.start, topic.end, topic.text, "NNP", False, None, topic)
    finder = _Finder(parse, named, "", words)
    role = finder._subject_role(Phrase(topic.start, topic.end, [atom]), any(a.role == "theme" for a in found))
    if any(a.role == role for a in found):
        return None
    return Inferred(role, topic.start, topic.end, topic.text, topic.name)


_QUOTATION_END = re.compile(r"^['’\"”」』》〉]")
_QUOTATION_BEGIN = re.compile(r"['‘\"“「『《〈]$")
_ARMED = frozenset(("ATTACK", "DEATH", "INJURY", "CONFLICT", "MOVEMENT", "FLIGHT", "LAUNCH"))
_VEHICLES = frozenset(("<vehicle>", "<craft>"))
_WEAPONS = frozenset(("<weapon>",))
_MEANS = _VEHICLES | _WEAPONS
_BOARDING = frozenset(("탑승", "승선", "올라타다", "타다", "오르다"))
_WORKING = frozenset(("DEVELOPMENT", "INVENTION", "CONSTRUCTION", "PUBLICATION"))  # 회사에서 제작한
# Types whose 에/에게 names who gets something, or the body before which something is brought: 국회에 상정되었다.
_TAKING_IN = frozenset(
    ("TRADE", "TRANSFER", "MOVEMENT", "LEGISLATION", "DECISION", "PUBLICATION", "MEETING", "CHANGE", "STATEMENT")
)
_OFFICES = frozenset(("ELECTION", "APPOINTMENT", "RESIGNATION"))
_PERSONS = frozenset(("명", "분", "인", "이", "자", "놈", "씨", "군", "양", "님", "것", "데", "바", "수"))
# What a clause before it tells, and no argument of the clause: 때린 혐의, 떠난 지 3년.
_CONTENTS = frozenset(
    (
        "일",
        "작업",
        "업무",
        "영예",
        "영광",
        "기쁨",
        "아픔",
        "수모",
        "쾌거",
        "기염",
        "활약",
        "성과",
        "고초",
        "불운",
        "채",
        "지",
        "혐의",
        "의혹",
        "사실",
        "소식",
        "의미",
        "목적",
        "취지",
        "가능성",
        "소문",
        "경우",
    )
)


@dataclass(slots=True)
class _Finder:
    parse: Parse
    named: Named
    text: str
    words: Vocabulary
    _has_object: bool = False
    _has_subject: bool = False
    _has_aim: bool = False
    _has_theme: bool = False
    _has_goal: bool = False

    def arguments(
        self, target: Clause | Phrase, focus: Phrase | None, beside: Sequence[Phrase]
    ) -> tuple[Argument, ...]:
        found: list[tuple[str, Phrase]] = []
        of_noun = [] if self.named.phrase is None else list(self._of_noun(self.named.phrase))
        self._has_theme = self.named.kind.name == "ATTACK" and any(role == "theme" for role, _ in of_noun)
        if isinstance(target, Clause):
            found += self._of_clause(target, focus)
        found += [(role, phrase) for phrase in beside if (role := self._role(phrase, last=False)) is not None]
        for role, phrase in of_noun:
            if all(role != taken for taken, _ in found):
                found.append((role, phrase))
        arguments: dict[tuple[int, int], Argument] = {}
        for role, phrase in found:
            for one in self._heads(phrase):
                if (span := self._span(one)) is not None:
                    arguments.setdefault(span, Argument(role, *span, self.text[span[0] : span[1]]))
        return tuple(sorted(arguments.values(), key=lambda a: (ROLES.index(a.role), a.start)))

    def _of_clause(self, clause: Clause, focus: Phrase | None) -> Iterator[tuple[str, Phrase]]:
        subject = self._subject(clause)
        self._has_object = any(p.object for p in clause.phrases)
        self._has_subject = subject is not None
        self._has_goal = any(p.particle in ("로", "으로") and p.time is None for p in clause.phrases)
        self._has_aim = any(p.particle in ("로", "으로") and self._is_place(p) for p in clause.phrases)
        roles: set[str] = set()
        if self.named.voice == "causative" and not self._has_object and not clause.nested:
            if (moved := self._object_before(clause)) is not None:
                roles.add("theme")
                yield "theme", moved  # 위성을 발사하여 달에 접근시켰다
        for phrase in clause.phrases:
            if phrase.time and phrase.object and phrase.time.type == "DURATION":
                bare = self._before(phrase)  # 징역 3년을 선고했다
                if bare is not None:
                    roles.add("theme")
                    yield "theme", bare
            framed = phrase is self.named.framed and phrase.entity is None  # 국회를 통과했다: the body is an argument
            aside = framed or phrase in (self.named.phrase, subject) or phrase.time or phrase.genitive
            aside = aside or phrase.form == "동시"  # 졸업과 동시에
            role = None if aside else self._role(phrase, phrase is clause.phrases[-1])
            if role is not None:
                roles.add(role)
                yield role, phrase
        if subject is not None and subject is not self.named.phrase and subject.time is None:
            transitive = self._has_theme or "theme" in roles or self._has_head_for_object(clause, subject)
            beaten = self.named.kind.name == "LOSS" and "agent" in roles  # 한국은 일본에 졌다
            role = "theme" if beaten else self._subject_role(subject, transitive)
            if role != "agent" or not self._only_happens(subject):
                roles.add(role)
                yield role, subject
        topic = clause.topic
        other = clause.own_subject is not None or clause.acted_by_other
        if topic is not None and other and topic.time is None and "theme" not in roles:
            apart = clause.predicate.kind == "quotative"  # the topic is of the verb over what is said
            own_act = self.named.kind.name in _MAKING | _DONE_TO and self._is_transitive(clause)
            apart |= (
                is_animate(topic) or clause.predicate.kind == "connective"
            ) and not own_act  # 캐나다 역시 대법원이, but 연세대학교는 알렌이 세웠다
            if self.named.voice == "active" and "agent" in roles and not topic.genitive and not apart:
                roles.add("theme")
                yield "theme", topic  # 문집은 손자들이 간행했다
        if topic is not None and subject is self.named.phrase and topic is not subject and topic.time is None:
            if "theme" not in roles and not topic.genitive and self._is_thing(topic):
                roles.add("theme")
                yield "theme", topic  # 그 책은 발매가 예정되었다
        rises = self.named.trigger.lemma in _RISING  # 경쟁자를 누르고 회장에 올랐다
        if (
            "agent" in roles
            and "theme" not in roles
            and self.named.kind.name in _DONE_TO
            and not (clause.nested or rises)
        ):
            before = self.parse.main_before(clause.index)
            leads = before is not None and before.predicate.lemma in _LEADING_MEN  # 대군을 거느리고 침입하였다
            same = None if leads else self._object_before(clause)
            if same is not None and is_animate(same) and self._runs_on(clause):
                roles.add("theme")
                yield "theme", same  # 그를 납치해 살해했다
        head = focus or (self._head_of(clause) if clause.predicate.kind != "final" else None)
        if self.named.phrase is not None and self.named.phrase.genitive:
            head = None  # 치러진 선거의 투표율
        if (
            head is not None
            and head.form not in self.words.placeholders
            and head.form not in _CONDITIONS
            and (role := self._head_role(head, roles, clause))
        ):
            roles.add(role)
            yield role, head
        if "instrument" not in roles and (vehicle := self._vehicle(clause)) is not None:
            yield "instrument", vehicle

    def _has_head_for_object(self, clause: Clause, subject: Phrase) -> bool:
        """``도쿄전력이 착공한 시설``: whether a person or body does to a thing what its clause modifies it with."""
        head, predicate = clause.head, clause.predicate
        if head is None or predicate.kind != "prenominal" or predicate.head in _CONTENTS or head.head.tag == "NNB":
            return False
        return subject.names_actor and self.named.kind.name in _MAKING and self._is_thing(head)

    def _subject(self, clause: Clause) -> Phrase | None:
        """The subject of a clause; of what can only befall a thing, the object before, where only somebody is told else.

        ``그는 잡지를 창간했으나 이듬해 폐간되었다``.
        """
        subject = clause.subject
        befalls = self.named.voice == "passive" and self.named.kind.name in _OF_THINGS and not clause.nested
        if not befalls or subject is None or subject is clause.own_subject or not is_animate(subject):
            return subject
        if subject.entity is not None and subject.entity.label == "LC":
            return subject  # 성당은 정초식을 가졌고 1898년 축성되었다
        if subject.entity is not None and subject.entity.label == "OG" and self.named.kind.name == "DISSOLUTION":
            return subject
        return self._object_before(clause) or subject

    def _runs_on(self, clause: Clause) -> bool:
        """Whether the clause before runs into this one with nobody else named."""
        before = self.parse.main_before(clause.index)
        return before is not None and before.predicate.ending in LEADING and clause.own_subject is None

    def _object_before(self, clause: Clause) -> Phrase | None:
        """The object of the clause before, where somebody did something with it."""
        before = self.parse.main_before(clause.index)
        if before is None or before.predicate.voice == "passive" or before.predicate.lemma in UNDERGOING:
            return None  # 정간을 당했으나 이듬해 복간되었다: not what one was done
        return next((p for p in reversed(before.phrases) if p.object and p.time is None), None)

    def _is_transitive(self, clause: Clause) -> bool:
        """Whether what is done befalls somebody else: 해임했다, not 퇴위하면서."""
        kind, lemma = self.named.kind, self.named.trigger.lemma or ""
        aside = clause.predicate.ending in ("면서", "으면서", "자")
        return not aside and (kind.name != "RESIGNATION" or lemma in kind.intransitive)

    def _only_happens(self, subject: Phrase) -> bool:
        """A war does nothing, as its name is of a happening; a programme is of those who run it."""
        entity = subject.entity
        return entity is not None and entity.label == "EV" and not entity.text.endswith(_PROGRAMMES)

    def _subject_role(self, subject: Phrase, transitive: bool) -> str:
        """Agent or theme, by the voice of the predicate, the type of the happening and what the subject is."""
        kind, lemma = self.named.kind, self.named.trigger.lemma or ""
        if self.named.voice == "passive":
            return "theme"
        if lemma in _BUILDING and subject.subject:
            return "agent"  # 725년 정명이 창건하였다
        if lemma in _BUILDING and not transitive and _is_building(subject):
            return "theme"  # 대웅전은 1916년에 중수하였다
        if subject.entity is not None and subject.entity.label == "EV" and not transitive and kind.name in _PASSING:
            return "theme"  # 아편 전쟁이 발발했다
        lasting = kind.subject == "theme" and not kind.people  # 발목을 다쳤다: it is the subject that undergoes it
        if lemma in kind.active or (transitive and not lasting) or self.named.voice == "causative":
            return "agent"
        if lemma in kind.intransitive and not self._builds(subject, lemma):
            return "theme"
        if kind.name not in _SPEAKING and self._is_thing(subject):
            return "theme"  # 인구가 늘었다: what is no person, body or state does nothing of itself
        return kind.people or kind.subject

    def _builds(self, subject: Phrase, lemma: str) -> bool:
        """Whether a subject builds, and is not built: ``시는 2025년 착공해``, ``회사는 내년에 개통한다고 밝혔다``."""
        if self.named.kind.name != "CONSTRUCTION" and lemma not in _OPENINGS:
            return False
        if subject.entity is None:
            return subject.form in AUTHORITIES or subject.form.endswith(_BUILDERS)
        return self.named.kind.name == "CONSTRUCTION" and subject.entity.label in ("OG", "PS")

    def _head_of(self, clause: Clause) -> Phrase | None:
        """The noun that a prenominal clause modifies.

        The person of ``퇴사한 김 씨의 거취`` and ``출국한 이 일과 관계없는 사람들``, nothing in ``떠난 지 3년``.
        """
        head, after = clause.head, self.parse.after(clause.index)
        if head is None or clause.predicate.head in _CONTENTS or head.form in _CONTENTS or is_content(clause):
            return None
        befalls = (clause.predicate.lemma, "이") in self.words.light
        if befalls and isinstance(after, Phrase) and after.genitive and after.entity is not None:
            return after if after.entity.label == "EV" else head  # 발생한 세월호 참사의 유족
        acts = (self.named.kind.people or self.named.kind.subject == "agent") and self.named.kind.name != "TRIAL"
        if clause.lasts and isinstance(after, Phrase) and phrase_trigger(after, self.words) is not None:
            return after
        owner = isinstance(after, Phrase) and after.genitive and is_animate(after)
        dead = any(p.form == "채" for p in clause.phrases)  # 숨진 채 발견된 학생의 전화기
        if owner and isinstance(after, Phrase) and (self.named.kind.name in _OF_PERSONS or dead):
            return after  # 숨진 노동자의 유족
        body = isinstance(after, Phrase) and after.genitive and after.entity is not None and after.entity.label == "OG"
        if body and isinstance(after, Phrase) and self.named.kind.name in ("FOUNDING", "DISSOLUTION"):
            return after  # 창설된 한국광복군의 총사령관
        if not acts or is_animate(head) or not isinstance(after, Phrase):
            return head
        if self.named.voice == "passive" and self.named.kind.name in _OF_THINGS:
            return head  # 발표된 김유정의 단편
        nameless = all(atom.entity is None for atom in after.atoms)
        if after.particle == "의" and (after.has_name("PS") or (owner and nameless)):
            return after  # 상을 받은 작가의 책
        inner = next((c for c in self.parse.clauses if c.nested and after in c.phrases), None)
        over = inner.head if inner is not None else None
        return over if over is not None and is_animate(over) and not after.subject else head

    def _is_joined(self, phrase: Phrase) -> bool:
        """Whether 과 joins a phrase to the next one: ``광화문 앞과 시청 앞에``, ``한글과 영어로``, not ``소련과 회담을``."""
        after = self.parse.after(self._place_of(phrase))
        animate = is_animate(phrase)
        if not isinstance(after, Phrase) or after.time is not None:
            return False
        if animate and phrase_trigger(after, self.words) is not None:
            return False
        if after.genitive and animate == is_animate(after):
            return True  # 한국과 미국의 관계를
        if (after.subject or (after.object and self.named.trigger.lemma in _SEEING)) and animate:
            if is_animate(after):
                return True  # 잉글랜드와 스코틀랜드가 합병했다, 시장과 지사를 만났다
        where = after.particle in ("에서", "에", "에서는", "에는", "에서도")
        if where and all(any(_is_name_of_place(a) for a in p.atoms) for p in (phrase, after)):
            return True  # 파리와 런던에서, 광주와 전남 일원에서
        if (self._is_place(after) and after.particle.startswith("에") and not animate) or after.form == phrase.form:
            return True
        return self.named.kind.with_ == "agent" and not animate and not is_animate(after)

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether a phrase names no person, body or state, by its name's label or as a common noun."""
        if phrase.entity is not None:
            counts_persons = phrase.entity.text.endswith(("명", "인", "분", "사람"))
            return phrase.entity.label in ("AF", "CV") or (phrase.entity.label == "QT" and not counts_persons)
        counted = phrase.head.tag == "NNB" and phrase.form not in _PERSONS  # 3호기
        return (counted or phrase.head.tag in ("NNG", "XSN")) and not is_animate(phrase)  # 연체|율

    def _role(self, phrase: Phrase, last: bool) -> str | None:
        """What a phrase's particle makes of it."""
        particle, kind = phrase.particle, self.named.kind
        label = phrase.entity.label if phrase.entity else None
        if phrase.subject or phrase.topic or phrase.head.tag == QUOTE:
            return None
        if phrase.relation is not None:
            if phrase.relation != "의하다":
                return None
            return "agent" if is_animate(phrase) else "instrument" if label == "AF" else None
        named = label in ("PS", "OG", "AF", "EV", "CV") or phrase.head.tag in ("NNG", "NNP")
        limit = label == "QT" or phrase.form in ("선", "대", "수준", "고지")  # 3만 달러 선까지 내렸다
        even = particle in _EVEN and named and not limit and self.named.voice == "active"
        even |= particle in ("도", "만") and named and self._has_subject and self._takes_object(phrase)
        if phrase.object or (even and not self._has_object):
            if self.named.trigger.lemma in ("타다", "탑승") and kind.name != "AWARD":
                return "instrument"
            if self.named.trigger.lemma == "통과" and label == "OG":
                return "place"  # 법안이 국회를 통과했다
            carried = self._has_aim or self.named.trigger.lemma in kind.carrying  # 본사를 부산으로 옮겼다
            carried = carried or self.named.voice == "causative"  # 주민을 대피시켰다
            carried |= kind.name == "MOVEMENT" and phrase.form.endswith(_TROOPS)  # 병력을 철수했다
            return "theme" if carried else kind.object
        if particle in ("와", "과") and _TOGETHER.match(self.text, phrase.end + len(particle)):
            suffers = self.named.voice == "passive" or kind.name == "DEATH"
            return "theme" if suffers else "agent" if is_animate(phrase) else None
        place = self._is_place(phrase)
        if particle == "에" and self.named.trigger.lemma in _SENT and self.named.voice == "passive":
            return "place"  # 삼성에 보내졌다
        if particle == "에" and self.named.trigger.lemma in _KEPT:
            return "place"  # 의금부에 투옥되었다, 문묘에 배향되었다
        if self.named.voice == "passive" and particle in ("에게", "한테") and self.named.trigger.lemma in _GIVEN:
            return "place"  # 환자에게 투여되었다
        if self.named.voice == "passive" and (
            (particle in ("에", "에게", "한테") and label in ("PS", "OG") and kind.name not in _TAKING_IN)
            or (particle in ("에게", "한테") and not place)
        ):
            return "agent"
        if phrase.head.form == "사이" and self._between(phrase):
            where = particle.startswith("에서") and not kind.with_ and any(_is_name_of_place(a) for a in phrase.atoms)
            return "place" if where else "agent"  # 서울과 부산 사이에서 개통되었다
        if particle.startswith("에서") and kind.name in _FROM_TO and self._has_goal:
            return None  # 종현성당에서 명동성당으로 바뀌었다, 국내성에서 평양으로 옮겼다
        if particle.startswith("에서"):
            makes = label == "OG" and kind.name in _WORKING and self.named.voice == "active"
            makes = makes and self.named.trigger.lemma not in _STUDYING
            decides = label == "OG" and kind.name == "DECISION" and self.named.trigger.lemma != "통과"
            gives = (
                self._has_object and self.named.voice == "active" and phrase.form in _RULING
            )  # 정부에서 훈장을 추서했다
            acts = (makes or decides or gives) and not self._has_subject
            return "agent" if acts else self._where(phrase, label, place)
        if particle.startswith(("에게서", "한테서")):
            return None  # 아버지에게서 물려받았다
        struck = particle == "에" and kind.name in ("ATTACK", "INJURY") and self.named.voice != "causative"
        if struck and self._is_of(phrase, _WEAPONS):
            return "instrument"  # 흉기에 찔렸다
        if struck and self.named.voice == "passive" and self._is_of(phrase, _VEHICLES):
            return "agent"  # 전투기에 격추되었다
        if particle.startswith(("에게", "한테")):
            gets = place or kind.name in ("TRADE", "TRANSFER")  # who gets it is where it goes
            return "place" if gets else "theme" if kind.name in ("TRIAL", "AWARD") else None
        if particle == "에" and self.named.trigger.lemma in _BOARDING and self._is_of(phrase, _VEHICLES):
            return "instrument"  # 우주선에 탑승했다
        if particle == "에" and self.named.trigger.lemma in _JOINING and phrase.head.tag in ("NNG", "NNP"):
            return "place"
        if particle.startswith("에") and phrase.form in ("만", "오랜만", "간만", "시즌"):
            return None  # 10년 만에, 2021-22 시즌에
        if particle.startswith("에") and kind.name == "LOSS":
            beaten = particle in ("에", "에게") and label in ("PS", "OG", "LC") and self.named.trigger.lemma in _BEATEN
            return "agent" if beaten else None  # 터키에 졌다: who won
        if particle.startswith("에"):
            office = kind.name in _OFFICES and phrase.entity is None and phrase.form.endswith(self.words.titles)
            return None if office else self._at_role(label, place)  # 서울시장에 당선되었다
        if particle.startswith(("로", "으로")):
            if self.named.trigger.lemma in _RENAMING:
                return None  # 경성부로 개칭되었다
            marches = self.named.trigger.lemma in ("행진", "진격", "몰려가다") and label in ("LC", "OG")
            joins = label == "OG" and (kind.name in _MOVING or kind.name == "EDUCATION")
            directed = marches or joins or (place and kind.name in _DIRECTED)
            means = (label == "AF" and not phrase.is_title) or self._is_means(phrase)
            return "instrument" if means else "place" if directed else None
        together = particle in ("와", "과", "하고")
        if together and kind.name in ("STATEMENT", "PUBLICATION") and phrase.has_name("PS"):
            if self._stands_before_thing(phrase):
                return "agent"  # 총리와 공동성명을 발표했다
        if together and is_animate(phrase) and self._is_done_jointly:
            return "agent"  # 파울러와 상을 공동 수상했다
        if together and kind.with_:
            return None if self._is_joined(phrase) else kind.with_
        if together and kind.name == "PERFORMANCE" and label in ("PS", "OG", "LC") and not self._is_joined(phrase):
            return "agent"  # 일본과 친선 경기를 치렀다
        if together and label in ("PS", "OG") and self._makes_with(phrase):
            return "agent"  # 신동엽 등과 동인지를 만들었다
        bare = not particle and not phrase.pause and last and phrase.entity is not None
        return "theme" if bare and self.named.voice != "passive" else None

    @property
    def _is_done_jointly(self) -> bool:
        """Whether the word before the trigger says that more than one did it: ``공동 수상``."""
        at = self.named.trigger.start
        return self.text[max(0, at - _NEAR_TRIGGER) : at].endswith(("공동 ", "합동 ", "공동으로 "))

    def _takes_object(self, phrase: Phrase) -> bool:
        """Whether a thing with 도 or 만 can be what somebody does something to: ``법안도 의결했다``."""
        acts = (
            self.named.kind.subject == "agent" and (self.named.trigger.lemma or "") not in self.named.kind.intransitive
        )
        return self.named.voice == "active" and acts and not is_animate(phrase) and not self._is_place(phrase)

    def _makes_with(self, phrase: Phrase) -> bool:
        """Whether a body or person with 과 stands before an object that it is no part of."""
        makes = self.named.voice == "active" and self.named.kind.name in _MAKING
        return makes and self._stands_before_thing(phrase)

    def _stands_before_thing(self, phrase: Phrase) -> bool:
        """Whether an object that is no person or body follows, of which a phrase with 과 can be no part."""
        after = self.parse.after(self._place_of(phrase))
        return isinstance(after, Phrase) and after.object and not is_animate(after)

    def _between(self, phrase: Phrase) -> bool:
        """``조선과 일본 사이에``: whether a phrase names the second of two parties."""
        first = self.parse.before(self._place_of(phrase))
        named = phrase.has_name("PS", "OG", "LC")
        return named and isinstance(first, Phrase) and first.particle in ("와", "과") and is_animate(first)

    def _is_means(self, phrase: Phrase) -> bool:
        """Whether a noun is what one strikes or travels with: ``권총으로 쏘았다``, ``배 열 척으로 무찔렀다``."""
        return self.named.kind.name in _ARMED and phrase.entity is None and self._is_of(phrase, _MEANS)

    def _is_of(self, phrase: Phrase, wanted: frozenset[str]) -> bool:
        """Whether the noun of a phrase is of one of some classes."""
        return not self.words.frames.classes.of.get(phrase.head.form, frozenset()).isdisjoint(wanted)

    def _is_place(self, phrase: Phrase) -> bool:
        """Whether a phrase names a place, by its name's label or its last noun."""
        if phrase.entity is not None and phrase.entity.label == "LC":
            return True
        if self.named.kind.name in _OFFICES and phrase.form.endswith(self.words.titles):
            return False  # 서울시장에 당선되었다
        return phrase.time is None and phrase.form.endswith(self.words.places)

    def _where(self, phrase: Phrase, label: str | None, place: bool) -> str | None:
        """What 에서 marks: a place, a craft; not what happens there (경기에서), nor what is no place (분야에서)."""
        if phrase.form == "심":
            return None  # 1심에서
        if place or label in ("LC", "OG"):
            return "place"
        if self.named.kind.name in _OFFICES and phrase.form.endswith(self.words.titles):
            return None  # 회장에서 물러났다
        if label is not None:
            aboard = label == "AF" and not phrase.is_title and self.named.kind.name not in _OF_WORKS
            return "instrument" if aboard else None
        abstract = phrase.form.endswith(self.words.not_places) or self.words.event_noun(phrase.form) is not None
        plain = phrase.head.tag in ("NP", "NNB", "NR", "SN", "SW") and phrase.form != "호기"  # 원전 4호기에서
        return None if abstract or plain else "place"

    def _at_role(self, label: str | None, place: bool) -> str | None:
        """What 에 marks: a place, a craft, or what one takes part in or turns to."""
        kind = self.named.kind
        before_body = label == "OG" and kind.name in ("LEGISLATION", "TRIAL")  # 국회에 상정, 법원에 제소
        if kind.at == "theme" and not before_body:
            return "theme"
        if place or label == "OG":
            return "place"
        if label == "AF":
            return "place" if kind.name in ("DOCKING", "PUBLICATION", "STATEMENT") else "instrument"
        if self.named.trigger.lemma in _BROUGHT and label == "EV":
            return "place"
        return "theme" if kind.name in _TURNING and label in (None, "EV", "CV") else None

    def _head_role(self, head: Phrase, roles: set[str], clause: Clause) -> str | None:
        """What the noun that a prenominal clause modifies is in that clause: the argument it lacks."""
        active = self.named.voice == "active"
        if clause.own_subject is not None or "agent" in roles:
            return "theme" if "theme" not in roles and active else None
        person = head.entity is not None and head.entity.label == "PS"
        made = self.named.kind.name in _MAKING and "theme" not in roles and not person and active
        if made and clause.predicate.kind != "connective":
            return "theme"
        role = self._subject_role(head, "theme" in roles)
        if role == "agent" and not is_animate(head) and "theme" not in roles:
            role = "theme"
        return role if role not in roles else None

    def _before(self, phrase: Phrase) -> Phrase | None:
        """The bare noun right before a time that measures it."""
        place = self._place_of(phrase) - 1
        unit = self.parse.units[place] if place >= 0 else None
        return unit if isinstance(unit, Phrase) and not unit.particles and not unit.pause else None

    def _vehicle(self, clause: Clause) -> Phrase | None:
        """``소유스를 타고 방문했다``: what the clause before says they rode."""
        before = next((c for c in reversed(self.parse.clauses) if c.index < clause.index), None)
        if before is None or before.predicate.lemma not in _RIDING or before.predicate.kind != "connective":
            return None
        ridden = next((p for p in before.phrases if (p.object or p.particle == "에") and p.time is None), None)
        climbed = before.predicate.lemma == "오르다"  # 배에 올라, not 왕위에 올라
        if ridden is None or (climbed and ridden.entity is None and not self._is_of(ridden, _VEHICLES)):
            return None
        return None if climbed and ridden.entity is not None and ridden.entity.label != "AF" else ridden

    def _of_noun(self, phrase: Phrase) -> Iterator[tuple[str, Phrase]]:
        """Arguments inside a noun phrase: ``달 착륙``, ``소비에트 연방의 붕괴``, ``흐루쇼프 실각``."""
        rest = [a for a in phrase.atoms if a.end <= self.named.trigger.start]
        while rest and rest[-1].entity is None and (_is_manner(rest) or _is_ordinal(rest[-1])):
            del rest[-1]  # 상업 운항, 누리호 2차 발사
        plain = bool(rest) and rest[-1].entity is None
        if plain and self.named.kind.name in ("MEETING", "PERFORMANCE"):
            return  # 화상 회담, 군민의 날 행사, 시즌 마지막 경기: how one meets or plays, not what is done to it
        if plain and self.named.kind.name in _OFFICES and self._is_title_noun(rest[-1].form):
            return  # 도로공사 사장 취임, 상무 승진
        medium = plain and (self.named.trigger.lemma or "").endswith(_BY_MEDIUM)
        if rest and not medium and (rest[-1].entity is not None or self.text[rest[-1].end] == " "):
            inner = Phrase(rest[0].start, rest[-1].end, rest)
            before = self.parse.before(self._place_of(phrase))
            has_actor = isinstance(before, Phrase) and before.particle == "의" and before.names_actor
            taken = inner.entity is not None and (self.named.kind.name == "ATTACK" or has_actor)
            role = self._noun_role(inner)
            yield ("theme" if taken and role == "agent" else role), inner  # 난징 공략, 독일의 오스트리아 병합
        for place in range(self._place_of(phrase) - 1, -1, -1):
            unit = self.parse.units[place]
            if isinstance(unit, Predicate):
                subject = self.parse.clause_at(place).own_subject
                if subject is not None and self.named.kind.name == "STATEMENT":
                    yield "agent", subject  # 케네디가 …하겠다는 언명
                return
            if unit.time is not None and not unit.particles:
                continue  # 네덜란드의 1624년 점령
            if not unit.genitive or unit.time is not None or _counts(unit):
                return
            if unit.relation == "의하다" and is_animate(unit):
                yield "agent", unit  # 소련에 의한 발사, not 자동 조종에 의한 도킹
            elif unit.relation is None:
                yield self._noun_role(unit), unit

    def _noun_role(self, phrase: Phrase) -> str:
        kind = self.named.kind
        label = phrase.entity.label if phrase.entity else None
        if (self.named.trigger.lemma or "").endswith("식") and kind.name in _BEGINNING:
            return "theme"  # 거가대교 개통식
        if label == "LC" and kind.name in ("BIRTH", "ELECTION"):
            return "place"  # 볼리비아의 대통령 선거
        if kind.name == "DECISION" and phrase.particle == "의" and is_animate(phrase):
            return "agent"  # 의회의 결정
        if kind.name == "TRIAL" and phrase.has_name("PS"):
            return "theme"  # 조씨의 결심공판
        if label in ("LC", "OG") and not phrase.particle and self.named.trigger.lemma in _JOINING | _SCHOOLING:
            return "place"  # 고려대 졸업, 삼성전자 입사, 코스닥 상장
        if label in ("PS", "LC", "OG") and not phrase.particle and self.named.trigger.lemma in _UNDERGONE:
            return "theme"  # 진덕산업 인수, 이토 히로부미 암살
        if label in ("LC", "OG", "AF") and kind.name in _MADE and not phrase.particle:
            return "theme"  # 조선 건국, 국제 연합 창설
        if phrase.particle in ("와의", "과의") and kind.with_ and label in ("PS", "OG", "LC"):
            return kind.with_  # 오스트리아와의 전쟁
        if label == "OG" and kind.name in ("WIN", "LOSS") and phrase.form.endswith(_CONTESTS):
            return "theme"  # K리그 우승
        if (self.named.trigger.lemma or "") in kind.intransitive:
            return "theme"  # 흐루쇼프 실각
        if phrase.particle.startswith("에서") or (label == "LC" and kind.name in _PLACE_TYPES):
            return "place"
        if label == "LC" and kind.subject == "theme" and not kind.people:
            return "theme"
        if label in ("PS", "OG", "LC") and kind.name != "EXPLORATION":
            return kind.people or kind.subject
        return "theme"

    def _place_of(self, phrase: Phrase) -> int:
        return next((i for i, u in enumerate(self.parse.units) if u is phrase), 0)

    def _heads(self, phrase: Phrase) -> Iterator[Phrase]:
        """A phrase and those coordinated with it before it, within it by a middle dot."""
        yield phrase
        for atom, sign in zip(phrase.atoms, phrase.atoms[1:], strict=False):
            if atom.entity is not None and sign.form in _MIDDLE_DOTS and sign.end < phrase.head.start:
                yield Phrase(atom.start, atom.end, [atom])
        last = phrase
        nameless = all(atom.entity is None for atom in phrase.atoms)
        for place in range(self._place_of(phrase) - 1, -1, -1):
            unit = self.parse.units[place]
            if isinstance(unit, Phrase) and unit.particle == "의" and self._is_owned_person(unit, last):
                continue  # 김 교수와 서울대의 박 소장을
            if not isinstance(unit, Phrase) or not unit.coordinate or unit.time is not None or unit.relation:
                return
            if unit.form in MOMENTS:
                return  # 선고하던 순간, 어머니가
            if not unit.particles and all(atom.entity is None for atom in unit.atoms) != nameless:
                return
            if _TOGETHER.search(self.text, unit.end, last.start):
                return
            if unit.particles and last.object and is_animate(unit) and not is_animate(last):
                return  # 신동엽 등과 동인지를
            if unit.particles and unit.has_name("PS") and self._is_place(last):
                return  # 차리석 등과 항저우로
            yield unit
            last = unit

    def _ends_in_person(self, atoms: list[Atom]) -> bool:
        """Whether nouns end in a person's name, or in one with its title: ``이건희 회장``."""
        if len(atoms) > 1 and self._is_title_noun(atoms[-1].form):
            atoms = atoms[:-1]
        return bool(atoms) and _is_person(atoms[-1])

    def _is_title_noun(self, noun: str) -> bool:
        """Whether a noun is a title, or ends in one: ``정무조정실장``."""
        return noun in self.words.titles or (len(noun) > _SHORT_NOUN and noun.endswith(self.words.titles))

    def _names_thing(self, noun: Atom) -> bool:
        """Whether a noun behind a person's name is of a thing of theirs: ``박 대통령 탄핵소추안``, not ``박 전 대통령``."""
        common = noun.tag == "XSN" or (noun.tag == "NNG" and (len(noun.form) > 1 or not noun.blank))
        person = noun.form in _PERSONS or is_animate_noun(noun.form)
        return common and not person and noun.end <= self.named.trigger.start

    def _is_owned_person(self, owner: Phrase, person: Phrase) -> bool:
        """Whether a body or place owns a person who is the second of two persons."""
        before = self.parse.before(self._place_of(owner))
        persons = [isinstance(p, Phrase) and p.has_name("PS") for p in (before, owner, person)]
        return persons == [True, False, True]

    def _span(self, phrase: Phrase) -> tuple[int, int] | None:
        """The head of a phrase: its name, or its last nouns; nothing for nouns that only hold a place (것, 때)."""
        atoms = _head_atoms(phrase, self.words)
        if not atoms or atoms[-1].tag == QUOTE or (atoms[-1].form == "적" and atoms[-1].tag != "NNG"):
            return None
        last = atoms[-1]
        named = last.entity or self._name_of(phrase)
        if named is not None:
            return named.start, named.end
        if last.form == "사이" and len(atoms) > 1 and (party := atoms[-2].entity) is not None:
            return party.start, party.end
        if last.form in _ABOUT and len(atoms) > 1 and (number := atoms[-2].entity) is not None:
            return number.start, number.end  # 300명 이상이
        if last.form in self.words.placeholders:
            return None
        names = [i for i, a in enumerate(atoms) if a.entity is not None]
        behind = len(atoms) - 1 - names[-1] if names else 0
        owned = next(
            (i for i in range(1, len(atoms)) if atoms[i].form in _OWNED and self._ends_in_person(atoms[:i])), 0
        )
        person = next((atoms[i].entity for i in names if _is_person(atoms[i]) and i >= owned), None)
        apart = sum(atom.blank for atom in atoms[names[-1] + 1 :]) if names else 0
        titled = self._is_title_noun(last.form)
        thing = person is not None and not titled and self._names_thing(last)
        if person is not None and (titled or (apart <= _LONGEST_TITLE and not thing)):
            return person.start, person.end
        first = names[-1] + 1 if names and behind > 1 else 0
        if thing:  # 박 대통령 | 탄핵소추안
            titles = (i + 1 for i in range(names[-1] + 1, len(atoms) - 1) if self._is_title_noun(atoms[i].form))
            first = next(titles, names[-1] + 1)
        first = owned + (owned < names[-1]) if owned else first  # 소속사 관계자, 소속사 | 토미상회 측
        if first and len(atoms[first].form) == 1 and not atoms[first].blank:  # 미국산 쇠고기, 한국형 전투기
            first -= 1
        first = max([first, *(i for i in range(1, len(atoms)) if self._closes_quotation(atoms[i - 1], atoms[i]))])
        first = max([first, *(i for i in range(1, len(atoms)) if self._opens_quotation(atoms[i - 1], atoms[i], last))])
        span = atoms[first].start, last.end
        trigger = self.named.trigger
        return None if span[0] < trigger.end and trigger.start < span[1] else span

    def _name_of(self, phrase: Phrase) -> Entity | None:
        """The name that stands before what it is the name of: ``〈봄〉이라는 곡을``."""
        place = self._place_of(phrase)
        name, naming = self.parse.units[place - 2 : place] if place > 1 else (None, None)
        if not isinstance(name, Phrase) or not isinstance(naming, Predicate) or not gives_name(naming):
            return None
        return name.head.entity

    def _opens_quotation(self, atom: Atom, after: Atom, last: Atom) -> bool:
        """Whether what is quoted behind an atom goes on to the end: ``영상 모델 '구름'을``."""
        opened = self.text[atom.end : after.start].strip() in _OPENING
        return opened and self.text[last.end : last.end + 1] in _CLOSING_QUOTES

    def _closes_quotation(self, atom: Atom, after: Atom) -> bool:
        """Whether a quotation that began before ends between two atoms: ``'봄날' 음원을``."""
        between = self.text[atom.end : after.start]
        return bool(_QUOTATION_END.search(between)) and not _QUOTATION_BEGIN.search(between)


# Types of what befalls no person: 폐간되었다, 출간되었다.
_OF_THINGS = frozenset(("DISSOLUTION", "CONSTRUCTION", "PUBLICATION", "DEVELOPMENT", "LEGISLATION", "LAUNCH"))
_OF_PERSONS = frozenset(("DEATH", "INJURY", "BIRTH", "ARREST"))
_FROM_TO = frozenset(("CHANGE", "MOVEMENT", "TRANSFER"))
_DONE_TO = frozenset(("ATTACK", "ARREST", "DEATH", "INJURY", "APPOINTMENT", "TRIAL", "RESIGNATION"))
_PASSING = frozenset(("CONFLICT", "START", "END", "DISASTER", "ACCIDENT", "CHANGE", "DISSOLUTION"))
# Who or what stands behind a person's name and is somebody else.
_OWNED = frozenset(
    (
        "소속사",
        "기획사",
        "변호인",
        "변호인단",
        "대리인",
        "유족",
        "가족",
        "매니저",
        "측근",
        "부인",
        "남편",
        "아들",
        "딸",
        "지지자",
        "팬클럽",
        "유가족",
        "후손",
        "제자",
        "동생",
        "형",
        "모친",
        "부친",
        "어머니",
        "아버지",
    )
)
_SEEING = frozenset(("만나다", "접견", "면담", "예방", "초청", "초대", "방문"))
_RISING = frozenset(("이르다", "오르다", "올라서다", "취임", "즉위", "등극", "승진"))
_LEADING_MEN = frozenset(("거느리다", "이끌다", "데리다", "동원", "지휘", "인솔", "앞세우다", "몰다", "만나다"))
_KEPT = frozenset(
    ("투옥", "수감", "구금", "하옥", "감금", "배향", "봉안", "안장", "안치", "보관", "소장", "제향", "모셔지다")
)
_STUDYING = frozenset(("연구", "공부", "수학", "실험"))
_GIVEN = frozenset(
    ("투여", "접종", "주사", "이식", "처방",
     "배포", "보급", "공급", "제공", "지급", "전달", "배분", "분배", "배정", "발급", "통보", "공개", "판매", "매각",
     "불하", "양도", "이전", "부여", "할당", "분양", "환원", "상속", "대여", "임대")
)  # fmt: skip
_SENT = frozenset(("보내지다", "배속", "맡겨지다", "배치", "입양", "파견", "발령", "배정", "이송", "송환"))
_BY_MEDIUM = ("방송", "판매", "운행", "영업", "서비스")  # 라디오 방송, 온라인 판매
# Types whose noun right behind a name tells what is made or ended: 자유의 여신상 제막.
_MADE = frozenset(("FOUNDING", "CONSTRUCTION", "DISSOLUTION", "START"))
# Types of what is done with works, charts and contests, in which one does not travel.
_OF_WORKS = frozenset(("WIN", "LOSS", "AWARD", "PERFORMANCE", "PUBLICATION", "STATEMENT"))
# Nouns whose noun right before them tells to whom or what it was done.
_UNDERGONE = frozenset(
    ("인수", "매각", "매입", "영입", "점령", "함락", "체포", "검거", "구속", "석방", "암살", "살해", "납치", "해임", "파면", "탄핵",
     "추방", "유치", "초청", "합병", "병합")
)  # fmt: skip
_CONTESTS = ("리그", "시리즈", "컵", "오픈", "챔피언십", "프로리그")
_BEATEN = frozenset(("지다", "패하다", "패", "패배", "대패", "완패", "참패", "석패", "꿇다", "무너지다", "역전패"))
# What one joins with 에 is where one goes: 공군에 입대했다.
_JOINING = frozenset(("입대", "입단", "입사", "입학", "편입", "배속", "전입", "입소", "입교", "가입", "자원입대"))
_SCHOOLING = frozenset(("졸업", "수료", "중퇴", "자퇴", "전학", "재학", "유학", "상장", "재직", "근무"))
_BEGINNING = frozenset(("START", "FOUNDING", "CONSTRUCTION", "OPERATION", "END", "DISSOLUTION"))


_OPENINGS = frozenset(("개통", "개항"))
_BUILDERS = ("회사", "업체", "정부", "당국", "구청", "공사", "공단", "기업", "건설사", "재단")
# What is done to buildings and works, by whoever has 이/가.
_BUILDING = frozenset(
    ("창건", "중수", "중건", "중창", "건립", "조성", "제작", "저술", "편찬", "창설", "짓다", "세우다", "쌓다", "그리다", "새기다",
     "개축", "증축", "재건", "보수", "수리", "개수", "주조", "복원")
)  # fmt: skip
_BUILDINGS = (
    "전", "루", "각", "문", "탑", "당", "사", "암", "서원", "향교", "궁", "교", "비", "불", "괘불", "종", "정", "재", "성",
)  # fmt: skip


def _is_building(subject: Phrase) -> bool:
    """Whether a topic is a building or work by how it ends, and no state or town: ``무량수전``, ``괘불``."""
    named = subject.entity is None or subject.entity.label in ("LC", "AF")
    return named and len(subject.form) > 1 and subject.form.endswith(_BUILDINGS)


_NEAR_TRIGGER = 6  # characters
_OPENING = frozenset(("'", '"', "‘", "“"))
_CLOSING_QUOTES = frozenset(("'", '"', "’", "”"))
_CONDITIONS = frozenset(("상태", "상황", "처지", "입장", "신세", "형편"))  # 구속된 상태였다: nobody who was
_RULING = frozenset(
    ("정부", "조정", "당국", "왕실", "황실", "중앙정부", "지방정부", "임시정부", "군부", "행정부", "총독부")
)
# How or of what kind something is done: 유인 비행, 상업 운항.
_MANNERS = frozenset(
    ("다음", "차기", "정상", "완전", "해양", "상업", "마지막", "최초", "최종", "동력", "유인", "무인", "안전",
     "정기", "임시", "공식", "본격", "단독", "전면", "긴급", "특별", "공동", "합동", "현지", "강제", "조기",
     "무기한", "시한부", "연쇄", "동반", "연속", "시범", "정식", "추가", "대규모", "규모", "소규모", "집단", "전격",
     "부정", "만세", "촛불", "가두", "거리", "연좌", "항의", "유혈", "무장", "군사", "경제", "외교", "문화", "방위", "안보",
     "통상", "우호", "상호", "정치", "학술", "인도적")
)  # fmt: skip


def _is_manner(atoms: list[Atom]) -> bool:
    """Whether atoms end in such a word: ``상업``, ``무|기한``."""
    prefixed = len(atoms) > 1 and atoms[-2].tag == "XPN" and not atoms[-1].blank
    return atoms[-1].form in _MANNERS or (prefixed and atoms[-2].form + atoms[-1].form in _MANNERS)


def _is_name_of_place(atom: Atom) -> bool:
    return atom.entity is not None and atom.entity.label == "LC"


def _is_person(atom: Atom) -> bool:
    return atom.entity is not None and atom.entity.label == "PS"


_ORDER = frozenset(("번", "째", "번째"))
_BOUND = frozenset(("등", "만큼", "정도"))  # of what stands before: 찾을 만큼 자리를 잡았다


def _is_ordinal(atom: Atom) -> bool:
    """Whether an atom is a part of ``2차``, ``제3회``."""
    counted = atom.tag in ("NNB", "NNG", "XPN", "MM", "NR", "XSN")
    return atom.tag in ("SN", "NR", "MM", "XPN") or (
        counted and atom.form in ("차", "회", "제", "번째", "차례", "번", "째")
    )


def _counts(phrase: Phrase) -> bool:
    """``2번의 쿠데타``, ``네 번째의 처벌``, ``세 차례의 공습``: a number that counts the happening and takes no part in it."""
    counter = phrase.head.tag == "NNB" or phrase.head.form in ("째", "차례")
    return phrase.head.tag in ("SN", "NR", "MM") or (counter and len(phrase.atoms) > 1 and phrase.head.entity is None)


def _is_number_of(atoms: list[Atom]) -> bool:
    """``두 명``, ``세 사람``: a number of the language's own with its counter, which are one."""
    number, *counter = atoms
    counted = len(counter) == 1 and counter[0].form in table("counters.csv", "word", "kind")
    return counted and number.form in native_numbers()


_DETERMINERS = ("MM", "SB", "SW", "SO")
_THIS = frozenset(("이번", "지난번", "다음번"))


def _head_atoms(phrase: Phrase, words: Vocabulary) -> list[Atom]:
    """The atoms of a phrase without its times, determiners, and what trails its head; of a list with 등 its last name."""
    atoms = [a for a in phrase.atoms if a.time is None]
    while atoms and (atoms[0].tag in _DETERMINERS or atoms[0].form in _THIS) and not _is_number_of(atoms):
        if atoms[0].tag == "MM" and len(atoms) > 1 and not atoms[1].blank and atoms[1].tag == "NNG":
            break  # 별시문과, 각국: a part of the word
        del atoms[0]
    while len(atoms) > 1 and (atoms[0].form in _ORDER or (atoms[0].form in _BOUND and atoms[0].tag == "NNB")):
        del atoms[0]  # 두 번째 종, 교체하는 등 조직을
    if len(atoms) > 2 and atoms[0].form == "차례":
        del atoms[: 1 + (atoms[1].form == "연속")]  # 두 차례 연속 금리를
    while len(atoms) > 1 and atoms[-1] is not phrase.head:
        if atoms[-1].form in ("들", "측") or (atoms[-1].form in words.placeholders and atoms[-1].form != "등"):
            break
        atoms.pop()
    listed = next((i for i, a in enumerate(atoms) if a.form == "등" and i and atoms[i - 1].entity), None)
    return atoms[:listed] if listed else atoms
