"""What went wrong, item by item: misses, wrong spans, wrong values, wrong labels and spurious items, with their rules.

Items are paired as scoring pairs them; what is left is paired by looser relations (an overlapping span, the same days
in the same sentence), so that a mistake is told once, as what it is, and not as a miss and a spurious item.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.cells import harmless
from pipeline.edtf import denoted
from pipeline.matching import Item, same_span
from pipeline.measures import KINDS, MEASURES, AnyItem, Document, Measure, align, overlapping
from pipeline.model import AnnotatedSentence, Argument, Entity, Event, Timex
from pipeline.outfile import replacing

if TYPE_CHECKING:
    from rich.table import Table

MISSED, SPURIOUS = "missed", "spurious"
WRONG_SPAN, WRONG_VALUE, WRONG_LABEL = "wrong span", "wrong value", "wrong label"
CAUSES = (MISSED, WRONG_SPAN, WRONG_VALUE, WRONG_LABEL, SPURIOUS)
NOTHING = "–"
_SHOWN = 15

_OF_NAME = {measure.name: measure for measure in MEASURES}
_STAGES: dict[str, tuple[Measure, ...]] = {
    "sentences": (_OF_NAME["sentences"], Measure("", "sentences", overlapping)),
    "times": (_OF_NAME["times.value"], _OF_NAME["times.relaxed"]),
    "entities": (_OF_NAME["entities.strict"], _OF_NAME["entities.type"], _OF_NAME["entities.partial"]),
    "events": (_OF_NAME["events"], _OF_NAME["events.triggers"], _OF_NAME["events.dates"]),
}


def _same(*keys: str) -> Callable[[AnyItem, AnyItem], bool]:
    return lambda gold, system: all(getattr(gold.record, key) == getattr(system.record, key) for key in keys)


def _same_days(gold: AnyItem, system: AnyItem) -> bool:
    return denoted(gold.record.date) == denoted(system.record.date)


# What a pair must agree on, the worst disagreement first: a pair is told with its first one.
_CHECKS: dict[str, tuple[tuple[str, Callable[[AnyItem, AnyItem], bool]], ...]] = {
    "sentences": ((WRONG_SPAN, same_span),),
    "times": ((WRONG_VALUE, _same("value")), (WRONG_LABEL, _same("type")), (WRONG_SPAN, same_span)),
    "entities": ((WRONG_LABEL, _same("label")), (WRONG_SPAN, same_span), (WRONG_VALUE, _same("name"))),
    "events": (
        (WRONG_SPAN, overlapping),
        (WRONG_VALUE, _same_days),
        (WRONG_LABEL, _same("type", "polarity", "modality")),
    ),
    "arguments": ((WRONG_LABEL, _same("role")),),
}


class Pair(NamedTuple):
    """A gold item and its prediction; ``None`` where there is no counterpart; ``right`` by the kind's main figure."""

    gold: AnyItem | None
    system: AnyItem | None
    right: bool = False


@dataclass(frozen=True, slots=True)
class Mistake:
    """A row of ``errors.csv``.

    Attributes:
        doc: the document's id.
        sentence: the gold sentence's id.
        start: first character of the gold item (of a spurious one: of the prediction) in the document.
        end: just after it.
        kind: ``sentences``, ``times``, ``entities``, ``events`` or ``arguments``.
        cause: one of :data:`CAUSES`.
        gold: what the labeller wrote: surface → value or label; empty if spurious.
        system: what was predicted; empty if missed.
        rule: the rule that predicted it, if the system says so.
        text: the gold sentence.
    """

    doc: str | None
    sentence: str
    start: int
    end: int
    kind: str
    cause: str
    gold: str
    system: str
    rule: str
    text: str


COLUMNS = tuple(field.name for field in fields(Mistake))


def mistakes(gold: Sequence[AnnotatedSentence], system: Sequence[AnnotatedSentence]) -> list[Mistake]:
    """Every mistake in the order of documents and text.

    Optional gold items that are missed are none; a prediction that overlaps one and says something else is.

    Raises:
        InputError: gold and system have no document in common.

    Example:
        Gold ``[1957년|1957]`` against ``[1957년|1958]``: one :class:`Mistake` of cause ``wrong value``, with
        ``gold="1957년 → DATE 1957"`` and ``system="1957년 → DATE 1958"``.
    """
    found: list[Mistake] = []
    for document in align(gold, system)[0]:
        sentences = _sentences(document)
        for kind in KINDS:
            for pair in pairs(document, kind):
                found += _mistakes(document.doc, sentences, kind, pair)
    order = {doc: number for number, doc in enumerate(dict.fromkeys(s.doc for s in gold))}
    return sorted(found, key=lambda m: (order[m.doc], m.start, m.end, [*KINDS, "arguments"].index(m.kind), m.cause))


def pairs(document: Document, kind: str) -> list[Pair]:
    """Gold items and predictions of a kind side by side, and what has no counterpart."""
    paired: list[Pair] = []
    gold, system = document.gold[kind], document.system[kind]
    for measure in _STAGES[kind]:
        rest = replace(document, gold={kind: gold}, system={kind: system})
        partners = rest.pairs(measure)
        right = measure is _STAGES[kind][0]
        paired += [Pair(gold[g], system[s], right) for g, s in partners.items()]
        taken = set(partners.values())
        gold = [item for g, item in enumerate(gold) if g not in partners]
        system = [item for s, item in enumerate(system) if s not in taken]
    return paired + [Pair(item, None) for item in gold] + [Pair(None, item) for item in system]


def confusion(
    gold: Sequence[AnnotatedSentence], system: Sequence[AnnotatedSentence], kind: str
) -> Counter[tuple[str, str]]:
    """How often each gold label was predicted as which label.

    Args:
        gold: the hand labels.
        system: the predictions.
        kind: ``times`` and ``events`` (by type) or ``entities`` (by label).

    Returns:
        (gold label, predicted label) → count; :data:`NOTHING` for a missed or a spurious item. Optional gold items
        count where they have a counterpart.
    """
    table: Counter[tuple[str, str]] = Counter()
    for document in align(gold, system)[0]:
        for ours, theirs, _ in pairs(document, kind):
            if ours is not None and ours.optional and theirs is None:
                continue
            table[_label(ours), _label(theirs)] += 1
    return table


def _label(item: AnyItem | None) -> str:
    if item is None:
        return NOTHING
    return item.record.label if isinstance(item.record, Entity) else item.record.type


@dataclass(frozen=True, slots=True)
class RuleScore:
    """What a rule's predictions are worth.

    ``right`` and ``wrong`` count them by the main figure of their kind, without those that an optional gold item
    took. ``gain`` is what F1 would lose without them (negative: the rule costs more than it earns).
    """

    kind: str
    rule: str
    right: int
    wrong: int
    gain: float

    @property
    def precision(self) -> float | None:
        """Share of the rule's predictions that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None


def rule_scores(gold: Sequence[AnnotatedSentence], system: Sequence[AnnotatedSentence]) -> list[RuleScore]:
    """Precision and worth of each rule that predicted something, by kind, the most costly first.

    Predictions that name no rule are told together under :data:`NOTHING`.
    """
    documents, _ = align(gold, system)
    scores = []
    for kind in ("times", "entities", "events"):
        right, wrong, wanted = _by_rule(documents, kind)
        correct, predicted = right.total(), right.total() + wrong.total()
        for rule in {*right, *wrong}:
            without = _f1(wanted, predicted - right[rule] - wrong[rule], correct - right[rule])
            gain = _f1(wanted, predicted, correct) - without
            scores.append(RuleScore(kind, rule, right[rule], wrong[rule], gain))
    return sorted(scores, key=lambda s: (KINDS.index(s.kind), s.gain, s.rule))


def _by_rule(documents: Sequence[Document], kind: str) -> tuple[Counter[str], Counter[str], int]:
    """Right and wrong predictions by rule, and how many mandatory gold items there are."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    wanted = 0
    for document in documents:
        gold, system = document.gold[kind], document.system[kind]
        partner = {s: gold[g] for g, s in document.pairs(_STAGES[kind][0]).items()}
        wanted += sum(not item.optional for item in gold)
        for s, item in enumerate(system):
            rule = item.record.rule or NOTHING
            if s not in partner:
                wrong[rule] += 1
            elif not partner[s].optional:
                right[rule] += 1
    return right, wrong, wanted


def _f1(gold: int, system: int, correct: int) -> float:
    return 2 * correct / (gold + system) if gold + system else 0.0


def _sentences(document: Document) -> dict[int, AnnotatedSentence]:
    return {item.unit: item.record for item in document.gold["sentences"]}


def _mistakes(doc: str | None, sentences: dict[int, AnnotatedSentence], kind: str, pair: Pair) -> Iterator[Mistake]:
    gold, system, right = pair
    item = gold or system
    assert item is not None
    if right and item.optional:
        return
    sentence = sentences[item.unit]
    if cause := _cause(kind, gold, system):
        yield Mistake(doc, sentence.id, item.start, item.end, kind, cause, _shown(gold), _shown(system),
                      _rule(system), sentence.text)  # fmt: skip
    if kind == "events" and right and gold and system:
        for arguments in _argument_pairs(gold, system):
            yield from _mistakes(doc, sentences, "arguments", arguments)


def _cause(kind: str, gold: AnyItem | None, system: AnyItem | None) -> str | None:
    """What is wrong with a pair, the worst first; ``None`` if nothing is."""
    if gold is None:
        return SPURIOUS
    if system is None:
        return None if gold.optional else MISSED
    return next((cause for cause, agree in _CHECKS[kind] if not agree(gold, system)), None)


def _rule(system: AnyItem | None) -> str:
    return (getattr(system.record, "rule", None) or "") if system else ""


def _argument_pairs(gold: Item[Event], system: Item[Event]) -> list[Pair]:
    """Arguments of two events: those of one role first, then those that merely overlap."""
    sides = [[Item(a.start, a.end, a, gold.unit) for a in side.record.arguments] for side in (gold, system)]
    found: list[Pair] = []
    for same_role in (True, False):
        for ours in list(sides[0]):
            for theirs in list(sides[1]):
                agreed = ours.record.role == theirs.record.role
                if overlapping(ours, theirs) and agreed == same_role and ours in sides[0]:
                    found.append(Pair(ours, theirs))
                    sides[0].remove(ours)
                    sides[1].remove(theirs)
    return found + [Pair(item, None) for item in sides[0]] + [Pair(None, item) for item in sides[1]]


def _shown(item: AnyItem | None) -> str:
    if item is None:
        return ""
    record = item.record
    if isinstance(record, Timex):
        said = f"{record.text} → {record.type} {record.value}"
    elif isinstance(record, Entity):
        said = f"{record.text} → {record.label}" + (f" {record.name}" if record.name != record.text else "")
    elif isinstance(record, Event):
        said = f"{record.trigger.text} → {record.type} {record.date} {record.polarity} {record.modality}"
    elif isinstance(record, Argument):
        said = f"{record.text} → {record.role}"
    else:
        said = str(record.text)
    return said + (" (optional)" if item.optional else "")


def write_csv(found: Sequence[Mistake], path: Path | str, *, encoding: str = "utf-8-sig") -> None:
    """Writes ``errors.csv``: a mistake a row, with a header, made harmless for spreadsheets.

    Raises:
        OutputError: the file cannot be written.
    """
    with replacing(path) as place, place.open("w", encoding=encoding, newline="") as file:
        write = csv.writer(file).writerow
        write(COLUMNS)
        for mistake in found:
            write([harmless(cell) if isinstance(cell, str) else cell for cell in astuple(mistake)])


def tables(gold: Sequence[AnnotatedSentence], system: Sequence[AnnotatedSentence]) -> list[Table]:
    """Mistakes by cause, confusion of labels and the rules that cost most, for the terminal."""
    from rich import box
    from rich.markup import escape
    from rich.table import Table

    def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
        drawn = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left", pad_edge=False)
        for number, heading in enumerate(headings):
            drawn.add_column(heading, justify="right" if number else "left", no_wrap=True)
        for row in rows:
            drawn.add_row(*(escape(str(cell)) for cell in row))
        return drawn

    causes = counted(mistakes(gold, system))
    drawn = [table("Mistakes", ("", *CAUSES), ([kind, *(c[cause] for cause in CAUSES)] for kind, c in causes.items()))]
    for kind in ("times", "entities", "events"):
        confused = confusion(gold, system, kind)
        rows = [(ours, theirs, n) for (ours, theirs), n in confused.most_common() if ours != theirs]
        drawn.append(table(f"{kind.capitalize()}: confusion", ("gold", "system", "times"), rows[:_SHOWN]))
    costly = [(s.kind, s.rule, s.right, s.wrong, f"{s.gain:+.4f}") for s in rule_scores(gold, system) if s.wrong]
    drawn.append(table("Rules with mistakes", ("", "rule", "right", "wrong", "F1"), costly))
    return [one for one in drawn if one.row_count]


def counted(found: Sequence[Mistake]) -> dict[str, Counter[str]]:
    """How many mistakes of each cause there are, by kind.

    Example:
        ``{"times": Counter({"missed": 3, "wrong value": 1})}``
    """
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for mistake in found:
        table[mistake.kind][mistake.cause] += 1
    return dict(table)
