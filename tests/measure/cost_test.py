"""What a probe step takes in memory: the estimate against the truth, and how plans are grouped to stay within it."""

import dataclasses
import re
import tracemalloc
import weakref

import keras
import numpy as np
import pytest
from builders.models import build_image_model
from builders.rows import NUM_FIT, NUM_HELDOUT, draw_probe_rows, without_labels
from builders.steps import BATCH_SIZE, COLUMNS, build_exact_instrument, build_instrument, plan_shape
from builders.values import values_of

from keras_phases.arguments import format_bytes, parse_bytes
from keras_phases.backend.device_rows import DeviceRows
from keras_phases.decoders import AdamLinear, ConvTransposeDecoder
from keras_phases.decoders.linear import PrimalRecipe
from keras_phases.decoders.need import Need
from keras_phases.measure import cost
from keras_phases.measure.cost import (
    StepSizes,
    array_bytes,
    find_too_large,
    group_plans,
    peak_bytes,
)
from keras_phases.probes import RECIPES, fit_linear_probe
from keras_phases.warning import PhaseWarning

SIZES = StepSizes(num_rows=1_000, num_heldout=100, num_outputs=10, batch_size=50)


def decoder_need(found, sizes, chunk_rows):
    return found.recipe.need(sizes.num_rows, chunk_rows)


def probe_need(found, sizes, chunk_rows):
    return found.probe.need(sizes, chunk_rows)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (5, 5),
        (np.int64(7), 7),
        ("12", 12),
        ("12 b", 12),
        ("500MB", 500_000_000),
        ("500 MiB", 500 * 2**20),
        ("4GiB", 2**32),
        ("1.5gb", 1_500_000_000),
        ("2TiB", 2**41),
        ("3kB", 3000),
    ],
    ids=str,
)
def test_bytes_are_an_integer_or_text_with_a_unit(value, expected):
    assert parse_bytes(value) == expected


@pytest.mark.parametrize("value", [0, -1, 1.5, True, "", "GiB", "4 G", "4ib", "-1GB", "0.1", [4]], ids=repr)
def test_what_is_no_number_of_bytes_is_refused(value):
    message = re.escape(f"max_memory is {value!r}. Expected bytes as a positive integer, or text such as '4GiB'")
    with pytest.raises(ValueError, match=message):
        parse_bytes(value)


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1 MiB"), (2**20, "1 MiB"), (2**20 + 1, "2 MiB"), (2**30 - 1, "1.0 GiB"), (2**31, "2.0 GiB")],
    ids=str,
)
def test_bytes_are_printed_in_mebibytes_and_gibibytes(number, text):
    assert format_bytes(number) == text


ROWS = (500, 100)


def test_the_sums_of_a_primal_decoder_grow_with_its_width_and_not_with_rows():
    need = decoder_need(plan_shape((100,)), SIZES, ROWS)
    # 8 D (D + P) with D = 100 and P = 64, and a few vectors of D + P
    assert need.held == 8 * 100 * 164 + 64 * 164
    assert need.solving == 40 * 100 * 164 + 2048 * 100
    assert need.kept == 8 * 100 * 164 + 32 * 164
    assert decoder_need(plan_shape((100,), num_rows=9_000), SIZES, ROWS) == need


def test_a_dual_decoder_holds_its_rows():
    assert decoder_need(plan_shape((3000,)), SIZES, ROWS).held == 4 * 1_000 * 3_064


def test_a_patch_decoder_is_as_large_as_a_neighbourhood():
    # 3 x 3 x 8 = 72 features and 2 x 2 targets of a position, 16 positions; 128 features and 64 elements in all
    assert decoder_need(plan_shape((4, 4, 8), "patch"), SIZES, ROWS).held == 8 * 72 * 76 + 8 * 16 * 77 + 32 * 192


def test_the_linear_probe_keeps_its_features():
    for shape in ((100,), (8, 8, 64)):
        found = plan_shape(shape)
        assert probe_need(found, SIZES, ROWS).held == 4 * 1_000 * found.probe_features


@pytest.mark.parametrize(
    ("width", "expected"),
    [(10, (2_000, 300)), (2**15, (2_000, 300)), (2**16, (1_000, 300)), (2**23, (50, 50))],
    ids=str,
)
def test_a_chunk_is_as_many_batches_as_are_joined(width, expected):
    # 2^28 bytes are 1,024 rows of 2^16 features, 20 batches of 50.
    sizes = StepSizes(num_rows=2_000, num_heldout=300, num_outputs=10, batch_size=50)
    assert sizes.chunk_rows([plan_shape((width,)).tap]) == expected


@pytest.mark.slow
@pytest.mark.parametrize("task", ["classes", "multilabel", "regression"])
@pytest.mark.parametrize("shape", [(2_000, 100, 10), (600, 500, 10), (200, 500, 4), (450, 500, 40)], ids=str)
def test_the_fit_of_the_linear_probe_takes_no_more_than_estimated(shape, task):
    num_rows, num_features, num_outputs = shape
    rng = np.random.default_rng(0)
    features = rng.standard_normal((num_rows, num_features), np.float32)
    labels = rng.integers(num_outputs, size=num_rows)
    if task != "classes":
        labels = rng.integers(2, size=(num_rows, num_outputs)).astype(np.float32)
    tracemalloc.start()
    fit_linear_probe(features, labels, num_classes=num_outputs, task=task)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    sizes = StepSizes(num_rows, 100, num_outputs, 50, is_regression=task == "regression")
    need = probe_need(plan_shape((num_features,)), sizes, ROWS)
    # What the backend holds is not seen: pairs of the descent and weights at seven penalties, the most of it.
    assert need.solving / 20 < peak <= need.solving


def test_the_probe_of_a_tap_is_counted_once(plain_needs):
    sizes = dataclasses.replace(plain_needs, num_outputs=3)
    first = plan_shape((4, 4, 8))
    second = dataclasses.replace(first, recipe=dataclasses.replace(first.recipe, strategy="another"))
    alone, both = array_bytes([[first]], sizes), array_bytes([[first, second]], sizes)
    assert both - alone == array_bytes([[first, second]], plain_needs) - array_bytes([[first]], plain_needs)


@pytest.fixture
def plain_needs(monkeypatch):
    """Every decoder needs its width at every stage, a tenth of that afterwards; no probe and no batch."""

    def need(recipe, num_rows, chunk_rows):
        width = recipe.num_features
        return Need(held=width, adding=0, solving=width, kept=width // 10, judging=0)

    monkeypatch.setattr(PrimalRecipe, "need", need)
    monkeypatch.setattr(cost, "_chunk_bytes", lambda *_: (0, 0))
    return StepSizes(num_rows=10, num_heldout=10, num_outputs=0, batch_size=1)


def widths(groups):
    return [[plan.recipe.num_features for plan in group] for group in groups]


def test_the_peak_is_where_most_is_there_at_once(plain_needs):
    first, second = plan_shape((100,)), plan_shape((60,))
    # Of one group all sums are held while the first is solved: 160 + 100.
    assert array_bytes([[first, second]], plain_needs) == 260
    # Of two the first is solved alone with 200, then the second beside what is kept of the first: 10 + 60 + 60.
    assert array_bytes([[first], [second]], plain_needs) == 200
    assert array_bytes([[second], [first]], plain_needs) == 206
    assert peak_bytes([[first]], plain_needs) == 240 + 64 * 2**20


def test_plans_are_grouped_in_order_as_few_as_fit(plain_needs, monkeypatch):
    monkeypatch.setattr(cost, "peak_bytes", array_bytes)
    plans = [plan_shape((width,)) for width in (100, 20, 30, 90, 10)]
    assert widths(group_plans(plans, plain_needs)) == [[100, 20, 30, 90, 10]]
    assert widths(group_plans(plans, plain_needs, 250)) == [[100, 20, 30], [90, 10]]
    assert widths(group_plans(plans, plain_needs, 220)) == [[100, 20], [30, 90, 10]]
    assert widths(group_plans(plans, plain_needs, 1)) == [[100], [20], [30], [90], [10]]


def build_several(rows, max_memory=None, layers="auto", decoders=("linear", "patch"), probe="exact"):
    """A tap of every kind: wide and narrow, with a grid and without."""
    keras.utils.set_random_seed(0)
    inputs = x = keras.Input((8, 8, 1))
    x = keras.layers.Conv2D(8, 3, padding="same", activation="relu", name="conv1")(x)
    x = keras.layers.Conv2D(16, 3, strides=2, padding="same", activation="relu", name="conv2")(x)
    x = keras.layers.Flatten()(x)
    x = keras.layers.Dense(200, activation="relu", name="hidden1")(x)
    x = keras.layers.Dense(40, activation="relu", name="hidden2")(x)
    model = keras.Model(inputs, keras.layers.Dense(3, name="classes")(x))
    options = {"decoders": decoders, "batch_norm": "batch", "batch_size": BATCH_SIZE, "seed": 0, "probe": probe}
    return build_instrument(model, rows, layers=layers, max_memory=max_memory, **options)


def measure_traced(instrument):
    """The record without its seconds, and the most bytes that NumPy and Python held meanwhile."""
    kept = [index for index, name in enumerate(COLUMNS) if name != "probe_seconds"]
    tracemalloc.start()
    try:
        return values_of(instrument)[:, kept], tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize(
    ("layers", "labelled"),
    [("auto", True), ("auto", False), (["conv1"], True), (["hidden1"], True), (["hidden2"], True)],
    ids=str,
)
@pytest.mark.filterwarnings("ignore:No linear probe")
def test_no_more_arrays_are_there_than_estimated(layers, labelled):
    rows = draw_probe_rows() if labelled else without_labels(draw_probe_rows())
    instrument = build_several(rows, layers=layers)
    estimated = array_bytes(instrument.groups, instrument.sizes)
    # And some of Python's own objects.
    assert 0.1 * estimated < measure_traced(instrument)[1] <= estimated + 2**18


@pytest.mark.slow
@pytest.mark.first_case
@pytest.mark.parametrize("probe", ["exact", "sgd"])
def test_no_more_arrays_are_there_than_estimated_where_decoders_are_trained(probe):
    decoders = [AdamLinear(epochs=1), ConvTransposeDecoder(epochs=1, channels=4)]
    instrument = build_several(draw_probe_rows(), decoders=decoders, probe=probe)
    estimated = array_bytes(instrument.groups, instrument.sizes)
    assert 0.03 * estimated < measure_traced(instrument)[1] <= estimated + 2**18


SHAPES = (100,), (4, 4, 30)


@pytest.mark.parametrize("decoder", ["adam_linear", "deconv"])
def test_training_holds_rows_once_and_states_twice(decoder, monkeypatch):
    monkeypatch.setattr(cost, "_chunk_bytes", lambda *_: (0, 0))
    plans = [plan_shape(shape, decoder) for shape in SHAPES]
    needs = [decoder_need(found, SIZES, ROWS) for found in plans]
    weights = [found.recipe.training.head.num_weights for found in plans]
    # w, m and v before and after a step, a gradient, and six intermediate results, as was measured on PyTorch
    assert all(need.training > 52 * number for need, number in zip(needs, weights, strict=True))
    sizes = dataclasses.replace(SIZES, num_outputs=0)
    rows = 4 * 1_000 * (100 + 480)
    targets = 4 * 1_000 * 64
    assert array_bytes([plans], sizes) == rows + targets + sum(need.training for need in needs)
    # Two decoders of one tap share its rows, and the linear probe of the paper's protocol is trained on the same.
    again = dataclasses.replace(plans[0], recipe=dataclasses.replace(plans[0].recipe, strategy="another"))
    assert array_bytes([[*plans, again]], sizes) - array_bytes([plans], sizes) == needs[0].training
    paper = [dataclasses.replace(found, probe=RECIPES["sgd"].of(found.tap.shape)) for found in plans]
    probes = [probe_need(found, SIZES, ROWS).training for found in paper]
    assert array_bytes([paper], SIZES) == array_bytes([plans], sizes) + sum(probes)


@pytest.mark.slow
def test_groups_measure_the_same_in_less_memory():
    whole = build_several(draw_probe_rows())
    alone = dataclasses.replace(whole, groups=[[plan] for plan in whole.plans])
    bound = (alone.peak_bytes + whole.peak_bytes) // 2
    grouped = build_several(draw_probe_rows(), max_memory=bound)
    assert 1 == len(whole.groups) < len(grouped.groups) < len(alone.groups)
    assert grouped.peak_bytes <= bound
    expected, peak = measure_traced(whole)
    for instrument in (grouped, alone):
        assert [(p.tap.name, p.decoder) for p in instrument.plans] == [(p.tap.name, p.decoder) for p in whole.plans]
        record, smaller_peak = measure_traced(instrument)
        np.testing.assert_array_equal(record, expected)
        assert smaller_peak < peak
        assert smaller_peak <= array_bytes(instrument.groups, instrument.sizes) + 2**18


@pytest.mark.slow
def test_the_rows_of_one_linear_probe_are_let_go_before_the_next_is_fitted(monkeypatch):
    earlier = []

    def fit(features, labels, **options):
        assert not any(reference() is not None for reference in earlier)
        earlier.append(weakref.ref(features))
        return fit_linear_probe(features, labels, **options)

    monkeypatch.setattr("keras_phases.probes.linear.fit_linear_probe", fit)
    values_of(build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv", "hidden"]))
    assert len(earlier) == 2


def test_each_group_takes_a_pass_over_the_fit_rows(monkeypatch):
    instrument = build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv", "hidden"])
    first, second = instrument.plans
    calls, extract = [], instrument.extractor._function
    monkeypatch.setattr(instrument.extractor, "_function", lambda _, x: (calls.append(len(x)), extract([], x))[1])
    values_of(dataclasses.replace(instrument, groups=[[first], [second]]))
    assert sum(calls) == 2 * NUM_FIT + NUM_HELDOUT


def test_a_tap_that_does_not_fit_is_an_error_where_it_was_named():
    rows = draw_probe_rows()
    bound = 65 * 2**20
    with pytest.raises(ValueError, match=r"Tap 'hidden1' needs \d+ MiB with the linear decoder; .* Expected "):
        build_several(rows, bound, layers=["hidden1", "hidden2"])
    with pytest.raises(
        ValueError, match=r"max_memory=65 MiB; pass a larger one, a probe_batch_size below 32, max_exam"
    ):
        build_several(rows, bound, layers=["hidden1"])


def test_a_tap_that_does_not_fit_and_was_not_named_is_left_out():
    with pytest.warns(PhaseWarning, match=r"Tap '\w+' needs \d+ MiB .*, or layers without this tap. It is not measure"):
        instrument = build_several(draw_probe_rows(), 67 * 2**20)
    assert 0 < len(instrument.plans) < 7
    assert instrument.peak_bytes <= 67 * 2**20
    assert len(values_of(instrument)) == len(instrument.plans)


def test_what_no_grouping_spares_is_an_error_of_its_own(monkeypatch):
    monkeypatch.setattr(cost, "_chunk_bytes", lambda groups, taps, num_rows: (2**20 * len(taps), 0))
    plans = [plan_shape((width,)) for width in (10, 300, 20)]
    bound = peak_bytes([plans[1:2]], SIZES)
    chosen, message = find_too_large(plans, SIZES, bound - 1)
    assert chosen is plans[1] and message.startswith("Tap 'tap' needs ")
    chosen, message = find_too_large(plans, SIZES, bound)
    assert chosen is plans[1]
    assert re.match(r"The taps need \d+ MiB even with a pass for each, tap 'tap' most of it; one probe batch", message)


def test_nothing_fits_is_an_error_whatever_was_named():
    with pytest.raises(ValueError, match="Expected at most max_memory=1 MiB"):
        build_several(draw_probe_rows(), 1)


def test_rows_that_the_device_holds_are_counted():
    rows = draw_probe_rows()
    plain = build_several(rows, layers=["hidden2"])
    held = rows.x_fit.nbytes + rows.x_heldout.nbytes  # what is fed and what is reconstructed are one array
    assert plain.sizes.device_bytes == held
    plans = plain.groups, plain.sizes
    assert peak_bytes(*plans) - held == array_bytes(*plans) * 6 // 5 + 64 * 2**20
    # Of those that do not all stay: as much as may, and a chunk of each.
    few = DeviceRows(most_bytes=1000)
    assert few.held_bytes([rows.x_fit, rows.x_fit, rows.x_heldout], 10) == 1000 + 2 * rows.x_fit[:10].nbytes
    assert few.held_bytes([np.array(["text"] * 99)], 10) == 0


def test_what_stays_on_the_device_is_a_quarter_of_the_bound_at_most():
    rows = draw_probe_rows()
    bound = build_several(rows, layers=["hidden2"]).peak_bytes
    large = np.resize(rows.x_fit, (bound // 2 // rows.x_fit[0].nbytes, *rows.x_fit.shape[1:]))
    instrument = build_several(rows, bound, layers=["hidden2"])
    assert instrument.device_rows.held_bytes([large], 1) == bound // 4 + large[:1].nbytes


def test_the_default_is_one_pass():
    assert len(build_exact_instrument(build_image_model(), draw_probe_rows(), ["conv", "hidden"]).groups) == 1
