"""Two versions of a text side by side: which sentences are the same, moved or rewritten, and where characters went.

White space is left out of every comparison, so that a revision that only mends lost spaces changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, MOVED, REWRITTEN = "same", "moved", "rewritten"

# A sentence in the place of another is its new version if so much of the shorter one is kept; one from elsewhere
# only if nearly all of both is.
_KEPT_IN_PLACE, _KEPT_ELSEWHERE = 0.6, 0.85
# What two sentences have in common is counted in stretches of so many characters: less is found anywhere.
_STRETCH = 3


@dataclass(frozen=True, slots=True)
class Bare:
    """A text without its white space; ``offsets[i]`` is where its i-th character stands in the text."""

    text: str
    offsets: tuple[int, ...]

    def index(self, offset: int) -> int:
        """How many characters that are no white space stand before an offset of the text."""
        return bisect_left(self.offsets, offset)


def bare(text: str) -> Bare:
    """Leaves out white space.

    Example:
        >>> bare("1957년 10월")
        Bare(text='1957년10월', offsets=(0, 1, 2, 3, 4, 6, 7, 8))
    """
    offsets = tuple(i for i, character in enumerate(text) if not character.isspace())
    return Bare("".join(text[i] for i in offsets), offsets)


def kept(old: str, new: str) -> list[int | None]:
    """For every character of the old text its index in the new one, ``None`` where it is gone.

    Only stretches of three characters and more count, or what is the same from the beginning or to the end.

    Example:
        >>> kept("위성을 발사했다", "로켓을 발사했다")[3:6]
        [3, 4, 5]
    """
    where: list[int | None] = [None] * len(old)
    for start, new_start, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        at_edge = (start == new_start == 0) or (start + size == len(old) and new_start + size == len(new))
        if size >= _STRETCH or at_edge:
            where[start : start + size] = range(new_start, new_start + size)
    return where


@dataclass(frozen=True, slots=True)
class Match:
    """An old sentence and a new one: ``same``, ``moved`` (same, but in another order) or ``rewritten``."""

    old: int
    new: int
    how: str


def matches(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """Pairs the sentences of two versions one to one.

    Args:
        old: the old sentences without white space, in the order of the text.
        new: the new ones, likewise.

    Returns:
        The pairs in the order of the old sentences; what is missing was removed or added.

    Example:
        >>> matches(["가다.", "그는왔다.", "끝."], ["그는왔다.", "가다.", "끝."])
        [Match(old=0, new=1, how='same'), Match(old=1, new=0, how='moved'), Match(old=2, new=2, how='same')]
    """
    same = _in_order(old, new)
    moved = _elsewhere(old, new, same)
    found = same | moved
    rewritten: dict[int, int] = {}
    for o, n in rewritings(old, new, found):
        if o not in rewritten and n not in rewritten.values():
            rewritten[o] = n
    ways = ((same, SAME), (moved, MOVED), (rewritten, REWRITTEN))
    return sorted((Match(o, n, how) for pairs, how in ways for o, n in pairs.items()), key=lambda m: m.old)


def _in_order(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {o + i: n + i for o, n, size in blocks for i in range(size)}


def _elsewhere(old: Sequence[str], new: Sequence[str], found: Mapping[int, int]) -> dict[int, int]:
    """Equal sentences out of order, the first with the first."""
    taken = set(found.values())
    waiting: dict[str, list[int]] = defaultdict(list)
    for n, text in enumerate(new):
        if n not in taken:
            waiting[text].append(n)
    return {o: waiting[text].pop(0) for o, text in enumerate(old) if o not in found and waiting.get(text)}


def rewritings(old: Sequence[str], new: Sequence[str], found: Mapping[int, int]) -> list[tuple[int, int]]:
    """Pairs of old and new sentences that look like versions of each other, the likest first.

    A sentence may be in several: one that was cut in two is like both halves.

    Args:
        old: the old sentences without white space, in the order of the text.
        new: the new ones, likewise.
        found: old index → new index of sentences that need no partner any more.
    """
    taken = set(found.values())
    grams_of_new = {n: _grams(text) for n, text in enumerate(new) if n not in taken}
    likest = []
    for o, text in enumerate(old):
        if o in found:
            continue
        grams, (after, before) = _grams(text), _slot(o, len(old), found)
        for n, others in grams_of_new.items():
            # Common trigrams are an upper bound that costs little; the exact count follows where it may suffice.
            if 2 * len(grams & others) < min(len(grams), len(others)):
                continue
            both = sum(index is not None for index in kept(text, new[n]))
            in_place = after < n < before and both >= _KEPT_IN_PLACE * min(len(text), len(new[n]))
            if in_place or both >= _KEPT_ELSEWHERE * max(len(text), len(new[n])):
                likest.append((-2 * both / (len(text) + len(new[n])), abs(o - n), o, n))
    return [(o, n) for _, _, o, n in sorted(likest)]


def _grams(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 3] for i in range(max(1, len(text) - 2)))


def _slot(o: int, count: int, found: Mapping[int, int]) -> tuple[int, float]:
    """The new sentences between which an old one would stand by its neighbours."""
    after = next((found[i] for i in range(o - 1, -1, -1) if i in found), -1)
    before = next((found[i] for i in range(o + 1, count) if i in found), float("inf"))
    return after, before
