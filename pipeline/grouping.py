"""Records into their sentences: what a document is when no spaCy is needed for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from pipeline.hangul import Composed
from pipeline.model import AnnotatedSentence, Entity, Event, Sentence, Timex

if TYPE_CHECKING:
    from spacy.tokens import Doc

Record = Timex | Entity | Event
Sentences = Sequence[AnnotatedSentence]


def sentences_of(analysis: Doc | Sentences, doc_id: str | None = None) -> tuple[Sentences, Doc | None]:
    """The sentences of an analysis, with the document that they stand on if there is one.

    Args:
        analysis: a document that :func:`pipeline.nlp.annotate` has been through, or its sentences alone.
        doc_id: the document's id.
    """
    if isinstance(analysis, Sequence):
        return analysis, None
    from pipeline.annotation import annotated

    return annotated(analysis, doc_id), analysis


def by_sentence(
    text: str,
    composed: Composed,
    sentences: Iterable[Sentence],
    records: Sequence[Iterable[Record]],
    doc_id: str | None = None,
) -> list[AnnotatedSentence]:
    """Puts records into their sentences.

    Args:
        text: the text as read, which the records' offsets count.
        composed: the same composed, which the sentences' offsets count.
        sentences: in order.
        records: times, entities and events, each kind in order; kinds left out at the end are empty.
        doc_id: the document's id.
    """
    waiting = [deque(kind) for kind in records]
    rows = []
    for number, sentence in enumerate(sentences, 1):
        start, end = composed.source(sentence.start), composed.source(sentence.end)
        inside: list[Any] = [tuple(_until(kind, end)) for kind in waiting]
        rows.append(AnnotatedSentence(doc_id, f"s{number:04d}", start, text[start:end], *inside))
    return rows


def _until(records: deque[Any], end: int) -> Iterator[Any]:
    while records and place(records[0])[0] < end:
        yield records.popleft()


def place(record: Record) -> tuple[int, int]:
    """Where a record stands; an event stands where its trigger does."""
    part = record.trigger if isinstance(record, Event) else record
    return part.start, part.end
