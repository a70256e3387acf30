"""A score report as tables for the terminal."""

from __future__ import annotations

from rich import box
from rich.table import Table

from pipeline.score import Figure, Report

_TITLES = {
    "sentences": "Sentences",
    "times.exact": "Times, exact span",
    "times.relaxed": "Times, overlapping span",
    "times.value": "Times, value",
    "times.type": "  type right",
    "entities.strict": "Entities, strict",
    "entities.exact": "Entities, exact span",
    "entities.partial": "Entities, partial span",
    "entities.type": "Entities, type",
    "entities.name": "  canonical name right",
    "events": "Events (trigger and days)",
    "events.triggers": "Events, trigger",
    "events.dates": "Events, date in sentence",
    "events.arguments": "Arguments of matched events",
    "events.type": "  type right",
    "events.polarity": "  polarity right",
    "events.modality": "  modality right",
}


def table(report: Report) -> Table:
    """All figures over everything; accuracies stand below what they are asked of."""
    scope = f"{report.sentences:,} sentences" + (f" of {report.documents:,} documents" if report.documents > 1 else "")
    drawn = _table(f"Score over {scope}", "")
    for name, title in _TITLES.items():
        _add_row(drawn, title, report.figures[name])
    return drawn


# What is shown by group: the main figure with all it has, and the F1 or accuracy of others beside it.
_GROUPED = {
    "times.value": {"exact": "times.exact", "relaxed": "times.relaxed"},
    "entities.strict": {"exact": "entities.exact", "partial": "entities.partial", "type": "entities.type",
                        "name": "entities.name"},
    "events": {"trigger": "events.triggers", "type right": "events.type"},
    "events.arguments": {},
}  # fmt: skip


def tables_by_group(report: Report) -> list[Table]:
    """One table a kind: times by type, entities by label, events by type, arguments by role."""
    tables = []
    for name, beside in _GROUPED.items():
        groups = [key[len(name) + 1 : -1] for key in report.figures if key.startswith(f"{name}[")]
        drawn = _table(_TITLES[name], "", *beside)
        for group in groups:
            others = (report.figures.get(f"{other}[{group}]") for other in beside.values())
            _add_row(drawn, group, report.figures[f"{name}[{group}]"], *(_ratio(f.f1 if f else None) for f in others))
        if groups:
            tables.append(drawn)
    return tables


def _table(title: str, first: str, *beside: str) -> Table:
    drawn = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
    drawn.add_column(first, no_wrap=True)
    for heading in ("F1", "95 %", "precision", "recall", "gold", "system", "correct", *beside):
        drawn.add_column(heading, justify="right", no_wrap=True)
    return drawn


def _add_row(drawn: Table, title: str, figure: Figure, *beside: str) -> None:
    interval = "–" if figure.low is None else f"{_ratio(figure.low)}–{_ratio(figure.high)}"
    ratios = ["", ""] if figure.accuracy else [_ratio(figure.precision), _ratio(figure.recall)]
    counts = [str(figure.gold), "" if figure.accuracy else str(figure.system), f"{figure.correct:g}"]
    drawn.add_row(title, _ratio(figure.f1), interval, *ratios, *counts, *beside)


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
