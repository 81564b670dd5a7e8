"""Which leaf of a batch is measured, and which are its labels, where a model's own `train_step` alone knows that."""

import contextlib

import keras

from keras_phases.backend.keras_private import functional_of
from keras_phases.backend.random_states import keep_names
from keras_phases.data.batch_forms import Parts, unpack
from keras_phases.data.reading import Head, find_head
from keras_phases.data.trees import find_leaves, map_leaves
from keras_phases.network.parts import find_measured, has_call, shapes_of, takes
from keras_phases.network.train_steps import accepts, has_own_step, trace_step


def find_parts(model, choice, batch):
    """The `Parts` of the batches that a model trains on; None where Keras unpacks them, to one array of labels.

    Measured is the leaf, or the tree of leaves, that the measured model is called on in an abstract trace of the
    model's `train_step`; where that is called on what the step makes of leaves, the leaf with rows of that shape. Of
    several one with labels beside it, else the first. Labels are leaves that the step uses and that are no views.

    Args:
        model: The model that trains.
        choice: Which part of it is measured, as `find_measured` takes it.
        batch: A batch as fed.

    Raises:
        ValueError: where no leaf fits what is measured, with the leaves that there are.
    """
    try:
        with keep_names():
            specs = map_leaves(_spec, batch)
    except (AttributeError, TypeError, ValueError):  # no arrays: what reads them says so
        return None
    batch = _Batch(specs)
    if not has_own_step(model):
        x, y, weights = batch.plain
        return batch.parts_of_head(model, x, y, weights) if len(_names(y)) > 1 else None
    trace = trace_step(model, specs, batch.views)
    if beside := batch.ids_beside(trace):
        # Whether the step uses them is seen only where they are not there from the start.
        trace = trace_step(model, specs, batch.views - beside)
    measured = _find_measured(model, choice, batch, trace)
    options, is_made = _options(measured, batch, trace)
    if not options:
        called = next((call.shapes for call in trace.calls if call.part is measured), ())
        taken = " and ".join(map(str, called)) or shapes_of(measured)
        raise ValueError(
            f"Model '{model.name}' trains on {batch.listed()}, and none of these is what '{measured.name}' takes, "
            f"{taken}. Expected rows that it can be called on; pass them, data=(x, y), or a function that puts what "
            "leads from rows to it before it, model=lambda model: keras.Sequential([..., model])."
        )
    labelled = [(x, labels) for x in options if (labels := batch.labels_of(x, trace))]
    x, labels = labelled[0] if labelled else (options[0], [])
    weights = batch.plain[2] if len(labels) == 1 and labels[0] == batch.plain[1] else None
    note = _note(measured, batch, x, labels, _names(weights), is_made)
    if len(labels) > 1:
        return batch.parts_of_head(model, x, {name.rpartition("/")[2]: name for name in labels}, None, note)
    y = next(iter(labels), None)
    is_judged = trace.uses_loss or not trace.is_whole
    head = None if is_judged or y is None else Head("", batch.leaves[y], is_judged=False)
    return Parts(x, y, weights, note, "" if labels else _without(batch, x, trace), head)


def _spec(leaf):
    return keras.KerasTensor(tuple(leaf.shape), keras.backend.standardize_dtype(leaf.dtype))


class _Batch:
    """The leaves of a batch by name, and what their shapes say.

    Attributes: `leaves`, a `KerasTensor` by name; `views`, names of those that have rows like the first with the most
    axes; `plain`, names of the parts as Keras would unpack them.
    """

    def __init__(self, specs):
        self.leaves = {name: leaf for name, leaf in find_leaves(specs) if leaf is not None}
        first = max(self.leaves.values(), key=lambda leaf: len(leaf.shape))
        alike = {name for name, leaf in self.leaves.items() if leaf.shape[1:] == first.shape[1:]}
        self.views = alike if len(first.shape) > 1 else set()
        names = iter(self.leaves)
        self.plain: tuple = (None, None, None)
        with contextlib.suppress(ValueError):  # parts that Keras does not know
            self.plain = unpack(map_leaves(lambda _: next(names), specs))

    def rows(self, x):
        """The specs of a tree of names."""
        return keras.tree.map_structure(self.leaves.get, x)

    def listed(self, names=None):
        """Leaves for people."""
        found = self.leaves if names is None else names
        return ", ".join(f"'{name}' {self.leaves[name].shape[1:]}" if name else "one array" for name in found)

    def parts_of_head(self, model, x, y, weights, note=""):
        """The `Parts` of which the labels are one of several arrays, a tree of names."""
        head = find_head(model, self.rows(x), self.rows(y))
        labels, own = self._by_key(y), self._by_key(weights)
        others = ", ".join(f"'{name}'" for name in labels if name != head.name)
        line = f"Labels are '{head.name}', whose loss is model_loss, not {others}, which data=(x, y) takes."
        return Parts(x, labels[head.name], own.get(head.name, own.get("")), f"{note} {line}".lstrip(), head=head)

    def _by_key(self, names):
        """The names in a tree of them, or None, by the key of each as `find_leaves` names it, in lists too."""
        own = {id(self.leaves[name]): name for name in _names(names)}
        return {key: own[id(leaf)] for key, leaf in find_leaves(self.rows(names)) if leaf is not None}

    def labels_of(self, x, trace):
        """Names of the labels beside a tree of names: those in the innermost container around it that has any."""
        own, views = _names(x), self.views - self.ids_beside(trace)
        used = trace.used if trace.is_whole else trace.used | set(_names(self.plain[1]))
        # What another network is called on, as the other tower of a retrieval model, is no label.
        used = {name for name in used if name not in {*own, *views, *_called_on(trace)}}
        container = own[0]
        while container:
            container = container.rpartition("/")[0]
            if found := [name for name in self.leaves if name in used and name.rpartition("/")[0] == container]:
                return self._without_weights(found)
        by_place = _names(self.plain[1])
        is_of_x = set(own) <= set(_names(self.plain[0])) and not views & set(by_place)
        return [name for name in by_place if name in used] if is_of_x else []

    def ids_beside(self, trace):
        """Names of views that no network is called on, beside one that is: tokens as labels of tokens."""
        called = _called_on(trace)
        return {name for name in self.views if called and name not in called and "int" in self.leaves[name].dtype}

    def _without_weights(self, found):
        _, y, weights = self.plain
        if y not in found or weights not in found or self.leaves[weights].shape[1:] not in ((), (1,)):
            return found
        return [y] if "float" in self.leaves[weights].dtype else found


def _called_on(trace):
    """Names of leaves that a network is called on as they are."""
    return {name for call in trace.calls for name in call.given}


def _names(tree):
    return [name for name in keras.tree.flatten(tree) if name is not None]


def _find_measured(model, choice, batch, trace):
    if choice is not None or has_call(model):
        return find_measured(model, choice)
    called = [call.leaves for call in trace.calls if call.is_direct]
    errors = []
    for x in (*called, *([] if batch.plain[0] is None else [batch.plain[0]]), *batch.leaves):
        try:
            return find_measured(model, None, batch.rows(x))
        except ValueError as error:
            errors.append(error)
    calls = {call.part.name: " and ".join(map(str, call.shapes)) for call in trace.calls}
    seen = ", ".join(f"'{name}' on {shapes}" for name, shapes in calls.items()) or "none of them"
    raise ValueError(
        f"{errors[0]} Its train_step is fed {batch.listed()} and calls {seen}. Where no part takes rows as they are, "
        "give the model a call(self, x), and what it goes through is measured."
    ) from errors[0]


def _options(measured, batch, trace):
    """Trees of names that are what a model is called on, and whether the step makes something else of them first."""
    calls = [call for call in trace.calls if call.part is measured]
    if direct := [call.leaves for call in calls if call.is_direct]:
        return direct, False
    shapes = [call.shapes for call in calls]
    if made := [name for name, leaf in batch.leaves.items() if (tuple(leaf.shape[1:]),) in shapes]:
        return made, True
    is_fit = takes if functional_of(measured) is not None else accepts
    # What it calls itself is called on is tried before what Keras would hand to it.
    within = [call.leaves for call in trace.calls if call.is_direct and not calls]
    tried = [*within, *([] if batch.plain[0] is None or calls else [batch.plain[0]]), *batch.leaves]
    return [x for x in tried if is_fit(measured, batch.rows(x))][:1], bool(calls)


def _note(measured, batch, x, labels, weights, is_made):
    """What was chosen, where that is more than Keras's own reading; empty where it is not."""
    taken, notes = {*(own := _names(x)), *labels, *weights}, []
    if taken != set(batch.leaves) or x != batch.plain[0]:
        beside = f", with the labels {batch.listed(labels)}" if labels else ""
        others = [name for name in batch.leaves if name not in taken]
        left = f", not {batch.listed(others)}" if others else ""
        notes.append(f"Of each batch is measured {batch.listed(own)}{beside}{left}.")
    if is_made:
        notes.append(
            f"train_step makes something else of it for '{measured.name}' first, which the probe does not: pass "
            "data=(x, y) where that is more than augmentation."
        )
    return " ".join(notes)


def _without(batch, x, trace):
    """Why a batch has no labels."""
    others = [name for name in batch.leaves if name not in {*_names(x), *batch.views}]
    unused = [name for name in others if name not in trace.used]
    most = max(len(batch.leaves[name].shape) for name in _names(x))
    inputs = [name for name in others if name in _called_on(trace) and len(batch.leaves[name].shape) < most]
    if not (unused or inputs) or not trace.is_whole:
        return ""
    what = f"does not use {batch.listed(unused)}" if unused else f"calls a network on {batch.listed(inputs)}"
    return (
        f"train_step {what} of its batches; where these are labels, "
        "transfer={'labels': (x, y)} or data=(x, y) probes them"
    )
