import numpy as np
import pytest
from hard_rows import KINDS, draw_rows, loss_of, solve_ridge
from tolerance import assert_close

from keras_phases.decoders.linear import DualDecoder, PrimalDecoder

DECODERS = {"primal": PrimalDecoder, "dual": DualDecoder}


def fit_decoder(form, features, targets, batch_size=64):
    decoder = DECODERS[form]()
    for start in range(0, len(features), batch_size):
        decoder.add(features[start : start + batch_size], targets[start : start + batch_size])
    return decoder, decoder.fit()


@pytest.mark.parametrize("noise", [0.3, 1e-3], ids=["noisy", "nearly_exact"])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", DECODERS)
def test_heldout_loss_equals_float64_ridge_on_the_rows(form, kind, noise):
    features, targets, heldout, heldout_targets = draw_rows(kind, noise=noise)
    decoder, fit = fit_decoder(form, features, targets)
    weights, feature_mean, target_mean = solve_ridge(features, targets, fit.ridge)
    predicted = (heldout - feature_mean) @ weights + target_mean
    assert_close(decoder.predict(heldout), predicted)
    row_losses = np.mean((predicted - heldout_targets) ** 2, axis=1)
    assert_close(decoder.row_losses(heldout, heldout_targets), row_losses)
    assert_close(decoder.row_losses(heldout, heldout_targets).mean(), row_losses.mean())


@pytest.mark.parametrize("batch_size", [7, 100], ids=str)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", DECODERS)
def test_the_size_of_batches_does_not_matter(form, kind, batch_size):
    features, targets, heldout, heldout_targets = draw_rows(kind)
    (ours, fit), (other, other_fit) = (fit_decoder(form, features, targets, size) for size in (64, batch_size))
    assert fit.ridge == other_fit.ridge
    assert_close(ours.row_losses(heldout, heldout_targets), other.row_losses(heldout, heldout_targets))


@pytest.mark.parametrize("form", DECODERS)
def test_maps_and_images_are_flattened(form):
    features, targets, heldout, heldout_targets = draw_rows("plain")
    flat, _ = fit_decoder(form, features, targets[:, :6])
    decoder, fit = fit_decoder(form, features.reshape(-1, 2, 3, 4), targets[:, :6].reshape(-1, 3, 2, 1))
    losses = decoder.row_losses(heldout.reshape(-1, 2, 3, 4), heldout_targets[:, :6].reshape(-1, 3, 2, 1))
    assert fit.weights.shape == (24, 6)
    assert_close(losses, flat.row_losses(heldout, heldout_targets[:, :6]), relative=1e-12)


@pytest.mark.parametrize("form", DECODERS)
def test_features_that_never_vary_give_the_mean_image(form):
    _, targets, _, heldout_targets = draw_rows("plain")
    decoder, _ = fit_decoder(form, np.full((len(targets), 5), 0.1, np.float32), targets)
    losses = decoder.row_losses(np.full((len(heldout_targets), 5), 0.1, np.float32), heldout_targets)
    assert_close(losses.mean(), np.mean((heldout_targets - targets.mean(0, float)) ** 2), relative=1e-12)


def test_features_dead_on_fit_rows_do_nothing_on_heldout_rows():
    features, targets, heldout, heldout_targets = draw_rows("dead")
    decoder, fit = fit_decoder("primal", features, targets)
    heldout[:, ::3] = 1e3
    solution = solve_ridge(features, targets, fit.ridge)
    assert_close(decoder.row_losses(heldout, heldout_targets).mean(), loss_of(*solution, heldout, heldout_targets))


def test_rows_and_targets_of_different_number_are_refused():
    with pytest.raises(ValueError, match="Expected a target a row"):
        PrimalDecoder().add(np.zeros((3, 2), np.float32), np.zeros((4, 2), np.float32))
