"""Label Studio's JSON: a task a sentence (https://labelstud.io/guide/task_format.html).

Its documented shape: a task has ``data`` with the text and ``annotations`` (or ``predictions``) with a ``result`` of
regions, which name the tags of the labelling interface::

    {"id": 1, "data": {"text": "…"},
     "annotations": [{"id": "1001", "result": [
       {"id": "Dx_aB91ISN", "from_name": "label", "to_name": "text", "type": "labels",
        "value": {"start": 0, "end": 5, "text": "…", "labels": ["DATE"]}}]}]}

What is said of a region (``<TextArea perRegion="true">``, ``<Choices perRegion="true">``) is a result of the same ``id``; a
relation is ``{"type": "relation", "from_id": …, "to_id": …, "direction": "right", "labels": ["theme"]}``. The interface
that these names belong to is written beside as ``label_studio.xml``.

``start`` and ``end`` count code points, as Label Studio stores them since it mended its issue 1008 (pull request 1559,
"Store code points instead of js length"). Older versions stored UTF-16 units (issue 1347): a result whose words fit only
so is read so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

from pipeline.errors import InputError
from pipeline.exchange.document import Articles, LabelledDocument, Losses, text_of_file
from pipeline.exchange.graph import ATTRIBUTES, CLOSED, DATED_BY, LABELS, Graph, Link, Node, graph
from pipeline.exchange.json_lines import Item, item, parse
from pipeline.exchange.passages import Passages, described
from pipeline.exchange.quotes import Quoted, code_points
from pipeline.exchange.registry import label_format
from pipeline.model import ROLES, AnnotatedSentence

TASKS, INTERFACE = "label_studio.json", "label_studio.xml"
_LABEL, _TEXT = "label", "text"


def read_label_studio(path: Path, articles: Articles, losses: Losses) -> list[AnnotatedSentence]:
    """Reads a JSON export (a list of tasks, or one task), or all ``.json`` files of a folder."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise InputError("no Label Studio export", file=path, expected=".json files")
    passages = Passages(articles, losses)
    found: list[AnnotatedSentence] = []
    for file in files:
        tasks = parse(text_of_file(file).removeprefix("\ufeff"), file)
        for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks]):
            found += _sentences(item(task, file, path=f"[{number}]"), passages, losses)
    return found


@label_format("label-studio", "Label Studio tasks with annotations, and the interface for them", read=read_label_studio)
def write_label_studio(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes ``label_studio.json`` and the labelling interface ``label_studio.xml``."""
    tasks: list[dict[str, Any]] = []
    for document in documents:
        for sentence in document.sentences:
            data = {"text": sentence.text} | described(document, sentence)
            result = list(_result(graph([sentence]), sentence))
            tasks.append({"id": len(tasks) + 1, "data": data, "annotations": [{"result": result}]})
    written = json.dumps(tasks, ensure_ascii=False, indent=1)
    (folder / TASKS).write_text(written + "\n", encoding="utf-8", newline="\n")
    (folder / INTERFACE).write_text(_interface(), encoding="utf-8", newline="\n")


def _result(labels: Graph, sentence: AnnotatedSentence) -> Iterator[dict[str, Any]]:
    for node in labels.nodes:
        start, end = node.start - sentence.start, node.end - sentence.start
        region = {"id": node.id, "from_name": _LABEL, "to_name": _TEXT, "type": "labels"}
        words = sentence.text[start:end]
        yield region | {"value": {"start": start, "end": end, "text": words, "labels": [node.label]}}
        for name, told in node.attributes.items():
            kind, key = ("choices", "choices") if name in CLOSED else ("textarea", "text")
            value = {"start": start, "end": end, key: [told]}
            yield {"id": node.id, "from_name": name, "to_name": _TEXT, "type": kind, "value": value}
    for link in labels.links:
        yield {"type": "relation", "from_id": link.event, "to_id": link.target, "direction": "right",
               "labels": [link.role]}  # fmt: skip


def _sentences(task: Item, passages: Passages, losses: Losses) -> list[AnnotatedSentence]:
    data = task.child("data")
    text = data.take("text", str)
    passage = Item({"id": task.data.get("id"), **data.data}, task.file, path=data.path)
    return passages.sentences(passage, text, lambda start: _graph(_chosen(task, losses), text, start, losses))


def _chosen(task: Item, losses: Losses) -> list[Item]:
    """The results of the annotation that counts: the ground truth, else the last one, else the first prediction."""
    done = [a for a in task.children("annotations") if not a.data.get("was_cancelled")]
    true = [a for a in done if a.data.get("ground_truth")]
    chosen = (true or done)[-1:] or task.children("predictions")[:1]
    losses["further annotations of a task"] += max(0, len(done) - 1)
    return chosen[0].children("result") if chosen else []


def _graph(results: Sequence[Item], text: str, shift: int, losses: Losses) -> Graph:
    regions = [result for result in results if result.data.get("type") == "labels"]
    told: dict[str, dict[str, str]] = {}
    links: list[Link] = []
    for result in results:
        kind = result.data.get("type")
        if kind == "relation":
            links += _links(result)
        elif kind in ("textarea", "choices"):
            _tell(result, told)
        elif kind != "labels":
            losses[f"results of type {kind}"] += 1
    nodes = []
    for region, (start, end) in zip(regions, _places(regions, text), strict=True):
        own, label = region.take("id", str), _only(region.child("value"), "labels")
        nodes.append(Node(own, start + shift, end + shift, label, told.pop(own, {})))
    losses["choices and texts of no region"] += len(told)
    return Graph(tuple(nodes), tuple(links))


def _places(regions: Sequence[Item], text: str) -> list[tuple[int, int]]:
    spans = []
    for region in regions:
        value = region.child("value")
        words = value.maybe("text", str)
        spans.append(Quoted(value.take("start", int), value.take("end", int), words and words.replace("\\n", "\n")))
    return code_points(text, spans, f"{regions[0].file}: {regions[0].path}" if regions else None)


def _only(value: Item, key: str) -> str:
    values = value.take(key, list)
    if len(values) != 1 or not isinstance(values[0], str):
        raise value.error("not one label", key, "a list of one text", values)
    return str(values[0])


def _links(result: Item) -> Iterator[Link]:
    """A relation without a label says nothing that an event could take over."""
    start, end = result.take("from_id", str), result.take("to_id", str)
    if result.data.get("direction") == "left":
        start, end = end, start
    for role in result.maybe("labels", list) or ():
        yield Link(start, str(role), end)


def _tell(result: Item, told: dict[str, dict[str, str]]) -> None:
    value = result.child("value")
    key = "text" if result.data["type"] == "textarea" else "choices"
    given = value.data.get(key)
    values = [given] if isinstance(given, str) else value.take(key, list)
    if values:
        name = result.take("from_name", str)
        told.setdefault(result.take("id", str), {})[name] = " ".join(map(str, values))


def _interface() -> str:
    """The labelling interface (https://labelstud.io/tags/) that the results' ``from_name`` belong to."""
    lines = ["<View>", f'  <Labels name="{_LABEL}" toName="{_TEXT}">']
    lines += [f"    <Label value={quoteattr(label)}/>" for label in LABELS]
    lines += ["  </Labels>", f'  <Text name="{_TEXT}" value="$text" granularity="symbol"/>']
    for name in dict.fromkeys(name for names in ATTRIBUTES.values() for name in names):
        if name in CLOSED:
            lines.append(f'  <Choices name="{name}" toName="{_TEXT}" perRegion="true">')
            lines += [f"    <Choice value={quoteattr(value)}/>" for value in CLOSED[name]]
            lines.append("  </Choices>")
        else:
            lines.append(f'  <TextArea name="{name}" toName="{_TEXT}" perRegion="true"/>')
    lines += ["  <Relations>", *(f"    <Relation value={quoteattr(role)}/>" for role in (*ROLES, DATED_BY))]
    return "\n".join([*lines, "  </Relations>", "</View>", ""])
