"""CoNLL columns with BIO tags: a token a line with a tag of its time and one of its entity, tab-separated.

The comments are CoNLL-U's (https://universaldependencies.org/format.html: ``newdoc id``, ``sent_id``, ``text``), the tags
are those of CoNLL-2003 in their IOB2 form, characters as tokens are what KLUE-NER has::

    # newdoc id = 기사1
    # sent_id = s0001
    # start = 0
    # text = 1957년에 소련이
    1	B-DATE	O
    9	I-DATE	O
    …

White space is no token. A file with one column of tags is read, too. Tags say where a time or an entity stands and of
what kind it is; values, names, events and ``optional`` cannot be held.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.errors import GoldError, InputError
from pipeline.exchange.document import Articles, LabelledDocument, Losses, text_of_file
from pipeline.exchange.graph import Graph, Node, labelled
from pipeline.exchange.quotes import flat
from pipeline.exchange.registry import label_format
from pipeline.model import AnnotatedSentence, Entity, Timex

FILE = "labels.conll"
_OUTSIDE = "O"
_COMMENT = re.compile(r"# ?(newdoc id|sent_id|start|text) = (.*)")
_DARK = re.compile(r"\S")
_TAG = re.compile(r"([BI])-(\S+)")
Token = tuple[int, int]
Tokens = Callable[[str], Iterable[Token]]


def characters(text: str) -> Iterator[Token]:
    """Every character that is no white space: no span cuts one."""
    return (found.span() for found in _DARK.finditer(text))


def eojeol(text: str) -> Iterator[Token]:
    """What stands between blanks: ``1957년에`` is one token, and its time is widened to it."""
    return (found.span() for found in re.finditer(r"\S+", text))


def morphemes(text: str) -> Iterator[Token]:
    """Kiwi's morphemes, those that share characters as one."""
    from pipeline.morphology import analyse

    return ((m.start, m.end) for m in analyse(text))


def read_conll(path: Path, articles: Articles, losses: Losses) -> list[AnnotatedSentence]:
    """Reads a ``.conll`` file, or all of a folder; what has no ``text`` needs the article."""
    files = sorted(path.glob("*.conll")) if path.is_dir() else [path]
    if not files:
        raise InputError("no CoNLL files", file=path, expected=".conll files")
    found: list[AnnotatedSentence] = []
    for file in files:
        reader = _Reader(file, articles, losses)
        for block in _blocks(file):
            found.append(reader.sentence(block))
    return found


def _write(tokens: Tokens, documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        for document in documents:
            if document.id is not None:
                file.write(f"# newdoc id = {_one_line(document.id, losses)}\n")
            for sentence in document.sentences:
                file.writelines(line + "\n" for line in _lines(sentence, tokens, losses))
    _count(documents, losses)


@label_format("conll", "CoNLL/BIO columns over characters: times and entities", read=read_conll)
def write_characters(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes ``labels.conll``, a character a line."""
    _write(characters, documents, folder, losses)


@label_format("conll-eojeol", "CoNLL/BIO columns over eojeol: times and entities", read=read_conll)
def write_eojeol(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes ``labels.conll``, an eojeol a line."""
    _write(eojeol, documents, folder, losses)


@label_format("conll-morphemes", "CoNLL/BIO columns over Kiwi's morphemes: times and entities", read=read_conll)
def write_morphemes(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes ``labels.conll``, a morpheme a line."""
    _write(morphemes, documents, folder, losses)


def _one_line(text: str, losses: Losses) -> str:
    if flat(text) != text:
        losses["line breaks and tabs in sentences and ids, written as blanks"] += 1
    return flat(text)


def _count(documents: Sequence[LabelledDocument], losses: Losses) -> None:
    """What no tag says."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    times = [time for sentence in sentences for time in sentence.times]
    entities = [entity for sentence in sentences for entity in sentence.entities]
    losses["events"] += sum(len(sentence.events) for sentence in sentences)
    losses["values of times"] += len(times)
    losses["names of entities other than their words"] += sum(e.name != e.text for e in entities)
    losses["optional of times and entities"] += sum(t.optional for t in times) + sum(e.optional for e in entities)
    for name in ("mod", "literal", "anchor", "rule"):
        losses[f"{name} of times"] += sum(getattr(time, name) is not None for time in times)
    losses["rule of entities"] += sum(entity.rule is not None for entity in entities)


def _lines(sentence: AnnotatedSentence, tokens: Tokens, losses: Losses) -> Iterator[str]:
    yield f"# sent_id = {_one_line(sentence.id, losses)}"
    yield f"# start = {sentence.start}"
    yield f"# text = {_one_line(sentence.text, losses)}"
    places = list(tokens(sentence.text))
    times = _tags([(t, t.type) for t in sentence.times], places, sentence.start, losses)
    entities = _tags([(e, e.label) for e in sentence.entities], places, sentence.start, losses)
    for (start, end), time, entity in zip(places, times, entities, strict=True):
        yield f"{sentence.text[start:end]}\t{time}\t{entity}"
    yield ""


def _tags(
    parts: Sequence[tuple[Timex | Entity, str]], tokens: Sequence[Token], begin: int, losses: Losses
) -> list[str]:
    tags = [_OUTSIDE] * len(tokens)
    for part, label in sorted(parts, key=lambda one: one[0].start):
        start, end = part.start - begin, part.end - begin
        inside = [i for i, (first, last) in enumerate(tokens) if first < end and start < last]
        if not inside or any(tags[i] != _OUTSIDE for i in inside):
            losses["times or entities that share tokens with another"] += 1
            continue
        if (tokens[inside[0]][0], tokens[inside[-1]][1]) != (start, end):
            losses["borders of spans that cut a token, moved to its ends"] += 1
        for number, i in enumerate(inside):
            tags[i] = ("B-" if number == 0 else "I-") + label
    return tags


@dataclass(slots=True)
class _Block:
    """The lines of a sentence: its comments, and (line, token, tags) of each token."""

    file: Path
    line: int
    told: dict[str, str] = field(default_factory=dict)
    tokens: list[tuple[int, str, list[str]]] = field(default_factory=list)

    def error(self, what: str, line: int | None = None, expected: str | None = None, got: str = "") -> GoldError:
        return GoldError(what, file=self.file, line=line or self.line, expected=expected, got=got[:60] or None)


def _blocks(file: Path) -> Iterator[_Block]:
    block = _Block(file, 1)
    for number, line in enumerate(text_of_file(file).removeprefix("\ufeff").split("\n"), 1):
        line = line.removesuffix("\r")
        comment = _COMMENT.fullmatch(line)
        if not line.strip():
            if block.tokens or "text" in block.told:
                yield block
            block = _Block(file, number + 1)
        elif comment and not block.tokens:
            block.told[comment[1]] = comment[2]
        elif not line.startswith("#") or "\t" in line or block.tokens:
            token, *tags = line.split("\t") if "\t" in line else line.split()
            if not 1 <= len(tags) <= 2:
                raise block.error("no token with its tags", number, "token<tab>time<tab>entity", line)
            block.tokens.append((number, token, tags))
    if block.tokens or "text" in block.told:
        yield block


class _Reader:
    def __init__(self, file: Path, articles: Articles, losses: Losses) -> None:
        self._file, self._articles, self._losses = file, articles, losses
        self._doc: str | None = None
        self._reached = 0
        self._number = 0
        self._flattened = "", ""

    def sentence(self, block: _Block) -> AnnotatedSentence:
        self._number += 1
        if "newdoc id" in block.told:
            self._doc, self._reached = block.told["newdoc id"], 0
        start, text = self._ground(block)
        self._reached = start + len(text)
        bare = AnnotatedSentence(self._doc, block.told.get("sent_id", f"s{self._number:04d}"), start, text)
        nodes = [replace(node, start=node.start + start, end=node.end + start) for node in self._nodes(block, text)]
        found = labelled([bare], text, Graph(tuple(nodes)), Losses(), self._file, begin=start)[0]
        self._losses["values of times, which are left empty"] += len(found.times)
        return found

    def _ground(self, block: _Block) -> tuple[int, str]:
        """Where the sentence begins, and its text: the article's where there is one, else the comment's."""
        article = self._articles.get(self._doc, self._articles.get(None))
        written, begin = block.told.get("text"), block.told.get("start")
        if begin is not None and not (begin.isascii() and begin.isdigit() and len(begin) < 19):
            raise block.error("no offset", expected="# start = a whole number", got=begin)
        if article is None:
            if written is None:
                raise block.error("no text of this sentence", expected="a line # text = …", got="")
            return (self._reached if begin is None else int(begin)), written
        start = self._found(block, article) if begin is None else int(begin)
        end = self._end(block, article, start) if written is None else start + len(written)
        if written is not None and flat(article[start:end]) != written:
            raise block.error("the sentence is not what stands in the article", expected=article[start:end][:40],
                              got=written)  # fmt: skip
        return start, article[start:end]

    def _found(self, block: _Block, article: str) -> int:
        first = block.told.get("text") or block.tokens[0][1]
        start = self._flat(article).find(first, self._reached)
        if start < 0:
            raise block.error("a sentence that does not stand in the article", got=first)
        return start

    def _flat(self, article: str) -> str:
        if article is not self._flattened[0]:
            self._flattened = article, flat(article)
        return self._flattened[1]

    def _end(self, block: _Block, article: str, start: int) -> int:
        return max(end for _, end in self._places(block, article, start))

    def _places(self, block: _Block, text: str, reached: int = 0) -> Iterator[Token]:
        """The tokens' places in the text, one after the other."""
        for line, token, _ in block.tokens:
            dark = _DARK.search(text, reached)
            start = dark.start() if dark else len(text)
            if token.strip() and not text.startswith(token, start):
                raise block.error("a token that does not come next in the text", line,
                                  repr(text[start : start + len(token) + 5]), repr(token))  # fmt: skip
            if token.strip():
                reached = start + len(token)
                yield start, reached
            else:
                yield reached, reached

    def _nodes(self, block: _Block, text: str) -> Iterator[Node]:
        places = list(self._places(block, text))
        for column in range(max((len(tags) for _, _, tags in block.tokens), default=0)):
            opened: Node | None = None
            for (line, token, tags), (start, end) in zip(block.tokens, places, strict=True):
                tag = tags[column] if column < len(tags) else _OUTSIDE
                found = _TAG.fullmatch(tag)
                if not found and tag not in (_OUTSIDE, "_"):
                    raise block.error("no tag", line, "O, B-… or I-…", tag)
                if not token.strip():
                    continue
                if found and found[1] == "I" and opened and opened.label == found[2]:
                    opened = replace(opened, end=end)
                    continue
                if opened:
                    yield opened
                opened = Node(f"{column}.{line}", start, end, found[2], {}, line) if found else None
            if opened:
                yield opened
