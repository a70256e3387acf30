"""Scoring against hand labels, by the guideline (§6).

Each measure and each accuracy of :mod:`pipeline.measures` gives a figure, and one for every type, label or role: the
pairs and misses of a label are those of its gold items, the spurious ones those predicted with it, so that labels
add up.

Optional gold items cost nothing if missed, and a prediction paired with one is dropped from the count. "Matches" is
the measure's own relation: a time of the wrong value does not match an optional time when values are scored.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pipeline import bootstrap
from pipeline.errors import InputError
from pipeline.matching import Item, Pairs, match
from pipeline.measures import ACCURACIES, MEASURES, AnyItem, Document, Measure, align, same_role
from pipeline.model import AnnotatedSentence, Argument, Entity, Event, Timex

if TYPE_CHECKING:
    from rich.table import Table

ARGUMENTS = "events.arguments"
MAIN = {
    "sentences": "sentences",
    "times": "times.value",
    "entities": "entities.strict",
    "events": "events",
    "triggers": "events.triggers",
    "dates": "events.dates",
    "arguments": ARGUMENTS,
}
"""The short names of the main figures, as in ``--fail-under events=0.8``."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its counts and its 95 % bootstrap interval (of F1, or of the accuracy).

    ``correct`` is a half for a half-right span of the partial reading. An accuracy has the pairs it was asked of as
    both ``gold`` and ``system``, so that ``f1`` is the accuracy. A ratio with nothing below it is ``None``.
    """

    gold: int
    system: int
    correct: float
    low: float | None = None
    high: float | None = None
    accuracy: bool = False

    @property
    def precision(self) -> float | None:
        """Share of the predictions that are right."""
        return self.correct / self.system if self.system else None

    @property
    def recall(self) -> float | None:
        """Share of the gold items that were found."""
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; ``None`` when there is nothing to find and nothing was found."""
        return 2 * self.correct / (self.gold + self.system) if self.gold + self.system else None

    def as_dict(self) -> dict[str, float | int | None]:
        """The figure for JSON, ratios to six digits."""
        ratios = ("low", "high") if self.accuracy else ("precision", "recall", "low", "high")
        told: dict[str, float | int | None] = {"accuracy" if self.accuracy else "f1": _rounded(self.f1)}
        told |= {ratio: _rounded(getattr(self, ratio)) for ratio in ratios}
        counts = {"of": self.gold} if self.accuracy else {"gold": self.gold, "system": self.system}
        return told | counts | {"correct": int(self.correct) if self.correct == int(self.correct) else self.correct}


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 6)


@dataclass(frozen=True, slots=True)
class Report:
    """What :func:`score` found.

    Attributes:
        figures: by name (``times.value``), also for each type, label or role (``entities.strict[PS]``).
        documents: how many documents were scored.
        sentences: how many gold sentences, the units of the bootstrap.
        unjudged: ids of the system's documents that the gold does not have; they count for nothing.
        counts: gold, system and correct by figure and gold sentence.
    """

    figures: dict[str, Figure]
    documents: int
    sentences: int
    unjudged: tuple[str | None, ...]
    resamples: int
    seed: int
    counts: bootstrap.Counts = field(repr=False)

    def figure(self, name: str) -> Figure:
        """A figure by its name or its short name (``events``, ``times``, ``entities.strict[PS]``).

        Raises:
            InputError: there is none of that name.
        """
        found = self.figures.get(MAIN.get(name, name))
        if found is None:
            known = ", ".join(dict.fromkeys([*MAIN, *(n for n in self.figures if "[" not in n)]))
            raise InputError("no such figure", expected=f"one of {known}", got=name)
        return found

    def main_figures(self) -> dict[str, float]:
        """F1 by short name; where there is nothing to find and nothing was found, no floor can be missed: 1."""
        values = {short: self.figures[name].f1 for short, name in MAIN.items()}
        return {short: 1.0 if value is None else value for short, value in values.items()}

    def as_dict(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "documents": self.documents,
            "sentences": self.sentences,
            "unjudged": list(self.unjudged),
            "resamples": self.resamples,
            "seed": self.seed,
            "figures": {name: figure.as_dict() for name, figure in self.figures.items()},
        }

    def table(self) -> Table:
        """The figures as a table for the terminal."""
        from pipeline.score_table import table

        return table(self)


def score(
    gold: Sequence[AnnotatedSentence], system: Sequence[AnnotatedSentence], *, resamples: int = 1000, seed: int = 0
) -> Report:
    """Scores predictions against hand labels.

    Args:
        gold: the hand labels of one document or many, offsets counting each document's text.
        system: the predictions; where both sides are of one document and one of them has no ``doc``, it is the same.
        resamples: draws of the bootstrap; 0 leaves the intervals out.
        seed: of the bootstrap.

    Raises:
        InputError: gold and system have no document in common.

    Example:
        Gold ``[1957년] [소련]은 …`` against a prediction with the same time and no entity:
        ``report.figure("times").f1 == 1.0``, ``report.figure("entities").recall == 0.0``.
    """
    counts: dict[str, dict[int, list[float]]] = {name: {} for name in _names()}
    documents, unjudged = align(gold, system)
    for document in documents:
        for name, unit, column, amount in _counted(document):
            row = counts.setdefault(name, {}).setdefault(unit, [0, 0, 0])
            row[column] += amount
    counts = {name: counts[name] for name in sorted(counts, key=_in_order)}
    return Report(_figures(counts, len(gold), resamples, seed), len(documents), len(gold), unjudged, resamples, seed,
                  counts)  # fmt: skip


Count = tuple[str, int, int, float]
"""A figure's name, the gold sentence, the column (gold, system or correct) and what to add there."""


def _counted(document: Document) -> Iterator[Count]:
    pairs = {measure.name: document.pairs(measure) for measure in MEASURES}
    for measure in MEASURES:
        gold, system = document.gold[measure.kind], document.system[measure.kind]
        yield from _tally(measure, gold, system, pairs[measure.name])
    for accuracy in ACCURACIES:
        kind = next(m.kind for m in MEASURES if m.name == accuracy.measure)
        for gold_item, system_item in _paired(document, kind, pairs[accuracy.measure]):
            agreed = accuracy.agrees(gold_item.record, system_item.record)
            yield from _add(accuracy.name, gold_item, (1, 1, int(agreed)))
    for gold_item, system_item in _paired(document, "events", pairs["events"]):
        yield from _arguments(gold_item, system_item)


def _paired(document: Document, kind: str, pairs: Pairs) -> Iterator[tuple[AnyItem, AnyItem]]:
    """The pairs that count: those with a mandatory gold item."""
    for g, s in pairs.items():
        if not document.gold[kind][g].optional:
            yield document.gold[kind][g], document.system[kind][s]


def _tally(measure: Measure, gold: Sequence[AnyItem], system: Sequence[AnyItem], pairs: Pairs) -> Iterator[Count]:
    """Counts of one measure; what is paired with an optional gold item counts for nothing."""
    for g, item in enumerate(gold):
        if item.optional:
            continue
        correct = 0.0
        if g in pairs:
            correct = measure.credit(item, system[pairs[g]]) if measure.credit else 1
        yield from _add(measure.name, item, (1, int(g in pairs), correct))
    taken = set(pairs.values())
    for s, item in enumerate(system):
        if s not in taken:
            yield from _add(measure.name, item, (0, 1, 0))


def _add(name: str, item: AnyItem, amounts: tuple[float, float, float]) -> Iterator[Count]:
    group = _group(item.record)
    for figure in (name, f"{name}[{group}]") if group else (name,):
        for column, amount in enumerate(amounts):
            yield figure, item.unit, column, amount


def _group(record: Any) -> str | None:
    """What an item is counted under in the tables: an entity's label, an argument's role, the type of the others."""
    if isinstance(record, Entity):
        return record.label
    if isinstance(record, Argument):
        return record.role
    return record.type if isinstance(record, (Timex, Event)) else None


def _arguments(gold: Item[Event], system: Item[Event]) -> Iterator[Count]:
    """Counts of the arguments of two events that are a pair."""
    ours = [Item(a.start, a.end, a, gold.unit) for a in gold.record.arguments]
    theirs = [Item(a.start, a.end, a, gold.unit) for a in system.record.arguments]
    measure = Measure(ARGUMENTS, "arguments", same_role)
    yield from _tally(measure, ours, theirs, match(ours, theirs, measure.relation))


def _names() -> list[str]:
    return [*(measure.name for measure in MEASURES), *(accuracy.name for accuracy in ACCURACIES), ARGUMENTS]


def _in_order(name: str) -> tuple[int, str]:
    base, _, group = name.partition("[")
    return _names().index(base), group


def _figures(counts: bootstrap.Counts, units: int, resamples: int, seed: int) -> dict[str, Figure]:
    scores = bootstrap.resampled(counts, units, resamples=resamples, seed=seed) if units and resamples else {}
    accuracies = {accuracy.name for accuracy in ACCURACIES}
    figures = {}
    for name, of_units in counts.items():
        gold, system, correct = (sum(row[column] for row in of_units.values()) for column in range(3))
        low, high = (bootstrap.interval(scores[name]) if name in scores else None) or (None, None)
        is_accuracy = name.partition("[")[0] in accuracies
        figures[name] = Figure(int(gold), int(system), correct, low, high, is_accuracy)
    return figures
