"""The choice of all that a measurement needs, from its settings, a model and what that is fed."""

import dataclasses
import functools

from keras_phases.backend.variables import train_within
from keras_phases.data import probe_examples
from keras_phases.data.batch_forms import BatchForm, Parts
from keras_phases.data.labels import mask_classes
from keras_phases.data.reading import find_input, find_reading
from keras_phases.data.transfer_labels import resolve_transfer
from keras_phases.measure.instrument import build_instrument
from keras_phases.measure.measurement import describe_iou
from keras_phases.network.batch_parts import find_parts
from keras_phases.network.example_batch import fixed_batch_size
from keras_phases.network.parts import find_measured
from keras_phases.record.schema import Layout, Row


def choose_instrument(settings, model, arguments, *, data=None):
    """The `Instrument` of a model: everything that can fail for a reason the user can mend.

    Args:
        settings: `ProbeSettings`.
        model: The model.
        arguments: What it is fed, a dict: `x`, `y`, `val_x`, `val_y` and what else a running `fit` calls by name.
        data: Examples in the place of these, as `PhaseProbe` takes them. Defaults to `None`.
    """
    return build_drawn(settings, model, *draw_examples(settings, model, arguments, data=data))


def build_drawn(settings, model, rows, batch_size, target_layer):
    """The `Instrument` of a model, or of the part of it that is measured, on what `draw_examples` gave."""
    measured = find_measured(model, settings.model, rows.inputs_fit)
    train_within(measured, model)
    return build_instrument(measured, rows, settings, batch_size=batch_size, target_layer=target_layer)


def draw_examples(settings, model, arguments, *, data=None):
    """`(examples, batch_size, target_layer)`; the last names a layer whose output is reconstructed, or is None."""
    form = _form_of(settings, model, arguments)
    x, y, x_validation, y_validation = _read(settings, arguments, data, form)
    y, y_validation = (mask_classes(labels, arguments.get("class_weight")) for labels in (y, y_validation))
    model = find_measured(model, settings.model, x)
    sizes = {"max_examples": settings.max_examples, "max_heldout": settings.max_heldout}
    fixed = fixed_batch_size(model)
    draws = probe_examples.Draws(**sizes, batch_size=fixed or settings.probe_batch_size, seed=settings.seed)
    target = None if settings.target is None else find_input(model, x, settings.target)
    head = None if form.parts is None else form.parts.head
    options = {"target": target or None, "reading": find_reading(model, x, y, head)}
    rows, batch_size = probe_examples.draw_rows(x, y, x_validation, y_validation, draws=draws, **options)
    if fixed not in (None, batch_size):
        raise ValueError(
            f"Model '{model.name}' takes {fixed} rows at a time, and there are {batch_size} to fit on, or held out. "
            f"Expected {fixed} of each; pass more as validation_data, or leave the batch size of its keras.Input open."
        )
    transfer = resolve_transfer(settings.transfer or {}, rows, batch_size, draws=draws)
    target_layer = settings.target if target is None else None
    return dataclasses.replace(_with_notes(rows, form), transfer=transfer), batch_size, target_layer


def _form_of(settings, model, arguments):
    """Of what a running fit is fed, its training step says which part of a batch is what."""
    is_fit = "epoch_iterator" in arguments
    find = functools.partial(find_parts, model, settings.model) if is_fit else None
    return BatchForm(find, num_rows=arguments.get("batch_size") or 32)


def _with_notes(rows, form):
    """The rows with what was chosen of a batch."""
    parts = form.parts or Parts(None)
    reason = parts.without_labels if rows.y_heldout is None else ""
    drawn = "The pipeline draws at random (augmentation): measured is one draw, held for the whole run."
    lines = [parts.note, rows.origin, drawn if form.is_random else ""]
    origin = "\n".join(line for line in lines if line)
    return dataclasses.replace(rows, origin=origin, without_labels=reason or rows.without_labels, head=parts.head)


def _read(settings, arguments, data, form):
    """`x, y, x_validation, y_validation` of a fit, or of `data` with the validation rows of the fit."""
    num_rows, num_heldout = settings.max_examples + settings.max_heldout, settings.max_heldout
    if data is None:
        sizes = {"num_rows": num_rows, "num_validation_rows": num_heldout}
        return probe_examples.rows_of_fit(arguments, **sizes, seed=settings.seed, form=form)
    probe_examples.check_not_training_stream(data, arguments)
    x, y = probe_examples.rows_of_data(data, num_rows=num_rows)
    options = {"num_rows": num_heldout, "seed": settings.seed}
    return x, y, *probe_examples.validation_rows(arguments, **options)


def describe_run(settings, instrument, *, model, run):
    """The `Layout` of the record that an instrument measures.

    Args:
        settings: `ProbeSettings`.
        instrument: `Instrument`.
        model: The model that trains.
        run: What else decides which steps are measured, JSON-able: `schedule` and `budget`.
    """
    rows, baselines = instrument.rows, instrument.baselines
    described = {
        "model": instrument.part or model.name,
        "batch_norm": settings.batch_norm,
        "protocol": {"exact": "exact", "sgd": "paper"}[settings.probe_kind],
        "probe_batch_size": instrument.batch_size,
        "heldout": rows.heldout,
        "target": settings.target,
        "num_fit_examples": len(rows.x_fit),
        "num_heldout_examples": len(rows.x_heldout),
        "input_shape": list(rows.x_fit.shape[1:]),
        **run,
        "transfer": {labels.name: labels.describe() for labels in rows.transfer},
        "seed": settings.seed,
        "without_labels": rows.without_labels,
        "columns": describe_iou(rows) | ({} if instrument.quantities is None else instrument.quantities.describe()),
        # Of one data set and scale it is always the same, so that it tells others apart.
        "mean_image_loss": float(f"{next(iter(baselines.values())).mean_image_loss:.5g}"),
    }
    return Layout(tuple(map(_row, instrument.plans)), instrument.metrics, run=described)


def _row(plan):
    return Row(plan.tap.name, plan.decoder, plan.strategy, plan.tap.num_features, plan.probe_features)
