"""What `--only times` and `--only events` spare against the full run, and whether they give the same.

    python benchmarks/only.py [--rounds 5]

Processor time from text to the bytes of the CSV files, on the article under gold/. Then what `--only events` could spare
if Kiwi saw only the sentences with a date, and what of the events that would cost.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline import annotation, nlp
from pipeline.article import Document
from pipeline.export import Options
from pipeline.extraction import Settings, analysis
from pipeline.fragments import Fragmenter
from pipeline.model import AnnotatedSentence
from pipeline.timex.finding import find_by_sentence

GOLD = Path(__file__).parents[1] / "gold"
ASKED = {"full": None, "times": ("times",), "events": ("events",)}


def fragmenter(only: tuple[str, ...] | None) -> Fragmenter:
    """What makes the bytes of the CSV files."""
    settings = Settings(("csv",), only)
    return Fragmenter(analysis(settings), settings.format_names, Options(settings.tables()))


def seconds(work: Fragmenter, document: Document) -> float:
    """Processor seconds of a document."""
    begin = time.process_time()
    work(document)
    return time.process_time() - begin


def without_undated(text: str) -> tuple[str, float]:
    """A text whose sentences without a date are blank, and how much of it is left."""
    dated = [s for s in find_by_sentence(text) if any(time.type in ("DATE", "TIME") for time in s.times)]
    kept = bytearray(len(text))
    for sentence in dated:
        kept[sentence.start : sentence.start + len(sentence.text)] = b"\1" * len(sentence.text)
    blank = "".join(letter if keep or letter.isspace() else " " for letter, keep in zip(text, kept, strict=True))
    return blank, sum(kept) / len(text)


def told(sentences: list[AnnotatedSentence]) -> dict[tuple[int, str], object]:
    """Events by place and date, with all that is said of them."""
    return {(e.trigger.start, e.date): (e.type, e.arguments, e.inferred, e.polarity, e.modality,
            [n.name for n in s.entities if any(a.start < n.end and n.start < a.end for a in e.arguments)])
            for s in sentences for e in s.events}  # fmt: skip


def main() -> None:
    """Prints ratios, then what identity hangs on."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    document = Document("문서", (GOLD / "space_race" / "article.txt").read_text(encoding="utf-8"))
    makers = {name: fragmenter(only) for name, only in ASKED.items()}
    made = {name: maker(document).files for name, maker in makers.items()}
    taken = {name: [] for name in makers}
    for _ in range(rounds):
        for name, maker in makers.items():
            taken[name].append(seconds(maker, document))
    middle = {name: statistics.median(some) for name, some in taken.items()}
    for name, second in middle.items():
        same = all(content == made["full"][file] for file, content in made[name].items())
        print(f"{name:8} {second:6.3f} s   full / {name}: {middle['full'] / second:5.2f}   "
              f"{'the same bytes' if same else 'NOT the same bytes'} in {', '.join(made[name])}")  # fmt: skip
    language = nlp.build()
    for article in sorted(GOLD.glob("*/article.txt")):
        text = article.read_text(encoding="utf-8")
        blank, share = without_undated(text)
        whole, alone = (told(annotation.annotated(nlp.annotate(language, t))) for t in (text, blank))
        other = sum(alone.get(place) != said for place, said in whole.items()) + len(alone.keys() - whole.keys())
        print(f"{article.parent.name}: {share:.0%} of the characters stand in dated sentences; read without the others, "
              f"{other} of {len(whole)} events are other ones")  # fmt: skip


if __name__ == "__main__":
    main()
