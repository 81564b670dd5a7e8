"""What calling a model leaves behind beside its outputs: looked for once before training, put back ever after.

Of the random states of the process, which other threads draw from meanwhile (a data pipeline, a second fit), a probe
step needs none: it reads and writes those alone that the model's own code was seen to move.
"""

import contextlib
import types

import keras

from keras_phases.backend.kinds import CONTAINERS
from keras_phases.backend.own_state import CHEAP_BYTES, MOST_PLACES, find_places, is_variable, num_bytes
from keras_phases.backend.random_states import keep_names, put_back, random_places
from keras_phases.warning import warn

_MANY_ITEMS = 10_000
"""Containers with more are looked at before training alone, and put back where they were seen to move."""


class Traces:
    """Keeps what the code of a model can move, and puts it back.

    Args:
        model: The built model.

    Attributes: `moved`, what moved within `looking`, and `lasting`, what of it could not be put back, for people.
    """

    def __init__(self, model):
        self._model, self._variables, self._movers, self._places = model, [], set(), []
        self.moved, self.lasting = [], []

    @contextlib.contextmanager
    def looking(self):
        """Within it what a probe step does with the model is tried once; what moves is noted and put back."""
        # Keras variables of JAX cannot move: the model is called as a function of their values.
        are_read = keras.backend.backend() != "jax"
        places = find_places(self._model, keeps=lambda _, holder: are_read or not is_variable(holder))
        self._places = places + random_places()
        if len(places) >= MOST_PLACES:
            warn(
                f"Model '{self._model.name}' leads to more than {MOST_PLACES:,} objects of its own, and no more are "
                "looked at: where calling it moves another, a probe step would change the training unseen. Expected "
                "fewer; keep many rows in one array, say, and see keras_phases.check(model, x, y)."
            )
        try:
            yield
        finally:
            moved, self._places = [place for place in self._places if place.moved()], []
            self._movers |= {place.name for place in moved}
            self.moved = [name for place in moved for name in place.moved()]
            self.lasting = [name for place in moved if not place.put_back() for name in place.moved()]

    def refuse_lasting(self):
        """A ValueError where the model's forward pass moves what cannot be put back: nothing is to be measured then."""
        if self.lasting:
            raise ValueError(
                f"Calling model '{self._model.name}' moves {', '.join(self.lasting)}, which cannot be put back, so "
                "that each probe step would change the training; none is taken. Expected layers whose state is in "
                "variables, arrays, random generators or plain attributes; change that, or train without the probe."
            )

    def reach(self, variables, assigned=()):
        """Has `tf.Variable`s looked after too that a graph touches, though nothing of the model leads to them.

        Those that it may assign to are known to move, however large they are, if not in the first pass then later.
        """
        holders = [place.holder for place in self._places]
        assigned = set(map(id, assigned))
        self._movers |= {place.name for place in self._places if id(place.holder) in assigned}
        known = {*map(id, holders), *(id(getattr(one, "_value", None)) for one in holders if is_variable(one))}
        self._variables = [(variable.name, variable) for variable in variables if id(variable) not in known]
        self._places += find_places(None, self._variables, keeps=lambda *_: True)

    @contextlib.contextmanager
    def putting_back(self):
        """Within it the model may be called; what can be kept cheaply, and what is known to move, is put back."""
        found = find_places(self._model, self._variables, keeps=self._keeps)
        places = [*found, *random_places(self._movers)]
        try:
            with keep_names():
                yield
        finally:
            put_back(places)

    def _keeps(self, name, holder):
        if name in self._movers:
            return True
        # What a function knows by name, others of the program may write meanwhile.
        if is_variable(holder) or type(holder) is types.FunctionType:
            return False
        many = len(holder) if issubclass(type(holder), CONTAINERS) else 0
        return many <= _MANY_ITEMS and (num_bytes(holder) or 0) <= CHEAP_BYTES
