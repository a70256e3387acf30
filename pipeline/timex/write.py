"""Writes drafts whose place is known (or partly known) as TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.model import Anchor
from pipeline.timex import lunar
from pipeline.timex.computed import month_and_day
from pipeline.timex.draft import FINER, Length, Repeat, When
from pipeline.timex.point import Point
from pipeline.timex.value import month_length

_BLANKS = {"Y": "XXXX", "E": "XXX", "C": "XX", "H": "XXXX-HX", "Q": "XXXX-QX", "S": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX",
           "D": "XXXX-XX-XX",
           "h": "XXXX-XX-XXTXX", "m": "XXXX-XX-XXTXX:XX", "s": "XXXX-XX-XXTXX:XX:XX", "A": "PAST_REF"}  # fmt: skip
_THURSDAY = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A value with the point it names, if it names one, and what it was resolved against."""

    value: str
    point: Point | None = None
    literal: str | None = None
    anchor: Anchor | None = None


def hour_of(when: When) -> int:
    """The hour of 24 that an hour with its part of the day means: ``오후 3시`` 15, ``낮 11시`` 11, ``밤 12시`` 24."""
    hour = when.hour or 0
    if when.daypart in ("AF", "EV") and hour < 12:
        return hour + 12
    if when.daypart == "ND":
        return hour + 12 if hour < 8 else hour
    if when.daypart in ("NI", "EV") and hour == 12:
        return 24
    if when.daypart == "NI" and 5 <= hour < 12:
        return hour + 12
    return 0 if when.daypart in ("MO", "DW") and hour == 12 else hour


def clock(when: When) -> str:
    """The time of day of a value: ``T20:17``, ``TMO``; nothing if none is said."""
    if when.hour is None:
        return f"T{'AF' if when.daypart == 'ND' else when.daypart}" if when.daypart else ""
    text = f"T{hour_of(when):02d}"
    if when.minute is not None:
        text += f":{when.minute:02d}"
    return text + (f":{when.second:02d}" if when.second is not None else "")


def _at(point: Point, when: When) -> Point:
    return point if when.hour is None else replace(point, hour=min(hour_of(when), 23), minute=when.minute)


def astronomical(year: int | None) -> int | None:
    """A year with a year 0 (1 BCE) of one without: -63 → -62."""
    return None if year is None else year if year > 0 else year + 1


def coarse(when: When) -> str:
    """A decade or century: ``196``, ``18``, ``BC02``."""
    number, width = (when.century, 2) if when.century is not None else (when.decade or 0, 3)
    assert number is not None
    if number >= 0:
        return f"{number:0{width}d}"
    return f"BC{-number - (1 if width == 2 else 0):0{width}d}"


def blank(unit: str) -> str:
    """The underspecified value of a unit: M → ``XXXX-XX``."""
    return _BLANKS[unit]


def unplaced(when: When, unit: str) -> str:
    """The value of a relative time without a base: ``그해 12월`` → ``XXXX-12``."""
    if when.month is not None:
        return written(when, None, when.month, when.day).value
    if when.part:
        return f"XXXX-{when.part}"
    if when.weekday:
        return f"XXXX-WXX-{when.weekday}" + clock(when)
    if when.day and when.day > 0:
        return f"XXXX-XX-{when.day:02d}" + clock(when)
    if when.hour is not None or when.daypart:
        return "XXXX-XX-XX" + clock(when)
    return _BLANKS[unit]


def written(when: When, year: int | None, month: int | None, day: int | None, is_lunar: bool = False) -> Placed:
    """The value of a date whose fields are known or stay blank.

    Args:
        when: what the words say besides: part of the year, weekday, time of day, order in the month.
        year: astronomical.
        month: 1–12.
        day: 1–31, -1 for the last of the month.
        is_lunar: whether month and day are of the lunar calendar.
    """
    if is_lunar and month is not None:
        return _lunar(when, year, month, day)
    if when.computed:
        month, day = month_and_day(when.computed, year) if year and 1 <= year <= 9999 else (when.computed[-1], None)
    known = "XXXX" if year is None else Point(year).value()
    if when.part:
        return Placed(f"{known}-{when.part}", None if year is None else Point(year))
    if when.week is not None or when.nth is not None:
        return _ordered(when, year, month)
    if month is None:
        return _without_month(when, year, known, day)
    if day is not None and day < 0:
        day = month_length(2000 if year is None else year, month)
    if year is None:
        return Placed(f"XXXX-{month:02d}" + (f"-{day:02d}" + clock(when) if day else ""))
    point = Point(year, month, day)
    return Placed(point.value() + (clock(when) if day else ""), _at(point, when) if day else point)


def _without_month(when: When, year: int | None, known: str, day: int | None) -> Placed:
    if day is not None:
        return Placed(f"{known}-XX-{day:02d}" + clock(when) if day > 0 else f"{known}-XX-XX")
    if when.weekday:
        return Placed(f"{known}-WXX-{when.weekday}" + clock(when))
    if when.hour is not None or when.daypart:
        return Placed(f"{known}-XX-XX" + clock(when))
    return Placed(known, None if year is None else Point(year))


def _lunar(when: When, year: int | None, month: int, day: int | None) -> Placed:
    last = 30 if day == -1 else day
    literal = f"{'XXXX' if year is None else Point(year).value()}-{month:02d}" + (f"-{last:02d}" if last else "")
    point = lunar.solar(year, month, day, when.leap) if year is not None else None
    if point is None:
        return Placed(literal, None, literal)
    return Placed(point.value() + (clock(when) if day else ""), point, literal)


def _ordered(when: When, year: int | None, month: int | None) -> Placed:
    """The n-th week, weekday or day of a month or year; a week is of the month that holds its Thursday (ISO 8601)."""
    if year is None or not 1 <= year <= 9998:
        return Placed(f"XXXX-{month:02d}" if month else "XXXX-WXX" if when.week is not None else "XXXX-XX-XX")
    first = date(year, month or 1, 1)
    last = date(year, month or 12, month_length(year, month or 12))
    if when.week is not None:
        iso = _nth_weekday(first, last, _THURSDAY, when.week).isocalendar()
        return in_week(iso[0], iso[1], when, None)
    order = when.nth or 1
    days = first + timedelta(order - 1) if order > 0 else last
    day = _nth_weekday(first, last, int(when.weekday), order) if when.weekday else days
    point = Point.of(day)
    return Placed(point.value() + clock(when), point)


def _nth_weekday(first: date, last: date, weekday: int, order: int) -> date:
    if order > 0:
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (order - 1))
    return last - timedelta((last.isoweekday() - weekday) % 7)


def in_week(year: int, week: int, when: When, anchor: Anchor | None) -> Placed:
    """An ISO week, or the weekday in it that is said."""
    value = f"{year:04d}-W{week:02d}"
    if not when.weekday:
        return Placed(value, anchor=anchor)
    if not when.weekday.isdigit():
        return Placed(f"{value}-{when.weekday}", anchor=anchor)
    point = Point.of(date.fromisocalendar(year, week, int(when.weekday)))
    if when.hour is not None or when.daypart:
        return Placed(point.value() + clock(when), _at(point, when), anchor=anchor)
    return Placed(f"{value}-{when.weekday}", point, anchor=anchor)


_UNITS = {"C": ("Y", 100), "Q": ("M", 3), "Y": ("Y", 1), "M": ("M", 1), "W": ("W", 1), "D": ("D", 1), "h": ("H", 1), "m": ("M", 1),
          "s": ("S", 1),
          "H": ("M", 6)}  # fmt: skip


def duration(length: Length) -> str:
    """TIMEX3 of a length; halves are written in the next unit.

    Example:
        >>> duration(Length(((3.5, "Y"),))), duration(Length(((None, "m"),))), duration(Length(((1.5, "h"),)))
        ('P3Y6M', 'PTXM', 'PT1H30M')
    """
    parts: list[tuple[float | None, str]] = []
    for amount, unit in length.parts:
        whole = None if amount is None else float(int(amount))
        rest = 0.0 if amount is None or whole is None else round(amount - whole, 6)
        finer, size = FINER.get(unit, ("", 0))
        if rest and finer and (rest * size).is_integer():
            parts += [(whole, unit)] if whole else []
            parts.append((rest * size, finer))
        else:
            parts.append((amount, unit))
    days = "".join(_amount(a, u) for a, u in parts if u not in "hms")
    hours = "".join(_amount(a, u) for a, u in parts if u in "hms")
    return "P" + days + ("T" + hours if hours else "")


def _amount(amount: float | None, unit: str) -> str:
    name, size = _UNITS[unit]
    return f"X{name}" if amount is None else f"{amount * size:.10g}{name}"


def repetition(repeat: Repeat) -> str:
    """TIMEX3 of a repetition: ``P1Y``; at a told time ``XXXX-WXX-1``, ``XXXX-04-12``, ``XXXX-XX-XXT09``."""
    at = repeat.at
    if at is None:
        return duration(repeat.every) if repeat.every else "PXD"
    if at.hour is not None and at.minute is None:
        at = replace(at, minute=0)
    return written(at, None, at.month, at.day).value
