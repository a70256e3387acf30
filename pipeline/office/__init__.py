"""Documents of word processors and printers → their text: HWP 5, HWPX and PDF.

A paragraph is a line, also in a cell of a table. Left out is what stands around the text: headers, footers, page numbers, notes,
comments, pictures.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.office import hwp, hwpx, pdf

SUFFIXES = (".hwp", ".hwpx", ".pdf")
_ZIP, _COMPOUND, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_HWP3 = b"HWP Document File V"


class Taken(NamedTuple):
    """The text of a document, the kind of file that it was in, the library that decides what its text is."""

    text: str
    kind: str
    reader: str | None = None


def text_of(path: str) -> Taken:
    """The text of a document; what kind it is is seen from its first bytes, for many a ``.hwp`` holds HWPX.

    Raises:
        InputError: it is locked, damaged, of another kind or without text, or a library is missing.
        OSError: it cannot be read.
    """
    with Path(path).open("rb") as file:
        first = file.read(1024)
    if first.startswith(_ZIP):
        taken = Taken(hwpx.text_of(path), "hwpx")
    elif first.startswith(_COMPOUND):
        taken = Taken(hwp.text_of(path), "hwp")
    elif _PDF in first:  # readers of PDF forgive what stands before it
        taken = Taken(pdf.text_of(path), "pdf", pdf.reader(path))
    elif first.startswith(_HWP3):
        raise InputError("a file of HWP 3", file=path, expected="HWP 5, HWPX or PDF", hint="save it as HWPX")
    else:
        raise InputError("a damaged file, or one of another kind", file=path, expected="HWP 5, HWPX or PDF",
                         got=repr(first[:8])[1:])  # fmt: skip
    if not taken.text.strip():
        what = "no text layer: its pages are pictures (a scan)" if taken.kind == "pdf" else "no text in it"
        raise InputError(what, file=path, expected="text", hint="text recognition (OCR) may read its pictures")
    return taken
