"""Two versions of a text: sentences paired, characters followed; white space is no difference."""

import pytest

from pipeline.revision import bare, kept, matches

LAUNCH = "1957년10월4일소련은스푸트니크1호를발사했다."
LANDING = "아폴로11호는1969년7월20일달에착륙했다."
FLIGHT = "유리가가린은1961년에처음으로우주를비행했다."


def paired(old: list[str], new: list[str]) -> set[tuple[int, int, str]]:
    return {(m.old, m.new, m.how) for m in matches(old, new)}


def test_text_without_white_space() -> None:
    words = bare(" 우주\n경쟁 ")
    assert words.text == "우주경쟁"
    assert words.offsets == (1, 2, 4, 5)
    assert [words.index(offset) for offset in range(8)] == [0, 0, 1, 2, 2, 3, 4, 4]


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([LAUNCH, LANDING], [LAUNCH, LANDING], {(0, 0, "same"), (1, 1, "same")}),
        ([LAUNCH, LANDING], [LANDING], {(1, 0, "same")}),
        ([LAUNCH], [FLIGHT, LAUNCH], {(0, 1, "same")}),
        ([LAUNCH, LANDING, FLIGHT], [LANDING, FLIGHT, LAUNCH], {(0, 2, "moved"), (1, 0, "same"), (2, 1, "same")}),
        # Said twice: the one beside the sentence that stayed is taken for having stayed with it.
        (["끝."] * 2 + [LAUNCH], ["끝.", LAUNCH, "끝."], {(0, 2, "moved"), (1, 0, "same"), (2, 1, "same")}),
        # A typo mended in place, and in a sentence that also moved.
        ([LAUNCH.replace("발사", "발샤"), LANDING], [LAUNCH, LANDING], {(0, 0, "rewritten"), (1, 1, "same")}),
        ([LAUNCH.replace("발사", "발샤"), LANDING, FLIGHT], [LANDING, FLIGHT, LAUNCH],
         {(0, 2, "rewritten"), (1, 0, "same"), (2, 1, "same")}),
        # Another sentence in the same place is none of its versions.
        ([LAUNCH], [FLIGHT], set()),
        # Half the words are kept: a new version in place, not elsewhere.
        (["소련은그해가을위성을발사했다.", LANDING], ["소련은그해가을위성을궤도에올렸다.", LANDING],
         {(0, 0, "rewritten"), (1, 1, "same")}),
        (["소련은그해가을위성을발사했다.", LANDING], [LANDING, "소련은그해가을위성을궤도에올렸다."], {(1, 0, "same")}),
        ([], [LAUNCH], set()),
        ([LAUNCH], [], set()),
    ],
)  # fmt: skip
def test_sentences_of_two_versions(old: list[str], new: list[str], pairs: set[tuple[int, int, str]]) -> None:
    assert paired(old, new) == pairs


def test_characters_that_were_kept() -> None:
    old, new = "그는미국공군에들어갔다.", "가가린은미국공군에들어갔다."
    where = kept(old, new)
    assert where[:2] == [None, None]
    assert [new[i] for i in where[2:] if i is not None] == list("미국공군에들어갔다.")


def test_stray_characters_are_not_taken_for_kept() -> None:
    assert kept("달에서왔다", "별과달까지") == [None] * 5


def test_beginnings_and_ends_are_kept_however_short() -> None:
    assert kept("달은밝다", "달이밝다") == [0, None, 2, 3]
