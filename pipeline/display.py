"""Times, entities and events on the text, for notebooks: HTML of our own, and options for spaCy's displacy.

from pipeline import nlp
from pipeline.display import show
show(nlp.annotate(nlp.build(), "1957년 10월 4일 소련은 스푸트니크 1호를 발사했다."))
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from pipeline.annotation import stored
from pipeline.grouping import Record
from pipeline.model import ENTITY_LABELS, EVENT_TYPES, TIMEX_TYPES, Event, Timex
from pipeline.palette import FAMILY_COLOURS, FAMILY_OF, LABEL_COLOURS, TIME_COLOUR

KINDS = ("times", "entities", "events")
_BOX = "line-height:2.4;font-size:1rem;word-break:keep-all;overflow-wrap:anywhere;white-space:pre-wrap"
_TAG = "font-size:.68em;font-weight:600;margin-left:.25em;vertical-align:.1em;opacity:.85;white-space:nowrap"
# A tint that both a white and a black notebook can have behind the text.
_TINT = "38"


def displacy_options(kind: str) -> dict[str, Any]:
    """Options for ``displacy.render(doc, style="span", options=…)``.

    Args:
        kind: ``times``, ``entities`` or ``events``: the group of ``doc.spans`` to draw.

    Returns:
        The group's key and a colour for each of its labels.

    Raises:
        KeyError: there is no such kind.

    Example:
        >>> displacy_options("times")["spans_key"]
        'times'
    """
    labels = {"times": TIMEX_TYPES, "entities": ENTITY_LABELS, "events": EVENT_TYPES}[kind]
    return {"spans_key": kind, "colors": {label: _colour(kind, label) for label in labels}}


def to_html(doc: Doc, kinds: Sequence[str] = KINDS) -> str:
    """A document's text with its records marked, as an HTML fragment.

    Args:
        doc: a document that :func:`pipeline.nlp.annotate` has been through.
        kinds: which of ``times``, ``entities`` and ``events`` to mark. They may overlap, and may end within a token.

    Returns:
        HTML in which everything from the text is escaped. Of ``1957년 소련은 위성을 발사했다`` the date, 소련 and 발사
        are marked, each with its value, label or type behind it.
    """
    records = [(kind, record) for kind in kinds for record in stored(doc, kind)]
    return f'<div lang="ko" style="{_BOX}">{"".join(_marked(doc.text, records))}</div>'


@dataclass(frozen=True, slots=True)
class Shown:
    """What a notebook draws of a document; ``str`` of it is the HTML."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __str__(self) -> str:
        return self.html


def show(doc: Doc, kinds: Sequence[str] = KINDS) -> Shown:
    """A document for the last line of a notebook's cell; see :func:`to_html`."""
    return Shown(to_html(doc, kinds))


def _marked(text: str, records: Sequence[tuple[str, Record]]) -> Iterator[str]:
    """The text cut at every end of a record, each piece in the styles of the records that it is in."""
    waiting = sorted(((*_place(record), kind, record) for kind, record in records), key=lambda place: place[:2])
    cuts = sorted({0, len(text), *(end for place in waiting for end in place[:2])})
    inside: list[tuple[int, int, str, Record]] = []
    for start, end in pairwise(cuts):
        inside = [place for place in inside if place[1] > start]
        while waiting and waiting[0][0] <= start:
            inside.append(waiting.pop(0))
        piece = html.escape(text[start:end])
        here = [place[2:] for place in inside]
        yield f'<span style="{_style(here)}" title="{_title(here)}">{piece}</span>' if here else piece
        for _, last, kind, record in inside:
            if last == end:
                yield f'<span style="{_TAG};{_ink(kind, record)}">{html.escape(_said(record))}</span>'


def _place(record: Record) -> tuple[int, int]:
    part = record.trigger if isinstance(record, Event) else record
    return part.start, part.end


def _label(record: Record) -> str:
    return record.type if isinstance(record, Timex | Event) else record.label


def _said(record: Record) -> str:
    """What stands behind a mark: a time's value, an entity's label, an event's type and date."""
    if isinstance(record, Timex):
        return record.value
    return f"{record.type} {record.date}" if isinstance(record, Event) else record.label


def _title(records: Iterable[tuple[str, Record]]) -> str:
    told = []
    for _, record in records:
        if isinstance(record, Timex):
            told.append(" ".join(filter(None, (record.type, record.value, record.mod))))
        elif isinstance(record, Event):
            arguments = [f"{a.role}={a.text}" for a in record.arguments]
            told.append(" ".join([record.type, record.date, record.polarity, record.modality, *arguments]))
        else:
            told.append(f"{record.label} {record.name}")
    return html.escape("\n".join(told))


def _style(records: Sequence[tuple[str, Record]]) -> str:
    """Times and triggers have a ground, entities a line below, so that all three can be seen on one word."""
    styles = []
    for kind, record in records:
        colour = _colour(kind, _label(record))
        if kind == "entities":
            styles.append(f"border-bottom:2px solid {colour}")
        elif kind == "times":
            styles.append(f"background:{colour}{_TINT}")
        else:
            styles.append(f"background:{colour}{_TINT};font-weight:700;border-radius:3px")
    return ";".join(styles)


def _ink(kind: str, record: Record) -> str:
    """A record's colour as ink: nearer to that of the text, so that it can be read on white and on black."""
    return f"color:color-mix(in srgb, {_colour(kind, _label(record))} 60%, currentColor)"


def _colour(kind: str, label: str) -> str:
    if kind == "times":
        return TIME_COLOUR.light
    return (LABEL_COLOURS[label] if kind == "entities" else FAMILY_COLOURS[FAMILY_OF[label]]).light
