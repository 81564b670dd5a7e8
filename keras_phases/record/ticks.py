"""Where an axis of a picture is labelled, and how numbers and names are written there."""

import numpy as np

TICK_SIZE = 7.5
"""Font size of the labels, in points."""

CHARACTER_WIDTH = 0.62
"""Of the font size; the digits of common sans-serif fonts are narrower."""


def select_ticks(first_step, last_step, width) -> list[int]:
    """Steps to label on a log(1 + step) axis: the first one and powers of two, thinned evenly until labels have room.

    Counted from the largest power, so that the end of the axis has a label.

    Args:
        first_step: First step of the axis.
        last_step: Last step of the axis.
        width: Length of the axis in points (1/72 inch).

    Returns:
        Strictly increasing steps within the axis.

    Example:
        >>> select_ticks(0, 64, 300)
        [0, 1, 2, 4, 8, 16, 32, 64]
        >>> select_ticks(0, 65536, 200)
        [0, 2, 16, 128, 1024, 8192, 65536]
    """
    powers = [2**power for power in range(63) if first_step <= 2**power <= last_step]
    if not powers:
        return sorted({first_step, last_step})
    for stride in range(1, len(powers) + 1):
        ticks = powers[::-1][::stride][::-1]
        if _have_room(ticks, first_step, last_step, width):
            break
    # The first step gives way where it is no power of two and has no room.
    with_first = sorted({first_step, *ticks})
    return with_first if _have_room(with_first, first_step, last_step, width) else ticks


def _have_room(ticks, first_step, last_step, width):
    scale = width / max(np.log1p(last_step) - np.log1p(first_step), 1e-9)
    centers = np.log1p(ticks) * scale
    halves = np.array([len(f"{tick:,}") for tick in ticks]) * TICK_SIZE * CHARACTER_WIDTH / 2
    # At least 3 points of air between neighbours.
    return bool(np.all(np.diff(centers) >= halves[1:] + halves[:-1] + 3))


def round_ticks(low, high, count=5):
    """About `count` round numbers within an axis; needs matplotlib."""
    from matplotlib import ticker

    ticks = ticker.MaxNLocator(nbins=count, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
    margin = 0.02 * (high - low)
    return [tick for tick in ticks if low - margin <= tick <= high + margin]


def format_alike(values):
    """Labels with the same number of decimals, as few as keep them exact."""
    for decimals in range(10 if np.abs(values).max(initial=0) < 1e9 else 0):
        labels = [f"{value:.{decimals}f}" for value in values]
        if np.allclose([float(label) for label in labels], values, rtol=1e-6, atol=0):
            return labels
    return [f"{value:.4g}" for value in values]


def format_loss(value):
    """Three digits."""
    return f"{value:#.3g}".rstrip(".")


def draw_as_text(figure):
    """Has names drawn as they are: a `$` begins no formula, whatever the user's own settings say."""
    from matplotlib import text

    for one in figure.findobj(text.Text):
        one.set_parse_math(False)
        one.set_usetex(False)
        # A line break would move what stands above, and no font has a glyph for control characters or surrogates.
        one.set_text("".join(letter if letter.isprintable() else " " for letter in one.get_text()))
