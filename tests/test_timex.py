"""Times in Korean sentences: ``[span|value]`` marks what must be found, everything unmarked must be left alone.

A third field gives the modifier, or the type where it is not DATE or TIME by its value; a date after ``—`` is the
document's own.
"""

import re
from pathlib import Path

import pytest
import spacy

import pipeline.timex.component  # noqa: F401
from pipeline import lexicon
from pipeline.model import Anchor, Trial
from pipeline.reading import read as read_doc
from pipeline.timex import find, find_times

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)(?:\|([A-Z_]+))?\]")


def read(marked: str) -> tuple[str, str | None, list[tuple[int, str, str, str | None]]]:
    """The plain text, its date, and (start, span, value, mod) of each mark."""
    marked, _, date = marked.partition(" — ")
    expected: list[tuple[int, str, str, str | None]] = []
    plain, done = "", 0
    for mark in _MARK.finditer(marked):
        plain += marked[done : mark.start()]
        expected.append((len(plain), mark[1], mark[2], mark[3]))
        plain += mark[1]
        done = mark.end()
    return plain + marked[done:], date or None, expected


def check(marked: str) -> None:
    text, date, expected = read(marked)
    found = find(text, date)
    assert [(t.start, t.text, t.value) for t in found if not t.optional] == [e[:3] for e in expected]
    for time, (_, _, _, mod) in zip([t for t in found if not t.optional], expected, strict=True):
        assert mod in (None, time.mod, time.type)


CALENDAR = [
    "[1957년10월 4일|1957-10-04]소비에트 연방이 쏘아올렸다.",
    "[1957 년 10 월 4 일|1957-10-04]에 시작되었다.",
    "[1957년10월|1957-10]의 일이다.",
    "[1926년|1926]부터 [1932년|1932]까지 계속된",
    "[이천이십년 삼월|2020-03]에",
    "[천구백오십칠년 시월 사일|1957-10-04]에",
    "[１９５７년 １０월 ４일|1957-10-04]에",
    "[一九五七年|1957]에 나온 책",
    "[1957. 10. 4|1957-10-04]. 발사했다",
    "[1957.10.4|1957-10-04]에 발사했다",
    "[1957-10-04|1957-10-04]에 발사했다",
    "[1957/10/4|1957-10-04]에 발사했다",
    "회사는 [1957~1958년|1958]에".replace("[1957~1958년|1958]", "[1957|1957]~[1958년|1958]"),
    "[1957년 10월 4|1957-10-04]~[7일|1957-10-07]에",
    "[1962년 8월 11일|1962-08-11]~[15일|1962-08-15]에",
    "[2019년 10월 30일|2019-10-30]부터 [11월 2일|2019-11-02]까지",
    "[1997년|1997], [1999년|1999], [2003년|2003]에 쏘았다.",
    "[2001년 5월|2001-05]과 [9월|2001-09]에",
    "[2014년 3월 11|2014-03-11], [13|2014-03-13], [19일|2014-03-19]에",
    "[1920년대 중반|192|MID]독일의 과학자들은",
    "[19세기 말|18|END],러시아의 과학자",
    "[21세기|20|START] 들어 아시아가",
    "[80년대|198] 초".replace("[80년대|198] 초", "[80년대 초|198|START]"),
    "[18세기 중엽|17|MID]에 세워졌다",
    "[2006년 12월말|2006-12|END] 기준으로",
    "[3월 하순|XXXX-03|END]에 핀다",
    "[2024년 5월 초순|2024-05|START]에",
    "[2012년 상반기|2012-H1]에는",
    "[2018년 4분기|2018-Q4] 매출",
    "[1/4분기|XXXX-Q1] 실적",
    "[1957년 겨울|1957-WI]은 추웠다",
    "[2016년 12월 마지막 주|2016-W52]에",
    "[2014년 9월 셋째 화요일|2014-09-16]에",
    "[2015년 10월 마지막 날|2015-10-31]에",
    "[2013년 2월 15일(금) 오후 3시|2013-02-15T15:00]에 연다",
    "[1990년 무렵|1990|APPROX]".replace("[1990년 무렵|1990|APPROX]", "[1990년|1990|APPROX] 무렵 시작했다"),
    "[기원전 63년 9월 23일|BC0063-09-23]에 태어나 [서기 14년 8월 19일|0014-08-19]에 죽었다.",
    "[B.C. 31|BC0031] 악티움에서 이겼다.",
    "[기원전 3세기|BC02]에 세워진",
    "[936년|0936]에 통일했다",
    "문화재는 [17세기|16]의 것이다",
    "[2000년대|200] 들어",
    "파블로 피카소([1881|1881]~[1973|1973])는 화가이다.",
    "[2009년|2009]과 [2010년|2010]에안가라 로켓을 쏘았다.",
    "[19|18]·[20세기|19]의 그림",
    "[2024학년도|2024] 입시",
    "[1981년|1981] 이상문학상을 받았다.",
    "[1937년|1937] 이상이 죽었다.",
    "[1995년|1995] 말레이시아에서 열렸다.",
    "[1990년 말|1990|END]에 열렸다.",
]

ERAS = [
    "[광해군 3년|1611]에 지었다.",
    "[고종 32년|1895] [을미년|1895]의 일",
    "[세종 25년|1443] 훈민정음을 만들었다.",
    "[고려 고종 19년|1232]에 강화로 옮겼다.",
    "[광무 3년|1899]에 놓았다.",
    "[건륭 40년|1775]에 나왔다.",
    "[단기 4288년|1955] 봄".replace("[단기 4288년|1955] 봄", "[단기 4288년 봄|1955-SP]"),
    "[쇼와 16년 12월|1941-12]",
    "[광무 원년|1897]에",
    "[선조 25년 4월|1592-04]에 왜군이",
    "[2024년 음력 8월 15일|2024-09-17]은 쉰다",
    "[2024년 추석|2024-09-17]에",
    "[2024년 설날|2024-02-10]에",
    "[2020년 음력 윤4월|2020-06]",
    "[1592년 음력 4월 13일|1592-05-23]에 왔다.",
    "[1945년 광복절|1945-08-15]",
    "[1950년 6월 25일|1950-06-25] 6·25 전쟁이 시작되었다.",
]

CLOCK = [
    "[1969년 7월 20일 오후 8시 17분|1969-07-20T20:17]에 내렸다.",
    "[1961년 4월 3일 새벽|1961-04-03TDW]에",
    "[1945년 8월 15일 정오|1945-08-15TMI]에 방송했다.",
    "[2013년 2월 12일 15:30|2013-02-12T15:30]에",
    "[2020년 1월 1일 오후 세 시 반|2020-01-01T15:30]에",
    "[2020년 1월 1일 오전 9시|2020-01-01T09:00]~[오후 6시|2020-01-01T18:00]",
    "[2020년 1월 1일 오전 9시|2020-01-01T09:00]에서 [10시 반|2020-01-01T10:30]까지",
    "[2020년 1월 1일 밤 11시|2020-01-01T23:00]에",
    "[2020년 1월 1일 낮 12시|2020-01-01T12:00]에",
    "[4월 3일|XXXX-04-03] 행사는 [오후 3시|XXXX-04-03T15:00]".replace(" 행사는 [오후 3시|XXXX-04-03T15:00]", " 행사"),
    "부모가 결혼한 [다음날 오전 4시 47분|XXXX-XX-XXT04:47]에 잉태되었다.",
]

RELATIVE = [
    "[1949년 3월|1949-03] 정부가 무너졌고 [같은 해|1949]에 둘이 더 잇따랐다.",
    "[1959년 9월 4일|1959-09-04]에 쏘았다. 또한 [같은해|1959]에 사진을 찍었다.",
    "[1998년|1998]에 이겼다. [이듬해|1999] 졌다. [그해 12월|1999-12]에 쉬었다.",
    "[1997년 6월|1997-06]에 옮겼다. [2개월 후|1997-08] 죽었다.",
    "비행으로부터 [23일 뒤|1961-05-05]인 [1961년 5월 5일|1961-05-05], 프리덤 7호가 떴다.",
    "[1957년 10월 4일|1957-10-04] 발사부터 [4개월 뒤|1958-02]인 [1958년|1958], 미국은 쏘았다.",
    "[1963년 10월|1963-10]에 제안했다. [1년 후|1964]인 [1964년|1964], 시작했다.",
    "[1961년 4월 12일|1961-04-12]이었다. [그 이튿날|1961-04-13] 신문에 났다.",
    "[1961년 4월 12일|1961-04-12]이었다. [사흘 뒤|1961-04-15] 신문에 났다.",
    "[1988년|1988]에 시작했다. 이미 [1946년|1946]에 실험했지만 [이듬해|1989] 끝났다.",
    "[1991년 1월 5일|1991-01-05] 숨졌다. [5월 21일|1991-05-21] 합의했다.",
    "[올해|2026] 열린다. [지난 3월|2025-03]에 정했다. — 2026-03-01",
    "[어제|2026-02-28] 끝났다. [지난해 12월|2025-12] 시작했다. — 2026-03-01",
    "[지난달 28일|2026-02-28] 밝혔다. — 2026-03-01",
    "[지난주 금요일|2026-W08-5]에 만났다. — 2026-03-01",
    "[오는 5월|2026-05] 연다. — 2026-03-01",
    "[오는 26일|2026-03-26] 연다. — 2026-03-01",
    "[12일|2026-03-12] 밝혔다. — 2026-03-13",
    "[28일|2026-02-28] 밝혔다. — 2026-03-01",
    "[내년 상반기|2027-H1]에 짓는다. — 2026-03-01",
    "[다음 달 4일|2026-04-04]부터 [23일|2026-04-23]까지 쉰다. — 2026-03-01",
    "[3년 전|2023]에 세웠다. — 2026-03-01",
    "[열흘 뒤|2026-03-11]에 연다. — 2026-03-01",
    "[올해 3분기|2025-Q3] 매출이 늘었다고 [24일|2025-10-24] 밝혔다. — 2025-10-27",
    "[지난 3월|2025-03] 해고된 이들이 [24일|2025-10-24] 모였다. — 2025-10-27",
    "[지난 3월 12일|2025-03-12] 구속됐다가 [24일|2025-03-24] 풀려났다. — 2025-10-27",
    "[오는 12월|2025-12] 열리는 대회는 [24일|2025-12-24] 개막한다. — 2025-10-27",
    "이르면 [15일|2025-11-15|ON_OR_AFTER] 보낸다. — 2025-11-14",
    "늦어도 [다음 달|2025-12|ON_OR_BEFORE] 끝난다. — 2025-11-14",
    "[다음 주말|2025-W47-WE]에 연다. — 2025-11-14",
    "[오는 주말|2025-W46-WE]에 연다. — 2025-11-14",
    "[그해|XXXX] 겨울은 추웠다.".replace("[그해|XXXX] 겨울", "[그해 겨울|XXXX-WI]"),
    "[사흘 전|XXXX-XX-XX]에 왔다.",
    "[12월|XXXX-12]에 왔다.",
]

UTTERANCES = [
    "[정오|2016-11-07T12]에 만나자 — 2016-11-07T00:00",
    "[정오|2016-11-08T12]에 만나자 — 2016-11-07T14:00",
    "[한 시간 반 안|2016-11-07T06:00:00]에 갈게 — 2016-11-07T04:30",
    "[1월 12일, 2016년|2016-01-12]에 갔어 — 2016-11-07T00:00",
    "[월요일, 1월 22일, 2018|2018-01-22]에 갈게 — 2016-11-07T00:00",
    "[3시 내일|2016-11-08T03] 보자 — 2016-11-07T00:00",
    "[월요일 8시|2016-11-14T08], [화요일 9시|2016-11-15T09] — 2016-11-07T09:00",
    "[8월|2018-08]에서 [10월|2018-10] 사이에 — 2018-09-07T12:00",
    "[5월|2018-05]부터 [3월|2019-03]까지 — 2018-09-07T12:00",
    "[10월|2018-10]부터 [12월|2018-12]까지 — 2018-09-07T12:00",
    "[5월|2019-05]부터 [7월|2019-07]까지 — 2018-09-07T12:00",
    "[오전 9|2018-09-08T09]부터 [10시 반|2018-09-08T10:30]까지 — 2018-09-07T12:00",
]

LENGTHS = [
    "[46년간|P46Y|DURATION] 미국의",
    "불과 [수십 분|PTXM|DURATION]의 비행",
    "[몇 년간|PXY|DURATION] 쌓인",
    "[10년 이내|P10Y|EQUAL_OR_LESS]에 보내겠다고",
    "[한 달 보름|P1M15D] 동안",
    "[2박 3일|P3D] 일정",
    "[3년 반|P3Y6M] 동안",
    "[사흘|P3D] 동안 내린 비",
    "[보름|P15D] 만에 돌아왔다",
    "[반세기|P50Y] 동안",
    "[137일간|P137D]의 긴 싸움",
    "[두 시간 반|PT2H30M] 동안",
    "[일주일|P1W] 내내",
    "경기에서 [77분|PT77M]을 뛰었다.",
    "[매년|P1Y|SET] 열린다.",
    "[매주 월요일|XXXX-WXX-1|SET]에 쉰다.",
    "[매년 4월 12일|XXXX-04-12|SET]에 연다.",
    "[연간|P1Y|SET] 500만 달러",
    "[2년마다|P2Y|SET] 열린다.",
    "[격주|P2W|SET]로 만난다.",
    "[월|XXXX-WXX-1]~[금요일|XXXX-WXX-5]에 연다.",
    "징역 [2년 6월|P2Y6M]에 처했다.",
    "[서너 달|PXM] 동안",
    "[2억 3천만 년 전|XXXX]에 살았다.",
    "[월요일마다|XXXX-WXX-1|SET] 쉰다.",
    "[하루 세 번|P1D|SET] 먹는다.",
    "[주 3회|P1W|SET] 운동한다.",
]

NO_TIMES = [
    "많은 이들은 이 달 착륙을 기억한다.",
    "모래 폭풍이 불었다.",
    "미사일을 쏘아 성공시켰다.",
    "1,957명이 왔다.",
    "아폴로 11호와 제2차 회의, T-28 훈련기, V-2 로켓",
    "6·25 전쟁과 5·18 민주화운동, 4·19 혁명",
    "오일장이 섰고 두해살이풀이 났다.",
    "3일장과 2년생 나무, 1997호 법률",
    "5-4로 이겼고 3분의 1이 남았다.",
    "두 초강대국이 맞섰다.",
    "생각한해군은 로켓을 골랐다.",
    "사고가 났다고 전해지지만 모른다.",
    "워싱턴으로 이주했다. 이 일을 즐기지 못했다.",
    "전주시에서 구분하여 이해하고 전달했다.",
    "프라하의 봄은 짧았다.",
    "80년 전쟁과 100년 전쟁",
    "서른 살, 다섯 살 때, 10살 때",
    "전화는 02-2011-1957이다.",
    "한 번, 두 번째 시도와 세 개의 달",
    "그는 일일이 말했다. 일시적인 일이다.",
    "양국은 우주왕복선을 만들었다.",
    "주간동아와 월간조선, 매일경제",
    "2024년형 승용차",
    "MBC 16기 공채",
    "스푸트니크 2에서 멈췄다.",
]


@pytest.mark.parametrize("marked", CALENDAR)
def test_calendar(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", ERAS)
def test_eras_and_lunar_dates(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", CLOCK)
def test_clock(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", RELATIVE)
def test_relative_times(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", UTTERANCES)
def test_what_is_said_at_a_moment(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", LENGTHS)
def test_lengths_and_repetitions(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert [t.text for t in find(text)] == []


def test_a_resolved_time_carries_its_anchor() -> None:
    year, next_year = find("1998년에 이겼다. 이듬해 졌다.")
    assert year.anchor is None
    assert next_year.anchor == Anchor("1998", 0, 5)
    (today,) = find("오늘 연다.", "2026-03-01")
    assert today.anchor == Anchor("2026-03-01")


def test_a_lunar_date_keeps_what_is_written() -> None:
    first, second = find("1592년 음력 4월 13일에 왔고 7월 8일에 이겼다.")
    assert (first.value, first.literal) == ("1592-05-23", "1592-04-13")
    assert (second.value, second.literal) == ("1592-08-14", "1592-07-08")


def test_an_equivalent_in_brackets_is_optional() -> None:
    first, second = find("1926년 12월 25일(쇼와 1년)에 올랐다.")
    assert (first.value, first.optional) == ("1926-12-25", False)
    assert (second.value, second.optional) == ("1926", True)


def test_trials_tell_why_a_time_is_refused() -> None:
    trials: list[Trial] = []
    nlp = spacy.blank("ko", config={"nlp": {"tokenizer": {"@tokenizers": "korean_morphology"}}})
    assert find_times(read_doc(nlp.make_doc("미사일을 쏘았다.")), trials) == []
    assert ("day", "사일", "rejected", "a word goes on to the left") in [
        (t.rule, t.text, t.outcome, t.why) for t in trials
    ]


def test_a_users_words_are_read_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "eras.csv").write_text("word,first_year,source\n새누리력,2000,test\n", encoding="utf-8")
    assert [t.value for t in find("새누리력 5년에")] != ["2004"]
    lexicon.use([tmp_path])
    try:
        assert [t.value for t in find("새누리력 5년에 세종 25년의")] == ["2004", "1443"]
    finally:
        lexicon.use([])
