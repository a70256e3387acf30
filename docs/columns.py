"""Writes ``docs/columns.md``, the reference of the dataset's tables, from :data:`pipeline.tables.TABLES`: python docs/columns.py."""

from __future__ import annotations

from pathlib import Path

from pipeline.tables import TABLES, Column, Table

PAGE = Path(__file__).with_suffix(".md")
HEAD = """# Tables and columns

Written by `python docs/columns.py`; `datapackage.json` beside each dataset says the same to programs.

A row is named by `document` and the table's key together. Offsets count Unicode code points of the text exactly as read,
`start_offset` inclusive, `end_offset` exclusive: `text[start_offset:end_offset]` is the surface. Empty cells are unknown or
do not apply.
"""


def section(table: Table) -> str:
    """A table with its key, what it refers to, and its columns."""
    lines = [f"## {table.name}.csv", "", f"{table.description}. Key: `document`, `{table.key}`."]
    lines += [f"`{column}` names a row of `{other}` of the same document." for column, other in table.refers]
    lines += ["", "| column | meaning | type | unit | cells |", "|---|---|---|---|---|"]
    lines += [_line(column) for column in table.columns]
    return "\n".join(lines) + "\n"


def _line(column: Column) -> str:
    filled = "always" if column.required else "may be empty"
    cells = f"{filled}; {', '.join(f'`{value}`' for value in column.values)}" if column.values else filled
    return f"| `{column.name}` | {_escaped(column.description)} | {column.type} | {column.unit or ''} | {cells} |"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


def page() -> str:
    """The whole reference."""
    return "\n".join([HEAD, *(section(table) for table in TABLES.values())])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
