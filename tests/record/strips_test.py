"""Strips: images side by side in a PNG, and back."""

import io

import numpy as np
import pytest
from PIL import Image

from keras_phases.record.strips import decode_strip, encode_strip


def test_a_strip_has_its_images_side_by_side_in_eight_bits():
    images = np.array([[[[0.0], [1.0]]], [[[0.5], [-3.0]]], [[[2.0], [0.2]]]])
    with Image.open(io.BytesIO(encode_strip(images, [0.0], [1.0]))) as strip:
        assert (strip.format, strip.mode, strip.size) == ("PNG", "L", (6, 1))
        # 127.5 is rounded to the even neighbour; what lies beyond the range is clipped.
        assert np.asarray(strip).ravel().tolist() == [0, 255, 128, 0, 255, 51]


@pytest.mark.parametrize("channels", [1, 3])
def test_values_come_back_to_half_a_level_of_their_own_channel(channels):
    low, high = np.array([-1.0, 0.0, 10.0])[:channels], np.array([1.0, 255.0, 10.5])[:channels]
    images = low + np.random.default_rng(0).random((5, 4, 3, channels)) * (high - low)
    back = decode_strip(encode_strip(images, low, high), 5, low, high)
    assert back.shape == images.shape and back.dtype == np.float32
    assert np.all(np.abs(back - images) <= (high - low) * (1 / 510 + 1e-6))


def test_a_range_of_one_value_comes_back_exactly():
    images = np.full((2, 3, 3, 1), 7.0)
    np.testing.assert_array_equal(decode_strip(encode_strip(images, [7.0], [7.0]), 2, [7.0], [7.0]), images)


@pytest.mark.parametrize("content", [b"", b"GIF89a", encode_strip(np.zeros((2, 3, 3, 1)), [0], [1])[:40]])
def test_what_is_no_strip_is_refused(content):
    with pytest.raises(ValueError, match="not a strip of 2 images"):
        decode_strip(content, 2, [0.0], [1.0])


def test_a_strip_of_another_number_of_images_is_refused():
    with pytest.raises(ValueError, match="not a strip of 5 images"):
        decode_strip(encode_strip(np.zeros((2, 3, 3, 1)), [0], [1]), 5, [0.0], [1.0])
