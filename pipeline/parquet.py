"""Rows → Parquet, which cannot be appended to: lines of JSON become a Parquet file once the last of them is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

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

    schema = _schema(table)
    partial = path.with_suffix(".partial")
    with path.open(encoding="utf-8") as lines, parquet.ParquetWriter(partial, schema, compression="zstd") as writer:
        for rows in _batches(lines):
            writer.write_table(Rows.from_pylist(rows, schema=schema))
    partial.replace(path)


def _batches(lines: Iterator[str]) -> Iterator[list[dict[str, Any]]]:
    while rows := [json.loads(line) for line in islice(lines, _ROWS)]:
        yield rows


def _schema(table: Table) -> Any:
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
