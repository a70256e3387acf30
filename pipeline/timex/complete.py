"""Completes a date with what it leaves out: the year of ``12월``, the month of ``27일``, the week of ``금요일``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pipeline.timex.computed import month_and_day
from pipeline.timex.draft import When
from pipeline.timex.point import Point, step
from pipeline.timex.value import YEAR_PARTS, month_length
from pipeline.timex.write import Placed, clock, hour_of, in_week, written

_HALF_A_YEAR = 6  # a month told so much earlier than the last one is of the next year: 12월 … 2월
_MOST_OF_A_MONTH = 20  # a day told so much earlier than the last one is of the next month: 30일 … 3일


@dataclass(frozen=True, slots=True)
class Base:
    """What a date is completed from.

    Attributes:
        point: a date that the text has established, or the document's own.
        told: it stands in the text, so that the years and months that follow are its own; else they are the nearest.
        exact: it is the moment of an utterance, and what is spoken of lies ahead.
        partner: the time to the left in a range or list, if that is the base.
        past: the sentence tells of the past.
        earlier: the base stands in a sentence before.
        ahead: what is spoken of is only meant to happen.
        done: the verb right behind the date tells the past.
    """

    point: Point
    told: bool
    exact: bool
    partner: When | None = None
    past: bool = False
    earlier: bool = False
    ahead: bool = False
    done: bool = False


def complete(when: When, base: Base, is_lunar: bool) -> Placed:
    """The value of a date without a year, in the year, month, week or day of its base."""
    if when.computed:
        in_its_year = month_and_day(when.computed, base.point.year)
        year = _year_of_month(replace(when, month=in_its_year[0], day=in_its_year[1]), base)
        return written(when, year, None, None)
    if when.month is not None:
        year = _year_of_month(when, base)
        return written(when, year, when.month, when.day, is_lunar)
    if when.part:
        return written(when, _year_of_part(when, base), None, None)
    if when.day is not None:
        year, month = _month_of_day(when, base)
        return written(when, year, month, when.day, is_lunar)
    if when.nth == 1 and base.told and base.point.day is not None:
        return written(replace(when, nth=None, day=base.point.day), base.point.year, base.point.month, base.point.day)
    if when.week is not None or when.nth is not None:
        return written(when, base.point.year, base.point.month, None)
    if when.weekday:
        return _weekday(when, base)
    return _time_of_day(when, base)


def _year_of_month(when: When, base: Base) -> int:
    month, day, point = when.month or 1, when.day, base.point
    told, here = (month, day or 0), (point.month or 1, (point.day or 0) if day else 0)
    if when.direction is not None and (point.month is not None or when.direction > 0):
        return point.year - (told >= here) if when.direction < 0 else point.year + (told <= here and when.direction > 0)
    if base.ahead and base.partner is None and point.month is not None:
        return point.year + ((month, day or 31) < (point.month, point.day or 1))
    if base.told or point.day is None:
        wraps = (
            base.partner is not None
            and point.month is not None
            and month < point.month
            and base.partner.month is not None
        )
        goes_on = base.earlier and point.month is not None and point.month - month > _HALF_A_YEAR
        return point.year + (wraps or goes_on)
    year = (
        point.year + ((month, day or 31) < (point.month or 1, point.day))
        if base.exact
        else _nearest_year(month, day, base)
    )
    return _agreeing_year(year, month, when) if when.weekday else year


def _nearest_year(month: int, day: int | None, base: Base) -> int:
    """The year in which a month or day lies nearest to the base, none to come where the past is told."""
    point = base.point
    here = point.day or 1
    months = (month - (point.month or 1)) + ((day or here) - here) / 31
    return point.year + (1 if months < -6 and not base.past else -1 if months > 6 else 0)


def _agreeing_year(year: int, month: int, when: When) -> int:
    """The year next to a suggested one in which the day falls on the weekday that is said."""
    for candidate in (year, year - 1, year + 1):
        day = Point(candidate, month, when.day).date
        if day and str(day.isoweekday()) == when.weekday:
            return candidate
    return year


def _year_of_part(when: When, base: Base) -> int:
    """The year of a season, half or quarter: 지난 여름, 오는 겨울."""
    first = YEAR_PARTS[when.part or "Q1"][0]
    year, month = base.point.year, base.point.month
    if when.direction is None and month is not None and base.past and not (base.told or base.exact or base.ahead):
        return year - (first > month)  # 4분기 매출이 늘었다, told in February
    if month is None or when.direction in (None, 0):
        return year
    return year - (first >= month) if (when.direction or 0) < 0 else year + (first <= month)


def _month_of_day(when: When, base: Base) -> tuple[int, int | None]:
    """The month of a bare day: of a told date the same, of the document's the nearest, of an utterance the next."""
    point, day = base.point, when.day or 1
    if point.month is None:
        return point.year, None
    here = point.day
    if base.told and base.earlier and when.direction is None and here is not None and here - day > _MOST_OF_A_MONTH:
        move = 1  # not 지난 5일, which is what led to what was told of the 30th
    elif when.direction is not None and here is not None:
        move = -1 if when.direction < 0 and day > here else 1 if when.direction > 0 and day < here else 0
    elif base.told or here is None:
        move = 1 if base.partner and here and day < here and base.partner.day is not None else 0
    elif when.weekday:
        return _agreeing_month(point, when)
    elif base.exact:
        move = 1 if day < here else 0
    elif base.done and not base.ahead and day - here > _DATELINE:
        move = -1  # on the 10th: 24일 끝난 경기에서 졌다
    else:
        move = 0 if abs(day - here) <= 15 or (base.past and day < here) else -1 if day > here else 1
    ahead = base.told or base.exact or (when.direction or 0) > 0
    return _month_with(day, point, move, 1 if ahead else -1)


_DATELINE = 2  # days by which a text may be dated too early


def _month_with(day: int, point: Point, move: int, onward: int) -> tuple[int, int]:
    """The month so many from the point's, or the next one on that has so many days: ``31일`` told in April."""
    year, month = _moved(point, move)
    while 1 <= day <= 31 and day > month_length(year, month):
        move += onward
        year, month = _moved(point, move)
    return year, month


def _moved(point: Point, months: int) -> tuple[int, int]:
    index = point.year * 12 + (point.month or 1) - 1 + months
    return index // 12, index % 12 + 1


def _agreeing_month(point: Point, when: When) -> tuple[int, int]:
    """The nearest month, coming ones first, in which the day falls on the weekday that is said."""
    for move in (0, 1, -1, 2, -2, 3, -3):
        year, month = _moved(point, move)
        day = Point(year, month, when.day).date
        if day and str(day.isoweekday()) == when.weekday:
            return year, month
    return _moved(point, 0)


def _weekday(when: When, base: Base) -> Placed:
    day = base.point.date
    if day is None:
        return Placed(f"XXXX-WXX-{when.weekday}" + clock(when))
    year, week, _ = _day_of_weekday(when, base, day).isocalendar()
    return in_week(year, week, when, None)


def _day_of_weekday(when: When, base: Base, day: date) -> date:
    """The day that a weekday means: 지난 the last, 이번 of this week, 다음 of the next, 오는 the coming one."""
    assert when.weekday is not None
    number = int(when.weekday) if when.weekday.isdigit() else 6
    today = day.isoweekday()
    if when.direction == -1:
        return (
            day - timedelta((today - number) % 7 or 7)
            if when.weekday.isdigit()
            else day + timedelta(number - today - 7)
        )
    if when.direction == 1:
        return day + timedelta(7 - today + number)
    if when.direction == 0 or when.weekday in ("WE", "WD"):
        return day + timedelta(number - today)
    ahead = (number - today) % 7
    if when.direction == 2 or base.exact:
        return day + timedelta(ahead or 7)
    return day + timedelta(ahead if base.partner or ahead <= 3 else ahead - 7)


def _time_of_day(when: When, base: Base) -> Placed:
    day = base.point.cut("day")
    if day.month is None or day.day is None:
        return Placed("XXXX-XX-XX" + clock(when))
    if base.partner is not None and when.hour is not None:
        return _end_of_range(when, base)
    if base.exact and not base.told and base.point.hour is not None and when.hour is not None:
        return _next(when, base.point)
    at = day if when.hour is None else replace(day, hour=min(hour_of(when), 23), minute=when.minute)
    return Placed(day.value() + clock(when), at)


def hours(when: When) -> Iterator[int]:
    """The hours of 24 that an hour may mean: both halves of the day where no part of it is said."""
    hour = hour_of(when)
    yield hour
    if when.daypart is None and 0 < hour <= 12:
        yield (hour + 12) % 24


def _end_of_range(when: When, base: Base) -> Placed:
    """The end of a range of hours, the first after its beginning: ``오후 5시부터 6시``, ``11:30-1:30``, ``밤 10시부터 오전 3시``."""
    start = base.point
    begin = ((start.hour or 0), (start.minute or 0))
    later = [h for h in hours(when) if (h, when.minute or 0) > begin]
    hour = min(later) if later else next(hours(when))
    shown = replace(when, daypart=None, hour=hour)
    day = start.cut("day")
    if not later and start.hour is not None:
        day = step(day, 1, "D") or day
    return Placed(day.value() + clock(shown), replace(day, hour=min(hour, 23), minute=when.minute))


def _next(when: When, now: Point) -> Placed:
    """The next moment at which the clock shows the hour."""
    moment = now.moment
    assert moment is not None
    today = datetime(moment.year, moment.month, moment.day)
    wait = [
        timedelta(days=d, hours=h, minutes=when.minute or 0, seconds=when.second or 0)
        for d in (0, 1)
        for h in hours(when)
    ]
    found = min(today + w for w in wait if today + w >= moment.replace(second=0, microsecond=0))
    at = Point.of(found).cut("second" if when.second is not None else "minute" if when.minute is not None else "hour")
    return Placed(at.value(), at)
