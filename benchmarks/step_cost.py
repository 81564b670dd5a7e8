"""Cases `vgg8`, `transfer`, `quantities` and `resnet50` of probe_cost.py: a whole probe step beside less than it.

Of `vgg8` and `resnet50` that is the bare forward pass over the same rows: the same compiled functional call of the same
model on the same batches with the same BatchNorm mode, returning the logits alone. The stages of a probe step are then
timed one by one in a pass of their own, and the moments once more alone, on stored features, beside the rate of the
machine's own matrix products. Of `transfer` it is a probe step without further label sets, of `quantities` one without
quantities.
"""

import collections
import dataclasses
import functools
import time

import harness
import keras
import numpy as np

from keras_phases import ProbeSettings, models
from keras_phases.backend.arrays import FLOAT32, host
from keras_phases.backend.threads import threads_for
from keras_phases.data.transfer_labels import check_transfer, resolve_transfer
from keras_phases.datasets import dominant_colour
from keras_phases.decoders.families import Patch
from keras_phases.measure.instrument import build_instrument
from keras_phases.network.features import FeatureExtractor, batches, chunks
from keras_phases.probes import fit_linear_probe

STORED_BYTES = 2 * 1024**3
"""Most features that are kept to time the moments alone."""


def load(settings):
    """The images of a data set, or as many random ones as are measured."""
    num_rows = (settings.examples, settings.heldout) if settings.data == "random" else (60_000, 20_000)
    options = {"size": settings.image_size, "seed": settings.seed}
    return harness.load_images(settings.data, settings.data_dir, num_rows=num_rows, **options)


def build_vit(input_shape, *, num_classes, width):
    """A vision transformer on patches of 4 x 4 pixels: four blocks, twice as wide as `width`."""
    layers, width = keras.layers, 2 * width
    inputs = keras.Input(input_shape)
    tokens = layers.Reshape((-1, width))(layers.Conv2D(width, 4, strides=4)(inputs))
    for block in range(1, 5):
        normed = layers.LayerNormalization()(tokens)
        tokens = layers.Add()([tokens, layers.MultiHeadAttention(4, width // 4)(normed, normed)])
        hidden = layers.Dense(2 * width, activation="gelu")(layers.LayerNormalization()(tokens))
        tokens = layers.Add(name=f"block{block}")([tokens, layers.Dense(width)(hidden)])
    pooled = layers.GlobalAveragePooling1D()(layers.LayerNormalization()(tokens))
    return keras.Model(inputs, layers.Dense(num_classes)(pooled))


def train_vgg8(settings, images, build=models.vgg8):
    """A network, by default a VGG-8, after some steps of the paper's SGD: fresh ones have features of another kind."""
    (x, y), _ = images
    keras.utils.set_random_seed(settings.seed)
    model = build(x.shape[1:], num_classes=10, width=settings.width)
    model.compile(
        keras.optimizers.SGD(0.002, momentum=0.9), keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    )
    if settings.train_steps:
        order = np.resize(np.random.default_rng(settings.seed).permutation(len(x)), settings.train_steps * 128)
        model.fit(x[order], y[order], 128, verbose=0)
    return model


def build(settings, model, images, *, layers, decoders="auto", quantities=None):
    """The `Instrument` of a model on rows drawn as `PhaseProbe` draws them."""
    options = {"examples": settings.examples, "heldout": settings.heldout, "seed": settings.seed}
    rows, batch_size = harness.draw(images, batch_size=settings.batch_size, **options)
    layers = layers[0] if len(layers) == 1 else layers
    knobs = {"layers": layers, "decoders": decoders, "quantities": quantities, "images": 0, "seed": settings.seed}
    return build_instrument(model, rows, ProbeSettings(**knobs), batch_size=batch_size)


def describe(instrument):
    """What was measured, for the result: rows and each plan."""
    rows = instrument.rows
    return {
        "num_fit_examples": len(rows.x_fit),
        "num_heldout_examples": len(rows.x_heldout),
        "input_shape": list(rows.x_fit.shape[1:]),
        "taps": [[plan.tap.name, plan.tap.num_features, plan.decoder, plan.strategy] for plan in instrument.plans],
    }


def bare_forward(model, instrument):
    """A function that runs the model over all probe rows and returns nothing."""
    extractor = FeatureExtractor(model, [], batch_norm="batch")

    def forward():
        for x in (instrument.rows.x_fit, instrument.rows.x_heldout):
            for rows in batches(x, instrument.batch_size):
                _, outputs = extractor(rows)
        host(outputs[0])  # a device may still be at work

    return forward


def probe_step(instrument):
    """A function that takes a probe step."""
    return functools.partial(instrument.measure, 0, 0)


def vgg8(settings):
    """Case `vgg8`."""
    images = load(settings)
    model = train_vgg8(settings, images)
    instrument = build(settings, model, images, layers=settings.layers)
    contenders = {"forward": bare_forward(model, instrument), "probe_step": probe_step(instrument)}
    target = harness.comparison("probe step / bare forward pass", "probe_step", "forward", target="<= 3")
    return _measure(settings, instrument, contenders, [target])


def transfer(settings):
    """Case `transfer`: probe steps with a further label set on the same rows, and with one on as many other rows."""
    (x, y), test = images = load(settings)
    model = train_vgg8(settings, images)
    plain = build(settings, model, images, layers=settings.layers)
    draws = {"max_examples": settings.examples, "max_heldout": settings.heldout, "seed": settings.seed}
    draws["batch_size"] = plain.batch_size
    rows = {
        "with_a_label_function": {"colour": dominant_colour},
        "with_other_rows": {"other": ((x[::-1], y[::-1]), test)},
    }
    contenders = {"probe_step": probe_step(plain)}
    for name, sets in rows.items():
        label_sets = resolve_transfer(check_transfer(sets), plain.rows, plain.batch_size, draws=draws)
        further = dataclasses.replace(plain, rows=dataclasses.replace(plain.rows, transfer=label_sets))
        contenders[name] = probe_step(further)
    contenders["probe_step"]()
    comparisons = [
        harness.comparison(f"share of a probe step {name.replace('_', ' ')}", name, "probe_step", share=True)
        for name in rows
    ]
    return {
        "timings": harness.in_turn(contenders, settings.repeats),
        "comparisons": comparisons,
        "values": [],
        "notes": [f"Rows: {settings.data}. The label function is the dominant colour, three classes."],
        "measured": describe(plain),
    }


def quantities(settings):
    """Case `quantities`: probe steps with what `PhaseProbe` measures by default, and with all that there is."""
    images = load(settings)
    model = train_vgg8(settings, images)
    contenders = {"probe_step": build(settings, model, images, layers=settings.layers)}
    for name in ("auto", "all"):
        contenders[name] = build(settings, model, images, layers=settings.layers, quantities=name)
    for instrument in contenders.values():
        instrument.measure(0, 0)
    return {
        "timings": harness.in_turn(
            {name: probe_step(instrument) for name, instrument in contenders.items()}, settings.repeats
        ),
        "comparisons": [
            harness.comparison(
                f"share of a probe step, quantities='{name}'", name, "probe_step", share=True, target="<= 1"
            )
            for name in ("auto", "all")
        ],
        "values": [],
        "notes": [f"Rows: {settings.data}. All: {', '.join(contenders['all'].quantities.names)}."],
        "measured": describe(contenders["probe_step"]),
    }


def resnet50(settings):
    """Case `resnet50`."""
    num_rows, size = (settings.examples, settings.heldout), settings.image_size
    images = harness.load_images(settings.data, settings.data_dir, num_rows=num_rows, size=size, seed=settings.seed)
    images = tuple((x if x.shape[-1] == 3 else np.repeat(x, 3, axis=-1), y) for x, y in images)
    keras.utils.set_random_seed(settings.seed)
    model = keras.applications.ResNet50(weights=None, input_shape=images[0][0].shape[1:])
    instrument = build(settings, model, images, layers=settings.layers)
    everywhere = build(settings, model, images, layers=settings.layers, decoders=(Patch(num_positions=None),))
    contenders = {
        "forward": bare_forward(model, instrument),
        "sampled_positions": probe_step(instrument),
        "all_positions": probe_step(everywhere),
    }
    comparisons = [
        harness.comparison("sampled positions / bare forward pass", "sampled_positions", "forward", target="<= 1.5"),
        harness.comparison("all positions / bare forward pass", "all_positions", "forward", target="<= 2.5"),
    ]
    found = _measure(settings, instrument, contenders, comparisons)
    found["taps_with_all_positions"] = describe(everywhere)["taps"]
    found["notes"].append("Weights are drawn, not trained. Peak memory: benchmarks/memory.py --model=resnet50.")
    return found


def _measure(settings, instrument, contenders, comparisons):
    """Contenders in turn after one untimed run of the cheap ones, then the stages of a probe step."""
    contenders["forward"]()
    timings = harness.in_turn(contenders, settings.repeats)
    rates = harness.matrix_rates(settings.matrix_size)
    moments = [time_moments(instrument) for _ in range(settings.repeats)]
    stages = [time_stages(instrument) for _ in range(settings.repeats)]
    for stage in stages[0]:
        timings[f"stage: {stage}"] = [harness.Measured(sum(found[stage].values())) for found in stages]
    return {
        "timings": timings,
        "comparisons": comparisons,
        "values": _rates_of_moments(rates, moments),
        "notes": [
            f"Rows: {settings.data}. Stages are timed in a pass of their own; their sum need not be the whole step's.",
            "Rate of the moments: Decoder.add alone, on stored features; a symmetric product counts half.",
        ],
        "measured": describe(instrument),
        "matrix_gflops_per_second": rates,
        "stage_seconds_by_tap": [
            {stage: {name: round(seconds, 5) for name, seconds in taps.items()} for stage, taps in found.items()}
            for found in stages
        ],
    }


@threads_for("numpy")
def time_stages(instrument):
    """Seconds of each stage of a probe step, as a dict of dicts: stage, tap. Holds one chunk of features at a time."""
    seconds = collections.defaultdict(collections.Counter)

    def timed(stage, name, function, *arguments, **options):
        start = time.perf_counter()
        result = function(*arguments, **options)
        seconds[stage][name] += time.perf_counter() - start
        return result

    decoders = {plan: _decoder(instrument, plan) for plan in instrument.plans}
    kept = {plan: [] for plan in instrument.plans}
    for features, x in _stream(instrument, instrument.rows.x_fit, timed):
        for plan, decoder in decoders.items():
            name = plan.tap.name
            targets = timed("targets", name, _targets, instrument, plan, x)
            timed("moments", name, decoder.add, features[plan.tap], targets)
            kept[plan].append(timed("pooling", name, _probe_features, plan, features[plan.tap]))
    for plan, decoder in decoders.items():
        timed("solve", plan.tap.name, decoder.fit)
        if instrument.rows.classes is not None:
            rows, num_classes = np.concatenate(kept.pop(plan)), len(instrument.rows.classes)
            labels = instrument.rows.labels_fit
            timed("linear probe", plan.tap.name, fit_linear_probe, rows, labels, num_classes=num_classes)
    for features, x in _stream(instrument, instrument.rows.x_heldout, timed):
        for plan, decoder in decoders.items():
            timed("held-out losses", plan.tap.name, decoder.judge, features[plan.tap], _targets(instrument, plan, x))
    return {stage: dict(taps) for stage, taps in seconds.items()}


def _stream(instrument, x, timed):
    taps = list(dict.fromkeys(plan.tap for plan in instrument.plans))
    found = chunks(instrument.extractor, x, instrument.batch_size)
    while chunk := timed("forward with taps", "all", next, found, None):
        _, part, features, _ = chunk
        yield dict(zip(taps, features, strict=True)), x[part]


def _decoder(instrument, plan):
    return plan.recipe.build(instrument.seed, instrument.baselines[plan.target].centre)


def _targets(instrument, plan, x):
    return FLOAT32.array(instrument.baselines[plan.target].centre.taken_off(plan.target(x)))


def _probe_features(plan, features):
    return host(plan.probe.pooling(features)).reshape(len(features), -1)


def moment_operations(plan, num_rows):
    """Floating-point operations of one plan's moments, n D^2 + 2 n D P; 0 where rows are kept instead."""
    if plan.decoder == "patch":
        recipe, geometry = plan.recipe, plan.recipe.geometry
        return num_rows * recipe.num_positions * recipe.num_features * (recipe.num_features + 2 * geometry.num_targets)
    if plan.strategy.startswith("dual"):
        return 0
    return num_rows * plan.tap.num_features * (plan.tap.num_features + 2 * plan.target.num_elements)


@threads_for("numpy")
def time_moments(instrument):
    """`(operations, seconds)` of the moments alone, on the features of as many fit rows as `STORED_BYTES` hold."""
    plans = instrument.plans
    bytes_per_row = 4 * sum(plan.tap.num_features for plan in plans)
    most = max(1, STORED_BYTES // (bytes_per_row * instrument.batch_size))
    x = instrument.rows.x_fit[: most * instrument.batch_size]
    stored = list(_stream(instrument, x, lambda _, __, function, *arguments: function(*arguments)))
    operations = seconds = 0
    for plan in plans:
        decoder = _decoder(instrument, plan)
        pairs = [(features[plan.tap], _targets(instrument, plan, rows)) for features, rows in stored]
        start = time.perf_counter()
        for features, targets in pairs:
            decoder.add(features, targets)
        if count := moment_operations(plan, len(x)):
            seconds += time.perf_counter() - start
            operations += count
    return operations, seconds


def _rates_of_moments(rates, moments):
    per_second = [operations / seconds / 1e9 for operations, seconds in moments if seconds]
    best = {kind: max(rate for name, rate in rates.items() if name.endswith(kind)) for kind in ("float32", "float64")}
    shares = {kind: [round(rate / best[kind], 4) for rate in per_second] for kind in best}
    return [
        harness.value("rate of the moments", [round(rate, 2) for rate in per_second], "GFLOP/s"),
        harness.value("moments, share of the best sgemm", shares["float32"], target=">= 0.6"),
        harness.value("moments, share of the best dgemm", shares["float64"]),
    ]
