"""Text → spaCy ``Doc``: Kiwi's morphemes as tokens. The only module that knows Kiwi.

``doc.text`` equals the text to the last code point. Morphemes that share characters (``열린`` = ``열리`` + ``ᆫ``) are
one token with the tag ``VV+ETM`` and the lemma ``열리+ᆫ``; tags are Kiwi's Sejong-style set. Each sentence is analysed
by itself, so time stays linear in length and no sentence's analysis depends on its neighbours.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar, cast

import numpy as np
from spacy.tokens import Doc, Token
from spacy.util import registry
from spacy.vocab import Vocab

from pipeline.hangul import Composed, compose
from pipeline.model import Sentence
from pipeline.sentences import split

if TYPE_CHECKING:
    from kiwipiepy import Kiwi
    from kiwipiepy import Token as KiwiToken

T = TypeVar("T")
WHITE_SPACE_TAG = "_SP"  # spaCy's own tag for a token of white space
_UNKNOWN_TAG = "SW"
_DARK = re.compile(r"\S+")
# Kiwi slows down on very long input; a sentence longer than this is cut where it has a blank.
_LONGEST_PIECE = 2_000
_SENTENCES_AT_ONCE = 500
_Fused = tuple[int, int, str, str]  # start, end, forms, tags
_MOST_THREADS = 4  # what is not Kiwi runs in one, and is then most of the time
_OPTIONS = {"load_multi_dict": True}
# How much less likely than the best a reading may be that Kiwi goes on with (a difference of logarithms). Its own 8 takes
# a tenth more time; of 1,876 sentences 26 are read otherwise, as many of them better as worse. Below 5.5 verbs go wrong.
_CUTOFF = 5.5


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


_morpheme: Callable[[tuple[int, int, str, str, str]], Morpheme] = partial(tuple.__new__, Morpheme)  # half the time


class Analyses(Protocol):
    """Analyses that were made before, from which :func:`analyse` takes what it can (:mod:`pipeline.cache`)."""

    def get(self, texts: Sequence[str]) -> Mapping[str, list[Morpheme]]:
        """Those of the texts that it has."""

    def add(self, analyses: Mapping[str, list[Morpheme]]) -> None:
        """New ones, by their texts."""


_kept: Analyses | None = None
_one_thread = False


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

    kiwi = Kiwi(num_workers=_threads(), **_OPTIONS)
    kiwi.global_config.cutoff_threshold = _CUTOFF
    return kiwi


def _threads() -> int:
    """How many threads Kiwi has: a process that another one started shares the machine with its like, and has one."""
    if _one_thread or multiprocessing.parent_process() is not None:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _MOST_THREADS)


@contextmanager
def one_thread() -> Iterator[None]:
    """While it lasts, Kiwi uses one thread: what analyses takes no more than one core."""
    global _one_thread
    before, _one_thread = _one_thread, True
    try:
        yield
    finally:
        _one_thread = before


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
        missing = [text for text in dict.fromkeys(some) if text not in analyses]
        if missing:
            new = {text: _fused(text, pieces) for text, pieces in zip(missing, _tokenized(missing), strict=True)}
            if _kept:
                _kept.add(new)
            analyses |= new
        yield from (analyses[text] for text in some)


def _tokenized(texts: Sequence[str]) -> Iterator[list[tuple[int, int, Sequence[KiwiToken | _Token]]]]:
    """Kiwi's tokens of each piece of each text, with the piece's offsets; its threads run ahead of what is taken."""
    cuts = [list(_pieces(text)) for text in texts]
    pieces = [text[start:end] for text, cut in zip(texts, cuts, strict=True) for start, end in cut]
    kiwi = _kiwi_of(os.getpid())
    # Alone, or over one piece, its own queue costs more than it gains; and with our work in between it takes a twentieth
    # longer.
    at_once = len(pieces) > 1 and _threads() > 1
    lost = [[match.start() for match in _LOST_BLANK.finditer(piece)] for piece in pieces]
    spaced = [_with_blanks(piece, places) for piece, places in zip(pieces, lost, strict=True)]
    tokens = zip(kiwi.tokenize(spaced) if at_once else [kiwi.tokenize(piece) for piece in spaced], lost, strict=True)
    for cut in cuts:
        yield [(start, end, _as_written(*next(tokens))) for start, end in cut]


# Behind a number with 년, 월 or 일, before what is no particle or suffix of it: 1966년|코롤료프가. The analyser is given a blank.
_LOST_BLANK = re.compile(
    r"(?<=\d[년월일])(?=[가-힣])(?![에의은는이가부까도을를과와간대생째차만말초중경께쯤전후뒤여동내인로으였라])"
)


class _Token(NamedTuple):
    """One of Kiwi's tokens, with the offsets that it has in the text as written."""

    start: int
    end: int
    form: str
    tag: str


def _with_blanks(piece: str, places: Sequence[int]) -> str:
    """A piece with a blank before each of the places."""
    return " ".join(piece[start:end] for start, end in pairwise([0, *places, len(piece)])) if places else piece


def _as_written(tokens: Sequence[KiwiToken], places: Sequence[int]) -> Sequence[KiwiToken | _Token]:
    """Tokens of a piece in which a blank was put in before each of the places, at their offsets without these."""
    if not places:
        return tokens
    blanks = [place + before for before, place in enumerate(places)]
    shifted = ((t, bisect_left(blanks, t.start), bisect_left(blanks, t.end)) for t in tokens)
    return [_Token(t.start - start, t.end - end, t.form, t.tag) for t, start, end in shifted]


def _fused(text: str, pieces: Iterable[tuple[int, int, Sequence[KiwiToken | _Token]]]) -> list[Morpheme]:
    """The morphemes of a text, from Kiwi's tokens of its pieces."""
    morphemes: list[Morpheme] = []
    for start, end, tokens in pieces:
        _cover(morphemes, text, start, end, _fuse(tokens, start))
    if "%가 " in text:
        morphemes = [_particle_of_share(m, text) for m in morphemes]
    return morphemes


def _particle_of_share(morpheme: Morpheme, text: str) -> Morpheme:
    """``54%가``: behind the sign, which Kiwi takes for no noun, 가 is no verb."""
    verb = morpheme.text == "가" and morpheme.tag.startswith("VV") and text[morpheme.start - 1 : morpheme.start] == "%"
    return morpheme._replace(tag="JKS", lemma="가") if verb else morpheme


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > _LONGEST_PIECE:
        limit = start + _LONGEST_PIECE
        blank = max(text.rfind(" ", start + 1, limit), text.rfind(",", start + 1, limit))
        end = blank + 1 if blank > start else limit
        yield start, end
        start = end
    yield start, len(text)


def _fuse(tokens: Iterable[KiwiToken | _Token], offset: int) -> list[_Fused]:
    """Joins tokens of what begins at an offset that share characters; one of no length joins its neighbour.

    A ``+`` in a form becomes full-width.
    """
    fused: list[_Fused] = []
    waiting: list[tuple[str, str]] = []
    reached = 0
    for token in tokens:
        start, end, form, tag = token.start + offset, token.end + offset, token.form, token.tag
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


def _cover(morphemes: list[Morpheme], text: str, start: int, end: int, fused: Iterable[_Fused]) -> None:
    """Adds the fused tokens, and between them whatever Kiwi passed over that is not white space."""
    add = morphemes.append
    for first, last, lemma, tag in fused:
        if first > start and (first > start + 1 or text[start] != " "):
            morphemes += _passed_over(text, start, first)
        piece = text[first:last]
        bare = piece.strip()  # to Kiwi some control characters are symbols, to Python white space
        if bare == piece:
            add(_morpheme((first, last, piece, tag, lemma)))
        elif bare:
            left = first + len(piece) - len(piece.lstrip())
            add(Morpheme(left, left + len(bare), bare, tag, lemma))
        start = last
    if start < end:
        morphemes += _passed_over(text, start, end)


def _passed_over(text: str, start: int, end: int) -> Iterator[Morpheme]:
    if not text[start:end].isspace():
        for dark in _DARK.finditer(text, start, end):
            yield Morpheme(dark.start(), dark.end(), dark.group(), _UNKNOWN_TAG, dark.group())


class Analysis(NamedTuple):
    """A text cut into sentences and morphemes.

    Attributes:
        text: the text as read.
        composed: the same with decomposed Hangul composed; offsets of the others count its text.
        sentences: in order.
        morphemes: all of them in order, without white space.
    """

    text: str
    composed: Composed
    sentences: list[Sentence]
    morphemes: list[Morpheme]


_made: tuple[Doc, Any, Analysis] | None = None  # the latest document of this module
_TOLD: list[int | str] = ["IDX", "TAG", "LEMMA"]


def analysis_of(doc: Doc) -> Analysis | None:
    """What a document was made of, if it is the latest one that was made here and nobody has changed its tokens."""
    if _made is None:
        return None
    made, told, analysis = _made
    return analysis if made is doc and np.array_equal(doc.to_array(_TOLD), told) else None


def _doc(vocab: Vocab, analysis: Analysis, firsts: Sequence[int]) -> Doc:
    """The document of an analysis, whose sentences begin with the morphemes ``firsts``; white space is a token, too."""
    text, source = analysis.text, analysis.composed.source
    morphemes = analysis.morphemes
    starts, ends = [m.start for m in morphemes], [m.end for m in morphemes]
    words, tags, lemmas = [m.text for m in morphemes], [m.tag for m in morphemes], [m.lemma for m in morphemes]
    if analysis.composed.offsets is not None:
        starts, ends = list(map(source, starts)), list(map(source, ends))
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    blanks, white = _gaps(text, starts, ends)
    spaces = _filled(_marked(len(words), blanks, False, True), white, False)
    begins = _filled(_marked(len(words), firsts, -1, 1), white, -1)
    words, tags, lemmas = _filled(words, white), _filled(tags, white, WHITE_SPACE_TAG), _filled(lemmas, white)
    if sum(map(len, words)) + sum(spaces) != len(text):
        raise AssertionError("the analysis does not cover the text: this is a bug in pipeline.morphology")
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
        composed = compose(text)
        sentences = split(composed.text)
        morphemes: list[Morpheme] = []
        firsts = []
        analyses = analyse_each(composed.text[s.start : s.end] for s in sentences)
        for sentence, analysis in zip(sentences, analyses, strict=True):
            firsts.append(len(morphemes))
            begin = sentence.start
            morphemes += [_morpheme((s + begin, e + begin, t, tag, lemma)) for s, e, t, tag, lemma in analysis]
        made = Analysis(text, composed, sentences, morphemes)
        doc = _doc(self.vocab, made, firsts)
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


Token.set_extension("eojeol", getter=_eojeol, force=True)
