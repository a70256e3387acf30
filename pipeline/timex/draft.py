"""What the words of a time say before it is resolved: fields that are still to be joined and placed in context."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from operator import attrgetter

# From coarse to fine; two drafts join when the second begins where the first ends.
_RANKS = {"century": 0, "decade": 1, "year": 2, "short_year": 2, "cycle": 2, "part": 3, "month": 4, "week": 5, "nth": 6,
          "day": 6, "computed": 6, "weekday": 6, "daypart": 7, "hour": 8, "minute": 9, "second": 10}  # fmt: skip
UNIT_RANKS = {
    "C": 0,
    "E": 1,
    "Y": 2,
    "H": 3,
    "Q": 3,
    "S": 3,
    "P": 3,
    "M": 4,
    "W": 5,
    "D": 6,
    "h": 8,
    "m": 9,
    "s": 10,
    "A": 10,
}
FINER = {"C": ("Y", 100), "Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("h", 24), "h": ("m", 60), "m": ("s", 60)}
_BEFORE_ALL = -1
_RANKED = attrgetter(*_RANKS)

Shift = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class When:
    """A date or time of day as the words give it; what they leave out is ``None``.

    Attributes:
        century, decade: the years' first two or three digits; negative before Christ.
        year: negative before Christ (-63 is 63 BCE).
        short_year: the last two digits of a year whose century is left out (``'57년``).
        cycle: number of the year in the sexagenary cycle: 갑자 0 … 계해 59.
        part: ``Q1``…``Q4``, ``H1``, ``H2``, ``SP``, ``SU``, ``FA``, ``WI``.
        week: number of the week in its month (in its year without one); -1 the last.
        nth: which of the days (with ``weekday``: of those weekdays) of the period; -1 the last.
        computed: a day whose place in the year is computed, as (kind, number, usual month): the sun's longitude at a
            solar term, days after Easter.
        weekday: ``1`` Monday … ``7`` Sunday, ``WE`` weekend, ``WD`` working days.
        daypart: MO MI AF EV NI DW.
        zone: minutes east of Greenwich, when written.
        lunar, leap: the month and day are of the lunar calendar; the month is an intercalary one (윤달).
        reign: the year is of a reign or era whose days are of the lunar calendar: 인조 2년 1월 17일.
        shift: steps from the base, as (amount, unit); units Y, H half, Q quarter, S season, P the period told before, M, W, D,
            h, m, s.
        base: what the steps are counted from: ``speech`` (오늘, 올해) or ``story`` (이듬해, 그날).
        direction: 지난 -1, 이번 0, 다음 1, 오는 2 said of a month, day or weekday that follows.
        ref: PAST_REF, PRESENT_REF, FUTURE_REF.
        recurring: the day itself recurs (매년 4월 12일) and takes no year.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    short_year: int | None = None
    cycle: int | None = None
    part: str | None = None
    month: int | None = None
    week: int | None = None
    nth: int | None = None
    day: int | None = None
    computed: tuple[str, int, int] | None = None
    weekday: str | None = None
    daypart: str | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    zone: int | None = None
    lunar: bool = False
    reign: bool = False
    leap: bool = False
    shift: Shift = ()
    base: str | None = None
    direction: int | None = None
    ref: str | None = None
    mod: str | None = None
    optional: bool = False
    recurring: bool = False
    deadline: bool = False

    @property
    def ranks(self) -> list[int]:
        """Ranks of the fields that are said, coarse first."""
        said = [rank for rank, value in zip(_RANKS.values(), _RANKED(self), strict=True) if value is not None]
        said += [UNIT_RANKS[unit] for _, unit in self.shift]
        if self.direction is not None and not said:
            said = [_BEFORE_ALL]
        return sorted(said)

    def join(self, finer: When) -> When | None:
        """Both as one, if the other one goes on where this one ends: ``그해`` + ``12월``; else ``None``."""
        mine, others = self.ranks, finer.ranks
        if not mine or not others or self.ref or finer.ref or (finer.shift and self.shift):
            return None
        same_day = mine[-1] == others[0] == _RANKS["day"] and (self.day or self.shift) and finer.weekday is not None
        if others[0] <= mine[-1] and not same_day:
            return None
        if self.mod in ("START", "MID", "END") or (finer.direction is not None):
            return None
        if others == [_RANKS["daypart"]] and mine[-1] <= _RANKS["month"]:
            return None  # 1990년 저녁 미사
        values = zip(_ALL, _VALUES(finer), strict=True)
        return replace(self, **{n: v for n, v in values if v is not None and v is not False and v != ()})


_ALL = tuple(f.name for f in fields(When))
_VALUES = attrgetter(*_ALL)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: amounts by unit, coarse first; ``None`` is an unknown amount (몇 년); ``until``: 10년 이내."""

    parts: tuple[tuple[float | None, str], ...]
    mod: str | None = None
    optional: bool = False
    until: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """A repetition: every so long (매년), or at each of some time (월요일마다)."""

    every: Length | None = None
    at: When | None = None
    optional: bool = False


Draft = When | Length | Repeat
