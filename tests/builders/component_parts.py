"""Small components for components_test.py; as a script a pipeline that kills itself the first time."""

import json
import os
import pathlib
import signal
import sys

from keras_phases.components import (
    BaseComponent,
    BaseExecutor,
    ChannelParameter,
    ComponentSpec,
    Examples,
    ExecutionParameter,
    ExecutorClassSpec,
    LocalRunner,
    ModelEvaluation,
    register_network,
)

CALLS, NESTED, IS_MENDED = [], [], []


class NumbersSpec(ComponentSpec):
    PARAMETERS = {
        "value": ExecutionParameter(type=int, minimum=0),
        "spare": ExecutionParameter(type=int, optional=True, default=0),
    }
    OUTPUTS = {"examples": ChannelParameter(type=Examples)}


class NumbersExecutor(BaseExecutor):
    def Do(self, input_dict, output_dict, exec_properties):
        CALLS.append("Numbers")
        for nested in NESTED:
            nested()
        [examples] = output_dict["examples"]
        pathlib.Path(examples.uri, "numbers.json").write_text(json.dumps([1] * exec_properties["value"]))
        examples.update(num_train=exec_properties["value"])


class Numbers(BaseComponent):
    SPEC_CLASS, EXECUTOR_SPEC = NumbersSpec, ExecutorClassSpec(NumbersExecutor)


class TotalSpec(ComponentSpec):
    PARAMETERS = {
        "scale": ExecutionParameter(type=float, optional=True, default=1.0),
        "note": ExecutionParameter(type=list, optional=True),
    }
    INPUTS = {"numbers": ChannelParameter(type=Examples)}
    OUTPUTS = {"evaluation": ChannelParameter(type=ModelEvaluation)}


class TotalExecutor(BaseExecutor):
    def Do(self, input_dict, output_dict, exec_properties):
        CALLS.append("Total")
        [numbers], [evaluation] = input_dict["numbers"], output_dict["evaluation"]
        total = sum(json.loads(pathlib.Path(numbers.uri, "numbers.json").read_text())) * exec_properties["scale"]
        pathlib.Path(evaluation.uri, "total.txt").write_text(str(total))


class Total(BaseComponent):
    SPEC_CLASS, EXECUTOR_SPEC = TotalSpec, ExecutorClassSpec(TotalExecutor)


class BrokenSpec(ComponentSpec):
    PARAMETERS = {"where": ExecutionParameter(type=str)}
    INPUTS = {"numbers": ChannelParameter(type=Examples)}
    OUTPUTS = {"evaluation": ChannelParameter(type=ModelEvaluation)}


class BrokenExecutor(BaseExecutor):
    def Do(self, input_dict, output_dict, exec_properties):
        pathlib.Path(output_dict["evaluation"][0].uri, "half.txt").write_text("half")
        if not IS_MENDED:
            raise RuntimeError(f"broke in {exec_properties['where']}")


class Broken(BaseComponent):
    SPEC_CLASS, EXECUTOR_SPEC = BrokenSpec, ExecutorClassSpec(BrokenExecutor)


class FragileSpec(ComponentSpec):
    INPUTS = {"numbers": ChannelParameter(type=Examples)}
    OUTPUTS = {"evaluation": ChannelParameter(type=ModelEvaluation)}


class FragileExecutor(BaseExecutor):
    """Is killed in the middle of its work, the first time."""

    def Do(self, input_dict, output_dict, exec_properties):
        marker = pathlib.Path(output_dict["evaluation"][0].uri).parents[2] / "was-killed"
        with open(pathlib.Path(output_dict["evaluation"][0].uri, "lines.txt"), "a") as file:
            if not marker.exists():
                marker.touch()
                file.write("begun\n")
                file.flush()
                os.kill(os.getpid(), signal.SIGKILL)
            file.write("ended\n")


class Fragile(BaseComponent):
    SPEC_CLASS, EXECUTOR_SPEC = FragileSpec, ExecutorClassSpec(FragileExecutor)


def is_large(x):
    """Labels of rows: whether their first element is at least 6."""
    return (x[:, 0] >= 6).astype(int)


@register_network("small")
def build_small(input_shape, num_classes, *, width):
    """A network of one hidden layer; ends in logits."""
    import keras

    stack = [keras.layers.Flatten(), keras.layers.Dense(width, activation="relu", name="hidden")]
    return keras.Sequential([keras.Input(input_shape), *stack, keras.layers.Dense(num_classes, name="logits")])


if __name__ == "__main__":
    FragileExecutor.RESUMES = bool(int(sys.argv[2]))
    numbers = Numbers(value=2)
    LocalRunner(sys.argv[1]).run([numbers, Fragile(numbers=numbers.outputs["examples"])])
