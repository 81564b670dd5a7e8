"""What else a probe step says of each layer: the loss by part, effective rank, which rows the model still learns from.

PhaseProbe(quantities="auto")                     # all that cost little
PhaseProbe(quantities=["auto", "component"])      # and how many principal components are kept
PhaseProbe(quantities=["auto", MyQuantity()])     # and one of your own, see `keras_phases.quantities.base`
"""

from collections.abc import Sequence

from keras_phases.quantities.base import About, Column, Found, Quantity, Rows
from keras_phases.quantities.breakdowns import (
    Breakdown,
    ByChannel,
    ByClass,
    ByColour,
    ByComponent,
    ByDifficulty,
    ByFrequency,
    ByPosition,
)
from keras_phases.quantities.information import Information
from keras_phases.quantities.majority import Majority
from keras_phases.quantities.rank import EffectiveRank

__all__ = [
    "About",
    "Breakdown",
    "ByChannel",
    "ByClass",
    "ByColour",
    "ByComponent",
    "ByDifficulty",
    "ByFrequency",
    "ByPosition",
    "Column",
    "EffectiveRank",
    "Found",
    "Information",
    "Majority",
    "Quantity",
    "Rows",
    "resolve_quantities",
]

AUTO = (Majority, ByClass, ByChannel, ByColour, ByFrequency, ByPosition, ByDifficulty, EffectiveRank)
"""Those that cost some tenth of a probe step together; see benchmarks/probe_cost.py, case `quantities`."""

EVERY = (*AUTO, ByComponent, Information)


def resolve_quantities(quantities: str | Quantity | Sequence[str | Quantity] | None) -> tuple[Quantity, ...]:
    """The quantities asked for, each once.

    Args:
        quantities: `"auto"`, `"all"`, a name, a `Quantity`, or a list of these; None or an empty list for none.

    Raises:
        ValueError: for anything else; for two objects of one name.

    Example:
        >>> from keras_phases.quantities import resolve_quantities
        >>> [quantity.name for quantity in resolve_quantities(["channel", "effective_rank"])]
        ['channel', 'effective_rank']
    """
    choices = quantities if isinstance(quantities, (list, tuple)) else [] if quantities is None else [quantities]
    groups = {"auto": AUTO, "all": EVERY} | {kind.name: (kind,) for kind in EVERY}
    found = {}
    for choice in choices:
        if isinstance(choice, str) and choice in groups:
            for kind in groups[choice]:
                found.setdefault(kind.name, kind())
        elif isinstance(choice, Quantity):
            _check_name(choice, found)
            found[choice.name] = choice
        else:
            hint = "; pass an object, not the class" if isinstance(choice, type) else ""
            hint = "; two of them have one name" if isinstance(choice, Quantity) else hint
            raise ValueError(
                f"quantities holds {choice!r}. Expected one of {', '.join(map(repr, groups))}, a "
                f"keras_phases.quantities.Quantity, or a list of these{hint}."
            )
    return tuple(found.values())


def _check_name(quantity, others):
    """What is gathered, and what fails, is kept by a quantity's name."""
    kind, name = type(quantity).__name__, getattr(quantity, "name", None)
    if not isinstance(name, str) or not name:
        raise ValueError(f"{kind} has the name {name!r}. Expected text; write name = '...' into the class.")
    if name in others and others[name] is not quantity and type(others[name]) not in EVERY:
        raise ValueError(
            f"quantities holds two of the name '{name}'. Expected each once; give each {kind} a name of its own, "
            "such as self.name = ... in its constructor."
        )
