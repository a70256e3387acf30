"""Documents → rows: what each table of the dataset holds, column by column.

Every row names its document, its sentence, the place in the text as read (``start_offset`` inclusive, ``end_offset``
exclusive, in code points), the surface found there and the rule that made it. ``begin`` and ``end`` are days.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from pipeline import edtf
from pipeline.clusters import clusters, entity_of, names_of
from pipeline.errors import InputError
from pipeline.grouping import Sentences, sentences_of
from pipeline.model import (
    ENTITY_LABELS,
    EVENT_TYPES,
    MODALITIES,
    POLARITIES,
    ROLES,
    TIMEX_MODS,
    TIMEX_TYPES,
    AnnotatedSentence,
)
from pipeline.timex.value import begin_end
from pipeline.uid import uids

if TYPE_CHECKING:
    from pandas import DataFrame
    from spacy.tokens import Doc

Cell = str | int | None
Row = tuple[Cell, ...]
BETWEEN_NAMES = " | "
_SENTENCE_RULE, _MORPHEME_RULE = "sentences.split", "morphology.kiwi"


@dataclass(frozen=True, slots=True)
class Column:
    """A column as ``datapackage.json`` describes it; ``values`` lists what its cells may hold, if that is a list."""

    name: str
    description: str
    type: str = "string"
    unit: str | None = None
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, what makes its rows, the columns that name a row, and those that name another table's.

    ``rows`` takes the annotated sentences of a document and its analysis, which only the morphemes need; ``refers``
    pairs a column with the table whose row of the same document it names.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Sentences, Doc | None], Iterator[Row]]
    key: str
    refers: tuple[tuple[str, str], ...] = ()


def _place(of: str, surface: str = "text") -> tuple[Column, ...]:
    """The columns that every table has."""
    return (
        Column("start_offset", f"Where {of} begins in the text as read, counted from 0", "integer",
               "Unicode code points", True),
        Column("end_offset", f"Where {of} ends: the offset just after it", "integer", "Unicode code points", True),
        Column(surface, f"The words of {of}, exactly as they stand in the text", required=True),
    )  # fmt: skip


_DOCUMENT = Column("document", "The document's id", required=True)
_SENTENCE = Column("sentence", "The sentence's id within its document", required=True)
_RULE = Column("rule", "The rule that made this row", required=True)
_DAYS = (
    Column("begin", "First day that the date covers, as an ISO 8601 date; years before 1 are signed (-0062 is 63 BCE); "
                    "empty where it is unknown or the value names no stretch of the calendar", unit="day"),
    Column("end", "Last day that the date covers, likewise", unit="day"),
)  # fmt: skip
_NAMES = "canonical names, several joined by ' | '"


def _sentences(sentences: Sentences, doc: Doc | None) -> Iterator[Row]:
    for s in sentences:
        yield s.doc, s.id, s.start, s.end, s.text, _SENTENCE_RULE


def _morphemes(sentences: Sentences, doc: Doc | None) -> Iterator[Row]:
    assert doc is not None
    from pipeline.spacy_doc import read

    reading = read(doc)
    text = reading.as_read
    starts = [s.start for s in sentences]
    eojeol = [(m.start(), m.group()) for m in re.finditer(r"\S+", text)]
    eojeol_starts = [start for start, _ in eojeol]
    for number, m in enumerate(reading.morphemes, 1):
        start, end = reading.source(m.start), reading.source(m.end)
        sentence = sentences[max(0, bisect_right(starts, start) - 1)]
        word = eojeol[max(0, bisect_right(eojeol_starts, start) - 1)][1]
        yield (
            sentence.doc,
            f"m{number:05d}",
            sentence.id,
            start,
            end,
            text[start:end],
            m.tag,
            m.lemma,
            word,
            _MORPHEME_RULE,
        )


def _times(sentences: Sentences, doc: Doc | None) -> Iterator[Row]:
    for name, s, t in _numbered("t", sentences, lambda s: s.times):
        begin, end = begin_end(t.value) or (None, None)
        anchor = (t.anchor.value, t.anchor.start) if t.anchor else (None, None)
        yield s.doc, name, s.id, t.start, t.end, t.text, t.type, t.value, t.mod, t.literal, begin, end, *anchor, t.rule


def _entities(sentences: Sentences, doc: Doc | None) -> Iterator[Row]:
    for name, s, e in _numbered("n", sentences, lambda s: s.entities):
        yield s.doc, name, s.id, e.start, e.end, e.text, e.label, e.name, e.rule


def _events(sentences: Sentences, doc: Doc | None) -> Iterator[Row]:
    times = {t.start: (name, t.text) for name, _, t in _numbered("t", sentences, lambda s: s.times)}
    cluster_of = clusters(sentences)
    lasting = chain.from_iterable(uids(sentences))
    for name, s, e in _numbered("e", sentences, lambda s: s.events):
        begin, end = _days(e.date)
        time, time_text = times.get(-1 if e.time is None else e.time, (None, None))
        names = {role: names_of(e, role, s.entities) for role in ROLES}
        dropped = {i.role: i.name for i in e.inferred if not names[i.role]}
        roles = (BETWEEN_NAMES.join(names[role] or [dropped.get(role, "")]) for role in ROLES)
        inferred = ("yes" if role in dropped else None for role in ("agent", "theme"))
        said = (e.trigger.start, e.trigger.end, e.trigger.text, e.trigger.lemma, e.type, e.date, begin, end)
        tail = (e.polarity, e.modality, time, time_text, s.text, e.rule)
        yield s.doc, name, cluster_of[e], next(lasting), s.id, *said, *roles, *inferred, *tail


def _arguments(sentences: Sentences, doc: Doc | None) -> Iterator[Row]:
    entities = {(n.start, n.end): name for name, _, n in _numbered("n", sentences, lambda s: s.entities)}
    number = 0
    for event, s, e in _numbered("e", sentences, lambda s: s.events):
        for a in e.arguments:
            number += 1
            named = entity_of(a, s.entities)
            who = (named.name, named.label, entities[named.start, named.end]) if named else (a.text, None, None)
            yield s.doc, f"a{number:04d}", event, s.id, a.start, a.end, a.text, a.role, *who, e.rule


def _numbered(
    letter: str, sentences: Sentences, records: Callable[[AnnotatedSentence], Sequence[Any]]
) -> Iterator[tuple[str, AnnotatedSentence, Any]]:
    """A document's records of a kind, each with an id of its own and its sentence."""
    number = 0
    for sentence in sentences:
        for record in records(sentence):
            number += 1
            yield f"{letter}{number:04d}", sentence, record


def _days(date: str) -> tuple[str | None, str | None]:
    days = edtf.denoted(date)
    if isinstance(days, str):
        return None, None
    return days.first and edtf.iso(days.first), days.last and edtf.iso(days.last)


def _key(kind: str) -> Column:
    return Column(kind, f"The {kind}'s id within its document", required=True)


_TABLES = (
    Table("sentences", "The sentences of the documents", (
        _DOCUMENT, _SENTENCE, *_place("the sentence"), _RULE,
    ), _sentences, "sentence"),
    Table("morphemes", "The morphemes of the documents; those that share characters are one row", (
        _DOCUMENT, _key("morpheme"), _SENTENCE, *_place("the morpheme"),
        Column("tag", "Part of speech, Sejong tag set as Kiwi has it; joined by + where morphemes share characters",
               required=True),
        Column("lemma", "Its dictionary form, or forms joined by + (열린: 열리+ᆫ)", required=True),
        Column("eojeol", "The word between blanks that it begins in", required=True),
        _RULE,
    ), _morphemes, "morpheme", (("sentence", "sentences"),)),
    Table("times", "Temporal expressions", (
        _DOCUMENT, _key("time"), _SENTENCE, *_place("the expression"),
        Column("type", "TIMEX3 type: DATE, TIME (finer than a day), DURATION, SET (a repetition)", required=True,
               values=TIMEX_TYPES),
        Column("value", "TIMEX3 value (ISO 24617-1), cut to its grain: 1957-10-04, 196 (the 1960s), P46Y; X is unknown",
               required=True),
        Column("mod", "TIMEX3 modifier: START, MID, END, APPROX …", values=TIMEX_MODS),
        Column("literal", "A lunar date as written, in ISO form; its solar date is the value"),
        *_DAYS,
        Column("anchor_value", "For a resolved expression (이듬해): the TIMEX3 value that it was counted from"),
        Column("anchor_offset", "Where that anchor stands in the text; empty for the document's own date", "integer",
               "Unicode code points"),
        _RULE,
    ), _times, "time", (("sentence", "sentences"),)),
    Table("entities", "Named things and quantities", (
        _DOCUMENT, _key("entity"), _SENTENCE, *_place("the name"),
        Column("label", "TTAK.KO-10.0852: PS person, LC place, OG organisation, AF artefact, EV event, CV law, prize or "
                        "language, QT quantity", required=True, values=ENTITY_LABELS),
        Column("name", "The canonical name, one for one thing: 소련 and 소비에트 연방 are 소비에트 연방", required=True),
        _RULE,
    ), _entities, "entity", (("sentence", "sentences"),)),
    Table("events", "Dated events: a row is what happened when, to whom, where and with what", (
        _DOCUMENT, _key("event"),
        Column("cluster", "The id of the happening within its document: events told twice have one", required=True),
        Column("uid", "An id that outlives revisions of the text elsewhere: a digest of the sentence and the trigger",
               required=True),
        _SENTENCE, *_place("the word that names the happening", "trigger"),
        Column("lemma", "The trigger's dictionary form"),
        Column("type", "Kind of happening", required=True, values=EVENT_TYPES),
        Column("date", "EDTF date (ISO 8601-2): 1957-10-04, 196X, 1962-08-11/1962-08-15, ../1975, 1958~", required=True),
        *_DAYS,
        Column("agent", f"Who does it: {_NAMES}"),
        Column("theme", f"What it is done to, or what moves or changes: {_NAMES}"),
        Column("place", f"Where, or where to: {_NAMES}"),
        Column("instrument", f"With or on what: {_NAMES}"),
        Column("agent_inferred", "yes where the agent is not said there and is the topic of the sentences before",
               values=("yes",)),
        Column("theme_inferred", "yes where the theme is not said there and is the topic of the sentences before",
               values=("yes",)),
        Column("polarity", "POS, or NEG for what did not happen or failed", required=True, values=POLARITIES),
        Column("modality", "ASSERTED, PLANNED, POSSIBLE or REPORTED", required=True, values=MODALITIES),
        Column("time", "The id of the temporal expression that dates it"),
        Column("time_text", "That expression as it stands in the text"),
        Column("sentence_text", "The sentence that tells of it", required=True),
        _RULE,
    ), _events, "event", (("sentence", "sentences"), ("time", "times"))),
    Table("arguments", "Who, what, where and with what of each event: a row an argument", (
        _DOCUMENT, _key("argument"), Column("event", "The id of its event", required=True), _SENTENCE,
        *_place("the argument"),
        Column("role", "agent, theme, place or instrument", required=True, values=ROLES),
        Column("name", "The canonical name, or its own words if it is no named thing", required=True),
        Column("label", "Label of the entity that it is", values=ENTITY_LABELS),
        Column("entity", "The id of the entity that it is"),
        _RULE,
    ), _arguments, "argument", (("event", "events"), ("sentence", "sentences"), ("entity", "entities"))),
)  # fmt: skip
TABLES = {table.name: table for table in _TABLES}


def chosen(names: Iterable[str] | None) -> tuple[str, ...]:
    """The tables that ``--only`` asks for, in their order: the sentences always, events and arguments together.

    Raises:
        InputError: there is no such table.

    Example:
        >>> chosen(["times"])
        ('sentences', 'times')
    """
    if names is None:
        return tuple(TABLES)
    wanted = {"sentences", *names}
    if unknown := sorted(wanted - TABLES.keys()):
        raise InputError("unknown table", file="--only", expected=", ".join(TABLES), got=", ".join(unknown))
    if wanted & {"events", "arguments"}:
        wanted |= {"events", "arguments"}
    return tuple(name for name in TABLES if name in wanted)


def frame(table: str, docs: Doc | Iterable[Doc]) -> DataFrame:
    """A table of one document or of many, as pandas has it.

    Args:
        table: one of :data:`TABLES`.
        docs: documents that :func:`pipeline.nlp.annotate` has been through.

    Returns:
        One row a record, in the order of the text; empty cells are missing values, offsets are integers.
    """
    import pandas as pd
    from spacy.tokens import Doc

    columns = TABLES[table].columns
    rows: list[Row] = []
    for doc in [docs] if isinstance(docs, Doc) else docs:
        rows += TABLES[table].rows(*sentences_of(doc, doc._.doc_id))
    types = {"integer": "Int64", "string": "string"}
    return pd.DataFrame(rows, columns=[c.name for c in columns]).astype({c.name: types[c.type] for c in columns})


def sentences(docs: Doc | Iterable[Doc]) -> DataFrame:
    """The sentences of a document or of many; the columns are described in :data:`TABLES`."""
    return frame("sentences", docs)


def morphemes(docs: Doc | Iterable[Doc]) -> DataFrame:
    """The morphemes with tag, lemma and eojeol."""
    return frame("morphemes", docs)


def times(docs: Doc | Iterable[Doc]) -> DataFrame:
    """The temporal expressions with type, value, first and last day."""
    return frame("times", docs)


def entities(docs: Doc | Iterable[Doc]) -> DataFrame:
    """The entities with label and canonical name."""
    return frame("entities", docs)


def events(docs: Doc | Iterable[Doc]) -> DataFrame:
    """The dated events: ``1957년 10월 4일 소련은 스푸트니크 1호를 발사했다`` is a LAUNCH on 1957-10-04."""
    return frame("events", docs)


def arguments(docs: Doc | Iterable[Doc]) -> DataFrame:
    """The events' arguments with role and canonical name."""
    return frame("arguments", docs)
