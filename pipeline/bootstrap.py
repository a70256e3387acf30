"""Bootstrap intervals: how far a figure would move if other sentences of the same kind had been labelled.

Sentences are drawn with replacement and the counts of the drawn ones added up (Efron & Tibshirani 1993; Berg-
Kirkpatrick et al. 2012 for differences between two systems). The draw is seeded: the same counts give the same interval.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

GOLD, SYSTEM, CORRECT = 0, 1, 2
Counts = Mapping[str, Mapping[int, list[float]]]
"""Name of a figure → number of a sentence → how many gold items, predictions and right ones it has there."""
_BLOCK = 50


def resampled(counts: Counts, units: int, *, resamples: int, seed: int) -> dict[str, Floats]:
    """F1 of every figure in every resample; ``nan`` where a resample has nothing to find and nothing found.

    Args:
        counts: of one system; sentences without counts may be left out.
        units: how many sentences there are to draw from. Two systems with the same sentences and the same seed have
            the same draws, so that their resamples are pairs.
        resamples: how often to draw.
        seed: of the draw.
    """
    import numpy as np

    names = list(counts)
    table = np.zeros((units, 3 * len(names)))
    for column, name in enumerate(names):
        for unit, numbers in counts[name].items():
            table[unit, 3 * column : 3 * column + 3] = numbers
    sums = np.concatenate([drawn @ table for drawn in _draws(units, resamples, seed)])
    found = sums[:, GOLD::3] + sums[:, SYSTEM::3]
    scores = np.full(found.shape, np.nan)
    np.divide(2 * sums[:, CORRECT::3], found, out=scores, where=found > 0)
    return {name: scores[:, column] for column, name in enumerate(names)}


def _draws(units: int, resamples: int, seed: int) -> Iterator[Floats]:
    """How often each sentence was drawn, some resamples at a time."""
    import numpy as np

    # Of numpy's generators only this one promises the same numbers in every version (NEP 19).
    random = np.random.RandomState(seed)
    for done in range(0, resamples, _BLOCK):
        rows = min(_BLOCK, resamples - done)
        drawn = random.randint(0, units, size=(rows, units))
        yield np.stack([np.bincount(row, minlength=units) for row in drawn]).astype(np.float64)


def interval(scores: Floats, level: float = 0.95) -> tuple[float, float] | None:
    """The middle 95 % of the resamples, without those that are ``nan``; ``None`` if all are."""
    import numpy as np

    known = scores[~np.isnan(scores)]
    if not len(known):
        return None
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
