"""Probe steps on signals, volumes, video and sequences: against float64 worked out position by position."""

import itertools
import types

import keras
import numpy as np
import pytest
from builders.models import features_of
from builders.references import solve_ridge
from builders.steps import COLUMNS, build_instrument
from builders.tolerance import assert_close
from builders.values import values_of
from keras import layers

from keras_phases.data.probe_examples import ProbeExamples
from keras_phases.decoders import Patch
from keras_phases.measure import planning
from keras_phases.measure.cost import StepSizes
from keras_phases.measure.settings import ProbeSettings
from keras_phases.network.taps import Tap
from keras_phases.warning import PhaseWarning

NUM_FIT, NUM_HELDOUT = 96, 48


def draw_maps(shape, seed=0):
    """Inputs whose neighbours are alike, about a mean of each place; labels that they follow."""
    rng = np.random.default_rng(seed)
    x = rng.standard_normal((NUM_FIT + NUM_HELDOUT, *shape))
    for axis in range(1, len(shape)):
        x = x + 0.7 * np.roll(x, 1, axis=axis)
    x = (x + rng.standard_normal(shape)).astype(np.float32)
    y = (x.reshape(len(x), -1)[:, 0] > 0).astype(int)
    fit, heldout = slice(NUM_FIT), slice(NUM_FIT, None)
    return ProbeExamples(x[fit], x[heldout], y[fit], y[heldout], y[heldout], np.arange(2), "validation", "")


def build(shape, *stack):
    keras.utils.set_random_seed(0)
    inputs = x = keras.Input(shape)
    for layer in (*stack, layers.Flatten(name="flat"), layers.Dense(2, name="scores")):
        x = layer(x)
    model = keras.Model(inputs, x)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model


def measure(model, rows, layer, **options):
    """`(plan, metrics by name)` of one tap."""
    options = {"batch_norm": "inference", "batch_size": 16, "seed": 0, "layers": [layer]} | options
    instrument = build_instrument(model, rows, **options)
    (values,) = values_of(instrument)
    return instrument.plans[0], dict(zip(COLUMNS, values.tolist(), strict=False))


def plan_of(model, rows, layer, **options):
    options = {"batch_norm": "inference", "batch_size": 16, "seed": 0, "layers": [layer]} | options
    return build_instrument(model, rows, **options).plans[0]


def pieces(grid, features, x, means):
    """Neighbourhoods and tiles of every position of every row, float64, each about the mean of its position."""
    features, x = features - means[0], x - means[1]
    for place in np.ndindex(*grid):
        near = []
        for offset in itertools.product(*([-1, 0, 1] if side > 1 else [0] for side in grid)):
            other = tuple(np.add(place, offset))
            is_inside = all(0 <= at < side for at, side in zip(other, grid, strict=True))
            near.append(features[:, *other] if is_inside else np.zeros_like(features[:, *place]))
        sizes = [length // side for length, side in zip(x.shape[1:], grid, strict=False)]
        tile = x[:, *(slice(at * size, (at + 1) * size) for at, size in zip(place, sizes, strict=True))]
        yield np.concatenate(near, axis=1), tile.reshape(len(x), -1)


def loss_by_positions(grid, features, rows, ridge):
    """Held-out loss of one ridge regression over all positions of all fit rows."""
    fit, heldout = (found.reshape(len(found), *grid, -1).astype(np.float64) for found in features)
    means = fit.mean(axis=0), rows.x_fit.mean(axis=0, dtype=np.float64)
    A, T = (np.concatenate(parts) for parts in zip(*pieces(grid, fit, rows.x_fit, means), strict=True))
    weights, _, _ = solve_ridge(np.vstack([A, -A]), np.vstack([T, -T]), ridge)
    errors = [A @ weights - T for A, T in pieces(grid, heldout, rows.x_heldout, means)]
    return sum(np.sum(error**2) for error in errors) / rows.x_heldout.size


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shape", "stack", "grid", "strategy"),
    [
        ((24, 2), [layers.Conv1D(4, 3, strides=2, padding="same", name="tap")], (12,), "3, 12 of 12 positions"),
        (
            (4, 6, 8, 1),
            [layers.Conv3D(3, 3, strides=2, padding="same", name="tap")],
            (2, 3, 4),
            "3x3x3, 24 of 24 positions",
        ),
        ((6, 4), [layers.LSTM(5, return_sequences=True, name="tap")], (6,), "3, 6 of 6 positions"),
        (
            (4, 4, 4, 2),
            [layers.TimeDistributed(layers.GlobalAveragePooling2D()), layers.GRU(3, return_sequences=True, name="tap")],
            (4, 1, 1),
            "3x1x1, 4 of 4 positions",
        ),
    ],
    ids=["signal", "volume", "series", "video"],
)
def test_a_patch_decoder_equals_float64_by_position(shape, stack, grid, strategy):
    rows, model = draw_maps(shape), build(shape, *stack)
    plan, found = measure(model, rows, "tap", decoders=Patch(num_positions=None))
    assert plan.strategy == strategy
    features = [features_of(model, "tap", x) for x in (rows.x_fit, rows.x_heldout)]
    assert_close(found["reconstruction_loss"], loss_by_positions(grid, features, rows, found["ridge"]), relative=1e-3)
    assert found["explained_variance"] > 0.1


def build_vit(num_blocks=3, width=64):
    """Of images of 48 x 48 by patches of 4 x 4: 144 tokens of 64."""
    keras.utils.set_random_seed(0)
    inputs = keras.Input((48, 48, 3))
    tokens = layers.Reshape((144, width))(layers.Conv2D(width, 4, strides=4)(inputs))
    tokens = tokens + layers.Embedding(144, width)(keras.ops.arange(144))
    for block in range(num_blocks):
        x = layers.LayerNormalization()(tokens)
        tokens = layers.Add()([layers.MultiHeadAttention(4, width // 4)(x, x), tokens])
        x = layers.Dense(2 * width, activation="gelu")(layers.LayerNormalization()(tokens))
        tokens = layers.Add(name=f"block_{block}")([layers.Dense(width)(x), tokens])
    return keras.Model(inputs, layers.Dense(2)(layers.GlobalAveragePooling1D()(layers.LayerNormalization()(tokens))))


def loss_by_sums(grid, features, rows, ridge):
    """As `loss_by_positions`, of so many rows that their neighbourhoods are added up and not kept."""
    fit, heldout = (found.reshape(len(found), *grid, -1).astype(np.float64) for found in features)
    means, sums = (fit.mean(axis=0), rows.x_fit.mean(axis=0, dtype=np.float64)), [0, 0]
    for A, T in pieces(grid, fit, rows.x_fit, means):
        sums[0], sums[1] = sums[0] + A.T @ A, sums[1] + A.T @ T
    gram, cross = sums
    weights = np.linalg.solve(gram + ridge * np.trace(gram) / len(gram) * np.eye(len(gram)), cross)
    errors = (np.sum((A @ weights - T) ** 2) for A, T in pieces(grid, heldout, rows.x_heldout, means))
    return sum(errors) / rows.x_heldout.size


@pytest.mark.slow
def test_every_block_of_a_vision_transformer_equals_float64_by_position():
    rng = np.random.default_rng(0)
    x = rng.standard_normal((768, 48, 48, 3)).astype(np.float32)
    for axis in (1, 2, 1, 2):
        x = x + 0.7 * np.roll(x, 1, axis=axis)
    y = (x[:, 0, 0, 0] > 0).astype(int)
    rows = ProbeExamples(x[:512], x[512:], y[:512], y[512:], y[512:], np.arange(2), "validation", "")
    model = build_vit()
    names = [f"block_{block}" for block in range(3)]
    options = {"batch_norm": "inference", "batch_size": 256, "seed": 0, "decoders": Patch(num_positions=None)}
    instrument = build_instrument(model, rows, layers=names, **options)
    assert [plan.tap.shape for plan in instrument.plans] == [(12, 12, 64)] * 3
    for name, values in zip(names, values_of(instrument), strict=True):
        found = dict(zip(COLUMNS, values.tolist(), strict=False))
        features = [features_of(model, name, images) for images in (rows.x_fit, rows.x_heldout)]
        expected = loss_by_sums((12, 12), features, rows, found["ridge"])
        assert_close(found["reconstruction_loss"], expected, relative=1e-3)
        assert found["explained_variance"] > 0.3


@pytest.mark.slow
def test_a_long_signal_is_decoded_by_patches_and_probed_on_averages():
    rows, model = draw_maps((512, 1)), build((512, 1), layers.Conv1D(8, 5, padding="same", name="tap"))
    plan, found = measure(model, rows, "tap", decoders="auto")
    assert (plan.decoder, plan.probe.pooling.grid) == ("patch", (128,))
    assert found["explained_variance"] > 0.9 and np.isfinite(found["probe_accuracy"])


def test_a_wide_sequence_without_places_is_pooled_and_that_is_said():
    rows = types.SimpleNamespace(x_fit=np.broadcast_to(np.float32(0), (10_000, 12, 4)))
    sizes = StepSizes(num_rows=10_000, num_heldout=2_000, num_outputs=2, batch_size=256)
    with pytest.warns(PhaseWarning, match="Tap 'tap' has 10240 features .* It gets the pooled decoder instead"):
        ((plan,),) = planning.choose_groups([Tap("tap", (128, 80))], rows, ProbeSettings(), sizes)
    assert (plan.decoder, plan.strategy) == ("pooled", "primal on 16")


def test_without_max_memory_a_quarter_of_the_machine_decides(monkeypatch):
    rows, model = draw_maps((256, 4)), build((256, 4), layers.Conv1D(8, 3, padding="same", name="tap"))
    monkeypatch.setattr(planning, "machine_bytes", lambda: 4 * 2**30)
    assert plan_of(model, rows, "tap").decoder == "linear"
    with pytest.warns(
        PhaseWarning, match=r"Tap 'tap' needs \d+ MiB with the linear decoder.*It gets the patch decoder"
    ):
        assert plan_of(model, rows, "tap", max_memory="80MiB").decoder == "patch"
    monkeypatch.setattr(planning, "machine_bytes", lambda: 4 * 80 * 2**20)
    with pytest.warns(PhaseWarning, match="Expected at most max_memory=80 MiB; .* It gets the patch decoder instead"):
        assert plan_of(model, rows, "tap").decoder == "patch"
    monkeypatch.setattr(planning, "machine_bytes", lambda: 2**20)
    with pytest.raises(ValueError, match=r"Tap 'tap' needs .* max_memory=1 MiB"):
        plan_of(model, rows, "tap")
