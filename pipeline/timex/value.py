"""TIMEX3 and EDTF values: pure arithmetic on dates written as strings.

A TIMEX3 value (ISO 24617-1) is cut to its grain: ``1957-10-04``, ``1957-10``, ``1957``, ``196`` (the decade), ``19``
(the years 1900–1999), ``2012-Q1``, ``2012-H2``, ``1957-WI``, ``2024-W05-3``, ``1969-07-20T20:17``. Years before Christ
are written ``BC0063``. EDTF (ISO 8601-2:2019) counts a year 0, so the same year is ``-0062`` there.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.model import Timex

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
QUARTERS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}
HALVES = {"H1": (1, 6), "H2": (7, 12)}
YEAR_PARTS = SEASONS | QUARTERS | HALVES

_YEAR = re.compile(r"(BC)?(\d{2,4})")
_DAY = re.compile(r"(BC)?(\d{4})-(\d\d)(?:-(\d\d))?")
_PART = re.compile(r"(BC)?(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]|WE|WD))?")

Days = tuple[str, str]


def month_length(year: int, month: int) -> int:
    """Days of a month in the proleptic Gregorian calendar; year 0 is 1 BCE.

    Example:
        >>> month_length(1900, 2), month_length(2000, 2)
        (28, 29)
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def iso_day(year: int, month: int, day: int) -> str:
    """A day in ISO form; years before 1 are astronomical and signed: ``-0062-09-23``.

    Example:
        >>> iso_day(-62, 9, 23)
        '-0062-09-23'
    """
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """An astronomical year with four digits: 0 → ``0000`` (1 BCE), -62 → ``-0062``."""
    return f"{'-' if year < 0 else ''}{abs(year):04d}"


def begin_end(value: str) -> Days | None:
    """First and last day, as ISO dates, of a TIMEX3 value.

    Args:
        value: a TIMEX3 value.

    Returns:
        The two days, the same twice for a single day or a time of it; ``None`` for what names no stretch of the
        calendar: durations, sets, references, underspecified (``XXXX-04-12``) and impossible dates.

    Example:
        >>> begin_end("1957-10"), begin_end("196"), begin_end("BC0063-09-23")
        (('1957-10-01', '1957-10-31'), ('1960-01-01', '1969-12-31'), ('-0062-09-23', '-0062-09-23'))
    """
    day, clock, _ = value.partition("T")
    if clock and not _DAY.fullmatch(day) and not _WEEK.fullmatch(day):
        return None
    if match := _DAY.fullmatch(day):
        era, year, month, of_month = match.groups()
        return _days_of_month(_astronomical(era, year), int(month), int(of_month) if of_month else None)
    if match := _YEAR.fullmatch(day):
        return _days_of_years(match[1], match[2])
    if match := _PART.fullmatch(day):
        first, last = YEAR_PARTS[match[3]]
        return _days_of_months(_astronomical(match[1], match[2]), first, last)
    if match := _WEEK.fullmatch(day):
        return _days_of_week(int(match[1]), int(match[2]), match[3])
    return None


def _astronomical(era: str | None, year: str) -> int:
    return 1 - int(year) if era else int(year)


def _days_of_month(year: int, month: int, day: int | None) -> Days | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= month_length(year, month)):
        return None
    return iso_day(year, month, day or 1), iso_day(year, month, day or month_length(year, month))


def _days_of_months(year: int, first: int, last: int) -> Days:
    """From one month to another; months after December belong to the next year."""
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return iso_day(year, first, 1), iso_day(last_year, last_month, month_length(last_year, last_month))


def _days_of_years(era: str | None, digits: str) -> Days:
    """A year, a decade (3 digits) or a century (2 digits); before Christ ``BC02`` is the third century, 300–201."""
    width = 10 ** (4 - len(digits))
    first, last = int(digits) * width, int(digits) * width + width - 1
    if era:
        # The centuries of the years before Christ end in the round year (300–201), decades and years do not.
        shift = 1 if width == 100 else 0
        first, last = 1 - (last + shift), 1 - (first + shift)
    return iso_day(first, 1, 1), iso_day(last, 12, 31)


def _days_of_week(year: int, week: int, part: str | None) -> Days | None:
    first, last = {None: (1, 7), "WE": (6, 7), "WD": (1, 5)}.get(part) or (int(part or 1), int(part or 1))
    try:
        return date.fromisocalendar(year, week, first).isoformat(), date.fromisocalendar(year, week, last).isoformat()
    except ValueError:
        return None


def edtf(timex: Timex) -> str | None:
    """The EDTF date (ISO 8601-2) of an event that a time dates (guideline §4).

    START, MID and END leave the date as it is, APPROX gives ``1958~`` (but ``8시께`` is of a sure day); halves, quarters
    and seasons are written out in months and weeks in days; the time of day is left out.

    Returns:
        The date; ``None`` for durations, sets and references (PAST_REF).

    Example:
        >>> edtf(Timex(0, 6, "1920년대", "DATE", "192")), edtf(Timex(0, 5, "63년경", "DATE", "BC0063", "APPROX"))
        ('192X', '-0062~')
    """
    if timex.type not in ("DATE", "TIME"):
        return None
    base = _edtf(timex.value.partition("T")[0])
    if base is None or timex.mod != "APPROX" or timex.type == "TIME":
        return base
    return "/".join(side + "~" for side in base.split("/"))


def _edtf(value: str) -> str | None:
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?|X[\dX]{3}(-[\dX]{2}(-[\dX]{2})?)?|\d{4}-XX(-XX)?|\d{4}-\d\d-XX", value):
        return value
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
    if re.fullmatch(r"BC\d\d", value):
        return f"-{value[2:]}XX"
    if match := _DAY.fullmatch(value):
        return iso_year(_astronomical(match[1], match[2])) + value[6:]
    days = begin_end(value)
    if days is None:
        return None
    begin, end = days
    if re.fullmatch(r"BC\d{4}", value):
        return begin[:-6]
    if re.fullmatch(r"BC\d{3}", value):
        return f"{begin[:-6]}/{end[:-6]}"
    if _PART.fullmatch(value):
        return f"{begin[:-3]}/{end[:-3]}"
    return begin if begin == end else f"{begin}/{end}"
