"""The reference of tables and columns is complete and up to date."""

import runpy
from pathlib import Path

import pytest

from pipeline.tables import TABLES

DOCS = Path(__file__).parent.parent / "docs"
REFERENCE = runpy.run_path(str(DOCS / "columns.py"))


def test_the_page_is_what_the_tables_say():
    assert (DOCS / "columns.md").read_text(encoding="utf-8") == REFERENCE["page"](), "run: python docs/columns.py"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_column_is_told(table):
    told = REFERENCE["section"](table)
    for column in table.columns:
        assert len(column.description) > 10, f"{table.name}.{column.name} is not described"
        assert f"| `{column.name}` |" in told
        assert all(f"`{value}`" in told for value in column.values)


def test_a_bar_in_a_description_does_not_break_its_row():
    separators = [line.replace("\\|", "").count("|") for line in REFERENCE["page"]().splitlines() if line[:3] == "| `"]
    assert set(separators) == {6}
