"""Compares yeonpyo with other readers of Korean times on the sentences of its own tests; prints a Markdown table.

    pip install korean-datetime dateparser
    python benchmarks/times_peers.py

For each kind of time: the F1 of exact spans, and of the values that name days, how many get the right first and last
day (dateparser, which gives one moment, is asked for the first only). Peers that are not installed are left out;
Duckling and HeidelTime are no Python packages. The last lines give the speed on a text of the tests' sentences.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.timex import find
from pipeline.timex.value import begin_end
from tests import test_timex as sentences

Span = tuple[int, int, str | None, str | None]
Reader = Callable[[str, str | None], Sequence[Span]]
FAMILIES = {
    "calendar": sentences.CALENDAR,
    "eras, lunar": sentences.ERAS,
    "clock": sentences.CLOCK,
    "relative": sentences.RELATIVE,
    "lengths, sets": sentences.LENGTHS,
    "no times": sentences.NO_TIMES,
}
# Peers always need a moment to count from; where the sentence has no date of its own, any will do.
SOME_DAY = "2026-03-01"


def yeonpyo(text: str, date: str | None) -> list[Span]:
    """Our own reader."""
    return [(t.start, t.end, *(begin_end(t.value) or (None, None))) for t in find(text, date) if not t.optional]


def korean_datetime() -> Reader:
    """The package korean-datetime; the end of its spans of time is exclusive."""
    from korean_datetime import parse_all

    def read(text: str, date: str | None) -> list[Span]:
        found = parse_all(text, now=datetime.fromisoformat(date or SOME_DAY))
        last = [max(e.start, e.end - timedelta(seconds=1)) for e in found]
        return [
            (*e.span, e.start.date().isoformat(), end.date().isoformat()) for e, end in zip(found, last, strict=True)
        ]

    return read


def dateparser() -> Reader:
    """The package dateparser, which finds texts and moments but tells neither place nor length."""
    from dateparser.search import search_dates

    def read(text: str, date: str | None) -> list[Span]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(date or SOME_DAY)}
        spans: list[Span] = []
        place = 0
        for words, moment in search_dates(text, languages=["ko"], settings=settings) or ():
            place = max(text.find(words, place), 0)
            spans.append((place, place + len(words), moment.date().isoformat(), None))
        return spans

    return read


def measure(reader: Reader, marked: Sequence[str]) -> tuple[int, int, int, int, int]:
    """Right, found and wanted spans; right and wanted days."""
    right = found = wanted = days = dated = 0
    for sentence in marked:
        text, date, expected = sentences.read(sentence)
        system = reader(text, date)
        spans = {s[:2]: s[2:] for s in system}
        found += len(spans)
        for start, surface, value, _ in expected:
            wanted += 1
            right += (start, start + len(surface)) in spans
            if gold := begin_end(value):
                dated += 1
                days += any(s[2:] == gold or (s[2] == gold[0] and s[3] is None)
                            for s in system if s[0] < start + len(surface) and start < s[1])  # fmt: skip
    return right, found, wanted, days, dated


def cell(counts: tuple[int, int, int, int, int]) -> str:
    """One cell of the table."""
    right, found, wanted, days, dated = counts
    if not wanted:
        return f"{found} false"
    f1 = 200 * right / (found + wanted)
    return f"{f1:.0f}" + (f" · {days}/{dated}" if dated else "")


def speed(reader: Reader, text: str) -> float:
    """Characters a second on a warm reader."""
    reader(text[:200], None)
    start = time.perf_counter()
    reader(text, None)
    return len(text) / (time.perf_counter() - start)


def main() -> None:
    """Prints the table and the speeds."""
    readers: dict[str, Reader] = {"yeonpyo": yeonpyo}
    for name, make in (("korean-datetime", korean_datetime), ("dateparser", dateparser)):
        try:
            readers[name] = make()
        except ImportError:
            print(f"{name} is not installed: left out", file=sys.stderr)
    print("| span F1 · right days | " + " | ".join(readers) + " |")
    print("|---" * (len(readers) + 1) + "|")
    for family, marked in FAMILIES.items():
        print(f"| {family} | " + " | ".join(cell(measure(reader, marked)) for reader in readers.values()) + " |")
    text = "\n".join(sentences.read(s)[0] for marked in FAMILIES.values() for s in marked)
    print("| characters a second | " + " | ".join(f"{speed(reader, text):,.0f}" for reader in readers.values()) + " |")


if __name__ == "__main__":
    main()
