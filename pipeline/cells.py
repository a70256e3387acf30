"""Cells of CSV files that a spreadsheet may open without running them."""

from __future__ import annotations

import re

# A spreadsheet runs a cell that begins so as a formula, full-width signs included (OWASP, "CSV Injection"); a quote
# before it makes it text. Cells that begin with quotes and such a sign get one more, so that reading is exact.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet runs: ``=1+1`` becomes ``'=1+1``; others stay as they are."""
    return "'" + cell if _FORMULA.match(cell) else cell


def harmful(cell: str) -> str:
    """The cell that :func:`harmless` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
