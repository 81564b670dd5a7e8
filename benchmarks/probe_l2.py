"""Is the L2 of a linear probe, chosen among its fit rows, as good as the best in hindsight, and what does it cost?

    python benchmarks/probe_l2.py --data_dir=DIR

Trains VGG-8 with the paper's SGD on each of `--cases` and takes the features of `--layers` at `--steps` as a probe step
takes them: batch statistics, area averages, fit rows from the training set, up to 10,000 of either kind. Then, for
every number of fit rows and every kind of labels (the classes; of the last layer also the dominant channel of colour
images, of which the network knows nothing, and four labels that each may hold, of random groups of classes):

- *regret*: held-out loss at the chosen L2, over the least at any L2 of a path of half decades from 3e-4 to 10 or the
  chosen one, less one. Held-out rows choose nothing but that least.
- *before*: the same of the L2 that was fixed before, 1e-3.
- *passes*: of the search and the fit over the fit rows, forth and back, over those of a fit at 1e-3 by SciPy's L-BFGS
  from weights of 0, which is how it was fitted before. Judging counts as half a pass for its share of the rows.
- *jump*: features of two steps are mixed at nineteen shares between; the largest change of log10 L2 from one to the
  next (`--mixtures`).

Also compares every kind of probe with scikit-learn's at the same L2 in float64, with more rows than features and with
fewer, and prints that table for docs/probes.md.

Hardware and time: 2 CPU cores, 16 GB; about an hour, most of it the path. Features are kept in `--cache`, from which it
goes on. Writes `<output>/probe_l2.json`.
"""

import functools
import math
import pathlib

import harness
import keras
import numpy as np
from absl import app, flags
from closed_forms import fit_by_scipy
from sklearn.linear_model import LogisticRegression, Ridge

from keras_phases import datasets, models
from keras_phases.backend.arrays import full_float32, host, without_gradients
from keras_phases.network.features import FeatureExtractor, batches
from keras_phases.network.taps import resolve_taps
from keras_phases.probes import LinearProbe, descent, fit_linear_probe, logistic, penalty, score_outputs
from keras_phases.probes.recipe import probe_pooling
from keras_phases.probes.standardise import StandardisedFeatures

CASES = flags.DEFINE_list("cases", ["digits:8", "fashion_mnist:8", "cifar10:8", "cifar10:16"], "<data set>:<width>.")
LAYERS = flags.DEFINE_list("layers", ["block1_relu", "block3_relu", "features"], "Taps of VGG-8.")
STEPS = flags.DEFINE_list("steps", ["0", "32", "256", "2048"], "Training steps.")
ROWS = flags.DEFINE_list("rows", ["10000", "500", "100"], "Fit rows.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
CACHE = flags.DEFINE_string("cache", "logs/probe_l2", "Folder of features.")
MIXTURES = flags.DEFINE_bool("mixtures", True, "Whether jumps are looked for.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")

PATH = 10.0 ** np.arange(1, -3.6, -0.5)
BEFORE = 1e-3


class Passes:
    """Counts passes over the rows, of all fits."""

    def __init__(self):
        self.count = 0
        objective, judge = logistic.Objective, penalty._judge
        descent.descend = self._counted(descent.descend, lambda found: found.ended[2] + 1)
        objective.value_and_gradient = self._counted(objective.value_and_gradient, lambda _: 1)
        penalty._judge = lambda rows, judged: self._counted(
            judge(rows, judged), lambda scores: 0.5 * judged.mean(axis=1).sum() * len(scores)
        )

    def _counted(self, function, cost):
        @functools.wraps(function)
        def counted(*arguments):
            found = function(*arguments)
            self.count += cost(found)
            return found

        return counted

    def of(self, act):
        """`(what act gives, passes)`."""
        before = self.count
        return act(), self.count - before


def take_features(case, layers, steps):
    """A dict of arrays, from the cache or from a training."""
    path = pathlib.Path(CACHE.value) / f"{case.replace(':', '_')}.npz"
    if path.exists():
        return np.load(path)
    name, width = case.split(":")
    (x, y), (x_test, y_test) = datasets.load(name, DATA_DIR.value)
    batch_size = 256 if len(x) > 10_000 else 64
    rows, _ = harness.draw(((x, y), (x_test, y_test)), examples=9_984, heldout=9_984, batch_size=batch_size, seed=0)
    keras.utils.set_random_seed(0)
    model = models.vgg8(x.shape[1:], width=int(width))
    entropy = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.002, momentum=0.9), entropy)
    keep = Keep(model, resolve_taps(model, layers), rows, batch_size, steps)
    model.fit(x, y, 128, math.ceil(max(steps) / math.ceil(len(x) / 128)), verbose=0, callbacks=[keep])
    path.parent.mkdir(parents=True, exist_ok=True)
    found = keep.found | {"labels_fit": rows.labels_fit, "labels_heldout": rows.labels_heldout}
    if x.shape[-1] == 3:
        found |= {f"colour_{kind}": datasets.dominant_colour(images) for kind, images in keep.images.items()}
    np.savez(path, **found)
    return found


class Keep(keras.callbacks.Callback):
    """Keeps the features of taps after some steps and ends the training after the last."""

    def __init__(self, model, taps, rows, batch_size, steps):
        super().__init__()
        self.images, self.found = {"fit": rows.x_fit, "heldout": rows.x_heldout}, {}
        self._taps, self._extractor, self._batch_size = taps, FeatureExtractor(model, taps), batch_size
        self._steps, self._step = steps, 0

    def on_train_begin(self, logs=None):
        """The untrained model."""
        self._keep()

    def on_train_batch_end(self, batch, logs=None):
        """One step more."""
        self._step += 1
        self._keep()
        self.model.stop_training = self._step >= max(self._steps)

    def _keep(self):
        if self._step not in self._steps:
            return
        for kind, images in self.images.items():
            parts = [self._extractor(batch)[0] for batch in batches(images, self._batch_size)]
            for place, tap in enumerate(self._taps):
                pooled = [host(probe_pooling(tap.shape)(part[place])) for part in parts]
                self.found[f"{tap.name}_{self._step}_{kind}"] = np.concatenate(
                    [one.reshape(len(one), -1) for one in pooled]
                )
        print(f"features of step {self._step}", flush=True)


def label_sets(found):
    """`(name, task, fit labels, held-out labels)`: classes, dominant colours, and which of four groups hold a class."""
    groups = np.random.default_rng(0).integers(2, size=(10, 4)).astype(np.float32)
    fit, heldout = found["labels_fit"].astype(int), found["labels_heldout"].astype(int)
    yield "classes", "classes", fit, heldout
    if "colour_fit" in found:
        yield "colour", "classes", found["colour_fit"].astype(int), found["colour_heldout"].astype(int)
    yield "groups", "multilabel", groups[fit], groups[heldout]


def measure(passes, features, labels, heldout, heldout_labels, task):
    """A row of the result, without its names."""
    num_classes = int(labels.max()) + 1 if task == "classes" else None
    shared = StandardisedFeatures(features)

    def fit():
        return fit_linear_probe(shared, labels, num_classes=num_classes, task=task)

    def judge(probe):
        return score_outputs(task, probe.outputs(heldout), heldout_labels)[0]

    chosen, spent = passes.of(fit)
    rows = make_rows(shared, labels, num_classes, task)
    loss, path = judge(chosen), {l2: judge(probe) for l2, probe in fit_path(rows, shared)}
    best = min(loss, *path.values())
    _, before = passes.of(lambda: fit_by_scipy(rows, BEFORE))
    return {
        "l2": float(f"{chosen.l2:.3g}"),
        "loss": round(loss, 5),
        "regret": round(loss / best - 1, 5),
        "before": round(min(path.items(), key=lambda pair: abs(math.log(pair[0] / BEFORE)))[1] / best - 1, 5),
        "best_l2": float(f"{min(path, key=path.get):.1e}"),
        "converged": chosen.converged,
        "passes": round(spent, 1),
        "passes_before": before,
    }


def make_rows(features, labels, num_classes, task):
    """What the logistic fits of the product work on."""
    link = logistic._Softmax(labels, num_classes) if task == "classes" else logistic._Sigmoid(labels)
    return logistic.Rows(*features.principal_axes, link)


def fit_path(rows, features):
    """`(l2, probe)` of the path, each fit begun where the last ended; to the tolerance of the product."""
    weights, pairs = None, None
    for l2 in PATH:
        weights, pairs, *_ = rows.descend(l2, 0.5, weights, pairs)
        bias = host(weights)[:, -1]
        yield l2, LinearProbe(features.scale, rows.of_features(weights), bias, l2, np.nan, np.nan, 0)


def largest_jump(found, layer, steps, labels):
    """Of log10 of the chosen L2, between neighbours of twenty-one mixtures of the features of two steps."""
    early, late = (found[f"{layer}_{step}_fit"] for step in steps)
    chosen = [
        fit_linear_probe(early + np.float32(share) * (late - early), labels, num_classes=int(labels.max()) + 1).l2
        for share in np.linspace(0, 1, 21)
    ]
    return float(np.abs(np.diff(np.log10(chosen))).max())


def compare_with_scikit_learn(found):
    """Rows `(task, rows, features, l2, ours, theirs)` of held-out losses, at the L2 that ours chose."""
    A, B = (found[f"features_256_{kind}"].astype(np.float64) for kind in ("fit", "heldout"))
    for name, task, y, y_heldout in label_sets(found):
        yield from _compare(name, task, (A, y), (B, y_heldout))
    # Numbers: two features of another layer.
    y, y_heldout = (found[f"block3_relu_256_{kind}"][:, :2] for kind in ("fit", "heldout"))
    yield from _compare("numbers", "regression", (A, y), (B, y_heldout))


def _compare(name, task, fit_rows, heldout_rows):
    for num_rows in (1_000, 100):
        (A, y), (B, y_heldout) = (rows[:num_rows] for rows in fit_rows), heldout_rows
        num_classes = int(y.max()) + 1 if task == "classes" else None
        probe = fit_linear_probe(A.astype(np.float32), y, num_classes=num_classes, task=task)
        mean, scale = A.mean(axis=0), np.where(A.std(axis=0) > 0, A.std(axis=0), 1)
        theirs = _peer(task, (A - mean) / scale, y, probe.l2)((B - mean) / scale)
        losses = [score_outputs(task, outputs, y_heldout)[0] for outputs in (probe.outputs(B), theirs)]
        yield {"labels": name, "n": num_rows, "features": A.shape[1], "l2": float(f"{probe.l2:.3g}"), "losses": losses}


def _peer(task, Z, y, l2):
    """What scikit-learn predicts: logits, or numbers."""
    options = {"C": 1 / (l2 * len(Z)), "solver": "newton-cg", "tol": 1e-8, "max_iter": 1000}
    if task == "classes":
        return LogisticRegression(**options).fit(Z, y).decision_function
    if task == "multilabel":
        peers = [LogisticRegression(**options).fit(Z, column) for column in y.T]
        return lambda B: np.stack([peer.decision_function(B) for peer in peers], axis=1)
    mean, scale = y.mean(axis=0), y.std(axis=0)
    peer = Ridge(alpha=l2 * len(Z), solver="svd").fit(Z, (y - mean) / scale)
    return lambda B: peer.predict(B) * scale + mean


def print_peers(peers):
    """The table of docs/probes.md."""
    print("\n| labels | rows | features | L2 chosen | held-out loss | scikit-learn's | difference |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for row in peers:
        ours, theirs = row["losses"]
        print(
            f"| {row['labels']} | {row['n']:,} | {row['features']} | {row['l2']:.2g} | {ours:.5f} | {theirs:.5f} "
            f"| {abs(ours / theirs - 1):.0e} |"
        )


def summarise(rows, jumps, peers):
    """Values for the table of all results."""
    found = []
    for num_rows in sorted({row["rows"] for row in rows}, reverse=True):
        own = [row for row in rows if row["rows"] == num_rows]
        for key, label, target in (
            ("regret", "regret", "<= 0.01"),
            ("ratio", "passes over those before", "<= 1.3"),
            ("before", "regret of the fixed L2 before", ""),
        ):
            values = sorted(row["passes"] / row["passes_before"] if key == "ratio" else row[key] for row in own)
            worst = max(own, key=lambda row: row["passes"] / row["passes_before"] if key == "ratio" else row[key])
            within = sum(value <= (1.3 if key == "ratio" else 0.01) for value in values)
            place = ", ".join(str(worst[name]) for name in ("case", "labels", "layer", "step"))
            note = f"{within} of {len(own)} within; worst: {place}"
            found.append(
                harness.value(f"{num_rows}: {label}", [round(one, 5) for one in values], target=target, note=note)
            )
    if jumps:
        found.append(harness.value("largest jump of log10 L2 between mixtures 5 % apart", max(jumps.values())))
    if peers:
        worst = max(abs(row["losses"][0] / row["losses"][1] - 1) for row in peers)
        found.append(harness.value("difference from scikit-learn's loss", worst, target="<= 0.001"))
    return found


def measure_case(passes, case, found, rows, write):
    """Adds the rows of a case, writing after each layer."""
    for step in map(int, STEPS.value):
        for layer in LAYERS.value:
            features, heldout = (found[f"{layer}_{step}_{kind}"] for kind in ("fit", "heldout"))
            sets = list(label_sets(found))
            for name, task, y, y_heldout in sets if layer == LAYERS.value[-1] else sets[:1]:
                for num_rows in map(int, ROWS.value):
                    row = measure(passes, features[:num_rows], y[:num_rows], heldout, y_heldout, task)
                    names = {"case": case, "labels": name, "layer": layer, "step": step, "rows": num_rows}
                    rows.append(names | row)
                    print(rows[-1], flush=True)
            write()


def main(_):
    """Measures case by case, writing after each layer of each step."""
    passes, rows, jumps, peers = Passes(), [], {}, []
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("data_dir", "output", "cache"))

    def write():
        values = summarise(rows, jumps, peers)
        harness.write_result(
            OUTPUT.value, "probe_l2", settings=settings, values=values, jumps=jumps, peers=peers, rows=rows
        )

    with full_float32(), without_gradients():
        for case in CASES.value:
            found = take_features(case, LAYERS.value, list(map(int, STEPS.value)))
            if MIXTURES.value and case.startswith("cifar10"):
                labels = found["labels_fit"].astype(int)
                jumps[f"{case} {LAYERS.value[-1]}"] = largest_jump(found, LAYERS.value[-1], (32, 256), labels)
            if not peers and case.startswith("cifar10"):
                peers += compare_with_scikit_learn(found)
                print_peers(peers)
            measure_case(passes, case, found, rows, write)


if __name__ == "__main__":
    app.run(main)
