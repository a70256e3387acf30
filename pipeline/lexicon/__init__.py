"""Words with fixed meaning, as tables that a linguist or a historian edits without Python.

Loading is strict: an unknown or missing column, a blank cell that must not be blank, or a word given twice is an
error that names file, line, expected and got. A user adds tables of their own with ``--lexicon DIR``: a file of the
same name in that folder adds rows to (and, word by word, wins over) the one that ships with yeonpyo.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from operator import itemgetter
from pathlib import Path

from pipeline.errors import LexiconError

HOME = Path(__file__).parent
_extra: list[Path] = []


def use(directories: Iterable[Path]) -> None:
    """Adds a user's folders to the lexicon, later ones winning; they replace those of an earlier call.

    Raises:
        LexiconError: a folder does not exist.
    """
    folders = [Path(d) for d in directories]
    for folder in folders:
        if not folder.is_dir():
            raise LexiconError("no such lexicon folder", file=folder, hint="give a folder of CSV tables with --lexicon")
    _extra[:] = folders


def in_use() -> tuple[Path, ...]:
    """The folders that are read, our own first."""
    return (HOME, *_extra)


def files(name: str) -> list[Path]:
    """The files that make up a table (``months.csv``, ``gazetteer/LC.csv``), our own first."""
    return [path for folder in in_use() if (path := folder / name).is_file()]


def read_table(
    name: str, columns: Sequence[str], *, key: Sequence[str] = ("word",), optional: Sequence[str] = ()
) -> list[dict[str, str]]:
    """Reads a CSV table and what the user's folders add to it.

    Args:
        name: path below the lexicon folder, such as ``"native_days.csv"``.
        columns: the columns it must have, in any order.
        key: the columns that together name a row; a second row of the same name in one file is an error, in a later
            file it replaces the first.
        optional: columns whose cells may be blank, and which a user's file may leave out.

    Returns:
        One dict a row, in the order of the files; missing optional cells are ``""``.

    Raises:
        LexiconError: with file, line, expected and got.
    """
    rows: dict[object, dict[str, str]] = {}
    name_of = itemgetter(*key)  # a word, or several in a tuple
    for path in files(name):
        seen: dict[object, int] = {}
        for line, row in _rows(path, columns, optional):
            name_of_row = name_of(row)
            if name_of_row in seen:
                said = ", ".join(row[k] for k in key)
                raise LexiconError(f"{said!r} stands twice", file=path, line=line, expected="one row a word",
                                   got=f"line {seen[name_of_row]} again")  # fmt: skip
            seen[name_of_row] = line
            rows[name_of_row] = row
    return list(rows.values())


def _rows(path: Path, columns: Sequence[str], optional: Sequence[str]) -> Iterable[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"cannot be read ({error})", file=path, expected="a UTF-8 CSV table") from error
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        header = next(reader, [])
        wanted = [*columns, *(c for c in optional if c not in columns)]
        unknown = [c for c in header if c not in wanted]
        missing = [c for c in columns if c not in header and c not in optional]
        if unknown or missing or len(set(header)) != len(header):
            raise LexiconError("wrong columns", file=path, line=1, expected=",".join(wanted), got=",".join(header))
        left_out = {column: "" for column in wanted if column not in header}
        needed = [column for column in header if column not in optional]
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise LexiconError("wrong number of cells", file=path, line=reader.line_num,
                                   expected=str(len(header)), got=str(len(cells)))  # fmt: skip
            row = dict(zip(header, map(str.strip, cells), strict=True))
            for column in needed:
                if not row[column]:
                    raise LexiconError("blank cell", file=path, line=reader.line_num, column=column, expected="a value")
            yield reader.line_num, left_out | row if left_out else row
    except csv.Error as error:
        raise LexiconError(f"not CSV ({error})", file=path, line=reader.line_num) from error


def digest() -> str:
    """SHA-256 over all tables in use, so that ``run.json`` can say with which words a dataset was made."""
    sha = hashlib.sha256()
    for folder in in_use():
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".csv", ".toml"):
                sha.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return sha.hexdigest()
