"""Evidence for persons: Korean full names, titles and ranks around a name, foreign given names, relatives and ages."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.entities.gazetteer import gazetteer, table, words
from pipeline.entities.passage import Candidate, Passage
from pipeline.entities.shape import name_like

_PARTICLES = frozenset(
    {
        "폰",
        "반",
        "판",
        "드",
        "데",
        "디",
        "다",
        "두",
        "델",
        "라",
        "르",
        "알",
        "엘",
        "빈",
        "이븐",
        "벤",
        "판데르",
        "판덴",
        "주니어",
    }
)
_MORE_SYLLABLES = 4


def is_korean_name(word: str) -> bool:
    """Whether a word has the shape of a Korean full name: a surname and one or two syllables used in given names.

    Example:
        >>> is_korean_name("이순신"), is_korean_name("남궁민수"), is_korean_name("이집트")
        (True, True, False)
    """
    surnames, syllables = words("surnames.csv"), words("given_syllables.csv")
    for size in (2, 1):
        given = word[size:]
        if word[:size] in surnames and 1 <= len(given) <= 2 and all(s in syllables for s in given):
            return True
    return False


def _title(word: str) -> str:
    return table("person_titles.csv", "word", "place").get(word, ("",))[0]


def persons(passage: Passage) -> Iterator[Candidate]:
    """Spans that are persons by their own shape or by the title beside them."""
    for first, stop in passage.phrases:
        i = first
        while i < stop:
            end = _run(passage, i, stop)
            if end == i:
                if _lone_surname(passage, i):
                    yield Candidate(*passage.span(i, i + 1), "PS", "surname and title")
                i += 1
                continue
            yield from _judge(passage, first, i, end, stop)
            i = end


def _run(passage: Passage, i: int, stop: int) -> int:
    """Index after a run of proper nouns, initials and noble particles that could be one person's name."""
    if passage.tag(i) not in ("NNP", "SL") and not (name_like(passage, i) and passage.tag(i) == "NNG"):
        return i
    at = i + 1
    while at < stop and (
        passage.tag(at) == "NNP"
        or passage.word(at) in _PARTICLES
        or (passage.tag(at) == "SL" and len(passage.word(at)) <= 2)
        or passage.word(at) in (".", "-")
    ):
        at += 1
    return at


def _lone_surname(passage: Passage, i: int) -> bool:
    """``김 씨``, ``신 회장``, ``박모(35)씨``: a surname alone before a title."""
    word = passage.word(i)
    if word not in words("surnames.csv") or passage.tag(i) not in ("NNP", "NNG", "NNB"):
        return False
    follows = passage.word(i + 1)
    if follows in ("씨", "모", "군", "양") and passage.tag(i + 1) in ("NNB", "NP", "XSN", "NNG", "MM"):
        return True
    return passage.tag(i) == "NNP" and _title(follows) in ("after", "both")


def _judge(passage: Passage, first: int, i: int, end: int, stop: int) -> Iterator[Candidate]:
    start, last = passage.span(i, end)
    surface = passage.text[start:last]
    if gazetteer().get(surface) is not None:
        return
    after, before = (
        _title(passage.word(end)) in ("after", "both"),
        i > first and _title(passage.word(i - 1)) in ("before", "both"),
    )
    if end - i == 1 and is_korean_name(surface):
        if len(surface) == 3 and (passage.tag(i) == "NNP" or after or before):
            yield Candidate(start, last, "PS", "Korean name")
        elif after or before:
            yield Candidate(start, last, "PS", "name and title")
        return
    pieces = surface.replace(".", " ").split()
    if len(pieces) >= 2 and pieces[0] in words("given_names.csv"):
        yield Candidate(start, last, "PS", "given name")
    elif after or before:
        yield Candidate(start, last, "PS", "name and title")
    elif len(pieces) >= 2 and not surface.isascii() and not any(c.isdigit() for c in surface):
        yield Candidate(start, last, "PS", "foreign full name")
