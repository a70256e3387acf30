"""Rules of dates in figures: 1957.10.4, 2015-03-03, 10/4, (1881~1973)."""

from __future__ import annotations

import re
import unicodedata

from pipeline.timex.draft import When
from pipeline.timex.numbers import DIGIT_FIRST, integer
from pipeline.timex.rule import Slot, rule, slot

_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"


def _figures(word: str) -> tuple[int, ...]:
    """The numbers in a date in figures; none if its signs differ (``1957.10-4``)."""
    plain = unicodedata.normalize("NFKC", word)
    signs = {c for c in plain if c in "./-"}
    return tuple(int(f) for f in re.findall(r"\d+", plain)) if len(signs) == 1 else ()


@slot("year_month_day")
def _year_month_day() -> Slot:
    return Slot(rf"(?:\d{{4}}|['’]?\d{{2}})\s?[./-]\s?{_MONTH}\s?[./-]\s?{_DAY}", DIGIT_FIRST | {"'", "’"}, _figures)


@rule(
    r"{year_month_day}(?![\d-]|\.\d)",
    examples={"1957.10.4. 발사": "1957-10-04", "2015-3-3": "2015-03-03", "74/10/31": "1974-10-31"},
    never=["전화 010-12-3456", "버전 3.10.4"],
    sure=True,
)
def date_in_figures(year_month_day: tuple[int, ...]) -> When | None:
    """Year, month and day in figures with one sign between them."""
    if len(year_month_day) != 3:
        return None
    year, month, day = year_month_day
    if year >= 100:
        return When(year=year, month=month, day=day) if year <= 2200 else None
    return When(short_year=year, month=month, day=day)


@slot("day_month_year")
def _day_month_year() -> Slot:
    return Slot(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", DIGIT_FIRST, _figures)


@rule(r"{day_month_year}(?![\d-])", examples={"21/04/2016": "2016-04-21", "02/22/2016": "2016-02-22"}, sure=True)
def date_in_foreign_figures(day_month_year: tuple[int, ...]) -> When | None:
    """Day, month and year in figures, or month first where that alone gives a date."""
    if len(day_month_year) != 3:
        return None
    day, month, year = day_month_year
    if month > 12:
        day, month = month, day
    return When(year=year, month=month, day=day) if 1 <= month <= 12 and 1 <= day <= 31 else None


@slot("year_month")
def _year_month() -> Slot:
    return Slot(rf"(?:1[0-9]|20)\d\d[.]\s?{_MONTH}", DIGIT_FIRST, _figures)


@rule(r"{year_month}\.?(?![\d-])(?=\s?[)~∼～–-]|$)", examples={"(2011.3~2013.2)": "2011-03"}, sure=True)
def month_in_figures(year_month: tuple[int, ...]) -> When:
    """``2011.3`` in a bracket or at the side of a range."""
    return When(year=year_month[0], month=year_month[1])


@rule(
    r"{year_month}(?=\.?\s?:?\s[가-힣(‘'《〈])",
    examples={"- [2005.11] 신사옥 이전": "2005-11"},
    never=["값은 2001.3 정도", "2001.3 버전"],
    only_after=r"(?:^|\n)[ \t]{0,4}[-•·*▲△▶◇◆○●■□]\s?",
    sure=True,
)
@rule(
    r"{year_month}(?=\.\s?:?\s[가-힣(‘'《〈])",
    examples={"[1995. 3]. 대표이사 취임": "1995-03"},
    only_after=r"(?:^|\n)[ \t]{0,4}",
    sure=True,
)
def month_at_the_head(year_month: tuple[int, ...]) -> When:
    """``1995. 3.`` at the head of a list's line."""
    return When(year=year_month[0], month=year_month[1])


@slot("month_day")
def _month_day() -> Slot:
    return Slot(rf"{_MONTH}/{_DAY}", DIGIT_FIRST, _figures)


@rule(
    r"{month_day}(?![\d/-]|\s?[가-힣]*분기)", examples={"2016년 10/4": "2016-10-04"}, never=["1/4분기", "값은 3/4이다"]
)
def month_and_day_in_figures(month_day: tuple[int, ...]) -> When:
    """``10/4``: month and day; a fraction has no room for a day."""
    return When(month=month_day[0], day=month_day[1])


@slot("month_day_in_points")
def _month_day_in_points() -> Slot:
    return Slot(rf"{_MONTH}\.\s?{_DAY}", DIGIT_FIRST, _figures)


@rule(
    r"{month_day_in_points}(?![\d-]|\.\d)",
    examples={"2023.9.30.~[10.2].까지": "2023-10-02"},
    never=["1.5~2.5배", "버전 2.3.1~2.4.5"],
    only_after=r"\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?[~∼～–-]\s?",
    sure=True,
)
def end_of_range_in_points(month_day_in_points: tuple[int, ...]) -> When:
    """``10.2.`` of ``2023.9.30.~10.2.``: month and day after a full date with points."""
    return When(month=month_day_in_points[0], day=month_day_in_points[1])


@rule(r"[(（][월화수목금토일](?:요일)?[)）]", examples={"2013년 2월 15일(금) 오후 3시": "2013-02-15T15:00"}, sure=True)
def weekday_in_brackets() -> When:
    """A weekday in brackets after a day; the day itself decides."""
    return When(weekday="")


@slot("listed_year")
def _listed_year() -> Slot:
    return Slot(r"(?:1[89]\d|20[0-2])\d", DIGIT_FIRST, integer)


@slot("bare_year")
def _bare_year() -> Slot:
    return Slot(r"(?:1[0-9]|20)\d\d", DIGIT_FIRST, integer)


@rule(
    r"{bare_year}(?:(?<![A-Za-z,]\s\d{4})(?=\s?[)）]|\s?[~∼～–-]\s?(?:\d{4}|현재)?\s?[)）])"
    r"|(?=[(（][가-힣]{2,4} \d{1,2}년?[)）]\s?[~∼～–)）-]))",
    examples={"피카소(1881~1973)": "1881", "그의 저서(1957)": "1957", "윤선도([1587](선조 20)∼1671(현종 12))": "1587"},
    never=["(전화 02-2011-1957)", "총 1957명"],
    sure=True,
    not_after=r"\b0\d{1,2}-|\d-\d{3,4}-",
)
def year_in_brackets(bare_year: int) -> When:
    """A bare year in brackets, as in life dates and after works."""
    return When(year=bare_year)


@rule(
    r"{listed_year}(?=,\s?(?:\d{4},\s?){0,8}\d{4}\s?[)）]|(?:(?<=\d,\s\d{4})|(?<=\d,\d{4}))\s?[)）])",
    examples={
        "월드컵 우승([1930], 1950)": "1930",
        "월드컵 우승(1958, 1962, [1970], 1994, 2002)": "1970",
        "월드컵 우승(1958, 1962, 1970, 1994, [2002])": "2002",
    },
    never=["(1930, 1950명)", "가격(1500, 1700)"],
    sure=True,
    only_after=r"[(（]|\d{4},\s?",
)
def years_in_brackets(listed_year: int) -> When:
    """Bare years in brackets, one for each time that something happened."""
    return When(year=listed_year)


@rule(
    r"{bare_year}(?!\s?(?:명|개|여|만|회|년|월|원|점))(?=\s?(?:[가-힣A-Za-z]+\s){0,2}[가-힣A-Za-z]{0,6}(?:올림픽|월드컵|아시안게임|아시안컵|패럴림픽|챔피언십|박람회|엑스포|선수권|영화제|모터쇼))",
    examples={"2014 소치 동계올림픽": "2014"},
    never=["관중 2014 명이 올림픽을 보았다"],
)
def year_of_games(bare_year: int) -> When | None:
    """The bare year in the name of games; it belongs to the name and is a time besides."""
    return When(year=bare_year, optional=True)


@rule(
    r"{bare_year}(?:(?<=[월일]\s\d{4})|(?<=[월일],\s\d{4}))(?=[^가-힣\d]|$|에|까지|부터|이후|이전)",
    examples={"[9월 10일, 2001]에 만났다 — 2016-11-07T00:00": "2001-09-10"},
    never=["9월 10일 2001에 만났다", "3월 3일 2015명이 왔다"],
)
def year_after_day(bare_year: int) -> When:
    """A bare year after the day, as it is told in translated speech."""
    return When(year=bare_year)


@rule(
    r"{bare_year}(?=\s{0,9}$)",
    examples={"1954 — 2013-02-12T04:30": "1954"},
    never=["1954", "총 1954"],
    only_after=r"^\s{0,9}",
)
def year_alone(bare_year: int) -> When:
    """A year that is all that is said."""
    return When(year=bare_year)


@rule(
    r"{day_number}(?=[)）])",
    examples={"오늘([18])부터 연다 — 2026-03-18": "2026-03-18"},
    never=["우리는 모두(18)", "오늘(40)"],
    sure=True,
    only_after=r"(?:오늘|어제|그제|내일|모레|이날|전날)[(（]",
)
def day_in_brackets(day_number: int) -> When | None:
    """The bare number of a day in brackets after 오늘, 이날 …: the same day told again."""
    return When(day=day_number) if 1 <= day_number <= 31 else None
