"""A corpus into a dataset by the workers of a Dask cluster: row for row what one machine makes, whoever dies."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import dask
import distributed
import fsspec
import psutil
import pyarrow as pa
import pytest
from deadly import DeadlyDocument
from pyarrow import parquet

from pipeline import article, engine, extraction, frames, parts
from pipeline.errors import InputError, OutputError, YeonpyoError
from pipeline.extraction import Settings
from pipeline.tables import TABLES

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
PARQUET = Settings(format_names=("parquet",))
TIMES = Settings(format_names=("parquet",), only=("times",))
COMMAND = [sys.executable, "-m", "pipeline", "extract"]
TEXT = "{}년 {}월 {}일 소련은 스푸트니크 {}호를 발사했다.\n이듬해 미국 항공우주국(NASA)이 발사에 성공했다. NASA는 기뻐했다."


PLAIN = "{}년 {}월 {}일, 스푸트니크 {}호"  # its times need no analysis, so a new worker is soon at work


def write(path, number, groups=8, text=TEXT, **more):
    rows = {"id": [f"문서{n}" for n in range(number)],
            "text": [text.format(1900 + n % 99, n % 12 + 1, n % 28 + 1, n) for n in range(number)]}  # fmt: skip
    parquet.write_table(pa.table(rows | more), path, row_group_size=groups)
    return str(path)


def rows(folder, table):
    """The rows of a table, whether it is one file or a folder of parts."""
    place = Path(folder)
    files = [place / f"{table}.parquet"] if (place / f"{table}.parquet").exists() else sorted((place / table).iterdir())
    return [row for file in files for row in parquet.read_table(file).to_pylist()]


def same(one, other, tables=TABLES):
    for table in tables:
        assert rows(one, table) == rows(other, table), table
    said = [json.loads(Path(folder, "run.json").read_text(encoding="utf-8")) for folder in (one, other)]
    assert said[0] | {"files": []} == said[1] | {"files": []}


@pytest.fixture(scope="module")
def cluster():
    """Two worker processes; a task whose workers died twice is given up."""
    with (
        dask.config.set(
            {
                "distributed.scheduler.allowed-failures": 1,
                "distributed.deploy.lost-worker-timeout": "120s",  # or a slow start would be taken for a loss
            }
        ),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, memory_limit=0, dashboard_address="127.0.0.1:0", silence_logs=50
        ) as cluster,
    ):
        yield cluster


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Two files with a document that has no text, one whose id stands twice, and a date of its own here and there."""
    folder = tmp_path_factory.mktemp("corpus")
    write(folder / "a.parquet", 30)
    texts = ["1999년에 떠났다.", " ", "어제 돌아왔다. 1950년 6월 25일 전쟁이 일어났다.", "2001년 2월에 왔다."]
    odd = pa.table({"date": ["2020-05-05", None, "2021-03-01", None], "id": ["가", "나", "다", "문서3"], "text": texts})
    parquet.write_table(odd, folder / "b.parquet")
    return folder


@pytest.fixture(scope="module")
def one_machine(corpus, tmp_path_factory):
    out = tmp_path_factory.mktemp("one") / "out"
    bad = []
    said, failed = extraction.extract(article.read([corpus], bad=bad), out, PARQUET, bad=bad)
    assert (said["counts"]["documents"], len(bad), failed) == (32, 2, [])
    return out


def test_rows_and_run_json_are_those_of_one_machine(cluster, corpus, one_machine, tmp_path):
    out = tmp_path / "out"
    said, refused = engine.extract(
        [str(corpus)], str(out), PARQUET, scheduler=cluster.scheduler_address, part_characters=300
    )
    assert len(list((out / "events").iterdir())) > 5
    assert [str(error) for error in refused] == said["refused"]
    same(out, one_machine)
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    paths = [path for resource in package["resources"] for path in resource["path"]]
    assert sorted([*paths, "datapackage.json", "run.json"]) == said["files"]
    assert all((out / path).is_file() for path in paths)


@pytest.fixture(scope="module")
def only_times(corpus, tmp_path_factory):
    """The same with times alone, which are quicker to find."""
    out = tmp_path_factory.mktemp("times") / "out"
    bad = []
    extraction.extract(article.read([corpus], bad=bad), out, TIMES, bad=bad)
    return out


def test_the_parts_do_not_change_the_rows_and_an_old_dataset_is_replaced(cluster, corpus, only_times, tmp_path):
    for part_characters in (10**6, 1):
        engine.extract([str(corpus)], str(tmp_path / "out"), TIMES, scheduler=cluster.scheduler_address,
                       part_characters=part_characters)  # fmt: skip
        same(tmp_path / "out", only_times, TIMES.tables())


def test_at_urls(cluster, corpus, only_times, tmp_path):
    out = (tmp_path / "out").as_uri()
    engine.extract([f"{corpus.as_uri()}/*.parquet"], out, TIMES, scheduler=cluster.scheduler_address)
    for table in TIMES.tables():
        assert rows(tmp_path / "out", table) == rows(only_times, table)
    assert {p.name for p in (tmp_path / "out").iterdir()} == {*TIMES.tables(), "datapackage.json", "run.json"}
    with pytest.raises(OutputError, match="there is something already"):
        engine.extract([f"{corpus.as_uri()}/*.parquet"], out, TIMES, scheduler=cluster.scheduler_address)


def test_a_date_for_all_documents(cluster, tmp_path):
    texts = pa.table({"id": ["가"], "text": ["어제 왔다."]})
    parquet.write_table(texts, tmp_path / "a.parquet")
    engine.extract([str(tmp_path / "a.parquet")], str(tmp_path / "out"), TIMES, scheduler=cluster.scheduler_address,
                   date="2020-05-05")  # fmt: skip
    assert [row["value"] for row in rows(tmp_path / "out", "times")] == ["2020-05-04"]


@POSIX
def test_kill_9_of_a_worker_then_of_all_then_it_goes_on(tmp_path):
    """The command's own processes: one worker is killed, then the command with all that it started."""
    archive = write(tmp_path / "신문.parquet", 160, groups=20, text=PLAIN)
    extraction.extract(article.read([archive]), tmp_path / "one" / "out", TIMES)
    command = [*COMMAND, archive, "--only", "times", "--out", tmp_path / "out", "--engine", "dask", "--jobs", "2",
               "--part-size", "50"]  # fmt: skip
    notes = tmp_path / ".out.partial" / "parts"
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
    wait_for(notes, 3, process)
    victims = workers_of(process.pid)
    os.kill(victims[0], signal.SIGKILL)
    wait_for(notes, 8, process)
    assert process.poll() is None
    for pid in [process.pid, *workers_of(process.pid)]:
        os.kill(pid, signal.SIGKILL)
    process.wait()
    done = {path.name: path.read_bytes() for path in notes.iterdir() if path.suffix == ".json"}
    assert not (tmp_path / "out").exists()
    alone = ["1" if before == "--jobs" else word for before, word in pairwise(["", *command])]
    ended = subprocess.run(alone, capture_output=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(done) >= 8
    same(tmp_path / "out", tmp_path / "one" / "out", ("sentences", "times"))


def wait_for(notes, number, process):
    while process.poll() is None and (not notes.is_dir() or len(list(notes.glob("*.json"))) < number):
        time.sleep(0.02)


def workers_of(pid):
    """The processes below a process that hold most: Dask's workers."""
    below = [child for child in psutil.Process(pid).children(recursive=True) if child.is_running()]
    return [p.pid for p in sorted(below, key=lambda p: -p.memory_info().rss)][:2]


def test_documents_whose_analysis_fails_do_not_cost_the_others(corpus, tmp_path, monkeypatch):
    analysis = extraction.analysis

    def failing(settings):
        true = analysis(settings)
        return lambda document: 1 / 0 if document.id == "문서2" else true(document)

    monkeypatch.setattr(extraction, "analysis", failing)
    monkeypatch.setattr(frames, "_analysts", {})
    job = parts.Job(TIMES, str(tmp_path / "files"), str(tmp_path / "notes"), parts.made_with(TIMES))
    [part, *_] = parts.survey(str(corpus / "a.parquet"), 300).parts
    done = parts.work(part, job)
    assert done.failed == [(2, "문서2", "the analysis failed (ZeroDivisionError: division by zero)")]
    assert done.counts["documents"] == part.stop - 1
    assert {row["document"] for row in rows(tmp_path / "files", "times")} == {
        "문서0",
        "문서1",
        *(f"문서{n}" for n in range(3, part.stop)),
    }


def test_a_finished_part_is_not_done_again(cluster, corpus, tmp_path):
    job = parts.Job(TIMES, str(tmp_path / "files"), str(tmp_path / "notes"), parts.made_with(TIMES))
    [part, *_] = parts.survey(str(corpus / "a.parquet"), 300).parts
    done = parts.work(part, job)
    assert parts.done(part, job) == done
    assert parts.done(part, parts.Job(TIMES, job.files, job.notes, job.made_with, "2020-05-05")) is None
    (tmp_path / "files" / "times" / "part-0000000.parquet").write_bytes(b"cut")
    assert parts.done(part, job) is None


class TestErrors:
    def told(self, *arguments):
        done = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr

    def test_a_scheduler_that_does_not_answer(self, corpus, tmp_path, monkeypatch):
        monkeypatch.setattr(engine, "_CONNECTING", 1)
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
            with pytest.raises(InputError, match="--scheduler: no Dask scheduler answers; expected an address"):
                engine.extract([str(corpus)], str(tmp_path / "out"), PARQUET, scheduler=address)
        assert not list(tmp_path.iterdir())

    def test_options_that_do_not_fit(self, corpus, tmp_path):
        out = ("--out", tmp_path / "out")
        assert "--engine: unknown engine; expected dask, got ray" in self.told(corpus, *out, "--engine", "ray")
        assert "--scheduler: a scheduler of what?" in self.told(corpus, *out, "--scheduler", "tcp://1.1.1.1:8786")
        assert "a cluster writes Parquet alone" in self.told(corpus, *out, "--engine", "dask", "--format", "csv")

    def test_what_is_no_parquet(self, tmp_path):
        (tmp_path / "달.txt").write_text("1969년이다.", encoding="utf-8")
        with pytest.raises(InputError, match=r"달\.txt: a cluster reads Parquet alone; .* leave out --engine"):
            list(engine.inputs([str(tmp_path / "달.txt")]))

    def test_no_document_leaves_no_trace(self, cluster, tmp_path):
        with pytest.raises(InputError, match="no document to read"):
            engine.extract([str(tmp_path / "없는.parquet")], str(tmp_path / "out"), TIMES,
                           scheduler=cluster.scheduler_address)  # fmt: skip
        assert not list(tmp_path.iterdir())

    def test_workers_with_other_rules(self, corpus, tmp_path):
        made = json.dumps(json.loads(parts.made_with(TIMES)) | {"rules": "other"})
        job = parts.Job(TIMES, str(tmp_path / "files"), str(tmp_path / "notes"), made)
        with pytest.raises(YeonpyoError, match="a worker has other rules than this machine; expected other"):
            parts.work(parts.survey(str(corpus / "a.parquet"), 300).parts[0], job)


def test_fsspec_is_asked_for_urls_alone():
    assert parts.is_url("s3://a/b.parquet")
    assert not parts.is_url("a:b.parquet")
    assert fsspec.url_to_fs("file:///a/b")[1] == "/a/b"


@POSIX
def test_a_document_that_kills_every_worker_is_set_aside_as_on_one_machine(cluster, tmp_path):
    corpus = write(tmp_path / "신문.parquet", 12, text=PLAIN)
    extraction.extract(article.read([corpus]), tmp_path / "one" / "out", TIMES)
    client = distributed.Client(cluster)
    client.register_plugin(DeadlyDocument("문서5"))
    try:
        said, refused = engine.extract(
            [corpus], str(tmp_path / "out"), TIMES, scheduler=cluster.scheduler_address, part_characters=150
        )
    finally:
        client.unregister_worker_plugin("deadly document")  # the last test: its workers stay as they are
        client.close()
    assert [str(error) for error in refused] == said["refused"]
    assert said["refused"] == [f"{corpus}: the document '문서5' was set aside: {extraction.DIED}"]
    for table in TIMES.tables():
        kept = [row for row in rows(tmp_path / "one" / "out", table) if row["document"] != "문서5"]
        assert rows(tmp_path / "out", table) == kept
