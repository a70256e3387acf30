"""A corpus in Parquet → a dataset in Parquet, by the workers of a Dask cluster.

Workers read and write; what passes through here is what there is to do and what came of it. So that nothing is lost or
doubled, a part counts when its note is written (:mod:`pipeline.parts`), and the dataset when ``run.json`` is.

A worker that dies has its part done again by another. A part over which workers die again and again is looked through
document by document; those that kill a worker also while nothing else is at work are set aside, as in any run.
"""

from __future__ import annotations

import glob
import logging
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline import article, parts
from pipeline.article import Source
from pipeline.errors import InputError, OutputError, YeonpyoError
from pipeline.extraction import Advance, Settings, set_aside, use_lexicon
from pipeline.parts import Done, Job, Part, Survey
from pipeline.workers import DEATHS

if TYPE_CHECKING:
    from distributed import Client

Item = TypeVar("Item")
Progress = Callable[[Callable[[], int | None]], AbstractContextManager[Advance]]
PART_CHARACTERS = 1_000_000  # half a minute's work or so: little to do again, and a tail that keeps few waiting
FORMAT = ("parquet",)
_SUFFIX = ".parquet"
_CONNECTING = 20  # seconds until a scheduler that does not answer is given up
_WORKERLESS = 120  # seconds without any worker
_LOOK = 5  # seconds between two looks at whether there are workers
_ROUNDS = 3  # so often a part is tried once more without the documents that killed its workers
_NEEDED = ("distributed", "pyarrow", "cryptography")


class _Died:
    """Stands in for the result of work that killed its worker again and again."""


def extract(
    paths: Sequence[str],
    out: str,
    settings: Settings,
    *,
    scheduler: str | None = None,
    jobs: int = 1,
    date: str | None = None,
    part_characters: int = PART_CHARACTERS,
    progress: Progress = lambda characters: nullcontext(lambda name, characters: None),
) -> tuple[dict[str, Any], list[InputError]]:
    """Writes the dataset of a corpus; the same call after a kill goes on where it stopped.

    Args:
        paths: Parquet files of documents, folders of them, or URLs that fsspec knows, with ``*`` for many.
        out: the folder, or a URL under which there is nothing yet.
        settings: tables and lexicon; the format is Parquet.
        scheduler: the address of a Dask scheduler; ``None`` starts processes on this machine.
        jobs: how many processes that are.
        date: an ISO date for all documents, instead of their own.
        part_characters: how many characters a part holds, where its row group has so many.
        progress: what shows how far it is; told how many characters there are.

    Returns:
        What ``run.json`` says, and the documents that were refused or set aside.

    Raises:
        InputError: an option is wrong, or there is no document.
        OutputError: the dataset cannot be written, or ``out`` holds what yeonpyo did not write.
        YeonpyoError: there is no cluster, or it was lost; what was done is kept.
    """
    _check(settings)
    use_lexicon(settings)
    if date is not None:
        article.check_date(
            date, InputError("not a date", file="--date", expected="an ISO date as 2026-03-01", got=date)
        )
    files = list(inputs(paths))
    with _place(out) as place, cluster(scheduler, jobs) as client:
        job = Job(replace(settings, cache=None, reuse=False), place.files, place.notes, parts.made_with(settings), date)
        crew = _Crew(client)
        try:
            plan = _plan(crew, files, part_characters, date)
            with progress(lambda: sum(part.characters for part in plan.parts)) as advance:
                found = _results(crew, plan.parts, job, advance)
            return _finish(place, plan, found, settings)
        except OSError as error:
            raise OutputError(f"cannot be written ({error.strerror or error})", file=out, hint=_KEPT) from error


_KEPT = "what is done is kept: the same command goes on from there"


def _check(settings: Settings) -> None:
    if settings.format_names != FORMAT:
        raise InputError("a cluster writes Parquet alone", file="--format", expected="parquet",
                         got=",".join(settings.format_names))  # fmt: skip
    if missing := [name for name in _NEEDED if find_spec(name) is None]:
        raise InputError(f"dask needs the package {missing[0]}", file="--engine", hint="pip install 'yeonpyo[dask]'")


def inputs(paths: Iterable[str]) -> Iterator[str]:
    """The Parquet files that paths name: files, folders, URLs; those of a folder in the order of their names.

    Raises:
        InputError: one of them is no Parquet file.
    """
    for path in paths:
        if parts.is_url(path):
            found = _at_url(path)
        elif Path(path).is_dir():
            below = sorted(p.relative_to(path).as_posix() for p in Path(path).rglob("*") if p.suffix == _SUFFIX)
            found = [str(Path(path, name)) for name in below]
        else:
            found = [path]
        if not found:
            raise InputError("no documents there", file=path, expected=f"*{_SUFFIX}")
        for file in found:
            if not file.lower().endswith(_SUFFIX):
                raise InputError("a cluster reads Parquet alone", file=file, expected="a file *.parquet with id and text",
                                 hint="leave out --engine")  # fmt: skip
            yield file


def _at_url(url: str) -> list[str]:
    import fsspec

    try:
        system, place = fsspec.url_to_fs(url)
        if glob.has_magic(place):
            found = sorted(system.glob(place))
        elif system.isdir(place):
            found = sorted(name for name in system.find(place) if name.endswith(_SUFFIX))
        else:
            return [url]
        return [system.unstrip_protocol(name) for name in found]
    except (OSError, ValueError, ImportError) as error:
        raise InputError(f"cannot be read ({_plain(error)})", file=url) from error


# --- where the dataset goes ---


@contextmanager
def _place(out: str) -> Iterator[_Folder | _Url]:
    """Where a dataset grows: beside the old one, or under a URL, where it counts from the moment it has a run.json."""
    if parts.is_url(out):
        yield _Url(out)
        return
    from pipeline import journal

    with journal.lock(Path(out)) as partial:
        yield _Folder(Path(out), partial)


class _Folder:
    """A dataset that is to take the place of a folder."""

    def __init__(self, out: Path, partial: Path) -> None:
        from pipeline import journal

        self.out, self.partial, self.folder = out, partial, partial / journal.FILES
        self.files, self.notes = str(self.folder), str(partial / journal.PARTS)
        Path(self.notes).mkdir(exist_ok=True)
        self.folder.mkdir(exist_ok=True)

    @property
    def name(self) -> str:
        return self.out.resolve().name

    def finish(self, files: Iterable[str], said: Mapping[str, str]) -> None:
        """Leaves nothing but the files of this run, describes them, and puts them in the place of the old dataset."""
        from pipeline.dataset import swap

        wanted = {*files, *said}
        for path in list(self.folder.rglob("*")):
            if path.is_file() and path.relative_to(self.folder).as_posix() not in wanted:
                path.unlink()
        for path in self.folder.iterdir():
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        for name, content in said.items():
            (self.folder / name).write_text(content, encoding="utf-8", newline="\n")
        swap(self.folder, self.out.resolve())
        shutil.rmtree(self.partial, ignore_errors=True)


class _Url:
    """A dataset under a URL, where nothing can be swapped: it has to be new, and its run.json is written last."""

    def __init__(self, out: str) -> None:
        import fsspec

        from pipeline.dataset import PACKAGE
        from pipeline.tables import TABLES
        from pipeline.versions import RUN

        self.out = self.files = out.rstrip("/")
        self.notes = f"{self.out}/parts"
        try:
            self.system, self.place = fsspec.url_to_fs(self.out)
            here = {name.rstrip("/").rpartition("/")[2] for name in self._below()}
        except (OSError, ValueError, ImportError) as error:
            raise OutputError(f"cannot be written ({_plain(error)})", file=out) from error
        if RUN in here or here - {*TABLES, PACKAGE, "parts"}:
            raise OutputError("there is something already", file=out, expected="a new URL, or one that a killed run was writing to",
                              got=", ".join(sorted(here)[:3]))  # fmt: skip

    @property
    def name(self) -> str:
        return self.out.rpartition("/")[2]

    def _below(self) -> list[str]:
        return list(self.system.ls(self.place, detail=False)) if self.system.exists(self.place) else []

    def finish(self, files: Iterable[str], said: Mapping[str, str]) -> None:
        """Leaves nothing but the files of this run, then describes them."""
        wanted = {f"{self.place}/{name}" for name in files}
        for path in self.system.find(self.place):
            if path not in wanted and not path.startswith(f"{self.place}/parts/"):
                self.system.rm(path)
        for name, content in said.items():  # run.json is the last of them
            self.system.pipe(f"{self.place}/{name}", content.encode())
        self.system.rm(f"{self.place}/parts", recursive=True)


# --- what there is to do ---


@dataclass(frozen=True, slots=True)
class _Plan:
    """The parts of a corpus, numbered, and what was refused of it."""

    sources: Sequence[Source]
    parts: Sequence[Part]
    refused: Sequence[InputError]


def _plan(crew: _Crew, files: Sequence[str], part_characters: int, date: str | None) -> _Plan:
    surveys: list[Survey] = [Survey(Source(file, "", "utf-8")) for file in files]
    for number, seen in crew.each(range(len(files)), lambda n: (parts.survey, files[n], part_characters, date)):
        if isinstance(seen, _Died):
            raise YeonpyoError("workers die as they read it", file=files[number], hint="are its row groups too large?")
        surveys[number] = seen
    twice = _twice(crew, surveys)
    refused = sorted(
        [(number, row, error) for number, seen in enumerate(surveys) for row, error in seen.bad]
        + [(number, row, error) for (number, row), error in twice.items()],
        key=lambda found: found[:2],
    )
    left_out: dict[int, list[int]] = {}
    for number, row, _ in refused:
        left_out.setdefault(number, []).append(row)
    planned: list[Part] = []
    for number, seen in enumerate(surveys):
        for part in seen.parts:
            skip = tuple(row for row in left_out.get(number, ()) if part.first <= row < part.stop)
            planned.append(replace(part, number=len(planned), skip=skip))
    return _Plan([seen.source for seen in surveys], planned, [error for *_, error in refused])


def _twice(crew: _Crew, surveys: Sequence[Survey]) -> dict[tuple[int, int], InputError]:
    """Documents whose id stands before them, by file and row."""
    import numpy

    lengths = [sum(map(len, seen.rows)) for seen in surveys]
    keys = numpy.frombuffer(b"".join(seen.keys for seen in surveys), dtype="u8")
    order = numpy.argsort(keys, kind="stable")
    alike = numpy.flatnonzero(keys[order][1:] == keys[order][:-1])
    suspects = sorted({int(order[i]) for place in alike for i in (place, place + 1)})
    ends = numpy.cumsum(lengths)
    wanted: dict[int, list[int]] = {}
    for suspect in suspects:
        number = int(numpy.searchsorted(ends, suspect, side="right"))
        wanted.setdefault(number, []).append(_nth(surveys[number].rows, suspect - int(ends[number]) + lengths[number]))
    first: dict[str, str] = {}
    found: dict[tuple[int, int], InputError] = {}
    names = dict(crew.each(wanted, lambda n: (parts.ids, surveys[n].source.path, wanted[n])))
    for number in sorted(wanted):
        for row, name in zip(wanted[number], names[number], strict=True):
            if error := article.unless_seen(name, surveys[number].source.path, first):
                found[number, row] = error
    return found


def _nth(rows: Iterable[range], place: int) -> int:
    """The element at a place of several ranges, one after the other."""
    for some in rows:
        if place < len(some):
            return some[place]
        place -= len(some)
    raise IndexError(place)


# --- doing it ---


def _results(crew: _Crew, planned: Sequence[Part], job: Job, advance: Advance) -> list[Done]:
    """What came of each part, in their order."""
    found: dict[int, Done] = {}

    def to_do() -> Iterator[Part]:
        for part in planned:
            if (done := parts.done(part, job)) is None:
                yield part
            else:
                keep(part, done)

    def keep(part: Part, done: Done) -> None:
        found[part.number] = done
        advance(f"part {part.number + 1:,} of {len(planned):,}", part.characters)

    waiting: Iterable[Part] = to_do()
    for _ in range(_ROUNDS):
        deadly: list[Part] = []
        for part, done in crew.each(waiting, lambda part: (parts.work, part, job)):
            if isinstance(done, _Died):
                deadly.append(part)
            else:
                keep(part, done)
        if not deadly:
            return [found[part.number] for part in planned]
        waiting = [replace(part, died=_killers(crew, part, job)) for part in deadly]
    raise YeonpyoError("workers die over it, although each of its documents can be analysed alone",
                       file=deadly[0].source.path, line=deadly[0].first + 1, hint=f"give workers more memory; {_KEPT}")  # fmt: skip


def _killers(crew: _Crew, part: Part, job: Job) -> tuple[int, ...]:
    """The rows of a part whose documents kill their workers, each also when nothing else is at work."""
    rows = [row for row in range(part.first, part.stop) if row not in part.skip and row not in part.died]

    def look(row: int) -> tuple[Any, ...]:
        return parts.probe, part, row, job

    suspects = sorted(row for row, came in crew.each(rows, look) if isinstance(came, _Died))
    alone = [row for row in suspects if any(isinstance(came, _Died) for _, came in crew.each([row], look))]
    return tuple(sorted({*part.died, *alone}))


def _finish(
    place: _Folder | _Url, plan: _Plan, found: Sequence[Done], settings: Settings
) -> tuple[dict[str, Any], list[InputError]]:
    from pipeline.dataset import PACKAGE, as_json, description
    from pipeline.provenance import Provenance
    from pipeline.versions import RUN

    provenance = Provenance(settings.as_dict())
    refused = list(plan.refused)
    for part, done in zip(plan.parts, found, strict=True):
        provenance.add_part(part.source, done.counts)
        refused += [set_aside(name, why, part.source.path) for _, name, why in done.failed]
    if not provenance.counts["documents"] and any(done.failed for done in found):
        raise refused[-1]  # that there is nothing to write would not say why
    files = [path for done in found for path in done.files]
    package, run = description(files, place.name, provenance, settings.csv_encoding, refused)
    place.finish(files, {PACKAGE: as_json(package), RUN: as_json(run)})
    return run, refused


# --- the cluster ---


@contextmanager
def cluster(scheduler: str | None, jobs: int) -> Iterator[Client]:
    """A Dask cluster: the one at an address, or processes on this machine, which only this run can speak to.

    Raises:
        InputError: there is no scheduler at the address.
        YeonpyoError: processes cannot be started.
    """
    from distributed import Client, LocalCluster

    for name in ("distributed", "distributed.client", "asyncio", "tornado"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is told in our own words
    with ExitStack() as stack:
        stack.enter_context(_config())
        if scheduler is None:
            try:
                local = LocalCluster(n_workers=jobs, threads_per_worker=1, processes=True, memory_limit=0,
                                     dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL, security=True)  # fmt: skip
            except (OSError, RuntimeError, TimeoutError) as error:
                raise YeonpyoError(f"processes cannot be started ({_plain(error)})", file="--engine") from error
            client = stack.enter_context(Client(stack.enter_context(local), set_as_default=True))
        else:
            client = stack.enter_context(_at(scheduler))
        yield client


def _config() -> Any:
    import dask

    return dask.config.set({
        "distributed.scheduler.allowed-failures": DEATHS - 1,
        "distributed.scheduler.worker-saturation": 1.0,
        "distributed.comm.timeouts.connect": f"{_CONNECTING}s",
        "distributed.deploy.lost-worker-timeout": f"{_WORKERLESS}s",  # a slow machine starts one in more than 15 s
    })  # fmt: skip


def _at(address: str) -> Client:
    from distributed import Client

    try:
        return Client(address, timeout=_CONNECTING, set_as_default=True)
    except (OSError, ValueError, TypeError, ImportError, RuntimeError) as error:
        raise InputError("no Dask scheduler answers", file="--scheduler", expected="an address as tcp://10.0.0.1:8786",
                         got=address, hint="is `dask scheduler` running, and of the same version?") from error  # fmt: skip


class _Crew:
    """The workers of a cluster, each of which has one piece of work at a time."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.workerless = 0

    def each(
        self, items: Iterable[Item], task: Callable[[Item], tuple[Any, ...]]
    ) -> Generator[tuple[Item, Any], None, None]:
        """Items with what came of them, as it comes; a death is a result like others.

        Args:
            items: taken no faster than they are worked off.
            task: gives the function that does the work, and its arguments.

        Raises:
            YeonpyoError: one that the work raised, or there are no workers any more.
        """
        coming = iter(items)
        running: dict[Any, Item] = {}
        try:
            while True:
                while len(running) < self._hands() and (item := next(coming, self)) is not self:
                    function, *arguments = task(item)  # type: ignore[arg-type]
                    running[self.client.submit(function, *arguments, pure=False)] = item  # type: ignore[assignment]
                if not running:
                    return
                for future in self._ended(running):
                    yield running.pop(future), self._came_of(future)
        finally:
            if running and self.client.status == "running":
                self.client.cancel(list(running))

    def _hands(self) -> int:
        return max(1, sum(self._threads().values()))

    def _threads(self) -> Mapping[str, int]:
        try:
            return self.client.nthreads()  # type: ignore[no-any-return]
        except (OSError, RuntimeError, TimeoutError) as error:
            raise YeonpyoError("the scheduler is gone", hint=_KEPT) from error

    def _ended(self, running: Iterable[Any]) -> Iterable[Any]:
        from distributed import wait

        while True:
            try:
                return list(wait(list(running), timeout=_LOOK, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                self.workerless = 0 if self._threads() else self.workerless + _LOOK
                if self.workerless >= _WORKERLESS:
                    raise YeonpyoError("the cluster has no workers", expected="`dask worker` on some machine",
                                       hint=_KEPT) from None  # fmt: skip
            except Exception as error:  # a future whose scheduler is gone is cancelled
                raise YeonpyoError(f"the scheduler is gone ({_plain(error)})", hint=_KEPT) from error

    def _came_of(self, future: Any) -> Any:
        from distributed import KilledWorker

        if future.status == "finished":
            return future.result()
        if future.status != "error":
            raise YeonpyoError("the scheduler is gone", hint=_KEPT)
        error = future.exception()
        if isinstance(error, KilledWorker):
            return _Died()
        if isinstance(error, YeonpyoError | OSError):
            raise error
        hint = "is yeonpyo installed on the workers?" if isinstance(error, ImportError) else None
        raise YeonpyoError(f"a worker failed ({_plain(error)})", hint=hint) from error


def _plain(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:200]
