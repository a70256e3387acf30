"""A document → what it adds to each file of a dataset, as bytes.

A dataset's files are their heads, then the fragments of its documents one after the other, then their tails. So a document's part can
be made in any process and at any time, and be appended, kept or cut off as a whole.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TextIO

from pipeline.article import Document
from pipeline.errors import YeonpyoError
from pipeline.export import Options, formats
from pipeline.grouping import Sentences, sentences_of
from pipeline.provenance import counted

if TYPE_CHECKING:
    from spacy.tokens import Doc

Analyse = Callable[[Document], "Doc | Sentences"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a document adds to the files of a dataset, and how much of each kind was found in it.

    ``failure`` tells why there is nothing instead.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    failure: str | None = None


class _Bytes(io.BytesIO):
    """Bytes that can be taken after the file is closed."""

    def close(self) -> None:
        pass


class _MemoryFile:
    """A file of a folder that is only in memory; ``open`` is :meth:`pathlib.Path.open`'s."""

    def __init__(self) -> None:
        self._bytes = _Bytes()
        self._text: TextIO | None = None

    def open(self, mode: Literal["w"], *, encoding: str, newline: str) -> TextIO:
        self._text = io.TextIOWrapper(self._bytes, encoding=encoding, newline=newline)
        return self._text

    def take(self) -> bytes:
        """What was written since the last time."""
        if self._text is not None and not self._text.closed:
            self._text.flush()
        taken = self._bytes.getvalue()
        self._bytes.seek(0)
        self._bytes.truncate()
        return taken


class _MemoryFolder:
    """What a format's writer takes for a folder."""

    def __init__(self) -> None:
        self.files: dict[str, _MemoryFile] = {}

    def __truediv__(self, name: str) -> _MemoryFile:
        return self.files.setdefault(name, _MemoryFile())

    def take(self) -> dict[str, bytes]:
        return {name: file.take() for name, file in self.files.items()}


class Fragmenter:
    """Makes the fragments of documents; its writers stay open, in memory, as long as it lives.

    Args:
        analyse: what turns a document into its analysis, or into its annotated sentences.
        format_names: registered formats.
        options: which tables, and the encoding of CSV files.

    Raises:
        InputError: a format is unknown.
    """

    def __init__(self, analyse: Analyse, format_names: Iterable[str], options: Options) -> None:
        self._analyse = analyse
        self._folder = _MemoryFolder()
        self._open = ExitStack()
        self._writers = [self._open.enter_context(f.write(self._folder, options)) for f in formats(format_names)]
        self.heads = self._folder.take()

    def tails(self) -> dict[str, bytes]:
        """The last bytes of each file; nothing can be made after that."""
        self._open.close()
        return self._folder.take()

    def __call__(self, document: Document) -> Fragment:
        """The fragment of a document; one over which the analysis fails gives a fragment that says so.

        Raises:
            UnicodeEncodeError: the CSV files' encoding lacks a character.
        """
        try:
            sentences, doc = sentences_of(self._analyse(document), document.id)
        except YeonpyoError:
            raise
        except Exception as error:  # one document in a hundred thousand must not cost the others
            return Fragment(failure=failure(error))
        for add in self._writers:
            add(sentences, doc)
        return Fragment(self._folder.take(), counted(document, sentences))


def failure(error: Exception) -> str:
    """Why there is nothing of a document over which the analysis fails."""
    return f"the analysis failed ({type(error).__name__}: {error})"[:300]


def fingerprint(document: Document) -> str:
    """A digest of all of a document that its fragment depends on."""
    parts = (document.id, document.date or "", document.text)
    return hashlib.sha256(b"\0".join(part.encode() for part in parts)).hexdigest()[:32]
