"""Two systems on one gold: differences with paired intervals, mistakes gained and lost."""

from io import StringIO

from marked import article
from rich.console import Console

from pipeline.compare import Difference, compare

GOLD = article(*["[1957년|DATE 1957]에 [소련|LC]은 쏘았다."] * 8)
RIGHT = "[1957년|DATE 1957]에 [소련|LC]은 쏘았다."
NO_TIME = "1957년에 [소련|LC]은 쏘았다."


def test_a_system_against_itself() -> None:
    found = compare(GOLD, GOLD, GOLD)
    assert found.differences["times.value"] == Difference(1.0, 1.0, 0.0, 0.0)
    assert not found.differences["times.value"].is_certain
    assert (found.gained, found.lost) == ((), ())


def test_a_rise_in_every_sentence_is_certain() -> None:
    found = compare(GOLD, article(*[NO_TIME] * 8), article(*[RIGHT] * 8))
    assert found.differences["times.value"] == Difference(0.0, 1.0, 1.0, 1.0)
    assert found.differences["times.value"].change == 1
    assert found.differences["times.value"].is_certain
    assert found.differences["entities.strict"].change == 0
    assert [(m.sentence, m.cause) for m in found.gained] == [(f"s{n}", "missed") for n in range(1, 9)]
    assert found.lost == ()


def test_a_rise_in_one_sentence_of_eight_is_not() -> None:
    # A draw leaves that one sentence out with a chance of (7/8)^8 = 34 %: then there is no difference.
    found = compare(GOLD, article(NO_TIME, *[RIGHT] * 7), GOLD)
    difference = found.differences["times.value"]
    assert (difference.before, difference.after) == (14 / 15, 1)
    assert difference.low == 0
    assert not difference.is_certain


def test_the_draws_are_paired() -> None:
    # Both miss every second time, and the second also a name in the first sentence: whatever is drawn, the times do
    # not differ, though each system's own interval is wide.
    half = [RIGHT, NO_TIME] * 4
    found = compare(GOLD, article(*half), article(RIGHT.replace("[소련|LC]", "소련"), *half[1:]))
    assert found.differences["times.value"] == Difference(2 / 3, 2 / 3, 0.0, 0.0)
    assert (found.differences["entities.strict"].change or 0) < 0


def test_what_was_gained_and_what_was_lost() -> None:
    (gold,) = article("[1957년|DATE 1957] [이듬해|DATE 1958] 우주 [달|LC]")
    (before,) = article("[1957년|DATE 1956] 이듬해 [우주|LC] 달")
    (after,) = article("[1957년|DATE 1955] [이듬해|DATE 1958] 우주 [달|OG]")
    found = compare([gold], [before], [after])
    # 1957년 is wrong in both, otherwise wrong though; 달 was missed before and has the wrong label now.
    assert [(m.cause, m.gold, m.system) for m in found.gained] == [
        ("missed", "이듬해 → DATE 1958", ""),
        ("spurious", "", "우주 → LC"),
    ]
    assert found.lost == ()
    back = compare([gold], [after], [before])
    assert [m.cause for m in back.lost] == ["missed", "spurious"]
    assert back.gained == ()


def test_the_table_and_json() -> None:
    found = compare(GOLD, article(*[NO_TIME] * 8), GOLD)
    console = Console(width=120, file=StringIO(), record=True)
    console.print(found.table())
    assert "times 0.000 1.000 +1.000 +1.000 … +1.000 certain" in " ".join(console.export_text().split())
    told = found.as_dict()
    assert told["differences"]["times.value"]["certain"] is True
    assert len(told["gained"]) == 8
