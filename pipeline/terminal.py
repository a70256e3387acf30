"""What the command line shows: tables, progress, the chronology. Only plain text when it goes to no terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

from pipeline.model import AnnotatedSentence, Event, RuleEntry, Timex, Trial

if TYPE_CHECKING:
    from pipeline.explain import Explanation

_NO_TERMINAL_WIDTH = 140  # a file or a pipe has no width of its own
_OUTCOMES = {"fired": "green", "rejected": "red", "superseded": "yellow"}


def show(*parts: RenderableType) -> None:
    """Prints to standard output, a blank line after each part."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=_NO_TERMINAL_WIDTH)
    for part in parts:
        console.print(Group(part))  # a Text by itself would lose its own wrapping
        console.print()


@contextmanager
def progress(characters: Callable[[], int | None] = lambda: None) -> Iterator[Callable[[str, int], None]]:
    """Counts documents and characters on standard error while work goes on; silent where that is no terminal.

    Args:
        characters: how many there are to read in all, if that is known; asked only where there is a terminal.

    Yields:
        What is told a document's id and length when it is done.
    """
    console = Console(stderr=True)
    shown = console.is_terminal
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(20), TaskProgressColumn(), _Rate(),
               TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())  # fmt: skip
    with Progress(*columns, console=console, transient=True, disable=not shown) as bar:
        task = bar.add_task("reading …", total=None)
        bar.update(task, total=characters() if shown else None)
        done = 0

        def advance(name: str, characters: int) -> None:
            nonlocal done
            done += 1
            bar.update(task, advance=characters, description=f"{done:,} documents ({_plain(name)[:40]})")

        yield advance


class _Rate(ProgressColumn):
    """How many characters are read in a second, of late."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.completed:,.0f} characters" + (f", {task.speed:,.0f}/s" if task.speed else ""))


def _plain(text: str) -> str:
    """A text on one line, with nothing that rich would take for markup."""
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).replace("[", r"\[")


def _table(*headers: str, title: str | None = None) -> Table:
    """A plain table; the last column gives way where the terminal is too narrow."""
    table = Table(title=title, title_justify="left", title_style="bold", box=None, header_style="bold", pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def _row(table: Table, *cells: object) -> None:
    table.add_row(*(cell if isinstance(cell, Text) else Text("" if cell is None else str(cell)) for cell in cells))


def chronology(events: Iterable[Mapping[str, str]], lines: int) -> Text:
    """The first dated events in the order of time, a line each, cut where the terminal ends.

    Args:
        events: rows of the events table.
        lines: how many to show.
    """
    dated = sorted((e for e in events if e["begin"] or e["end"]), key=_when)
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append(f"Chronology: {min(lines, len(dated))} of {len(dated)} events", style="bold")
    for e in dated[:lines]:
        who = " · ".join(e[role] for role in ("agent", "theme", "place", "instrument") if e[role])
        cells = ((e["date"], 12), (e["type"], 13), (e["trigger"], 10), (who, 36))
        told = "".join(set_cell_size(cell, width - 2) + "  " for cell, width in cells)
        text.append(f"\n{told}{' '.join(e['sentence_text'].split())}")
    return text


def _when(event: Mapping[str, str]) -> tuple[tuple[int, str], tuple[int, str]]:
    """A sort key: the first day, then the last; years before 1 have a minus sign and come first."""
    begin, end = event["begin"] or event["end"], event["end"] or event["begin"]
    return (int(begin[:-6]), begin[-5:]), (int(end[:-6]), end[-5:])


def plain(time: Timex) -> dict[str, Any]:
    """A time as JSON: what it says, its days, and only the keys that it has."""
    from pipeline.timex.value import begin_end

    begin, end = begin_end(time.value) or (None, None)
    said = asdict(time) | {"begin": begin, "end": end}
    return {key: value for key, value in said.items() if value is not None and value is not False}


def times(found: Sequence[Timex]) -> Table:
    """Temporal expressions with what they are worth."""
    table = _table("start", "end", "text", "type", "value", "mod", "begin", "end", "anchor", "rule")
    for time in found:
        said = plain(time)
        anchor = time.anchor.value if time.anchor else None
        _row(table, time.start, time.end, time.text, time.type, time.value, time.mod, said.get("begin"),
             said.get("end"), anchor, time.rule)  # fmt: skip
    return table


def catalogue(entries: Iterable[RuleEntry]) -> list[RenderableType]:
    """The rules, each with its pattern, what it does, what it makes of examples and what it leaves alone."""
    told: list[RenderableType] = []
    for entry in entries:
        text = Text(f"{entry.kind} · {entry.name}\n", style="bold")
        text.append(f"    {entry.pattern}\n", style="not bold cyan")
        text.append(f"    {' '.join(entry.description.split())}\n", style="not bold")
        for example, made in entry.examples:
            text.append(f"    + {example} → {made}\n", style="not bold green")
        for example in entry.never:
            text.append(f"    - {example}\n", style="not bold red")
        told.append(text)
    return told


def explanation(explained: Explanation) -> list[RenderableType]:
    """A text's morphemes and clauses, what each stage tried, and what came out."""
    morphemes = _table("start", "end", "text", "tag", "lemma", title="Morphemes")
    for m in explained.reading.morphemes:
        _row(morphemes, m.start, m.end, m.text, m.tag, m.lemma)
    stages = dict.fromkeys(trial.stage for trial in explained.trials)
    tried = [_trials(stage, [t for t in explained.trials if t.stage == stage]) for stage in stages]
    return [morphemes, _clauses(explained), *tried, *(_result(sentence) for sentence in explained.sentences)]


def _clauses(explained: Explanation) -> Table:
    table = _table("start", "end", "predicate", "stands", "subject", "phrases", "modifies", title="Clauses")
    for c in explained.clauses:
        stands = " ".join(
            x for x in (c.standing, "nested" if c.nested else "", f"in a {c.inside}" if c.inside else "") if x
        )
        _row(table, c.start, c.end, f"{c.predicate} ({c.lemma})", stands, c.subject, " · ".join(c.phrases), c.head)
    return table


def _trials(stage: str, trials: Iterable[Trial]) -> Table:
    table = _table("start", "end", "text", "rule", "outcome", "why", title=f"Tried: {stage}")
    for trial in trials:
        outcome = Text(trial.outcome, style=_OUTCOMES.get(trial.outcome, ""))
        _row(table, trial.start, trial.end, trial.text, trial.rule, outcome, trial.why)
    return table


def _result(sentence: AnnotatedSentence) -> Table:
    table = _table("what", "start", "end", "text", "type", "value", "rule", title=f"Result: {sentence.text}")
    for time in sentence.times:
        value = (
            time.value + (f" {time.mod}" if time.mod else "") + (f" (from {time.anchor.value})" if time.anchor else "")
        )
        _row(table, "time", time.start, time.end, time.text, time.type, value, time.rule)
    for entity in sentence.entities:
        _row(table, "entity", entity.start, entity.end, entity.text, entity.label, entity.name, entity.rule)
    for event in sentence.events:
        _row(
            table,
            "event",
            event.trigger.start,
            event.trigger.end,
            event.trigger.text,
            event.type,
            _told(event),
            event.rule,
        )
    return table


def _told(event: Event) -> str:
    arguments = " ".join(f"{a.role}={a.text}" for a in event.arguments)
    return " ".join(part for part in (event.date, event.polarity, event.modality, arguments) if part)
