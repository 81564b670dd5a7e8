"""Copies of a user's data source that are read in its stead, so that the source itself is not stepped on.

A `tf.data.Dataset` has no public way to show what it is made of, nor to be copied without its state: what is used of
its private parts stands here alone. Checked on TensorFlow 2.21.
"""

import copy
import sys
import types

import numpy as np

OWN_ROWS = "pass rows of their own, data=(x, y) with arrays"
"""The way out wherever a source cannot be read without a trace."""

_SHARED_BYTES = 2**20
"""Arrays from this size on are shared with the source, read-only, not copied."""

# Each runs code or keeps state outside the pipeline, which a second reader would step on.
_UNSAFE_OPS = ("PyFunc", "GeneratorDataset", "SnapshotDataset", "SaveDataset", "SaveDatasetV2", "IteratorGetNext")
_UNSAFE_PARTS = ("Queue", "TableInsert", "WriteFile", "ToFile", "DataServiceDataset")
_REARRANGING = {f"_{name}Dataset" for name in ("Shuffle", "Batch", "ParallelBatch", "Repeat", "Prefetch", "Options")}


def copy_source(source, name):
    """A copy of a Python data source with counters and random generators of its own; large arrays are shared.

    Shared NumPy arrays are read-only in the copy, so that what writes into them fails rather than leaves a trace.

    Raises:
        ValueError: for what cannot be copied, with the way out.
    """
    memo = {id(array): _read_only(array) for array in _find_large_arrays(source)}
    try:
        return copy.deepcopy(source, memo)
    except Exception as error:
        raise ValueError(
            f"{name} is a {type(source).__name__} that cannot be copied ({type(error).__name__}: {error}), and reading "
            "it itself could change what the training reads. Expected one that copy.deepcopy can copy; "
            f"{OWN_ROWS}."
        ) from error


def _read_only(array):
    if isinstance(array, np.ndarray):
        array = array.view()
        array.flags.writeable = False
    return array


def _find_large_arrays(source):
    seen, waiting = set(), [source]
    while waiting:
        item = waiting.pop()
        if id(item) in seen or isinstance(item, (str, bytes, int, float, type, types.ModuleType, types.FunctionType)):
            continue
        seen.add(id(item))
        if (hasattr(item, "dtype") and hasattr(item, "shape")) or hasattr(item, "to_numpy"):
            if _count_bytes(item) >= _SHARED_BYTES:
                yield item
        elif isinstance(item, dict):
            waiting.extend(item.values())
        elif isinstance(item, (list, tuple, set, frozenset)):
            waiting.extend(item)
        elif isinstance(item, types.MethodType):
            waiting.append(item.__self__)
        else:
            waiting.extend(getattr(item, "__dict__", {}).values())


def _count_bytes(array):
    size = getattr(array, "nbytes", None)
    # A pandas table, and a tensor that does not say, are shared whatever their size.
    return size if isinstance(size, (int, np.integer)) else _SHARED_BYTES


def undistribute(dataset, name):
    """The `tf.data.Dataset` that a user has distributed, and one that is not distributed as it is.

    Raises:
        ValueError: for one that was distributed by a function, with the way out.
    """
    original = dataset if hasattr(dataset, "_as_serialized_graph") else getattr(dataset, "_original_dataset", None)
    if original is None:
        raise ValueError(
            f"{name} is a {type(dataset).__name__} without a Dataset to read from. Expected "
            f"strategy.experimental_distribute_dataset(dataset), or the Dataset itself; {OWN_ROWS}."
        )
    return original


def find_tensors(dataset):
    """The tensors that a `tf.data.Dataset` does no more than shuffle, batch and repeat; None for other pipelines.

    Copying a pipeline copies its tensors several times, which this spares.
    """
    while type(dataset).__name__ in _REARRANGING:
        dataset = getattr(dataset, "_input_dataset", None)
    tensors = getattr(dataset, "_tensors", None)
    if type(dataset).__name__ != "_TensorSliceDataset" or tensors is None:
        return None
    tf = sys.modules["tensorflow"]
    specs = tf.nest.flatten(dataset.element_spec)  # pyright: ignore[reportOptionalMemberAccess] a tensor slice data set has one
    if len(specs) != len(tensors) or not all(isinstance(spec, tf.TensorSpec) for spec in specs):
        return None
    return tf.nest.pack_sequence_as(dataset.element_spec, tensors)  # pyright: ignore[reportOptionalMemberAccess] a tensor slice data set has one


def copy_dataset(dataset, name):
    """One pass over a `tf.data.Dataset` as a pipeline of its own, without its reshuffling and repeating.

    A second iterator over a shuffled pipeline would change the order in which the training reads it. The copy holds the
    arrays of `from_tensor_slices` once more while it is read. A shuffle that is the same in each epoch is kept: what
    comes of `take` and `skip` behind it is what the training reads.

    Raises:
        ValueError: for pipelines that run Python code or keep files or other state outside, and where TensorFlow
            cannot copy the pipeline, with the way out.
    """
    try:
        unsafe, copied = _rebuild(dataset)
    except Exception as error:
        raise ValueError(
            f"{name} is a tf.data pipeline that TensorFlow cannot copy ({type(error).__name__}: {error}), and reading "
            f"it itself would change the order of the training. Expected a pipeline that can be copied; {OWN_ROWS}."
        ) from error
    if unsafe:
        raise ValueError(
            f"{name} is a tf.data pipeline with {', '.join(unsafe)}: it runs Python code, or keeps files or state that "
            "a second reader would change, so that it is not read here. Expected TensorFlow operations and caches in "
            f"memory only; {OWN_ROWS}."
        )
    return copied


def _rebuild(dataset):
    """`(unsafe operations, copied dataset)`: all that touches what TensorFlow does not promise to keep."""
    import tensorflow as tf
    from tensorflow.core.framework import graph_pb2
    from tensorflow.python.data.ops import dataset_ops

    policy = tf.data.experimental.ExternalStatePolicy.IGNORE
    graph = graph_pb2.GraphDef.FromString(dataset._as_serialized_graph(external_state_policy=policy).numpy())  # pyright: ignore[reportAttributeAccessIssue] protobuf makes it
    unsafe = _find_unsafe(graph)
    if unsafe:
        return unsafe, None
    nodes = {node.name: node for node in graph.node}
    # A cache in memory is shared with the copy, which would fill it in an order of its own.
    bypassed = {node.name for node in graph.node if _reshuffles(node) or node.op.startswith("CacheDataset")}
    bypassed |= _find_repeats(nodes)
    for node in graph.node:
        for place, source in enumerate(node.input):
            while source.split(":")[0] in bypassed:
                source = nodes[source.split(":")[0]].input[0]
            node.input[place] = source
    for place in reversed([place for place, node in enumerate(graph.node) if node.name in bypassed]):
        del graph.node[place]
    variant = tf.raw_ops.DatasetFromGraph(graph_def=graph.SerializeToString())
    return [], dataset_ops._VariantDataset(variant, dataset.element_spec)


def _reshuffles(node):
    if not node.op.startswith("Shuffle"):
        return False
    return "reshuffle_each_iteration" not in node.attr or node.attr["reshuffle_each_iteration"].b


def _rerandomizes(node):
    return node.attr["rerandomize_each_iteration"].b


def _find_repeats(nodes):
    """Names of the repeats of the whole pipeline, not those of a part that is zipped with another."""
    found, node = set(), next(node for node in nodes.values() if node.op == "_Retval")
    while True:
        sources = [nodes[name.split(":")[0]] for name in node.input if not name.startswith("^")]
        sources = [source for source in sources if "Dataset" in source.op]
        if len(sources) != 1:
            return found
        (node,) = sources
        if node.op == "RepeatDataset":
            found.add(node.name)


def _find_unsafe(graph):
    inside = [node for function in graph.library.function for node in function.node_def]
    constants = {node.name: node for node in graph.node if node.op == "Const"}
    found = {node.op for node in [*graph.node, *inside] if _is_unsafe(node.op)}
    for node in graph.node:
        if node.op.startswith("CacheDataset") and _text_of(constants.get(node.input[1])) != "":
            found.add("a cache in a file")
    # A file name within a function is no constant that could be looked up.
    found |= {"a cache within a function" for node in inside if node.op.startswith("CacheDataset")}
    rerandomizing = [node for node in [*graph.node, *inside] if node.op == "RandomDatasetV2"]
    found |= {"Dataset.random(rerandomize_each_iteration=True)" for node in rerandomizing if _rerandomizes(node)}
    return sorted(found)


def _is_unsafe(op):
    return any(op.startswith(name) or op == f"Eager{name}" for name in _UNSAFE_OPS) or any(
        part in op for part in _UNSAFE_PARTS
    )


def _text_of(constant):
    if constant is None:
        return None
    return b"".join(constant.attr["value"].tensor.string_val).decode(errors="replace")
