"""How clock times and months are meant that are said at a moment: to the hour, ahead of it, or under way."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from pipeline.timex.anchors import RANGE, Found
from pipeline.timex.complete import hours
from pipeline.timex.draft import When

_SPAN = re.compile(r"\s*(?:[~∼～–—-]|부터|에서)\s*")


def spoken(when: When, exact: bool) -> When:
    """The grain of a time on the clock: a full hour is told to the minute, in an utterance to the hour."""
    if not exact:
        return (
            replace(when, minute=0) if when.hour is not None and when.minute is None and when.second is None else when
        )
    if when.daypart == "MI":
        return replace(when, daypart="ND", hour=12) if when.hour is None else when
    return replace(when, minute=None) if when.hour == 24 else when


def half_from_end(text: str, mention: Found, when: When, following: Found | None) -> When:
    """``1시 30분부터 오후 3시``: the beginning of a range may take its half of the day from the end."""
    if when.hour is None or when.daypart or following is None or not isinstance(following.piece.draft, When):
        return when
    gap = text[mention.piece.end : following.piece.start]
    last = following.piece.draft
    if not RANGE.fullmatch(gap) or last.hour is None or when.hour > 12:
        return when
    ends = list(hours(last))
    if len(ends) == 1:
        begins = [h for h in hours(when) if h < ends[0]] or list(hours(when))[1:] or [when.hour]
        return replace(when, daypart="AF" if max(begins) >= 12 and when.hour < 12 else "MO" if when.hour < 12 else None)
    return replace(when, daypart="MO") if when.hour < 12 and _starts_day(mention) else when


def under_way(text: str, now: datetime, mention: Found, when: When, following: Found | None) -> When:
    """``8월에서 10월 사이`` said in September: a range of months that has begun is the one that is meant."""
    last = following.piece.draft if following else None
    if following is None or not isinstance(last, When):
        return when
    bare = when.month is not None and last.month is not None and when.year is None and last.year is None
    if not bare or when.shift or when.direction is not None or last.shift or last.direction is not None:
        return when
    if not _SPAN.fullmatch(text, mention.piece.end, following.piece.start):
        return when
    today = (now.month, now.day)
    begin, end = (when.month or 1, when.day or 1), (last.month or 1, last.day or 31)
    return replace(when, year=now.year) if begin <= today and (today <= end or end < begin) else when


def _starts_day(mention: Found) -> bool:
    return isinstance(mention.piece.draft, When) and mention.piece.draft.ranks[0] == mention.piece.draft.ranks[-1]
