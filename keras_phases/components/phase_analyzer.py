"""`PhaseAnalyzer`: the phases of each layer, and the checkpoint that a rule names."""

import dataclasses
import json
import pathlib

from keras_phases.arguments import one_of
from keras_phases.checkpoints.ring import sort_by_distance
from keras_phases.components.artifacts import Model, ModelRun, PhaseAnalysis, PhaseRecord
from keras_phases.components.base import BaseComponent, BaseExecutor, ExecutorClassSpec
from keras_phases.components.networks import checkpoints_of, write_model
from keras_phases.components.spec import ChannelParameter, ComponentSpec, parameters_of
from keras_phases.signatures import describes

FILE = "analysis.json"


@dataclasses.dataclass(frozen=True)
class AnalysisSettings:
    """Which checkpoint is taken, and by what.

    Args:
        layer: Name of a layer of the record. Defaults to `"auto"`: the last features.
        decoder: Name of a decoder's family in the record. Defaults to `None`: the first of each layer.
        keep: Name of the rule, as that of `keras_phases.PhaseCheckpoint`. Defaults to `None`: `"latest_within"`.
        confidence: How sure a change must be; see `keras_phases.detect_phases`. Defaults to `0.95`.
    """

    layer: str = "auto"
    decoder: str | None = None
    keep: str | None = None
    confidence: float = 0.95


class PhaseAnalyzerSpec(ComponentSpec):
    """The arguments of `PhaseAnalyzer`."""

    PARAMETERS = parameters_of(AnalysisSettings)
    INPUTS = {"record": ChannelParameter(type=PhaseRecord), "model_run": ChannelParameter(type=ModelRun)}
    OUTPUTS = {"analysis": ChannelParameter(type=PhaseAnalysis), "model": ChannelParameter(type=Model)}


class PhaseAnalyzerExecutor(BaseExecutor):
    """Reads the record; loads neither Keras nor a backend."""

    def Do(self, input_dict, output_dict, exec_properties):
        from keras_phases.record.advice import RULE, advise_without_labels
        from keras_phases.record.history import PhaseHistory

        [record], [model_run] = input_dict["record"], input_dict["model_run"]
        [analysis], [model] = output_dict["analysis"], output_dict["model"]
        settings = AnalysisSettings(**exec_properties)
        history = _of_decoder(PhaseHistory.load(record.uri), settings.decoder)
        layer = history.layers[-1] if settings.layer == "auto" else settings.layer
        reports = {name: history.phases(name, confidence=settings.confidence) for name in history.layers}
        checkpoints = checkpoints_of(model_run)
        chosen, why = choose_checkpoint(checkpoints, history=history, layer=layer, keep=settings.keep or RULE)
        write_model(model, chosen)
        model.update(step=chosen.step, build_model=model_run.properties.get("build_model"))
        content = {
            "chosen": {"step": chosen.step, "file": chosen.path.name, "layer": layer, "why": why},
            "advice": dataclasses.asdict(advise_without_labels(history, layer)),
            "checkpoints": [one.step for one in checkpoints],
            "layers": {name: _as_json(report) for name, report in reports.items()},
        }
        pathlib.Path(analysis.uri, FILE).write_text(json.dumps(content, indent=1) + "\n")
        minimum = {"minimum_step": reports[layer].minimum_step, "has_increase": int(reports[layer].has_increase)}
        analysis.update(layer=layer, chosen_step=chosen.step, **minimum)


@describes(AnalysisSettings)
class PhaseAnalyzer(BaseComponent):
    """Says when each layer learned and forgot, and takes the checkpoint that a rule names.

    `analysis.json` holds the phases of each layer, the step that was taken and why, and as `advice` what the record
    speaks for without labels of another task, with whether it abstains: what is taken is then no more than a default.
    Where no checkpoint is of the rule's step the nearest in log(1 + step) is taken. The reconstruction minimum,
    `keep="minimum"`, marks where a layer begins to forget its input; it is not the best checkpoint for every task.
    Compare one block earlier; labels of your task decide better: `TransferEvaluator` asks one.

    Args:
        record: Channel of `PhaseRecord`, of `PhaseTrainer` or `ProbeSweep`.
        model_run: Channel of `ModelRun`, the checkpoints of the same training.

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
        settings = AnalysisSettings(**self.exec_properties)
        if not 0 < settings.confidence < 1:
            raise ValueError(f"confidence is {settings.confidence!r}. Expected a number between 0 and 1.")
        if settings.keep is not None:
            from keras_phases.record.rules import RULES

            one_of(tuple(RULES), "keep", settings.keep)


def choose_checkpoint(checkpoints, *, history, layer, keep):
    """The checkpoint of the step that a rule names, else the nearest, and why it is that one.

    Args:
        checkpoints: List of checkpoints, steps increasing.
        history: `PhaseHistory`.
        layer: Name of a layer.
        keep: Name of a rule.

    Example:
        >>> from keras_phases import PhaseHistory
        >>> from keras_phases.checkpoints.ring import Checkpoint
        >>> from keras_phases.record.schema import Layout, Row
        >>> layout = Layout((Row("block5", "linear", "primal", 64, 64),), ("reconstruction_loss",))
        >>> losses = {0: 0.60, 64: 0.50, 128: 0.40, 256: 0.41, 512: 0.44, 1024: 0.48}
        >>> history = PhaseHistory(layout, [(step, [[loss]]) for step, loss in losses.items()])
        >>> saved = [Checkpoint(64, None), Checkpoint(512, None)]
        >>> chosen, why = choose_checkpoint(saved, history=history, layer="block5", keep="latest_within")
        >>> chosen.step, why.split(",")[0]
        (512, 'the nearest to step 256')
    """
    from keras_phases.record.advice import describe_rule
    from keras_phases.record.rules import RULES

    step, meaning = RULES[keep](history, layer), describe_rule(keep, layer)
    if step is None:
        return checkpoints[-1], f"the last: the record does not tell {meaning}"
    chosen = sort_by_distance(checkpoints, step)[0]
    return chosen, meaning if chosen.step == step else f"the nearest to step {step:,}, {meaning}"


def _of_decoder(history, decoder):
    """What a history holds of one decoder's family; all of it where none is named."""
    places = [place for place, row in enumerate(history.layout.rows) if decoder in (None, row.decoder)]
    if not places:
        one_of(dict.fromkeys(row.decoder for row in history.layout.rows), "decoder", decoder)
    layout = dataclasses.replace(history.layout, rows=tuple(history.layout.rows[place] for place in places))
    return type(history)(layout, [(step, values[places]) for step, values in history.records])


def _as_json(report):
    return {**dataclasses.asdict(report), "description": report.describe()}
