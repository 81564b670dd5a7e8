"""Every numbered statement of docs/theory.md, checked by numbers; the tests are named after them."""

import itertools

import numpy as np
import pytest
import scipy.optimize
from builders.tolerance import assert_close

from keras_phases.decoders.ridge import fit_primal
from keras_phases.theory import (
    DataModel,
    OptimalDecoder,
    SingleLayer,
    bound_change,
    bound_loss,
    bound_random_loss,
    classification_loss,
    expected_random_loss,
    fisher_weights,
    gradient,
    learned_weights,
    margin_at,
    predict_loss,
    reconstruction_loss,
    rise_rate,
    starting_drift,
    time_to_margin,
)

EXACT = 1e-9


def random_rows(seed, num_examples=90, num_inputs=9, num_classes=3, separation=1.0):
    """Centred rows of very different variances whose classes lie apart, each class with its own frequency."""
    generator = np.random.default_rng(seed)
    y = np.repeat(np.arange(num_classes), np.arange(1, num_classes + 1))
    y = np.resize(y, num_examples)
    means = separation * generator.standard_normal((num_classes, num_inputs))
    mixing = np.linalg.qr(generator.standard_normal((num_inputs, num_inputs)))[0]
    noise = generator.standard_normal((num_examples, num_inputs)) * np.geomspace(3, 0.1, num_inputs)
    x = means[y] + noise @ mixing
    return x - x.mean(axis=0), y


def covariance_of(x):
    return np.cov(x.T, bias=True)


def fit_by_least_squares(outputs, x):
    """Mean squared error of the best affine map from outputs to rows, by an independent solver."""
    design = np.column_stack([outputs, np.ones(len(outputs))])
    residuals = x - design @ np.linalg.lstsq(design, x, rcond=None)[0]
    return (residuals**2).mean()


def exact_loss(weights, covariance):
    """The formula as it stands, for weights that are good-natured."""
    outputs = weights @ covariance @ weights.T
    kept = np.trace(covariance @ weights.T @ np.linalg.inv(outputs) @ weights @ covariance)
    return (np.trace(covariance) - kept) / len(covariance)


# The data model.


def test_the_data_model_has_the_moments_that_it_says():
    model = DataModel(
        3, 24, majority_strength=1.5, minority_share=0.3, num_minority=2, minority_strength=0.8, noise=0.2
    )
    x, y = model.sample(200_000, seed=1)
    assert_close(x.mean(axis=0), model.mean, 1e-2)
    assert_close(covariance_of(x), model.covariance, 1e-2)
    assert_close(np.stack([x[y == k].mean(axis=0) for k in range(3)]), model.class_means, 1e-2)
    assert_close(model.variances, np.linalg.eigvalsh(model.covariance)[::-1], EXACT)
    assert model.components()[1].tolist() == [0, 1, 2, 0, 0, 1, 1, 2, 2]
    again, _ = model.sample(200_000, seed=1)
    np.testing.assert_array_equal(x, again)
    many, few = model.feature_variances
    contrast = np.array([1, -1, 0]) / np.sqrt(2)
    along = contrast @ model.directions["majority"]
    assert_close(along @ model.covariance @ along, many, EXACT)
    along = contrast @ model.directions["minority"][::2]
    assert_close(along @ model.covariance @ along, few, EXACT)


def test_class_means_differ_at_right_angles_to_the_mean():
    """What statements 7 and 8 ask of data that is not centred."""
    model = DataModel(4, 30, num_minority=3)
    assert_close((model.class_means - model.mean) @ model.mean, np.zeros(4))
    rows, labels, shares = model.components()
    drift = starting_drift(rows, labels, 4, row_weights=shares)
    assert_close(drift, (model.class_means - model.mean) / 4, EXACT)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"num_classes": 1}, "num_classes is 1. Expected an integer of at least 2"),
        ({"num_inputs": 5}, "num_inputs is 5. Expected an integer of at least 22"),
        ({"noise": -1.0}, "noise is -1.0. Expected a standard deviation >= 0"),
        ({"minority_share": 1.0}, "minority_share is 1.0. Expected a share"),
        ({"minority_strength": 0.0}, "minority_strength is 0.0. Expected a length > 0"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_wrong_data_model_is_refused(options, message):
    with pytest.raises(ValueError, match=message):
        DataModel(**{"num_classes": 2, "num_inputs": 30} | options)


# Training.


@pytest.mark.parametrize("row_weights", [None, "given"])
def test_the_gradient_is_that_of_the_loss(row_weights):
    x, y = random_rows(0, num_examples=12, num_inputs=4)
    weights = np.random.default_rng(1).standard_normal((3, 4))
    given = None if row_weights is None else np.arange(1, 13) / 78

    def loss(flat):
        return classification_loss(flat.reshape(3, 4), x, y, row_weights=given)

    numeric = scipy.optimize.approx_fprime(weights.ravel(), loss, 1e-6).reshape(3, 4)
    assert_close(gradient(weights, x, y, row_weights=given), numeric, 1e-4)


def test_descent_with_small_steps_follows_the_flow():
    x, y = random_rows(1)
    layer = SingleLayer(3, 9, init_scale=0.1)
    *_, flow = layer.flow(x, y, [0.0, 0.5, 1.0])
    errors = []
    for num_steps in (200, 400):
        (descent,) = layer.train(x, y, [num_steps], learning_rate=1 / num_steps)
        errors.append(np.abs(descent - flow).max())
    assert 0 < errors[1] < 0.01 and errors[0] / errors[1] == pytest.approx(2, rel=0.1)  # an error of the first order


def test_batches_and_bias_train_too():
    x, y = random_rows(2)
    layer = SingleLayer(3, 9, use_bias=True)
    start, end = layer.train(x + 1.0, y, [0, 300], learning_rate=0.01, batch_size=16)
    assert start.shape == end.shape == (3, 10) and (end[:, -1] != 0).all()
    rows = np.pad(x + 1.0, ((0, 0), (0, 1)), constant_values=1.0)
    assert classification_loss(end, rows, y) < 0.6 * classification_loss(start, rows, y)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"x": np.zeros((5, 2))}, r"Expected \(num_examples, 9\)"),
        ({"y": np.full(90, 3)}, "Expected integers from 0 to 2"),
        ({"steps": [0, 4, 4]}, "Expected increasing numbers"),
        ({"batch_size": 91}, "Expected a number of rows from 1 to 90"),
        ({"batch_size": 9, "row_weights": np.ones(90)}, "exclude each other"),
    ],
    ids=["rows", "classes", "steps", "batches", "weights"],
)
def test_training_on_what_does_not_fit_is_refused(change, message):
    x, y = random_rows(0)
    options = {"x": x, "y": y, "steps": [0, 1], "learning_rate": 0.1} | change
    with pytest.raises(ValueError, match=message):
        list(SingleLayer(3, 9).train(**options))


# Statement 1: the loss, its dependence on the span of the rows, and its range.


def test_1a_the_loss_is_that_of_least_squares_on_the_rows():
    x, _ = random_rows(3)
    for seed, num_outputs in itertools.product(range(3), (1, 3, 8)):
        weights = np.random.default_rng(seed).standard_normal((num_outputs, 9))
        loss = reconstruction_loss(weights, covariance_of(x))
        assert_close(loss, fit_by_least_squares(x @ weights.T, x), EXACT)
        assert_close(loss, exact_loss(weights, covariance_of(x)), EXACT)


def test_1a_the_loss_is_that_of_the_solver_behind_the_probe():
    x, _ = random_rows(3)
    weights = np.random.default_rng(4).standard_normal((4, 9))
    outputs = x @ weights.T
    fit = fit_primal(outputs.T @ outputs, outputs.T @ x, (x**2).sum(), num_rows=len(x), ridges=np.array([1e-12]))
    assert_close(reconstruction_loss(weights, covariance_of(x)), ((x - outputs @ fit.weights) ** 2).mean(), 1e-8)


def test_1b_the_loss_depends_on_the_span_of_the_rows_alone():
    x, _ = random_rows(4)
    decoder = OptimalDecoder(covariance_of(x))
    generator = np.random.default_rng(5)
    weights = generator.standard_normal((3, 9))
    loss = decoder.loss(weights)
    assert_close(decoder.loss(generator.standard_normal((3, 3)) @ weights), loss, EXACT)
    assert_close(decoder.loss(weights * np.array([[1e9], [1.0], [1e-9]])), loss, EXACT)  # W C W' has condition 1e36
    assert_close(decoder.loss(np.concatenate([weights, weights[:1] + weights[1:2]])), loss, EXACT)
    assert_close(decoder.loss(np.concatenate([weights, np.zeros((2, 9))])), loss, EXACT)
    nearly = np.stack([weights[0], weights[0] + 1e-9 * weights[1]])
    assert_close(decoder.loss(nearly), decoder.loss(weights[:2]), 1e-5)


def test_1c_the_loss_lies_between_the_last_variances_and_all_of_them():
    x, _ = random_rows(6)
    decoder = OptimalDecoder(covariance_of(x))
    total = decoder.variances.sum() / 9
    losses = [decoder.loss(np.random.default_rng(seed).standard_normal((3, 9))) for seed in range(200)]
    assert decoder.bound(3) < min(losses) and max(losses) < total
    vectors = np.linalg.eigh(covariance_of(x))[1]
    assert_close(decoder.loss(vectors[:, -3:].T), decoder.bound(3), EXACT)
    assert_close(decoder.loss(np.zeros((3, 9))), total, EXACT)
    assert decoder.loss(np.eye(9)) < 1e-12 * total


def test_a_ridge_is_that_of_ridge_regression():
    x, _ = random_rows(7)
    weights = np.random.default_rng(8).standard_normal((3, 9)) * np.array([[1.0], [0.1], [0.01]])
    outputs, covariance = x @ weights.T, covariance_of(x)
    strength = 0.1 * outputs.var(axis=0).mean()
    inverse = np.linalg.inv(weights @ covariance @ weights.T + strength * np.eye(3))
    expected = ((x - outputs @ inverse @ weights @ covariance) ** 2).mean()
    decoder = OptimalDecoder(covariance)
    assert_close(decoder.loss(weights, ridge=0.1), expected, EXACT)
    assert_close(decoder.loss(weights, ridge=1e-14), decoder.loss(weights), 1e-6)


@pytest.mark.parametrize(
    ("covariance", "weights", "message"),
    [
        (np.array([[1.0, 0.5], [0.0, 1.0]]), np.ones((1, 2)), "not symmetric"),
        (np.diag([1.0, -1.0]), np.ones((1, 2)), "has the eigenvalue -1"),
        (np.diag([1.0, np.nan]), np.ones((1, 2)), "Expected a finite matrix"),
        (np.eye(2), np.ones((1, 3)), r"Expected a finite matrix \(num_outputs, 2\); leave a bias out"),
    ],
    ids=["skew", "negative", "nan", "bias"],
)
def test_what_has_no_loss_is_refused(covariance, weights, message):
    with pytest.raises(ValueError, match=message):
        reconstruction_loss(weights, covariance)


# Statement 2: the parts.


@pytest.mark.parametrize("ridge", [0.0, 0.1])
def test_2_the_parts_add_up_and_are_losses_of_their_own(ridge):
    x, _ = random_rows(9)
    decoder = OptimalDecoder(covariance_of(x))
    weights = np.random.default_rng(10).standard_normal((3, 9))
    rotation = np.linalg.qr(np.random.default_rng(11).standard_normal((9, 9)))[0]
    groups = {"few": rotation[:2], "more": rotation[2:6]}
    for parts in (decoder.decompose(weights, ridge=ridge), decoder.decompose(weights, groups, ridge=ridge)):
        assert_close(parts.loss.sum(), decoder.loss(weights, ridge=ridge), EXACT)
        assert (parts.kept >= 0).all() and (parts.loss >= 0).all()
    outputs = x @ weights.T
    inverse = np.linalg.inv(covariance_of(outputs) + ridge * outputs.var(axis=0).mean() * np.eye(3))
    errors = x - outputs @ inverse @ weights @ covariance_of(x)
    expected = [((errors @ group.T) ** 2).mean(axis=0).sum() / 9 for group in (*groups.values(), rotation[6:])]
    assert_close(parts.loss, expected, EXACT)
    assert parts.names == ("few", "more", "rest")
    with pytest.raises(ValueError, match="no orthonormal rows"):
        decoder.decompose(weights, {"long": 2 * rotation[:2]})


# Statement 3: the mean row.


def test_3_the_mean_of_the_rows_never_moves_and_takes_one_output():
    x, y = random_rows(12)
    layer = SingleLayer(3, 9, init_scale=0.5)
    decoder = OptimalDecoder(covariance_of(x))
    start = layer.initial_weights().mean(axis=0)
    for weights in layer.train(x, y, [0, 10, 1000], learning_rate=0.1):
        assert_close(weights.mean(axis=0), start, EXACT)
        split = np.concatenate([1e6 * (weights - start), start[None]])  # however far the others have grown
        assert_close(decoder.loss(weights), decoder.loss(split), EXACT)
        assert decoder.loss(weights) < decoder.loss(weights - start)


# Statement 4: random weights.


def mean_random_loss(variances, num_outputs, num_draws):
    decoder, generator = OptimalDecoder(np.diag(variances)), np.random.default_rng(13)
    draws = [decoder.loss(generator.standard_normal((num_outputs, len(variances)))) for _ in range(num_draws)]
    return np.mean(draws), np.std(draws) / np.sqrt(num_draws)


def test_4a_random_weights_keep_k_of_d_equal_variances():
    loss, _ = mean_random_loss(np.full(20, 3.0), 4, 2)
    assert_close(loss, 3.0 * 16 / 20, EXACT)
    assert_close(expected_random_loss(np.full(20, 3.0), 4), 3.0 * 16 / 20, EXACT)


@pytest.mark.parametrize("shape", ["spiked", "power law"])
def test_4b_4c_random_weights_on_average(shape):
    variances = np.array([4.0] * 3 + [0.5] * 97) if shape == "spiked" else 1.0 / np.arange(1, 101)
    loss, error = mean_random_loss(variances, 5, 400)
    assert bound_random_loss(variances, 5) < loss - 5 * error
    assert_close(expected_random_loss(variances, 5), loss, 0.02)  # checked only


def test_4b_the_bound_on_equal_variances_is_as_worked_out_by_hand():
    assert_close(bound_random_loss(np.ones(12), 3), 1 / (1 + 3 / (11 - 3 - 1)), EXACT)  # the truth is 9 / 12
    assert_close(bound_random_loss([2.0, 1.0, 1.0, 1.0, 0.0], 1), (2 / (1 + 2 / 1) + 0.5 * 3) / 5, EXACT)
    assert bound_random_loss(np.ones(4), 2) == 0


def test_too_many_outputs_have_no_random_loss():
    with pytest.raises(ValueError, match="fewer than the 3 inputs that vary"):
        expected_random_loss([1.0, 2.0, 3.0, 0.0], 3)


# Statements 5 and 6: bounds on the trajectory, for any data.


@pytest.mark.parametrize("init_scale", [1e-4, 1e-2, 1.0])
@pytest.mark.parametrize("separation", [1.0, 5.0])
def test_5_6_the_curve_stays_within_its_bounds(init_scale, separation):
    x, y = random_rows(20, separation=separation)
    layer = SingleLayer(3, 9, init_scale=init_scale)
    start, decoder, second = layer.initial_weights(), OptimalDecoder(covariance_of(x)), x.T @ x / len(x)
    drift, learning_rate = -gradient(start, x, y), 1.9 / np.linalg.eigvalsh(second)[-1] * 2
    by_step = layer.train(x, y, [1, 2, 4, 16, 64], learning_rate=learning_rate)
    by_time = layer.flow(x, y, np.geomspace(1e-6, 1, 25), tolerance=1e-7)
    times = np.concatenate([learning_rate * np.array([1, 2, 4, 16, 64]), np.geomspace(1e-6, 1, 25)])
    losses = np.array([decoder.loss(weights) for weights in itertools.chain(by_step, by_time)])
    change = bound_change(decoder, start, drift, second, times)
    assert (np.abs(losses - decoder.loss(start)) <= change + 1e-9).all()
    assert (losses <= bound_loss(decoder, start, drift, second, times) + 1e-9).all()


def test_5_6_the_weights_leave_the_straight_line_by_the_square_of_time():
    """F3, and the bounds worked out by hand on one input that varies and one that hardly does."""
    x, y = random_rows(21)
    layer, lipschitz = SingleLayer(3, 9, init_scale=0.3), np.linalg.eigvalsh(x.T @ x / len(x))[-1] / 2
    start, times = layer.initial_weights(), [1e-3, 1e-2, 0.1, 1.0]
    drift = -gradient(start, x, y)
    for time, weights in zip(times, layer.flow(x, y, times), strict=True):
        left = np.linalg.norm(weights - start - time * drift)
        assert left <= lipschitz * time**2 * np.linalg.norm(drift) / 2
    assert left > 1e-2 * np.linalg.norm(drift)
    decoder, weights, drift = OptimalDecoder(np.diag([4.0, 1.0])), np.array([[0.0, 8.0]]), np.array([[1.0, 0.0]])
    second = np.diag([6.0, 1.0])
    changes = bound_change(decoder, weights, drift, second, [0.5, 9.0])
    assert_close(changes, [4 / 2 * (0.5 * 2 + 3 * 0.5**2 * 2 / 2) / 8, 2], EXACT)
    assert_close(bound_loss(decoder, weights, drift, second, [2.0]), [(1 + 8 / 2 + 3 * 2) ** 2 / 2], EXACT)
    tilted = np.array([[3.0, 4.0]])  # of its outputs the decoder (1, 0) makes 3 * 2 and 4 * 1
    assert_close(bound_loss(decoder, tilted, drift, second, [2.0]), [(7 + np.sqrt(52) / 2) ** 2 / 2], EXACT)


def test_5_the_loss_stays_for_a_time_that_grows_with_the_initial_scale():
    x, y = random_rows(14)
    decoder, second, until = OptimalDecoder(covariance_of(x)), x.T @ x / len(x), {}
    for init_scale in (1e-5, 1e-4):
        start = SingleLayer(3, 9, init_scale=init_scale).initial_weights()
        drift, times = -gradient(start, x, y), np.geomspace(1e-9, 1, 2000)
        held = bound_change(decoder, start, drift, second, times) < 0.02 * decoder.loss(start)
        until[init_scale] = times[held].max()
    assert until[1e-4] / until[1e-5] == pytest.approx(10, rel=0.05)


def test_6_the_valley_is_as_low_as_the_drift_where_the_start_is_small():
    x, y = random_rows(15, separation=5.0)
    decoder, second = OptimalDecoder(covariance_of(x)), x.T @ x / len(x)
    layer = SingleLayer(3, 9, init_scale=1e-8)
    start = layer.initial_weights()
    drift, times = -gradient(start, x, y), np.geomspace(1e-8, 1, 500)
    bounds = bound_loss(decoder, start, drift, second, times)
    lowest = np.argmin(bounds)
    assert bounds[lowest] < 1.05 * decoder.loss(drift) < 0.9 * decoder.loss(start)
    # Its place moves as the square root of the initial scale.
    wider = bound_loss(decoder, 100 * start, drift, second, times)
    assert times[np.argmin(wider)] / times[lowest] == pytest.approx(10, rel=0.1)


# Statement 7: the slope of the rise.


@pytest.mark.parametrize("seed", range(4))
def test_7_the_loss_rises_from_zero_weights_at_the_rate_of_the_law(seed):
    x, y = random_rows(seed)
    decoder, drift = OptimalDecoder(covariance_of(x)), starting_drift(x, y, 3)
    rate = rise_rate(decoder, drift, x.T @ x / len(x))
    projection, variances = decoder.projection(drift), np.diag(decoder.variances)
    law = np.linalg.norm((np.eye(9) - projection) @ variances @ projection) ** 2 / (3 * 9)
    assert_close(rate, law, EXACT)
    time = 1e-3 / decoder.variances[0]
    once, twice = (decoder.loss(weights) for weights in SingleLayer(3, 9).flow(x, y, [time, 2 * time], tolerance=1e-12))
    measured = (4 * once - twice - 3 * decoder.loss(drift)) / (2 * time)
    assert_close(measured, rate)
    assert rate > 0


def test_7_rows_that_are_not_centred_are_followed_too():
    x, y = random_rows(16)
    x = x + np.linspace(-1, 1, 9)
    decoder, drift = OptimalDecoder(covariance_of(x)), starting_drift(x, y, 3)
    rate, time = rise_rate(decoder, drift, x.T @ x / len(x)), 1e-4
    once, twice = (decoder.loss(weights) for weights in SingleLayer(3, 9).flow(x, y, [time, 2 * time], tolerance=1e-12))
    assert_close((4 * once - twice - 3 * decoder.loss(drift)) / (2 * time), rate)


def test_7_there_is_no_slope_where_the_means_span_principal_directions():
    decoder = OptimalDecoder(np.diag([5.0, 3.0, 1.0, 0.5]))
    assert abs(rise_rate(decoder, np.array([[1.0, 2, 0, 0], [-3, 1, 0, 0]]), decoder.covariance)) < 1e-12
    assert rise_rate(decoder, np.array([[1.0, 2, 0, 0], [-3, 1, 0, 1]]), decoder.covariance) > 0.01


# Statement 8: the three phases.


@pytest.mark.parametrize("seed", range(3))
def test_8_there_are_three_phases_where_the_start_is_small(seed):
    x, y = random_rows(seed, num_examples=200, num_inputs=20, separation=2.0)
    decoder, drift = OptimalDecoder(covariance_of(x)), starting_drift(x, y, 3)
    layer, valley = SingleLayer(3, 20, init_scale=1e-6, seed=seed), decoder.loss(drift)
    first = layer.initial_weights()
    start = decoder.loss(first - first.mean(axis=0))
    assert start > 1.3 * valley
    times = [1e-9, 1e-4, 50 / decoder.variances[0]]
    early, lowest, late = (
        decoder.loss(weights - weights.mean(axis=0)) for weights in layer.flow(x, y, times, tolerance=1e-6)
    )
    assert_close([early, lowest], [start, valley], 0.01)
    (zero,), (small,) = (maker.flow(x, y, times[2:], tolerance=1e-6) for maker in (SingleLayer(3, 20), layer))
    assert_close(late, decoder.loss(zero))
    assert late > 1.01 * valley
    # The flow shrinks distances.
    assert np.linalg.norm(small - zero) <= np.linalg.norm(first)


def test_8_the_fall_moves_with_the_initial_scale_and_the_rise_does_not():
    model = DataModel(3, 60, num_minority=4, minority_share=0.3)
    rows, labels, shares = model.components()
    decoder, times = OptimalDecoder(model.covariance), np.geomspace(1e-5, 1e4, 91)
    halfway = {}
    for init_scale in (1e-4, 1e-3):
        layer = SingleLayer(3, 60, init_scale=init_scale)
        flow = layer.flow(rows, labels, times, row_weights=shares, tolerance=1e-6)
        losses = np.array([decoder.loss(weights) for weights in flow])
        lowest = np.argmin(losses)
        falling, rising = losses[: lowest + 1][::-1], losses[lowest:]
        fall = np.interp((losses[0] + losses.min()) / 2, falling, times[: lowest + 1][::-1])
        halfway[init_scale] = fall, np.interp((losses[-1] + losses.min()) / 2, rising, times[lowest:])
    assert halfway[1e-3][0] / halfway[1e-4][0] == pytest.approx(10, rel=0.05)
    assert halfway[1e-3][1] / halfway[1e-4][1] == pytest.approx(1, rel=0.05)


# Statement 9: where training ends on Gaussian classes.


def gaussian_classes(seed, num_classes=3, num_inputs=5, strength=1.5):
    """Class means of equal length in the metric of the covariance within a class, orthogonal there."""
    generator = np.random.default_rng(seed)
    rotation = np.linalg.qr(generator.standard_normal((num_inputs, num_inputs)))[0]
    within = rotation @ np.diag(np.geomspace(4, 0.1, num_inputs)) @ rotation.T
    white = np.linalg.qr(generator.standard_normal((num_inputs, num_classes)))[0].T
    return strength * white @ np.linalg.cholesky(within).T, within


def between(means):
    centred = means - means.mean(axis=0)
    return centred.T @ centred / len(means)


@pytest.mark.parametrize("seed", range(6))
def test_9a_fishers_directions_carry_less_than_the_class_means(seed):
    means, within = gaussian_classes(seed, num_classes=2 + seed % 3)
    covariance, centred = within + between(means), means - means.mean(axis=0)
    span = np.linalg.svd(centred)[2][: len(means) - 1]
    gap = np.trace(span @ within @ span.T) - np.trace(np.linalg.inv(span @ np.linalg.inv(within) @ span.T))
    rise = reconstruction_loss(fisher_weights(means, within), covariance) - reconstruction_loss(centred, covariance)
    assert 0 < gap / len(within) <= rise + 1e-12


def test_9a_they_carry_the_same_where_noise_is_the_same_in_all_directions():
    means, _ = gaussian_classes(0)
    covariance = 0.3 * np.eye(5) + between(means)
    assert_close(
        reconstruction_loss(fisher_weights(means, 0.3 * np.eye(5)), covariance),
        reconstruction_loss(means - means.mean(axis=0), covariance),
        EXACT,
    )


def test_9b_the_gradient_vanishes_at_fishers_weights():
    """The expectation over Gaussian classes by quadrature in the two directions that logits see."""
    means, within = gaussian_classes(1)
    weights, root = fisher_weights(means, within), np.linalg.cholesky(within)
    seen = root @ np.linalg.svd(weights @ root)[2][:2].T
    nodes, node_weights = np.polynomial.hermite_e.hermegauss(40)
    grid = np.array(list(itertools.product(nodes, nodes)))
    shares = np.array([a * b for a, b in itertools.product(node_weights, node_weights)])
    rows = np.concatenate([mean + grid @ seen.T for mean in means])
    labels, shares = np.repeat(np.arange(3), len(grid)), np.tile(shares / shares.sum() / 3, 3)
    at_end = np.abs(gradient(weights, rows, labels, row_weights=shares)).max()
    assert at_end < 1e-6 < 1e-2 < np.abs(gradient(0 * weights, rows, labels, row_weights=shares)).max()


def test_9c_training_on_gaussian_classes_rises_to_fishers_loss():
    means, within = np.array([[1.0, 0.7], [-1.0, -0.7]]), np.diag([2.0, 0.5])
    nodes, node_weights = np.polynomial.hermite_e.hermegauss(30)
    grid = np.array(list(itertools.product(nodes, nodes))) @ np.sqrt(within)
    shares = np.outer(node_weights, node_weights).ravel()
    rows, labels = np.concatenate([mean + grid for mean in means]), np.repeat([0, 1], len(grid))
    shares = np.tile(shares / shares.sum() / 2, 2)
    decoder = OptimalDecoder(within + between(means))
    flow = SingleLayer(2, 2).flow(rows, labels, [1e-3, 1.0, 10.0, 300.0], row_weights=shares, tolerance=1e-7)
    losses = [decoder.loss(weights) for weights in flow]
    assert losses == sorted(losses)
    assert_close([losses[0], losses[-1]], [decoder.loss(means), decoder.loss(fisher_weights(means, within))])
    assert losses[-1] > 1.1 * losses[0]


# Statement 10: the model that is solved.


def test_10a_margins_obey_their_equation():
    for num_classes, rate in ((2, 0.3), (10, 1.7)):
        times = np.geomspace(1e-3, 1e6, 40)
        margins = margin_at(times, rate, num_classes)
        assert_close(margins[0], rate * times[0] / num_classes)
        assert_close([time_to_margin(margin, rate, num_classes) for margin in margins], times, EXACT)
        slopes = (margin_at(times * 1.0001, rate, num_classes) - margins) / (times * 0.0001)
        np.testing.assert_allclose(slopes, rate / (np.exp(margins) + num_classes - 1), rtol=1e-3)


def solved_model():
    return DataModel(4, 60, majority_strength=1.2, minority_share=0.3, num_minority=5, minority_strength=0.9, noise=0.1)


def test_10b_10c_the_flow_and_its_loss_are_those_of_the_formulas():
    model, times = solved_model(), [0.1, 3.0, 30.0, 1000.0]
    rows, labels, shares = model.components()
    decoder = OptimalDecoder(model.covariance)
    many, few = learned_weights(model, times)
    flow = SingleLayer(4, 60).flow(rows, labels, times, row_weights=shares)
    for index, weights in enumerate(flow):
        columns = np.where(np.arange(24) < 4, many[index], few[index])
        expected = np.zeros((4, 60))
        expected[:, :24] = (np.eye(4)[labels] - 1 / 4).T * columns
        assert_close(weights, expected, 1e-6)
        assert_close(decoder.loss(weights), predict_loss(model, times)[index], 1e-7)


def test_10d_the_solved_loss_only_rises_from_the_drift_to_its_limit():
    model = solved_model()
    rows, labels, shares = model.components()
    losses = predict_loss(model, np.geomspace(1e-4, 1e60, 400))
    assert (np.diff(losses) >= -1e-14).all()
    drift = starting_drift(rows, labels, 4, row_weights=shares)
    assert_close(losses[0], reconstruction_loss(drift, model.covariance), 1e-4)
    limit = np.where(np.arange(24) < 4, 1 / 1.2, 1 / 0.9)
    weights = np.pad((np.eye(4)[labels] - 1 / 4).T * limit, ((0, 0), (0, 36)))
    assert_close(losses[-1], reconstruction_loss(weights, model.covariance), 0.01)
    # Without noise, what is kept goes from nearly the prototypes' variance to a mean of both kinds, by their shares.
    quiet = DataModel(
        4, 60, majority_strength=1.2, minority_share=0.3, num_minority=5, minority_strength=0.9, noise=0.0
    )
    large, small = quiet.feature_variances
    end = (np.trace(quiet.covariance) - 3 * (0.7 * large + 0.3 * small)) / 60
    assert_close(predict_loss(quiet, [1e300])[0], end, 5e-3)


def test_10d_with_many_rare_features_the_rise_is_a_product_of_shares():
    model = DataModel(3, 903, majority_strength=1.3, minority_share=0.3, num_minority=300, noise=0.0)
    low, high = predict_loss(model, [1e-4, 1e300]) * 903
    assert_close(high - low, 2 * 0.3 * 0.7 * 1.3**2 / 3, 0.03)  # the limit is approached as 1 / log t is


def test_10e_the_rarer_a_feature_the_later_the_rise_in_proportion():
    frequent, rare = (DataModel(4, 900, num_minority=number, noise=0.0) for number in (20, 200))
    times = np.geomspace(1e-2, 1e7, 2000)
    reached = []
    for model in (frequent, rare):
        _, few = learned_weights(model, times)
        reached.append(times[np.argmax(few >= 1.0)])
        assert_close(reached[-1], time_to_margin(1.0, 0.2 / model.num_minority, 4), 0.01)
    assert reached[1] / reached[0] == pytest.approx(10, rel=0.02)


# Statement 11: where nothing rises.


def test_11a_noise_that_is_symmetric_leaves_the_loss_where_the_means_put_it():
    model = DataModel(3, 12, num_minority=1, minority_share=0.0)
    prototypes, noise = np.eye(12)[:3], np.concatenate([np.eye(12)[3:], -np.eye(12)[3:]])
    rows, labels = (prototypes[:, None] + 1.5 * noise).reshape(-1, 12), np.repeat(np.arange(3), len(noise))
    decoder = OptimalDecoder(covariance_of(rows))
    losses = []
    for weights in SingleLayer(3, 12).flow(rows, labels, [1e-2, 10.0, 1000.0]):
        assert np.abs(weights[:, 3:]).max() < 1e-9 * np.abs(weights).max()
        losses.append(decoder.loss(weights))
    assert_close(losses, np.full(3, losses[0]), 1e-6)
    assert model.components()[2][3:].sum() == 0 and np.ptp(predict_loss(model, [1e-2, 10.0, 1e6])) < 1e-12


def test_11b_examples_that_are_all_alike_leave_the_direction_of_the_drift():
    """Each its prototype and a feature of its own: all are fitted at the same pace."""
    rows = np.pad(np.repeat(np.eye(3), 4, axis=0), ((0, 0), (0, 12)))
    rows[np.arange(12), 3 + np.arange(12)] = 0.7
    labels = np.repeat(np.arange(3), 4)
    drift = starting_drift(rows, labels, 3)
    for weights in SingleLayer(3, 15).flow(rows, labels, [1.0, 100.0, 1e4]):
        assert_close(weights / np.linalg.norm(weights), drift / np.linalg.norm(drift), 1e-6)


# Statements 12 and 13: checked only.


@pytest.mark.first_case
@pytest.mark.parametrize(("init_scale", "minority_share"), [(0.3, 0.2), (0.03, 0.2), (0.003, 0.4)])
def test_12_one_line_follows_training_from_random_weights_on_noisy_rows(init_scale, minority_share):
    model = DataModel(4, 200, minority_share=minority_share)
    x, y = model.sample(1000, seed=0)
    decoder, times = OptimalDecoder(model.covariance), np.concatenate([[0], np.geomspace(1e-3, 1000, 20)])
    layer = SingleLayer(4, 200, init_scale=init_scale)
    losses = [decoder.loss(weights) for weights in layer.flow(x, y, times, tolerance=1e-3)]
    predicted = predict_loss(model, times, init_scale=init_scale)
    np.testing.assert_allclose(predicted, losses, rtol=0.03)  # one draw of random weights is 2 % off their mean
    np.testing.assert_allclose(predicted[times > 10], np.array(losses)[times > 10], rtol=0.01)
    assert predicted[0] > 1.05 * predicted.min() and predicted[-1] > 1.01 * predicted.min()


def test_13_the_levels_of_real_digits_stand_in_order():
    sklearn = pytest.importorskip("sklearn.datasets")
    x, y = sklearn.load_digits(return_X_y=True)
    decoder = OptimalDecoder(covariance_of(x / 16))
    drift = starting_drift(x / 16, y, 10)
    within = covariance_of(x / 16 - np.stack([x[y == k].mean(axis=0) / 16 for k in range(10)])[y])
    fisher = decoder.loss(np.linalg.solve(within + 1e-4 * np.trace(within) / 64 * np.eye(64), drift.T).T)
    random = expected_random_loss(decoder.variances, 10)
    assert decoder.bound(10) < decoder.loss(drift) < 0.8 * min(random, fisher)
    assert rise_rate(decoder, drift, x.T @ x / 256 / len(x)) > 0


def test_a_flow_that_cannot_be_followed_says_so():
    flow = SingleLayer(2, 1, init_scale=1.0).flow(np.full((2, 1), 1e200), np.array([0, 1]), [1.0])
    with np.errstate(all="ignore"), pytest.raises(FloatingPointError, match="ends at time 0 of 1"):
        next(flow)
