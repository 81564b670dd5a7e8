"""The model's own columns of the record: its loss on the held-out rows, and its accuracy where its loss classifies."""

import dataclasses

import numpy as np

from keras_phases.data.labels import NO_CLASS, drop_axes
from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.data.reading import Reading

_MOST_ASKED = 4
"""Classes that a loss is asked about, and outputs that each is tried at."""


@dataclasses.dataclass(frozen=True)
class ModelColumns:
    """How the model's outputs become a loss and an accuracy.

    Args:
        reading: `Reading` of the model.
        rows: `ProbeExamples`.
        are_scores: Whether its outputs are scores of classes.
    """

    reading: Reading
    rows: ProbeExamples
    are_scores: bool

    def measure(self, outputs):
        """The columns by name, of the outputs for all held-out rows `(num_heldout, ...)`."""
        if self.rows.y_heldout is None:
            return {}
        metrics = {"model_loss": self.reading.model_loss(self.rows.y_heldout, outputs)}
        # Label values as the model is trained on them, which may be classes that no fit row has.
        values, outputs = self._values(), drop_axes(outputs)
        is_fit = values is not None and outputs.shape[:-1] == values.shape and np.isfinite(outputs).all()
        if self.are_scores and values is not None and is_fit:
            is_right = self._decide(outputs) == (values if outputs.shape[-1] > 1 else values > 0.5)
            metrics["model_accuracy"] = float(np.mean(is_right[self.rows.labelled_heldout]))
        return metrics

    def _values(self):
        """The class of each held-out row as it is fed, or of each position; None of other tasks."""
        maps = self.rows.label_maps
        if maps is None:
            return self.rows.values_heldout
        return np.where(maps.heldout >= 0, maps.classes[maps.heldout], NO_CLASS)

    def _decide(self, outputs):
        """The class of each row, of one output whether it is the upper of two."""
        if outputs.shape[-1] > 1:
            return outputs.argmax(axis=-1)
        is_chance = self.reading.function.__name__.endswith("crossentropy") and not self.reading.option("from_logits")
        return outputs[..., 0] > (0.5 if is_chance else 0.0)


def find_columns(reading, rows, num_outputs):
    """The `ModelColumns` of a model with so many outputs a row, with its `Reading` and `ProbeExamples`."""
    if num_outputs == 1 or reading.kind in (None, "classes"):
        return ModelColumns(reading, rows, reading.kind == ("classes" if num_outputs > 1 else "binary"))
    return ModelColumns(reading, rows, rows.values_heldout is not None and _prefers_right(reading, rows, num_outputs))


def _prefers_right(reading, rows, num_outputs):
    """Whether a loss is less where the output of a row's own class is the greatest: those of embeddings are not."""
    y, values = np.asarray(rows.y_heldout), rows.values_heldout
    classes, places = np.unique(values[rows.labelled_heldout], return_index=True)
    places = np.arange(len(values))[rows.labelled_heldout][places]
    try:
        for own, place in zip(classes[:_MOST_ASKED], places, strict=False):
            label = y[place : place + 1] if y.ndim < 2 or y.shape[1] == 1 else _row_of(y.shape[1], own)
            others = [column for column in range(min(num_outputs, _MOST_ASKED)) if column != own]
            scores = (0.1 / num_outputs + 0.9 * _row_of(num_outputs, column) for column in (own, *others))
            costs = [reading.evaluate(label, row) for row in scores]
            if not costs[0] < min(costs[1:]):
                return False
    except Exception:  # a loss that takes no such row, or another number of outputs than of classes
        return False
    return True


def _row_of(width, place):
    """`(1, width)` of zeros, and 1 at a place."""
    row = np.zeros((1, width), np.float32)
    row[0, place] = 1
    return row
