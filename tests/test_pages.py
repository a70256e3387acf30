"""The pages for readers: their commands and links exist, their Python runs, the Korean README says what the English one does."""

import re
import shlex
from pathlib import Path

import pytest
import typer

from pipeline import lexicon
from pipeline.__main__ import app
from pipeline.timex import find

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
TEXTS = {page.relative_to(ROOT).as_posix(): page.read_text(encoding="utf-8") for page in PAGES}


def blocks(page, language):
    return [re.sub(r"(?m)^ +(?=[$`])", "", b) for b in re.findall(rf"```{language}\n(.*?)```", TEXTS[page], re.S)]


def typed(page):
    """What a page tells to type after ``$ ``, comments left out."""
    lines = [line for block in blocks(page, "console") for line in block.splitlines() if line.startswith("$ ")]
    return [shlex.split(line[2:], comments=True) for line in lines]


COMMANDS = [(page, words) for page in TEXTS for words in typed(page) if Path(words[0]).name == "yeonpyo"]


def test_pages_tell_commands():
    assert {"README.md", "README.ko.md", "CONTRIBUTING.md", "docs/tutorial.md", "docs/how-to.md"} <= {
        p for p, _ in COMMANDS
    }


@pytest.mark.parametrize(("page", "words"), COMMANDS, ids=lambda x: x if isinstance(x, str) else " ".join(x[1:3]))
def test_a_command_exists_with_its_options(page, words):
    command, rest = typer.main.get_command(app), words[1:]
    while rest and rest[0] in getattr(command, "commands", {}):
        command, rest = command.commands[rest[0]], rest[1:]
    assert not hasattr(command, "commands"), f"{page}: no such command: {words}"
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= known, f"{page}: no such option: {words}"


@pytest.mark.parametrize("page", TEXTS)
def test_links_lead_somewhere(page):
    targets = [t for t in re.findall(r"\]\(([^)#]+)[^)]*\)", TEXTS[page]) if not t.startswith("http")]
    assert [t for t in targets if not ((ROOT / page).parent / t).exists()] == []


def test_the_readmes_tell_the_same():
    plain = {page: [re.sub(r" +#.*", "", b) for b in blocks(page, "python")] for page in ("README.md", "README.ko.md")}
    assert plain["README.md"] == plain["README.ko.md"]
    assert typed("README.md") == typed("README.ko.md")
    assert blocks("README.md", "text")[0] == blocks("README.ko.md", "text")[0]


def test_python_in_the_readme_runs():
    dataset, component = blocks("README.md", "python")
    told: dict = {}
    exec(dataset, told)
    assert list(told["tables"].events(told["doc"])["date"]) == ["1957-10-04", "1958"]
    exec(component, told)
    assert [span.text for span in told["nlp"]("사흘 뒤인 1961년 5월 5일").spans["times"]] == [
        "사흘 뒤",
        "1961년 5월 5일",
    ]


@pytest.fixture
def eras_of_the_page(tmp_path):
    """The eras that the how-to adds, as a folder of one's own; ours alone afterwards."""
    table = next(block for block in blocks("docs/how-to.md", "csv") if "first_year" in block)
    (tmp_path / "eras.csv").write_text(table, encoding="utf-8")
    lexicon.use([tmp_path])
    yield
    lexicon.use([])


def test_eras_of_the_how_to_are_found(eras_of_the_page):
    assert [(t.text, t.value) for t in find("뜨득 5년 3월에, 이듬해")] == [
        ("뜨득 5년 3월", "1852-03"),
        ("이듬해", "1853"),
    ]
    assert [(t.text, t.value) for t in find("昭和 16년에")] == [("昭和 16년", "1941")]


def test_eras_of_the_how_to_are_not_ours():
    assert [t.value for t in find("뜨득 5년 3월에")] != ["1852-03"]
