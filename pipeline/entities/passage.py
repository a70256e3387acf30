"""A reading as the rules of names look at it: its noun phrases, and the text without its blanks.

A noun phrase here is a run of nominal morphemes with no particle between them (``미국 육군 탄도 미사일국``); times end one.
Names live in noun phrases, and articles that lost their blanks still keep the particles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.entities.recut import Recutter
from pipeline.entities.vocabulary import looks_foreign, refresh, surnames, words
from pipeline.model import Timex
from pipeline.reading import Reading

NOUNS = frozenset({"NNG", "NNP", "SL", "SN", "SH", "NR", "XPN", "W_SERIAL", "XR"})
# Bound nouns that stand inside names: 스푸트니크 1호, 제2차 세계 대전, 바이마르 공화국군.
_INNER_BOUND = frozenset({"호", "차", "회", "군", "형", "대"})
_DARK = re.compile(r"\S+")
_REACH = 12  # as far beyond the text's ends as a rule may look
_JOINTS = frozenset({"-", "–", "&", "."})


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
        morphemes: its morphemes.
        tags: the first tag of each (``NNB`` of ``NNB+VCP``).
        phrases: ``(first, stop)`` index ranges of the noun phrases.
        dark: the text without its blanks.
        starts: where each morpheme begins.
        boundaries: every offset at which a morpheme begins or ends.
    """

    def __init__(self, reading: Reading, times: Sequence[Timex] = ()) -> None:
        refresh()
        self.reading = reading
        self.text = reading.text
        self.morphemes = Recutter(reading.morphemes)(reading.morphemes)
        self.tags = [tag if "+" not in tag else tag[: tag.index("+")] for _, _, _, tag, _ in self.morphemes]
        # Rules look at neighbours that may lie outside the text, at either end (index -1 is the last of the padding).
        self._words = [morpheme[2] for morpheme in self.morphemes] + [""] * _REACH
        self._tags = self.tags + [""] * _REACH
        self._promises: dict[str, bool] = {}
        self.starts = [m.start for m in self.morphemes]
        self.boundaries = reading.boundaries | frozenset(self.starts)
        self.times = sorted((t.start, t.end) for t in times if not t.optional or t.type != "DATE")
        self._light = list(chain.from_iterable(range(*word.span()) for word in _DARK.finditer(self.text)))
        self.dark = "".join(_DARK.findall(self.text))
        self.dark_starts = self._dark_starts()
        self.phrases = list(self._phrases())

    def _dark_starts(self) -> list[int]:
        """Offset in :attr:`dark` of each morpheme."""
        starts, position = [], 0
        for morpheme in self.morphemes:
            starts.append(position)
            text = morpheme.text
            position += len(text) if " " not in text else len(text.replace(" ", ""))
        if position != len(self.dark):  # unusual white space inside a morpheme: count it out exactly
            index = {offset: i for i, offset in enumerate(self._light)}
            starts = [index[m.start] for m in self.morphemes]
        return starts

    def light(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text of a stretch of :attr:`dark`."""
        return self._light[start], self._light[end - 1] + 1

    def _phrases(self) -> Iterable[tuple[int, int]]:
        breaks = frozenset(self.reading.sentence_starts)
        covered = self._covered()
        first = -1
        morphemes, tags = self.morphemes, self.tags
        for i, tag in enumerate(tags):
            inner = tag in NOUNS or (tag == "NNB" and morphemes[i].text in _INNER_BOUND and i > 0 and first >= 0)
            if not inner and first >= 0 and morphemes[i].text in _JOINTS and self._joins(i):
                inner = True
            if inner and i not in covered:
                if first >= 0 and morphemes[i].start in breaks:
                    yield first, i
                    first = -1
                if first < 0:
                    first = i
            elif first >= 0:
                yield first, i
                first = -1
        if first >= 0:
            yield first, len(tags)

    def index_at(self, offset: int) -> int:
        """Index of the first morpheme that ends after an offset of the text."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and self.morphemes[i].end > offset else i + 1

    def _covered(self) -> set[int]:
        """Indices of the morphemes that belong to a time."""
        covered: set[int] = set()
        for start, end in self.times:
            i = self.index_at(start)
            while i < len(self.morphemes) and self.morphemes[i].start < end:
                covered.add(i)
                i += 1
        return covered

    def _joins(self, i: int) -> bool:
        """Whether a hyphen or full stop holds its neighbours together: ``R-7``, ``존 F. 케네디``."""
        if i + 1 >= len(self.tags) or self.tags[i + 1] not in NOUNS:
            return False
        before, mark, after = self.morphemes[i - 1], self.morphemes[i], self.morphemes[i + 1]
        if mark.text == ".":
            return self.tags[i - 1] == "SL" and len(before.text) <= 2 and before.text[0].isupper()
        if mark.text == "&":
            return True
        return before.end == mark.start and mark.end == after.start

    def word(self, i: int) -> str:
        """The text of a morpheme; ``""`` for those just outside the text."""
        return self._words[i]

    def tag(self, i: int) -> str:
        """The first tag of a morpheme; ``""`` for those just outside the text."""
        return self._tags[i]

    def promises_name(self, i: int) -> bool:
        """Whether a morpheme may begin a person's or an unknown name; most common nouns are done with here."""
        if self._tags[i] != "NNG":
            return True
        word = self._words[i]
        promises = self._promises.get(word)
        if promises is None:
            promises = word[0] in surnames() or word in words("given_names.csv") or looks_foreign(word)
            self._promises[word] = promises
        return promises

    def span(self, first: int, stop: int) -> tuple[int, int]:
        """Offsets of the morphemes ``first`` to ``stop - 1``."""
        return self.morphemes[first].start, self.morphemes[stop - 1].end

    def glued(self, i: int) -> bool:
        """Whether a morpheme follows the one before it with no blank."""
        return 0 < i < len(self.morphemes) and self.morphemes[i - 1].end == self.morphemes[i].start

    def phrase_at(self, i: int) -> tuple[int, int]:
        """The noun phrase that holds morpheme ``i``, or the morpheme alone."""
        at = bisect_right(self.phrases, (i, len(self.tags) + 1)) - 1
        if at >= 0 and self.phrases[at][0] <= i < self.phrases[at][1]:
            return self.phrases[at]
        return i, i + 1
