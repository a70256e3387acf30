"""What the two sides of a range or list lend each other: ``1957~1958년``, ``1914~18년``, ``기원전 58년부터 50년까지``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.timex.draft import Draft, Length, When
from pipeline.timex.scan import Piece

_DAYPART = 7
_LENDER = re.compile(r"(?<![\d.,:/-])(\d{1,4})\s{0,2}(?:[~∼～–—-]|[,·ㆍ、]|및|내지|부터|에서)\s{0,2}$")
_PARTICLES_OF_RANGES = ("부터", "에서")
_RANGE = re.compile(r"\s{0,2}([~∼～–—-]|부터|에서)\s{0,2}")
_OR = re.compile(r"\s{0,2}(혹은|또는|이나|내지|및|,)\s{0,2}")  # 기원전 641년 혹은 640년
_BEFORE_CHRIST = re.compile(r"(?:기원전|서기전|BC|B\.C\.)\s{0,2}$")
# They say themselves from when they count.
_ERAS = {"year_of_christ", "year_of_christ_bare", "century_of_christ", "era_year"}
_BARE = {"year_of_christ_bare", "year_of_reign"}
_YEARS = (1000, 2200)
_FIELDS = ("year", "month", "day", "hour", "minute")


def lend(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Adds the left side of ``1957~1958년`` and ``8, 9일``, which has its unit from the right side."""
    result: list[Piece] = []
    for piece in pieces:
        lent: list[Piece] = []
        start = piece.start
        floor = result[-1].end if result else 0
        while text[start : start + 1].isdigit() and (left := _lent(text, start, floor, piece)):
            lent.insert(0, left)
            start = left.start
        if weekday := _lent_weekday(text, start, floor, piece):
            lent.insert(0, weekday)
        if lent and _is_length(lent[0].draft) and "lent_unit" not in lent[0].rules:
            result.append(replace(piece, start=lent[0].start))
            continue
        result += [*lent, _of_its_century(text, piece, lent)]
    return _ends_of_ranges(text, _with_bare_ends(text, result))


_BARE_END = re.compile(r"\s?[-–—~∼]\s?(\d{1,4})(?=\s?[)）])")


def _with_bare_ends(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The end that a year without its unit has in brackets: ``(AD 226–640)``, ``(재위 241-272)``."""
    result: list[Piece] = []
    known = {piece.start for piece in pieces}
    for piece in pieces:
        result.append(piece)
        if not isinstance(piece.draft, When) or _BARE.isdisjoint(piece.rules):
            continue
        end = _BARE_END.match(text, piece.end)
        if end is not None and end.start(1) not in known and int(end[1]) > (piece.draft.year or 0):
            result.append(Piece(end.start(1), end.end(1), When(year=int(end[1])), (*piece.rules[:1], "lent_unit")))
    return result


def _ends_of_ranges(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The right sides of ranges, read as years where the left side is one: ``기원전 58년부터 50년까지``, ``1914~18년``."""
    result: list[Piece] = []
    for piece in pieces:
        left = result[-1] if result else None
        if left and isinstance(left.draft, When) and not _ERAS.intersection(piece.rules):
            sign = _RANGE.fullmatch(text, left.end, piece.start)
            if sign is None and (left.draft.year or 0) < 0:
                sign = _OR.fullmatch(text, left.end, piece.start)
            if sign is not None:
                piece = replace(piece, draft=_year_after(left.draft, piece.draft, sign[1]) or piece.draft)
        result.append(piece)
    return result


def lend_month(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """``3월 1일부터 5일까지`` with no year told: the day at the end of a range is of the month of its beginning."""
    left: Piece | None = None
    for piece in pieces:
        if left is not None and _RANGE.fullmatch(text, left.end, piece.start):
            piece = replace(piece, draft=_of_month(left.draft, piece.draft) or piece.draft)
        yield piece
        left = piece


def _of_month(left: Draft, right: Draft) -> When | None:
    if not isinstance(left, When) or not isinstance(right, When) or left.year is not None or left.shift:
        return None
    if left.month is None or left.day is None or left.direction is not None or right.ranks != [_DAY]:
        return None
    later = right.day is not None and right.day > left.day
    return replace(right, month=left.month, lunar=left.lunar) if later else None


_DAY = 6  # the rank of a day


def _year_after(left: When, right: Draft, sign: str) -> When | None:
    """What the end of a range is if its beginning is a year; ``None`` where it is read as it stands."""
    years = _whole_years(right)
    if left.year is not None and left.year < 0:
        number = years or (right.year if isinstance(right, When) else None) or 0
        return When(year=-number) if 0 < number < -left.year else None
    if left.year is not None and years and left.year >= _YEARS[0] and years < 100 and sign not in _PARTICLES_OF_RANGES:
        year = left.year // 100 * 100 + years
        return When(year=year if year > left.year else year + 100)
    if left.century is not None and left.century < 0 and isinstance(right, When) and right.century is not None:
        return replace(right, century=-(right.century + 1)) if 0 <= right.century < -left.century - 1 else None
    return None


def _whole_years(draft: Draft) -> int | None:
    """The number of a length in whole years, as ``18년`` is read before one knows that it is a year."""
    if not isinstance(draft, Length) or len(draft.parts) != 1 or draft.mod:
        return None
    amount, unit = draft.parts[0]
    return int(amount) if unit == "Y" and amount and amount.is_integer() else None


_WEEKDAY = re.compile(r"(?<![가-힣])([월화수목금토일])\s?[~∼·ㆍ,-]\s?$")


def _lent_weekday(text: str, start: int, floor: int, piece: Piece) -> Piece | None:
    """``월`` of ``월~금요일``."""
    match = _WEEKDAY.search(text, max(floor, start - 4), start)
    if match is None or not isinstance(piece.draft, When) or not piece.draft.weekday or piece.rules[0] != "weekday":
        return None
    draft = When(weekday=str("월화수목금토일".index(match[1]) + 1))
    return Piece(match.start(1), match.end(1), draft, (*piece.rules[:1], "lent_unit"))


def _lent(text: str, start: int, floor: int, piece: Piece) -> Piece | None:
    match = _LENDER.search(text, max(floor, start - 9), start)
    if not match or (isinstance(piece.draft, Length) and match[0].rstrip()[-1] in ",、"):
        return None
    value = int(match[1])
    draft = piece.draft
    if era := _BEFORE_CHRIST.search(text, max(floor, match.start(1) - 6), match.start(1)):
        return _lent_before_christ(era.start(), match.end(1), value, draft)
    if match[0].rstrip().endswith(_PARTICLES_OF_RANGES) and not (
        isinstance(draft, When) and draft.ranks[0] >= _DAYPART
    ):
        return None
    if _is_length(draft):
        return Piece(match.start(1), match.end(1), *_lent_length(value, piece))
    if not isinstance(draft, When) or draft.shift:
        return None
    if draft.decade is not None:
        number = _decade_beside(value, draft.decade)
        return (
            Piece(match.start(1), match.end(1), When(decade=number), (*piece.rules[:1], "lent_unit"))
            if number
            else None
        )
    field = next((f for f in _FIELDS if getattr(draft, f) is not None), None)
    if draft.century is not None and draft.century > 0 and 1 <= value <= draft.century:
        return Piece(match.start(1), match.end(1), When(century=value - 1), (*piece.rules[:1], "lent_unit"))
    limits = {"year": _YEARS, "month": (1, 12), "day": (1, 31), "hour": (0, 24), "minute": (0, 59)}
    if field is None or draft.lunar or not limits[field][0] <= value <= limits[field][1]:
        return None
    return Piece(match.start(1), match.end(1), _of_one_field(field, value), (*piece.rules[:1], "lent_unit"))


def _lent_length(value: int, piece: Piece) -> tuple[Draft, tuple[str, ...]]:
    """What a number before a length is: a year (``1957~1958년``), a length of the same unit (``7~8분``).

    Before an offset (``2~3년 뒤``) or a length of several parts it is no time of its own, and the span begins with it.
    """
    draft = piece.draft
    if _YEARS[0] <= value <= _YEARS[1] and _whole_years(draft):
        return When(year=value), ("year", "lent_unit")
    if isinstance(draft, Length) and len(draft.parts) == 1:
        return Length(((float(value), draft.parts[0][1]),), mod=draft.mod), (*piece.rules[:1], "lent_unit")
    return draft, piece.rules


def _lent_before_christ(start: int, end: int, value: int, draft: Draft) -> Piece | None:
    """``기원전 58`` of ``기원전 58~50년``, ``기원전 3`` of ``기원전 3~1세기``."""
    if isinstance(draft, When) and draft.century is not None:
        return Piece(start, end, When(century=-value), ("century_of_christ", "lent_unit"))
    is_year = isinstance(draft, When) and draft.year is not None
    if is_year or (isinstance(draft, Length) and draft.parts[0][1] == "Y"):
        return Piece(start, end, When(year=-value), ("year_of_christ", "lent_unit"))
    return None


def _decade_beside(value: int, decade: int) -> int | None:
    """The decade that a bare number before another one means: ``1950`` and ``50`` of ``…~60년대``."""
    if value % 10 or not (10 <= value < 100 or 1000 <= value <= 2090):
        return None
    return value // 10 if value >= 1000 else decade // 10 * 10 + value // 10


def _of_its_century(text: str, piece: Piece, lent: Sequence[Piece]) -> Piece:
    """``60년대`` of ``1850~60년대``: a decade of two figures is of the century told before it."""
    first = lent[0].draft if lent else None
    if (
        not isinstance(piece.draft, When)
        or not isinstance(first, When)
        or piece.draft.decade is None
        or first.decade is None
    ):
        return piece
    short = not text[piece.start : piece.start + 4].isdigit()
    return (
        replace(piece, draft=replace(piece.draft, decade=first.decade // 10 * 10 + piece.draft.decade % 10))
        if short
        else piece
    )


def _of_one_field(field: str, value: int) -> When:
    makers = {"year": lambda n: When(year=n), "month": lambda n: When(month=n), "day": lambda n: When(day=n),
              "hour": lambda n: When(hour=n), "minute": lambda n: When(minute=n)}  # fmt: skip
    return makers[field](value)


def _is_length(draft: Draft) -> bool:
    return isinstance(draft, Length) or (isinstance(draft, When) and draft.base == "offset")
