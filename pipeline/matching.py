"""One-to-one matching of gold items with a system's, as the guideline (§6) wants it: as many pairs as there can be.

A *match* is a relation that a measure asks for (``overlapping triggers and the same days``). Among all ways of
pairing items that match, the one taken has

1. the most pairs,
2. of these, the most with a gold item that is not optional: an optional item takes no prediction that a mandatory
   one can use. (The two never conflict: what a matching covers can be covered by one with the most pairs, too.)
3. the most characters in common over all pairs,
4. the most ends in common (a span that is exactly right before one that is merely as long in common),
5. the most agreement in what else the items say, then the order of the text.

It is found exactly, by best augmenting paths (Ahuja, Magnanti & Orlin, *Network Flows*, §12.4); items that have
nothing to do with each other are different problems, so the problems stay small.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

R = TypeVar("R")
Pairs = dict[int, int]


@dataclass(frozen=True, slots=True)
class Item(Generic[R]):
    """A sentence, time, entity, event or argument as the matching sees it.

    Attributes:
        start: first character of its span (an event's: of its trigger) in the document.
        end: just after it.
        record: what it is.
        unit: number of the gold sentence that it stands in.
        optional: whether a gold item may be left out.
    """

    start: int
    end: int
    record: R
    unit: int = 0
    optional: bool = False


Relation = Callable[[Item[R], Item[R]], bool]
Agreement = Callable[[R, R], int]


def common(gold: Item[R], system: Item[R]) -> int:
    """How many characters two items share; 0 when they only touch."""
    return max(0, min(gold.end, system.end) - max(gold.start, system.start))


def same_span(gold: Item[R], system: Item[R]) -> bool:
    """Whether two items begin and end at the same characters."""
    return gold.start == system.start and gold.end == system.end


def match(
    gold: Sequence[Item[R]],
    system: Sequence[Item[R]],
    relation: Relation[R],
    *,
    key: Callable[[Item[R]], Hashable] | None = None,
    agreement: Agreement[R] | None = None,
) -> Pairs:
    """Pairs items of one document.

    Args:
        gold: the gold items, in any order.
        system: the predictions, in any order.
        relation: what two items must fulfil to be a pair.
        key: pairs are sought among items of equal key; ``None`` seeks them among items that share characters.
        agreement: how much of the rest two records agree on, to decide between pairings of equal overlap.

    Returns:
        Index into ``gold`` → index into ``system``.

    Example:
        Gold ``[1957년][1958년]`` and the predictions ``1957년`` and ``7년1958년``, which touches both: two pairs.
    """
    near = _sharing_characters(gold, system) if key is None else _of_equal_key(gold, system, key)
    levels = {}
    for g, s in near:
        if relation(gold[g], system[s]):
            ends = (gold[g].start == system[s].start) + (gold[g].end == system[s].end)
            agreed = agreement(gold[g].record, system[s].record) if agreement else 0
            levels[g, s] = (1, int(not gold[g].optional), common(gold[g], system[s]), ends, agreed)
    pairs: Pairs = {}
    for problem in _components(levels):
        pairs |= best_pairs(_weights(problem)) if len(problem) > 1 else dict(list(problem))
    return pairs


def _of_equal_key(
    gold: Sequence[Item[R]], system: Sequence[Item[R]], key: Callable[[Item[R]], Hashable]
) -> Iterator[tuple[int, int]]:
    of_key = defaultdict(list)
    for s, item in enumerate(system):
        of_key[key(item)].append(s)
    for g, item in enumerate(gold):
        yield from ((g, s) for s in of_key.get(key(item), ()))


def _sharing_characters(gold: Sequence[Item[R]], system: Sequence[Item[R]]) -> Iterator[tuple[int, int]]:
    """Sweeps over both sides in the order of the text, keeping what is still open."""
    sweep = sorted(
        [(item.start, 0, g) for g, item in enumerate(gold)] + [(x.start, 1, s) for s, x in enumerate(system)]
    )
    open_gold: list[int] = []
    open_system: list[int] = []
    for start, side, number in sweep:
        open_gold = [g for g in open_gold if gold[g].end > start]
        open_system = [s for s in open_system if system[s].end > start]
        if side == 0:
            yield from ((number, s) for s in open_system)
            open_gold.append(number)
        else:
            yield from ((g, number) for g in open_gold)
            open_system.append(number)


Levels = Mapping[tuple[int, int], tuple[int, ...]]


def _components(levels: Levels) -> list[dict[tuple[int, int], tuple[int, ...]]]:
    """Splits possible pairs into groups that share no item."""
    group_of: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for g, s in levels:
        mine = group_of.setdefault(("gold", g), [])
        other = group_of.setdefault(("system", s), mine)
        if other is not mine:
            mine, other = (mine, other) if len(mine) >= len(other) else (other, mine)
            mine += other
            for pair in other:
                group_of["gold", pair[0]] = group_of["system", pair[1]] = mine
            group_of["gold", g] = group_of["system", s] = mine
        mine.append((g, s))
    groups = {id(group): group for group in group_of.values()}
    return [{pair: levels[pair] for pair in group} for group in groups.values()]


def _weights(levels: Levels) -> dict[tuple[int, int], int]:
    """One number a pair, such that sums of them compare level by level."""
    most = max(len({g for g, _ in levels}), len({s for _, s in levels}))
    base = 1 + most * max(max(level) for level in levels.values())
    weights = {}
    for pair, level in levels.items():
        weight = 0
        for part in level:
            weight = weight * base + part
        weights[pair] = weight
    return weights


def best_pairs(weights: Mapping[tuple[int, int], int]) -> Pairs:
    """The one-to-one pairing with the most pairs, and among these with the greatest sum of weights.

    Args:
        weights: (index of gold, index of system) of every possible pair, and its worth.

    Example:
        >>> best_pairs({(0, 0): 5, (0, 1): 1, (1, 0): 1})
        {0: 1, 1: 0}
    """
    chosen: Pairs = {}
    while path := _best_path(weights, chosen):
        chosen |= path
    return dict(sorted(chosen.items()))


def _best_path(weights: Mapping[tuple[int, int], int], chosen: Pairs) -> Pairs:
    """New partners for some gold items, one more pair than before, at the greatest gain; empty if there is no way.

    Bellman and Ford: ``gain[g]`` is the most that can be had by giving a free gold item a prediction, that one's
    partner another, and so on until ``g`` has lost its own.
    """
    partner = {s: g for g, s in chosen.items()}
    gain = {g: 0 for g, _ in weights if g not in chosen}
    came: dict[int, tuple[int, int]] = {}
    for _ in range(len(chosen) + 1):
        changed = False
        for (g, s), weight in weights.items():
            loser = partner.get(s)
            if g not in gain or loser is None or loser == g:
                continue
            offered = gain[g] + weight - weights[loser, s]
            if loser not in gain or offered > gain[loser]:
                gain[loser], came[loser], changed = offered, (g, s), True
        if not changed:
            break
    ends = [(gain[g] + weight, -g, -s) for (g, s), weight in weights.items() if g in gain and s not in partner]
    return _follow(came, *max(ends)[1:]) if ends else {}


def _follow(came: Mapping[int, tuple[int, int]], last_gold: int, last_system: int) -> Pairs:
    g, s = -last_gold, -last_system
    path = {g: s}
    while g in came:
        g, s = came[g]
        path[g] = s
    return path
