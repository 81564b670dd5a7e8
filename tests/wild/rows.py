"""Few rows of each kind: real digits, and signals that are made."""

import functools

import numpy as np

from keras_phases import datasets


@functools.cache
def digits():
    """`(x, y), (x_val, y_val)` of 96 and 48 digits from 0 to 2 at 16 x 16, normalised."""
    both = datasets.digits()
    return tuple((x[y < 3][:n, ::2, ::2], y[y < 3][:n]) for (x, y), n in zip(both, (96, 48), strict=True))


def waves(num_rows=120, length=256, num_classes=4, seed=0):
    """Noisy tones `(num_rows, length, 1)` and which of the frequencies each has."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, num_classes, num_rows)
    time = np.arange(length) / length
    tones = np.sin(2 * np.pi * ((y + 1) * 5)[:, None] * time + rng.uniform(0, 6, (num_rows, 1)))
    return (tones + 0.3 * rng.normal(size=tones.shape)).astype("float32")[..., None], y.astype("int32")


def masks(x):
    """The class of each pixel of a digit: paper, its edge, ink."""
    return np.digitize(x[..., 0], [0.0, 1.0]).astype("int32")


def volumes(num_rows=120, side=12, seed=0):
    """Balls of two sizes in noise, `(num_rows, side, side, side, 1)`."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, num_rows)
    grid = np.stack(np.meshgrid(*[np.arange(side)] * 3, indexing="ij"), -1)
    centres = rng.uniform(4, side - 4, (num_rows, 1, 1, 1, 3))
    inside = np.linalg.norm(grid - centres, axis=-1) < 2 + 2 * y[:, None, None, None]
    return (inside + 0.2 * rng.normal(size=inside.shape)).astype("float32")[..., None], y.astype("int32")


def clips(num_rows=96, num_frames=6):
    """Digits that move to the left or to the right, `(num_rows, num_frames, 16, 16, 1)`."""
    (x, _), _ = digits()
    y = np.arange(num_rows) % 2
    frames = [
        [np.roll(one, (2 * way - 1) * shift, 1) for shift in range(num_frames)] for one, way in zip(x, y, strict=False)
    ]
    return np.array(frames), y.astype("int32")


def points(num_rows=120, num_points=64, seed=0):
    """Points on a sphere, a cube or a stick, `(num_rows, num_points, 3)`."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, num_rows)
    x = rng.normal(size=(num_rows, num_points, 3))
    sphere = x / np.linalg.norm(x, axis=-1, keepdims=True)
    cube, stick = rng.uniform(-1, 1, x.shape), rng.uniform(-1, 1, x.shape) * [1, 0.1, 0.1]
    return np.choose(y[:, None, None], [sphere, cube, stick]).astype("float32"), y.astype("int32")


def table(num_rows=120, seed=0):
    """A table of columns `(num_rows,)`, numbers and categories, and whether a row is one of the sought."""
    rng = np.random.default_rng(seed)
    numbers = {name: rng.normal(size=num_rows).astype("float32") for name in ("age", "pressure", "rate", "peak")}
    x = numbers | {
        "sex": rng.integers(0, 2, num_rows).astype("int32"),
        "kind": rng.integers(0, 4, num_rows).astype("int32"),
    }
    y = (numbers["age"] + numbers["rate"] + x["kind"] > 1.5).astype("int32")
    return x, y
