"""Web pages → articles."""

import sys

import pytest

pytest.importorskip("trafilatura")

from pipeline.article import read

ARTICLE = (
    "<h1>한빛 2호 발사</h1><p>한빛 연구소는 지난달 28일 한빛 2호를 <a href='x'>발사</a>했다. 발사는 오전 9시에 이루어졌다.</p>"
    "<h2>배경</h2><p>한빛 1호는 2024년 5월 3일에 발사되었다. 그해 12월 임무를 마쳤다.</p>"
    "<ul><li>2025년 1월 설계를 시작했다.</li><li>2025년 7월 시험을 마쳤다.</li></ul>"
)
LINES = [
    "한빛 2호 발사",
    "한빛 연구소는 지난달 28일 한빛 2호를 발사했다. 발사는 오전 9시에 이루어졌다.",
    "배경",
    "한빛 1호는 2024년 5월 3일에 발사되었다. 그해 12월 임무를 마쳤다.",
    "- 2025년 1월 설계를 시작했다.",
    "- 2025년 7월 시험을 마쳤다.",
]
DATED = "<meta property='article:published_time' content='2026-03-02T09:30:00+09:00'>"


def web_page(body=ARTICLE, head=""):
    menu = "<nav><a href='/'>홈</a> <a href='/p'>정치</a></nav>"
    foot = "<footer>저작권 2019-2026 한빛신문</footer>"
    head = f"<head><title>한빛</title>{head}</head>"
    return f"<!doctype html><html lang=ko>{head}<body>{menu}<div class=content>{body}</div>{foot}</body></html>"


def read_all(tmp_path, content, name="기사.html"):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    bad = []
    return list(read([tmp_path / name], bad=bad)), [str(error) for error in bad]


def test_an_article_is_a_document_with_the_pages_date(tmp_path):
    [document], bad = read_all(tmp_path, web_page(head=DATED))
    assert bad == []
    assert document.text.split("\n") == LINES
    assert (document.id, document.date, document.source.encoding) == ("기사.html", "2026-03-02", "utf-8")
    assert document.source.reader.startswith("trafilatura ")


def test_a_date_of_the_future_is_a_date_and_none_is_guessed_from_the_text(tmp_path):
    [document], _ = read_all(tmp_path, web_page(head=DATED.replace("2026", "2999")))
    assert document.date == "2999-03-02"
    [document], _ = read_all(tmp_path, web_page())
    assert document.date is None


@pytest.mark.parametrize(
    ("declared", "encoding", "found"),
    [
        ("<meta charset=utf-8>", "utf-8", "utf-8"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=EUC-KR'>", "cp949", "cp949"),
        ("<meta charset='ks_c_5601-1987'>", "cp949", "cp949"),
        ("<meta charset=utf-8>", "cp949", "cp949"),
        ("<meta charset='no-such'>", "utf-8", "utf-8"),
        ("", "utf-16", "utf-16"),
    ],
)
def test_the_encoding_is_the_declared_one_unless_it_is_not(tmp_path, declared, encoding, found):
    [document], _ = read_all(
        tmp_path, web_page(head=declared, body=ARTICLE + "<p>똠방각하가 왔다.</p>").encode(encoding)
    )
    assert document.text.startswith("\n".join(LINES[:2]))
    assert "똠방각하가 왔다." in document.text
    assert document.source.encoding == found


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<html><body></body></html>", "no article in this page; expected running text"),
        ("", "no article in this page; expected running text"),
        ("<div>" * 100_000 + "글", "no article in this page; expected running text"),
        (b"\0\1\2\3" * 9, "a binary file"),
    ],
)
def test_what_is_none_is_told_in_a_line(tmp_path, content, said, capfd):
    documents, [bad] = read_all(tmp_path, content)
    assert documents == []
    assert bad.startswith(f"{tmp_path / '기사.html'}: {said}")
    assert capfd.readouterr() == ("", "")


def test_entities_of_its_own_stay_as_they_are_written(tmp_path):
    bomb = '<!DOCTYPE html [<!ENTITY a "하하하하"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
    [document], _ = read_all(tmp_path, bomb + web_page(ARTICLE + "<p>끝은 &b; 그리고 &c; 이다.</p>"))
    assert document.text.split("\n") == [*LINES, "끝은 &b; 그리고 &c; 이다."]


def test_without_trafilatura_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "기사.html"
    assert read_all(tmp_path, web_page()) == ([], [f"{path}: HTML needs trafilatura; pip install 'yeonpyo[html]'"])
