"""How far a linear probe is right about held-out rows, for each kind of labels."""

import numpy as np
from scipy.special import logsumexp


def score_outputs(task, outputs, labels):
    """Held-out loss and accuracy, `(loss, accuracy)`; NaN where an output is not finite, or the loss beyond float32.

    | task           | loss, a mean                              | accuracy                                         |
    |----------------|-------------------------------------------|--------------------------------------------------|
    | `"classes"`    | cross-entropy over rows                   | share of rows right                              |
    | `"multilabel"` | binary cross-entropy over rows and labels | share of labels of rows right at probability 1/2 |
    | `"regression"` | squared error over rows and outputs       | NaN                                              |

    Args:
        task: One of these.
        outputs: `LinearProbe.outputs` of the rows, `(n, C)`: logits, or predicted values.
        labels: As `fit_linear_probe` takes them; a class of -1 is one that no fit row has: the row counts as wrong and
            has no cross-entropy.

    Example:
        >>> import numpy as np
        >>> from keras_phases.probes import score_outputs
        >>> score_outputs("regression", np.array([[1.0], [3.0]]), np.array([[0.0], [3.0]]))
        (0.5, nan)
    """
    if not np.isfinite(outputs).all():
        return float("nan"), float("nan")  # the largest of NaN would pass for class 0
    return _SCORES[task](outputs, labels)


def _score_classes(logits, labels):
    known = labels >= 0
    entropies = logsumexp(logits[known], axis=1) - logits[known, labels[known]]
    loss = float(entropies.mean()) if known.any() else float("nan")
    return loss, float(np.mean(logits.argmax(axis=1) == labels))


def _score_labels(logits, labels):
    entropies = np.logaddexp(0, (1 - 2 * labels) * logits)
    return float(entropies.mean()), float(np.mean((logits > 0) == (labels > 0.5)))


def _score_values(values, labels):
    loss = float(np.mean((values - labels) ** 2))
    return (loss if loss <= float(np.finfo(np.float32).max) else float("nan")), float("nan")


_SCORES = {"classes": _score_classes, "multilabel": _score_labels, "regression": _score_values}
