"""A document as the rules read it: composed text, morphemes and sentences in plain Python.

spaCy's ``Doc`` is what stages hand on; its tokens are slow to walk one by one, and in a decomposed (NFD) text their
characters are not syllables. A :class:`Reading` is the same thing made ready for rules: offsets count the composed
text, and :meth:`Reading.source` leads back to the text as read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime
from functools import cached_property

from pipeline.hangul import Composed
from pipeline.model import Sentence
from pipeline.morphology import Morpheme


class Reading:
    """What the rules of one document look at.

    Attributes:
        as_read: the text as read.
        text: the same with decomposed Hangul composed.
        morphemes: its tokens without white space, in order, offsets into ``text``.
        sentences: its sentences, offsets into ``text``.
        date: the document's own date, against which 오늘 and 올해 are read; ``None`` when it has none.
        moment: the same with its clock time, when the document tells one; 2시간 뒤 is counted from there.
    """

    def __init__(
        self,
        as_read: str,
        composed: Composed,
        morphemes: list[Morpheme],
        sentences: list[Sentence],
        day: date | None,
        moment: datetime | None = None,
    ):
        self.as_read = as_read
        self.composed = composed
        self.text = composed.text
        self.morphemes = morphemes
        self.sentences = sentences
        self.date = day
        self.moment = moment

    @cached_property
    def starts(self) -> list[int]:
        """Where each morpheme begins."""
        return [m.start for m in self.morphemes]

    @cached_property
    def boundaries(self) -> frozenset[int]:
        """Every offset at which a morpheme begins or ends."""
        return frozenset(x for m in self.morphemes for x in (m.start, m.end))

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins."""
        return [s.start for s in self.sentences]

    def index_at(self, offset: int) -> int:
        """Index of the first morpheme that ends after ``offset``: the one that covers it, or the next."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and self.morphemes[i].end > offset else i + 1

    def between(self, start: int, end: int) -> list[Morpheme]:
        """The morphemes that share characters with ``[start, end)``."""
        return self.morphemes[self.index_at(start) : bisect_left(self.starts, end)]

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence that holds an offset (or stands before it)."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset (or stands before it)."""
        return self.sentences[self.sentence_index(offset)]

    def source(self, offset: int) -> int:
        """The offset in the text as read of an offset in :attr:`text`."""
        return self.composed.source(offset)

    def position(self, source: int) -> int:
        """The offset in :attr:`text` of an offset in the text as read."""
        return source if self.composed.offsets is None else bisect_left(self.composed.offsets, source)
