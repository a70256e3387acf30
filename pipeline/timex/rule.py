"""The ``@rule`` decorator: a readable Korean pattern, a short function, examples and *never*.

In a pattern a blank means an optional blank (text loses and gains spaces), ``{word}`` a slot whose words stand in the
lexicon table of that name or whose reader is registered with :func:`slot`, and the rest is a regular expression. A
pattern begins with a character or a slot, so that rules are tried only where one of their first characters stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from pipeline.errors import LexiconError
from pipeline.lexicon import in_use, read_table
from pipeline.model import RuleEntry
from pipeline.timex.draft import Draft

# Slots whose words are numerals, which other words begin with too (이 일, 이주, 사주).
COUNTING = frozenset(
    {"length", "year", "two", "month_number", "day_number", "hour", "century", "quarter", "nights", "decade"}
)
BLANK = r"\s{0,2}"
_SLOT = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}")
_LISTED = re.compile(r"\[([^\]\\-]+)\]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of patterns: what it matches, its first characters, and what a matched word means.

    ``second`` gives the characters that can follow a first one, so that most places are passed over at a glance;
    without an entry any character can, and a blank always can.
    """

    regex: str
    first: frozenset[str]
    read: Callable[[str], Any]
    second: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of one kind of time, with the function that says what a match means."""

    name: str
    pattern: str
    make: Callable[..., Draft | None]
    examples: Mapping[str, str]
    never: Sequence[str]
    sure: bool
    untagged: bool
    not_after: str
    only_after: str


@dataclass(frozen=True)
class Compiled:
    """A rule ready to run: its expression, compiled when first tried, and the readers of its slots.

    ``head`` is the part of the expression that its leading slot makes, if it has one.
    """

    rule: Rule
    source: str
    head: str
    readers: Sequence[tuple[str, Callable[[str], Any]]] = field(repr=False)
    counts: bool = False
    barred: re.Pattern[str] | None = None
    wanted: re.Pattern[str] | None = None

    @cached_property
    def match(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """The expression's ``match``."""
        return re.compile(self.source).match

    def bars(self, text: str, at: int) -> bool:
        """Whether what stands before a place keeps the rule from it."""
        if self.wanted is not None and not self.wanted.search(text, max(0, at - 10), at):
            return True
        return self.barred is not None and self.barred.search(text, max(0, at - 10), at) is not None

    def draft(self, match: re.Match[str]) -> Draft | None:
        """What a match means; ``None`` if the rule takes it back."""
        values = {}
        for name, read in self.readers:
            word = match.group(name)
            values[name] = None if word is None else read(word)
        return self.rule.make(**values)


_rules: list[Rule] = []
_slots: dict[str, Callable[[], Slot]] = {}


def rule(
    pattern: str,
    *,
    examples: Mapping[str, str],
    never: Sequence[str] = (),
    sure: bool = False,
    untagged: bool = False,
    not_after: str = "",
    only_after: str = "",
) -> Callable[[Callable[..., Draft | None]], Callable[..., Draft | None]]:
    """Registers a function as the meaning of a pattern.

    Args:
        pattern: see the module; each slot's value is handed to the function by name, ``None`` if it did not match.
        examples: sentences with the value that the time in brackets (without any, the first one) must get; a date of
            the document stands after a dash. They run as tests.
        never: sentences in which the rule must find nothing.
        sure: the form itself is proof; morphemes are not asked.
        untagged: the tags of its morphemes do not speak against it: forms of verbs (지난, 오는), kings' names.
        not_after: what must not stand right before (an expression of at most ten characters).
        only_after: what must stand right before.
    """

    def register(make: Callable[..., Draft | None]) -> Callable[..., Draft | None]:
        _rules.append(Rule(make.__name__, pattern, make, examples, never, sure, untagged, not_after, only_after))
        return make

    return register


def slot(name: str) -> Callable[[Callable[[], Slot]], Callable[[], Slot]]:
    """Registers the maker of a slot; it runs once for each lexicon in use."""

    def register(make: Callable[[], Slot]) -> Callable[[], Slot]:
        _slots[name] = make
        return make

    return register


def words(table: Mapping[str, Any], behind: Iterable[str] = ()) -> Slot:
    """A slot of words, longest first; blanks in them are optional in the text.

    Args:
        table: the words with their values.
        behind: the characters that can follow a word of one syllable; any, if none are given.
    """
    ordered = sorted(table, key=lambda w: (-len(w), w))
    regex = "|".join(BLANK.join(map(re.escape, word.split(" "))) for word in ordered)
    bare = {_SPACE.sub("", word): value for word, value in table.items()}
    first = frozenset(word[0] for word in ordered)
    following = frozenset(behind)
    second = {
        c: frozenset[str]().union(following if c in bare else (), *(w[1:2] for w in bare if w[0] == c))
        for c in first
        if c not in bare or following
    }
    return Slot(f"(?:{regex})", first, lambda word: bare[_SPACE.sub("", word)], second)


def table_slot(name: str, columns: Sequence[str], read: Callable[[dict[str, str]], Any], **options: Any) -> None:
    """Registers the lexicon table ``name.csv`` as a slot; ``read`` turns a row into the slot's value."""

    def make() -> Slot:
        return words({row["word"]: value(row) for row in read_table(f"{name}.csv", columns, **options)})

    def value(row: dict[str, str]) -> Any:
        try:
            return read(row)
        except (ValueError, KeyError) as error:
            raise LexiconError(f"a cell of the row {row['word']!r} cannot be read ({error})", file=f"{name}.csv",
                               expected="a value as the shipped rows have it") from error  # fmt: skip

    slot(name)(make)


def _compile(entry: Rule, slots: Mapping[str, Slot]) -> tuple[Compiled, Mapping[str, frozenset[str] | None]]:
    """A rule ready to run, and the characters it can begin with, each with those that can follow (``None``: any)."""

    def group(match: re.Match[str]) -> str:
        return f"(?P<{match[2] or match[1]}>{slots[match[1]].regex})"

    readers = [(m[2] or m[1], slots[m[1]].read) for m in _SLOT.finditer(entry.pattern)]
    source = _SLOT.sub(group, entry.pattern.replace(" ", BLANK))
    leading = _SLOT.match(entry.pattern)
    listed = _LISTED.match(entry.pattern)
    opening = slots[leading[1]] if leading else None
    first = opening.first if opening else frozenset(listed[1] if listed else entry.pattern[0])
    if not first or (not leading and not listed and entry.pattern[0] in "([\\?*."):
        raise AssertionError(f"rule {entry.name} must begin with a character or a slot")
    counts = bool(leading) and leading[1] in COUNTING  # type: ignore[index]
    barred, wanted = (re.compile(f"(?:{e})$") if e else None for e in (entry.not_after, entry.only_after))
    head = group(leading) if leading else ""
    return Compiled(entry, source, head, readers, counts, barred, wanted), {
        c: opening.second.get(c) if opening else _second(entry.pattern) for c in first
    }


def _second(pattern: str) -> frozenset[str] | None:
    """The second character of a pattern that begins with a word, if it has one for certain."""
    bare = pattern.replace(" ", "")
    return (
        frozenset(bare[1])
        if len(bare) > 1 and "가" <= bare[1] <= "힣" and pattern[0] != "[" and bare[2:3] not in "?*"
        else None
    )


class Guard:
    """One expression that says whether any of some rules matches at a place, compiled when first asked.

    What rules begin with alike is looked for once.
    """

    def __init__(self, rules: Iterable[Compiled]) -> None:
        self._rules = tuple(rules)

    @cached_property
    def match(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """The expression's ``match``."""
        rests: dict[str, list[str]] = {}
        for rule in self._rules:
            rests.setdefault(rule.head, []).append(rule.source.removeprefix(rule.head))
        choices = "|".join(f"{head}(?:{'|'.join(rest)})" for head, rest in rests.items())
        return re.compile(_GROUP_NAME.sub("(?:", choices)).match


@dataclass(frozen=True, slots=True)
class Opening:
    """The rules that can begin with one character, and the guard that is asked before they are tried."""

    guard: Guard
    rules: tuple[Compiled, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, by the characters that they can begin with.

    ``places`` finds those characters where, blanks aside, one that can follow them follows; there rules are tried.
    """

    openings: Mapping[str, Opening]
    places: re.Pattern[str]


_GROUP_NAME = re.compile(r"\(\?P<[a-z_]+>")


def _opening(rules: Sequence[tuple[Compiled, frozenset[str] | None]], numerals: Guard) -> Opening:
    """What begins with one character; numerals share a guard, for each of their own would take long to compile."""
    begun = tuple(rule for rule, _ in rules)
    return Opening(numerals if any(rule.counts for rule in begun) else Guard(begun), begun)


_GROUPS = 6  # of first characters: one look at a group passes over all that begins with its characters


def _places(seconds: Mapping[str, frozenset[str] | None]) -> re.Pattern[str]:
    """Finds a first character with one that can follow it (``None``: any), blanks aside."""
    firsts = sorted(seconds)
    size = -(-len(firsts) // _GROUPS)
    groups = [firsts[i : i + size] for i in range(0, len(firsts), size)]
    choices = (f"(?={_one_of(group)})(?:{_beginnings(group, seconds)})" for group in groups)
    return re.compile(f"(?={_one_of(firsts)})(?:{'|'.join(choices)})")


def _beginnings(firsts: Iterable[str], seconds: Mapping[str, frozenset[str] | None]) -> str:
    """First characters, those with the same ones behind them as one choice."""
    choices: dict[str, str] = {}
    for first in firsts:
        second = seconds[first]
        behind = "" if second is None else rf"(?=\s*{_one_of(second)})"
        choices[behind] = choices.get(behind, "") + first
    ordered = sorted(choices.items(), key=lambda choice: -len(choice[1]))
    return "|".join(_one_of(firsts) + behind for behind, firsts in ordered)


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"


def _seconds(rules: Iterable[tuple[Compiled, frozenset[str] | None]]) -> frozenset[str] | None:
    """The characters that can follow the one that all these rules begin with."""
    seconds: frozenset[str] = frozenset()
    for _, second in rules:
        if second is None:
            return None
        seconds |= second
    return seconds


@lru_cache(maxsize=4)
def _compiled(_: object) -> Grammar:
    slots = {name: make() for name, make in _slots.items()}
    table: dict[str, list[tuple[Compiled, frozenset[str] | None]]] = {}
    for entry in _rules:
        compiled, first = _compile(entry, slots)
        for character, second in first.items():
            table.setdefault(character, []).append((compiled, second))
    counting = {
        rule.rule.name: rule for rules in table.values() if any(rule.counts for rule, _ in rules) for rule, _ in rules
    }
    numerals = Guard(counting.values())
    places = _places({character: _seconds(rules) for character, rules in table.items()})
    return Grammar({character: _opening(rules, numerals) for character, rules in table.items()}, places)


def compiled() -> Grammar:
    """All rules, made with the lexicon in use."""
    return _compiled(in_use())


def catalogue() -> list[RuleEntry]:
    """The rules of times as ``yeonpyo rules --kind times`` prints them."""
    return [
        RuleEntry("times", r.name, r.pattern, (r.make.__doc__ or "").strip(), tuple(r.examples.items()), tuple(r.never))
        for r in _rules
    ]
