"""The model as a classifier, not the linear probe: its loss of each row, and the exact norms of its last gradients.

With inputs a of the last dense layer, probabilities p and labels y the gradient of a row's cross-entropy is (p - y) a'
for the kernel and p - y for the bias, so that its norm is |p - y| sqrt(|a|^2 + 1).
"""

import dataclasses

import keras
import numpy as np
from scipy.special import expit, log_softmax, logsumexp, softmax

from keras_phases.backend.arrays import host
from keras_phases.backend.variables import newest_values
from keras_phases.data.labels import NO_LABEL
from keras_phases.network.taps import Tap

_SMALLEST = 1e-7
"""What Keras clips probabilities at."""

_CROSS_ENTROPIES = (keras.losses.sparse_categorical_crossentropy, keras.losses.categorical_crossentropy)
_TOLERANCE = 0.02
"""Relative difference of what the last dense layer gives and the model's outputs, in low precision."""


@dataclasses.dataclass(frozen=True)
class CrossEntropy:
    """The loss of a classifier, as it is compiled.

    Args:
        is_binary: Whether the model has one output, the score of class 1; else one for each class.
        from_logits: Whether outputs are logits, not probabilities.
        label_smoothing: As Keras has it. Defaults to 0.
    """

    is_binary: bool
    from_logits: bool
    label_smoothing: float = 0.0

    def log_probabilities(self, outputs):
        """`(n, C)`, float64, of the model's outputs; of a binary one those of both classes."""
        outputs = np.asarray(outputs, np.float64)
        if self.is_binary:
            z = outputs if self.from_logits else _logit(outputs)
            return -np.logaddexp(0, np.concatenate([z, -z], axis=1))
        if self.from_logits:
            return log_softmax(outputs, axis=1)
        logs = np.log(np.maximum(outputs, _SMALLEST))
        return logs - logsumexp(logs, axis=1, keepdims=True)

    def losses(self, outputs, columns):
        """Cross-entropy of each row `(n,)` with the label in that column; without label smoothing.

        NaN of a row without a label, whose column is below 0; so are its gradients.
        """
        found = -np.take_along_axis(self.log_probabilities(outputs), np.maximum(columns, 0)[:, None], axis=1)[:, 0]
        return np.where(columns < 0, np.nan, found)

    def output_gradients(self, outputs, columns):
        """Norm of the gradient of each row's loss by the logits, |p - y|, `(n,)`."""
        found, smoothing = np.exp(self.log_probabilities(outputs)), self.label_smoothing
        labels = np.zeros_like(found)
        np.put_along_axis(labels, np.maximum(columns, 0)[:, None], 1.0, axis=1)
        labels = labels * (1 - smoothing) + smoothing / found.shape[1]
        # The one logit of a binary model moves both probabilities by as much.
        norms = np.abs(found - labels)[:, 0] if self.is_binary else np.linalg.norm(found - labels, axis=1)
        return np.where(columns < 0, np.nan, norms)


def _logit(probabilities):
    p = np.clip(probabilities, _SMALLEST, 1 - _SMALLEST)
    return np.log(p) - np.log1p(-p)


def find_cross_entropy(reading, num_outputs):
    """The `CrossEntropy` of a classifier with so many outputs; None where its loss is another.

    Args:
        reading: `Reading` of the model.
        num_outputs: Columns of its outputs.
    """
    is_binary = reading.function is keras.losses.binary_crossentropy
    if not (is_binary or reading.function in _CROSS_ENTROPIES) or is_binary is not (num_outputs == 1):
        return None
    from_logits, label_smoothing = map(reading.option, ("from_logits", "label_smoothing"))
    return CrossEntropy(is_binary, bool(from_logits), float(label_smoothing or 0.0))


def find_heads(calls, classes, output=0):
    """Taps on the inputs of the dense layers that could give the scores of the classes, the last one called first.

    That its outputs are the model's is for `ends_model` to see.

    Args:
        calls: `keras_phases.network.calls.Call`s of a forward pass.
        classes: Class labels, None where labels are no classes.
        output: Place of the output that the loss judges. Defaults to `0`.
    """
    # As the outputs of the forward pass: those with rows, the first of them.
    shape = next((shape for shape, _ in calls[0].outputs[output:] if shape), ())
    if classes is None or len(shape) != 2 or (shape[1] != 1 and shape[1] <= classes.max()):
        return []
    calls = [call for call in reversed(calls) if call.outputs[:1] and call.outputs[0][0] == shape]
    calls = [call for call in calls if isinstance(call.operation, keras.layers.Dense) and not _is_quantised(call)]
    return [
        Tap(f"{call.path}:input", (call.operation.kernel.shape[0],), call.operation, call.use, of_input=True)
        for call in calls
    ]


def _is_quantised(call):
    """Whether its kernel is kept in whole numbers, in units that are not its gradient's."""
    return not keras.backend.is_float_dtype(keras.backend.standardize_dtype(call.operation.kernel.dtype))


def ends_model(model, cross_entropy, tap, features, outputs):
    """Whether the model's outputs are this dense layer's, as the loss takes them: its logits or their probabilities.

    Probabilities of a loss that expects logits, or the reverse, are not: its gradient by the layer is another.

    Args:
        model: The model.
        cross_entropy: `CrossEntropy` of its loss.
        tap: `Tap` on the inputs of a dense layer.
        features: Its inputs `(n, d)`.
        outputs: The model's outputs `(n, C)` of the same rows.
    """
    features, outputs = host(features).astype(np.float64), np.asarray(outputs, np.float64)
    if features.ndim != 2 or features.shape[1:] != tap.shape or outputs.shape[1:] != (tap.operation.units,):
        return False
    variables, values = newest_values(model)
    newest = {id(variable): value for variable, value in zip(variables, values, strict=True)}
    dense = tap.operation
    kernel, bias = (newest.get(id(found), found) for found in (dense.kernel, dense.bias if dense.use_bias else None))
    z = features @ host(kernel).astype(np.float64)
    z = z if bias is None else z + host(bias).astype(np.float64)
    if not np.isfinite(z).all():
        return False
    if not cross_entropy.from_logits:
        z = expit(z) if cross_entropy.is_binary else softmax(z, axis=1)
    scale = np.abs(outputs).max(initial=0) + np.finfo(np.float32).tiny
    return bool(np.abs(z - outputs).max() <= _TOLERANCE * scale)


@dataclasses.dataclass(frozen=True)
class Classifier:
    """How the outputs of a classifier are read on the probe rows.

    Args:
        cross_entropy: Its `CrossEntropy`.
        fit_columns: Column of the label of each fit row in `CrossEntropy.log_probabilities`, `(num_fit,)`; below 0
            without a label.
        heldout_columns: The same of the held-out rows.
        tap: `Tap` on the inputs of the last dense layer; None where the model ends in another way.
    """

    cross_entropy: CrossEntropy
    fit_columns: np.ndarray
    heldout_columns: np.ndarray
    tap: Tap | None = None


def build_classifier(model, rows, reading, heads, outputs):
    """The `Classifier` of a classifier, None of any other model.

    Args:
        model: The compiled model.
        rows: `ProbeExamples`.
        reading: `Reading` of the model.
        heads: Dict from the taps of `find_heads` to what each observes of a first batch.
        outputs: The model's outputs on that batch, `(n, C)`.
    """
    values = rows.values_heldout
    if values is None or outputs.ndim != 2 or not rows.are_hard:
        return None
    cross_entropy = find_cross_entropy(reading, outputs.shape[1])
    num_columns = max(2, outputs.shape[1])
    pairs = (rows.classes[np.maximum(rows.labels_fit, 0)], rows.labels_fit), (values, rows.labels_heldout)
    fit, heldout = (np.where(labels == NO_LABEL, NO_LABEL, found.astype(np.int64)) for found, labels in pairs)
    labelled = fit[rows.labelled_fit], heldout[rows.labelled_heldout]
    if cross_entropy is None or any(np.any((found < 0) | (found >= num_columns)) for found in labelled):
        return None
    ends = (tap for tap, features in heads.items() if ends_model(model, cross_entropy, tap, features, outputs))
    return Classifier(cross_entropy, fit, heldout, next(ends, None))


@dataclasses.dataclass(frozen=True)
class ModelRows:
    """What the model makes of the probe rows at one step.

    Args:
        fit_losses: Cross-entropy of each fit row `(num_fit,)`; NaN of one without a label.
        heldout_losses: The same of the held-out rows.
        gradient_norms: Norm of the gradient of each fit row's loss by the weights of the last dense layer; None where
            the model does not end in one.
        prototype_agreement: Share of held-out rows that the model puts into the class whose mean of the last layer's
            inputs is nearest; None without such a layer.
    """

    fit_losses: np.ndarray
    heldout_losses: np.ndarray
    gradient_norms: np.ndarray | None = None
    prototype_agreement: float | None = None


class ClassifierWatch:
    """Takes in the inputs of the last dense layer while the rows pass; keeps no row.

    Args:
        classifier: `Classifier`.
        has_tap: Whether features of `classifier.tap` come with the others.
    """

    def __init__(self, classifier, has_tap):
        self._classifier, self._tap = classifier, classifier.tap if has_tap else None
        self._squares, self._nearest, self._class_sums = [], [], None

    def take_fit(self, features):
        """A chunk of fit rows: a dict of features by tap."""
        if self._tap is None:
            return
        a = host(features[self._tap])
        columns = self._classifier.fit_columns[sum(map(len, self._squares)) :][: len(a)]
        if self._class_sums is None:
            num_classes = int(self._classifier.fit_columns.max()) + 1
            self._class_sums = np.zeros((num_classes, a.shape[1]))
        for column in np.unique(columns[columns >= 0]):
            self._class_sums[column] += a[columns == column].sum(axis=0, dtype=np.float64)
        self._squares.append(np.einsum("nd,nd->n", a, a, dtype=np.float64))

    def take_heldout(self, features):
        """A chunk of held-out rows, when all fit rows were taken in."""
        if self._tap is None or self._class_sums is None:
            return
        columns = self._classifier.fit_columns
        counts = np.bincount(columns[columns >= 0], minlength=len(self._class_sums))
        means = self._class_sums / np.maximum(counts, 1)[:, None]
        # |a - m|^2 less |a|^2, which is the same for all classes.
        distances = (means**2).sum(axis=1) - 2 * host(features[self._tap]).astype(np.float64) @ means.T
        self._nearest.append(np.where(counts > 0, distances, np.inf).argmin(axis=1))

    # Outputs of a model that has failed make NaN, which quantities leave out.
    @np.errstate(invalid="ignore", over="ignore")
    def finish(self, fit_outputs, heldout_outputs):
        """The `ModelRows`, from the outputs of both passes."""
        classifier, cross_entropy = self._classifier, self._classifier.cross_entropy
        norms = agreement = None
        if self._squares:
            squares = np.concatenate(self._squares) + bool(classifier.tap.operation.use_bias)
            norms = cross_entropy.output_gradients(fit_outputs, classifier.fit_columns) * np.sqrt(squares)
        if self._nearest:
            decided = cross_entropy.log_probabilities(heldout_outputs).argmax(axis=1)
            agreement = float(np.mean(np.concatenate(self._nearest) == decided))
        return ModelRows(
            cross_entropy.losses(fit_outputs, classifier.fit_columns),
            cross_entropy.losses(heldout_outputs, classifier.heldout_columns),
            norms,
            agreement,
        )
