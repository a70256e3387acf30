"""What a time could govern, with all that the constructions around it are judged by."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.events.clauses import Clause, Parse
from pipeline.events.reports import Between
from pipeline.events.timegroups import TimeGroup
from pipeline.events.units import Phrase, Predicate
from pipeline.events.vocabulary import Vocabulary

# Nouns whose clause is what is told, known or charged, not a thing that somebody deals with.
TOLD_OF = frozenset(("점", "사실", "것", "정황", "혐의", "의혹", "증거", "경위", "장면", "모습", "일", "데"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause behind a time.

    Attributes:
        parse: the row.
        clause: the clause that may take the time.
        group: the time.
        later: the times behind it.
        words: the vocabulary.
        topic_before: whether a topic stands before the time in its own clause.
        between: what stands between the time and the clause's predicate.
    """

    parse: Parse
    clause: Clause
    group: TimeGroup
    later: list[TimeGroup]
    words: Vocabulary
    topic_before: bool
    between: Between

    @property
    def index(self) -> int:
        """The place of its predicate in the row."""
        return self.clause.index

    @property
    def predicate(self) -> Predicate:
        """Its predicate."""
        return self.clause.predicate

    @property
    def head(self) -> Phrase | None:
        """The noun phrase that it modifies."""
        return self.clause.head

    @property
    def modifies(self) -> bool:
        """Whether it modifies a noun."""
        return self.clause.predicate.kind == "prenominal"

    @property
    def behind_own_subject(self) -> bool:
        """Whether the time stands behind the clause's own subject."""
        own = self.clause.own_subject
        return own is not None and own.end <= self.group.start

    @property
    def behind_another(self) -> bool:
        """Whether another time stands between."""
        return any(g.first < self.index for g in self.later)

    @property
    def before_another(self) -> bool:
        """Whether another time follows."""
        return any(self.index < g.first for g in self.later)
