"""Rules of parts and named days of the year: quarters, seasons, weeks, weekdays, holidays."""

from __future__ import annotations

from pipeline.lexicon import read_table
from pipeline.timex.draft import When
from pipeline.timex.numbers import after_numerals, integer
from pipeline.timex.rule import Slot, rule, slot, table_slot, words


@slot("quarter")
def _quarter() -> Slot:
    return Slot("[1-4일이삼사]", frozenset("1234일이삼사"), integer, after_numerals("일이삼사"))


table_slot("seasons", ("word", "value", "mod"), lambda row: (row["value"], row["mod"] or None), optional=("mod",))

table_slot("weekdays", ("word", "value"), lambda row: row["value"])

table_slot("ordinals", ("word", "value"), lambda row: int(row["value"]))

table_slot("holidays", ("word", "month", "day", "calendar"),
           lambda row: (int(row["month"]), int(row["day"]), row["calendar"] == "lunar"))  # fmt: skip


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
    r"{seasons}(?<![가-힣]의\s봄)(?! ?(?:궁전|궁을|왕국)|야구)",
    examples={"1957년 겨울": "1957-WI", "1987년 늦봄": "1987-SP"},
    never=["해 봄직하다", "프라하의 봄은 짧았다", "겨울 궁전을 점령하였다"],
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


@rule(
    r"{weekdays}(?!마다|\s?드라마|극|농장|부부)",
    examples={"2016년 1월 12일 화요일": "2016-01-12"},
    never=["월요일마다 쉰다", "주말극을 보았다", "주말농장에 갔다"],
)
def weekday(weekdays: str) -> When:
    """A day of the week."""
    return When(weekday=weekdays)


@rule(
    r"{holidays}(?!(?<=\d)\s?(?:때|직후|직전|전후|당시|이후|와중))(?!\s?(?:전쟁|동란|사변|혁명|운동|정변|쿠데타|의거|사태|항쟁|선언|테러|민주|연휴|캐럴|트리|선물|해방|광복|참전|군사|공동|부정|사건|만세|메시지|카드|영화|음악|송|섬|전투|대박|특별\s?사면|사면|특사|가석방))",
    examples={"1945년 광복절": "1945-08-15", "2024년 추석": "2024-09-17", "1958년 크리스마스": "1958-12-25"},
    never=["6·25 전쟁에 참전했다", "5·18 민주화운동", "4·19혁명"],
)
def holiday(holidays: tuple[int, int, bool]) -> When:
    """A named day; not inside the name of what happened on it."""
    return When(month=holidays[0], day=holidays[1], lunar=holidays[2])


table_slot("movable_holidays", ("word", "month", "order", "weekday"),
           lambda row: When(month=int(row["month"]), nth=int(row["order"]), weekday=row["weekday"]))  # fmt: skip


@rule(
    r"{movable_holidays}(?!\s?(?:예배|연휴|선물|카드))",
    examples={"2016년 추수감사절에": "2016-11-24", "2024년 성년의 날": "2024-05-20"},
    never=["추수감사절 예배를 드렸다"],
)
def movable_holiday(movable_holidays: When) -> When:
    """A day that is named and falls on a weekday of a month."""
    return movable_holidays


@slot("computed_days")
def _computed_days() -> Slot:
    return words({row["word"]: _computed(row) for row in _computed_rows() if row["alone"]})


@slot("all_computed_days")
def _all_computed_days() -> Slot:
    return words({row["word"]: _computed(row) for row in _computed_rows()})


def _computed_rows() -> list[dict[str, str]]:
    return read_table("computed_days.csv", ("word", "kind", "number", "month", "alone"), optional=("alone",))


def _computed(row: dict[str, str]) -> tuple[str, int, int]:
    return row["kind"], int(row["number"]), int(row["month"])


@rule(
    r"{computed_days}(?!\s?(?:달걀|계란|예배|연휴|음식|대길))",
    examples={"2024년 부활절": "2024-03-31", "[입춘]인 4일 — 2026-02-04": "2026-02-04", "2021년 동짓날": "2021-12-22"},
    never=["부활절 달걀", "입춘대길을 써 붙였다"],
)
def computed_day(computed_days: tuple[str, int, int]) -> When:
    """A day that is reckoned for each year: Easter, the solar terms."""
    return When(computed=computed_days)


@rule(
    r"{all_computed_days}",
    examples={"절기상 [대설]인 7일 — 2026-12-07": "2026-12-07"},
    never=["대설 경보가 내렸다", "소설을 썼다"],
    only_after=r"절기(?:상|인)?\s?['‘]?",
)
def solar_term(all_computed_days: tuple[str, int, int]) -> When:
    """A solar term whose name means other things too, where it is said to be one."""
    return When(computed=all_computed_days)


@slot("edge_of_period")
def _edge_of_period() -> Slot:
    return words({"연초": ("Y", "START"), "연말": ("Y", "END"), "월초": ("M", "START"), "월말": ("M", "END"),
                  "세기말": ("C", "END"), "세기 초": ("C", "START"), "연말연시": ("Y", "END"), "연중": ("Y", "MID"),
                  "연내": ("Y", "ON_OR_BEFORE")})  # fmt: skip


@rule(
    r"{edge_of_period}(?!정산)",
    examples={"1997년의 일이다. [연말]에": "1997", "[연내] 마친다 — 2025-11-14": "2025"},
    never=["연말정산을 했다"],
)
def edge_of_period(edge_of_period: tuple[str, str]) -> When:
    """The beginning or end of the year, month or century that is spoken of."""
    unit, mod = edge_of_period
    return When(shift=((0, unit),), base="speech", mod=mod)
