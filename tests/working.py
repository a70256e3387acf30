"""Work for the tests of worker processes; in a file of its own, so that a process loads nothing else for it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError

Work = Callable[[int], int]


def square() -> Work:
    return lambda number: number * number


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dies_over_13() -> Work:
    def work(number: int) -> int:
        if number == 13:
            die()
        return number * number

    return work


@dataclass
class DiesOnce:
    """Dies over 13 if no process has died before it."""

    mark: Path

    def __call__(self) -> Work:
        def work(number: int) -> int:
            if number == 13 and not self.mark.exists():
                self.mark.touch()
                die()
            return number * number

        return work


def dies_at_start() -> Work:
    os._exit(1)


def refuses() -> Work:
    def work(number: int) -> int:
        raise InputError("not a number that we take", got=str(number))

    return work
