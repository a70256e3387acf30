"""Gives found times their values, walking through the document with the time that it has established.

Words that count from the speaker (오늘, 올해, 지난달) are read against the document's own date, others (이듬해, 그날, 사흘
뒤) against the story: the last date told outside quotations, brackets and asides. What neither gives stays
underspecified (``XXXX-05``); today's date is never read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pipeline.model import Anchor, Timex
from pipeline.timex import lunar
from pipeline.timex.draft import UNIT_RANKS, Length, Repeat, When
from pipeline.timex.point import Point, step
from pipeline.timex.scan import Piece
from pipeline.timex.value import YEAR_PARTS, month_length

_RANGE = re.compile(r"\s*(?:\([월화수목금토일]\))?\s*(?:[~∼～–—-]|부터|에서|,|·|ㆍ|、|와|과|및|또는|이나|나|내지)\s*")
_FROM = re.compile(
    r"(?:에서|부터|로부터|으로부터|보다|의|기준으로|그로)\s{0,2}(?:약\s{0,2}|정확히\s{0,2}|꼭\s{0,2}|바로\s{0,2})?$"
)
_NEXT = re.compile(r"\s?(?:인|이던|였던|이었던|,)\s?,?\s?")
_ASIDE = re.compile(r"\s?(?:현재|에\s?이미|년생|이래|기준)")
_FINER = {"Y": "month", "M": "day", "W": "day", "D": "hour", "h": "minute", "m": "second", "s": "second"}
_GRAIN = {"Y": "year", "M": "month", "W": "day", "D": "day", "h": "hour", "m": "minute", "s": "second"}
_BLANKS = {"Y": "XXXX", "E": "XXX", "C": "XX", "H": "XXXX-HX", "Q": "XXXX-QX", "S": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX",
           "D": "XXXX-XX-XX", "A": "PAST_REF", "h": "XXXX-XX-XXTXX", "m": "XXXX-XX-XXTXX:XX", "s": "XXXX-XX-XXTXX:XX:XX"}  # fmt: skip
_RECENT_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A piece in its document: which sentence it stands in, and whether inside a quotation or bracket."""

    piece: Piece
    sentence: int
    inserted: bool
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A time whose place in the calendar is known, as an anchor for others."""

    point: Point
    anchor: Anchor
    sentence: int


class Resolver:
    """Walks through the times of one document in order.

    Args:
        text: the document.
        now: its own date; with a clock time it is an utterance at that moment, and offsets count from the moment.
        exact: whether ``now`` has a clock time.
    """

    def __init__(self, text: str, now: datetime | None, exact: bool) -> None:
        self.text, self.now, self.exact = text, now, exact
        self.story: Known | None = None
        self.left: tuple[Piece, Known | None, When] | None = None
        self.lunar = False

    def resolve(self, found: Sequence[Found]) -> list[Timex]:
        """The times of the document with their values."""
        result = []
        for number, mention in enumerate(found):
            following = found[number + 1] if number + 1 < len(found) else None
            result.append(self._timex(mention, following))
        return result

    def _timex(self, mention: Found, following: Found | None) -> Timex:
        piece = mention.piece
        draft = piece.draft
        if isinstance(draft, Length):
            return self._made(piece, "DURATION", duration(draft), mod=draft.mod, optional=draft.optional)
        if isinstance(draft, Repeat):
            return self._made(piece, "SET", repetition(draft), optional=draft.optional)
        return self._date(mention, draft, following)

    def _made(self, piece: Piece, kind: str, value: str, **more: object) -> Timex:
        text = self.text[piece.start : piece.end]
        return Timex(piece.start, piece.end, text, kind, value, rule="+".join(piece.rules), **more)  # type: ignore[arg-type]

    def _date(self, mention: Found, when: When, following: Found | None) -> Timex:
        piece = mention.piece
        partner = self._partner(mention)
        if when.lunar:
            self.lunar = True
        elif when.year is not None and when.month is None:
            self.lunar = False
        placed = self._explicit_neighbour(mention, when, following) or self._placed(mention, when, partner)
        kind = "TIME" if (when.hour is not None or when.daypart or _unit(when) in "hms") else "DATE"
        timex = self._made(piece, kind, placed.value, mod=when.mod, literal=placed.literal, anchor=placed.anchor,
                           optional=when.optional or self._is_equivalent(piece))  # fmt: skip
        self._establish(mention, when, placed)
        return timex

    def _partner(self, mention: Found) -> tuple[Known, When] | None:
        """The time to the left that this one goes on from in a range or list."""
        if self.left is None or self.left[1] is None:
            return None
        gap = self.text[self.left[0].end : mention.piece.start]
        return (self.left[1], self.left[2]) if len(gap) < 12 and _RANGE.fullmatch(gap) else None

    def _is_equivalent(self, piece: Piece) -> bool:
        """Whether a time stands in brackets right after another one, as the same date in another era."""
        left = self.left
        gap = self.text[left[0].end : piece.start].strip() if left else ""
        return gap == "(" and self.text[piece.end : piece.end + 1] == ")"

    def _establish(self, mention: Found, when: When, placed: Placed) -> None:
        piece = mention.piece
        known = placed.point and Known(placed.point, Anchor(placed.value, piece.start, piece.end), mention.sentence)
        self.left = (piece, known or None, when)
        if known is None or when.ref or mention.inserted and self.story is not None:
            return
        if _ASIDE.match(self.text, piece.end) or when.century is not None or when.decade is not None:
            return
        self.story = known

    def _explicit_neighbour(self, mention: Found, when: When, following: Found | None) -> Placed | None:
        """``23일 뒤인 1961년 5월 5일``: the offset takes the date that is told with it, if that is as fine."""
        if not when.shift or when.base == "speech" or following is None:
            return None
        gap = self.text[mention.piece.end : following.piece.start]
        date = following.piece.draft
        if not _NEXT.fullmatch(gap) or not gap.strip() or not isinstance(date, When) or date.year is None:
            return None
        if gap.strip() == "," or date.ranks[-1] < min(UNIT_RANKS[u] for _, u in when.shift):
            return None
        placed = self._placed(following, date, None)
        return replace(placed, anchor=Anchor(placed.value, following.piece.start, following.piece.end))

    def _placed(self, mention: Found, when: When, partner: tuple[Known, When] | None) -> Placed:
        """The value of a date or time of day in its context."""
        if when.ref:
            return self._reference(when)
        base = self._base(mention, when, partner)
        if when.base == "vague":
            return Placed(_BLANKS[_unit(when)])
        if when.shift:
            return self._shifted(when, base)
        if when.century is not None or when.decade is not None:
            return Placed(_coarse(when))
        return self._filled(when, base, partner)

    def _reference(self, when: When) -> Placed:
        if self.exact and self.now and when.ref == "PRESENT_REF":
            return Placed(Point.of(self.now).value())
        return Placed(when.ref or "")

    def _base(self, mention: Found, when: When, partner: tuple[Known, When] | None) -> Known | None:
        """What a time is counted or completed from."""
        document = (
            Known(Point.of(self.now if self.exact else self.now.date()), Anchor(self._today()), -9)
            if self.now
            else None
        )
        if when.base == "speech":
            return document or self.story
        if partner and not when.shift:
            return partner[0]
        start = mention.piece.start
        linked = (
            self.left
            and self.left[1]
            and _FROM.search(self.text[self.left[0].end : start])
            and start - self.left[0].end < 12
        )
        if when.shift and linked and self.left:
            return self.left[1]
        if when.shift and mention.clause:
            return None
        story = self.story
        if document is None:
            return story
        recent = story is not None and mention.sentence - story.sentence <= (
            _RECENT_SENTENCES if when.base == "story" else 0
        )
        return story if recent and (not when.shift or when.base == "story" or linked) else document

    def _today(self) -> str:
        assert self.now is not None
        return self.now.isoformat(timespec="minutes") if self.exact else self.now.date().isoformat()

    def _shifted(self, when: When, base: Known | None) -> Placed:
        unit = _unit(when)
        if base is None:
            return Placed(_unplaced(when, _BLANKS[unit]))
        point: Point | None = base.point
        if unit == "A":
            return Placed(base.anchor.value.partition("T")[0], base.point, anchor=base.anchor)
        if unit in "CEHQS":
            return self._period(when, base, unit)
        if unit == "W" and when.base != "offset":
            return self._week(when, base)
        for amount, each in when.shift:
            point = step(point, amount, each) if point else None
        if point is None:
            return Placed(_unplaced(when, _BLANKS[unit]), anchor=base.anchor)
        precise = self.exact and when.base == "offset" and base.anchor.start is None
        point = point.cut(_FINER[unit] if precise else _GRAIN[unit])
        if when.ranks[-1] <= UNIT_RANKS[unit]:
            return Placed(point.value(), point, anchor=base.anchor)
        placed = self._filled(replace(when, shift=(), base=None), Known(point.cut(_GRAIN[unit]), base.anchor, -9), None)
        return replace(placed, anchor=base.anchor)

    def _period(self, when: When, base: Known, unit: str) -> Placed:
        """A century, half, quarter or season from the base."""
        amount, year, month = when.shift[0][0], base.point.year, base.point.month
        if unit == "C":
            return Placed(f"{(year // 100 + amount):02d}", anchor=base.anchor)
        if unit == "E":
            return Placed(f"{(year // 10 + amount):03d}", anchor=base.anchor)
        size = 3 if unit == "Q" else 6
        if month is None:
            return Placed(_BLANKS[unit], anchor=base.anchor)
        index = year * (12 // size) + (month - 1) // size + amount
        return Placed(f"{index // (12 // size):04d}-{unit}{index % (12 // size) + 1}", anchor=base.anchor)

    def _week(self, when: When, base: Known) -> Placed:
        day = base.point.date
        if day is None:
            return Placed(_unplaced(when, "XXXX-WXX"), anchor=base.anchor)
        moved = day + timedelta(weeks=when.shift[0][0])
        return self._in_week(moved.isocalendar()[0], moved.isocalendar()[1], when, base.anchor)

    def _in_week(self, year: int, week: int, when: When, anchor: Anchor | None) -> Placed:
        value = f"{year:04d}-W{week:02d}"
        if not when.weekday:
            return Placed(value, anchor=anchor)
        point = None
        if when.weekday.isdigit():
            point = Point.of(datetime.fromisocalendar(year, week, int(when.weekday)).date())
            if when.hour is not None or when.daypart:
                return Placed(point.value() + _clock(when), point, anchor=anchor)
        return Placed(f"{value}-{when.weekday}", point, anchor=anchor)

    def _filled(self, when: When, base: Known | None, partner: tuple[Known, When] | None) -> Placed:
        """Completes a date with what it leaves out, from its base."""
        year = _astronomical(when.year)
        anchor = None
        if year is None and when.short_year is not None:
            year = _full_year(when.short_year, self.now.year if self.now else base.point.year if base else None)
        if year is None and not when.recurring and base is not None:
            anchor = base.anchor
            return replace(self._near(when, base, partner), anchor=anchor)
        return self._written(when, year, when.month, when.day)

    def _near(self, when: When, base: Known, partner: tuple[Known, When] | None) -> Placed:
        """A date without its year, in the year (or month, or week) that the base suggests."""
        point = base.point
        told = base.anchor.start is not None or base.sentence == -9 and base.anchor.start is None and self.now is None
        inherit = partner is not None or told or point.day is None
        if when.month is None and when.part is None and when.day is None and when.week is None and when.nth is None:
            if when.weekday:
                return self._weekday(when, base, inherit and partner is not None)
            return self._clock_only(when, point, partner)
        if when.month is None and (when.day is not None):
            return self._day_only(when, point, inherit)
        if when.month is None and (when.week is not None or when.nth is not None):
            return self._written(when, point.year, point.month, None)
        if when.part:
            return self._part_only(when, point, inherit)
        month, day = when.month or 1, when.day
        year = point.year
        if when.direction is not None:
            year = _directed(
                when.direction, year, (month, day or 0), (point.month or 1, (point.day or 0) if day else 0)
            )
        elif not inherit:
            year = self._nearest(year, month, day, point)
        elif partner and point.month and month < point.month:
            year += 1
        return self._written(when, year, when.month, when.day)

    def _nearest(self, year: int, month: int, day: int | None, point: Point) -> int:
        """The year in which a month or day lies nearest to the document's; for an utterance, the next one."""
        here = (point.month or 1, point.day or 1)
        if self.exact:
            return year + ((month, day or 31) < here)
        months = (month - here[0]) + ((day or here[1]) - here[1]) / 31
        return year + (1 if months < -6 else -1 if months > 6 else 0)

    def _part_only(self, when: When, point: Point, inherit: bool) -> Placed:
        first = YEAR_PARTS[when.part or "Q1"][0]
        year = point.year
        if when.direction in (-1, 2, 1) and point.month:
            year = _directed(when.direction, year, (first, 0), (point.month, 0))
        return self._written(when, year, None, None)

    def _day_only(self, when: When, point: Point, inherit: bool) -> Placed:
        if point.month is None or when.day is None:
            return self._written(when, point.year, None, None)
        year, month = point.year, point.month
        if when.direction in (-1, 1, 2) or (not inherit and point.day is not None):
            here = point.day or 1
            move = 0
            if when.direction is not None:
                move = (
                    -1
                    if when.direction == -1 and when.day > here
                    else 1
                    if when.direction > 0 and when.day < here
                    else 0
                )
            elif self.exact:
                move = 1 if when.day < here else 0
            elif abs(when.day - here) > 15:
                move = -1 if when.day > here else 1
            month += move
            year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        return self._written(when, year, month, when.day)

    def _weekday(self, when: When, base: Known, same: bool) -> Placed:
        day = base.point.date
        if day is None or (self.now is None and not same):
            return Placed(f"XXXX-WXX-{when.weekday}" + _clock(when))
        number = int(when.weekday) if (when.weekday or "").isdigit() else 6
        ahead = (number - day.isoweekday()) % 7
        if when.direction == -1:
            moved = day - timedelta((day.isoweekday() - number) % 7 or 7)
        elif when.direction == 0:
            moved = day + timedelta(number - day.isoweekday())
        elif when.direction == 1:
            moved = day + timedelta(7 - day.isoweekday() + number)
        elif self.exact or same or when.direction == 2:
            moved = day + timedelta(ahead or (7 if when.direction == 2 or self.exact else 0))
        else:
            moved = day + timedelta(ahead if ahead <= 3 else ahead - 7)
        year, week, _ = moved.isocalendar()
        return self._in_week(year, week, when, base.anchor)

    def _clock_only(self, when: When, point: Point, partner: tuple[Known, When] | None) -> Placed:
        if (
            partner
            and partner[1].daypart in ("AF", "EV")
            and when.daypart is None
            and when.hour is not None
            and when.hour < 12
        ):
            if partner[1].hour is None or when.hour > partner[1].hour or (when.hour + 12) > (point.hour or 0):
                when = replace(when, daypart="AF")
        day = point.cut("day")
        if day.day is None:
            return Placed("XXXX-XX-XX" + _clock(when))
        if self.exact and partner is None and point.hour is not None and when.hour is not None:
            return self._next_clock(when, point)
        return Placed(day.value() + _clock(when), _at(day, when))

    def _next_clock(self, when: When, point: Point) -> Placed:
        """The next time that the clock shows an hour; of 12 hours where no part of the day is said."""
        now = point.moment
        hour = _hour(when)
        assert now is not None
        for add in (0, 12, 24, 36):
            if add % 24 and (when.daypart or hour > 12 or hour == 0):
                continue
            moment = datetime(now.year, now.month, now.day) + timedelta(
                hours=hour + add, minutes=when.minute or 0, seconds=when.second or 0
            )
            if moment >= now:
                break
        at = Point.of(moment).cut(
            "second" if when.second is not None else "minute" if when.minute is not None else "hour"
        )
        return Placed(at.value(), at)

    def _written(self, when: When, year: int | None, month: int | None, day: int | None) -> Placed:
        """The value of a date whose fields are known or stay blank."""
        if when.lunar or (self.lunar and month is not None and day is not None and when.year is None):
            return self._lunar(when, year, month, day)
        blank = "XXXX" if year is None else Point(year).value()
        if when.part:
            return Placed(f"{blank}-{when.part}", None if year is None else Point(year, YEAR_PARTS[when.part][0]))
        if when.week is not None or when.nth is not None:
            return self._nth(when, year, month)
        if day is not None and day < 0 and month is not None:
            day = month_length(year or 2000, month)
        if month is None and day is not None:
            return Placed(f"{blank}-XX-{day:02d}" + _clock(when))
        if month is None and when.weekday:
            return Placed(f"{blank}-WXX-{when.weekday}" + _clock(when))
        if month is None and (when.hour is not None or when.daypart):
            return Placed(f"{blank}-XX-XX" + _clock(when))
        if year is None:
            text = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
            return Placed(text + (_clock(when) if day else ""))
        point = Point(year, month, day)
        if day is None:
            return Placed(point.value(), point)
        return Placed(point.value() + _clock(when), _at(point, when))

    def _lunar(self, when: When, year: int | None, month: int | None, day: int | None) -> Placed:
        if month is None:
            return Placed("XXXX" if year is None else Point(year).value(), None if year is None else Point(year))
        last = 30 if day == -1 else day
        literal = f"{'XXXX' if year is None else Point(year).value()}-{month:02d}" + (f"-{last:02d}" if last else "")
        point = lunar.solar(year, month, day, when.leap) if year is not None else None
        if point is None:
            return Placed(literal, None, literal)
        return Placed(point.value() + (_clock(when) if day else ""), point, literal)

    def _nth(self, when: When, year: int | None, month: int | None) -> Placed:
        """The n-th week, weekday or day of a month or year."""
        if year is None or not 1 <= year <= 9999:
            return Placed(f"XXXX-{month:02d}" if month else "XXXX")
        first = datetime(year, month or 1, 1).date()
        last = datetime(year, month or 12, month_length(year, month or 12)).date()
        if when.week is not None:
            thursday = 4
            order = when.week
            if order > 0:
                day = first + timedelta((thursday - first.isoweekday()) % 7 + 7 * (order - 1))
            else:
                day = last - timedelta((last.isoweekday() - thursday) % 7)
            iso = day.isocalendar()
            return self._in_week(iso[0], iso[1], when, None)
        order = when.nth or 1
        if when.weekday:
            number = int(when.weekday)
            ahead = timedelta((number - first.isoweekday()) % 7 + 7 * (order - 1))
            day = first + ahead if order > 0 else last - timedelta((last.isoweekday() - number) % 7)
        else:
            day = first + timedelta(order - 1) if order > 0 else last
        point = Point.of(day)
        return Placed(point.value() + _clock(when), point)


@dataclass(frozen=True, slots=True)
class Placed:
    """A value with the point it names, if it names one."""

    value: str
    point: Point | None = None
    literal: str | None = None
    anchor: Anchor | None = None


def _unit(when: When) -> str:
    return when.shift[-1][1] if when.shift else "-"


def _astronomical(year: int | None) -> int | None:
    return None if year is None else year if year > 0 else year + 1


def _coarse(when: When) -> str:
    number, width = (when.century, 2) if when.century is not None else (when.decade or 0, 3)
    assert number is not None
    if number >= 0:
        return f"{number:0{width}d}"
    return f"BC{-number - (1 if width == 2 else 0):0{width}d}"


def _full_year(short: int, near: int | None) -> int:
    """The year that ``'57년`` means: at most 20 years after the document's (or story's), else of the last century."""
    if near is not None:
        year = near // 100 * 100 + short
        return year if year <= near + 20 else year - 100
    return 1900 + short if short > 30 else 2000 + short


def _directed(direction: int, year: int, told: tuple[int, int], here: tuple[int, int]) -> int:
    """The year of a month (and day) that is 지난 or 오는."""
    if direction < 0:
        return year - (told >= here)
    if direction > 0:
        return year + (told <= here)
    return year


def _hour(when: When) -> int:
    hour = when.hour or 0
    if when.daypart in ("AF", "EV") and hour < 12:
        return hour if when.daypart == "AF" and hour == 11 and False else hour + 12
    if when.daypart == "NI":
        return 24 if hour == 12 else hour + 12 if 5 <= hour < 12 else hour
    if when.daypart in ("MO", "DW") and hour == 12:
        return 0
    return hour


def _clock(when: When) -> str:
    """The time of day of a value: ``T20:17``, ``TMO``."""
    if when.hour is None:
        return f"T{when.daypart}" if when.daypart else ""
    text = f"T{_hour(when):02d}"
    if when.minute is not None:
        text += f":{when.minute:02d}"
    return text + (f":{when.second:02d}" if when.second is not None else "")


def _at(point: Point, when: When) -> Point:
    return point if when.hour is None else replace(point, hour=min(_hour(when), 23), minute=when.minute)


def _unplaced(when: When, blank: str) -> str:
    """An underspecified value with what is said besides: ``그해 12월`` without an anchor → ``XXXX-12``."""
    if when.month is not None:
        return f"XXXX-{when.month:02d}" + (f"-{when.day:02d}" if when.day and when.day > 0 else "")
    if when.part:
        return f"XXXX-{when.part}"
    if when.weekday:
        return f"XXXX-WXX-{when.weekday}" + _clock(when)
    if when.day and when.day > 0:
        return f"XXXX-XX-{when.day:02d}" + _clock(when)
    return blank + _clock(when) if blank.count("-") == 2 else blank


_DURATION_UNITS = {"C": ("Y", 100), "Q": ("M", 3), "Y": ("Y", 1), "M": ("M", 1), "W": ("W", 1), "D": ("D", 1), "h": ("H", 1), "m": ("M", 1),
                   "s": ("S", 1), "H": ("M", 6)}  # fmt: skip


def duration(length: Length) -> str:
    """TIMEX3 of a length: ``P46Y``, ``P1M15D``, ``PT2H30M``, ``PTXM``; halves are written in the next unit."""
    finer = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7), "D": ("h", 24), "h": ("m", 60), "C": ("Y", 100)}
    parts: list[tuple[float | None, str]] = []
    for amount, unit in length.parts:
        if amount is not None and unit == "C":
            amount, unit = amount * 100, "Y"
        whole = amount if amount is None else float(int(amount))
        rest = 0.0 if amount is None or whole is None else amount - whole
        if whole is None or whole:
            parts.append((whole, unit))
        if rest and unit in finer:
            next_unit, size = finer[unit]
            parts.append((round(rest * size, 2), next_unit))
        elif rest:
            parts[-1:] = [(amount, unit)]
    days = "".join(_written(a, u) for a, u in parts if u not in "hms")
    clock = "".join(_written(a, u) for a, u in parts if u in "hms")
    return "P" + days + ("T" + clock if clock else "")


def _written(amount: float | None, unit: str) -> str:
    name, size = _DURATION_UNITS[unit]
    return f"X{name}" if amount is None else f"{amount * size:g}{name}"


def repetition(repeat: Repeat) -> str:
    """TIMEX3 of a repetition: ``P1Y``; at a told time ``XXXX-WXX-1``, ``XXXX-04-12``, ``XXXX-XX-XXT09``."""
    at = repeat.at
    if at is None:
        return duration(repeat.every) if repeat.every else "PXD"
    if at.weekday:
        return f"XXXX-WXX-{at.weekday}" + _clock(at)
    if at.part:
        return f"XXXX-{at.part}"
    if at.month or at.day:
        return (
            f"XXXX-{at.month or 'XX'}".replace(f"-{at.month}", f"-{at.month:02d}" if at.month else "-XX")
            + (f"-{at.day:02d}" if at.day else "")
            + _clock(at)
        )  # noqa: E501
    return "XXXX-XX-XX" + _clock(at)
