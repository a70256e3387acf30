"""A place in the calendar known to some grain, and steps from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pipeline.timex.value import month_length

_SPANS = {"W": timedelta(weeks=1), "D": timedelta(days=1), "h": timedelta(hours=1), "m": timedelta(minutes=1),
          "s": timedelta(seconds=1)}  # fmt: skip
_FINENESS = {"W": 2, "D": 2, "h": 3, "m": 4, "s": 5}
_CYCLE = 400  # years after which the Gregorian calendar repeats itself
_GRAINS = ("year", "month", "day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Point:
    """A year (astronomical: 0 is 1 BCE), or a month, day, hour … in it."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None

    @classmethod
    def of(cls, moment: datetime | date) -> Point:
        """The point of a date or moment."""
        if isinstance(moment, datetime):
            return cls(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
        return cls(moment.year, moment.month, moment.day)

    @property
    def date(self) -> date | None:
        """The day, where it is known and Python's calendar has it."""
        if self.month is None or self.day is None or not 1 <= self.year <= 9999:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    @property
    def moment(self) -> datetime | None:
        """The moment, at the beginning of what is not known."""
        day = self.date
        return (
            None
            if day is None
            else datetime(day.year, day.month, day.day, self.hour or 0, self.minute or 0, self.second or 0)
        )

    def cut(self, grain: str) -> Point:
        """The same without what is finer than a grain."""
        kept = _GRAINS[: _GRAINS.index(grain) + 1]
        return Point(**{name: getattr(self, name) for name in kept})

    def value(self) -> str:
        """TIMEX3: ``1957-10-04T08``; years before Christ ``BC0063``."""
        text = f"{self.year:04d}" if self.year > 0 else f"BC{1 - self.year:04d}"
        for name, sign in (("month", "-"), ("day", "-"), ("hour", "T"), ("minute", ":"), ("second", ":")):
            part = getattr(self, name)
            if part is None:
                break
            text += f"{sign}{part:02d}"
        return text


def step(point: Point, amount: int, unit: str) -> Point | None:
    """Moves a point by whole units, keeping its grain; ``None`` where the point is too coarse for the unit.

    Example:
        >>> step(Point(1957, 10, 4), 4, "M"), step(Point(1961, 4, 12), 23, "D")
        (Point(year=1958, month=2, day=4, hour=None, minute=None, second=None), \
Point(year=1961, month=5, day=5, hour=None, minute=None, second=None))
    """
    if unit == "Y":
        return _fitted(point, point.year + amount, point.month)
    if unit == "M":
        if point.month is None:
            return None
        months = point.year * 12 + point.month - 1 + amount
        return _fitted(point, months // 12, months % 12 + 1)
    cycles = 1 - point.year // _CYCLE if point.year < 1 else 0  # Python's calendar begins with the year 1
    moment = replace(point, year=point.year + cycles * _CYCLE).moment
    if moment is None or (unit in "hms" and point.hour is None) or unit not in _SPANS:
        return None
    try:
        moved = Point.of(moment + amount * _SPANS[unit])
    except OverflowError:
        return None
    moved = replace(moved, year=moved.year - cycles * _CYCLE)
    told = max(i for i, name in enumerate(_GRAINS) if getattr(point, name) is not None)
    return moved.cut(_GRAINS[max(told, _FINENESS[unit])])


def _fitted(point: Point, year: int, month: int | None) -> Point:
    """The point in another year and month; the 31st of a shorter month is its last day."""
    day = point.day
    if day is not None and month is not None:
        day = min(day, month_length(year, month))
    return Point(year, month, day, point.hour, point.minute, point.second)
