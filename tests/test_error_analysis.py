"""Error analysis: each mistake once, with its cause; confusion; what a rule is worth."""

import csv
from collections import Counter
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from marked import article, sentence
from rich.console import Console

from pipeline.error_analysis import (
    NOTHING,
    Mistake,
    RuleScore,
    confusion,
    counted,
    mistakes,
    rule_scores,
    tables,
    write_csv,
)
from pipeline.errors import OutputError
from pipeline.model import AnnotatedSentence


def wrong(gold: str, system: str) -> list[tuple[str, str, str, str]]:
    ours, theirs = sentence(gold), sentence(system)
    assert ours.text == theirs.text
    return [(m.kind, m.cause, m.gold, m.system) for m in mistakes([ours], [theirs])]


@pytest.mark.parametrize(
    ("gold", "system", "told"),
    [
        ("[1957년|DATE 1957]에", "[1957년|DATE 1957]에", []),
        ("[1957년|DATE 1957]에", "1957년에", [("times", "missed", "1957년 → DATE 1957", "")]),
        ("1957년에", "[1957년|DATE 1957]에", [("times", "spurious", "", "1957년 → DATE 1957")]),
        ("[1957년|DATE 1957]에", "[1957년에|DATE 1957]",
         [("times", "wrong span", "1957년 → DATE 1957", "1957년에 → DATE 1957")]),
        ("[1957년|DATE 1957]에", "[1957년에|DATE 1958]",
         [("times", "wrong value", "1957년 → DATE 1957", "1957년에 → DATE 1958")]),
        ("[46년간|DURATION P46Y]", "[46년간|DATE P46Y]",
         [("times", "wrong label", "46년간 → DURATION P46Y", "46년간 → DATE P46Y")]),
        ("[소련|LC]은", "[소련|OG]은", [("entities", "wrong label", "소련 → LC", "소련 → OG")]),
        ("[미국 공군|OG]은", "미국 [공군|OG]은", [("entities", "wrong span", "미국 공군 → OG", "공군 → OG")]),
        ("[소련|LC 소비에트_연방]은", "[소련|LC]은",
         [("entities", "wrong value", "소련 → LC 소비에트 연방", "소련 → LC")]),
        ("[발사|LAUNCH 1957]했다", "[발사|LAUNCH 1958]했다",
         [("events", "wrong value", "발사 → LAUNCH 1957 POS ASSERTED", "발사 → LAUNCH 1958 POS ASSERTED")]),
        ("[발사|LAUNCH 1957 NEG]했다", "[발사|LAUNCH 1957]했다",
         [("events", "wrong label", "발사 → LAUNCH 1957 NEG ASSERTED", "발사 → LAUNCH 1957 POS ASSERTED")]),
        # Another word of the same sentence with the same date: the trigger was sought in the wrong place.
        ("[발사|LAUNCH 1957]에 성공했다", "발사에 [성공|OTHER 1957]했다",
         [("events", "wrong span", "발사 → LAUNCH 1957 POS ASSERTED", "성공 → OTHER 1957 POS ASSERTED")]),
        # With another date it is another event.
        ("[발사|LAUNCH 1957]에 성공했다", "발사에 [성공|OTHER 1958]했다",
         [("events", "missed", "발사 → LAUNCH 1957 POS ASSERTED", ""),
          ("events", "spurious", "", "성공 → OTHER 1958 POS ASSERTED")]),
        ("[소련|agent]이 [위성|theme]을 [발사|LAUNCH 1957]", "[소련|theme]이 위성을 [발사|LAUNCH 1957]",
         [("arguments", "wrong label", "소련 → agent", "소련 → theme"), ("arguments", "missed", "위성 → theme", "")]),
        # Optional items: not missed, not wrong in detail; but a prediction that the score counts as false is told.
        ("[당시|DATE PAST_REF?]", "당시", []),
        ("[우주 경쟁|EV 냉전?]", "[우주 경쟁|EV]", []),
        ("[당시|DATE PAST_REF?]", "[당시|DATE 1957]",
         [("times", "wrong value", "당시 → DATE PAST_REF (optional)", "당시 → DATE 1957")]),
    ],
)  # fmt: skip
def test_causes(gold: str, system: str, told: list[tuple[str, str, str, str]]) -> None:
    assert wrong(gold, system) == told


def test_a_sentence_cut_in_two() -> None:
    whole = AnnotatedSentence(None, "s1", 0, "왔다. 보았다.")
    halves = [AnnotatedSentence(None, "s1", 0, "왔다."), AnnotatedSentence(None, "s2", 4, "보았다.")]
    # The longer half stands beside the whole, the other is one too many.
    assert [(m.cause, m.gold, m.system) for m in mistakes([whole], halves)] == [
        ("spurious", "", "왔다."),
        ("wrong span", "왔다. 보았다.", "보았다."),
    ]


def test_a_row_says_where_and_by_which_rule() -> None:
    gold = article("소련은 [1957년|DATE 1957]에", "[이듬해|DATE 1958] 쏘았다", doc="d")
    system = article("소련은 [1957년|DATE 1957]에", "[이듬해|DATE 1959] 쏘았다", doc="d")
    time = replace(system[1].times[0], rule="next_year")
    (row,) = mistakes(gold, [system[0], replace(system[1], times=(time,))])
    assert row == Mistake("d", "s2", 11, 14, "times", "wrong value", "이듬해 → DATE 1958", "이듬해 → DATE 1959",
                          "next_year", "이듬해 쏘았다")  # fmt: skip
    assert counted([row]) == {"times": Counter({"wrong value": 1})}


def test_confusion_of_labels() -> None:
    gold = article("[소련|LC] [NASA|OG] [가가린|PS] 의회 [라이카|PS?] [달|LC?]")
    system = article("[소련|OG] [NASA|OG] 가가린 [의회|OG] 라이카 [달|LC]")
    assert confusion(gold, system, "entities") == {
        ("LC", "OG"): 1, ("OG", "OG"): 1, ("PS", NOTHING): 1, (NOTHING, "OG"): 1, ("LC", "LC"): 1,
    }  # fmt: skip


def test_what_a_rule_is_worth() -> None:
    gold = article("[1957년|DATE 1957] [1958년|DATE 1958] 1,959명 [당시|DATE PAST_REF?]")
    (found,) = article("[1957년|DATE 1957] [1958년|DATE 1958] [1,959|DATE 1959]명 [당시|DATE PAST_REF]")
    rules = ("year", "year", "number", "deictic")
    system = replace(found, times=tuple(replace(t, rule=r) for t, r in zip(found.times, rules, strict=True)))
    # Two gold times, three predictions that count, two right: F1 = 4/5. Without "number" 4/4, without "year" 0.
    # What "deictic" found was optional: neither earns nor costs.
    scores = rule_scores(gold, [system])
    assert [(s.rule, s.right, s.wrong, s.precision) for s in scores] == [
        ("number", 0, 1, 0.0),
        ("year", 2, 0, 1.0),
    ]
    assert [s.gain for s in scores] == [pytest.approx(4 / 5 - 1), pytest.approx(4 / 5)]
    assert rule_scores(gold, [found]) == [RuleScore("times", NOTHING, 2, 1, pytest.approx(4 / 5))]


def test_errors_csv(tmp_path: Path) -> None:
    gold = article("[=1957년|DATE 1957]에", doc="d")
    write_csv(mistakes(gold, article("=1957년에", doc="d")), tmp_path / "errors.csv")
    rows = list(csv.DictReader((tmp_path / "errors.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [
        {"doc": "d", "sentence": "s1", "start": "0", "end": "6", "kind": "times", "cause": "missed",
         "gold": "'=1957년 → DATE 1957", "system": "", "rule": "", "text": "'=1957년에"},
    ]  # fmt: skip
    with pytest.raises(OutputError, match="cannot be written"):
        write_csv([], tmp_path / "errors.csv" / "more.csv")


def test_tables() -> None:
    gold = article("[1957년|DATE 1957] [소련|LC]")
    console = Console(width=120, file=StringIO(), record=True)
    console.print(*tables(gold, article("[1957년|DATE 1958] [소련|OG]")))
    shown = [line.split() for line in console.export_text().splitlines()]
    assert ["times", "0", "0", "1", "0", "0"] in shown
    assert ["LC", "OG", "1"] in shown
    assert ["times", NOTHING, "0", "1", "+0.0000"] in shown
