"""EDTF, the notation of event dates (ISO 8601-2:2019), read as first and last day.

Covered is what the guideline writes (§4): ``1957-10-04``, ``1957-10``, ``1957``, decades and centuries (``196X``,
``18XX``), the year before 1 as 0 (63 BCE is ``-0062``), intervals (``1957/1975``, open ``1975/..`` and ``../1975``),
the marks ``~``, ``?`` and ``%`` at the end of a date, and the codes for seasons, quarters and halves. Only the
standard library is used, so that scoring starts without spaCy.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

Day = tuple[int, int, int]
"""Year (astronomical: 0 is 1 BCE), month, day of the proleptic Gregorian calendar; tuples compare in time."""

# ISO 8601-2 §4.8: 21–24 seasons (here the meteorological ones of Korea), 33–36 quarters, 40–41 halves.
_DIVISIONS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DATE = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)|Y-?\d{5,9})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:T[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?[~?%]?"
)


class Days(NamedTuple):
    """A stretch of days, both ends within it; ``None`` is an open end."""

    first: Day | None
    last: Day | None


@lru_cache(maxsize=4096)
def days(edtf: str) -> Days | None:
    """The first and the last day that a date denotes.

    Args:
        edtf: a date or an interval as the guideline writes them.

    Returns:
        ``None`` where the year is unknown (``XXXX-04-12``) or the month between known parts is.

    Raises:
        ValueError: the text is no EDTF, names no day of the calendar or an interval that ends before it begins.

    Example:
        >>> days("196X")
        Days(first=(1960, 1, 1), last=(1969, 12, 31))
        >>> days("1975-02/..")
        Days(first=(1975, 2, 1), last=None)
        >>> days("-0062")
        Days(first=(-62, 1, 1), last=(-62, 12, 31))
    """
    if "/" not in edtf:
        return _date_days(edtf)
    left, right = edtf.split("/", 1)
    if left in ("", "..") and right in ("", ".."):
        raise ValueError(f"an interval without ends: {edtf}")
    open_end = Days(None, None)
    begin = open_end if left in ("", "..") else _date_days(left)
    end = open_end if right in ("", "..") else _date_days(right)
    if begin is None or end is None:
        return None
    if begin.first and end.last and begin.first > end.last:
        raise ValueError(f"an interval that ends before it begins: {edtf}")
    return Days(begin.first, end.last)


def same_days(one: str, other: str) -> bool:
    """Whether two dates have the same first and last day; dates that denote no known days must be spelt alike.

    Example:
        >>> same_days("1957~", "1957"), same_days("1957", "1957/.."), same_days("XXXX-04-12", "XXXX-04-12")
        (True, False, True)
    """
    return denoted(one) == denoted(other)


def denoted(edtf: str) -> Days | str:
    """The days of a date, or its own spelling where it denotes none: two dates mean the same if these are equal."""
    try:
        return days(edtf) or edtf
    except ValueError:
        return edtf


def iso(day: Day) -> str:
    """A day as ISO 8601 writes it.

    Example:
        >>> iso((1957, 10, 4)), iso((-62, 9, 23))
        ('1957-10-04', '-0062-09-23')
    """
    year, month, number = day
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{number:02d}"


def _date_days(edtf: str) -> Days | None:
    date = _DATE.fullmatch(edtf)
    if not date or date["year"] == "-0000":
        raise ValueError(f"not an EDTF date: {edtf}")
    month, day = date["month"] or "XX", date["day"] or "XX"
    if "X" not in month and "X" not in day:
        _check_day(2000 if "X" in date["year"] else int(date["year"].lstrip("Y")), int(month), int(day), edtf)
    elif "X" not in month:
        _check_month(int(month), date["day"], edtf)
    elif "X" not in day:
        return None
    if date["year"].endswith("XXXX"):
        return None
    return _filled(date["year"].lstrip("Y"), month, day)


def _check_day(year: int, month: int, day: int, edtf: str) -> None:
    if not 1 <= month <= 12 or not 1 <= day <= _month_length(year, month):
        raise ValueError(f"no day of the calendar: {edtf}")


def _check_month(month: int, day: str | None, edtf: str) -> None:
    if not 1 <= month <= 12 and (day is not None or month not in _DIVISIONS):
        raise ValueError(f"no month, season, quarter or half: {edtf}")


def _filled(year: str, month: str, day: str) -> Days:
    """The earliest and the latest day of a date whose ``X`` stand for any digit."""
    first_year, last_year = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    if "X" in month:
        return Days((first_year, 1, 1), (last_year, 12, 31))
    first_month, last_month = _DIVISIONS.get(int(month), (int(month), int(month)))
    if last_month > 12:
        last_year, last_month = last_year + 1, last_month - 12
    if "X" in day:
        return Days((first_year, first_month, 1), (last_year, last_month, _month_length(last_year, last_month)))
    return Days((first_year, first_month, int(day)), (last_year, last_month, int(day)))


def _month_length(year: int, month: int) -> int:
    return 29 if month == 2 and calendar.isleap(year) else _MONTH_LENGTHS[month - 1]
