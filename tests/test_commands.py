"""Commands on annotations, as typed: evaluate, diff, gold check, gold move."""

import csv
import json
from pathlib import Path

import pytest
import typer
from marked import article
from typer.testing import CliRunner

from pipeline.commands import register
from pipeline.errors import GoldError, InputError, OutputError
from pipeline.gold import read_annotations, write_annotations

TEXT = "소련은 1957년에 쏘았다. 미국은 이듬해 쏘았다."
GOLD = ("[소련|LC]은 [1957년|DATE 1957]에 [쏘았다|LAUNCH 1957].", "[미국|LC]은 [이듬해|DATE 1958] 쏘았다.")
SYSTEM = ("[소련|LC]은 [1957년|DATE 1957]에 [쏘았다|LAUNCH 1957].", "[미국|OG]은 이듬해 쏘았다.")


def yeonpyo(*arguments: object) -> tuple[int, str]:
    """Exit code and output."""
    app = typer.Typer()
    register(app)
    done = CliRunner().invoke(app, [str(a) for a in arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.output


def put(folder: Path, *marked: str, text: str | None = None) -> Path:
    folder.mkdir(parents=True)
    (folder / "annotations.jsonl").write_text(write_annotations(article(*marked)), encoding="utf-8")
    if text is not None:
        (folder / "article.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return put(tmp_path / "gold", *GOLD, text=TEXT)


@pytest.fixture
def system(tmp_path: Path) -> Path:
    return put(tmp_path / "system", *SYSTEM)


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


class TestEvaluate:
    @pytest.mark.parametrize(
        "floor", ["times", "times=", "times=80", "times=-1", "times=nan", "times=0.9,events=0.9", ""]
    )
    def test_what_is_no_floor(self, gold: Path, system: Path, floor: str) -> None:
        with pytest.raises(InputError, match="--fail-under: no floor; expected a figure and an F1 from 0 to 1"):
            yeonpyo("evaluate", gold, system, "--fail-under", floor)

    def test_annotators_have_no_floor(self, gold: Path, system: Path) -> None:
        with pytest.raises(InputError, match=r"--annotators: .*; leave out --fail-under, --compare"):
            yeonpyo("evaluate", gold, system, "--annotators", "--fail-under", "times=0.9", "--compare", system)

    def test_a_baseline_of_another_text(self, gold: Path, system: Path, tmp_path: Path) -> None:
        with pytest.raises(GoldError, match="different texts"):
            yeonpyo("evaluate", gold, system, "--compare", put(tmp_path / "other", "다른 글이다."))

    def test_prints_the_score(self, gold: Path, system: Path) -> None:
        code, out = yeonpyo("evaluate", gold, system)
        assert code == 0
        assert ["Times,", "value", "0.667"] in [line.split()[:3] for line in out.splitlines()]

    def test_as_json(self, gold: Path, system: Path) -> None:
        told = json.loads(yeonpyo("evaluate", gold, system, "--json")[1])
        assert told["figures"]["times.value"]["correct"] == 1

    def test_by_label(self, gold: Path, system: Path) -> None:
        shown = [line.split()[:1] for line in yeonpyo("evaluate", gold, system, "--groups")[1].splitlines()]
        assert ["LC"] in shown
        assert ["LAUNCH"] in shown

    def test_a_missed_floor(self, gold: Path, system: Path) -> None:
        code, out = yeonpyo("evaluate", gold, system, "--fail-under", "times=0.9", "--fail-under", "events=0.9")
        assert code == 1
        assert "times is 0.667, under 0.9" in out
        assert "events is" not in out

    def test_every_mistake_as_csv(self, gold: Path, system: Path, tmp_path: Path) -> None:
        code, out = yeonpyo("evaluate", gold, system, "--errors", tmp_path / "errors.csv")
        assert code == 0
        assert [(r["kind"], r["cause"], r["gold"]) for r in rows(tmp_path / "errors.csv")] == [
            ("entities", "wrong label", "미국 → LC"),
            ("times", "missed", "이듬해 → DATE 1958"),
        ]
        assert "Mistakes" in out

    def test_against_another_run(self, gold: Path, system: Path, tmp_path: Path) -> None:
        before = put(tmp_path / "before", SYSTEM[0], "미국은 이듬해 쏘았다.")
        code, out = yeonpyo("evaluate", gold, system, "--compare", before)
        assert code == 0
        assert "0 mistakes gone, 0 new" in out  # the same two items are wrong, one of them in another way
        told = json.loads(yeonpyo("evaluate", gold, gold, "--compare", system, "--json")[1])
        assert [m["cause"] for m in told["comparison"]["gained"]] == ["wrong label", "missed"]

    def test_two_annotators(self, gold: Path, system: Path) -> None:
        told = json.loads(yeonpyo("evaluate", gold, system, "--annotators", "--json")[1])
        assert told["f1"]["times"] == 2 / 3
        assert told["presence"]["times"]["only_first"] == 1

    def test_a_gold_that_does_not_fit(self, gold: Path, system: Path) -> None:
        (gold / "article.txt").write_text("다른 글", encoding="utf-8")
        with pytest.raises(GoldError, match="not what stands in the article"):
            yeonpyo("evaluate", gold, system)


class TestDiff:
    def test_two_runs(self, gold: Path, system: Path, tmp_path: Path) -> None:
        code, out = yeonpyo("diff", system, gold, "--csv", tmp_path / "diff.csv")
        assert code == 0
        assert "이듬해 → DATE 1958" in out
        assert [(r["kind"], r["change"], r["why"]) for r in rows(tmp_path / "diff.csv")] == [
            ("entities", "changed", "rules"),
            ("times", "added", "rules"),
        ]

    def test_as_json(self, gold: Path) -> None:
        told = json.loads(yeonpyo("diff", gold, gold, "--json")[1])
        assert told["changes"] == []

    def test_two_texts(self, tmp_path: Path) -> None:
        old, new = tmp_path / "old.txt", tmp_path / "new.txt"
        old.write_text("1957년 10월 4일에 쏘았다.", encoding="utf-8")
        new.write_text("1957년10월 4일에 쏘았다. 1958년의 일이다.", encoding="utf-8")
        told = json.loads(yeonpyo("diff", old, new, "--json")[1])
        assert told["respaced"] == 1
        assert told["counts"]["sentences"]["added"] == 1
        assert ("times", "added", "1958년 → DATE 1958") in {
            (c["kind"], c["change"], c["after"]) for c in told["changes"]
        }
        assert all(c["why"] == "text" for c in told["changes"])


class TestGold:
    def test_good_labels(self, gold: Path) -> None:
        assert yeonpyo("gold", "check", gold) == (0, "")

    def test_every_problem_is_told(self, tmp_path: Path) -> None:
        bad = put(tmp_path / "bad", "[소련|LC]은 [1957년|DATE 57.]에", "[1957년|DATE P1Y]에")
        code, out = yeonpyo("gold", "check", bad)
        assert code == 2
        assert [line.partition("annotations.jsonl:")[2][:1] for line in out.splitlines()] == ["1", "2"]

    def test_labels_move(self, gold: Path, tmp_path: Path) -> None:
        new = tmp_path / "new.txt"
        new.write_text("머리말이다. 소련은 1957년에 쏘았다.", encoding="utf-8")
        out = tmp_path / "moved.jsonl"
        code, said = yeonpyo("gold", "move", gold, gold / "article.txt", new, "--out", out, "--csv", tmp_path / "l.csv")
        assert code == 0
        assert "1 sentences and 3 labels moved, 4 to look at" in said
        (sentence,) = read_annotations(out)
        assert (sentence.id, sentence.start, sentence.times[0].start) == ("s1", 7, 11)
        assert [(r["state"], r["text"]) for r in rows(tmp_path / "l.csv")] == [
            ("lost", "미국은 이듬해 쏘았다."), ("lost", "이듬해"), ("lost", "미국"), ("new text", "머리말이다."),
        ]  # fmt: skip

    def test_labels_that_have_no_text(self, gold: Path, tmp_path: Path) -> None:
        texts = tmp_path / "docs.jsonl"
        texts.write_text('{"id": "a", "text": "가."}\n{"id": "b", "text": "나."}\n', encoding="utf-8")
        with pytest.raises(InputError, match="no text of this document; expected a, b"):
            yeonpyo("gold", "move", gold, texts, gold / "article.txt", "--out", tmp_path / "out.jsonl")

    def test_labels_that_cannot_be_written(self, gold: Path, tmp_path: Path) -> None:
        article_txt = gold / "article.txt"
        with pytest.raises(OutputError, match="cannot be written"):
            yeonpyo("gold", "move", gold, article_txt, article_txt, "--out", article_txt / "out.jsonl")
