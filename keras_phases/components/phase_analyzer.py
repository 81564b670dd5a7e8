"""`PhaseAnalyzer`: the phases of each layer, and the checkpoint that they speak for."""

import dataclasses
import json
import math
import pathlib

from keras_phases.components.artifacts import Model, ModelRun, PhaseAnalysis, PhaseRecord
from keras_phases.components.base import BaseComponent, BaseExecutor, ExecutorClassSpec
from keras_phases.components.networks import checkpoints_of, write_model
from keras_phases.components.spec import ChannelParameter, ComponentSpec, ExecutionParameter

FILE = "analysis.json"


class PhaseAnalyzerSpec(ComponentSpec):
    """The arguments of `PhaseAnalyzer`."""

    PARAMETERS = {
        "layer": ExecutionParameter(type=str, optional=True, default="auto"),
        "decoder": ExecutionParameter(type=str, optional=True),
        "confidence": ExecutionParameter(type=float, optional=True, default=0.95),
    }
    INPUTS = {"record": ChannelParameter(type=PhaseRecord), "model_run": ChannelParameter(type=ModelRun)}
    OUTPUTS = {"analysis": ChannelParameter(type=PhaseAnalysis), "model": ChannelParameter(type=Model)}


class PhaseAnalyzerExecutor(BaseExecutor):
    """Reads the record; loads neither Keras nor a backend."""

    def Do(self, input_dict, output_dict, exec_properties):
        from keras_phases.record.history import PhaseHistory

        [record], [model_run] = input_dict["record"], input_dict["model_run"]
        [analysis], [model] = output_dict["analysis"], output_dict["model"]
        history, checkpoints = PhaseHistory.load(record.uri), checkpoints_of(model_run)
        options = {"decoder": exec_properties["decoder"], "confidence": exec_properties["confidence"]}
        layer = history.layers[-1] if exec_properties["layer"] == "auto" else exec_properties["layer"]
        chosen_report = history.phases(layer, **options)
        reports = {name: history.phases(name, **options) for name in history.layers}
        chosen, why = choose_checkpoint(chosen_report, checkpoints)
        write_model(model, chosen)
        model.update(step=chosen.step, build_model=model_run.properties.get("build_model"))
        content = {
            "chosen": {"step": chosen.step, "file": chosen.path.name, "layer": layer, "why": why},
            "checkpoints": [one.step for one in checkpoints],
            "layers": {name: _as_json(report) for name, report in reports.items()},
        }
        pathlib.Path(analysis.uri, FILE).write_text(json.dumps(content, indent=1) + "\n")
        minimum = {"minimum_step": chosen_report.minimum_step, "has_increase": int(chosen_report.has_increase)}
        analysis.update(layer=layer, chosen_step=chosen.step, **minimum)


class PhaseAnalyzer(BaseComponent):
    """Says when each layer learned and forgot, and chooses the checkpoint of the reconstruction minimum.

    `analysis.json` holds the phases of each layer. The chosen checkpoint is that of the reconstruction minimum of
    `layer`; the last where the loss has not surely decreased, or no checkpoint lies in the minimum's interval.
    The minimum marks where the layer begins to forget its input, which is not the best checkpoint for every task:
    `TransferEvaluator` asks a task of yours.

    Args:
        record: Channel of `PhaseRecord`, of `PhaseTrainer` or `ProbeSweep`.
        model_run: Channel of `ModelRun`, the checkpoints of the same training.
        layer: Name of a layer of the record. Defaults to `"auto"`: the last features.
        decoder: Name of a decoder's family in the record. Defaults to `None`: the first of each layer.
        confidence: How sure a change must be; see `keras_phases.detect_phases`. Defaults to `0.95`.

    Outputs: `analysis`, and `model`, the chosen checkpoint.

    Example:
        >>> from keras_phases.components import ModelRun, PhaseAnalyzer, PhaseRecord, as_channel
        >>> analyzer = PhaseAnalyzer(
        ...     record=as_channel([PhaseRecord("logs/run1")]), model_run=as_channel([ModelRun("logs/run1/best-steps")])
        ... )
        >>> analyzer.outputs["model"]
        Channel(Model of PhaseAnalyzer.outputs['model'])

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; Deng et al., ICCV 2023, arXiv 2203.04668.
    """

    SPEC_CLASS = PhaseAnalyzerSpec
    EXECUTOR_SPEC = ExecutorClassSpec(PhaseAnalyzerExecutor)

    def check(self) -> None:
        if not 0 < self.exec_properties["confidence"] < 1:
            raise ValueError(
                f"confidence is {self.exec_properties['confidence']!r}. Expected a number between 0 and 1."
            )


def choose_checkpoint(report, checkpoints):
    """The checkpoint of the minimum that a `PhaseReport` names, else the last, and why it is that one.

    Args:
        report: `PhaseReport`.
        checkpoints: List of checkpoints, steps increasing.

    Example:
        >>> from keras_phases import detect_phases
        >>> from keras_phases.checkpoints.ring import Checkpoint
        >>> steps = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256]
        >>> report = detect_phases(steps, [0.5, 0.5, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1, 0.2, 0.3])
        >>> chosen, _ = choose_checkpoint(report, [Checkpoint(step, None) for step in steps])
        >>> chosen.step
        64
    """
    last = checkpoints[-1]
    if not report.has_decrease:
        return last, f"the last: there is no reconstruction minimum ({report.describe()})"
    low, high = report.minimum_interval  # pyright: ignore[reportGeneralTypeIssues] it has a decrease
    # In units of log(1 + step), as phases are told apart.
    distances = {one: abs(math.log1p(one.step) - math.log1p(report.minimum_step)) for one in checkpoints}
    near = [one for one in checkpoints if low <= one.step <= high]
    if not near:
        return last, f"the last: no checkpoint lies near the reconstruction minimum, between steps {low} and {high}"
    chosen = min(near, key=distances.get)  # pyright: ignore[reportCallIssue, reportArgumentType] each has a distance
    where = "the reconstruction minimum" if chosen.step == report.minimum_step else "next to the reconstruction minimum"
    return chosen, f"{where}, step {report.minimum_step}, between {low} and {high}"


def _as_json(report):
    return {**dataclasses.asdict(report), "description": report.describe()}
