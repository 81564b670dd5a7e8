"""`as_tfx`: our components as components of TFX itself, for those who have it.

    from tfx import v1 as tfx
    from keras_phases.components import DatasetGen, PhaseTrainer
    from keras_phases.components.tfx import as_tfx

    digits = as_tfx(DatasetGen)(dataset="digits")
    trainer = as_tfx(PhaseTrainer)(examples=digits.outputs["examples"], epochs=50)
    tfx.dsl.Pipeline("phases", "pipeline", components=[digits, trainer], ...)

docs/pipelines.md says what becomes of names, parameters, artifacts and the cache. Needs the extra `[tfx]`.
"""

import functools
import importlib
import json
import pathlib
import tempfile

from keras_phases.components.artifacts import Artifact
from keras_phases.components.base import BaseComponent
from keras_phases.components.executions import describe, key_of
from keras_phases.components.networks import allowing_imports
from keras_phases.components.spec import Channel
from keras_phases.components.tfx_artifacts import give, make, take, tfx_type
from keras_phases.record.paths import is_remote

try:
    # Of TFX as a whole: its pipeline SDK alone imports, but has no artifacts that other components take.
    import tfx.extensions  # noqa: F401  # pyright: ignore[reportMissingImports] TFX is not for every machine
    from tfx.dsl.components.base import base_beam_component, base_component, base_executor, executor_spec  # pyright: ignore[reportMissingImports] TFX is not for every machine
    from tfx.types import channel, component_spec  # pyright: ignore[reportMissingImports] TFX is not for every machine
except ImportError as error:
    _MISSING, _Executor = str(error), object
else:
    _MISSING, _Executor = None, base_executor.BaseExecutor

COMPONENT, FINGERPRINT = "keras_phases_component", "keras_phases_fingerprint"
ALLOW_IMPORTS = "keras_phases_allow_imports"
"""Three parameters beside a component's own: where its class is, a hash of what TFX's cache does not look at, and
whether modules are imported by name."""

_PLAIN = (int, float, str)


class Executor(_Executor):  # pyright: ignore[reportGeneralTypeIssues] chosen by what the executor is
    """Has one of our executors do its work on TFX's artifacts: one class for all, which TFX imports by its path."""

    def Do(self, input_dict, output_dict, exec_properties):
        component = _import_component(exec_properties[COMPONENT])
        spec = component.SPEC_CLASS
        parameters = {name: _decode(one, exec_properties.get(name)) for name, one in spec.PARAMETERS.items()}
        with tempfile.TemporaryDirectory() as tmp:
            tmp_dir = pathlib.Path(tmp)
            inputs = _translate(take, input_dict, spec.INPUTS, tmp_dir / "inputs")
            outputs = _translate(make, output_dict, spec.OUTPUTS, tmp_dir / "outputs")
            (tmp_dir / "work").mkdir()
            executor = component.EXECUTOR_SPEC.executor_class(tmp_dir / "work", **self._way_of(component))
            with allowing_imports(bool(exec_properties[ALLOW_IMPORTS])):
                executor.Do(inputs, outputs, parameters)
            pairs = [*_pairs(inputs, input_dict), *_pairs(outputs, output_dict)]
            remote = {ours.uri: theirs.uri for ours, theirs in pairs if is_remote(theirs.uri)}
            for ours, theirs in _pairs(outputs, output_dict):
                give(ours, theirs, remote)

    def _way_of(self, component):
        """The flags of Beam that TFX has for a component which Beam may run."""
        if not _may_use_beam(component):
            return {}
        return {"beam_pipeline_args": list(getattr(self._context, "beam_pipeline_args", None) or []) or None}


def as_tfx(component, *, allow_imports=False):
    """TFX's class for one of our components, or of our artifact types.

    The component takes the same arguments, as channels of TFX, checks them as ours does, and has the same `outputs`.
    Of artifacts, `Model`, `ModelRun`, `ModelBlessing`, `ModelEvaluation` and `PushedModel` are TFX's standard ones, so
    that its own Pusher takes our model and blessing, and ours those of its Evaluator.

    Args:
        component: Subclass of our `BaseComponent`, at the top of a module that can be imported; or of our `Artifact`,
            for `tfx.dsl.Importer`.
        allow_imports: As `LocalRunner` takes it. Defaults to `False`.

    Returns: A subclass of TFX's `BaseComponent`, or of its `Artifact`; the same one each time.

    Raises:
        ImportError: where TFX is not installed.
        ValueError: for anything else.

    Example (needs TFX):

        kept = tfx.dsl.Importer(source_uri="checkpoints", artifact_type=as_tfx(ModelRun))
        sweep = as_tfx(ProbeSweep)(model_run=kept.outputs["result"], examples=digits.outputs["examples"])
    """
    is_artifact = isinstance(component, type) and issubclass(component, Artifact)
    if not is_artifact and not (isinstance(component, type) and issubclass(component, BaseComponent)):
        raise ValueError(
            f"as_tfx got {component!r}. Expected a class of keras_phases.components, as in as_tfx(PhaseTrainer), whose "
            "arguments come after it: as_tfx(PhaseTrainer)(examples=...)."
        )
    if _MISSING is not None:
        raise ImportError(
            f'as_tfx needs TFX, which is not imported: {_MISSING}. Install it by pip install "keras-phases[tfx]", on '
            "Linux x86-64 with glibc 2.39 or newer, or macOS on arm64; elsewhere LocalRunner runs the same components."
        )
    return tfx_type(component) if is_artifact else _component_class(component, bool(allow_imports))


@functools.cache
def _component_class(component, allow_imports):
    path = f"{component.__module__}.{component.__qualname__}"
    if _import_component(path) is not component:
        raise ValueError(f"'{path}' is not imported by that name. Expected a component at the top of a module.")
    spec_class, base, runs = _spec_class(component), base_component.BaseComponent, executor_spec.ExecutorClassSpec
    if _may_use_beam(component):
        base, runs = base_beam_component.BaseBeamComponent, executor_spec.BeamExecutorSpec

    class Component(base):
        __doc__, __module__ = component.__doc__, component.__module__
        SPEC_CLASS, EXECUTOR_SPEC = spec_class, runs(Executor)

        def __init__(self, **arguments):
            with allowing_imports(allow_imports):
                checked = _check(component, arguments)
                translated = _translate_arguments(checked, arguments)
            super().__init__(spec_class(**translated, **{COMPONENT: path, ALLOW_IMPORTS: int(allow_imports)}))
            if getattr(checked, "beam_pipeline_args", None):
                self.with_beam_pipeline_args(checked.beam_pipeline_args)

    Component.__name__ = Component.__qualname__ = component.__name__
    return Component


def _may_use_beam(component):
    return hasattr(component, "with_beam_pipeline_args")


def _import_component(path):
    module, _, name = path.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as error:
        raise ValueError(f"'{path}' is not imported: {error}. Expected a component at the top of a module.") from error


def _spec_class(component):
    ours = component.SPEC_CLASS
    parameters = {
        name: component_spec.ExecutionParameter(type=one.type if _is_plain(one) else str, optional=one.optional)
        for name, one in ours.PARAMETERS.items()
    }
    parameters |= {name: component_spec.ExecutionParameter(type=str) for name in (COMPONENT, FINGERPRINT)}
    parameters |= {ALLOW_IMPORTS: component_spec.ExecutionParameter(type=int)}
    inputs = {
        name: component_spec.ChannelParameter(type=tfx_type(one.type), optional=one.optional)
        for name, one in ours.INPUTS.items()
    }
    outputs = {name: component_spec.ChannelParameter(type=tfx_type(one.type)) for name, one in ours.OUTPUTS.items()}
    about = {"PARAMETERS": parameters, "INPUTS": inputs, "OUTPUTS": outputs, "__module__": ours.__module__}
    return type(ours.__name__, (component_spec.ComponentSpec,), about)


def _check(component, arguments):
    """Our component with these arguments, which it has checked; its channels only stand in for TFX's."""
    return component(**{name: _stand_in(component, name, value) for name, value in arguments.items()})


def _translate_arguments(checked, arguments):
    """The arguments as TFX's spec takes them."""
    spec = checked.SPEC_CLASS
    channels = {name: arguments[name] for name in checked.inputs}
    channels |= {name: channel.Channel(type=tfx_type(one.type)) for name, one in spec.OUTPUTS.items()}
    values = {
        name: value if _is_plain(spec.PARAMETERS[name]) else json.dumps(value)
        for name, value in checked.exec_properties.items()
        if value is not None
    }
    return {**channels, **values, FINGERPRINT: key_of(describe(checked, {}))}


def _stand_in(component, name, value):
    """Our channel for one of TFX's; what is no input is given on as it is."""
    parameter = component.SPEC_CLASS.INPUTS.get(name)
    if parameter is None or value is None:
        return value
    wanted = tfx_type(parameter.type).TYPE_NAME
    if not isinstance(value, channel.BaseChannel):
        raise ValueError(
            f"{component.__name__}: {name} is {value!r}. Expected a channel of TFX's; pass component.outputs[...] of "
            "one that as_tfx made, or of tfx.dsl.Importer."
        )
    if value.type.TYPE_NAME != wanted:
        raise ValueError(
            f"{component.__name__}: {name} is a channel of {value.type.TYPE_NAME}. Expected one of {wanted}."
        )
    return Channel(parameter.type)


def _is_plain(parameter):
    """Whether TFX holds its values as they are; lists and the like it gets as JSON."""
    types = parameter.type if isinstance(parameter.type, tuple) else (parameter.type,)
    return set(types) <= set(_PLAIN)


def _decode(parameter, value):
    return value if value is None or _is_plain(parameter) else json.loads(value)


def _translate(translate, artifacts, parameters, folder):
    return {
        name: [translate(one, parameters[name].type, folder / f"{name}-{place}") for place, one in enumerate(group)]
        for name, group in artifacts.items()
    }


def _pairs(ours, theirs):
    return [pair for name, group in ours.items() for pair in zip(group, theirs[name], strict=True)]
