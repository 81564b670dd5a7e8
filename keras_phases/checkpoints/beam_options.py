"""The flags of Apache Beam that a user passes: checked before any work is done, in one line."""

import contextlib
import importlib.util
import io

_RUNNER = "--runner=FnApiRunner"
_OWN_FLAGS = ("PortableRunner", "FlinkRunner", "SparkRunner")
"""Runners that pass flags on to a job server, whose flags Beam does not know."""

_EXPECTED = (
    "Expected None, or a list of flags of Apache Beam, such as ['--runner=FnApiRunner', '--direct_num_workers=2']"
)


def check_beam_pipeline_args(given):
    """The flags as a list, or None; whether Beam knows them is said by `read_options`.

    Raises:
        ValueError: for something else.
        ImportError: where flags are given and Beam is not installed.
    """
    if given is None:
        return None
    if not isinstance(given, (list, tuple)) or not all(isinstance(flag, str) for flag in given):
        raise ValueError(f"beam_pipeline_args is {given!r}. {_EXPECTED}.")
    if importlib.util.find_spec("apache_beam") is None:
        raise ImportError(
            "beam_pipeline_args needs Apache Beam, which is not installed. Install it by pip install "
            '"keras-phases[beam]", or leave beam_pipeline_args out: the loop gives the same record.'
        )
    return list(given)


def read_options(flags):
    """Beam's `PipelineOptions`; without a runner `FnApiRunner`, as `DirectRunner` first tries to download a binary.

    Raises:
        ValueError: for a flag or a runner that Beam does not know, or that is not installed.
    """
    from apache_beam.options.pipeline_options import PipelineOptions, StandardOptions
    from apache_beam.runners.runner import create_runner

    flags = flags if any(flag.partition("=")[0] == "--runner" for flag in flags) else [*flags, _RUNNER]
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            options = PipelineOptions(flags)
            known = PipelineOptions([]).get_all_options()
            asked = options.get_all_options(drop_default=True, retain_unknown_options=True)
    except SystemExit as error:  # so argparse ends
        reason = said.getvalue().rpartition("error: ")[2].strip()
        raise ValueError(f"beam_pipeline_args is {flags!r}: {reason}. {_EXPECTED}.") from error
    stray = [flag for before, flag in zip(["=", *flags], flags, strict=False) if _is_stray(before, flag)]
    unknown = stray or [f"--{name}" for name in asked if name not in known]
    if unknown and (stray or options.view_as(StandardOptions).runner not in _OWN_FLAGS):
        raise ValueError(f"beam_pipeline_args has {unknown[0]!r}, which is no flag of Apache Beam. {_EXPECTED}.")
    try:
        create_runner(options.view_as(StandardOptions).runner)
    except (ValueError, ImportError) as error:
        raise ValueError(f"beam_pipeline_args is {flags!r}: {' '.join(str(error).split())} {_EXPECTED}.") from error
    return options


def _is_stray(before, flag):
    """Whether this is neither a flag nor the value of the one before it."""
    return not flag.startswith("--") and ("=" in before or not before.startswith("--"))
