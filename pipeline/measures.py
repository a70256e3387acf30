"""What is compared in scoring: the items of gold and system side by side, and the measures that pair them (§6)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.edtf import denoted
from pipeline.errors import InputError
from pipeline.matching import Item, Pairs, common, match, same_span
from pipeline.model import AnnotatedSentence, Entity, Event, Timex

AnyItem = Item[Any]
KINDS = ("sentences", "times", "entities", "events")


def overlapping(gold: AnyItem, system: AnyItem) -> bool:
    """Whether two items share characters."""
    return common(gold, system) > 0


def same_role(gold: AnyItem, system: AnyItem) -> bool:
    """Whether two arguments play the same role."""
    return bool(gold.record.role == system.record.role)


def _same_value(gold: Item[Timex], system: Item[Timex]) -> bool:
    return gold.record.value == system.record.value


def _same_label(gold: Item[Entity], system: Item[Entity]) -> bool:
    return gold.record.label == system.record.label


def _same_span_and_label(gold: Item[Entity], system: Item[Entity]) -> bool:
    return same_span(gold, system) and _same_label(gold, system)


def _same_days(gold: Item[Event], system: Item[Event]) -> bool:
    return denoted(gold.record.date) == denoted(system.record.date)


def _sentence_and_days(event: Item[Event]) -> Hashable:
    return event.unit, denoted(event.record.date)


def _whole_or_half(gold: AnyItem, system: AnyItem) -> float:
    return 1.0 if same_span(gold, system) else 0.5


@dataclass(frozen=True, slots=True)
class Measure:
    """A way of matching items of one kind: the relation holds between items that share characters, or have equal keys."""

    name: str
    kind: str
    relation: Callable[[AnyItem, AnyItem], bool]
    key: Callable[[AnyItem], Hashable] | None = None
    credit: Callable[[AnyItem, AnyItem], float] | None = None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Of the pairs of a measure, the share that agrees."""

    name: str
    measure: str
    agrees: Callable[[Any, Any], bool]


# Times: TempEval-3 (UzZaman et al. 2013). Entities: the four readings of MUC-5 as SemEval-2013 task 9 gave them
# (Segura-Bedmar et al. 2013); "partial" counts a right span whole and an overlapping one half, labels aside.
MEASURES = (
    Measure("sentences", "sentences", same_span),
    Measure("times.exact", "times", same_span),
    Measure("times.relaxed", "times", overlapping),
    Measure("times.value", "times", _same_value),
    Measure("entities.strict", "entities", _same_span_and_label),
    Measure("entities.exact", "entities", same_span),
    Measure("entities.partial", "entities", overlapping, credit=_whole_or_half),
    Measure("entities.type", "entities", _same_label),
    Measure("events", "events", _same_days),
    Measure("events.triggers", "events", overlapping),
    Measure("events.dates", "events", lambda gold, system: True, key=_sentence_and_days),
)
ACCURACIES = (
    Accuracy("times.type", "times.relaxed", lambda gold, system: gold.type == system.type),
    Accuracy("entities.name", "entities.strict", lambda gold, system: gold.name == system.name),
    Accuracy("events.type", "events", lambda gold, system: gold.type == system.type),
    Accuracy("events.polarity", "events", lambda gold, system: gold.polarity == system.polarity),
    Accuracy("events.modality", "events", lambda gold, system: gold.modality == system.modality),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document's gold items and predictions by kind, in the order of the text, and how a measure pairs them."""

    doc: str | None
    gold: dict[str, list[AnyItem]]
    system: dict[str, list[AnyItem]]

    def pairs(self, measure: Measure) -> Pairs:
        """Index into ``gold[measure.kind]`` → index into ``system[measure.kind]``."""
        agreement = _AGREEMENT.get(measure.kind)
        gold, system = self.gold[measure.kind], self.system[measure.kind]
        return match(gold, system, measure.relation, key=measure.key, agreement=agreement)


def align(
    gold: Sequence[AnnotatedSentence], system: Sequence[AnnotatedSentence]
) -> tuple[list[Document], tuple[str | None, ...]]:
    """The documents of the gold with the predictions for them, and the ids of those that the gold does not have.

    The sentences of the gold are numbered through all documents (:attr:`Item.unit`).

    Raises:
        InputError: both sides have documents, but none in common.
    """
    ours, theirs = _by_document(gold), _by_document(system)
    if len(ours) == len(theirs) == 1 and None in {*ours, *theirs}:
        theirs = dict(zip(ours, theirs.values(), strict=True))
    if ours and theirs and not ours.keys() & theirs.keys():
        raise InputError("gold and system have no document in common", expected=_listed(ours), got=_listed(theirs))
    documents = []
    unit = 0
    for doc, sentences in ours.items():
        starts = [sentence.start for sentence in sentences]
        sides = [_items(side, starts, unit) for side in (sentences, theirs.get(doc, []))]
        documents.append(Document(doc, *sides))
        unit += len(sentences)
    return documents, tuple(doc for doc in theirs if doc not in ours)


def _by_document(sentences: Iterable[AnnotatedSentence]) -> dict[str | None, list[AnnotatedSentence]]:
    documents: dict[str | None, list[AnnotatedSentence]] = defaultdict(list)
    for sentence in sentences:
        documents[sentence.doc].append(sentence)
    return {doc: sorted(inside, key=lambda s: s.start) for doc, inside in documents.items()}


def _listed(documents: Iterable[str | None]) -> str:
    names = ["a file without doc" if doc is None else doc for doc in documents]
    return ", ".join(names[:5]) + (" …" if len(names) > 5 else "")


def _items(sentences: Iterable[AnnotatedSentence], starts: Sequence[int], first: int) -> dict[str, list[AnyItem]]:
    """The items of one side, each with the number of the gold sentence it begins in."""
    items: dict[str, list[AnyItem]] = {kind: [] for kind in KINDS}

    def add(kind: str, place: Any, record: Any) -> None:
        unit = first + max(0, bisect_right(starts, place.start) - 1)
        items[kind].append(Item(place.start, place.end, record, unit, getattr(record, "optional", False)))

    for sentence in sentences:
        add("sentences", _trimmed(sentence), sentence)
        for time in sentence.times:
            add("times", time, time)
        for entity in sentence.entities:
            add("entities", entity, entity)
        for event in sentence.events:
            add("events", event.trigger, event)
    return {kind: sorted(found, key=lambda item: (item.start, item.end)) for kind, found in items.items()}


def _trimmed(sentence: AnnotatedSentence) -> AnnotatedSentence:
    bare = sentence.text.lstrip()
    return AnnotatedSentence(None, "", sentence.start + len(sentence.text) - len(bare), bare.rstrip())


def _agreement(*keys: str) -> Callable[[Any, Any], int]:
    return lambda gold, system: sum(getattr(gold, key) == getattr(system, key) for key in keys)


_AGREEMENT = {
    "times": _agreement("type", "value", "mod"),
    "entities": _agreement("label", "name"),
    "events": _agreement("date", "type", "polarity", "modality"),
}
