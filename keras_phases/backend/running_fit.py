"""What a running `fit` holds and hands to no callback; each function checked on Keras 3.12 and 3.15."""

import inspect
from collections.abc import Mapping
from typing import Any


def fit_locals(model):
    """The local variables of the Keras `fit` that runs `model` right now.

    Keras keeps the arguments of `fit` nowhere else (see the frame by `self` and `epoch_iterator`, which skips a user's
    override of `fit` and the traceback wrapper).

    Raises:
        ValueError: outside `fit`, asking for `data=`.
    """
    frame = inspect.currentframe()
    while frame is not None:
        if frame.f_code.co_name == "fit":
            names = frame.f_locals
            if "epoch_iterator" in names and names.get("self") is model:
                return names
        frame = frame.f_back
    raise ValueError(
        "PhaseProbe found no running model.fit to take rows from. Expected to be a callback of model.fit; in a custom "
        "training loop pass the rows: data=(x, y)."
    )


def adapter_of_fit(arguments: Mapping[str, Any]) -> tuple[Any, Any]:
    """What feeds a running `fit`, and the batches of a generator that it has drawn already; None where it has none.

    Args:
        arguments: Local variables of the running `fit`.
    """
    adapter = getattr(arguments.get("epoch_iterator"), "data_adapter", None)
    # Keras draws some to see their shapes, and puts them before the rest where nobody else can reach them.
    return adapter, getattr(adapter, "_first_batches", None)
