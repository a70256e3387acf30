"""Work done in processes that may die: results come in the order of the work, none twice and none left out.

Each process is started by itself and watched over its own pipe, so that a death (out of memory, a crash in native
code, ``kill -9``) is seen at once and costs no more than what that process was at. ``multiprocessing.Pool`` would wait
for ever.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from pipeline.errors import YeonpyoError

Item = TypeVar("Item")
Result = TypeVar("Result")
DEATHS = 2  # an item alone in its process that kills it so often is given up
_STARTS = 3  # so many processes in a row that die before they are ready: the machine cannot hold one
_AHEAD = 4  # batches a process that are taken from the work and not yet given back in order


class Killed:
    """Stands in for the result of an item that killed its process each time."""


class _Batch(Generic[Item, Result]):
    """Items that go to a process together."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.taken = False
        self.deaths = 0
        self.results: Sequence[Result | Killed] | None = None


def _serve(pipe: Connection, start: Callable[[], Callable[[Any], Any]]) -> None:
    """A process's life: it gets ready, then answers batches until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            work = start()
            pipe.send(None)
            while True:
                items = pipe.recv()
                pipe.send([work(item) for item in items])
        except (YeonpyoError, UnicodeError) as error:
            pipe.send(error)


class _Worker:
    """One process, what it is at, and the pipe to it."""

    def __init__(self, start: Callable[[], Callable[[Any], Any]]) -> None:
        context = multiprocessing.get_context("spawn")  # a forked child would share its parent's Kiwi and its locks
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, start), daemon=True)
        self.process.start()
        theirs.close()  # or its death would not be seen at our end
        self.ready = False
        self.batch: _Batch[Any, Any] | None = None

    def give(self, batch: _Batch[Any, Any]) -> None:
        batch.taken, self.batch = True, batch
        with suppress(OSError):  # one that died while it waited is noticed when it is listened to
            self.pipe.send(batch.items)

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class _Crew(Generic[Item, Result]):
    """The processes and the batches under way, in the order of the work."""

    def __init__(self, start: Callable[[], Callable[[Item], Result]], jobs: int) -> None:
        self.start = start
        self.failed_starts = 0
        self.window: deque[_Batch[Item, Result]] = deque()
        self.workers = [_Worker(start) for _ in range(jobs)]

    def hand_out(self) -> None:
        waiting = (batch for batch in self.window if not batch.taken)
        for worker in self.workers:
            if worker.ready and worker.batch is None and (batch := next(waiting, None)):
                worker.give(batch)

    def listen(self) -> None:
        """Waits until a process says something, or dies."""
        heard = wait([worker.pipe for worker in self.workers])
        for place, worker in enumerate(self.workers):
            if worker.pipe not in heard:
                continue
            try:
                said = worker.pipe.recv()
            except (EOFError, OSError):
                worker.stop()
                self._bury(worker)
                self.workers[place] = _Worker(self.start)
                continue
            if isinstance(said, Exception):
                raise said
            if worker.batch is not None:
                worker.batch.results, worker.batch = said, None
            worker.ready, self.failed_starts = True, 0

    def _bury(self, worker: _Worker) -> None:
        """Puts back what a dead process was at: item by item, since nobody knows which of them killed it."""
        if not worker.ready:
            self.failed_starts += 1
            if self.failed_starts == _STARTS:
                raise YeonpyoError("worker processes die as they start", got=f"exit code {worker.process.exitcode}",
                                   hint="try fewer --jobs: each needs memory for a Kiwi of its own")  # fmt: skip
        batch = worker.batch
        if batch is None:
            return
        if len(batch.items) == 1:
            batch.taken = False
            batch.deaths += 1
            if batch.deaths == DEATHS:
                batch.taken, batch.results = True, [Killed()]
            return
        place = self.window.index(batch)
        del self.window[place]
        for item in reversed(batch.items):
            self.window.insert(place, _Batch([item]))

    def stop(self) -> None:
        for worker in self.workers:
            worker.stop()


def results(
    start: Callable[[], Callable[[Item], Result]], batches: Iterable[Sequence[Item]], jobs: int
) -> Generator[tuple[Item, Result | Killed], None, None]:
    """Items with the results of the work on them, in their order.

    Args:
        start: called once in each process; gives the function that does the work. Both it and the items go through
            a pipe: they must be picklable.
        batches: items that go to a process together; taken no faster than they are worked off.
        jobs: how many processes.

    Returns:
        For each item its result, or :class:`Killed` if its process died over it twice, when it was there alone.

    Raises:
        YeonpyoError: one that the work raised; or processes cannot be started.
    """
    crew: _Crew[Item, Result] = _Crew(start, jobs)
    coming = iter(batches)
    try:
        while True:
            while len(crew.window) < jobs * _AHEAD and (items := next(coming, None)) is not None:
                crew.window.append(_Batch(items))
            if not crew.window:
                return
            crew.hand_out()
            if crew.window[0].results is None:
                crew.listen()
            while crew.window and (found := crew.window[0].results) is not None:
                yield from zip(crew.window.popleft().items, found, strict=True)
    finally:
        crew.stop()
