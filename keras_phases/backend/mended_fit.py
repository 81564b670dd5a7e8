"""Has `fit` of Keras run under `tf.distribute.MultiWorkerMirroredStrategy`, where it does not by itself (keras#20585).

Checked on Keras 3.12 and 3.15.
"""

import functools

import keras

LAST_BROKEN = 3, 15
"""Version of Keras up to which it is mended; later ones are left as they are."""


def mend_multiworker_fit() -> None:
    """Mends two private functions of Keras for this process; does nothing on other backends and where Keras is later.

    Under other strategies they do what they did. Call it before the model trains.
    """
    version = tuple(map(int, keras.version().split(".")[:2]))
    if keras.backend.backend() != "tensorflow" or version > LAST_BROKEN:
        return
    from keras.src.backend.tensorflow import trainer

    kind = trainer.TensorFlowTrainer
    if not hasattr(kind._maybe_symbolic_build, "__wrapped__"):  # by an earlier call
        kind._maybe_symbolic_build = _mended(kind._maybe_symbolic_build, _build)
        trainer.reduce_per_replica = _mended(trainer.reduce_per_replica, _reduce)


def _mended(function, mend):
    @functools.wraps(function)
    def run(*arguments, **options):
        return mend(function, *arguments, **options)

    return run


def _is_multiworker(strategy):
    import tensorflow as tf

    return isinstance(strategy, tf.distribute.MultiWorkerMirroredStrategy)


def _build(build, model, iterator=None, data_batch=None):
    strategy = model.distribute_strategy
    if iterator is None or not _is_multiworker(strategy):
        return build(model, iterator, data_batch)
    # Keras reduces the whole first batch among the workers as if it were one tensor.
    _, _, batches = next(iter(iterator))
    first = keras.tree.map_structure(lambda rows: strategy.experimental_local_results(rows)[0], next(batches))
    return build(model, data_batch=first)


def _reduce(reduce, values, strategy, reduction):
    if not _is_multiworker(strategy) or reduction not in ("auto", "mean"):
        return reduce(values, strategy, reduction)
    # Keras takes the mean of scalars over their first axis.
    return keras.tree.map_structure(lambda value: strategy.reduce("MEAN", value, axis=None), values)
