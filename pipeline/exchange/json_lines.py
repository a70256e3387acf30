"""Reads JSON that a tool wrote, with the place of whatever is wrong in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import GoldError

_NAMES = {str: "a text", int: "a whole number", list: "a list", dict: "an object"}


@dataclass(frozen=True, slots=True)
class Item:
    """An object of a JSON file: its keys, and for messages the file, the line and the way to it."""

    data: dict[str, Any]
    file: Path
    line: int | None = None
    path: str = ""

    def error(self, what: str, key: str | None = None, expected: str | None = None, got: Any = None) -> GoldError:
        """An error at this object, or at one of its keys."""
        column = ".".join(part for part in (self.path, key) if part) or None
        told = None if got is None else json.dumps(got, ensure_ascii=False, default=str)[:60]
        return GoldError(what, file=self.file, line=self.line, column=column, expected=expected, got=told)

    def take(self, key: str, kind: type) -> Any:
        """The value of a key.

        Raises:
            GoldError: it is missing, or of another kind.
        """
        if key not in self.data:
            raise self.error(f"{key!r} is missing", expected=_NAMES[kind])
        value = self.data[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise self.error("wrong kind of value", key, _NAMES[kind], value)
        return value

    def maybe(self, key: str, kind: type) -> Any:
        """The value of a key, or ``None`` where there is none."""
        return None if self.data.get(key) is None else self.take(key, kind)

    def children(self, key: str) -> list[Item]:
        """The objects of a list."""
        return [item(child, self.file, self.line, f"{self.path}.{key}[{number}]".lstrip("."))
                for number, child in enumerate(self.maybe(key, list) or ())]  # fmt: skip

    def child(self, key: str) -> Item:
        """An object in this one."""
        return Item(self.take(key, dict), self.file, self.line, f"{self.path}.{key}".lstrip("."))


def item(data: Any, file: Path, line: int | None = None, path: str = "") -> Item:
    """An object of a file.

    Raises:
        GoldError: it is no object.
    """
    if not isinstance(data, dict):
        raise Item({}, file, line, path).error("wrong kind of value", expected="an object", got=data)
    return Item(data, file, line, path)


def parse(written: str, file: Path, line: int | None = None) -> Any:
    """What a text says in JSON.

    Raises:
        GoldError: it is no JSON, nests beyond reason, or has half a surrogate pair, which no file can hold.
    """
    try:
        data = json.loads(written)
        json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise GoldError(f"broken JSON ({error.msg})", file=file, line=(line or 0) + error.lineno - bool(line),
                        column=error.colno) from error  # fmt: skip
    except (RecursionError, ValueError) as error:
        raise GoldError("broken JSON", file=file, line=line, expected="well-formed text, not deeply nested") from error
    return data
