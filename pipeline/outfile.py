"""Files that are written whole or not at all: beside the old one, whose place they take at the end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import OutputError

_PARTIAL = "partial"


@contextmanager
def replacing(out: Path | str) -> Iterator[Path]:
    """A new file to write, which takes the place of ``out`` at the end, or goes without a trace.

    A kill or a full disk leaves the old file or the new one. A link stays a link, and what is no file (a pipe, a
    terminal) is written to as it stands.

    Args:
        out: the file; its folder is made if need be.

    Yields:
        The path to write to.

    Raises:
        OutputError: the file cannot be written.

    Example:
        ``with replacing(Path("연표.jsonl")) as path: path.write_text(…, encoding="utf-8")``
    """
    out = Path(out)
    try:
        place = out.resolve()
        if place.exists() and not place.is_file():
            yield out
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists() and not os.access(place, os.W_OK):
            raise PermissionError(None, "Permission denied")
        partial = beside(place)
        try:
            yield partial
            _settle(partial, place)
        finally:
            with suppress(OSError):
                partial.unlink()
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", file=out) from error


@contextmanager
def filling(folder: Path) -> Iterator[Path]:
    """A new folder to write files into, which all move into ``folder`` at the end; what else is there stays.

    Args:
        folder: made if need be.

    Raises:
        OutputError: it cannot be written; none of its files has changed then, or each of them is the old or the new.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = beside(folder.resolve())
        partial.mkdir()
        try:
            yield partial
            for path in sorted(partial.iterdir()):
                _settle(path, folder.resolve() / path.name)
        finally:
            shutil.rmtree(partial, ignore_errors=True)
    except OSError as error:
        raise OutputError(f"cannot be written ({error.strerror or error})", file=folder) from error


def beside(place: Path) -> Path:
    """A name beside a file or folder for what is to take its place; what dead processes left there goes.

    Args:
        place: a resolved path.
    """
    own = place.with_name(f".{place.name}.{os.getpid()}.{_PARTIAL}")
    sweep(place)
    return own


def sweep(place: Path) -> None:
    """Removes what processes that are gone left beside a file or folder."""
    if os.name != "posix" or not place.parent.is_dir():
        return
    for left in place.parent.iterdir():
        process = left.name.removeprefix(f".{place.name}.").removesuffix(f".{_PARTIAL}")
        if left.name == f".{place.name}.{process}.{_PARTIAL}" and process.isdigit() and not _lives(int(process)):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                with suppress(OSError):
                    left.unlink()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _settle(partial: Path, place: Path) -> None:
    """Puts a file in the place of another once it is safe on the disk; who may read it stays as it was."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    if place.exists():
        shutil.copymode(place, partial)
    partial.replace(place)
