"""Wikipedia dumps → articles; wikitext → lines."""

import bz2
import sys
import time
import tracemalloc
from xml.sax.saxutils import escape

import pytest

pytest.importorskip("mwparserfromhell")

from pipeline.article import read
from pipeline.wikitext import plain

HEAD = '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="ko">\n'
SITE = '<siteinfo><sitename>위키백과</sitename><namespaces><namespace key="0" /></namespaces></siteinfo>\n'


def page(title, text, *, ns=0, more="", number=1):
    return (
        f"<page><title>{escape(title)}</title><ns>{ns}</ns><id>{number}</id>{more}<revision><id>9</id>"
        "<timestamp>2026-01-02T03:04:05Z</timestamp><contributor><username>누구</username><id>5</id></contributor>"
        f'<model>wikitext</model><format>text/x-wiki</format><text bytes="9" xml:space="preserve">{escape(text)}</text>'
        "<sha1>x</sha1></revision></page>\n"
    )


def dump(*pages):
    return (HEAD + SITE + "".join(pages) + "</mediawiki>\n").encode()


def read_all(path):
    bad = []
    return list(read([path], bad=bad)), [str(error) for error in bad]


class TestDumps:
    @pytest.mark.parametrize("name", ["kowiki.xml", "kowiki.xml.bz2"])
    def test_articles_are_documents_by_their_titles(self, tmp_path, name):
        content = dump(
            page("한성 (수도)", "'''한성'''은 [[조선]]의 서울이다 & 임금이 살았다."),
            page("틀:수도", "{{{1}}}", ns=10),
            page("토론:한성", "1900년 일이다.", ns=1),
            page("서울", "#넘겨주기 [[한성 (수도)]]", more='<redirect title="한성 (수도)" />'),
            page("빈 글", "{{토막글}}"),
            page("임진왜란", "1592년에 일어났다."),
        )
        path = tmp_path / name
        path.write_bytes(bz2.compress(content) if name.endswith("bz2") else content)
        documents, bad = read_all(path)
        assert bad == []
        assert [(d.id, d.text, d.date) for d in documents] == [
            ("한성 (수도)", "한성은 조선의 서울이다 & 임금이 살았다.", None),
            ("임진왜란", "1592년에 일어났다.", None),
        ]
        assert documents[0].source.reader.startswith("mwparserfromhell ")

    def test_memory_does_not_grow_with_the_dump(self, tmp_path):
        """6 MB in 300 pages."""
        path = tmp_path / "kowiki.xml.bz2"
        prose = "1592년에 일어났다.\n" * 800
        path.write_bytes(bz2.compress(dump(*(page(f"글 {n}", prose, number=n) for n in range(300))), 1))
        tracemalloc.start()
        assert sum(1 for _ in read([path])) == 300
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 2_000_000

    def test_of_a_dump_that_is_cut_short_the_whole_pages_come_out(self, tmp_path):
        path = tmp_path / "kowiki.xml"
        path.write_bytes(dump(page("가", "1592년이다."), page("나", "1598년이다."))[:-120])
        documents, [bad] = read_all(path)
        assert [d.id for d in documents] == ["가"]
        assert bad.startswith(f"{path}:")
        assert "not well-formed XML; got no element found" in bad

    def test_an_endless_page_is_refused(self, tmp_path, monkeypatch):
        monkeypatch.setattr("pipeline.wikipedia._LARGEST_PAGE", 2**18)
        path = tmp_path / "kowiki.xml.bz2"
        path.write_bytes(bz2.compress(dump(page("가", "1592년이다."), page("나", "가" * 2**17))))
        documents, [bad] = read_all(path)
        assert [d.id for d in documents] == ["가"]
        assert bad == f"{path}: an endless page; expected pages of under 256 KiB"

    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE m [<!ENTITY a "하하하하하하하하"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
            '<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
            '<!DOCTYPE m SYSTEM "http://localhost:9/m.dtd">',
        ],
    )
    def test_entities_of_its_own_are_refused(self, tmp_path, declared):
        path = tmp_path / "kowiki.xml"
        path.write_bytes(declared.encode() + dump(page("가", "1592년이다.")))
        documents, [bad] = read_all(path)
        assert documents == []
        assert "a document type or entity of its own; expected XML without <!DOCTYPE …>" in bad

    def test_xml_of_another_kind_is_told(self, tmp_path):
        path = tmp_path / "a.xml"
        path.write_text("<rss><page/></rss>")
        assert read_all(path) == ([], [f"{path}: not a Wikipedia dump; expected <mediawiki>, got <rss>"])

    def test_a_tangled_page_is_told_and_the_others_come_out(self, tmp_path):
        """The parser would look for an end 50,000 times."""
        path = tmp_path / "kowiki.xml"
        path.write_bytes(dump(page("가", "{{a|" * 50_000), page("나", "1598년이다.")))
        begun = time.perf_counter()
        documents, [bad] = read_all(path)
        assert [d.id for d in documents] == ["나"]
        assert "the page '가' cannot be read (50,000 tags, links and templates without an end)" in bad
        assert time.perf_counter() - begun < 20

    def test_without_the_library_it_says_what_to_install(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "mwparserfromhell", None)
        path = tmp_path / "kowiki.xml"
        path.write_bytes(dump(page("가", "1592년이다.")))
        said = f"{path}: a Wikipedia dump needs mwparserfromhell; pip install 'yeonpyo[wiki]'"
        assert read_all(path) == ([], [said])


class TestWikitext:
    @pytest.mark.parametrize(
        ("wikitext", "lines"),
        [
            ("'''굵은''' ''기운'' '''''둘 다'''''", "굵은 기운 둘 다"),
            ("[[조선]]과 [[명나라|명]], [http://a.kr 실록]", "조선과 명, 실록"),
            ("1592년<ref>실록</ref>에<ref name=a /> 왔다.<ref\nname='b'>{{인용|1700년}}</ref>", "1592년에 왔다."),
            ("앞{{틀|1700년|{{날짜|1800}}}} 뒤", "앞 뒤"),
            ("임진왜란({{llang|zh|壬辰倭亂}})은 전쟁({{lang|en|x}}, 1592년)이다.", "임진왜란은 전쟁(1592년)이다."),
            ("{| class=wikitable\n! 해\n|-\n| 1592년 || {{틀}}\n|}\n글이다.", "글이다."),
            (
                "[[파일:a.jpg|섬네일|[[부산]]에서, 1760년]]글이다.\n\n[[분류:전쟁]] [[en:War]] [[:분류:전쟁]]",
                "글이다.\n:분류:전쟁",
            ),
            ("[[CSI: 마이애미]]와 [[AI:글|글]]이다.", "CSI: 마이애미와 글이다."),
            ("<!-- 1700년 -->글이다.<br />둘째 줄이다.", "글이다.\n둘째 줄이다."),
            ("첫 줄과\n같은 문단이다.\n\n다음 문단이다.", "첫 줄과 같은 문단이다.\n다음 문단이다."),
            ("* 하나\n** 둘\n# 셋\n:넷\n;말:뜻\n글이다.", "하나\n둘\n셋\n넷\n말\n뜻\n글이다."),
            ("== 배경 ==\n=== 일본 ===\n글이다.\n== 각주 ==\n{{각주}}\n== 같이 보기 ==\n", "배경\n일본\n글이다."),
            ("1592년&nbsp;4월 &lt;초&gt; &#49328; &#xD800;", "1592년\u00a04월 <초> 산 \ufffd"),
            ("<nowiki>[[글]]</nowiki> H<sub>2</sub>O <math>x</math>__목차숨김__", "[[글]] H2O"),
            ("<div style='x'>상자</div>글<gallery>\na.jpg|1700년\n</gallery>", "상자\n글"),
            ("#REDIRECT 아님", "REDIRECT 아님"),
            ("", ""),
        ],
    )
    def test_becomes_what_a_reader_sees(self, wikitext, lines):
        assert plain(wikitext) == lines
