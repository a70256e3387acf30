"""Gazetteers: strict, complete with sources, extended by a user's folder, quick to load."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import lexicon
from pipeline.entities.gazetteer import COLUMNS, gazetteer
from pipeline.errors import LexiconError

LABELS = ("PS", "LC", "OG", "AF", "EV", "CV")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "gazetteer").mkdir()
    yield tmp_path
    lexicon.use([])


def rows(label: str) -> list[dict[str, str]]:
    return lexicon.read_table(f"gazetteer/{label}.csv", COLUMNS, key=("name",), optional=COLUMNS[1:])


@pytest.mark.parametrize("label", LABELS)
def test_every_row_says_where_it_is_from(label: str) -> None:
    assert [row["name"] for row in rows(label) if not row["source"]] == []


@pytest.mark.parametrize("label", LABELS)
def test_no_alias_is_another_row(label: str) -> None:
    names = {row["name"] for row in rows(label)}
    assert [a for row in rows(label) for a in row["aliases"].split("|") if a in names] == []


@pytest.mark.parametrize(
    ("surface", "label", "name"),
    [
        ("소련", "LC", "소비에트 연방"),
        ("소비에트연방", "LC", "소비에트 연방"),
        ("경남", "LC", "경상남도"),
        ("나토", "OG", "북대서양 조약 기구"),
        ("6·25 전쟁", "EV", "한국 전쟁"),
        ("노벨평화상", "CV", "노벨 평화상"),
        ("율곡 이이", "PS", "이이"),
    ],
)
def test_aliases_lead_to_one_name(surface: str, label: str, name: str) -> None:
    listed = gazetteer().get(surface)
    assert listed is not None
    assert (listed.label, listed.name) == (label, name)


def test_longest_name_first() -> None:
    found = [size for size, _ in gazetteer().at("대한민국임시정부는", 0)]
    assert found == sorted(found, reverse=True)
    assert found[0] == len("대한민국임시정부")


def test_a_users_row_is_found(folder: Path) -> None:
    (folder / "gazetteer" / "LC.csv").write_text("name,aliases,source\n누리섬,누리,test\n", encoding="utf-8")
    assert gazetteer().get("누리섬") is None
    lexicon.use([folder])
    listed = gazetteer().get("누리")
    assert listed is not None
    assert listed.name == "누리섬"


def test_unknown_column_is_an_error(folder: Path) -> None:
    (folder / "gazetteer" / "OG.csv").write_text("name,alias\n누리회,누리\n", encoding="utf-8")
    lexicon.use([folder])
    with pytest.raises(
        LexiconError, match=r"OG\.csv:1: wrong columns; expected name,aliases,guard,source, got name,alias"
    ):
        gazetteer()


def test_unknown_guard_is_an_error(folder: Path) -> None:
    (folder / "gazetteer" / "LC.csv").write_text("name,guard\n누리섬,maybe\n", encoding="utf-8")
    lexicon.use([folder])
    with pytest.raises(
        LexiconError, match="unknown guard of '누리섬'; expected NNP or stem or surname or josa or body, got maybe"
    ):
        gazetteer()


def test_loading_costs_little_more_than_reading_the_files(folder: Path) -> None:
    files = sorted((Path(lexicon.__file__).parent / "gazetteer").glob("*.csv"))
    start = time.process_time()
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            assert list(csv.DictReader(lines))
    reading = time.process_time() - start
    lexicon.use([folder])  # another set of folders: everything is read again
    gazetteer()
    assert time.process_time() - start - reading < 20 * reading
