"""Arguments: who, what, where and with what, from particles, voice and the type of the happening (guideline §4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.events.clauses import Clause, Parse
from pipeline.events.triggers import Named
from pipeline.events.units import QUOTE, Phrase, Predicate
from pipeline.events.vocabulary import EventType, Vocabulary
from pipeline.model import Argument

_PEOPLE = frozenset(("PS", "OG"))
# Nouns that name a place without being a name, as heads of 에, 에서 or 로.
_PLACES = (
    "우주", "궤도", "대기권", "바다", "육지", "하늘", "땅", "공간", "표면", "지표면", "공항", "항구", "항", "역", "시설", "연구시설", "병원",
     "학교", "대학", "대학교", "감옥", "교도소", "법원", "국회", "의회", "광장", "거리", "공원", "극장", "경기장", "회의장", "본부", "기지", "섬",
     "산", "강", "마을", "고향", "도시", "수도", "외국", "해외", "국내", "현지", "현장", "전선", "전장", "집", "자택", "호텔", "사무소", "보호구역",
     "자연보호구역", "구역", "지역", "영토", "국경", "해안", "해역", "절", "사찰", "성당", "교회", "궁", "궁궐", "지방", "나라", "궤도상", "밖",
     "상공", "일대", "부근", "인근", "근처", "앞바다", "연구소", "공장", "박물관", "도서관", "센터", "회의", "석상", "정문", "시내", "섬나라",
)  # fmt: skip
_PEOPLE_NOUNS = ("자", "인", "들", "군", "민", "대", "단", "팀", "부", "측", "원", "왕", "사", "관", "회", "당", "가", "국", "정부", "대통령", "장관",
                 "시민", "누구", "그", "그녀", "우리", "사람")  # fmt: skip
_GENERIC = frozenset(
    (
        "것",
        "수",
        "등",
        "때",
        "바",
        "데",
        "이상",
        "정도",
        "후",
        "뒤",
        "전",
        "중",
        "결과",
        "이유",
        "때문",
        "가운데",
        "경우",
        "이때",
        "최초",
        "처음",
        "당시",
        "이후",
    )
)


def find(
    parse: Parse, target: Clause | Phrase, named: Named, text: str, words: Vocabulary, focus: Phrase | None = None
) -> tuple[Argument, ...]:
    """The arguments of a happening, each a head with its name and without its particle.

    Args:
        parse: the row that the happening stands in.
        target: the clause that it is the predicate of, or the noun phrase that names it.
        named: its trigger and type.
        text: the document.
        words: the vocabulary.
        focus: what a cleft sentence says it was: ``발사한 것은 … 고다드였다``.
    """
    found: list[tuple[str, Phrase]] = []
    if isinstance(target, Clause):
        found += _of_clause(parse, target, named, focus)
    if named.phrase is not None:
        taken = {role for role, _ in found}
        for role, phrase in _of_noun(parse, named.phrase, named):
            if role not in taken:
                taken.add(role)
                found.append((role, phrase))
    arguments: dict[tuple[int, int], Argument] = {}
    for role, phrase in found:
        for one in _heads(parse, phrase, text):
            span = _span(one, text, named)
            if span is not None:
                arguments.setdefault(span, Argument(role, *span, text[span[0] : span[1]]))
    order = {"agent": 0, "theme": 1, "instrument": 2, "place": 3}
    return tuple(sorted(arguments.values(), key=lambda a: (order[a.role], a.start)))


def _of_clause(parse: Parse, clause: Clause, named: Named, focus: Phrase | None) -> Iterator[tuple[str, Phrase]]:
    subject = clause.subject
    roles: set[str] = set()
    for phrase in clause.phrases:
        if (
            phrase is named.phrase
            or phrase is subject
            or phrase is named.framed
            or phrase.time is not None
            or phrase.genitive
        ):
            continue
        role = _role(phrase, named, clause)
        if role is not None:
            roles.add(role)
            yield role, phrase
    if subject is not None and subject is not named.phrase and subject.time is None:
        role = subject_role(subject, named, "theme" in roles)
        roles.add(role)
        yield role, subject
    head = focus or clause.head
    if head is not None and head.form not in _GENERIC and (focus or clause.predicate.kind != "final"):
        role = _head_role(head, named, roles, clause)
        if role:
            roles.add(role)
            yield role, head
    if "instrument" not in roles and (vehicle := _vehicle(parse, clause)) is not None:
        yield "instrument", vehicle


def _vehicle(parse: Parse, clause: Clause) -> Phrase | None:
    """``소유스를 타고 방문했다``: what the clause before says they rode."""
    before = next((c for c in reversed(parse.clauses) if c.index < clause.index), None)
    if (
        before is None
        or before.predicate.lemma not in ("타다", "탑승", "이용")
        or before.predicate.kind != "connective"
    ):
        return None
    return next((p for p in before.phrases if p.particle in ("을", "를", "에") and p.time is None), None)


def subject_role(subject: Phrase, named: Named, transitive: bool = False) -> str:
    """Agent or theme, by the voice of the predicate, the type of the happening and what the subject is."""
    kind, lemma = named.kind, named.trigger.lemma or ""
    if named.voice == "passive" or lemma in kind.intransitive:
        return "theme"
    if lemma in kind.active or transitive:
        return "agent"
    if subject.entity is not None and subject.entity.label == "AF":
        return "theme"
    if is_animate(subject) and kind.people:
        return kind.people
    return kind.subject


def is_animate(phrase: Phrase) -> bool:
    """Whether a phrase names a person, a body or a state, by its name's label or its last noun."""
    if phrase.entity is not None:
        return phrase.entity.label in _PEOPLE or phrase.entity.label == "LC"
    return phrase.form.endswith(_PEOPLE_NOUNS)


def _role(phrase: Phrase, named: Named, clause: Clause) -> str | None:
    particle, kind = phrase.particle, named.kind
    label = phrase.entity.label if phrase.entity else None
    if phrase.subject or phrase.topic or phrase.atoms[-1].tag == QUOTE:
        return None
    if phrase.relation is not None:
        by = phrase.relation == "의하다" and (is_animate(phrase) or label in ("PS", "OG", "LC"))
        return "agent" if by else "instrument" if phrase.relation == "의하다" and label == "AF" else None
    if particle in ("을", "를", "만을", "까지도"):
        return "instrument" if named.trigger.lemma in ("타다", "탑승") else kind.object
    place = label == "LC" or phrase.form.endswith(_PLACES)
    if particle.startswith("에서"):
        return "place" if place or label == "OG" else "instrument" if label == "AF" else None
    if particle.startswith(("에게", "한테")):
        return "place" if place else None
    if particle.startswith("에"):
        return _at_role(phrase, named, place)
    if particle.startswith(("로", "으로")):
        return "instrument" if label == "AF" else "place" if place or (label == "OG" and kind.name in _MOVING) else None
    if particle in ("와", "과", "하고") and kind.with_:
        return kind.with_
    if not particle and not phrase.pause and phrase is clause.phrases[-1]:
        return "theme" if named.voice != "passive" and phrase.entity is not None else None
    return None


def _at_role(phrase: Phrase, named: Named, place: bool) -> str | None:
    """What 에 marks: a place, a craft, or what one takes part in or turns to (전쟁에 참가하다)."""
    label = phrase.entity.label if phrase.entity else None
    if named.kind.at == "theme":
        return "theme"
    if place or label == "OG":
        return "place"
    if label == "AF":
        return "place" if named.kind.name == "DOCKING" else "instrument"
    return "theme" if named.kind.name in _TURNING and label in (None, "EV", "CV") else None


_TURNING = frozenset(("OTHER", "CONFLICT", "START", "AGREEMENT", "PERFORMANCE", "TRIAL", "SUPPORT", "ELECTION"))
_MOVING = frozenset(("TRANSFER", "MOVEMENT", "APPOINTMENT"))


def _head_role(head: Phrase, named: Named, roles: set[str], clause: Clause) -> str | None:
    """What the noun that a prenominal clause modifies is in that clause: the argument it lacks."""
    if clause.own_subject is not None or "agent" in roles:
        return "theme" if "theme" not in roles and named.voice == "active" else None
    person = head.entity is not None and head.entity.label == "PS"
    made = named.kind.name in _MAKING and "theme" not in roles and not person and named.voice == "active"
    role = "theme" if made and clause.predicate.kind != "connective" else subject_role(head, named, "theme" in roles)
    if role == "agent" and not is_animate(head) and "theme" not in roles:
        role = "theme"
    return role if role not in roles else None


# What they bring about is their object: 1999년에 설립한 센터.
_MAKING = frozenset(
    ("FOUNDING", "LAUNCH", "CONSTRUCTION", "DEVELOPMENT", "INVENTION", "PUBLICATION", "DISCOVERY", "LEGISLATION", "DECISION")
)  # fmt: skip


def _of_noun(parse: Parse, phrase: Phrase, named: Named) -> Iterator[tuple[str, Phrase]]:
    """Arguments inside a noun phrase: ``달 착륙``, ``소비에트 연방의 붕괴``, ``흐루쇼프 실각``."""
    rest = [a for a in phrase.atoms if a.end <= named.trigger.start]
    if rest:
        inner = Phrase(rest[0].start, rest[-1].end, rest)
        yield _noun_role(inner, named), inner
    place = _place_of(parse, phrase) - 1
    while place >= 0:
        unit = parse.units[place]
        if isinstance(unit, Predicate) and unit.kind in ("quotative", "prenominal"):
            subject = parse.clause_at(place).own_subject
            if subject is not None and named.kind.name == "STATEMENT":
                yield "agent", subject
            return
        if (
            not isinstance(unit, Phrase)
            or not unit.genitive
            or unit.time is not None
            or unit.head.tag in ("SN", "NR", "MM")
        ):
            return
        if unit.head.tag == "NNB" and len(unit.atoms) > 1 and unit.head.entity is None:
            return
        if unit.relation == "의하다":
            yield "agent", unit
        elif unit.relation is None:
            yield _noun_role(unit, named), unit
        place -= 1


def _noun_role(phrase: Phrase, named: Named) -> str:
    kind: EventType = named.kind
    label = phrase.entity.label if phrase.entity else None
    if phrase.particle.startswith("에서"):
        return "place"
    if label == "LC" and (kind.name in ("LANDING", "MOVEMENT", "FLIGHT")):
        return "place"
    if label == "LC" and kind.subject == "theme" and not kind.people:
        return "theme"
    if label in ("PS", "OG", "LC") and kind.name != "EXPLORATION":
        return kind.people or kind.subject
    return "theme"


def _place_of(parse: Parse, phrase: Phrase) -> int:
    return next((i for i, u in enumerate(parse.units) if u is phrase), 0)


def _heads(parse: Parse, phrase: Phrase, text: str) -> Iterator[Phrase]:
    """A phrase and those coordinated with it before it."""
    yield phrase
    last = phrase
    place = _place_of(parse, phrase) - 1
    while place >= 0:
        unit = parse.units[place]
        if not isinstance(unit, Phrase) or not unit.coordinate or unit.time is not None or unit.relation:
            return
        if not unit.particles and (unit.entity is None) != _has_no_name(phrase):
            return
        if _TOGETHER.search(text, unit.end, last.start):
            return
        yield unit
        last = unit
        place -= 1


def _has_no_name(phrase: Phrase) -> bool:
    return all(atom.entity is None for atom in phrase.atoms)


_TOGETHER = re.compile(r"함께|더불어|같이")


def _span(phrase: Phrase, text: str, named: Named) -> tuple[int, int] | None:
    """The head of a phrase: its name, or its last nouns; nothing for nouns that only hold a place (것, 때)."""
    atoms = [a for a in phrase.atoms if a.time is None]
    while atoms and atoms[0].tag in ("MM", "SB", "SW", "SO"):
        atoms = atoms[1:]
    while len(atoms) > 1 and atoms[-1] is not phrase.head and atoms[-1].form not in _GENERIC:
        atoms.pop()
    listed = next((i for i, a in enumerate(atoms) if a.form == "등" and i and atoms[i - 1].entity), None)
    atoms = atoms[:listed] if listed else atoms
    last = atoms[-1] if atoms else None
    if last is None or (last.entity is None and last.form in _GENERIC) or last.tag == QUOTE or last.form == "적":
        return None
    if last.entity is not None:
        return last.entity.start, last.entity.end
    names = [i for i, a in enumerate(atoms) if a.entity is not None]
    if (
        names
        and (person := atoms[names[-1]].entity) is not None
        and person.label == "PS"
        and len(atoms) - names[-1] <= 3
    ):
        return person.start, person.end  # 박 전 대통령, 김민수 대표: the title stays outside
    first = names[-1] + 1 if names and len(atoms) - names[-1] > 2 else 0
    span = atoms[first].start, last.end
    overlaps = span[0] < named.trigger.end and named.trigger.start < span[1]
    return None if overlaps else span
