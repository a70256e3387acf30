"""Rules of times told from another one: 어제, 올해, 지난 3월, 이듬해, 사흘 뒤."""

from __future__ import annotations

from pipeline.timex.draft import Length, When
from pipeline.timex.duration import goes_finer, is_year, steps
from pipeline.timex.rule import Slot, rule, slot, table_slot, words

# The Moon, where 이 달 and 다가오는 달 are no months: what is done there or lies there.
_OF_THE_MOON = (
    r"착륙|탐사|표면|궤도|뒷면|뒤편|앞면|의\s?(?:뒷면|뒤편|앞면|표면|궤도|중력|극지|암석)|여행|비행|기지|유인|무인"
)
_MOON = rf"\s?(?:{_OF_THE_MOON}|로|을|에\s?(?:도달|착륙|도착|사람|보내|내려)|에서|이\s|과\s|주위|주변|까지|위를)"

# 올해의 선수, 이달의 신인왕: names of honours.
_HONOUR = (
    r"의 (?:선수|책|인물|감독|작가|배우|가수|앨범|노래|음반|영화|게임|자동차|차|골|팀|신인|신인왕|기자|예술가|건축가|"
    r"과학자|기업인|시인|소설|발명|단어)(?![가-힣]*들)"
)

# A length that has passed: 6일이, 한 달이, 열흘이 지난.
_PASSED = (
    r"(?:\d ?(?:일|월|년|주|달|시간|분|개월|해|주일)|[한두세네석넉] ?(?:달|해|주|주일|시간)"
    r"|하루|이틀|[사나열]흘|닷새|엿새|이레|여드레|아흐레|보름|반년)"
)

table_slot("deictics", ("word", "unit", "amount", "base"),
           lambda row: When(shift=((int(row["amount"]), row["unit"]),), base=row["base"]))  # fmt: skip
table_slot("directions", ("word", "value"), lambda row: int(row["value"]))
table_slot("references", ("word", "value"), lambda row: row["value"])


@rule(
    rf"{{deictics}}(?!{_HONOUR}|마다|\s?드라마|(?<=오늘)날(?!씨|짜)|(?<=\s달){_MOON}|(?<=\s주)\s?(?:정부|의회|장관))",
    examples={
        "1949년 3월 붕괴되었으며 [같은 해]에는": "1949",
        "1998년에 이겼다. [이듬해] 졌다.": "1999",
        "1961년 4월 12일이었다. [다음 날]": "1961-04-13",
    },
    never=["전주시에서 열렸다", "올바른 자세", "전날개를 접었다", "오늘날에는산탄젤로 성에서"],
)
def deictic(deictics: When) -> When:
    """A word for a day, week, month or year counted from the speaker's (오늘) or the story's (이듬해)."""
    return deictics


@rule(
    r"전달(?=보다|에 비(?:해|하|교)|과 비교|\s?대비)",
    examples={"2011년 8월에는 [전달]보다 줄었다": "2011-07"},
    never=["전달 방식", "서류를 전달보다 늦게", "정보 전달보다", "메시지 전달에 비중을"],
    only_after=r"[은는이가로도에만서며고,]\s",
)
def month_before() -> When:
    """The month before, where something is compared with it; 전달 is a handing over elsewhere."""
    return When(shift=((-1, "M"),), base="story")


@rule(r"올 시즌", examples={"[올 시즌]에 — 2003-05-01": "2003"}, never=["올시장"])
def this_season() -> When:
    """The sports season of this year."""
    return When(shift=((0, "Y"),), base="speech")


@rule(
    r"올(?=\s?(?:초|말|연말|상반기|하반기|\d|봄|여름|가을|겨울|시즌|들어|설|추석|한\s?해))",
    examples={"[올 12월]에 열린다 — 2003-05-01": "2003-12"},
    never=["올바른 자세"],
)
def this_year() -> When:
    """올 before a part of the year."""
    return When(shift=((0, "Y"),), base="speech")


@slot("weekend")
def _weekend() -> Slot:
    return words({"그 주말": "WE", "같은 주말": "WE"})


@rule(
    r"{weekend}(?!극|농장|부부|\s?드라마)",
    examples={"1961년 4월 12일이었다. [그 주말]에": "1961-W15-WE", "[그 주말]에 쉬었다": "XXXX-WXX-WE"},
    never=["그 주말극을 보았다"],
)
def that_weekend(weekend: str) -> When:
    """The weekend of the week just told."""
    return When(shift=((0, "W"),), base="story", weekday=weekend)


@slot("periods")
def _periods() -> Slot:
    units = {"해": "Y", "연도": "Y", "년": "Y", "년도": "Y", "달": "M", "주": "W", "주일": "W", "주간": "W", "분기": "Q",
             "반기": "H", "시즌": "Y", "세기": "C", "학기": "H"}  # fmt: skip
    return words(units)


@rule(
    rf"{{directions}} {{periods}}(?!인공|자\s|제(?![는가도])|요\s|의보|간지|년|(?<=\s달)\s?(?:{_OF_THE_MOON}))",
    examples={"지난주에 열렸다": "XXXX-WXX", "다음 분기까지": "XXXX-QX", "다음 달까지 치른다": "XXXX-XX"},
    never=["지난 주인공", "이번 주자", "이번 달 착륙은 성공했다"],
    untagged=True,
)
def near_period(directions: int, periods: str) -> When | None:
    """지난, 이번, 다음, 오는 with a period."""
    return When(shift=((min(directions, 1), periods),), base="speech")


@slot("double_directions")
def _double_directions() -> Slot:
    return words({"지지난": -2, "저저번": -2, "다다음": 2, "지난 번": -1})


@rule(r"{double_directions} {periods}", examples={"지지난주에": "XXXX-WXX"}, untagged=True)
def far_period(double_directions: int, periods: str) -> When:
    """지지난, 다다음 with a period: two steps."""
    return When(shift=((double_directions, periods),), base="speech")


@rule(
    rf"이 달(?!{_MOON}|{_HONOUR})(?=(?<=이달)|\s?(?:에|의|들어|중|말|초|안에|\d))",
    examples={"1997년 6월에 옮겼다. [이달 말]에": "1997-06"},
    never=["이 달 착륙은 성공했다", "많은 이들은 이 달의 뒷면을 보았다"],
)
def this_month() -> When:
    """이달, and 이 달 where it is not the Moon."""
    return When(shift=((0, "M"),), base="speech")


@rule(r"금세기", examples={"1950년이다. [금세기]의": "19"}, never=["지금 세기의 대결"])
def this_century() -> When:
    """금세기."""
    return When(shift=((0, "C"),), base="speech")


@rule(
    r"이 해(?=\s|에)(?<!이해)",
    examples={"1998년에 이겼다. [이 해 겨울]은": "1998-WI", "1998년에 이겼다. [이 해 4월]에": "1998-04"},
    never=["이해하지 못했다"],
    untagged=True,
)
def this_very_year() -> When:
    """이 해, apart from 이해 (understanding)."""
    return When(shift=((0, "Y"),), base="story")


@slot("week_before")
def _week_before() -> Slot:
    return words({"전주": -1})


@rule(
    r"{week_before}(?=\s?(?:보다|대비|에 비해|에 비하))",
    examples={"환자는 [전주]보다 줄었다 — 2023-08-16": "2023-W32"},
    never=["전주에 비가 왔다", "전주보육원"],
    untagged=True,
)
def week_before(week_before: int) -> When:
    """``전주`` that is compared with: the week before, not the town."""
    return When(shift=((week_before, "W"),), base="speech")


@slot("same_period")
def _same_period() -> Slot:
    return words(dict.fromkeys(("같은 기간", "같은 분기", "동기", "동 기간"), True))


@rule(
    r"{same_period}(?=[^가-힣]|$|[의에은는을이]|대비|보다|와|과)",
    examples={
        "올해 2분기에 벌었다. [지난해 같은 기간]의 — 2024-07-05": "2023-Q2",
        "[전년 동기] 대비 — 2024-07-05": "2023",
        "[지난해 같은 기간]의": "XXXX",
        "올해 2분기에 벌었다. [2019년 같은 기간]의 — 2024-07-05": "2019-Q2",
        "올해 2분기에 벌었다고 8일 알렸다. [전년 동기] 대비 — 2024-08-08": "2023-Q2",
    },
    never=["같은 기간 매출은 줄었다", "동기가 무엇인가", "입사 동기이다"],
)
def same_period(same_period: bool) -> When:
    """``같은 기간``, ``동기`` after another year: the quarter, half or month just told, in that year."""
    return When(shift=((0, "P"),), base="story")


@slot("same_time")
def _same_time() -> Slot:
    return words({"같은 무렵": False, "그 무렵": False, "이 무렵": False, "같은 시기": True, "비슷한 시기": True})


@rule(
    r"{same_time}",
    examples={"1958년에 발사했다. 하지만 [같은 무렵]": "1958", "1988년 7월 23일 결성했다. [같은 시기]에": "1988-07"},
    never=["같은 무례함"],
)
def same_time(same_time: bool) -> When:
    """About the time just told, no finer than a month."""
    return When(shift=((0, "A"),), base="story", mod=None if same_time else "APPROX", optional=same_time)


@rule(
    r"{directions}(?=\s{0,2}(?:\d|['’]|[일이삼사오유육칠팔구시십정동섣]+월|[월화수목금토일]요일|주말|봄|여름|가을|겨울|상반기|하반기|설|추석|크리스마스|성탄절|[삼광제개한현어식]))",
    examples={"1997년 6월에 이겼다. [지난 3월]의": "1997-03"},
    never=["지난한 과정", "다음은 목차이다", "24시간이 지난", "한 달이 지난"],
    not_after=rf"{_PASSED}[이가] ?",  # 24시간이 지난 6일: hours that have passed
    untagged=True,
)
def direction(directions: int) -> When:
    """지난, 이번, 다음, 오는 before a month, a day, a weekday or a season."""
    return When(direction=directions)


@slot("last_night")
def _last_night() -> Slot:
    return words(dict.fromkeys(("어젯밤", "간밤", "지난밤"), -1))


@rule(
    r"{last_night}",
    examples={"2018년 7월 17일이었다. [어젯밤]에": "2018-07-16TNI"},
    never=["시간밤낮"],
    untagged=True,
)
def last_night(last_night: int) -> When:
    """어젯밤, 간밤, 지난밤."""
    return When(shift=((last_night, "D"),), base="speech", daypart="NI")


# Lengths so great that they lead to no date of the calendar: 45억 년 전.
_FAR = 10_000
_EARLY = 200  # from so many years on, 이후 stands behind a year and no length


@slot("after")
def _after() -> Slot:
    return words(
        {
            "후": (1, False),
            "뒤": (1, False),
            "이후": (1, True),
            "전": (-1, False),
            "이전": (-1, True),
            "앞": (-1, False),
        }
    )


@rule(
    r"{length}(?!(?<=\d일)\s?이후) (?:남짓 |가량 |정도 )?{after}"
    r"(?!백제|고구려|금에|금의|한의|반|설|자|에\s?없|세계|체|쟁|기|통|부(?!터)|면|쪽|사|수"
    r"|유리|바다|마당|문|산|건물|머리|다리|바퀴|좌석|줄)",
    not_after=r"월\s?|달\s?|지난\s?|오는\s?",
    examples={
        "1997년 6월에 옮겼다. [2개월 후] 죽었다.": "1997-08",
        "1961년 5월 5일에서 [열흘 뒤]": "1961-05-15",
        "1851년 세웠다. [2년 뒤]인 3월 19일에": "1853",
        "1961년 5월 5일에서 [열흘 남짓 뒤]": "1961-05-15",
        "지난 8월 냈지만 [두 달 뒤] 요구받았다 — 2024-12-03": "2024-10",
        "지난 11월 시작해 [두 달 뒤] 끝난다 — 2024-12-03": "2025-02",
    },
    never=["80년 전쟁", "해제된 12일 이후 올랐다", "3일 전체 회의", "10년 전통", "13일 앞유리가 깨졌다"],
)
def offset(length: Length, after: tuple[int, bool]) -> When | None:
    """A length before or after the time that is spoken of."""
    if not goes_finer(length):
        return None
    direction, since = after
    years = length.parts[0][0] or 0
    exact = len(length.parts) == 1 and years % 50 != 0 and years >= _EARLY  # 395년 이후, no 500년 이후
    if length.parts[0][1] == "Y" and (is_year(length) or (since and (exact or 1000 <= years <= 2200))):
        return None
    if any(amount is None or amount >= _FAR for amount, _ in length.parts):
        return When(shift=tuple((0, unit) for _, unit in length.parts), base="vague", mod=length.mod)
    return When(shift=steps(length, direction), base="offset", mod=length.mod)


@rule(
    r"{length} {within}",
    examples={"10년 이내에 달 착륙을": "P10Y", "10년 내에": "P10Y"},
    never=["3년 내내"],
)
def deadline(length: Length, within: str) -> Length:
    """A length within which something happens; in an utterance, the moment it ends at."""
    return Length(length.parts, mod="EQUAL_OR_LESS", until=True)


@slot("within")
def _within() -> Slot:
    return Slot("(?:이내|내(?!내)|안(?=에|으로|$))", frozenset(), lambda word: word)


@rule(
    r"{references}(?![가-힣]*성|\s?완료)",
    examples={"[지금] 출발해 — 2013-02-12T04:30": "2013-02-12T04:30:00"},
    never=["현재완료", "지금까지 쌓은"],
    sure=True,
)
def reference(references: str) -> When:
    """지금, 방금: the moment of speaking; a time only in an utterance, whose moment is known."""
    return When(ref=references)
