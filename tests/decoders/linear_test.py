import numpy as np
import pytest
from builders.references import KINDS, draw_hard_rows, loss_of, solve_ridge
from builders.tolerance import assert_close

from keras_phases.backend.arrays import FLOAT32, FLOAT64, host
from keras_phases.decoders.linear import DualDecoder, PrimalDecoder
from keras_phases.decoders.ridge import MAX_ROUNDING
from keras_phases.decoders.target import Centre

DECODERS = {
    "primal": lambda centre: PrimalDecoder(centre, FLOAT64),
    "float32": lambda centre: PrimalDecoder(centre, FLOAT32),
    "dual": DualDecoder,
}


def fit_decoder(form, features, targets, batch_size=64):
    centre = Centre.of(targets)
    decoder, centred = DECODERS[form](centre), centre.taken_off(targets)
    decoder.centre = centre
    for start in range(0, len(features), batch_size):
        decoder.add(features[start : start + batch_size], centred[start : start + batch_size])
    return decoder, decoder.fit()


def losses_of(decoder, features, targets):
    return decoder.judge(features, decoder.centre.taken_off(targets))[0]


def accuracy_of(form):
    return 1e-6 if form == "float32" else 1e-12


@pytest.mark.parametrize("noise", [0.3, 1e-3], ids=["noisy", "nearly_exact"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", DECODERS)
def test_heldout_loss_equals_float64_ridge_on_the_rows(form, kind, noise):
    features, targets, heldout, heldout_targets = draw_hard_rows(kind, noise=noise)
    decoder, fit = fit_decoder(form, features, targets)
    if fit.rounding > MAX_ROUNDING:
        assert (form, kind == "relu" and noise == 0.3) == ("float32", False)
        return  # a probe step fits it in float64 instead
    weights, feature_mean, target_mean = solve_ridge(features, targets, fit.ridge)
    predicted = (heldout - feature_mean) @ weights + target_mean
    assert_close(decoder.predict(heldout), predicted)
    row_losses = np.mean((predicted - heldout_targets) ** 2, axis=1)
    # Of features that are combinations of others the least ridge, 1e-12, leaves rounding of float64 in single rows that
    # differs from one processor to the next; the record holds their mean.
    assert_close(losses_of(decoder, heldout, heldout_targets), row_losses, 2e-3 if kind == "collinear" else 1e-3)
    assert_close(losses_of(decoder, heldout, heldout_targets).mean(), row_losses.mean())


@pytest.mark.parametrize("batch_size", [7, 100], ids=str)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", DECODERS)
def test_the_size_of_batches_does_not_matter(form, kind, batch_size):
    features, targets, heldout, heldout_targets = draw_hard_rows(kind)
    (ours, fit), (other, other_fit) = (fit_decoder(form, features, targets, size) for size in (64, batch_size))
    if fit.rounding > MAX_ROUNDING:
        return
    assert fit.ridge == other_fit.ridge
    assert_close(losses_of(ours, heldout, heldout_targets), losses_of(other, heldout, heldout_targets))


@pytest.mark.parametrize("form", DECODERS)
def test_maps_and_images_are_flattened(form):
    features, targets, heldout, heldout_targets = draw_hard_rows("plain")
    flat, _ = fit_decoder(form, features, targets[:, :6])
    decoder, fit = fit_decoder(form, features.reshape(-1, 2, 3, 4), targets[:, :6].reshape(-1, 3, 2, 1))
    losses = losses_of(decoder, heldout.reshape(-1, 2, 3, 4), heldout_targets[:, :6].reshape(-1, 3, 2, 1))
    assert fit.weights.shape == (24, 6)
    assert_close(losses, losses_of(flat, heldout, heldout_targets[:, :6]), relative=accuracy_of(form))


@pytest.mark.parametrize("form", DECODERS)
def test_features_that_never_vary_give_the_mean_image(form):
    _, targets, _, heldout_targets = draw_hard_rows("plain")
    decoder, _ = fit_decoder(form, np.full((len(targets), 5), 0.1, np.float32), targets)
    losses = losses_of(decoder, np.full((len(heldout_targets), 5), 0.1, np.float32), heldout_targets)
    # Targets less their mean are float32, as the record is: off by half of its last digit at most.
    assert_close(losses.mean(), np.mean((heldout_targets - targets.mean(0, float)) ** 2), relative=2.0**-24)


def test_features_dead_on_fit_rows_do_nothing_on_heldout_rows():
    features, targets, heldout, heldout_targets = draw_hard_rows("dead")
    decoder, fit = fit_decoder("primal", features, targets)
    heldout[:, ::3] = 1e3
    solution = solve_ridge(features, targets, fit.ridge)
    assert_close(losses_of(decoder, heldout, heldout_targets).mean(), loss_of(*solution, heldout, heldout_targets))


@pytest.mark.parametrize("kind", ["duplicated", "collinear"])
def test_features_that_float32_cannot_tell_apart_are_said_to_be_rough(kind):
    features, targets, _, _ = draw_hard_rows(kind)
    assert fit_decoder("float32", features, targets)[1].rounding > MAX_ROUNDING
    assert fit_decoder("primal", features, targets)[1].rounding == 0


def test_the_estimate_of_rounding_bounds_what_float32_sums_do():
    # Forty nearly equal copies of each of four features: the weights of their differences are large and cancel.
    rng = np.random.default_rng(0)
    latent = rng.standard_normal((4000, 4))
    features = np.repeat(latent, 10, axis=1) + 3e-3 * rng.standard_normal((4000, 40))
    targets = (latent @ rng.standard_normal((4, 3)) + features[:, ::10][:, :3] * 30 - 30 * latent[:, :3]).astype("f4")
    features = features.astype(np.float32)
    (rough, fit), (exact, _) = (
        fit_decoder(form, features[:3000], targets[:3000], 1000) for form in ("float32", "primal")
    )
    losses = [losses_of(decoder, features[3000:], targets[3000:]).mean() for decoder in (rough, exact)]
    assert 0 < abs(losses[0] / losses[1] - 1) <= max(fit.rounding, 1e-6)


@pytest.mark.first_case
@pytest.mark.parametrize("spread", [0.0, 0.4], ids=["even", "uneven"])
@pytest.mark.parametrize("form", DECODERS)
def test_influences_are_what_few_rows_add_to_the_loss(form, spread):
    # Rows of unlike size: where features are large, errors are too, and the formula df / (N - df - 1) falls short.
    rng = np.random.default_rng(0)
    size = np.exp(spread * rng.standard_normal((25_000, 1)))
    features = size * rng.standard_normal((25_000, 12))
    weights = rng.standard_normal((12, 2))
    targets = features @ weights + size * rng.standard_normal((25_000, 2))
    features, targets = features.astype(np.float32), targets.astype(np.float32)
    excess, estimate = [], []
    for start in range(0, 20_000, 500):
        decoder, fit = fit_decoder(form, features[start : start + 500], targets[start : start + 500], 100)
        losses, influences = decoder.judge(features[20_000:], decoder.centre.taken_off(targets[20_000:]))
        excess.append(np.mean((features[20_000:] @ (host(fit.weights) - weights)) ** 2) / losses.mean())
        estimate.append(fit.excess_factor * influences.mean() / losses.mean())
    assert_close(np.mean(estimate), np.mean(excess), relative=0.2)
    formula = 12 / (500 - 12 - 1)
    assert np.mean(excess) > 1.5 * formula if spread else abs(np.mean(excess) / formula - 1) < 0.1


def test_rows_and_targets_of_different_number_are_refused():
    with pytest.raises(ValueError, match="Expected a target a row"):
        PrimalDecoder(Centre.of(np.zeros((4, 2)))).add(np.zeros((3, 2), np.float32), np.zeros((4, 2), np.float32))
