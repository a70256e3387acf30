"""Kills commands at random moments and looks whether anything is lost, doubled or half: python benchmarks/kills.py 100.

Each seed kills four things with ``kill -9``: ``extract`` (with all its processes, or one worker of it), ``extract`` that
fills a cache of analyses, ``evaluate --errors`` and ``gold move``. Half of the kills come at any time, half right when
something new appears in the folder that is written to. The old file or the new one must be there, whole, the same
command must get to its end, and leave what an undisturbed run leaves, to the byte.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

HOME = Path(__file__).parents[1]
sys.path.insert(0, str(HOME))

from pipeline import article, cache, commands, error_analysis, evaluate, extraction, gold_move, nlp, timex  # noqa: E402, F401
from pipeline.__main__ import main as yeonpyo  # noqa: E402

DOCUMENTS = 300
MOST_KILLS = 2  # then a run may end
LONGEST = {"work": 1.5, "cache": 3.0, "file": 0.4}  # seconds until a kill at the latest, by the folder that is watched
GOLD = HOME / "gold" / "news"
Files = dict[str, bytes]


def main(first: int, last: int) -> None:
    """Prints a line a seed, and the sum."""
    kills = 0
    with tempfile.TemporaryDirectory() as quiet:
        for seed in range(first, last):
            for work in WORKS:
                with tempfile.TemporaryDirectory() as folder:
                    kills += work(random.Random(seed), Path(folder), Path(quiet))
            print(f"seed {seed}: {kills} kills so far, everything whole", flush=True)


def kill_extract(chance: random.Random, folder: Path, _: Path) -> int:
    """Kills an extraction until it ends; gives the number of kills."""
    corpus = folder / "corpus.jsonl"
    rows = ({"id": str(n), "text": f"{chance.randrange(1000, 2020)}년 {n % 12 + 1}월에 떠났다.\n" * chance.randrange(1, 40)}
            for n in range(DOCUMENTS))  # fmt: skip
    corpus.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    command: list[str | Path] = ["extract", corpus, "--only", "times", "--no-cache", "--out"]
    assert run([*command, folder / "quiet" / "out"], folder) == 0
    out = folder / "work" / "out"
    command += [out, "--jobs", chance.choice(["1", "1", "2"])]
    return kill_until_done(chance, command, out, folder / "quiet" / "out")


def kill_cache(chance: random.Random, folder: Path, quiet: Path) -> int:
    """Kills extractions that fill a cache, which must be sound after each kill."""
    text = folder / "글.txt"
    text.write_text("".join(f"{n}번째 봄이 왔다. " for n in range(300)), encoding="utf-8")
    command: list[str | Path] = ["extract", text, "--only", "times"]
    if not (quiet / "out").exists():
        assert run([*command, "--cache", quiet / "cache", "--out", quiet / "out"], quiet) == 0
    out, kept = folder / "work" / "out", folder / "cache"
    command += ["--cache", kept, "--out", out]

    def check() -> None:
        if (kept / cache.FILE).exists():
            with closing(sqlite3.connect(kept / cache.FILE)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)], "a broken cache"

    return kill_until_done(chance, command, out, quiet / "out", kept, check)


def kill_evaluate(chance: random.Random, folder: Path, quiet: Path) -> int:
    """Kills ``evaluate`` as it replaces a table of mistakes."""
    system = folder / "system.jsonl"
    lines = (GOLD / "annotations.jsonl").read_text(encoding="utf-8").splitlines()
    system.write_text("".join(bare(line) + "\n" for line in lines), encoding="utf-8")
    command: list[str | Path] = ["evaluate", GOLD / "annotations.jsonl", system, "--errors"]
    return kill_file(chance, command, folder / "file" / "오류.csv", quiet / "evaluate")


def bare(line: str) -> str:
    """A labelled sentence without its labels."""
    return json.dumps(json.loads(line) | {"times": [], "entities": [], "events": []}, ensure_ascii=False)


def kill_move(chance: random.Random, folder: Path, quiet: Path) -> int:
    """Kills ``gold move`` as it replaces labels."""
    text = GOLD / "article.txt"
    command: list[str | Path] = ["gold", "move", GOLD / "annotations.jsonl", text, text, "--out"]
    return kill_file(chance, command, folder / "file" / "gold.jsonl", quiet / "move")


def kill_file(chance: random.Random, command: list[str | Path], out: Path, quiet: Path) -> int:
    """Kills a command that replaces one file: that is the old one or the new one at any time."""
    if not quiet.exists():
        assert run([*command, quiet / out.name], quiet) == 0
    out.parent.mkdir()
    old = "옛 파일".encode() * 100
    out.write_bytes(old)

    def check() -> None:
        assert out.read_bytes() in (old, (quiet / out.name).read_bytes()), "half a file"

    return kill_until_done(chance, [*command, out], out.parent, quiet, out.parent, check)


def kill_until_done(
    chance: random.Random,
    command: list[str | Path],
    out: Path,
    quiet: Path,
    watched: Path | None = None,
    check: Callable[[], None] = lambda: None,
) -> int:
    """Kills a command a few times, lets it end, and compares what it wrote with that of a quiet run."""
    kills = 0
    while run(command, watched or out.parent, chance if kills < MOST_KILLS else None) != 0:
        kills += 1
        check()
        assert kills <= MOST_KILLS, "it does not get to its end"
        if out.suffix == "" and out.name == "out":
            assert not out.exists() or files(out) == files(quiet), "half a dataset"
    check()
    assert files(out) == files(quiet), "not the same bytes"
    if out.name == "out":
        assert [path.name for path in out.parent.iterdir()] == ["out"], "something is left"
    return kills


def run(command: list[str | Path], watched: Path, chance: random.Random | None = None) -> int:
    """Runs a command in a process of its own, and kills it at a random moment if there is a chance; its exit code."""
    sys.stdout.flush()
    process = os.fork()  # all is imported already, which is most of what a short command does
    if not process:
        work(command)
    over = Ended(process)
    if chance is not None:
        wait_for_moment(over, watched, chance)
        if not over() and "2" in command and chance.random() < 1 / 3:
            kill_a_child(process, chance)
        elif not over():
            os.killpg(process, signal.SIGKILL)
    while not over():
        time.sleep(0.001)
    return over.code


class Ended:
    """Whether a child process is at its end; its exit code then."""

    def __init__(self, process: int) -> None:
        self.process, self.code, self.done = process, 0, False

    def __call__(self) -> bool:
        """Asks the system once."""
        if not self.done:
            process, status = os.waitpid(self.process, os.WNOHANG)
            self.done, self.code = process != 0, os.waitstatus_to_exitcode(status)
        return self.done


def work(command: list[str | Path]) -> NoReturn:
    """The child's life: the command line, with nobody to read what it says."""
    os.setsid()
    null = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(null, stream)
    sys.argv = ["yeonpyo", *map(str, command)]
    code: object = 1
    try:
        yeonpyo()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    finally:
        os._exit(code if isinstance(code, int) else 1)


def wait_for_moment(over: Callable[[], bool], watched: Path, chance: random.Random) -> None:
    """Waits until a random moment, or until something changes in a folder and a few thousandths of a second more."""
    if chance.random() < 1 / 2:
        end = time.monotonic() + chance.uniform(0, LONGEST[watched.name])
        while not over() and time.monotonic() < end:
            time.sleep(0.005)
        return
    before = names(watched)
    while not over() and names(watched) == before:
        time.sleep(0.001)
    time.sleep(chance.choice([0, 0.001, 0.01, 0.1]))


def names(folder: Path) -> set[str]:
    """What is in a folder."""
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def kill_a_child(parent: int, chance: random.Random) -> None:
    """Kills one process that another started."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    if children := [int(word) for word in listed.stdout.split()]:
        os.kill(chance.choice(children), signal.SIGKILL)


def files(folder: Path) -> Files:
    """All files of a folder with their bytes."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


WORKS = (kill_extract, kill_cache, kill_evaluate, kill_move)

if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("seeds", type=int, nargs="?", default=100, help="how many seeds")
    options.add_argument("--first", type=int, default=0, metavar="SEED", help="the seed to begin with")
    given = options.parse_args()
    main(given.first, given.first + given.seeds)
