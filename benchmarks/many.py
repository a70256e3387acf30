"""A corpus of many documents through the whole command: is time linear, memory flat, and what do two jobs gain?

    python benchmarks/many.py [--documents 20000] [--characters 2000] [--jobs 1,2] [--engine dask] [--keep DIR]

The documents are made of the sentences under gold/, shuffled, with other figures in each, so that no two are alike; no
analysis is kept from one to the next. A tenth of the corpus is a row: if time is linear the rows tell the same rate, if
memory is flat the largest process is no larger at the end. Where other work shares the machine the clock tells little;
processor time is told beside it. It needs Linux, which tells what each process holds.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow
from pyarrow import parquet

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from pipeline.sentences import split  # noqa: E402

TENTHS = 10
ROW_GROUP = 1000  # documents
FIGURES = re.compile(r"\d+")
YEAR_DIGITS = 4


def make(path: Path, documents: int, characters: int) -> int:
    """Writes a corpus; gives the number of its characters."""
    chance, sentences = random.Random(0), list(gold_sentences())
    texts = [text(chance, sentences, characters) for _ in range(documents)]
    table = pyarrow.table({"id": [f"문서{n:06d}" for n in range(documents)], "text": texts})
    parquet.write_table(table, path, row_group_size=ROW_GROUP)
    return sum(map(len, texts))


def gold_sentences() -> Iterator[str]:
    """The sentences of all texts under gold/."""
    for article in sorted((ROOT / "gold").glob("*/article.txt")):
        words = article.read_text(encoding="utf-8")
        yield from (words[s.start : s.end] for s in split(words))


def text(chance: random.Random, sentences: list[str], characters: int) -> str:
    """A document of about so many characters, in paragraphs."""

    def other(figures: re.Match[str]) -> str:
        if len(figures.group()) == YEAR_DIGITS:
            return str(chance.randrange(1800, 2024))
        return str(chance.randrange(10 ** (len(figures.group()) - 1), 10 ** len(figures.group())))

    pieces: list[str] = []
    while sum(map(len, pieces)) < characters:
        pieces += [FIGURES.sub(other, chance.choice(sentences)), chance.choice([" ", " ", " ", "\n"])]
    return "".join(pieces)


@dataclass(frozen=True)
class Run:
    """Seconds that a run took, by the clock and of processor time."""

    wall: float
    cpu: float


def watch(corpus: Path, out: Path, documents: int, jobs: int, more: list[str]) -> Run:
    """Runs the command and prints a row each time that a tenth is done."""
    command = [sys.executable, "-m", "pipeline", "extract", corpus, "--out", out, "--no-cache",
               "--jobs", str(jobs), *more]  # fmt: skip
    print(f"\n{jobs} jobs\ndone   clock, s   processor, s   MB, largest process", flush=True)
    before, begin, tenth, peak = children_seconds(), time.monotonic(), 1, 0.0
    clock = cpu = 0.0
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    try:
        while process.poll() is None:
            time.sleep(0.2)
            held, used = usage(process.pid)
            peak = max(peak, held)
            if documents_done(out) >= documents * tenth / TENTHS:
                now = time.monotonic() - begin
                print(f"{tenth / TENTHS:4.0%} {now - clock:10,.1f} {used - cpu:14,.1f} {peak:15,.0f}", flush=True)
                clock, cpu, peak, tenth = now, used, 0.0, tenth + 1
    finally:
        process.kill()
    if process.wait():
        raise SystemExit("the command failed")
    return Run(time.monotonic() - begin, children_seconds() - before)


def children_seconds() -> float:
    """Processor seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def usage(pid: int) -> tuple[float, float]:
    """Megabytes that the largest of a process and those below it holds, and processor seconds of all of them."""
    largest, seconds, waiting = 0.0, 0.0, [pid]
    while waiting:
        current = Path("/proc", str(waiting.pop()))
        try:
            pages = int((current / "statm").read_text().split()[1])
            fields = (current / "stat").read_text().rpartition(")")[2].split()
            below = [n for task in (current / "task").iterdir() for n in (task / "children").read_text().split()]
        except (OSError, IndexError):
            continue  # it has just ended
        largest = max(largest, pages * resource.getpagesize() / 1e6)
        seconds += sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")  # its own, and that of its dead
        waiting += map(int, below)
    return largest, seconds


def documents_done(out: Path) -> int:
    """How many documents the journal of a run tells of."""
    partial = out.with_name(f".{out.name}.partial")
    if (partial / "parts").is_dir():
        return sum(json.loads(note.read_bytes())["counts"]["documents"] for note in (partial / "parts").glob("*.json"))
    try:
        return len((partial / "journal.jsonl").read_bytes().splitlines()) - 1
    except OSError:
        return 0


def main() -> None:
    """Prints a table a run, then what more jobs gained."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--characters", type=int, default=2_000)
    options.add_argument("--jobs", default="1,2", help="runs with so many jobs, one after the other")
    options.add_argument("--engine", choices=["dask"])
    options.add_argument("--keep", type=Path, help="a folder for the corpus and the datasets")
    chosen = options.parse_args()
    more = ["--engine", chosen.engine] if chosen.engine else []
    with tempfile.TemporaryDirectory() as place:
        folder = chosen.keep or Path(place)
        folder.mkdir(exist_ok=True, parents=True)
        characters = make(folder / "corpus.parquet", chosen.documents, chosen.characters)
        print(f"{chosen.documents:,} documents, {characters:,} characters")
        runs: dict[int, Run] = {}
        for jobs in map(int, chosen.jobs.split(",")):
            run = runs[jobs] = watch(folder / "corpus.parquet", folder / f"out{jobs}", chosen.documents, jobs, more)
            print(f"all: {run.wall:,.0f} s by the clock, {run.cpu:,.0f} s of processor time, "
                  f"{characters / run.cpu:,.0f} characters a processor second")  # fmt: skip
    first, *others = runs
    for jobs in others:
        clock, cpu = runs[first].wall / runs[jobs].wall, runs[first].cpu / runs[jobs].cpu
        print(f"{jobs} jobs against {first}: {clock:.2f} × by the clock; {jobs / first * cpu:.2f} × if each had a core of its own "
              "(processor time)")  # fmt: skip


if __name__ == "__main__":
    main()
