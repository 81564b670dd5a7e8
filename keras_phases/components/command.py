"""A component as a command, for whoever starts a process for each step: `keras-phases step NAME ...`."""

import argparse
import json
from typing import Any

from keras_phases import components
from keras_phases.arguments import one_of
from keras_phases.components.executions import find_artifact
from keras_phases.components.runner import LocalRunner
from keras_phases.components.spec import as_channel
from keras_phases.signatures import argument_texts

STEPS = ("DatasetGen", "PhaseTrainer", "ProbeSweep", "PhaseAnalyzer", "TransferEvaluator", "Pusher")


def run_step(name, arguments, make_parser=argparse.ArgumentParser):
    """Has a `LocalRunner` run one component; prints where each of its outputs lies.

    Args:
        name: Of the class.
        arguments: List of flags: the component's parameters, dicts and lists as JSON, and the folder of each input.
        make_parser: Makes an `ArgumentParser`. Defaults to that class.

    Raises:
        ValueError: for another name, and wrong arguments.
        ComponentError: when it fails.
    """
    component = getattr(components, one_of(STEPS, "step", name))
    parser = make_parser(prog=f"keras-phases step {name}", allow_abbrev=False)
    parser.add_argument("--pipeline_root", required=True, help="folder of all that is made, as LocalRunner takes it")
    parser.add_argument("--allow_imports", action="store_true", help="import a network that is named 'module:function'")
    spec, texts = component.SPEC_CLASS, argument_texts(component)
    for argument, declared in {**spec.INPUTS, **spec.PARAMETERS}.items():
        is_json = argument in spec.PARAMETERS and declared.type in (dict, list)
        kind: Any = json.loads if is_json else declared.type if argument in spec.PARAMETERS else str
        text = " ".join(texts[argument].split()).replace("%", "%%")
        parser.add_argument(f"--{argument}", type=kind, required=not declared.optional, help=text)
    given = vars(parser.parse_args(arguments))
    runner = LocalRunner(given.pop("pipeline_root"), allow_imports=given.pop("allow_imports"))
    for argument, declared in spec.INPUTS.items():
        given[argument] = as_channel([find_artifact(declared.type, given[argument])])
    done = runner.run([component(**given)])[name]
    for output, artifacts in done.outputs.items():
        print(f"{output}: {', '.join(artifact.uri for artifact in artifacts)}")
