"""Kiwi's analyses kept on disk, so that a rerun analyses only what is new.

Sentences are analysed one by one, and an analysis depends on nothing but the sentence's characters and on what
:func:`pipeline.morphology.identity` names; a digest of both is the key of a row in an SQLite file. A row also holds a
digest of its content: what was damaged, or comes from elsewhere, is analysed anew and never believed. No failure of
the cache is a failure of the run, which then goes on without.

Age is told in bytes, not by a clock: a row's age is how much was written since its last use. A run that finds all it
needs writes nothing.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from pipeline import morphology
from pipeline.errors import InputError
from pipeline.morphology import Morpheme

FILE = "yeonpyo-analyses.sqlite3"
DEFAULT_SIZE = 500_000_000
_FORMAT = 1  # of the file and a row's content; enters the keys
_SCHEMA = (
    "CREATE TABLE analyses (key BLOB PRIMARY KEY, used INTEGER NOT NULL, digest BLOB NOT NULL, content BLOB NOT NULL)",
    "CREATE INDEX analyses_by_use ON analyses (used)",
)
_DIGEST_SIZE = 16
_LAST_USE = 1 << 62  # far from the end of SQLite's integers
_ROWS_A_QUERY = 500  # SQLite takes 999 parameters at least
_PATIENCE = 5.0  # seconds to wait for another run's write
_PAUSE = 0.01  # seconds between two attempts


class Place(NamedTuple):
    """Where analyses are kept.

    Attributes:
        folder: the folder of the file.
        size: how many bytes the file may have; what was not used for longest goes first.
    """

    folder: Path
    size: int = DEFAULT_SIZE


class Info(NamedTuple):
    """What ``yeonpyo cache info`` says."""

    file: Path
    analyses: int
    size: int


def default_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The folder that ``YEONPYO_CACHE`` names, or the one for yeonpyo where the system wants caches.

    Args:
        environment: the environment's variables.
        platform: as ``sys.platform`` names it.

    Raises:
        InputError: the user has no home folder.

    Example:
        >>> default_folder({"YEONPYO_CACHE": "/자료/캐시"}).as_posix()
        '/자료/캐시'
        >>> default_folder({"XDG_CACHE_HOME": "/home/user/.cache"}, "linux").as_posix()
        '/home/user/.cache/yeonpyo'
    """
    if own := environment.get("YEONPYO_CACHE"):
        return Path(own)
    variable = {"win32": "LOCALAPPDATA", "darwin": ""}.get(platform, "XDG_CACHE_HOME")
    given = Path(environment.get(variable, ""))
    if given.is_absolute():  # a relative one is not valid (XDG Base Directory Specification)
        return given / "yeonpyo"
    below = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(platform, ".cache")
    try:
        return Path.home() / below / "yeonpyo"
    except RuntimeError as error:
        raise InputError("no home folder to keep analyses in", hint="set YEONPYO_CACHE, or give --no-cache") from error


def ready(folder: Path | None = None, size: int = DEFAULT_SIZE) -> Place:
    """A place where a cache can be, made if need be; :func:`default_folder` if none is named.

    Raises:
        InputError: there can be none.
    """
    place = Place(folder or default_folder(), size)
    Cache(place).close()
    return place


def use(place: Place | None) -> None:
    """The same as :func:`used` for the rest of the process."""
    morphology.keep(_at(place))


@contextmanager
def used(place: Place | None) -> Iterator[None]:
    """Has :func:`pipeline.morphology.analyse` look there before it asks Kiwi; nowhere if there is, or can be, no cache.

    Example:
        ``with used(ready()): doc = annotate(nlp, "1957년 10월 4일 …")``
    """
    cache = _at(place)
    before = morphology.keep(cache)
    try:
        yield
    finally:
        morphology.keep(before)
        if cache is not None:
            cache.close()


def _at(place: Place | None) -> Cache | None:
    try:
        return Cache(place) if place else None
    except InputError:
        return None


class Cache:
    """Analyses by their sentences, in one SQLite file that several runs may use at once.

    Args:
        place: where; folder and file are made.

    Raises:
        InputError: there can be no file.
    """

    def __init__(self, place: Place) -> None:
        self.file, self.size = place.folder / FILE, place.size
        self._salt = f"{_FORMAT}\0{morphology.identity()}\0".encode()
        self._process = os.getpid()
        self._connection: sqlite3.Connection | None = None
        try:
            place.folder.mkdir(parents=True, exist_ok=True)
            self._connection = _opened(self.file)
            self._now = _latest_use(self._connection)
        except (OSError, *_FAILURES) as error:
            hint = "--cache DIR or YEONPYO_CACHE names another place, --no-cache none"
            raise InputError(f"no analyses are kept ({error})", file=self.file, hint=hint) from error

    def get(self, texts: Iterable[str]) -> dict[str, list[Morpheme]]:
        """The analyses of those texts that are kept; offsets count each text."""
        wanted = {_digest(self._salt, text.encode()): text for text in texts}
        found: dict[bytes, bytes] = {}
        if connection := self._usable():
            try:
                found = self._read(connection, list(wanted))
            except _FAILURES as error:
                self._give_up(error)
        return {wanted[key]: _decoded(content, wanted[key]) for key, content in found.items()}

    def add(self, analyses: Mapping[str, Sequence[Morpheme]]) -> None:
        """Keeps new analyses; they are on the disk at once, since a process may be killed at any time."""
        rows = [(_digest(self._salt, text.encode()), _encoded(analysis)) for text, analysis in analyses.items()]
        if connection := self._usable():
            try:
                self._write(connection, rows)
            except _FAILURES as error:
                self._give_up(error)

    def close(self) -> None:
        """Lets go of the file."""
        connection, self._connection = self._usable(), None
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()

    def _usable(self) -> sqlite3.Connection | None:
        # A connection does not survive a fork: the new process analyses for itself.
        return self._connection if os.getpid() == self._process else None

    def _read(self, connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under those keys, undamaged; rows that have not been used for long are young again."""
        found: dict[bytes, bytes] = {}
        old: list[bytes] = []
        for i in range(0, len(keys), _ROWS_A_QUERY):
            some = keys[i : i + _ROWS_A_QUERY]
            query = f"SELECT key, used, digest, content FROM analyses WHERE key IN ({','.join('?' * len(some))})"
            for key, used, digest, content in connection.execute(query, some):
                if isinstance(content, bytes) and digest == _digest(key, content):
                    found[key] = content
                    if not isinstance(used, int) or used > _LAST_USE or self._now - used > self.size // 10:
                        old.append(key)
        if old:
            with _transaction(connection):
                now = _latest_use(connection)
                connection.executemany("UPDATE analyses SET used = ? WHERE key = ?", ((now, key) for key in old))
        return found

    def _write(self, connection: sqlite3.Connection, rows: Iterable[tuple[bytes, bytes]]) -> None:
        with _transaction(connection):
            self._now = _latest_use(connection)
            for key, content in rows:
                self._now += len(content)
                row = (key, self._now, _digest(key, content), content)
                connection.execute("INSERT OR REPLACE INTO analyses VALUES (?, ?, ?, ?)", row)
        _shrink(connection, self.size)

    def _give_up(self, error: Exception) -> None:
        """Goes on without; a damaged file goes, so that the next run begins a new one."""
        self.close()
        if _is_damage(error):
            with suppress(OSError):
                _remove(self.file)


def _latest_use(connection: sqlite3.Connection) -> int:
    """The youngest age that can be one; text, to SQLite, is more than any number."""
    [latest] = connection.execute("SELECT max(used) FROM analyses WHERE used BETWEEN 0 AND ?", (_LAST_USE,)).fetchone()
    return latest or 0


def info(folder: Path) -> Info:
    """How much the cache of a folder holds.

    Raises:
        InputError: it cannot be read.
    """
    file = folder / FILE
    if not file.exists():
        return Info(file, 0, 0)
    try:
        with closing(_opened(file)) as connection:
            [count] = connection.execute("SELECT count(*) FROM analyses").fetchone()
        return Info(file, count, sum(path.stat().st_size for path in _files(file) if path.exists()))
    except (OSError, *_FAILURES) as error:
        raise InputError(f"cannot be read ({error})", file=file) from error


def clear(folder: Path) -> None:
    """Empties the cache of a folder, also one that other runs are using.

    Raises:
        InputError: it cannot be written.
    """
    file = folder / FILE
    if not file.exists():
        return
    try:
        with closing(_opened(file)) as connection:
            connection.execute("DELETE FROM analyses")
            connection.executescript("PRAGMA incremental_vacuum")  # execute() would free one page
    except (OSError, *_FAILURES) as error:
        raise InputError(f"cannot be emptied ({error})", file=file) from error


def _opened(file: Path) -> sqlite3.Connection:
    """The file ready for use; one that is damaged, or holds anything but analyses, gives way to a new one."""
    try:
        return _connected(file)
    except _FAILURES as error:
        if not _is_damage(error):
            raise
    _remove(file)
    return _connected(file)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switches to a write-ahead log; SQLite itself does not wait there for another run that is switching too."""
    for attempts_left in reversed(range(int(_PATIENCE / _PAUSE))):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or not attempts_left:
                raise
        threading.Event().wait(_PAUSE)


def _connected(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.text_factory = bytes  # a damaged row may hold anything
        if not _tables(connection):
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # heeded while the file is empty
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        if not _tables(connection):
            with _transaction(connection):
                for statement in _SCHEMA if not _tables(connection) else ():  # another run may have come first
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {_FORMAT}")
        [version] = connection.execute("PRAGMA user_version").fetchone()
        if _FORMAT < version < 1_000:  # beyond that it is damage
            raise _NewerError(f"of format {version}, of a newer yeonpyo; this one knows {_FORMAT}")
        if _tables(connection) != sorted(_SCHEMA):
            raise _ForeignError
    except BaseException:
        connection.close()
        raise
    return connection


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The statements that made the file's tables, as far as damage leaves them legible."""
    told = connection.execute("SELECT CAST(sql AS BLOB) FROM sqlite_master WHERE sql NOT NULL")
    return sorted(sql.decode("utf-8", "replace") for (sql,) in told)


class _NewerError(sqlite3.Error):
    """A newer yeonpyo made the file: it is left alone, and nothing is kept."""


class _ForeignError(sqlite3.DatabaseError):
    """The file holds other tables than ours."""


# What SQLite says of a damaged file quotes it, and Python cannot always read the quotation.
_FAILURES = (sqlite3.Error, UnicodeDecodeError)


def _is_damage(error: Exception) -> bool:
    name = getattr(error, "sqlite_errorname", "")
    return isinstance(error, _ForeignError | UnicodeDecodeError) or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _files(file: Path) -> list[Path]:
    """The file with those that SQLite keeps beside it."""
    return [file.with_name(file.name + ending) for ending in ("", "-wal", "-shm", "-journal")]


def _remove(file: Path) -> None:
    for path in _files(file):
        path.unlink(missing_ok=True)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _shrink(connection: sqlite3.Connection, size: int) -> None:
    """Deletes what was not used for longest, once there is too much; a tenth more, so that it is seldom done."""
    goal = size - size // 10 if _size(connection) > size else size
    while (now := _size(connection)) > goal:
        [count] = connection.execute("SELECT count(*) FROM analyses").fetchone()
        if not count:
            return
        surplus = count * (now - goal) // now + 1
        connection.execute(
            "DELETE FROM analyses WHERE rowid IN (SELECT rowid FROM analyses ORDER BY used LIMIT ?)", (surplus,)
        )
        connection.executescript("PRAGMA incremental_vacuum")  # execute() would free one page


def _size(connection: sqlite3.Connection) -> int:
    pages, free, size = (
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size  # type: ignore[no-any-return]


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=_DIGEST_SIZE).digest()


def _encoded(analysis: Sequence[Morpheme]) -> bytes:
    """Starts, ends, tags and lemmas; a lemma that is the surface itself stands as nothing."""
    content = (
        [m.start for m in analysis],
        [m.end for m in analysis],
        " ".join(m.tag for m in analysis),
        ["" if m.lemma == m.text else m.lemma for m in analysis],
    )
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _decoded(content: bytes, text: str) -> list[Morpheme]:
    starts, ends, tags, lemmas = json.loads(content)
    return [
        Morpheme(start, end, text[start:end], tag, lemma or text[start:end])
        for start, end, tag, lemma in zip(starts, ends, tags.split(), lemmas, strict=True)
    ]
