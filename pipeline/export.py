"""Rows → files: one registered writer a format, into one folder.

A format is a function marked ``@writer("name")`` that opens its files in a folder and yields what takes one document
after the other; the command line reads the registry. What a document adds to a file does not depend on those before
it: it may be made in another process.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TextIO

from pipeline import icalendar, parquet, timelinejs
from pipeline.cells import harmful, harmless
from pipeline.errors import InputError
from pipeline.gold import write_annotations
from pipeline.grouping import Sentences
from pipeline.tables import TABLES, Cell, Table

if TYPE_CHECKING:
    from spacy.tokens import Doc

Add = Callable[[Sentences, "Doc | None"], None]


class File(Protocol):
    """A file to be, as :class:`pathlib.Path` is one."""

    def open(self, mode: Literal["w"], *, encoding: str, newline: str) -> TextIO:
        """Opens it to be written."""
        ...


class Folder(Protocol):
    """Where a format's files go: a :class:`pathlib.Path`, or one in memory."""

    def __truediv__(self, name: str) -> File:
        """The file of this name."""
        ...


@dataclass(frozen=True, slots=True)
class Options:
    """What a writer may be asked for: which tables, and the encoding of CSV files.

    Raises:
        InputError: there is no such encoding.
    """

    tables: tuple[str, ...] = tuple(TABLES)
    csv_encoding: str = "utf-8-sig"

    def __post_init__(self) -> None:
        try:
            "".encode(self.csv_encoding)
        except (LookupError, ValueError):
            raise InputError("not an encoding of text", file="--csv-encoding", expected="one such as utf-8-sig or cp949",
                             got=self.csv_encoding) from None  # fmt: skip


Writer = Callable[[Folder, Options], AbstractContextManager[Add]]
Finish = Callable[[Path, Options], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, a line about it, and its writer.

    ``finish`` is called once all documents are written, for files that cannot grow by being appended to; ``needs`` is
    a package that not everybody has.
    """

    name: str
    description: str
    write: Writer
    finish: Finish | None = None
    needs: str | None = None


FORMATS: dict[str, Format] = {}


def writer(
    name: str, description: str, *, finish: Finish | None = None, needs: str | None = None
) -> Callable[[Callable[[Folder, Options], Iterator[Add]]], Writer]:
    """Registers a format.

    Args:
        name: what ``--format`` calls it.
        description: what it writes, in one line.
        finish: what turns the written files of a folder into those that are meant.
        needs: a package of the extra ``yeonpyo[name]`` that it cannot do without.

    Returns:
        A decorator for a generator function of a folder and options that opens its files, yields a function which
        takes a document's annotated sentences and its analysis, and closes them.
    """

    def register(function: Callable[[Folder, Options], Iterator[Add]]) -> Writer:
        write = contextmanager(function)
        FORMATS[name] = Format(name, description, write, finish, needs)
        return write

    return register


def formats(names: Iterable[str]) -> list[Format]:
    """The formats of these names.

    Raises:
        InputError: one of them is not registered, or needs a package that is missing.
    """
    unknown = next((name for name in names if name not in FORMATS), None)
    if unknown is not None:
        raise InputError("unknown format", file="--format", expected=", ".join(sorted(FORMATS)), got=unknown)
    chosen = [FORMATS[name] for name in names]
    for format in chosen:
        if format.needs and find_spec(format.needs) is None:
            raise InputError(f"{format.name} needs the package {format.needs}", file="--format",
                             hint=f"pip install 'yeonpyo[{format.name}]'")  # fmt: skip
    return chosen


def finish(names: Iterable[str], folder: Path, options: Options) -> None:
    """Finishes the files of formats that were written to a folder."""
    for format in formats(names):
        if format.finish:
            format.finish(folder, options)


@writer("csv", "one table a file, made for spreadsheets")
def write_csv(folder: Folder, options: Options) -> Iterator[Add]:
    """Writes ``sentences.csv``, ``times.csv``, … with a header, as RFC 4180 has it; formulas are made harmless."""
    with ExitStack() as stack:
        open_tables = [_open_csv(stack, folder, TABLES[name], options.csv_encoding) for name in options.tables]

        def add(sentences: Sentences, doc: Doc | None) -> None:
            for table, write in open_tables:
                for row in table.rows(sentences, doc):
                    write(["" if cell is None else harmless(cell) if isinstance(cell, str) else cell for cell in row])

        yield add


def _open_csv(
    stack: ExitStack, folder: Folder, table: Table, encoding: str
) -> tuple[Table, Callable[[list[Cell]], object]]:
    file = stack.enter_context((folder / f"{table.name}.csv").open("w", encoding=encoding, newline=""))
    write = csv.writer(file).writerow
    write([column.name for column in table.columns])
    return table, write


def read_csv(path: Path | str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    """Reads a table that :func:`write_csv` wrote, every cell as it was before.

    Args:
        path: the CSV file.
        encoding: the ``--csv-encoding`` that it was written with.

    Raises:
        InputError: the file cannot be read.
    """
    csv.field_size_limit(2**31 - 1)
    try:
        with open(path, encoding=encoding, newline="") as file:
            return [{name: harmful(cell) for name, cell in row.items()} for row in csv.DictReader(file)]
    except (OSError, UnicodeError, csv.Error) as error:
        raise InputError(f"cannot be read ({error})", file=path, expected=f"a table in {encoding}") from error


@writer("jsonl", "annotations.jsonl, a sentence a line, in the record of the gold files")
def write_jsonl(folder: Folder, options: Options) -> Iterator[Add]:
    """Writes ``annotations.jsonl`` (guideline §5), each record with its document's id as ``doc``."""
    with (folder / "annotations.jsonl").open("w", encoding="utf-8", newline="\n") as file:

        def add(sentences: Sentences, doc: Doc | None) -> None:
            file.write(write_annotations(sentences))

        yield add


@writer("tables-jsonl", "one table a file, a row a line: an object with a key a column")
def write_table_lines(folder: Folder, options: Options) -> Iterator[Add]:
    """Writes ``sentences.jsonl``, ``times.jsonl``, …; an empty cell is ``null``, an offset a number."""
    return _write_rows(folder, options, "jsonl")


def _parquet(folder: Path, options: Options) -> None:
    for name in options.tables:
        parquet.convert(folder / f"{name}.parquet", TABLES[name])


@writer("parquet", "one table a file, typed, for pandas, DuckDB, Arrow …", finish=_parquet, needs="pyarrow")
def write_parquet(folder: Folder, options: Options) -> Iterator[Add]:
    """Writes ``sentences.parquet``, ``times.parquet``, …, as lines of JSON until all documents are through."""
    return _write_rows(folder, options, "parquet")


def _write_rows(folder: Folder, options: Options, suffix: str) -> Iterator[Add]:
    with ExitStack() as stack:
        files = [
            (TABLES[name], stack.enter_context((folder / f"{name}.{suffix}").open("w", encoding="utf-8", newline="\n")))
            for name in options.tables
        ]

        def add(sentences: Sentences, doc: Doc | None) -> None:
            for table, file in files:
                names = [column.name for column in table.columns]
                for row in table.rows(sentences, doc):
                    file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")

        yield add


@writer("ics", "calendar.ics, the events of full dates for calendar programs")
def write_icalendar(folder: Folder, options: Options) -> Iterator[Add]:
    """Writes ``calendar.ics`` (RFC 5545), a calendar object a document; see :mod:`pipeline.icalendar`."""
    with (folder / "calendar.ics").open("w", encoding="utf-8", newline="") as file:

        def add(sentences: Sentences, doc: Doc | None) -> None:
            file.write(icalendar.calendar(sentences))

        yield add


@writer("timelinejs", "timelinejs.csv, the spreadsheet that TimelineJS draws")
def write_timelinejs(folder: Folder, options: Options) -> Iterator[Add]:
    """Writes ``timelinejs.csv``, a row an event; see :mod:`pipeline.timelinejs`. Formulas are made harmless."""
    with (folder / "timelinejs.csv").open("w", encoding=options.csv_encoding, newline="") as file:
        write = csv.writer(file).writerow
        write(timelinejs.COLUMNS)

        def add(sentences: Sentences, doc: Doc | None) -> None:
            for row in timelinejs.rows(sentences):
                write([harmless(cell) if isinstance(cell, str) else cell for cell in row])

        yield add
