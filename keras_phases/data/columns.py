"""Columns of a table: inputs of one number a row, which are reconstructed together; and numbers that are names."""

import dataclasses

import numpy as np

NUM_SIGNS = 8
"""Numbers that stand for a name where it is reconstructed."""

ABOUT_IDS = f"Ids are names: of each {NUM_SIGNS} random signs are reconstructed, which stand for one-hot rows."


def signs_of(names):
    """What is reconstructed of names, the ids of tokens or categories: random signs, float32.

    Args:
        names: Integers `(n, length)`, which become `(n, length, 8)`; of one a row `(n, 8)`.

    The same ones of a name everywhere. In the mean over the signs the squared error of a linear decoder of them is that
    of one-hot rows, added up over all names: E sum_k (sum_v r_v s_vk)^2 = 8 sum_v r_v^2, with s_vk the signs of name v.
    """
    bits = names.astype(np.int64).view(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    # The mixing of splitmix64, by which names that follow each other have signs that do not.
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        bits = (bits ^ (bits >> np.uint64(shift))) * np.uint64(factor)
    bits ^= bits >> np.uint64(31)
    signs = (bits[..., None] >> np.arange(NUM_SIGNS, dtype=np.uint64) & np.uint64(1)).astype(np.float32) * 2 - 1
    return signs if names.shape[1:] > (1,) else signs.reshape(len(names), NUM_SIGNS)


@dataclasses.dataclass(frozen=True)
class Columns:
    """Inputs that are reconstructed as one array, each standardised by its fit rows.

    Args:
        names: Names of the inputs, as `find_leaves` names them.
        left_out: Names of those that are no measured values.
        are_names: Whether their numbers are names, of which signs stand for each. Defaults to False.
    """

    names: tuple[str, ...]
    left_out: tuple[str, ...]
    are_names: bool = False

    def join(self, fit, heldout):
        """Arrays `(num_rows, num_columns)`, float32, of fit rows and held-out rows as dicts of inputs."""
        joined = [self.stack(leaves) for leaves in (fit, heldout)]
        mean, deviation = joined[0].mean(axis=0), joined[0].std(axis=0)
        scale = np.where(deviation > 0, deviation, 1)
        return [((rows - mean) / scale).astype(np.float32) for rows in joined]

    def stack(self, leaves):
        """The columns as they are, `(num_rows, num_columns)`, float64."""
        arrays = [as_rows(leaves[name]) for name in self.names]
        if self.are_names:
            arrays = [signs_of(array).reshape(len(array), -1) for array in arrays]
        return np.concatenate([array.astype(np.float64) for array in arrays], axis=1)

    def describe(self):
        """A line for people."""
        what = f"{NUM_SIGNS} signs for each id in the" if self.are_names else "the numeric"
        line = f"Reconstructed are {what} columns {', '.join(self.names)} together, each standardised"
        return line + (f"; left out, being no numbers: {', '.join(self.left_out)}." if self.left_out else ".")


def describe_chosen(chosen, inputs, are_ids):
    """Lines for people on the one input that is reconstructed; none of a model's only one.

    Args:
        chosen: Its name.
        inputs: Names of all.
        are_ids: Whether its numbers are names.
    """
    others = ", ".join(f"'{name}'" for name in inputs if name != chosen)
    lines = [f"Reconstructed is input '{chosen}'; target=... names another of {others}."] if others else []
    if are_ids:
        lines.append(ABOUT_IDS)
    return "\n".join(lines)


def as_rows(array):
    """An array of one number a row as `(num_rows, 1)`, which is what Keras makes of it; others as they are."""
    return array[:, None] if array.ndim == 1 else array


def find_columns(inputs, categories=()):
    """The `Columns` among inputs; None where there are none, only one input, or an image or sequence.

    Args:
        inputs: Arrays by name.
        categories: Names of inputs whose numbers are names. Defaults to none.
    """
    are_numbers = {name: array.dtype.kind in "fiub" and name not in categories for name, array in inputs.items()}
    numbers = tuple(name for name, is_number in are_numbers.items() if is_number)
    names = numbers or tuple(name for name in inputs if name in categories)
    has_column = any(inputs[name].ndim == 1 or inputs[name].shape[1:] == (1,) for name in names)
    if len(inputs) < 2 or not has_column or any(array.ndim > 2 for array in inputs.values()):
        return None
    return Columns(names, tuple(name for name in inputs if name not in names), are_names=not numbers)


def is_mask(name, inputs):
    """Whether an input tells no more than which positions of another count, or to which of two parts they belong."""
    mask = inputs[name]
    others = (array for other, array in inputs.items() if other != name)
    alike = [array for array in others if mask.ndim == 2 and mask.shape[1] > 1 and array.shape[:2] == mask.shape]
    return bool(alike) and np.isin(mask, (0, 1)).all() and not all(np.isin(array, (0, 1)).all() for array in alike)
