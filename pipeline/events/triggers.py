"""Triggers: the word that names a happening, its type, and what its frame says of it (guideline §4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.events.clauses import Clause, Parse
from pipeline.events.nouns import phrase_trigger, standing
from pipeline.events.units import QUOTE, Atom, Phrase, Predicate
from pipeline.events.vocabulary import EventType, LightFrame, Vocabulary
from pipeline.model import Trigger


@dataclass(slots=True)
class Named:
    """A happening as the text names it.

    ``phrase`` is the phrase the trigger was taken from (``None`` for the predicate itself), so that it is no argument
    of its own; ``framed`` the noun of an idiom; ``voice`` says what the subject is.
    """

    trigger: Trigger
    kind: EventType
    phrase: Phrase | None
    voice: str = "active"
    polarity: str = "POS"
    modality: str | None = None
    framed: Phrase | None = None


def name_clause(parse: Parse, clause: Clause, text: str, words: Vocabulary) -> Named | None:
    """The happening of a clause, or ``None`` where nothing happens in it (states, relations)."""
    predicate = clause.predicate
    if (named := _framed(clause, text, words) or _over_head(parse, clause, text, words)) is not None:
        return named
    match = words.frames.find(clause)
    kind = words.types[match.kind] if match else None
    if (
        kind is None
        and not clause.lasts
        and (predicate.lemma in words.stative or predicate.stative or predicate.copula)
    ):
        return None
    said = parse.before(clause.index)
    told = predicate.past and isinstance(said, Predicate) and said.kind == "quotative"  # 발의하겠다고 했다
    if predicate.lemma == "하다" and (told or any(p.head.tag == QUOTE for p in clause.phrases)):
        kind = words.types["STATEMENT"]
    happened = _happened_to_name(parse, clause, words)
    kind = happened or _figured(parse, clause, words) or kind or _with_adverb(predicate, text, words)
    kind = kind or words.kind_of(predicate) or words.becoming(predicate)
    if predicate.lemma in ("성공", "실패"):
        kind = _stands_for(parse, clause, words) or kind
    start, end = _with_compound(clause, text, words)
    if start < predicate.span[0] and not (match and match.idiom):
        kind = words.nouns.get(text[start:end].replace(" ", "")) or kind  # 압수 수색하다
    polarity = "NEG" if predicate.negated != (predicate.lemma == "실패") else "POS"
    return Named(
        Trigger(start, end, text[start:end], predicate.lemma), kind or words.types["OTHER"], None,
        "passive" if happened else predicate.voice, polarity, predicate.modality,
        match.phrase if match and match.idiom else None,
    )  # fmt: skip


_ADVERB = re.compile(r"(?<![가-힣])([가-힣]{1,2}) $")


def _with_adverb(predicate: Predicate, text: str, words: Vocabulary) -> EventType | None:
    """The type of an adverb and verb that are one word written apart: ``마주 앉다``."""
    adverb = _ADVERB.search(text, max(0, predicate.span[0] - 4), predicate.span[0])
    return words.verbs.get(adverb.group(1) + predicate.lemma) if adverb and predicate.noun is None else None


def _figured(parse: Parse, clause: Clause, words: Vocabulary) -> EventType | None:
    """``봉기의 깃발을 올렸다``, ``화의의 물꼬를 텄다``: the type of the happening of which a figure of speech tells."""
    figure = parse.before(clause.index)
    if not isinstance(figure, Phrase) or figure.form not in words.figures:
        return None
    owner = parse.before(clause.index - 1)
    if not isinstance(owner, Phrase) or owner.particle != "의" or owner.entity is not None:
        return None
    return words.event_noun(owner.form)


def _happened_to_name(parse: Parse, clause: Clause, words: Vocabulary) -> EventType | None:
    """``계유정난이 일어나자``: the verb is the trigger, the name says what kind of happening it was."""
    after = parse.after(clause.index)
    owner = after if isinstance(after, Phrase) and after.genitive and after.entity is not None else None
    subject = clause.subject or owner or clause.head  # 열릴 정상회의의 개최
    if subject is None or subject.entity is None or subject.entity.label != "EV":
        return None
    if (clause.predicate.lemma, "이") not in words.light:
        return None
    if clause.predicate.lemma == "시작":
        return words.types["START"]  # 한국 전쟁이 시작되었다
    return words.named_event(subject.entity.text)


def _with_compound(clause: Clause, text: str, words: Vocabulary) -> tuple[int, int]:
    """The trigger's span; event nouns right before N하다 belong to it: ``시험 비행``했다."""
    start, end = clause.predicate.span
    before = clause.phrases[-1] if clause.phrases else None
    if clause.predicate.noun is None or before is None or before.particles or before.pause or before.end > start:
        return start, end
    last = before.atoms[-1]
    if (
        last.entity is None
        and last.time is None
        and words.event_noun(last.form)
        and not text[before.end : start].strip()
    ):
        before_last = before.atoms[-2] if len(before.atoms) > 1 else last
        return (before_last if before_last.tag == "XPN" and not last.blank else last).start, end  # 불구속 입건
    return start, end


def _framed(clause: Clause, text: str, words: Vocabulary) -> Named | None:
    """``발사에 성공했다``, ``회담이 열렸다``: the noun carries the meaning, the verb only frames it."""
    predicate = clause.predicate
    for phrase in reversed(clause.phrases):
        if (
            phrase.time is not None
            or phrase.relation is not None
            or words.standing.get(phrase.form) in ("circumstance", "measure")
        ):
            continue  # 복무 기간을 마쳤다: the noun only measures what happened
        frame = words.light_frame(predicate.lemma, phrase.particle)
        if frame is None and phrase.topic:
            frame = words.light.get((predicate.lemma, "을"))
        frame = frame if frame is None or _fits(frame, predicate) else None
        if frame is not None and frame.modality and (own := words.frames.find(clause)) and own.phrase is phrase:
            return None  # 시험을 준비했다: it is the preparing that happened
        if frame is not None and frame.phase == "start" and words.standing.get(phrase.form) == "planned":
            return None  # 개발 계획을 시작했다: no more a plan
        if frame is not None and (named := _carried(frame, phrase, text, words)) is not None:
            negative = predicate.negated != (frame.polarity == "NEG")
            if negative:
                named.polarity = "NEG"
            named.modality = predicate.modality or frame.modality or named.modality
            match = None if frame.phase or frame.holds else words.frames.find(clause)
            if match is not None and match.phrase is phrase:
                named.kind = words.types[match.kind]  # 준우승에 그쳤다: the noun happened, the verb says how
            named.voice = "passive" if frame.particle == "이" or frame.verb in UNDERGOING else "active"
            return named
        if phrase.object or phrase.particle == "에":
            return None
    return None


def _carried(frame: LightFrame, phrase: Phrase, text: str, words: Vocabulary) -> Named | None:
    """The happening that a light frame is over: an event noun, or what one can only hold (``동인전을 열었다``)."""
    named = _from_phrase(phrase, text, words)
    head = phrase.head
    if named is None and frame.verb == "하다" and phrase.object and head.tag == "NNG" and head.entity is None:
        kind = words.verbs.get(head.form + "하다") or _of_doing(phrase, words)  # 식사를 하다, 짝짓기를 하다
        return Named(Trigger(head.start, head.end, head.form, head.form), kind, phrase, "noun") if kind else None
    carried_out = frame.phase or frame.verb in _CARRYING_OUT
    if named is None and carried_out and head.tag == "NNG" and head.entity is None and head.time is None:
        kind = words.verbs.get(head.form + "하다")  # 교각의 보강을 마쳤다
        return Named(Trigger(head.start, head.end, head.form, head.form), kind, phrase, "noun") if kind else None
    if named is not None or not frame.holds or head.entity is not None or head.time is not None:
        return named
    before = phrase.atoms[phrase.atoms.index(head) - 1]
    joins = len(head.form) == 1 and before is not head and before.entity is None and before.time is None
    form = before.form + head.form if joins else head.form
    kind = words.held_noun(form)
    start = before.start if joins else head.start
    trigger = Trigger(start, head.end, text[start : head.end], form)
    return Named(trigger, kind, phrase, "noun") if kind else None


_CARRYING_OUT = frozenset(
    ("실시", "실행", "수행", "진행", "시행", "추진", "이루어지다", "이뤄지다", "행해지다", "행하다")
)


def _of_doing(phrase: Phrase, words: Vocabulary) -> EventType | None:
    """The type of what is done with a noun that the vocabulary does not know: 기 and 이 make it of a verb."""
    form = phrase.head.form
    return words.types["OTHER"] if len(form) > 2 and form.endswith(("기", "이", "질")) else None


def _over_head(parse: Parse, clause: Clause, text: str, words: Vocabulary) -> Named | None:
    """``1982년 일어난 봉기``, ``군인들이 시도한 쿠데타``: the happening is the noun that the frame modifies."""
    predicate = clause.predicate
    if (
        clause.head is None
        or predicate.lemma in ("성공", "실패", "끝나다", "이어지다")
        or (predicate.lemma == "있다" and not predicate.past and predicate.ending not in _TO_COME)
    ):
        return None
    acts = (predicate.lemma, "을") in words.light and predicate.voice == "active"
    befalls = (predicate.lemma, "이") in words.light and not _is_done_to_object(predicate)
    if any(p.object and p.relation is None for p in clause.phrases) or not (
        acts or (befalls and clause.own_subject is None)
    ):
        return None
    after = parse.after(clause.index)
    if isinstance(after, Phrase) and after.genitive and after.entity is not None and after.entity.label == "EV":
        return None  # 발생한 세월호 침몰 사고에 대한 대응: it is the named event that happened
    named = _from_phrase(_modified(parse, clause, words) or _without_scene(clause.head), text, words)
    if named is not None:
        planned = "PLANNED" if predicate.ending in _TO_COME and predicate.modality is None else predicate.modality
        named.polarity = "NEG" if predicate.negated else named.polarity
        named.modality = planned or named.modality
    return named


_TO_COME = ("ᆯ", "을")
# What is told of a happening, behind its noun: 발생한 지하철 화재 현장.
_SCENES = frozenset(
    ("현장", "상황", "현황", "원인", "경위", "장소", "지점", "여파", "소식", "영상", "사진", "피해", "책임", "배경")
)


def _without_scene(head: Phrase) -> Phrase:
    """``지하철 화재`` of ``지하철 화재 현장``: the part of a noun phrase that names what happened."""
    place = len(head.atoms)
    while place > 1 and head.atoms[place - 1].form in _SCENES and head.atoms[place - 1].entity is None:
        place -= 1
    if place == len(head.atoms):
        return head
    return replace(head, end=head.atoms[place - 1].end, atoms=head.atoms[:place])


def _modified(parse: Parse, clause: Clause, words: Vocabulary) -> Phrase | None:
    """``치러진 선거의 투표율``: the event noun right behind the clause, where it only belongs to another noun."""
    after = parse.after(clause.index)
    genitive = isinstance(after, Phrase) and after.genitive and after.entity is None
    return after if isinstance(after, Phrase) and genitive and phrase_trigger(after, words) else None


def _fits(frame: LightFrame, predicate: Predicate) -> bool:
    """A frame of 이 needs an intransitive or passive verb, one of 을 an active one (실시했다, 실시되었다)."""
    if frame.particle == "이":
        return predicate.voice != "causative" and not _is_done_to_object(predicate)
    passive = frame.verb.endswith("지다") or predicate.lemma in ("받다", "당하다")  # 표결에 부쳐지다
    return predicate.voice != "passive" or passive


def _is_done_to_object(predicate: Predicate) -> bool:
    """Whether somebody does something: 실시했다, not 실시되었다 nor 발생했다."""
    return predicate.noun is not None and predicate.voice == "active" and predicate.lemma in _TRANSITIVE


UNDERGOING = frozenset(("받다", "당하다", "입다", "겪다"))  # 선고를 받다
_TRANSITIVE = frozenset(("진행", "실시", "개최", "거행", "단행", "시행"))


def name_phrase(phrase: Phrase, text: str, words: Vocabulary) -> Named | None:
    """The happening that a noun phrase names by itself: ``달 착륙``, ``갑신정변`` (a name)."""
    named = _from_phrase(phrase, text, words)
    entity = next((a.entity for a in reversed(phrase.atoms) if a.entity), None)
    if named is not None or entity is None or entity.label != "EV":
        return named
    kind = words.named_event(entity.text) or words.types["OTHER"]
    return Named(Trigger(entity.start, entity.end, entity.text, entity.name), kind, phrase, "noun")


def _from_phrase(phrase: Phrase, text: str, words: Vocabulary) -> Named | None:
    places = phrase_trigger(phrase, words)
    if places is None:
        return None
    atoms = phrase.atoms[places[0] : places[1] + 1]
    start, end = atoms[0].start, atoms[-1].end
    senses = standing(phrase, words)
    kind = _compound_kind(atoms, words)
    if kind is None:
        return None
    polarity = "NEG" if "negative" in senses else "POS"
    modality = "PLANNED" if "planned" in senses else "POSSIBLE" if "possible" in senses else None
    return Named(
        Trigger(start, end, text[start:end], "".join(a.form for a in atoms)), kind, phrase, "noun", polarity, modality
    )


def _compound_kind(atoms: list[Atom], words: Vocabulary) -> EventType | None:
    """A compound is of its last noun's type (시험 ``비행``), unless that one only says in what form (``발사`` 실험)."""
    whole = words.nouns.get("".join(a.form for a in atoms))
    kinds = [k for a in atoms if (k := words.event_noun(a.form))]
    if whole is not None or not kinds:
        return whole or words.event_noun("".join(a.form for a in atoms))
    if kinds[-1].name not in ("DEVELOPMENT", "OTHER", "OPERATION") or atoms[-1].form == "개발":
        return kinds[-1]
    return next((k for k in kinds if k.name != "OTHER"), kinds[-1])


def _stands_for(parse: Parse, clause: Clause, words: Vocabulary) -> EventType | None:
    """What a bare 성공했다 or 실패했다 succeeded or failed in: the nearest happening before it."""
    for unit in reversed(parse.units[: clause.index]):
        form = (
            unit.noun.form
            if isinstance(unit, Predicate) and unit.noun
            else unit.form
            if isinstance(unit, Phrase)
            else ""
        )
        kind = words.event_noun(form) if form else None
        if kind is None and isinstance(unit, Predicate):
            kind = words.verbs.get(unit.lemma)
        if kind is not None and kind.name != "OTHER":
            return kind
    return None
