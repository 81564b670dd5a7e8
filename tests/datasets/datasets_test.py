import sys
import urllib.error
import urllib.request

import numpy as np
import pytest
from builders.tolerance import assert_close

from keras_phases import datasets
from keras_phases.datasets import pixels, tfds


def eightfold(image):
    """Bilinear enlargement of an 8x8 image to 32x32 pixel by pixel: centres aligned, borders repeated."""
    weights = np.zeros((32, 8))
    for target in range(32):
        place = (target + 0.5) / 4 - 0.5
        below = int(np.floor(place))
        weights[target, max(below, 0)] += 1 - (place - below)
        weights[target, min(below + 1, 7)] += place - below
    return weights @ image @ weights.T


def test_digits_have_the_shapes_and_labels_of_a_keras_dataset():
    (x_train, y_train), (x_test, y_test) = datasets.digits()
    assert x_train.shape == (1280, 32, 32, 1) and x_test.shape == (517, 32, 32, 1)
    assert x_train.dtype == x_test.dtype == np.float32
    assert y_train.shape == (1280,) and y_test.shape == (517,) and y_train.dtype == y_test.dtype == np.int32
    assert set(y_train) == set(y_test) == set(range(10))


def test_digits_are_the_originals_enlarged():
    from sklearn.datasets import load_digits

    originals = load_digits()
    (x_train, y_train), (x_test, y_test) = datasets.digits(normalize=False)
    images, labels = np.concatenate([x_train, x_test]), np.concatenate([y_train, y_test])
    expected = np.stack([eightfold(image) for image in originals.images / 16])
    order, expected_order = np.lexsort(images.reshape(1797, -1).T), np.lexsort(np.float32(expected).reshape(1797, -1).T)
    assert_close(images[order, ..., 0], expected[expected_order], relative=1e-6)
    assert np.array_equal(labels[order], originals.target[expected_order])
    assert images.min() == 0.0 and images.max() == 1.0


def test_digits_split_draws_every_label_in_proportion():
    (_, y_train), (_, y_test) = datasets.digits(num_test=360)
    share = np.bincount(y_test) / (np.bincount(y_test) + np.bincount(y_train))
    assert len(y_test) == 360
    assert np.abs(share - 360 / 1797).max() < 1 / 170


def test_digits_split_follows_the_seed():
    first, again, other = datasets.digits(seed=1), datasets.digits(seed=1), datasets.digits(seed=2)
    assert all(np.array_equal(a, b) for a, b in zip(first[0] + first[1], again[0] + again[1], strict=True))
    assert not np.array_equal(first[1][0], other[1][0])


def test_digits_are_normalised_by_their_training_pixels():
    (x_train, _), (x_test, _) = datasets.digits()
    (raw_train, _), (raw_test, _) = datasets.digits(normalize=False)
    assert abs(x_train.mean(dtype=np.float64)) < 1e-6
    assert_close(x_train.std(dtype=np.float64), 1.0, relative=1e-5)
    assert_close(x_test, (raw_test - raw_train.mean(dtype=float)) / raw_train.std(dtype=float), relative=1e-5)


@pytest.mark.parametrize("value", [0, 9, 1788, 0.2, True, None], ids=repr)
def test_digits_wrong_num_test_is_named(value):
    with pytest.raises(ValueError, match=f"num_test={value!r} does not split .* Expected an integer from 10 to 1787"):
        datasets.digits(num_test=value)


def test_digits_without_scikit_learn_say_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(ImportError, match=r'pip install "keras-phases\[datasets\]"'):
        datasets.digits()


def test_load_without_tfds_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorflow_datasets", None)
    with pytest.raises(ImportError, match=r'pip install "keras-phases\[datasets,tensorflow-cpu\]"'):
        datasets.load("cifar10")


def test_statistics_are_per_channel_and_float64():
    images = np.random.default_rng(0).normal(5, [1, 2, 0], size=(2500, 3, 2, 3)).astype(np.float32)
    mean, std = pixels.mean_and_std(pixels.blocks_of(images))
    assert_close(mean, images.astype(np.float64).mean(axis=(0, 1, 2)), relative=1e-9)
    assert_close(std, images.astype(np.float64).std(axis=(0, 1, 2)), relative=1e-9)


def test_a_constant_channel_is_only_centred():
    x_train, x_test = np.full((2, 1, 1, 1), 3, np.float32), np.full((1, 1, 1, 1), 5, np.float32)
    statistics = pixels.mean_and_std(pixels.blocks_of(x_train))
    for images in (x_train, x_test):
        pixels.normalize(images, *statistics)
    assert np.array_equal(x_train.ravel(), [0, 0]) and np.array_equal(x_test.ravel(), [2])


def test_load_gives_digits_by_name():
    (x_train, y_train), _ = datasets.load("digits", size=32)
    (expected, labels), _ = datasets.digits()
    assert np.array_equal(x_train, expected) and np.array_equal(y_train, labels)
    with pytest.raises(ValueError, match="They come at 32x32"):
        datasets.load("digits", size=28)


@pytest.mark.parametrize("value", [0, -3, 2.5, "32", True], ids=repr)
def test_load_wrong_size_is_named(value):
    with pytest.raises(ValueError, match=f"size={value!r} is no image size"):
        datasets.load("digits", size=value)


def test_unknown_name_lists_its_neighbours(tmp_path):
    with pytest.raises(ValueError, match=r"'cifra10' is not known to TFDS.* near to it: 'cifar10'"):
        datasets.load("cifra10", tmp_path)


@pytest.mark.parametrize("name", ["imdb_reviews", "glue", "coco"])
def test_other_kinds_of_set_are_refused_before_any_download(tmp_path, name):
    with pytest.raises(ValueError, match=f"'{name}' is no image classification set"):
        datasets.load(name, tmp_path)


def test_images_of_various_sizes_need_a_size(tmp_path):
    with pytest.raises(ValueError, match=r"'tf_flowers' has images of various sizes.* pass size="):
        datasets.load("tf_flowers", tmp_path)


def test_missing_set_without_a_network_says_what_was_searched(tmp_path, monkeypatch):
    def unreachable(request, timeout):
        raise urllib.error.URLError("no route")

    monkeypatch.setattr(urllib.request, "urlopen", unreachable)
    with pytest.raises(FileNotFoundError, match=r"searched .*cifar10.* www.cs.toronto.edu cannot be reached"):
        datasets.load("cifar10", tmp_path)


@pytest.mark.parametrize("refused", [False, True], ids=["answered", "refused"])
def test_missing_set_with_a_network_is_downloaded(small_set, tmp_path, monkeypatch, refused):
    """An answer of any kind from the source leaves the matter to TFDS."""
    asked = []

    def answer(request, timeout):
        asked.append(request.full_url)
        if refused:
            raise urllib.error.HTTPError(request.full_url, 405, "no HEAD", {}, None)
        return open(__file__, "rb")

    monkeypatch.setattr(urllib.request, "urlopen", answer)
    monkeypatch.setattr(small_set, "url_infos", {"https://example.org/images": None})
    (x_train, _), _ = datasets.load(small_set.name, tmp_path)
    assert asked == ["https://example.org/images"] and len(x_train) == 30


@pytest.fixture(scope="session")
def small_set():
    """A TFDS builder class of 30 + 10 images of 4x6 pixels, which needs no download."""
    import tensorflow_datasets as tfds

    class PhasesSmallSet(tfds.core.GeneratorBasedBuilder):
        VERSION = tfds.core.Version("1.0.0")
        url_infos = {}  # noqa: RUF012 as TFDS has it

        def _info(self):
            image = tfds.features.Image(shape=(4, 6, 3))
            label = tfds.features.ClassLabel(num_classes=3)
            features = tfds.features.FeaturesDict({"image": image, "label": label})
            return tfds.core.DatasetInfo(builder=self, features=features, supervised_keys=("image", "label"))

        def _split_generators(self, dl_manager):
            return {"train": self._generate_examples("train"), "validation": self._generate_examples("validation")}

        def _generate_examples(self, split):
            images, labels = small_images(split)
            for index, (image, label) in enumerate(zip(images, labels, strict=True)):
                yield index, {"image": image, "label": label}

    return PhasesSmallSet


def small_images(split):
    """What the set holds, in no order: the label is the remainder of the first pixel by 3."""
    num_images, seed = {"train": (30, 0), "validation": (10, 1)}[split]
    images = np.random.default_rng(seed).integers(0, 256, size=(num_images, 4, 6, 3), dtype=np.uint8)
    return images, (images[:, 0, 0, 0] % 3).astype(np.int64)


def sorted_rows(images):
    rows = images.reshape(len(images), -1)
    return rows[np.lexsort(rows.T)]


def test_load_gives_the_prepared_pixels_and_their_labels(small_set, tmp_path):
    (x_train, y_train), (x_test, y_test) = datasets.load(small_set.name, tmp_path, normalize=False)
    assert x_train.shape == (30, 4, 6, 3) and x_test.shape == (10, 4, 6, 3)
    assert x_train.dtype == np.float32 and y_train.dtype == np.int32
    for images, labels, split in ((x_train, y_train, "train"), (x_test, y_test, "validation")):
        assert_close(sorted_rows(images), sorted_rows(small_images(split)[0] / np.float32(255)), relative=1e-6)
        assert np.array_equal(labels, np.rint(images[:, 0, 0, 0] * 255) % 3)


def test_load_normalises_by_the_training_pixels(small_set, tmp_path):
    (x_train, _), (x_test, _) = datasets.load(small_set.name, tmp_path)
    train, test = small_images("train")[0] / 255, small_images("validation")[0] / 255
    mean, std = train.mean(axis=(0, 1, 2)), train.std(axis=(0, 1, 2))
    assert_close(np.sort(x_train, axis=None), np.sort((train - mean) / std, axis=None), relative=1e-5)
    assert_close(np.sort(x_test, axis=None), np.sort((test - mean) / std, axis=None), relative=1e-5)


def test_a_stream_is_what_load_gives_in_blocks(small_set, tmp_path, monkeypatch):
    expected = datasets.load(small_set.name, tmp_path)
    monkeypatch.setattr(pixels, "BLOCK", 7)
    for blocks, (x, y) in zip(tfds.stream(small_set.name, tmp_path), expected, strict=True):
        images, labels = zip(*blocks, strict=True)
        assert [len(block) for block in images[:-1]] == [7] * (len(x) // 7)
        assert_close(np.concatenate(images), x, relative=1e-6)
        assert np.concatenate(labels).tolist() == y.tolist()


def test_load_resizes(small_set, tmp_path):
    (x_train, _), (x_test, _) = datasets.load(small_set.name, tmp_path, size=8, normalize=False)
    (original, _), _ = datasets.load(small_set.name, tmp_path, normalize=False)
    assert x_train.shape == (30, 8, 8, 3) and x_test.shape == (10, 8, 8, 3)
    assert_close(x_train[:, 0, 0], original[:, 0, 0], relative=1e-6)
    # Rows double in number: row 1 lies a quarter of the way from row 0 to row 1.
    assert_close(x_train[:, 1, 0], 0.75 * original[:, 0, 0] + 0.25 * original[:, 1, 0], relative=1e-6)


def test_a_set_without_test_images_is_refused(small_set, tmp_path, monkeypatch):
    monkeypatch.setattr(small_set, "_split_generators", lambda self, _: {"train": self._generate_examples("train")})
    with pytest.raises(ValueError, match=r"has the splits \['train'\]. Expected 'train' and 'test' or 'validation'"):
        datasets.load(small_set.name, tmp_path)


@pytest.mark.slow
def test_cifar10_is_normalised_by_the_papers_constants(tfds_data_dir):
    data_dir = tfds_data_dir("cifar10")
    (x_train, y_train), (x_test, y_test) = datasets.load("cifar10", data_dir)
    assert x_train.shape == (50_000, 32, 32, 3) and x_test.shape == (10_000, 32, 32, 3)
    assert np.array_equal(np.bincount(y_train), [5000] * 10) and np.array_equal(np.bincount(y_test), [1000] * 10)
    pixel = x_train[:1000] * np.float32([0.2023, 0.1994, 0.2010]) + np.float32([0.4914, 0.4822, 0.4465])
    assert np.abs(pixel * 255 - np.rint(pixel * 255)).max() < 1e-3


@pytest.mark.slow
def test_fashion_mnist_at_32_pixels(tfds_data_dir):
    (x_train, y_train), (x_test, _) = datasets.load("fashion_mnist", tfds_data_dir("fashion_mnist"), size=32)
    assert x_train.shape == (60_000, 32, 32, 1) and x_test.shape == (10_000, 32, 32, 1)
    assert np.array_equal(np.bincount(y_train), [6000] * 10)
    assert abs(x_train.mean(dtype=np.float64)) < 1e-5
    assert_close(x_train.std(dtype=np.float64), 1.0, relative=1e-5)
