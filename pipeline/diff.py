"""``yeonpyo diff``: what changed between two runs, sentence by sentence and item by item, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.model import AnnotatedSentence, Entity, Event, Timex
from pipeline.revision import MOVED, REWRITTEN, Bare, Match, bare, kept, matches
from pipeline.uid import uids
from pipeline.versions import read_run

if TYPE_CHECKING:
    from rich.table import Table

KINDS = ("sentences", "times", "entities", "events")
ADDED, REMOVED, CHANGED = "added", "removed", "changed"
CHANGES = (ADDED, REMOVED, MOVED, CHANGED)
_NO_RULES = ("inputs", "refused", "counts", "files", "options")  # what run.json tells of the text and the asking
TEXT, RULES, CONTEXT, RULES_OR_CONTEXT = "text", "rules", "context", "rules or context"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        doc: the document's id.
        kind: ``sentences``, ``times``, ``entities`` or ``events``.
        change: ``added``, ``removed``, ``moved`` (sentences only: the same elsewhere) or ``changed`` (the same words,
            another value; of a sentence: rewritten).
        why: ``text`` if the sentence itself reads otherwise (spaces included); for one that reads as before ``rules`` or
            ``context`` (the text changed elsewhere: an anchor, a full name), as far as it can be told.
        before: what was said, empty if added; ``start_before`` its offset in the old text.
        after: what is said, empty if removed; ``start_after`` its offset in the new text.
        uid: of an event.
        sentence: the sentence that it stands in, of the new text if it is there.
    """

    doc: str | None
    kind: str
    change: str
    why: str
    before: str
    after: str
    start_before: int | None
    start_after: int | None
    uid: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Diff:
    """All differences in the order of the text, and how many sentences differ in nothing but spaces."""

    changes: tuple[Change, ...]
    respaced: int

    def counted(self) -> dict[str, Counter[str]]:
        """Number of changes by kind."""
        table: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
        for change in self.changes:
            table[change.kind][change.change] += 1
        return table

    def as_dict(self) -> dict[str, Any]:
        """The differences for JSON."""
        counts = {kind: {change: counter[change] for change in CHANGES} for kind, counter in self.counted().items()}
        return {"counts": counts, "respaced": self.respaced, "changes": [asdict(change) for change in self.changes]}

    def table(self) -> Table:
        """How much changed, for the terminal."""
        from rich import box
        from rich.table import Table

        drawn = Table(title=f"{self.respaced} sentences respaced only", box=box.SIMPLE_HEAD, title_justify="left",
                      pad_edge=False)  # fmt: skip
        for heading in ("", *CHANGES):
            drawn.add_column(heading, justify="right" if heading else "left")
        for kind, counter in self.counted().items():
            drawn.add_row(kind, *(str(counter[change]) for change in CHANGES))
        return drawn

    def list_changes(self) -> Table:
        """Every change, for the terminal."""
        from rich import box
        from rich.markup import escape
        from rich.table import Table

        drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        for heading in ("kind", "change", "why", "before", "after"):
            drawn.add_column(heading)
        for c in self.changes:
            drawn.add_row(*map(escape, (c.kind, c.change, c.why, c.before, c.after)))
        return drawn


def diff(old: Sequence[AnnotatedSentence], new: Sequence[AnnotatedSentence], *, same_rules: bool | None = None) -> Diff:
    """Compares two runs over one text or two versions of it.

    Args:
        old: the sentences of the old run, of any number of documents.
        new: those of the new run. A single document on either side is taken for the same, whatever it is called.
        same_rules: whether both runs had the same rules (:func:`same_rules_in`); ``None`` if that is not known.

    Returns:
        Differences; spaces alone make none.

    Example:
        A run whose rules learnt ``이듬해``: one :class:`Change` of kind ``times``, ``added``, why ``rules``.
    """
    ours, theirs = _by_document(old), _by_document(new)
    if len(ours) == len(theirs) == 1:
        theirs = dict(zip(ours, theirs.values(), strict=True))
    changes: list[Change] = []
    respaced = 0
    for doc in dict.fromkeys([*ours, *theirs]):
        versions = _Versions(doc, ours.get(doc, []), theirs.get(doc, []), same_rules)
        changes += versions.changes()
        respaced += versions.respaced()
    return Diff(tuple(changes), respaced)


def same_rules_in(old: Path, new: Path) -> bool | None:
    """Whether the ``run.json`` of two output folders name the same versions and lexicons; ``None`` if one is missing."""
    said = [read_run(folder) for folder in (old, new)]
    one, other = ({key: value for key, value in run.items() if key not in _NO_RULES} for run in said)
    return one == other if all(said) else None


def _by_document(sentences: Iterable[AnnotatedSentence]) -> dict[str | None, list[AnnotatedSentence]]:
    documents: dict[str | None, list[AnnotatedSentence]] = defaultdict(list)
    for sentence in sentences:
        documents[sentence.doc].append(sentence)
    return {doc: sorted(inside, key=lambda s: s.start) for doc, inside in documents.items()}


class _Versions:
    """Two versions of a document, their sentences paired."""

    def __init__(
        self,
        doc: str | None,
        old: Sequence[AnnotatedSentence],
        new: Sequence[AnnotatedSentence],
        same_rules: bool | None,
    ) -> None:
        self.doc, self.old, self.new, self.same_rules = doc, old, new, same_rules
        self.old_bare, self.new_bare = [bare(s.text) for s in old], [bare(s.text) for s in new]
        self.matches = matches([b.text for b in self.old_bare], [b.text for b in self.new_bare])
        self.same_text = [s.text for s in old] == [s.text for s in new]
        self.old_uids, self.new_uids = uids(old), uids(new)

    def respaced(self) -> int:
        pairs = ((self.old[m.old].text, self.new[m.new].text) for m in self.matches if m.how != REWRITTEN)
        return sum(one != other for one, other in pairs)

    def changes(self) -> list[Change]:
        found: list[Change] = []
        for m in self.matches:
            if m.how != "same":
                found.append(self._sentence(MOVED if m.how == MOVED else CHANGED, m.old, m.new))
            found += self._items(m.old, m.new, self._why(m))
        paired_old, paired_new = {m.old for m in self.matches}, {m.new for m in self.matches}
        for o in range(len(self.old)):
            if o not in paired_old:
                found += [self._sentence(REMOVED, o, None), *self._items(o, None, TEXT)]
        for n in range(len(self.new)):
            if n not in paired_new:
                found += [self._sentence(ADDED, None, n), *self._items(None, n, TEXT)]
        return sorted(found, key=_in_order)

    def _why(self, match: Match) -> str:
        """Why two sentences of the same words may say something else."""
        if match.how == REWRITTEN:
            return TEXT
        if self.same_text:
            return RULES
        if not self.same_rules:
            return RULES_OR_CONTEXT
        return CONTEXT if self.old[match.old].text == self.new[match.new].text else TEXT

    def _sentence(self, change: str, o: int | None, n: int | None) -> Change:
        old, new = (None if o is None else self.old[o]), (None if n is None else self.new[n])
        before, after = old.text if old else "", new.text if new else ""
        return Change(self.doc, "sentences", change, TEXT, before, after, old.start if old else None,
                      new.start if new else None, sentence=after or before)  # fmt: skip

    def _items(self, o: int | None, n: int | None, why: str) -> Iterator[Change]:
        old = {} if o is None else _by_place(self.old[o], self.old_bare[o], self.old_uids[o])
        new = {} if n is None else _by_place(self.new[n], self.new_bare[n], self.new_uids[n])
        if o is not None and n is not None and self.old_bare[o].text != self.new_bare[n].text:
            old = _carried(old, kept(self.old_bare[o].text, self.new_bare[n].text))
        text = self.new[n].text if n is not None else self.old[o].text if o is not None else ""
        for place in dict.fromkeys([*old, *new]):
            before, after = old.get(place), new.get(place)
            if before is None or after is None or before.said != after.said:
                yield replace(_change(place[0], why, before, after), doc=self.doc, sentence=text)


@dataclass(frozen=True, slots=True)
class _Item:
    start: int
    said: str
    uid: str


Place = tuple[str, int, int, int]
"""Kind, first and last character counted without white space from the sentence, number among those of one place."""


def _by_place(sentence: AnnotatedSentence, words: Bare, names: Sequence[str]) -> dict[Place, _Item]:
    items: dict[Place, _Item] = {}
    records = [("times", t, "") for t in sentence.times] + [("entities", e, "") for e in sentence.entities]
    for kind, record, uid in [*records, *(("events", e, u) for e, u in zip(sentence.events, names, strict=True))]:
        span: Any = record.trigger if isinstance(record, Event) else record
        first, last = words.index(span.start - sentence.start), words.index(span.end - sentence.start) - 1
        number = sum(place[:3] == (kind, first, last) for place in items)
        items[kind, first, last, number] = _Item(span.start, _said(record), uid)
    return items


def _carried(items: Mapping[Place, _Item], where: Sequence[int | None]) -> dict[Place, _Item]:
    """Items of a rewritten sentence by the places that their characters have in its new version."""
    carried = {}
    for (kind, first, last, number), item in items.items():
        ends = where[first], where[last]
        if ends[0] is None or ends[1] is None or ends[1] - ends[0] != last - first:
            carried[kind, -1, first, number] = item  # nowhere in the new version
        else:
            carried[kind, ends[0], ends[1], number] = item
    return carried


def _said(record: Timex | Entity | Event) -> str:
    """What an item says, its words without white space: a different text here is a change."""
    if isinstance(record, Timex):
        parts = [bare(record.text).text, "→", record.type, record.value, record.mod, record.literal]
    elif isinstance(record, Entity):
        parts = [bare(record.text).text, "→", record.label, record.name]
    else:
        arguments = sorted(f"{a.role}={bare(a.text).text}" for a in record.arguments)
        parts = [bare(record.trigger.text).text, "→", record.type, record.date, record.polarity, record.modality,
                 *arguments]  # fmt: skip
    return " ".join(part for part in parts if part)


def _change(kind: str, why: str, before: _Item | None, after: _Item | None) -> Change:
    change = ADDED if before is None else REMOVED if after is None else CHANGED
    item = after or before
    assert item is not None
    return Change(None, kind, change, why, before.said if before else "", after.said if after else "",
                  before.start if before else None, after.start if after else None, item.uid)  # fmt: skip


def _in_order(change: Change) -> tuple[int, int, int]:
    """By the new text, what is gone by its place in the old one; a sentence before what stands in it."""
    where = change.start_after if change.start_after is not None else change.start_before
    return where or 0, KINDS.index(change.kind), CHANGES.index(change.change)
