"""Files of many documents → records, one after the other: JSON Lines, CSV, Wikipedia dumps (all also packed), Parquet.

A file in UTF-8 is never in memory as a whole; one in another encoding, which takes the whole to find out, is.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO

from pipeline import archive, wikipedia
from pipeline.encoding import CONTROL, decode
from pipeline.errors import InputError, missing

COLUMNS = ("id", "text", "date")
_KINDS = (".jsonl", ".ndjson", ".csv", ".xml")
# What is packed by Zstandard and says no more is JSON Lines, as large corpora come.
SUFFIXES = (*_KINDS, *(kind + packed for kind in _KINDS for packed in archive.ENDINGS), ".parquet", ".zst")
Record = dict[Any, Any] | InputError
Numbered = tuple[int | None, Record]
# A line or cell beyond this is no document: a gzipped file of a megabyte could otherwise ask for all memory there is.
_LONGEST = 2**28
_LARGEST_WHOLE = 2**31
_CHUNK = 2**20
_ROWS_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look through a file finds: its bytes' SHA-256, and whether its text is UTF-8 and has anything in it.

    ``reader`` is the library that decides what its texts are, with its version.
    """

    sha256: str
    utf8: bool = False
    blank: bool = False
    reader: str | None = None


def is_records(path: str) -> bool:
    """Whether a file's name says that it holds many documents."""
    return path.lower().endswith(SUFFIXES)


def _kind(path: str) -> str:
    """The ending that says what a file holds, whatever it is packed with."""
    name = path.lower().removesuffix(archive.ending(path))
    return next((kind for kind in (*_KINDS, ".parquet") if name.endswith(kind)), ".jsonl")


def is_marked(path: str) -> bool:
    """Whether the file itself says what it is written in."""
    return _kind(path) in (".xml", ".parquet")


def is_slow(path: str) -> bool:
    """Whether texts must be made from what the file holds."""
    return is_records(path) and _kind(path) == ".xml"


def digest(path: str) -> str:
    """SHA-256 of a file's bytes, read a piece at a time.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def survey(path: str) -> Survey:
    """Looks through a file, a piece at a time.

    Raises:
        InputError: it is packed and broken, or unpacks to too much, or a library that reads it is missing.
        OSError: it cannot be read.
    """
    sha256 = digest(path)
    if is_marked(path):
        return Survey(sha256, reader=wikipedia.reader(path) if _kind(path) == ".xml" else None)
    blank, decoder = True, codecs.getincrementaldecoder("utf-8-sig")()
    with archive.opened(path) as file:
        try:
            while chunk := file.read(_CHUNK):
                text = decoder.decode(chunk)
                if CONTROL.search(text):
                    return Survey(sha256)
                blank = blank and not text.strip()
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return Survey(sha256)
    return Survey(sha256, True, blank)


def records(path: str, seen: Survey, encoding: str) -> Iterator[Numbered]:
    """A file's records as they stand in it, each with its line; what is wrong with one stands in its place.

    Args:
        path: the file; its suffix says of which kind it is.
        seen: what :func:`survey` said of it.
        encoding: what it is written in.
    """
    if is_marked(path):
        yield from (_parquet_records if _kind(path) == ".parquet" else _articles)(path)
        return
    newline = "" if _kind(path) == ".csv" else "\n"
    try:
        with archive.opened(path) as file:
            text: Iterable[str]
            if seen.utf8 and encoding == "utf-8":
                text, blank = _bounded(io.TextIOWrapper(file, "utf-8-sig", newline=newline), path), seen.blank
            else:
                whole, _ = _whole_text(file, path, encoding)
                text, blank = io.StringIO(whole, newline=newline), not whole.strip()
            if blank:
                yield None, InputError("an empty file", file=path, expected="documents with id and text")
            else:
                yield from (_csv_records if newline == "" else _json_records)(text, path)
    except InputError as error:
        yield None, error


def encoding_of(path: str) -> str:
    """The encoding of a file that is not UTF-8.

    Raises:
        InputError: it is too large for that, or in no known encoding.
    """
    with archive.opened(path) as file:
        return _whole_text(file, path, None)[1]


def _whole_text(file: BinaryIO, path: str, encoding: str | None) -> tuple[str, str]:
    """All of a file, with the name of its encoding.

    Raises:
        InputError: it is too large for that, or in no known encoding.
    """
    data = file.read(_LARGEST_WHOLE)
    if len(data) == _LARGEST_WHOLE:
        raise InputError("too large to be read in another encoding than UTF-8", file=path, expected="under 2 GiB")
    return decode(data, encoding, file=path)


def _bounded(file: io.TextIOWrapper, path: str) -> Iterator[str]:
    """The lines of a file."""
    while line := file.readline(_LONGEST):
        if len(line) == _LONGEST:
            raise InputError("an endless line", file=path, expected=f"lines of under {_LONGEST:,} characters")
        yield line


def _json_records(lines: Iterable[str], path: str) -> Iterator[Numbered]:
    for line, row in enumerate((line.removesuffix("\n") for line in lines), 1):
        if not row.strip():
            continue
        record: Any
        try:
            record = json.loads(row)
        except json.JSONDecodeError as error:
            record = InputError(f"broken JSON ({error.msg})", file=path, line=line, column=error.colno)
        except (ValueError, RecursionError) as error:
            record = InputError(f"JSON that cannot be read ({error})", file=path, line=line)
        if not isinstance(record, dict | InputError):
            record = InputError("not a document", file=path, line=line, expected='{"id": …, "text": …}', got=row[:40])
        yield line, record


def _csv_records(lines: Iterable[str], path: str) -> Iterator[Numbered]:
    csv.field_size_limit(_LONGEST)  # the module's own limit is 131,072 characters: less than a long article
    reader = csv.reader(lines, strict=True)
    line = 1
    try:
        header = next(reader)
        if not _has_columns(header):
            yield line, InputError("wrong columns", file=path, line=line, expected="id,text and optional date",
                                   got=",".join(header))  # fmt: skip
            return
        line = reader.line_num + 1
        for cells in reader:
            if cells and len(cells) != len(header):
                yield line, InputError("wrong number of cells", file=path, line=line, expected=str(len(header)),
                                       got=str(len(cells)))  # fmt: skip
            elif cells:
                yield line, dict(zip(header, cells, strict=True))
            line = reader.line_num + 1
    except csv.Error as error:
        yield line, InputError(f"not CSV ({error})", file=path, line=line)


def _has_columns(header: list[str]) -> bool:
    return {"id", "text"} <= set(header) <= set(COLUMNS) and len(set(header)) == len(header)


def _articles(path: str) -> Iterator[Numbered]:
    """The articles of a Wikipedia dump by their titles."""
    try:
        for page in wikipedia.pages(path):
            yield None, page if isinstance(page, InputError) else {"id": page.title, "text": page.text}
    except InputError as error:
        yield None, error


class RowGroups:
    """The documents' columns of a Parquet file, row group by row group, a few rows in memory at a time."""

    def __init__(self, file: Any, columns: list[str]) -> None:
        self._file, self._columns = file, columns

    def __iter__(self) -> Iterator[Iterator[Record]]:
        """The rows of each group; each group is to be walked through before the next."""
        for group in range(self._file.num_row_groups):
            yield self._rows(group)

    def rows(self, group: int, first: int, stop: int) -> Iterator[tuple[int, Record]]:
        """Some rows of a group, with their numbers, which count from 0 over the whole file."""
        metadata = self._file.metadata
        before = sum(metadata.row_group(number).num_rows for number in range(group))
        for number, row in enumerate(self._rows(group), before):
            if number >= stop:
                return
            if number >= first:
                yield number, row

    def _rows(self, group: int) -> Iterator[Record]:
        for batch in self._file.iter_batches(batch_size=_ROWS_AT_ONCE, row_groups=[group], columns=self._columns):
            for row in batch.to_pylist():
                date = row.get("date")
                yield row | {"date": date.isoformat() if hasattr(date, "isoformat") else date}


@contextmanager
def parquet_file(file: str | BinaryIO, path: str) -> Iterator[RowGroups]:
    """A Parquet file of documents; a date column may hold dates or text.

    Args:
        file: the file, or its path.
        path: what errors call it.

    Raises:
        InputError: it is no Parquet, or has other columns; pyarrow is missing.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise missing("Parquet", "pyarrow", "parquet", path) from None
    try:
        with parquet.ParquetFile(file) as opened:
            columns = [column for column in COLUMNS if column in opened.schema_arrow.names]
            if not _has_columns(columns):
                raise InputError("wrong columns", file=path, expected="id, text and optional date",
                                 got=", ".join(opened.schema_arrow.names)[:80])  # fmt: skip
            yield RowGroups(opened, columns)
    except ArrowException as error:
        raise InputError(f"not Parquet ({str(error)[:80]})", file=path) from error


def _parquet_records(path: str) -> Iterator[Numbered]:
    try:
        with parquet_file(path, path) as groups:
            yield from enumerate(chain.from_iterable(groups), 1)
    except OSError as error:
        yield None, InputError(f"not Parquet ({str(error)[:80]})", file=path)
    except InputError as error:
        yield None, error
