"""A dataset that grows document by document beside the old one, and after any kill is taken up where it stopped.

``.NAME.partial`` holds ``files/``, to which fragments are appended, ``journal.jsonl`` with a line for each document that
is in them whole (how many bytes of each file, and their checksum), and ``lock``. What the journal does not know of is
cut off before the work goes on; what it says is believed only as far as the checksums hold.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import zlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import IO, Any, BinaryIO

from pipeline.article import Document
from pipeline.dataset import check_ours, mend, swap
from pipeline.errors import OutputError
from pipeline.fragments import Fragment, fingerprint

_JOURNAL, _LOCK, FILES = "journal.jsonl", "lock", "files"
KEPT_JOURNAL = ".journal.jsonl"  # of a finished dataset, in its folder
PARTS = "parts"  # of a run on a cluster, whose journal is a file a part (pipeline.parts)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the journal: its fingerprint, its bytes in each file, what was found in it, a checksum of all that."""

    document: str
    lengths: Mapping[str, int]
    checksum: int
    counts: Mapping[str, int]
    failure: str | None = None

    def fits(self, contents: Iterable[bytes]) -> bool:
        """Whether the checksum is that of this entry and of its bytes in each file."""
        return self.checksum == _checksum(self, contents)


def _checksum(entry: Entry, contents: Iterable[bytes]) -> int:
    checksum = zlib.crc32(json.dumps(astuple(replace(entry, checksum=0))).encode())
    for content in contents:
        checksum = zlib.crc32(content, checksum)
    return checksum


@contextmanager
def lock(out: Path) -> Iterator[Path]:
    """The folder in which a dataset grows, for this process alone as long as it lives.

    Raises:
        OutputError: another process has it, or it cannot be made; or ``out`` holds what yeonpyo did not write.
    """
    place = out.resolve()
    partial = place.with_name(f".{place.name}.partial")
    try:
        partial.mkdir(parents=True, exist_ok=True)
        with (partial / _LOCK).open("ab") as file:
            _hold(file, partial / _LOCK, out)
            try:
                mend(place)
                check_ours(place, out)
                yield partial
            finally:
                if not _is_begun(partial):
                    shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        kept = _is_begun(partial)
        raise OutputError(f"cannot be written ({error.strerror or error})", file=out,
                          hint="what is done is kept: the same command goes on from there" if kept else None) from error  # fmt: skip


def _is_begun(partial: Path) -> bool:
    """Whether there is something to go on from."""
    return (partial / _JOURNAL).exists() or any((partial / PARTS).glob("*.json"))


def _hold(file: IO[bytes], path: Path, out: Path) -> None:
    """Locks a file in the system's way, which a death undoes."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        alone = path.stat().st_ino == os.fstat(file.fileno()).st_ino  # else its holder has just finished
    except OSError:
        alone = False
    if not alone:
        raise OutputError("another run is writing this dataset", file=out, hint="wait for it, or give another --out")


class Journal:
    """The files of a dataset under way.

    Args:
        partial: the folder of :func:`lock`.
        settings: all that the files depend on besides the documents; where they differ from those of a run that was
            killed, nothing of it is used.
        heads: the first bytes of each file.
    """

    def __init__(self, partial: Path, settings: Mapping[str, Any], heads: Mapping[str, bytes]) -> None:
        self.partial, self.folder = partial, partial / FILES
        self.settings = json.dumps(settings, sort_keys=True, ensure_ascii=False)
        self.heads = heads
        self._open = ExitStack()
        self._files: dict[str, BinaryIO] = {}

    def begun(self) -> Generator[Entry, None, None]:
        """The documents of a killed run, as long as journal and files agree; whoever stops early cuts the rest off.

        After it, the files end with the last document that was taken.
        """
        sizes, line_end = {name: len(head) for name, head in self.heads.items()}, 0
        try:
            with ExitStack() as stack:
                journal = stack.enter_context((self.partial / _JOURNAL).open("rb"))
                files = {name: stack.enter_context((self.folder / name).open("rb")) for name in self.heads}
                first = journal.readline()
                if first != self.first_line() or any(files[n].read(len(h)) != h for n, h in self.heads.items()):
                    return
                line_end = len(first)
                for line in journal:
                    entry = entry_of(line)
                    if entry is None or not _holds(entry, files):
                        return
                    yield entry
                    line_end += len(line)
                    for name, length in entry.lengths.items():
                        sizes[name] += length
        except FileNotFoundError:
            return
        finally:
            self._cut(sizes, line_end)

    def first_line(self) -> bytes:
        """What a journal begins with: the settings."""
        return self.settings.encode() + b"\n"

    def _cut(self, sizes: Mapping[str, int], journal_size: int) -> None:
        """Opens the files for what follows after so many bytes; with no journal to go by, new ones."""
        self.folder.mkdir(exist_ok=True)
        for path in self.folder.iterdir():
            if path.is_dir():  # of a run on a cluster
                shutil.rmtree(path)
            elif path.name not in sizes or not journal_size:
                path.unlink()
        for name, size in sizes.items():
            self._files[name] = self._append_to(self.folder / name, size if journal_size else 0)
            if not journal_size:
                self._files[name].write(self.heads[name])
        self._journal = self._append_to(self.partial / _JOURNAL, journal_size)
        if not journal_size:
            self._journal.write(self.first_line())
        self._flush()

    def _append_to(self, path: Path, size: int) -> BinaryIO:
        if path.exists():
            os.truncate(path, size)
        return self._open.enter_context(path.open("ab"))

    def _flush(self) -> None:
        """The files before the journal: it must never know of what they lack."""
        for file in self._files.values():
            file.flush()
        self._journal.flush()

    def add(self, document: Document, fragment: Fragment) -> Entry:
        """Appends what a document adds, then notes it.

        Args:
            document: the next of the corpus.
            fragment: its bytes in the files that the heads are of.
        """
        for name, content in fragment.files.items():
            self._files[name].write(content)
        lengths = {name: len(content) for name, content in fragment.files.items()}
        entry = Entry(fingerprint(document), lengths, 0, dict(fragment.counts), fragment.failure)
        entry = replace(entry, checksum=_checksum(entry, fragment.files.values()))
        self._journal.write(json.dumps(astuple(entry)).encode() + b"\n")
        self._flush()
        return entry

    def end(self, tails: Mapping[str, bytes]) -> None:
        """Writes the last bytes of each file; if a kill follows, they are cut off like all that the journal lacks."""
        for name, tail in tails.items():
            self._files[name].write(tail)
        self._flush()
        for file in self._files.values():
            os.fsync(file.fileno())  # the old dataset goes when this one is safe

    def close(self) -> None:
        """Lets go of the files; what could not be written any more is left to the journal."""
        for file in (*self._files.values(), getattr(self, "_journal", None)):
            try:
                if file is not None:
                    file.close()
            except OSError:
                continue

    def finish(self, out: Path, *, keep: bool) -> None:
        """Puts the files in the place of the dataset.

        Args:
            out: the dataset's folder.
            keep: whether the journal goes with them, for :mod:`pipeline.unchanged`.
        """
        self.close()
        if keep:  # a copy: if a kill follows, the run is taken up from the journal where it is
            shutil.copyfile(self.partial / _JOURNAL, self.folder / KEPT_JOURNAL)
        swap(self.folder, out.resolve())
        self.forget()

    def forget(self) -> None:
        """Leaves no trace of the run."""
        self.close()
        shutil.rmtree(self.partial, ignore_errors=True)


def entry_of(line: bytes) -> Entry | None:
    """What a line of the journal says; one that a kill cut short, or that is no line of ours, says nothing."""
    try:
        entry = Entry(*json.loads(line))
        numbers = [*entry.lengths.values(), *entry.counts.values(), entry.checksum]
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    whole = line.endswith(b"\n") and all(type(number) is int and number >= 0 for number in numbers)
    return entry if whole and isinstance(entry.failure, str | None) else None


def _holds(entry: Entry, files: Mapping[str, BinaryIO]) -> bool:
    """Whether the next bytes of the files are those that the journal tells of."""
    if not set(entry.lengths) <= set(files):
        return False
    return entry.fits(files[name].read(length) for name, length in entry.lengths.items())
