"""What components hand to each other: a typed folder with a few properties. Types that TFX has bear its names."""

import os
from typing import Any, ClassVar


class Artifact:
    """A folder of one kind of content, and what is known of it without reading it.

    Args:
        uri: The folder, or a file. Defaults to `""`: not yet known.
        **properties: Of those that the type declares.

    Attributes: `properties`, a dict. Of an artifact that takes part in a run also `digest`, of its content and
    properties, and `producer`, a dict of the component, its execution and the output; None where nothing of the
    pipeline made it.

    Raises:
        ValueError: for a property that the type does not have, or of another type.

    Example:
        >>> from keras_phases.components import Model
        >>> Model("runs/vgg8", step=128).properties
        {'step': 128}
    """

    TYPE_NAME: ClassVar[str] = "Artifact"
    PROPERTIES: ClassVar[dict[str, type]] = {}

    def __init__(self, uri: str | os.PathLike[str] = "", **properties: Any):
        self.uri, self.properties = str(uri), {}
        self.digest = self.producer = None
        self.update(**properties)

    def update(self, **properties: Any) -> None:
        """Sets properties; one that is None is left out."""
        for name, value in properties.items():
            if name not in self.PROPERTIES:
                choices = ", ".join(self.PROPERTIES) or "none"
                raise ValueError(f"{self.TYPE_NAME} has no property {name!r}. Expected one of: {choices}.")
            if value is not None and type(value) is not self.PROPERTIES[name]:
                expected = self.PROPERTIES[name].__name__
                raise ValueError(f"Property {name} of {self.TYPE_NAME} is {value!r}. Expected a value of {expected}.")
            if value is not None:
                self.properties[name] = value

    def __repr__(self):
        return f"{self.TYPE_NAME}({', '.join([repr(self.uri), *(f'{k}={v!r}' for k, v in self.properties.items())])})"


class Examples(Artifact):
    """Rows to learn from and to judge by: TFRecords in `Split-train` and `Split-test`; `read_examples` reads them."""

    TYPE_NAME = "Examples"
    PROPERTIES = {"num_train": int, "num_test": int, "num_classes": int, "input_shape": list}


class ModelRun(Artifact):
    """The checkpoints of a training: `checkpoint-steps/step-*.keras` and their index, or any such files with steps."""

    TYPE_NAME = "ModelRun"
    PROPERTIES = {"num_checkpoints": int, "last_step": int, "build_model": str}


class PhaseRecord(Artifact):
    """The record of a `PhaseProbe`: `PhaseHistory.load(uri)` reads it, `tensorboard --logdir` shows it."""

    TYPE_NAME = "PhaseRecord"
    PROPERTIES = {"num_steps": int, "num_failed": int, "layers": list}


class PhaseAnalysis(Artifact):
    """The phases of each layer and the chosen checkpoint: `analysis.json`."""

    TYPE_NAME = "PhaseAnalysis"
    PROPERTIES = {"layer": str, "minimum_step": int, "chosen_step": int, "has_increase": int}


class Model(Artifact):
    """One trained model: `Format-Serving/model.keras`."""

    TYPE_NAME = "Model"
    PROPERTIES = {"step": int, "build_model": str}


class ModelEvaluation(Artifact):
    """How checkpoints serve a second task: `evaluation.json`, and `evaluation.txt` to read."""

    TYPE_NAME = "ModelEvaluation"
    PROPERTIES = {"best_step": int, "accuracy": float, "baseline_accuracy": float}


class ModelBlessing(Artifact):
    """Whether a model may be pushed: an empty file `BLESSED` or `NOT_BLESSED`."""

    TYPE_NAME = "ModelBlessing"
    PROPERTIES = {"blessed": int, "current_model": str, "baseline_model": str}


class PushedModel(Artifact):
    """What was pushed, a copy of it, and where to; empty where nothing was."""

    TYPE_NAME = "PushedModel"
    PROPERTIES = {"pushed": int, "pushed_destination": str, "pushed_version": str}
