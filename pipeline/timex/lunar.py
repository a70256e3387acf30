"""Lunar dates to solar ones, by the tables of the Korea Astronomy and Space Science Institute (years 1000–2050)."""

from __future__ import annotations

from functools import lru_cache

from pipeline.timex.point import Point

FIRST, LAST = 1000, 2050


@lru_cache(maxsize=4096)
def lunar(point: Point) -> tuple[Point, bool] | None:
    """The lunar date of a solar day, and whether its month is an intercalary one.

    Returns:
        ``None`` if the point is no day or the tables do not have it.

    Example:
        >>> lunar(Point(2024, 9, 17))
        (Point(year=2024, month=8, day=15, hour=None, minute=None, second=None), False)
    """
    from korean_lunar_calendar import KoreanLunarCalendar

    calendar = KoreanLunarCalendar()
    if point.date is None or not calendar.setSolarDate(point.year, point.month, point.day):
        return None
    return Point(calendar.lunarYear, calendar.lunarMonth, calendar.lunarDay), bool(calendar.isIntercalation)


@lru_cache(maxsize=4096)
def solar(year: int, month: int, day: int | None, leap: bool = False) -> Point | None:
    """The solar date of a lunar one; of a month without a day, the solar month that holds its 15th day.

    Args:
        year: of the lunar calendar.
        month: 1–12.
        day: 1–30, -1 for the last day of the month (그믐), ``None`` for the whole month.
        leap: whether the month is the intercalary one (윤달).

    Returns:
        The point, or ``None`` if the tables do not have the date.

    Example:
        >>> solar(2024, 8, 15)
        Point(year=2024, month=9, day=17, hour=None, minute=None, second=None)
    """
    from korean_lunar_calendar import KoreanLunarCalendar

    if not FIRST <= year <= LAST:
        return None
    calendar = KoreanLunarCalendar()
    for candidate in (30, 29) if day == -1 else (day or 15,):
        if calendar.setLunarDate(year, month, candidate, leap):
            point = Point(calendar.solarYear, calendar.solarMonth, calendar.solarDay)
            return point if day else point.cut("month")
    return None
