"""Sentences, cut from characters alone. A ``|`` in the text stands where a sentence ends and the next begins."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.sentences import split

GOLD = Path(__file__).parent.parent / "gold"


def cut(text):
    return [text[s.start : s.end] for s in split(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "그는 떠났다.| 그리고 돌아오지 않았다.",
        # No space after the full stop.
        "전쟁 때문이었다.|1950년부터 시작되었다.|그는 떠났다.",
        "법이 고쳐졌다.|“이제 끝이다.”라고 그가 말했다.",
        # Footnote marks belong to the sentence before them.
        "왕이 죽었다.[1]|아들이 왕이 되었다.[2][3]| 이듬해였다.[주 1]",
        # Brackets glued to its full stop do, too, and theirs; what goes on after them is the next one.
        "말은 두 칸씩 뛰었다.(한 1981, 13쪽).| 졸은 약했다.(장기 이전이었다.)(한 1981).| 끝났다.|(왕)은 갔다.",
        # Quotes and brackets hold together what stands in them.
        '그는 "나는 간다. 곧 온다."라고 말했다.| 그리고 갔다.',
        "‘가라. 어서.’는 말을 들었다.",
        "(그날은 추웠다. 눈도 왔다.)| 모두 떠났다.",
        "그는 왕(재위 5년. 이하 같다.)의 아들이다.",
        "타이틀 곡 <가자! 바다로>를 불렀다.| 끝이다.",
        "값은 3 < 5이다.| 그리고 7 > 5이다.",
        "a<b이다.| 그리고 c>d이다.",
        # What is not closed holds nothing.
        '그는 "간다.| 그리고 갔다.',
        # A full stop that ends nothing.
        "길이는 3.14이다.| 무게는 2.5톤이다.",
        "1957. 10. 4. 발사되었다.",
        "그는 J. R. R. 톨킨이다.",
        "U.S. 정부는 발표했다.| 끝이다.",
        "www.example.com에서 보았다.",
        "1. 첫째 장",
        "가. 나는 여기 있다.",
        # Other signs.
        "정말 갔을까?| 갔다!|좋아요…| 갔다.",
        "안녕하십니까?|반갑습니다.|그는 “왜?”라고 물었다.",
        # Polite endings without their full stop.
        "어제 왔습니다| 오늘 갑니다",
        # Lines.
        "제목|\n\n본문이다.|\n- 하나|\n- 둘",
        "하나|\r\n둘|\u2028셋",
    ],
)
def test_where_sentences_end(marked):
    assert cut(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u3000\n"])
def test_no_text_no_sentence(text):
    assert split(text) == []


@pytest.mark.parametrize("article", sorted(GOLD.glob("*/article.txt")), ids=lambda path: path.parent.name)
def test_the_hand_labelled_articles(article):
    lines = article.with_name("annotations.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    assert cut(article.read_text(encoding="utf-8")) == [label["text"] for label in labels]


@given(st.text(st.sampled_from("가나다요. ?!\"'“”()[1]\n3a다.다.[")))
def test_sentences_are_in_order_bare_and_leave_no_letter_out(text):
    sentences = split(text)
    assert all(s.start < s.end for s in sentences)
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    covered = {i for s in sentences for i in range(s.start, s.end)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


@given(st.lists(st.sampled_from(["그는 갔다.", "왜 왔을까?", "“가라.”라고 했다.", "1950년에 끝났다.[1]"]), min_size=1))
def test_lost_spaces_between_sentences_change_nothing(sentences):
    assert cut("".join(sentences)) == cut(" ".join(sentences)) == sentences


class TestEndlessLines:
    def test_are_cut_at_a_blank_or_comma(self):
        text = "1957년 10월 4일, " * 1000
        sentences = split(text)
        pieces = [text[s.start : s.end] for s in sentences]
        assert "".join("".join(pieces).split()) == "".join(text.split())
        assert max(map(len, pieces)) <= 2000
        assert all(
            piece.startswith(("1957년", "10월", "4일")) and piece.endswith(("년", "월", "일,")) for piece in pieces
        )

    def test_or_anywhere_where_there_is_none(self):
        assert [s.end - s.start for s in split("가" * 5000)] == [2000, 2000, 1000]

    def test_a_long_sentence_of_a_writer_is_not(self):
        text = "그는 " * 600 + "말했다."
        assert len(split(text)) == 1
