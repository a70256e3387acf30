"""What is spared in reruns of an article: by the cache of analyses after a change of rules, and after an edit of one sentence;
by the rows of unchanged documents in the same folder.

    .venv/bin/python benchmarks/rerun.py [ARTICLE] [--times N]

Each run is a process of its own, timed from the moment its modules are imported. What loading Kiwi takes of it is
also told apart: one new sentence is enough to need it. A rule is changed by a lexicon folder with a new word.
"""

from __future__ import annotations

import argparse
import functools
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

ARTICLE = Path(__file__).parents[1] / "gold" / "space_race" / "article.txt"
NEW_WORD = "word,days\n열흘하고도하루,11\n"


def work(article: Path, out: Path, cache: Path | None, lexicon: Path | None) -> None:
    """One run; prints its processor time, its time by the clock, and the processor time of loading Kiwi."""
    from pipeline import fragments, journal, morphology, nlp, provenance  # noqa: F401  (imported before the clock starts)
    from pipeline.article import read
    from pipeline.cache import ready
    from pipeline.extraction import Settings, extract

    load, loading = morphology._kiwi_of, [0.0]

    def timed_load(process: int) -> Any:
        begin = time.process_time()
        kiwi = load(process)
        kiwi.tokenize("문")  # the first call makes the rest ready
        loading[0] += time.process_time() - begin
        return kiwi

    morphology._kiwi_of = functools.cache(timed_load)
    started = time.process_time(), time.perf_counter()
    settings = Settings(lexicon=(lexicon,) if lexicon else (), cache=ready(cache) if cache else None)
    extract(read([article]), out, settings)
    print(time.process_time() - started[0], time.perf_counter() - started[1], loading[0])


def edited(text: str) -> str:
    """The text with one sentence changed, in its middle."""
    from pipeline.sentences import split

    sentences = split(text)
    at = sentences[len(sentences) // 2].start
    return text[:at] + "또한 " + text[at:]


def measure(article: Path, folder: Path) -> dict[str, tuple[float, ...]]:
    """What :func:`work` prints for each kind of run, with a cache that is empty at first."""
    revised = folder / "revised.txt"
    revised.write_text(edited(article.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "native_days.csv").write_text(NEW_WORD, encoding="utf-8")
    cache, lexicon = folder / "cache", folder / "lexicon"
    runs: dict[str, tuple[Path, Path | None, Path | None, str]] = {
        "without a cache": (article, None, None, "1"),
        "cold": (article, cache, None, "2"),
        "same again, new folder": (article, cache, None, "3"),
        "same again, same folder": (article, cache, None, "3"),
        "a rule changed": (article, cache, lexicon, "3"),
        "a sentence edited": (revised, cache, None, "2"),
    }
    return {name: _apart(run[:3], folder / "out" / run[3]) for name, run in runs.items()}


def _apart(run: tuple[Path, Path | None, Path | None], out: Path) -> tuple[float, ...]:
    arguments = [str(part or "") for part in (run[0], out, *run[1:])]
    said = subprocess.run(
        [sys.executable, __file__, "--one", *arguments], stdout=subprocess.PIPE, text=True, check=True
    )
    return tuple(map(float, said.stdout.split()))


def main() -> None:
    """Prints a table: seconds, and the share of a cold run's."""
    if sys.argv[1:2] == ["--one"]:
        article, out, cache, lexicon = sys.argv[2:6]
        work(Path(article), Path(out), Path(cache) if cache else None, Path(lexicon) if lexicon else None)
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", type=Path, nargs="?", default=ARTICLE)
    parser.add_argument("--times", type=int, default=3, help="how often; the median counts")
    options = parser.parse_args()
    found = []
    for _ in range(options.times):
        with TemporaryDirectory() as folder:
            found.append(measure(options.article, Path(folder)))
    middle = {name: [median(times[name][kind] for times in found) for kind in range(3)] for name in found[0]}
    print("| run | processor, s | of cold | clock, s | of cold | loading Kiwi, s | the rest, s | of cold |")
    print("|---" * 8 + "|")
    for name, (processor, clock, loading) in middle.items():
        cold, cold_clock, cold_loading = middle["cold"]
        print(f"| {name} | {processor:.2f} | {processor / cold:.0%} | {clock:.2f} | {clock / cold_clock:.0%} | {loading:.2f} "
              f"| {processor - loading:.2f} | {(processor - loading) / (cold - cold_loading):.0%} |")  # fmt: skip


if __name__ == "__main__":
    main()
