"""Rows → Parquet, which cannot be appended to: lines of JSON become a Parquet file once the last of them is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from pipeline.tables import Table

# A row group each: enough for columns to pack well, and all that is in memory.
_ROWS = 50_000


def convert(path: Path, table: Table) -> None:
    """Puts a Parquet file in the place of the rows that it holds; a kill leaves one or the other.

    Args:
        path: a file of JSON objects, one a line, with a key for each column.
        table: what rows they are; the columns' descriptions and units go into the schema.
    """
    from pyarrow import Table as Rows
    from pyarrow import parquet

    columns = schema(table)
    partial = path.with_suffix(".partial")
    with path.open(encoding="utf-8") as lines, parquet.ParquetWriter(partial, columns, compression="zstd") as writer:
        for rows in _batches(lines):
            writer.write_table(Rows.from_pylist(rows, schema=columns))
    partial.replace(path)


class Writer:
    """Writes a table's rows to a Parquet file as they come, a row group at a time.

    Args:
        file: what the bytes go to.
        table: what rows they are.
    """

    def __init__(self, file: BinaryIO, table: Table) -> None:
        from pyarrow import parquet

        self._schema = schema(table)
        self._writer = parquet.ParquetWriter(file, self._schema, compression="zstd")
        self._waiting: list[dict[str, Any]] = []

    def add(self, rows: Iterable[dict[str, Any]]) -> None:
        """Writes rows, each with a key a column."""
        self._waiting += rows
        while len(self._waiting) >= _ROWS:
            self._write(self._waiting[:_ROWS])
            del self._waiting[:_ROWS]

    def close(self) -> None:
        """Writes what is left, and the end of the file."""
        if self._waiting:
            self._write(self._waiting)
        self._writer.close()

    def _write(self, rows: list[dict[str, Any]]) -> None:
        from pyarrow import Table as Rows

        self._writer.write_table(Rows.from_pylist(rows, schema=self._schema))


def _batches(lines: Iterator[str]) -> Iterator[list[dict[str, Any]]]:
    while rows := [json.loads(line) for line in islice(lines, _ROWS)]:
        yield rows


def schema(table: Table) -> Any:
    """The Arrow schema of a table; the columns' descriptions and units are their metadata."""
    import pyarrow

    types = {"string": pyarrow.string(), "integer": pyarrow.int64()}
    return pyarrow.schema(
        [
            pyarrow.field(
                column.name,
                types[column.type],
                nullable=not column.required,
                metadata={"description": column.description} | ({"unit": column.unit} if column.unit else {}),
            )
            for column in table.columns
        ],
        metadata={"description": table.description},
    )
