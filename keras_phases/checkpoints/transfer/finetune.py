"""Fine-tuning from a checkpoint: a new head on the last features, and all weights trained on the target task."""

import dataclasses
import math
import numbers

import keras
import numpy as np

from keras_phases.arguments import at_least
from keras_phases.backend.arrays import host
from keras_phases.backend.keras_private import functional_of, inputs_of, nodes_in_order
from keras_phases.checkpoints.transfer.task import check_classes
from keras_phases.data.labels import resolve_labels
from keras_phases.data.trees import num_rows_of, take_rows
from keras_phases.probes import score_outputs


@dataclasses.dataclass(frozen=True)
class FineTune:
    """How weights are trained on the target task: by SGD with momentum 0.9, at a constant rate.

    Args:
        epochs: Passes over the training rows. Defaults to `10`.
        steps: Batches to train on, in the place of `epochs`. Defaults to `None`.
        batch_size: Rows of a batch. Defaults to `128`.
        learning_rate: Defaults to `0.01`.
        weight_decay: Share of each weight taken off a step, times the learning rate. Defaults to `0.0`.
    """

    epochs: int = 10
    steps: int | None = None
    batch_size: int = 128
    learning_rate: float = 0.01
    weight_decay: float = 0.0

    def __post_init__(self):
        at_least(1, "epochs", self.epochs)
        at_least(1, "batch_size", self.batch_size)
        if self.steps is not None:
            at_least(1, "steps", self.steps)
        for name, smallest in (("learning_rate", 1e-12), ("weight_decay", 0.0)):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, numbers.Real) or not smallest <= value < math.inf:  # pyright: ignore[reportOperatorIssue] its stub has no order
                raise ValueError(f"{name} is {value!r}. Expected a number {'above' if smallest else 'of at least'} 0.")

    def num_steps(self, num_rows: int) -> int:
        """Batches that are trained on."""
        return self.steps or self.epochs * math.ceil(num_rows / self.batch_size)

    def describe(self, num_rows: int) -> str:
        """The settings, for people."""
        decay = f", weight decay {self.weight_decay:g}" if self.weight_decay else ""
        return (
            f"{self.num_steps(num_rows):,} steps of {self.batch_size} rows, SGD with learning rate "
            f"{self.learning_rate:g} and momentum 0.9{decay}"
        )


class FineTuner:
    """Trains a copy of a model from the weights that it is given, once for each seed.

    Args:
        model: A Functional or Sequential model, which is trained.
        tap: `Tap` of the features that the new head reads.
        rows: `LabelledRows` of the target task.
        seeds: Seeds of head and order.
        settings: `FineTune`.

    Raises:
        ValueError: for a model without a layer graph, or a tap within a model within it.
    """

    batch_norm = "training"

    def __init__(self, model, tap, rows, seeds, *, settings):
        self._rows, self._seeds, self._settings = rows, seeds, settings
        self.num_seeds, self.num_examples, self.num_test = len(seeds), num_rows_of(rows.x), num_rows_of(rows.x_test)
        self.tuning = settings.describe(self.num_examples)
        self._labels = check_classes(resolve_labels(rows.y, rows.y_test))
        features, functional = _find_tensor(model, tap), functional_of(model)
        if len(features.shape) > 2:
            features = keras.layers.Flatten(name="transfer_flat")(features)
        self._head = keras.layers.Dense(len(self._labels.classes), name="transfer_head")  # pyright: ignore[reportArgumentType] checked: labels are classes
        self._model = keras.Model(inputs_of(functional), self._head(features), name=f"{model.name}_transfer")
        self._model.trainable = True
        optimizer = keras.optimizers.SGD(
            settings.learning_rate, momentum=0.9, weight_decay=settings.weight_decay or None, name="transfer_sgd"
        )
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True, name="transfer_loss")
        self._model.compile(optimizer, loss)
        optimizer.build(self._model.trainable_variables)
        self._optimizer_start = [host(variable).copy() for variable in optimizer.variables]

    def measure(self, reload):
        """`[[(loss, accuracy) for each seed]]` of the one layer, on the test rows after training.

        `reload` takes the training back.
        """
        found = []
        for seed in self._seeds:
            reload()
            found.append(self._train(seed))
        return [found]

    def _train(self, seed):
        # As the networks of the paper's code start their classifiers, and `keras_phases.models` theirs.
        draw = keras.initializers.VarianceScaling(1 / 3, mode="fan_in", distribution="uniform", seed=seed)
        self._head.kernel.assign(draw(self._head.kernel.shape))  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess] Keras's stubs
        self._head.bias.assign(np.zeros(self._head.bias.shape))  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess] Keras's stubs
        for variable, value in zip(self._model.optimizer.variables, self._optimizer_start, strict=True):
            variable.assign(value)
        settings, rows = self._settings, self._rows
        num_steps = settings.num_steps(self.num_examples)
        batches = _Batches(rows.x, self._labels.fit, batch_size=settings.batch_size, num_steps=num_steps, seed=seed)
        self._model.fit(batches, epochs=1, shuffle=False, verbose=0)  # pyright: ignore[reportArgumentType] Keras's stubs
        logits = self._model.predict(rows.x_test, batch_size=settings.batch_size, verbose=0)  # pyright: ignore[reportArgumentType] Keras's stubs
        return score_outputs("classes", logits.astype(np.float64), self._labels.heldout)


def _find_tensor(model, tap):
    """The symbolic tensor of a tap in the layer graph of a model."""
    functional = functional_of(model)
    nodes = [] if functional is None else nodes_in_order(functional)
    nodes = [node for node in nodes if node.operation is tap.operation]
    if not nodes:
        why = "is no Functional or Sequential model" if functional is None else f"holds '{tap.name}' within another"
        raise ValueError(
            f"Model '{model.name}' {why}, so that a new head cannot be put on '{tap.name}'. Expected a Functional or "
            "Sequential model and one of its own layers; pass layer='...', or mode='frozen'."
        )
    return nodes[tap.use].outputs[tap.output]


class _Batches(keras.utils.PyDataset):
    """Batches of rows in an order drawn anew by the seed in each pass over them; as many as asked for."""

    def __init__(self, x, labels, *, batch_size, num_steps, seed):
        super().__init__()
        self._x, self._labels, self._batch_size, self._num_steps = x, labels, batch_size, num_steps
        self._seed, self._pass, self._order = seed, None, None

    def __len__(self):
        return self._num_steps

    def __getitem__(self, index):
        num_rows = len(self._labels)
        number, place = divmod(index, math.ceil(num_rows / self._batch_size))
        if number != self._pass:
            self._pass, self._order = number, np.random.default_rng([self._seed, number]).permutation(num_rows)
        rows = self._order[place * self._batch_size : (place + 1) * self._batch_size]  # pyright: ignore[reportOptionalSubscript] drawn when the pass began
        return take_rows(self._x, rows), self._labels[rows]
