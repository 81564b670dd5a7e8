"""What is reached of each kind of object."""

from keras_phases.backend.kinds import _read_names


def test_an_attribute_of_a_name_is_no_global_variable_of_it():
    """Others of the program may write that variable while a probe step runs."""
    names = {"loss": 1, "scale": 2}
    exec("def call(self):\n    return self.loss * scale", names)
    assert _read_names(names["call"]) == {"scale": 2}
