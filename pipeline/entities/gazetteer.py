"""Names that are known beforehand: one CSV a label, found in the text whatever became of its blanks.

A row is a canonical name with its aliases; ``guard`` says when the name alone proves nothing:

=========== =====================================================================================
``NNP``     the analyser, too, must take the word for a proper noun (``이란`` the state, not ``이란`` of 것이란)
``stem``    a place's name without its kind is also a common word: it needs a particle or noun of place
``surname`` a town's name is also a surname: it, too, needs one (``해밀턴에서``, not ``해밀턴의``)
``josa``    the word also stands before nouns and means something else: it needs a particle (``일제의``, not ``일제 점검``)
``body``    a heavenly body with an everyday homograph (``달`` the Moon and the month)
=========== =====================================================================================
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipeline import lexicon
from pipeline.entities.vocabulary import refresh, remembered
from pipeline.errors import LexiconError
from pipeline.model import ENTITY_LABELS

COLUMNS = ("name", "aliases", "guard", "source")
_STATES = ("territories", "former states")  # in the sources of states
_REGIONS = (*_STATES, "regions of the world")
GUARDS = ("", "NNP", "stem", "surname", "josa", "body")


_NONE: dict[str, tuple[int, ...]] = {"": ()}


class Listed(NamedTuple):
    """What a gazetteer says of one surface: its label, the canonical name and its guard."""

    label: str
    name: str
    guard: str


class Gazetteer:
    """Surfaces without blanks, found by their first two characters.

    Attributes:
        surfaces: what is listed under each surface.
        states: surfaces of states, of today and of the past.
        regions: surfaces of states and of parts of the world.

    Example:
        >>> [(length, listed.name) for length, listed in gazetteer().at("소비에트연방이우주", 0)]
        [(6, '소비에트 연방')]
    """

    def __init__(
        self, surfaces: dict[str, Listed], states: frozenset[str] = frozenset(), regions: frozenset[str] = frozenset()
    ) -> None:
        self.surfaces = surfaces
        self.states = states
        self.regions = regions
        sizes: defaultdict[str, set[int]] = defaultdict(set)
        for surface in surfaces:
            sizes[surface[:3]].add(len(surface))
        self._sizes: dict[str, dict[str, tuple[int, ...]]] = {}
        for beginning in sizes:
            opening = beginning[:2]
            shorter = sizes.get(opening, set()) | sizes.get(opening[0], set())
            self._sizes.setdefault(opening, {"": _longest_first(shorter)})[beginning[2:]] = _longest_first(
                sizes[beginning] | shorter
            )

    def sizes(self, opening: str) -> dict[str, tuple[int, ...]]:
        """How long the listed names are that begin with two characters, longest first, by the character after these.

        Under ``""`` are those that end before it; they are among those of every other character, too.
        """
        return self._sizes.get(opening) or self._sizes.get(opening[0], _NONE)

    def at(self, dark: str, start: int) -> Iterator[tuple[int, Listed]]:
        """The listed names that begin at an offset of a text without blanks, longest first."""
        sizes = self.sizes(dark[start : start + 2])
        for size in sizes.get(dark[start + 2 : start + 3], sizes[""]):
            listed = self.surfaces.get(dark[start : start + size])
            if listed is not None:
                yield size, listed

    def get(self, surface: str) -> Listed | None:
        """What is listed under exactly this surface, blanks ignored."""
        return self.surfaces.get(surface.replace(" ", ""))


def _longest_first(sizes: set[int]) -> tuple[int, ...]:
    return tuple(sorted(sizes, reverse=True))


def gazetteer() -> Gazetteer:
    """The gazetteers in use, read once for each set of lexicon folders.

    Raises:
        LexiconError: a row breaks the format, with file, line, expected and got.
    """
    refresh()
    return _load()


@remembered
def _load() -> Gazetteer:
    surfaces: dict[str, Listed] = {}
    states: set[str] = set()
    regions: set[str] = set()
    for label in ENTITY_LABELS:
        for row in lexicon.read_table(f"gazetteer/{label}.csv", COLUMNS, key=("name",), optional=COLUMNS[1:]):
            guard = row["guard"]
            if guard not in GUARDS:
                file = lexicon.files(f"gazetteer/{label}.csv")[-1]
                raise LexiconError(f"unknown guard of {row['name']!r}", file=file, column="guard",
                                   expected=" or ".join(GUARDS[1:]), got=guard)  # fmt: skip
            name, aliases = row["name"], row["aliases"]
            written = [name, *filter(None, aliases.split("|"))] if aliases else [name]
            for surface in written:
                # A guard of `stem` is about the bare stem: with its kind syllable the name is plain.
                own = "" if guard == "stem" and surface == name else guard
                surfaces.setdefault(surface.replace(" ", ""), Listed(label, name, own))
            for kinds, those in ((_STATES, states), (_REGIONS, regions)):
                if any(kind in row["source"] for kind in kinds):
                    those.update(surface.replace(" ", "") for surface in written)
    return Gazetteer(surfaces, frozenset(states), frozenset(regions))
