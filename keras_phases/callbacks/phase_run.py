"""`PhaseRun`: a training loop of one's own, measured as a `fit` is."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import keras

from keras_phases.arguments import at_least, one_of
from keras_phases.backend.variables import read_iterations
from keras_phases.callbacks.fit_settings import FitSettings
from keras_phases.callbacks.loop_session import LoopSession
from keras_phases.data.fed import split_data
from keras_phases.schedule import Schedule
from keras_phases.warning import warn

if TYPE_CHECKING:
    from keras_phases.callbacks.follower import ProbeFollower
    from keras_phases.callbacks.phase_probe import PhaseProbe


class PhaseRun:
    """A training loop that a `PhaseProbe` measures; `PhaseProbe.run` makes it, and describes its arguments.

    Entering it measures the model as it starts, leaving it the last step; where the loop raises, the record is closed
    and can be gone on with.
    """

    _session: LoopSession  # None outside of `with`
    _followers: "tuple[ProbeFollower, ...]"

    def __init__(
        self,
        probe: "PhaseProbe",
        model: keras.Model,
        data: Any = None,
        *,
        log_dir: str | os.PathLike[str] | None = None,
        start_step: int | None = None,
        total_steps: int | None = None,
        followers: "Sequence[ProbeFollower]" = (),
        verbose: int = 1,
    ):
        _check_model(model)
        self._probe, self._model, self._followers = probe, model, _check_followers(followers)
        self._settings = _check_settings(probe.settings, log_dir)
        is_needed = data is not None or self._settings.data is None
        self._arguments = split_data(data) if is_needed else {}
        self._start_step = read_iterations(model) if start_step is None else at_least(0, "start_step", start_step)
        self._total_steps = total_steps
        if total_steps is not None:
            at_least(self._start_step, "total_steps", total_steps)
        self._params = {"verbose": one_of((0, 1), "verbose", verbose), "epochs": 1, "steps": total_steps}
        self._session = None  # pyright: ignore[reportAttributeAccessIssue] see above

    @property
    def stopped(self) -> bool:
        """Whether `PhaseStop` has ended the training; `step` returns it too."""
        return bool(self._model.stop_training)

    def __enter__(self) -> "PhaseRun":
        self._model.stop_training = False  # as `fit` does
        for callback in (self._probe, *self._followers):
            callback.set_params(self._params)
            callback.set_model(self._model)
        self._session = self._probe.open_session(self._make_session)
        try:
            self._begin()
        except BaseException:
            self._session.close()
            raise
        return self

    def _begin(self):
        for follower in self._followers:
            follower.on_train_begin()
        self._session.settle()
        for follower in self._followers:
            follower.on_epoch_begin(0)
        self._session.begin(self._probe.listeners)

    def _make_session(self, **options):
        steps = {"start_step": self._start_step, "total_steps": self._total_steps}
        is_verbose = bool(self._params["verbose"])
        return LoopSession(self._settings, self._model, self._arguments, **steps, is_verbose=is_verbose, **options)

    def step(
        self,
        step: int,
        trainable_variables: Sequence[Any] | None = None,
        non_trainable_variables: Sequence[Any] | None = None,
    ) -> bool:
        """Measures where a probe step is due; to be called after each training step.

        Between probe steps it copies one variable where it lies, the last bias mostly, and waits for no device: .4 ms a
        step on two busy cores.

        Args:
            step: Optimizer steps done, 1 after the first; steps may be left out, and told twice.
            trainable_variables: On JAX the values of `model.trainable_variables` after this step, in their order, as
                `model.stateless_call` takes them. Defaults to `None`: on TensorFlow and PyTorch the model has them.
            non_trainable_variables: The same of `model.non_trainable_variables`. Defaults to `None`.

        Returns:
            Whether `PhaseStop` has ended the training: `if run.step(step): break`.

        Raises:
            ValueError: for steps that go backwards, a step told again after weights have changed, values that are
                missing, of other shapes, or passed where there are none to pass.
        """
        session = self._check_within()
        number, values = _check_step(step), _check_values(self._model, trainable_variables, non_trainable_variables)
        if number < session.step:
            raise ValueError(
                f"run.step({number}) was called after step {session.step}. Expected the number of optimizer steps done "
                "since training began, which only increases. A loop that goes on from a checkpoint, or begins anew, "
                "says where: probe.run(model, start_step=...)."
            )
        if number > session.step:
            session.tell(number, values)
        elif session.has_moved(values):
            raise ValueError(
                f"run.step({number}) was called again, and weights have changed since. Expected the number of "
                f"optimizer steps done: {number + 1} now, where one was taken; count from 1, run.step(step + 1)."
            )
        return self.stopped

    def mark(self) -> None:
        """Notes the weights of the present step, at which you save them: a loop that goes on from there is known.

        That of a probe step is known anyway.
        """
        self._check_within().mark()

    def _check_within(self):
        if self._session is None:
            raise ValueError("The run has not begun, or is over. Expected to be within: with probe.run(...) as run.")
        return self._session

    def __exit__(self, kind, error, trace) -> None:
        session, self._session = self._session, None  # pyright: ignore[reportAttributeAccessIssue] it is over
        if kind is not None:
            session.close()
            return
        if session.has_moved():
            warn(
                f"Weights have changed since run.step({session.step}), so that the last step is not measured. Expected "
                "run.step(step) after each training step, the last one too."
            )
            session.close()
        for callback in (self._probe, *self._followers):
            callback.on_train_end()


def _check_model(model):
    if not isinstance(model, keras.Model):
        raise ValueError(f"model is a {type(model).__name__}. Expected the keras.Model that the loop trains.")
    if not model.weights:
        raise ValueError(
            f"Model '{model.name}' is not built: it has no weights yet. Expected those that the loop trains; begin the "
            "model with keras.Input(shape), or call it once: model(x[:1])."
        )


def _check_followers(followers):
    for one in followers if isinstance(followers, (list, tuple)) else [followers]:
        if not hasattr(one, "follow"):
            raise ValueError(
                f"followers has a {type(one).__name__}. Expected PhaseStop(probe) and PhaseCheckpoint(probe, path), "
                "which act on probe steps; a loop calls other callbacks itself."
            )
    return tuple(followers)


def _check_settings(settings, log_dir):
    schedule = settings.schedule
    if type(schedule).is_due_at_epoch_end is not Schedule.is_due_at_epoch_end:
        raise ValueError(
            f"schedule is {schedule!r}, and a loop tells of no epochs. Expected one of steps; pass "
            "PhaseProbe(schedule=Every(steps_of_an_epoch))."
        )
    return settings if log_dir is None else FitSettings(**settings.knobs() | {"log_dir": log_dir})


def _check_step(step):
    try:
        number = -1 if isinstance(step, (bool, str)) else int(step)
        is_whole = number >= 0 and float(step) == number
    except (TypeError, ValueError):  # symbolic, too
        is_whole, number = False, -1
    if not is_whole:
        raise ValueError(
            f"step is {step!r}. Expected the number of optimizer steps done, a whole number; call run.step outside of "
            "what tf.function or jax.jit compiles."
        )
    return number


def _check_values(model, trainable, non_trainable):
    """`(trainable, non_trainable)` as lists of arrays on JAX, None elsewhere."""
    backend, given = keras.backend.backend(), (trainable, non_trainable)
    if backend != "jax":
        if given != (None, None):
            raise ValueError(
                f"run.step got values of weights, and on {backend} the model holds them itself. Expected the step "
                "alone: run.step(step)."
            )
        return None
    if trainable is None:
        raise ValueError(
            "run.step got no values, and on JAX a loop carries weights along while the model's variables stay as they "
            "were. Expected run.step(step, trainable_variables, non_trainable_variables), as model.stateless_call "
            "takes them; a loop that assigns to the model's variables passes those."
        )
    kinds = (("trainable", model.trainable_variables), ("non_trainable", model.non_trainable_variables))
    return tuple(_values_of(kind, *one) for kind, one in zip(given, kinds, strict=True))


def _values_of(given, name, variables):
    values = [getattr(value, "value", value) for value in given or ()]
    shapes, expected = ([tuple(one.shape) for one in several] for several in (values, variables))
    if shapes != expected:
        raise ValueError(
            f"{name}_variables of run.step are {len(shapes)} values of shapes {shapes}. Expected those of "
            f"model.{name}_variables, in their order: {expected}."
        )
    return values
