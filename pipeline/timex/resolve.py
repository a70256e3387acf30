"""Gives found times their values, walking through the document with the time that it has established.

Words that count from the speaker (오늘, 올해, 지난달) are read against the document's own date, others (이듬해, 그날, 사흘
뒤) against the story: the last date told outside quotations, brackets and asides. What neither gives stays
underspecified (``XXXX-05``); today's date is never read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from pipeline.model import Anchor, Timex
from pipeline.timex.anchors import Found, Known, Narrative
from pipeline.timex.complete import Base, complete
from pipeline.timex.draft import UNIT_RANKS, Length, Repeat, When
from pipeline.timex.duration import steps
from pipeline.timex.lunar import lunar
from pipeline.timex.point import Point, step
from pipeline.timex.scan import Piece
from pipeline.timex.utterance import half_from_end, spoken, under_way
from pipeline.timex.write import Placed, astronomical, blank, coarse, duration, in_week, repetition, unplaced, written

_SENTENCES_OF_PERIOD = 4
_STRETCH = re.compile(r"\d ?[일월]?(?:부터|[~∼]) ?(?:\d|이달)")
_PERIOD = re.compile(r"\d{4}-([QH]\d|\d\d)")
_OVER_YEAR = re.compile(r"(?:^|[^두세네러] |[^가-힣 ])해를 넘(?:겨|긴|기며|기면서|기고)[^.!?\n]{0,10}$")
_ERA_IN_BRACKET = re.compile(r"\s?[(（]((?:[가-힣]{2} )?)")
_AND = re.compile(r"\s?(?:과|와|,|·|ㆍ|및)\s?")
_FROM_HAPPENING = re.compile(r"(?<![그이때날해])로부터\s?(?:약\s|꼭\s|정확히\s)?$")
_LONGEST_FROM = 12  # characters
_NEXT = re.compile(r"\s?(?:인|이던|였던|이었던)\s?,?\s?")
_FINER_GRAIN = {"Y": "month", "M": "day", "W": "day", "D": "hour", "h": "minute", "m": "second", "s": "second"}
_GRAIN = {"Y": "year", "M": "month", "W": "day", "D": "day", "h": "hour", "m": "minute", "s": "second"}


class Resolver:
    """Walks through the times of one document in order.

    Args:
        text: the document.
        now: its own date; with a clock time it is an utterance at that moment, and offsets count from the moment.
        exact: whether ``now`` has a clock time.
    """

    def __init__(self, text: str, now: datetime | None, exact: bool) -> None:
        self.text, self.exact = text, exact
        self.zone = now.utcoffset() if now else None
        self.now = now.replace(tzinfo=None) if now else None
        self.narrative = Narrative(text, self.now, exact)

    def resolve(self, found: Sequence[Found]) -> list[Timex]:
        """The times of the document with their values."""
        told = list(found)
        for place, (before, mention) in enumerate(pairwise(found), 1):
            told[place] = self._repeated_with(before, mention)
        following = [*told[1:], None] if told else []
        return [self._timex(mention, after) for mention, after in zip(told, following, strict=True)]

    def _repeated_with(self, before: Found, mention: Found) -> Found:
        """``매년 봄과 가을에``: what a repetition goes on to comes again, too."""
        repeat, when = before.piece.draft, mention.piece.draft
        if not isinstance(repeat, Repeat) or repeat.at is None or not isinstance(when, When):
            return mention
        bare = when.year is None and not when.shift and when.direction is None
        if not bare or not _AND.fullmatch(self.text, before.piece.end, mention.piece.start):
            return mention
        return replace(mention, piece=replace(mention.piece, draft=replace(repeat, at=when)))

    def _timex(self, mention: Found, following: Found | None) -> Timex:
        piece, draft = mention.piece, mention.piece.draft
        if isinstance(draft, Repeat):
            return self._made(piece, "SET", Placed(repetition(draft)), optional=draft.optional)
        if isinstance(draft, When):
            return self._date(mention, draft, following)
        if (year := self._equivalent_year(piece, draft)) is not None:
            return year
        if draft.until and self.exact and self.now:
            return self._deadline(piece, draft)
        if day := self._nth_day(piece, draft, following):
            return self._made(piece, "DATE", day)
        return self._made(piece, "DURATION", Placed(duration(draft)), draft.mod, draft.optional)

    def _equivalent_year(self, piece: Piece, draft: Length) -> Timex | None:
        """``5년(200년)``, ``187년(중평 4년)``: a number of years in brackets behind a year, which is that year over again."""
        left = self.narrative.left
        if left is None or left[1] is None or len(draft.parts) != 1 or draft.parts[0][1] != "Y":
            return None
        before, known = left[0], left[1]
        era = _ERA_IN_BRACKET.fullmatch(self.text, before.end, piece.start)
        if era is None or self.text[piece.end : piece.end + 1] not in (")", "）") or known.point.month is not None:
            return None
        if not era[1] and draft.parts[0][0] != known.point.year:
            return None
        told = replace(piece, start=piece.start - len(era[1]))
        return self._made(told, "DATE", Placed(known.point.value(), known.point, anchor=known.anchor), optional=True)

    def _nth_day(self, piece: Piece, draft: Length, following: Found | None) -> Placed | None:
        """``11일째인 7월 9일``: the length leads to the day that is told with it."""
        if following is None or not isinstance(following.piece.draft, When) or self.text[piece.end - 1] != "째":
            return None
        return self._told_next(piece, draft.parts[-1][1], following)

    def _made(self, piece: Piece, kind: str, placed: Placed, mod: str | None = None, optional: bool = False) -> Timex:
        text = self.text[piece.start : piece.end]
        rule = "+".join(piece.rules)
        return Timex(
            piece.start, piece.end, text, kind, placed.value, mod, placed.literal, rule, placed.anchor, optional
        )

    def _deadline(self, piece: Piece, length: Length) -> Timex:
        """``두 시간 안에`` in an utterance: the moment at which it ends."""
        moved = self.narrative.document()
        point: Point | None = moved.point if moved else None
        for amount, unit in steps(length, 1):
            point = step(point, amount, unit) if point else None
        if point is None or any(amount is None for amount, _ in length.parts) or moved is None:
            return self._made(piece, "DURATION", Placed(duration(length)), length.mod)
        unit = steps(length, 1)[-1][1]
        value = point.cut(_FINER_GRAIN.get(unit, "day")).value()
        return self._made(piece, "TIME" if "T" in value else "DATE", Placed(value, anchor=moved.anchor), "ON_OR_BEFORE")

    def _date(self, mention: Found, when: When, following: Found | None) -> Timex:
        when = self._of_year_beside(mention, spoken(when, self.exact), following)
        if self.exact and self.now is not None:
            when = under_way(
                self.text, self.now, mention, half_from_end(self.text, mention, when, following), following
            )
        placed = self._explicit_neighbour(mention, when, following) or self._day_counted_to(mention, when)
        placed = placed or self._placed(mention, when)
        piece = mention.piece
        kind = (
            "TIME" if (when.hour is not None or when.daypart or (when.shift and when.shift[-1][1] in "hms")) else "DATE"
        )
        if when.weekday in ("WE", "WD") and placed.value.startswith("XXXX-WXX-W"):
            kind = "SET"
        self.narrative.establish(mention, when, placed)
        return self._made(piece, kind, placed, when.mod, when.optional or self.narrative.is_equivalent(piece))

    def _of_year_beside(self, mention: Found, when: When, following: Found | None) -> When:
        """``을사년(1905)``, ``현종 9년(1018년)``: the year that is told beside it in brackets, or before its own (``983년(성종 2년)``).

        Kings of several states bear one name; that of the lexicon may be another one.
        """
        reign = mention.piece.rules[0] == "era_year"
        if when.cycle is None and not reign:
            return when
        told = following.piece.draft if following else None
        if following is not None and isinstance(told, When) and told.year is not None:
            if self.text[mention.piece.end : following.piece.start].strip() in ("(", "（"):
                return self._year_told(when, told.year)
        left = self.narrative.left
        told = left[2] if left is not None and self.narrative.encloses(left[0], mention.piece) else None
        return self._year_told(when, told.year) if reign and told is not None and told.year is not None else when

    def _year_told(self, when: When, year: int) -> When:
        """The year that is told beside a year of a cycle or reign; one beside the other may be the turn of a lunar year."""
        near = when.cycle is None and when.year is not None and abs(when.year - year) <= 1
        return when if near else replace(when, cycle=None, year=year)

    def _explicit_neighbour(self, mention: Found, when: When, following: Found | None) -> Placed | None:
        """``23일 뒤인 1961년 5월 5일``: the offset takes the date that is told with it, if that is as fine."""
        if following is None or not isinstance(following.piece.draft, When):
            return None
        if when.nth == 1 and when.month is None and following.piece.draft.day is not None:
            return self._told_next(mention.piece, "D", following)  # 첫날인 19일
        if mention.piece.rules == ("holiday",) and not when.lunar and following.piece.draft.day is not None:
            return self._told_next(mention.piece, "D", following)  # 필리핀의 독립기념일인 6월 12일
        if not when.shift or when.base == "speech":
            return None
        told, unit = following.piece.draft, when.shift[-1][1]
        if told.ranks[-1] < min(UNIT_RANKS[u] for _, u in when.shift):
            return None
        if told.year is None and told.month is not None and unit == "Y":
            return None  # 2년 뒤인 3월 19일: the year is that of the offset
        if told.year is None and (told.day is None or self._counts_to(mention, when, told.day)):
            return None
        placed = self._told_next(mention.piece, unit, following)
        return placed and self._in_its_grain(mention, when, placed)

    def _in_its_grain(self, mention: Found, when: When, told: Placed) -> Placed:
        """``5년 뒤인 1983년 3월``: the year alone of what is told beside it, unless the count leads to the very day.

        So it does from a happening of its own (``비행으로부터 20년 뒤인 1981년 4월 12일``), which has its day elsewhere.
        """
        unit = when.shift[-1][1]
        if unit not in "YM" or told.point is None or self._counts_from_happening(mention.piece):
            return told
        base = self.narrative.base(mention, when, self.narrative.partner(mention))
        counted: Point | None = base.point if base is not None else None
        for amount, each in when.shift:
            counted = step(counted, amount, each) if counted else None
        if counted is not None and counted.cut("day") == told.point.cut("day"):
            return told  # 1961년 4월 12일 … 20년 뒤인 1981년 4월 12일
        coarse = told.point.cut(_GRAIN[unit])
        return Placed(coarse.value(), coarse, anchor=told.anchor)

    def _counts_from_happening(self, piece: Piece) -> bool:
        """Whether ``비행으로부터`` stands before an offset; 그로부터 counts from what has just been told."""
        return _FROM_HAPPENING.search(self.text, max(0, piece.start - _LONGEST_FROM), piece.start) is not None

    def _day_counted_to(self, mention: Found, when: When) -> Placed | None:
        """``개봉 전날인 20일``: a bare day that says what the offset before it comes to."""
        left = self.narrative.left
        if left is None or left[1] is None or not left[2].shift or when.shift or when.month is not None:
            return None
        piece, known = left[0], left[1]
        bare = when.year is None and when.direction is None and when.hour is None and when.daypart is None
        if not bare or when.day is None or known.point.day != when.day:
            return None
        if not _NEXT.fullmatch(self.text, piece.end, mention.piece.start):
            return None
        day = known.point.cut("day")
        return Placed(day.value(), day, anchor=known.anchor)

    def _counts_to(self, mention: Found, when: When, day: int) -> bool:
        """Whether an offset by itself leads to a day of that number."""
        point = self._placed(mention, when).point
        return point is not None and point.day == day

    def _told_next(self, piece: Piece, unit: str, following: Found) -> Placed | None:
        """The date that says what ``2년 뒤인``, ``11일째인`` before it comes to; its time of day only where hours are
        counted."""
        if not _NEXT.fullmatch(self.text, piece.end, following.piece.start):
            return None
        told = following.piece.draft
        assert isinstance(told, When)
        placed = self._placed(following, told)
        anchor = Anchor(placed.value, following.piece.start, following.piece.end)
        value = placed.value if unit in "hms" else placed.value.partition("T")[0]
        return replace(placed, value=value, anchor=anchor)

    def _placed(self, mention: Found, when: When) -> Placed:
        """The value of a date or time of day in its context."""
        if when.ref:
            return Placed(Point.of(self.now).value() if self.now and when.ref == "PRESENT_REF" else when.ref)
        if when.base == "vague":
            return Placed(unplaced(when, when.shift[-1][1]))
        if when.century is not None or when.decade is not None:
            return Placed(coarse(when))
        partner = self.narrative.partner(mention)
        base = self.narrative.base(mention, when, partner)
        if when.shift and when.shift[-1][1] == "P":
            return self._same_period(mention, when, base)
        if when.shift:
            return self._shifted(mention, when, base) if base else Placed(unplaced(when, when.shift[-1][1]))
        return self._completed(mention, when, base, partner)

    def _shifted(self, mention: Found, when: When, base: Known) -> Placed:
        unit = when.shift[-1][1]
        if unit == "A":
            return _around(base)
        if unit in "CEHQS":
            return self._period(when, base, unit)
        if unit == "W" and when.base != "offset":
            return self._week(when, base)
        point: Point | None = base.of_its_year if unit == "Y" else base.point
        for amount, each in when.shift:
            point = step(point, amount, each) if point else None
        if point is None:
            return Placed(unplaced(when, unit), anchor=base.anchor)
        if when.ranks[-1] > UNIT_RANKS[unit]:
            inner = replace(when, shift=(), base=None)
            is_lunar = when.lunar or (
                when.day is not None and when.month is not None and self.narrative.is_lunar_passage(mention)
            )
            return replace(complete(inner, Base(point.cut(_GRAIN[unit]), True, False), is_lunar), anchor=base.anchor)
        precise = self.exact and when.base == "offset"
        point = point.cut(_FINER_GRAIN[unit] if precise else _GRAIN[unit])
        return Placed(point.value(), point, anchor=base.anchor)

    def _same_period(self, mention: Found, when: When, base: Known | None) -> Placed:
        """``지난해 같은 기간``: the quarter, half or month that the story has told, in the year so many steps away, or
        that is named (``2019년 같은 기간``)."""
        year = astronomical(when.year)
        if year is None and base is not None:
            year = base.point.year + when.shift[0][0]
        if year is None:
            return Placed(blank("Y"))
        told = self.narrative.period
        period = _PERIOD.fullmatch(base.anchor.value) if base is not None and base.anchor.start is not None else None
        if told is not None and told.sentence < mention.sentence and _STRETCH.search(mention.told):
            told = None  # 5월 1일부터 20일까지 수출은 전년 동기보다 …
        if period is None and told is not None and mention.sentence - told.sentence <= _SENTENCES_OF_PERIOD:
            period = _PERIOD.fullmatch(told.anchor.value)  # 올해 2분기 … 8일 공시했다. 매출은 전년 동기보다 …
        value = Point(year).value() + (f"-{period[1]}" if period else "")
        return Placed(value, Point(year), anchor=base.anchor if base is not None and period else None)

    def _period(self, when: When, base: Known, unit: str) -> Placed:
        """A century, half or quarter some steps from the base."""
        amount, year, month = when.shift[0][0], base.point.year, base.point.month
        if unit == "C":
            before = -(-(1 - year) // 100) - 1 - amount  # 1350 BCE is of the fourteenth century, BC13
            if year <= 0 <= before:
                return Placed(f"BC{before:02d}", anchor=base.anchor)
            return Placed(f"{(year // 100 + amount if year > 0 else -before - 1):02d}", anchor=base.anchor)
        if month is None or unit not in "QH":
            return Placed(blank(unit), anchor=base.anchor)
        size = 3 if unit == "Q" else 6
        index = year * (12 // size) + (month - 1) // size + amount
        return Placed(f"{index // (12 // size):04d}-{unit}{index % (12 // size) + 1}", anchor=base.anchor)

    def _week(self, when: When, base: Known) -> Placed:
        day = base.point.date
        if day is None or not 2 <= day.year <= 9997:
            return Placed(unplaced(when, "W"), anchor=base.anchor)
        moved = day + timedelta(weeks=when.shift[0][0])
        if when.day is not None:
            return self._day_of_week(moved, when, base)
        year, week, _ = moved.isocalendar()
        return in_week(year, week, when, base.anchor)

    def _day_of_week(self, within: date, when: When, base: Known) -> Placed:
        """``다음 주 20일``: the day of that number in the week, or next to it where the writer erred."""
        monday = Point.of(within - timedelta(within.isoweekday() - 1))
        ahead = complete(
            replace(when, shift=(), base=None, weekday=None, direction=2), Base(monday, True, False), False
        )
        return replace(ahead, anchor=base.anchor)

    def _completed(self, mention: Found, when: When, base: Known | None, partner: tuple[Known, When] | None) -> Placed:
        year = astronomical(when.year)
        near = self.now.year if self.now else base.point.year if base else None
        if year is None and when.short_year is not None:
            year = full_year(when.short_year, near, self.now is not None)
        if when.cycle is not None:
            year = _in_cycle(when.cycle, near)
        solar = "양력" in self.text[max(0, mention.piece.start - len("양력으로는 ")) : mention.piece.end]
        passage = year is None and when.day is not None and not solar
        is_lunar = when.lunar or (passage and self.narrative.is_lunar_passage(mention))
        is_lunar |= when.reign and when.month is not None and when.day is not None and not solar
        weekday_only = when.weekday is not None and when.day is None and when.month is None and when.nth is None
        if year is not None or when.recurring or base is None or (weekday_only and self.now is None and not partner):
            return self._in_zone(when, written(when, year, when.month, when.day, is_lunar))
        told = base.anchor.start is not None
        point = base.point
        if when.month is not None and _OVER_YEAR.search(
            self.text, max(0, mention.piece.start - 16), mention.piece.start
        ):
            point = Point(point.year + 1)  # 1961년 9월 시작되어 해를 넘겨 3월에 끝났다
        if is_lunar and when.month is None and (day := lunar(point)):
            point, leap = day
            when = replace(when, leap=leap)
        elif is_lunar:
            point = base.of_its_year
        earlier = partner is None and base.sentence < mention.sentence
        placed = complete(
            when,
            Base(
                point,
                told,
                self.exact,
                partner[1] if partner else None,
                mention.past,
                earlier,
                mention.ahead,
                mention.done,
            ),
            is_lunar,
        )
        return replace(self._in_zone(when, placed), anchor=base.anchor)

    def _in_zone(self, when: When, placed: Placed) -> Placed:
        """A clock time of a named time zone as the document's own clock shows it, where that has one."""
        moment = placed.point.moment if placed.point else None
        if when.zone is None or self.zone is None or moment is None or when.hour is None:
            return placed
        own = Point.of(moment - timedelta(minutes=when.zone) + self.zone).cut("minute")
        return replace(placed, value=own.value(), point=own)


def _in_cycle(number: int, near: int | None) -> int | None:
    """The year of a sexagenary name (갑오년 has number 30) that lies nearest to a known one; the year 4 began a cycle."""
    if near is None:
        return None
    first = near - (near - 4 - number) % 60
    return first if near - first <= 30 else first + 60


def full_year(short: int, near: int | None, is_document: bool) -> int:
    """The year that ``'57년`` means: at most 20 years after the document's, or in the century of an older story."""
    if near is not None and (is_document or near < 1900):
        year = near // 100 * 100 + short
        return year if year <= near + 20 else year - 100
    return 1900 + short if short > 30 else 2000 + short


def _around(base: Known) -> Placed:
    """The time just told, as coarse as ``무렵`` and ``시기`` are: of a day, its month."""
    value, point = base.anchor.value.partition("T")[0], base.point
    if point.day is not None:
        value, point = value.rpartition("-")[0], replace(point, day=None, hour=None, minute=None, second=None)
    return Placed(value, point, anchor=base.anchor)
