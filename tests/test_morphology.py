"""Text → ``Doc``: its text to the last code point, morphemes as tokens."""

import multiprocessing
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline import morphology as module
from pipeline.morphology import Morpheme, analyse, analyse_each, one_thread

HANGUL = st.text(st.sampled_from("가나다 열린문ㅋㅠ.\n\t0123ABC()\"'ㄴ한글했갔"), max_size=60)


def tokens(doc):
    return [(t.text, t.tag_, t.lemma_) for t in doc]


def test_morphemes_are_tokens_and_those_that_share_characters_one(morphology):
    doc = morphology("열린 문으로 달려갔다.")
    assert tokens(doc)[:3] == [("열린", "VV+ETM", "열리+ᆫ"), ("문", "NNG", "문"), ("으로", "JKB", "으로")]
    assert [t.idx for t in doc][:3] == [0, 3, 4]
    assert doc.text == "열린 문으로 달려갔다."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("소비에트 연방이우주 개발을", ["소비에트", "연방", "이", "우주", "개발", "을"]),
        ("1957년10월 4일", ["1957", "년", "10", "월", "4", "일"]),
        ("제2차 세계 대전", ["제", "2", "차", "세계", "대전"]),
    ],
)
def test_lost_spaces_do_not_hide_a_word(morphology, text, expected):
    assert [t.text for t in morphology(text)] == expected


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("구단은 클라우디오 라니에리를 선임했다.", ("클라우디오", "NNP", "클라우디오")),
        ("숲 12㏊가 사라졌다.", ("가", "JKS", "가")),
        ("지분 54%가 팔렸다.", ("가", "JKS", "가")),
    ],
)
def test_words_that_the_analyser_takes_for_others(morphology, text, token):
    assert token in tokens(morphology(text))


def test_an_old_ending_stays_one(morphology):
    assert ("오", "EC", "오") in tokens(morphology("그것은 책이오, 이것은 붓이다."))


def test_one_thread_and_more_give_the_same(monkeypatch):
    texts = [
        "열린 문으로 달려갔다.",
        "1957년10월 4일",
        "",
        "ㅋ" * 3000,
        *(f"{n}년에 위성을 쏘아 올렸다." for n in range(1900, 2000)),
    ]
    monkeypatch.setattr(module, "_threads", lambda: 2)
    several = list(analyse_each(texts))
    monkeypatch.undo()
    with one_thread():
        assert module._threads() == 1
        assert list(analyse_each(texts)) == several


def test_a_process_that_another_started_has_one_thread():
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(module._threads).result() == 1


def test_parts_of_a_fused_token():
    [opened, _] = analyse("열린 문")
    assert opened.parts == [("열리", "VV"), ("ᆫ", "ETM")]
    [_, plus, _] = analyse("가 + 나")
    assert (plus.text, plus.parts) == ("+", [("＋", "SW")])


def test_white_space(morphology):
    doc = morphology(" \n가  나\t\n")
    assert [(t.text, t.whitespace_) for t in doc] == [(" \n", ""), ("가", " "), (" ", ""), ("나", ""), ("\t\n", "")]
    assert {t.tag_ for t in doc if t.text.isspace()} == {"_SP"}


def test_sentence_starts(morphology):
    doc = morphology("왔다.갔다.[1] 또 왔다.")
    assert [t.idx for t in doc if t.is_sent_start] == [0, 3, 10]


def test_eojeol(morphology):
    doc = morphology("소비에트 연방의 '열린\n 문'.")
    assert [t._.eojeol for t in doc if not t.text.isspace()] == [
        "소비에트",
        "연방의",
        "연방의",
        "'열린",
        "'열린",
        "문'.",
        "문'.",
        "문'.",
    ]
    assert {t._.eojeol for t in doc if t.text.isspace()} == {""}


def test_decomposed_hangul_is_analysed_composed_and_kept_as_read(morphology):
    read = unicodedata.normalize("NFD", "열린 문")
    doc = morphology(read)
    assert doc.text == read
    assert [(t.tag_, t.lemma_) for t in doc] == [("VV+ETM", "열리+ᆫ"), ("NNG", "문")]


def test_a_sentence_is_analysed_the_same_whatever_stands_beside_it(morphology):
    alone = tokens(morphology("배를 타고 갔다."))
    assert tokens(morphology("그 배는 달다. 배를 타고 갔다. 사과와 배.\n배가 아프다"))[6:13] == alone


@given(st.one_of(HANGUL, st.text(st.characters(codec="utf-8"), max_size=30)))
@example("\x00널")
@example("ᄒᆞᆫ글")
@example("🚀👩‍🚀 e\u0301")
@example("\u1112\u1161\u11ab\u1112")
def test_any_text_is_covered_to_the_last_character(morphology, text):
    doc = morphology(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token)] == token.text
        assert len(token.tag_.split("+")) == len(token.lemma_.split("+")) or token.tag_ == "_SP"


@given(HANGUL)
def test_morphemes_cover_all_but_white_space(text):
    found = analyse(text)
    assert all(isinstance(m, Morpheme) and text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for m in found for i in range(m.start, m.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


def test_a_long_line_without_a_full_stop_is_analysed_in_pieces(morphology):
    text = "우주 개발 경쟁과 " * 1000
    doc = morphology(text)
    assert doc.text == text
    assert [t.text for t in doc] == ["우주", "개발", "경쟁", "과"] * 1000


def test_a_name_behind_a_year_with_its_blank_lost():
    assert [(m.text, m.tag) for m in analyse("1966년금성과")] == [
        ("1966", "SN"), ("년", "NNB"), ("금성", "NNP"), ("과", "JC"),
    ]  # fmt: skip
    assert [m.text for m in analyse("1966년에는 1960년대와 5일간")] == [
        "1966",
        "년",
        "에",
        "는",
        "1960",
        "년대",
        "와",
        "5",
        "일",
        "간",
    ]
