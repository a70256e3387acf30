"""The formats of labelling tools by name: a writer marked ``@label_format`` with its reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.exchange.document import Articles, LabelledDocument, Losses
from pipeline.gold import check_against
from pipeline.model import AnnotatedSentence
from pipeline.outfile import filling

Write = Callable[[Sequence[LabelledDocument], Path, Losses], None]
Read = Callable[[Path, Articles, Losses], list[AnnotatedSentence]]


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """A format by its name, a line about it, its writer (into a folder) and its reader (of a file or folder)."""

    name: str
    description: str
    write: Write
    read: Read


FORMATS: dict[str, LabelFormat] = {}


def label_format(name: str, description: str, *, read: Read) -> Callable[[Write], Write]:
    """Registers a format.

    Args:
        name: what ``--format`` calls it.
        description: what it holds, in one line.
        read: reads a file or folder of the format, given the articles that the user named; offsets of what it
            returns count code points of the document.

    Returns:
        A decorator for the function that writes documents into a folder. What the format cannot hold, either
        function counts in ``losses`` by kind.
    """

    def register(write: Write) -> Write:
        FORMATS[name] = LabelFormat(name, description, write, read)
        return write

    return register


def label_format_of(name: str) -> LabelFormat:
    """The format of this name.

    Raises:
        InputError: it is not registered.
    """
    if name not in FORMATS:
        raise InputError("unknown format", file="--format", expected=", ".join(sorted(FORMATS)), got=name)
    return FORMATS[name]


def export(documents: Sequence[LabelledDocument], name: str, folder: Path) -> Losses:
    """Writes labelled documents into a folder in a tool's format.

    Args:
        documents: the labels with their texts.
        name: the format.
        folder: made if need be.

    Returns:
        How many items of which kind the format cannot hold.

    Raises:
        InputError: there is no such format.
        OutputError: the folder cannot be written.

    Example:
        ``export(documents(read_annotations(gold), text), "brat", Path("out"))`` writes ``out/article.txt``,
        ``article.ann``, ``annotation.conf`` and ``sentences.jsonl``.
    """
    write, losses = label_format_of(name).write, Losses()
    with filling(folder) as place:
        write(documents, place, losses)
    return losses.found()


def load(path: Path, name: str, articles: Articles | None = None) -> tuple[list[AnnotatedSentence], Losses]:
    """Reads labels that a tool wrote.

    Args:
        path: a file of the format, or a folder of such files.
        name: the format.
        articles: the documents by id, or under ``None`` the one text that all is from; where they are given, every
            sentence must stand in them.

    Returns:
        The sentences, and how many items of which kind could not be taken over.

    Raises:
        InputError: there is no such format, or the path cannot be read.
        GoldError: with file and line; what stands there is not of the format, or does not fit the text.
    """
    read, losses = label_format_of(name).read, Losses()
    try:
        sentences = read(path, articles or {}, losses)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", file=error.filename or path) from error
    if articles:
        check_against(sentences, articles[None] if set(articles) == {None} else articles)
    return sentences, losses.found()
