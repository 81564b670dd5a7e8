"""Rows from what a `fit` or a user feeds: arrays, `tf.data`, `PyDataset`, generators, torch `DataLoader`.

What a `fit` reads is never consumed, reordered or stepped on: arrays are indexed, of the other kinds a copy is read,
and what is drawn from a generator is pushed back.
"""

import contextlib
import itertools
import sys
import types
import warnings

import keras
import numpy as np

from keras_phases.backend.random_states import keep_random_states
from keras_phases.data.batch_forms import BatchForm
from keras_phases.data.generators import draw_head
from keras_phases.data.reading import mask_rows
from keras_phases.data.reservoir import Reservoir
from keras_phases.data.source_copies import OWN_ROWS, copy_dataset, copy_source, find_tensors, undistribute
from keras_phases.data.trees import check_lengths, find_leaves, is_tree, map_leaves, num_rows_of, to_array
from keras_phases.warning import warn

STREAM_LENGTHS = 5
"""Times the rows asked for that are read of a stream, to choose from: 12,000 rows of all 50,000 of CIFAR-10."""

_EXPECTED_ROWS = "Expected a numeric array with the examples on the first axis; pass the rows to measure: data=(x, y)."
_CHUNK_ROWS = 256


def kind_of(x):
    """`"arrays"`, `"dataset"`, `"pydataset"`, `"loader"`, `"grain"` or `"generator"`, by the type of what is fed."""
    parents = [(parent.__module__, parent.__name__) for parent in type(x).__mro__]
    if isinstance(x, keras.utils.PyDataset):
        return "pydataset"
    if isinstance(x, types.GeneratorType):
        return "generator"
    if any(module.startswith("torch.utils.data") and name == "DataLoader" for module, name in parents):
        return "loader"
    if any(module.split(".")[0] == "grain" for module, _ in parents):
        return "grain"
    return "dataset" if hasattr(x, "element_spec") and hasattr(x, "__iter__") else "arrays"


def read_source(fed, name, *, num_rows, seed, arguments=None, form=None):
    """`(x, y)` as NumPy arrays, a tree of them for `x`, from what a running `fit` feeds; the source is left as it is.

    Arrays are taken whole, tensors and tables of more rows than asked for as a choice by the seed. Batches of a
    `PyDataset` and rows of a `DataLoader` are chosen all over it by the seed. Of a stream the first rows are read, five
    times as many as asked for, and as many as asked for chosen among them; of a generator just as many as asked for.

    Args:
        fed: `(x, y, sample weights)`: what is fed, of any kind, and what stands beside arrays, or None.
        name: What errors call it.
        num_rows: Rows asked for.
        seed: Seed of the choice.
        arguments: Local variables of the `fit`, to push back what was drawn from a generator. Defaults to `None`, as
            for validation data: generators are refused.
        form: `BatchForm` of the batches. Defaults to `None`: as Keras unpacks them.

    Raises:
        ValueError: for what cannot be read twice safely, with the way out.
    """
    x, form = fed[0], form or BatchForm()
    kind = kind_of(x)
    if kind == "arrays":
        x, y, weights = form(keras.utils.pack_x_y_sample_weight(*fed), is_whole=True)
        return _read_arrays(x, y, weights, name, num_rows, seed)
    if kind == "grain":
        raise ValueError(
            f"{name} is a {type(x).__name__} of grain, which is not read here. Expected arrays; {OWN_ROWS}."
        )
    reservoir = Reservoir(num_rows, seed, only_new=kind == "generator" or _is_endless(x), form=form)
    if kind == "pydataset":
        _read_py_dataset(x, name, reservoir, num_rows, seed)
    elif kind == "loader":
        _read_loader(x, name, reservoir, num_rows, seed)
    elif kind == "generator":
        _read_generator(x, name, reservoir, num_rows, arguments)
    else:
        dataset = undistribute(x, name)
        tensors = find_tensors(dataset)
        if tensors is not None:
            x, y, weights = form(tensors, is_whole=True)
            return _read_arrays(x, y, weights, name, num_rows, seed)
        _read_dataset(dataset, name, reservoir, num_rows)
    return _rows_of(reservoir, name)


def read_data(data, *, num_rows):
    """`(x, y)` as NumPy arrays, a tree of them for `x`, from what a user passes as `data`.

    Args:
        data: `x`, `(x, y)`, or an iterable of such batches, read from its beginning: a `tf.data.Dataset`, a
            `keras.utils.PyDataset`, a torch `DataLoader` or a generator.
        num_rows: Rows to read from an iterable, in whole batches; arrays are taken whole.
    """
    kind = kind_of(data)
    if kind == "grain":
        raise ValueError(f"data is a {type(data).__name__} of grain. {_EXPECTED_ROWS}")
    if kind != "arrays":
        # A shuffled DataLoader draws its order from PyTorch's global generator.
        with keep_random_states():
            return _read_batches(_batches_of(data, kind), num_rows)
    if isinstance(data, (tuple, list)):
        return as_inputs(data[0], "x of data"), as_labels(data[1], "y of data")
    return as_inputs(data, "data"), None


def as_inputs(x, name):
    """`x` as a NumPy array, or a tree of them."""
    names = dict(find_leaves(x))
    if not names:
        raise ValueError(f"{name} is an empty {type(x).__name__}. {_EXPECTED_ROWS}")
    arrays = iter([to_array(leaf, _name_of(name, key), _EXPECTED_ROWS) for key, leaf in names.items()])
    tree = map_leaves(lambda _: next(arrays), x) if is_tree(x) else next(arrays)
    for key, array in find_leaves(tree):
        if array.ndim < 1 or (len(names) == 1 and array.dtype.kind not in "fiubSU" and not _is_text(array)):
            described = f"{type(names[key]).__name__} with shape {array.shape} and dtype {array.dtype}"
            raise ValueError(f"{_name_of(name, key)} is {described}. {_EXPECTED_ROWS}")
    return tree


def _is_text(array):
    """Whether an array of objects holds texts, and no rows of several lengths."""
    return array.dtype.kind == "O" and all(isinstance(one, (str, bytes)) for one in array.flat)


def as_labels(y, name):
    """`y` as a NumPy array, the one of a dict or list; None without labels and for several arrays of them.

    Labels of several lengths, as of a ragged tensor, are an array of objects.
    """
    leaves = [leaf for _, leaf in find_leaves(y) if leaf is not None]
    if len(leaves) != 1:
        return None
    try:
        return to_array(leaves[0], name, "Expected an array of labels, one for each example.")
    except ValueError:
        rows = leaves[0].numpy() if hasattr(leaves[0], "numpy") else leaves[0]
        if not isinstance(rows, (list, np.ndarray)) or not all(np.ndim(row) or isinstance(row, list) for row in rows):
            raise
        ragged = np.empty(len(rows), object)
        ragged[:] = rows
        return ragged


def _name_of(name, key):
    return f"input '{key}' of {name}" if key else name


def _mask_labels(y, weights, name):
    """Labels as an array, or None, of which rows, or positions, are masked whose sample weights are all 0."""
    labels, weights = as_labels(y, name), as_labels(weights, f"sample weights of {name}")
    if labels is None or weights is None or labels.ndim == 0 or weights.shape[:1] != labels.shape[:1]:
        return labels
    if weights.ndim > 1 and labels.ndim > 1 and weights.shape == labels.shape[: weights.ndim]:
        return mask_rows(labels, weights == 0)
    return mask_rows(labels, ~weights.reshape(len(labels), -1).any(axis=1))


def _read_arrays(x, y, weights, name, num_rows, seed):
    if len(find_leaves(x)) and not all(isinstance(leaf, np.ndarray) for _, leaf in find_leaves(x)):
        x, y, weights = _choose_rows((x, y, weights), num_rows, seed)
    return as_inputs(x, name), _mask_labels(y, weights, f"y of {name.removeprefix('x of ')}")


def _choose_rows(parts, num_rows, seed):
    """Some rows of tensors and tables, so that no more of them are brought to NumPy than are needed."""
    sizes = {leaf.shape[0] for _, leaf in find_leaves(parts[0]) if len(getattr(leaf, "shape", ()))}
    if len(sizes) != 1 or (size := int(sizes.pop())) <= num_rows:
        return parts
    rows = np.sort(np.random.default_rng([seed, 3]).permutation(size)[:num_rows])
    return (map_leaves(lambda array: _index(array, rows), part) for part in parts)


def _index(array, rows):
    if hasattr(array, "iloc"):
        return array.iloc[rows]
    if type(array).__module__.split(".")[0] == "tensorflow":
        return sys.modules["tensorflow"].gather(array, rows)
    return np.asarray(array)[rows] if isinstance(array, (list, tuple)) else array[rows]


def _read_dataset(dataset, name, reservoir, num_rows):
    copied, is_random = copy_dataset(dataset, name)
    reservoir.form.is_random |= is_random
    with keep_random_states():
        is_over = _fill(reservoir, copied, STREAM_LENGTHS * num_rows, name)
    _warn_of_head(is_over, reservoir, name)


def _is_endless(x):
    return isinstance(x, keras.utils.PyDataset) and x.num_batches is None


def _read_py_dataset(dataset, name, reservoir, num_rows, seed):
    copied, num_batches, is_over = copy_source(dataset, name), dataset.num_batches, True
    with keep_random_states():
        if num_batches is None:
            is_over = _fill(reservoir, map(copied.__getitem__, itertools.count()), STREAM_LENGTHS * num_rows, name)
        else:
            order = np.random.default_rng([seed, 3]).permutation(num_batches)
            _fill(reservoir, (copied[int(index)] for index in order), num_rows, name)
        reservoir.form.is_random |= _is_random(lambda: copied[0])
    _warn_of_head(is_over, reservoir, name)


def _read_loader(loader, name, reservoir, num_rows, seed):
    dataset, torch = loader.dataset, sys.modules["torch"]
    if isinstance(dataset, torch.utils.data.IterableDataset) or not hasattr(dataset, "__len__"):
        raise ValueError(
            f"{name} is a DataLoader of a {type(dataset).__name__}, a stream that can be read once only. Expected a "
            f"dataset with __len__ and __getitem__; {OWN_ROWS}."
        )
    copied = copy_source((dataset, loader.collate_fn, loader.sampler, loader.batch_sampler), name)
    with keep_random_states():
        _fill(reservoir, _batches_of_copy(*copied, num_rows, seed), num_rows, name)
        reservoir.form.is_random |= _is_random(lambda: copied[0][0])


def _is_random(read):
    """Whether a copy gives something else where it is asked for the same again."""
    with contextlib.suppress(Exception):  # arrays that cannot be compared
        one, other = ([np.asarray(leaf) for _, leaf in find_leaves(read())] for _ in range(2))
        return not all(
            np.array_equal(*both, equal_nan=both[0].dtype.kind == "f") for both in zip(one, other, strict=True)
        )
    return False


def _batches_of_copy(dataset, collate, sampler, batch_sampler, num_rows, seed):
    """Batches of rows chosen by the seed among those that the sampler gives."""
    if batch_sampler is not None and type(batch_sampler).__name__ != "BatchSampler":
        sampler = itertools.chain.from_iterable(batch_sampler)
    indices = _indices_of(sampler, len(dataset), STREAM_LENGTHS * num_rows)
    indices = [indices[place] for place in np.random.default_rng([seed, 3]).permutation(len(indices))]
    if batch_sampler is None:
        yield from (collate(dataset[index]) for index in indices)
        return
    for start in range(0, len(indices), _CHUNK_ROWS):
        chunk = indices[start : start + _CHUNK_ROWS]
        several = getattr(dataset, "__getitems__", None)
        yield collate(several(chunk) if several else [dataset[index] for index in chunk])


def _indices_of(sampler, size, most):
    if type(sampler).__name__ in ("SequentialSampler", "RandomSampler"):
        return range(size)
    # A sampler may leave rows out, such as those for validation, and may go on for ever.
    indices = itertools.islice(iter(sampler), max(len(sampler) if hasattr(sampler, "__len__") else 0, most))
    return sorted(set(indices))


def _read_generator(generator, name, reservoir, num_rows, arguments):
    if arguments is None or "epoch_iterator" not in arguments:
        raise ValueError(
            f"{name} is a generator, which can be read once only. Expected arrays or a source that can be read again."
        )
    with draw_head(arguments, name) as batches:
        is_over = _fill(reservoir, batches, num_rows, name)
    _warn_of_head(is_over, reservoir, name)


def _fill(reservoir, batches, most, name):
    """Adds batches until there are `most` rows; returns whether the batches were over by then."""
    num_read, batches = 0, iter(batches)
    while (batch := _next_batch(batches, name)) is not None:
        if num_read >= most:
            return False
        x, y = _unpack(batch, name, reservoir.form)
        reservoir.add(x, y)
        num_read += num_rows_of(x)
    return True


def _next_batch(batches, name):
    try:
        with warnings.catch_warnings():
            # PyTorch says so of an array that is shared with the copy.
            warnings.filterwarnings("ignore", message=".*not writable", category=UserWarning)
            return next(batches, None)
    except Exception as error:
        raise ValueError(
            f"Reading a batch of {name} failed: {type(error).__name__}: {error} Expected batches (x, y) of arrays that "
            f"a copy gives as well, without writing into arrays of its own; {OWN_ROWS}."
        ) from error


def _warn_of_head(is_over, reservoir, name):
    if not is_over:
        warn(
            f"{name} goes on behind the first {reservoir.num_added} rows, and the probe rows are chosen among those. "
            "Where the data is sorted, as by class, they are not like the rest; pass rows of their own, "
            "data=(x, y) with arrays."
        )


def _unpack(batch, name, form):
    x, y, weights = form(batch)
    x, y = as_inputs(x, f"a batch of {name}"), _mask_labels(y, weights, f"y of a batch of {name}")
    check_lengths(x, y, f"x and y of a batch of {name}")
    return x, y


def _rows_of(reservoir, name):
    if not reservoir.num_added:
        raise ValueError(f"{name} gave no batch. Expected batches (x, y).")
    if reservoir.is_uneven:
        warn(
            f"{name} gives some rows more often than others. Each is measured once, so that classes have the shares of "
            "their distinct rows, not those that fit sees."
        )
    return reservoir.rows()


def _batches_of(data, kind):
    if kind == "pydataset" and data.num_batches is not None:
        return (data[index] for index in range(data.num_batches))
    return iter(data)


def _read_batches(batches, num_rows):
    """Whole batches from the first on until there are enough rows."""
    read, count, form = [], 0, BatchForm()
    for batch in batches:
        read.append(_unpack(batch, "data", form))
        count += num_rows_of(read[-1][0])
        if count >= num_rows:
            break
    reservoir = Reservoir(count, 0)
    for x, y in read:
        reservoir.add(x, y)
    return _rows_of(reservoir, "data")
