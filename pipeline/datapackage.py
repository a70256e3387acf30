"""The description of a dataset that other programs read: ``datapackage.json`` (Frictionless Data Package 1.0)."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from typing import Any

from pipeline.tables import TABLES, Column, Table
from pipeline.versions import FORMAT, KEY

_MEDIA_TYPES = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "jsonl": "application/x-ndjson",
    "parquet": "application/vnd.apache.parquet",
}


def describe(name: str, files: Iterable[str], csv_encoding: str) -> dict[str, Any]:
    """Describes a dataset: each table with its columns, types, units, keys and allowed values.

    Args:
        name: the dataset's name.
        files: names of its files.
        csv_encoding: what the CSV files are written in.
    """
    files = sorted(files)
    parts: dict[str, list[str]] = {}
    for file in files:
        if "/" in file:
            parts.setdefault(file.split("/")[0], []).append(file)
    tables = [TABLES[stem] for file in files if file.endswith(".csv") and (stem := file[:-4]) in TABLES]
    return {
        "profile": "data-package",
        KEY: FORMAT,
        "name": _slug(name),
        "title": f"Dated events of {name}",
        "description": "Times, entities and dated events found in Korean text by yeonpyo; "
        "a cell that a spreadsheet would run as a formula has a quote (') before it.",
        "resources": [_table(table, {t.name for t in tables}, csv_encoding) for table in tables]
        + [_other(file) for file in files if not ("/" in file or (file.endswith(".csv") and file[:-4] in TABLES))]
        + [_other(f"{table}.parquet") | {"path": paths} for table, paths in parts.items()],
    }


def _slug(name: str) -> str:
    slug = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "-" for c in name.lower()).strip("-._")
    return slug or "dataset"


def _table(table: Table, present: set[str], encoding: str) -> dict[str, Any]:
    python_name = codecs.lookup(encoding).name
    return {
        "name": table.name,
        "description": table.description,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": _MEDIA_TYPES["csv"],
        "encoding": python_name,
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": ["document", table.key],
            "foreignKeys": [_foreign(*pair) for pair in table.refers if pair[1] in present],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    if column.unit:
        field["unit"] = column.unit
    return field | ({"constraints": constraints} if constraints else {})


def _foreign(column: str, table: str) -> dict[str, Any]:
    fields = ["document", column]
    return {"fields": fields, "reference": {"resource": table, "fields": ["document", TABLES[table].key]}}


def _other(file: str) -> dict[str, Any]:
    stem, _, suffix = file.rpartition(".")
    described = {"description": TABLES[stem].description} if stem in TABLES else {}
    return described | {
        "name": _slug(f"{stem}-{suffix}"),
        "type": "file",  # not a table to Frictionless: its rows are nested, or need a reader of their own
        "path": file,
        "format": suffix,
        "mediatype": _MEDIA_TYPES.get(suffix, "application/octet-stream"),
        "encoding": "utf-8",
    }
