"""Full disks, places that cannot be written, files cut short: a line that says so, and nothing half or lost."""

import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import lexicon
from pipeline.__main__ import main
from pipeline.errors import LexiconError
from pipeline.events.vocabulary import vocabulary
from pipeline.timex import find  # noqa: F401  (registers the rules)
from pipeline.timex.rule import compiled

HOME = Path(__file__).parents[1]
GOLD = HOME / "gold" / "news"
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits and devices of POSIX")
OLD = "옛것이다.\n"


def yeonpyo(*arguments, limit=None, **options):
    """Runs a command, with a limit on the size of files if there is one; gives its exit code and its errors."""

    def limited():
        import resource
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run([sys.executable, "-B", "-m", "pipeline", *map(str, arguments)], cwd=HOME, check=False,
                          stderr=subprocess.PIPE, encoding="utf-8", preexec_fn=limited if limit else None,
                          **{"stdout": subprocess.DEVNULL} | options)  # fmt: skip
    return done.returncode, done.stderr


def told(said, *parts):
    """Whether a command said one line for people, with these words in it, and ended with 2."""
    code, complained = said
    assert complained.count("\n") == 1, complained
    assert complained.startswith("yeonpyo: ")
    assert all(part in complained for part in parts), complained
    return code == 2


@POSIX
@pytest.mark.parametrize("kind", ["errors", "move", "export", "diff --csv", "diff --html", "report"])
def test_a_full_disk_leaves_the_old_file(tmp_path, kind):
    labels, text = GOLD / "annotations.jsonl", GOLD / "article.txt"
    out = tmp_path / "out" / "labels.conll"
    out.parent.mkdir()
    out.write_text(OLD)
    none = tmp_path / "none.jsonl"
    none.write_text("".join(json.dumps(json.loads(line) | {"times": [], "entities": [], "events": []}) + "\n"
                            for line in labels.read_text(encoding="utf-8").splitlines()))  # fmt: skip
    command = {
        "errors": ("evaluate", labels, none, "--errors", out),
        "move": ("gold", "move", labels, text, text, "--out", out),
        "export": ("gold", "export", labels, "--format", "conll", "--out", out.parent),
        "diff --csv": ("diff", none, labels, "--csv", out),
        "diff --html": ("diff", none, labels, "--html", out),
        "report": ("report", labels, "--out", out),
    }[kind]
    assert told(yeonpyo(*command, limit=2000), "cannot be written (File too large)")
    assert out.read_text() == OLD
    assert [path.name for path in out.parent.iterdir()] == [out.name]


@POSIX
def test_a_real_full_disk(tmp_path):
    """A file system of 64 kB, where one may be mounted."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        (tmp_path / "글.txt").write_text("1957년 10월 4일 소련이 위성을 쏘았다.\n" * 9, encoding="utf-8")
        command = ("extract", tmp_path / "글.txt", "--only", "times", "--out", small / "out")
        assert yeonpyo(*command) == (0, "")
        before = {path.name: path.read_bytes() for path in (small / "out").iterdir()}
        long = tmp_path / "긴글.txt"
        long.write_text("1957년 10월 4일 소련이 위성을 쏘았다.\n" * 999, encoding="utf-8")
        assert told(
            yeonpyo("extract", long, "--only", "times", "--out", small / "out"),
            "(No space left on device)",
            "the same command",
        )
        assert {path.name: path.read_bytes() for path in (small / "out").iterdir()} == before
        subprocess.run(["mount", "-o", "remount,size=64m", small], check=True)
        assert yeonpyo("extract", long, "--only", "times", "--out", small / "out") == (0, "")
        assert [path.name for path in small.iterdir()] == ["out"]
        subprocess.run(["mount", "-o", "remount,ro", small], check=True)
        assert told(yeonpyo(*command), "cannot be written (Read-only file system)")
    finally:
        subprocess.run(["umount", small], check=True)


@POSIX
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no /dev/full")
@pytest.mark.parametrize("arguments", [("times", "1957년"), ("rules", "--json"), ("--help",)], ids=str)
def test_standard_output_that_is_full(arguments):
    with open("/dev/full", "w") as full:
        assert told(yeonpyo(*arguments, stdout=full), "standard output: cannot be written (No space left on device)")


def refused(arguments, monkeypatch, capsys):
    """What a command that ends with 2 says, in this process."""
    monkeypatch.setattr("sys.argv", ["yeonpyo", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    return capsys.readouterr().err


def cut_parquet(path):
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table({"id": [str(n) for n in range(50)], "text": ["1957년이다."] * 50})
    parquet.write_table(table, path)
    path.write_bytes(path.read_bytes()[:-200])


def cut_csv(path):
    rows = "".join(f'{n},"1957년, 봄이다."\n' for n in range(50))
    path.write_bytes(("id,text\n" + rows).encode()[:-20])


def cut_jsonl(path):
    rows = "".join(json.dumps({"id": str(n), "text": "1957년이다."}) + "\n" for n in range(50))
    path.write_bytes(rows.encode()[:-20])


def cut_gzip(path):
    cut_jsonl(path)
    path.write_bytes(gzip.compress(path.read_bytes() * 99, mtime=0)[:-300])


@pytest.mark.parametrize(("name", "cut", "said"), [
    ("글.parquet", cut_parquet, "글.parquet: not Parquet ("),
    ("글.csv", cut_csv, "글.csv:51: not CSV ("),
    ("글.jsonl", cut_jsonl, "글.jsonl:50: column "),
    ("글.jsonl.gz", cut_gzip, "글.jsonl.gz: a broken gzip file ("),
])  # fmt: skip
def test_a_file_that_was_cut_short_is_named_and_the_others_come_out(tmp_path, name, cut, said, monkeypatch, capsys):
    if cut is cut_parquet:
        pytest.importorskip("pyarrow")
    (tmp_path / "온전한 글.txt").write_text("1957년이다.", encoding="utf-8")
    cut(tmp_path / name)
    arguments = ("extract", tmp_path / name, tmp_path / "온전한 글.txt", "--only", "times", "--out", tmp_path / "out")
    complained = refused(arguments, monkeypatch, capsys)
    assert said in complained
    assert "Traceback" not in complained
    assert "온전한 글,t0001,s0001" in (tmp_path / "out" / "times.csv").read_text(encoding="utf-8-sig")
    run = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert len(run["refused"]) == len(complained.splitlines())


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[" * 100_000, b"9" * 5000, b'{"id": "\\ud800", "start": 0}',
                                     b'{"id": 1}', b"\0"], ids=lambda content: repr(content[:12]))  # fmt: skip
def test_labels_that_are_none_are_refused_in_a_line(tmp_path, content, monkeypatch, capsys):
    labels = tmp_path / "annotations.jsonl"
    labels.write_bytes(content)
    assert refused(("evaluate", labels, labels), monkeypatch, capsys).count("\n") == 1


@POSIX
@pytest.mark.parametrize(("work", "seed"), [("kill_evaluate", 1), ("kill_move", 2)])
def test_kills(tmp_path, work, seed):
    """A few seeds of the benchmark that kills commands at random."""
    code = (
        "import random, sys; from pathlib import Path; sys.path.insert(0, 'benchmarks'); import kills\n"
        f"kills.MOST_KILLS = 1\nkills.{work}(random.Random({seed}), Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    (tmp_path / "work").mkdir()
    (tmp_path / "quiet").mkdir()
    subprocess.run([sys.executable, "-c", code, tmp_path / "work", tmp_path / "quiet"], check=True, cwd=HOME)


STRANGE_TABLES = {
    "events.toml": [b"\xff[", b"[NOPE]\n", b"LAUNCH = 1\n", b"[LAUNCH]\ncode = 'import os'\n",
                    b"[LAUNCH]\nframes = ['x']\n", b"[LAUNCH]\nsubject = [['x']]\n", b"a = " + b"[" * 100_000,
                    b"[LAUNCH"],
    "months.csv": [b"\xff", b"word,code\na,b\n", b"word,month,calendar\n\"a", b"word,month,calendar\na\n"],
}  # fmt: skip


@pytest.mark.parametrize(("name", "content"), [(n, c) for n, all_of in STRANGE_TABLES.items() for c in all_of])
def test_a_table_from_a_stranger_is_data_or_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    lexicon.use([tmp_path])
    try:
        with pytest.raises(LexiconError, match=name) as refusal:
            vocabulary() if name == "events.toml" else compiled()
    finally:
        lexicon.use([])
    assert str(refusal.value).startswith(str(tmp_path / name))
