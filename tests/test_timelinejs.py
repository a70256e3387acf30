"""TimelineJS's spreadsheet: its columns, dates of every grain, text that is safe as HTML and in a spreadsheet."""

import csv

import pytest
from marked import sentence

from pipeline.export import FORMATS, Options
from pipeline.timelinejs import COLUMNS, dates, rows


@pytest.mark.parametrize(
    ("date", "begin", "end", "shown"),
    [
        ("1957-10-04", (1957, 10, 4), ("", "", ""), ""),
        ("1957-10", (1957, 10, ""), ("", "", ""), ""),
        ("1957", (1957, "", ""), ("", "", ""), ""),
        ("1957~", (1957, "", ""), ("", "", ""), "1957~"),
        ("196X", (1960, "", ""), (1969, "", ""), "196X"),
        ("18XX", (1800, "", ""), (1899, "", ""), "18XX"),
        ("1962-08-11/1962-08-15", (1962, 8, 11), (1962, 8, 15), "1962-08-11/1962-08-15"),
        ("2012-01/2012-06", (2012, 1, ""), (2012, 6, ""), "2012-01/2012-06"),
        ("1957/1975", (1957, "", ""), (1975, "", ""), "1957/1975"),
        ("1975/..", (1975, "", ""), ("", "", ""), "1975/.."),
        ("../1975", (1975, "", ""), ("", "", ""), "../1975"),
        ("-0062", (-63, "", ""), ("", "", ""), ""),
        ("0000-01-02", (-1, 1, 2), ("", "", ""), ""),
        ("2024-24", (2024, 12, ""), (2025, 2, ""), ""),
    ],
)
def test_dates(date, begin, end, shown):
    assert dates(date) == (*begin, "", *end, "", shown)


@pytest.mark.parametrize("date", ["XXXX-04-12", "", "언젠가", "1957-13"])
def test_without_a_year_there_is_no_row(date):
    assert dates(date) is None


def test_a_row():
    one = sentence("[[소련|LC 소비에트_연방]|agent]은 <b>위성</b>을 [쏘았다|LAUNCH 1957-10-04].")
    (row,) = rows([one])
    assert len(row) == len(COLUMNS) == 18
    told = dict(zip(COLUMNS, row, strict=True))
    assert (told["Year"], told["Month"], told["Day"], told["Group"]) == (1957, 10, 4, "LAUNCH")
    assert told["Headline"] == "소비에트 연방 쏘았다"
    assert told["Text"] == "소련은 &lt;b&gt;위성&lt;/b&gt;을 쏘았다."


def test_the_file_has_the_columns_of_the_template_and_no_formula(tmp_path):
    with FORMATS["timelinejs"].write(tmp_path, Options()) as add:
        add([sentence("=1+1 [일|OTHER -0062]이다.")], None)
    with (tmp_path / "timelinejs.csv").open(encoding="utf-8-sig", newline="") as file:
        header, row = csv.reader(file)
    assert header[:5] == ["Year", "Month", "Day", "Time", "End Year"]
    assert header[-9:] == ["Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type",
                           "Group", "Background"]  # fmt: skip
    assert (row[0], row[10]) == ("-63", "'=1+1 일이다.")
