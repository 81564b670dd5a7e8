"""The variables of a model: read as they are at this moment of training, without touching the trainer, and lent.

On TensorFlow and PyTorch a variable holds its newest value at any time. On JAX, `fit` carries the values along from
step to step and hands them to the variables only where a callback asks for `model`; that hand-over would be a trace.
"""

import contextlib
import hashlib
import itertools
import math
import weakref
from typing import Any

import keras
import numpy as np

from keras_phases.backend.arrays import host, without_gradients
from keras_phases.backend.keras_private import all_layers
from keras_phases.backend.places import place

_DIGESTED_VALUES, _LARGE_SIZE = 4096, 2**20
_TRAINERS = weakref.WeakKeyDictionary()


def newest_values(model):
    """`(variables, values)` that a function of the model has to be given, on the device of `places.on`.

    All of them on JAX, where a compiled function sees variables as constants, and where several devices of TensorFlow
    each hold a copy; else none, as variables are read anew at each call.
    """
    if keras.backend.backend() == "jax":
        variables, values = _newest_of_jax(model)
        return variables, list(map(_of_this_device, variables, values))
    variables = _variables_of(model) if devices_of(model) != (None,) else []
    return variables, list(map(_copy_here, variables))


def devices_of(model):
    """The devices of this process that each hold all weights of a model; `(None,)` where there are not several.

    A model is held so where it is made in the scope of a `MirroredStrategy`, or with `keras.distribution.DataParallel`.
    """
    find = {"tensorflow": _copies_of_tensorflow, "jax": _copies_of_jax}.get(keras.backend.backend(), lambda model: ())
    held = {tuple(copy.device for copy in copies) for copies in find(model)}
    devices = held.pop() if len(held) == 1 else ()
    return devices if len(devices) > 1 else (None,)


def _copies_of_tensorflow(model):
    import tensorflow as tf

    strategy = getattr(model, "distribute_strategy", None)
    kinds = tf.distribute.MirroredStrategy, tf.distribute.MultiWorkerMirroredStrategy
    return map(_copies_of, _variables_of(model)) if isinstance(strategy, kinds) else ()


def _copies_of(variable) -> Any:
    """The copies of a variable, one on each device of this process; none where reading it takes all of them."""
    return () if is_read_together(variable) else getattr(variable.value, "values", ())


def is_read_together(variable):
    """Whether what a variable holds is made of its copies on all devices when it is read."""
    return getattr(variable, "synchronization", None) == "on_read"


def _copies_of_jax(model):
    values = _newest_of_jax(model)[1]
    return (value.addressable_shards if getattr(value, "is_fully_replicated", False) else () for value in values)


def _copy_here(variable):
    first, *others = _copies_of(variable)
    # Moving statistics differ from device to device: those of the first count, as where one device measures.
    own = (copy for copy in others if copy.device == place() and copy.trainable)
    return next(own, first).read_value()


def _of_this_device(variable, value):
    """A value that lies on several devices as the one of `places.on` has it."""
    if place() is None:
        return _of_this_process(variable, value)
    return next(shard.data for shard in value.addressable_shards if shard.device == place())


def _newest_of_jax(model):
    trainer = trainer_of(model)
    variables, state = _variables_of(model), _state_of_fit(trainer)
    if state is None:
        values = [variable.value for variable in variables]
    else:
        values = [*state["trainable_variables"], *state["non_trainable_variables"]]
        newest = _by_id(_variables_of(trainer), values)
        values = [newest[id(variable)] if id(variable) in newest else variable.value for variable in variables]
    return variables, values


def _variables_of(model):
    return [*model.trainable_variables, *model.non_trainable_variables]


def train_within(part, trainer):
    """Notes that the weights of a model are trained as a part of another, whose `fit` has their newest values."""
    _TRAINERS.pop(part, None)
    if part is not trainer:
        _TRAINERS[part] = weakref.ref(trainer)


def trainer_of(model):
    """The model whose `fit` trains the weights of a model: itself, unless it was noted to be a part."""
    trainer = _TRAINERS.get(model)
    return (model if trainer is None else trainer()) or model


def _of_this_process(variable, value):
    """A value that lies in the memory of several processes, as this one has it: it can compute with it alone."""
    if getattr(value, "is_fully_addressable", True):
        return value
    if not value.is_fully_replicated:
        raise ValueError(
            f"Weight '{variable.path}' is split among several processes ({value.sharding}), and one of them measures. "
            "Expected weights that each process holds as a whole, as with keras.distribution.DataParallel; split them "
            "among the devices of one process, or train without the probe."
        )
    return value.addressable_data(0)


def innermost_optimizer(model):
    """The optimizer that counts and accumulates: a `LossScaleOptimizer` leaves that to the one that it wraps."""
    optimizer = getattr(model, "optimizer", None)
    return getattr(optimizer, "inner_optimizer", optimizer)


def read_iterations(model):
    """Optimizer steps done; 0 without an optimizer."""
    return _read_count(model, lambda: getattr(getattr(model, "optimizer", None), "iterations", None))


def read_pending_batches(model):
    """Batches whose gradients wait for the next optimizer step; 0 without gradient accumulation.

    Keras shows the count of batches nowhere else; checked on Keras 3.12 and 3.15.
    """
    optimizer = innermost_optimizer(model)
    batches_per_step = getattr(optimizer, "gradient_accumulation_steps", None) or 1
    if batches_per_step == 1:
        return 0  # without a look at the device
    return _read_count(model, lambda: getattr(optimizer, "_iterations", None)) % batches_per_step


def _read_count(model, find):
    """A number that an optimizer holds, 0 where it holds none."""
    values = _values_of_optimizer(model)
    # With gradient accumulation the count is computed from a variable, which during a fit on JAX has no value.
    with keras.StatelessScope(state_mapping=values) if values else contextlib.nullcontext():
        count = find()
        return 0 if count is None else int(host(count))


def _values_of_optimizer(model):
    """Its variables, each with the value that a running `fit` on JAX holds of it; none where they are up to date."""
    held = (_state_of_fit(model) or {}).get("optimizer_variables")
    return [] if held is None else list(zip(model.optimizer.variables, held, strict=True))


def _state_of_fit(model):
    """What a running `fit` on JAX, or `holding`, holds; None where the variables are up to date.

    `model.jax_state_sync`, the public way, would hand it over. Checked on Keras 3.12 and 3.15.
    """
    state = getattr(model, "_jax_state", None)
    return None if state is None or getattr(model, "_jax_state_synced", True) else state


@contextlib.contextmanager
def holding(model, trainable, non_trainable):
    """Within it a model's newest values are those that a loop on JAX carries along, held as those of a `fit` there.

    Where a callback has the variables take them, as in a `fit`, these have their own again afterwards.
    """
    before = [(variable, variable.value) for variable in _variables_of(model)]
    model._jax_state = {"trainable_variables": trainable, "non_trainable_variables": non_trainable}
    model._jax_state_synced = False
    try:
        yield
    finally:
        if model._jax_state_synced:
            for variable, value in before:
                variable.assign(value)
        model._jax_state, model._jax_state_synced = None, True


def copy_values(weights):
    """Copies, on the device and without waiting for it, of variables or arrays."""
    with without_gradients():
        return [keras.ops.copy(getattr(weight, "value", weight)) for weight in weights]


def same_values(copies, weights):
    """Whether variables or arrays are the bits of which `copy_values` made copies; one that JAX has reused is not."""
    values = [getattr(weight, "value", weight) for weight in weights]
    if any(value.is_deleted() for value in values if hasattr(value, "is_deleted")):
        return False
    return all(host(one).tobytes() == host(two).tobytes() for one, two in zip(copies, values, strict=True))


class WeightWatch:
    """Looks at the weights that are measured, at one check for each on the device and one wait for all.

    What is not trained and holds infinity when the watch begins, as a mask does or a running minimum before the first
    batch, is looked at for NaN alone.

    Args:
        model: The built model.
    """

    def __init__(self, model):
        self.model, self._may_be_infinite = model, ()
        self._may_be_infinite = {id(weight) for weight in self.failed() if not weight.trainable}

    def failed(self):
        """The weights that have failed, as their values are at this moment of training."""
        weights = [weight for weight in self.model.weights if keras.backend.is_float_dtype(weight.dtype)]
        failed = list(map(self._has_failed, weights, _values_of(self.model, weights)))
        return list(itertools.compress(weights, host(keras.ops.stack(failed)) if failed else ()))

    def _has_failed(self, weight, value):
        find = keras.ops.isnan if id(weight) in self._may_be_infinite else _is_nonfinite
        return keras.ops.any(find(value))


def _is_nonfinite(value):
    return keras.ops.logical_not(keras.ops.isfinite(value))


def averaging_optimizers(model):
    """The optimizers that keep a moving average of weights, which the model takes at the end of fit (`use_ema`)."""
    optimizer = innermost_optimizer(model)
    return [one for one in getattr(optimizer, "optimizers", [optimizer]) if getattr(one, "use_ema", False)]


def are_averaged(model):
    """Whether weights are at this moment the moving averages of them that an optimizer keeps, and shows nowhere else.

    After one step the average is the weights themselves.
    """
    optimizers = [one for one in averaging_optimizers(model) if one.built and read_iterations(model) > 1]
    pairs = [zip(one._trainable_variables, one._model_variables_moving_average, strict=True) for one in optimizers]
    pairs = [pair for pair in itertools.chain.from_iterable(pairs) if pair[1] is not None]
    values = [_values_of(model, variables) for variables in zip(*pairs, strict=True)]
    equal = [keras.ops.all(keras.ops.equal(*pair)) for pair in zip(*values, strict=True)]
    return bool(equal) and bool(host(keras.ops.stack(equal)).all())


def _values_of(model, variables):
    """Their values at this moment of training: on JAX a variable without its newest value may have none at all."""
    newest = _by_id(*newest_values(model))
    of_optimizer = {id(variable): value for variable, value in _values_of_optimizer(trainer_of(model))}

    def value_of(variable):
        if id(variable) in of_optimizer:
            return _of_this_process(variable, of_optimizer[id(variable)])
        return newest[id(variable)] if id(variable) in newest else variable.value

    return list(map(value_of, variables))


def _by_id(variables, values):
    return dict(zip(map(id, variables), values, strict=True))


def digest_weights(model):
    """A digest of a model's weights as they are at this moment of training, which a file of them keeps.

    Of each weight some thousand values count: training moves nearly all. Moving statistics of BatchNormalization are
    left out, which a file may hold measured anew.
    """
    newest = _by_id(*newest_values(model))
    statistics = {
        id(getattr(layer, name, None))
        for layer in all_layers(model, keras.layers.BatchNormalization)
        for name in ("moving_mean", "moving_variance")
    }
    found = hashlib.blake2b(digest_size=16)
    for variable in model.weights:
        if id(variable) not in statistics:
            value, size = newest.get(id(variable), variable), math.prod(variable.shape)
            # On the device, so that a large weight is not copied as a whole.
            flat: Any = keras.ops.reshape(value, (-1,)) if size > _LARGE_SIZE else host(value).reshape(-1)
            values = host(flat[:: max(size // _DIGESTED_VALUES, 1)])
            found.update(repr(((size,), values.dtype.name)).encode())
            found.update(values.tobytes())
    return found.hexdigest()


@contextlib.contextmanager
def on_loan(model):
    """Within it a model may take other weights; afterwards every variable holds its own bits again."""
    # On JAX a fit that was interrupted may still hold the values of the variables.
    getattr(model, "jax_state_sync", lambda: None)()
    own = [(variable, np.array(keras.ops.convert_to_numpy(variable))) for variable in _all_variables_of(model)]
    try:
        yield
    finally:
        for variable, value in own:
            variable.assign(value)


def _all_variables_of(model):
    """All that a weights file can hold: of layers, seed generators, metrics and the optimizer."""
    optimizer = getattr(model, "optimizer", None)
    found = [*model.variables, *model.metrics_variables, *([] if optimizer is None else optimizer.variables)]
    return list({id(variable): variable for variable in found}.values())
