"""What an older or a newer yeonpyo wrote is read, or refused by name, and never misread."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline import cache
from pipeline.__main__ import app
from pipeline.errors import YeonpyoError
from pipeline.gold import read_annotations
from pipeline.journal import Journal, lock
from pipeline.versions import FORMAT, other_format

GOLD = Path(__file__).parent.parent / "gold" / "news"
NEWER = f"expected {FORMAT}, got {FORMAT + 1}, of a newer yeonpyo"
TEXT = "소련은 1957년 10월 4일 스푸트니크 1호를 쏘았다. 이듬해 미국도 성공했다."


def refused(*arguments):
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert isinstance(done.exception, YeonpyoError), done.output
    return str(done.exception)


def accepted(*arguments):
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("versions")
    (folder / "글.txt").write_text(TEXT, encoding="utf-8")
    accepted("extract", folder / "글.txt", "--out", folder / "out")
    return folder / "out"


@pytest.fixture
def dataset(written, tmp_path):
    """A dataset of this version, and a function that changes what its run.json says."""
    shutil.copytree(written, tmp_path / "out")

    def change(**keys):
        path = tmp_path / "out" / "run.json"
        said = json.loads(path.read_text(encoding="utf-8")) | keys
        path.write_text(json.dumps({k: v for k, v in said.items() if v is not None}), encoding="utf-8")
        return tmp_path / "out"

    return change


def test_each_of_a_datasets_descriptions_tells_its_format(written):
    for name in ("run.json", "datapackage.json"):
        assert json.loads((written / name).read_text(encoding="utf-8"))["format"] == FORMAT


def test_other_formats():
    assert other_format({"format": FORMAT}) is other_format({}) is None
    assert [other_format({"format": x}) for x in (0, "2", True, None, [])] == ["0", '"2"', "true", "null", "[]"]


class TestDataset:
    def commands(self, folder, tmp_path):
        return (
            ("evaluate", folder / "annotations.jsonl", folder),
            ("report", folder, "--out", tmp_path / "r.html"),
            ("diff", folder, folder),
            ("gold", "move", folder, folder / "x", folder / "x", "--out", tmp_path / "m"),
        )

    def test_one_without_a_number_is_of_the_first_format(self, dataset, tmp_path):
        folder = dataset(format=None)
        for command in self.commands(folder, tmp_path)[:3]:
            accepted(*command)
        (tmp_path / "글.txt").write_text(TEXT, encoding="utf-8")
        accepted("extract", tmp_path / "글.txt", "--out", folder)

    def test_a_newer_one_is_refused_by_name_and_left_alone(self, dataset, tmp_path):
        folder = dataset(format=FORMAT + 1)
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        for command in self.commands(folder, tmp_path):
            assert NEWER in refused(*command), command
        (tmp_path / "글.txt").write_text(TEXT, encoding="utf-8")
        said = refused("extract", tmp_path / "글.txt", "--out", folder)
        assert NEWER in said
        assert said.endswith("give another --out")
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    def test_one_that_lost_sentences_is_not_scored_as_if_it_were_whole(self, dataset, tmp_path):
        folder = dataset()
        labels = folder / "annotations.jsonl"
        first = labels.read_text(encoding="utf-8").splitlines(keepends=True)[0]
        labels.write_text(first, encoding="utf-8")
        said = refused("evaluate", labels, folder)
        assert "not the dataset that was written; expected 2 sentences, got 1; extract again, or give the file" in said
        accepted("evaluate", labels, labels)

    def test_a_damaged_run_json_says_what_to_do(self, dataset, tmp_path):
        folder = dataset()
        for content in (b"{", b"[1]", b"\xff", b"[" * 100_000):
            (folder / "run.json").write_bytes(content)
            assert refused("report", folder, "--out", tmp_path / "r.html").endswith("extract again")


class TestAnnotations:
    def write(self, tmp_path, **keys):
        record = {"id": "s1", "start": 0, "text": "1957년이다.", "times": [], "entities": [], "events": []} | keys
        path = tmp_path / "annotations.jsonl"
        path.write_text(json.dumps(record) + "\n", encoding="utf-8")
        return path

    def test_the_guidelines_record_has_no_number_and_may_have_one(self, tmp_path):
        bare = read_annotations(self.write(tmp_path))
        assert read_annotations(self.write(tmp_path, format=FORMAT)) == bare

    def test_a_newer_one_is_refused_by_name(self, tmp_path):
        path = self.write(tmp_path, format=FORMAT + 1)
        said = refused("evaluate", path, path)
        assert said == f"{path}:1: column format: a record in another format; {NEWER}; read it with that version"

    def test_gold_of_this_repository_is_read(self):
        assert read_annotations(GOLD / "annotations.jsonl")


class TestJournal:
    def test_one_of_another_format_is_not_taken_up(self, tmp_path):
        heads = {"times.csv": b"head\n"}
        with lock(tmp_path / "out") as partial:
            growing = Journal(partial, {"format": FORMAT}, heads)
            with closing(growing.begun()) as begun:
                assert list(begun) == []
            growing.close()
            (partial / "files" / "times.csv").write_bytes(b"head\nrows of another format\n")
            again = Journal(partial, {"format": FORMAT + 1}, heads)
            with closing(again.begun()) as begun:
                assert list(begun) == []
            again.close()
            assert (partial / "files" / "times.csv").read_bytes() == b"head\n"


class TestCache:
    def test_one_of_a_newer_yeonpyo_is_left_alone_and_told(self, tmp_path):
        place = cache.ready(tmp_path)
        with closing(sqlite3.connect(tmp_path / cache.FILE)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (1,)
            connection.execute("PRAGMA user_version = 2")
            connection.execute("ALTER TABLE analyses ADD COLUMN more")
            connection.commit()
        before = (tmp_path / cache.FILE).read_bytes()
        for ask in (cache.ready, cache.info, cache.clear):
            with pytest.raises(YeonpyoError, match="of format 2, of a newer yeonpyo; this one knows 1"):
                ask(tmp_path)
        with cache.used(place):
            pass
        assert (tmp_path / cache.FILE).read_bytes() == before
