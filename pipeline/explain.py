"""Why a text gave what it gave: every rule that was tried, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from pipeline import entities, events, timex
from pipeline.annotation import annotated
from pipeline.errors import InputError
from pipeline.model import AnnotatedSentence, RuleEntry, Trial
from pipeline.nlp import annotate
from pipeline.reading import Reading
from pipeline.spacy_doc import read

_STAGES: dict[str, Any] = {"times": timex, "entities": entities, "events": events}


@dataclass(frozen=True, slots=True)
class Explanation:
    """A text's reading, its clauses, the trials of each stage in their order, and the result sentence by sentence."""

    reading: Reading
    clauses: tuple[events.ClauseOutline, ...]
    trials: tuple[Trial, ...]
    sentences: tuple[AnnotatedSentence, ...]


def explain(nlp: Language, text: str, date: str | None = None) -> Explanation:
    """Runs a text through the stages and keeps what each rule did.

    Args:
        nlp: the whole pipeline, of :func:`pipeline.nlp.build`.
        text: a sentence or a few.
        date: the text's own date, ISO.

    Example:
        ``아폴로 11호`` is tried as a time of the year 11 and rejected; ``이듬해`` fires, with the anchor it counts from.
    """
    doc: Doc = annotate(nlp, text, date=date)
    reading = read(doc)
    trials: list[Trial] = []
    times = timex.find_times(reading, trials)
    names = entities.find_entities(reading, times, trials)
    events.find_events(reading, times, names, trials)
    clauses = tuple(events.outline(reading, times, names))
    return Explanation(reading, clauses, tuple(trials), tuple(annotated(doc)))


def catalogue(kind: str | None = None) -> list[RuleEntry]:
    """The rules with their examples.

    Args:
        kind: ``times``, ``entities`` or ``events``; ``None`` for all.

    Raises:
        InputError: there is no such kind.
    """
    if kind is not None and kind not in _STAGES:
        raise InputError("unknown kind of rules", file="--kind", expected=", ".join(_STAGES), got=kind)
    return [entry for name, stage in _STAGES.items() if kind in (None, name) for entry in stage.catalogue()]
