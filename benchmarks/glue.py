"""How far lost blanks cost accuracy: every gold text as it is and with the blanks around its names and times removed.

    python benchmarks/glue.py [GOLD_FOLDER …]        (by default those under gold/)

Scraped articles lose the blanks at both sides of a hyperlink; here every time and every name loses them. The hand
labels follow by `pipeline.gold_move`, so that both versions are scored against the same labels.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline import gold_move, nlp
from pipeline.annotation import annotated
from pipeline.gold import read_annotations
from pipeline.model import AnnotatedSentence
from pipeline.score import score

FIGURES = ("sentences", "times.value", "entities.strict", "events", "events.arguments")


def glued(text: str, gold: list[AnnotatedSentence]) -> str:
    """The text without the blank before and after every time and named entity."""
    gone: set[int] = set()
    for sentence in gold:
        named = [e for e in sentence.entities if e.label != "QT"]
        for span in (*sentence.times, *named):
            gone |= {i for i in (span.start - 1, span.end) if sentence.start <= i < sentence.end and text[i] == " "}
    return "".join(c for i, c in enumerate(text) if i not in gone)


def main() -> None:
    """Prints the figures of both versions and their difference."""
    home = Path(__file__).parents[1] / "gold"
    folders = [Path(f) for f in sys.argv[1:]] or sorted(p.parent for p in home.glob("*/annotations.jsonl"))
    language = nlp.build()
    print(f"{'':14}{'':18}{'clean':>8}{'glued':>8}{'less':>8}")
    for folder in folders:
        text = (folder / "article.txt").read_bytes().decode("utf-8")
        day = (folder / "date.txt").read_text().strip() if (folder / "date.txt").exists() else None
        gold = read_annotations(folder / "annotations.jsonl")
        tight = glued(text, gold)
        moved = gold_move.move(gold, text, tight)
        reports = [
            score(labels, annotated(nlp.annotate(language, words, date=day)), resamples=1)
            for labels, words in ((gold, text), (list(moved.sentences), tight))
        ]
        for figure in FIGURES:
            clean, lost = (r.figures[figure].f1 for r in reports)
            print(f"{folder.name:14}{figure:18}{clean:8.3f}{lost:8.3f}{clean - lost:8.3f}")


if __name__ == "__main__":
    main()
