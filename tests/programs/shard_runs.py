"""A sweep in shards whose processes are killed, for kill_runs.py."""

import warnings

from builders.sweeps import bits_of, play, write_sweep

from keras_phases.checkpoints.engines.shards import Shard
from keras_phases.checkpoints.replay_cells import CellMeter

NUM_STEPS, NUM_SHARDS, TAPS = 12, 3, ["a", "b", "c", "d", "e"]


def prepare(folder):
    """Checkpoints, and the record of the loop."""
    write_sweep(folder, TAPS, NUM_STEPS)
    play(folder, folder / "loop", layers=TAPS)


def measure(folder, log_dir, index, tell):
    """One shard, to its end; tells each checkpoint that is written."""
    take = CellMeter.take
    tell("begun")

    def take_and_tell(meter, saved, found):
        taken = take(meter, saved, found)
        tell("took", saved.step)
        return taken

    CellMeter.take = take_and_tell
    warnings.simplefilter("ignore")
    play(folder, log_dir, Shard(index, NUM_SHARDS), layers=TAPS)


def is_loop(folder, log_dir):
    """Whether the record is that of the loop bit for bit but for seconds."""
    return bits_of(log_dir) == bits_of(folder / "loop")
