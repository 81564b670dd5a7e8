"""At which probe steps images are recorded: at most 24 of a run, decided step by step, dense where the curve is."""

MAX_IMAGE_STEPS = 24
"""Image steps of a run at most: TensorBoard holds all images in memory."""

_ROOM_FOR = 2**17
"""Up to this step doublings find room, whatever was recorded besides."""


def records_images(step, earlier, *, takes_all=False, is_last=False):
    """Whether a probe step records images: the first at or beyond the next of 0, 1, 2, 4, 8, ..., and some besides.

    Nothing about the steps ahead is needed, so that a run that goes on continues as it would have, and no image that
    was written is ever taken back.

    Args:
        step: The probe step.
        earlier: The image steps before it, increasing.
        takes_all: Whether all probe steps are to record images: those of a fit that begins its record and plans at most
            `MAX_IMAGE_STEPS`. Defaults to `False`.
        is_last: Whether a fit ends here; it records images where that leaves room for doublings up to step 131,072.
            Defaults to `False`.

    Example:
        >>> from keras_phases.record.image_steps import records_images
        >>> kept = []
        >>> for step in range(0, 101, 5):
        ...     if records_images(step, kept, is_last=step == 100):
        ...         kept.append(step)
        >>> kept
        [0, 5, 10, 20, 35, 65, 100]
    """
    if len(earlier) >= MAX_IMAGE_STEPS:
        return False
    # 0.bit_length() is 0: after 0 comes 1, after 5 comes 8.
    next_doubling = 1 << earlier[-1].bit_length() if earlier else 0
    if takes_all or step >= next_doubling:
        return True
    doublings_left = max(_ROOM_FOR.bit_length() - step.bit_length(), 0)
    return is_last and len(earlier) + doublings_left < MAX_IMAGE_STEPS
