"""Which encoding a Korean file is written in."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.encoding import decode
from pipeline.errors import InputError

NEWS = "세종 25년 훈민정음이 만들어졌다. 1446년 9월에 반포되었다.\r\n그해 겨울은 추웠다."


@pytest.mark.parametrize(
    ("written_in", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp949", "cp949"),
        ("euc-kr", "cp949"),
        ("johab", "johab"),
        ("iso2022_kr", "iso2022_kr"),
    ],
)
def test_korean_is_read_in_each_of_its_encodings(written_in, found):
    assert decode(NEWS.encode(written_in)) == (NEWS, found)


@pytest.mark.parametrize(
    "text",
    [
        "이순신",
        "헬륨",
        "강감찬은 이겼다",
        "3·1 운동",
        "똠방각하는 소설이다",
        "大韓民國은 民主共和國이다",
        "「나의 소원」",
        "1919년 4월 11일",
        "plain ASCII, 1919",
    ],
)
def test_short_texts_in_cp949(text):
    assert decode(text.encode("cp949"))[0] == text


def test_a_byte_order_mark_is_no_text_and_a_second_one_is():
    assert decode("\ufeff\ufeff한글".encode())[0] == "\ufeff한글"
    assert decode("\ufeff한글".encode(), "utf-8")[0] == "한글"
    assert decode("\ufeff한글".encode("utf-16-le"), "utf-16-le")[0] == "한글"


def test_nothing_is_repaired():
    text = "하나\r\n둘\r셋\n\u1112\u1161\u11ab글 \u3000넷\ttab"
    assert decode(text.encode())[0] == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
@example("\U0001f680 로켓")
def test_any_text_in_utf8_comes_back(text):
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "a binary file"),
        (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), "a binary file"),
        (b"\x01\x02\x03\x04", "a binary file"),
        ("Ein größerer Künstler, désolé".encode("latin-1"), "bytes in no known encoding"),
        ("Первый спутник был запущен в октябре".encode("cp1251"), "bytes in no known encoding"),
        ("彼は東京大学で経済学を学び、のちに大臣になった。".encode("shift_jis"), "bytes in no known encoding"),
        ("彼は東京大学で経済学を学び、のちに大臣になった。".encode("euc_jp"), "bytes in no known encoding"),
        ("我们的历史从这里开始，他在北京大学学习经济学。".encode("gbk"), "bytes in no known encoding"),
        ("한글이다".encode() + b"\xff\xfe\xfd", "bytes in no known encoding"),
    ],
)
def test_what_is_no_korean_text_is_refused_not_guessed(data, said):
    with pytest.raises(InputError, match=said) as error:
        decode(data, file="a.txt")
    assert str(error.value).startswith("a.txt: ")


def test_a_forced_encoding_is_obeyed_strictly():
    assert decode("대한민국".encode(), "utf-8") == ("대한민국", "utf-8")
    assert decode("désolé".encode("latin-1"), "latin-1")[0] == "désolé"
    with pytest.raises(InputError, match=r"a\.txt: not utf-8; expected text in utf-8, got 0xb4 at byte 0"):
        decode("대한민국".encode("cp949"), "utf-8", file="a.txt")


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "utf\08", ""])
def test_an_encoding_that_is_none_is_an_input_error(name):
    if name == "":
        assert decode("빈 이름은 없는 것과 같다".encode(), name)[1] == "utf-8"
    else:
        with pytest.raises(InputError):
            decode("대한민국".encode(), name)
