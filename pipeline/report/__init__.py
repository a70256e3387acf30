"""``yeonpyo report``: a dataset as one page to read offline, chronology, article and tables linked with each other."""

from __future__ import annotations

from pipeline.report.changes import changes_page
from pipeline.report.content import content
from pipeline.report.page import page
from pipeline.report.write import put, read, write

__all__ = ["changes_page", "content", "page", "put", "read", "write"]
