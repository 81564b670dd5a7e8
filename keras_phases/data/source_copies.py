"""Copies of a user's data source that are read in its stead, so that the source itself is not stepped on.

A `tf.data.Dataset` has no public way to show what it is made of, nor to be copied without its state: what is used of
its private parts stands here alone. Checked on TensorFlow 2.21.
"""

import collections
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
_RANDOM_PARTS = ("Random", "TruncatedNormal", "Multinomial")
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
    """`(copy, is_random)`: a pass over a `tf.data.Dataset` as a pipeline of its own, without reshuffling and repeating.

    A second iterator over a shuffled pipeline would change the order in which the training reads it. The copy holds the
    arrays of `from_tensor_slices` once more while it is read. A shuffle that is the same in each epoch is kept: what
    comes of `take` and `skip` behind it is what the training reads. Shuffles of parts that are zipped, or joined in
    another way, keep orders of their own, so that their rows meet as they do in the training. `is_random` says whether
    its functions draw at random, as for augmentation.

    Raises:
        ValueError: for pipelines that run Python code or keep files or other state outside, and where TensorFlow
            cannot copy the pipeline, with the way out.
    """
    try:
        unsafe, copied, is_random = _rebuild(dataset)
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
    return copied, is_random


def _rebuild(dataset):
    """`(unsafe operations, copy, whether it draws at random)`: all that touches what TensorFlow may change."""
    import tensorflow as tf
    from tensorflow.core.framework import graph_pb2
    from tensorflow.python.data.ops import dataset_ops

    policy = tf.data.experimental.ExternalStatePolicy.IGNORE
    graph = graph_pb2.GraphDef.FromString(dataset._as_serialized_graph(external_state_policy=policy).numpy())  # pyright: ignore[reportAttributeAccessIssue] protobuf makes it
    unsafe = _find_unsafe(graph)
    if unsafe:
        return unsafe, None, None
    nodes = {node.name: node for node in graph.node}
    # A cache in memory is shared with the copy, which would fill it in an order of its own.
    bypassed = {node.name for node in graph.node if _reshuffles(node) or node.op.startswith("CacheDataset")}
    trunk = _find_trunk(nodes)
    bypassed |= {name for name in trunk if nodes[name].op == "RepeatDataset"}
    bypassed -= _fix_orders(graph, nodes, trunk, _find_shuffles(dataset))
    for node in graph.node:
        for place, source in enumerate(node.input):
            while source.split(":")[0] in bypassed:
                source = nodes[source.split(":")[0]].input[0]
            node.input[place] = source
    for place in reversed([place for place, node in enumerate(graph.node) if node.name in bypassed]):
        del graph.node[place]
    variant = tf.raw_ops.DatasetFromGraph(graph_def=graph.SerializeToString())
    inside = [node.op for function in graph.library.function for node in function.node_def]
    is_random = any(part in op for op in inside for part in _RANDOM_PARTS)
    return [], dataset_ops._VariantDataset(variant, dataset.element_spec), is_random


def _reshuffles(node):
    if not node.op.startswith("Shuffle"):
        return False
    return "reshuffle_each_iteration" not in node.attr or node.attr["reshuffle_each_iteration"].b


def _find_trunk(nodes):
    """Names of what all rows pass through, from the end of the pipeline up to where parts of it are joined."""
    found, (node,) = set(), [node for node in nodes.values() if node.op == "_Retval"]
    while len(sources := _sources_of(node, nodes)) == 1:
        (node,) = sources
        found.add(node.name)
    return found


def _sources_of(node, nodes):
    sources = [nodes[name.split(":")[0]] for name in node.input if not name.startswith("^")]
    return [source for source in sources if "Dataset" in source.op]


def _find_shuffles(dataset):
    """The shuffles of a pipeline as Python holds them, in the order of its graph, one that is read twice twice."""
    found = [shuffle for source in dataset._inputs() for shuffle in _find_shuffles(source)]
    return [*found, dataset] if type(dataset).__name__ == "_ShuffleDataset" else found


def _fix_orders(graph, nodes, trunk, known):
    """Gives reshuffling shuffles of joined parts a fixed order each; the names of their nodes.

    As in the training two of one seed stay in step, and one that is read twice has two orders.
    """
    shuffles = [node for node in graph.node if node.op.startswith("Shuffle")]
    whose = known if len(known) == len(shuffles) else shuffles
    orders, reads, fixed = {}, collections.Counter(), set()
    for node, shuffle in zip(shuffles, map(id, whose), strict=True):
        reads[shuffle] += 1
        if node.name in trunk or not _reshuffles(node) or "Repeat" in node.op:
            continue
        seeds = tuple(_number_of(nodes[name.split(":")[0]]) for name in node.input[2:4]) if len(node.input) > 3 else ()
        key = (seeds if any(seeds) else shuffle, reads[shuffle])
        _fix_order(graph, node, seed=1 + orders.setdefault(key, len(orders)))
        fixed.add(node.name)
    return fixed


def _fix_order(graph, node, seed):
    """Makes a node the first kind of shuffle, which has its seeds as inputs and no state outside."""
    del node.input[2:]
    for name in ("seed", "seed2"):
        constant = graph.node.add(name=f"{node.name}/{name}", op="Const")
        constant.attr["dtype"].type = 9  # int64
        constant.attr["value"].tensor.dtype = 9
        constant.attr["value"].tensor.int64_val.append(seed)
        constant.attr["value"].tensor.tensor_shape.SetInParent()
        node.input.append(constant.name)
    node.op = "ShuffleDataset"
    node.attr["reshuffle_each_iteration"].b = False


def _number_of(constant):
    """The integer of a constant, None of what is none; a zero may be written in no way at all."""
    tensor = constant.attr["value"].tensor
    return (
        (*tensor.int64_val, *np.frombuffer(tensor.tensor_content, np.int64), 0)[0] if constant.op == "Const" else None
    )


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
    if any(node.attr["rerandomize_each_iteration"].b for node in rerandomizing):
        found.add("Dataset.random(rerandomize_each_iteration=True)")
    return sorted(found)


def _is_unsafe(op):
    return any(op.startswith(name) or op == f"Eager{name}" for name in _UNSAFE_OPS) or any(
        part in op for part in _UNSAFE_PARTS
    )


def _text_of(constant):
    if constant is None:
        return None
    return b"".join(constant.attr["value"].tensor.string_val).decode(errors="replace")
