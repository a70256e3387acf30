"""The reference of the commands is complete and up to date."""

import re
import runpy
from pathlib import Path

import pytest
import typer

from pipeline.__main__ import app
from pipeline.export import FORMATS

DOCS = Path(__file__).parent.parent / "docs"
REFERENCE = runpy.run_path(str(DOCS / "commands.py"))
COMMANDS = dict(REFERENCE["commands"](typer.main.get_command(app), "yeonpyo"))


def test_the_page_is_what_the_command_line_says():
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == REFERENCE["page"](), "run: python docs/commands.py"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_argument_and_option_is_told(name):
    assert COMMANDS[name].help
    for parameter in COMMANDS[name].params:
        assert parameter.help, f"{name}: {parameter.name} has no help"


def test_every_format_is_told():
    assert all(len(format.description) > 10 for format in FORMATS.values())


def test_the_option_names_every_format():
    told = next(p.help for p in COMMANDS["yeonpyo extract"].params if p.name == "format")
    assert set(FORMATS) <= set(re.findall(r"[\w-]+", told))
