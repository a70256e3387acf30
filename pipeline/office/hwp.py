"""HWP 5 → text, by Hancom's own description of the format («한글 문서 파일 형식 5.0», revision 1.3).

The file is a compound file (olefile reads those); its streams ``BodyText/Section0`` … are raw deflate streams of records. A
record is a head of 32 bits – tag (10), level (10), size (12) – and its bytes; the text of a paragraph is one record.
"""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.archive import limit, too_large
from pipeline.errors import InputError, missing

_SIGNATURE = b"HWP Document File"
_PACKED, _LOCKED, _DISTRIBUTED, _RIGHTS = 1, 2, 4, 16
_SECTION = re.compile(r"Section(\d{1,9})")
_PARAGRAPH_TEXT, _CONTROL = 67, 71
_LONG = 0xFFF  # in the place of a size: the size follows in 32 bits of its own
# What hangs on a paragraph and is no text of the page's body: header, footer, notes, hidden comment.
_AROUND = frozenset({b"head", b"foot", b"fn  ", b"en  ", b"tcmt"})
# Characters under 32 are signs; all but these take eight code units, the sign's number first and last.
_SHORT_SIGNS = {0: "", 10: "\n", 13: "", 24: "-", 25: "", 26: "", 27: "", 28: "", 29: "", 30: "\u00a0", 31: " "}
_TAB = 9


class _Record(NamedTuple):
    tag: int
    level: int
    content: bytes


def text_of(path: str) -> str:
    """The text of an HWP 5 file.

    Raises:
        InputError: it is locked, damaged or no HWP file, unpacks to too much, or olefile is missing.
    """
    try:
        import olefile
    except ImportError:
        raise missing("HWP", "olefile", "office", path) from None
    try:
        with olefile.OleFileIO(path) as file:
            [header] = _streams(file, ["FileHeader"], path)
            packed = _check(header)
            lines = [line for content in _sections(file, packed, path) for line in _paragraphs(content)]
    except InputError as error:
        raise InputError(error.what, file=path, expected=error.expected, hint=error.hint) from error
    except Exception as error:  # olefile raises of every kind over a damaged file
        raise InputError(f"a damaged HWP file ({str(error)[:80]})", file=path) from error
    return "\n".join(line for line in lines if line.strip())


def _streams(file: Any, names: list[str], path: str) -> list[bytes]:
    """What streams hold; what they say of their sizes is not to be believed, and olefile would count up to it."""
    for name in names:
        if not file.exists(name):
            raise InputError("no HWP 5 file", expected=f"a compound file with {name}")
    if sum(map(file.get_size, names)) > os.path.getsize(path):
        raise InputError("a damaged HWP file (its parts are larger than it)")
    contents = []
    for name in names:
        with file.openstream(name) as stream:
            contents.append(stream.read())
    return contents


def _check(header: bytes) -> bool:
    """Whether the sections are packed."""
    if not header.startswith(_SIGNATURE) or len(header) < 40:
        raise InputError("no HWP 5 file", expected=_SIGNATURE.decode())
    [flags] = struct.unpack_from("<I", header, 36)
    if flags & _LOCKED:
        raise InputError("locked with a password", hint="save it without one")
    if flags & _DISTRIBUTED:
        raise InputError(
            "a distribution copy (배포용 문서), whose text is encrypted", hint="ask for the document itself"
        )
    if flags & _RIGHTS:
        raise InputError("locked by rights management (DRM)", hint="save it without")
    return bool(flags & _PACKED)


def _sections(file: Any, packed: bool, path: str) -> Iterator[bytes]:
    parts = [entry for entry in file.listdir() if len(entry) == 2 and entry[0] == "BodyText"]
    numbered = sorted((int(name[1]), entry) for entry in parts if (name := _SECTION.fullmatch(entry[1])))
    if not numbered:
        raise InputError("no HWP 5 file", expected="a compound file with BodyText/Section0")
    contents = _streams(file, ["/".join(entry) for _, entry in numbered], path)
    left = limit(sum(map(len, contents)))
    for content in contents:
        unpacked = zlib.decompressobj(-zlib.MAX_WBITS).decompress(content, left + 1) if packed else content
        left -= len(unpacked)
        if left < 0:
            raise too_large(path)
        yield unpacked


def _paragraphs(section: bytes) -> Iterator[str]:
    """The paragraphs of a section in the order of the file; a table's come after the paragraph that it hangs on."""
    skipped: int | None = None  # the level of what is passed over with all that hangs on it
    for record in _records(section):
        if skipped is not None and record.level > skipped:
            continue
        skipped = None
        if record.tag == _CONTROL and record.content[3::-1] in _AROUND:
            skipped = record.level
        elif record.tag == _PARAGRAPH_TEXT:
            yield from _text(record.content).split("\n")


def _records(section: bytes) -> Iterator[_Record]:
    at = 0
    while at < len(section):
        [head] = struct.unpack_from("<I", section, at)
        at += 4
        size = head >> 20
        if size == _LONG:
            [size] = struct.unpack_from("<I", section, at)
            at += 4
        if at + size > len(section):
            raise InputError("a damaged HWP file (a record is cut short)")
        yield _Record(head & 0x3FF, head >> 10 & 0x3FF, section[at : at + size])
        at += size


def _text(content: bytes) -> str:
    """The text of a paragraph without its signs for tables, pictures and the like."""
    units = struct.unpack(f"<{len(content) // 2}H", content[: len(content) // 2 * 2])
    kept: list[int] = []
    at = 0
    while at < len(units):
        unit = units[at]
        if unit >= 32:
            kept.append(unit)
        elif unit == _TAB:
            kept.append(_TAB)
        else:
            kept += map(ord, _SHORT_SIGNS.get(unit, ""))
        at += 1 if unit >= 32 or unit in _SHORT_SIGNS else 8
    return struct.pack(f"<{len(kept)}H", *kept).decode("utf-16-le", "replace")
