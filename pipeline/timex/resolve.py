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
from pipeline.timex.complete import Base, complete, hours
from pipeline.timex.draft import UNIT_RANKS, Length, Repeat, When
from pipeline.timex.duration import steps
from pipeline.timex.point import Point, step
from pipeline.timex.scan import Piece
from pipeline.timex.write import Placed, astronomical, blank, coarse, duration, in_week, repetition, unplaced, written

_RANGE = re.compile(r"\s*(?:\([월화수목금토일]\))?\s*(?:[~∼～–—-]|부터|에서|,|·|ㆍ|、|와|과|및|또는|이나|나|내지)\s*")
_SPAN = re.compile(r"\s*(?:[~∼～–—-]|부터|에서)\s*")
_FROM = re.compile(
    r"(?:에서|부터|로부터|으로부터|보다|의|기준으로|그로)\s{0,2}(?:약\s{0,2}|정확히\s{0,2}|꼭\s{0,2}|바로\s{0,2})?$"
)
_NEXT = re.compile(r"\s?(?:인|이던|였던|이었던)\s?,?\s?")
_ASIDE = re.compile(r"\s?(?:현재|에\s?이미|이래|기준|동기|동월|대비|같은\s?(?:기간|달|분기)|보다|에\s?비해)")
_ASIDE_BEFORE = re.compile(r"(?:이미|일찍이)\s?$")
_LONGEST_RANGE_SIGN = 12
_FINER_GRAIN = {"Y": "month", "M": "day", "W": "day", "D": "hour", "h": "minute", "m": "second", "s": "second"}
_GRAIN = {"Y": "year", "M": "month", "W": "day", "D": "day", "h": "hour", "m": "minute", "s": "second"}
_LUNAR_SENTENCES = 3
_SENTENCES_OF_A_PARAGRAPH = 5
_NEVER = -99


@dataclass(frozen=True, slots=True)
class Found:
    """A piece in its document.

    Attributes:
        sentence: number of its sentence.
        inserted: it stands inside a quotation or bracket.
        quoted: it stands inside a quotation.
        paragraph: number of its paragraph.
        clause: an adnominal clause before it says what it counts from (``결혼한 다음날``).
    """

    piece: Piece
    sentence: int
    inserted: bool
    clause: bool = False
    quoted: bool = False
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """A time whose place in the calendar is known, as an anchor for others."""

    point: Point
    anchor: Anchor
    sentence: int
    paragraph: int = 0
    absolute: bool = False
    lunar_year: int | None = None

    @property
    def of_its_year(self) -> Point:
        """The point with the year by which its own calendar counts: a lunar year ends in the solar one that follows."""
        return self.point if self.lunar_year is None else replace(self.point, year=self.lunar_year)


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
        self.story: Known | None = None
        self.day: Known | None = None
        self.left: tuple[Piece, Known | None, When] | None = None
        self.previous: Piece | None = None
        self.lunar = _NEVER

    def resolve(self, found: Sequence[Found]) -> list[Timex]:
        """The times of the document with their values."""
        following = [*found[1:], None] if found else []
        return [self._timex(mention, after) for mention, after in zip(found, following, strict=True)]

    def _timex(self, mention: Found, following: Found | None) -> Timex:
        piece, draft = mention.piece, mention.piece.draft
        if isinstance(draft, Repeat):
            return self._made(piece, "SET", Placed(repetition(draft)), optional=draft.optional)
        if isinstance(draft, When):
            return self._date(mention, draft, following)
        if draft.until and self.exact and self.now:
            return self._deadline(piece, draft)
        return self._made(piece, "DURATION", Placed(duration(draft)), draft.mod, draft.optional)

    def _made(self, piece: Piece, kind: str, placed: Placed, mod: str | None = None, optional: bool = False) -> Timex:
        text = self.text[piece.start : piece.end]
        rule = "+".join(piece.rules)
        return Timex(
            piece.start, piece.end, text, kind, placed.value, mod, placed.literal, rule, placed.anchor, optional
        )

    def _deadline(self, piece: Piece, length: Length) -> Timex:
        """``두 시간 안에`` in an utterance: the moment at which it ends."""
        moved = self._document()
        point: Point | None = moved.point if moved else None
        for amount, unit in steps(length, 1):
            point = step(point, amount, unit) if point else None
        if point is None or any(amount is None for amount, _ in length.parts) or moved is None:
            return self._made(piece, "DURATION", Placed(duration(length)), length.mod)
        unit = steps(length, 1)[-1][1]
        value = point.cut(_FINER_GRAIN.get(unit, "day")).value()
        return self._made(piece, "TIME" if "T" in value else "DATE", Placed(value, anchor=moved.anchor), "ON_OR_BEFORE")

    def _date(self, mention: Found, when: When, following: Found | None) -> Timex:
        when = self._under_way(mention, self._read_ahead(mention, self._spoken(when), following), following)
        placed = self._explicit_neighbour(mention, when, following) or self._placed(mention, when)
        piece = mention.piece
        kind = (
            "TIME" if (when.hour is not None or when.daypart or (when.shift and when.shift[-1][1] in "hms")) else "DATE"
        )
        if when.weekday in ("WE", "WD") and placed.value.startswith("XXXX-WXX-W"):
            kind = "SET"
        self._establish(mention, when, placed)
        return self._made(piece, kind, placed, when.mod, when.optional or self._is_equivalent(piece))

    def _spoken(self, when: When) -> When:
        """The grain of a time on the clock: a full hour is told to the minute, in an utterance to the hour."""
        if not self.exact:
            return (
                replace(when, minute=0)
                if when.hour is not None and when.minute is None and when.second is None
                else when
            )
        if when.daypart == "MI":
            return replace(when, daypart="ND", hour=12) if when.hour is None else when
        return replace(when, minute=None) if when.hour == 24 else when

    def _read_ahead(self, mention: Found, when: When, following: Found | None) -> When:
        """``1시 30분부터 오후 3시``: the beginning of a range may take its half of the day from the end."""
        if (
            not self.exact
            or when.hour is None
            or when.daypart
            or following is None
            or not isinstance(following.piece.draft, When)
        ):
            return when
        gap = self.text[mention.piece.end : following.piece.start]
        last = following.piece.draft
        if not _RANGE.fullmatch(gap) or last.hour is None or when.hour > 12:
            return when
        ends = list(hours(last))
        if len(ends) == 1:
            begins = [h for h in hours(when) if h < ends[0]] or list(hours(when))[1:] or [when.hour]
            return replace(
                when, daypart="AF" if max(begins) >= 12 and when.hour < 12 else "MO" if when.hour < 12 else None
            )
        return replace(when, daypart="MO") if when.hour < 12 and self._starts_day(mention) else when

    def _under_way(self, mention: Found, when: When, following: Found | None) -> When:
        """``8월에서 10월 사이`` said in September: a range of months that has begun is the one that is meant."""
        last = following.piece.draft if following else None
        if not self.exact or self.now is None or following is None or not isinstance(last, When):
            return when
        bare = when.month is not None and last.month is not None and when.year is None and last.year is None
        if not bare or when.shift or when.direction is not None or last.shift or last.direction is not None:
            return when
        if not _SPAN.fullmatch(self.text, mention.piece.end, following.piece.start):
            return when
        now = (self.now.month, self.now.day)
        begin, end = (when.month or 1, when.day or 1), (last.month or 1, last.day or 31)
        return replace(when, year=self.now.year) if begin <= now and (now <= end or end < begin) else when

    def _starts_day(self, mention: Found) -> bool:
        return isinstance(mention.piece.draft, When) and mention.piece.draft.ranks[0] == mention.piece.draft.ranks[-1]

    def _partner(self, mention: Found) -> tuple[Known, When] | None:
        """The time to the left that this one goes on from in a range or list."""
        if self.left is None or self.left[1] is None:
            return None
        gap = self.text[self.left[0].end : mention.piece.start]
        return (self.left[1], self.left[2]) if len(gap) < _LONGEST_RANGE_SIGN and _RANGE.fullmatch(gap) else None

    def _is_equivalent(self, piece: Piece) -> bool:
        """Whether a time stands in brackets right after another one, as the same date in another era."""
        gap = self.text[self.previous.end : piece.start].strip() if self.previous else ""
        return gap == "(" and self.text[piece.end : piece.end + 1] == ")"

    def _establish(self, mention: Found, when: When, placed: Placed) -> None:
        """Makes a date the anchor of what follows, unless it is an aside, inserted, or no date of the calendar."""
        piece = mention.piece
        known = (
            None
            if placed.point is None
            else Known(
                placed.point,
                Anchor(placed.value, piece.start, piece.end),
                mention.sentence,
                mention.paragraph,
                when.year is not None,
                _year_of(placed.literal),
            )
        )
        self.previous = self.left[0] if self.left else None
        self.left = (piece, known, when)
        if known is None or when.ref or (mention.inserted and self.story is not None):
            return
        aside = _ASIDE.match(self.text, piece.end) or _ASIDE_BEFORE.search(
            self.text, max(0, piece.start - 6), piece.start
        )
        if not aside:
            self.story = known
            self.day = self.day if known.point.day is None else known
            self.lunar = mention.sentence if placed.literal else _NEVER if when.year is not None else self.lunar

    def _explicit_neighbour(self, mention: Found, when: When, following: Found | None) -> Placed | None:
        """``23일 뒤인 1961년 5월 5일``: the offset takes the date that is told with it, if that is as fine."""
        if not when.shift or when.base == "speech" or following is None or not isinstance(following.piece.draft, When):
            return None
        told = following.piece.draft
        between = self.text[mention.piece.end : following.piece.start]
        if (
            not _NEXT.fullmatch(between)
            or told.year is None
            or told.ranks[-1] < min(UNIT_RANKS[u] for _, u in when.shift)
        ):
            return None
        placed = self._placed(following, told)
        return replace(placed, anchor=Anchor(placed.value, following.piece.start, following.piece.end))

    def _placed(self, mention: Found, when: When) -> Placed:
        """The value of a date or time of day in its context."""
        if when.ref:
            return Placed(Point.of(self.now).value() if self.now and when.ref == "PRESENT_REF" else when.ref)
        if when.base == "vague":
            return Placed(unplaced(when, when.shift[-1][1]))
        if when.century is not None or when.decade is not None:
            return Placed(coarse(when))
        partner = self._partner(mention)
        base = self._base(mention, when, partner)
        if when.shift:
            return self._shifted(mention, when, base) if base else Placed(unplaced(when, when.shift[-1][1]))
        return self._completed(mention, when, base, partner)

    def _document(self) -> Known | None:
        if self.now is None:
            return None
        if self.exact:
            return Known(Point.of(self.now), Anchor(self.now.isoformat(timespec="minutes")), _NEVER)
        return Known(Point.of(self.now.date()), Anchor(self.now.date().isoformat()), _NEVER)

    def _base(self, mention: Found, when: When, partner: tuple[Known, When] | None) -> Known | None:
        """What a time is counted or completed from."""
        document = self._document()
        if when.base == "speech":
            told = mention.quoted and not self.exact and when.shift[-1][1] == "D" and self._recent_day(mention)
            return told or document or self.story
        if partner and not when.shift:
            return partner[0]
        start, left = mention.piece.start, self.left
        if (
            when.shift
            and left
            and left[1]
            and start - left[0].end < _LONGEST_RANGE_SIGN
            and _FROM.search(self.text[left[0].end : start])
        ):
            return left[1]
        if when.shift and mention.clause:
            return None
        if document is None or self.story is None:
            return document or self.story
        if when.base == "story" and when.shift[0][0] < 0 and not self._is_past(self.story):
            return document
        if self._is_day_of_document(when, self.story):
            return document
        age = mention.sentence - self.story.sentence
        if when.base == "offset" and when.shift[-1][1] in "Dh" and when.shift[0][0] > 0 and not self.exact:
            day = self._recent_day(mention)
            return day if day and (when.shift[0][0] >= 0 or self._is_past(day)) else document
        if when.base == "offset":
            return self.story if age == 0 and when.shift[0][0] > 0 and self.story.absolute else document
        if when.base == "story" and when.shift[-1][1] in "DW" and self.story.point.day is None:
            day = self._recent_day(mention)
            return day if day and (when.shift[0][0] >= 0 or self._is_past(day)) else document
        return self.story if age == 0 or (when.base == "story" and self._is_recent(mention, self.story)) else document

    def _is_day_of_document(self, when: When, story: Known) -> bool:
        """Whether a bare day is near the document's own date: ``올해 3분기 매출이 늘었다고 24일 밝혔다``."""
        if self.exact or when.shift or when.day is None or when.month is not None or story.point.day is not None:
            return False
        return story.point.month is None or self._is_past(story)

    def _recent_day(self, mention: Found) -> Known | None:
        """The last day that the story has told, if not long before."""
        return self.day if self.day is not None and self._is_recent(mention, self.day) else None

    def _is_recent(self, mention: Found, known: Known) -> bool:
        """Whether a told time still counts beside the document's own: in its paragraph, or just before if it is past."""
        age = mention.sentence - known.sentence
        if mention.paragraph == known.paragraph:
            return age <= _SENTENCES_OF_A_PARAGRAPH
        return age <= 1 and self._is_past(known)

    def _is_past(self, known: Known) -> bool:
        """Whether a told time begins no later than the document's day."""
        moment = replace(known.point, month=known.point.month or 1, day=known.point.day or 1).moment
        return moment is None or self.now is None or moment.date() <= self.now.date()

    def _shifted(self, mention: Found, when: When, base: Known) -> Placed:
        unit = when.shift[-1][1]
        if unit == "A":
            return Placed(base.anchor.value.partition("T")[0], base.point, anchor=base.anchor)
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
                when.day is not None and when.month is not None and self._is_lunar_passage(mention)
            )
            return replace(complete(inner, Base(point.cut(_GRAIN[unit]), True, False), is_lunar), anchor=base.anchor)
        precise = self.exact and when.base == "offset"
        point = point.cut(_FINER_GRAIN[unit] if precise else _GRAIN[unit])
        return Placed(point.value(), point, anchor=base.anchor)

    def _period(self, when: When, base: Known, unit: str) -> Placed:
        """A century, half or quarter some steps from the base."""
        amount, year, month = when.shift[0][0], base.point.year, base.point.month
        if unit == "C":
            return Placed(f"{(year // 100 + amount):02d}", anchor=base.anchor)
        if month is None or unit not in "QH":
            return Placed(blank(unit), anchor=base.anchor)
        size = 3 if unit == "Q" else 6
        index = year * (12 // size) + (month - 1) // size + amount
        return Placed(f"{index // (12 // size):04d}-{unit}{index % (12 // size) + 1}", anchor=base.anchor)

    def _week(self, when: When, base: Known) -> Placed:
        day = base.point.date
        if day is None or not 2 <= day.year <= 9997:
            return Placed(unplaced(when, "W"), anchor=base.anchor)
        year, week, _ = (day + timedelta(weeks=when.shift[0][0])).isocalendar()
        return in_week(year, week, when, base.anchor)

    def _completed(self, mention: Found, when: When, base: Known | None, partner: tuple[Known, When] | None) -> Placed:
        year = astronomical(when.year)
        near = self.now.year if self.now else base.point.year if base else None
        if year is None and when.short_year is not None:
            year = full_year(when.short_year, near, self.now is not None)
        if when.cycle is not None:
            year = _in_cycle(when.cycle, near)
        is_lunar = when.lunar or (year is None and when.day is not None and self._is_lunar_passage(mention))
        weekday_only = when.weekday is not None and when.day is None and when.month is None and when.nth is None
        if year is not None or when.recurring or base is None or (weekday_only and self.now is None and not partner):
            return self._in_zone(when, written(when, year, when.month, when.day, is_lunar))
        told = base.anchor.start is not None
        placed = complete(
            when,
            Base(base.of_its_year if is_lunar else base.point, told, self.exact, partner[1] if partner else None),
            is_lunar,
        )
        return replace(self._in_zone(when, placed), anchor=base.anchor)

    def _is_lunar_passage(self, mention: Found) -> bool:
        """Whether bare months and days here are still of the lunar calendar that was spoken of before."""
        return mention.sentence - self.lunar <= _LUNAR_SENTENCES

    def _in_zone(self, when: When, placed: Placed) -> Placed:
        """A clock time of a named time zone as the document's own clock shows it, where that has one."""
        moment = placed.point.moment if placed.point else None
        if when.zone is None or self.zone is None or moment is None or when.hour is None:
            return placed
        own = Point.of(moment - timedelta(minutes=when.zone) + self.zone).cut("minute")
        return replace(placed, value=own.value(), point=own)


def _year_of(literal: str | None) -> int | None:
    """The year of a lunar date as written (``1636-12-14``)."""
    return int(literal[:4]) if literal and literal[:4].isdigit() else None


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
