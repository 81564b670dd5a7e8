"""The command line of `replay`: measures the checkpoints in a folder, and prints and records their phases.

    python -m keras_phases.replay --checkpoints=DIR --data=digits --model=vgg8 --log_dir=logs/run1
    python -m keras_phases.replay --checkpoints=DIR --data=rows.npz --log_dir=logs/run1       # DIR has .keras files

Any of these may lie elsewhere: --checkpoints=gs://bucket/run1/checkpoints --log_dir=gs://bucket/run1.

Exit status: 0; 1 where a flag is wrong or a checkpoint failed. The same command goes on where an earlier one ended.
"""

import sys
import warnings
import zipfile

import numpy as np
from absl import flags

from keras_phases.checkpoints.beam import PipelineError
from keras_phases.checkpoints.beam_options import check_beam_pipeline_args
from keras_phases.checkpoints.ring import SUFFIXES
from keras_phases.record.paths import is_remote, local_copy, to_path

NETWORKS = ("vgg8", "vgg11", "vgg13", "vgg16", "resnet10", "resnet18", "single_layer")
_ARRAYS = ("x", "y", "x_test", "y_test")


def define_flags():
    """The flags of the command, apart from those of any other program."""
    found = flags.FlagValues()

    def add(define, name, default, text, **options):
        define(name, default, help=text, flag_values=found, **options)

    add(flags.DEFINE_string, "checkpoints", None, "Folder of checkpoints, or filepath of a PhaseCheckpoint. Required.")
    add(
        flags.DEFINE_string,
        "data",
        None,
        "What the model was trained on: 'digits', a TFDS image classification set, or a .npz file with x, y and, for "
        "held-out rows, x_test, y_test. Required.",
    )
    add(flags.DEFINE_string, "data_dir", None, "Folder of prepared TFDS sets.")
    add(flags.DEFINE_integer, "image_size", None, "Side that images of a TFDS set are resized to.", lower_bound=1)
    add(
        flags.DEFINE_string,
        "model",
        None,
        f"The model of weights files: one of {', '.join(NETWORKS)}, or a .keras file. None: that of the checkpoints.",
    )
    add(flags.DEFINE_integer, "width", None, "Width of a model that is given by its name.", lower_bound=1)
    add(flags.DEFINE_list, "layers", ["auto"], "auto, blocks, or names or globs of layers, separated by commas.")
    add(flags.DEFINE_list, "decoders", ["linear"], "linear, patch, pooled, adam_linear, deconv, or some of these.")
    add(flags.DEFINE_list, "quantities", ["auto"], "auto, all, none, or names of quantities.")
    add(flags.DEFINE_string, "target", None, "Name of the input or layer that is reconstructed.")
    add(flags.DEFINE_integer, "max_examples", 10_000, "Most fit rows.", lower_bound=2)
    add(flags.DEFINE_integer, "max_heldout", 2_000, "Most held-out rows.", lower_bound=2)
    add(flags.DEFINE_integer, "probe_batch_size", 256, "Rows of a probe batch.", lower_bound=2)
    add(flags.DEFINE_integer, "images", 8, "Examples whose reconstructions are recorded.", lower_bound=0)
    add(
        flags.DEFINE_enum,
        "batch_norm",
        "batch",
        "Statistics of BatchNormalization.",
        enum_values=["batch", "inference"],
    )
    add(flags.DEFINE_enum, "protocol", "exact", "Exact solvers, or the paper's.", enum_values=["exact", "paper"])
    add(flags.DEFINE_string, "max_memory", None, "Most memory of a probe step, such as 4GiB.")
    add(flags.DEFINE_string, "log_dir", None, "Folder of the record. None: logs/<time>.")
    add(
        flags.DEFINE_enum,
        "resume",
        "true",
        "Go on with a record, refuse one, or begin a new one beside it.",
        enum_values=["true", "false", "new"],
    )
    add(flags.DEFINE_integer, "seed", 0, "Seed of the choice of rows.", lower_bound=0)
    add(
        flags.DEFINE_multi_string,
        "beam_pipeline_args",
        None,
        "A flag of Apache Beam, whose workers then measure the checkpoints; may be given several times, as in "
        "--beam_pipeline_args=--runner=FnApiRunner.",
    )
    add(flags.DEFINE_boolean, "help", False, "Show this.", short_name="h")
    return found


def main(arguments):
    """Runs the command; returns the exit status.

    Args:
        arguments: Name of the program, then the flags.
    """
    values = define_flags()
    try:
        rest = values(arguments)[1:]
        if values.help:
            print(f"{__doc__}{values.get_help()}")
            return 0
        _check(values, rest)
        found = _replay(values)
    except (flags.Error, ValueError, OSError, ImportError, PipelineError) as error:
        _complain("error", error)
        return 1
    return 1 if found.failures else 0


def _complain(kind, what):
    print(f"python -m keras_phases.replay: {kind}: {' '.join(str(what).split())}", file=sys.stderr, flush=True)


def _check(values, rest):
    """What can be said before Keras is loaded, which takes seconds."""
    if rest:
        raise ValueError(f"'{rest[0]}' is no flag. Expected flags alone, such as --checkpoints=DIR.")
    check_beam_pipeline_args(values.beam_pipeline_args)
    for name in ("checkpoints", "data"):
        if not values[name].value:
            raise ValueError(f"--{name} is missing. Expected: {values[name].help}")
    if not _may_exist(values.checkpoints) and not values.checkpoints.endswith(SUFFIXES):
        raise ValueError(f"--checkpoints={values.checkpoints}: there is no such folder.")
    if values.data.endswith(".npz") and not _may_exist(values.data):
        raise ValueError(f"--data={values.data}: there is no such file.")
    model = values.model
    if model is not None and model not in NETWORKS and not (model.endswith(".keras") and _may_exist(model)):
        raise ValueError(f"--model={model} is no file. Expected one of {', '.join(NETWORKS)}, or a .keras file.")
    if values.width is not None and model not in NETWORKS[:-1]:
        raise ValueError(f"--width={values.width} needs --model to be one of {', '.join(NETWORKS[:-1])}.")


def _may_exist(path):
    """Of a path elsewhere that is known once it is read."""
    return is_remote(path) or to_path(path).exists()


def _replay(values):
    from keras_phases.checkpoints.replay import replay
    from keras_phases.warning import PhaseWarning

    data = _load_data(values)
    with warnings.catch_warnings():
        warnings.simplefilter("always", PhaseWarning)
        show = warnings.showwarning

        def show_in_a_line(message, category, *where, **options):
            if issubclass(category, PhaseWarning):
                _complain("warning", message)
            else:
                show(message, category, *where, **options)

        warnings.showwarning = show_in_a_line
        return replay(
            values.checkpoints,
            _build_model(values, data),
            data,
            layers=_one_or_several(values.layers),
            decoders=_one_or_several(values.decoders),
            quantities=None if values.quantities == ["none"] else values.quantities,
            target=values.target,
            max_examples=values.max_examples,
            max_heldout=values.max_heldout,
            probe_batch_size=values.probe_batch_size,
            images=values.images,
            batch_norm=values.batch_norm,
            protocol=values.protocol,
            max_memory=values.max_memory,
            log_dir=values.log_dir,
            resume={"true": True, "false": False, "new": "new"}[values.resume],
            seed=values.seed,
            beam_pipeline_args=values.beam_pipeline_args,
        )


def _one_or_several(names):
    """A single choice by itself: `"auto"` is one, `["auto"]` names a layer."""
    return names[0] if len(names) == 1 else names


def _load_data(values):
    """`((x, y), (x_test, y_test))`, or `(x, y)`."""
    if not values.data.endswith(".npz"):
        from keras_phases import datasets

        return datasets.load(values.data, data_dir=values.data_dir, size=values.image_size)
    try:
        with local_copy(to_path(values.data)) as path, np.load(path) as file:
            found = {name: file[name] for name in _ARRAYS if name in file.files}
    except (ValueError, OSError, zipfile.BadZipFile) as error:
        raise ValueError(f"--data={values.data} cannot be read as .npz: {error}") from error
    if set(found) not in (set(_ARRAYS), set(_ARRAYS[:2])):
        raise ValueError(
            f"--data={values.data} holds {sorted(found)}. Expected the arrays x and y, and both or none of "
            "x_test and y_test."
        )
    x, y, *heldout = (found[name] for name in _ARRAYS if name in found)
    return ((x, y), tuple(heldout)) if heldout else (x, y)


def _build_model(values, data):
    """The model of weights files, compiled; None for that of the checkpoints."""
    if values.model is None:
        return None
    import keras

    from keras_phases import models
    from keras_phases.checkpoints.loading import open_file

    if values.model not in NETWORKS:
        try:
            return open_file(values.model)
        except ValueError as error:
            raise ValueError(f"--model: {error}") from error
    x, y = data[0] if isinstance(data[0], tuple) else data
    if y.dtype.kind not in "iu" or y.ndim != 1:
        raise ValueError(f"--data={values.data} has labels {y.dtype} of shape {y.shape}. Expected class indices (n,).")
    width = {} if values.width is None else {"width": values.width}
    model = getattr(models, values.model)(x.shape[1:], int(y.max()) + 1, **width)
    model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
