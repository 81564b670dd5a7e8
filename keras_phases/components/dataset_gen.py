"""`DatasetGen`: a data set by its name, or arrays of one's own, as `Examples`."""

import dataclasses
import pathlib
from typing import TYPE_CHECKING

import numpy as np

from keras_phases.components import example_files
from keras_phases.components.artifacts import Examples
from keras_phases.components.base import (
    BaseComponent,
    BaseExecutor,
    ExecutorClassSpec,
    file_of,
    import_function,
)
from keras_phases.components.digests import digest_path
from keras_phases.components.spec import AtLeastOne, ChannelParameter, ComponentSpec, parameters_of
from keras_phases.data.arrays_file import read_arrays
from keras_phases.signatures import describes

if TYPE_CHECKING:
    from keras_phases.components.artifacts import Artifact

FILE, ARRAYS = "examples.npz", ("x_train", "y_train", "x_test", "y_test")

_EXPECTED = f"Expected a .npz file with the arrays {', '.join(ARRAYS)}, as numpy.savez writes it"


def read_examples(artifact: "Artifact") -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """`(x, y), (x_test, y_test)` of an `Examples` artifact; rows that would take a quarter of the memory stay on disk.

    Those are arrays that are mapped into memory: whoever takes some rows of them reads these alone.

    Raises:
        ValueError: where it holds something else.
    """
    path = pathlib.Path(artifact.uri)
    if (path / example_files.DESCRIPTION).is_file():
        return example_files.read_rows(path, "train"), example_files.read_rows(path, "test")
    return _read_arrays(path / FILE if path.is_dir() else path)


def _read_arrays(path):
    try:
        found = read_arrays(path, ARRAYS)
        x, y, x_test, y_test = (found[name] for name in ARRAYS)
    except KeyError as error:
        raise ValueError(f"'{path}' lacks {error}. {_EXPECTED}.") from error
    except ValueError as error:
        raise ValueError(f"'{path}' {error}. {_EXPECTED}.") from error
    is_right = 0 not in (x.ndim, x_test.ndim) and y.ndim == y_test.ndim == 1
    if not is_right or len(x) != len(y) or len(x_test) != len(y_test) or not len(x) or not len(x_test):
        shapes = ", ".join(str(array.shape) for array in (x, y, x_test, y_test))
        raise ValueError(f"'{path}' has arrays of the shapes {shapes}. {_EXPECTED}, a class index for each row of x.")
    return (x, y), (x_test, y_test)


@dataclasses.dataclass(frozen=True)
class RowSettings:
    """Which rows.

    Args:
        dataset: `"digits"`, which needs no network, or the name of a TFDS image classification set; see
            `keras_phases.datasets.load`, which normalises the pixels. It goes through memory in blocks.
        path: Instead of it a .npz file with `x_train`, `y_train`, `x_test`, `y_test`: rows as they are to be fed to the
            model, and class indices.
        data_dir: Folder of prepared TFDS sets. Defaults to `None`: the usual one.
        size: Height and width to which images of a TFDS set are resized. Defaults to `None`: as they are.
        classes: List of the classes to keep; they become 0, 1, ... in this order. Defaults to `None`: all.
        labels: Other labels: `"module:function"`, called as `function(x)` for class indices of some rows at a time,
            such as `"keras_phases.datasets:dominant_colour"`. Defaults to `None`: those of the set.
    """

    dataset: str | None = None
    path: str | None = None
    data_dir: str | None = None
    size: AtLeastOne | None = None
    classes: list | None = None
    labels: str | None = None


class DatasetGenSpec(ComponentSpec):
    """The arguments of `DatasetGen`."""

    PARAMETERS = parameters_of(RowSettings)
    OUTPUTS = {"examples": ChannelParameter(type=Examples)}


class DatasetGenExecutor(BaseExecutor):
    """Reads the rows, chooses and labels them, and writes them, a block after the other."""

    def Do(self, input_dict, output_dict, exec_properties):
        [examples], settings = output_dict["examples"], RowSettings(**exec_properties)
        parts = dict(zip(("train", "test"), _load(settings), strict=True))
        if settings.classes is not None:
            parts = {split: _choose_classes(blocks, settings.classes) for split, blocks in parts.items()}
        if settings.labels is not None:
            label = import_function(settings.labels, "labels")
            parts = {split: _relabel(blocks, label, settings.labels) for split, blocks in parts.items()}
        shape, found = example_files.write_rows(examples.uri, parts)
        (num_train, most), (num_test, most_test) = found["train"], found["test"]
        about = {"num_classes": max(most, most_test) + 1, "input_shape": shape}
        examples.update(num_train=num_train, num_test=num_test, **about)

    @classmethod
    def fingerprints(cls, exec_properties):
        path, labels = exec_properties["path"], exec_properties["labels"]
        found = {} if path is None else {"path": digest_path(path)}
        source = None if labels is None else file_of(labels)
        return found if source is None else {**found, "labels": digest_path(source)}


@describes(RowSettings)
class DatasetGen(BaseComponent):
    """Gives rows to train on, and to judge by, as `Examples`.

    A set that is larger than memory goes through it in blocks, and stays on disk for those who take the rows.

    Args:
    Output: `examples`.

    Example:
        >>> from keras_phases.components import DatasetGen
        >>> DatasetGen(dataset="digits", classes=[0, 1, 2, 3, 4]).outputs["examples"]
        Channel(Examples of DatasetGen.outputs['examples'])
    """

    SPEC_CLASS = DatasetGenSpec
    EXECUTOR_SPEC = ExecutorClassSpec(DatasetGenExecutor)

    def check(self) -> None:
        dataset, path, classes = (self.exec_properties[name] for name in ("dataset", "path", "classes"))
        if (dataset is None) == (path is None):
            raise ValueError(
                f"dataset is {dataset!r} and path is {path!r}. Expected one of them: dataset='digits', the name of a "
                "TFDS set, or path='arrays.npz'."
            )
        if path is not None:
            # Where a run is started from does not matter to what it reads.
            self.exec_properties["path"] = str(pathlib.Path(path).absolute())
            if not pathlib.Path(path).is_file():
                raise ValueError(f"path is '{path}', which is not there. {_EXPECTED}.")
        if classes is not None:
            is_right = all(type(one) is int and one >= 0 for one in classes) and len(set(classes)) == len(classes) > 1
            if not is_right:
                raise ValueError(f"classes is {classes!r}. Expected two or more different class indices.")
        if self.exec_properties["labels"] is not None:
            import_function(self.exec_properties["labels"], "labels")


def _load(settings):
    """`(train, test)`: iterables of blocks of rows."""
    if settings.path is not None:
        return [[part] for part in _read_arrays(pathlib.Path(settings.path))]
    from keras_phases.datasets.tfds import stream

    return stream(settings.dataset, settings.data_dir, size=settings.size)


def _choose_classes(blocks, classes):
    index, seen = np.zeros(max(classes) + 1, np.int32), set()
    index[classes] = np.arange(len(classes))
    for x, y in blocks:
        seen |= {*y.tolist()}
        rows = np.isin(y, classes)
        yield x[rows], index[y[rows]]
    if missing := sorted({*classes} - seen):
        raise ValueError(f"classes names {missing}, of which there is no row. Expected some of {sorted(seen)}.")


def _relabel(blocks, label, name):
    for x, _ in blocks:
        y = np.asarray(label(x)) if len(x) else np.zeros(0, np.int32)
        if y.shape != (len(x),) or not np.issubdtype(y.dtype, np.integer):
            raise ValueError(f"labels '{name}' gave an array {y.dtype} {y.shape}. Expected a class index for each row.")
        yield x, y
