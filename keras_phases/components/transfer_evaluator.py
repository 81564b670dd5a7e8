"""`TransferEvaluator`: judges checkpoints by a second task, and blesses the chosen one or does not."""

import dataclasses
import json
import math
import pathlib
from typing import Annotated, Literal

from keras_phases.components.artifacts import Examples, Model, ModelBlessing, ModelEvaluation, ModelRun
from keras_phases.components.base import BaseComponent, BaseExecutor, ExecutorClassSpec
from keras_phases.components.dataset_gen import read_examples
from keras_phases.components.networks import checkpoints_of, import_classes, model_file
from keras_phases.components.spec import AtLeastOne, ChannelParameter, ComponentSpec, NotNegative, parameters_of
from keras_phases.signatures import describes

FILE, TABLE = "evaluation.json", "evaluation.txt"
BLESSED, NOT_BLESSED = "BLESSED", "NOT_BLESSED"


@dataclasses.dataclass(frozen=True)
class EvaluationSettings:
    """How checkpoints are judged.

    Args:
        mode: `"frozen"` or `"finetune"`; see `keras_phases.evaluate_transfer`. Defaults to `"frozen"`.
        layer: Name of the layer whose features are used. Defaults to `"auto"`: the last.
        batch_norm: Of frozen features: `"inference"`, as the pushed model has them, or `"batch"`. Defaults to
            `"inference"`.
        seeds: Number of draws. Defaults to `3`.
        max_examples: Most fit rows. Defaults to `10_000`.
        checkpoints: `"all"`, which draws the curve, or `"chosen"`: it and the last alone. Defaults to `"all"`.
        tolerance: By how much accuracy may be lower than the last checkpoint's. Defaults to `0.0`.
    """

    mode: Literal["frozen", "finetune"] = "frozen"
    layer: str = "auto"
    batch_norm: Literal["inference", "batch"] = "inference"
    seeds: AtLeastOne = 3
    max_examples: Annotated[int, 2] = 10_000
    checkpoints: Literal["all", "chosen"] = "all"
    tolerance: NotNegative = 0.0


class TransferEvaluatorSpec(ComponentSpec):
    """The arguments of `TransferEvaluator`."""

    PARAMETERS = parameters_of(EvaluationSettings)
    INPUTS = {
        "model": ChannelParameter(type=Model),
        "model_run": ChannelParameter(type=ModelRun),
        "examples": ChannelParameter(type=Examples),
    }
    OUTPUTS = {"evaluation": ChannelParameter(type=ModelEvaluation), "blessing": ChannelParameter(type=ModelBlessing)}


class TransferEvaluatorExecutor(BaseExecutor):
    """Evaluates the chosen checkpoint, the last, and those between if asked for."""

    def Do(self, input_dict, output_dict, exec_properties):
        from keras_phases.checkpoints.transfer import evaluate_transfer

        [model], [model_run], [examples] = (input_dict[name] for name in ("model", "model_run", "examples"))
        [evaluation], [blessing] = output_dict["evaluation"], output_dict["blessing"]
        import_classes(model_run)
        saved, chosen = _choose_checkpoints(model, model_run, exec_properties["checkpoints"])
        options = {name: exec_properties[name] for name in ("mode", "layer", "batch_norm", "seeds", "max_examples")}
        table = evaluate_transfer(saved, read_examples(examples), verbose=0, **options)
        if len(table.layers) > 1:
            raise ValueError(
                f"layer={options['layer']!r} names {len(table.layers)} layers: {', '.join(table.layers)}. Expected one "
                "of them, or 'auto'."
            )
        accuracy = next(row.transfer_accuracy for row in table.rows if row.step == chosen)
        is_blessed = is_good_enough(accuracy, table.rows[-1].transfer_accuracy, exec_properties["tolerance"])
        _write_evaluation(evaluation, table, chosen, is_blessed, exec_properties["tolerance"])
        pathlib.Path(blessing.uri, BLESSED if is_blessed else NOT_BLESSED).touch()
        blessing.update(blessed=int(is_blessed), current_model=model.uri, baseline_model=str(saved[-1].path))


@describes(EvaluationSettings)
class TransferEvaluator(BaseComponent):
    """Judges checkpoints by how well they serve a second task, and blesses the chosen model.

    The model is blessed when its accuracy on the second task is at least that of the last checkpoint, less
    `tolerance`. With `mode="finetune"` all weights are trained on the second task, for each checkpoint and seed anew.

    Args:
        model: Channel of `Model`, the chosen checkpoint.
        model_run: Channel of `ModelRun`, all checkpoints of its training; the last one is the baseline.
        examples: Channel of `Examples`, of the second task.

    Outputs: `evaluation`, and `blessing`, an empty file `BLESSED` or `NOT_BLESSED` and the property `blessed`.

    Example:
        >>> from keras_phases.components import DatasetGen, Model, ModelRun, TransferEvaluator, as_channel
        >>> target = DatasetGen(dataset="digits", classes=[5, 6, 7, 8, 9])
        >>> evaluator = TransferEvaluator(
        ...     model=as_channel([Model("models/chosen", step=64)]),
        ...     model_run=as_channel([ModelRun("logs/run1/best-steps")]),
        ...     examples=target.outputs["examples"],
        ...     tolerance=0.01,
        ... )
        >>> sorted(evaluator.outputs)
        ['blessing', 'evaluation']

    Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887; Deng et al., ICCV 2023, arXiv 2203.04668.
    """

    SPEC_CLASS = TransferEvaluatorSpec
    EXECUTOR_SPEC = ExecutorClassSpec(TransferEvaluatorExecutor)

    def check(self) -> None:
        mode, batch_norm = self.exec_properties["mode"], self.exec_properties["batch_norm"]
        if mode == "finetune" and batch_norm != "inference":
            raise ValueError(f"batch_norm is {batch_norm!r} with mode='finetune', which has its own. Leave it out.")


def is_good_enough(accuracy, baseline, tolerance):
    """Whether an accuracy is at least a baseline's less a tolerance; what is not finite is not.

    Example:
        >>> is_good_enough(0.90, 0.91, 0.02), is_good_enough(0.90, 0.91, 0.0), is_good_enough(float("nan"), 0.1, 1.0)
        (True, False, False)
    """
    return math.isfinite(accuracy) and math.isfinite(baseline) and accuracy >= baseline - tolerance


def _choose_checkpoints(model, model_run, which):
    """`(checkpoints, chosen step)`: the chosen model's own file, the last checkpoint, and the others if asked for."""
    chosen, saved = model.properties.get("step"), checkpoints_of(model_run)
    if chosen is None:
        raise ValueError(f"{model!r} has no step. Expected that of its checkpoint; pass Model(uri, step=...).")
    by_step = {one.step: one for one in saved}
    if chosen not in by_step:
        steps = ", ".join(map(str, by_step))
        raise ValueError(
            f"The model is of step {chosen}, the checkpoints of steps {steps}. Expected a model of the same training; "
            "pass the model_run that it was chosen from."
        )
    by_step[chosen] = dataclasses.replace(by_step[chosen], path=model_file(model))
    wanted = by_step if which == "all" else {chosen, saved[-1].step}
    return [one for step, one in by_step.items() if step in wanted], chosen


def _write_evaluation(evaluation, table, chosen, is_blessed, tolerance):
    rows = {row.step: row for row in table.rows}
    best, last, choice = table.best, table.rows[-1], rows[chosen]
    verdict = BLESSED if is_blessed else NOT_BLESSED
    said = (
        f"{verdict}: step {chosen:,}, accuracy {choice.transfer_accuracy:.4f}; the last, step {last.step:,}, "
        f"{last.transfer_accuracy:.4f}; tolerance {tolerance:g}."
    )
    folder = pathlib.Path(evaluation.uri)
    (folder / TABLE).write_text(f"{table}\n\n{said}\n")
    content = {"chosen_step": chosen, "blessed": is_blessed, "tolerance": tolerance, "layer": table.layer}
    content["rows"] = [_finite(dataclasses.asdict(row)) for row in table.rows]
    (folder / FILE).write_text(json.dumps(content, indent=1, allow_nan=False) + "\n")
    numbers = {"accuracy": choice.transfer_accuracy, "baseline_accuracy": last.transfer_accuracy}
    evaluation.update(best_step=None if best is None else best.step, **_finite(numbers))


def _finite(values):
    """What is not a number becomes None, which JSON has."""

    def clean(value):
        if isinstance(value, tuple):
            return [clean(one) for one in value]
        return None if isinstance(value, float) and not math.isfinite(value) else value

    return {name: clean(value) for name, value in values.items()}
