"""Texts that are taken out of files of all kinds: what offsets count can be had again."""

import json
import sys

import office_files as made
import pytest

pytest.importorskip("pypdf")
pytest.importorskip("olefile")
pytest.importorskip("trafilatura")
pytest.importorskip("mwparserfromhell")

from test_webpage import DATED, web_page
from test_wikipedia import dump, page

from pipeline.article import Document, read, read_quickly, write
from pipeline.errors import OutputError
from pipeline.export import read_csv

LANDED = "1592년 4월 13일 왜군이 부산에 상륙했다."


@pytest.fixture
def files(tmp_path):
    """A folder with a file of each kind, and one of none."""
    folder = tmp_path / "자료"
    (folder / "2026").mkdir(parents=True)
    (folder / "2026" / "보고.hwp").write_bytes(
        made.hwp(made.hwp_paragraph(LANDED) + made.hwp_paragraph("이듬해 물러났다."))
    )
    (folder / "2026" / "보고.hwpx").write_bytes(made.hwpx(made.hwpx_paragraph(LANDED)))
    (folder / "2026" / "보고.PDF").write_bytes(made.pdf(["1598년 11월 전쟁이 끝났다."]))
    (folder / "기사.html").write_text(web_page(head=DATED), encoding="utf-8")
    (folder / "위키.xml").write_bytes(
        dump(page("한성 (수도)", "1394년 [[한성]]으로 옮겼다."), page("전쟁", "1592년이다.\n\n이듬해다."))
    )
    (folder / "글.txt").write_text(LANDED, encoding="utf-8")
    (folder / "문서.jsonl").write_text(
        json.dumps({"id": "j", "text": "작년에 왔다.", "date": "2020-01-01"}), encoding="utf-8"
    )
    (folder / "notes.md").write_text(LANDED, encoding="utf-8")
    return folder


def test_a_folders_files_of_all_kinds_are_read_in_the_order_of_names(files):
    assert [d.id for d in read([files])] == [
        "2026/보고.PDF", "2026/보고.hwp", "2026/보고.hwpx", "글", "기사.html", "j", "한성 (수도)", "전쟁",
    ]  # fmt: skip


def test_the_texts_are_what_the_offsets_count(files, tmp_path, yeonpyo):
    code, said, _ = yeonpyo("texts", files, "--out", tmp_path / "글.jsonl")
    assert (code, said) == (0, f"{tmp_path / '글.jsonl'}: 8 documents\n")
    texts = {row["id"]: row["text"] for row in map(json.loads, (tmp_path / "글.jsonl").read_text("utf-8").splitlines())}
    assert yeonpyo("extract", files, "--only", "times", "--out", tmp_path / "1" / "out")[0] == 0
    rows = read_csv(tmp_path / "1" / "out" / "times.csv")
    assert len(rows) > 12
    for row in rows:
        assert texts[row["document"]][int(row["start_offset"]) : int(row["end_offset"])] == row["text"]


def test_extract_reads_them_in_the_files_place_with_the_same_rows(files, tmp_path, yeonpyo):
    yeonpyo("texts", files, "--out", tmp_path / "글.jsonl")
    for path, out in ((files, "1"), (tmp_path / "글.jsonl", "2")):
        assert yeonpyo("extract", path, "--only", "times", "--out", tmp_path / out / "out")[0] == 0
    for name in ("times.csv", "sentences.csv", "annotations.jsonl"):
        one, other = ((tmp_path / n / "out" / name).read_bytes() for n in "12")
        assert one == other


def test_run_json_names_the_library_that_took_the_text_out(files, tmp_path, yeonpyo):
    yeonpyo("extract", files, "--only", "times", "--out", tmp_path / "out")
    inputs = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["inputs"]
    told = {entry["file"]: (entry["encoding"], entry.get("reader", "").partition(" ")[0]) for entry in inputs}
    assert told == {
        "보고.PDF": ("pdf", "pypdf"),
        "보고.hwp": ("hwp", ""),
        "보고.hwpx": ("hwpx", ""),
        "글.txt": ("utf-8", ""),
        "기사.html": ("utf-8", "trafilatura"),
        "문서.jsonl": ("utf-8", ""),
        "위키.xml": ("utf-8", "mwparserfromhell"),
    }


def test_what_cannot_be_read_is_told_and_the_others_are_written(files, tmp_path, yeonpyo):
    (files / "스캔.pdf").write_bytes(made.pdf([]))
    code, said, told = yeonpyo("texts", files, "--out", tmp_path / "글.jsonl")
    assert (code, said) == (2, f"{tmp_path / '글.jsonl'}: 8 documents\n")
    assert told.startswith(f"yeonpyo: {files / '스캔.pdf'}: no text layer")


def test_the_date_of_the_command_line_has_its_way(files):
    assert {d.date for d in read([files], date="2019-05-05")} == {"2019-05-05"}
    assert {d.id: d.date for d in read([files])}["기사.html"] == "2026-03-02"


def test_documents_are_written_whole_or_not_at_all(tmp_path):
    documents = [Document("가", "첫째 줄\r\n둘째\u2028줄 🚀", "2020-01-01"), Document("나", "글")]
    write(documents, tmp_path / "글.jsonl")
    again = list(read([tmp_path / "글.jsonl"]))
    assert [(d.id, d.text, d.date) for d in again] == [(d.id, d.text, d.date) for d in documents]

    def failing():
        yield documents[1]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(failing(), tmp_path / "글.jsonl")
    assert [d.id for d in read([tmp_path / "글.jsonl"])] == ["가", "나"]
    (tmp_path / "폴더").mkdir()
    with pytest.raises(OutputError, match="폴더: cannot be written"):
        write(documents, tmp_path / "폴더")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["글.jsonl", "폴더"]


def test_what_is_read_quickly_may_be_read_twice(files):
    assert read_quickly([files / "글.txt", files / "문서.jsonl"])
    for slow in ("위키.xml", "기사.html", "2026", "2026/보고.PDF"):
        assert not read_quickly([files / "글.txt", files / slow])
    assert not read_quickly(["-"])


def test_a_missing_library_costs_only_its_files(files, monkeypatch):
    for library in ("pypdf", "trafilatura", "mwparserfromhell"):
        monkeypatch.setitem(sys.modules, library, None)
    bad = []
    assert [d.id for d in read([files], bad=bad)] == ["2026/보고.hwp", "2026/보고.hwpx", "글", "j"]
    assert [str(error).partition("; ")[2] for error in bad] == [
        "pip install 'yeonpyo[office]'", "pip install 'yeonpyo[html]'", "pip install 'yeonpyo[wiki]'",
    ]  # fmt: skip
