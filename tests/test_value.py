"""TIMEX3 values → days and EDTF dates, worked by hand from ISO 24617-1, ISO 8601-2 and the annotation guideline."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.edtf import days, iso
from pipeline.model import Timex
from pipeline.timex.value import begin_end, edtf, month_length


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("1957-10-04", "1957-10-04", "1957-10-04"),
        ("1957-10", "1957-10-01", "1957-10-31"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2000-02", "2000-02-01", "2000-02-29"),
        ("1957", "1957-01-01", "1957-12-31"),
        ("196", "1960-01-01", "1969-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("2012-H1", "2012-01-01", "2012-06-30"),
        ("2012-Q4", "2012-10-01", "2012-12-31"),
        ("1957-SP", "1957-03-01", "1957-05-31"),
        ("1957-WI", "1957-12-01", "1958-02-28"),
        ("2024-W05", "2024-01-29", "2024-02-04"),
        ("2024-W05-3", "2024-01-31", "2024-01-31"),
        ("2024-W05-WE", "2024-02-03", "2024-02-04"),
        ("1969-07-20T20:17", "1969-07-20", "1969-07-20"),
        ("1969-07-20TDW", "1969-07-20", "1969-07-20"),
        ("BC0063-09-23", "-0062-09-23", "-0062-09-23"),
        ("BC0063", "-0062-01-01", "-0062-12-31"),
        ("BC0001", "0000-01-01", "0000-12-31"),
        ("BC006", "-0068-01-01", "-0059-12-31"),
        ("BC02", "-0299-01-01", "-0200-12-31"),
        ("0014-08-19", "0014-08-19", "0014-08-19"),
    ],
)
def test_first_and_last_day(value: str, begin: str, end: str) -> None:
    assert begin_end(value) == (begin, end)


@pytest.mark.parametrize(
    "value",
    [
        "P46Y",
        "PT10M",
        "XXXX-04-12",
        "XXXX",
        "PAST_REF",
        "XXXX-WXX-1",
        "1957-13",
        "1957-02-29",
        "2023-W53",
        "T20:17",
        "",
    ],
)
def test_values_that_name_no_day(value: str) -> None:
    assert begin_end(value) is None


@pytest.mark.parametrize(
    ("value", "mod", "date"),
    [
        ("1957-10-04", None, "1957-10-04"),
        ("1957-10", "END", "1957-10"),
        ("18", "END", "18XX"),
        ("196", "START", "196X"),
        ("1958", "APPROX", "1958~"),
        ("2012-H1", None, "2012-01/2012-06"),
        ("2012-Q3", "APPROX", "2012-07~/2012-09~"),
        ("1957-WI", None, "1957-12/1958-02"),
        ("2024-W05", None, "2024-01-29/2024-02-04"),
        ("2024-W05-3", None, "2024-01-31"),
        ("BC0063", None, "-0062"),
        ("BC0063-09", None, "-0062-09"),
        ("BC0063-09-23", None, "-0062-09-23"),
        ("BC02", None, "-02XX"),
        ("BC006", None, "-0068/-0059"),
        ("1969-07-20T20:17", None, "1969-07-20"),
        ("XXXX-04-12", None, "XXXX-04-12"),
        ("XXXX-10", None, "XXXX-10"),
        ("XXXX", None, "XXXX"),
        ("PAST_REF", None, None),
    ],
)
def test_edtf_of_a_time(value: str, mod: str | None, date: str | None) -> None:
    assert edtf(Timex(0, 1, "", "DATE", value, mod)) == date


@pytest.mark.parametrize(("kind", "value"), [("DURATION", "P46Y"), ("SET", "P1Y"), ("SET", "XXXX-WXX-1")])
def test_a_length_or_a_repetition_dates_nothing(kind: str, value: str) -> None:
    assert edtf(Timex(0, 1, "", kind, value)) is None


@given(st.integers(1, 9999), st.integers(1, 12), st.data())
def test_a_days_edtf_denotes_the_day_itself(year: int, month: int, data: st.DataObject) -> None:
    day = data.draw(st.integers(1, month_length(year, month)))
    for era in ("", "BC"):
        value = f"{era}{year:04d}-{month:02d}"
        for cut in (value[:-3], value, *([f"{value}-{day:02d}"] if not era else [])):
            written = edtf(Timex(0, 1, "", "DATE", cut))
            assert written is not None
            denoted = days(written)
            assert denoted is not None
            assert (iso(denoted.first), iso(denoted.last)) == begin_end(cut)


@given(st.text(max_size=30))
def test_any_string_is_read_without_a_crash(text: str) -> None:
    begin_end(text)
    edtf(Timex(0, 1, "", "DATE", text))


def test_values_need_neither_spacy_nor_kiwi() -> None:
    code = "import pipeline.timex.value, sys; sys.exit(bool({'spacy', 'kiwipiepy', 'numpy'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
