"""The record of a run: every probe step's metrics, in memory and as read back from its event files."""

import bisect
import operator
import os
import pathlib
import re
import tempfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from keras_phases.arguments import meant
from keras_phases.record import event_files, schema
from keras_phases.record.forgetting import forgotten_since_minimum
from keras_phases.record.images import ImageRecords
from keras_phases.record.paths import is_remote, to_path
from keras_phases.record.phases import detect_phases, smallest_change
from keras_phases.record.probe_step import find_failure, pack_step, unpack_step
from keras_phases.record.standing_run import warn_of_damage

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from keras_phases.record.advice import Advice
    from keras_phases.record.forgetting import Forgetting
    from keras_phases.record.phases import PhaseReport
    from keras_phases.record.probe_step import ProbeStep
    from keras_phases.record.schema import Layout


class PhaseHistory:
    """All probe steps of one run, a row of metrics for each (layer, decoder) at each.

    `probe.history` holds it while training runs; `PhaseHistory.load("logs/run1")` reads it back, without TensorFlow.

    Args:
        layout: `keras_phases.record.schema.Layout`.
        records: List of `(step, values)`, steps strictly increasing, values float32 `(num_rows, num_metrics)`: probe
            steps as they are on disk, which is how they are held.
        images: `keras_phases.record.images.ImageRecords`. Defaults to `None`: the run has no images.

    Example:
        >>> from keras_phases import PhaseHistory
        >>> from keras_phases.record.probe_step import ProbeRow, ProbeStep
        >>> from keras_phases.record.schema import Layout, Row
        >>> history = PhaseHistory(Layout((Row("block1", "linear", "primal", 64, 64),)))
        >>> for step, loss in ((0, 0.5), (8, 0.4), (64, 0.2), (512, 0.1), (4096, 0.4)):
        ...     history.add(ProbeStep(step, 0, (ProbeRow("block1", "linear", {"reconstruction_loss": loss}),)))
        >>> history.phases("block1").minimum_step
        512
    """

    def __init__(
        self, layout: "Layout", records: Iterable[tuple[int, ArrayLike]] = (), images: ImageRecords | None = None
    ):
        self.layout = layout
        self._records, self._images = [], None
        for step, values in records:
            self._put(step, np.asarray(values, np.float32))
        self._images = images

    def add(self, found: "ProbeStep") -> None:
        """Appends a `ProbeStep`; it hides every earlier record at its step or beyond, as in the event files."""
        self._put(found.step, pack_step(self.layout, found))

    def _put(self, step, values):
        if values.shape != self.layout.shape:
            raise ValueError(f"A probe step has shape {self.layout.shape}, got {values.shape}.")
        schema.hide_from(self._records, step)
        self._records.append((int(step), values))
        if self._images is not None:
            self._images.hide(step)

    def add_images(self, step: int, blobs: Sequence[bytes]) -> None:
        """Appends the images of the newest probe step: PNG strips, as `ImageRecords.add` takes them."""
        self._images.add(step, blobs)  # pyright: ignore[reportOptionalMemberAccess] of a run with images

    def with_step(self, found: "ProbeStep", blobs: Sequence[bytes] | None = None) -> "PhaseHistory":
        """A history with a probe step, and its images, in the place of what this one has of it; all others stay.

        Args:
            found: `ProbeStep`.
            blobs: Its images, as `ImageRecords.add` takes them. Defaults to `None`: none.
        """
        records = {**dict(self._records), found.step: pack_step(self.layout, found)}
        images = self._images
        if images is not None:
            kept = {step: one for step, one in images.records if step != found.step}
            kept |= {} if blobs is None else {found.step: blobs}
            images = ImageRecords(images.layout, sorted(kept.items()))
        return PhaseHistory(self.layout, sorted(records.items()), images)

    @classmethod
    def load(cls, log_dir: str | os.PathLike[str]) -> "PhaseHistory":
        """Reads the history that a probe wrote under `log_dir`.

        Args:
            log_dir: The run's log folder, or the folder `phases` in it; also one such as `gs://bucket/run1`.

        Raises:
            FileNotFoundError: when there is no record, with the folders that have one.
            ValueError: when the event files hold records that do not belong together, or the names of layers and
                metrics are damaged. What else is damaged is left out, with a warning.
        """
        log_dir = to_path(log_dir)
        for directory in (log_dir / "phases", log_dir):
            run = event_files.read_run(directory)
            if run.damage and run.layout is None:
                raise ValueError(f"{run.told_damage}: no probe step is left there.")
            warn_of_damage(run.directory, run.damage, " A fit that goes on writes it anew.")
            if run.layout is not None:
                return cls(run.layout, run.records, ImageRecords.of_run(run))
        # A search through a whole bucket could take minutes.
        near = [] if is_remote(log_dir) else log_dir.glob("**/phases/*tfevents*")
        found = sorted({str(path.parent.parent) for path in near})
        hint = f"Folders that have one: {', '.join(found)}." if found else "Pass the log_dir that PhaseProbe printed."
        raise FileNotFoundError(f"There is no phases record under '{log_dir}'. {hint}")

    def __repr__(self):
        steps = self.steps.tolist()
        span = f"steps {steps[0]} to {steps[-1]}" if steps else "no probe step"
        return f"PhaseHistory({len(self)} probe steps, {span}, layers {', '.join(self.layers)})"

    def __len__(self):
        return len(self._records)

    @property
    def records(self) -> list[tuple[int, np.ndarray]]:
        """List of `(step, values)`, steps increasing: probe steps as they are on disk."""
        return list(self._records)

    def probe_step(self, step: int) -> "ProbeStep | None":
        """The `ProbeStep` of a step; None where nothing was measured."""
        values = self._values_of(step)
        return None if values is None else unpack_step(self.layout, step, values)

    def _values_of(self, step):
        place = bisect.bisect_left(self._records, step, key=operator.itemgetter(0))
        known, values = self._records[place] if place < len(self) else (None, None)
        return values if known == step else None

    @property
    def newest(self) -> "ProbeStep | None":
        """The last `ProbeStep`; None before there is one."""
        return unpack_step(self.layout, *self._records[-1]) if self._records else None

    def holds(self, found: "ProbeStep") -> bool:
        """Whether a `ProbeStep` stands here with these very values; seconds, which never come again, apart."""
        values = self._values_of(found.step)
        same = self.layout.places({*self.layout.metrics} - {"probe_seconds"})
        return values is not None and np.array_equal(
            values[:, same], pack_step(self.layout, found)[:, same], equal_nan=True
        )

    @property
    def steps(self) -> np.ndarray:
        """Probe steps, int64 `(num_steps,)`."""
        return np.array([step for step, _ in self._records], np.int64)

    @property
    def layers(self) -> list[str]:
        """Layer names in the network's order, each once."""
        return list(dict.fromkeys(row.layer for row in self.layout.rows))

    def column(self, metric: str, layer: str | int, decoder: str | None = None) -> np.ndarray:
        """One metric of a layer over all probe steps, float64 `(num_steps,)`.

        Args:
            metric: Name of a metric, such as `"reconstruction_loss"`.
            layer: Name of a layer; or the index of a row in `layout.rows`, which has one for each of its decoders.
            decoder: Name of a decoder's family. Defaults to `None`: the first of the layer's.

        Raises:
            ValueError: for an unknown metric, layer or decoder, with the choices.
        """
        known, row = self.layout.metrics, self.row_index(layer, decoder)
        index = self.layout.column_places.get(metric)
        if index is None:
            raise ValueError(f"Unknown metric {metric!r}.{meant(metric, known)} Expected one of: {', '.join(known)}.")
        return np.array([values[row, index] for _, values in self._records], np.float64)

    def groups(self, row: int) -> np.ndarray | None:
        """Mean losses of the fixed held-out groups, `(num_steps, num_groups)`; None where there are none."""
        names = [name for name in schema.GROUP_METRICS if name in self.layout.metrics]
        if not names:
            return None
        groups = np.stack([self.column(name, row) for name in names], axis=1)
        measured = ~np.isnan(groups).all(axis=0)
        return groups[:, measured] if measured.sum() > 1 else None

    def before_failure(self) -> "PhaseHistory":
        """The history before weights were NaN or infinite for the first time; all of it where they never were."""
        place = find_failure(self.layout, self._records)
        return self if place is None else PhaseHistory(self.layout, self._records[:place])

    def row_index(self, layer: str | int, decoder: str | None = None) -> int:
        """Index of the row of a layer, the first of its decoders where none is named; an index of a row stays one.

        Raises:
            ValueError: for an unknown layer or decoder, with the choices.
        """
        rows = self.layout.rows
        if isinstance(layer, (int, np.integer)) and decoder is None and -len(rows) <= layer < len(rows):
            return int(layer) % len(rows)
        if (layer, decoder) in self.layout.row_places:
            return self.layout.row_places[layer, decoder]  # pyright: ignore[reportArgumentType] a name
        choices = ", ".join(f"'{row.layer}' ({row.decoder})" for row in rows)
        wanted = f"{layer!r}" if decoder is None else f"{layer!r} with decoder {decoder!r}"
        near = meant(layer, self.layers) or meant(decoder, [row.decoder for row in rows])
        raise ValueError(f"{wanted} is not in this history.{near} Expected one of: {choices}.")

    def phases(self, layer: str, decoder: str | None = None, *, confidence: float = 0.95) -> "PhaseReport":
        """The `PhaseReport` of a layer's reconstruction loss; changes below `smallest_change` are no phases.

        It ends where weights were NaN or infinite for the first time.

        Args:
            layer: Name of a layer.
            decoder: Name of a decoder's family. Defaults to `None`: the first of the layer's.
            confidence: How sure a decrease or an increase must be; see `detect_phases`. Defaults to `0.95`.
        """
        row, metrics, sound = self.row_index(layer, decoder), self.layout.metrics, self.before_failure()
        losses = sound.column("reconstruction_loss", row)
        stderr = sound.column("reconstruction_stderr", row) if "reconstruction_stderr" in metrics else None
        unit = sound.column("mean_image_loss", row)[-1] if "mean_image_loss" in metrics and len(sound) else np.nan
        options = {"minimum_change": smallest_change(losses, unit), "confidence": confidence}
        return detect_phases(sound.steps, losses, stderr, sound.groups(row), **options)

    def breakdown(
        self, kind: str, layer: str, decoder: str | None = None, *, explained: bool = False
    ) -> dict[str, np.ndarray]:
        """The reconstruction loss of a layer by part, over all probe steps.

        Args:
            kind: `"class"`, `"channel"`, `"colour"`, `"frequency"`, `"position"`, `"component"`, `"difficulty"`, or
                that of a quantity of one's own.
            layer: Name of a layer.
            decoder: Name of a decoder's family. Defaults to `None`: the first of the layer's.
            explained: Whether to give the explained variance of each part, `1 - loss / that of the mean image`, in the
                place of its mean squared error per element. Defaults to `False`.

        Returns:
            Dict from the name of each part to its values, float64 `(num_steps,)`; NaN where one was not measured.

        Raises:
            ValueError: for a kind that this history does not have, with the choices, an unknown layer, and for parts
                without explained variance where that is asked for.
        """
        from keras_phases.record.parts import losses_by_part

        return losses_by_part(self, kind, self.row_index(layer, decoder), explained=explained)

    def forgotten(
        self, layer: str, decoder: str | None = None, *, report: "PhaseReport | None" = None
    ) -> "Forgetting | None":
        """What a layer has lost since its reconstruction minimum; see `keras_phases.record.forgetting.find_forgotten`.

        Args:
            layer: Name of a layer.
            decoder: Name of a decoder's family. Defaults to `None`: the first of the layer's.
            report: The `PhaseReport` of the same, where it is there already. Defaults to `None`.

        Returns:
            A `keras_phases.record.forgetting.Forgetting`; None where the loss has not risen, or without breakdowns.
        """
        row = self.row_index(layer, decoder)
        return forgotten_since_minimum(self, row, report or self.phases(layer, decoder))

    def advice(self, transfer: str | None = None) -> "Advice":
        """Which step of which layer to keep, as an `Advice` of `keras_phases.record.advice`; it may abstain.

        Args:
            transfer: Name of a label set that was measured with `PhaseProbe(transfer=...)`, whose held-out losses then
                decide over layers and steps. Defaults to `None`: the record of the last layer decides, without labels
                of another task.

        Raises:
            ValueError: for a label set that was not measured, with the choices.
        """
        from keras_phases.record import advice

        if transfer is not None:
            return advice.advise_by_transfer(self, transfer)
        return advice.advise_without_labels(self, self.layers[-1])

    def flags(self, layer: str, decoder: str | None = None) -> list[str]:
        """Names of the flags that any record of a layer carries."""
        return sorted({name for value in self.column("flags", layer, decoder) for name in schema.unpack_flags(value)})

    @property
    def image_steps(self) -> np.ndarray:
        """Probe steps that have images, int64; empty where the run recorded none."""
        return np.array([] if self._images is None else self._images.steps, np.int64)

    def reconstructions(self, step: int, layer: str, decoder: str | None = None) -> np.ndarray:
        """What a layer's decoder made of the same few held-out examples at a probe step.

        They come from the very decoder whose loss stands in the record, and are compared with `inputs_of(layer)`. They
        were kept in 8 bits: off by up to 1/510 of the range of the examples, and clipped to that range. Images with a
        side above 64 are area-averaged to 64.

        Args:
            step: A probe step among `image_steps`.
            layer: Name of a layer.
            decoder: Name of a decoder's family. Defaults to `None`: the first of the layer's.

        Returns:
            float32 array `(num_examples, h, w, c)` in units of the target as fed.

        Raises:
            ValueError: for a step without images or an unknown layer or decoder, with the choices; in a run without
                images.
        """
        return self._known_images().reconstructions(int(step), self.row_index(layer, decoder))

    @property
    def inputs(self) -> np.ndarray:
        """The examples of `reconstructions`, as the first layer's decoder is to reconstruct them; 8 bits, as those."""
        return self._known_images().inputs()

    def inputs_of(self, layer: str, decoder: str | None = None) -> np.ndarray:
        """The examples in the form that a layer's decoder reconstructs: cropped, or area-averaged, where that is."""
        return self._known_images().inputs(self.row_index(layer, decoder))

    @property
    def images(self) -> ImageRecords | None:
        """`ImageRecords`, as they are on disk; None where the run has none."""
        return self._images

    def blobs(self, step: int) -> Sequence[bytes] | None:
        """The images of a probe step as they are on disk; None where there are none."""
        return None if self._images is None else self._images.at(int(step))

    def _known_images(self):
        if self._images is None:
            raise ValueError(
                "This history has no images. Expected a run with images=8 on images, volumes or video of one or three "
                "channels, or on signals; images=0 turns them off, and records of earlier versions have none."
            )
        return self._images

    def to_dataframe(self, *, groups: bool = False) -> "pd.DataFrame":
        """A tidy `pandas.DataFrame`, one row for each (step, layer, decoder).

        Columns: `step`, `epoch`, the row's `layer`, `decoder`, `strategy`, `num_features`, `probe_features`, then the
        metrics; `flags` is text, names joined by commas; `probe_seconds` is the wall time of the whole probe step.

        Args:
            groups: Whether the mean losses of the 20 fixed held-out groups come with it. Defaults to `False`.

        Raises:
            ImportError: when pandas is missing.
        """
        from keras_phases.record.frame import tidy_frame

        return tidy_frame(self.layout, self._records, groups=groups)

    def summary(self) -> None:
        """Prints what `fit` prints at its end: the phases of every layer, three answers and the advice."""
        from keras_phases.record.console import print_phases

        print_phases(self)

    def _repr_html_(self):
        """The same in a notebook."""
        from keras_phases.record.notebook import describe_history

        return describe_history(self)

    def plot(self, **options: Any) -> "Figure":
        """The picture of the run; see `keras_phases.record.plots.plot_history` for the options."""
        from keras_phases.record.plots import plot_history

        return plot_history(self, **options)

    def report(self, path: str | os.PathLike[str], *, title: str | None = None) -> None:
        """Writes the Phases tab of this run as one HTML file that opens without a server.

        Args:
            path: The HTML file.
            title: Title of the page, and name of the run in it, which what is saved there is named after. Defaults to
                `None`: the name of the model.

        Raises:
            ValueError: when there is no probe step yet.
            OSError: when the file cannot be written.
        """
        if not len(self):
            raise ValueError("This history holds no probe step yet: nothing to report. Call it after fit has started.")
        from tensorboard_plugin_phases.report_page import write_report

        title = title or str(self.layout.run.get("model") or "run")
        with tempfile.TemporaryDirectory() as folder:
            directory = pathlib.Path(folder) / (re.sub(r"[^\w.-]", "_", title).strip(".")[:100] or "run") / "phases"
            event_files.write_events(directory, self.layout, self._records, self._images)
            write_report(folder, path, title=title)
