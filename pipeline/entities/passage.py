"""A reading as the rules of names look at it: its noun phrases, and the text without its blanks.

A noun phrase here is a run of nominal morphemes with no particle between them (``미국 육군 탄도 미사일국``); times end one.
Names live in noun phrases, and articles that lost their blanks still keep the particles.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from itertools import accumulate
from operator import eq
from typing import NamedTuple

from pipeline.entities.gazetteer import gazetteer
from pipeline.entities.recut import Recutter
from pipeline.entities.vocabulary import is_common_name, looks_foreign, remembered, surnames, words
from pipeline.model import Timex
from pipeline.reading import Reading

NOUNS = frozenset({"NNG", "NNP", "SL", "SN", "SH", "NR", "XPN", "W_SERIAL", "XR"})
_WHITE = re.compile(r"\s")
# Particles and endings begin no name; those left out here may be what the analyser makes of one.
_NO_BEGINNING = frozenset({"", "JKS", "JKG", "JKO", "JKB", "JX", "JC", "EP", "EF", "EC", "ETM", "ETN", "SF"})
_NAMES = frozenset({"NNP", "SL"})
_FIGURES = frozenset({"SN", "SO", "SW", "SP"})
_NAME = 3  # the syllables of a Korean full name
_REACH = 12  # as far beyond the text's ends as a rule may look
# Bound nouns and marks that stand inside names: 스푸트니크 1호, 제2차 세계 대전, 바이마르 공화국군; R-7, 존 F. 케네디.
_INNER = dict.fromkeys(("SF", "SO", "SP", "SS", "SSO", "SSC", "SE", "SW"), frozenset({"-", "–", "&", "."}))
_INNER["XSN"] = frozenset({"권"})  # 선수/NNG 권/XSN 대회
_INNER["NNB"] = frozenset({"호", "차", "회", "군", "형", "대"})


@remembered
def _promise(word: str) -> str:
    """Whether a noun can begin a name ``alone``, only ``cut`` off from the rest of it, or (``""``) not at all."""
    names = surnames()
    if word in names or is_common_name(word) or word in words("given_names.csv") or looks_foreign(word):
        return "alone"
    return "cut" if word[0] in names and len(word) < _NAME else ""


class Candidate(NamedTuple):
    """A span that some evidence takes for an entity; ``name`` is canonical where the evidence knows it."""

    start: int
    end: int
    label: str
    rule: str
    name: str = ""


class Passage:
    """What the evidence of names is read from.

    Attributes:
        text: the text that offsets count.
        names: the gazetteers.
        morphemes: its morphemes.
        words: the text of each, and ``""`` for those just outside the text, at either end.
        tags: the first tag of each (``NNB`` of ``NNB+VCP``), and ``""`` outside.
        starts, ends: where each morpheme begins and ends.
        glued: whether a morpheme follows the one before it with no blank.
        dark: the text without its blanks.
        dark_starts: offset in :attr:`dark` of each morpheme, and the length of it all.
        openings: indices of the morphemes by the first two characters in :attr:`dark` from there on.
        phrases: ``(first, stop)`` index ranges of the noun phrases.
        promising: morphemes that may begin a person's or an unknown name, as ``(first, stop, i)`` with their phrase.
    """

    def __init__(self, reading: Reading, times: Sequence[Timex] = ()) -> None:
        self.names = gazetteer()
        self.reading = reading
        self.text = reading.text
        self.morphemes = Recutter(self.names, reading.morphemes).cut()
        # Rules look at neighbours that may lie outside the text (index -1 is the last of the padding).
        padding = [""] * _REACH
        self.starts = [m.start for m in self.morphemes]
        self.ends = [m.end for m in self.morphemes]
        tags = [m.tag for m in self.morphemes]
        first_tags = {tag: tag.partition("+")[0] for tag in set(tags)}
        self.words = [*[m.text for m in self.morphemes], *padding]
        self.tags: list[str] = [*map(first_tags.__getitem__, tags), *padding]
        touching = map(eq, self.ends, self.starts[1:])
        self.glued: Callable[[int], bool] = [False, *touching, *[False] * _REACH].__getitem__
        self.times = sorted((t.start, t.end) for t in times if not t.optional or t.type != "DATE")
        pieces = self._dark_pieces()
        self.dark = "".join(pieces)
        self.dark_starts = [0, *accumulate(map(len, pieces))]
        self.openings = self._openings()
        self.phrases = list(self._phrases())
        self.promising = list(self._promising())

    def _dark_pieces(self) -> list[str]:
        """The morphemes' texts without the blanks that some of them hold."""
        words = self.words[: len(self.morphemes)]
        pieces = [word if " " not in word else word.replace(" ", "") for word in words]
        return ["".join(word.split()) for word in words] if _WHITE.search("".join(pieces)) else pieces

    def _openings(self) -> dict[str, list[int]]:
        openings: dict[str, list[int]] = defaultdict(list)
        dark = self.dark
        for i, (start, tag) in enumerate(zip(self.dark_starts, self.tags, strict=False)):
            if tag not in _NO_BEGINNING:
                openings[dark[start : start + 2]].append(i)
        return openings

    def opening_with(self, characters: Container[str]) -> list[int]:
        """Indices of the morphemes whose first character is one of these, in order."""
        return sorted(i for opening, places in self.openings.items() if opening[0] in characters for i in places)

    def places(self, words: Iterable[str]) -> list[int]:
        """Indices of the morphemes that are one of these words of two syllables or more, in order."""
        return sorted(i for word in words for i in self.openings.get(word[:2], ()) if self.words[i] == word)

    def _phrases(self) -> Iterable[tuple[int, int]]:
        breaks = frozenset(self.reading.sentence_starts)
        starts, words = self.starts, self.words
        tags = self.tags[:]
        for start, end in self.times:
            for i in self.indices(start, end):
                tags[i] = ""
        first = -1
        for i, tag in enumerate(tags):
            if tag in NOUNS or (first >= 0 and tag in _INNER and words[i] in _INNER[tag] and self._is_inner(i, tag)):
                if first < 0:
                    first = i
                elif starts[i] in breaks:
                    yield first, i
                    first = i
            elif first >= 0:
                yield first, i
                first = -1

    def _is_inner(self, i: int, tag: str) -> bool:
        """Whether a mark may stand inside a name; a bound noun or suffix may."""
        return tag in ("NNB", "XSN") or self._joins(i)

    def index_at(self, offset: int) -> int:
        """Index of the first morpheme that ends after an offset of the text."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and self.ends[i] > offset else i + 1

    def indices(self, start: int, end: int) -> range:
        """Indices of the morphemes that share characters with ``[start, end)``."""
        return range(self.index_at(start), bisect_left(self.starts, end))

    def crosses_sentence(self, start: int, end: int) -> bool:
        """Whether a sentence begins inside ``[start, end)``."""
        starts = self.reading.sentence_starts
        following = bisect_right(starts, start)
        return following < len(starts) and starts[following] < end

    def is_boundary(self, offset: int) -> bool:
        """Whether a morpheme begins or ends at an offset."""
        i = bisect_left(self.starts, offset)
        return self.starts[i : i + 1] == [offset] or (i > 0 and self.ends[i - 1] == offset)

    def _joins(self, i: int) -> bool:
        """Whether a hyphen or full stop holds its neighbours together: ``R-7``, ``존 F. 케네디``."""
        if self.tags[i + 1] not in NOUNS:
            return False
        before, mark, after = self.morphemes[i - 1], self.morphemes[i], self.morphemes[i + 1]
        if mark.text == ".":
            return self.tags[i - 1] == "SL" and len(before.text) <= 2 and before.text[0].isupper()
        if mark.text == "&":
            return True
        return before.end == mark.start and mark.end == after.start

    def _promising(self) -> Iterable[tuple[int, int, int]]:
        """Most common nouns are done with here: they neither look foreign nor begin as Korean names do."""
        for first, stop in self.phrases:
            for i in range(first, stop):
                tag, word = self.tags[i], self.words[i]
                if tag in _NAMES:
                    yield first, stop, i
                elif tag not in _FIGURES:
                    promise = _promise(word)
                    if promise and (promise == "alone" or self.glued(i + 1)):
                        yield first, stop, i

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Offsets of the morphemes ``first`` to ``stop - 1``."""
        return self.starts[first], self.ends[stop - 1]

    def spelled(self, i: int) -> str:
        """A morpheme as the analyser's dictionary of names spells it, blanks and all: ``마이클 키튼`` for ``마이클키튼``.

        A short one is likelier another word: ``알바노`` the town, and not the singer ``알 바노``.
        """
        lemma, word = self.morphemes[i].lemma, self.words[i]
        return lemma if " " in lemma and self.tags[i] == "NNP" and len(word) > _NAME else word

    def after_time(self, i: int) -> bool:
        """Whether a morpheme touches a time before it, from which a blank was lost: ``7월 9일|최명석을``."""
        at = self.starts[i]
        return any(end == at for _, end in self.times[max(0, bisect_left(self.times, (at, 0)) - 1) :][:1])

    def begins_at(self, offset: int, floor: int, holds: Callable[[int], bool]) -> int:
        """Where what ends at an offset begins: the morpheme there and those glued before it, as long as they hold.

        Args:
            offset: of a character of the last morpheme.
            floor: offset before which nothing is taken.
            holds: says of a morpheme's index whether it may belong to what follows it.
        """
        i = self.index_at(offset)
        while self.glued(i) and self.starts[i] > floor and holds(i - 1):
            i -= 1
        return max(self.starts[i], floor)

    def phrase_at(self, i: int) -> tuple[int, int]:
        """The noun phrase that holds morpheme ``i``, or the morpheme alone."""
        at = bisect_right(self.phrases, (i, len(self.morphemes) + 1)) - 1
        if at >= 0 and self.phrases[at][0] <= i < self.phrases[at][1]:
            return self.phrases[at]
        return i, i + 1
