"""Cuts a text into sentences, from its characters alone.

A sentence ends at its closing punctuation with the quotes and brackets that close there and the footnote marks
that follow (``[1]``), also where the next sentence follows with no space; a line break ends one, too. Punctuation
inside quotes or brackets that are still open splits nothing (guideline §1).

No morphology is needed: Korean sentences end in a small set of syllables (다, 요, 까, …), and what else a full
stop may mean (``3.14``, ``1957. 10. 4.``, ``D. 아이젠하워``) shows in its neighbours. So the cut is made before
Kiwi, every sentence is analysed by itself, and the analysis of one sentence never depends on another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Sentence

_OPENING = {"(": ")", "[": "]", "{": "}", "「": "」", "『": "』", "《": "》", "〈": "〉", "【": "】", "“": "”", "‘": "’",
            "（": "）", "［": "］", "〔": "〕", "｢": "｣", "<": ">"}  # fmt: skip
_CLOSING = frozenset(_OPENING.values())
_BRACKETS = ("(", "（", "[")
_STRAIGHT = "\"'"
_FINAL_BIEUP = 17  # the index of ㅂ among a syllable's 28 finals (Unicode 3.12): 습니다, 입니다
# A bracket or quote that is not closed within so many characters is taken for a slip and holds nothing together.
_LONGEST_INSERTION = 600
_LONGEST_TITLE = 40  # within <…>, which are signs of comparison, too
# No writer's sentence is longer. Later stages may take time that grows with its square: a line of a megabyte without a
# full stop (a table, a list of dates) is cut, at a blank or comma where it has one.
_LONGEST_SENTENCE = 2_000
_POLITE_END = r"(?<=[가-힣]니다)(?=[ \t](?!라고|라는|하고|라며))"
# A sign that begins an item of a list, though no line does: ▲1962년 부산 출생 ▲서울대 졸업
_ITEM_SIGNS = "▲△▶▷◆◇■●"
_ITEM = rf"(?<=\s)(?=[{_ITEM_SIGNS}]\s?[가-힣A-Za-z\d'‘“\"《〈])"
_MARK = re.compile(
    _POLITE_END
    + rf"|{_ITEM}|"
    + r"[(\[{「『《〈【“‘（［〔｢<)\]}」』》〉】”’）］〕｣>\"'.!?。！？…\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
)
_BREAK = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_TERMINATORS = re.compile(r"[.!?。！？…]+")
_FOOTNOTE = re.compile(r"(?:\s?\[(?:\d{1,3}|[가-힣a-zA-Z]{1,4}\s?\d{0,3})\])+")
_QUOTATIVE = re.compile(r"\s?(?:이?라(?:고|는|며|면서|던|지)|(?:고|는|며|면서|던|란|하고|이?라)(?=[\s,]|했|하|말|전|밝|강|주)|"
                        r"(?:이|가|을|를|은|도|의|와|과|에|로|으로|처럼|라|란)(?=[\s,]))")  # fmt: skip
_FINAL_SYLLABLES = frozenset("다요까죠라자네군음함됨임오지걸데니냐마소기")
_LIST_MARK = re.compile(
    r"(?:^|[\s(])(?:\d{1,3}|[가나다라마바사아자차카타파하]|[ivxIVX]{1,4}|(?:[a-zA-Z]\.)*[a-zA-Z])\.$"
)
_HANGUL = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")


def split(text: str) -> list[Sentence]:
    """Returns the sentences of a text in order, without the white space around them.

    Args:
        text: any text; offsets of the result count its code points.

    Example:
        >>> [(s.start, s.end) for s in split("때문이었다.1957년부터 시작되었다.[1]그는")]
        [(0, 6), (6, 23), (23, 25)]
    """
    ends = [*_ends(text), len(text)]
    sentences: list[Sentence] = []
    start = 0
    for end in ends:
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            left = start + len(piece) - len(piece.lstrip())
            sentences += _bounded(text, left, left + len(bare))
        start = end
    return sentences


def _bounded(text: str, start: int, end: int) -> Iterator[Sentence]:
    """A sentence, or parts of one that is longer than any is."""
    while end - start > _LONGEST_SENTENCE:
        limit = start + _LONGEST_SENTENCE
        blank = max(text.rfind(" ", start + 1, limit), text.rfind(",", start + 1, limit))
        cut = blank + 1 if blank > start else limit
        yield Sentence(start, start + len(text[start:cut].rstrip()))
        start = _after_blanks(text, cut)
    yield Sentence(start, end)


_BLANKS = re.compile(r"\s*")


def _after_blanks(text: str, start: int) -> int:
    """Where the white space at an offset ends; a slice of the rest would be copied each time."""
    blanks = _BLANKS.match(text, start)
    assert blanks is not None
    return blanks.end()


def _ends(text: str) -> Iterator[int]:
    """Offsets at which a sentence ends."""
    closers = _pairs(text)
    inside_until = 0
    start = 0
    position = 0
    while mark := _MARK.search(text, position):
        at, sign = mark.start(), mark.group()
        position = at + 1
        if not sign:
            if at >= inside_until and (text[at] in _ITEM_SIGNS or (ord(text[at - 3]) - 0xAC00) % 28 == _FINAL_BIEUP):
                yield at
                start = at
        elif sign in _BREAK:
            yield at
            start, inside_until = at + 1, 0
        elif at in closers:
            inside_until = max(inside_until, closers[at] + 1)
        elif sign in ".!?。！？…":
            stop = _TERMINATORS.match(text, at)
            assert stop is not None
            position = stop.end()
            end = _close(text, stop.end(), inside_until)
            if at < inside_until and end < inside_until:
                continue
            if _is_final(text, start, at, stop.end(), end):
                end = _after_brackets(text, _after_footnotes(text, end), closers)
                yield end
                start = position = end


def _pairs(text: str) -> dict[int, int]:
    """Opening brackets and quotes with the place of what closes them, where that comes soon and on the same line."""
    pairs: dict[int, int] = {}
    stack: list[tuple[str, int]] = []
    for mark in re.finditer(r"[(\[{「『《〈【“‘（［〔｢<)\]}」』》〉】”’）］〕｣>\"'\n\r]", text):
        sign, at = mark.group(), mark.start()
        if sign in "\n\r":
            stack.clear()
        elif sign == "<" and _compares(text[at - 1 : at], text[at + 1 : at + 2]):
            continue
        elif sign in _OPENING:
            stack.append((_OPENING[sign], at))
        elif sign in _STRAIGHT and _is_apostrophe(text, at, sign, stack):
            continue
        else:
            place = next((i for i in range(len(stack) - 1, max(-1, len(stack) - 9), -1) if stack[i][0] == sign), None)
            if place is not None:
                opened = stack[place][1]
                longest = _LONGEST_INSERTION
                if sign == ">":
                    longest = 0 if "다. " in text[opened:at] else _LONGEST_TITLE  # 한국<일본 순이다. 중국>미국 순이다.
                if at - opened <= longest:
                    pairs[opened] = at
                del stack[place:]
            elif sign in _STRAIGHT:
                stack.append((sign, at))
    return pairs


def _compares(before: str, after: str) -> bool:
    """Whether ``<`` between two characters is a sign of comparison, and opens no title: ``3 < 5``, ``a<b``."""
    return not after.strip() or (before.isascii() and before.isalnum())


def _is_apostrophe(text: str, at: int, sign: str, stack: list[tuple[str, int]]) -> bool:
    """``'57년``, ``Pat's``, ``5'11"``: a sign that stands for letters or units and quotes nothing."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign == "'" and before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        return True
    opened = any(close == sign for close, _ in stack[-8:])
    return sign == "'" and not opened and bool(re.match(r"\d\d\s?(?:년|학번)", text[at + 1 : at + 6]))


def _close(text: str, end: int, inside_until: int) -> int:
    """Moves past the quotes and brackets that close right after the punctuation."""
    while end < len(text) and (text[end] in _CLOSING or text[end] in _STRAIGHT) and end < inside_until:
        end += 1
    return end


def _ends_clear(text: str, end: int) -> bool:
    """Whether a bracket glued to a sentence's end stands apart from what follows: ``순방했다.(1969년 2월) 이``."""
    return not text[end : end + 1].strip()


def _after_brackets(text: str, end: int, closers: dict[int, int]) -> int:
    """Moves past the brackets glued to a sentence's end, with their full stop: ``있었다.(Davidson 1981, 13쪽).``"""
    while text[end : end + 1] in _BRACKETS and end in closers:
        close = closers[end] + 1
        close += text[close : close + 1] == "."
        if not _ends_clear(text, close) and text[close] not in _BRACKETS:
            break
        end = _after_footnotes(text, close)
    return end


def _after_footnotes(text: str, end: int) -> int:
    footnote = _FOOTNOTE.match(text, end)
    return footnote.end() if footnote else end


def _is_final(text: str, start: int, at: int, stop: int, end: int) -> bool:
    """Whether the punctuation ``text[at:stop]``, closed at ``end``, ends the sentence that began at ``start``."""
    before, after = text[max(start, at - 1) : at], text[end : end + 1]
    spaced = not after or after.isspace()
    if end > stop and _QUOTATIVE.match(text, end):
        return False
    if end > stop and not spaced and text[end] in ",，、·":
        return False
    if text[at:stop] != ".":
        return _is_final_sign(text[at:stop], before, spaced, _after_blanks(text, end) == len(text))
    if _LIST_MARK.search(text[start : at + 1].lstrip() if at - start < 12 else text[at - 9 : at + 1]):
        return _after_blanks(text, end) == len(text) or (
            bool(_HANGUL.match(before)) and before in "다라마" and at - start > 8
        )
    if _HANGUL.match(before) or before in _CLOSING or before in _STRAIGHT:
        return spaced or before in _FINAL_SYLLABLES or bool(_FOOTNOTE.match(text, end)) or not _HANGUL.match(before)
    if before.isdigit() and _WHOLE_DATE.search(text, max(start, at - _LONGEST_DATE), at + 1):
        return _after_blanks(text, end) == len(text)  # 1995.1.1. 시로 승격되었다.
    return spaced and not (before.isdigit() and _DATE_GOES_ON.match(text, end)) and bool(before.strip())


_WHOLE_DATE = re.compile(r"(?<![\d.])(?:1\d|20)\d\d\. ?\d{1,2}\. ?\d{1,2}\.$")
_LONGEST_DATE = 14
_DATE_GOES_ON = re.compile(r"\s*\d{1,2}\s*(?:[.,)~\-]|일|$|\()")


def _is_final_sign(sign: str, before: str, spaced: bool, last: bool) -> bool:
    """``?``, ``!``, ``…`` and their runs end a sentence unless the text plainly goes on."""
    if not before.strip():
        return last
    if set(sign) <= {"…"} or set(sign) == {"."}:
        return spaced and (before in _FINAL_SYLLABLES or last)
    return spaced or bool(_HANGUL.match(before))
