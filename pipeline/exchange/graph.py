"""Labels as labelling tools hold them: spans with a label and attributes, and links between spans.

A time, an entity and an event's trigger are nodes labelled ``DATE``, ``LC``, ``LAUNCH``; an argument is a link from the
trigger to the node of its words, or to a node :data:`PLAIN` where no other label stands on them. The time that dates
an event is linked with the role ``time``. Attributes are text; those that say the usual are left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field, replace
from pathlib import Path

from pipeline.errors import GoldError
from pipeline.exchange.document import Losses, home
from pipeline.model import (
    ENTITY_LABELS,
    EVENT_TYPES,
    MODALITIES,
    POLARITIES,
    ROLES,
    TIMEX_MODS,
    TIMEX_TYPES,
    Anchor,
    AnnotatedSentence,
    Argument,
    Entity,
    Event,
    Inferred,
    Timex,
    Trigger,
)

PLAIN = "ARG"
DATED_BY = "time"
LABELS = (*TIMEX_TYPES, *ENTITY_LABELS, *EVENT_TYPES, PLAIN)
# What an attribute may say; one that is not here is free text.
CLOSED: dict[str, tuple[str, ...]] = {
    "mod": TIMEX_MODS,
    "polarity": POLARITIES,
    "modality": MODALITIES,
    "optional": ("true",),
}
ATTRIBUTES = {
    "times": ("value", "mod", "literal", "rule", "anchor", "optional"),
    "entities": ("name", "rule", "optional"),
    "events": ("date", "polarity", "modality", "lemma", "rule", "inferred", DATED_BY, "optional"),
    PLAIN: (),
}
_KIND = {
    **dict.fromkeys(TIMEX_TYPES, "times"),
    **dict.fromkeys(ENTITY_LABELS, "entities"),
    **dict.fromkeys(EVENT_TYPES, "events"),
    PLAIN: PLAIN,
}
_ANCHOR = re.compile(r"(.*?)(?:@(\d+)-(\d+))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Node:
    """A labelled span; offsets are code points of the document, ``line`` is where a tool's file has it."""

    id: str
    start: int
    end: int
    label: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An event node's link to the node of an argument (one of the roles) or of its time."""

    event: str
    role: str
    target: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and links in the order in which they are written."""

    nodes: tuple[Node, ...] = ()
    links: tuple[Link, ...] = ()


def graph(sentences: Iterable[AnnotatedSentence]) -> Graph:
    """The labels of sentences as nodes and links; ids are ``1``, ``2`` … over all of them.

    Example:
        >>> sentence = AnnotatedSentence(None, "s1", 0, "1957년", (Timex(0, 5, "1957년", "DATE", "1957"),))
        >>> graph([sentence]).nodes[0]
        Node(id='1', start=0, end=5, label='DATE', attributes={'value': '1957'}, line=None)
    """
    made = _Maker()
    for sentence in sentences:
        made.add(sentence)
    return Graph(tuple(made.nodes), tuple(made.links))


class _Maker:
    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.links: list[Link] = []

    def add(self, sentence: AnnotatedSentence) -> None:
        on_words: dict[tuple[int, int], str] = {}
        at: dict[int, str] = {}
        for time in sentence.times:
            node = self._node(time.start, time.end, time.type, _of_time(time))
            on_words.setdefault((time.start, time.end), node)
            at.setdefault(time.start, node)
        for entity in sentence.entities:
            node = self._node(entity.start, entity.end, entity.label, _of_entity(entity))
            on_words[entity.start, entity.end] = node
        for event in sentence.events:
            self._event(event, on_words, at)

    def _event(self, event: Event, on_words: dict[tuple[int, int], str], at: Mapping[int, str]) -> None:
        attributes = _of_event(event)
        dated_by = None if event.time is None else at.get(event.time)
        if dated_by:
            attributes.pop(DATED_BY)
        node = self._node(event.trigger.start, event.trigger.end, event.type, attributes)
        for argument in event.arguments:
            words = argument.start, argument.end
            if words not in on_words:
                on_words[words] = self._node(*words, PLAIN, {})
            self.links.append(Link(node, argument.role, on_words[words]))
        if dated_by:
            self.links.append(Link(node, DATED_BY, dated_by))

    def _node(self, start: int, end: int, label: str, attributes: dict[str, str]) -> str:
        node = Node(str(len(self.nodes) + 1), start, end, label, attributes)
        self.nodes.append(node)
        return node.id


def _told(**attributes: str | bool | None) -> dict[str, str]:
    """Those that say something; a flag says ``true``."""
    return {k: "true" if v is True else v for k, v in attributes.items() if v is not None and v is not False}


def _of_time(time: Timex) -> dict[str, str]:
    anchor = None if time.anchor is None else time.anchor.value
    if time.anchor and time.anchor.start is not None:
        anchor = f"{anchor}@{time.anchor.start}-{time.anchor.end}"
    return _told(value=time.value or None, mod=time.mod, literal=time.literal, rule=time.rule, anchor=anchor,
                 optional=time.optional)  # fmt: skip


def _of_entity(entity: Entity) -> dict[str, str]:
    name = None if entity.name == entity.text else entity.name
    return _told(name=name, rule=entity.rule, optional=entity.optional)


def _of_event(event: Event) -> dict[str, str]:
    return _told(
        date=event.date or None,
        polarity=None if event.polarity == "POS" else event.polarity,
        modality=None if event.modality == "ASSERTED" else event.modality,
        lemma=event.trigger.lemma,
        rule=event.rule,
        inferred=json.dumps([astuple(i) for i in event.inferred], ensure_ascii=False) if event.inferred else None,
        time=None if event.time is None else str(event.time),
        optional=event.optional,
    )


def labelled(
    sentences: Sequence[AnnotatedSentence],
    text: str,
    read: Graph,
    losses: Losses,
    file: Path | None = None,
    *,
    begin: int = 0,
) -> list[AnnotatedSentence]:
    """Sentences with the labels of a graph in them.

    Args:
        sentences: of one document, in order, without labels.
        text: the document, or the part of it that the sentences are from.
        read: the labels, offsets in the document.
        losses: counts what cannot be taken over.
        file: for the messages.
        begin: the document's offset at which ``text`` begins.

    Raises:
        GoldError: with the file and the node's line; a label or an attribute's value that is unknown, a span that
            does not stand in one sentence, a link to nowhere or of an unknown role.
    """
    return _Reader(sentences, text, read, losses, file, begin).sentences()


class _Reader:
    def __init__(
        self,
        sentences: Sequence[AnnotatedSentence],
        text: str,
        read: Graph,
        losses: Losses,
        file: Path | None,
        begin: int,
    ) -> None:
        self._bare, self._text, self._losses, self._file = sentences, text, losses, file
        self._read, self._begin = read, begin
        self._nodes = {node.id: node for node in read.nodes}
        self._links: dict[str, list[Link]] = {}
        for link in read.links:
            self._links.setdefault(link.event, []).append(link)

    def sentences(self) -> list[AnnotatedSentence]:
        found: list[dict[str, list[Timex | Entity | Event]]] = [
            {"times": [], "entities": [], "events": []} for _ in self._bare
        ]
        for link in self._read.links:
            self._check(link)
        for node in self._read.nodes:
            index, kind = self._home(node), self._kind(node)
            for name in node.attributes:
                if name not in ATTRIBUTES[kind]:
                    self._losses[f"attributes {name!r} of {kind}"] += 1
            if kind != PLAIN:
                found[index][kind].append(self._record(node, kind, index))
        return [replace(sentence, **{kind: tuple(records) for kind, records in labels.items()})  # type: ignore[arg-type]
                for sentence, labels in zip(self._bare, found, strict=True)]  # fmt: skip

    def _error(self, what: str, item: Node | Link, expected: str | None = None, got: str | None = None) -> GoldError:
        return GoldError(what, file=self._file, line=item.line, expected=expected, got=got)

    def _check(self, link: Link) -> None:
        for end in (link.event, link.target):
            if end not in self._nodes:
                raise self._error("a link to nowhere", link, "the id of a span", end)
        if self._kind(self._nodes[link.event]) != "events":
            raise self._error("a link that begins at no event", link, "an event", self._nodes[link.event].label)
        if link.role not in (*ROLES, DATED_BY):
            raise self._error("unknown role", link, " ".join((*ROLES, DATED_BY)), link.role)

    def _kind(self, node: Node) -> str:
        if node.label not in _KIND:
            raise self._error("unknown label", node, "one of " + " ".join(LABELS), node.label)
        return _KIND[node.label]

    def _home(self, node: Node) -> int:
        start, end = node.start - self._begin, node.end - self._begin
        if not 0 <= start < end <= len(self._text):
            raise self._error("a span outside its text", node, f"0 ≤ start < end ≤ {len(self._text)}",
                              f"start {start}, end {end}")  # fmt: skip
        index = home(self._bare, node.start, node.end)
        if index is None:
            words = self._words(node)
            raise self._error("a span that no sentence holds whole", node, "a span of one sentence", words[:60])
        return index

    def _words(self, node: Node) -> str:
        return self._text[node.start - self._begin : node.end - self._begin]

    def _choice(self, node: Node, name: str) -> str | None:
        value = node.attributes.get(name)
        if value is not None and value not in CLOSED[name]:
            raise self._error(f"unknown {name}", node, "one of " + " ".join(CLOSED[name]), value)
        return value

    def _required(self, node: Node, name: str, kind: str) -> str:
        if name not in node.attributes:
            self._losses[f"{kind} without a {name}, which is left empty"] += 1
        return node.attributes.get(name, "")

    def _record(self, node: Node, kind: str, index: int) -> Timex | Entity | Event:
        words = self._words(node)
        place, told = (node.start, node.end, words), node.attributes
        optional = self._choice(node, "optional") is not None
        if kind == "times":
            return Timex(*place, node.label, self._required(node, "value", kind), self._choice(node, "mod"),
                         told.get("literal"), told.get("rule"), _anchor(told.get("anchor")), optional)  # fmt: skip
        if kind == "entities":
            return Entity(*place, node.label, told.get("name", words), told.get("rule"), optional)
        return Event(Trigger(*place, told.get("lemma")), node.label, self._required(node, "date", kind),
                     tuple(self._arguments(node, index)), self._choice(node, "polarity") or "POS",
                     self._choice(node, "modality") or "ASSERTED", told.get("rule"), self._time(node), optional,
                     tuple(self._inferred(node)))  # fmt: skip

    def _arguments(self, node: Node, index: int) -> Iterable[Argument]:
        for link in self._links.get(node.id, ()):
            target = self._nodes[link.target]
            if link.role == DATED_BY:
                continue
            if self._home(target) != index:
                self._losses["arguments outside the sentence of their event"] += 1
            else:
                yield Argument(link.role, target.start, target.end, self._words(target))

    def _inferred(self, node: Node) -> Iterable[Inferred]:
        written = node.attributes.get("inferred", "[]")
        try:
            for role, start, end, words, name in json.loads(written):
                if role not in ROLES or [type(part) for part in (start, end, words, name)] != [int, int, str, str]:
                    raise ValueError
                yield Inferred(role, start, end, words, name)
        except (TypeError, ValueError, RecursionError) as error:
            raise self._error("no inferred arguments", node, "a list of role, start, end, text and name",
                              written[:60]) from error  # fmt: skip

    def _time(self, node: Node) -> int | None:
        for link in self._links.get(node.id, ()):
            if link.role == DATED_BY:
                return self._nodes[link.target].start
        written = node.attributes.get(DATED_BY)
        if (written is not None and not written.isascii()) or not (written or "0").isdigit():
            raise self._error("no offset of a time", node, "a whole number", written)
        return None if written is None else int(written)


def _anchor(written: str | None) -> Anchor | None:
    if written is None:
        return None
    found = _ANCHOR.fullmatch(written)
    assert found is not None  # the pattern takes any text
    value, start, end = found.groups()
    return Anchor(value) if start is None else Anchor(value, int(start), int(end))
