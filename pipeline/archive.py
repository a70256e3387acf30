"""Packed files → their bytes, a piece at a time and no more of them than an honest file holds.

A few bytes can unpack to more than any disk takes. What unpacks to over 256 MiB *and* to over 250 times its own size is
refused; texts pack to a third or a twentieth.
"""

from __future__ import annotations

import bz2
import gzip
import io
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

from pipeline.errors import InputError, missing

ENDINGS = (".gz", ".bz2", ".zst")
LARGEST, RATIO = 2**28, 250
_PIECE = 2**18
_KINDS = {".gz": "gzip", ".bz2": "bzip2", ".zst": "Zstandard"}


def ending(path: str) -> str:
    """The ending that says how a file is packed, or nothing.

    Example:
        >>> ending("신문.jsonl.ZST"), ending("신문.jsonl")
        ('.zst', '')
    """
    return next((end for end in ENDINGS if path.lower().endswith(end)), "")


def limit(packed: int) -> int:
    """How many bytes a file or a part of one may unpack to.

    Args:
        packed: its own size in bytes.

    Example:
        >>> limit(1000), limit(2_000_000)
        (268435456, 500000000)
    """
    return max(LARGEST, RATIO * packed)


def opened(path: str) -> BinaryIO:
    """A file to read, unpacked if its ending says that it is packed.

    Raises:
        InputError: at once if what unpacks it is not installed, while reading if it is broken or unpacks to too much.
        OSError: it cannot be read.
    """
    end = ending(path)
    if not end:
        return open(path, "rb")
    unpack: Callable[[str], Any] = gzip.open if end == ".gz" else bz2.open if end == ".bz2" else _zstandard(path)
    return cast(BinaryIO, io.BufferedReader(_Unpacking(unpack(path), path, end), _PIECE))


def _zstandard(path: str) -> Callable[[str], Any]:
    try:
        if sys.version_info >= (3, 14):
            from compression.zstd import ZstdFile  # type: ignore[import-not-found,unused-ignore]
        else:
            from backports.zstd import ZstdFile
    except ImportError:
        raise missing("Zstandard", "backports.zstd", "zst", path) from None
    return cast(Callable[[str], Any], ZstdFile)


class _Unpacking(io.RawIOBase):
    """What a packed file holds; all that can go wrong on the way is told as an error of the input."""

    def __init__(self, inner: Any, path: str, end: str) -> None:
        self._inner, self._path, self._kind = inner, path, _KINDS[end]
        self._left = limit(os.path.getsize(path))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            piece = self._inner.read(len(buffer))
        except (EOFError, zlib.error, OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno is not None:  # of the disk, not of what is on it
                raise
            raise self._broken(error) from error
        except Exception as error:
            if type(error).__name__ != "ZstdError":  # its module has another name from Python 3.14 on
                raise
            raise self._broken(error) from error
        self._left -= len(piece)
        if self._left < 0:
            raise too_large(self._path)
        buffer[: len(piece)] = piece
        return len(piece)

    def _broken(self, error: Exception) -> InputError:
        return InputError(f"a broken {self._kind} file ({error})", file=self._path)

    def close(self) -> None:
        self._inner.close()
        super().close()


def too_large(path: str | Path) -> InputError:
    """The error of a file that unpacks to more than :func:`limit` allows."""
    expected = f"at most {LARGEST >> 20} MiB, or {RATIO} times its own size"
    return InputError("an archive bomb: it unpacks to too much", file=path, expected=expected)


class Pieces:
    """A file that is read piece by piece and may give only so many bytes until :meth:`allow` is called again.

    Args:
        file: opened for reading.
        most: how many bytes that is.
        error: raised where there would be more.
    """

    def __init__(self, file: Any, most: int, error: InputError) -> None:
        self._file, self._most, self._error = file, most, error
        self.allow()

    def allow(self) -> None:
        """Begins to count anew."""
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, as the file gives them."""
        piece: bytes = self._file.read(min(size, _PIECE) if size >= 0 else _PIECE)
        self.taken += len(piece)
        if self.taken > self._most:
            raise self._error
        return piece
