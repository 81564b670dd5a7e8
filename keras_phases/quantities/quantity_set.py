"""The quantities of one run: which apply, their columns, and what they gather in a probe step."""

import dataclasses

import numpy as np

from keras_phases.quantities.base import About, Found, Rows, read_only

_ELEMENTS_AT_ONCE = 2**22
"""Elements of targets whose errors are made at a time: 16 MiB in float32."""


_ROWS = 256
_NEGLIGIBLE = 1e-5
"""Share of the mean image's loss below which that of a part is rounding, and explains nothing."""


class QuantitySet:
    """What is measured beside the fixed columns of a record.

    Quantities without a column in this run are left out. What one of them raises costs its own columns alone, and is
    kept in `failures`, a dict from its name to the exception.

    Args:
        quantities: `Quantity` objects.
        rows: `ProbeExamples`.
        targets: What each row of the record reconstructs, `Target`s in the order of the rows.
        classifier: `keras_phases.network.classifier.Classifier` of the model. Defaults to `None`.

    Raises:
        ValueError: when two columns have one name.
    """

    def __init__(self, quantities, rows, targets, *, classifier=None):
        self.classifier, self.failures, self._targets = classifier, {}, tuple(targets)
        self._parts = {target: _Part(quantities, rows, target, classifier) for target in dict.fromkeys(targets)}
        self.columns = tuple(dict.fromkeys(name for part in self._parts.values() for name in part.names))

    @property
    def names(self):
        """Names of the quantities that have a column in this run."""
        return tuple(dict.fromkeys(quantity.name for part in self._parts.values() for quantity in part.quantities))

    @property
    def last_tap(self):
        """`Tap` on the inputs of the classifier's last dense layer; None without one."""
        return None if self.classifier is None else self.classifier.tap

    @property
    def missing(self):
        """Names of columns that need a dense layer at the model's end, where a classifier's was not found."""
        return tuple(dict.fromkeys(name for part in self._parts.values() for name in part.missing))

    def describe(self):
        """How each column is shown, by name; what differs between targets is a dict for each row under `by_row`."""
        return {name: self._describe(name) for name in self.columns}

    def _describe(self, name):
        columns = [self._parts[target].columns.get(name) for target in self._targets]
        by_row = [{} if column is None else column.describe() for column in columns]
        known = list(filter(None, by_row))
        common = {key: value for key, value in known[0].items() if all(fields.get(key) == value for fields in known)}
        own = [{key: value for key, value in fields.items() if key not in common} for fields in by_row]
        return common | ({"by_row": own} if any(own) else {})

    def gather(self, target):
        """A `Gathering` of one decoder in one probe step."""
        return Gathering(self._parts[target], self.failures)


class _Part:
    """The quantities that apply to one target, and what they say of the mean image."""

    def __init__(self, quantities, rows, target, classifier):
        is_known = classifier is not None
        has_last_layer = is_known and classifier.tap is not None
        self.about = About(rows, target, has_model_losses=is_known, has_last_layer=has_last_layer)
        pairs = [(quantity, quantity.columns(self.about)) for quantity in quantities]
        self.quantities = [quantity for quantity, columns in pairs if columns]
        self.names_of = {quantity.name: [column.name for column in columns] for quantity, columns in pairs}
        self.names = [column.name for _, columns in pairs for column in columns]
        wished = []
        if is_known and not has_last_layer:
            whole = About(rows, target, has_model_losses=True, has_last_layer=True)
            wished = [column.name for quantity in quantities for column in quantity.columns(whole)]
        self.missing = [name for name in wished if name not in self.names]
        if len(set(self.names)) < len(self.names):
            twice = next(name for name in self.names if self.names.count(name) > 1)
            raise ValueError(
                f"Two quantities name the column '{twice}'. Expected each once; leave one out of "
                "quantities=... or rename its column."
            )
        self.columns = {column.name: column for _, columns in pairs for column in columns}
        self._measure_mean_image([quantity for quantity, columns in pairs if any(column.kind for column in columns)])

    # Of inputs whose squares float32 does not hold no part has a loss; the record says so.
    @np.errstate(invalid="ignore", over="ignore")
    def _measure_mean_image(self, breakdowns):
        """The loss of the mean image on every part: the unit of its explained variance."""
        gathering = Gathering(self, {}, breakdowns, is_strict=True)
        self.mean_image_sums = gathering.sums
        if not breakdowns:
            return
        about, x = self.about, self.about.rows.x_heldout
        gathering.take(self.predict_mean, np.empty((len(x), 0)), x)
        chunks = (x[start : start + _ROWS] for start in range(0, len(x), _ROWS))
        losses = [np.mean((about.target(rows) - about.mean_image) ** 2, axis=about.axes) for rows in chunks]
        losses = np.concatenate(losses)
        for name, value in gathering.values(losses, {}).items():
            if self.columns[name].kind and _NEGLIGIBLE * np.mean(losses) < value < np.inf:
                rounded = float(f"{value:.6g}")
                self.columns[name] = dataclasses.replace(self.columns[name], mean_image_loss=rounded)

    def predict_mean(self, features):
        """The mean image for every row, as a decoder that knows nothing else predicts."""
        mean = self.about.mean_image.astype(np.float32)
        return np.broadcast_to(mean, (len(features), *mean.shape))


class Gathering:
    """What the quantities gather of one decoder over the held-out rows."""

    def __init__(self, part, failures, quantities=None, *, is_strict=False):
        self._part, self._failures, self._is_strict = part, failures, is_strict
        self._quantities = part.quantities if quantities is None else quantities
        self.sums, self._kept = {}, {}

    def take(self, predict, features, x):
        """Takes in a chunk of held-out rows.

        Args:
            predict: Function from features to targets.
            features: Their features `(n, ...)`.
            x: The rows as fed `(n, ...)`.
        """
        readers = [quantity for quantity in self._quantities if quantity.reads_rows]
        if not readers:
            return
        step = max(1, _ELEMENTS_AT_ONCE // self._part.about.target.num_elements)
        for start in range(0, len(x), step):
            chosen = slice(start, start + step)
            rows = Rows(self._part.about, self._part.about.target(x[chosen]), predict, features[chosen])
            for quantity in readers:
                self._attempt(quantity, self._take_rows, rows)

    def values(self, losses, metrics, *, eigenvalues=None, model=None):
        """All columns by name, once every held-out row was taken in; see `Found` for the arguments."""
        found = {}
        for quantity in self._quantities:
            evidence = Found(
                about=self._part.about,
                losses=read_only(losses),
                sums=self.sums.get(quantity.name, {}),
                kept={},
                mean_image_sums=self._part.mean_image_sums.get(quantity.name, {}),
                metrics=metrics,
                eigenvalues=read_only(eigenvalues),
                model=model,
            )
            found |= self._attempt(quantity, self._ask, evidence) or {}
        return found

    def _ask(self, quantity, evidence):
        """The values of one quantity's own columns."""
        kept = {name: np.concatenate(parts) for name, parts in self._kept.get(quantity.name, {}).items()}
        values = quantity.values(dataclasses.replace(evidence, kept=kept))
        if not isinstance(values, dict):
            raise TypeError(f"values gave {values!r}. Expected a dict from the name of a column to a number")
        own = self._part.names_of[quantity.name]
        unknown = [name for name in values if name not in own]
        if unknown:
            raise ValueError(f"{unknown[0]!r} is none of its columns. Expected one of {', '.join(map(repr, own))}")
        return {name: _as_number(name, value) for name, value in values.items()}

    def _take_rows(self, quantity, rows):
        sums = self.sums.setdefault(quantity.name, {})
        for name, value in quantity.sums(rows).items():
            sums[name] = sums.get(name, 0.0) + np.asarray(value, np.float64)
        kept = self._kept.setdefault(quantity.name, {})
        for name, value in quantity.keeps(rows).items():
            kept.setdefault(name, []).append(value)

    def _attempt(self, quantity, action, argument):
        """What a quantity gives; one that has failed is not asked again in this run."""
        if quantity.name in self._failures:
            return None
        try:
            return action(quantity, argument)
        except Exception as error:
            if self._is_strict:
                raise
            self._failures[quantity.name] = error
            return None


def _as_number(name, value):
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise TypeError(f"column '{name}' was given {value!r}. Expected one number") from error
