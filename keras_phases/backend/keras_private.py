"""What Keras knows of a model and tells in no public way; each function checked on Keras 3.12 and 3.15."""

from typing import Any

import keras
from keras.src import backend


def all_layers(model: keras.Model, kind: type | tuple[type, ...] = keras.Layer) -> list[keras.Layer]:
    """The model and all layers within it at any depth, each once, that are of a kind; `model.layers` has one level."""
    return [layer for layer in model._flatten_layers() if isinstance(layer, kind)]


def owns_trained_weights(operation):
    """Whether an operation has weights of its own that are trained; `trainable_weights` counts those of its layers."""
    return bool(getattr(operation, "_trainable_variables", None))


def owners_of_seeds(model):
    """Path of the layer by the id of each seed generator's variable, whose own name does not tell whose it is."""
    generators = [(layer.path or layer.name, layer._seed_generators) for layer in all_layers(model)]
    return {id(generator.state): path for path, found in generators for generator in found}


def build_symbolically(model, specs):
    """Builds a model as its first call would, from `KerasTensor`s; a public call would keep a graph of them."""
    backend.compute_output_spec(model, specs, training=False)


def functional_of(model: keras.Model) -> Any:
    """The model that holds the layer graph of `model`, itself or that of a Sequential; None where there is none.

    A Sequential shows no nodes of its own.
    """
    graph = getattr(model, "_functional", None) if isinstance(model, keras.Sequential) else model
    return graph if isinstance(graph, keras.Model) and hasattr(graph, "_nodes_by_depth") else None


def inputs_of(functional):
    """The input tensors of a layer graph in the tree in which they are fed; `inputs` lists them."""
    return functional._inputs_struct


def arrays_by_input(functional, x):
    """The arrays of `x` in the order of a layer graph's inputs, as Keras reads them: those of a dict by name.

    A dict may hold more than the model reads. Where a name is not there, all arrays in the order of `x`.
    """
    inputs = inputs_of(functional)
    names = sorted(inputs) if isinstance(inputs, dict) else [tensor.name for tensor in functional.inputs]
    if isinstance(x, dict) and set(names) <= x.keys():
        x = [x[name] for name in names]
    return keras.tree.flatten(x)


def nodes_in_order(functional):
    """Nodes of a layer graph in the order of the forward pass, without those of its inputs; `layers` has no nodes."""
    depths = sorted(functional._nodes_by_depth, reverse=True)
    nodes = [node for depth in depths for node in functional._nodes_by_depth[depth]]
    return [node for node in nodes if not node.is_input]
