"""A text with its labels, as the formats write it, and the sentences of a text that comes from a tool."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from pipeline import sentences as sentence_cutter
from pipeline.errors import GoldError, InputError
from pipeline.gold import check_against, read_annotations, write_annotations
from pipeline.hangul import compose
from pipeline.model import AnnotatedSentence

Articles = Mapping[str | None, str]
SENTENCES_FILE = "sentences.jsonl"
_ALONE = "article"  # the file name of the one document that has no id
_UNSAFE = re.compile(r'[/\\:*?"<>|%\x00-\x1f\x7f]|^\.|\.$')


class Losses(Counter[str]):
    """How many items of which kind a format could not hold: ``losses["events"] += 1``."""

    def found(self) -> Losses:
        """Without the kinds of which there was nothing to lose."""
        return Losses({kind: count for kind, count in self.items() if count})

    def lines(self) -> list[str]:
        """One line a kind, sorted: ``not held: events (12)``."""
        return [f"not held: {kind} ({count:,})" for kind, count in sorted(self.found().items())]


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """A document with its labelled sentences; ``text`` is ``None`` where only the sentences are known."""

    id: str | None
    text: str | None
    sentences: tuple[AnnotatedSentence, ...]

    def whole_text(self) -> str:
        """The text, for formats that hold whole documents.

        Raises:
            InputError: it is not known.
        """
        if self.text is None:
            raise InputError("no text of this document", file=self.id, expected="its article", hint="give --article")
        return self.text


def documents(
    gold: Sequence[AnnotatedSentence], texts: Mapping[str | None, str] | str | None
) -> list[LabelledDocument]:
    """Labels by document, in the order in which the documents first come.

    Args:
        gold: sentences as read from an annotation file.
        texts: the documents by id, or the one text, or ``None`` if unknown.

    Raises:
        GoldError: a sentence does not stand in its document.
    """
    if texts is not None:
        check_against(gold, texts)
    order = {doc: number for number, doc in enumerate(dict.fromkeys(s.doc for s in gold))}
    by_doc = groupby(sorted(gold, key=lambda s: order[s.doc]), key=lambda s: s.doc)
    return [LabelledDocument(doc, texts if isinstance(texts, str) or texts is None else texts[doc], tuple(sentences))
            for doc, sentences in by_doc]  # fmt: skip


def file_stem(doc: str | None) -> str:
    """A document's id as a file name: ``기사/1`` becomes ``기사%2F1``; a document without id is ``article``."""
    if doc is None:
        return _ALONE
    if doc in (_ALONE, ""):
        return f"%{ord(doc[0]):02X}{doc[1:]}" if doc else "%"
    return _UNSAFE.sub(lambda found: f"%{ord(found.group()):02X}", doc)


def doc_of_stem(stem: str) -> str | None:
    """The id that :func:`file_stem` was given."""
    if stem in (_ALONE, "%"):
        return None if stem == _ALONE else ""
    return re.sub("%([0-9A-F]{2})", lambda found: chr(int(found[1], 16)), stem)


def bare(sentence: AnnotatedSentence) -> AnnotatedSentence:
    """The sentence without its labels."""
    return replace(sentence, times=(), entities=(), events=())


def cut(text: str, doc: str | None) -> list[AnnotatedSentence]:
    """The sentences of a text, without labels, numbered as the extractor numbers them."""
    composed = compose(text)
    places = [(composed.source(s.start), composed.source(s.end)) for s in sentence_cutter.split(composed.text)]
    return [AnnotatedSentence(doc, f"s{number:04d}", start, text[start:end])
            for number, (start, end) in enumerate(places, 1)]  # fmt: skip


def write_sentences(folder: Path, all_documents: Iterable[LabelledDocument]) -> None:
    """Writes the sentences without their labels beside files of a format that knows no sentences."""
    bared = [bare(sentence) for document in all_documents for sentence in document.sentences]
    (folder / SENTENCES_FILE).write_text(write_annotations(bared), encoding="utf-8", newline="\n")


def read_sentences(folder: Path, texts: Articles) -> dict[str | None, list[AnnotatedSentence]]:
    """The sentences of documents: those of ``sentences.jsonl`` in the folder, or else cut by rule.

    Raises:
        GoldError: the file names a sentence that does not stand in its document.
    """
    known: dict[str | None, list[AnnotatedSentence]] = {}
    if (file := folder / SENTENCES_FILE).is_file():
        given = [bare(sentence) for sentence in read_annotations(file)]
        check_against(given, texts, file=file)
        for sentence in given:
            known.setdefault(sentence.doc, []).append(sentence)
    return {doc: known.get(doc) or cut(text, doc) for doc, text in texts.items()}


def home(sentences: Sequence[AnnotatedSentence], start: int, end: int) -> int | None:
    """The index of the sentence, of those in order, that holds a span whole."""
    index = bisect_right(sentences, start, key=lambda s: s.start) - 1
    return index if index >= 0 and end <= sentences[index].end else None


def text_of_file(path: Path) -> str:
    """A UTF-8 file as it is, line ends included.

    Raises:
        GoldError: it is no UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise GoldError("not UTF-8", file=path, line=line, expected="text in UTF-8") from error
