"""The record of a run as one tidy `pandas.DataFrame`."""

from typing import Any

import numpy as np

from keras_phases.record import schema

_ROW_COLUMNS = ("layer", "decoder", "strategy", "num_features", "probe_features")
_COUNTS = ("epoch", "num_fit_examples", "num_heldout_examples")


def tidy_frame(layout, records, *, groups):
    """One row for each (step, layer, decoder); see `PhaseHistory.to_dataframe`."""
    try:
        import pandas as pd
    except ImportError as error:
        raise ImportError('to_dataframe needs pandas: pip install "keras-phases[dataframe]".') from error
    rows = [
        _tidy(layout.metrics, step, row, values[index])
        for step, values in records
        for index, row in enumerate(layout.rows)
    ]
    left_out = ("epoch", *(() if groups else schema.GROUP_METRICS))
    columns = ["step", "epoch", *_ROW_COLUMNS, *(name for name in layout.metrics if name not in left_out)]
    frame = pd.DataFrame(rows, columns=columns)
    counts = [name for name in _COUNTS if name in frame and frame[name].notna().all()]  # pyright: ignore[reportGeneralTypeIssues] pandas's stubs
    return frame.astype({name: np.int64 for name in counts})


def _tidy(metrics, step, row, values):
    named: dict[str, Any] = dict(zip(metrics, map(float, values), strict=True))
    if "flags" in named:
        named["flags"] = ",".join(schema.unpack_flags(named["flags"]))
    return {"step": step, **{name: getattr(row, name) for name in _ROW_COLUMNS}, **named}
