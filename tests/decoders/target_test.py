import numpy as np
import pytest
import tensorflow as tf
from builders.tolerance import assert_close
from sklearn.decomposition import PCA

from keras_phases.decoders.target import Target, area_average, measure_baseline


def images(num, shape=(4, 4, 3), seed=0):
    return np.random.default_rng(seed).normal(1.0, 2.0, (num, *shape)).astype("float32")


def test_area_average_by_hand():
    """Three pixels on two places: the middle one is shared."""
    maps = np.array([[3.0, 6.0, 9.0], [0.0, 3.0, 6.0]]).reshape(1, 2, 3, 1)
    first, second = (3 + 6 / 2 + 0 + 3 / 2) / 3, (6 / 2 + 9 + 3 / 2 + 6) / 3
    assert_close(area_average(maps, (1, 2))[0, 0, :, 0], [first, second], relative=1e-6)


@pytest.mark.parametrize(
    ("shape", "size"),
    [((8, 8), (4, 4)), ((7, 9), (3, 4)), ((65, 33), (32, 32)), ((5, 4), (5, 4)), ((6, 5), (1, 1))],
    ids=lambda value: f"{value[0]}x{value[1]}",
)
def test_area_average_is_tensorflows(shape, size):
    maps = images(2, (*shape, 3))
    assert_close(area_average(maps, size), tf.image.resize(maps, size, method="area"), relative=1e-5)


def test_area_average_keeps_the_mean():
    maps = images(3, (7, 10, 2))
    assert_close(area_average(maps, (3, 4)).mean(axis=(1, 2)), maps.mean(axis=(1, 2)), relative=1e-5)


def test_area_average_of_integers():
    maps = np.array([0, 255, 255, 255], np.uint8).reshape(1, 2, 2, 1)
    assert area_average(maps, (1, 1)).item() == 191.25


@pytest.mark.parametrize(
    ("target", "shape"),
    [
        (Target((7, 9, 3)), (7, 9, 3)),
        (Target((7, 9, 3), crop=(6, 6)), (6, 6, 3)),
        (Target((7, 9, 3), resize=(3, 2)), (3, 2, 3)),
        (Target((20,)), (20,)),
        (Target((30, 2)), (30, 2)),
        (Target((2, 3, 4, 5)), (2, 3, 4, 5)),
    ],
    ids=["whole", "crop", "resize", "flat", "signal", "volume"],
)
def test_targets_have_the_shape_that_they_say(target, shape):
    made = target(np.ones((2, *target.input_shape), np.uint8))
    assert made.dtype == np.float32 and made.shape == (2, *shape)
    assert target.shape == shape and target.num_elements == np.prod(shape)


def test_crop_is_around_the_centre():
    pixels = np.arange(5 * 6).reshape(1, 5, 6, 1)
    assert np.array_equal(Target((5, 6, 1), crop=(3, 4))(pixels)[0, :, :, 0], pixels[0, 1:4, 1:5, 0])


def test_a_whole_target_is_the_input_as_fed():
    x = images(3)
    assert np.array_equal(Target((4, 4, 3))(x), x)


def test_a_target_is_the_same_key_for_the_same_settings():
    assert len({Target((4, 4, 3)), Target((4, 4, 3)), Target((4, 4, 3), crop=(3, 3))}) == 2


@pytest.mark.parametrize(
    "target",
    [Target((4, 4, 3)), Target((4, 4, 3), resize=(3, 3)), Target((4, 4, 3), crop=(2, 4))],
    ids=["whole", "resize", "crop"],
)
def test_mean_image_loss_is_the_loss_of_the_fit_rows_mean(target):
    fit, heldout = images(50), images(21, seed=1) + 1
    expected = np.mean((target(heldout).astype("float64") - target(fit).astype("float64").mean(axis=0)) ** 2)
    assert_close(measure_baseline(target, fit, heldout, batch_size=16).mean_image_loss, expected, relative=1e-6)


@pytest.mark.parametrize("num_rows", [30, 48, 90], ids=["fewer-rows", "square", "fewer-elements"])
@pytest.mark.parametrize("width", [0, 1, 7, 28])
def test_pca_bound_is_the_loss_of_a_pca_of_the_heldout_rows(num_rows, width):
    heldout = images(num_rows, seed=2) * np.linspace(0.1, 3, 4).reshape(4, 1, 1).astype("float32") + 50
    rows = heldout.reshape(num_rows, -1).astype("float64")
    pca = PCA(max(width, 1), svd_solver="full").fit(rows)
    rebuilt = pca.inverse_transform(pca.transform(rows)) if width else rows.mean(axis=0)
    bound = measure_baseline(Target((4, 4, 3)), images(20), heldout).pca_bound(width)
    assert_close(bound, np.mean((rows - rebuilt) ** 2))


@pytest.mark.parametrize(
    ("num_rows", "first_empty"), [(30, 29), (49, 48), (90, 48)], ids=["rows", "rows-and-elements", "elements"]
)
def test_pca_bound_is_empty_where_it_says_nothing(num_rows, first_empty):
    baseline = measure_baseline(Target((4, 4, 3)), images(20), images(num_rows, seed=2))
    assert baseline.pca_bound(first_empty - 1) > 0
    assert np.isnan([baseline.pca_bound(width) for width in (first_empty, first_empty + 1, 4096)]).all()


def test_no_affine_decoder_goes_below_the_pca_bound():
    """Not even one that is fitted on the held-out rows themselves."""
    heldout = images(40, seed=3)
    rows = heldout.reshape(40, -1).astype("float64")
    features = rows @ np.random.default_rng(4).normal(size=(48, 6))
    design = np.concatenate([features, np.ones((40, 1))], axis=1)
    residual = rows - design @ np.linalg.lstsq(design, rows, rcond=None)[0]
    bound = measure_baseline(Target((4, 4, 3)), images(20), heldout).pca_bound(6)
    assert 0 < bound < np.mean(residual**2)


@pytest.mark.parametrize("value", [0.0, 0.1, 255.0, 1e-20, -7.3])
@pytest.mark.parametrize("target", [Target((5, 5, 3)), Target((5, 5, 3), resize=(3, 3))], ids=["whole", "resize"])
def test_images_that_are_all_the_same_have_nothing_to_reconstruct(value, target):
    """Exactly nothing: rounding in the mean is not a loss, and what is divided by it would be noise."""
    x = np.full((37, 5, 5, 3), value, "float32")
    baseline = measure_baseline(target, x, x[:11], batch_size=16)
    assert baseline.mean_image_loss == 0
    assert baseline.pca_bound(2) <= 1e-12 * value**2


def test_faint_images_are_not_taken_for_constant_ones():
    x = images(40) * 1e-3 + 1.0
    baseline = measure_baseline(Target((4, 4, 3)), x[:20], x[20:])
    assert_close(baseline.mean_image_loss, np.mean((x[20:] - x[:20].mean(0, dtype="float64")) ** 2), relative=1e-6)
    assert baseline.mean_image_loss > 1e-6


def test_large_heldout_sets_are_taken_in_pieces():
    """More elements, and more rows, than one piece of the Gram matrix holds."""
    wide, tall = images(12, (40, 40, 3), seed=5), images(4200, (2, 2, 1), seed=6)
    for heldout, shape in ((wide, (40, 40, 3)), (tall, (2, 2, 1))):
        rows = heldout.reshape(len(heldout), -1).astype("float64")
        singular = np.linalg.svd(rows - rows.mean(axis=0), compute_uv=False)
        bound = measure_baseline(Target(shape), heldout[:2], heldout).pca_bound(2)
        assert_close(bound, np.sum(singular[2:] ** 2) / rows.size, relative=1e-6)


def test_pca_bound_of_images_of_few_dimensions_is_exactly_zero():
    rng = np.random.default_rng(0)
    rows = np.einsum("nk,kp->np", rng.integers(-3, 4, (64, 3)), rng.integers(-3, 4, (3, 48))).reshape(64, 4, 4, 3)
    baseline = measure_baseline(Target((4, 4, 3)), rows.astype("float32"), rows.astype("float32"))
    assert baseline.pca_bound(3) == 0 and baseline.pca_bound(2) > 0
