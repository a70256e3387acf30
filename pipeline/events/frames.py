"""Frames: a verb whose noun decides what happens. ``왕위에 오르다`` is an APPOINTMENT, ``값이 오르다`` a CHANGE.

``events.toml`` writes a frame ``noun+verb``, as ``왕위|제위/에+오르다|앉다``: several nouns and verbs are parted by bars,
and what stands behind the slash is the particle. A noun is a word (the phrase's last part), ``<class>`` of
``noun_classes.csv`` or the label of a name (``OG``; ``QT`` for any number). An idiom is written as it is said,
``문을 열다``; its noun is no argument.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline import lexicon
from pipeline.events.clauses import Clause
from pipeline.events.units import Atom, Phrase, Predicate

_PARTICLES = {
    "을": "을", "를": "을", "만을": "을", "이": "이", "가": "이", "께서": "이", "에": "에", "에게": "에", "에도": "에", "에만": "에",
    "에는": "에", "로": "로", "으로": "로", "로서": "로", "으로서": "로", "로도": "로", "으로도": "로", "에서": "에서", "와": "와",
    "과": "와",
}  # fmt: skip
_IDIOM = re.compile(r"(?P<noun>\S+?)(?P<particle>으로|에서|을|를|이|가|에|로) (?P<verb>\S+)")
_CONTRACTED = {"\u1167": "\u1175", "\u116f": "\u116e", "\u116a": "\u1169"}  # 려 → 리, 워 → 우, 와 → 오
_LONGEST = 12  # syllables of a noun in a frame or class
_SHORT = 2  # in a longer word one syllable may stand for its class (작품상, of 정상 not)


class Match(NamedTuple):
    """What a frame found: the type's name, the phrase that decided it, and whether that is part of an idiom."""

    kind: str
    phrase: Phrase
    idiom: bool


class Frame(NamedTuple):
    """Nouns with verbs, as an entry writes them. ``particle`` is empty where any will do."""

    nouns: tuple[str, ...]
    particle: str
    verbs: tuple[str, ...]
    idiom: bool


def read_frame(written: str) -> Frame:
    """What an entry of ``frames`` says: ``왕위|제위/에+오르다|앉다``.

    Raises:
        ValueError: it is not written as ``noun+verb``.
    """
    nouns, plus, verbs = written.partition("+")
    nouns, slash, particle = nouns.partition("/")
    if not plus or "+" in verbs or (slash and particle not in ("을", "이", "에", "로", "에서", "와", "되")):
        raise ValueError(written)
    return _frame(nouns, particle, verbs, written, idiom=False)


def read_idiom(written: str) -> Frame:
    """What an entry of ``idioms`` says: ``숨을 거두다``, ``막을 내리다|걷다``.

    Raises:
        ValueError: it is not written as noun, particle, blank, verb.
    """
    said = _IDIOM.fullmatch(written)
    if said is None:
        raise ValueError(written)
    return _frame(said["noun"], _PARTICLES[said["particle"]], said["verb"], written, idiom=True)


def _frame(nouns: str, particle: str, verbs: str, written: str, *, idiom: bool) -> Frame:
    frame = Frame(tuple(nouns.split("|")), particle, tuple(verbs.replace("를 ", "을 ").split("|")), idiom)
    if not all((*frame.nouns, *frame.verbs)):
        raise ValueError(written)
    return frame


def verb_forms(predicate: Predicate) -> tuple[str, ...]:
    """How a predicate's verb is looked up: as it is, and a passive in 아/어지다 as its active: ``세워지다``, ``세우다``."""
    lemma = predicate.lemma.replace(" ", "")
    stem = lemma.removesuffix("지다")
    if predicate.noun is not None or stem == lemma or len(stem) < 2:
        return (lemma,)
    if stem[-1] in "어아여":
        return lemma, stem[:-1] + "다"
    vowel = _CONTRACTED.get(unicodedata.normalize("NFD", stem[-1])[1:])
    if vowel is None:
        return (lemma,)
    return lemma, stem[:-1] + unicodedata.normalize("NFC", unicodedata.normalize("NFD", stem[-1])[0] + vowel) + "다"


@dataclass(frozen=True)
class Classes:
    """The classes of nouns; a word that only ends like one of a class (방법, of 법) is kept out of it."""

    of: dict[str, frozenset[str]]
    never: dict[str, frozenset[str]]

    def names(self) -> frozenset[str]:
        """All classes."""
        return frozenset[str]().union(*self.of.values()) if self.of else frozenset()


def read_classes() -> Classes:
    """Reads ``noun_classes.csv``.

    Raises:
        LexiconError: it breaks its format.
    """
    of: dict[str, set[str]] = {}
    never: dict[str, set[str]] = {}
    rows = lexicon.read_table("noun_classes.csv", ("class", "word"), key=("class", "word"), optional=("never",))
    for row in rows:
        (never if row["never"] else of).setdefault(row["word"], set()).add(f"<{row['class']}>")
    for row in lexicon.read_table("person_titles.csv", ("word", "place"), key=("word",)):
        of.setdefault(row["word"], set()).add("<title>")
    return Classes(*({word: frozenset(names) for word, names in table.items()} for table in (of, never)))


@dataclass
class Frames:
    """All frames, by verb and noun."""

    classes: Classes
    table: dict[str, dict[str, tuple[tuple[Frame, str], ...]]] = field(default_factory=dict)

    def add(self, frame: Frame, kind: str) -> None:
        """Adds a frame of a type; one added later goes before it. 차지하다 is looked up as 차지, too."""
        entry = (frame, kind)
        for verb in frame.verbs:
            bare = verb.removesuffix("하다")
            for form in {verb, bare if len(bare) > 1 else verb}:
                nouns = self.table.setdefault(form, {})
                for noun in frame.nouns:
                    nouns[noun] = (entry, *nouns.get(noun, ()))

    def find(self, clause: Clause) -> Match | None:
        """The frame that the verb of a clause makes with one of its nouns, the nearest first.

        Of the same noun a word goes before a class; what an idiom says of its subject (``<body>/이+문을 열다``) goes
        before all.
        """
        phrases = list(_phrases(clause))
        for verb in verb_forms(clause.predicate):
            for phrase, particle in phrases:
                idiom = self.table.get(f"{phrase.form}{particle} {verb}")
                if idiom and (match := self._match(idiom, list(_doers(clause)))):
                    return Match(match.kind, phrase, True)
            nouns = self.table.get(verb)
            if nouns and (match := self._match(nouns, phrases)):
                return match
        return None

    def _match(
        self, nouns: dict[str, tuple[tuple[Frame, str], ...]], phrases: list[tuple[Phrase, str]]
    ) -> Match | None:
        for phrase, particle in phrases:
            for name in self._names(phrase):
                for frame, kind in nouns.get(name, ()):
                    if not frame.particle or not particle or frame.particle in particle:
                        return Match(kind, phrase, frame.idiom)
        return None

    def _names(self, phrase: Phrase) -> Iterator[str]:
        """What a phrase is called in frames: what it ends in, the longest first, each before its classes; its label.

        Of what is counted, the counted comes after its counter: ``금메달`` of ``금메달 아홉 개``.
        """
        head = phrase.head
        if head.tag == "NP":
            return  # 이는 늘어난 것이다: no tooth
        yield from self._called(phrase.atoms[: phrase.atoms.index(head) + 1], head.form)
        number = _last_number(phrase.atoms)
        if phrase.entity is not None:
            place = phrase.atoms.index(head)
            if place and phrase.atoms[place - 1].tag == "NNG":  # 소극장 학전을 열었다
                yield from self._called(phrase.atoms[:place], phrase.atoms[place - 1].form)
            yield phrase.entity.label
        elif any(a.tag == _SCORE for a in phrase.atoms):
            yield "<score>"
        elif any(a.tag in _NUMBERS for a in phrase.atoms):
            yield "QT"
        if number and phrase.atoms[number - 1].tag.startswith(("NN", "XSN")):
            yield from self._called(phrase.atoms[:number], phrase.atoms[number - 1].form)

    def _called(self, atoms: Sequence[Atom], head: str) -> Iterator[str]:
        """What atoms end in, the longest first, each before its classes."""
        joined = "".join(a.entity.text.replace(" ", "") if a.entity else a.form for a in atoms)
        endings = [joined[start:] for start in range(max(0, len(joined) - _LONGEST), len(joined))]
        name = atoms[-1].entity if atoms else None
        named = name is not None and name.label in ("PS", "LC")
        never: set[str] = set()
        for ending in endings:
            if named and ending in _HAPPENINGS:
                continue  # 초지진: a fort
            if len(ending) > 1 or ending == head:
                yield ending
            if name is None:  # 방법 is no law, 우주법 is one though it ends like 주법 (how something is played)
                never |= self.classes.never.get(ending, frozenset())
            if len(ending) > 1 or ending == head or len(joined) > _SHORT:
                yield from sorted(self.classes.of.get(ending, frozenset()) - never)


def _last_number(atoms: Sequence[Atom]) -> int:
    """Where the last number of a phrase begins (``1840억`` of ``3분기 매출 1840억 원``), or 0."""
    numbers = (k for k, a in enumerate(atoms) if a.tag in _NUMBERS or (a.tag == "MM" and _is_counter(atoms, k + 1)))
    number = max(numbers, default=0)
    while number and atoms[number - 1].tag in _NUMBERS:
        number -= 1
    return number


def _is_counter(atoms: Sequence[Atom], k: int) -> bool:
    """Whether a counter stands there: ``마리`` of ``곰 네 마리``."""
    return k < len(atoms) and atoms[k].tag == "NNB"


_NUMBERS = frozenset({"SN", "NR"})
_SCORE = "W_SERIAL"  # 3-0
_HAPPENINGS = frozenset(("지진", "태풍", "사고", "화재", "전쟁", "폭발"))


def _phrases(clause: Clause) -> Iterator[tuple[Phrase, str]]:
    """The phrases of a clause that may decide, nearest first, each with the particles it may stand for.

    Beside an object the subject decides nothing (``회사가 영화를 만들었다``), nor does the head (``영화를 만든 회사``).
    """
    predicate = clause.predicate
    transitive = predicate.voice != "passive" and clause.has_object
    for phrase in reversed(clause.phrases):
        about = phrase.subject or phrase.topic
        if phrase.time is None and not phrase.genitive and phrase.relation is None and not (about and transitive):
            yield phrase, _particles(phrase, predicate.voice == "passive", predicate.lemma)
    if transitive:
        return
    if clause.head is not None and clause.head.time is None:
        yield clause.head, "을이"
    if clause.topic is not None and clause.topic not in clause.phrases and clause.own_subject is None:
        yield clause.topic, "을이"


def _doers(clause: Clause) -> Iterator[tuple[Phrase, str]]:
    """What a clause with an object is about: its subject, its topic, or the noun that it modifies."""
    for phrase in (clause.own_subject, clause.topic, clause.head):
        if phrase is not None and phrase.time is None:
            yield phrase, "이"


def _particles(phrase: Phrase, passive: bool, lemma: str) -> str:
    """The particles of frames that a phrase answers to."""
    if phrase.complement:
        return "되이"
    if phrase.topic or phrase.particle == "도" or (phrase.subject and passive):
        return "을이"
    if phrase.subject and lemma == "되다":
        return "되이"
    return _PARTICLES.get(phrase.particle, phrase.particle)
