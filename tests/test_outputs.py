"""The sample datasets under ``outputs/`` are what ``yeonpyo run`` makes of the articles under ``gold/``, to the byte."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.morphology import kiwi_version

HOME = Path(__file__).parent.parent
GOLD, OUTPUTS = HOME / "gold", HOME / "outputs"
NAMES = sorted(path.parent.name for path in OUTPUTS.glob("*/run.json") if (GOLD / path.parent.name).is_dir())
# What run.json says of the code: it changes with every comment, and the dataset need not.
HINT = "after a change of rules: yeonpyo run, and commit outputs/"
CODE = {"yeonpyo", "rules", "lexicon", *kiwi_version()}

pytestmark = pytest.mark.skipif(not NAMES, reason="no outputs/ here, as in a source distribution")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The same made anew, without the cache that other tests use."""
    out = tmp_path_factory.mktemp("outputs")
    done = CliRunner().invoke(app, ["run", "--gold", str(GOLD), "--out", str(out), "--no-cache"])
    assert done.exit_code == 0, done.output
    return out


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_is_made_again_to_the_byte(made, name):
    kept, new = (
        {p.name: p.read_bytes() for p in (folder / name).iterdir() if not p.name.startswith(".")}
        for folder in (OUTPUTS, made)
    )
    one, other = json.loads(kept.pop("run.json")), json.loads(new.pop("run.json"))
    for part, version in kiwi_version().items():
        if one[part] != version:
            pytest.skip(f"made with {part} {one[part]}; {version} is installed, and may analyse otherwise")
    assert without_code(one) == without_code(other), HINT
    assert kept.keys() == new.keys()
    assert [file for file in kept if kept[file] != new[file]] == [], HINT


def test_there_is_one_for_every_article():
    assert [path.parent.name for path in sorted(GOLD.glob("*/article.txt"))] == NAMES, HINT


def without_code(run):
    return {key: value for key, value in run.items() if key not in CODE}
