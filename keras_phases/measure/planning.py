"""The choice of decoders for all taps: those asked for, cheaper ones where these are beyond the machine, in groups."""

import fractions

from keras_phases.arguments import format_bytes
from keras_phases.backend.memory import machine_bytes
from keras_phases.measure.cost import find_too_large, group_plans, peak_bytes
from keras_phases.measure.plan import TapPlan
from keras_phases.probes import RECIPES
from keras_phases.warning import warn

MEMORY_SHARE = fractions.Fraction(1, 4)
"""Of the machine's memory: what a probe step may take where `max_memory` is not given."""


def choose_groups(taps, rows, settings, sizes):
    """Groups of `TapPlan`s, each measured in a pass over the fit rows, that stay within `max_memory`.

    Args:
        taps: List of `Tap`.
        rows: `ProbeExamples`.
        settings: `ProbeSettings`.
        sizes: `keras_phases.measure.cost.StepSizes`.

    Raises:
        ValueError: when a tap that was named, or every tap, has no decoder that can be afforded, with the way out.
    """
    bound = _bound_of(settings)
    is_named = settings.layers not in ("auto", "blocks")
    plans = _plan(taps, rows, settings, sizes, bound=bound, is_named=is_named)
    groups = group_plans(plans, sizes, bound)
    while bound is not None and peak_bytes(groups, sizes) > bound:
        too_large, message = find_too_large(plans, sizes, bound)
        plans = [plan for plan in plans if plan is not too_large]
        if is_named or not plans:
            raise ValueError(message)
        warn(f"{message} It is not measured.")
        groups = group_plans(plans, sizes, bound)
    if settings.max_memory is None and len(groups) > 1:
        warn(
            f"Layers are measured in {len(groups)} passes over the fit rows, to the same numbers: together they would "
            f"take more than {format_bytes(bound)}, a quarter of this machine's memory; see max_memory=..."
        )
    return groups


def _bound_of(settings):
    if settings.max_memory is not None:
        return settings.max_memory
    own = machine_bytes()
    return None if own is None else int(own * MEMORY_SHARE)


def _plan(taps, rows, settings, sizes, *, bound, is_named):
    """Plans of all taps; of a tap that we chose and that no decoder can be had for, none."""
    plans, refused = {}, []
    for tap in taps:
        for family in settings.families:
            plan, reasons = _first_affordable(tap, family, rows, settings, sizes, bound=bound)
            if plan is None:
                refused.append(reasons[0])
                continue
            plans.setdefault((tap, plan.decoder), plan)
            if reasons:
                warn(f"{reasons[0]} It gets the {plan.decoder} decoder instead ({plan.strategy}).")
    # A tap that the user named is an error; one that we chose is left out, and said to be.
    if refused and (is_named or not plans):
        raise ValueError(refused[0])
    for message in refused:
        warn(f"{message} It is not measured.")
    return tuple(plans.values())


def _first_affordable(tap, family, rows, settings, sizes, *, bound):
    """`(plan, reasons)`: the first of a family and its cheaper ones that can be had, and why those before it cannot."""
    reasons = []
    for choice in (family, *family.cheaper):
        try:
            recipe = choice.recipe(tap, rows.x_fit.shape[1:], len(rows.x_fit))
        except ValueError as error:
            reasons.append(str(error))
            continue
        plan = TapPlan(tap, recipe, RECIPES[settings.probe_kind].of(tap.shape))
        if bound is None or peak_bytes([[plan]], sizes) <= bound:
            return plan, reasons
        reasons.append(find_too_large([plan], sizes, bound)[1])
    return None, reasons
