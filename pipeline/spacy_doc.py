"""Text → spaCy ``Doc``, whose tokens are morphemes; ``Doc`` → :class:`~pipeline.reading.Reading`, as the rules read it.

``doc.text`` equals the text to the last code point; white space that is no single blank is a token, too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import numpy as np
from spacy.tokens import Doc, Token
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.hangul import compose
from pipeline.morphology import Analysis, Morpheme
from pipeline.reading import Reading
from pipeline.sentences import split

T = TypeVar("T")
WHITE_SPACE_TAG = "_SP"  # spaCy's own tag for a token of white space
_DARK = re.compile(r"\S+")
_made: tuple[Doc, Any, Analysis] | None = None  # the latest document of this module
_TOLD: list[int | str] = ["IDX", "TAG", "LEMMA"]


def analysis_of(doc: Doc) -> Analysis | None:
    """What a document was made of, if it is the latest one that was made here and nobody has changed its tokens."""
    if _made is None:
        return None
    made, told, analysis = _made
    return analysis if made is doc and np.array_equal(doc.to_array(_TOLD), told) else None


def _doc(vocab: Vocab, analysis: Analysis) -> Doc:
    """The document of an analysis; white space is a token, too."""
    text, source = analysis.text, analysis.composed.source
    morphemes = analysis.morphemes
    starts, ends = [m.start for m in morphemes], [m.end for m in morphemes]
    firsts = [bisect_left(starts, sentence.start) for sentence in analysis.sentences]
    words, tags, lemmas = [m.text for m in morphemes], [m.tag for m in morphemes], [m.lemma for m in morphemes]
    if analysis.composed.offsets is not None:
        starts, ends = list(map(source, starts)), list(map(source, ends))
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    blanks, white = _gaps(text, starts, ends)
    spaces = _filled(_marked(len(words), blanks, False, True), white, False)
    begins = _filled(_marked(len(words), firsts, -1, 1), white, -1)
    words, tags, lemmas = _filled(words, white), _filled(tags, white, WHITE_SPACE_TAG), _filled(lemmas, white)
    if sum(map(len, words)) + sum(spaces) != len(text):
        raise AssertionError("the analysis does not cover the text: this is a bug in pipeline.spacy_doc")
    doc = Doc(vocab, words, spaces)
    if words:  # Doc(tags=…, lemmas=…) would look each word up anew and take thrice as long
        number = {word: vocab.strings.add(word) for word in {*tags, *lemmas}}
        columns = [number[tag] for tag in tags], [number[lemma] for lemma in lemmas]
        told = np.column_stack([*np.array(columns, np.uint64), np.array(begins).astype(np.uint64)])
        doc.from_array(["TAG", "LEMMA", "SENT_START"], cast(Any, told))
    return doc


def _gaps(text: str, starts: Sequence[int], ends: Sequence[int]) -> tuple[list[int], list[tuple[int, str]]]:
    """The tokens to which a blank after them belongs (spaCy's way), and other white space with the token it precedes."""
    blanks: list[int] = []
    white: list[tuple[int, str]] = []
    for i, (start, end) in enumerate(zip([0, *ends], [*starts, len(text)], strict=True)):
        if start < end:
            if i and text[start] == " ":
                blanks.append(i - 1)
                start += 1
            if start < end:
                white.append((i, text[start:end]))
    return blanks, white


def _marked(size: int, places: Iterable[int], value: T, mark: T) -> list[T]:
    """A column of a value, with a mark at some places."""
    column = [value] * size
    for place in places:
        column[place] = mark
    return column


def _filled(column: list[T], white: Iterable[tuple[int, str]], value: T | None = None) -> list[T]:
    """A column with a value put in for each white space; without one, the white space itself."""
    filled: list[Any] = []
    done = 0
    for place, blanks in white:
        filled += column[done:place]
        filled.append(blanks if value is None else value)
        done = place
    return filled + column[done:]


class KoreanMorphology:
    """A spaCy tokenizer for Korean; set it with ``{"@tokenizers": "korean_morphology"}``.

    Example:
        >>> import spacy
        >>> nlp = spacy.blank("ko", config={"nlp": {"tokenizer": {"@tokenizers": "korean_morphology"}}})
        >>> [t.tag_ for t in nlp("우주 경쟁은 시작되었다.")]
        ['NNG', 'NNG', 'JX', 'NNG', 'XSV', 'EP', 'EF', 'SF']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Analyses a text; ``doc.text == text``."""
        global _made
        made = Analysis.of(text)
        doc = _doc(self.vocab, made)
        _made = doc, doc.to_array(_TOLD), made
        return doc

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Analyses texts one after the other."""
        for text in texts:
            yield self(text)

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Nothing to write: the analyser is named by the pipeline's configuration."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> KoreanMorphology:
        """Nothing to read."""
        return self

    def to_bytes(self, **kwargs: Any) -> bytes:
        """Nothing to write: the analyser is named by the pipeline's configuration."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> KoreanMorphology:
        """Nothing to read."""
        return self


@registry.tokenizers("korean_morphology")  # type: ignore[untyped-decorator]
def create_korean_morphology() -> Callable[[Any], KoreanMorphology]:
    """Factory for spaCy's configuration."""

    def create(nlp: Any) -> KoreanMorphology:
        return KoreanMorphology(nlp.vocab)

    return create


def _eojeol(token: Token) -> str:
    """The word between blanks that a token stands in: ``소비에트 연방의`` has the eojeol ``연방의`` at ``연방``; of white space, none."""
    doc, first, last = token.doc, token.i, token.i
    if token.text.isspace():
        return ""
    while first > 0 and not doc[first - 1].whitespace_ and not doc[first - 1].text.isspace():
        first -= 1
    while last + 1 < len(doc) and not doc[last].whitespace_ and not doc[last + 1].text.isspace():
        last += 1
    offset = token.idx - doc[first].idx
    return next(word.group() for word in _DARK.finditer(doc[first : last + 1].text) if word.end() > offset)


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


Token.set_extension("eojeol", getter=_eojeol, force=True)
Doc.set_extension("doc_id", default=None, force=True)
Doc.set_extension("iso_date", default=None, force=True)
Doc.set_extension("date", getter=lambda doc: _to_date(doc._.iso_date), force=True)
