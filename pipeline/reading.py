"""A ``Doc`` as the rules read it: composed text, morphemes and sentences in plain Python.

spaCy's ``Doc`` is what stages hand on; its tokens are slow to walk one by one, and in a decomposed (NFD) text their
characters are not syllables. A :class:`Reading` is the same thing made ready for rules: offsets count the composed
text, and :meth:`Reading.source` leads back to the text as read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime
from functools import cached_property
from typing import Any

import numpy as np
from spacy.tokens import Doc

from pipeline.hangul import Composed, compose
from pipeline.model import Sentence
from pipeline.morphology import WHITE_SPACE_TAG, Analysis, Morpheme, analysis_of
from pipeline.sentences import split


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


_latest: tuple[Doc, str | None, Reading] | None = None


def read(doc: Doc) -> Reading:
    """The reading of a document; the latest one is kept, since the stages ask for it one after the other."""
    global _latest
    day = doc._.iso_date
    if _latest is not None and _latest[0] is doc and _latest[1] == day:
        return _latest[2]
    reading = _read(doc)
    _latest = (doc, day, reading)
    return reading


def _read(doc: Doc) -> Reading:
    text, composed, sentences, morphemes = analysis_of(doc) or _analysis(doc)
    return Reading(text, composed, morphemes, sentences, doc._.date, _to_moment(doc._.iso_date))


def _analysis(doc: Doc) -> Analysis:
    """What the tokens of a document say, whoever made them."""
    text = doc.text
    composed = compose(text)
    columns = doc.to_array(["IDX", "LENGTH", "TAG", "LEMMA", "IS_SPACE"])
    dark = (columns[:, 4] == 0) & (columns[:, 2] != doc.vocab.strings.add(WHITE_SPACE_TAG))
    starts, lengths, tags, lemmas, _ = columns[dark].T
    ends = starts + lengths
    if composed.offsets is not None:
        starts, ends = np.searchsorted(composed.offsets, [starts, ends])
    words = [composed.text[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    spelled = zip(starts.tolist(), ends.tolist(), words, _spelled(doc, tags), _spelled(doc, lemmas), strict=True)
    return Analysis(text, composed, split(composed.text), [Morpheme(*morpheme) for morpheme in spelled])


def _spelled(doc: Doc, hashes: Any) -> list[str]:
    """The words of hashes; looking each up once is what makes this quick."""
    numbers = hashes.tolist()
    words = {number: doc.vocab.strings[number] for number in set(numbers)}
    return [words[number] for number in numbers]


def _to_date(value: str | None) -> date | None:
    return date.fromisoformat(value[:10]) if value else None


def _to_moment(value: str | None) -> datetime | None:
    """The moment that a date with a clock time names."""
    return datetime.fromisoformat(value) if value and len(value) > len("2026-03-01") else None


Doc.set_extension("doc_id", default=None, force=True)
Doc.set_extension("iso_date", default=None, force=True)
Doc.set_extension("date", getter=lambda doc: _to_date(doc._.iso_date), force=True)
