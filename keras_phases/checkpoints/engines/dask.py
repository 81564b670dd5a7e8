"""Dask as the engine of a replay: workers of a cluster measure checkpoints, the process with the client writes.

What workers need beyond the checkpoints lies in a file in the folder of the log meanwhile, not in the cluster's memory:
a worker that dies takes nothing with it but what it was measuring, which the scheduler has another one measure.
Importing this loads neither Dask nor Keras; `pip install "keras-phases[dask]"` brings Dask.
"""

import contextlib
import dataclasses
import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from keras_phases.checkpoints.engines.engine import Engine, Piece, Sweep
from keras_phases.checkpoints.engines.orders import dismiss, give_orders, hire
from keras_phases.checkpoints.whole_files import write_file
from keras_phases.record.paths import to_fixed, to_path

if TYPE_CHECKING:
    from keras_phases.checkpoints.engines.engine import Results


class ClusterError(RuntimeError):
    """Checkpoints could not be measured by a cluster; all others stand in the record."""


@dataclasses.dataclass(frozen=True)
class Dask(Engine):
    """Has the workers of a Dask cluster measure the checkpoints, to the loop's record bit for bit but for its seconds.

        replay("checkpoints", model, data, engine=Dask(Client("tcp://host:8786")), log_dir="/shared/logs/run1")

    Each checkpoint is written once it is measured. Workers must reach checkpoints and `log_dir` by the paths that this
    process has; one that is killed is replaced by another. `pip install "keras-phases[dask]"` brings Dask.

    Args:
        client: `distributed.Client`.

    Raises:
        ValueError: for something else.
    """

    client: Any

    def __post_init__(self):
        if not all(hasattr(self.client, name) for name in ("map", "scheduler_info")):
            raise ValueError(
                f"client is a {type(self.client).__name__}. Expected a distributed.Client, such as "
                'Client("tcp://host:8786"); pip install "keras-phases[dask]" brings it.'
            )

    def map(self, sweep: Sweep, work: Sequence[Piece], tell: Callable[[str], None]) -> "Results":
        """See `Engine.map`.

        Raises:
            ClusterError: when the cluster gave some checkpoints up; after all others.
        """
        if not work:
            return
        orders, arrays = give_orders(sweep, "Dask")
        path = to_fixed(sweep.log_dir / f"dask-arrays-{orders.digest[:16]}.npz")
        write_file(path, arrays)
        measure, failures, futures = functools.partial(measure_piece, orders=orders, path=str(path)), [], []
        try:
            sent = [piece.at(str(to_fixed(piece.saved.path))) for piece in work]
            futures = self.client.map(measure, sent, pure=False)
            # In the order of the steps, so that each is appended to the record.
            for piece, future in zip(work, futures, strict=True):
                try:
                    found = future.result()
                except Exception as error:
                    failures.append(f"step {piece.saved.step:,}, {type(error).__name__}: {error}")
                    continue
                yield piece.saved, [_read(sweep, piece.saved, content) for content in found]
                future.release()
        finally:
            path.unlink(missing_ok=True)
            with contextlib.suppress(Exception):  # of a cluster that is gone
                self.client.cancel(futures)
                self.client.run(dismiss, orders, on_error="ignore")
        if failures:
            raise ClusterError(
                f"The cluster gave up {len(failures)} of {len(work)} checkpoints, the first: {failures[0]} Put right "
                "what is named and call it again: all others stand in the record."
            )


def measure_piece(piece, *, orders, path):
    """What a worker does.

    Args:
        piece: `Piece`; the path of the checkpoint is text.
        orders: `Orders`.
        path: Where their arrays lie.

    Returns:
        What came of each cell, as `pack_measured` packs it.
    """
    worker = hire(orders, to_path(path).read_bytes)
    from keras_phases.checkpoints.replay_cells import pack_measured

    return [pack_measured(measured) for measured in worker.measure(piece.at(to_path(piece.saved.path)))]


def _read(sweep, saved, content):
    from keras_phases.checkpoints.replay_cells import check_measured, unpack_measured

    measured = unpack_measured(content)
    check_measured(sweep, saved, measured.places[0], measured)
    return measured
