"""spaCy's DocBin (https://spacy.io/api/docbin): a ``.spacy`` file for training, display or a pipeline of one's own.

Tokens are our morphemes. ``doc.spans["times"]``, ``["entities"]`` and ``["events"]`` hold the labels as the extractor's own
``Doc`` does (see :mod:`pipeline.annotation`: where a label cuts a token the span is the whole token, the record in
``user_data`` keeps the offsets), ``doc.ents`` the entities once more, as ``spacy train`` wants them. Labels come back in
the order of the text. In a file from elsewhere every span group and ``doc.ents`` is read; there are no values or
dates then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import GoldError, InputError
from pipeline.exchange.document import Articles, LabelledDocument, Losses, cut, home
from pipeline.exchange.graph import LABELS, PLAIN, Graph, Node, labelled
from pipeline.exchange.registry import label_format
from pipeline.gold import check_against
from pipeline.model import AnnotatedSentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

FILE = "labels.spacy"
_SENTENCES, _DOC = "yeonpyo.sentences", "yeonpyo.doc"
_KINDS = ("times", "entities", "events")


def read_docbin(path: Path, articles: Articles, losses: Losses) -> list[AnnotatedSentence]:
    """Reads a ``.spacy`` file, or all of a folder."""
    files = sorted(path.glob("*.spacy")) if path.is_dir() else [path]
    if not files:
        raise InputError("no DocBin", file=path, expected=".spacy files")
    found: list[AnnotatedSentence] = []
    for file in files:
        docs = _docs(file)
        for number, doc in enumerate(docs, 1):
            name = doc.user_data.get(_DOC, None if len(docs) == 1 else str(number))
            ours = f"yeonpyo.{_KINDS[0]}" in doc.user_data
            try:
                found += _stored(doc, name, file) if ours else _foreign(doc, name, file, losses)
            except (TypeError, ValueError, KeyError, AttributeError) as error:
                raise GoldError("records of another shape", file=file, expected="what yeonpyo writes into user_data",
                                got=str(error)[:60]) from error  # fmt: skip
    return found


@label_format("spacy", "spaCy DocBin with span groups and records", read=read_docbin)
def write_docbin(documents: Sequence[LabelledDocument], folder: Path, losses: Losses) -> None:
    """Writes ``labels.spacy``."""
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    from pipeline.spacy_doc import KoreanMorphology

    morphology = KoreanMorphology(Vocab())
    docs = [_doc(document, morphology(document.whole_text()), losses) for document in documents]
    DocBin(attrs=["TAG", "LEMMA", "SENT_START", "ENT_TYPE", "ENT_IOB"], docs=docs, store_user_data=True).to_disk(
        folder / FILE
    )


def _doc(document: LabelledDocument, doc: Doc, losses: Losses) -> Doc:
    from spacy.util import filter_spans

    from pipeline import annotation
    from pipeline.spacy_doc import read

    reading = read(doc)
    for kind in _KINDS:
        records = [record for sentence in document.sentences for record in getattr(sentence, kind)]
        doc.user_data[f"yeonpyo.{kind}"] = [asdict(record) for record in records]
        annotation.store(doc, kind, annotation.load(doc, kind, reading), reading)
    doc.ents = filter_spans(doc.spans["entities"])
    doc.user_data[_SENTENCES] = [[s.id, s.start, s.text] for s in document.sentences]
    if document.id is not None:
        doc.user_data[_DOC] = document.id
    return doc


def _docs(file: Path) -> list[Doc]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    data = file.read_bytes()
    try:
        return list(DocBin(store_user_data=True).from_bytes(data).get_docs(Vocab()))
    except Exception as error:  # zlib, msgpack and spaCy each have errors of their own for what is no DocBin
        raise GoldError("no DocBin", file=file, expected="a file that spaCy's DocBin.to_disk wrote",
                        got=type(error).__name__) from error  # fmt: skip


def _bare(doc: Doc, name: str | None, file: Path) -> list[AnnotatedSentence]:
    """The document's sentences: those kept in it, or else cut by rule."""
    kept = doc.user_data.get(_SENTENCES)
    if not kept:
        return cut(doc.text, name)
    sentences = [AnnotatedSentence(name, identifier, start, text) for identifier, start, text in kept]
    check_against(sentences, doc.text, file=file)
    return sentences


def _stored(doc: Doc, name: str | None, file: Path) -> list[AnnotatedSentence]:
    """The sentences of a ``Doc`` of ours, with the records that it carries."""
    from pipeline import annotation

    bare = _bare(doc, name, file)
    found: list[dict[str, list[Any]]] = [{kind: [] for kind in _KINDS} for _ in bare]
    for kind in _KINDS:
        for record in annotation.stored(doc, kind):
            part = record.trigger if kind == "events" else record
            index = home(bare, part.start, part.end)
            if index is None:
                raise GoldError("a span that no sentence holds whole", file=file, got=part.text[:60])
            found[index][kind].append(record)
    return [replace(sentence, times=tuple(kept["times"]), entities=tuple(kept["entities"]), events=tuple(kept["events"]))
            for sentence, kept in zip(bare, found, strict=True)]  # fmt: skip


def _foreign(doc: Doc, name: str | None, file: Path, losses: Losses) -> list[AnnotatedSentence]:
    """The sentences of any ``Doc``, with the spans of its groups and of ``doc.ents`` whose labels are ours."""
    places = dict.fromkeys((span.start_char, span.end_char, span.label_) for span in _spans(doc))
    nodes = [
        Node(str(number), *place) for number, place in enumerate(places) if place[2] in LABELS and place[2] != PLAIN
    ]
    losses["spans of other labels"] += len(places) - len(nodes)
    return labelled(_bare(doc, name, file), doc.text, Graph(tuple(nodes)), losses, file)


def _spans(doc: Doc) -> Iterable[Any]:
    for group in doc.spans.values():
        yield from group
    yield from doc.ents
