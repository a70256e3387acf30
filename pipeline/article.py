"""Files → documents: finds them, reads them, repairs nothing.

Offsets of every later stage count the code points of the text as decoded: line ends stay as they are, only a
byte-order mark, which is no text, is left out. A bad file or record does not stop the good ones.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pipeline import office, records, webpage
from pipeline.encoding import decode
from pipeline.errors import InputError, OutputError

_TAKEN_OUT = (*webpage.SUFFIXES, *office.SUFFIXES)
_SUFFIXES = (".txt", *_TAKEN_OUT, *records.SUFFIXES)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d([T ].*)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """Where documents came from: the file's name as given, its bytes' SHA-256, the encoding that it is read in.

    ``reader`` is the library that took the text out of the file, with its version: another one may give another text.
    """

    path: str
    sha256: str
    encoding: str
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text with a name and, if it has one, a date of its own, against which 오늘 and 올해 are read.

    ``date`` is an ISO date or datetime; the day is that of its own zone: ``2013-02-12T23:30:00-02:00`` is the 12th.
    """

    id: str
    text: str
    date: str | None = None
    source: Source | None = None


def read(
    paths: Iterable[str | Path],
    *,
    encoding: str | None = None,
    date: str | None = None,
    bad: list[InputError] | None = None,
) -> Iterator[Document]:
    """Reads documents one after the other, in the order of the paths; a folder in the order of its files' names.

    Args:
        paths: text files, web pages (``.html``), HWP, HWPX and PDF files, one document each; ``.jsonl`` and ``.csv``
            files (also packed: ``.jsonl.gz``, ``.bz2``, ``.zst``) and Parquet files of documents with ``id``, ``text``
            and optional ``date``, and Wikipedia dumps (``.xml``, also packed), which are not read as a whole; folders
            of all these; ``-`` for a text on standard input.
        encoding: what the files are written in; ``None`` finds it out (:func:`pipeline.encoding.decode`).
        date: an ISO date for all documents, instead of their own.
        bad: collects what cannot be read, so that the rest still comes out; ``None`` raises it instead.

    Raises:
        InputError: for ``date``, and for a bad document if ``bad`` is ``None``.
    """
    if date is not None:
        check_date(date, InputError("not a date", file="--date", expected="an ISO date as 2026-03-01", got=date))
    first: dict[str, str] = {}
    for path in paths:
        for found in _documents(str(path), encoding):
            if isinstance(found, Document):
                assert found.source is not None
                found = unless_seen(found.id, found.source.path, first) or found
            if isinstance(found, Document):
                yield replace(found, date=date) if date else found
            elif bad is None:
                raise found
            else:
                bad.append(found)


def write(documents: Iterable[Document], path: Path) -> int:
    """Writes documents as JSON Lines, which :func:`read` gives back as they are; whole, or not at all.

    Args:
        documents: taken one by one.
        path: the file; one that exists is replaced.

    Returns:
        How many there were.

    Raises:
        OutputError: it cannot be written.

    Example:
        ``write(read(["보고.hwp"]), Path("보고.jsonl"))``
    """
    partial, count = path.with_name(f".{path.name}.{os.getpid()}.partial"), 0
    try:
        try:
            with partial.open("w", encoding="utf-8", newline="\n") as file:
                for document in documents:
                    count += 1
                    date = {"date": document.date} if document.date else {}
                    record = {"id": document.id, "text": document.text, **date}
                    file.write(json.dumps(record, ensure_ascii=False) + "\n")
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", file=path) from error
    return count


def from_text(text: str, date: str | None = None, name: str = "text") -> Document:
    """The document of a text given by itself, as on the command line.

    Args:
        text: anything with a letter in it.
        date: its own date, ISO.
        name: its id.

    Raises:
        InputError: the text is blank or holds half a surrogate pair, the date is no ISO date.

    Example:
        >>> from_text("이듬해 죽었다.", "1957-10-04").date
        '1957-10-04'
    """
    source = Source(name, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), "utf-8")
    return document({"id": name, "text": text, "date": date}, source, None)


def check_date(value: str, error: InputError) -> str:
    """Gives back an ISO date or datetime, or raises the error.

    Example:
        >>> check_date("2013-02-12T04:30:00-02:00", InputError("not a date"))
        '2013-02-12T04:30:00-02:00'
    """
    try:
        if not _ISO_DATE.fullmatch(value):
            raise error
        datetime.fromisoformat(value)
    except ValueError:
        raise error from None
    return value


def unless_seen(name: str, path: str, first: dict[str, str]) -> InputError | None:
    """What is wrong with a second document of the same id.

    Args:
        name: its id.
        path: where it stands.
        first: where each id stood first; grows.
    """
    if name in first:
        return InputError(f"the id {name!r} stands twice", file=path, expected="one document an id",
                          got=f"another in {first[name]}")  # fmt: skip
    first[name] = path
    return None


def read_quickly(paths: Iterable[str | Path]) -> bool:
    """Whether reading takes next to nothing beside the analysis, so that it may be done twice.

    It does for files of text. It does not where text must be taken out of something else; standard input comes once.
    """
    files = [str(file) for path in paths for file in _files(Path(path))]
    return not any(file == "-" or file.lower().endswith(_TAKEN_OUT) or records.is_slow(file) for file in files)


def _files(place: Path) -> list[Path]:
    """The files of a folder that may hold documents, in the order of their names; or the file itself."""
    if not place.is_dir():
        return [place]
    files = [f for f in place.rglob("*") if f.name.lower().endswith(_SUFFIXES) and f.is_file()]
    return sorted(files, key=lambda f: f.relative_to(place).as_posix())  # paths compare differently elsewhere


def _documents(path: str, encoding: str | None) -> Iterator[Document | InputError]:
    """What a path that the user gave holds."""
    place = Path(path)
    if path == "-" or not place.is_dir():
        yield from _in_file(path, "stdin" if path == "-" else _named(place, place.parent), encoding)
        return
    files = _files(place)
    if not files:
        yield InputError("no documents in this folder", file=path, expected="*.txt, *.jsonl, *.csv, *.html, *.hwp …")
    for file in files:
        yield from _in_file(str(file), _named(file, place), encoding)


def _named(file: Path, folder: Path) -> str:
    """The id of the one document of a file: its name in the folder.

    A text's ending is left out. That of others is not: the same report may lie there as HWP and as PDF.
    """
    name = file.relative_to(folder)
    return (name if name.name.lower().endswith(_TAKEN_OUT) else name.with_suffix("")).as_posix()


def _in_file(path: str, name: str, encoding: str | None) -> Iterator[Document | InputError]:
    """The documents of one file; ``name`` is the id that it gets if it holds one."""
    try:
        yield from _record_file(path, encoding) if records.is_records(path) else [_whole_file(path, name, encoding)]
    except FileNotFoundError:
        yield InputError("no such file or folder", file=path)
    except OSError as error:
        yield InputError(f"cannot be read ({error.strerror})", file=path)
    except InputError as error:
        yield error


def _whole_file(path: str, name: str, encoding: str | None) -> Document:
    """The one document of a file."""
    if path.lower().endswith(office.SUFFIXES):
        taken = office.text_of(path)
        source = Source(path, records.digest(path), taken.kind, taken.reader)
        return document({"id": name, "text": taken.text}, source, None)
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    if path.lower().endswith(webpage.SUFFIXES):
        page = webpage.article(path, data, encoding)
        source = Source(path, sha256, page.encoding, page.reader)
        return document({"id": name, "text": page.text, "date": page.date}, source, None)
    text, found = decode(data, encoding, file=path)
    return document({"id": name, "text": text}, Source(path, sha256, found), None)


def _record_file(path: str, encoding: str | None) -> Iterator[Document | InputError]:
    seen = records.survey(path)
    known = seen.utf8 or records.is_marked(path)
    found = encoding or ("utf-8" if known else records.encoding_of(path))
    source = Source(path, seen.sha256, found, seen.reader)
    for line, record in records.records(path, seen, found):
        try:
            yield document(record, source, line)
        except InputError as error:
            yield error


def document(record: records.Record, source: Source, line: int | None) -> Document:
    """The document of a record, every part of it checked.

    Args:
        record: ``id``, ``text`` and perhaps ``date``, or what was wrong with it already.
        source: where it stands.
        line: in which line or row, counted from 1.

    Raises:
        InputError: it has no id, no text, half of a surrogate pair, or a date that is none.

    Example:
        >>> document({"id": "달", "text": "1969년 달에 내렸다."}, Source("신문.csv", "", "utf-8"), 2).id
        '달'
    """
    if isinstance(record, InputError):
        raise record

    def wrong(what: str, column: str, **rest: Any) -> InputError:
        return InputError(what, file=source.path, line=line, column=column if line else None, **rest)

    name, text, date = (record.get(column) for column in records.COLUMNS)
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    if not isinstance(name, str) or not name.strip():
        raise wrong("a document without an id", "id", expected="a name", got=_shown(name))
    if not isinstance(text, str) or not text.strip():
        raise wrong("a document without text", "text", expected="text", got=_shown(text))
    for column, value in (("id", name), ("text", text)):
        if alone := _SURROGATE.search(value):
            raise wrong("half of a surrogate pair is no character", column, offset=alone.start(),
                        got=f"\\u{ord(alone.group()):04x}")  # fmt: skip
    if date in (None, ""):
        return Document(name, text, None, source)
    error = wrong("not a date", "date", expected="an ISO date as 2026-03-01", got=_shown(date))
    return Document(name, text, check_date(date if isinstance(date, str) else "", error), source)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    said = json.dumps(value, ensure_ascii=True)
    return said if len(said) <= 40 else said[:40] + "…"
