"""Proposes times by the rules and lets morpheme boundaries decide; then joins what belongs together.

A form that is proof by itself (figures with their unit before a particle or a blank) is taken without asking; only
where a syllable could belong to another word are the sentence's morphemes looked at. So a caller that wants nothing
but times need not analyse a sentence that nobody asks about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.lexicon import in_use, read_table
from pipeline.model import Trial
from pipeline.timex.draft import UNIT_RANKS, Draft, Length, Repeat, When
from pipeline.timex.rule import Compiled, compiled


class Morphology:
    """The morphemes of one sentence, as the scan asks for them: boundaries and tags, analysed when first asked for."""

    def __init__(self, load: Callable[[], Sequence[tuple[int, int, str]]]) -> None:
        self._load = load
        self._morphemes: Sequence[tuple[int, int, str]] | None = None
        self._starts: Sequence[int] = ()
        self._ends: Sequence[int] = ()
        self._boundaries: frozenset[int] = frozenset()

    @property
    def morphemes(self) -> Sequence[tuple[int, int, str]]:
        """Start, end and tag of each morpheme."""
        if self._morphemes is None:
            self._morphemes = self._load()
            self._starts = [start for start, _, _ in self._morphemes]
            self._ends = [end for _, end, _ in self._morphemes]
            self._boundaries = frozenset((*self._starts, *self._ends))
        return self._morphemes

    def is_boundary(self, offset: int) -> bool:
        """Whether a morpheme begins or ends at an offset."""
        return bool(self.morphemes) and offset in self._boundaries

    def tags(self, start: int, end: int) -> list[str]:
        """Tags of the morphemes that share characters with a span."""
        return [tag for _, _, tag in self._between(start, end)]

    def end_at(self, offset: int) -> int:
        """Where the morpheme that covers an offset ends; the offset itself where there is none."""
        return next((end for _, end, _ in self._between(offset, offset + 1)), offset)

    def _between(self, start: int, end: int) -> Sequence[tuple[int, int, str]]:
        morphemes = self.morphemes
        return morphemes[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that a rule or several joined rules read as one draft."""

    start: int
    end: int
    draft: Draft
    rules: tuple[str, ...]


PARTICLE = re.compile(
    r"(?:에서는|에서도|에서|에게|에는|에도|에만|에야|에|엔|은|는|이라는|이라고|이라|이며|이고|이지만|이었다|이었던|이었|이다|이었고|인|일|입니다|이|가|을|를|의|"
    r"부터는|부터|까지는|까지도|까지의|까지|도|만에|만|와의|와|과의|과|로는|로|으로는|으로|이나|나|마다|보다|였다|였던|였고|라는|라고|께서|께|경|쯤|동안|내내|정도|이상|이하|무렵)"
    r"(?![가-힣])"
)
_MYRIADS = frozenset("만억조")
_NUMERALS = frozenset("일이삼사오육칠팔구십백천영공한두세네석서넉너열스서마쉰예여아몇수")
# First syllables of time words that are also words of other kinds: 봄 (seeing), 전해 (telling), 이 달 (the Moon).
_AMBIGUOUS = _NUMERALS | frozenset("봄밤낮올전내당금새말")
_WRONG = re.compile(r".*(?:V[VAX]|E[FPC]|ETN)|J|XS|NP$|NNP$")


def scan(text: str, start: int, end: int, morphology: Morphology, trials: list[Trial] | None) -> list[Piece]:
    """The pieces that rules find between two offsets, from left to right, without overlap."""
    grammar = compiled()
    found: list[Piece] = []
    done = start
    for place in grammar.places.finditer(text, start, end):
        position = place.start()
        if position < done or _goes_on(text, position):
            continue
        opening = grammar.openings[text[position]]
        if not opening.guard.match(text, position, end):
            continue
        piece = _longest(text, position, end, opening.rules, morphology, trials)
        if piece is not None:
            found.append(piece)
            done = piece.end
    return found


def _goes_on(text: str, at: int) -> bool:
    """Whether a figure or letter continues a number or a name: ``3.14``, ``9만9900``, ``T-28``, ``제2차``, ``BC`` of ``MBC``."""
    before = text[at - 1 : at]
    if not text[at].isdigit():
        return text[at].isascii() and text[at].isalpha() and before.isascii() and before.isalpha()
    if not before or before in " \n년월일시분(~":
        return False
    if before in _MYRIADS and text[at - 2 : at - 1].isdigit():
        return True
    if before.isdigit() or before == "제" or (before.isascii() and before.isalpha()):
        return True
    earlier = text[at - 2 : at - 1]
    return (before in ".,:" and earlier.isdigit()) or (before == "-" and earlier.isascii() and earlier.isalpha())


def _longest(
    text: str, at: int, end: int, rules: Sequence[Compiled], morphology: Morphology, trials: list[Trial] | None
) -> Piece | None:
    """The longest match at a place whose ends are not inside words and that its rule stands by."""
    matches = [(match.end(), rule.wanted is not None, -order, rule, match) for order, rule in enumerate(rules)
               if (match := rule.match(text, at, end)) and match.end() > at and not rule.bars(text, at)]  # fmt: skip
    for last, _, _, rule, match in sorted(matches, key=lambda m: m[:3], reverse=True):
        why = "" if rule.rule.sure else _objection(text, at, last, rule, morphology)
        draft = None if why else rule.draft(match)
        if trials is not None:
            why = why or ("" if draft else "its meaning")
            trials.append(Trial("times", rule.rule.name, at, last, text[at:last], "rejected" if why else "fired", why))
        if draft is not None:
            return Piece(at, last, draft, (rule.rule.name,))
    return None


def _objection(text: str, start: int, end: int, rule: Compiled, morphology: Morphology) -> str:
    """Why a span is no time of its own: a word goes on over its edge, or its morphemes are other words."""
    glued = _is_hangul(text[start]) and _is_hangul(text[start - 1 : start])
    if glued and not morphology.is_boundary(start):
        return "a word goes on to the left"
    after = text[end : end + 1]
    if (
        _is_hangul(text[end - 1])
        and _is_hangul(after)
        and not PARTICLE.match(text, end)
        and not _ends_in_date(text, start, end)
    ):
        if not morphology.is_boundary(end):
            return "a word goes on to the right"
        if morphology.tags(end - 1, end)[-1:] == ["XPN"]:
            return "its end is a prefix of the next word"
    if (not glued and text[start] not in _AMBIGUOUS) or rule.rule.untagged:
        return ""
    tags = morphology.tags(start, end)
    first = tags[0] if tags else ""
    if first.startswith("VA") and text.startswith("같은", start):
        return ""
    if _WRONG.match(first) or (
        rule.counts and text[start] in _NUMERALS and not _is_numeral(text, start, first, morphology)
    ):
        return f"its morphemes are {' '.join(tags)}"
    return ""


def _ends_in_date(text: str, start: int, end: int) -> bool:
    """Whether figures with 년, or with 월 and 일 after a coarser part, leave no doubt: no word begins with 년."""
    if not text[start].isdigit():
        return False
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    return (
        text[end - 1] == "년"
        or (text[end - 1] == "월" and before == "년")
        or (text[end - 1] == "일" and (before == "월" or text[max(0, start - 3) : start] in ("오는 ", "지난 ")))
    )


def _is_numeral(text: str, start: int, tag: str, morphology: Morphology) -> bool:
    """Whether what begins here is a number word, or one noun for a length (사흘, 일주일): not 이주, 구분, 이 일."""
    if tag.startswith("NR") or (tag.startswith("MM") and text[start] != "이"):
        return True
    word = text[start : morphology.end_at(start)]
    return word.removesuffix("간") in _lengths_of_one_word(in_use())


@lru_cache(maxsize=4)
def _lengths_of_one_word(_: object) -> frozenset[str]:
    days = (row["word"] for row in read_table("native_days.csv", ("word", "days")))
    rows = read_table("fixed_lengths.csv", ("word", "amount", "unit"), optional=("amount",))
    return frozenset([*days, *(row["word"] for row in rows)])


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"


# 1592년(선조 25) 4월, 26일(현지시간) 저녁
_GAP = re.compile(
    r"\s{0,2}(?:\((?:[^()]{2,14}년|\d{3,4}|\d{1,2}일|[가-힣]{2,4} ?\d{1,2}|[^()]{0,6} ?시[간각])\)\s{0,2})?"
)
_OF = re.compile(r"의\s{0,2}")
_COMMA = re.compile(r",\s{0,2}")
_TODAY, _SAME_MONTH, _SAME_PERIOD = ((0, "D"),), ((0, "M"),), ((0, "P"),)
_SIDE_BY_SIDE = re.compile(r",?\s{0,2}")


def join(text: str, pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Joins pieces that go on from coarse to fine: ``그해`` ``12월``, ``어제`` ``오후`` ``8시``."""
    waiting: Piece | None = None
    for piece in pieces:
        joined = _joined(text, waiting, piece) if waiting else None
        if joined is not None:
            waiting = joined
        elif waiting and _is_bracketed(text, waiting, piece):
            continue
        else:
            if waiting:
                yield waiting
            waiting = piece
    if waiting:
        yield waiting


def _is_bracketed(text: str, waiting: Piece, piece: Piece) -> bool:
    """Whether a piece is the bracketed equivalent in the middle of a date: ``1592년(선조 25년) 4월``."""
    return text[waiting.end : piece.start].strip() == "(" and bool(_MONTH_BEHIND.match(text, piece.end))


_MONTH_BEHIND = re.compile(r"\)\s?(?:[음양]력\s?)?윤?\s?\d{1,2}\s?월")


def _same_again(steps: When, told: When) -> When | None:
    """``3년 전 오늘``, ``지난해 같은 달``: today or the month just told, so many steps away."""
    if (
        not steps.shift
        or len(steps.ranks) > len(steps.shift)
        or steps.mod
        or told.ranks != [UNIT_RANKS[u] for _, u in told.shift]
    ):
        return None
    if told.base == "speech" and told.shift == _TODAY and steps.shift[-1][1] in "YMW":
        return replace(steps, shift=steps.shift + told.shift, base="speech")
    if (
        told.base == "story"
        and told.shift in (_SAME_MONTH, _TODAY, _SAME_PERIOD)
        and steps.shift[-1][1] == "Y"
        and steps.base != "offset"
    ):
        return replace(steps, shift=steps.shift + told.shift, base="story")
    return None


def _joined(text: str, left: Piece, right: Piece) -> Piece | None:
    gap = text[left.end : right.start]
    first, second = left.draft, right.draft
    if isinstance(first, Repeat) and isinstance(second, When) and not gap.strip():
        at = second if first.at is None else first.at.join(second)
        return _made(left, right, replace(first, at=at)) if at else None
    if not isinstance(first, When) or not isinstance(second, When):
        return None
    if again := _same_again(first, second):
        return _made(left, right, again) if _GAP.fullmatch(gap) else None
    ordered = second.nth is not None or second.week is not None
    if not (
        _GAP.fullmatch(gap)
        or (ordered and _OF.fullmatch(gap))
        or ((second.weekday or second.hour is not None) and first.day and _COMMA.fullmatch(gap))
    ):
        return None
    told = _YEAR_TOLD.match(gap.strip()) if first.cycle is not None else None
    if told is not None:
        first = replace(first, cycle=None, year=int(told[1]))  # 임진년(1592) 4월
    draft = first.join(second)
    return _made(left, right, draft) if draft else None


_YEAR_TOLD = re.compile(r"\((\d{3,4})년?\)")


def join_backwards(text: str, pieces: Iterable[Piece]) -> list[Piece]:
    """Joins pieces of an utterance that begins with the finer part: ``3시 내일``, ``1월 12일, 2016년``."""
    result: list[Piece] = []
    for piece in pieces:
        joined = _joined_backwards(text, result[-1], piece) if result else None
        result[-1:] = [joined] if joined else [*result[-1:], piece]
    return result


def _joined_backwards(text: str, left: Piece, right: Piece) -> Piece | None:
    """``1월 12일, 2016년``: the finer part first, as one speaks who thinks of the day first."""
    first, second = left.draft, right.draft
    if not isinstance(first, When) or not isinstance(second, When):
        return None
    if (
        first.shift
        or first.direction is not None
        or first.mod
        or not _SIDE_BY_SIDE.fullmatch(text, left.end, right.start)
    ):
        return None
    draft = second.join(first)
    return _made(left, right, draft) if draft else None


def _made(left: Piece, right: Piece, draft: Draft) -> Piece:
    return Piece(left.start, right.end, draft, left.rules + right.rules)


# Forms that are times only with others beside them: ``3/2`` is a fraction, ``올`` a word for 해, 시즌, 3월.
_INCOMPLETE = (("month_and_day_in_figures",), ("this_year",), ("year_alone",))
_NEVER_ALONE = (("year_after_day",), ("same_period",))


def is_time(piece: Piece, exact: bool) -> bool:
    """Whether a piece says enough to be a time by itself; 지금 does so only in an utterance, whose moment is known."""
    draft = piece.draft
    if isinstance(draft, When) and draft.ref:
        return exact
    if piece.rules in _NEVER_ALONE:
        return False
    if piece.rules in _INCOMPLETE and not exact and not (isinstance(draft, When) and draft.mod):
        return False
    if isinstance(draft, When):
        return bool(draft.shift or any(rank >= 0 for rank in draft.ranks)) and not (
            draft.weekday == "" and len(draft.ranks) == 1
        )
    return isinstance(draft, (Length, Repeat))
