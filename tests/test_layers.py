"""The order of the house: a file imports only from files above it in this list."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import pipeline

HOME = Path(pipeline.__file__).parent
LAYERS = [
    "errors", "outfile", "versions", "model", "edtf", "lexicon", "hangul", "encoding", "archive", "wikitext",
    "wikipedia", "webpage", "office", "records", "article", "sentences", "morphology", "cache",
    "reading", "grouping", "spacy_doc", "annotation", "timex", "entities", "events", "nlp", "gold", "exchange", "revision", "uid",
    "clusters", "icalendar", "timelinejs", "cells", "tables", "parquet", "export", "provenance", "datapackage", "dataset",
    "fragments", "journal", "unchanged", "workers", "extraction", "frames", "parts", "engine", "matching", "measures", "bootstrap", "score",
    "score_table", "evaluate", "gold_check", "error_analysis", "compare", "agreement", "diff", "gold_move",
    "palette", "display", "report", "explain", "terminal", "commands", "__main__",
]  # fmt: skip
FILES = sorted(HOME.rglob("*.py"))


def module_of(path):
    parts = path.relative_to(HOME).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path):
    """Modules below ``pipeline`` that a file imports when it is loaded, outside functions and type checking."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    waiting = list(tree.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.ImportFrom) and node.module == "pipeline":
            found |= {alias.name for alias in node.names if module_exists(alias.name)}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pipeline."):
            base = node.module.removeprefix("pipeline.")
            below = {f"{base}.{alias.name}" for alias in node.names}
            found |= {name for name in below if module_exists(name)} or {base}
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("pipeline.") for a in node.names if a.name.startswith("pipeline.")}
        elif isinstance(node, ast.Try | ast.ClassDef) or (
            isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.dump(node.test)
        ):
            waiting += ast.iter_child_nodes(node)
    return found


def module_exists(name):
    path = HOME.joinpath(*name.split("."))
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def test_every_file_has_its_place():
    assert {module_of(path).split(".")[0] for path in FILES} - {""} == set(LAYERS)


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_imports_point_up(path):
    layer = module_of(path).split(".")[0]
    if not layer:
        assert imports(path) == set()
        return
    for name in imports(path):
        other = name.split(".")[0]
        assert other == layer or LAYERS.index(other) < LAYERS.index(layer), f"{module_of(path)} imports {name}"


@pytest.mark.parametrize("package", ["timex", "entities", "events"])
def test_no_circle_within_a_package(package):
    inside = {module_of(path): imports(path) for path in (HOME / package).glob("*.py")}
    inside[package] = set()  # the package's own file only hands on
    graph = {name: {n for n in names if n in inside and n != package} for name, names in inside.items()}
    assert len(list(TopologicalSorter(graph).static_order())) == len(inside)


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_only_morphology_knows_kiwi_and_nobody_the_clock(path):
    code = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
            if any(name.split(".")[0] == "kiwipiepy" for name in names):
                assert module_of(path) == "morphology"
            assert "time" not in names
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            assert (node.value.id, node.attr) not in {("date", "today"), ("datetime", "now"), ("datetime", "today")}


def test_the_lists_own_words_are_read_rightly(tmp_path):
    """The reader of imports sees what counts, and only that."""
    path = tmp_path / "example.py"
    path.write_text(
        "from typing import TYPE_CHECKING\n"
        "import pipeline.errors\n"
        "from pipeline import lexicon, __version__\n"
        "from pipeline.timex import rule, find\n"
        "if TYPE_CHECKING:\n    from pipeline.score import Report\n"
        "def late():\n    from pipeline.export import FORMATS\n"
    )
    assert imports(path) == {"errors", "lexicon", "timex.rule"}
