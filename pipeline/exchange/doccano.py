"""doccano's JSON Lines for sequence labelling, one sentence a line.

Written is the form with relations (doccano's pull request 1703, "Relation labeling with sequence labeling")::

    {"id": 0, "text": "Google was founded on September 4, 1998, …",
     "entities": [{"id": 0, "start_offset": 0, "end_offset": 6, "label": "ORG"}, …],
     "relations": [{"id": 0, "from_id": 0, "to_id": 1, "type": "foundedAt"}, …]}

Read are also the forms with triples, ``{"text": "EU rejects …", "label": [[0, 2, "ORG"], [11, 17, "MISC"]]}``, where the
key is ``label`` or, in older versions, ``labels`` or ``entities``. Offsets count code points (doccano's pull requests 108
and 1511). doccano knows no attributes, but keeps keys other than its own as metadata and exports them again
(its issues 1848 and 2041): there, under ``details``, travel values, names and dates, and come back to every span that was
left as it is.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.exchange.document import Articles, LabelledDocument, Losses, text_of_file
from pipeline.exchange.graph import Graph, Link, Node, graph
from pipeline.exchange.json_lines import Item, item, parse
from pipeline.exchange.passages import Passages, described
from pipeline.exchange.registry import label_format
from pipeline.model import AnnotatedSentence

FILE = "doccano.jsonl"
_TRIPLES = ("label", "labels", "entities")


def read_doccano(path: Path, articles: Articles, losses: Losses) -> list[AnnotatedSentence]:
    """Reads a ``.jsonl`` file, or all of a folder, in any of doccano's forms."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise InputError("no doccano export", file=path, expected=".jsonl files")
    passages = Passages(articles, losses)
    found: list[AnnotatedSentence] = []
    for file in files:
        for number, line in enumerate(text_of_file(file).removeprefix("\ufeff").split("\n"), 1):
            if line.strip():
                found += _sentences(item(parse(line, file, number), file, number), passages, losses)
    return found


@label_format("doccano", "doccano JSON Lines, a sentence a line, with relations", read=read_doccano)
def write_doccano(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes ``doccano.jsonl``."""
    lines: list[str] = []
    for document in documents:
        for sentence in document.sentences:
            told = {"id": len(lines), "text": sentence.text} | _told(graph([sentence]), sentence.start)
            lines.append(json.dumps(told | described(document, sentence), ensure_ascii=False) + "\n")
    (folder / FILE).write_text("".join(lines), encoding="utf-8", newline="\n")


def _told(labels: Graph, start: int) -> dict[str, Any]:
    spans: dict[str, dict[str, Any]] = {n.id: {"start_offset": n.start - start, "end_offset": n.end - start, "label": n.label}
             for n in labels.nodes}  # fmt: skip
    return {
        "entities": [{"id": int(own)} | span for own, span in spans.items()],
        "relations": [
            {"id": number, "from_id": int(link.event), "to_id": int(link.target), "type": link.role}
            for number, link in enumerate(labels.links)
        ],
        "details": [spans[n.id] | dict(n.attributes) for n in labels.nodes if n.attributes],
    }


def _sentences(line: Item, passages: Passages, losses: Losses) -> list[AnnotatedSentence]:
    text = line.take("text" if "text" in line.data else "data" if "data" in line.data else "text", str)
    if line.data.get("Comments"):
        losses["comments"] += len(line.take("Comments", list))
    return passages.sentences(line, text, lambda start: _graph(line, start))


def _graph(line: Item, shift: int) -> Graph:
    details = _details(line)
    nodes = []
    for own, start, end, label in _spans(line):
        waiting = details[start, end, label]
        nodes.append(Node(own, start + shift, end + shift, label, waiting.popleft() if waiting else {}, line.line))
    links = [Link(str(r.take("from_id", int)), r.take("type", str), str(r.take("to_id", int)), line.line)
             for r in line.children("relations")]  # fmt: skip
    return Graph(tuple(nodes), tuple(links))


def _spans(line: Item) -> list[tuple[str, int, int, str]]:
    key = next((key for key in _TRIPLES if isinstance(line.data.get(key), list) and line.data[key]), "entities")
    given = line.maybe(key, list) or []
    if given and isinstance(given[0], dict):
        return [(str(child.data.get("id", f"n{number}")), child.take("start_offset", int), child.take("end_offset", int),
                 child.take("label", str)) for number, child in enumerate(line.children(key))]  # fmt: skip
    for number, triple in enumerate(given):
        kinds = [type(part) for part in triple] if isinstance(triple, list) else []
        if kinds != [int, int, str]:
            raise line.error("no label of doccano's", f"{key}[{number}]", 'as [0, 2, "LC"]', triple)
    return [(f"n{number}", *triple) for number, triple in enumerate(given)]


def _details(line: Item) -> defaultdict[tuple[int, int, str], deque[dict[str, str]]]:
    """Attributes by span; those that say the same span twice go out in their order."""
    found: defaultdict[tuple[int, int, str], deque[dict[str, str]]] = defaultdict(deque)
    for child in line.children("details"):
        place = child.take("start_offset", int), child.take("end_offset", int), child.take("label", str)
        told = {key: child.take(key, str) for key in child.data if key not in ("start_offset", "end_offset", "label")}
        found[place].append(told)
    return found
