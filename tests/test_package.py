"""What is published: the wheel and the sdist hold all that is needed, and the wheel runs where the sources are not."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The folder with the wheel and the sdist, built from the sources as they are."""
    folder = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def unpacked(built, tmp_path_factory):
    """The wheel, unpacked as an installer does it."""
    folder = tmp_path_factory.mktemp("site")
    (wheel,) = built.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def test_the_wheel_holds_all_files_of_the_package(unpacked):
    tracked = subprocess.run(["git", "ls-files", "pipeline"], cwd=ROOT, capture_output=True, text=True)
    if tracked.returncode:
        pytest.skip("the sources are no checkout of git")
    missing = [name for name in tracked.stdout.splitlines() if not (unpacked / name).is_file()]
    assert missing == []


def test_the_sdist_holds_what_its_tests_need(built):
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"pyproject.toml", "constraints.txt", "Makefile", "LICENSE", "README.md", "gold/space_race/article.txt",
              "tests/test_package.py", "pipeline/py.typed", "docs/tutorial.md", "benchmarks/pipeline.py",
              "outputs/space_race/run.json"}  # fmt: skip
    assert wanted - names == set()


def test_the_wheel_runs_away_from_its_sources(unpacked, tmp_path):
    (tmp_path / "글.txt").write_text("1957년 10월 4일 소련은 스푸트니크 1호를 발사했다.", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(unpacked), "YEONPYO_CACHE": str(tmp_path / "cache")}

    def run(*command):
        return subprocess.run(
            [sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8"
        )

    assert run("-c", "import pipeline; print(pipeline.__file__)").stdout.startswith(str(unpacked))
    done = run("-m", "pipeline", "extract", "글.txt", "--out", "out")
    assert done.returncode == 0, done.stderr
    assert "1957-10-04" in (tmp_path / "out" / "events.csv").read_text(encoding="utf-8-sig")
