"""One-to-one matching: every case small enough to be paired by hand, and all small ones against plain search."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.matching import Item, best_pairs, common, match, same_span

Span = tuple[int, int]


def pairs(gold: list[Span | tuple[int, int, str]], system: list[Span]) -> set[tuple[int, int]]:
    """Pairs by overlap; a third element ``"?"`` makes a gold span optional."""
    ours = [Item(g[0], g[1], "", optional=len(g) == 3) for g in gold]
    theirs = [Item(start, end, "") for start, end in system]
    return set(match(ours, theirs, lambda g, s: common(g, s) > 0).items())


@pytest.mark.parametrize(
    ("gold", "system", "paired"),
    [
        # Nothing in common: touching spans share no character.
        ([(0, 2)], [(2, 4)], set()),
        ([], [(0, 2)], set()),
        ([(0, 2)], [], set()),
        # One prediction over two gold spans: one pair, the longer overlap.
        ([(0, 2), (2, 6)], [(0, 6)], {(1, 0)}),
        # Two predictions in one gold span: one pair, the longer overlap.
        ([(0, 6)], [(0, 2), (2, 6)], {(0, 1)}),
        # The first prediction fits both, the second only the first gold span: crossing over gives two pairs,
        # though 0–0 alone shares more characters than 0–1 and 1–0 together.
        ([(0, 10), (10, 11)], [(1, 11), (0, 1)], {(0, 1), (1, 0)}),
        # A chain of three: each span reaches into the next one's neighbour, all three pairs are found.
        ([(0, 3), (3, 6), (6, 9)], [(2, 4), (5, 7), (0, 1)], {(0, 2), (1, 0), (2, 1)}),
        # Nested spans: outer with outer (10 + 3 shared), not outer with inner (3 + 3).
        ([(0, 10), (2, 5)], [(2, 5), (0, 10)], {(0, 1), (1, 0)}),
        # The same span twice on one side, once on the other: one pair.
        ([(0, 3), (0, 3)], [(0, 3)], {(0, 0)}),
        ([(0, 3)], [(0, 3), (0, 3)], {(0, 0)}),
        # Equal overlap: the span that ends where the gold one ends is the better of the two.
        ([(0, 3)], [(0, 5), (0, 3)], {(0, 1)}),
        # An optional gold item does not take the prediction that a mandatory one can use, not even by longer overlap.
        ([(0, 9, "?"), (9, 10)], [(0, 10)], {(1, 0)}),
        # But it takes the one that is left over: two pairs.
        ([(0, 9, "?"), (8, 10)], [(0, 10), (0, 9)], {(0, 1), (1, 0)}),
        # Two pairs with an optional item are more than one without.
        ([(0, 2, "?"), (0, 4)], [(0, 2), (3, 4)], {(0, 0), (1, 1)}),
    ],
)  # fmt: skip
def test_pairs_by_overlap(
    gold: list[Span | tuple[int, int, str]], system: list[Span], paired: set[tuple[int, int]]
) -> None:
    assert pairs(gold, system) == paired


def test_exact_spans_and_equal_keys() -> None:
    gold = [Item(0, 2, "LC"), Item(5, 9, "OG")]
    system = [Item(5, 9, "LC"), Item(0, 3, "LC")]
    assert match(gold, system, same_span) == {1: 0}
    # By key, spans need not touch: the one LC of the gold can have either; the one that overlaps is taken.
    assert match(gold, system, lambda g, s: True, key=lambda item: item.record) == {0: 1}


def test_what_else_is_said_decides_between_equal_spans() -> None:
    gold = [Item(0, 3, "1957"), Item(0, 3, "1958")]
    system = [Item(0, 3, "1958"), Item(0, 3, "1957")]
    agreement = lambda one, other: int(one == other)  # noqa: E731
    assert match(gold, system, same_span, agreement=agreement) == {0: 1, 1: 0}


def test_more_pairs_before_more_weight() -> None:
    assert best_pairs({(0, 0): 100, (0, 1): 1, (1, 0): 1}) == {0: 1, 1: 0}
    assert best_pairs({(0, 0): 3, (0, 1): 2, (1, 0): 2, (1, 1): 2}) == {0: 0, 1: 1}
    assert best_pairs({}) == {}


SPANS = st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda x: (x[0], x[0] + x[1]))


@given(st.lists(st.tuples(SPANS, st.booleans()), max_size=4), st.lists(SPANS, max_size=4))
def test_no_pairing_is_better(gold: list[tuple[Span, bool]], system: list[Span]) -> None:
    """Against all pairings there are: most pairs, then most mandatory ones, then the most characters in common."""
    ours = [Item(*span, None, optional=optional) for span, optional in gold]
    theirs = [Item(*span, None) for span in system]
    possible = [(g, s) for g in range(len(ours)) for s in range(len(theirs)) if common(ours[g], theirs[s])]

    def worth(chosen: tuple[tuple[int, int], ...]) -> tuple[int, int, int]:
        mandatory = sum(not ours[g].optional for g, _ in chosen)
        return len(chosen), mandatory, sum(common(ours[g], theirs[s]) for g, s in chosen)

    best = max(
        worth(chosen)
        for size in range(min(len(gold), len(system)) + 1)
        for chosen in combinations(possible, size)
        if len({g for g, _ in chosen}) == len({s for _, s in chosen}) == size
    )
    found = tuple(match(ours, theirs, lambda g, s: common(g, s) > 0).items())
    assert len({s for _, s in found}) == len(found)
    assert worth(found) == best


def test_a_crowd_of_equal_items_is_paired_in_time() -> None:
    crowd = [Item(0, 5, None) for _ in range(60)]
    assert len(match(crowd, crowd[:40], same_span)) == 40
