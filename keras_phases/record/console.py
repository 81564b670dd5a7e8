"""What is printed: the table of taps before training, a line a probe step, the phases at the end."""

import io

import numpy as np
from rich.console import Console
from rich.table import Table

from keras_phases.arguments import format_bytes
from keras_phases.record import schema
from keras_phases.record.answers import answer_questions
from keras_phases.warning import warn

_MOST_NAMES = 6
_MUCH = 0.2
"""Share of training time from which on it is said how probing takes less."""
_OUTPUTS = {
    "classes": "classes",
    "multilabel": "labels",
    "regression": "numbers",
    "positions": "classes at positions",
}
_WARNED_FLAGS = frozenset(
    "nonfinite_features failed nonfinite_outputs nonfinite_weights out_of_range constant_features rank_deficient "
    "probe_not_converged diverged".split()
)
"""Told when a probe step first has them; `_NOTED_FLAGS` at the end."""
_NOTED_FLAGS = frozenset(
    "training_heldout few_rows target_resized target_cropped float64_sums out_of_memory ridge_at_bound duplicated_rows "
    "averaged_weights nonfinite_weights".split()
)


def warn_of_flags(history, announced):
    """Warns of each flag of the newest record that was not announced before; returns all that now are."""
    found, layers_of = history.newest, {}
    for row in found.rows:
        for name in row.flags:
            layers_of.setdefault(name, []).append(row.layer)
    for name in sorted(layers_of.keys() - announced):
        if name in _WARNED_FLAGS:
            where = ", ".join(dict.fromkeys(layers_of[name]))
            warn(f"Step {found.step:,}, {where}: {schema.describe_words()['flags'][name]['meaning']} (flag '{name}').")
    return announced | layers_of.keys()


def print_taps(instrument, num_probe_steps, directory, *, budget=None):
    """The table of taps, widths, strategies and memory, before training."""
    rows, plans = instrument.rows, instrument.plans
    has_probe = instrument.sizes.num_outputs or rows.transfer
    lines = [
        (
            plan.tap.name,
            " x ".join(map(str, plan.tap.shape)),
            f"{plan.tap.num_features:,}",
            plan.decoder,
            plan.strategy,
            f"{plan.probe_features:,}" if has_probe else "none",
            format_bytes(instrument.memory_bytes(plan)),
        )
        for plan in plans
    ]
    source = "validation rows" if rows.heldout == "validation" else "training rows that the decoders are not fitted on"
    many = f"; {num_probe_steps} probe steps" if num_probe_steps else ""
    many += f" if a budget of {_percent(budget)} of training time pays for all" if budget else ""
    columns = ("layer", "shape", ">features", "decoder", "strategy", ">probe features", ">memory")
    _print_table("PhaseProbe measures", columns, lines)
    part = instrument.part
    told = [
        f"{len(rows.x_fit):,} fit rows, {len(rows.x_heldout):,} held-out rows ({source}) in batches of "
        f"{instrument.batch_size}{many}.",
        f"Memory of a probe step above the model's own: at most about {format_bytes(instrument.peak_bytes)}, "
        f"{_describe_passes(instrument)}.",
        rows.copies.describe(),
        *_describe_probe(instrument),
        *map(_describe_transfer, rows.transfer),
        _describe_quantities(instrument),
        _describe_training(plans, has_probe),
        _describe_traces(instrument),
        part and f"Measured is '{part}', a part of the model that trains; model=... names another.",
        f"Record: {directory}",
    ]
    print("\n".join(filter(None, told)))


def _describe_traces(instrument):
    """A line where the model's own code moves something whenever it is called."""
    moved = instrument.traces.moved
    others = f" and {len(moved) - _MOST_NAMES} others" if len(moved) > _MOST_NAMES else ""
    return f"Put back after each probe step: {', '.join(moved[:_MOST_NAMES])}{others}." if moved else ""


def print_averages(optimizers):
    """A line where optimizers keep moving averages of weights: which weights are measured."""
    if optimizers:
        often = {one.ema_overwrite_frequency for one in optimizers} - {None}
        print(
            "Measured are the weights that train. Their moving average (use_ema) takes their place at the end of fit"
            + "".join(f" and every {number:,} steps, from where they train on" for number in sorted(often))
            + "."
        )


def print_without_lock(record):
    """One line where no lock keeps others from the folder of a record."""
    if record.without_lock:
        print(
            f"No lock keeps other programs from that folder ({record.without_lock}): of two that write there at once, "
            "one finds out at its next probe step, and goes on in a folder beside it."
        )


def warn_of_averages(step):
    """A warning where the last step is of other weights than all before it."""
    warn(
        f"Step {step:,}, the last, is not measured: training was ended after the probe had seen the epoch end, and the "
        "optimizer (use_ema=True) has put moving averages in the place of the weights that all other steps are of. "
        "Expected the callback that ends training before PhaseProbe; list it there."
    )


def _describe_training(plans, has_probe):
    """A line where something is trained at every probe step: that takes minutes, where a solve takes seconds."""
    trained = [f"'{plan.decoder}' decoders" for plan in plans if plan.recipe.is_trained]
    trained += ["linear probes" for plan in plans if has_probe and plan.probe.is_trained]
    found = ", ".join(dict.fromkeys(trained))
    return f"Trained anew at every probe step, which may take minutes: {found}." if trained else ""


def print_first(step):
    """One line before the first probe step, which takes longer than those behind it."""
    print(f"\nphases: measuring step {step:,} (compiling) ...", flush=True)


def print_share(share, keeper):
    """One line, once the speed of training is known: what probing takes, and how to have it take less."""
    seconds = keeper.probe_seconds[-1]
    ahead = f"; {keeper.num_ahead} probe steps ahead at {_seconds(seconds)} each" if keeper.num_ahead else ""
    print(f"Probing takes about {_percent(share)} of training time{ahead}.{_hint(share)}", flush=True)


def _seconds(seconds):
    return f"{seconds:,.0f} s" if seconds >= 10 else f"{seconds:.2g} s"


def _hint(share):
    text = ' Less: budget=0.05 drops steps to come near 5 %; max_examples=, layers= and schedule="log2" cost less.'
    return text if share > _MUCH else ""


def _describe_transfer(label_set):
    """A line on a further label set: what it tells, of which rows."""
    what, where = _OUTPUTS[label_set.rows.task], "of the same rows"
    if label_set.has_own_rows:
        num_fit, num_heldout = len(label_set.rows.x_fit), len(label_set.rows.x_heldout)
        where = f"of {num_fit:,} fit rows and {num_heldout:,} held-out rows of its own, which take a forward pass"
    return f"Transfer '{label_set.name}': {label_set.num_outputs} {what} {where}. {label_set.rows.note}".rstrip()


def _describe_quantities(instrument):
    """A line: what is measured beside the fixed columns, and what is not for want of a last dense layer."""
    quantities = instrument.quantities
    if quantities is None or not quantities.names:
        return ""
    missing = "; no dense layer gives the model's scores, so without " + ", ".join(quantities.missing)
    return f"Quantities: {', '.join(quantities.names)}{missing * bool(quantities.missing)}."


def _describe_probe(instrument):
    """A line each on what of a batch is measured, on linear probes and on labels, where they are not the plain ones."""
    rows = instrument.rows
    kind = instrument.plans[0].probe.describe(rows.task, instrument.sizes.num_outputs)
    lines = [rows.origin, kind, rows.note]
    if rows.classes is not None and not instrument.model_columns.are_scores:
        lines.append("model_accuracy stays empty: the loss does not make scores of classes of the model's outputs.")
    return lines


def print_plan(keeper):
    """One line, once the speed of training is known: which probe steps the budget pays for."""
    measured = f"a training step takes {keeper.training_step_seconds:.3g} s; " if keeper.training_step_seconds else ""
    print(
        f"Budget {_percent(keeper.budget)}: {measured}probe steps planned: {len(keeper.planned)} "
        f"({_some_steps(keeper.planned)})",
        flush=True,
    )


def print_account(keeper):
    """One line, after the last step: what probing took, and which probe steps a budget dropped."""
    if keeper.budget is not None:
        print(describe_account(keeper.budget, keeper.measured, keeper.dropped, keeper.overhead))
    elif keeper.measured:
        seconds, many = keeper.setup_seconds + sum(keeper.probe_seconds), len(keeper.measured)
        took = f"Probing took {_seconds(seconds)}, {_percent(keeper.overhead)} of training time"
        print(f"{took}: {many} probe step{'s' * (many > 1)} and set-up.{_hint(keeper.overhead)}")


def describe_account(budget, measured, dropped, overhead):
    """What a budget dropped, and the share of training time that the rest took."""
    many = f", {len(dropped)} dropped (steps {_some_steps(dropped)})" if dropped else ""
    excess = " The first and the last step are always measured." if overhead > budget else ""
    return (
        f"Budget {_percent(budget)}: {len(measured)} of {len(measured) + len(dropped)} probe steps measured{many}; "
        f"probing took {_percent(overhead)} of training time.{excess}"
    )


def _percent(share):
    return f"{100 * share:,.0f} %" if share >= 1 else f"{100 * share:.3g} %"


def _some_steps(steps, most=12):
    return ", ".join(f"{step:,}" for step in steps[:most]) + (", ..." if len(steps) > most else "")


def _describe_passes(instrument):
    many = len(instrument.groups)
    return f"in {many} passes over the fit rows" if many > 1 else "in one pass over the fit rows"


def print_step(history):
    """One line for the newest probe step."""
    found, rows = history.newest, history.layout.rows
    layers = [row.layer for row in rows]
    losses = "  ".join(
        f"{row.layer}{f' ({row.decoder})' if layers.count(row.layer) > 1 else ''} "
        f"{found.value('reconstruction_loss', row.layer, row.decoder):.4g}"
        for row in rows
    )
    print(f"\nphases at step {found.step:,} ({found.seconds:.1f} s), reconstruction loss: {losses}", flush=True)


def print_phases(history, log_dir=None):
    """The phases of every layer, the advice, and how to open the tab."""
    if not len(history):
        print(history)
        return
    print()
    _print_table("Phases of the reconstruction loss, by training step", *list_phases(history))
    for line in tell_phases(history):
        print(line)
    if log_dir is not None:
        print(f"See it: tensorboard --logdir {log_dir}   (tab Phases)")


def list_phases(history):
    """`(columns, rows)` of the table of phases, as text."""
    numbers = (">minimum", ">interval", ">loss there", ">last loss", ">best probe accuracy")
    columns = ("layer", "decoder", "phases", *numbers)
    return columns, [_phase_line(history, index, row) for index, row in enumerate(history.layout.rows)]


def tell_phases(history):
    """What stands below that table, line by line: the three answers, the advice, and notes."""
    lines = [f"{answer.question} {answer.short}" for answer in answer_questions(history)]
    lines.append(history.advice().text)
    last = history.layout.rows[-1]
    forgotten = history.forgotten(last.layer, last.decoder)
    if forgotten is not None:
        lines.append(f"Forgotten: {forgotten.describe(last.layer)}")
    lines += [_describe_best_transfer(history, name) for name in schema.transfer_names(history.layout.metrics)]
    flags = {name for row in history.layout.rows for name in history.flags(row.layer, row.decoder)}
    return [*lines, *(_note(name) for name in sorted(flags & _NOTED_FLAGS))]


def _note(flag):
    found = schema.describe_words()["flags"][flag]
    return f"Note ({flag}): {found['meaning']}. {found.get('remedy', '')}".strip()


def _phase_line(history, index, row):
    found = history.phases(row.layer, row.decoder)
    losses = history.column("reconstruction_loss", index)
    if found.minimum_step is None:
        return row.layer, row.decoder, found.describe_now(), "", "", "", "", ""
    low, high = found.minimum_interval
    return (
        row.layer,
        row.decoder,
        found.describe_stages(),
        f"{found.minimum_step:,}",
        f"{low:,} to {high:,}",
        f"{found.minimum_loss:.4g}",
        f"{losses[-1]:.4g}",
        _best_probe(history, index),
    )


def _describe_best_transfer(history, name):
    """Where the last features tell a further label set best; of labels that are numbers, with the least loss."""
    layer, index = history.layout.rows[-1].layer, len(history.layout.rows) - 1
    losses, accuracies = (history.column(metric, index) for metric in schema.transfer_metrics(name))
    what, values, best = _find_best(losses, accuracies)
    if best is None:
        return f"Transfer '{name}': no finite {what}."
    return (
        f"Transfer '{name}': best {what} of '{layer}' {values[best]:.3g} at step {history.steps[best]:,}, "
        f"{values[-1]:.3g} at the last."
    )


def _best_probe(history, index):
    """The best accuracy of the linear probe; of labels that are numbers, which have none, its least loss."""
    accuracies, losses = (history.column(name, index) for name in ("probe_accuracy", "probe_loss"))
    what, values, best = _find_best(losses, accuracies)
    if best is None:
        return "no labels"
    told = f"loss {values[best]:.4g}" if what == "loss" else f"{values[best]:.3f}"
    return f"{told} at {history.steps[best]:,}"


def _find_best(losses, accuracies):
    """`(name, values, place of the best)` of accuracies, where there are none of losses; None without a finite one."""
    if not np.isnan(accuracies).all():
        return "accuracy", accuracies, int(np.nanargmax(accuracies))
    return "loss", losses, None if np.isnan(losses).all() else int(np.nanargmin(losses))


def render_table(title, columns, rows):
    """A table as text; columns and rows as in the tables that are printed."""
    console = Console(markup=False, highlight=False, width=160, file=io.StringIO())
    console.print(_table(title, columns, rows))
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())  # pyright: ignore[reportAttributeAccessIssue] a StringIO


def _print_table(title, columns, rows):
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        # In a file or a notebook there is no width to fit; a narrow guess would fold numbers.
        console = Console(markup=False, highlight=False, width=140)
    console.print(_table(title, columns, rows))


def _table(title, columns, rows):
    """Rows of text under named columns; a name that starts with `>` is set flush right."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for name in columns:
        table.add_column(name.lstrip(">"), justify="right" if name.startswith(">") else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table
