"""Rows → files: cells that no spreadsheet runs, and every format's own reading of what was written."""

import csv
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.annotation import annotated
from pipeline.errors import InputError
from pipeline.export import FORMATS, Options, formats, harmful, harmless, read_csv
from pipeline.gold import read_annotations
from pipeline.model import Entity
from pipeline.tables import TABLES


def written(name, folder, *docs, **options):
    with FORMATS[name].write(folder, Options(**options)) as add:
        for doc in docs:
            add(annotated(doc, doc._.doc_id), doc)
    return folder


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ('=HYPERLINK("http://a.b","눌러")', '\'=HYPERLINK("http://a.b","눌러")'),
        ("+82-2", "'+82-2"),
        ("-0062-09-23", "'-0062-09-23"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("'=1", "''=1"),
        ("'57년", "'57년"),
        ("소련=소비에트 연방", "소련=소비에트 연방"),
        ("", ""),
    ],
)
def test_a_formula_gets_a_quote_before_it_and_loses_it_again(cell, safe):
    assert harmless(cell) == safe
    assert harmful(safe) == cell


@given(st.text("'=+-@\t\r\n＝ 가a", max_size=6))
@example("''''=")
def test_every_cell_comes_back(cell):
    safe = harmless(cell)
    assert harmful(safe) == cell
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))


class TestCsv:
    def test_each_table_is_a_file_with_a_header(self, tmp_path, space_race):
        written("csv", tmp_path, space_race)
        assert {p.name for p in tmp_path.iterdir()} == {f"{name}.csv" for name in TABLES}
        for name, table in TABLES.items():
            header = (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig").splitlines()[0]
            assert header == ",".join(c.name for c in table.columns)

    def test_excel_sees_a_byte_order_mark(self, tmp_path, space_race):
        assert (written("csv", tmp_path, space_race) / "times.csv").read_bytes().startswith(b"\xef\xbb\xbfdocument,")

    def test_rows(self, tmp_path, space_race):
        [first, second] = read_csv(written("csv", tmp_path, space_race, tables=("times",)) / "times.csv")
        assert (first["value"], first["mod"], first["anchor_offset"]) == ("1957-10-04", "", "")
        assert (second["text"], second["anchor_offset"]) == ("이듬해", "4")
        assert not (tmp_path / "events.csv").exists()

    def test_another_encoding(self, tmp_path, space_race):
        path = written("csv", tmp_path, space_race, csv_encoding="cp949") / "sentences.csv"
        assert "소련은".encode("cp949") in path.read_bytes()
        assert read_csv(path, "cp949")[0]["text"].startswith("소련은")
        with pytest.raises(InputError, match="cannot be read"):
            read_csv(path)

    def test_a_hostile_text_and_id(self, tmp_path, annotated_doc):
        text = '=cmd|" /C calc"!A0는,\t"따옴표"와 줄을\x0b담은 글.'
        name = Entity(0, 4, "=cmd", "AF", "=cmd", rule="shape.craft")
        written("csv", tmp_path, annotated_doc(text, entities=[name], doc_id="@나쁜,\n이름"))
        for table in ("sentences", "morphemes", "entities"):
            for row in csv.reader((tmp_path / f"{table}.csv").open(encoding="utf-8-sig", newline="")):
                assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
        [row] = read_csv(tmp_path / "entities.csv")
        assert (row["name"], row["document"]) == ("=cmd", "@나쁜,\n이름")


@given(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=30).filter(str.strip),
    st.text("=@'\n\r,;\"가", max_size=5),
)
def test_any_text_comes_back_from_csv_and_json_lines(tmp_path_factory, morphology, text, name):
    doc = morphology(text)
    doc._.doc_id = name
    folder = tmp_path_factory.mktemp("any")
    written("csv", folder, doc, tables=("sentences",))
    written("jsonl", folder, doc)
    expected = [(name, s.id, str(s.start), s.text) for s in annotated(doc, name)]
    rows = read_csv(folder / "sentences.csv")
    assert [(r["document"], r["sentence"], r["start_offset"], r["text"]) for r in rows] == expected
    records = read_annotations(folder / "annotations.jsonl")
    assert [(s.doc, s.id, str(s.start), s.text) for s in records] == expected


def test_json_lines_are_the_record_of_the_gold_files(tmp_path, space_race):
    path = written("jsonl", tmp_path, space_race) / "annotations.jsonl"
    first, second = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert list(first) == ["doc", "id", "start", "text", "times", "entities", "events"]
    assert second["doc"] == "문서"
    assert second["times"][0]["text"] == second["text"][second["times"][0]["start"] : second["times"][0]["end"]]
    assert second["events"][0]["trigger"]["lemma"] == "성공"
    assert read_annotations(path) == annotated(space_race, "문서")


def test_an_unknown_format_names_those_there_are():
    assert [f.name for f in formats(["jsonl", "csv"])] == ["jsonl", "csv"]
    with pytest.raises(InputError, match=r"--format: unknown format; expected csv, .*jsonl.*, got xls"):
        formats(["csv", "xls"])
