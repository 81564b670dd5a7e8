"""What a model's own `train_step` does with a batch, learned from an abstract trace of it.

Shapes alone go through: nothing is computed, no variable is assigned, no optimizer takes a step, and what else the
user's code moves is put back. So it is known which leaf of a batch a network is called on, and which leaves are used.
"""

import contextlib
import dataclasses
import itertools
from typing import Any

import keras

from keras_phases.backend.keras_private import all_layers, build_symbolically, run_symbolically
from keras_phases.backend.own_state import find_places, is_variable
from keras_phases.backend.random_states import keep_names, put_back, random_places
from keras_phases.data.trees import find_leaves, map_leaves
from keras_phases.network.calls import as_written, replaced, watching


@dataclasses.dataclass(frozen=True)
class PartCall:
    """One call of a model within a training step.

    Args:
        part: The model.
        leaves: Its input, a tree: the name of a leaf of the batch, or None of what is made of leaves.
        shapes: The shapes of the tensors in it without their rows.
        given: Names of the leaves among all of its arguments, as a mask beside the input.
    """

    part: keras.Model
    leaves: Any
    shapes: tuple
    given: frozenset

    @property
    def is_direct(self):
        """Whether its input is leaves of the batch, as they are."""
        return all(name is not None for name in keras.tree.flatten(self.leaves))


@dataclasses.dataclass(frozen=True)
class StepTrace:
    """What a training step does with a batch.

    Args:
        calls: `PartCall` of each call of the model and of the models within it.
        used: Names of the leaves that were asked for; those that were there from the start are not watched.
        is_whole: Whether the training step came to its end, or to its gradients.
        uses_loss: Whether it asked for the loss that the model is compiled with, itself or by `compute_loss`.
    """

    calls: list
    used: frozenset
    is_whole: bool
    uses_loss: bool


def has_own_step(model):
    """Whether a model trains by a `train_step` of its own, which alone knows what a batch holds."""
    return getattr(model.train_step, "__func__", None) is not keras.Model.train_step


@keep_names()
def trace_step(model, batch, views):
    """The `StepTrace` of a model's own training step.

    Args:
        model: The model; layers that are not built are, as by the first step.
        batch: What the step is fed, a tree of `KerasTensor`s.
        views: Names of the leaves that are there for sure; others stay away until they are asked for.
    """
    needed, used, is_over = set(views), set(), False
    with _leaving_no_trace(model):
        while not is_over:
            unbuilt = _unbuilt(model)
            calls, missed, error, uses_loss = _trace(model, batch, needed)
            used |= missed
            needed |= missed
            # TensorFlow has no gradients by variables that the trace itself has made.
            is_over = not missed and (error is None or len(_unbuilt(model)) == len(unbuilt))
    return StepTrace(calls, frozenset(used), error is None, uses_loss)


def _unbuilt(model):
    return [layer for layer in all_layers(model) if not layer.built]


@keep_names()
def accepts(model, x):
    """Whether a model can be called on a tree of `KerasTensor`s; layers that are not built are, as by that call."""
    try:
        with _leaving_no_trace(model):
            build_symbolically(model, x)
    except Exception:  # the user's own code
        return False
    return True


@contextlib.contextmanager
def _leaving_no_trace(model):
    """Within it a model's own code may run abstractly; what it moves is put back, but for what builds a layer."""
    unbuilt, built = _unbuilt(model), {}
    places = [*find_places(model, keeps=_is_kept), *random_places()]

    def watch(layer, call, *args, **kwargs):
        # Keras may build a layer by a call of its own, which it would make without the trace too.
        if layer.built and id(layer) not in built:
            built[id(layer)] = find_places(None, [(layer.name, layer)], keeps=_is_kept)
        return call(*args, **kwargs)

    try:
        with watching(unbuilt, watch):
            yield
    finally:
        unknown = {id(layer) for layer in unbuilt if layer.built and id(layer) not in built}
        after = itertools.chain.from_iterable(built.values())
        put_back([place for place in (*places, *after) if id(place.holder) not in unknown])


def _is_kept(_, holder):
    return not is_variable(holder)


def _trace(model, batch, needed):
    """Calls, the leaves that were missed, what ended the step early, an exception or None; whether it has the loss."""
    calls, missed, errors, losses = [], set(), [], []
    specs = {name: spec for name, spec in find_leaves(batch) if name in needed}

    def step(state, tensors):
        present = dict(zip(specs, tensors, strict=True))
        leaves = iter([present.get(name, _Missing(name, missed)) for name, _ in find_leaves(batch)])
        data = map_leaves(lambda _: next(leaves), batch)
        names = {id(tensor): name for name, tensor in present.items()}
        with contextlib.ExitStack() as stack:
            stack.enter_context(watching(all_layers(model, keras.Model), _note(calls, names)))
            for one in (_noting_loss(model, losses), _without_updates(model), as_written(model)):
                stack.enter_context(one)
            try:
                model.train_step(*state, data)
            except Exception as error:  # the user's own code, which a trace may be too little for
                # PyTorch keeps no gradients in it, so that it ends where they are asked for, behind the loss.
                if "does not require grad" not in str(error):
                    errors.append(error)

    run_symbolically(step, _state_of(model), list(specs.values()))
    return calls, missed, errors[0] if errors else None, bool(losses)


@contextlib.contextmanager
def _noting_loss(model, losses):
    """Inside, each use of the loss that a model is compiled with is added to a list."""

    def noting(function):
        def run(*args, **kwargs):
            losses.append(function)
            return function(*args, **kwargs)

        return run

    with contextlib.ExitStack() as stack:
        stack.enter_context(replaced(model, "compute_loss", noting(model.compute_loss)))
        if isinstance(loss := getattr(model, "loss", None), keras.losses.Loss):
            stack.enter_context(replaced(loss, "call", noting(loss.call)))
        elif callable(loss):
            stack.enter_context(replaced(model, "loss", noting(loss)))
        yield


def _note(calls, names):
    def watch(part, call, *args, **kwargs):
        x = args[0] if args else next(iter(kwargs.values()), None)
        shapes = tuple(tuple(tensor.shape)[1:] for tensor in keras.tree.flatten(x) if hasattr(tensor, "shape"))
        given = {names[id(one)] for one in keras.tree.flatten((args, kwargs)) if id(one) in names}
        leaves = keras.tree.map_structure(lambda tensor: names.get(id(tensor)), x)
        calls.append(PartCall(part, leaves, shapes, frozenset(given)))
        return call(*args, **kwargs)

    return watch


def _state_of(model):
    """What a `train_step` is given before the batch: on JAX all variables, abstractly."""
    if keras.backend.backend() != "jax":
        return ()
    own = getattr(getattr(model, "optimizer", None), "variables", [])
    kinds = (model.trainable_variables, model.non_trainable_variables, own, model.metrics_variables)
    return (tuple([keras.KerasTensor(one.shape, one.dtype) for one in kind] for kind in kinds),)


@contextlib.contextmanager
def _without_updates(model):
    """Inside, the optimizers that a model and its layers hold take no step, and gradients are not reset."""
    attributes = [held for layer in all_layers(model) for held in vars(layer).values()]
    optimizers = {id(held): held for held in attributes if isinstance(held, keras.optimizers.Optimizer)}.values()
    nothing: dict = {name: lambda *args, **kwargs: None for name in ("apply", "apply_gradients")}
    nothing["stateless_apply"] = lambda own, gradients, values: (values, own)
    with contextlib.ExitStack() as stack:
        for optimizer in optimizers:
            for name, function in nothing.items():
                stack.enter_context(replaced(optimizer, name, function))
        if keras.backend.backend() == "torch":
            stack.enter_context(replaced(model, "zero_grad", nothing["apply"]))
        yield


class _Missing:
    """Stands for a leaf that a training step may not need: it notes that it is asked for anything, and fails."""

    def __init__(self, name, missed):
        vars(self).update(name=name, missed=missed)

    def __getattr__(self, name):
        self.missed.add(self.name)
        raise AttributeError(f"leaf '{self.name}' of the batch is not there")

    def _refuse(self, *others):
        self.missed.add(self.name)
        raise TypeError(f"leaf '{self.name}' of the batch is not there")

    __len__ = __iter__ = __getitem__ = __bool__ = __eq__ = __ne__ = __neg__ = __invert__ = _refuse
    __add__ = __sub__ = __mul__ = __truediv__ = __lt__ = __gt__ = __le__ = __ge__ = _refuse
    __hash__ = object.__hash__
