"""What a decoder or a linear probe takes in memory while it is fitted and judged."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Need:
    """Bytes that a decoder or a linear probe needs at each stage of a probe step.

    Args:
        held: From the first fit row to its solve.
        adding: More, while a chunk of fit rows is taken in.
        solving: More, during its solve.
        kept: From its solve to the end of the held-out pass.
        judging: More, while a chunk of held-out rows is judged.
        training: More, while all that is trained is trained together, before any solve. Defaults to `0`.
    """

    held: int
    adding: int
    solving: int
    kept: int
    judging: int
    training: int = 0
