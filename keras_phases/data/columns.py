"""Columns of a table: inputs of one number a row, which are reconstructed together."""

import dataclasses

import numpy as np


@dataclasses.dataclass(frozen=True)
class Columns:
    """Inputs that are reconstructed as one array, each standardised by its fit rows.

    Args:
        names: Names of the inputs, as `find_leaves` names them.
        left_out: Names of those that are no measured values.
    """

    names: tuple[str, ...]
    left_out: tuple[str, ...]

    def join(self, fit, heldout):
        """Arrays `(num_rows, num_columns)`, float32, of fit rows and held-out rows as dicts of inputs."""
        joined = [self.stack(leaves) for leaves in (fit, heldout)]
        mean, deviation = joined[0].mean(axis=0), joined[0].std(axis=0)
        scale = np.where(deviation > 0, deviation, 1)
        return [((rows - mean) / scale).astype(np.float32) for rows in joined]

    def stack(self, leaves):
        """The columns as they are, `(num_rows, num_columns)`, float64."""
        return np.concatenate([as_rows(leaves[name]).astype(np.float64) for name in self.names], axis=1)

    def describe(self):
        """A line for people."""
        line = f"Reconstructed are the numeric columns {', '.join(self.names)} together, each standardised"
        return line + (f"; left out, being no numbers: {', '.join(self.left_out)}." if self.left_out else ".")


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
    names = tuple(name for name, is_number in are_numbers.items() if is_number)
    has_column = any(inputs[name].ndim == 1 or inputs[name].shape[1:] == (1,) for name in names)
    if len(inputs) < 2 or not has_column or any(array.ndim > 2 for array in inputs.values()):
        return None
    return Columns(names, tuple(name for name, is_number in are_numbers.items() if not is_number))
