"""Korean numerals: digits, full-width digits, Hanja, Sino-Korean and native number words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from pipeline.lexicon import in_use, read_table

SINO = "[일이삼사오육륙칠팔구십백천영공]{1,9}"
HANJA = "[一二三四五六七八九十百千〇零]{1,9}"

# First characters of numerals, for the slots that begin with one.
DIGIT_FIRST = frozenset("0123456789０１２３４５６７８９")
SINO_FIRST = frozenset("일이삼사오육칠팔구천")
HANJA_FIRST = frozenset("一二三四五六七八九十百千元")

_ONES = {c: i for i, c in enumerate("영일이삼사오육칠팔구")} | {"공": 0, "륙": 6}
_ONES |= {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
_TENS = {"십": 10, "백": 100, "천": 1000, "十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=4)
def _native(_: object) -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in read_table("native_numbers.csv", ("word", "value"))}


@lru_cache(maxsize=4)
def _numeral_words(_: object) -> frozenset[str]:
    tables = (("native_numbers.csv", ("word", "value"), ()), ("native_days.csv", ("word", "days"), ()),
              ("vague_amounts.csv", ("word", "mod"), ("mod",)), ("fixed_lengths.csv", ("word", "amount", "unit"), ("amount",)))  # fmt: skip
    return frozenset(
        row["word"] for name, columns, optional in tables for row in read_table(name, columns, optional=optional)
    )


_MORE = frozenset("일이삼사오육륙칠팔구십백천영공만억조개년월주달해시분초세박여반간/年月日時千百十")


def after_numerals(first: Iterable[str]) -> dict[str, frozenset[str]]:
    """What can follow the first syllable of a spelled-out numeral: the rest of a word, more of it, or a unit of time."""
    known = _numeral_words(in_use())
    more = _MORE.union(word[0] for word in known)
    return {
        c: frozenset(word[1] for word in known if word[0] == c and len(word) > 1)
        | (more if c in known or c in _ONES or c in _TENS else frozenset())
        for c in first
        if not c.isdigit() and not "一" <= c <= "龥"
    }


def native_numbers() -> dict[str, int]:
    """Native number words with their values: ``두`` 2, ``열`` 10, ``스무`` 20."""
    return _native(in_use())


def number(word: str) -> float | None:
    """The value of a numeral; ``None`` if it is none.

    Args:
        word: digits (``1,000``, ``3.5``, full-width too), Sino-Korean (``이천이십``, ``일구오칠``), Hanja or native
            (``스물두``) number words.

    Example:
        >>> number("천구백오십칠"), number("열두"), number("二十"), number("3.5"), number("로켓")
        (1957.0, 12.0, 20.0, 3.5, None)
    """
    plain = unicodedata.normalize("NFKC", word).replace(",", "").replace(" ", "")
    if _LARGE.search(plain):
        return _large(plain)
    if plain[:1].isdigit() and plain[:1] not in _ONES:
        try:
            return float(plain)
        except ValueError:
            return None
    value = _sino(plain)
    return value if value is not None else _native_value(plain)


_LARGE = re.compile(r"\d[만억조천백]")
_MYRIADS = {"만": 10**4, "억": 10**8, "조": 10**12, "": 1}
_SMALL = {"천": 1000, "백": 100, "": 1}


def _large(word: str) -> float | None:
    """Figures with the units of large numbers: ``2억3천만``."""
    pieces = re.findall(r"(\d+(?:\.\d+)?)([천백]?)([만억조]?)", word)
    if "".join("".join(p) for p in pieces) != word:
        return None
    return float(sum(float(figure) * _SMALL[small] * _MYRIADS[myriad] for figure, small, myriad in pieces))


def _sino(word: str) -> float | None:
    """``이천이십`` by its units, ``일구오칠`` by its places."""
    if not word or any(c not in _ONES and c not in _TENS for c in word):
        return None
    if not any(c in _TENS for c in word):
        return float("".join(str(_ONES[c]) for c in word))
    total, ones, last = 0, 0, 10000
    for c in word:
        if c in _ONES:
            if ones:
                return None
            ones = _ONES[c]
        else:
            if _TENS[c] >= last:
                return None
            last = _TENS[c]
            total += (ones or 1) * last
            ones = 0
    return float(total + ones)


def _native_value(word: str) -> float | None:
    """``스물두``: a multiple of ten and a number below it."""
    known = native_numbers()
    if word in known:
        return float(known[word])
    for cut in range(1, len(word)):
        tens, ones = known.get(word[:cut], 0), known.get(word[cut:], 0)
        if tens >= 10 and tens % 10 == 0 and 0 < ones < 10:
            return float(tens + ones)
    return None


def integer(word: str) -> int:
    """The value of a numeral that a pattern matched, -1 if it is none after all (``이삼십일``).

    Example:
        >>> integer("천구백오십칠"), integer("０７")
        (1957, 7)
    """
    value = number(word)
    return int(value) if value is not None else -1
