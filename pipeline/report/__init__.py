"""``yeonpyo report``: a dataset as one page to read offline, chronology, article and tables linked with each other."""

from __future__ import annotations

from pipeline.report.content import content
from pipeline.report.page import page
from pipeline.report.write import read, write

__all__ = ["content", "page", "read", "write"]
