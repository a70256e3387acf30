"""Rules of the calendar: years, months, days, weeks and their parts, written out or in figures."""

from __future__ import annotations

import re
import unicodedata

from pipeline.lexicon import read_table
from pipeline.timex.draft import When
from pipeline.timex.numbers import HANJA, SINO, number
from pipeline.timex.rule import Slot, rule, slot, table_slot, words

_DIGIT = frozenset("0123456789０１２３４５６７８９")
_SINO_FIRST = frozenset("일이삼사오육칠팔구천")
_HANJA_FIRST = frozenset("一二三四五六七八九十百千元")


def _integer(word: str) -> int:
    value = number(word)
    return int(value) if value is not None else -1


@slot("year")
def _year() -> Slot:
    """A year of three or four figures, or spelled out to the thousand or figure by figure."""
    regex = rf"(?:\d{{3,4}}|[일이삼사오육칠팔구]?천[일이삼사오육칠팔구백십]*|[일이삼사오육칠팔구영공]{{4}}|{HANJA})"
    return Slot(regex, _DIGIT | _SINO_FIRST | _HANJA_FIRST, _integer)


@slot("year_number")
def _year_number() -> Slot:
    """Any number of a year, after an era's name."""
    return Slot(rf"(?:\d{{1,4}}|{SINO}|{HANJA}|원|元)", frozenset(), lambda w: 1 if w in "원元" else _integer(w))


@slot("two")
def _two() -> Slot:
    return Slot(r"\d{2}", _DIGIT, _integer)


@slot("month_number")
def _month_number() -> Slot:
    regex = r"(?:1[0-2]|0?[1-9]|１[０-２]|[１-９]|十[一二]?|[一二三四五六七八九正])"
    return Slot(regex, _DIGIT | _HANJA_FIRST | {"正"}, lambda w: 1 if w == "正" else _integer(w))


@slot("day_number")
def _day_number() -> Slot:
    regex = rf"(?:3[01]|[12]\d|0?[1-9]|[１２３]?[０-９]|[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구]|{HANJA})"
    return Slot(regex, _DIGIT | _HANJA_FIRST | _SINO_FIRST | {"십"}, _integer)


@slot("quarter")
def _quarter() -> Slot:
    return Slot("[1-4일이삼사]", frozenset("1234일이삼사"), _integer)


@slot("month_name")
def _month_name() -> Slot:
    rows = read_table("months.csv", ("word", "month", "calendar"))
    return words({row["word"]: (int(row["month"]), row["calendar"] == "lunar") for row in rows})


table_slot("month_days", ("word", "day"), lambda row: int(row["day"]))
table_slot("seasons", ("word", "value", "mod"), lambda row: (row["value"], row["mod"] or None), optional=("mod",))
table_slot("weekdays", ("word", "value"), lambda row: row["value"])
table_slot("ordinals", ("word", "value"), lambda row: int(row["value"]))
table_slot("eras", ("word", "first_year", "source"), lambda row: int(row["first_year"]))
table_slot("holidays", ("word", "month", "day", "calendar"),
           lambda row: (int(row["month"]), int(row["day"]), row["calendar"] == "lunar"))  # fmt: skip


@rule(
    r"{year} [년年](?:도(?=[\s에의부까,.)]|$)|(?!\s?(?:동안|만에|내내|간(?![가-힣])|이상|이내|가까이|넘게|남짓|째))(?!생\b))",
    examples={
        "1957년에 발사했다": "1957",
        "천구백오십칠년의 일": "1957",
        "一九五七年": "1957",
        "2013년도 예산": "2013",
    },
    never=["역사 5000년을 자랑한다", "500년 동안 이어졌다"],
)
def year(year: int) -> When | None:
    """A year; round hundreds of three figures and far-off thousands are lengths (``오백 년 역사``)."""
    if not 100 <= year <= 2200 or (year < 1000 and year % 50 == 0):
        return None
    return When(year=year)


@rule(
    r"{before_christ} {year_number} 년(?!\s?(?:동안|만에|간))",
    examples={"기원전 63년 9월에": "BC0063-09", "서기 14년에": "0014"},
)
def year_of_christ(before_christ: bool, year_number: int) -> When | None:
    """A year counted from Christ's birth, said so."""
    return When(year=-year_number if before_christ else year_number) if year_number > 0 else None


@slot("year_figures")
def _year_figures() -> Slot:
    return Slot(r"\d{1,4}", _DIGIT, _integer)


@rule(
    r"{before_christ} {year_figures}(?!\s?[년세\d~]|\d)",
    examples={"A.D. 476 서로마가 멸망했다": "0476", "B.C. 31 악티움": "BC0031"},
    never=["서기 3명", "BC 카드"],
    sure=True,
)
def year_of_christ_bare(before_christ: bool, year_figures: int) -> When | None:
    """``B.C. 31``, ``AD 476``."""
    if not before_christ and year_figures < 100:
        return None
    return When(year=-year_figures if before_christ else year_figures) if year_figures else None


@slot("before_christ")
def _before_christ() -> Slot:
    before = ("기원전", "서력기원전", "서기전", "B.C.", "BC", "B.C", "B. C.", "BCE", "주전")
    after = ("기원후", "서기", "서력", "A.D.", "AD", "A.D", "CE")
    return words(dict.fromkeys(before, True) | dict.fromkeys(after, False))


@rule(
    r"{eras}(?:\s?\([^()]{1,6}\))? (?:재위 |즉위 )?{year_number} 년(?!\s?(?:동안|만에|간))",
    examples={
        "광해군 3년에": "1611",
        "단기 4288년": "1955",
        "쇼와 16년": "1941",
        "세종 25년": "1443",
        "광무 원년": "1897",
    },
    never=["가정 형편"],
    untagged=True,
)
def era_year(eras: int, year_number: int) -> When | None:
    """A year of a reign or an era, by the first year of the era in the lexicon."""
    if not 1 <= year_number <= (5000 if eras < 0 else 110):
        return None
    year = eras + year_number - 1
    return When(year=year if year > 0 else year - 1)


@slot("sexagenary")
def _sexagenary() -> Slot:
    stems, branches = "갑을병정무기경신임계", "자축인묘진사오미신유술해"
    return words({stems[i % 10] + branches[i % 12]: i for i in range(60)})


@rule(
    r"{sexagenary}년(?:\s?\([甲-龥]{2,3}\))?",
    examples={"1597년에 썼다. [갑오년 4월]의": "1594-04", "1890년대에, 1896년 이전 [을미년]": "1895"},
    never=["경사 년", "신사 년도"],
)
def sexagenary_year(sexagenary: int) -> When:
    """A year by its name in the cycle of sixty, the nearest to what is told."""
    return When(cycle=sexagenary)


@rule(r"{eras} 즉위년", examples={"세종 즉위년에": "1418", "철종 즉위년": "1849"}, never=["세종 즉위식"], untagged=True)
def accession_year(eras: int) -> When:
    """The year of a king's accession, the year before his first full one."""
    return When(year=eras - 1)


@rule(r"['’‘]{two} 년", examples={"'57년 가을": "1957-FA", "’88년에": "1988"}, sure=True)
def apostrophe_year(two: int) -> When:
    """A year without its century, marked by an apostrophe."""
    return When(short_year=two)


@rule(
    r"{two} 년(?:도(?=[\s에의부까,.)]|거|$)(?!\s?(?:전|안|채|더|넘|못))|(?=\s?\d{1,2}\s?월)|"
    r"(?=작|생|산|\s?(?:월드컵|올림픽|대선|총선|시즌)))",
    examples={"57년 10월 4일": "1957-10-04", "80년작": "1980", "03년도 영화": "2003"},
    never=["30년 넘게 일했다", "20년 만의 우승"],
)
def short_year(two: int) -> When:
    """A year of two figures, where a month or ``도`` shows that it is no length."""
    return When(short_year=two)


@rule(
    r"{two} 년(?=(?:에(?!\s?걸쳐|\s?한)|에는|부터|까지|도에)(?![가-힣]))",
    examples={"94년에 나온": "1994", "97년에는": "1997"},
    never=["10년에 한 번"],
)
def short_year_with_josa(two: int) -> When | None:
    """``94년에``: two figures that are too many for a length, with a particle of time."""
    return When(short_year=two) if two >= 60 else None


@slot("decade")
def _decade() -> Slot:
    return Slot(r"(?:1\d|20)\d0|[1-9]0", _DIGIT, _integer)


@rule(
    r"{decade} 년대",
    examples={"1960년대에는": "196", "1920년대 중반독일의": "192", "90년대 풍": "199", "2000년대": "200"},
    sure=True,
)
def decade(decade: int) -> When:
    """A decade; of two figures, in the last century."""
    return When(decade=(decade if decade >= 100 else 1900 + decade if decade >= 30 else 2000 + decade) // 10)


@rule(r"{before_christ} {year_number} 년대", examples={"기원전 60년대": "BC006"}, sure=True)
def decade_of_christ(before_christ: bool, year_number: int) -> When | None:
    """A decade counted from Christ's birth."""
    return When(decade=-(year_number // 10) if before_christ else year_number // 10) if year_number >= 10 else None


@slot("century")
def _century() -> Slot:
    return Slot(rf"(?:\d{{1,2}}|{SINO})", _DIGIT | _SINO_FIRST | {"십"}, _integer)


@rule(
    r"{century} 세기(?!\s?(?:동안|폭스|만에|간(?![가-힣])))",
    examples={"19세기 말,러시아의": "18", "21세기 들어": "20", "이십일세기": "20"},
    never=["20세기폭스", "5세기 동안 이어진"],
)
def century(century: int) -> When | None:
    """A century by the first two figures of its years."""
    return When(century=century - 1) if 1 <= century <= 30 else None


@rule(r"{before_christ} {year_number} 세기", examples={"기원전 3세기": "BC02", "기원후 1세기 말": "00"}, sure=True)
def century_of_christ(before_christ: bool, year_number: int) -> When | None:
    """A century counted from Christ's birth; the third before him is 300–201."""
    if not 1 <= year_number <= 99:
        return None
    return When(century=-year_number if before_christ else year_number - 1)


@rule(
    r"{month_number} [월月](?:달(?![가-힣]{2}))?(?!호|요일|드컵|급|세|남|북|별\s)",
    examples={"1957년10월": "1957-10", "1998년 3 월": "1998-03"},
    never=["1월호에 실렸다", "제2월드컵"],
)
def month(month_number: int) -> When:
    """A month by its number."""
    return When(month=month_number)


@rule(
    r"{month_name}(?!호)",
    examples={"이천이십년 삼월": "2020-03", "2005년 시월": "2005-10"},
    never=["유월절을 지켰다", "그 세월이 흘렀다"],
)
def month_by_name(month_name: tuple[int, bool]) -> When:
    """A month by its name; 정월, 동짓달 and 섣달 are lunar."""
    return When(month=month_name[0], lunar=month_name[1])


@slot("lunar")
def _lunar() -> Slot:
    return words({"음력": True, "양력": False})


@slot("leap")
def _leap() -> Slot:
    return words({"윤": True, "윤달": True})


@rule(
    r"{lunar} (?:{leap} )?(?:{month_number} 월|{month_name})(?!호)",
    examples={"1392년 음력 8월": "1392-09", "2020년 음력 윤4월": "2020-06"},
)
def lunar_month(lunar: bool, leap: bool | None, month_number: int | None, month_name: tuple[int, bool] | None) -> When:
    """A month said to be lunar (or solar)."""
    month = month_number or (month_name[0] if month_name else None)
    return When(month=month, lunar=lunar, leap=bool(leap))


@rule(r"윤 {month_number} 월", examples={"1417년 윤5월": "1417-07"})
def leap_month(month_number: int) -> When:
    """An intercalary month of the lunar calendar."""
    return When(month=month_number, lunar=True, leap=True)


@rule(
    r"{day_number} [일日](?!간(?![가-힣])|째|차|장|치|당|\s?(?:동안|만에|내내|이내|이상|가량|남짓|가까이|정도|넘게|안에))",
    examples={"1957년 10월 4일": "1957-10-04", "1597년 9월 16일": "1597-09-16"},
    never=["제3일장", "5일장이 섰다", "23일간", "미사일을 쏘았다"],
)
def day(day_number: int) -> When | None:
    """A day of the month."""
    return When(day=day_number) if 1 <= day_number <= 31 else None


@rule(
    r"{month_days}",
    examples={"2024년 3월 말일": "2024-03-31", "정월 열나흘": "XXXX-01-14"},
    never=["보름 동안", "열하루 뒤"],
    only_after=r"[월달]\s{0,2}",
)
def day_by_name(month_days: int) -> When:
    """A day of the month by its native name, after the month."""
    return When(day=month_days)


@slot("plain_month_days")
def _plain_month_days() -> Slot:
    rows = read_table("month_days.csv", ("word", "day"))
    return words(
        {row["word"]: int(row["day"]) for row in rows if row["word"][0] in "초그말" or row["word"].startswith("스무하")}
    )


@rule(r"{plain_month_days}", examples={"1392년 8월이었다. [초사흘]에": "1392-08-03"}, never=["초이스", "그믐달이 떴다"])
def plain_day_by_name(plain_month_days: int) -> When:
    """A day of the month by a name that means nothing else."""
    return When(day=plain_month_days)


_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"


def _figures(word: str) -> tuple[int, ...]:
    """The numbers in a date in figures; none if its signs differ (``1957.10-4``)."""
    plain = unicodedata.normalize("NFKC", word)
    signs = {c for c in plain if c in "./-"}
    return tuple(int(f) for f in re.findall(r"\d+", plain)) if len(signs) == 1 else ()


@slot("year_month_day")
def _year_month_day() -> Slot:
    return Slot(rf"(?:\d{{4}}|['’]?\d{{2}})\s?[./-]\s?{_MONTH}\s?[./-]\s?{_DAY}", _DIGIT | {"'", "’"}, _figures)


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
    return Slot(r"\d{1,2}[./-]\d{1,2}[./-]\d{4}", _DIGIT, _figures)


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
    return Slot(rf"(?:1[0-9]|20)\d\d[.]\s?{_MONTH}", _DIGIT, _figures)


@rule(r"{year_month}\.?(?![\d-])(?=\s?[)~∼～–-]|$)", examples={"(2011.3~2013.2)": "2011-03"}, sure=True)
def month_in_figures(year_month: tuple[int, ...]) -> When:
    """``2011.3`` in a bracket or at the side of a range."""
    return When(year=year_month[0], month=year_month[1])


@slot("month_day")
def _month_day() -> Slot:
    return Slot(rf"{_MONTH}/{_DAY}", _DIGIT, _figures)


@rule(
    r"{month_day}(?![\d/-]|\s?[가-힣]*분기)", examples={"2016년 10/4": "2016-10-04"}, never=["1/4분기", "값은 3/4이다"]
)
def month_and_day_in_figures(month_day: tuple[int, ...]) -> When:
    """``10/4``: month and day; a fraction has no room for a day."""
    return When(month=month_day[0], day=month_day[1])


@rule(
    r"{quarter}(?:사|\s?/\s?4)? 분기(?!점|별)",
    examples={"2018년 4분기": "2018-Q4", "2016년 3사분기": "2016-Q3", "2012년 1/4분기": "2012-Q1"},
    never=["분기점을 지났다"],
)
def quarter(quarter: int) -> When:
    """A quarter of a year."""
    return When(part=f"Q{quarter}")


@slot("half")
def _half() -> Slot:
    return words({"상반기": "H1", "하반기": "H2", "전반기": "H1", "후반기": "H2"})


@rule(r"{half}", examples={"2012년 상반기": "2012-H1", "1999년 하반기에는": "1999-H2"})
def half(half: str) -> When:
    """A half of a year."""
    return When(part=half)


@rule(
    r"{seasons}(?<![가-힣]의\s봄)",
    examples={"1957년 겨울": "1957-WI", "1987년 늦봄": "1987-SP"},
    never=["해 봄직하다", "프라하의 봄은 짧았다"],
)
def season(seasons: tuple[str, str | None]) -> When:
    """A season."""
    return When(part=seasons[0], mod=seasons[1])


@rule(
    r"{ordinals} 주(?!년|기|간(?![가-힣])|일간|째|\s?동안)(?:(?=\s?[월화수목금토일]요일))?",
    examples={"2014년 10월 첫째 주": "2014-W40", "2016년 12월 마지막 주": "2016-W52"},
    never=["첫 주자로 나섰다"],
)
def week_of_month(ordinals: int) -> When:
    """A week of a month by its order."""
    return When(week=ordinals)


@rule(
    r"{ordinals} {weekdays}",
    examples={"2014년 9월 셋째 화요일": "2014-09-16", "2014년 3월 마지막 일요일": "2014-03-30"},
)
def weekday_of_month(ordinals: int, weekdays: str) -> When | None:
    """A weekday of a month by its order."""
    return When(nth=ordinals, weekday=weekdays) if weekdays.isdigit() else None


@rule(r"{ordinals} 날(?!씨|개|짜)", examples={"2015년 10월 마지막 날": "2015-10-31", "1999년 1월 첫날": "1999-01-01"})
def day_of_period(ordinals: int) -> When:
    """A day of a month or year by its order."""
    return When(nth=ordinals)


@rule(r"{weekdays}(?!마다|\s?드라마)", examples={"2016년 1월 12일 화요일": "2016-01-12"}, never=["월요일마다 쉰다"])
def weekday(weekdays: str) -> When:
    """A day of the week."""
    return When(weekday=weekdays)


@rule(r"[(（][월화수목금토일](?:요일)?[)）]", examples={"2013년 2월 15일(금) 오후 3시": "2013-02-15T15"}, sure=True)
def weekday_in_brackets() -> When:
    """A weekday in brackets after a day; the day itself decides."""
    return When(weekday="")


@rule(
    r"{holidays}(?!\s?(?:전쟁|동란|사변|혁명|운동|정변|쿠데타|의거|사태|항쟁|선언|테러|민주|연휴|캐럴|트리|선물|해방|광복|참전|군사|공동|부정|사건|만세|메시지|카드|영화|음악|송|섬|전투|대박))",
    examples={"1945년 광복절": "1945-08-15", "2024년 추석": "2024-09-17", "1958년 크리스마스": "1958-12-25"},
    never=["6·25 전쟁에 참전했다", "5·18 민주화운동", "4·19혁명"],
)
def holiday(holidays: tuple[int, int, bool]) -> When:
    """A named day; not inside the name of what happened on it."""
    return When(month=holidays[0], day=holidays[1], lunar=holidays[2])


@slot("edge_of_period")
def _edge_of_period() -> Slot:
    return words({"연초": ("Y", "START"), "연말": ("Y", "END"), "월초": ("M", "START"), "월말": ("M", "END"),
                  "세기말": ("C", "END"), "세기 초": ("C", "START"), "연말연시": ("Y", "END"), "연중": ("Y", "MID")})  # fmt: skip


@rule(r"{edge_of_period}(?!정산)", examples={"1997년의 일이다. [연말]에": "1997"}, never=["연말정산을 했다"])
def edge_of_period(edge_of_period: tuple[str, str]) -> When:
    """The beginning or end of the year, month or century that is spoken of."""
    unit, mod = edge_of_period
    return When(shift=((0, unit),), base="speech", mod=mod)


@slot("bare_year")
def _bare_year() -> Slot:
    return Slot(r"(?:1[0-9]|20)\d\d", _DIGIT, _integer)


@rule(
    r"{bare_year}(?<![A-Za-z,]\s\d{4})(?=\s?[)）]|\s?[~∼～–-]\s?(?:\d{4}|현재)?\s?[)）])",
    examples={"피카소(1881~1973)": "1881", "그의 저서(1957)": "1957"},
    never=["(전화 02-2011-1957)", "총 1957명"],
    sure=True,
    not_after=r"\b0\d{1,2}-|\d-\d{3,4}-",
)
def year_in_brackets(bare_year: int) -> When:
    """A bare year in brackets, as in life dates and after works."""
    return When(year=bare_year)


@rule(
    r"{bare_year}(?!\s?(?:명|개|여|만|회|년|월|원|점))(?=\s?(?:[가-힣A-Za-z]+\s){0,2}[가-힣A-Za-z]{0,6}(?:올림픽|월드컵|아시안게임|아시안컵|패럴림픽|챔피언십|박람회|엑스포|선수권|영화제|모터쇼))",
    examples={"2014 소치 동계올림픽": "2014"},
    never=["관중 2014 명이 올림픽을 보았다"],
)
def year_of_games(bare_year: int) -> When | None:
    """The bare year in the name of games; it belongs to the name and is a time besides."""
    return When(year=bare_year, optional=True)
