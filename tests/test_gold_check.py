"""What is wrong with a labeller's file: every problem, each with its line."""

import json
from pathlib import Path

import pytest
from marked import article, sentence

from pipeline.errors import GoldError
from pipeline.gold import record, write_annotations
from pipeline.gold_check import check

GOOD = "[1957년|DATE 1957]에 [소련|LC]이 [위성|theme]을 [발사|LAUNCH 1957]했다."


def told(tmp_path: Path, *lines: str, text: str | None = None) -> list[str]:
    path = tmp_path / "annotations.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return [str(problem).removeprefix(f"{path}:") for problem in check(path, text)]


def lines(*marked: str) -> list[str]:
    return write_annotations(article(*marked)).splitlines()


def test_the_articles_gold_has_no_problem() -> None:
    assert check(Path(__file__).parent.parent / "gold" / "space_race" / "annotations.jsonl") == []


def test_a_good_file(tmp_path: Path) -> None:
    text = "1957년에 소련이 위성을 발사했다. 1957년에 소련이 위성을 발사했다."
    assert told(tmp_path, *lines(GOOD, GOOD), text=text) == []
    assert told(tmp_path, *lines(GOOD, GOOD)) == []


@pytest.mark.parametrize(
    "good",
    ["DATE 1957-10-04", "DATE 1957-10", "DATE 196", "DATE 18", "DATE BC0063-09-23", "DATE BC02", "DATE XXXX-04-12",
     "DATE XXXX", "DATE 2012-H1", "DATE 2012-Q3", "DATE 2012-WI", "DATE 2024-W05-3", "DATE 2024-W05-WE", "DATE PAST_REF",
     "TIME 1969-07-20T20:17", "TIME 1961-05-03TDW", "TIME T15:30", "TIME XXXX-XX-XXT04:47", "TIME 2013-02-12T23:30+09:00",
     "DURATION P46Y", "DURATION PXY", "DURATION PTXM", "DURATION P3.5Y", "DURATION P2DT3H", "DURATION PT77M",
     "SET P1Y", "SET XXXX-WXX-1", "SET XXXX-WXX-WE", "SET XXXX-XX-XXTMO"],
)  # fmt: skip
def test_well_formed_values(tmp_path: Path, good: str) -> None:
    assert told(tmp_path, *lines(f"[그때|{good}]")) == []


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("[그때|DATE 1957.10]", "no TIMEX3 value of a DATE; got 1957.10 for 그때"),
        ("[그때|DATE 1957-10-04T20:17]", "no TIMEX3 value of a DATE"),
        ("[그때|DATE P46Y]", "no TIMEX3 value of a DATE"),
        ("[그때|DATE 196X-1]", "no TIMEX3 value of a DATE"),
        ("[그때|DATE 1957-13]", "no day of the calendar; got 1957-13 for 그때"),
        ("[그때|DATE 1957-02-29]", "no day of the calendar"),
        ("[그때|TIME 1957-10-04]", "no TIMEX3 value of a TIME"),
        ("[그때|TIME 1957-02-30T10:00]", "no day of the calendar"),
        ("[그때|DURATION 46Y]", "no TIMEX3 value of a DURATION"),
        ("[그때|DURATION P]", "no TIMEX3 value of a DURATION"),
        ("[그때|DURATION PT]", "no TIMEX3 value of a DURATION"),
        ("[그때|SET 매년]", "no TIMEX3 value of a SET"),
        ("[발사|LAUNCH 1957년]", "no EDTF date; got 1957년 for 발사"),
        ("[발사|LAUNCH 1958/1957]", "no EDTF date"),
        ("[발사|LAUNCH 196]", "no EDTF date"),
        ("[1957년 |DATE 1957]에", "blanks around a span; got '1957년 '"),
        ("그[ 소련|LC]은", "blanks around a span"),
        ("[1957년 [10월|DATE 1957-10]|DATE 1957]", "times that overlap; got 1957년 10월 and 10월"),
        ("[[미국|LC] 공군|OG]", "entities that overlap"),
        ("[[발사|LAUNCH 1957]|LAUNCH 1957]", "an event given twice; got 발사 LAUNCH 1957"),
        ("[[10년|DURATION P10Y]|QT]", "a time that is a quantity, too; got 10년"),
    ],
)
def test_problems_in_a_sentence(tmp_path: Path, bad: str, said: str) -> None:
    (problem,) = told(tmp_path, *lines(GOOD, bad))
    assert problem.startswith("2: ")
    assert said in problem


def test_one_trigger_with_several_years_is_no_repetition(tmp_path: Path) -> None:
    assert told(tmp_path, *lines("[[우승|WIN 1997]|WIN 1999]했다")) == []


def test_misspelt_keys(tmp_path: Path) -> None:
    said = record(sentence(GOOD))
    said["times"][0]["optonal"] = True
    said["events"][0]["trigger"]["lema"] = "발사"
    said["note"] = "?"
    assert [p.partition(";")[0] for p in told(tmp_path, json.dumps(said))] == [
        "1: unknown key in times",
        "1: unknown key in trigger",
        "1: unknown key in sentence",
    ]


def test_all_problems_are_told_in_the_order_of_the_lines(tmp_path: Path) -> None:
    first, second = lines(GOOD, "[그때|DATE 57.10]")
    problems = told(tmp_path, first, "{", first, second.replace("DATE", "YEAR"), second)
    assert [p.partition(";")[0] for p in problems] == [
        "2: column 2: broken JSON (Expecting property name enclosed in double quotes)",
        "3: column id: a second sentence of this id",
        "4: column times[0].type: unknown type",
        "5: column value: no TIMEX3 value of a DATE",
    ]


def test_sentences_against_the_article(tmp_path: Path) -> None:
    text = "머리. 왔다. 보았다. 이겼다. 꼬리."

    def said(*spans: tuple[int, int]) -> list[str]:
        rows = [{"id": f"s{a}", "start": a, "text": text[a:b], "times": [], "entities": [], "events": []}
                for a, b in spans]  # fmt: skip
        return told(tmp_path, *(json.dumps(row) for row in rows), text=text)

    assert said((0, 3), (4, 7), (8, 12), (13, 17), (18, 21)) == []
    assert said((0, 7), (8, 21)) == []
    assert said((4, 7), (13, 17), (18, 21)) == [
        "1: offset 0: text before this sentence that no sentence covers; got '머리.'",
        "2: offset 7: text before this sentence that no sentence covers; got '보았다.'",
    ]
    assert said((0, 17)) == ["1: offset 17: text after the last sentence that no sentence covers; got '꼬리.'"]
    assert said((0, 7), (4, 12), (13, 21)) == [
        "2: column start: a sentence that begins before the one before it ends; expected 7 or more, got 4"
    ]
    assert said((0, 8), (8, 21)) == ["1: column text: blanks around a sentence; got '머리. 왔다. '"]
    row = {"id": "s1", "start": 1, "text": "머리.", "times": [], "entities": [], "events": []}
    assert told(tmp_path, json.dumps(row), text="머리. ")[0] == (
        '1: column text: offset 1: the sentence is not what stands in the article; expected "리. ", got "머리."'
    )


def test_the_article_is_sought_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("머리.왔다.", encoding="utf-8")
    (row,) = lines("왔다.")
    assert told(tmp_path, row.replace('"start": 0', '"start": 3')) == [
        "1: offset 0: text before this sentence that no sentence covers; got '머리.'"
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="cannot be read"):
        check(tmp_path / "none.jsonl")
