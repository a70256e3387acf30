"""Parts of a corpus in Parquet, each of which a process anywhere reads, analyses and writes by itself.

A part is some rows of a file; what is found in it is a Parquet file a table. A note written after these files says that
the part is done: what a killed process leaves without one is done again, to the same bytes. Paths are those of this
machine, or URLs of whatever fsspec reaches.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from itertools import chain
from typing import Any, BinaryIO, cast

from pipeline import article, extraction, frames, records
from pipeline.article import Document, Source
from pipeline.errors import InputError, YeonpyoError
from pipeline.extraction import DIED, Settings

_ROWS_AT_ONCE = 64
_CHARACTERS_AT_ONCE = 20_000  # what the analysis holds at a time
_CHUNK = 2**20
_KEY_BYTES = 8


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a file, counted from 0 over its row groups: ``first`` inclusive, ``stop`` exclusive, all of one group.

    ``skip`` are rows that are no documents; ``died`` those that killed every process that looked at them alone.
    """

    number: int
    source: Source
    group: int
    first: int
    stop: int
    characters: int
    skip: tuple[int, ...] = ()
    died: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """What all parts of a run have in common.

    Attributes:
        settings: tables and lexicon.
        files: the folder or URL for a folder a table.
        notes: the folder or URL for what is done.
        made_with: what :meth:`pipeline.provenance.Provenance.made_with` says where the run was started.
        date: an ISO date for all documents, instead of their own.
    """

    settings: Settings
    files: str
    notes: str
    made_with: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a part: its files with their sizes, how much was found, the documents set aside as (row, id, why)."""

    files: Mapping[str, int]
    counts: Mapping[str, int]
    failed: Sequence[tuple[int, str, str]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What a look through a file finds.

    Attributes:
        source: the file with its digest.
        parts: its parts, numbered from 0.
        bad: rows that are no documents, with what is wrong; -1 is the file itself.
        rows: those that are.
        keys: for each of these, eight bytes of its id's digest, one after the other.
    """

    source: Source
    parts: tuple[Part, ...] = ()
    bad: tuple[tuple[int, InputError], ...] = ()
    rows: tuple[range, ...] = ()
    keys: bytes = b""


def is_url(path: str) -> bool:
    """Whether a path is for fsspec: ``s3://…``, ``gs://…``, ``file:///…``."""
    return "://" in path


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file to read, here or elsewhere."""
    import fsspec

    with fsspec.open(path, "rb") if is_url(path) else open(path, "rb") as file:
        yield cast(BinaryIO, file)


@contextmanager
def writing(path: str) -> Iterator[BinaryIO]:
    """A file to write; on a file system it is there whole or not at all."""
    if is_url(path):
        import fsspec

        system, place = fsspec.url_to_fs(path)
        system.makedirs(place.rpartition("/")[0], exist_ok=True)
        with system.open(place, "wb") as file:
            yield cast(BinaryIO, file)
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    partial = f"{path}.{os.getpid()}.partial"
    with open(partial, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


def size(path: str) -> int | None:
    """How many bytes a file has; nothing if there is none."""
    try:
        if is_url(path):
            import fsspec

            system, place = fsspec.url_to_fs(path)
            return int(system.info(place)["size"])
        return os.path.getsize(path)
    except FileNotFoundError:
        return None


def survey(path: str, part_characters: int, date: str | None = None) -> Survey:
    """Looks through a file, reading all of it, and cuts it into parts.

    Args:
        path: a Parquet file with ``id``, ``text`` and perhaps ``date``.
        part_characters: how many characters a part holds at least, where its row group has them.
        date: as :class:`Job` has it.
    """
    source = Source(path, "", "utf-8")
    try:
        with opened(path) as file:
            source = replace(source, sha256=_digest(file))
            return _look(file, source, part_characters)
    except FileNotFoundError:
        return Survey(source, bad=((-1, InputError("no such file or folder", file=path)),))
    except OSError as error:
        return Survey(source, bad=((-1, InputError(f"cannot be read ({error.strerror or error})", file=path)),))
    except InputError as error:
        return Survey(source, bad=((-1, error),))


def _digest(file: BinaryIO) -> str:
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _look(file: BinaryIO, source: Source, part_characters: int) -> Survey:
    parts: list[Part] = []
    bad: list[tuple[int, InputError]] = []
    good: list[int] = []
    keys: list[bytes] = []
    first = characters = row = 0
    with records.parquet_file(file, source.path) as groups:
        for group, rows in enumerate(groups):
            for record in rows:
                try:
                    document = article.document(record, source, row + 1)
                    good.append(row)
                    keys.append(key(document.id))
                    characters += len(document.text)
                except InputError as error:
                    bad.append((row, error))
                row += 1
                if characters >= part_characters:
                    parts.append(Part(len(parts), source, group, first, row, characters))
                    first, characters = row, 0
            if row > first:
                parts.append(Part(len(parts), source, group, first, row, characters))
                first, characters = row, 0
    return Survey(source, tuple(parts), tuple(bad), tuple(_ranges(good)), b"".join(keys))


def key(name: str) -> bytes:
    """Eight bytes that two ids share by chance about as often as never; who finds a pair compares the ids."""
    return hashlib.blake2b(name.encode(), digest_size=_KEY_BYTES).digest()


def _ranges(numbers: Iterable[int]) -> Iterator[range]:
    """Ascending numbers as stretches without a gap."""
    first = last = -1
    for number in numbers:
        if first < 0:
            first = number
        elif number != last + 1:
            yield range(first, last + 1)
            first = number
        last = number
    if first >= 0:
        yield range(first, last + 1)


def ids(path: str, wanted: Sequence[int]) -> list[str]:
    """The ids of some rows of a file, in their order."""
    rows = set(wanted)
    with opened(path) as file, records.parquet_file(file, path) as groups:
        numbered = enumerate(chain.from_iterable(groups))
        return [str(record["id"]) for row, record in numbered if row in rows and isinstance(record, dict)]


def documents(part: Part, date: str | None) -> Iterator[tuple[int, Document]]:
    """The documents of a part with their rows, but for those that it leaves out."""
    left_out = {*part.skip, *part.died}
    with opened(part.source.path) as file, records.parquet_file(file, part.source.path) as groups:
        for row, record in groups.rows(part.group, part.first, part.stop):
            if row not in left_out:
                document = article.document(record, part.source, row + 1)
                yield row, replace(document, date=date) if date else document


def work(part: Part, job: Job) -> Done:
    """Analyses a part and writes what is found in it.

    Raises:
        YeonpyoError: this process has other rules, words or versions than the one that started the run.
        OSError: something cannot be read or written.
    """
    _check(job)
    from pipeline.parquet import Writer
    from pipeline.tables import TABLES

    paths = {name: f"{name}/part-{part.number:07d}.parquet" for name in job.settings.tables()}
    counts = dict.fromkeys(frames.KINDS, 0)
    failed = [(row, name, DIED) for row, name in zip(part.died, ids(part.source.path, part.died), strict=True)]
    with ExitStack() as stack:
        files = {name: stack.enter_context(writing(f"{job.files}/{path}")) for name, path in paths.items()}
        writers = {name: Writer(file, TABLES[name]) for name, file in files.items()}
        for rows, some in _batches(documents(part, job.date)):
            found = frames.analyse(_frame(some), job.settings)
            for name, writer in writers.items():
                writer.add(chain.from_iterable(found[name]))
            for row, name, failure, told in zip(
                rows, found["document"], found["failure"], found["counts"], strict=True
            ):
                counts = {kind: counts[kind] + told[kind] for kind in counts}
                failed += [(row, name, failure)] if failure else []
        for writer in writers.values():
            writer.close()
    sizes = {path: size(f"{job.files}/{path}") or 0 for path in paths.values()}
    done = Done(sizes, counts, sorted(failed))
    with writing(_note(part, job)) as note:
        note.write(json.dumps({"part": fingerprint(part, job), **asdict(done)}, ensure_ascii=False).encode())
    return done


def probe(part: Part, row: int, job: Job) -> None:
    """Analyses one document, to see whether the process outlives it."""
    _check(job)
    for _, document in documents(replace(part, first=row, stop=row + 1), job.date):
        frames.analyse(_frame([document]), job.settings)


def _frame(some: Sequence[Document]) -> Any:
    from pandas import DataFrame

    return DataFrame([(d.id, d.text, d.date) for d in some], columns=list(records.COLUMNS))


def _batches(numbered: Iterable[tuple[int, Document]]) -> Iterator[tuple[list[int], list[Document]]]:
    rows: list[int] = []
    batch: list[Document] = []
    characters = 0
    for row, document in numbered:
        rows.append(row)
        batch.append(document)
        characters += len(document.text)
        if len(batch) == _ROWS_AT_ONCE or characters >= _CHARACTERS_AT_ONCE:
            yield rows, batch
            rows, batch, characters = [], [], 0
    if batch:
        yield rows, batch


def _note(part: Part, job: Job) -> str:
    return f"{job.notes}/{part.number:07d}.json"


def fingerprint(part: Part, job: Job) -> str:
    """A digest of all that a part's files depend on; which of its documents kill a process is found out on the way."""
    said = [job.made_with, job.date, asdict(replace(part, died=()))]
    return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def done(part: Part, job: Job) -> Done | None:
    """What came of a part in an earlier run, if that run was the same, and its files are there in full length."""
    try:
        with opened(_note(part, job)) as file:
            said = json.load(file)
        if said.pop("part") != fingerprint(part, job):
            return None
        found = Done(said["files"], said["counts"], [(row, name, why) for row, name, why in said["failed"]])
        whole = all(size(f"{job.files}/{path}") == length for path, length in found.files.items())
        return found if whole and set(found.counts) == set(frames.KINDS) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _check(job: Job) -> None:
    """Refuses to work where the result would be another."""
    extraction.use_lexicon(job.settings)
    here, there = json.loads(_made_with(job.settings)), json.loads(job.made_with)
    for what, expected in there.items():
        if here.get(what) != expected:
            raise YeonpyoError(f"a worker has other {what} than this machine", expected=str(expected), got=str(here.get(what)),
                               hint="install the same yeonpyo on all machines, and start the workers anew")  # fmt: skip


@cache
def _made_with(settings: Settings) -> str:
    """What this process was started with, whatever is installed or edited while it runs."""
    return made_with(settings)


def made_with(settings: Settings) -> str:
    """All that files depend on besides their documents."""
    from pipeline.provenance import Provenance

    return json.dumps(Provenance(settings.as_dict()).made_with(), sort_keys=True, ensure_ascii=False)
