"""Run under each of KERAS_BACKEND=tensorflow, jax and torch: what holds for the backend at hand."""

import subprocess
import sys

import keras
import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases.backend.arrays import (
    FLOAT32,
    compiled,
    compiled_once,
    full_float32,
    host,
    keeping_compiled,
    without_gradients,
)

BACKEND = keras.backend.backend()


FIT = """
import sys
import keras
before = {"tensorflow", "jax", "torch"} & sys.modules.keys()  # Keras itself loads more than one where it finds them
import numpy as np
from keras_phases.backend.arrays import full_float32, without_gradients
from keras_phases.decoders.linear import PrimalDecoder
from keras_phases.decoders.target import Centre
from keras_phases.probes import fit_linear_probe
features = np.arange(12, dtype="float32").reshape(6, 2) % 5
with full_float32(), without_gradients():
    decoder = PrimalDecoder(Centre.of(features[:, :1]))
    decoder.add(features, features[:, :1] - 2)
    decoder.fit()
    fit_linear_probe(features, np.array([0, 1, 0, 1, 1, 0]), num_classes=2)
print(*({"tensorflow", "jax", "torch"} & sys.modules.keys()) - before)
"""


@pytest.mark.slow
def test_no_other_backend_is_imported_by_us():
    result = subprocess.run([sys.executable, "-c", FIT], capture_output=True, text=True, timeout=300)
    assert (result.returncode, result.stdout.split()) == (0, []), result.stderr


def precision_of_tensorflow(value=None):
    import tensorflow as tf

    if value is not None:
        tf.config.experimental.enable_tensor_float_32_execution(value)
    return tf.config.experimental.tensor_float_32_execution_enabled()


def precision_of_jax(value=None):
    import jax

    if value is not None:
        jax.config.update("jax_default_matmul_precision", value)
    return jax.config.jax_default_matmul_precision


def precision_of_torch(value=None):
    import torch

    if value is not None:
        torch.set_float32_matmul_precision(value)
        torch.backends.cudnn.allow_tf32 = value != "highest"
    matmul, cudnn = torch.backends.cuda.matmul, torch.backends.cudnn
    return torch.get_float32_matmul_precision(), matmul.allow_tf32, cudnn.allow_tf32


PRECISIONS = {
    "tensorflow": (precision_of_tensorflow, (True, False), False),
    "jax": (precision_of_jax, ("bfloat16", "float32"), "highest"),
    "torch": (precision_of_torch, ("high", "medium", "highest"), ("highest", False, False)),
}


def test_products_are_whole_float32_inside_and_as_before_afterwards(monkeypatch):
    precision, values, whole = PRECISIONS[BACKEND]
    if BACKEND == "tensorflow":  # a CPU has no such products, and its switch is left alone
        import tensorflow as tf

        device = tf.config.LogicalDevice("GPU:0", "GPU")
        monkeypatch.setattr(tf.config, "list_logical_devices", lambda: [device])
    original = precision()
    for value in values:
        before = precision(value)
        with pytest.raises(KeyError), full_float32():
            assert precision() == whole
            raise KeyError
        assert precision() == before
    if BACKEND == "jax":
        import jax

        jax.config.update("jax_default_matmul_precision", original)
    else:
        precision(original[0] if BACKEND == "torch" else original)


def test_each_kind_of_product_of_torch_has_its_switch():
    if BACKEND != "torch":
        pytest.skip("only PyTorch has them")
    import torch

    backends = torch.backends
    if not hasattr(backends.cuda.matmul, "fp32_precision"):
        pytest.skip("this version has none")
    kinds = backends.cuda.matmul, backends.cudnn.conv, backends.cudnn.rnn, backends.mkldnn.matmul

    def show():
        return [kind.fp32_precision for kind in kinds]

    original = show()
    for values in (["tf32"] * 4, ["none"] * 4, original):
        for kind, value in zip(kinds, values, strict=True):
            kind.fp32_precision = value
        before = show()
        with full_float32():
            assert not {"tf32", "bf16"} & set(show())
        assert show() == before


def parameter():
    """A variable that is trained, as the backend has it."""
    return keras.Variable(np.arange(6, dtype=np.float32).reshape(3, 2)).value


def test_a_tensor_that_takes_part_in_training_comes_to_the_host():
    x = parameter() * 2
    assert BACKEND != "torch" or x.requires_grad
    found = host(x)
    assert isinstance(found, np.ndarray)
    assert_close(found, 2.0 * np.arange(6).reshape(3, 2))


def test_no_graph_is_recorded_inside():
    if BACKEND != "torch":
        pytest.skip("only PyTorch records one")
    x = FLOAT32.array(parameter())
    assert x.requires_grad
    with without_gradients():
        assert not FLOAT32.dot(x, x).requires_grad
    assert FLOAT32.dot(x, x).requires_grad
    assert not compiled(lambda x: x * 2)(x).requires_grad


def test_a_compiled_function_gives_the_same_in_and_out_of_full_precision():
    rng = np.random.default_rng(0)
    A, B = rng.standard_normal((30, 20), np.float32), rng.standard_normal((30, 5), np.float32)
    dot = compiled(FLOAT32.dot)
    outside = host(dot(FLOAT32.array(A), FLOAT32.array(B)))
    with full_float32():
        inside = host(dot(FLOAT32.array(A), FLOAT32.array(B)))
    for found in (outside, inside):
        assert_close(found, A.astype(np.float64).T @ B, relative=1e-6)


def test_what_is_compiled_is_kept_by_its_owner_and_without_one_the_newest():
    made = []
    make = compiled_once(lambda size: made.append(size) or compiled(lambda x: x[:size]))
    own = {}
    for _ in range(2):
        with keeping_compiled(own):
            assert [make(size) is make(size) for size in range(40)] == [True] * 40
    assert len(own) == 40 and made == list(range(40))
    made.clear()
    for size in (*range(40), 39, 0):
        make(size)
    assert made == [*range(40), 0], "of many the newest alone"
