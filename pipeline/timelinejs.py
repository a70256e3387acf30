"""Events as the spreadsheet that TimelineJS draws (https://timeline.knightlab.com, "Make a Timeline", the template's columns).

Year, month and day are numbers of their own; what has no day or month leaves them out, decades and intervals have an end.
Years before 1 are negative, as TimelineJS reads them: 63 BCE is -63. An event without a known year is no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from pipeline import edtf
from pipeline.clusters import names_of
from pipeline.model import AnnotatedSentence, Event

COLUMNS = ("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline",
           "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background")  # fmt: skip
Cell = str | int
Parts = tuple[Cell, Cell, Cell, Cell]
_NOTHING: Parts = ("", "", "", "")


def rows(sentences: Sequence[AnnotatedSentence]) -> Iterator[list[Cell]]:
    """A row for each event of a document that has a year, in the order of :data:`COLUMNS`.

    Args:
        sentences: the document's.

    Returns:
        Cells; text is escaped, as TimelineJS takes it for HTML. The group is the event's type.

    Example:
        ``1957년 10월 소련은 위성을 쏘았다.`` gives ``1957, 10, "", …``.
    """
    for sentence in sentences:
        for event in sentence.events:
            if when := dates(event.date):
                yield [
                    *when,
                    escape(_headline(sentence, event)),
                    escape(sentence.text),
                    "",
                    "",
                    "",
                    "",
                    "",
                    event.type,
                    "",
                ]


def dates(written: str) -> tuple[Cell, ...] | None:
    """The nine cells of a date: begin, end and what is displayed; ``None`` where no year is known.

    Example:
        >>> dates("1957-10")
        (1957, 10, '', '', '', '', '', '', '')
        >>> dates("196X")
        (1960, '', '', '', 1969, '', '', '', '196X')
    """
    days = edtf.denoted(written)
    if isinstance(days, str):
        return None
    begin, slash, end = written.partition("/")
    if slash:
        known = [_parts(day, of) for day, of in ((days.first, begin), (days.last, end)) if day is not None]
        return (*known[0], *(known[1] if len(known) == 2 else _NOTHING), written) if known else None
    if days.first is None or days.last is None:
        return None
    return _single(written, days.first, days.last)


def _single(written: str, first: edtf.Day, last: edtf.Day) -> tuple[Cell, ...]:
    """A date that is no interval: only decades, centuries, seasons, quarters and halves have an end of their own."""
    begin = _parts(first, written)
    whole = first[:2] == last[:2] or (first[0] == last[0] and begin[1] == "")
    shown = "" if written.replace("-", "").isdigit() else written
    return (*begin, *(_NOTHING if whole else _parts(last, written)), shown)


def _parts(day: edtf.Day, written: str) -> Parts:
    """Year, month and day, as far as the date says them."""
    said = written.rstrip("~?%").lstrip("-").count("-") if "X" not in written else 0
    year = day[0] if day[0] > 0 else day[0] - 1
    return (year, day[1] if said >= 1 else "", day[2] if said >= 2 else "", "")


def _headline(sentence: AnnotatedSentence, event: Event) -> str:
    who = [*names_of(event, "agent", sentence.entities), *names_of(event, "theme", sentence.entities)]
    return " ".join([*who, event.trigger.text])
