"""Two systems, or two runs of one, on the same gold: is the difference more than chance, and which items made it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pipeline import bootstrap
from pipeline.error_analysis import Mistake, mistakes
from pipeline.model import AnnotatedSentence
from pipeline.score import MAIN, Report, score

if TYPE_CHECKING:
    from rich.table import Table


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of two systems on one gold.

    Attributes:
        before: F1 (or accuracy) of the first system; ``None`` if it has none.
        after: that of the second.
        low: of the difference ``after - before``, the lower end of its 95 % interval over the same draws of sentences.
        high: the upper end.
    """

    before: float | None
    after: float | None
    low: float | None
    high: float | None

    @property
    def change(self) -> float | None:
        """``after - before``."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def is_certain(self) -> bool:
        """Whether the interval leaves out 0: the difference is more than the choice of sentences explains."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What :func:`compare` found: differences by figure, mistakes that went away and mistakes that came."""

    differences: dict[str, Difference]
    gained: tuple[Mistake, ...]
    lost: tuple[Mistake, ...]

    def as_dict(self) -> dict[str, Any]:
        """The comparison for JSON."""
        told = {name: asdict(d) | {"change": d.change, "certain": d.is_certain} for name, d in self.differences.items()}
        return {"differences": told, "gained": [asdict(m) for m in self.gained], "lost": [asdict(m) for m in self.lost]}

    def table(self) -> Table:
        """The main figures before and after, for the terminal."""
        from rich import box
        from rich.table import Table

        drawn = Table(title=f"{len(self.gained)} mistakes gone, {len(self.lost)} new", box=box.SIMPLE_HEAD,
                      title_justify="left", pad_edge=False)  # fmt: skip
        for heading in ("", "before", "after", "change", "95 %", ""):
            drawn.add_column(heading, justify="right" if heading else "left", no_wrap=True)
        for short, name in MAIN.items():
            d = self.differences[name]
            interval = "–" if d.low is None or d.high is None else f"{d.low:+.3f} … {d.high:+.3f}"
            said = "certain" if d.is_certain else "within chance"
            drawn.add_row(short, _ratio(d.before), _ratio(d.after), _ratio(d.change, "+.3f"), interval, said)
        return drawn

    def lists(self) -> list[Table]:
        """The mistakes that went away and those that came, for the terminal."""
        from rich import box
        from rich.markup import escape
        from rich.table import Table

        tables = []
        for title, found in (("Mistakes gone", self.gained), ("New mistakes", self.lost)):
            drawn = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
            for heading in ("sentence", "kind", "cause", "gold", "system", "rule"):
                drawn.add_column(heading)
            for m in found:
                drawn.add_row(*map(escape, (m.sentence, m.kind, m.cause, m.gold, m.system, m.rule)))
            if found:
                tables.append(drawn)
        return tables


def _ratio(value: float | None, form: str = ".3f") -> str:
    return "–" if value is None else format(value, form)


def compare(
    gold: Sequence[AnnotatedSentence],
    before: Sequence[AnnotatedSentence],
    after: Sequence[AnnotatedSentence],
    *,
    resamples: int = 1000,
    seed: int = 0,
) -> Comparison:
    """Compares two systems by a paired bootstrap: both are scored on the same draws of gold sentences.

    Args:
        gold: the hand labels.
        before: predictions of the first system.
        after: predictions of the second.
        resamples: draws of the bootstrap.
        seed: of the bootstrap.

    Returns:
        Differences by figure; ``gained`` are the first system's mistakes that the second does not make (same place,
        same gold), ``lost`` the second's that the first did not make.

    Raises:
        InputError: a side has no document in common with the gold.

    Example:
        The second finds ``이듬해`` that the first missed: the mistake ``missed 이듬해`` is gained, ``times`` rises.
    """
    reports = [score(gold, system, resamples=0) for system in (before, after)]
    drawn = [
        bootstrap.resampled(report.counts, report.sentences, resamples=resamples, seed=seed)
        if report.sentences and resamples
        else {}
        for report in reports
    ]
    differences = {name: _difference(name, reports, drawn) for name in reports[0].figures if name in reports[1].figures}
    ours, theirs = mistakes(gold, before), mistakes(gold, after)
    made, still = {_what(m) for m in ours}, {_what(m) for m in theirs}
    gained = tuple(m for m in ours if _what(m) not in still)
    lost = tuple(m for m in theirs if _what(m) not in made)
    return Comparison(differences, gained, lost)


def _difference(name: str, reports: Sequence[Report], drawn: Sequence[dict[str, bootstrap.Floats]]) -> Difference:
    before, after = (report.figures[name].f1 for report in reports)
    low_high = bootstrap.interval(drawn[1][name] - drawn[0][name]) if name in drawn[0] and name in drawn[1] else None
    return Difference(before, after, *(low_high or (None, None)))


def _what(mistake: Mistake) -> tuple[str | None, str, int, int, str]:
    """A mistake by its place: of what is in the gold, whatever was predicted for it; of what is not, what it says."""
    return mistake.doc, mistake.kind, mistake.start, mistake.end, mistake.gold or mistake.system
