"""HWP 5, HWPX and PDF → text.

HWP files are made here by the format's description; pyhwp, which is another's reading of it, finds the same paragraphs in them.
Of HWPX and PDF there is also one each that another program wrote: ``files/python-hwpx.hwpx`` and ``files/chromium.pdf``.
"""

import random
import sys
from pathlib import Path

import office_files as made
import pytest

pytest.importorskip("pypdf")
pytest.importorskip("olefile")

from pipeline.article import read

FILES = Path(__file__).parent / "files"
LANDED, GONE = "1592년 4월 13일 왜군이 부산에 상륙했다.", "이듬해 물러났다."


def read_all(path, content=None):
    if content is not None:
        path.write_bytes(content)
    bad = []
    return list(read([path], bad=bad)), [str(error) for error in bad]


def lines(path, content=None):
    [document], bad = read_all(path, content)
    assert bad == []
    return document.text.split("\n")


def refused(path, content=None):
    documents, [bad] = read_all(path, content)
    assert documents == []
    assert "\n" not in bad
    assert bad.startswith(f"{path}: ")
    return bad.removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("가.hwp", made.hwp(made.hwp_paragraph(LANDED, hanging=made.hwp_table("칸", "칸"), sign=11), flags=0)),
        ("가.hwpx", made.hwpx(made.hwpx_paragraph(LANDED) * 3)),
        ("가.pdf", made.pdf([LANDED] * 3, [GONE])),
    ],
)
def test_damage_of_any_kind_is_told_or_does_no_harm(tmp_path, name, whole, capfd):
    chance = random.Random(1592)
    for _ in range(100):
        content = bytearray(whole)
        place = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[place] ^= 1 << chance.randrange(8)
            case 1:
                del content[place : place + 20]
            case 2:
                content[place:place] = bytes(9)
            case _:
                content[place : place + 4] = b"\xff\xff\xff\x7f"
        documents, bad = read_all(tmp_path / name, bytes(content))
        assert len(documents) + len(bad) == 1
        assert not bad or (bad[0].startswith(f"{tmp_path / name}: ") and "\n" not in bad[0])
    assert capfd.readouterr() == ("", "")


class TestHwp:
    @pytest.fixture
    def path(self, tmp_path):
        return tmp_path / "보고.hwp"

    @pytest.mark.parametrize("packed", [1, 0])
    def test_a_paragraph_is_a_line(self, path, packed):
        section = made.hwp_paragraph(LANDED) + made.hwp_paragraph("") + made.hwp_paragraph("둘째\n줄\t칸 🚀")
        assert lines(path, made.hwp(section, flags=packed)) == [LANDED, "둘째", "줄\t칸 🚀"]

    def test_long_texts_have_long_records(self, path):
        section = made.hwp_paragraph("왜군이 왔다. " * 5000) + made.hwp_paragraph(GONE) * 200
        assert lines(path, made.hwp(section, flags=0)) == ["왜군이 왔다. " * 5000] + [GONE] * 200

    def test_cells_of_a_table_follow_their_paragraph(self, path):
        table = made.hwp_paragraph("표가 있다.", hanging=made.hwp_table("첫째 칸", "둘째 칸"), sign=11)
        assert lines(path, made.hwp(table + made.hwp_paragraph(GONE))) == ["표가 있다.", "첫째 칸", "둘째 칸", GONE]

    @pytest.mark.parametrize(("kind", "sign"), [("fn  ", 17), ("en  ", 17), ("head", 16), ("foot", 16), ("tcmt", 15)])
    def test_what_stands_around_the_text_is_left_out(self, path, kind, sign):
        around = made.hwp_control(kind, ["1700년에 쓴 글이다.", "둘째 줄"])
        section = made.hwp_paragraph(LANDED, hanging=around, sign=sign) + made.hwp_paragraph(GONE)
        assert lines(path, made.hwp(section)) == [LANDED, GONE]

    @pytest.mark.parametrize(
        ("flags", "said"),
        [
            (3, "locked with a password; save it without one"),
            (5, "a distribution copy (배포용 문서), whose text is encrypted; ask for the document itself"),
            (17, "locked by rights management (DRM); save it without"),
        ],
    )
    def test_a_locked_one_is_told(self, path, flags, said):
        assert refused(path, made.hwp(made.hwp_paragraph(LANDED), flags=flags)) == said

    def test_a_damaged_one_is_told(self, path):
        whole = made.hwp(made.hwp_paragraph(LANDED) * 200, flags=0)
        for content in (
            whole[:600],
            whole[:512] + b"\xff" * 1024 + whole[1536:],
            made.hwp(made.hwp_paragraph(LANDED)[:40]),
        ):
            assert refused(path, content).startswith(("a damaged HWP file (", "no HWP 5 file"))

    def test_one_whose_parts_are_larger_than_it_is_told_at_once(self, path):
        """The reader of compound files would count the sectors of two gigabytes."""
        whole = made.hwp(made.hwp_paragraph(LANDED))
        name = whole.index("FileHeader".encode("utf-16-le"))
        content = whole[: name + 120] + b"\xff\xff\xff\x7f" + whole[name + 124 :]
        assert refused(path, content) == "a damaged HWP file (its parts are larger than it)"

    def test_others_are_told(self, path):
        assert refused(path, made.compound_file({"WordDocument": b"x"})).startswith(
            "no HWP 5 file; expected a compound file"
        )
        assert refused(path, made.hwp(b"", header=b"Other")).startswith("no HWP 5 file; expected HWP Document File")
        assert refused(path, b"HWP Document File V3.00 \x1a\1\2\3\4\5").startswith("a file of HWP 3; expected HWP 5")
        assert refused(path, b"plain").startswith("a damaged file, or one of another kind; expected HWP 5, HWPX or PDF")
        assert refused(path, made.hwp(made.hwp_paragraph(""))).startswith("no text in it")

    def test_a_bomb_is_refused(self, path, monkeypatch):
        monkeypatch.setattr("pipeline.archive.LARGEST", 2**20)
        bomb = made.hwp(made.hwp_paragraph("가" * 10_000_000))
        assert refused(path, bomb).startswith("an archive bomb: it unpacks to too much; expected at most 1 MiB")

    def test_without_olefile_it_says_what_to_install(self, path, monkeypatch):
        monkeypatch.setitem(sys.modules, "olefile", None)
        assert refused(path, made.hwp(made.hwp_paragraph(LANDED))) == "HWP needs olefile; pip install 'yeonpyo[office]'"


class TestHwpx:
    @pytest.fixture
    def path(self, tmp_path):
        return tmp_path / "보고.hwpx"

    def test_one_that_another_program_wrote(self):
        assert lines(FILES / "python-hwpx.hwpx") == [LANDED, GONE, "칸 하나", "칸 둘"]

    def test_sections_follow_each_other_in_order(self, path):
        sections = [made.hwpx_paragraph(f"{number}절이다.") for number in range(12)]
        assert lines(path, made.hwpx(*sections)) == [f"{number}절이다." for number in range(12)]

    def test_signs_within_a_text(self, path):
        text = "1592년<hp:tab width='1'/>4월<hp:lineBreak/>13<hp:nbSpace/>일 &lt;맑음&gt; <hp:markpenBegin/>왔다<hp:markpenEnd/>."
        assert lines(path, made.hwpx(made.hwpx_paragraph(text))) == ["1592년\t4월", "13\u00a0일 <맑음> 왔다."]

    def test_what_a_reviser_struck_out_is_gone(self, path):
        text = "왜군이 <hp:deleteBegin Id='1'/>1700년에 <hp:deleteEnd Id='1'/><hp:insertBegin/>1592년에<hp:insertEnd/> 왔다."
        assert lines(path, made.hwpx(made.hwpx_paragraph(text))) == ["왜군이 1592년에 왔다."]

    def test_what_stands_around_the_text_is_left_out(self, path):
        note = f"<hp:ctrl><hp:footNote><hp:subList>{made.hwpx_paragraph('1700년')}</hp:subList></hp:footNote></hp:ctrl>"
        cell = f"<hp:tbl><hp:tr><hp:tc><hp:subList>{made.hwpx_paragraph('칸')}</hp:subList></hp:tc></hp:tr></hp:tbl>"
        assert lines(path, made.hwpx(made.hwpx_paragraph(LANDED, note + cell) + made.hwpx_paragraph(GONE))) == [
            LANDED,
            "칸",
            GONE,
        ]

    def test_one_under_the_name_of_hwp_is_read(self, tmp_path):
        assert lines(tmp_path / "보고.hwp", made.hwpx(made.hwpx_paragraph(LANDED))) == [LANDED]

    def test_a_locked_one_is_told(self, path):
        locked = "<odf:file-entry><odf:encryption-data/></odf:file-entry>"
        content = made.hwpx(made.hwpx_paragraph(LANDED), manifest=locked)
        assert refused(path, content) == "locked with a password; save it without one"

    def test_a_damaged_one_is_told(self, path):
        whole = made.hwpx(made.hwpx_paragraph(LANDED) * 50)
        assert refused(path, whole[:-30]).startswith("a damaged HWPX file (")
        middle = whole.index(b"section0.xml") + 30
        assert refused(path, whole[:middle] + b"\xff" * 20 + whole[middle + 20 :]).startswith("a damaged HWPX file (")
        assert refused(path, made.hwpx("<hp:p>")).startswith("a damaged HWPX file (mismatched tag")

    def test_a_zip_file_of_another_kind_is_told(self, path):
        assert refused(path, made.hwpx()) == "no HWPX file; expected a zip file with Contents/section0.xml"

    def test_a_bomb_is_refused(self, path, monkeypatch):
        monkeypatch.setattr("pipeline.archive.LARGEST", 2**20)
        for sections in ([made.hwpx_paragraph(" " * 20_000_000)], [made.hwpx_paragraph(" " * 400_000)] * 40):
            said = refused(path, made.hwpx(*sections))
            assert said.startswith("an archive bomb: it unpacks to too much; expected at most 1 MiB, or 250 times")

    def test_entities_of_its_own_are_refused(self, path):
        bomb = '<!DOCTYPE s [<!ENTITY a "하하하하"><!ENTITY b "&a;&a;&a;&a;">]>'
        said = refused(path, made.hwpx(made.hwpx_paragraph("&b;"), before=bomb))
        assert said.startswith("a document type or entity of its own; expected XML without <!DOCTYPE …>")

    def test_without_defusedxml_it_says_what_to_install(self, path, monkeypatch):
        monkeypatch.setitem(sys.modules, "defusedxml.common", None)
        said = refused(path, made.hwpx(made.hwpx_paragraph(LANDED)))
        assert said == "HWPX needs defusedxml; pip install 'yeonpyo[office]'"


class TestPdf:
    @pytest.fixture
    def path(self, tmp_path):
        return tmp_path / "보고.pdf"

    def test_one_that_a_browser_printed(self):
        [document], bad = read_all(FILES / "chromium.pdf")
        assert bad == []
        assert document.text.split("\n") == [
            "임진왜란",
            "1592년 4월 13일 왜군이 부산에 상륙했다. 왜군은 스무 날 만에 한성을 점령하였으며, 임금은 의주로 몸을옮겼다. "
            "이듬해 1월 조선과 명의 군대가 평양을 되찾았다.",
            "1598년 11월 전쟁이 끝났다.",
        ]
        assert document.source.reader.startswith("pypdf ")

    def test_lines_become_paragraphs_again_over_a_pages_end_too(self, path):
        first = ["머리말", "왜군은 1592년 4월 13일 부산에 상륙", "했으며, 스무 날 만에 한성을 차지한 뒤", "- 1 -"]
        second = ["2", "평양으로 갔다.", "- 첫째 까닭은 이러하다. 임금이 없었고", "- 둘째 까닭은 모른다."]
        assert lines(path, made.pdf(first, second)) == [
            "머리말",
            "왜군은 1592년 4월 13일 부산에 상륙했으며, 스무 날 만에 한성을 차지한 뒤평양으로 갔다.",
            "- 첫째 까닭은 이러하다. 임금이 없었고",
            "- 둘째 까닭은 모른다.",
        ]

    def test_one_of_pictures_only_is_told(self, path):
        said = "no text layer: its pages are pictures (a scan); expected text; text recognition (OCR) may read its pictures"
        assert refused(path, made.pdf([], [])) == said

    def test_a_locked_one_is_told_and_one_that_opens_without_a_password_is_read(self, path):
        assert refused(path, made.pdf([LANDED], encrypt="비밀")) == "locked with a password; save it without one"
        assert lines(path, made.pdf([LANDED], encrypt=("", "주인"))) == [LANDED]

    def test_a_damaged_one_is_told(self, path, capfd):
        whole = made.pdf([LANDED])
        for content in (whole[:200], b"%PDF-1.4\n" + b"\xff" * 500, whole.replace(b"/Kids", b"/Kods")):
            assert refused(path, content).startswith(("a damaged PDF file (", "no text layer"))
        assert capfd.readouterr() == ("", "")

    def test_without_pypdf_it_says_what_to_install(self, path, monkeypatch):
        monkeypatch.setitem(sys.modules, "pypdf", None)
        assert refused(path, made.pdf([LANDED])) == "PDF needs pypdf; pip install 'yeonpyo[office]'"
