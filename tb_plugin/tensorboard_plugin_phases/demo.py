"""Writes the runs of real small trainings as event files, to look at the tab without training anything.

    python -m tensorboard_plugin_phases.demo --logdir=logs/demo
    tensorboard --logdir=logs/demo            # then open the tab Phases

Three quarter-width VGG-8 that differ in their seed, and a ResNet-10 of width 16, on 1,280 of scikit-learn's handwritten
digits: numbers that PhaseProbe measured, kept in `demo_runs/`, one file a run. `examples/demo_runs.py` trains them
anew. Loads neither Keras nor TensorFlow.

A file of `demo_runs/` is NumPy's .npz: `content` (uint8, the JSON of `schema.pack_layout`), `steps` (int64),
`seconds` (float64, since the first probe step) and `values` (float32, `(num_steps, num_rows, num_metrics)`).
"""

import argparse
import dataclasses
import pathlib
import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.util import tensor_util

from keras_phases.record import schema

if TYPE_CHECKING:  # protobuf makes what is in these modules when they load
    event_pb2: Any
    summary_pb2: Any
else:
    from tensorboard.compat.proto import event_pb2, summary_pb2

DESCRIPTION = "Writes the runs of real small trainings as event files, to look at TensorBoard's Phases tab."
FOLDER = pathlib.Path(__file__).parent / "demo_runs"
FIRST = "vgg8-seed0"
"""The run that the tab is opened with: in it the loss of the last features falls and rises again."""


@dataclasses.dataclass(frozen=True, eq=False)
class DemoRun:
    """The numbers of one run, as they were measured.

    Args:
        content: JSON of the layout, bytes.
        steps: int64 array `(num_steps,)`.
        seconds: float64 array `(num_steps,)`: when each was measured, since the first.
        values: float32 array `(num_steps, num_rows, num_metrics)`.
    """

    content: bytes
    steps: np.ndarray
    seconds: np.ndarray
    values: np.ndarray

    @classmethod
    def load(cls, path):
        """Reads a file of `demo_runs/`."""
        with np.load(path, allow_pickle=False) as arrays:
            return cls(arrays["content"].tobytes(), arrays["steps"], arrays["seconds"], arrays["values"])

    def save(self, path):
        """Writes such a file."""
        content = np.frombuffer(self.content, np.uint8)
        np.savez_compressed(path, content=content, steps=self.steps, seconds=self.seconds, values=self.values)


def write_demo(log_dir, *, end=None):
    """Writes all demo runs under `log_dir`, each as if its last probe step had just been measured, `FIRST` the newest.

    Args:
        log_dir: Folder; made where it is missing. Run `vgg8-seed0` goes to `vgg8-seed0/phases` in it.
        end: Seconds since 1970 of the last probe step of `FIRST`. Defaults to `None`: now.

    Returns: Paths of the event files.

    Raises:
        FileExistsError: when a folder of a run stands there already; then nothing is written.
        OSError: when the folder cannot be written.
    """
    log_dir, end = pathlib.Path(log_dir), time.time() if end is None else end
    folders = {path: log_dir / path.stem / "phases" for path in sorted(FOLDER.glob("*.npz"))}
    standing = [str(folder.parent) for folder in folders.values() if folder.parent.exists()]
    if standing:
        raise FileExistsError(f"{', '.join(standing)} exists already. Pass another --logdir, or remove it.")
    return [_write_run(DemoRun.load(path), folder, end - (path.stem != FIRST)) for path, folder in folders.items()]


def _write_run(run, folder, end):
    folder.mkdir(parents=True)
    path = folder / f"events.out.tfevents.{int(end):010d}.demo"
    with open(path, "xb") as file:
        writer = RecordWriter(file)
        for event in _build_events(run, end):
            writer.write(event.SerializeToString())
    return path


def _build_events(run, end):
    """The events of a run; those of other tags (pictures, say) would follow each probe step."""
    yield event_pb2.Event(wall_time=end - run.seconds[-1], file_version="brain.Event:2")
    content = run.content
    for step, seconds, values in zip(run.steps, run.seconds, run.values, strict=True):
        value = summary_pb2.Summary.Value(
            tag=schema.METRICS_TAG,
            tensor=tensor_util.make_tensor_proto(values),
            metadata=summary_pb2.SummaryMetadata(
                plugin_data=summary_pb2.SummaryMetadata.PluginData(plugin_name=schema.PLUGIN_NAME, content=content),
                data_class=summary_pb2.DATA_CLASS_TENSOR,
            ),
        )
        wall_time = end - run.seconds[-1] + seconds
        yield event_pb2.Event(wall_time=wall_time, step=int(step), summary=summary_pb2.Summary(value=[value]))
        # TensorBoard keeps the first metadata of a tag.
        content = b""


def main(arguments=None):
    """Writes the runs and says how to look at them; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tensorboard_plugin_phases.demo", description=DESCRIPTION)
    parser.add_argument("--logdir", required=True, help="folder that the runs go into; made where it is missing")
    log_dir = parser.parse_args(arguments).logdir
    try:
        paths = write_demo(log_dir)
    except FileExistsError as error:
        print(f"Nothing was written: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        reason = error.strerror or error
        print(f"{log_dir!r} cannot be written: {reason}. Pass a --logdir that you may write to.", file=sys.stderr)
        return 1
    for path in paths:
        print(path)
    print(f"In TensorBoard: tensorboard --logdir {log_dir}   (then open the tab Phases)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
