"""Text → morphemes. The only module that knows Kiwi.

Morphemes that share characters (``열린`` = ``열리`` + ``ᆫ``) are one with the tag ``VV+ETM`` and the lemma ``열리+ᆫ``; tags
are Kiwi's Sejong-style set. Each sentence is analysed by itself, so time stays linear in length and no sentence's
analysis depends on its neighbours.
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
from typing import TYPE_CHECKING, NamedTuple, Protocol

from pipeline.hangul import Composed, compose
from pipeline.model import Sentence
from pipeline.sentences import split

if TYPE_CHECKING:
    from kiwipiepy import Kiwi
    from kiwipiepy import Token as KiwiToken

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


# Syllables that go on with 뒤, and with 해, as particles, endings and words: 뒤늦게, 같은 해결책.
_AFTER_TWI = "늦이따집쪽편통에의로을를는은가도인부까쯤였라만과여지진질척흔덮섞엎틀돌꽁꿈바범축치"
_AFTER_HAE = (
    "에의은는이가를도와과로부까여인였마만라동당결석안군양외독설산상법답임체충고명소제병킹역녀변류저발방례탈약협수풍적초골리남주운미태물"
    "커프빙악지촉송경"
)
# Behind a number with 년, 월 or 일, before what is no particle or suffix of it: 1966년|코롤료프가; behind 뒤 of a length
# and 같은 해, before what begins no word with them: 6개월 뒤|찬드라얀이, 같은 해|보스토크가. The analyser is given a blank.
_LOST_BLANK = re.compile(
    r"(?<=\d[년월일])(?=[가-힣])(?![에의은는이가부까도을를과와간대생째차만말초중경께쯤전후뒤여동내인로으였라])"
    rf"|(?<=[년월달주일간분흘틀새레] 뒤)(?=[가-힣])(?![{_AFTER_TWI}])|(?<=같은 해)(?=[가-힣])(?![{_AFTER_HAE}])"
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
    if _SIGN_OF_UNIT.search(text):
        morphemes = [_particle_of_share(m, text) for m in morphemes]
    if "을 여는 " in text:
        morphemes = [_opening(m, text) for m in morphemes]
    if "오 " in text:
        morphemes = list(_names_in_o(morphemes))
    return morphemes


_SIGNS = "%％㏊㎡㎢㎥㎞㎝㎜㎏㎎㎖℃㎾"
_SIGN_OF_UNIT = re.compile(f"[{_SIGNS}]가 ")


def _names_in_o(morphemes: Iterable[Morpheme]) -> Iterator[Morpheme]:
    """``클라우디오 라니에리``: a name that ends in 오, which Kiwi takes for 클라우디(이다) and an ending that nobody uses."""
    left: Morpheme | None = None
    for morpheme in morphemes:
        if left is not None and morpheme.text == "오" and morpheme.tag == "EC" and left.tag == "NNP+VCP":
            name = left.text + morpheme.text
            morpheme, left = Morpheme(left.start, morpheme.end, name, "NNP", name), None
        if left is not None:
            yield left
        left = morpheme
    if left is not None:
        yield left


def _particle_of_share(morpheme: Morpheme, text: str) -> Morpheme:
    """``54%가``, ``12㏊가``: behind the sign of a unit, which Kiwi takes for no noun, 가 is no verb."""
    sign = text[morpheme.start - 1 : morpheme.start]
    verb = morpheme.text == "가" and morpheme.tag.startswith("VV") and sign in _SIGNS
    return morpheme._replace(tag="JKS", lemma="가") if verb else morpheme


def _opening(morpheme: Morpheme, text: str) -> Morpheme:
    """``문을 여는 2025년``: before a figure, too, it is a verb, which Kiwi takes for a pronoun and a topic."""
    start, tag = morpheme.start, morpheme.tag
    if tag == "NP" and morpheme.text == "여" and text[start - 2 : start + 3] == "을 여는 ":
        return morpheme._replace(tag="VV", lemma="열")
    if tag == "JX" and morpheme.text == "는" and text[max(start - 3, 0) : start + 2] == "을 여는 ":
        return morpheme._replace(tag="ETM")
    return morpheme


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

    @classmethod
    def of(cls, text: str) -> Analysis:
        """Cuts and analyses a text."""
        composed = compose(text)
        sentences = split(composed.text)
        morphemes: list[Morpheme] = []
        analyses = analyse_each(composed.text[s.start : s.end] for s in sentences)
        for sentence, analysis in zip(sentences, analyses, strict=True):
            begin = sentence.start
            morphemes += [_morpheme((s + begin, e + begin, t, tag, lemma)) for s, e, t, tag, lemma in analysis]
        return cls(text, composed, sentences, morphemes)
