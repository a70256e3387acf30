"""Rules of repetitions: 매년, 월요일마다, 주 3회, 연간."""

from __future__ import annotations

from typing import Any

from pipeline.timex.draft import Length, Repeat, When
from pipeline.timex.duration import is_year
from pipeline.timex.numbers import DIGIT_FIRST
from pipeline.timex.rule import Slot, rule, slot, table_slot, words

table_slot("repetitions", ("word", "amount", "unit"), lambda row: Length(((float(row["amount"]), row["unit"]),)))


@rule(
    r"{repetitions}(?:(?<!간)|(?![가-힣])|(?=으로|의|에))(?!경제|신보|신문|유업|일유업)",
    examples={"매년 열린다": "P1Y", "연간 500만 달러": "P1Y", "격주로": "P2W"},
    never=["매일경제에 따르면", "숙종 연간에 지었다", "발매일을 정했다"],
    not_after=r"(?:[종조왕]\s?|[발판예구전]| 경)",
)
def repetition(repetitions: Length) -> Repeat:
    """A word for a repetition: 매년, 격주, 연간."""
    return Repeat(every=repetitions)


@rule(r"{length} ?마다", examples={"2년마다 열린다": "P2Y", "사흘마다": "P3D"}, never=["사람마다"])
def every_length(length: Length) -> Repeat:
    """A repetition after so long."""
    return Repeat(every=length)


@rule(
    r"{length}에 (?:\d{1,2}|한|두|세|네|몇) ?번(?:씩)?(?![째지])",
    examples={"4년에 한 번 열린다": "P4Y", "3주에 한 번씩": "P3W", "사흘에 한 번꼴로": "P3D"},
    never=["1년에 한 번째로", "2주에 두 번째 경기"],
)
def times_in_length(length: Length) -> Repeat | None:
    """So many times in a length: it comes back after so long; a year of the calendar is no length."""
    return None if is_year(length) else Repeat(every=length)


@slot("repeated_time")
def _repeated_time() -> Slot:
    days = {f"{c}요일": When(weekday=str(i)) for i, c in enumerate("월화수목금토일", 1)}
    days |= {"주말": When(weekday="WE"), "평일": When(weekday="WD"), "아침": When(daypart="MO"), "저녁": When(daypart="EV"),
             "밤": When(daypart="NI"), "새벽": When(daypart="DW"), "오후": When(daypart="AF"), "오전": When(daypart="MO"),
             "봄": When(part="SP"),
             "여름": When(part="SU"), "가을": When(part="FA"), "겨울": When(part="WI")}  # fmt: skip
    return words(days)


@slot("rate_clock")
def _rate_clock() -> Slot:
    return words({"초": "s", "분": "m", "시간": "h"}, behind=DIGIT_FIRST | frozenset("당"))


@rule(
    r"{rate_clock}당(?= ?(?:약 |최대 |평균 )?\d)",
    examples={"[분당] 70톤": "PT1M", "[시간당] 50mm": "PT1H", "[초당] 3회": "PT1S"},
    never=["분당 신도시", "1인당 5만 원"],
    not_after=r"\d\s?|[가-힣]",
    untagged=True,
)
def rate_by_clock(rate_clock: str) -> Repeat:
    """So much in a second, minute or hour."""
    return Repeat(every=Length(((1.0, rate_clock),)))


@rule(r"{repeated_time} ?마다", examples={"월요일마다 쉰다": "XXXX-WXX-1", "아침마다": "XXXX-XX-XXTMO"})
def at_each(repeated_time: When) -> Repeat:
    """A time that comes again and again."""
    return Repeat(at=repeated_time)


@slot("days_that_recur")
def _days_that_recur() -> Slot:
    return words({"주말": "WE", "평일": "WD"})


@slot("rate_unit")
def _rate_unit() -> Slot:
    units = {"하루": "D", "일": "D", "주": "W", "한 주": "W", "일주일": "W", "월": "M", "한 달": "M", "년": "Y", "연": "Y",
             "일 년": "Y", "한 해": "Y", "1년": "Y", "1일": "D", "1주일": "W"}  # fmt: skip
    return words(units, behind=DIGIT_FIRST | frozenset("에한두세네다몇수"))


@rule(
    r"{rate_unit}에? (?:\d+|한|두|세|네|다섯|몇|수) (?:회|번|차례)(?!째|전|의|말|초)",
    examples={"하루 세 번": "P1D", "주 3회": "P1W"},
    never=["전주 3회전", "제1주 3번"],
    not_after=r"[\d제]\s?",
)
def rate(rate_unit: Any) -> Repeat:
    """So many times a day, week, month or year."""
    return Repeat(every=Length(((1.0, rate_unit),)))
