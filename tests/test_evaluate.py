"""Files and folders of annotations: which are found, which are scored with which, what is refused."""

from pathlib import Path

import pytest
from marked import article

from pipeline.errors import GoldError, InputError
from pipeline.evaluate import check_same_text, evaluate, load, missed
from pipeline.gold import write_annotations
from pipeline.model import AnnotatedSentence

GOLD = ("소련은 [1957년|DATE 1957]에 쏘았다.", "미국은 [이듬해|DATE 1958] 쏘았다.")


def put(folder: Path, sentences: list[AnnotatedSentence], text: str | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotations.jsonl").write_text(write_annotations(sentences), encoding="utf-8")
    if text is not None:
        (folder / "article.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_file_or_its_folder(tmp_path: Path) -> None:
    gold = put(tmp_path / "gold", article(*GOLD), "소련은 1957년에 쏘았다. 미국은 이듬해 쏘았다.")
    system = put(tmp_path / "system", article(GOLD[0], "미국은 이듬해 쏘았다.", doc="any"))
    for ours in (gold, gold / "annotations.jsonl"):
        for theirs in (system, system / "annotations.jsonl"):
            assert evaluate(ours, theirs, resamples=0).figure("times").recall == 1 / 2


def test_folders_of_folders_are_matched_by_name(tmp_path: Path) -> None:
    put(tmp_path / "gold" / "a", article(GOLD[0]))
    put(tmp_path / "gold" / "b", article(GOLD[1]))
    put(tmp_path / "out" / "a", article(GOLD[0], doc="a"))
    put(tmp_path / "out" / "b", article("미국은 [이듬해|DATE 1959] 쏘았다.", doc="b"))
    report = evaluate(tmp_path / "gold", tmp_path / "out", resamples=0)
    assert report.documents == 2
    assert report.figure("times").f1 == 1 / 2
    both = [tmp_path / "out" / "b", tmp_path / "out" / "a"]
    assert evaluate(tmp_path / "gold", both, resamples=0).figures == report.figures


def test_a_folder_of_one_folder_names_its_document_too(tmp_path: Path) -> None:
    put(tmp_path / "gold" / "a", article(GOLD[0]))
    put(tmp_path / "out" / "a", article(GOLD[0], doc="a"))
    put(tmp_path / "out" / "b", article(GOLD[1], doc="b"))
    report = evaluate(tmp_path / "gold", tmp_path / "out", resamples=0)
    assert report.figure("times").f1 == 1
    assert report.unjudged == ("b",)


def test_two_files_of_one_document(tmp_path: Path) -> None:
    for name in ("a", "b"):
        put(tmp_path / name, article(GOLD[0], doc="same"))
    with pytest.raises(
        InputError, match=r"b/annotations.jsonl: a second file of this document; expected one, got same"
    ):
        load(tmp_path)


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no annotations in this folder; expected annotations.jsonl"):
        load(tmp_path)
    with pytest.raises(GoldError, match="cannot be read"):
        load(tmp_path / "none.jsonl")


def test_a_gold_must_fit_the_article_beside_it(tmp_path: Path) -> None:
    gold = put(tmp_path / "gold", article(*GOLD), "소련은 1957년에 쏘았다.  미국은 이듬해 쏘았다.")
    with pytest.raises(
        GoldError, match=r"annotations.jsonl:2: column text: offset 16: the sentence is not what stands"
    ):
        evaluate(gold, gold)
    (gold / "article.txt").unlink()
    (gold / "docs.jsonl").write_text('{"id": "x", "text": "소련은"}', encoding="utf-8")
    with pytest.raises(GoldError, match=r"annotations.jsonl:1: column doc: no such document; expected one of x"):
        evaluate(gold, gold)


def test_both_sides_must_quote_one_text(tmp_path: Path) -> None:
    gold = put(tmp_path / "gold", article("소련은 쏘았다.", "미국은 쏘았다."))
    system = put(tmp_path / "system", article("소련이 쏘았다.", "미국은 쏘았다."))
    with pytest.raises(GoldError, match=r"offset 0: gold and system quote different texts; expected '소련은 쏘았다.'"):
        evaluate(gold, system)


def test_other_cuts_of_one_text_are_one_text() -> None:
    text = "왔다. 보았다. 이겼다."
    cuts = [[(0, 3), (4, 8), (9, 13)], [(0, 13)], [(0, 8), (9, 13)], [(4, 8)]]
    sides = [[AnnotatedSentence(None, f"s{a}", a, text[a:b]) for a, b in cut] for cut in cuts]
    for gold in sides:
        for system in sides:
            check_same_text(gold, system)


def test_floors(tmp_path: Path) -> None:
    gold, system = (
        put(tmp_path / "gold", article(*GOLD)),
        put(tmp_path / "out", article(GOLD[0], "미국은 이듬해 쏘았다.")),
    )
    report = evaluate(gold, system)
    assert missed(report, ["times=0.5", "sentences=1", "events=1"]) == []
    assert missed(report, ["times=0.8", "times.exact[DATE]=0.9"]) == [
        "times is 0.667, under 0.8",
        "times.exact[DATE] is 0.667, under 0.9",
    ]
    with pytest.raises(InputError, match=r"--fail-under: no floor; expected .* as events=0.8, got times"):
        missed(report, ["times"])
    with pytest.raises(InputError, match="no such figure"):
        missed(report, ["zeiten=0.8"])
