"""What Keras knows of a model and tells in no public way; each function checked on Keras 3.12 and 3.15."""

import functools
from typing import Any

import keras
from keras.src import backend
from keras.src.losses import LossFunctionWrapper
from keras.src.trainers.compile_utils import CompileLoss, get_loss


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
    """Builds a model as its first call would, from `KerasTensor`s; a public call would keep a graph of them.

    Returns the `KerasTensor`s that it gives.
    """
    return backend.compute_output_spec(model, specs, training=False)


def run_symbolically(function, *specs):
    """Runs a function of tensors on `KerasTensor`s, for what it does beside: nothing is computed or assigned to."""
    backend.compute_output_spec(lambda *tensors: function(*tensors), *specs)


def functional_of(model: keras.Model) -> Any:
    """The model that holds the layer graph of `model`, itself or that of a Sequential; None where there is none.

    A Sequential shows no nodes of its own.
    """
    graph = getattr(model, "_functional", None) if isinstance(model, keras.Sequential) else model
    return graph if isinstance(graph, keras.Model) and hasattr(graph, "_nodes_by_depth") else None


def inputs_of(functional):
    """The input tensors of a layer graph in the tree in which they are fed; `inputs` lists them."""
    return functional._inputs_struct


def outputs_of(functional):
    """The output tensors of a layer graph in the tree in which they are given."""
    outputs = functional._outputs_struct
    return outputs[0] if isinstance(outputs, (list, tuple)) and len(outputs) == 1 else outputs


def arrays_by_input(functional, x):
    """The arrays of `x` in the order of a layer graph's inputs, as Keras reads them: those of a dict by name.

    A dict may hold more than the model reads. Where the model's own inputs are a dict Keras goes by places; where a
    name is not there, all arrays in the order of `x`.
    """
    if isinstance(x, dict) and isinstance(inputs_of(functional), dict):
        return keras.tree.flatten(x)[: len(functional.inputs)]
    names = [tensor.name for tensor in functional.inputs]
    if isinstance(x, dict) and set(names) <= x.keys():
        x = [x[name] for name in names]
    return keras.tree.flatten(x)


class _Noted(keras.losses.Loss):
    """Stands for a loss and notes what Keras hands to it."""

    def __init__(self, loss, pairs):
        super().__init__(name="noted")
        self._loss, self._pairs = loss, pairs

    def __call__(self, y_true, y_pred, sample_weight=None):
        self._pairs.append((get_loss(self._loss, y_true, y_pred), y_true, y_pred))
        return keras.ops.zeros(())


def pair_losses(model: keras.Model, y: Any, outputs: Any) -> list[tuple[keras.losses.Loss, Any, Any]]:
    """`(loss, labels, output)` for each loss of a compiled model, as Keras itself pairs them.

    Args:
        model: A model with a loss: a name, function or object, or a list or dict of them.
        y: Its labels, a tensor or a tree of them; only their shapes matter.
        outputs: What it gives, a tree of tensors.
    """
    pairs: list[tuple[keras.losses.Loss, Any, Any]] = []
    losses = keras.tree.map_structure(lambda loss: None if loss is None else _Noted(loss, pairs), model.loss)
    CompileLoss(losses, output_names=getattr(model, "output_names", None))(y, outputs)
    return pairs


def function_of_loss(loss: Any) -> tuple[Any, dict[str, Any]]:
    """The function that a Keras loss calls and its options; a loss that calls none stands for itself."""
    function, options = loss, {}
    if isinstance(loss, LossFunctionWrapper) and type(loss).call is LossFunctionWrapper.call:
        function, options = loss.fn, loss._fn_kwargs
    while isinstance(function, functools.partial):
        function, options = function.func, {**function.keywords, **options}
    return function, options


def mask_of_output(output: Any) -> Any:
    """The mask by which Keras leaves positions out of the loss of an output, such as padding; None without."""
    return backend.get_keras_mask(output)


def loss_on_rows(loss: keras.losses.Loss) -> keras.losses.Loss:
    """A loss as it is evaluated on many rows at once: in float32 where it has less, that of a function row by row."""
    found = object.__new__(type(loss))  # copy() would read it from its config
    vars(found).update(vars(loss))
    if loss.dtype in ("float16", "bfloat16"):
        found._dtype = "float32"
    # A sum over more rows than a batch has is no loss of the model's.
    found.reduction = "sum_over_batch_size" if found.reduction == "sum" else found.reduction
    # What masks rows takes a mean of the others.
    if type(loss) is LossFunctionWrapper and function_of_loss(loss)[1].get("ignore_class") is None:
        found.reduction = None  # pyright: ignore[reportAttributeAccessIssue] Keras's stubs
    return found


def nodes_in_order(functional):
    """Nodes of a layer graph in the order of the forward pass, without those of its inputs; `layers` has no nodes."""
    depths = sorted(functional._nodes_by_depth, reverse=True)
    nodes = [node for depth in depths for node in functional._nodes_by_depth[depth]]
    return [node for node in nodes if not node.is_input]


def write_orbax(model, path, *, weights_only):
    """Writes what `keras.callbacks.OrbaxCheckpoint` writes of one step, to a folder named by the step.

    Keras saves one within that callback alone. Checked on Keras 3.15.
    """
    folder, options = str(path.parent.absolute()), {"max_to_keep": None, "save_on_background": False}
    saver = keras.callbacks.OrbaxCheckpoint(folder, save_weights_only=weights_only, **options)
    saver.set_model(model)
    saver._save_checkpoint(int(path.name))
    saver.checkpointer.close()
