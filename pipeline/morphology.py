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

from spacy.tokens import Doc, Token
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.hangul import compose
from pipeline.sentences import split

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

WHITE_SPACE_TAG = "_SP"  # spaCy's own tag for a token of white space
_UNKNOWN_TAG = "SW"
_DARK = re.compile(r"\S+")
# Kiwi slows down on very long input; a sentence longer than this is cut where it has a blank.
_LONGEST_PIECE = 2_000
_SENTENCES_AT_ONCE = 500
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
        new = {text: _analyse(text) for text in dict.fromkeys(some) if text not in analyses}
        if _kept and new:
            _kept.add(new)
        analyses |= new
        yield from (analyses[text] for text in some)


def _analyse(text: str) -> list[Morpheme]:
    kiwi = _kiwi_of(os.getpid())
    morphemes: list[Morpheme] = []
    for start, end in _pieces(text):
        tokens = kiwi.tokenize(text[start:end])
        fused = _fuse((t.start + start, t.end + start, t.form.replace("+", "＋"), t.tag) for t in tokens)
        morphemes += _cover(text, start, end, fused)
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


def _fuse(tokens: Iterable[tuple[int, int, str, str]]) -> list[list[Any]]:
    """Joins tokens that share characters; one of no length joins its neighbour. A ``+`` in a form is full-width."""
    fused: list[list[Any]] = []
    waiting: list[tuple[str, str]] = []
    reached = 0
    for start, end, form, tag in tokens:
        if start < end and (start >= reached or not fused):
            if waiting:
                form = "+".join([f for f, _ in waiting] + [form])
                tag = "+".join([t for _, t in waiting] + [tag])
                waiting.clear()
            fused.append([start, end, form, tag])
        elif fused:
            _join(fused, start, end, form, tag)
        else:
            waiting.append((form, tag))
        reached = fused[-1][1] if fused else 0
    return fused


def _join(fused: list[list[Any]], start: int, end: int, form: str, tag: str) -> None:
    """Adds a token to the last one, and that to the ones before it as far as it reaches back."""
    last = fused[-1]
    last[:] = min(last[0], start), max(last[1], end), f"{last[2]}+{form}", f"{last[3]}+{tag}"
    while len(fused) > 1 and fused[-2][1] > fused[-1][0]:
        _, later_end, later_form, later_tag = fused.pop()
        last = fused[-1]
        last[1:] = max(last[1], later_end), f"{last[2]}+{later_form}", f"{last[3]}+{later_tag}"


def _cover(text: str, start: int, end: int, fused: list[list[Any]]) -> Iterator[Morpheme]:
    """The fused tokens, and between them whatever Kiwi passed over that is not white space."""
    for first, last, lemma, tag in [*fused, [end, end, "", ""]]:
        if first > start and not text[start:first].isspace():
            yield from (Morpheme(m.start(), m.end(), m.group(), _UNKNOWN_TAG, m.group())
                        for m in _DARK.finditer(text, start, first))  # fmt: skip
        piece = text[first:last]
        if bare := piece.strip():  # to Kiwi some control characters are symbols, to Python white space
            left = first + len(piece) - len(piece.lstrip())
            yield Morpheme(left, left + len(bare), bare, tag, lemma)
        start = last


class _Tokens:
    """The tokens of a text from left to right, as spaCy's ``Doc`` wants them: white space is a token, too."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.done = 0
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.tags: list[str] = []
        self.lemmas: list[str] = []
        self.sentence_starts: list[bool] = []

    def add(self, start: int, end: int, tag: str, lemma: str, first: bool) -> None:
        """Adds a morpheme and the white space before it; ``first`` begins a sentence."""
        if start > self.done:
            self._white(start)
        self._append(self.text[start:end], tag, lemma, first)
        self.done = end

    def doc(self, vocab: Vocab) -> Doc:
        """The document, with the white space at the end of the text."""
        if self.done < len(self.text):
            self._white(len(self.text))
        doc = Doc(vocab, self.words, self.spaces, tags=self.tags, lemmas=self.lemmas, sent_starts=self.sentence_starts)  # type: ignore[arg-type]
        if doc.text != self.text:
            raise AssertionError("the analysis does not cover the text: this is a bug in pipeline.morphology")
        return doc

    def _white(self, end: int) -> None:
        """A single blank belongs to the token before it (spaCy's way); other white space is a token of its own."""
        gap = self.text[self.done : end]
        if gap[0] == " " and self.spaces and not self.spaces[-1]:
            self.spaces[-1] = True
            gap = gap[1:]
        if gap:
            self._append(gap, WHITE_SPACE_TAG, gap, False)

    def _append(self, word: str, tag: str, lemma: str, first: bool) -> None:
        self.words.append(word)
        self.spaces.append(False)
        self.tags.append(tag)
        self.lemmas.append(lemma)
        self.sentence_starts.append(first)


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
        tokens = _Tokens(text)
        sentences = split(composed.text)
        analyses = analyse_each(composed.text[s.start : s.end] for s in sentences)
        for sentence, analysis in zip(sentences, analyses, strict=True):
            first = True
            for start, end, _, tag, lemma in analysis:
                tokens.add(
                    composed.source(sentence.start + start), composed.source(sentence.start + end), tag, lemma, first
                )
                first = False
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
