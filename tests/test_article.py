"""Files → documents."""

import bz2
import datetime
import gzip
import hashlib
import io
import json
import sys
import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.article import Document, from_text, read
from pipeline.errors import InputError

WAR = "1592년 4월 13일 왜군이 부산에 상륙했다."


def write(path, content, encoding="utf-8"):
    path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
    return path


def read_all(*paths, **options):
    bad = []
    documents = list(read(paths, bad=bad, **options))
    return documents, [str(error) for error in bad]


class TestTextFiles:
    def test_a_text_is_a_document_with_the_files_name(self, tmp_path):
        path = write(tmp_path / "임진왜란.txt", WAR)
        [document] = read([path])
        assert (document.id, document.text, document.date) == ("임진왜란", WAR, None)
        assert document.source.path == str(path)
        assert document.source.sha256 == hashlib.sha256(WAR.encode()).hexdigest()

    def test_line_ends_and_decomposed_hangul_stay_as_they_are(self, tmp_path):
        text = "\ufeff" + unicodedata.normalize("NFD", "첫 줄") + "\r\n둘째\r셋째\n"
        [document] = read([write(tmp_path / "a.txt", text)])
        assert document.text == text[1:]

    def test_the_encoding_can_be_forced(self, tmp_path):
        path = write(tmp_path / "a.txt", "訓民正音", "cp949")
        assert read_all(path)[0] == []
        assert [d.text for d in read([path], encoding="cp949")] == ["訓民正音"]

    def test_standard_input(self, monkeypatch):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(WAR.encode("cp949"))))
        [document] = read(["-"])
        assert (document.id, document.text) == ("stdin", WAR)


class TestFolders:
    def test_are_walked_in_the_order_of_names(self, tmp_path):
        for name in ("나.txt", "가/다.txt", "가.TXT", "notes.md"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            write(path, WAR)
        write(tmp_path / "하.jsonl", json.dumps({"id": "j1", "text": WAR}))
        assert [d.id for d in read([tmp_path])] == ["가", "가/다", "나", "j1"]

    def test_an_empty_one_is_bad_input(self, tmp_path):
        assert read_all(tmp_path) == (
            [],
            [f"{tmp_path}: no documents in this folder; expected *.txt, *.jsonl, *.csv, *.html, *.hwp …"],
        )


class TestJsonLines:
    def lines(self, tmp_path, *rows):
        return write(tmp_path / "docs.jsonl", "\n".join(r if isinstance(r, str) else json.dumps(r) for r in rows))

    def test_id_text_and_date(self, tmp_path):
        path = self.lines(
            tmp_path,
            {"id": "가", "text": WAR, "date": "2013-02-12T04:30:00-02:00"},
            "",
            {"id": 7, "text": "둘째", "date": None},
            {"id": "c", "text": " 셋째\u2028줄 ", "title": "더 있는 것은 상관없다"},
        )
        documents = list(read([path]))
        assert [(d.id, d.text, d.date) for d in documents] == [
            ("가", WAR, "2013-02-12T04:30:00-02:00"),
            ("7", "둘째", None),
            ("c", " 셋째\u2028줄 ", None),
        ]

    def test_windows_line_ends_and_a_byte_order_mark(self, tmp_path):
        path = write(tmp_path / "a.jsonl", '\ufeff{"id":"a","text":"하나"}\r\n{"id":"b","text":"둘"}\r\n')
        assert [d.text for d in read([path])] == ["하나", "둘"]

    @pytest.mark.parametrize(
        ("row", "said"),
        [
            ('{"id": "b", "text": ', "column 21: broken JSON (Expecting value)"),
            ("[1, 2]", 'not a document; expected {"id": …, "text": …}, got [1, 2]'),
            ("[" * 100_000, "JSON that cannot be read"),
            ({"text": "이름 없는 글"}, "column id: a document without an id; expected a name, got nothing"),
            ({"id": " ", "text": "글"}, 'column id: a document without an id; expected a name, got " "'),
            ({"id": True, "text": "글"}, "column id: a document without an id; expected a name, got true"),
            ({"id": "b"}, "column text: a document without text; expected text, got nothing"),
            ({"id": "b", "text": None}, "column text: a document without text; expected text, got nothing"),
            ({"id": "b", "text": " \n"}, "column text: a document without text"),
            ({"id": "b", "text": 1957}, "column text: a document without text; expected text, got 1957"),
            ({"id": "b", "text": "글", "date": "어제"}, "column date: not a date; expected an ISO date"),
            ({"id": "b", "text": "글", "date": "2023-02-29"}, "column date: not a date; expected an ISO date"),
            ({"id": "b", "text": "글", "date": "20230228"}, "column date: not a date; expected an ISO date"),
            ({"id": "b", "text": "글", "date": 2023}, "column date: not a date; expected an ISO date"),
            ('{"id": "b", "text": "반쪽 \\ud83d"}', "column text: offset 3: half of a surrogate pair is no character"),
            ('{"id": "\\ude80", "text": "글"}', "column id: offset 0: half of a surrogate pair is no character"),
            ({"id": "a", "text": "글"}, "the id 'a' stands twice"),
        ],
    )
    def test_a_bad_line_is_told_and_the_others_come_out(self, tmp_path, row, said):
        path = self.lines(tmp_path, {"id": "a", "text": "앞"}, row, {"id": "z", "text": "뒤"})
        documents, bad = read_all(path)
        assert [d.id for d in documents] == ["a", "z"]
        assert len(bad) == 1
        assert bad[0].startswith(f"{path}: the id" if "stands twice" in said else f"{path}:2: {said}")

    def test_a_whole_surrogate_pair_is_a_character(self, tmp_path):
        [document] = read([self.lines(tmp_path, '{"id": "a", "text": "\\ud83d\\ude80 로켓"}')])
        assert document.text == "🚀 로켓"


class TestCsv:
    def test_columns_in_any_order_quotes_and_long_cells(self, tmp_path):
        long = "긴 글이다. " * 50_000
        path = write(
            tmp_path / "a.csv", f'text,date,id\r\n"둘러 ""대어""\r\n말했다, 그는.",,가\r\n{long},2020-01-02,나\r\n'
        )
        assert [(d.id, d.text, d.date) for d in read([path])] == [
            ("가", '둘러 "대어"\r\n말했다, 그는.', None),
            ("나", long, "2020-01-02"),
        ]

    @pytest.mark.parametrize(
        ("content", "line", "said"),
        [
            ("id,txt\na,글\n", 1, "wrong columns; expected id,text and optional date, got id,txt"),
            ("id,text,제목\na,글,제목\n", 1, "wrong columns"),
            ("id,text,text\na,글,글\n", 1, "wrong columns"),
            ('id,text\na,"첫\n줄"\nb,글,더\n', 4, "wrong number of cells; expected 2, got 3"),
            ('id,text\na,글\nb,"열린 따옴표', 3, "not CSV"),
            ("id,text\na,글\nb,\n", 3, "column text: a document without text"),
        ],
    )
    def test_a_bad_row_is_told_with_its_line(self, tmp_path, content, line, said):
        path = write(tmp_path / "a.csv", content)
        _, [bad] = read_all(path)
        assert bad.startswith(f"{path}:{line}: {said}")


class TestGzipped:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
    def test_json_lines_and_csv(self, tmp_path, encoding):
        rows = f'{{"id": "가", "text": "{WAR}"}}\n'
        write(tmp_path / "a.jsonl.gz", gzip.compress(rows.encode(encoding)))
        write(tmp_path / "b.csv.gz", gzip.compress(f"id,text\r\n나,{WAR}\r\n".encode(encoding)))
        documents, bad = read_all(tmp_path)
        assert (bad, [(d.id, d.text) for d in documents]) == ([], [("가", WAR), ("나", WAR)])
        assert documents[0].source.sha256 == hashlib.sha256((tmp_path / "a.jsonl.gz").read_bytes()).hexdigest()
        assert documents[0].source.encoding == {"utf-8-sig": "utf-8"}.get(encoding, encoding)

    def test_a_broken_one(self, tmp_path):
        whole = gzip.compress(f'{{"id": "가", "text": "{WAR}"}}\n'.encode() * 99)
        for content in (whole[:-20], b"no gzip", whole[:30] + b"\xff\xff" + whole[32:]):
            documents, [bad] = read_all(write(tmp_path / "a.jsonl.gz", content))
            assert documents == []
            assert bad.startswith(f"{tmp_path / 'a.jsonl.gz'}: a broken gzip file")

    def test_a_bomb_asks_for_no_more_memory_than_a_line_may(self, tmp_path, monkeypatch):
        monkeypatch.setattr("pipeline.records._LONGEST", 100_000)
        write(tmp_path / "a.jsonl.gz", gzip.compress(b" " * 20_000_000 + b"x"))
        tracemalloc.start()
        documents, [bad] = read_all(tmp_path / "a.jsonl.gz")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert (documents, peak < 16_000_000) == ([], True)
        assert bad.endswith("an endless line; expected lines of under 100,000 characters")


class TestPackedOtherwise:
    """By bzip2 and Zstandard; what can go wrong with them is in test_archive.py."""

    def test_json_lines_and_csv(self, tmp_path):
        zstd = pytest.importorskip("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")
        row, table = f'{{"id": "%s", "text": "{WAR}"}}\n', f"id,text\r\n%s,{WAR}\r\n"
        for name, packed in {
            "가.jsonl.zst": zstd.compress((row % "가").encode()),
            "나.zst": zstd.compress((row % "나").encode()),
            "다.csv.zst": zstd.compress((table % "다").encode("cp949")),
            "라.ndjson.bz2": bz2.compress((row % "라").encode()),
            "마.csv.bz2": bz2.compress((table % "마").encode()),
        }.items():
            write(tmp_path / name, packed)
        documents, bad = read_all(tmp_path)
        assert (bad, [(d.id, d.text) for d in documents]) == ([], [(name, WAR) for name in "가나다라마"])


class TestMemory:
    @pytest.mark.parametrize("suffix", ["jsonl", "csv", "jsonl.gz"])
    def test_does_not_grow_with_the_file(self, tmp_path, suffix):
        """30 MB of documents are read in less than a quarter of that."""
        row = '{"id": "%d", "text": "%s"}\n' if "jsonl" in suffix else "%d,%s\n"
        text = ("" if "jsonl" in suffix else "id,text\n") + "".join(row % (n, "가" * 10_000) for n in range(1000))
        path = write(tmp_path / f"a.{suffix}", gzip.compress(text.encode()) if suffix.endswith("gz") else text)
        del text
        tracemalloc.start()
        assert sum(1 for _ in read([path])) == 1000
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 7_500_000


class TestParquet:
    def test_rows_are_documents(self, tmp_path):
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        dates = [datetime.date(2013, 2, 12), None]
        table = pyarrow.table({"title": ["", ""], "id": [1, 2], "text": [WAR, None], "date": dates})
        parquet.write_table(table, tmp_path / "a.parquet")
        [document], [bad] = read_all(tmp_path)
        assert (document.id, document.text, document.date) == ("1", WAR, "2013-02-12")
        assert bad.startswith(f"{tmp_path / 'a.parquet'}:2: column text: a document without text")

    def test_what_is_none_is_told(self, tmp_path):
        pytest.importorskip("pyarrow")
        _, [bad] = read_all(write(tmp_path / "a.parquet", b"PAR1"))
        assert bad.startswith(f"{tmp_path / 'a.parquet'}: not Parquet (")

    def test_without_pyarrow_it_says_what_to_install(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "pyarrow", None)
        path = write(tmp_path / "a.parquet", b"PAR1")
        assert read_all(path) == ([], [f"{path}: Parquet needs pyarrow; pip install 'yeonpyo[parquet]'"])


class TestBadFiles:
    @pytest.mark.parametrize(
        ("name", "content", "said"),
        [
            ("a.txt", b"", "a document without text; expected text"),
            ("a.txt", b"\xef\xbb\xbf \n", "a document without text; expected text"),
            ("a.jsonl", b"", "an empty file; expected documents with id and text"),
            ("a.csv", b"\n", "an empty file; expected documents with id and text"),
            ("a.txt", b"\0\1\2\3" * 9, "a binary file"),
            ("a.txt", b"\xff\xd8\xff\xe0 \x90", "bytes in no known encoding"),
        ],
    )
    def test_are_told_and_the_good_ones_come_out(self, tmp_path, name, content, said):
        path, good = write(tmp_path / name, content), write(tmp_path / "good.txt", WAR)
        documents, [bad] = read_all(path, tmp_path / "없는.txt", good)[0], read_all(path)[1]
        assert [d.text for d in documents] == [WAR]
        assert bad.startswith(f"{path}: {said}")

    def test_a_missing_one(self, tmp_path):
        path = tmp_path / "없는.txt"
        assert read_all(path) == ([], [f"{path}: no such file or folder"])

    def test_the_same_id_in_two_files_names_both(self, tmp_path):
        (tmp_path / "b").mkdir()
        one, other = write(tmp_path / "글.txt", WAR), write(tmp_path / "b" / "글.txt", WAR)
        documents, bad = read_all(one, other)
        assert len(documents) == 1
        assert bad == [f"{other}: the id '글' stands twice; expected one document an id, got another in {one}"]

    def test_without_a_list_the_first_is_raised(self, tmp_path):
        with pytest.raises(InputError, match="no such file"):
            list(read([tmp_path / "없는.txt"]))


class TestDate:
    def test_date_is_set_for_all(self, tmp_path):
        path = write(tmp_path / "a.jsonl", '{"id":"a","text":"올해","date":"1999-01-01"}\n{"id":"b","text":"올해"}')
        assert [d.date for d in read([path], date="2026-03-01")] == ["2026-03-01"] * 2

    @pytest.mark.parametrize("date", ["오늘", "2026", "2026-3-1", "2026-13-01", "2026-03-01T25:00", ""])
    def test_a_wrong_one_is_an_input_error(self, date):
        with pytest.raises(InputError, match="--date: not a date"):
            list(read(["없는.txt"], date=date))


def test_a_text_by_itself():
    assert from_text(WAR, "2026-03-01").text == WAR
    with pytest.raises(InputError, match="without text"):
        from_text(" ")
    with pytest.raises(InputError, match="half of a surrogate pair"):
        from_text("글\udcff")


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_text_survives_json_lines(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("docs") / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    [document] = read([path])
    assert document == Document("a", text, None, document.source)
