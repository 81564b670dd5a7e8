"""Would all positions of a feature map cost less if its neighbourhoods' second moments came from its correlations?

    python benchmarks/displacements.py                      # a block of ResNet-50 at 224 px; a minute
    python benchmarks/displacements.py --side=8 --channels=8

The second moments of 3 x 3 neighbourhoods are 45 blocks, one for each pair of their cells. Where all positions take
part, pairs of cells at one displacement see the same products but for those at the border, so that 13 correlations of
the map with itself give all blocks, less strips along the border. Compared in float64 with unfolded neighbourhoods:
seconds, floating-point operations, and the largest difference beside the largest value.

Writes `<output>/displacements.json`.
"""

import itertools

import harness
import numpy as np
from absl import app, flags

SIDE = flags.DEFINE_integer("side", 56, "Sides of the map.", lower_bound=3)
CHANNELS = flags.DEFINE_integer("channels", 256, "Channels of the map.", lower_bound=1)
ROWS = flags.DEFINE_integer("rows", 2, "Maps that are measured.", lower_bound=1)
REPEATS = flags.DEFINE_integer("repeats", 3, "Rounds of both ways.", lower_bound=1)
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")
CELLS = list(itertools.product((-1, 0, 1), repeat=2))


def by_unfolding(maps):
    """A'A of the neighbourhoods of maps `(n, side, side, c)`, zero beyond the border; all of it."""
    side, c = maps.shape[1], maps.shape[3]
    padded = np.pad(maps, ((0, 0), (1, 1), (1, 1), (0, 0)))
    cells = [padded[:, 1 + y : 1 + y + side, 1 + x : 1 + x + side].reshape(-1, c) for y, x in CELLS]
    A = np.concatenate(cells, axis=1)
    return A.T @ A


class Correlations:
    """Sums of products of a map and itself some steps on, over rectangles of its positions; each taken once."""

    def __init__(self, maps):
        self._maps, self._known, self.operations = maps, {}, 0

    def over(self, step, *ranges):
        """Over the positions in `ranges`, one (start, stop) for each side, whose place `step` further is on the map."""
        side, key = self._maps.shape[1], (step, ranges)
        if key not in self._known:
            kept = [(max(a, -d), max(a, -d, min(b, side - d))) for (a, b), d in zip(ranges, step, strict=True)]
            here = self._maps[:, *(slice(a, b) for a, b in kept)]
            there = self._maps[:, *(slice(a + d, b + d) for (a, b), d in zip(kept, step, strict=True))]
            here, there = (part.reshape(-1, part.shape[-1]) for part in (here, there))
            self.operations += 2 * here.shape[0] * here.shape[1] ** 2
            self._known[key] = here.T @ there
        return self._known[key]


def by_displacements(maps):
    """`(A'A, operations)`: its upper blocks, from correlations."""
    side, c = maps.shape[1], maps.shape[3]
    found, correlations = np.zeros((9, c, 9, c)), Correlations(maps)
    whole, strip = (0, side), {1: (0, 1), -1: (side - 1, side), 0: (0, 0)}
    for (i, first), (j, second) in itertools.combinations_with_replacement(enumerate(CELLS), 2):
        step = tuple(b - a for a, b in zip(first, second, strict=True))
        # Positions at the border whose neighbour would lie outside have no centre on the map.
        y, x = (strip[cell] for cell in first)
        found[i, :, j] = correlations.over(step, whole, whole)
        if first[0]:
            found[i, :, j] -= correlations.over(step, y, whole)
        if first[1]:
            found[i, :, j] -= correlations.over(step, whole, x)
        if first[0] and first[1]:
            found[i, :, j] += correlations.over(step, y, x)
    return found.reshape(9 * c, 9 * c), correlations.operations


def main(_):
    """Measures and writes the result."""
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("output",))
    maps = np.random.default_rng(0).standard_normal((ROWS.value, SIDE.value, SIDE.value, CHANNELS.value))
    expected, (found, operations) = by_unfolding(maps), by_displacements(maps)
    blocks = np.kron(np.triu(np.ones((9, 9))), np.ones((CHANNELS.value, CHANNELS.value)))
    difference = float(np.abs((found - expected) * blocks).max() / np.abs(expected).max())
    positions = ROWS.value * SIDE.value**2
    full = 45 * 2 * positions * CHANNELS.value**2
    timings = harness.in_turn(
        {"unfolding": lambda: by_unfolding(maps), "displacements": lambda: by_displacements(maps)}, REPEATS.value
    )
    harness.write_result(
        OUTPUT.value,
        "displacements",
        settings=settings,
        timings=timings,
        comparisons=[harness.comparison("displacements / unfolding", "displacements", "unfolding", share=False)],
        values=[
            harness.value("largest difference beside the largest value", difference, target="<= 1e-12"),
            harness.value("operations beside those of 45 blocks", round(operations / full, 4)),
        ],
        measured={"positions": positions, "blocks": 45, "correlations": 13},
    )


if __name__ == "__main__":
    app.run(main)
