"""Web pages → their article: what is left without menus, advertisements and comments."""

from __future__ import annotations

import logging
import re
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from typing import NamedTuple

from pipeline.encoding import decode
from pipeline.errors import InputError, missing

SUFFIXES = (".html", ".htm", ".xhtml")
_LARGEST = 2**26
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
# What pages call Korean Windows' encoding (WHATWG Encoding Standard).
_KOREAN = {
    "cseuckr", "euc-kr", "euckr", "korean", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949",
}  # fmt: skip
# trafilatura gives up its own reading of a page for a coarser one under 250 letters of text: as much as 100 syllables say.
_SHORTEST = "100"
# Where a page itself tells its date, the day is taken from there; never guessed from its text, nor held against today.
_DATE = {"original_date": True, "extensive_search": False, "max_date": "9999-12-31"}


class Article(NamedTuple):
    """The running text of a page, its date if the page tells one, its encoding, the library that read it."""

    text: str
    date: str | None
    encoding: str
    reader: str


def article(path: str, data: bytes, encoding: str | None = None) -> Article:
    """The article of a page; headings, paragraphs and list items are lines.

    Args:
        path: the file's name, for errors.
        data: its bytes.
        encoding: what it is written in; ``None`` takes what it declares, or finds it out.

    Raises:
        InputError: it cannot be decoded, or trafilatura is not installed.
    """
    try:
        import trafilatura
    except ImportError:
        raise missing("HTML", "trafilatura", "html", path) from None
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())  # what is wrong is told by us, in a line
    if len(data) > _LARGEST:
        raise InputError("too large for a page", file=path, expected=f"under {_LARGEST >> 20} MiB")
    html, found = _decoded(path, data, encoding)
    try:
        page = trafilatura.bare_extraction(
            html, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATE), config=_config()
        )
    except Exception as error:  # of the parsers below it, whatever a broken page does to them
        raise InputError(f"HTML that cannot be read ({type(error).__name__})", file=path) from error
    if not isinstance(page, trafilatura.settings.Document) or not page.text or not page.text.strip():
        raise InputError("no article in this page", file=path, expected="running text")
    return Article(page.text, page.date or None, found, f"trafilatura {trafilatura.__version__}")


@cache
def _config() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _SHORTEST
    return config


def _decoded(path: str, data: bytes, encoding: str | None) -> tuple[str, str]:
    if encoding is None and (declared := _DECLARED.search(data[:4096])):
        name = declared[1].decode("ascii").lower()
        try:
            return decode(data, "cp949" if name in _KOREAN else name, file=path)
        except InputError:  # many a page declares what it is not
            pass
    return decode(data, encoding, file=path)
