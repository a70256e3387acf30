"""PDF → text: lines of a page joined to paragraphs again.

A PDF knows where letters stand, not which lines make a paragraph. Two lines belong together if the first one is about as wide as
the widest of the page and ends no list or heading by being short. Korean is mostly broken within words, so that no blank
goes between two syllables: a lost blank harms the analysis less than a torn word.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import east_asian_width

from pipeline.errors import InputError, missing

_LARGEST = 2**28  # characters
_FULL_LINE = 0.8
_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*(?:/\s*\d{1,4})?")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")  # what fonts without a proper table give for a blank
_SURROGATE = re.compile("[\ud800-\udfff]")
_SYLLABLE = re.compile(r"[가-힣]")
_LIST_ITEM = re.compile(r"[-•·○●□■◦▪※◇◆▶▷*]|\(?\d{1,3}[.)]\s|[가-하][.)]\s|[①-⑳]")


def reader(path: str) -> str:
    """The library that reads PDF, with its version.

    Raises:
        InputError: it is not installed.
    """
    try:
        import pypdf
    except ImportError:
        raise missing("PDF", "pypdf", "office", path) from None
    return f"pypdf {pypdf.__version__}"


def text_of(path: str) -> str:
    """The text of a PDF file, empty if it has pictures only.

    Raises:
        InputError: it is locked or damaged, holds too much, or pypdf is missing.
    """
    reader(path)
    import pypdf

    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what is wrong is told by us, in a line
    pages: list[str] = []
    left = _LARGEST
    try:
        with pypdf.PdfReader(path) as file:
            if file.is_encrypted and not _unlocked(file):
                raise InputError("locked with a password", file=path, hint="save it without one")
            for page in file.pages:
                pages.append(page.extract_text())
                left -= len(pages[-1])
                if left < 0:
                    raise InputError("too much text", file=path, expected=f"under {_LARGEST:,} characters")
    except (InputError, OSError):
        raise
    except Exception as error:  # whatever a broken file does to its reader
        raise InputError(f"a damaged PDF file ({type(error).__name__}: {str(error)[:80]})", file=path) from error
    return "\n".join(paragraphs(pages))


def _unlocked(file: Any) -> bool:
    """Whether a file opens with no password, as those do of which only changes are forbidden."""
    from pypdf.errors import DependencyError

    try:
        return bool(file.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def paragraphs(pages: Iterable[str]) -> Iterator[str]:
    """The paragraphs of pages, each given as its lines.

    Example:
        >>> list(paragraphs(["제목\\n왜군이 1592년 4월 13일 부산에 상\\n륙했다.\\n- 1 -"]))
        ['제목', '왜군이 1592년 4월 13일 부산에 상륙했다.']
    """
    open_paragraph = ""
    for page in pages:
        lines = [line.strip() for line in _SURROGATE.sub("\ufffd", _CONTROL.sub(" ", page)).splitlines()]
        lines = _without_page_number(lines)
        widest = max(map(_width, lines), default=0)
        for line in lines:
            if open_paragraph and (not line or _LIST_ITEM.match(line)):
                yield open_paragraph
                open_paragraph = ""
            open_paragraph = _joined(open_paragraph, line)
            if open_paragraph and _width(line) < _FULL_LINE * widest:
                yield open_paragraph
                open_paragraph = ""
    if open_paragraph:
        yield open_paragraph


def _without_page_number(lines: list[str]) -> list[str]:
    """The lines of a page without a number that stands alone at its head or foot."""
    text = [number for number, line in enumerate(lines) if line]
    if text and _PAGE_NUMBER.fullmatch(lines[text[-1]]):
        lines = lines[: text[-1]]
    if text and len(text) > 1 and _PAGE_NUMBER.fullmatch(lines[text[0]]):
        lines = lines[text[0] + 1 :]
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def _width(line: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in line)


def _joined(before: str, line: str) -> str:
    torn = before and line and _SYLLABLE.match(before[-1]) and _SYLLABLE.match(line[0])
    return f"{before}{line}" if torn or not before else f"{before} {line}"
