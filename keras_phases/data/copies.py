"""Rows that stand several times: pairs, oversampling, repeats. A copy adds no information, so one of each is measured.

Generalised cross-validation would take a copy for a row of its own, which the others know already, and choose too small
a ridge; a held-out row that is a fit row as well would flatter any fit. So both are sets of distinct rows, and have no
row in common. What counts is what is reconstructed, whatever the labels and the other inputs: of the copies of one
image that have several labels, or partners, the seed draws one.
"""

import dataclasses

import numpy as np

FEWEST_ELEMENTS = 16
"""Rows of fewer numbers may well be equal by chance, as those of a table, and are not compared."""

FEWEST_ROWS = 16
"""Fewer distinct rows than this are no data set without their copies, which are measured as they are."""

_MANY = 0.1
_MOST_BYTES = 2**31
"""Of arrays that are compared whole, which takes a second or two; of larger ones the rows that are drawn."""


@dataclasses.dataclass(frozen=True)
class Copies:
    """What was found of rows that stand several times.

    Args:
        num_rows: Rows that were compared. Defaults to 0.
        num_copies: Those of them that are copies of others. Defaults to 0.
        num_compared: Distinct rows of one set, held-out rows mostly, that were compared with the other. Defaults to 0.
        num_shared: Those of them that stand there as well. Defaults to 0.
        are_measured: Whether copies are measured all the same, for want of others. Defaults to False.
    """

    num_rows: int = 0
    num_copies: int = 0
    num_compared: int = 0
    num_shared: int = 0
    are_measured: bool = False

    @property
    def are_many(self):
        """Whether they are a tenth of the rows, or more."""
        return self.num_copies > _MANY * self.num_rows or self.num_shared > _MANY * self.num_compared

    def describe(self):
        """What is to be said of them, for people; nothing where there are none."""
        many = [f"{self.num_copies:,} of {self.num_rows:,} rows are copies of others"] * bool(self.num_copies)
        shared = f"{self.num_shared:,} of {self.num_compared:,} rows are both training rows and held-out rows"
        many += [shared] * bool(self.num_shared)
        what = "measured as they are, for hardly any would stay" if self.are_measured else "left out"
        return f"{', '.join(many)}; they are {what}." if many else ""


def digest_rows(arrays, rows):
    """A number for each of some rows of arrays, the same for the same bytes; in this process alone."""
    return [hash(tuple(_as_bytes(array[row]) for array in arrays)) for row in rows]


def _as_bytes(values):
    # The bytes of an array of objects are addresses.
    values = np.asarray(values)
    return repr(values.tolist()).encode() if values.dtype.kind == "O" else values.tobytes()


def are_compared_whole(*arrays):
    """Whether the rows of arrays are compared before any is drawn."""
    return sum(array.nbytes for array in arrays) <= _MOST_BYTES


def leave_out_copies(array, rows, other, others, *, seed):
    """`(rows, others, Copies)`: one of each of the rows of both sets, and none of the second that is in the first.

    Args:
        array: What is reconstructed, of all rows.
        rows: Places of the first set.
        other: The same array, or that of other rows.
        others: Places of the second set.
        seed: Seed of the choice among copies, which stand where the first stood.
    """
    if array[:1].size < FEWEST_ELEMENTS:
        return rows, others, Copies()
    digests, own = np.array(digest_rows([array], rows)), np.array(digest_rows([other], others), int)
    random = np.random.default_rng([seed, 4])
    chosen, kept = _one_of_each(digests, random), _one_of_each(own, random)
    is_shared = np.isin(own[kept], digests)
    num_rows = len(rows) + len(others)
    found = Copies(num_rows, num_rows - len(chosen) - len(kept), len(kept), int(is_shared.sum()))
    if len(chosen) < min(FEWEST_ROWS, len(rows)):
        return rows, others, dataclasses.replace(found, are_measured=True)
    return rows[chosen], others[kept[~is_shared]], found


def _one_of_each(digests, random):
    """Places of one of each, drawn among its copies, in the order in which they first come."""
    order = random.permutation(len(digests))
    _, first = np.unique(digests, return_index=True)
    _, drawn = np.unique(digests[order], return_index=True)
    return order[drawn][np.argsort(first)]
