"""`ProbeSweep`: measures saved checkpoints, a grid of checkpoints and groups of layers."""

import dataclasses
import json
import math
import pathlib
import warnings

from keras_phases.checkpoints.engines.beam import BeamEngine
from keras_phases.components.artifacts import Examples, ModelRun, PhaseRecord
from keras_phases.components.base import ExecutorClassSpec
from keras_phases.components.base_beam import BaseBeamComponent, BaseBeamExecutor
from keras_phases.components.dataset_gen import read_examples
from keras_phases.components.networks import checkpoints_of, import_classes
from keras_phases.components.spec import ChannelParameter, ComponentSpec, NotNegative, parameters_of
from keras_phases.measure.settings import ProbeSettings
from keras_phases.signatures import describes

FAILURES = "failures.json"


@dataclasses.dataclass(frozen=True)
class SweepSettings:
    """What is measured of each checkpoint, and how many may fail.

    Args:
        probe: `ProbeSettings`, what is measured: all of them that JSON can hold, or a dict of such. Defaults to `{}`:
            what `PhaseProbe()` measures.
        max_failed_fraction: Share of checkpoints that may fail; above it the component fails. Defaults to `0.0`.
    """

    probe: dict = dataclasses.field(default_factory=dict)
    max_failed_fraction: NotNegative = 0.0


class ProbeSweepSpec(ComponentSpec):
    """The arguments of `ProbeSweep`."""

    PARAMETERS = parameters_of(SweepSettings)
    INPUTS = {"model_run": ChannelParameter(type=ModelRun), "examples": ChannelParameter(type=Examples)}
    OUTPUTS = {"record": ChannelParameter(type=PhaseRecord)}


class ProbeSweepExecutor(BaseBeamExecutor):
    """Replays the checkpoints, here or on Beam; what a killed execution has measured is not measured again."""

    RESUMES = True

    def Do(self, input_dict, output_dict, exec_properties):
        from keras_phases.checkpoints.replay import replay

        [model_run], [examples], [record] = input_dict["model_run"], input_dict["examples"], output_dict["record"]
        import_classes(model_run)
        checkpoints = checkpoints_of(model_run)
        probe = ProbeSettings.from_config(exec_properties["probe"])
        engine = None if self.beam_pipeline_args is None else BeamEngine(self.beam_pipeline_args)
        options = {"probe": probe, "log_dir": record.uri, "engine": engine, "verbose": 0}
        with warnings.catch_warnings():
            # Of a file from before the first step, where the optimizer had no variables; weights alone are measured.
            warnings.filterwarnings("ignore", "Skipping variable loading for optimizer")
            found = replay(checkpoints, None, read_examples(examples), **options)
        _check_failures(found.failures, len(checkpoints), exec_properties["max_failed_fraction"])
        failures = [{"step": one.step, "layers": one.layers, "reason": one.reason} for one in found.failures]
        pathlib.Path(record.uri, FAILURES).write_text(json.dumps(failures, indent=1) + "\n")
        failed = len({one.step for one in found.failures})
        record.update(num_steps=len(found.history), num_failed=failed, layers=found.history.layers)


@describes(SweepSettings)
class ProbeSweep(BaseBeamComponent):
    """Measures saved checkpoints as `PhaseProbe` would have measured them in training: any layers, any data.

    Each checkpoint is loaded once; with `max_memory` its layers are measured in groups. A cell that fails is listed in
    `failures.json`, and the others go on. A sweep that is killed goes on where it was. On Apache Beam workers measure
    the checkpoints, to the same record.

    Args:
        model_run: Channel of `ModelRun`; checkpoints of one's own come by
            `as_channel([ModelRun("checkpoints")])`, as `.keras` files with the step in their names.
        examples: Channel of `Examples`: what the model was trained on, or other rows of the same shape.
        beam_pipeline_args: List of flags of Apache Beam, no part of the execution's key. Defaults to `None`: those of
            the `LocalRunner`, or one checkpoint after the other in this process.

    Output: `record`.

    Example:
        >>> from keras_phases import ProbeSettings
        >>> from keras_phases.components import DatasetGen, ModelRun, ProbeSweep, as_channel
        >>> digits = DatasetGen(dataset="digits")
        >>> sweep = ProbeSweep(
        ...     model_run=as_channel([ModelRun("checkpoints")]),
        ...     examples=digits.outputs["examples"],
        ...     probe=ProbeSettings(layers="blocks"),
        ... )
        >>> sweep.exec_properties["probe"]
        {'layers': 'blocks'}
    """

    SPEC_CLASS = ProbeSweepSpec
    EXECUTOR_SPEC = ExecutorClassSpec(ProbeSweepExecutor)

    def check(self) -> None:
        ProbeSettings.from_config(self.exec_properties["probe"])


def _check_failures(failures, num_checkpoints, max_failed_fraction):
    failed = sorted({failure.step for failure in failures})
    if len(failed) > math.floor(max_failed_fraction * num_checkpoints):
        raise ValueError(
            f"{len(failed)} of {num_checkpoints} checkpoints could not be measured, more than max_failed_fraction="
            f"{max_failed_fraction:g} allows. The first: {failures[0]}. Remove or replace these files, or allow more."
        )
