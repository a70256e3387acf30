"""The clauses of a text, laid out to be read: what ``yeonpyo explain`` shows before the events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.events.clauses import Clause, parse
from pipeline.events.component import within
from pipeline.events.rows import rows
from pipeline.events.units import Phrase
from pipeline.events.vocabulary import vocabulary
from pipeline.model import Entity, Timex
from pipeline.reading import Reading


@dataclass(frozen=True, slots=True)
class ClauseOutline:
    """One clause: its predicate, how it stands in the sentence, and its phrases with their particles.

    ``standing`` is final, connective, prenominal, nominal or quotative; ``inside`` tells of a bracket or a quote;
    ``subject`` is the phrase with 이/가, the topic, or what the clauses before were about; ``head`` the noun that a
    prenominal clause modifies.
    """

    start: int
    end: int
    predicate: str
    lemma: str
    standing: str
    inside: str | None
    nested: bool
    subject: str | None
    phrases: tuple[str, ...]
    head: str | None


def outline(reading: Reading, times: Sequence[Timex], entities: Sequence[Entity]) -> Iterator[ClauseOutline]:
    """The clauses of every sentence, in the order of their predicates.

    Example:
        ``소련은 위성을 탑재한 로켓을 쏘았다.`` has two: 탑재 (prenominal, nested, head 로켓) and 쏘다 (final, subject 소련).
    """
    words = vocabulary()
    for sentence in reading.sentences:
        for row in rows(reading, sentence, within(times, sentence), within(entities, sentence), words):
            for clause in parse(row).clauses:
                yield _outlined(clause, row.inside, reading.text)


def _outlined(clause: Clause, inside: str | None, text: str) -> ClauseOutline:
    predicate, subject, head = clause.predicate, clause.subject, clause.head
    start, end = predicate.span
    return ClauseOutline(
        start, end, text[start:end], predicate.lemma, predicate.kind, inside, clause.nested,
        text[subject.start : subject.end] if subject else None,
        tuple(_marked(p, text) for p in clause.phrases if p is not subject),
        text[head.start : head.end] if head else None,
    )  # fmt: skip


def _marked(phrase: Phrase, text: str) -> str:
    """A phrase with its particles: ``위성+을``."""
    return "+".join([text[phrase.start : phrase.end], *phrase.particles])
