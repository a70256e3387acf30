"""Agreement of two annotators on the same text: F1 of their items, Cohen's kappa of their sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pipeline.matching import match
from pipeline.measures import MEASURES, Document, Measure, align, overlapping
from pipeline.model import AnnotatedSentence
from pipeline.score import MAIN, score

if TYPE_CHECKING:
    from rich.table import Table

_PRESENCE: dict[str, Callable[[AnnotatedSentence], bool]] = {
    "times": lambda sentence: any(not t.optional for t in sentence.times),
    "entities": lambda sentence: any(not e.optional for e in sentence.entities),
    "events": lambda sentence: any(not e.optional for e in sentence.events),
}


@dataclass(frozen=True, slots=True)
class Presence:
    """Of the sentences that both annotators have: in how many each of them sees something.

    ``both``, ``only_first``, ``only_second`` and ``neither`` count sentences.
    """

    both: int
    only_first: int
    only_second: int
    neither: int

    @property
    def sentences(self) -> int:
        """How many sentences were compared."""
        return self.both + self.only_first + self.only_second + self.neither

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa (1960): agreement beyond chance; ``None`` where chance alone agrees fully.

        Example:
            20 both, 5 and 10 only one, 15 neither: observed 0.7, by chance 0.5, kappa 0.4.
        """
        if not self.sentences:
            return None
        observed = (self.both + self.neither) / self.sentences
        first, second = self.both + self.only_first, self.both + self.only_second
        chance = (first * second + (self.sentences - first) * (self.sentences - second)) / self.sentences**2
        return None if chance == 1 else (observed - chance) / (1 - chance)


@dataclass(frozen=True, slots=True)
class Agreement:
    """F1 of the main figures (the same whichever annotator is taken for the gold) and presence by kind."""

    f1: dict[str, float | None]
    presence: dict[str, Presence]

    def as_dict(self) -> dict[str, Any]:
        """The agreement for JSON."""
        presence = {kind: asdict(p) | {"kappa": p.kappa} for kind, p in self.presence.items()}
        return {"f1": self.f1, "presence": presence}

    def table(self) -> Table:
        """For the terminal."""
        from rich import box
        from rich.table import Table

        drawn = Table(title="Agreement", box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
        for heading in ("", "F1", "kappa", "both", "first only", "second only", "neither"):
            drawn.add_column(heading, justify="right" if heading else "left", no_wrap=True)
        for name, f1 in self.f1.items():
            p = self.presence.get(name)
            row = [_ratio(p.kappa), *map(str, (p.both, p.only_first, p.only_second, p.neither))] if p else []
            drawn.add_row(name, _ratio(f1), *row)
        return drawn


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def agreement(first: Sequence[AnnotatedSentence], second: Sequence[AnnotatedSentence]) -> Agreement:
    """How far two annotators of the same text agree.

    An item that either of them calls optional counts for nothing, found by the other or not.

    Args:
        first: one annotator's sentences.
        second: the other's; where they cut sentences differently, kappa is taken over those that both have (by
            overlap, one to one).

    Raises:
        InputError: they have no document in common.
    """
    documents, _ = align(first, second)
    measures = {measure.name: measure for measure in MEASURES}
    f1 = {short: _agreed(documents, measures[name]) for short, name in MAIN.items() if name in measures}
    f1["arguments"] = score(first, second, resamples=0).figure("arguments").f1
    pairs = [pair for document in documents for pair in _common_sentences(document)]
    return Agreement(f1, {kind: _presence(pairs, sees) for kind, sees in _PRESENCE.items()})


def _agreed(documents: Sequence[Document], measure: Measure) -> float | None:
    """F1 of one measure, the same from either side."""
    agreed = alone = 0
    for document in documents:
        first, second = document.gold[measure.kind], document.system[measure.kind]
        pairs = document.pairs(measure)
        taken = set(pairs.values())
        agreed += sum(not (first[one].optional or second[other].optional) for one, other in pairs.items())
        alone += sum(not item.optional for one, item in enumerate(first) if one not in pairs)
        alone += sum(not item.optional for other, item in enumerate(second) if other not in taken)
    return 2 * agreed / (2 * agreed + alone) if agreed or alone else None


SentencePair = tuple[AnnotatedSentence, AnnotatedSentence]


def _common_sentences(document: Document) -> list[SentencePair]:
    first, second = document.gold["sentences"], document.system["sentences"]
    return [(first[one].record, second[other].record) for one, other in match(first, second, overlapping).items()]


def _presence(pairs: Iterable[SentencePair], sees: Callable[[AnnotatedSentence], bool]) -> Presence:
    seen = Counter((sees(one), sees(other)) for one, other in pairs)
    return Presence(seen[True, True], seen[True, False], seen[False, True], seen[False, False])
