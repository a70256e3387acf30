"""Events of full dates as a calendar (iCalendar, RFC 5545), for any calendar program.

Only what has a day is in it: ``1957-10-04`` and ``1962-08-11/1962-08-15``, from year 1 to 9999; a year or a decade is no
entry of a calendar. What is told twice is one entry. Each document is a calendar object of its own, and a file may hold
many (RFC 5545 3.4).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pipeline import edtf
from pipeline.clusters import clusters, names_of
from pipeline.model import AnnotatedSentence, Event
from pipeline.uid import uids

_DAY = r"(?!0000)\d{4}-\d\d-\d\d"
_FULL = re.compile(rf"({_DAY})(?:/({_DAY}))?")
_LONGEST_LINE = 75  # octets, without the line break (RFC 5545 3.1)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar(sentences: Sequence[AnnotatedSentence]) -> str:
    r"""The calendar of a document, empty where no event has a full date.

    Args:
        sentences: the document's, in the order of the text.

    Returns:
        A VCALENDAR with lines folded and ended as RFC 5545 wants it (``\r\n``). DTSTAMP, which the standard demands, is
        the first day of the event and not a clock's time, so that the same document gives the same bytes.

    Example:
        ``1957년 10월 4일 소련은 위성을 쏘았다.`` gives an entry ``DTSTART;VALUE=DATE:19571004``.
    """
    entries = [line for entry in _entries(sentences) for line in entry]
    if not entries:
        return ""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//yeonpyo//dated events//KO", "CALSCALE:GREGORIAN"]
    return "".join(folded(line) for line in [*head, *entries, "END:VCALENDAR"])


def _entries(sentences: Sequence[AnnotatedSentence]) -> Iterator[list[str]]:
    happening, told = clusters(sentences), set()
    for sentence, names in zip(sentences, uids(sentences), strict=True):
        for event, uid in zip(sentence.events, names, strict=True):
            days = _days(event.date)
            if days and happening[event] not in told:
                told.add(happening[event])
                yield _entry(sentence, event, uid, *days)


def _days(written: str) -> tuple[date, date] | None:
    """First and last day of a full date or of an interval of two."""
    found = _FULL.fullmatch(written)
    if not found or isinstance(edtf.denoted(written), str):
        return None
    return date.fromisoformat(found[1]), date.fromisoformat(found[2] or found[1])


def _entry(sentence: AnnotatedSentence, event: Event, uid: str, first: date, last: date) -> list[str]:
    who = [*names_of(event, "agent", sentence.entities), *names_of(event, "theme", sentence.entities)]
    where = names_of(event, "place", sentence.entities)
    of = hashlib.sha256((sentence.doc or "").encode()).hexdigest()[:8]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid}-{of}@yeonpyo",
        f"DTSTAMP:{_basic(first)}T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(first)}",
        f"SUMMARY:{escaped(' '.join([*who, event.trigger.text]))}",
        f"DESCRIPTION:{escaped(sentence.text)}",
        f"CATEGORIES:{event.type}",
        f"STATUS:{_status(event)}",
        "TRANSP:TRANSPARENT",  # history keeps nobody busy
        "END:VEVENT",
    ]
    if last < date.max:  # the end is the day after (RFC 5545 3.6.1)
        lines.insert(4, f"DTEND;VALUE=DATE:{_basic(last + timedelta(days=1))}")
    if where:
        lines.insert(-4, f"LOCATION:{escaped(', '.join(where))}")
    return lines


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _status(event: Event) -> str:
    if event.polarity == "NEG":
        return "CANCELLED"
    return "CONFIRMED" if event.modality == "ASSERTED" else "TENTATIVE"


def escaped(text: str) -> str:
    r"""A text value (RFC 5545 3.3.11): ``가, 나`` is ``가\, 나``; control characters, which it must not have, are blanks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
    return _CONTROLS.sub(" ", text)


def folded(line: str) -> str:
    """A content line with its line break, folded into pieces of 75 octets at most, no character cut (RFC 5545 3.1)."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode())
        if length + size > _LONGEST_LINE:
            pieces.append("")
            length = 1  # the blank that begins a folded line
        pieces[-1] += character
        length += size
    return "\r\n ".join(pieces) + "\r\n"
