import itertools

import numpy as np
import pytest
from builders.references import solve_ridge
from builders.tolerance import assert_close

from keras_phases.backend.arrays import FLOAT32, FLOAT64, host
from keras_phases.decoders.linear import PrimalDecoder
from keras_phases.decoders.patch import PatchDecoder, PatchGeometry, choose_examples_per_draw
from keras_phases.decoders.patch_moments import Draws, PatchMoments
from keras_phases.decoders.ridge import fit_primal
from keras_phases.decoders.target import Centre

GEOMETRIES = {
    "3x3": PatchGeometry((4, 4), 3, (8, 8, 2), reach=1),
    "1x1": PatchGeometry((4, 4), 3, (8, 8, 2), reach=0),
    "5x5": PatchGeometry((4, 4), 2, (4, 4, 1), reach=2),
    "odd": PatchGeometry((3, 5), 2, (3, 5, 3), reach=1),
    "not_square": PatchGeometry((2, 3), 4, (6, 6, 1), reach=1),
    "one_row": PatchGeometry((1, 4), 3, (2, 8, 1), reach=1),
    "signal": PatchGeometry((6,), 3, (12, 2), reach=1),
    "far_signal": PatchGeometry((5,), 2, (5, 1), reach=2),
    "volume": PatchGeometry((2, 3, 4), 2, (4, 3, 8, 1), reach=1),
    "frames": PatchGeometry((5, 1, 1), 3, (5, 2, 2, 3), reach=1),
    "no_channels": PatchGeometry((3, 4), 2, (3, 8), reach=1),
    "four_sides": PatchGeometry((2, 3, 2, 2), 2, (2, 6, 2, 2, 1), reach=1),
}


def draw_maps(geometry, num_rows=120, num_heldout=40, *, scale=1.0, shift=0.0, seed=0):
    """Fit and held-out maps and images; the images depend on the maps near by, and on a mean of their own."""
    rng = np.random.default_rng(seed)
    maps = rng.standard_normal((num_rows + num_heldout, *geometry.grid, geometry.channels))
    near = maps + 0.5 * np.roll(maps, 1, axis=geometry.rank)
    mixed = near @ rng.standard_normal((geometry.channels, geometry.num_targets))
    images = np.zeros((len(maps), *geometry.image))
    for place in np.ndindex(*geometry.grid):
        block = images[:, *block_of(geometry, place)]
        block[...] = mixed[:, *place].reshape(block.shape)
    images = images + rng.standard_normal(geometry.image) + 0.1 * rng.standard_normal(images.shape)
    # Every position has a mean of its own, as borders and centres of images have.
    maps = shift + scale * (np.maximum(maps + 0.5, 0) + rng.standard_normal((*geometry.grid, geometry.channels)))
    maps, images = maps.astype(np.float32), images.astype(np.float32)
    return maps[:num_rows], images[:num_rows], maps[num_rows:], images[num_rows:]


def gather(geometry, maps, mean):
    """Neighbourhoods of every position one by one: less the mean map, and zero beyond its border."""
    near = list(itertools.product(*(range(-r, r + 1) if side > 1 else [0] for side, r in sides_of(geometry))))
    rows = np.zeros((len(maps), geometry.num_positions, len(near), geometry.channels))
    for position, place in enumerate(np.ndindex(*geometry.grid)):
        for index, offset in enumerate(near):
            other = tuple(np.add(place, offset))
            if all(0 <= at < side for at, side in zip(other, geometry.grid, strict=True)):
                rows[:, position, index] = maps[:, *other] - mean[other]
    return rows.reshape(len(maps), geometry.num_positions, -1)


def sides_of(geometry):
    return [(side, geometry.reach) for side in geometry.grid]


def block_of(geometry, place):
    """The slices of the target that belong to a position."""
    sizes = [pixels // side for pixels, side in zip(geometry.image, geometry.grid, strict=False)]
    return [slice(at * size, (at + 1) * size) for at, size in zip(place, sizes, strict=True)]


def cut(geometry, images):
    """The tile of every position, one by one."""
    tiles = [images[:, *block_of(geometry, place)] for place in np.ndindex(*geometry.grid)]
    return np.stack([tile.reshape(len(images), -1) for tile in tiles], axis=1)


def solve_by_loops(geometry, maps, images, ridge, seen=slice(None)):
    """`(weights, mean map, mean image)` of ridge regression on the gathered rows, in float64."""
    means = maps.mean(axis=0, dtype=np.float64), images.mean(axis=0, dtype=np.float64)
    patches = gather(geometry, maps, means[0])[seen].reshape(-1, geometry.num_features)
    tiles = cut(geometry, images - means[1])[seen].reshape(-1, geometry.num_targets)
    # The rows are about their positions' means already: with their mirror image their common mean is zero as well.
    weights, _, _ = solve_ridge(np.vstack([patches, -patches]), np.vstack([tiles, -tiles]), ridge)
    return weights, *means


def row_losses_by_loops(geometry, solution, maps, images):
    weights, feature_mean, target_mean = solution
    errors = gather(geometry, maps, feature_mean) @ weights - cut(geometry, images - target_mean)
    return np.mean(errors**2, axis=(1, 2))


def fit_decoder(geometry, maps, images, *, num_positions=None, batch_size=50, examples_per_draw=None, **options):
    num_positions = num_positions or np.prod(geometry.grid)
    decoder = PatchDecoder(
        geometry,
        centre := Centre.of(images),
        num_positions=num_positions,
        examples_per_draw=examples_per_draw or max(1, 2048 // num_positions),
        **{"seed": 0, "arithmetic": FLOAT64} | options,
    )
    decoder.centre, centred = centre, centre.taken_off(images)
    for start in range(0, len(maps), batch_size):
        decoder.add(maps[start : start + batch_size], centred[start : start + batch_size])
    return decoder, decoder.fit()


def losses_of(decoder, maps, images):
    return judge(decoder, maps, images)[0]


def judge(decoder, maps, images):
    return decoder.judge(maps, decoder.centre.taken_off(images))


@pytest.mark.first_case
@pytest.mark.parametrize(("scale", "shift"), [(1.0, 0.0), (0.1, 1e4)], ids=["plain", "shifted"])
@pytest.mark.parametrize("arithmetic", [FLOAT32, FLOAT64], ids=lambda arithmetic: arithmetic.dtype)
@pytest.mark.parametrize("geometry", GEOMETRIES.values(), ids=GEOMETRIES)
def test_heldout_losses_equal_loops_over_positions_in_float64(geometry, arithmetic, scale, shift):
    maps, images, heldout, heldout_images = draw_maps(geometry, scale=scale, shift=shift)
    decoder, fit = fit_decoder(geometry, maps, images, arithmetic=arithmetic)
    solution = solve_by_loops(geometry, maps, images, fit.ridge)
    expected = row_losses_by_loops(geometry, solution, heldout, heldout_images)
    assert_close(fit.weights, solution[0])
    assert_close(losses_of(decoder, heldout, heldout_images), expected)
    assert_close(losses_of(decoder, heldout, heldout_images).mean(), expected.mean())


def test_dead_constant_and_duplicated_channels_equal_loops():
    geometry = PatchGeometry((4, 4), 4, (8, 8, 1), reach=1)
    maps, images, heldout, heldout_images = draw_maps(geometry)
    for rows in (maps, heldout):
        rows[..., 1], rows[..., 2], rows[..., 3] = 0, 0.1, rows[..., 0]
    decoder, fit = fit_decoder(geometry, maps, images)
    solution = solve_by_loops(geometry, maps, images, fit.ridge)
    expected = row_losses_by_loops(geometry, solution, heldout, heldout_images)
    assert (fit.num_constant, fit.rank) == (18, 9)
    assert_close(losses_of(decoder, heldout, heldout_images).mean(), expected.mean())


def test_on_one_position_it_is_the_linear_decoder():
    geometry = PatchGeometry((1, 1), 6, (4, 4, 1), reach=1)
    maps, images, heldout, heldout_images = draw_maps(geometry)
    decoder, _ = fit_decoder(geometry, maps, images)
    linear = PrimalDecoder(decoder.centre, FLOAT64)
    linear.centre = decoder.centre
    linear.add(maps, linear.centre.taken_off(images))
    linear.fit()
    # The neighbours beyond the border are zero and share in the mean feature variance; nearly no ridge is chosen.
    assert_close(losses_of(decoder, heldout, heldout_images), losses_of(linear, heldout, heldout_images))


def test_features_that_are_the_tile_put_it_in_its_place():
    geometry = PatchGeometry((2, 3), 4, (4, 6, 1), reach=0)
    images = np.random.default_rng(0).standard_normal((60, 4, 6, 1)).astype(np.float32)
    maps = np.zeros((60, 2, 3, 4), np.float32)
    for i in range(2):
        for j in range(3):
            maps[:, i, j] = images[:, 2 * i : 2 * i + 2, 2 * j : 2 * j + 2].reshape(60, 4)
    decoder, _ = fit_decoder(geometry, maps[:50], images[:50])
    assert_close(decoder.predict(maps[50:]), images[50:], relative=1e-6)
    assert losses_of(decoder, maps[50:], images[50:]).max() < 1e-12


def test_a_neighbour_is_read_from_its_own_side():
    # The pixel of each position is the feature of the position on its left; only reach tells.
    geometry = PatchGeometry((3, 4), 1, (3, 4, 1), reach=1)
    maps = np.random.default_rng(0).standard_normal((90, 3, 4, 1)).astype(np.float32)
    images = np.pad(maps, ((0, 0), (0, 0), (1, 0), (0, 0)))[:, :, :-1]
    decoder, fit = fit_decoder(geometry, maps[:60], images[:60])
    expected = np.zeros((3, 3))
    expected[1, 0] = 1
    assert_close(fit.weights.reshape(3, 3), expected, relative=1e-6)
    assert losses_of(decoder, maps[60:], images[60:]).max() < 1e-12


def marked_maps(geometry, num_rows):
    """Maps whose channel p is +1 or -1 in turn at position p, so that the scatter counts how often p was seen."""
    maps = np.zeros((num_rows, *geometry.grid, np.prod(geometry.grid)), np.float32)
    for position, (i, j) in enumerate(np.ndindex(*geometry.grid)):
        maps[:, i, j, position] = (-1.0) ** np.arange(num_rows)
    return maps


def test_positions_are_seen_alike():
    geometry = PatchGeometry((8, 8), 64, (8, 8, 1), reach=0)
    maps, images = marked_maps(geometry, 1024), np.zeros((1024, 8, 8, 1), np.float32)
    moments = PatchMoments(Draws(geometry, 24, 0), maps, 85, FLOAT32)
    for start in range(0, 1024, 256):
        moments.add(maps[start : start + 256], images[start : start + 256])
    seen = np.diag(moments.centred()[0])
    assert (seen.sum(), moments.num_positions) == (24 * 1024, 24 * 1024)
    assert seen.min() > 0
    # Draws of 85 examples see different positions: none is more than a draw or so ahead of another.
    assert seen.max() - seen.min() <= 2 * 85


def test_a_few_hundred_rows_reach_every_position():
    geometry = PatchGeometry((16, 16), 256, (16, 16, 1), reach=0)
    maps, images = marked_maps(geometry, 512), np.zeros((512, 16, 16, 1), np.float32)
    moments = PatchMoments(Draws(geometry, 32, 0), maps, 64, FLOAT32)
    for start in range(0, 512, 256):
        moments.add(maps[start : start + 256], images[start : start + 256])
    np.testing.assert_array_equal(np.diag(moments.centred()[0]), np.full(256, 64.0))


@pytest.mark.parametrize("num_positions", [2, 5], ids=str)
def test_a_choice_of_positions_equals_loops_over_those_positions(num_positions):
    geometry = GEOMETRIES["not_square"]
    maps, images, heldout, heldout_images = draw_maps(geometry)
    options = {"num_positions": num_positions, "batch_size": 25, "examples_per_draw": 15}
    decoder, fit = fit_decoder(geometry, maps, images, **options)
    # Draws go on in the seed's permutation, each where the one before it ended, in whatever batches rows come.
    order, seen = np.random.default_rng(0).permutation(6), np.zeros((120, 6), bool)
    for draw in range(8):
        choice = [order[(draw * num_positions + k) % 6] for k in range(num_positions)]
        seen[15 * draw : 15 * draw + 15, choice] = True
    solution = solve_by_loops(geometry, maps, images, fit.ridge, seen)
    expected = row_losses_by_loops(geometry, solution, heldout, heldout_images)
    assert_close(losses_of(decoder, heldout, heldout_images), expected)


def test_the_ridge_is_chosen_by_the_number_of_positions():
    geometry = GEOMETRIES["3x3"]
    maps, images, _, _ = draw_maps(geometry, num_rows=6)
    fit = fit_decoder(geometry, maps, images)[1]
    patches = gather(geometry, maps, maps.mean(0, float)).reshape(-1, geometry.num_features)
    tiles = cut(geometry, images - images.mean(0, float)).reshape(-1, geometry.num_targets)
    expected = fit_primal(patches.T @ patches, patches.T @ tiles, np.vdot(tiles, tiles), num_rows=6 * 16)
    assert fit.ridge == expected.ridge
    assert_close(fit.degrees_of_freedom, expected.degrees_of_freedom)


def test_the_seed_draws_the_positions():
    geometry = GEOMETRIES["3x3"]
    rows = draw_maps(geometry)
    weights = [fit_decoder(geometry, *rows[:2], num_positions=2, seed=seed)[1].weights for seed in (0, 0, 1)]
    np.testing.assert_array_equal(weights[0], weights[1])
    assert np.abs(weights[0] - weights[2]).max() > 1e-3


def test_the_size_of_batches_does_not_matter_where_all_positions_are_seen():
    geometry = GEOMETRIES["3x3"]
    maps, images, heldout, heldout_images = draw_maps(geometry)
    losses = [
        losses_of(fit_decoder(geometry, maps, images, batch_size=size)[0], heldout, heldout_images) for size in (7, 120)
    ]
    assert_close(*losses, relative=1e-9)


def test_maps_that_never_vary_give_the_mean_image():
    geometry = GEOMETRIES["3x3"]
    maps, images, heldout, heldout_images = draw_maps(geometry)
    decoder, fit = fit_decoder(geometry, np.full_like(maps, 0.1), images)
    losses = losses_of(decoder, np.full_like(heldout, 0.1), heldout_images)
    assert (fit.rank, fit.num_constant, fit.degrees_of_freedom) == (0, 27, 0)
    # Targets less their mean are float32.
    assert_close(losses.mean(), np.mean((heldout_images - images.mean(0, float)) ** 2), relative=1e-9)


def test_maps_with_nan_are_refused():
    maps, images, _, _ = draw_maps(GEOMETRIES["3x3"])
    maps[3, 1, 1, 0] = np.nan
    with pytest.raises(FloatingPointError, match="the features hold NaN or infinite values"):
        fit_decoder(GEOMETRIES["3x3"], maps, images)


def test_images_that_the_grid_does_not_divide_are_refused():
    with pytest.raises(ValueError, match="crop them"):
        PatchGeometry((3, 3), 4, (8, 9, 1))


@pytest.mark.parametrize("arithmetic", [FLOAT32, FLOAT64], ids=lambda arithmetic: arithmetic.dtype)
def test_influences_take_the_positions_of_an_image_together(arithmetic):
    geometry = GEOMETRIES["1x1"]
    maps, images, heldout, heldout_images = draw_maps(geometry)
    decoder, fit = fit_decoder(geometry, maps, images, arithmetic=arithmetic)
    _, influences = judge(decoder, heldout, heldout_images)
    means = maps.mean(0, float), images.mean(0, float)
    patches = gather(geometry, maps, means[0]).reshape(-1, geometry.num_features)
    gram = patches.T @ patches
    strength = fit.ridge * np.trace(gram) / len(gram)
    inverse = np.linalg.inv(gram + strength * np.eye(len(gram)))
    rows, tiles = gather(geometry, heldout, means[0]), cut(geometry, heldout_images - means[1])
    expected = []
    for X, T in zip(rows, tiles, strict=True):
        moved = inverse @ X.T @ (X @ host(fit.weights) - T)
        expected.append(np.trace(moved.T @ gram @ moved) / T.size)
    assert_close(influences, expected)


@pytest.mark.parametrize(
    ("num_rows", "num_positions", "grid", "expected"),
    [(10_000, 16, (16, 16), 512), (1_000, 16, (16, 16), 32), (10_000, 64, (8, 8), 128), (8, 1, (16, 16), 1)],
    ids=str,
)
def test_draws_are_as_long_as_lets_them_reach_every_position(num_rows, num_positions, grid, expected):
    assert choose_examples_per_draw(num_rows, num_positions, grid) == expected
    assert num_rows // expected * num_positions >= min(np.prod(grid), num_rows * num_positions)
