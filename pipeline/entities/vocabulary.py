"""The word lists that the rules of names look things up in, read from the lexicon once for each set of folders."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

from pipeline import lexicon

LONGEST_KIND = 7  # syllables of a kind noun
P = ParamSpec("P")
T = TypeVar("T")
_WORDS = 20_000
_remembering: list[Any] = []
_folders: tuple[Path, ...] = ()


def refresh() -> None:
    """Forgets what was read if other lexicon folders are in use by now; looked at once a document."""
    global _folders
    folders = lexicon.in_use()
    if folders != _folders:
        for function in _remembering:
            function.cache_clear()
        _folders = folders


def remembered(function: Callable[P, T]) -> Callable[P, T]:
    """Keeps what a function makes of the lexicon, for the words that came up last, until :func:`refresh`."""
    remembering = lru_cache(maxsize=_WORDS)(function)
    _remembering.append(remembering)
    return cast(Callable[P, T], remembering)


@remembered
def words(name: str) -> frozenset[str]:
    """A lexicon table of one column as a set: ``given_names.csv``, ``loanwords.csv`` …

    Raises:
        LexiconError: the table breaks its format.
    """
    return frozenset(row["word"] for row in lexicon.read_table(name, ("word",)))


@remembered
def table(name: str, *columns: str) -> dict[str, tuple[str, ...]]:
    """A lexicon table as a dict from its first column to the others: ``surnames.csv``, ``counters.csv`` …

    Raises:
        LexiconError: the table breaks its format.
    """
    key, *others = columns
    return {row[key]: tuple(row[c] for c in others) for row in lexicon.read_table(name, columns)}


@remembered
def kind_nouns() -> dict[str, tuple[str, ...]]:
    """Nouns of kind without blanks, each with its label and what it takes before it: ``로켓`` → AF, a name."""
    rows = lexicon.read_table("kind_nouns.csv", ("word", "label", "takes"))
    return {row["word"].replace(" ", ""): (row["label"], row["takes"]) for row in rows}


@remembered
def kinds_at_end(word: str) -> tuple[str, ...]:
    """The kind nouns that a word ends in, longest first: ``위원회``, ``회`` of ``방송위원회``."""
    takes = kind_nouns()
    return tuple(word[-size:] for size in range(min(len(word), LONGEST_KIND), 0, -1) if word[-size:] in takes)


def label_of_kind(word: str) -> str:
    """What the longest kind noun that a word ends in names: OG of ``방송위원회``; ``""`` for none."""
    kind = next(iter(kinds_at_end(word)), "")
    return kind_nouns()[kind][0] if kind else ""


@remembered
def surnames() -> dict[str, tuple[str, ...]]:
    """Korean surnames, each with its frequency: ``common`` or ``rare``."""
    return table("surnames.csv", "word", "frequency")


def short_states() -> dict[str, tuple[str, ...]]:
    """Syllables that stand for states, each with the state's name: ``미`` → 미국."""
    return table("short_states.csv", "word", "name")


@remembered
def title_place(word: str) -> str:
    """``after``, ``before`` or ``both``: where a title stands beside a person's name; ``""`` for other words."""
    return title_places().get(word, "")


@remembered
def title_places() -> dict[str, str]:
    """Titles and ranks, each with the place that :func:`title_place` tells."""
    return {word: place for word, (place,) in table("person_titles.csv", "word", "place").items()}


@remembered
def contexts() -> dict[tuple[str, str], str]:
    """Words beside a name that tell its label: ``("도시", "before")`` → LC."""
    rows = lexicon.read_table("name_contexts.csv", ("word", "side", "label"), key=("word", "side"))
    return {(row["word"], row["side"]): row["label"] for row in rows}


@remembered
def titles_before_names() -> frozenset[str]:
    """Titles that stand right before a name, and ``수도``: ``국왕``, ``교수``."""
    return frozenset({"수도", *(word for word, place in title_places().items() if place in ("before", "both"))})


@remembered
def common_nouns() -> frozenset[str]:
    """Nouns that are no names, as the tables of names' surroundings know them."""
    titles = table("person_titles.csv", "word", "place")
    return frozenset({*words("loanwords.csv"), *kind_nouns(), *titles, *(word for word, _ in contexts())})


@remembered
def proper_nouns() -> dict[str, str]:
    """What proper nouns of the analyser's dictionary name as a rule, by label: ``광둥`` → LC, ``피치`` → OG."""
    return {word: label for word, (label,) in table("proper_nouns.csv", "word", "label").items()}


@remembered
def looks_foreign(word: str) -> bool:
    """Whether a word has a syllable that neither Sino-Korean nor common native words have: ``프렌드쉽``, not ``오리온``."""
    return not words("foreign_syllables.csv").isdisjoint(word)


def is_in_foreign_names(word: str) -> bool:
    """Whether a word is listed as a forename, or as a word of foreign persons' names: ``타일러``."""
    return word in words("given_names.csv") or word in words("foreign_names.csv")


@remembered
def foreign_persons() -> frozenset[str]:
    """Words that are foreign persons' names or pieces of them, and hardly ever anything else: ``스콜세지``."""
    return words("foreign_names.csv") | words("listed_persons.csv")


@remembered
def may_be_foreign_name(word: str) -> bool:
    """Whether a word may be a piece of a foreign name, whatever the analyser takes it for: ``브라가``, not ``로켓``."""
    if not (looks_foreign(word) or is_in_foreign_names(word)):
        return False
    return word not in words("loanwords.csv") and word not in kind_nouns() and not title_place(word)


@remembered
def is_korean_name(word: str) -> bool:
    """Whether a word has the shape of a Korean full name: a surname and one or two syllables used in given names.

    Example:
        >>> is_korean_name("이순신"), is_korean_name("남궁민수"), is_korean_name("이집트")
        (True, True, False)
    """
    if word[1:] in words("given_names.csv") and word[:1] in surnames():
        return True  # 김마리아
    listed, syllables = surnames(), table("given_syllables.csv", "word", "common")
    for size in (1, 2):
        given = word[size:]
        if word[:size] in listed and 1 <= len(given) <= 2 and all(s in syllables for s in given):
            return True
    return False


@remembered
def is_common_name(word: str) -> bool:
    """Whether a word is a surname and a given name, listed or of syllables that they usually have there: ``박보영``."""
    if len(word) != 3 or word[0] not in surnames() or word in words("not_persons.csv"):
        return False
    places = table("given_syllables.csv", "word", "common")
    first, last = (places.get(syllable, ("",))[0] for syllable in word[1:])
    return (first in ("first", "both") and last in ("last", "both")) or word[1:] in korean_given_names()


@remembered
def korean_given_names() -> dict[str, int]:
    """Korean given names of two syllables, with the number of surnames that go with them: ``수민`` → 31."""
    return {word: int(count) for word, (count,) in table("korean_given_names.csv", "word", "surnames").items()}
