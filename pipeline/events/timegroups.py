"""Times that stand together in a row, and the EDTF dates that they and their particles make.

A range is one interval (``8월 11일~15일``), a list a date each (``1997년, 1999년``), an offset with its explicit date
that date (``4개월 뒤인 1958년``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.events.clauses import Parse
from pipeline.events.units import Phrase, Predicate
from pipeline.model import Timex
from pipeline.timex.value import edtf

_RANGE = re.compile(r"\s*(?:부터|에서부터|에서|~|∼|〜|～|-|–|—|−|내지)\s*")
_LIST = re.compile(r"\s*(?:에 이어|과|와|,|，|·|및|또는|이나|나|그리고|하고|/)\s*(?:그리고\s*)?")
_SAME = re.compile(r"\s*(?:인|이자|이던|였던|,?\s*즉|의)\s*,?\s*")


@dataclass(eq=False, slots=True)
class TimeGroup:
    """One or more times that stand together, at the places ``first`` to ``last`` of the row.

    ``dates`` are EDTF: one for a single time or an interval, several for a list.
    """

    times: list[Timex]
    dates: list[str]
    first: int
    last: int
    particle: str
    pause: bool
    behind_day: bool = False  # whether a day stands before it in the row: 장관은 21일 … 22일 보내기로 했다고 밝혔다

    @property
    def start(self) -> int:
        """Where its first time begins."""
        return self.times[0].start

    @property
    def beginnings(self) -> list[str]:
        """Its dates, of a range of times the first one alone: what ``그가 떠난 3월부터 6월까지`` is modified by."""
        ranged = len(self.times) > 1 and len(self.dates) == 1
        return [self.dates[0].partition("/")[0]] if ranged else self.dates

    @property
    def day_of_document(self) -> str | None:
        """The day of the document if it was reckoned from that, as coarse as its own first date."""
        anchor = self.times[0].anchor
        return anchor.value[: len(self.dates[0])] if anchor is not None and anchor.start is None else None

    @property
    def bare_day(self) -> bool:
        """Whether it is a day without its year and month (``14일``, ``오늘``), as news date what they report."""
        return (
            len(self.times) == 1 and len(self.dates[0]) == DAY and not re.search(r"\d\s*[년월.-]", self.times[0].text)
        )

    @property
    def scene(self) -> bool:
        """Whether 는 marks it as the scene of all that follows: ``1958년에는``, ``이듬해부터는``, ``올해는``."""
        around = self.particle in ("는", "은") and self.times[0].text in _AROUND
        return around or (len(self.particle) > 1 and self.particle.endswith(("는", "엔")))

    def turned(self, goes_on: bool) -> Iterator[str]:
        """The dates as its particle turns them: 까지 → ../D, 이후 → D/.., 부터 → D/.. of what goes on."""
        for when in self.dates:
            first, between, last = when.partition("/")  # a half or a quarter is an interval, too
            if between and len(self.times) > 1:
                yield when
            elif self.particle.startswith(("까지", "현재까지", "이전")) and not self.particle.endswith("당시"):
                yield f"../{last or first}"
            elif self.times[-1].type == "TIME" and self.particle.startswith("부터"):
                yield when  # 오후 3시부터 심문을 진행한다: that day
            elif self.particle.startswith(("이후", "이래")) or (goes_on and self.particle.startswith("부터")):
                yield f"{first}/.."
            else:
                yield when


def groups(parse: Parse, text: str) -> list[TimeGroup]:
    """The times of a row that can date something: days or parts of them whose year is known."""
    found: list[TimeGroup] = []
    for index, unit in enumerate(parse.units):
        if not isinstance(unit, Phrase) or unit.time is None:
            continue
        if unit.time.type == "DURATION" and found and found[-1].last == index - 1:
            _lasts(found[-1], unit, index)
        if unit.time.type not in ("DATE", "TIME"):
            continue
        when = edtf(unit.time)
        if when is None or when.startswith("XXXX") or not re.search(r"\d", when):
            continue
        if not found or not _joins(parse, found[-1], unit, when, index, text):
            entered = unit.particle.endswith("들어") and not isinstance(parse.after(index), Predicate)
            pause = unit.pause or entered  # 19세기에 들어서면서: of all that follows, not 1980년대 들어 발표한 소설
            found.append(TimeGroup([unit.time], [when], index, index, unit.particle, pause))
    for group in found:
        if _is_between(group, text):
            group.dates, group.particle = [_interval(*group.dates)], ""
    for earlier, later in itertools.pairwise(found[:]):
        later.behind_day = len(earlier.dates[0]) == DAY or earlier.behind_day
        if _begins_with(earlier, later):
            later.dates = [
                _interval(earlier.dates[0] + "-01-01"[: len(later.dates[0]) - len(earlier.dates[0])], later.dates[0])
            ]
            later.particle = ""
            found.remove(earlier)
        elif _reaches(parse, earlier, later):
            later.dates = [_interval(earlier.dates[0], later.dates[-1])]
            found.remove(earlier)
    for earlier, later in itertools.pairwise(found):
        if (name_around(parse, later) and is_within(later, earlier)) or _is_its_season(later, earlier):
            later.dates = list(earlier.dates)  # the year of an event's name says no more than a fuller date before it
    return found


def _is_between(group: TimeGroup, text: str) -> bool:
    """``1731년과 1744년 사이에``: two times that are named as the ends of a stretch."""
    ends = len(group.times) == len(group.dates) == _ENDS and group.particle.startswith("사이")
    return ends and text[group.times[0].end : group.times[1].start].strip() in ("과", "와")


def _begins_with(earlier: TimeGroup, later: TimeGroup) -> bool:
    """``이달 들어 20일까지``, ``올해 들어 9월까지``: from the first of a month or year to a part of it."""
    begun = earlier.particle.endswith("들어") and later.particle.startswith("까지")
    whole = "/" not in earlier.dates[0] and len(earlier.dates[0]) < len(later.dates[0]) <= DAY
    return begun and whole and is_within(earlier, later) and later.first == earlier.last + 1


def _reaches(parse: Parse, earlier: TimeGroup, later: TimeGroup) -> bool:
    """``1950년대로부터 1963년에 이르는 동안``: two times as the ends of a stretch."""
    behind = parse.after(later.last)
    reaching = later.particle.startswith("에") and isinstance(behind, Predicate) and behind.lemma == "이르다"
    return reaching and later.first == earlier.last + 1 and earlier.particle in ("부터", "로부터", "으로부터", "에서")


def _leads_to(parse: Parse, group: TimeGroup, index: int) -> bool:
    """``2016년 27만 명에서 2021년 26만 명으로``: from one time's amount to another's is an interval."""
    start = parse.units[index - 1]
    end = parse.after(index)
    if index - group.last != _AMOUNT_BETWEEN or not isinstance(start, Phrase) or not isinstance(end, Phrase):
        return False
    amounts = all(any(a.tag in ("SN", "NR") for a in p.atoms) for p in (start, end))
    return amounts and start.particle == "에서" and end.particle in ("로", "으로")


# Verbs that move what is to be to another day.
MOVING_DAYS = frozenset(
    ("연기", "미루다", "늦추다", "앞당기다", "옮기다", "변경", "바꾸다", "미뤄지다", "미루어지다", "늦춰지다", "앞당겨지다", "바뀌다")
)  # fmt: skip
_BRACKET = re.compile(r"[(（](?:\d{1,2}일|현지 ?시[간각]|[월화수목금토일]|[^()（）]{1,12}년|\d{3,4})[)）]")
_AMOUNT_BETWEEN = 2
DAY = len("2026-03-01")  # the length of a full date
_ENDS = 2
_MONTHS = 12
_AROUND = frozenset(("올해", "지난해", "작년", "이날", "전날", "어제", "오늘", "그해", "이듬해", "같은 해"))
_LENGTH = re.compile(r"P(\d+)([YMDW])")


def _lasts(group: TimeGroup, unit: Phrase, index: int) -> None:
    """``17일부터 2주간``, ``1831년부터 3년 동안``: a time and a length of its own grain make an interval."""
    assert unit.time is not None
    if group.particle.startswith("부터") and unit.time.value.startswith("PT"):
        group.last, group.particle, group.pause = index, unit.particle, unit.pause  # 11시부터 25분 동안: of that day
        return
    length = _LENGTH.fullmatch(unit.time.value)
    if length is not None and length[2] == "D" and int(length[1]) == len(group.dates) > 1:
        group.dates = [_interval(group.dates[0], group.dates[-1])]  # 19일과 20일 이틀간
        group.last, group.particle, group.pause = index, unit.particle, unit.pause
        return
    if length is None or not group.particle.startswith("부터"):
        return
    end = _end(group.dates[-1], int(length[1]), length[2])
    if end is not None:
        group.dates[-1] = f"{group.dates[-1]}/{end}"
        group.last, group.particle, group.pause = index, unit.particle, unit.pause


def _end(start: str, amount: int, unit: str) -> str | None:
    """Where a length from a date ends: the last of so many days, the year or month so many on."""
    if unit == "Y" and re.fullmatch(r"\d{4}", start):
        return f"{int(start) + amount:04}"
    if unit in "MY" and re.fullmatch(r"\d{4}-\d\d", start):
        amount *= _MONTHS if unit == "Y" else 1
        months = int(start[:4]) * _MONTHS + int(start[5:]) - 1 + amount
        return f"{months // _MONTHS:04}-{months % _MONTHS + 1:02}"
    if unit not in "DWM" or not re.fullmatch(r"\d{4}-\d\d-\d\d", start):
        return None
    if unit == "M":  # the day before the same one, so many months on
        start, days = f"{_end(start[: len('2026-03')], amount, unit)}{start[len('2026-03') :]}", 0
    else:
        days = amount * (7 if unit == "W" else 1)
    try:
        return (date.fromisoformat(start) + timedelta(days - 1)).isoformat()
    except (
        ValueError,
        OverflowError,
    ):  # the text says 2월 30일 or 31일부터 한 달, or reaches beyond the years that there are
        return None


def is_within(coarse: TimeGroup, fine: TimeGroup) -> bool:
    """Whether one single date is a part of another: 1971-08 of 1971."""
    return len(fine.dates) == len(coarse.dates) == 1 and fine.dates[0].startswith(coarse.dates[0])


def _is_its_season(season: TimeGroup, day: TimeGroup) -> bool:
    """``22일 … 2020-2021시즌 경기에서``: the season in which a day lies says no more than the day."""
    if not (season.times[0].rule or "").endswith("season") or len(day.dates) != 1 or season.particle not in ("", "의"):
        return False
    first, _, last = season.dates[0].partition("/")
    return first <= day.dates[0][: len(first)] <= (last or first)


def name_around(parse: Parse, group: TimeGroup) -> Phrase | None:
    """The phrase of the name that the time is a part of (``2010년 FIFA 월드컵``)."""
    after = parse.after(group.last)
    return after if isinstance(after, Phrase) and after.start <= group.start else None


def _joins(parse: Parse, group: TimeGroup, unit: Phrase, when: str, index: int, text: str) -> bool:
    """Adds a time to the group before it where they make one range, list or apposition."""
    assert unit.time is not None
    between = _BRACKET.sub("", text[group.times[-1].end : unit.time.start])  # 오늘(5일)부터, 현종 11년(1670년)부터
    led = _leads_to(parse, group, index)
    if between.strip() == "부터" and _limits_clause(parse, index):
        group.dates[-1:] = [_interval(group.dates[-1], when)]
        group.particle = ""
        return False  # 1929년부터 1942년 검거될 때까지 모았다
    if between.strip() == "에서" and unit.particle in ("로", "으로") and _is_put_off(parse, index):
        group.dates[-1:] = [when]  # 10월 3일에서 11월 7일로 미뤘다: it is of the latter day
    elif led or _RANGE.fullmatch(between):
        group.dates[-1:] = [_interval(group.dates[-1], when)]
    elif _LIST.fullmatch(between) and group.times[-1].type == unit.time.type:
        group.dates.append(when)
    elif _SAME.fullmatch(between) and ("의" not in between or group.times[-1].value[:4] == unit.time.value[:4]):
        group.dates[-1:] = [when]
    else:
        return False
    ranged = "/" in group.dates[-1] or _RANGE.fullmatch(between) is not None  # 오후 5시부터 11시까지
    group.times.append(unit.time)
    group.particle = "" if led or (ranged and unit.particle.startswith("까지")) else unit.particle
    group.last, group.pause = index, unit.pause
    return True


def _is_put_off(parse: Parse, index: int) -> bool:
    """Whether the verb behind a time moves something to it: ``11월 7일로 미뤘다``."""
    predicate = parse.next_predicate(index)
    return predicate is not None and predicate.lemma in MOVING_DAYS


def _limits_clause(parse: Parse, index: int) -> bool:
    """Whether a time is of a clause that only says until when: ``1942년 검거될 때까지``."""
    unit, predicate = parse.units[index], parse.next_predicate(index)
    if not isinstance(unit, Phrase) or unit.particle or predicate is None or predicate.head != "때":
        return False
    limit = parse.after(parse.units.index(predicate))
    return isinstance(limit, Phrase) and limit.particle == "까지"


def _interval(first: str, last: str) -> str:
    begin, end = first.rstrip("~").split("/")[0], last.rstrip("~").split("/")[-1]
    return begin if begin == end else f"{begin}/{end}"
