"""Event dates as EDTF (ISO 8601-2): the first and the last day each denotes."""

import pytest

from pipeline.edtf import days, denoted, iso, same_days

DENOTED = [
    ("1957-10-04", "1957-10-04", "1957-10-04"),
    ("1957-10", "1957-10-01", "1957-10-31"),
    ("1957-02", "1957-02-01", "1957-02-28"),
    ("1956-02", "1956-02-01", "1956-02-29"),
    ("1957", "1957-01-01", "1957-12-31"),
    ("1957-XX", "1957-01-01", "1957-12-31"),
    ("1957-10-XX", "1957-10-01", "1957-10-31"),
    ("196X", "1960-01-01", "1969-12-31"),
    ("18XX", "1800-01-01", "1899-12-31"),  # 19세기
    ("1957~", "1957-01-01", "1957-12-31"),
    ("1957-10~", "1957-10-01", "1957-10-31"),
    ("1962-08-11/1962-08-15", "1962-08-11", "1962-08-15"),
    ("1957/1975-03", "1957-01-01", "1975-03-31"),
    ("197X/198X", "1970-01-01", "1989-12-31"),
    ("2012-01/2012-06", "2012-01-01", "2012-06-30"),
    ("1969-07-20T20:17", "1969-07-20", "1969-07-20"),
    ("-0062", "-0062-01-01", "-0062-12-31"),  # 기원전 63년
    ("-0062-09-23", "-0062-09-23", "-0062-09-23"),
    ("-0044/0014", "-0044-01-01", "0014-12-31"),
    ("-01XX", "-0199-01-01", "-0100-12-31"),  # 기원전 2세기: 기원전 200년 ~ 기원전 101년
    ("0000", "0000-01-01", "0000-12-31"),  # 기원전 1년
    ("1957-24", "1957-12-01", "1958-02-28"),  # 겨울
    ("2012-40", "2012-01-01", "2012-06-30"),  # 상반기
    ("2012-36", "2012-10-01", "2012-12-31"),  # 4분기
]


@pytest.mark.parametrize(("edtf", "first", "last"), DENOTED)
def test_first_and_last_day(edtf: str, first: str, last: str) -> None:
    found = days(edtf)
    assert found is not None
    assert found.first is not None
    assert found.last is not None
    assert (iso(found.first), iso(found.last)) == (first, last)


def test_open_ends() -> None:
    assert days("1975/..") == ((1975, 1, 1), None)
    assert days("../1975-02") == (None, (1975, 2, 28))


@pytest.mark.parametrize("edtf", ["XXXX", "XXXX-04-12", "XXXX-12", "1957-XX-12", "XXXX/1957"])
def test_no_known_days(edtf: str) -> None:
    assert days(edtf) is None


@pytest.mark.parametrize(
    "edtf",
    ["", "1957년", "57", "1957-13", "1957-02-29", "1957-10-32", "1957-00", "1957-33-01", "1X57", "1957//1958", "../..",
     "1958/1957", "-0000", "1957-10-04-", "XXXX-02-30", "1957..", "P1Y"],
)  # fmt: skip
def test_not_edtf(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        days(edtf)


def test_dates_mean_the_same_by_their_days() -> None:
    assert same_days("1957~", "1957")
    assert same_days("2012-01/2012-06", "2012-40")
    assert same_days("1960/1969", "196X")
    assert same_days("XXXX-04-12", "XXXX-04-12")
    assert not same_days("XXXX-04-12", "XXXX-04-13")
    assert not same_days("1957", "1957-10")
    assert not same_days("1957", "1957/..")
    assert not same_days("1957/..", "../1957")
    assert not same_days("-0062", "0062")
    assert not same_days("금년", "올해")


def test_what_cannot_be_read_stands_for_itself() -> None:
    assert denoted("언젠가") == "언젠가"
