"""One of two processes that train a small model together, for devices_test.py.

    python -m programs.worker_runs tensorflow|jax TASK PORT,PORT FOLDER

fits without the probe, with it, and with it further; process 0, the chief, writes to FOLDER. Then a fit under a budget,
one that `PhaseStop` ends, and one whose folder cannot be written. Each process prints as JSON what it found;
the chief also what a probe in a fit of its own, on one device, makes of the same weights.
"""

import argparse
import faulthandler
import functools
import itertools
import json
import os
import pathlib
import types
import warnings

from programs import device_runs

NUM_EPOCHS = device_runs.NUM_EPOCHS
STOP_AT = 2  # probe steps


def join(backend, task, ports):
    """Makes this process one of the two; returns what models are built in."""
    os.environ["KERAS_BACKEND"] = backend
    if backend == "tensorflow":
        cluster = {"worker": [f"127.0.0.1:{port}" for port in ports]}
        os.environ["TF_CONFIG"] = json.dumps({"cluster": cluster, "task": {"type": "worker", "index": task}})
        import tensorflow as tf

        from keras_phases.backend.mended_fit import mend_multiworker_fit

        strategy = tf.distribute.MultiWorkerMirroredStrategy()
        mend_multiworker_fit()
        return strategy.scope
    import jax

    os.environ["XLA_FLAGS"] = "--xla_backend_optimization_level=0"
    jax.config.update("jax_cpu_collectives_implementation", "gloo")
    jax.distributed.initialize(f"127.0.0.1:{ports[0]}", 2, task)
    from keras import distribution

    distribution.set_distribution(distribution.DataParallel(auto_shard_dataset=False))
    return lambda: distribution.distribution().scope()


def fit(model, callbacks, num_epochs=NUM_EPOCHS, **options):
    """Trains on rows that every process has; on JAX each takes all of them as its part, so that batches are doubled."""
    (x, y), (x_test, y_test) = device_runs.draw_rows()
    options = {"verbose": 0, "shuffle": False, "callbacks": callbacks, **options}
    model.fit(x, y, device_runs.BATCH, num_epochs, validation_data=(x_test, y_test), **options)


def build_probe(folder, **options):
    """A probe as both processes make it; `folder` is None in all but the chief."""
    from keras_phases import PhaseProbe

    return PhaseProbe(log_dir=folder, layers=["relu", "hidden"], probe_batch_size=64, on_error="raise", **options)


def fit_with_budget(model, folder, task):
    """The steps of a fit whose probe steps are all too dear by the chief's clock, and by the other's cost nothing."""
    from keras_phases import Every

    probe = build_probe(folder / "budget" if folder else None, budget=0.01, schedule=Every(1))
    probe._clock = functools.partial(next, itertools.count() if task == 0 else itertools.repeat(0))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that the budget cannot be held
        fit(model, [probe])
    return probe.history.steps.tolist()


def stop_early(model, folder):
    """Has `PhaseStop` end a fit by what the history says; returns the steps and the files of `PhaseCheckpoint`."""
    from keras_phases import PhaseCheckpoint, PhaseStop
    from keras_phases.callbacks import phase_stop as stopping

    report = types.SimpleNamespace(describe=lambda: "as told")
    stopping.judge = lambda history, layer, confidence: (report, len(history) >= STOP_AT)
    probe = build_probe(folder / "stop" if folder else None)
    stop = PhaseStop(probe, restore_best_weights=False)
    keep = PhaseCheckpoint(probe, (folder or pathlib.Path("never")) / "best.weights.h5")
    fit(model, [probe, stop, keep])
    return {"stopped": stop.stopped_step, "steps": probe.history.steps.tolist(), "kept": len(keep.checkpoints)}


def fail(model, folder):
    """What a fit says whose folder, which the chief alone has, is a file."""
    if folder:
        (folder / "file").touch()
    try:
        fit(model, [build_probe(folder / "file" if folder else None)])
    except ValueError as error:
        return str(error)
    return None


def main():
    """Runs the fits and prints what they left."""
    parser = argparse.ArgumentParser()
    parser.add_argument("backend", choices=["tensorflow", "jax"])
    parser.add_argument("task", type=int)
    parser.add_argument("ports", type=lambda text: text.split(","))
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    faulthandler.dump_traceback_later(200, exit=True)  # one that waits for the other says where
    scope = join(arguments.backend, arguments.task, arguments.ports)
    folder = arguments.folder if arguments.task == 0 else None
    os.chdir(arguments.folder / f"cwd{arguments.task}")
    with scope():
        plain, model, stopped = (device_runs.build(True) for _ in range(3))
    fit(plain, [])
    probe = build_probe(folder)
    fit(model, [probe])
    found = {"plain": device_runs.digest(plain), "probed": device_runs.digest(model)}
    found |= {"is_chief": probe.is_chief, "steps": probe.history.steps.tolist()}
    found |= {"trained": [weight.tolist() for weight in map(as_array, model.trainable_variables)]}
    found["several"] = device_runs.values_of(probe)
    weights = model.get_weights()
    fit(model, [probe], NUM_EPOCHS + 1, initial_epoch=NUM_EPOCHS)
    found |= {"further": probe.history.steps.tolist(), "log_dir": str(probe.log_dir)}
    found["budget"] = fit_with_budget(plain, folder, arguments.task)
    found["stop"] = stop_early(stopped, folder)
    found["failure"] = fail(model, folder)
    if arguments.task == 0:
        found["one"] = measure_alone(weights, arguments.folder / "one")
    print(json.dumps(found))


def as_array(variable):
    import keras

    return keras.ops.convert_to_numpy(variable)


def measure_alone(weights, folder):
    """What a probe finds at the first step of a fit on one device that starts with these weights."""
    import keras

    keras.distribution.set_distribution(None)
    model = device_runs.build(True)
    model.set_weights(weights)
    probe = build_probe(folder)
    fit(model, [probe], 1)
    return device_runs.values_of(probe)[0]


if __name__ == "__main__":
    main()
