r"""brat standoff: a ``.txt`` and an ``.ann`` a document (https://brat.nlplab.org/standoff.html).

The page's own samples, which the lines here follow (fields are parted by tabs)::

    T1   Organization 0 43   International Business Machines Corporation
    T2   MERGE-ORG 14 27   joint venture
    E1   MERGE-ORG:T2 Org1:T1 Org2:T3
    A1   Negation E1
    A2   Confidence E2 L1
    N1   Reference T1 Wikipedia:534366   Barack Obama
    #1   AnnotatorNotes T1   this annotation is suspect

A time or entity is a ``T``, an event an ``E`` with its trigger's ``T``; ``A`` holds value, mod, date, polarity and
modality, ``N`` a canonical name, and a note in JSON what else the record has. Numbered roles (``theme2``) are brat's
way of giving one role twice. Offsets count code points, as brat's server does; an ``.ann`` whose quoted words show
that UTF-16 units were counted is read so. (In brat's own browser page, spans after an emoji are drawn one off: its
issue 1115.) A span over a line break is written in fragments (``0 4;5 9``). brat knows no sentences: they stand
beside in ``sentences.jsonl``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from pipeline.errors import GoldError, InputError
from pipeline.exchange.document import (
    Articles,
    LabelledDocument,
    Losses,
    doc_of_stem,
    file_stem,
    read_sentences,
    text_of_file,
    write_sentences,
)
from pipeline.exchange.graph import ATTRIBUTES, CLOSED, DATED_BY, PLAIN, Graph, Link, Node, graph, labelled
from pipeline.exchange.quotes import Quoted, code_points, flat
from pipeline.exchange.registry import label_format
from pipeline.model import ENTITY_LABELS, EVENT_TYPES, ROLES, TIMEX_TYPES, AnnotatedSentence

_AS_ATTRIBUTE = ("value", "mod", "literal", "optional", "date", "polarity", "modality")
_NOTE = "AnnotatorNotes"
_SPAN = re.compile(r"(\S+) (\d{1,18} \d{1,18}(?:;\d{1,18} \d{1,18})*)")
_BREAKS = re.compile(r"[\n\r\t]+")
_EXPECTED = {
    "T": "T1<tab>DATE 0 5<tab>the words",
    "E": "E1<tab>LAUNCH:T1 agent:T2",
    "A": "A1<tab>Polarity E1 NEG",
    "N": "N1<tab>Name T1 name:id<tab>the name",
    "#": "#1<tab>AnnotatorNotes T1<tab>a note",
}


def read_brat(path: Path, articles: Articles, losses: Losses) -> list[AnnotatedSentence]:
    """Reads an ``.ann`` file, or all of a folder, each with the ``.txt`` of its name beside it."""
    files = sorted(path.glob("*.ann")) if path.is_dir() else [path]
    if not files:
        raise InputError("no brat annotations", file=path, expected=".ann files")
    texts = {doc_of_stem(file.stem): text_of_file(file.with_suffix(".txt")) for file in files}
    sentences = read_sentences(files[0].parent, texts)
    found: list[AnnotatedSentence] = []
    for file in files:
        doc = doc_of_stem(file.stem)
        read = _Annotations(file, texts[doc], losses).graph()
        found += labelled(sentences[doc], texts[doc], read, losses, file)
    return found


@label_format("brat", "brat standoff, .txt and .ann with events and attributes", read=read_brat)
def write_brat(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes a ``.txt`` and an ``.ann`` a document, ``annotation.conf`` for a project, and ``sentences.jsonl``."""
    for document in documents:
        text = document.whole_text()
        file = folder / file_stem(document.id)
        file.with_name(file.name + ".txt").write_text(text, encoding="utf-8", newline="")
        lines = "".join(line + "\n" for line in _lines(graph(document.sentences), text))
        file.with_name(file.name + ".ann").write_text(lines, encoding="utf-8", newline="\n")
    (folder / "annotation.conf").write_text(_configuration(), encoding="utf-8", newline="\n")
    write_sentences(folder, documents)


def _lines(labels: Graph, text: str) -> Iterator[str]:
    links: dict[str, list[Link]] = {}
    for link in labels.links:
        links.setdefault(link.event, []).append(link)
    numbers = dict.fromkeys("ENA#", 0)

    def numbered(kind: str) -> str:
        numbers[kind] += 1
        return f"{kind}{numbers[kind]}"

    for node in labels.nodes:
        own = f"T{node.id}"
        yield f"{own}\t{node.label} {_fragments(text, node)}\t{_quoted(text, node)}"
        if node.label in EVENT_TYPES:
            own = numbered("E")
            arguments = _arguments(links.get(node.id, ()))
            yield f"{own}\t" + " ".join([f"{node.label}:T{node.id}", *arguments])
        left = dict(node.attributes)
        for name in [name for name in left if name in _AS_ATTRIBUTE and re.fullmatch(r"\S+", left[name])]:
            value = left.pop(name)
            yield f"{numbered('A')}\t{name.capitalize()} {own}" + ("" if name == "optional" else f" {value}")
        if re.fullmatch(r"[^\t\n\r]+", left.get("name", "")):
            name = left.pop("name")
            yield f"{numbered('N')}\tName {own} name:{'_'.join(name.split()) or '_'}\t{name}"
        if left:
            yield f"{numbered('#')}\t{_NOTE} {own}\t{json.dumps(left, ensure_ascii=False)}"


def _arguments(links: Sequence[Link]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for link in links:
        seen[link.role] = number = seen.get(link.role, 0) + 1
        yield f"{link.role}{number if number > 1 else ''}:T{link.target}"


def _pieces(text: str, node: Node) -> list[tuple[int, int]]:
    """The stretches of a span between the line breaks and tabs inside it, which an ``.ann`` cannot quote."""
    words = text[node.start : node.end]
    breaks = [found.span() for found in _BREAKS.finditer(words) if found.start() > 0 and found.end() < len(words)]
    starts = [node.start, *(node.start + end for _, end in breaks)]
    ends = [*(node.start + start for start, _ in breaks), node.end]
    return list(zip(starts, ends, strict=True))


def _fragments(text: str, node: Node) -> str:
    return ";".join(f"{start} {end}" for start, end in _pieces(text, node))


def _quoted(text: str, node: Node) -> str:
    return " ".join(flat(text[start:end]) for start, end in _pieces(text, node))


@dataclass(slots=True)
class _Annotations:
    """The lines of one ``.ann``: spans by ``T``, events by ``E``, and what is said of either."""

    file: Path
    text: str
    losses: Losses
    spans: dict[str, tuple[str, Quoted]] = field(default_factory=dict)
    events: dict[str, tuple[str, list[tuple[str, str]], int]] = field(default_factory=dict)
    told: dict[str, dict[str, str]] = field(default_factory=dict)

    def graph(self) -> Graph:
        """What the file says, triggers merged with their events."""
        for number, line in enumerate(text_of_file(self.file).removeprefix("\ufeff").split("\n"), 1):
            if line.strip():
                self._read(line.removesuffix("\r"), number)
        quoted = [quote for _, quote in self.spans.values()]
        places = dict(zip(self.spans, code_points(self.text, quoted, self.file), strict=True))
        # an argument that is another event's trigger is that event's words
        triggers = {trigger: own for own, (trigger, _, _) in reversed(self.events.items())}
        nodes = [Node(own, *places[own], label, self.told.pop(own, {}), quote.line)
                 for own, (label, quote) in self.spans.items() if own not in triggers]  # fmt: skip
        for own, (trigger, _, number) in self.events.items():
            if trigger not in self.spans:
                raise self._error("an event without a trigger", number, "a T of this file", trigger)
            nodes.append(Node(own, *places[trigger], self.spans[trigger][0], self.told.pop(own, {}), number))
        self.losses["attributes and notes of what is no span or event"] += len(self.told)
        links = [Link(own, role, triggers.get(target, target), line)
                 for own, (_, arguments, line) in self.events.items() for role, target in arguments]  # fmt: skip
        return Graph(tuple(sorted(nodes, key=self._order)), tuple(links))

    def _order(self, node: Node) -> int:
        """An event stands where its trigger does."""
        trigger = self.events[node.id][0] if node.id in self.events else node.id
        return self.spans[trigger][1].line or 0

    def _error(self, what: str, line: int, expected: str | None, got: str) -> GoldError:
        return GoldError(what, file=self.file, line=line, expected=expected, got=got[:60])

    def _read(self, line: str, number: int) -> None:
        kind, fields = "A" if line[0] == "M" else line[0], line.split("\t")
        if kind in "R*":
            self.losses["relations and equivalences (R, *)"] += 1
            return
        if kind not in _EXPECTED or len(fields) < (3 if kind in "TN#" else 2):
            raise self._error("no line of brat's", number, _EXPECTED.get(kind, "a line of T, E, R, A, M, N, # or *"),
                              line)  # fmt: skip
        {"T": self._span, "E": self._event, "A": self._attribute, "N": self._name, "#": self._note}[kind](
            fields, number
        )

    def _span(self, fields: list[str], line: int) -> None:
        found = _SPAN.fullmatch(fields[1])
        if not found:
            raise self._error("no line of brat's", line, _EXPECTED["T"], "\t".join(fields))
        if fields[0] in self.spans:
            raise self._error("an id given twice", line, "one", fields[0])
        places = [tuple(map(int, place.split())) for place in found[2].split(";")]
        words: str | None = "\t".join(fields[2:])
        if len(places) > 1:
            between = [self.text[one[1] : other[0]] for one, other in pairwise(places)]
            if any(gap.strip("\n\r\t") for gap in between):
                self.losses["gaps in spans of several fragments, which are taken whole"] += 1
            words = None
        self.spans[fields[0]] = found[1], Quoted(places[0][0], places[-1][1], words, line)

    def _event(self, fields: list[str], line: int) -> None:
        parts = [part.partition(":") for part in fields[1].split()]
        if not parts or not all(colon for _, colon, _ in parts):
            raise self._error("no line of brat's", line, _EXPECTED["E"], "\t".join(fields))
        arguments = [(role.rstrip("0123456789"), target) for role, _, target in parts[1:]]
        self.events[fields[0]] = parts[0][2], arguments, line

    def _attribute(self, fields: list[str], line: int) -> None:
        name, *rest = fields[1].split(" ")
        if not 1 <= len(rest) <= 2:
            raise self._error("no line of brat's", line, _EXPECTED["A"], "\t".join(fields))
        self.told.setdefault(rest[0], {})[name.lower()] = rest[1] if len(rest) == 2 else "true"

    def _name(self, fields: list[str], line: int) -> None:
        owner = fields[1].split(" ")
        if len(owner) < 3:
            raise self._error("no line of brat's", line, _EXPECTED["N"], "\t".join(fields))
        if owner[0] == "Name":
            self.told.setdefault(owner[1], {})["name"] = "\t".join(fields[2:])
        else:
            self.losses["references to other resources (N)"] += 1

    def _note(self, fields: list[str], line: int) -> None:
        kind, _, owner = fields[1].partition(" ")
        try:
            told = json.loads("\t".join(fields[2:])) if kind == _NOTE else None
        except (ValueError, RecursionError):
            told = None
        if isinstance(told, dict) and all(isinstance(value, str) for value in told.values()):
            self.told.setdefault(owner, {}).update(told)
        else:
            self.losses["notes of annotators (#)"] += 1


def _configuration() -> str:
    """brat's ``annotation.conf`` for these labels (https://brat.nlplab.org/configuration.html)."""
    anything = ", ".join(f"{role}*:<ENTITY>" for role in ROLES)
    times, events = "|".join(TIMEX_TYPES), "<EVENT>"
    told = [("Mod", times, "mod"), ("Polarity", events, "polarity"), ("Modality", events, "modality")]
    lines = ["[entities]", *TIMEX_TYPES, *ENTITY_LABELS, PLAIN, "", "[relations]", "", "[events]"]
    lines += [f"{kind}\t{anything}, {DATED_BY}?:{times}" for kind in EVENT_TYPES]
    lines += ["", "[attributes]", "Optional\tArg:<ANY>"]
    lines += [f"{name}\tArg:{of}, Value:{'|'.join(CLOSED[key])}" for name, of, key in told]
    open_ones = [name for kind in ("times", "events") for name in ATTRIBUTES[kind] if name in _AS_ATTRIBUTE]
    free = [name.capitalize() for name in open_ones if name not in CLOSED]
    return "\n".join([*lines, "# free text, shown and kept but not chosen from a list: " + ", ".join(free), ""])
