"""Days whose place in the year is computed: the 24 solar terms (절기) and those that hang on Easter.

Source of the formula: J. Meeus, *Astronomical Algorithms* (2nd ed. 1998), chapter 25, low accuracy: 0.01° of
longitude, a quarter of an hour.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from math import radians, sin

from dateutil.easter import easter

_J2000 = date(2000, 1, 1)
_KOREAN_NOON = 9 / 24  # noon in Greenwich is nine hours later in Korea
_DEGREES_A_DAY = 360 / 365.2422


def _longitude(days: float) -> float:
    """The sun's apparent longitude in degrees, so many days after noon of 1 January 2000 in Greenwich."""
    century = days / 36525
    mean = 280.46646 + 36000.76983 * century
    anomaly = radians(357.52911 + 35999.05029 * century)
    centre = (1.914602 - 0.004817 * century) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * century)
    return mean + centre - 0.00569 - 0.00478 * sin(node)


def month_and_day(computed: tuple[str, int, int], year: int) -> tuple[int, int]:
    """Month and day of a computed day in a year.

    Args:
        computed: (``"sun"``, degrees of longitude, usual month) or (``"easter"``, days after it, usual month).
        year: 1–9999, Gregorian.

    Example:
        >>> month_and_day(("sun", 315, 2), 2026), month_and_day(("easter", 0, 4), 2024)  # 입춘, 부활절
        ((2, 4), (3, 31))
    """
    kind, number, month = computed
    day = day_of_longitude(year, month, number) if kind == "sun" else easter(year) + timedelta(days=number)
    return day.month, day.day


@lru_cache(maxsize=1024)
def day_of_longitude(year: int, month: int, longitude: int) -> date:
    """The day in Korean Standard Time on which the sun reaches a longitude.

    Args:
        year: 1–9999, Gregorian.
        month: the month in which it does so, 1–12.
        longitude: degrees, 0 at the spring equinox.

    Example:
        >>> day_of_longitude(2026, 12, 270)  # 동지
        datetime.date(2026, 12, 22)
    """
    days = float((date(year, month, 15) - _J2000).days)
    for _ in range(5):
        days -= ((_longitude(days) - longitude + 180) % 360 - 180) / _DEGREES_A_DAY
    return _J2000 + timedelta(days=int((days + 0.5 + _KOREAN_NOON) // 1))
