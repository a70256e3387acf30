"""What a finished dataset holds of documents that come again unchanged, so that they need not be done again.

A dataset keeps the journal that it grew by, as ``.journal.jsonl``. If the next run into its folder has the same settings, rules and
words, a document of the same id, date and text gets the rows that stand there – as far as the journal's checksums hold; whatever
was changed by other hands is done anew. Kept in memory are a digest and a few numbers, some 200 bytes, a document.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from pipeline.article import Document
from pipeline.fragments import Fragment, fingerprint
from pipeline.journal import KEPT_JOURNAL, entry_of


class Unchanged:
    """The fragments of a finished dataset; of none if the folder holds none, or one that was made otherwise.

    Args:
        folder: the dataset's.
        first_line: the first line of the journal of a dataset that this run would make.
        heads: the first bytes of each of its files.
    """

    def __init__(self, folder: Path, first_line: bytes, heads: Mapping[str, bytes]) -> None:
        self._open = ExitStack()
        self._files: dict[str, BinaryIO] = {}
        self._places: dict[bytes, int] = {}
        self._lines = array("Q")  # where the journal's line of the n-th document begins
        self._starts = {name: array("Q") for name in heads}  # and its bytes in each file
        try:
            self._journal = self._open.enter_context((folder / KEPT_JOURNAL).open("rb"))
            self._files = {name: self._open.enter_context((folder / name).open("rb")) for name in heads}
            if self._journal.readline() == first_line and all(
                self._files[n].read(len(h)) == h for n, h in heads.items()
            ):
                self._read({name: len(head) for name, head in heads.items()}, len(first_line))
        except OSError:
            self.close()

    def _read(self, sizes: dict[str, int], at: int) -> None:
        for line in self._journal:
            entry = entry_of(line)
            if entry is None or not set(entry.lengths) <= set(sizes):
                return
            if entry.failure is None:  # what failed is tried again
                self._places[bytes.fromhex(entry.document)] = len(self._lines)
                self._lines.append(at)
                for name, size in sizes.items():
                    self._starts[name].append(size)
            at += len(line)
            for name, length in entry.lengths.items():
                sizes[name] += length

    def fragment(self, document: Document) -> Fragment | None:
        """What the document adds to the files, if it stands there."""
        place = self._places.get(bytes.fromhex(fingerprint(document)))
        if place is None:
            return None
        try:
            self._journal.seek(self._lines[place])
            entry = entry_of(self._journal.readline())
            if entry is None or entry.document != fingerprint(document):
                return None
            files = {name: self._piece(name, place, length) for name, length in entry.lengths.items()}
        except (OSError, KeyError):
            return None
        return Fragment(files, entry.counts) if entry.fits(files.values()) else None

    def _piece(self, name: str, place: int, length: int) -> bytes:
        self._files[name].seek(self._starts[name][place])
        return self._files[name].read(length)

    def close(self) -> None:
        """Lets go of the files, so that the folder can be replaced on any system."""
        self._places = {}
        self._open.close()
