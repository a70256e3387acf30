"""Puts the records of a stage onto a ``Doc`` and reads them back.

A ``Doc`` carries its records twice: as plain data in ``doc.user_data``, exact to the code point and ready to be
serialised, and as token spans in ``doc.spans["times"]``, ``["entities"]`` and ``["events"]`` for other spaCy code
(``span._.timex``, ``span._.entity``, ``span._.event`` give the record). Where a record cuts a token, the span is the
whole token; the record keeps the true offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import Any

from spacy.tokens import Doc, Span

from pipeline.grouping import Record, by_sentence, place
from pipeline.model import Anchor, AnnotatedSentence, Argument, Entity, Event, Inferred, Timex, Trigger
from pipeline.reading import Reading
from pipeline.spacy_doc import read


def _timex(data: dict[str, Any]) -> Timex:
    return Timex(**{**data, "anchor": Anchor(**data["anchor"]) if data["anchor"] else None})


def _entity(data: dict[str, Any]) -> Entity:
    return Entity(**data)


def _event(data: dict[str, Any]) -> Event:
    return Event(**{**data, "trigger": Trigger(**data["trigger"]),
                    "arguments": tuple(Argument(**a) for a in data["arguments"]),
                    "inferred": tuple(Inferred(**i) for i in data["inferred"])})  # fmt: skip


_KINDS: dict[str, Callable[[dict[str, Any]], Record]] = {"times": _timex, "entities": _entity, "events": _event}


def store(doc: Doc, kind: str, records: Iterable[Record], reading: Reading) -> None:
    """Puts a stage's records, whose offsets count ``reading.text``, onto the document they were read from.

    Args:
        doc: the document; ``doc.spans[kind]`` and ``doc.user_data`` are replaced.
        kind: ``times``, ``entities`` or ``events``.
        records: in any order; they are kept in the order of the text.
        reading: the reading that the records were found in.
    """
    moved = sorted(_moved(records, reading.source, reading, reading.as_read), key=place)
    doc.user_data[f"yeonpyo.{kind}"] = [_data(r) for r in moved]
    spans = []
    for number, record in enumerate(moved):
        start, end = place(record)
        span = doc.char_span(start, end, label=_label(record), alignment_mode="expand", span_id=str(number))
        if span is not None:
            spans.append(span)
    doc.spans[kind] = spans


def stored(doc: Doc, kind: str) -> list[Any]:
    """The records of a kind that a document carries, offsets into ``doc.text``."""
    return [_KINDS[kind](data) for data in doc.user_data.get(f"yeonpyo.{kind}", ())]


def load(doc: Doc, kind: str, reading: Reading) -> list[Any]:
    """The records of a kind with their offsets in ``reading.text``, as the rules of the next stage want them."""
    return list(_moved(stored(doc, kind), reading.position, reading, reading.text))


def _data(record: Record) -> dict[str, Any]:
    """A record as plain data, as :func:`dataclasses.asdict` has it, which takes ten times as long."""
    kind = type(record)
    data = dict(zip(kind.__slots__, _FIELDS[kind](record), strict=True))
    for name in _COMPOUND.get(kind, ()):
        data[name] = _parts(data[name])
    return data


def _parts(value: Any) -> Any:
    if value is None:
        return None
    return [_data(part) for part in value] if isinstance(value, tuple) else _data(value)


_COMPOUND: dict[type, tuple[str, ...]] = {Timex: ("anchor",), Event: ("trigger", "arguments", "inferred")}
_FIELDS = {kind: attrgetter(*kind.__slots__) for kind in (Timex, Anchor, Entity, Event, Trigger, Argument, Inferred)}


def _moved(records: Iterable[Record], where: Callable[[int], int], reading: Reading, text: str) -> Iterator[Record]:
    """Records with their offsets in another text; where there is no other text, only their words are checked."""
    if reading.composed.offsets is not None:
        yield from (_move(r, where, text) for r in records)
        return
    for record in records:
        start, end = place(record)
        quoted = record.trigger.text if isinstance(record, Event) else record.text
        if text[start:end] != quoted:
            raise AssertionError(f"a record quotes what does not stand there: {record}")
        yield record


def _label(record: Record) -> str:
    return record.label if isinstance(record, Entity) else record.type


def _move(record: Record, where: Callable[[int], int], text: str) -> Record:
    def moved(part: Any) -> Any:
        start, end = where(part.start), where(part.end)
        if not 0 <= start < end <= len(text):
            raise AssertionError(f"a record leaves the text: {part}")
        return replace(part, start=start, end=end, text=text[start:end])

    if isinstance(record, Event):
        time = None if record.time is None else where(record.time)
        arguments = tuple(moved(a) for a in record.arguments)
        inferred = tuple(moved(i) for i in record.inferred)
        return replace(record, trigger=moved(record.trigger), arguments=arguments, time=time, inferred=inferred)
    if isinstance(record, Timex) and record.anchor and record.anchor.start is not None:
        assert record.anchor.end is not None
        anchor = replace(record.anchor, start=where(record.anchor.start), end=where(record.anchor.end))
        record = replace(record, anchor=anchor)
    return moved(record)  # type: ignore[no-any-return]


def _getter(kind: str) -> Callable[[Span], Record | None]:
    def get(span: Span) -> Record | None:
        data: Sequence[dict[str, Any]] = span.doc.user_data.get(f"yeonpyo.{kind}", ())
        number = span.id_
        return _KINDS[kind](data[int(number)]) if number.isdigit() and int(number) < len(data) else None

    return get


for _name, _kind in (("timex", "times"), ("entity", "entities"), ("event", "events")):
    Span.set_extension(_name, getter=_getter(_kind), force=True)
for _name, _kind in (("timexes", "times"), ("named_entities", "entities"), ("dated_events", "events")):
    Doc.set_extension(_name, getter=partial(stored, kind=_kind), force=True)


def annotated(doc: Doc, doc_id: str | None = None) -> list[AnnotatedSentence]:
    """The document sentence by sentence with what the stages found in each, in the record of the guideline (§5)."""
    reading = read(doc)
    return by_sentence(reading.as_read, reading.composed, reading.sentences, [stored(doc, k) for k in _KINDS], doc_id)
