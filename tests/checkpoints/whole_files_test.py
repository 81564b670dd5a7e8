import pytest

from keras_phases.checkpoints.whole_files import remove, write_whole


def write_folder(path, text):
    path.mkdir()
    (path / "weights").write_text(text)


def test_a_folder_takes_the_place_of_one_of_its_name(tmp_path):
    (tmp_path / "work").mkdir()
    for text in ("first", "the second"):
        size = write_whole(tmp_path / "8", lambda path, text=text: write_folder(path, text), tmp_path / "work")
        assert size == len(text) and (tmp_path / "8" / "weights").read_text() == text
    assert not list((tmp_path / "work").iterdir())


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_cannot_be_written_leaves_what_stood_there(kind, tmp_path):
    (tmp_path / "work").mkdir()
    write_whole(tmp_path / "8", lambda path: write_folder(path, "first"), tmp_path / "work")

    def fail(path):
        if kind == "file":
            path.write_text("half")
        else:
            write_folder(path, "half")
        raise OSError("No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "8", fail, tmp_path / "work")
    assert (tmp_path / "8" / "weights").read_text() == "first" and not list((tmp_path / "work").iterdir())
    for _ in range(2):
        remove(tmp_path / "8")  # a second time it is no longer there
    assert not (tmp_path / "8").exists()
