"""The demo runs: real small trainings as PhaseProbe recorded them, to look at the tab without training anything.

    keras-phases demo logs/demo
    tensorboard --logdir logs/demo            # then open the tab Phases

Two quarter-width VGG-8 that differ in their seed, a ResNet-10 of width 16 and a small vision transformer, on 1,280 of
scikit-learn's handwritten digits; the first VGG-8 with images, breakdowns and a further task. Their event files stand
compressed in `demo_runs/`; `examples/demo_runs.py` trains them anew. Loads neither Keras nor TensorFlow.
"""

import gzip
import pathlib

FOLDER = pathlib.Path(__file__).parent / "demo_runs"
FIRST = "vgg8-seed0"
"""The run that the tab is opened with, the newest: in it the loss of the last features falls and rises again."""
_SUFFIX = ".tfevents.gz"


def write_demo(log_dir):
    """Writes all demo runs under `log_dir`.

    Args:
        log_dir: Folder; made where it is missing. Run `vgg8-seed0` goes to `vgg8-seed0/phases` in it.

    Returns:
        The paths of the event files.

    Raises:
        FileExistsError: when a folder of a run stands there already; then nothing is written.
        OSError: when the folder cannot be written.
    """
    log_dir = pathlib.Path(log_dir)
    folders = {
        path: log_dir / path.name.removesuffix(_SUFFIX) / "phases" for path in sorted(FOLDER.glob(f"*{_SUFFIX}"))
    }
    standing = [str(folder.parent) for folder in folders.values() if folder.parent.exists()]
    if standing:
        raise FileExistsError(f"{', '.join(standing)} exists already. Name another folder, or remove it.")
    return [_write_run(path, folder) for path, folder in folders.items()]


def _write_run(path, folder):
    folder.mkdir(parents=True)
    written = folder / "events.out.tfevents.0000000001.demo"
    written.write_bytes(gzip.decompress(path.read_bytes()))
    return written
