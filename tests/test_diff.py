"""What changed between two runs, and why."""

import json
from io import StringIO
from pathlib import Path

import pytest
from marked import article, sentence
from rich.console import Console

from pipeline.diff import Diff, diff, same_rules_in
from pipeline.model import AnnotatedSentence

LAUNCH = "[1957년|DATE 1957] [소련|LC]은 [위성|theme]을 [발사|LAUNCH 1957]했다."
LANDING = "아폴로 11호는 [1969년|DATE 1969] [달|LC]에 [착륙|LANDING 1969]했다."
FLIGHT = "유리 가가린은 [1961년|DATE 1961]에 [우주|LC]를 [비행|FLIGHT 1961]했다."


def told(
    old: list[AnnotatedSentence], new: list[AnnotatedSentence], same_rules: bool | None = None
) -> list[tuple[str, ...]]:
    changes = diff(old, new, same_rules=same_rules).changes
    return [(c.kind, c.change, c.why, c.before, c.after) for c in changes]


def test_nothing_changed() -> None:
    assert diff(article(LAUNCH, LANDING), article(LAUNCH, LANDING)) == Diff((), 0)
    assert diff([], []) == Diff((), 0)


def test_spaces_are_no_change_of_content() -> None:
    respaced = article("[1957년|DATE 1957][소련|LC]은[위성|theme]을 [발사|LAUNCH 1957]했다.", LANDING)
    assert diff(article(LAUNCH, LANDING), respaced) == Diff((), 1)


def test_rules_that_learnt_and_forgot() -> None:
    new = "[1957년|DATE 1958] [소련|OG]은 위성을 [발사|LAUNCH 1957]했다. "
    assert told(article(LAUNCH), article(new.strip())) == [
        ("times", "changed", "rules", "1957년 → DATE 1957", "1957년 → DATE 1958"),
        ("entities", "changed", "rules", "소련 → LC 소련", "소련 → OG 소련"),
        ("events", "changed", "rules", "발사 → LAUNCH 1957 POS ASSERTED theme=위성", "발사 → LAUNCH 1957 POS ASSERTED"),
    ]
    assert told(article("달에 갔다."), article("[달|LC]에 갔다.")) == [("entities", "added", "rules", "", "달 → LC 달")]
    assert told(article("[달|LC]에 갔다."), article("달에 갔다.")) == [
        ("entities", "removed", "rules", "달 → LC 달", "")
    ]


def test_a_sentence_inserted_and_one_deleted() -> None:
    assert told(article(LAUNCH, LANDING), article(LAUNCH, FLIGHT, LANDING)) == [
        ("sentences", "added", "text", "", "유리 가가린은 1961년에 우주를 비행했다."),
        ("times", "added", "text", "", "1961년 → DATE 1961"),
        ("entities", "added", "text", "", "우주 → LC 우주"),
        ("events", "added", "text", "", "비행 → FLIGHT 1961 POS ASSERTED"),
    ]
    gone = told(article(LAUNCH, FLIGHT, LANDING), article(LAUNCH, LANDING))
    assert [(kind, change) for kind, change, *_ in gone] == [
        ("sentences", "removed"), ("times", "removed"), ("entities", "removed"), ("events", "removed"),
    ]  # fmt: skip


def test_a_sentence_that_moved_takes_its_items_along() -> None:
    assert told(article(LAUNCH, LANDING, FLIGHT), article(LANDING, FLIGHT, LAUNCH)) == [
        ("sentences", "moved", "text", "1957년 소련은 위성을 발사했다.", "1957년 소련은 위성을 발사했다."),
    ]


def test_a_rewritten_sentence_shows_only_what_differs_in_it() -> None:
    new = LAUNCH.replace("[1957년|DATE 1957]", "[1958년|DATE 1958]").replace("LAUNCH 1957", "LAUNCH 1958")
    assert told(article(LAUNCH, LANDING), article(new, LANDING)) == [
        ("sentences", "changed", "text", "1957년 소련은 위성을 발사했다.", "1958년 소련은 위성을 발사했다."),
        ("times", "changed", "text", "1957년 → DATE 1957", "1958년 → DATE 1958"),
        ("events", "changed", "text", "발사 → LAUNCH 1957 POS ASSERTED theme=위성",
         "발사 → LAUNCH 1958 POS ASSERTED theme=위성"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("same_rules", "why"), [(True, "context"), (False, "rules or context"), (None, "rules or context")]
)
def test_an_anchor_that_changed_elsewhere(same_rules: bool | None, why: str) -> None:
    # The second sentence reads as before; what it means hangs on the first.
    old = article("[1957년|DATE 1957]의 일이다.", "[이듬해|DATE 1958] 우주로 갔다.")
    new = article("[1967년|DATE 1967]의 일이다.", "[이듬해|DATE 1968] 우주로 갔다.")
    assert ("times", "changed", why, "이듬해 → DATE 1958", "이듬해 → DATE 1968") in told(old, new, same_rules)


def test_spaces_that_made_rules_see_something_else() -> None:
    old, new = article("소련은 1957 년에 쏘았다."), article("소련은 [1957년|DATE 1957]에 쏘았다.")
    assert told(old, new, same_rules=True) == [("times", "added", "text", "", "1957년 → DATE 1957")]
    assert told(old, new) == [("times", "added", "rules or context", "", "1957년 → DATE 1957")]


def test_documents_are_compared_by_name() -> None:
    old = [sentence(LAUNCH, doc="a"), sentence(LANDING, doc="b")]
    new = [sentence(LANDING, doc="b"), sentence(FLIGHT, doc="c")]
    changes = diff(old, new).changes
    assert {(c.doc, c.change) for c in changes} == {("a", "removed"), ("c", "added")}
    # A single document is the same, whatever it is called.
    assert diff([sentence(LAUNCH, doc="a")], [sentence(LAUNCH)]) == Diff((), 0)


def test_a_change_says_where_and_which_event() -> None:
    (change,) = diff(article("달.", LAUNCH), article("새 문장이다.", "달.", LAUNCH)).changes
    assert (change.kind, change.start_before, change.start_after) == ("sentences", None, 0)
    (change,) = diff(article("달.", LAUNCH), article("달.", LAUNCH.replace("LAUNCH", "START"))).changes
    assert (change.start_before, change.start_after) == (17, 17)
    assert change.sentence == "1957년 소련은 위성을 발사했다."
    assert len(change.uid) == 12


def test_counts_table_and_json() -> None:
    found = diff(article(LAUNCH, LANDING), article(LANDING.replace("아폴로 11호", "아폴로11호"), FLIGHT))
    told = json.loads(json.dumps(found.as_dict()))
    assert told["counts"]["sentences"] == {"added": 1, "removed": 1, "moved": 0, "changed": 0}
    assert told["respaced"] == 1
    console = Console(width=100, file=StringIO(), record=True)
    console.print(found.table())
    assert "sentences 1 1 0 0" in " ".join(console.export_text().split())


def test_run_json_tells_whether_the_rules_are_the_same(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("old", "new", "text", "none")]
    runs = [{"rules": "1", "counts": {"times": 1}}, {"rules": "2"}, {"rules": "1", "counts": {"times": 2}}]
    for folder, run in zip(folders, runs, strict=False):
        folder.mkdir()
        (folder / "run.json").write_text(json.dumps(run))
    assert same_rules_in(folders[0], folders[2]) is True
    assert same_rules_in(folders[0], folders[1]) is False
    assert same_rules_in(folders[0], folders[3]) is None
