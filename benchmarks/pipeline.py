"""What the pipeline costs over Kiwi alone, stage by stage, as ratios of one run on the article under gold/.

    python benchmarks/pipeline.py [--rounds 5] [--long 2000000]

Kiwi alone is `kiwi.tokenize` over the text cut to a few thousand characters, Kiwi as it comes; the pipeline's own has a
narrower beam (`pipeline/morphology.py`). Each round measures all stages in turn; the medians are compared, so that a
machine that speeds up or slows down moves all of them alike.
"""

from __future__ import annotations

import argparse
import gc
import resource
import statistics
import sys
import time
from pathlib import Path

from kiwipiepy import Kiwi

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline import annotation, morphology, nlp, spacy_doc

START = time.process_time()
ARTICLE = Path(__file__).parents[1] / "gold" / "space_race" / "article.txt"


def kiwi_alone(kiwi: Kiwi, text: str) -> None:
    """What everything is measured against."""
    for start in range(0, len(text), 3000):
        kiwi.tokenize(text[start : start + 3000])


def seconds(work, *args) -> tuple[float, object]:
    """CPU seconds: other work on the machine does not count."""
    begin = time.process_time()
    result = work(*args)
    return time.process_time() - begin, result


def one_round(language, kiwi: Kiwi, text: str) -> dict[str, float]:
    """CPU seconds of each stage; last, how much longer everything takes than Kiwi alone by the clock, on all cores."""
    begin = time.perf_counter()
    taken = {"kiwi": seconds(kiwi_alone, kiwi, text)[0]}
    middle = time.perf_counter()
    annotation.annotated(nlp.annotate(language, text))
    by_clock = (time.perf_counter() - middle) / (middle - begin)
    with morphology.one_thread():
        taken["sentences, Kiwi and Doc"], doc = seconds(language.make_doc, text)
    taken["reading"], _ = seconds(spacy_doc.read, doc)
    for name, component in language.pipeline:
        taken[name], doc = seconds(component, doc)
    taken["records"], _ = seconds(annotation.annotated, doc)
    taken["whole pipeline"] = sum(v for k, v in taken.items() if k != "kiwi")
    taken["the same by the clock"] = by_clock * taken["kiwi"]
    return taken


def main() -> None:
    """Prints the ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--long", type=int, default=0, help="also one line of so many characters")
    chosen = options.parse_args()
    begin = time.perf_counter()
    language = nlp.build()
    nlp.annotate(language, "1957년 10월 4일 소련은 위성을 발사했다.")
    print(f"start to first result {time.perf_counter() - begin:.1f} s, {time.process_time() - START:.1f} s of it CPU")
    text = ARTICLE.read_bytes().decode("utf-8")
    kiwi = Kiwi(num_workers=1, **morphology._OPTIONS)
    kiwi_alone(kiwi, text)  # it loads when it is first asked
    gc.freeze()  # as `yeonpyo extract` does
    rounds = [one_round(language, kiwi, text) for _ in range(chosen.rounds)]
    middle = {k: statistics.median(r[k] for r in rounds) for k in rounds[0]}
    print(
        f"{len(text):,} characters, {chosen.rounds} rounds; Kiwi alone {len(text) / middle['kiwi']:,.0f} characters/s"
    )
    for name, taken in middle.items():
        print(f"{name:24} {taken / middle['kiwi']:6.2f} × Kiwi")
    if chosen.long:
        long = (text.replace("\n", " ") * (chosen.long // len(text) + 1))[: chosen.long]
        taken, _ = seconds(nlp.annotate, language, long)
        short = statistics.median(seconds(nlp.annotate, language, text)[0] for _ in range(3))
        print(
            f"one line of {len(long):,} characters: {taken / len(long) / (short / len(text)):.2f} × the article's cost a character"
        )
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


if __name__ == "__main__":
    main()
