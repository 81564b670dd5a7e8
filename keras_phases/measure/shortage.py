"""When memory runs out in a probe step: how that is recognised, and what it has taught."""

import dataclasses
import re

from keras_phases.measure.plan import TapPlan

_SAID_BY_BACKENDS = "RESOURCE_EXHAUSTED|out of memory|can't allocate memory"


@dataclasses.dataclass
class Shortage:
    """What probe steps that ran out of memory have taught.

    Args:
        is_known: Whether one has; from then on each plan is measured alone.
        given_up: Plans that ran out of memory even so.
        extractors: `FeatureExtractor` of each tap alone.
    """

    is_known: bool = False
    given_up: set[TapPlan] = dataclasses.field(default_factory=set)
    extractors: dict = dataclasses.field(default_factory=dict)


def is_out_of_memory(error):
    """Whether an exception of NumPy or of a backend says that memory ran out; imports no backend.

    Example:
        >>> from keras_phases.measure.shortage import is_out_of_memory
        >>> is_out_of_memory(MemoryError()), is_out_of_memory(RuntimeError("RESOURCE_EXHAUSTED: Out of memory"))
        (True, True)
    """
    # TensorFlow, and PyTorch on a GPU, have classes of their own; JAX, and PyTorch on the host, say it in the text.
    names = {kind.__name__ for kind in type(error).__mro__}
    return bool(
        names & {"MemoryError", "ResourceExhaustedError", "OutOfMemoryError"}
        or (isinstance(error, RuntimeError) and re.search(_SAID_BY_BACKENDS, str(error), re.IGNORECASE))
    )
