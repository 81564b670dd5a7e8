"""Components whose work Apache Beam may do: where it runs is no part of what it makes. Names are those of TFX."""

import pathlib
from collections.abc import Sequence
from typing import Any, Self

from keras_phases.checkpoints.engines.beam import check_beam_pipeline_args
from keras_phases.components.base import BaseComponent, BaseExecutor


class BaseBeamExecutor(BaseExecutor):
    """Does the work of a component here, or on Apache Beam where it is given flags.

    Args:
        tmp_dir: Folder for what is not kept; None: there is none. Defaults to None.
        beam_pipeline_args: List of flags of Beam; None: the work is done here. Defaults to None.
    """

    def __init__(self, tmp_dir: pathlib.Path | None = None, *, beam_pipeline_args: Sequence[str] | None = None):
        super().__init__(tmp_dir)
        self.beam_pipeline_args = beam_pipeline_args


class BaseBeamComponent(BaseComponent):
    """A step of a pipeline that may run on Apache Beam; its executor is a `BaseBeamExecutor`.

    Args:
        beam_pipeline_args: List of flags of Beam, such as `["--runner=FnApiRunner"]`; of no influence on what is made,
            so that an execution is cached whichever way it ran. Defaults to `None`: those of the `LocalRunner`.
        **arguments: As `SPEC_CLASS` declares them.
    """

    def __init__(self, *, beam_pipeline_args: Sequence[str] | None = None, **arguments: Any):
        super().__init__(**arguments)
        self.with_beam_pipeline_args(beam_pipeline_args)

    def with_beam_pipeline_args(self, beam_pipeline_args: Sequence[str] | None) -> Self:
        """Gives the component flags of Beam, None for none of its own; returns it."""
        self.beam_pipeline_args = check_beam_pipeline_args(beam_pipeline_args)
        return self
