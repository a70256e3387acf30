"""The words of the events stage: ``events.toml`` (types and triggers), light frames, stative predicates."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import lexicon
from pipeline.errors import LexiconError
from pipeline.model import EVENT_TYPES, MODALITIES, POLARITIES

if TYPE_CHECKING:
    from pipeline.events.units import Predicate

_SENSES = ("planned", "negative", "positive", "possible", "after", "circumstance", "measure", "class")
_FRAME_PARTICLES = {"을": "을", "를": "을", "이": "이", "가": "이", "에": "에", "은": "이", "는": "이", "도": "이"}
_LISTS = ("nouns", "verbs", "names", "frames", "active", "intransitive", "examples")
_ROLES = {"subject": ("agent", "theme"), "people": ("agent", "theme"), "object": ("theme", "place"),
          "at": ("place", "theme"), "with": ("agent", "theme")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventType:
    """One table of ``events.toml``: see the head of that file for what each key means."""

    name: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    active: frozenset[str] = frozenset()
    intransitive: frozenset[str] = frozenset()
    examples: tuple[str, ...] = ()
    subject: str = "agent"
    people: str = ""
    object: str = "theme"
    at: str = "place"
    with_: str = ""


@dataclass(frozen=True, slots=True)
class LightFrame:
    """A verb that carries an event noun: ``에 성공하다``; ``phase`` is start or end where it names one."""

    verb: str
    particle: str
    polarity: str
    modality: str | None
    phase: str


@dataclass(frozen=True)
class Vocabulary:
    """All words of the stage, ready for look-up."""

    types: dict[str, EventType]
    nouns: dict[str, EventType]
    verbs: dict[str, EventType]
    frames: dict[str, tuple[tuple[str, EventType], ...]]
    light: dict[tuple[str, str], LightFrame]
    stative: frozenset[str]
    relational: frozenset[str]
    standing: dict[str, str]
    postpositions: dict[str, str]
    places: tuple[str, ...]
    not_places: tuple[str, ...]
    placeholders: frozenset[str]
    people: tuple[str, ...]
    things: tuple[str, ...]
    titles: tuple[str, ...]
    longest_noun: int

    def kind_of(self, predicate: Predicate) -> EventType | None:
        """The type of a predicate by its own word; ``None`` for words that the vocabulary does not know."""
        if predicate.noun is not None:
            return self.event_noun(predicate.noun.form) or self.verbs.get(predicate.noun.form + "하다")
        return self.verbs.get(predicate.lemma)

    def named_event(self, name: str) -> EventType | None:
        """The type that an event's name tells: ``계유정난``, ``임오군란`` → CONFLICT; ``2010년 FIFA 월드컵`` → PERFORMANCE."""
        plain = name.replace(" ", "")
        return next((t for t in self.types.values() if plain.endswith(t.names or "\0")), None) or self.event_noun(plain)

    def light_frame(self, lemma: str, particle: str) -> LightFrame | None:
        """The light frame of a verb over a noun with a particle: ``성공`` over ``에``."""
        return self.light.get((lemma, _FRAME_PARTICLES.get(particle, "")))

    def event_noun(self, form: str) -> EventType | None:
        """The type of an event noun, by itself or as the last part of a compound: ``시험비행`` → FLIGHT."""
        for start in range(max(0, len(form) - self.longest_noun), max(1, len(form) - 1)):
            if found := self.nouns.get(form[start:]):
                return found
        return None

    def framed(self, lemma: str, forms: list[str]) -> EventType | None:
        """The type of a verb with one of its nouns: ``왕위`` + ``오르다`` → APPOINTMENT."""
        for noun, kind in self.frames.get(lemma, ()):
            if any(form.endswith(noun) for form in forms):
                return kind
        return None


@lru_cache(maxsize=4)
def _load(folders: tuple[Path, ...]) -> Vocabulary:
    tables: dict[str, dict[str, Any]] = {}
    home: dict[tuple[str, str], str] = {}  # a word's type; a later file moves it
    for path in lexicon.files("events.toml"):
        for name, table in _tables(path).items():
            checked = _checked_table(path, name, table)
            tables[name] = _joined(tables[name], checked) if name in tables else checked
            home |= {(key, word): name for key in ("nouns", "verbs") for word in checked.get(key, ())}
    types = {name: EventType(name, **table) for name, table in tables.items()}
    nouns, verbs = ({word: types[name] for (of, word), name in home.items() if of == key} for key in ("nouns", "verbs"))
    frames: dict[str, list[tuple[str, EventType]]] = {}
    for kind in types.values():
        for frame in kind.frames:
            noun, lemma = frame.split("+")
            frames.setdefault(lemma, []).append((noun, kind))
    ordered = {lemma: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for lemma, pairs in frames.items()}
    states = lexicon.read_table("stative_predicates.csv", ("word", "sense"))
    standing = _checked("standing_nouns.csv", "sense", _SENSES)
    postpositions = _checked("postposition_verbs.csv", "form", ("any", "adverbial"))
    return Vocabulary(
        types, nouns, verbs, ordered, _light_frames(),
        stative=frozenset(r["word"] for r in states),
        relational=frozenset(r["word"] for r in states if r["sense"] in ("관계", "비교", "범위")),
        standing=standing,
        postpositions=postpositions,
        places=tuple(r["word"] for r in lexicon.read_table("place_nouns.csv", ("word",))),
        not_places=tuple(r["ending"] for r in lexicon.read_table("not_places.csv", ("ending",), key=("ending",))),
        placeholders=frozenset(r["word"] for r in lexicon.read_table("placeholder_nouns.csv", ("word",))),
        people=tuple(r["ending"] for r in lexicon.read_table("person_nouns.csv", ("ending",), key=("ending",))),
        things=tuple(r["ending"] for r in lexicon.read_table("thing_nouns.csv", ("ending",), key=("ending",))),
        titles=tuple(r["word"] for r in lexicon.read_table("person_titles.csv", ("word", "place"), key=("word",))),
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
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
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
            double = next((w for i, w in enumerate(value) if w in value[:i]), None)
            if double is not None:
                raise LexiconError(f"{double!r} stands twice in {name}.{key}", file=path, expected="each word once")
            values[key] = frozenset(value) if key in ("active", "intransitive") else tuple(value)
        elif key in _ROLES and value in _ROLES[key]:
            values["with_" if key == "with" else key] = value
        else:
            wanted = (
                " or ".join(_ROLES[key]) if key in _ROLES else "a list of words" if key in _LISTS else "a known key"
            )
            raise LexiconError(f"bad entry {name}.{key}", file=path, expected=wanted, got=repr(value)[:60])
    bad = next((f for f in values.get("frames", ()) if f.count("+") != 1), None)
    if bad is not None:
        raise LexiconError(f"bad frame in {name}", file=path, expected="noun+verb, as 왕위+오르다", got=bad)
    return values


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
        "light_frames.csv", columns, key=("verb", "particle"), optional=("modality", "phase")
    ):
        if row["polarity"] not in POLARITIES or row["modality"] not in ("", *MODALITIES):
            raise LexiconError("bad light frame", file="light_frames.csv", expected=f"polarity {'/'.join(POLARITIES)}",
                               got=f"{row['polarity']} {row['modality']}")  # fmt: skip
        frame = LightFrame(row["verb"], row["particle"], row["polarity"], row["modality"] or None, row["phase"])
        frames[frame.verb, frame.particle] = frame
    return frames
