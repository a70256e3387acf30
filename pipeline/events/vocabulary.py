"""The words of the events stage: ``events.toml`` (types and triggers), light frames, stative predicates."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import lexicon
from pipeline.errors import LexiconError
from pipeline.events.frames import Frame, Frames, read_classes, read_frame, read_idiom, verb_forms
from pipeline.model import EVENT_TYPES, MODALITIES, POLARITIES

if TYPE_CHECKING:
    from pipeline.events.clauses import Clause
    from pipeline.events.units import Predicate

_SENSES = ("planned", "negative", "positive", "possible", "after", "circumstance", "measure", "class")
_BECOME = re.compile(r".{2,}화")  # 산업화되다, 전산화하다
_FRAME_PARTICLES = {"을": "을", "를": "을", "이": "이", "가": "이", "에": "에", "은": "이", "는": "이", "도": "이"}
_DELIMITERS = frozenset(("도", "만", "까지", "마저", "조차"))  # in the place of 을 and 이: 결혼식까지 올렸다
_LISTS = ("nouns", "actions", "verbs", "names", "frames", "idioms", "active", "intransitive", "carrying", "examples")
_ROLES = {"subject": ("agent", "theme"), "people": ("agent", "theme"), "object": ("theme", "place"),
          "at": ("place", "theme"), "with": ("agent", "theme")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventType:
    """One table of ``events.toml``: see the head of that file for what each key means."""

    name: str
    nouns: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    active: frozenset[str] = frozenset()
    carrying: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    subject: str = "agent"
    people: str = ""
    object: str = "theme"
    at: str = "place"
    with_: str = ""


@dataclass(frozen=True, slots=True)
class LightFrame:
    """A verb that carries an event noun: ``에 성공하다``.

    ``phase`` is start or end where it names one; ``holds`` tells that one holds a gathering or ceremony with it.
    """

    verb: str
    particle: str
    polarity: str
    modality: str | None
    phase: str
    holds: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """All words of the stage, ready for look-up."""

    types: dict[str, EventType]
    nouns: dict[str, EventType]
    verbs: dict[str, EventType]
    names: dict[str, EventType]
    frames: Frames
    heads: frozenset[str]
    whole: tuple[str, ...]
    held: dict[str, EventType]
    light: dict[tuple[str, str], LightFrame]
    stative: frozenset[str]
    relational: frozenset[str]
    standing: dict[str, str]
    postpositions: dict[str, str]
    places: tuple[str, ...]
    not_places: tuple[str, ...]
    placeholders: frozenset[str]
    titles: tuple[str, ...]
    manners: frozenset[tuple[str, str]]
    figures: frozenset[str]
    longest_noun: int

    def kind_of(self, predicate: Predicate) -> EventType | None:
        """The type of a predicate by its own word; ``None`` for words that the vocabulary does not know."""
        if predicate.noun is None:
            return next((k for verb in verb_forms(predicate) if (k := self.verbs.get(verb))), None)
        form = predicate.noun.form
        return self.verbs.get(form + "하다") or self.event_noun(form)

    def becoming(self, predicate: Predicate) -> EventType | None:
        """A change that the form of an unknown word tells: ``넓어지다``, ``산업화되다``."""
        if predicate.noun is not None:
            return self.types["CHANGE"] if _BECOME.fullmatch(predicate.noun.form) else None
        changes = "지" in predicate.frames and predicate.voice == "active" and predicate.lemma.endswith("지다")
        return self.types["CHANGE"] if changes else None

    def named_event(self, name: str) -> EventType | None:
        """The type that an event's name tells, by the longest word that it ends in: ``계유정난`` → CONFLICT; ``학술대회``
        → MEETING, ``육상 대회`` → PERFORMANCE.

        What only says that something happened (사건, 사태) is of the type that stands before it: ``포격 사건`` → ATTACK.
        """
        plain = name.replace(" ", "")
        for start in range(len(plain)):
            if kind := self.names.get(plain[start:]) or self.nouns.get(plain[start:]):
                before = self.event_noun(plain[:start]) if kind.name == "OTHER" else None
                return before or kind
        return None

    def light_frame(self, lemma: str, particle: str) -> LightFrame | None:
        """The light frame of a verb over a noun with a particle: ``성공`` over ``에``."""
        over = self.light.get((lemma, _FRAME_PARTICLES.get(particle, "")))
        return self.light.get((lemma, "을")) if over is None and particle in _DELIMITERS else over

    def event_noun(self, form: str) -> EventType | None:
        """The type of an event noun, by itself or as the last part of a compound: ``시험비행`` → FLIGHT.

        A compound is cut only where one is plausible: before it stand two syllables or more, or one that makes
        compounds (재선거), and it is no word that only ends like one (비행사 is no 행사). The ceremony of a happening
        (준공식) is of its type.
        """
        if form in self.nouns or form.endswith(self.whole):
            return self.nouns.get(form)
        for start in range(max(1, len(form) - self.longest_noun), len(form) - 1):
            if (start > 1 or form[0] in self.heads) and (found := self.nouns.get(form[start:])):
                return found
        return self.event_noun(form[:-1]) if len(form) > 2 and form.endswith("식") else None

    def framed(self, clause: Clause) -> EventType | None:
        """The type that a verb and one of its nouns tell together: ``왕위`` + ``오르다`` → APPOINTMENT."""
        match = self.frames.find(clause)
        return self.types[match.kind] if match else None

    def held_noun(self, form: str) -> EventType | None:
        """The type of what one holds (열다, 거행하다), known by its last syllable: ``위령제``, ``회갑연``, ``동인전``."""
        if len(form) < 3:
            return None
        happening = self.event_noun(form[:-1]) if form[-1] in self.held else None
        return happening or self.held.get(form[-1])


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...]) -> Vocabulary:
    tables: dict[str, dict[str, Any]] = {}
    home: dict[tuple[str, ...], str] = {}  # a word's type; a later file moves it
    frames = Frames(read_classes())
    for path in lexicon.files("events.toml"):
        own: dict[tuple[str, ...], str] = {}
        pairs: dict[tuple[str, ...], str] = {}
        for name, table in _tables(path).items():
            checked = _checked_table(path, name, table)
            tables[name] = _joined(tables[name], checked) if name in tables else checked
            _settle(own, name, checked, path)
            for frame in _frames_of(path, name, checked, frames.classes.names()):
                for noun, verb in product(frame.nouns, frame.verbs):
                    _claim(pairs, (noun, verb, frame.particle), name, path)
                frames.add(frame, name)
        for key, word in own:
            if key == "nouns":
                home.pop(("verbs", word + "하다"), None)
        home |= own
    types = {name: EventType(name, **table) for name, table in tables.items()}
    nouns, verbs = ({word: types[name] for (of, word), name in home.items() if of == key} for key in ("nouns", "verbs"))
    states = lexicon.read_table("stative_predicates.csv", ("word", "sense"))
    standing = _checked("standing_nouns.csv", "sense", _SENSES)
    postpositions = _checked("postposition_verbs.csv", "form", ("any", "adverbial"))
    return Vocabulary(
        types, nouns, verbs, {name: kind for kind in types.values() for name in kind.names}, frames,
        heads=frozenset(r["word"] for r in lexicon.read_table("compound_heads.csv", ("word",))),
        whole=tuple(r["word"] for r in lexicon.read_table("compound_exceptions.csv", ("word",))),
        held={r["word"]: types[r["type"]] for r in lexicon.read_table("held_endings.csv", ("word", "type"))},
        light=_light_frames(),
        stative=frozenset(r["word"] for r in states),
        relational=frozenset(r["word"] for r in states if r["sense"] in ("관계", "비교", "범위")),
        standing=standing,
        postpositions=postpositions,
        places=tuple(r["word"] for r in lexicon.read_table("place_nouns.csv", ("word",))),
        not_places=tuple(r["ending"] for r in lexicon.read_table("not_places.csv", ("ending",), key=("ending",))),
        placeholders=frozenset(r["word"] for r in lexicon.read_table("placeholder_nouns.csv", ("word",))),
        titles=tuple(r["word"] for r in lexicon.read_table("person_titles.csv", ("word", "place"), key=("word",))),
        manners=frozenset((r["noun"], r["verb"]) for r in lexicon.read_table("manner_phrases.csv", ("noun", "verb"), key=("noun", "verb"))),
        figures=frozenset(r["word"] for r in lexicon.read_table("figures_of_speech.csv", ("word",))),
        longest_noun=max(map(len, nouns)),
    )  # fmt: skip


def _checked(name: str, column: str, allowed: tuple[str, ...]) -> dict[str, str]:
    """A table of words with one of a few values each."""
    rows = lexicon.read_table(name, ("word", column))
    bad = next((r for r in rows if r[column] not in allowed), None)
    if bad is not None:
        raise LexiconError(f"bad {column} of {bad['word']!r}", file=name, expected="/".join(allowed), got=bad[column])
    return {r["word"]: r[column] for r in rows}


def vocabulary() -> Vocabulary:
    """The vocabulary of the lexicon folders in use; it is read once.

    Raises:
        LexiconError: a table breaks its format.
    """
    return _load(lexicon.in_use())


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, RecursionError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"cannot be read ({error})", file=path, expected="a TOML file of event types") from error


def _checked_table(path: Path, name: str, table: Any) -> dict[str, Any]:
    """A table whose keys and values are what :class:`EventType` takes."""
    if name not in EVENT_TYPES:
        raise LexiconError("unknown event type", file=path, expected=f"one of {', '.join(EVENT_TYPES)}", got=name)
    if not isinstance(table, dict):
        raise LexiconError("not a table", file=path, expected=f"[{name}]", got=repr(table))
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in _LISTS and isinstance(value, list) and all(isinstance(w, str) and w.strip() for w in value):
            double = next((w for w, count in Counter(value).items() if count > 1), None)
            if double is not None:
                raise LexiconError(f"{double!r} stands twice in {name}.{key}", file=path, expected="each word once")
            values[key] = frozenset(value) if key in ("active", "intransitive", "carrying") else tuple(value)
        elif key in _ROLES and value in _ROLES[key]:
            values["with_" if key == "with" else key] = value
        else:
            wanted = (
                " or ".join(_ROLES[key]) if key in _ROLES else "a list of words" if key in _LISTS else "a known key"
            )
            raise LexiconError(f"bad entry {name}.{key}", file=path, expected=wanted, got=repr(value)[:60])
    return values


def _settle(own: dict[tuple[str, ...], str], name: str, table: dict[str, Any], path: Path) -> None:
    """Notes the type of a table's words; a word has one type in a file."""
    for key in ("nouns", "actions", "verbs"):
        for word in table.get(key, ()):
            place = ("nouns", word) if key == "nouns" else ("verbs", word + "하다" * (key == "actions"))
            _claim(own, place, name, path)


def _claim(own: dict[tuple[str, ...], str], place: tuple[str, ...], name: str, path: Path) -> None:
    """Notes that a word or frame is of a type."""
    other = own.setdefault(place, name)
    if other != name:
        raise LexiconError(f"{' '.join(place).strip()!r} stands in two types", file=path,
                           expected=f"only {other} or only {name}", got="both")  # fmt: skip


def _frames_of(path: Path, name: str, table: dict[str, Any], classes: frozenset[str]) -> list[Frame]:
    """The frames and idioms of a table."""
    frames: list[Frame] = []
    for key, reader, wanted in (
        ("frames", read_frame, "noun+verb, as 왕위+오르다"),
        ("idioms", read_idiom, "noun, particle, verb, as 문을 닫다"),
    ):
        for written in table.get(key, ()):
            try:
                frames.append(reader(written))
            except ValueError as error:
                raise LexiconError(f"bad entry in {name}.{key}", file=path, expected=wanted, got=written) from error
    bad = next((n for f in frames for n in f.nouns if n.startswith("<") and n not in classes), None)
    if bad is not None:
        raise LexiconError(
            f"unknown class in {name}.frames", file=path, expected="a class of noun_classes.csv", got=bad
        )
    return frames


def _joined(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any]:
    """A shipped table with a user's additions: words are added, roles are replaced where the user's file names them."""
    joined = first | second
    for key in _LISTS:
        if key in first and key in second:
            joined[key] = first[key] | second[key] if isinstance(first[key], frozenset) else first[key] + second[key]
    return joined


def _light_frames() -> dict[tuple[str, str], LightFrame]:
    frames = {}
    columns = ("verb", "particle", "polarity")
    for row in lexicon.read_table(
        "light_frames.csv", columns, key=("verb", "particle"), optional=("modality", "phase", "holds")
    ):
        if row["polarity"] not in POLARITIES or row["modality"] not in ("", *MODALITIES):
            raise LexiconError("bad light frame", file="light_frames.csv", expected=f"polarity {'/'.join(POLARITIES)}",
                               got=f"{row['polarity']} {row['modality']}")  # fmt: skip
        frame = LightFrame(row["verb"], row["particle"], row["polarity"], row["modality"] or None, row["phase"],
                           bool(row["holds"]))  # fmt: skip
        frames[frame.verb, frame.particle] = frame
    return frames
