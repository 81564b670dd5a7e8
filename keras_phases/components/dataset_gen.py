"""`DatasetGen`: a data set by its name, or arrays of one's own, as `Examples`."""

import pathlib
from typing import TYPE_CHECKING

import numpy as np

from keras_phases.components.artifacts import Examples
from keras_phases.components.base import (
    BaseComponent,
    BaseExecutor,
    ExecutorClassSpec,
    file_of,
    import_function,
)
from keras_phases.components.digests import digest_path
from keras_phases.components.spec import ChannelParameter, ComponentSpec, ExecutionParameter
from keras_phases.data.arrays_file import read_arrays

if TYPE_CHECKING:
    from keras_phases.components.artifacts import Artifact

FILE, ARRAYS = "examples.npz", ("x_train", "y_train", "x_test", "y_test")

_EXPECTED = f"Expected a .npz file with the arrays {', '.join(ARRAYS)}, as numpy.savez writes it"


def read_examples(artifact: "Artifact") -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """`(x, y), (x_test, y_test)` of an `Examples` artifact.

    Raises:
        ValueError: where it holds something else.
    """
    path = pathlib.Path(artifact.uri)
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


class DatasetGenSpec(ComponentSpec):
    """The arguments of `DatasetGen`."""

    PARAMETERS = {
        "dataset": ExecutionParameter(type=str, optional=True),
        "path": ExecutionParameter(type=str, optional=True),
        "data_dir": ExecutionParameter(type=str, optional=True),
        "size": ExecutionParameter(type=int, optional=True, minimum=1),
        "classes": ExecutionParameter(type=list, optional=True),
        "labels": ExecutionParameter(type=str, optional=True),
    }
    OUTPUTS = {"examples": ChannelParameter(type=Examples)}


class DatasetGenExecutor(BaseExecutor):
    """Loads the rows, chooses and labels them, and writes them."""

    def Do(self, input_dict, output_dict, exec_properties):
        [examples] = output_dict["examples"]
        parts = _load(exec_properties)
        if exec_properties["classes"] is not None:
            parts = [_choose_classes(x, y, exec_properties["classes"]) for x, y in parts]
        if exec_properties["labels"] is not None:
            label = import_function(exec_properties["labels"], "labels")
            parts = [(x, _labels(label, x, exec_properties["labels"])) for x, _ in parts]
        (x, y), (x_test, y_test) = parts
        np.savez(pathlib.Path(examples.uri, FILE), x_train=x, y_train=y, x_test=x_test, y_test=y_test)
        num_classes = int(max(y.max(), y_test.max())) + 1
        examples.update(
            num_train=len(x), num_test=len(x_test), num_classes=num_classes, input_shape=list(map(int, x.shape[1:]))
        )

    @classmethod
    def fingerprints(cls, exec_properties):
        path, labels = exec_properties["path"], exec_properties["labels"]
        found = {} if path is None else {"path": digest_path(path)}
        source = None if labels is None else file_of(labels)
        return found if source is None else {**found, "labels": digest_path(source)}


class DatasetGen(BaseComponent):
    """Gives rows to train on, and to judge by, as `Examples`.

    Args:
        dataset: `"digits"`, which needs no network, or the name of a TFDS image classification set; see
            `keras_phases.datasets.load`, which normalises the pixels.
        path: Instead of it a .npz file with `x_train`, `y_train`, `x_test`, `y_test`: rows as they are to be fed to the
            model, and class indices.
        data_dir: Folder of prepared TFDS sets. Defaults to `None`: the usual one.
        size: Height and width to which images of a TFDS set are resized. Defaults to `None`: as they are.
        classes: List of the classes to keep; they become 0, 1, ... in this order. Defaults to `None`: all.
        labels: Other labels: `"module:function"`, called as `function(x)` for class indices, such as
            `"keras_phases.datasets:dominant_colour"`. Defaults to `None`: those of the set.

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


def _load(exec_properties):
    if exec_properties["path"] is not None:
        return _read_arrays(pathlib.Path(exec_properties["path"]))
    from keras_phases import datasets

    options = {name: exec_properties[name] for name in ("data_dir", "size") if exec_properties[name] is not None}
    return datasets.load(exec_properties["dataset"], **options)


def _choose_classes(x, y, classes):
    missing = sorted(set(classes) - set(y.tolist()))
    if missing:
        raise ValueError(
            f"classes names {missing}, of which there is no row. Expected some of {np.unique(y).tolist()}."
        )
    rows = np.isin(y, classes)
    index = np.zeros(max(classes) + 1, np.int32)
    index[classes] = np.arange(len(classes))
    return x[rows], index[y[rows]]


def _labels(label, x, name):
    y = np.asarray(label(x))
    if y.shape != (len(x),) or not np.issubdtype(y.dtype, np.integer) or y.min() < 0:
        raise ValueError(f"labels '{name}' gave an array {y.dtype} {y.shape}. Expected a class index for each row.")
    return y.astype(np.int32)
