"""One family of errors, each told in one line: where, what was wrong, what was expected, what to do."""

from __future__ import annotations

from pathlib import Path


class YeonpyoError(Exception):
    """An error that a person can act on.

    Args:
        what: what was wrong, in a few words.
        file: the file it was found in.
        line: 1-based line of that file.
        column: the name of a column or key, or a 1-based character position.
        offset: code-point offset into a text.
        expected: what should have stood there.
        got: what stood there.
        hint: what to do about it.

    Example:
        >>> str(YeonpyoError("unknown column", file="주.csv", line=1, expected="word", got="wrod"))
        '주.csv:1: unknown column; expected word, got wrod'
    """

    def __init__(
        self,
        what: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        column: str | int | None = None,
        offset: int | None = None,
        expected: str | None = None,
        got: str | None = None,
        hint: str | None = None,
    ) -> None:
        self.what, self.file, self.line, self.column = what, file, line, column
        self.offset, self.expected, self.got, self.hint = offset, expected, got, hint
        super().__init__(self._tell())

    def _tell(self) -> str:
        place = ""
        if self.file is not None:
            place = ":".join(str(x) for x in (self.file, self.line) if x is not None) + ": "
        elif self.line is not None:
            place = f"line {self.line}: "
        if self.column is not None:
            place += f"column {self.column}: "
        if self.offset is not None:
            place += f"offset {self.offset}: "
        found = [f"expected {self.expected}"] if self.expected is not None else []
        found += [f"got {self.got}"] if self.got is not None else []
        tail = [", ".join(found)] if found else []
        tail += [self.hint] if self.hint is not None else []
        return "; ".join([place + self.what, *tail]).replace("\n", " ")


class InputError(YeonpyoError):
    """A document, a file or an option that the user gave cannot be used."""


def missing(what: str, library: str, extra: str, file: Path | str) -> InputError:
    """The error of a file for which a library is missing that an extra brings.

    Example:
        >>> str(missing("PDF", "pypdf", "office", "보고.pdf"))
        "보고.pdf: PDF needs pypdf; pip install 'yeonpyo[office]'"
    """
    return InputError(f"{what} needs {library}", file=file, hint=f"pip install 'yeonpyo[{extra}]'")


class LexiconError(YeonpyoError):
    """A lexicon, gazetteer or event table breaks its own format."""


class GoldError(YeonpyoError):
    """An annotation file does not fit its format or its article."""


class OutputError(YeonpyoError):
    """A dataset cannot be written."""
