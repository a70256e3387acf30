"""Rules of the clock: times of day, in words and in figures."""

from __future__ import annotations

import re

from pipeline.lexicon import read_table
from pipeline.timex.draft import When
from pipeline.timex.numbers import DIGIT_FIRST, after_numerals, integer
from pipeline.timex.rule import Slot, rule, slot, words

_NATIVE_HOUR = "(?:열한|열두|열하나|열둘|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)"
_SINO_TO_59 = "(?:[이삼사오]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구영])"


@slot("dayparts")
def _dayparts() -> Slot:
    return words({word: value for word, value in _all_dayparts().items() if " " not in word})


@slot("told_dayparts")
def _told_dayparts() -> Slot:
    return words({word: value for word, value in _all_dayparts().items() if " " in word})


def _all_dayparts() -> dict[str, tuple[str, str]]:
    rows = read_table("dayparts.csv", ("word", "value", "kind"))
    return {row["word"]: (row["value"], row["kind"]) for row in rows}


@slot("hour")
def _hour() -> Slot:
    return Slot(
        rf"(?:2[0-4]|1\d|0?\d|{_NATIVE_HOUR}|십[일이]?|영)",
        DIGIT_FIRST | set("한두세네다여일아열십영"),
        integer,
        after_numerals("한두세네다여일아열십영"),
    )


@slot("minute")
def _minute() -> Slot:
    return Slot(rf"(?:[1-5]\d|0?\d|{_SINO_TO_59})", DIGIT_FIRST, integer)


@slot("second")
def _second() -> Slot:
    return Slot(rf"(?:[1-5]\d|0?\d|{_SINO_TO_59})", DIGIT_FIRST, integer)


@slot("half_past")
def _half_past() -> Slot:
    return words({"반": 30})


@slot("zones")
def _zones() -> Slot:
    rows = read_table("zones.csv", ("word", "minutes"))
    return words({row["word"]: int(row["minutes"]) for row in rows})


@rule(
    r"{dayparts}"
    r"(?!바람|마다|이슬|형 |잠|식사|밥|뷔페|뉴스|드라마|배송|기도(?!도)|시장(?!에게|은|이 )|운동|산책|예불|을 (?:꼬박 )?(?:새|지새))"
    r"(?!(?<=야간|심야)(?: [가-힣]{2}|버스|학교|부[가를에의 ]|경기|근무|통행|열차|영업))",
    examples={"1945년 8월 15일 정오": "1945-08-15TMI", "1961년 4월 3일 새벽": "1961-04-03TDW"},
    never=["아침마다 걷는다", "야간 중학교", "심야 버스", "새벽바람이 차다", "밤을 새운 끝에", "저녁식사를 했다"],
)
def part_of_day(dayparts: tuple[str, str]) -> When:
    """A part of the day; midnight is a time on the clock."""
    value, kind = dayparts
    return When(hour=24, minute=0) if kind == "midnight" else When(daypart=value)


@slot("zero_hour")
def _zero_hour() -> Slot:
    return words({"자정 0시": 0, "자정 0 시": 0, "자정(0시)": 0, "새벽 0시": 0})


@rule(
    r"{zero_hour}(?!간)(?: {minute} 분)?",
    examples={"2016년 4월 27일 자정 0시": "2016-04-27T00:00", "2016년 4월 27일 자정 0시 30분": "2016-04-27T00:30"},
    untagged=True,
)
def zero_hour(zero_hour: int, minute: int | None) -> When:
    """Midnight told by its hour, too, which says which day's it is."""
    return When(hour=zero_hour, minute=minute or 0)


@rule(
    r"{told_dayparts}(?!바람|마다)",
    examples={"1961년 4월 3일 이른 아침": "1961-04-03TMO"},
    never=["너무 이른 아침마다"],
    untagged=True,
)
def told_part_of_day(told_dayparts: tuple[str, str]) -> When:
    """A part of the day with a word on how early or late."""
    return When(daypart=told_dayparts[0])


@rule(
    r"{hour} [시時](?!간|각(?!에)|\s?방향|즌|대(?![가-힣])|\s?\d{1,2}\s?분\s?전(?:[에의인]|까지|부터|쯤|(?![가-힣])))"
    r"(?: {minute} 분(?!의\s?\d|기)(?: {second} 초)?| "
    r"{half_past}(?=[^가-힣]|$|에|까지|부터|쯤|경|께|이|의|을|은|정도|으로|동안)"
    r"| {second:only} 초)?(?: 정각)?",
    examples={
        "1969년 7월 20일 오후 8시 17분": "1969-07-20T20:17",
        "2020년 1월 1일 세 시 반": "2020-01-01T03:30",
        "[2020년 1월 1일 오전 1시 13분] 전남 고흥": "2020-01-01T01:13",
    },
    never=["두 시간 동안", "미국시장", "일시적으로", "다시 시작했다"],
)
def hour(hour: int, minute: int | None, second: int | None, half_past: int | None, only: int | None) -> When | None:
    """Hour, minute and second; ``반`` is half past."""
    if only is not None:
        return When(hour=hour, minute=0, second=only)
    return When(hour=hour, minute=minute if half_past is None else half_past, second=second)


@rule(
    r"{zones}(?: 기준)?(?:으로)? {hour} 시(?!간)(?: {minute} 분(?: {second} 초)?)?",
    examples={"2011년 2월 15일 협정 세계시 4시 42분": "2011-02-15T04:42"},
    never=["협정 세계시 기준"],
)
def hour_in_zone(zones: int, hour: int, minute: int | None, second: int | None) -> When:
    """The hour by the clocks of a zone told before it."""
    return When(hour=hour, minute=minute, second=second, zone=zones)


@rule(
    r"{hour} 시 {minute} 분 전",
    examples={"2020년 1월 1일 오후 세 시 십 분 전": "2020-01-01T14:50"},
    never=["3시 10분 전화가 왔다"],
)
def minutes_to_hour(hour: int, minute: int) -> When:
    """So many minutes before the hour."""
    return When(hour=(hour - 1) % 24, minute=60 - minute)


@slot("figures")
def _figures() -> Slot:
    regex = r"(?:2[0-4]|1\d|0?\d)[:：][0-5]\d(?:[:：][0-5]\d)?(?!\d)"
    return Slot(regex, DIGIT_FIRST, lambda w: [int(f) for f in re.findall(r"\d+", w)])


@slot("meridiem")
def _meridiem() -> Slot:
    return Slot(
        r"(?:[AaPp]\.?[Mm]\.?|(?<=\d)[ap])(?![A-Za-z])", frozenset("AaPp"), lambda w: "MO" if w[0] in "Aa" else "AF"
    )


@rule(
    r"{figures}(?!\s?[:：]|\.\d|절)(?: {meridiem})?(?:\s?{zones}(?![A-Za-z]))?",
    examples={"2013년 2월 12일 15:30": "2013-02-12T15:30", "2013년 2월 12일 3:20pm": "2013-02-12T15:20"},
    never=["3:2로 이겼다", "요한복음 3:16절"],
    sure=True,
)
def clock_in_figures(figures: list[int], meridiem: str | None, zones: int | None) -> When:
    """``15:30``, ``3:20 pm``, ``8:00 GMT``."""
    hour, minute, *second = figures
    return When(daypart=meridiem, hour=hour, minute=minute, second=second[0] if second else None, zone=zones)


@rule(
    r"{hour} {meridiem}(?<!2[AP]M(?=[,·의은는이가와과]))(?:\s?{zones}(?![A-Za-z]))?",
    examples={"2013년 2월 12일 3pm": "2013-02-12T15:00"},
    never=["그룹 2AM의 노래", "A4 3매", "제품 3A형", "비타민 3 a"],
    sure=True,
)
def hour_with_meridiem(hour: int, meridiem: str, zones: int | None) -> When | None:
    """``3PM``."""
    return When(daypart=meridiem, hour=hour, zone=zones)
