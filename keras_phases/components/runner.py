"""`LocalRunner`: runs components in this process, one after the other, and never does the same work twice."""

import contextlib
import dataclasses
import datetime
import os
import shutil
import time
import traceback
from collections.abc import Sequence
from typing import TYPE_CHECKING

from keras_phases.checkpoints.engines.beam import check_beam_pipeline_args
from keras_phases.checkpoints.shard_plan import holding
from keras_phases.components.base import BaseComponent
from keras_phases.components.base_beam import BaseBeamComponent
from keras_phases.components.executions import (
    COMPLETE,
    FAILED,
    LINEAGE,
    describe,
    identify,
    key_of,
    make_outputs,
    read_execution,
    write_lineage,
)
from keras_phases.components.networks import allowing_imports
from keras_phases.record.paths import to_local

if TYPE_CHECKING:
    from keras_phases.components.executions import Execution

_RUNNING, _TMP, _DIGESTS = ".running-", ".tmp", ".digests"


class ComponentError(RuntimeError):
    """A component failed, and the run has ended; what came before it is kept."""


class LocalRunner:
    """Runs a pipeline here: each component once for the same name, version, parameters and contents of inputs.

    An execution lies in `<pipeline_root>/<component id>/<key>`, the key a hash of all of these; `execution.json` in it
    says what it was made from. The folder has that name only once it is whole, so that a run killed at any instant
    leaves finished executions and nothing half done; the next run takes them from there and goes on. Outputs that were
    changed or deleted are made anew.

    Everything runs in this process, in the order in which components depend on each other. It is no scheduler: for
    retries, several machines or a calendar give the same components to a system that has them.

    Args:
        pipeline_root: Folder of all executions, on this machine; one run at a time.
        beam_pipeline_args: List of flags of Apache Beam, for the components that it may run (`ProbeSweep`) and that
            have none of their own. Defaults to `None`: everything runs in this process.
        allow_imports: Whether a network that is named `"module:function"`, by a component or by an artifact that it
            takes, is imported: code that whoever wrote the name has chosen. Defaults to `False`: only those of
            `keras_phases.models` and of `register_network` are built.
        verbose: 1 prints a line for each component. Defaults to `1`.

    Example:
        >>> import tempfile
        >>> from keras_phases.components import DatasetGen, LocalRunner
        >>> root, digits = tempfile.mkdtemp(), DatasetGen(dataset="digits", classes=[0, 1, 2, 3, 4])
        >>> done = LocalRunner(root, verbose=0).run([digits])
        >>> done["DatasetGen"].outputs["examples"][0].properties["num_classes"]
        5
        >>> LocalRunner(root, verbose=0).run([digits])["DatasetGen"].cached
        True
    """

    def __init__(
        self,
        pipeline_root: str | os.PathLike[str],
        *,
        beam_pipeline_args: Sequence[str] | None = None,
        allow_imports: bool = False,
        verbose: int = 1,
    ):
        self._root = to_local(pipeline_root, "pipeline_root")
        self._beam_pipeline_args, self._verbose = check_beam_pipeline_args(beam_pipeline_args), verbose
        self._allow_imports = bool(allow_imports)

    def run(self, components: Sequence[BaseComponent]) -> "dict[str, Execution]":
        """Runs what has not been done yet.

        Args:
            components: List of components; those whose outputs others take must be among them.

        Returns:
            Dict of `Execution`s by the components' `id`, in the order in which they ran.

        Raises:
            ValueError: for components that do not make a pipeline, and while another process runs one there.
            ComponentError: when one fails.
        """
        order = sort_components(components)
        self._root.mkdir(parents=True, exist_ok=True)
        done = {}
        with holding(self._root, f"A pipeline runs in '{self._root}'"), allowing_imports(self._allow_imports):
            for component in order:
                with _errors_of(component):
                    component.check()  # now with what this runner allows, before anything is done
            for component in order:
                done[component.id] = self._run_component(component, done)
        num_new = sum(not execution.cached for execution in done.values())
        news = f"{num_new} of {len(done)} components ran" if num_new else f"all {len(done)} components were cached"
        self._print(f"LocalRunner: {news}.")
        return done

    def _run_component(self, component, done):
        with _errors_of(component):
            inputs = {name: self._resolve(channel, done) for name, channel in component.inputs.items()}
            about = describe(component, inputs)
        folder = self._root / component.id / key_of(about)
        execution = read_execution(component, folder)
        if execution is not None:
            self._print(f"{component.id}: cached, '{folder}'")
            return execution
        self._print(f"{component.id}: running")
        execution = self._execute(component, inputs, about, folder)
        self._print(f"{component.id}: done in {execution.seconds:.1f} s, '{folder}'")
        return execution

    def _resolve(self, channel, done):
        """The artifacts of a channel, with digests."""
        if channel.producer is None:
            return [identify(artifact, self._root / _DIGESTS) for artifact in channel.artifacts]
        return done[channel.producer.id].outputs[channel.output_key]

    def _execute(self, component, inputs, about, folder):
        """Has the executor work in a folder of another name, which gets its own when all is there."""
        executor_class, way = component.EXECUTOR_SPEC.executor_class, self._way_of(component)
        running = folder.with_name(f"{_RUNNING}{folder.name}")
        _clear(folder.parent, keep=running if executor_class.RESUMES else None)
        outputs = make_outputs(component, running)
        (running / _TMP).mkdir(exist_ok=True)
        failed = folder.with_name(f"{folder.name}.failed.json")
        started, begin = datetime.datetime.now(datetime.UTC), time.perf_counter()
        try:
            with _errors_of(component):
                executor_class(running / _TMP, **way).Do(inputs, outputs, dict(component.exec_properties))
        except Exception:
            shutil.rmtree(running, ignore_errors=True)
            times = {"started": started, "seconds": time.perf_counter() - begin}
            write_lineage(failed, about | way, {}, outcome=FAILED, error=traceback.format_exc(), **times)
            raise
        shutil.rmtree(running / _TMP)
        times = {"started": started, "seconds": time.perf_counter() - begin}
        write_lineage(running / LINEAGE, about | way, outputs, outcome=COMPLETE, **times)
        if folder.exists():  # its outputs have changed since
            shutil.rmtree(folder)
        running.rename(folder)
        failed.unlink(missing_ok=True)
        return dataclasses.replace(read_execution(component, folder), cached=False)  # pyright: ignore[reportArgumentType] just written

    def _way_of(self, component):
        """Where a component's work is done, if that can be chosen: a dict, for its executor and its lineage."""
        if not isinstance(component, BaseBeamComponent):
            return {}
        own = component.beam_pipeline_args
        return {"beam_pipeline_args": self._beam_pipeline_args if own is None else own}

    def _print(self, text):
        if self._verbose:
            print(text, flush=True)


def sort_components(components):
    """The components in an order in which each comes after those whose outputs it takes.

    Raises:
        ValueError: for what is no component, two of one `id`, and channels of a component that is not among them.
    """
    wrong = [one for one in components if not isinstance(one, BaseComponent)]
    if wrong or not components:
        raise ValueError(f"components has {wrong[0] if wrong else 'none'!r}. Expected a list of components.")
    ids = [component.id for component in components]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        raise ValueError(
            f"Two components have the id '{twice[0]}'. Expected an id of its own for each; give one another by "
            f"{twice[0]}(...).with_id('{twice[0]}2')."
        )
    for component in components:
        missing = [maker for maker in _producers(component) if maker not in components]
        if missing:
            raise ValueError(
                f"{component.id} takes an output of {missing[0]!r}, which is not among the components: "
                f"{', '.join(ids)}. Add it to the list."
            )
    order, waiting = [], list(components)
    while waiting:
        # What is constructed takes channels of what was constructed before, so that there is always one.
        ready = next(one for one in waiting if all(maker in order for maker in _producers(one)))
        order.append(ready)
        waiting.remove(ready)
    return order


def _producers(component):
    return [channel.producer for channel in component.inputs.values() if channel.producer is not None]


def _clear(folder, *, keep):
    """Removes what killed executions left, but what one that goes on needs."""
    folder.mkdir(exist_ok=True)
    for path in folder.glob(f"{_RUNNING}*"):
        if path != keep:
            shutil.rmtree(path)


@contextlib.contextmanager
def _errors_of(component):
    """Turns what fails within it into an error that names the component, its parameters and the way out."""
    try:
        yield
    except Exception as error:
        parameters = ", ".join(f"{name}={value!r}" for name, value in component.exec_properties.items())
        raise ComponentError(
            f"{component.id} failed: {type(error).__name__}: {error}\nIts parameters: {parameters or 'none'}. Put "
            "right what the error names and run the pipeline again: components that have finished are cached, and of "
            "this one nothing was kept."
        ) from error
