"""Runs with images for the tests of the tab."""

import io

import numpy as np
from phase_runs import RunOptions, build_layout, build_values
from PIL import Image

from keras_phases.record.event_files import PhaseEventWriter
from keras_phases.record.image_schema import ImageLayout, ImageRow

SIZE, NUM_EXAMPLES = (4, 6), 3


def build_image_layout(layout):
    """Images of every row, of which the last reconstructs the examples in a form of its own."""
    last = len(layout.rows) - 1
    rows = (ImageRow(row.layer, row.decoder, SIZE, int(index == last)) for index, row in enumerate(layout.rows))
    return ImageLayout(tuple(rows), (SIZE, SIZE), NUM_EXAMPLES, (0.0,), (1.0,), (3, "seven", 1))


def draw_png(*seed):
    levels = np.random.default_rng(seed).integers(0, 256, (SIZE[0], NUM_EXAMPLES * SIZE[1]), np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(levels).save(buffer, "PNG")
    return buffer.getvalue()


def build_blobs(layout, step, seed=0):
    """A PNG for each row, none of row 1 at step 2, and two of the examples, the same at every step."""
    rows = [b"" if (step, row) == (2, 1) else draw_png(seed, step, row) for row in range(len(layout.rows))]
    return [*rows, draw_png(seed, 1_000_000), draw_png(seed, 1_000_001)]


def write_image_run(log_dir, steps, image_steps, *, seed=0, start_step=0):
    """Writes probe steps, some with images, as one fit does; returns the layout of the images."""
    layout = build_layout()
    image_layout = build_image_layout(layout)
    writer = PhaseEventWriter(f"{log_dir}/phases", layout, start_step=start_step)
    for step in steps:
        writer.add_packed(step, build_values(layout, step, RunOptions(), seed))
        if step in image_steps:
            writer.add_images(step, build_blobs(image_layout, step, seed), image_layout)
    writer.close()
    return image_layout
