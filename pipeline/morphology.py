"""Text → spaCy ``Doc``: Kiwi's morphemes as tokens. The only module that knows Kiwi.

``doc.text`` equals the text to the last code point. Morphemes that share characters (``열린`` = ``열리`` + ``ᆫ``) are
one token with the tag ``VV+ETM`` and the lemma ``열리+ᆫ``; tags are Kiwi's Sejong-style set. Each sentence is analysed
by itself, so time stays linear in length and no sentence's analysis depends on its neighbours.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np
from spacy.tokens import Doc, Token
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.hangul import Composed, compose
from pipeline.sentences import split

if TYPE_CHECKING:
    from kiwipiepy import Kiwi
    from kiwipiepy import Token as KiwiToken

WHITE_SPACE_TAG = "_SP"  # spaCy's own tag for a token of white space
_UNKNOWN_TAG = "SW"
_DARK = re.compile(r"\S+")
# Kiwi slows down on very long input; a sentence longer than this is cut where it has a blank.
_LONGEST_PIECE = 2_000
_SENTENCES_AT_ONCE = 500
_Fused = tuple[int, int, str, str]  # start, end, forms, tags
_OPTIONS = {"num_workers": 1, "load_multi_dict": True}


class Morpheme(NamedTuple):
    """A token of the text: one morpheme, or those that share its characters, tags and lemmas joined by ``+``."""

    start: int
    end: int
    text: str
    tag: str
    lemma: str

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Its morphemes one by one as (form, tag): ``열린`` → ``[("열리", "VV"), ("ᆫ", "ETM")]``."""
        if "+" not in self.tag:
            return [(self.lemma, self.tag)]
        return list(zip(self.lemma.split("+"), self.tag.split("+"), strict=True))


class Analyses(Protocol):
    """Analyses that were made before, from which :func:`analyse` takes what it can (:mod:`pipeline.cache`)."""

    def get(self, texts: Sequence[str]) -> Mapping[str, list[Morpheme]]:
        """Those of the texts that it has."""

    def add(self, analyses: Mapping[str, list[Morpheme]]) -> None:
        """New ones, by their texts."""


_kept: Analyses | None = None


def keep(analyses: Analyses | None) -> Analyses | None:
    """Sets where analyses are kept, or that none are; gives back what was set before."""
    global _kept
    before, _kept = _kept, analyses
    return before


@cache
def _kiwi_of(process: int) -> Kiwi:
    """Kiwi for one process: its native threads do not survive a fork, so each process loads its own.

    A forked process keeps its parent's, unused: to free it there would wait for ever for threads that are gone.
    """
    from kiwipiepy import Kiwi

    return Kiwi(**_OPTIONS)


def kiwi_version() -> dict[str, str]:
    """Versions of the analyser and of its language model, as they enter ``run.json``."""
    from importlib.metadata import version

    return {"kiwipiepy": version("kiwipiepy"), "kiwipiepy_model": version("kiwipiepy_model")}


def identity() -> str:
    """Whatever an analysis depends on beside its text: the analyser, its options, the code of this module."""
    code = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    return json.dumps([kiwi_version(), _OPTIONS, code], sort_keys=True)


def analyse(text: str) -> list[Morpheme]:
    """Morphemes of one stretch of text, without its white space; together with it they cover every character.

    Example:
        >>> [(m.text, m.tag) for m in analyse("열린 문")]
        [('열린', 'VV+ETM'), ('문', 'NNG')]
    """
    return next(analyse_each([text]))


def analyse_each(texts: Iterable[str]) -> Iterator[list[Morpheme]]:
    """The analyses of many stretches of text, each as :func:`analyse` gives it; Kiwi sees only those not kept."""
    waiting = iter(texts)
    while some := list(islice(waiting, _SENTENCES_AT_ONCE)):
        analyses = dict(_kept.get(some)) if _kept else {}
        # Kiwi goes through all of them first: with our work in between it takes a twentieth longer.
        tokens = {text: _tokenized(text) for text in dict.fromkeys(some) if text not in analyses}
        new = {text: _fused(text, pieces) for text, pieces in tokens.items()}
        if _kept and new:
            _kept.add(new)
        analyses |= new
        yield from (analyses[text] for text in some)


def _tokenized(text: str) -> list[tuple[int, int, list[KiwiToken]]]:
    """Kiwi's tokens of each piece of a text, with the piece's offsets."""
    kiwi = _kiwi_of(os.getpid())
    return [(start, end, kiwi.tokenize(text[start:end])) for start, end in _pieces(text)]


def _fused(text: str, pieces: Iterable[tuple[int, int, list[KiwiToken]]]) -> list[Morpheme]:
    """The morphemes of a text, from Kiwi's tokens of its pieces."""
    morphemes: list[Morpheme] = []
    for start, end, tokens in pieces:
        morphemes += _cover(text, start, end, _fuse([(t.start + start, t.end + start, t.form, t.tag) for t in tokens]))
    return morphemes


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        limit = start + _LONGEST_PIECE
        blank = max(text.rfind(" ", start + 1, limit), text.rfind(",", start + 1, limit))
        end = blank + 1 if blank > start else limit
        yield start, end
        start = end
    yield start, len(text)


def _fuse(tokens: Iterable[tuple[int, int, str, str]]) -> list[_Fused]:
    """Joins tokens that share characters; one of no length joins its neighbour. A ``+`` in a form is full-width."""
    fused: list[_Fused] = []
    waiting: list[tuple[str, str]] = []
    reached = 0
    for start, end, form, tag in tokens:
        if "+" in form:
            form = form.replace("+", "＋")
        if start < end and (start >= reached or not fused):
            if waiting:
                form = "+".join([f for f, _ in waiting] + [form])
                tag = "+".join([t for _, t in waiting] + [tag])
                waiting.clear()
            fused.append((start, end, form, tag))
            reached = end
        elif fused:
            _join(fused, start, end, form, tag)
            reached = fused[-1][1]
        else:
            waiting.append((form, tag))
    return fused


def _join(fused: list[_Fused], start: int, end: int, form: str, tag: str) -> None:
    """Adds a token to the last one, and that to the ones before it as far as it reaches back."""
    first, last, form_before, tag_before = fused.pop()
    start, end, form, tag = min(first, start), max(last, end), f"{form_before}+{form}", f"{tag_before}+{tag}"
    while fused and fused[-1][1] > start:
        first, last, form_before, tag_before = fused.pop()
        start, end, form, tag = first, max(last, end), f"{form_before}+{form}", f"{tag_before}+{tag}"
    fused.append((start, end, form, tag))


def _cover(text: str, start: int, end: int, fused: Iterable[_Fused]) -> Iterator[Morpheme]:
    """The fused tokens, and between them whatever Kiwi passed over that is not white space."""
    for first, last, lemma, tag in fused:
        if first > start:
            yield from _passed_over(text, start, first)
        piece = text[first:last]
        bare = piece.strip()  # to Kiwi some control characters are symbols, to Python white space
        if bare == piece:
            yield Morpheme(first, last, piece, tag, lemma)
        elif bare:
            left = first + len(piece) - len(piece.lstrip())
            yield Morpheme(left, left + len(bare), bare, tag, lemma)
        start = last
    yield from _passed_over(text, start, end)


def _passed_over(text: str, start: int, end: int) -> Iterator[Morpheme]:
    if not text[start:end].isspace():
        for dark in _DARK.finditer(text, start, end):
            yield Morpheme(dark.start(), dark.end(), dark.group(), _UNKNOWN_TAG, dark.group())


class _Tokens:
    """The tokens of a text from left to right, as spaCy's ``Doc`` wants them: white space is a token, too."""

    def __init__(self, composed: Composed, text: str) -> None:
        self.composed, self.text = composed, text
        self.done = 0
        self.words: list[str] = []
        self.spaced: list[int] = []
        self.tags: list[str] = []
        self.lemmas: list[str] = []
        self.sentence_starts: list[int] = []

    def add(self, analysis: Sequence[Morpheme], begin: int) -> None:
        """Adds the morphemes of a sentence that begins at an offset of the composed text, and the white space before each."""
        source = self.composed.source
        self._white(source(begin))
        self.sentence_starts.append(len(self.words))
        for start, end, word, tag, lemma in analysis:
            first, last = source(start + begin), source(end + begin)
            if first > self.done:
                self._white(first)
            self.words.append(word if last - first == len(word) else self.text[first:last])
            self.tags.append(tag)
            self.lemmas.append(lemma)
            self.done = last

    def doc(self, vocab: Vocab) -> Doc:
        """The document, with the white space at the end of the text."""
        self._white(len(self.text))
        spaces = np.zeros(len(self.words), dtype=bool)
        spaces[self.spaced] = True
        if sum(map(len, self.words)) + len(self.spaced) != len(self.text):
            raise AssertionError("the analysis does not cover the text: this is a bug in pipeline.morphology")
        doc = Doc(vocab, self.words, spaces.tolist())
        return doc.from_array(["TAG", "LEMMA", "SENT_START"], self._attributes(vocab)) if self.words else doc

    def _attributes(self, vocab: Vocab) -> Any:
        """What ``Doc(tags=…, lemmas=…, sent_starts=…)`` writes; it looks each word up anew and takes thrice as long."""
        number = {word: vocab.strings.add(word) for word in {*self.tags, *self.lemmas}}
        starts = np.full(len(self.words), -1)
        starts[self.sentence_starts] = 1
        tags, lemmas = ([number[word] for word in column] for column in (self.tags, self.lemmas))
        return np.column_stack([np.array(tags, np.uint64), np.array(lemmas, np.uint64), starts.astype(np.uint64)])

    def _white(self, end: int) -> None:
        """A single blank belongs to the token before it (spaCy's way); other white space is a token of its own."""
        gap = self.text[self.done : end]
        if gap[:1] == " " and self.words:
            self.spaced.append(len(self.words) - 1)
            gap = gap[1:]
        if gap:
            self.words.append(gap)
            self.tags.append(WHITE_SPACE_TAG)
            self.lemmas.append(gap)
        self.done = end


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
        composed = compose(text)
        tokens = _Tokens(composed, text)
        sentences = split(composed.text)
        analyses = analyse_each(composed.text[s.start : s.end] for s in sentences)
        for sentence, analysis in zip(sentences, analyses, strict=True):
            tokens.add(analysis, sentence.start)
        return tokens.doc(self.vocab)

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


Token.set_extension("eojeol", getter=_eojeol, force=True)
