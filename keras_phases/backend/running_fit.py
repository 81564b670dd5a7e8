"""What a running `fit` holds and hands to no callback; each function checked on Keras 3.12 and 3.15."""

import inspect
import sys
import threading
import weakref
from collections.abc import Callable, Mapping
from typing import Any


def fit_locals(model):
    """The local variables of the Keras `fit` that runs `model` right now.

    Keras keeps the arguments of `fit` nowhere else (see the frame by `self` and `epoch_iterator`, which skips a user's
    override of `fit` and the traceback wrapper).

    Raises:
        ValueError: outside `fit`, asking for `data=`.
    """
    for names in _fits_on(inspect.currentframe()):
        if names.get("self") is model:
            return names
    raise ValueError(
        "PhaseProbe found no running model.fit to take rows from. Expected to be a callback of model.fit; a training "
        "loop of your own is measured by: with probe.run(model, data=(x, y)) as run: ... run.step(step)."
    )


def fit_arguments(model, *, are_needed):
    """`fit_locals`, or nothing where they are not needed: a custom training loop that was given its rows."""
    try:
        return fit_locals(model)
    except ValueError:
        if are_needed:
            raise
        return {}


def fit_goes_on(arguments: Mapping[str, Any], on_end: Callable[[], object]) -> Callable[[], bool]:
    """A function that says whether a `fit` still runs, in whatever thread: one that was interrupted tells nobody.

    Args:
        arguments: Local variables of the `fit`, of which it keeps nothing alive; where they are none, it always does.
        on_end: Called once they are gone: no traceback, as that of a notebook's last error, keeps them any longer.
    """
    iterator = arguments.get("epoch_iterator")
    if iterator is None:
        return lambda: True
    weakref.finalize(iterator, on_end)
    known = weakref.ref(iterator)
    frames = sys._current_frames
    return lambda: any(names["epoch_iterator"] is known() for frame in frames().values() for names in _fits_on(frame))


def _fits_on(frame):
    """The local variables of each Keras `fit` on a stack of calls, the innermost first."""
    while frame is not None:
        if frame.f_code.co_name == "fit" and "epoch_iterator" in frame.f_locals:
            yield frame.f_locals
        frame = frame.f_back


def leaves_dispatch(hook: Callable[..., None]) -> Callable[..., None]:
    """Marks `on_train_batch_end` of a callback, as Keras marks its own: for its sake no batch is waited for.

    On JAX and PyTorch a device computes while Python goes on, and Keras then has threads of its own call it; where
    a callback has one that is not marked, it waits for the device after every batch.
    """
    hook._is_default = True  # pyright: ignore[reportFunctionMemberAccess] Keras reads it
    return hook


class BatchEnds:
    """How Keras tells the ends of batches of a running `fit`: in the thread that trains where it is asked to wait.

    Args:
        arguments: Local variables of the `fit`; where they are none, Keras cannot be asked.
    """

    def __init__(self, arguments: Mapping[str, Any]):
        self._callbacks: Any = arguments.get("callbacks")
        self._goes_on = getattr(self._callbacks, "_async_train", False)
        self._thread, self._lock, self._newest = threading.get_ident(), threading.Lock(), -1

    def wait(self) -> None:
        """Has Keras tell the end of the batch that begins in the thread that trains, once the device is done."""
        if self._goes_on:
            self._callbacks._flush_futures()
            self._callbacks._async_train = False

    def is_told_here(self, batch: int) -> bool:
        """Whether the end of a batch is told in the thread that trains, by a hook that asks this; else it is noted."""
        with self._lock:
            self._newest = max(self._newest, batch)
        is_here = threading.get_ident() == self._thread
        if is_here:
            self._go_on()
        return is_here

    def end_epoch(self) -> int:
        """The last batch of the epoch whose end was told, from 0; -1 where none was. Keras waits for all of them."""
        self._go_on()
        newest, self._newest = self._newest, -1
        return newest

    def _go_on(self):
        if self._goes_on:
            self._callbacks._async_train = True


def adapter_of_fit(arguments: Mapping[str, Any]) -> tuple[Any, Any]:
    """What feeds a running `fit`, and the batches of a generator that it has drawn already; None where it has none.

    Args:
        arguments: Local variables of the running `fit`.
    """
    adapter = getattr(arguments.get("epoch_iterator"), "data_adapter", None)
    # Keras draws some to see their shapes, and puts them before the rest where nobody else can reach them.
    return adapter, getattr(adapter, "_first_batches", None)
