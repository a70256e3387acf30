"""What holds of times in any text: spaces change no value, nothing crashes, asking for times alone finds the same."""

import re
import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline.timex.component  # noqa: F401
from pipeline.spacy_doc import read
from pipeline.timex import catalogue, find, find_times
from pipeline.timex.rule import compiled

# A bar is a place where text may lose or gain a space.
EXPRESSIONS = {
    "1957년|10월|4일": "1957-10-04",
    "1957|년|10|월|4|일": "1957-10-04",
    "1969년|7월|20일|오후|8시|17분": "1969-07-20T20:17",
    "1920년대|중반": "192",
    "2006년|12월|말": "2006-12",
    "기원전|63년|9월": "BC0063-09",
    "광해군|3년": "1611",
    "2012년|상반기": "2012-H1",
    "2018년|4분기": "2018-Q4",
    "2014년|9월|셋째|화요일": "2014-09-16",
    "2024년|추석": "2024-09-17",
    "이천이십년|삼월|사일": "2020-03-04",
    "지난해|12월|5일": "2025-12-05",
    "다음|달|4일": "2026-04-04",
    "어제|오후|세|시|반": "2026-02-28T15:30",
    "46년|간": "P46Y",
    "수십|분": "PTXM",
    "3년|반": "P3Y6M",
    "10년|이내": "P10Y",
    "매주|월요일": "XXXX-WXX-1",
    "2년|마다": "P2Y",
}
BEFORE = ("소련은 ", "또한 ", "(", "")
AFTER = ("에 발사했다.", "의 일이다.", ", 미국은 쏘았다.")
WORDS = (
    "1957년 10월 4일", "이듬해", "올해", "사흘 뒤", "이 달 착륙", "미사일을", "봄이", "한해", "소련은", "발사했다.", "지난 3월",
    "오후 3시",
    "46년간", "그날", "두 초강대국", "이주했다.", "전해졌다.", "결혼한", "다음날", "음력 8월 15일", "~", "부터", "(", ")", "\n",
    "12일", "매년",
)  # fmt: skip


@pytest.mark.parametrize("expression", EXPRESSIONS)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_spaces_change_no_value(expression: str, data: st.DataObject) -> None:
    parts = expression.split("|")
    blanks = data.draw(st.lists(st.sampled_from(["", " "]), min_size=len(parts) - 1, max_size=len(parts) - 1))
    written = parts[0] + "".join(blank + part for blank, part in zip(blanks, parts[1:], strict=True))
    before, after = data.draw(st.sampled_from(BEFORE)), data.draw(st.sampled_from(AFTER))
    times = find(before + written + after, "2026-03-01")
    assert [(t.text, t.value) for t in times] == [(written, EXPRESSIONS[expression])]


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=60) | st.text("0123456789년월일시분초전후뒤간말대기원음력윤~()-./: 이그해날달한두\n", max_size=40)
)
def test_any_text_is_read(text: str) -> None:
    for date in (None, "2026-03-01", "2026-03-01T04:30:00+09:00"):
        times = find(text, date)
        assert all(0 <= t.start < t.end <= len(text) and text[t.start : t.end] == t.text for t in times)
        assert all(a.end <= b.start for a, b in pairwise(times))


SAID = sorted({
    re.sub(r"[\[\]]| — .*", "", text) for entry in catalogue() for text in (*dict(entry.examples), *entry.never)
})  # fmt: skip


@pytest.mark.parametrize("date", [None, "2026-03-01", "2026-03-01T04:30:00+09:00"])
def test_whatever_the_rules_know_is_read_with_and_without_a_date(date: str | None) -> None:
    for text in SAID:
        find(text, date)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(SAID), min_size=2, max_size=4), st.sampled_from([None, "2026-03-01"]))
def test_whatever_the_rules_know_is_read_together(texts: list[str], date: str | None) -> None:
    text = " ".join(texts)
    times = find(text, date)
    assert all(text[t.start : t.end] == t.text and (t.value or t.type == "SET") for t in times)
    assert all(a.end <= b.start for a, b in pairwise(times))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from([" ", ""]), st.sampled_from([None, "2026-03-01"]))
def test_times_alone_are_the_same_as_in_the_full_run(words: list[str], blank: str, date: str | None) -> None:
    text = blank.join(words)
    nlp = spacy.blank("ko", config={"nlp": {"tokenizer": {"@tokenizers": "korean_morphology"}}})
    doc = nlp.make_doc(text)
    doc._.iso_date = date
    assert find(text, date) == find_times(read(doc))


def test_a_sentence_whose_times_are_plain_is_not_analysed(monkeypatch: pytest.MonkeyPatch) -> None:
    def analyse(text: str) -> list[object]:
        raise AssertionError(f"analysed: {text}")

    monkeypatch.setattr("pipeline.morphology.analyse", analyse)
    times = find("1957년 10월 4일, 소련은 스푸트니크 1호를 발사했다. 성공이었다. 1958년에 미국이 뒤따랐다.")
    assert [t.value for t in times] == ["1957-10-04", "1958"]


def test_time_grows_with_the_text_and_not_faster() -> None:
    sentence = "1957년 10월 4일, 소련은 발사했고 이듬해 1월 31일 오후 3시에는 46년간 12,345명이 지켜보았다. "

    def seconds(times: int) -> float:
        text = sentence * times
        start = time.process_time()
        find(text)
        return time.process_time() - start

    seconds(20)
    small = min(seconds(60) for _ in range(3))
    assert min(seconds(480) for _ in range(2)) < small * 8 * 2


@pytest.mark.parametrize(
    "text", ["1" * 50_000, "(" * 20_000, "1년 " * 20_000, "월" * 50_000, "음력 " * 20_000, "1~" * 20_000]
)
def test_long_odd_text_takes_no_long_time(text: str) -> None:
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 20


def test_numerals_share_one_guard_so_that_the_first_use_is_quick() -> None:
    counting = [opening for opening in compiled().openings.values() if any(rule.counts for rule in opening.rules)]
    assert len(counting) > 20
    assert len({id(opening.guard) for opening in counting}) == 1
