"""A small fit on several virtual devices of the CPU, with the probe and without, for devices_test.py.

    python -m programs.device_runs mirrored|data_parallel|model_parallel FOLDER [--stateful]

prints as JSON the bits of the weights without the probe and with it, and what the probe measured on these devices and
on one; of the last weights also every column with all devices and with one, and the operations that each device did.
With `--stateful` the model has BatchNormalization and dropout, so that training depends on how a batch is split among
devices; its last weights are then measured on one device, else the whole fit is.
"""

import argparse
import collections
import contextlib
import hashlib
import json
import os
import pathlib

NUM_DEVICES, NUM_ROWS, BATCH, NUM_EPOCHS = 2, 256, 64, 2
COLUMNS = "reconstruction_loss", "explained_variance", "probe_loss", "probe_accuracy", "model_loss"


def prepare(kind):
    """Backend and virtual devices, which must be chosen before anything runs on them."""
    os.environ["KERAS_BACKEND"] = "tensorflow" if kind == "mirrored" else "jax"
    if kind == "mirrored":
        import tensorflow as tf

        devices = [tf.config.LogicalDeviceConfiguration()] * NUM_DEVICES
        tf.config.set_logical_device_configuration(tf.config.list_physical_devices("CPU")[0], devices)
    else:
        count = f"--xla_force_host_platform_device_count={NUM_DEVICES}"
        os.environ["XLA_FLAGS"] = f"{count} --xla_backend_optimization_level=0"


@contextlib.contextmanager
def devices_of(kind):
    """Inside, models are built for all devices."""
    if kind == "mirrored":
        import tensorflow as tf

        with tf.distribute.MirroredStrategy([f"CPU:{index}" for index in range(NUM_DEVICES)]).scope():
            yield
        return
    from keras import distribution

    if kind == "data_parallel":
        chosen = distribution.DataParallel()
    else:
        mesh = distribution.DeviceMesh((1, NUM_DEVICES), ("batch", "model"))
        layout = distribution.LayoutMap(mesh)
        layout["hidden/kernel"] = (None, "model")
        chosen = distribution.ModelParallel(layout_map=layout, batch_dim_name="batch")
    distribution.set_distribution(chosen)
    try:
        yield
    finally:
        distribution.set_distribution(None)


def count_operations(found):
    """Has what `backend.arrays` compiles add its floating-point operations to `found[device][name]`, by the backend.

    Goes before all that imports it by name.
    """
    from keras_phases.backend import arrays

    compile_plainly = arrays.compiled

    def compiled(function):
        plain, run, counts = getattr(function, "func", function), compile_plainly(function), {}

        def call(*arguments):
            given = run(*arguments)
            shapes = str([getattr(one, "shape", None) for one in keras.tree.flatten(arguments)])
            for device in places_of(keras.tree.flatten(given)[0]):
                counts[shapes] = counts[shapes] if shapes in counts else operations_of(function, arguments)
                found[device][plain.__name__] += counts[shapes]
            return given

        return call

    import keras

    arrays.compiled = compiled


def places_of(tensor):
    """Names of the devices that hold a tensor, and so have computed it; none of one within another trace."""
    if hasattr(tensor, "graph") or hasattr(tensor, "_trace"):
        return []
    return [tensor.device[-5:]] if isinstance(tensor.device, str) else sorted(map(str, tensor.devices()))


def operations_of(function, arguments):
    """Of one call on one device, as the backend's compiler counts them."""
    import keras

    if keras.backend.backend() == "jax":
        import jax

        alone = jax.tree.map(lambda one: jax.device_put(one, jax.devices()[0]), arguments)
        found = jax.jit(function).lower(*alone).compile().cost_analysis()
        return (found[0] if isinstance(found, list) else found).get("flops", 0)
    import tensorflow as tf
    from tensorflow.python.profiler import model_analyzer, option_builder

    graph = tf.function(function, autograph=False).get_concrete_function(*arguments).graph
    options = option_builder.ProfileOptionBuilder.float_operation()
    return model_analyzer.profile(graph, options={**options, "output": "none"}).total_float_ops


def build(is_stateful):
    """A compiled model, the same at every call."""
    import keras
    from keras import layers

    keras.utils.set_random_seed(3)
    # TensorFlow alone has statistics of the whole batch by choice; on JAX they always are.
    whole = layers.BatchNormalization(synchronized=keras.backend.backend() == "tensorflow")
    stateful = [whole, layers.BatchNormalization(), layers.Dropout(0.25)] if is_stateful else []
    convolution = [layers.Conv2D(4, 3, name="conv"), *stateful, layers.ReLU(name="relu")]
    dense = [layers.Flatten(), layers.Dense(8, "relu", name="hidden"), layers.Dense(3, name="logits")]
    model = keras.Sequential([keras.Input((6, 6, 1)), *convolution, *dense])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), loss)
    return model


def draw_rows():
    """Training and validation rows that can be told apart a little."""
    import numpy as np

    rng = np.random.default_rng(0)
    y = rng.integers(0, 3, 2 * NUM_ROWS)
    x = rng.normal(size=(len(y), 6, 6, 1)).astype("float32") + y[:, None, None, None]
    return (x[:NUM_ROWS], y[:NUM_ROWS]), (x[NUM_ROWS:-40], y[NUM_ROWS:-40])


def fit(model, folders):
    """Trains it, with a probe for each mode of BatchNormalization that has a folder; returns the probes."""
    from keras_phases import PhaseProbe

    (x, y), validation = draw_rows()
    options = {"layers": ["relu", "hidden"], "decoders": ["linear", "patch"], "probe_batch_size": 64}
    probes = [
        PhaseProbe(log_dir=folder, batch_norm=mode, on_error="raise", **options) for mode, folder in folders.items()
    ]
    model.fit(x, y, BATCH, NUM_EPOCHS, verbose=0, shuffle=False, validation_data=validation, callbacks=probes)
    return probes


def digest(model):
    """Names the bits of all variables on all devices: weights, statistics, optimizer, seed generators."""
    import numpy as np

    found = hashlib.sha256()
    for variable in [*model.variables, *model.optimizer.variables]:
        for copy in getattr(variable.value, "values", [variable.value]):  # one on each device
            found.update(np.ascontiguousarray(np.asarray(copy)).tobytes())
    return found.hexdigest()


def measure_last(probes, operations):
    """Every column of the last weights by each probe, with all devices and with one, and what each device did."""
    from keras_phases.network import features

    instruments, find, found = [probe._session.instrument for probe in probes], features.devices_of, {}
    for name, devices_of_model in (("several", find), ("one", lambda model: (None,))):
        features.devices_of = devices_of_model
        operations.clear()
        steps = [instrument.measure(9, 9) for instrument in instruments]
        found[name] = [
            {f"{row.layer} {row.decoder}": row.metrics | {"flags": sorted(row.flags)} for row in step.rows}
            for step in steps
        ]
        found[f"operations_{name}"] = {device: dict(counts) for device, counts in operations.items()}
    features.devices_of = find
    return found


def values_of(probe):
    """The columns that are compared, by step, layer and column."""
    places = [probe.history.layout.metrics.index(name) for name in COLUMNS]
    return [values[:, places].tolist() for _, values in probe.history.records]


def main():
    """Runs the fits and prints what they left."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=["mirrored", "data_parallel", "model_parallel"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--stateful", action="store_true")
    arguments = parser.parse_args()
    kind, is_stateful = arguments.kind, arguments.stateful
    prepare(kind)
    operations = collections.defaultdict(collections.Counter)
    count_operations(operations)
    modes = ["batch", "inference"] if is_stateful else ["batch"]
    with devices_of(kind):
        plain, model = build(is_stateful), build(is_stateful)
        fit(plain, {})
        several = fit(model, {mode: arguments.folder / mode for mode in modes})
        found = {"plain": digest(plain), "probed": digest(model)}
    alone = build(is_stateful)
    if is_stateful:
        alone.set_weights(model.get_weights())
    one = fit(alone, {mode: arguments.folder / "one" / mode for mode in modes})
    found |= {"measured": measure_last(several, operations)}
    found |= {"steps": [probe.history.steps.tolist() for probe in several]}
    found |= {"several": list(map(values_of, several)), "one": list(map(values_of, one))}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
