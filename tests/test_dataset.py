"""Whole datasets: what is in the folder, and that it is never half of one."""

import json
import os
import subprocess
import sys

import frictionless
import pytest

from pipeline import __version__, dataset, lexicon
from pipeline.article import Document, Source
from pipeline.errors import InputError, OutputError
from pipeline.export import Options
from pipeline.tables import TABLES

SOURCE = Source("어딘가/docs.jsonl", "ab" * 32, "cp949")


@pytest.fixture
def pairs(space_race):
    return [(Document("문서", space_race.text, None, SOURCE), space_race)]


def contents(folder):
    return {p.name: p.read_bytes() for p in folder.iterdir()}


def test_a_dataset_is_its_tables_the_annotations_the_description_and_the_run(tmp_path, pairs):
    run = dataset.write(pairs, tmp_path / "새 폴더" / "out")
    files = {f"{name}.csv" for name in TABLES} | {"annotations.jsonl", "datapackage.json", "run.json"}
    assert set(contents(tmp_path / "새 폴더" / "out")) == files == set(run["files"])
    assert list((tmp_path / "새 폴더").iterdir()) == [tmp_path / "새 폴더" / "out"]


def test_run_json_tells_what_it_was_made_from_and_with(tmp_path, pairs):
    refused = [InputError("no such file or folder", file="b.txt")]
    dataset.write(pairs, tmp_path / "out", format_names=["jsonl"], refused=refused)
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert (run["yeonpyo"], run["lexicon"]) == (__version__, lexicon.digest())
    assert run["kiwipiepy"]
    assert run["kiwipiepy_model"]
    assert run["inputs"] == [{"file": "docs.jsonl", "sha256": "ab" * 32, "encoding": "cp949", "documents": 1}]
    assert run["refused"] == ["b.txt: no such file or folder"]
    assert run["counts"] == {"documents": 1, "characters": 45, "sentences": 2, "times": 2, "entities": 3, "events": 2,
                             "arguments": 3}  # fmt: skip
    assert str(tmp_path) not in json.dumps(run)


def test_same_input_same_bytes(tmp_path, pairs):
    dataset.write(pairs, tmp_path / "one" / "out")
    dataset.write(pairs, tmp_path / "two" / "out")
    assert contents(tmp_path / "one" / "out") == contents(tmp_path / "two" / "out")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp949"])
def test_the_description_holds_before_an_outside_judge(tmp_path, pairs, annotated_doc, encoding):
    hostile = annotated_doc("=1+1은 2다.\n-5도", doc_id="=둘")
    dataset.write([*pairs, (Document("=둘", hostile.text, None, SOURCE), hostile)], tmp_path / "연표",
                  options=Options(csv_encoding=encoding))  # fmt: skip
    report = frictionless.Package(str(tmp_path / "연표" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert {task.name for task in report.tasks} >= set(TABLES)
    assert [t.stats["rows"] for t in report.tasks if t.name == "arguments"] == [3]


def test_a_wrong_table_would_not(tmp_path, pairs):
    dataset.write(pairs, tmp_path / "out")
    path = tmp_path / "out" / "events.csv"
    path.write_bytes(path.read_bytes().replace(b"LAUNCH", b"LUNCH").replace(b"t0001", b"t0009"))
    report = frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate()
    assert {error[0] for error in report.flatten(["title"])} == {"Constraint Error", "ForeignKey Error"}


def test_every_column_has_a_description_and_offsets_and_days_a_unit(tmp_path, pairs):
    dataset.write(pairs, tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for r in package["resources"] for field in r.get("schema", {}).get("fields", ())]
    assert all(field["description"] and field["type"] for field in fields)
    assert {f["unit"] for f in fields if f["name"] == "start_offset"} == {"Unicode code points"}
    assert {f["unit"] for f in fields if f["name"] in ("begin", "end")} == {"day"}


class TestFolder:
    def test_our_own_dataset_is_replaced_as_a_whole(self, tmp_path, pairs):
        dataset.write(pairs, tmp_path / "out")
        dataset.write(pairs, tmp_path / "out", format_names=["jsonl"])
        assert set(contents(tmp_path / "out")) == {"annotations.jsonl", "datapackage.json", "run.json"}

    @pytest.mark.parametrize("stranger", ["소설.txt", "events.csv", "run.json"])
    def test_a_strangers_folder_is_left_alone(self, tmp_path, pairs, stranger):
        (tmp_path / stranger).write_text('{"files": ["run.json"]}')
        with pytest.raises(OutputError, match=f"holds files that yeonpyo did not write; expected .* got {stranger}"):
            dataset.write(pairs, tmp_path)
        assert set(contents(tmp_path)) == {stranger}

    def test_so_is_a_file_put_beside_our_own(self, tmp_path, pairs):
        dataset.write(pairs, tmp_path / "out")
        (tmp_path / "out" / "notes.txt").write_text("내 메모")
        with pytest.raises(OutputError, match=r"got notes\.txt"):
            dataset.write(pairs, tmp_path / "out")
        assert (tmp_path / "out" / "notes.txt").read_text() == "내 메모"

    def test_an_empty_folder_is_taken(self, tmp_path, pairs):
        (tmp_path / ".DS_Store").write_text("")
        dataset.write(pairs, tmp_path)
        assert (tmp_path / "run.json").exists()

    def test_what_cannot_be_a_folder_is_an_error(self, tmp_path, pairs):
        (tmp_path / "file").write_text("")
        with pytest.raises(OutputError, match="not a folder"):
            dataset.write(pairs, tmp_path / "file")
        with pytest.raises(OutputError, match="cannot be written"):
            dataset.write(pairs, tmp_path / "file" / "out")

    def test_a_failure_midway_leaves_the_old_one_and_nothing_else(self, tmp_path, pairs):
        dataset.write(pairs, tmp_path / "out")
        before = contents(tmp_path / "out")

        def broken():
            yield pairs[0]
            raise InputError("the second document is bad")

        with pytest.raises(InputError):
            dataset.write(broken(), tmp_path / "out", format_names=["csv"])
        with pytest.raises(InputError, match="no document"):
            dataset.write([], tmp_path / "out")
        assert contents(tmp_path / "out") == before
        assert [p.name for p in tmp_path.iterdir()] == ["out"]

    def test_a_character_that_the_encoding_lacks(self, tmp_path, annotated_doc):
        doc = annotated_doc("로켓 🚀가 떴다.")
        with pytest.raises(OutputError, match="'🚀' cannot be written in cp949; leave out --csv-encoding"):
            dataset.write([(Document("가", doc.text), doc)], tmp_path / "out", options=Options(csv_encoding="cp949"))
        assert not list(tmp_path.iterdir())

    def test_a_failed_exchange_puts_the_old_one_back(self, tmp_path, pairs, monkeypatch):
        dataset.write(pairs, tmp_path / "out")
        before = contents(tmp_path / "out")
        rename = type(tmp_path).rename

        def refuse(self, target):
            if self.name.endswith(".partial"):
                raise PermissionError(13, "Permission denied")
            return rename(self, target)

        monkeypatch.setattr(type(tmp_path), "rename", refuse)
        with pytest.raises(OutputError, match="cannot be written"):
            dataset.write(pairs, tmp_path / "out", format_names=["jsonl"])
        assert contents(tmp_path / "out") == before
        assert [p.name for p in tmp_path.iterdir()] == ["out"]

    def test_an_exchange_that_was_killed_between_its_steps_is_mended(self, tmp_path, pairs):
        dataset.write(pairs, tmp_path / "out")
        before = contents(tmp_path / "out")
        (tmp_path / "out").rename(tmp_path / ".out.old")
        with pytest.raises(InputError):
            dataset.write([], tmp_path / "out")
        assert contents(tmp_path / "out") == before

    @pytest.mark.skipif(os.name != "posix", reason="processes are asked after in the POSIX way")
    def test_a_killed_run_leaves_the_old_one_and_the_next_sweeps_up(self, tmp_path, pairs):
        dataset.write(pairs, tmp_path / "out")
        before = contents(tmp_path / "out")
        dying = (
            "import os, signal; from pathlib import Path; from pipeline import dataset\n"
            "def documents():\n"
            "    os.kill(os.getpid(), signal.SIGKILL); yield\n"
            f"dataset.write(documents(), {str(tmp_path / 'out')!r})"
        )
        done = subprocess.run([sys.executable, "-c", dying], check=False)
        assert done.returncode == -9
        assert contents(tmp_path / "out") == before
        assert len(list(tmp_path.iterdir())) == 2
        dataset.write(pairs, tmp_path / "out")
        assert [p.name for p in tmp_path.iterdir()] == ["out"]
