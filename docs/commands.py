"""Writes ``docs/commands.md``, the reference of the command line, from the command line itself: python docs/commands.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from pipeline.__main__ import app

PAGE = Path(__file__).with_suffix(".md")
EXIT_CODES = """## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | a figure lies under its `--fail-under` |
| 2 | bad input; each problem is told in one line on standard error, and the good documents of a batch still come out |
"""


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """A command and those below it, each with its whole name."""
    below = getattr(command, "commands", {})
    if not below:
        yield name, command
    for part, child in below.items():
        yield from commands(child, f"{name} {part}")


def section(name: str, command: Any) -> str:
    """What a command does and takes."""
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and "--help" not in p.opts]
    usage = " ".join([name, *(_metavar(p) for p in arguments)])
    lines = [f"## {name}", "", " ".join((command.help or "").split()), "", f"    {usage}", ""]
    lines += ["| argument or option | | |", "|---|---|---|"]
    lines += [_line(p, f"`{_metavar(p)}`") for p in arguments]
    lines += [_line(p, f"`{', '.join(p.opts)}{_value(p)}`") for p in options]
    return "\n".join(lines) + "\n"


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _value(option: Any) -> str:
    return "" if option.is_flag else f" {_metavar(option)}"


def _line(parameter: Any, name: str) -> str:
    default = parameter.default
    plain = isinstance(default, str | int | float | Path) and not isinstance(default, bool)
    said = "required" if parameter.required else f"default `{default}`" if plain else ""
    return f"| {name} | {parameter.help or ''} | {said} |"


def page() -> str:
    """The whole reference."""
    root = typer.main.get_command(app)
    head = "# Commands\n\nWritten by `python docs/commands.py`; `yeonpyo COMMAND --help` says the same.\n"
    return "\n".join([head, *(section(n, c) for n, c in commands(root, "yeonpyo")), EXIT_CODES])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
