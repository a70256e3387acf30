"""Kills extract at random moments and looks whether anything is lost, doubled or half: python benchmarks/kills.py 100.

Each seed makes a corpus, kills the command with all its processes (or one worker of it) at a random moment until it has
ended by itself, and compares the dataset with that of an undisturbed run, byte by byte.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline import article
from pipeline.extraction import Settings, extract

DOCUMENTS = 1500
LONGEST = 6.0  # seconds until a kill at the latest: from before the work begins to after it is done
MOST_KILLS = 6  # then the run may end


def main(seeds: int) -> None:
    """Prints a line a seed, and the sum."""
    kills = 0
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as folder:
            kills += one(random.Random(seed), Path(folder))
        print(f"seed {seed}: {kills} kills so far, every dataset whole", flush=True)


def one(chance: random.Random, folder: Path) -> int:
    """Kills a run until it ends; gives the number of kills."""
    corpus = folder / "corpus.jsonl"
    rows = ({"id": str(n), "text": f"{chance.randrange(1000, 2020)}년 {n % 12 + 1}월에 떠났다.\n" * chance.randrange(1, 40)}
            for n in range(DOCUMENTS))  # fmt: skip
    corpus.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    extract(article.read([corpus]), folder / "quiet" / "out", Settings(only=("times",)))
    kills = 0
    while not run(chance, corpus, folder / "out", kills < MOST_KILLS):
        kills += 1
        assert not (folder / "out").exists() or whole(folder), "half a dataset"
    assert whole(folder), "not the same bytes"
    assert sorted(path.name for path in folder.iterdir()) == ["corpus.jsonl", "out", "quiet"], "something is left"
    return kills


def run(chance: random.Random, corpus: Path, out: Path, kill: bool) -> bool:
    """Runs the command; whether it came to its end."""
    command = [sys.executable, "-m", "pipeline", "extract", corpus, "--only", "times", "--jobs", "2", "--out", out]
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + chance.uniform(0, LONGEST)
    victims = chance.choice(["all", "all", "worker"])
    while kill and process.poll() is None and time.monotonic() < end:
        time.sleep(0.01)
    if kill and process.poll() is None:
        if victims == "worker":
            kill_a_child(process.pid, chance)
        else:
            os.killpg(process.pid, signal.SIGKILL)
    return process.wait() == 0


def kill_a_child(parent: int, chance: random.Random) -> None:
    """Kills one process that another started."""
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    if children := [int(word) for word in listed.stdout.split()]:
        os.kill(chance.choice(children), signal.SIGKILL)


def whole(folder: Path) -> bool:
    """Whether the dataset equals the undisturbed one."""
    one, other = ({p.name: p.read_bytes() for p in (folder / name).iterdir()} for name in ("out", "quiet/out"))
    return one == other


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
