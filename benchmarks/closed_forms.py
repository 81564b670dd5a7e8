"""Case `peers` of probe_cost.py: our decoder and our linear probe beside libraries that solve the same problems.

All get the same features and targets. What they choose differs, and the result says it: ours picks one ridge of a path
by generalised cross-validation, scikit-learn's RidgeCV by leave-one-out error, himalaya's by five folds; Ridge and the
float64 Cholesky solve are given the ridge that ours has picked, so that their losses must agree with ours. Ours as an
accelerator solves it, and our probe's objective by SciPy's L-BFGS, are peers too: here they show what either costs.
"""

import functools
import importlib.util
from unittest import mock

import harness
import numpy as np
import scipy.linalg
import scipy.optimize
import scipy.special
from sklearn.linear_model import LogisticRegression, Ridge, RidgeCV
from sklearn.preprocessing import StandardScaler
from step_cost import build, describe, load, train_vgg8

from keras_phases.backend.threads import one_thread, threads_for
from keras_phases.decoders import ridge
from keras_phases.decoders.ridge import RIDGES
from keras_phases.decoders.target import Centre
from keras_phases.network.features import CHUNK_ROWS, batches
from keras_phases.probes import LinearProbe, StandardisedFeatures, fit_linear_probe, logistic, tolerance_at

PROBE_L2 = 1e-3
"""Of both sides; the product chooses its own."""

TOLERANCES = (1e-4, 1e-5)
"""Of scikit-learn's logistic regression, on the largest entry of the gradient; the first is its default."""


def peers(settings):
    """Case `peers`."""
    images = load(settings)
    model = train_vgg8(settings, images)
    timings, comparisons, values, measured, judged = {}, [], [], {}, {}
    for layer in settings.layers:
        instrument = build(settings, model, images, layers=[layer])
        (plan,) = instrument.plans
        for found in (_Decoders(instrument), _Probes(instrument)):
            found.warm_up()
            own = harness.in_turn(found.contenders(), settings.repeats)
            timings |= {f"{name}_{found.d}": measured for name, measured in own.items()}
            numbers, remarks, own_values = found.judge()
            comparisons += [
                harness.comparison(
                    f"d = {found.d}: {name}", f"{name}_{found.d}", f"{found.ours}_{found.d}", note=remarks[name]
                )
                for name in own
                if name != found.ours
            ]
            values += own_values
            judged.setdefault(str(found.d), {}).update(numbers)
        measured[plan.tap.name] = describe(instrument)
    missing = importlib.util.find_spec("himalaya") is None
    return {
        "timings": timings,
        "comparisons": comparisons,
        "values": values,
        "notes": [
            f"Rows: {settings.data}. Features are given. Losses are of held-out rows, differences relative to ours.",
            f"RidgeCV and himalaya search the same path of {len(RIDGES)} ridges; Ridge and Cholesky get one.",
        ],
        "measured": measured,
        "judged": judged,
        "skipped": {"himalaya": 'himalaya is not installed: pip install "keras-phases[bench]"'} if missing else {},
    }


def _features(instrument, x):
    found = [np.asarray(instrument.extractor(batch)[0][0]) for batch in batches(x, instrument.batch_size)]
    return np.concatenate(found).reshape(len(x), -1)


class _Decoders:
    """Our decoder's fit, moments and choice of the ridge included, and its peers' on the same arrays."""

    ours = "our_decoder"

    def __init__(self, instrument):
        (self.plan,), rows = instrument.plans, instrument.rows
        self.batch_size, self.seed = instrument.batch_size, instrument.seed
        self.A, self.A_heldout = _features(instrument, rows.x_fit), _features(instrument, rows.x_heldout)
        self.shaped = self.A.reshape(-1, *self.plan.tap.shape)
        self.targets = self.plan.target(rows.x_fit)
        self.T = self.targets.reshape(len(self.A), -1)
        self.T_heldout = self.plan.target(rows.x_heldout).reshape(len(self.A_heldout), -1)
        self.d, self.losses, self.ridges = self.A.shape[1], {}, {}

    def warm_up(self):
        fit = self._fit_ours()
        centred = self.A - self.A.mean(axis=0, dtype=np.float64)
        # In scikit-learn's units: |T - A W|^2 + alpha |W|^2.
        unit = float(np.vdot(centred, centred)) / self.d
        self.alpha, self.alphas = fit.ridge * unit, RIDGES * unit

    def contenders(self):
        peers = {
            "sklearn_ridge_float64": (Ridge(self.alpha, solver="cholesky"), np.float64),
            "sklearn_ridge_float32": (Ridge(self.alpha, solver="cholesky"), np.float32),
            "sklearn_ridge_cv": (RidgeCV(self.alphas), np.float64),
        }
        own = {self.ours: self._fit_ours, "our_decoder_by_factors": self._fit_by_factors}
        own["cholesky_float64"] = self._fit_cholesky
        own |= {name: functools.partial(self._fit_sklearn, name, *peer) for name, peer in peers.items()}
        if importlib.util.find_spec("himalaya") is not None:
            own["himalaya_ridge_cv"] = self._fit_himalaya
        return own

    def _fit_by_factors(self):
        with mock.patch.object(ridge, "has_accelerator", lambda: True):
            self._fit_ours("our_decoder_by_factors")

    @threads_for("numpy")
    def _fit_ours(self, name=ours):
        centre = Centre.of(self.targets)
        decoder = self.plan.recipe.build(self.seed, centre)
        for start in range(0, len(self.shaped), CHUNK_ROWS):
            rows = slice(start, start + CHUNK_ROWS)
            decoder.add(self.shaped[rows], centre.taken_off(self.targets[rows]))
        fit = decoder.fit()
        heldout = self.A_heldout.reshape(-1, *self.plan.tap.shape)
        self._keep(name, lambda: np.asarray(decoder.predict(heldout)).reshape(self.T_heldout.shape))
        return fit

    def _fit_sklearn(self, name, estimator, dtype):
        estimator.fit(self.A.astype(dtype), self.T.astype(dtype))
        self._keep(name, lambda: estimator.predict(self.A_heldout.astype(dtype)))
        if hasattr(estimator, "alpha_"):
            self.ridges[name] = float(estimator.alpha_) / self.alphas[0] * RIDGES[0]

    def _fit_himalaya(self):
        from himalaya.ridge import RidgeCV as HimalayaRidgeCV

        # One ridge for all targets, as ours; five at a time, because all predictions at once would take gigabytes.
        options = {"local_alpha": False, "n_alphas_batch": 5, "warn": False}
        estimator = HimalayaRidgeCV(self.alphas, fit_intercept=True, cv=5, solver_params=options)
        estimator.fit(self.A.astype(np.float64), self.T.astype(np.float64))
        self._keep("himalaya_ridge_cv", lambda: estimator.predict(self.A_heldout.astype(np.float64)))
        self.ridges["himalaya_ridge_cv"] = float(np.median(estimator.best_alphas_)) / self.alphas[0] * RIDGES[0]

    def _fit_cholesky(self):
        A, T = self.A.astype(np.float64), self.T.astype(np.float64)
        means = A.mean(axis=0), T.mean(axis=0)
        A, T = A - means[0], T - means[1]
        gram = A.T @ A
        gram.flat[:: self.d + 1] += self.alpha
        W = scipy.linalg.cho_solve(scipy.linalg.cho_factor(gram, overwrite_a=True), A.T @ T)
        self._keep("cholesky_float64", lambda: (self.A_heldout - means[0]) @ W + means[1])

    def _keep(self, name, predict):
        self.losses[name] = lambda: float(np.mean((predict() - self.T_heldout) ** 2, dtype=np.float64))

    def judge(self):
        """Held-out losses by name, and a remark on each peer for the table."""
        losses = {name: loss() for name, loss in self.losses.items()}
        ours = losses[self.ours]
        remarks = {}
        for name, loss in losses.items():
            ridge = f"its ridge {self.ridges[name]:.2g}" if name in self.ridges else "our ridge"
            remarks[name] = f"its loss {(loss - ours) / ours:+.2g} of ours, {ridge}"
        error = abs(losses["cholesky_float64"] - ours) / losses["cholesky_float64"]
        measure = f"d = {self.d}: our held-out loss beside float64 at the same ridge, relative"
        return {"losses": losses}, remarks, [harness.value(measure, error, target="<= 1e-3")]


def fit_by_scipy(rows, l2):
    """Weights along the principal axes by SciPy's L-BFGS from weights of 0, each pass brought to the host.

    Ends at the tolerance of the product, and looks at its end twice more.
    """
    objective, newest = logistic.Objective(rows, l2), []

    def evaluate(parameters):
        value, gradient, norm = objective.value_and_gradient(parameters)
        newest[:] = value, norm
        return value, gradient

    def stop(_):
        if newest[1] <= 0.5 * tolerance_at(newest[0]):
            raise StopIteration

    options = {"maxiter": 400, "maxfun": 10**6, "ftol": 0.0, "gtol": 0.0}
    start = objective.parameters(rows.start)
    found = scipy.optimize.minimize(evaluate, start, jac=True, method="L-BFGS-B", callback=stop, options=options)
    for _ in range(2):
        objective.value_and_gradient(found.x)
    return objective.weights(found.x)


class _Probes:
    """Our linear probe and its peers on the same objective, judged by one float64 formula."""

    ours = "our_probe"

    def __init__(self, instrument):
        self.A = _features(instrument, instrument.rows.x_fit)
        self.labels, self.num_classes = instrument.rows.labels_fit, len(instrument.rows.classes)
        self.d, self.found = self.A.shape[1], {}

    def warm_up(self):
        self._fit_ours()

    def contenders(self):
        own = {self.ours: self._fit_ours, "our_objective_by_scipy": self._fit_by_scipy}
        for tolerance in TOLERANCES:
            own[f"sklearn_logistic_{tolerance:g}"] = lambda tolerance=tolerance: self._fit_sklearn(tolerance)
        return own

    def _fit_ours(self):
        probe = fit_linear_probe(self.A, self.labels, num_classes=self.num_classes, l2=PROBE_L2)
        self.found[self.ours] = probe.weights, probe.bias

    @one_thread()
    def _fit_by_scipy(self):
        features = StandardisedFeatures(self.A)
        rows = logistic.Rows(*features.principal_axes, logistic._Softmax(self.labels, self.num_classes))
        found = rows.of_features(fit_by_scipy(rows, PROBE_L2))
        probe = LinearProbe(features.scale, *found, PROBE_L2, np.nan, np.nan, 0)
        self.found["our_objective_by_scipy"] = probe.weights, probe.bias

    def _fit_sklearn(self, tolerance):
        # Its objective is C times the sum of the cross-entropies and half of |W|^2.
        scaler = StandardScaler()
        Z = scaler.fit_transform(self.A.astype(np.float64))
        estimator = LogisticRegression(C=1 / (PROBE_L2 * len(Z)), tol=tolerance, max_iter=2000).fit(Z, self.labels)
        weights = estimator.coef_.T / scaler.scale_[:, None]
        bias = estimator.intercept_ - scaler.mean_ @ weights
        self.found[f"sklearn_logistic_{tolerance:g}"] = weights, bias

    def judge(self):
        """Objectives and gradient norms by name, and a remark on each peer for the table."""
        scaler = StandardScaler()
        Z = scaler.fit_transform(self.A.astype(np.float64))
        found = {name: self._judge(Z, scaler, *map_) for name, map_ in self.found.items()}
        ours, norm = found[self.ours]
        remarks = {
            name: f"its objective {(objective - ours) / ours:+.2g} of ours, gradient norm {own:.2g}"
            for name, (objective, own) in found.items()
        }
        measure = f"d = {self.d}: gradient norm of our linear probe"
        return {"objectives_and_gradient_norms": found}, remarks, [harness.value(measure, norm, target="<= 3e-4")]

    def _judge(self, Z, scaler, weights, bias):
        """Objective and norm of its gradient in standardised features, float64."""
        W = np.asarray(weights, np.float64) * scaler.scale_[:, None]
        # A feature that is the same in every row carries no weight in ours and an arbitrary scale in the scaler.
        logits = Z @ W + (bias + scaler.mean_ @ np.asarray(weights, np.float64))
        log_probabilities = scipy.special.log_softmax(logits, axis=1)
        rows = np.arange(len(Z))
        objective = -log_probabilities[rows, self.labels].mean() + PROBE_L2 / 2 * np.vdot(W, W)
        residual = np.exp(log_probabilities)
        residual[rows, self.labels] -= 1
        gradient = np.vstack([Z.T @ residual / len(Z) + PROBE_L2 * W, residual.mean(axis=0)])
        return float(objective), float(np.linalg.norm(gradient))
