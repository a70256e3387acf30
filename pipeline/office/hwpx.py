"""HWPX (KS X 6101, OWPML) → text: a zip file with an XML file for each section."""

from __future__ import annotations

import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from pipeline.archive import Pieces, limit, too_large
from pipeline.errors import InputError, missing

_SECTION = re.compile(r"Contents/section(\d{1,9})\.xml")
_ENCRYPTION = b"encryption-data"
_LARGEST_MANIFEST = 2**20
# Parts of a paragraph that are no text of the page's body.
_AROUND = frozenset({"header", "footer", "footNote", "endNote", "hiddenComment", "fieldBegin", "fieldEnd"})
_CHARACTERS = {"lineBreak": "\n", "tab": "\t", "nbSpace": "\u00a0", "fwSpace": "\u3000", "hyphen": "-"}


def text_of(path: str) -> str:
    """The text of an HWPX file.

    Raises:
        InputError: it is locked, damaged or no HWPX file, unpacks to too much, or defusedxml is missing.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            sections = _sections(archive, path)
            return "\n".join(line for part in _unpacked(archive, sections, path) for line in part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OverflowError) as error:
        raise InputError(f"a damaged HWPX file ({error})", file=path) from error
    except RuntimeError as error:  # how zipfile says that a part is encrypted
        raise InputError(f"a damaged or locked HWPX file ({error})", file=path) from error


def _sections(archive: zipfile.ZipFile, path: str) -> list[zipfile.ZipInfo]:
    found = {int(name[1]): part for part in archive.infolist() if (name := _SECTION.fullmatch(part.filename))}
    if not found:
        raise InputError("no HWPX file", file=path, expected="a zip file with Contents/section0.xml")
    if "META-INF/manifest.xml" in archive.namelist():
        with archive.open("META-INF/manifest.xml") as manifest:
            if _ENCRYPTION in manifest.read(_LARGEST_MANIFEST):
                raise InputError("locked with a password", file=path, hint="save it without one")
    return [found[number] for number in sorted(found)]


def _unpacked(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], path: str) -> Iterator[Iterator[str]]:
    """The lines of each section; together they unpack to no more than :func:`pipeline.archive.limit` allows."""
    left = limit(os.path.getsize(path))
    for part in parts:
        with archive.open(part) as file:
            pieces = Pieces(file, left, too_large(path))
            yield _lines(pieces, path)
            left -= pieces.taken


def _lines(file: Pieces, path: str) -> Iterator[str]:
    """The paragraphs of a section in the order of the file; a table's come after the paragraph that it hangs on."""
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import ParseError, iterparse
    except ImportError:
        raise missing("HWPX", "defusedxml", "office", path) from None
    try:
        for paragraph in _outermost(iterparse(file, events=("start", "end"), forbid_dtd=True)):
            yield from (line for line in _paragraphs(paragraph) if line.strip())
            paragraph.clear()
    except ParseError as error:
        raise InputError(f"a damaged HWPX file ({error})", file=path) from error
    except DefusedXmlException as error:
        raise InputError("a document type or entity of its own", file=path, expected="XML without <!DOCTYPE …>",
                         got=type(error).__name__) from error  # fmt: skip


def _outermost(events: Iterator[tuple[str, Any]]) -> Iterator[Any]:
    """The paragraphs that stand in no other one."""
    depth = 0
    for event, element in events:
        if _name(element) == "p":
            depth += 1 if event == "start" else -1
            if event == "end" and depth == 0:
                yield element


def _paragraphs(paragraph: Any) -> Iterator[str]:
    """A paragraph's own text, then that of the paragraphs within it."""
    inner: list[Any] = []
    own: list[str] = []
    deleted = False
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        name = _name(element)
        if element is not paragraph and name == "p":
            inner.append(element)
        elif name == "t":
            deleted = _add_text(element, own, deleted)
        elif name not in _AROUND:
            waiting += reversed(element)
    yield from "".join(own).split("\n")
    for element in inner:
        yield from _paragraphs(element)


def _add_text(element: Any, pieces: list[str], deleted: bool) -> bool:
    """Adds a text element's pieces, but for those that a reviser has struck out; whether the next is still struck out."""
    pieces.append("" if deleted else element.text or "")
    for sign in element:
        name = _name(sign)
        deleted = name == "deleteBegin" or (deleted and name != "deleteEnd")
        pieces.append("" if deleted else _CHARACTERS.get(name, "") + (sign.tail or ""))
    return deleted


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
