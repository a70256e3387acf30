"""What unit a tool's offsets count, told by the words it quotes beside them.

A character outside the Basic Multilingual Plane (an emoji, a rare hanja) is one code point and two UTF-16 units; tools
written in Java or JavaScript count it twice, at least in some of their versions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from pipeline.errors import GoldError


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span as a tool gives it: offsets in its own unit, and the words it says stand there (``None`` if none)."""

    start: int
    end: int
    words: str | None
    line: int | None = None


def code_points(text: str, spans: Sequence[Quoted], file: Path | str | None = None) -> list[tuple[int, int]]:
    """The spans in code points of the text.

    Args:
        text: what the offsets count.
        spans: all of one annotation, which counts in one unit: code points where the words quoted agree with that,
            else UTF-16 units where they agree with those.
        file: for the message.

    Raises:
        GoldError: with the file and the span's line; a span outside the text, or words that do not stand there in
            either unit.

    Example:
        >>> code_points("🚀 발사", [Quoted(3, 5, "발사")]), code_points("🚀 발사", [Quoted(2, 4, "발사")])
        ([(2, 4)], [(2, 4)])
    """
    as_points: list[tuple[int, int] | None] = [(span.start, span.end) for span in spans]
    if (misfit := _misfit(text, spans, as_points)) is None:
        return [place for place in as_points if place is not None]
    at = {unit: point for point, unit in enumerate(_utf16_starts(text))}
    as_units = [_place(at, span) for span in spans]
    if _misfit(text, spans, as_units) is None:
        return [place for place in as_units if place is not None]
    there = text[max(0, misfit.start) : max(0, misfit.end)]
    raise GoldError(f"not what stands at {misfit.start}–{misfit.end}", file=file, line=misfit.line,
                    expected=repr(there[:40]), got=repr((misfit.words or "")[:40]))  # fmt: skip


def _utf16_starts(text: str) -> Iterable[int]:
    return accumulate((2 if character > "\uffff" else 1 for character in text), initial=0)


def _place(at: dict[int, int], span: Quoted) -> tuple[int, int] | None:
    start, end = at.get(span.start), at.get(span.end)
    return None if start is None or end is None else (start, end)


def _misfit(text: str, spans: Sequence[Quoted], places: Sequence[tuple[int, int] | None]) -> Quoted | None:
    for span, place in zip(spans, places, strict=True):
        if place is None or not 0 <= place[0] < place[1] <= len(text):
            return span
        if span.words is not None and flat(text[slice(*place)]) != flat(span.words):
            return span
    return None


def flat(words: str) -> str:
    """Words as a quotation has them, where line breaks and tabs may have become blanks."""
    return words.translate(dict.fromkeys(map(ord, "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " "))
