"""TimeML: one XML file a document with TIMEX3 and EVENT inline (TimeML 1.2.1; the files of TempEval-3 are of this shape)::

    <TimeML>
    <DOCID>article</DOCID>
    <TEXT><TIMEX3 tid="t1" type="DATE" value="1957-10-04">1957년 10월 4일</TIMEX3> …
    <EVENT eid="e1" class="OCCURRENCE">발사</EVENT>된 …</TEXT>
    <MAKEINSTANCE eiid="ei1" eventID="e1" tense="NONE" aspect="NONE" pos="NONE" polarity="POS"/>
    <TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
    </TimeML>

A word that names several events is one EVENT with an instance each, and the TLINK of an instance names the time that
dates it. TimeML knows neither entities nor arguments nor types of events, and its spans do not cross or nest. What a
file's TEXT says between its tags is the document, whatever other tags stand in it. Sentences stand beside in
``sentences.jsonl``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from pipeline.errors import GoldError, InputError, OutputError
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
from pipeline.exchange.graph import CLOSED, Graph, Node, labelled
from pipeline.exchange.registry import label_format
from pipeline.model import AnnotatedSentence, Event, Timex

_SUFFIX = ".tml"
_CLASSES = {"STATEMENT": "REPORTING", "START": "ASPECTUAL", "END": "ASPECTUAL"}
_TYPES = {"REPORTING": "STATEMENT"}
_WITHIN = ("IS_INCLUDED", "SIMULTANEOUS", "DURING", "IDENTITY")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Part = tuple[int, int, str, Timex | list[Event]]


def read_timeml(path: Path, articles: Articles, losses: Losses) -> list[AnnotatedSentence]:
    """Reads a ``.tml`` or ``.xml`` file, or all ``.tml`` files of a folder; a document type declaration is refused."""
    files = sorted(path.glob("*" + _SUFFIX)) if path.is_dir() else [path]
    if not files:
        raise InputError("no TimeML files", file=path, expected=f"{_SUFFIX} files")
    parsed = {doc_of_stem(file.stem): _Parser(file).parse() for file in files}
    sentences = read_sentences(files[0].parent, {doc: file.text for doc, file in parsed.items()})
    found: list[AnnotatedSentence] = []
    for doc, file in parsed.items():
        found += labelled(sentences[doc], file.text, _graph(file, losses), losses, file.file)
    return found


@label_format("timeml", "TimeML with TIMEX3 and EVENT inline", read=read_timeml)
def write_timeml(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes a ``.tml`` file a document, and ``sentences.jsonl``."""
    for document in documents:
        stem = file_stem(document.id)
        written = _document(document, stem, losses)
        if found := _NOT_XML.search(written):
            raise OutputError("a character that XML cannot hold", file=folder / (stem + _SUFFIX),
                              got=f"U+{ord(found.group()):04X}")  # fmt: skip
        (folder / (stem + _SUFFIX)).write_text(written, encoding="utf-8", newline="")
    write_sentences(folder, documents)


def _document(document: LabelledDocument, stem: str, losses: Losses) -> str:
    text, inline, reached = document.whole_text(), [], 0
    tids: dict[int, str] = {}
    triggers: list[list[Event]] = []
    for start, end, words, part in _parts(document, losses):
        if isinstance(part, Timex):
            tids[id(part)] = tid = f"t{len(tids) + 1}"
            tagged = f"<TIMEX3 {_attributes(part, tid)}>{_escaped(words)}</TIMEX3>"
        else:
            triggers.append(part)
            kind = _CLASSES.get(part[0].type, "OCCURRENCE")
            tagged = f'<EVENT eid="e{len(triggers)}" class="{kind}">{_escaped(words)}</EVENT>'
        inline += [_escaped(text[reached:start]), tagged]
        reached = end
    instances = _instances(triggers, _dating(document.sentences, tids), losses)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', "<TimeML>", f"<DOCID>{_escaped(stem)}</DOCID>",
                      f"<TEXT>{''.join(inline)}{_escaped(text[reached:])}</TEXT>", *instances, "</TimeML>", ""])  # fmt: skip


def _parts(document: LabelledDocument, losses: Losses) -> list[_Part]:
    """What can stand inline, in the order of the text: all times first, then triggers that cut none of them."""
    parts: list[_Part] = []
    for sentence in document.sentences:
        triggers: dict[tuple[int, int], list[Event]] = {}
        for event in sentence.events:
            triggers.setdefault((event.trigger.start, event.trigger.end), []).append(event)
        inside: list[_Part] = [(t.start, t.end, t.text, t) for t in sentence.times]
        inside += [(*place, events[0].trigger.text, events) for place, events in triggers.items()]
        taken: list[tuple[int, int]] = []
        for part in inside:
            if any(part[0] < end and start < part[1] for start, end in taken):
                losses["times and triggers that overlap with another"] += 1
            else:
                taken.append((part[0], part[1]))
                parts.append(part)
        _count(sentence, losses)
    return sorted(parts, key=lambda part: part[0])


def _count(sentence: AnnotatedSentence, losses: Losses) -> None:
    """What TimeML has no place for."""
    losses["entities"] += len(sentence.entities)
    for event in sentence.events:
        losses["arguments of events"] += len(event.arguments) + len(event.inferred)
        losses["types of events"] += _TYPES.get(_CLASSES.get(event.type, ""), "OTHER") != event.type
        losses["lemmas of triggers"] += event.trigger.lemma is not None
        losses["places of the times that date events"] += event.time is not None
    for time in sentence.times:
        losses["anchors of times"] += time.anchor is not None
        losses["lunar dates as written (literal)"] += time.literal is not None
    items: list[Timex | Event] = [*sentence.times, *sentence.events]
    losses["optional of times and events"] += sum(item.optional for item in items)
    losses["rules of times and events"] += sum(item.rule is not None for item in items)


def _escaped(text: str) -> str:
    return escape(text, {"\r": "&#13;"})


def _attributes(time: Timex, tid: str) -> str:
    told = {"tid": tid, "type": time.type, "value": time.value, "mod": time.mod}
    return " ".join(f"{name}={quoteattr(value)}" for name, value in told.items() if value is not None)


def _dating(sentences: Sequence[AnnotatedSentence], tids: dict[int, str]) -> dict[int, str]:
    """The time (its tid) that gives an event (its identity) its date: its own, or one of the same date beside it."""
    found: dict[int, str] = {}
    for sentence in sentences:
        for event in sentence.events:
            same = [t for t in sentence.times if id(t) in tids and event.date and _date(t) == event.date]
            same.sort(key=lambda t: (t.start != event.time, abs(t.start - event.trigger.start)))
            if same:
                found[id(event)] = tids[id(same[0])]
    return found


def _date(time: Timex) -> str | None:
    """The date of what happens at a time."""
    from pipeline.timex.value import edtf

    return edtf(time)


def _instances(triggers: Sequence[list[Event]], dating: dict[int, str], losses: Losses) -> list[str]:
    instances: list[str] = []
    links: list[str] = []
    for eid, events in enumerate(triggers, 1):
        for event in events:
            eiid = f"ei{len(instances) + 1}"
            modality = "" if event.modality == "ASSERTED" else f' modality="{event.modality}"'
            instances.append(f'<MAKEINSTANCE eiid="{eiid}" eventID="e{eid}" tense="NONE" aspect="NONE" pos="NONE" '
                             f'polarity="{event.polarity}"{modality}/>')  # fmt: skip
            if tid := dating.get(id(event)):
                links.append(f'<TLINK lid="l{len(links) + 1}" relType="IS_INCLUDED" eventInstanceID="{eiid}" '
                             f'relatedToTime="{tid}"/>')  # fmt: skip
            else:
                losses["dates of events that no time beside them says"] += event.date != ""
    return instances + links


@dataclass(slots=True)
class _Parser:
    """One file: its text, and its tags with the text's offsets where they open and close."""

    file: Path
    text: str = ""
    spans: list[tuple[str, int, int, dict[str, str], int]] = field(default_factory=list)
    empty: list[tuple[str, dict[str, str], int]] = field(default_factory=list)
    _open: list[tuple[str, int, dict[str, str], int]] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _in_text: int = 0

    def parse(self) -> _Parser:
        """Reads the file; expat resolves no outside entity by itself, and what could declare one is refused."""
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = lambda *told: self._refuse(parser)
        parser.StartElementHandler = lambda name, told: self._start(name, told, parser.CurrentLineNumber)
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        try:
            parser.Parse(text_of_file(self.file).encode(), True)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code)
            raise GoldError(
                f"broken XML ({what})", file=self.file, line=error.lineno, column=error.offset + 1
            ) from error
        if not any(name == "TEXT" for name, *_ in self.spans):
            raise GoldError("no TimeML", file=self.file, expected="a TEXT element")
        self.text = "".join(self._pieces)
        return self

    def _refuse(self, parser: expat.XMLParserType) -> None:
        raise GoldError("a document type declaration", file=self.file, line=parser.CurrentLineNumber,
                        expected="XML without one", hint="entities are not resolved")  # fmt: skip

    def _start(self, name: str, told: dict[str, str], line: int) -> None:
        self._in_text += name == "TEXT"
        self._open.append((name, self._length, told, line))

    def _end(self, name: str) -> None:
        _, start, told, line = self._open.pop()
        if self._in_text:
            self.spans.append((name, start, self._length, told, line))
        else:
            self.empty.append((name, told, line))
        self._in_text -= name == "TEXT"

    def _data(self, data: str) -> None:
        if self._in_text:
            self._pieces.append(data)
            self._length += len(data)


def _graph(file: _Parser, losses: Losses) -> Graph:
    """The tags as nodes: a time for each TIMEX3, an event for each instance of an EVENT (one where none is made)."""
    nodes: list[Node] = []
    tids: dict[str, Node] = {}
    instances: dict[str, list[dict[str, str]]] = {}
    dated: dict[str, str] = {}
    for name, told, _ in file.empty:
        if name == "MAKEINSTANCE":
            instances.setdefault(told.get("eventID", ""), []).append(told)
        elif (
            name == "TLINK" and told.get("relType") in _WITHIN and "eventInstanceID" in told and "relatedToTime" in told
        ):
            dated.setdefault(told["eventInstanceID"], told["relatedToTime"])
        elif name in ("TLINK", "SLINK", "ALINK"):
            losses["links but those of an event to its time"] += 1
    for name, start, end, told, line in file.spans:
        if name == "TIMEX3":
            kept = {key: told[key] for key in ("value", "mod") if told.get(key)}
            nodes.append(Node(f"t{len(nodes)}", start, end, told.get("type", ""), kept, line))
            tids[told.get("tid", "")] = nodes[-1]
        elif name not in ("TEXT", "EVENT", "s"):
            losses[f"tags {name}"] += 1
    for name, start, end, told, line in file.spans:
        if name == "EVENT":
            for instance in instances.get(told.get("eid", ""), [{}]):
                time = tids.get(dated.get(instance.get("eiid", ""), ""))
                about = _about(instance, time, file.text)
                nodes.append(
                    Node(f"e{len(nodes)}", start, end, _TYPES.get(told.get("class", ""), "OTHER"), about, line)
                )
    return Graph(tuple(nodes))


def _about(instance: dict[str, str], time: Node | None, text: str) -> dict[str, str]:
    """An event's attributes: how it is said to be, and the date of its time."""
    told = {key: instance[key] for key in ("polarity", "modality") if instance.get(key)}
    told = {key: value for key, value in told.items() if value in CLOSED[key]}
    if time is not None:
        words = text[time.start : time.end]
        date = _date(Timex(time.start, time.end, words, time.label, time.attributes.get("value", "")))
        told |= {"date": date} if date else {}
    return told
