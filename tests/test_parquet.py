"""Tables as Parquet and as lines of JSON: the same rows as everywhere else, typed."""

import json
import subprocess
import sys

import pytest

from pipeline import dataset, extraction, tables
from pipeline.article import Document
from pipeline.errors import InputError
from pipeline.export import formats
from pipeline.tables import TABLES


@pytest.fixture
def pairs(space_race):
    return [(Document("문서", space_race.text), space_race)]


@pytest.fixture
def pyarrow():
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")


def test_lines_of_json_are_the_rows(tmp_path, pairs, space_race):
    run = dataset.write(pairs, tmp_path / "out", format_names=["tables-jsonl"])
    assert set(run["files"]) == {*(f"{name}.jsonl" for name in TABLES), "datapackage.json", "run.json"}
    for name in TABLES:
        lines = (tmp_path / "out" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        expected = tables.frame(name, space_race).astype(object)
        assert [json.loads(line) for line in lines] == expected.where(expected.notna(), None).to_dict("records")
    first = json.loads((tmp_path / "out" / "times.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["value"], first["start_offset"], first["mod"]) == ("1957-10-04", 4, None)


def test_parquet_holds_the_rows_with_types_and_descriptions(tmp_path, pairs, space_race, pyarrow):
    dataset.write(pairs, tmp_path / "out", format_names=["parquet"])
    assert sorted(p.stem for p in (tmp_path / "out").glob("*.parquet")) == sorted(TABLES)
    for name, table in TABLES.items():
        read = pyarrow.read_table(tmp_path / "out" / f"{name}.parquet")
        expected = tables.frame(name, space_race).astype(object)
        assert read.to_pylist() == expected.where(expected.notna(), None).to_dict("records")
        for column, field in zip(table.columns, read.schema, strict=True):
            assert field.metadata[b"description"].decode() == column.description
            assert str(field.type) == {"integer": "int64", "string": "string"}[column.type]
            assert field.nullable is not column.required


def test_many_rows_are_more_than_one_group(tmp_path, pyarrow, monkeypatch):
    from pipeline import parquet

    monkeypatch.setattr(parquet, "_ROWS", 2)
    row = dict.fromkeys((column.name for column in TABLES["sentences"].columns), "글")
    rows = [row | {"start_offset": n, "end_offset": n + 1} for n in range(5)]
    path = tmp_path / "sentences.parquet"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    parquet.convert(path, TABLES["sentences"])
    assert pyarrow.read_table(path).to_pylist() == rows
    assert pyarrow.ParquetFile(path).num_row_groups == 3
    assert list(tmp_path.iterdir()) == [path]


def test_a_run_of_several_processes_writes_the_same(tmp_path, pyarrow):
    documents = [Document(f"글{n}", f"소련은 195{n}년에 위성을 발사했다.") for n in range(3)]
    for jobs in (1, 2):
        settings = extraction.Settings(("csv", "parquet"), ("times",))
        extraction.extract(documents, tmp_path / str(jobs) / "out", settings, jobs=jobs)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / n / "out").iterdir()} for n in "12")
    assert one == two
    rows = pyarrow.read_table(tmp_path / "1" / "out" / "times.parquet").to_pylist()
    assert [(row["document"], row["value"]) for row in rows] == [("글0", "1950"), ("글1", "1951"), ("글2", "1952")]


def test_the_description_names_the_files(tmp_path, pairs, pyarrow):
    frictionless = pytest.importorskip("frictionless")
    dataset.write(pairs, tmp_path / "out", format_names=["parquet", "tables-jsonl"])
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    told = {resource["path"]: resource for resource in package["resources"]}
    assert told["times.parquet"]["mediatype"] == "application/vnd.apache.parquet"
    assert told["times.jsonl"]["description"] == TABLES["times"].description
    assert frictionless.Package(str(tmp_path / "out" / "datapackage.json")).validate().valid


def test_without_pyarrow_it_is_told_in_one_line(monkeypatch):
    monkeypatch.setattr("pipeline.export.find_spec", lambda name: None)
    with pytest.raises(InputError) as told:
        formats(["csv", "parquet"])
    assert str(told.value) == "--format: parquet needs the package pyarrow; pip install 'yeonpyo[parquet]'"
    assert formats(["csv", "tables-jsonl"])


def test_pyarrow_is_loaded_by_nobody_else():
    code = "import sys, pipeline.export, pipeline.extraction; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
