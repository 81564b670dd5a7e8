"""Real images by name, as NumPy arrays: `(x_train, y_train), (x_test, y_test)`, as `keras.datasets` gives them.

`digits()` needs no network; `load(name)` gives any TFDS image classification set; `dominant_colour(x)` labels any
colour images. Names load when they are first used. Needs `pip install "keras-phases[datasets]"`.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keras_phases.datasets.colour import dominant_colour
    from keras_phases.datasets.tfds import load
    from keras_phases.datasets.uci_digits import digits

_MODULE_OF = {
    "digits": "keras_phases.datasets.uci_digits",
    "dominant_colour": "keras_phases.datasets.colour",
    "load": "keras_phases.datasets.tfds",
}

__all__ = ["digits", "dominant_colour", "load"]


def __getattr__(name):
    if name in _MODULE_OF:
        return getattr(importlib.import_module(_MODULE_OF[name]), name)
    raise AttributeError(f"module 'keras_phases.datasets' has no attribute {name!r}; it exports {', '.join(__all__)}")


def __dir__():
    return sorted(__all__)
