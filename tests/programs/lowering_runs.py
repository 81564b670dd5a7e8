"""Lowers for a TPU and for CUDA, on any machine, every function that a probe step compiles on JAX; for devices_test.py.

    python -m programs.lowering_runs

prints as JSON the functions by module, what in them a device cannot take, the modules that compile, and what is found
in two functions that no device can take.
"""

import functools
import json
import os
import re
import sys

if __name__ == "__main__":  # the tests import every module in search of examples
    os.environ |= {"KERAS_BACKEND": "jax", "XLA_FLAGS": "--xla_backend_optimization_level=0"}

import jax
import numpy as np
from jax import export
from jax import numpy as jnp

from keras_phases.backend import arrays

FAULTS = {"host": r"callback|stablehlo\.(send|recv|infeed|outfeed)", "dynamic shape": r"tensor<([0-9x]*)\?"}
lowered = {}


def faults_of(function, *arguments):
    """What a device cannot take, or would have to compile anew for each size."""
    faults = set()
    for platform in ("tpu", "cuda"):
        try:
            text = export.export(jax.jit(function), platforms=[platform])(*arguments).mlir_module()
        except ValueError as error:  # so a callback to the host ends on a TPU
            return [f"refused: {error}"]
        assert "stablehlo" in text
        faults |= {name for name, pattern in FAULTS.items() if re.search(pattern, text)}
    return sorted(faults)


def compiled_and_lowered(function):
    """In the place of `arrays.compiled`; lowers at the first call, as modes that are on then are part of it."""
    plain = getattr(function, "func", function)
    name, run, is_new = f"{plain.__module__}.{plain.__qualname__}", jax.jit(function), True

    @functools.wraps(plain)
    def call(*arguments):
        nonlocal is_new
        if is_new:
            lowered.setdefault(name, set()).update(faults_of(function, *arguments))
            is_new = False
        return run(*arguments)

    return call


def measure():
    """Probe steps of a small VGG, with every kind of decoder, and with every kind of labels that compiles its own."""
    import keras
    from builders.steps import build_instrument

    from keras_phases import models
    from keras_phases.data.probe_examples import Draws, draw_rows
    from keras_phases.decoders import AdamLinear, ConvTransposeDecoder, Linear, Patch
    from keras_phases.network.batch_norm import batch_norm_statistics
    from keras_phases.quantities import resolve_quantities

    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(96, 8, 8, 1)).astype("float32"), np.arange(96) % 3
    keras.utils.set_random_seed(0)
    model = models.vgg8((8, 8, 1), 3, width=2)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    rows, batch_size = draw_rows(x, y, None, None, draws=Draws(max_examples=64, max_heldout=32, batch_size=16, seed=0))
    decoders = Linear(), Patch(), AdamLinear(epochs=1), ConvTransposeDecoder(epochs=1)
    options = {"batch_norm": "batch", "batch_size": batch_size, "seed": 0, "quantities": resolve_quantities("auto")}
    build_instrument(model, rows, layers="block1_relu", decoders=decoders, num_images=2, **options).measure(0, 0)
    batch_norm_statistics(model, x, batch_size=32)
    several = np.eye(3, dtype="float32")[y] + np.eye(3, dtype="float32")[0] * (y > 1)[:, None]
    model.compile("sgd", keras.losses.BinaryCrossentropy(from_logits=True))
    rows, _ = draw_rows(x, several, None, None, draws=Draws(max_examples=64, max_heldout=32, batch_size=16, seed=0))
    build_instrument(model, rows, layers="block2_relu", decoders=(Linear(),), **options).measure(0, 0)


def lower_factors():
    """The solve of an accelerator."""
    from keras_phases.decoders.ridge import fit_primal

    A, T = np.random.default_rng(0).normal(size=(2, 64, 8))
    fit_primal(A.T @ A, A.T @ T, np.vdot(T, T), num_rows=64, arithmetic=arrays.FLOAT32, by_cholesky=True)


def lower_fallback():
    """What Newton's method asks of a device, where L-BFGS ends early."""
    from keras_phases.probes import descent, fit_linear_probe

    descent._MAX_STEPS = 1
    features = np.random.default_rng(0).normal(size=(64, 8)).astype("float32")
    fit_linear_probe(features, np.arange(64) % 3, num_classes=3)


def lower_products():
    """The products that run one by one: moments, and what decoders make of features."""
    A, B, square = np.zeros((64, 12), "float32"), np.zeros((64, 3), "float32"), np.zeros((12, 12), "float32")
    ops, dot = arrays.FLOAT32.ops, arrays.FLOAT32.dot
    lowered["gram"] = faults_of(dot, A, A)
    lowered["cross"] = faults_of(dot, A, B)
    lowered["sums"] = faults_of(lambda T: (ops.sum(T, axis=0), ops.sum(T * T, axis=1)), B)
    lowered["prediction"] = faults_of(ops.matmul, A, square)


def controls():
    """Faults that must be found: a callback, and a number of rows that is not fixed."""

    def with_callback(x):
        return jax.pure_callback(np.sin, jax.ShapeDtypeStruct(x.shape, x.dtype), x)

    (rows,) = export.symbolic_shape("rows")
    return [
        faults_of(with_callback, jnp.zeros(3)),
        faults_of(jnp.sin, jax.ShapeDtypeStruct((rows, 3), "float32")),
    ]


if __name__ == "__main__":
    arrays.compiled = compiled_and_lowered
    measure()
    lower_factors()
    lower_fallback()
    lower_products()
    holders = {name for name, module in sys.modules.items() if vars(module).get("compiled") is compiled_and_lowered}
    found = {name: sorted(faults) for name, faults in lowered.items()}
    print(json.dumps({"lowered": found, "modules": sorted(holders - {arrays.__name__}), "controls": controls()}))
