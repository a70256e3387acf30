"""The events stage: times, entities and clauses in, dated events out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import TypeVar

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import annotation, edtf
from pipeline.events import arguments, factuality
from pipeline.events.clauses import Clause, Parse, parse
from pipeline.events.dating import Governed, attach
from pipeline.events.lives import life_dates
from pipeline.events.rows import rows
from pipeline.events.topics import next_topic
from pipeline.events.triggers import Named, name_clause, name_phrase
from pipeline.events.units import Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary, vocabulary
from pipeline.model import Argument, Entity, Event, Sentence, Timex, Trial
from pipeline.reading import Reading
from pipeline.spacy_doc import read

_NEAR = 120  # characters within which 성공했다 may stand for what was told
Record = TypeVar("Record", Timex, Entity)


def find_events(
    reading: Reading, times: Sequence[Timex], entities: Sequence[Entity], trials: list[Trial] | None = None
) -> list[Event]:
    """The dated events of a document.

    Args:
        reading: the document; offsets of everything count its ``text``.
        times: its times, in order.
        entities: its entities, in order.
        trials: where given, what each time governs or why nothing is added to it.

    Returns:
        Events in the order of their triggers; none crosses a sentence.
    """
    words = vocabulary()
    events: list[Event] = []
    topic: Entity | None = None
    before: Sentence | None = None
    for sentence in reading.sentences:
        inside = within(times, sentence)
        named = within(entities, sentence)
        found_topic, topic = next_topic(reading, before, sentence, named, topic)
        before = sentence
        if not any(t.type in ("DATE", "TIME") for t in inside):
            continue
        found: dict[tuple[int, int, str], Event] = {}
        outer: Parse | None = None
        for row in rows(reading, sentence, inside, named, words):
            clauses = parse(row)
            outer = outer or clauses
            for event in _row_events(clauses, outer, found_topic, reading, words, trials):
                key = event.trigger.start, event.trigger.end, event.date
                found[key] = _together(found[key], event) if key in found else event
        told = sorted(found.values(), key=lambda e: (e.trigger.start, e.date))
        events += [_standing_for(event, events[-1:], reading) for event in told]
    return events


def _together(event: Event, again: Event) -> Event:
    """Two works of one year are one event: ``《봄》(2011), 《여름》(2011)에 출연했다``."""
    if again.rule != "work_year":
        return event
    return replace(event, arguments=tuple(dict.fromkeys([*event.arguments, *again.arguments])))


_OUTCOMES = frozenset(("성공", "실패"))


def _standing_for(event: Event, before: Sequence[Event], reading: Reading) -> Event:
    """``소련은 위성을 발사했다. 이듬해 미국도 성공했다``: a bare 성공 stands for the happening told in the sentence before."""
    if event.type != "OTHER" or event.trigger.lemma not in _OUTCOMES or not before:
        return event
    between = reading.text[before[0].trigger.end : event.trigger.start]
    return event if "\n" in between or len(between) > _NEAR else replace(event, type=before[0].type)


def within(records: Sequence[Record], sentence: Sentence) -> Sequence[Record]:
    """The records of a sentence, from all in the order of the text."""
    first = bisect_left(records, sentence.start, key=_start)
    return records[first : bisect_left(records, sentence.end, lo=first, key=_start)]


_start = attrgetter("start")


def _row_events(
    clauses: Parse, outer: Parse, topic: Entity | None, reading: Reading, words: Vocabulary, trials: list[Trial] | None
) -> Iterator[Event]:
    text = reading.text
    if clauses.row.inside == "bracket" and (lives := life_dates(clauses, outer, text, words)) is not None:
        yield from lives
        return
    for governed in attach(clauses, outer, text, words):
        target = governed.target
        named = (
            name_clause(governed.parse, target, text, words)
            if isinstance(target, Clause)
            else name_phrase(target, text, words)
        )
        if named is None:
            _note(trials, governed, text, "rejected", "nothing happens in what the time governs")
            continue
        _note(trials, governed, text, "fired", f"{named.trigger.text} {governed.date}")
        yield _event(governed, named, topic, reading, words)


def _event(governed: Governed, named: Named, topic: Entity | None, reading: Reading, words: Vocabulary) -> Event:
    text, day = reading.text, reading.date
    target, clauses = governed.target, governed.parse
    found = arguments.find(clauses, target, named, text, words, _focus(governed), _beside_time(governed))
    dropped = topic and arguments.dropped_subject(target, named, found, topic, words, clauses)
    return Event(
        named.trigger,
        named.kind.name,
        governed.date,
        found,
        factuality.polarity(clauses, target, named),
        _modality(governed, named, found, day),
        governed.rule,
        governed.group.start,
        inferred=(dropped,) if dropped else (),
    )


def _modality(governed: Governed, named: Named, found: tuple[Argument, ...], day: date | None) -> str:
    """What the words say; what is quoted is reported, and a present tense over a day to come is a plan."""
    said = factuality.modality(governed.parse, governed.target, named, found)
    if governed.rule == "cleft" and _is_believed(governed):
        return "POSSIBLE"
    if said == "ASSERTED" and governed.rule == "appointed":
        return "PLANNED"
    if said == "ASSERTED" and governed.parse.row.inside == "quote":
        said = "REPORTED"
    if said in ("ASSERTED", "REPORTED") and day is not None and _lies_ahead(governed, day):
        return "PLANNED" if _is_plan(governed, found) else said
    return said


def _is_plan(governed: Governed, found: tuple[Argument, ...]) -> bool:
    """Whether what happens on a day to come is not told as past: ``오는 20일 귀국한 뒤 21일 만난다``."""
    parse, target = governed.parse, governed.target
    if isinstance(target, Phrase):
        if target.relation == "앞두다":
            return True  # 8월 14일 대선을 앞두고 있다
        holding = parse.main_with(target)
        return holding is not None and _is_told_ahead(parse, holding)
    doing = target.predicate.promised or any(argument.role == "agent" for argument in found)
    kind = target.predicate.kind
    spoken = kind == "quotative" or (kind == "final" and parse.row.inside == "quote")
    return (doing or not spoken) and _is_told_ahead(parse, target)  # not “내년 물가가 떨어진다”고 전망했다


def _is_told_ahead(parse: Parse, clause: Clause) -> bool:
    """Whether a clause, or the one that it leads into, is in a tense of what is to come."""
    predicate = clause.predicate
    if predicate.kind == "prenominal":
        then = parse.main_behind(clause.index) if predicate.head in ("뒤", "후", "다음") else None
        return _is_told_ahead(parse, then) if then is not None else predicate.ending in _TO_COME and not predicate.past
    if predicate.kind == "connective" and not predicate.past:
        end = parse.end_of_chain(clause) if clause.nested else parse.end_of_main(clause)
        return end is None or end.predicate.modality == "PLANNED" or _is_told_ahead(parse, end)
    if predicate.kind == "quotative":
        return predicate.head in factuality.PLANNED_HEADS or _is_announced(parse, clause)
    return not predicate.past


_TO_COME = frozenset(("는", "ᆯ", "을"))


def _lies_ahead(governed: Governed, day: date) -> bool:
    """Whether a date begins after the day of the document."""
    days = edtf.denoted(governed.date)
    begins = None if isinstance(days, str) else days.first or days.last  # no 30th of February
    return begins is not None and begins > (day.year, day.month, day.day)


def _is_believed(governed: Governed) -> bool:
    """``이루어진 것은 19세기로 여겨진다``: when it happened is only thought."""
    behind = governed.parse.next_predicate(governed.group.last)
    return behind is not None and behind.lemma in _BELIEVED


_BELIEVED = frozenset(("추정", "여겨지다", "추측", "짐작", "보이다", "생각되다"))


def _is_announced(parse: Parse, clause: Clause) -> bool:
    """Whether what is said, in the present tense, is announced: ``오는 19일 개최한다고 밝혔다``."""
    if clause.predicate.past or clause.predicate.copula:
        return False
    said = parse.next_predicate(clause.index)
    return said is not None and said.lemma in ("밝히다", "발표", "공지", "예고", "전하다", "알리다", "공시")


def _focus(governed: Governed) -> Phrase | None:
    """What a cleft sentence says it was: the phrase before its copula."""
    units = governed.parse.units
    if governed.rule != "cleft":
        return _named_behind(governed)
    for place in range(governed.group.last + 1, len(units)):
        unit = units[place]
        if isinstance(unit, Predicate) and unit.copula and unit.kind != "prenominal":
            before = units[place - 1]
            plain = isinstance(before, Phrase) and before.time is None and before.atoms[-1].form not in ("째", "번째")
            return before if isinstance(before, Phrase) and plain else None
    return None


def _named_behind(governed: Governed) -> Phrase | None:
    """``8월 13일 체포된 것은 최모 군이었다``: whom or what the sentence names behind a clause that its time stands before."""
    target, parse = governed.target, governed.parse
    if not isinstance(target, Clause) or target.head is None or target.head.form != "것" or not target.head.topic:
        return None
    copula = parse.next_predicate(target.index)
    if copula is None or not copula.copula or copula.kind == "prenominal":
        return None
    before = parse.before(parse.units.index(copula))
    if not isinstance(before, Phrase) or before.time is not None or all(a.entity is None for a in before.atoms):
        return None
    return before


def _beside_time(governed: Governed) -> list[Phrase]:
    """``1922년 시카고에서 친구와 함께 음식을 만드는 회사를 세웠다``: where and with whom, around a time and before a clause that it passes
    over: they are of the main clause, as the time is."""
    target, parse, group = governed.target, governed.parse, governed.group
    passed = parse.next_predicate(group.last)
    if not isinstance(target, Clause) or target.nested or passed is None or passed is target.predicate:
        return []
    if governed.rule != "own_clause" or passed.lemma == "떨어지다":
        return []  # 수도에서 30km 떨어진 곳까지
    at = parse.units.index(passed)
    clause = parse.clause_at(at)
    if not clause.nested or passed.kind != "prenominal" or at > target.index:
        return []
    own = next((k for k in range(group.last + 1, at) if not _is_beside(parse.units[k])), None)
    behind = parse.units[group.last + 1 : own] if own is not None else []
    scene = parse.before(group.first)  # 포르투갈에서는 1933년 이래 살라자르가 세운 체제가 지속되었다
    ahead = [scene] if isinstance(scene, Phrase) and scene.time is None and scene.particle in ("에서는", "에는") else []
    return [unit for unit in (*ahead, *behind) if isinstance(unit, Phrase)]


def _is_beside(unit: Phrase | Predicate) -> bool:
    """Whether a phrase tells where something is done, or with whom."""
    if not isinstance(unit, Phrase) or unit.time is not None or unit.relation is not None:
        return False
    return unit.particle in ("에서", "와", "과")


def _note(trials: list[Trial] | None, governed: Governed, text: str, outcome: str, why: str) -> None:
    if trials is not None:
        first, last = governed.group.times[0], governed.group.times[-1]
        trials.append(Trial("events", governed.rule, first.start, last.end, text[first.start : last.end], outcome, why))


@Language.factory("korean_events")
def create_korean_events(nlp: Language, name: str) -> KoreanEvents:
    """Factory for ``nlp.add_pipe("korean_events")``; it wants korean_timex and korean_entities before it."""
    return KoreanEvents()


class KoreanEvents:
    """Puts dated events on a ``Doc``: ``doc.spans["events"]``, ``doc._.dated_events``."""

    def __call__(self, doc: Doc) -> Doc:
        """Reads the times and entities that the document carries and adds its events."""
        reading = read(doc)
        times, entities = (annotation.load(doc, kind, reading) for kind in ("times", "entities"))
        annotation.store(doc, "events", find_events(reading, times, entities), reading)
        return doc
