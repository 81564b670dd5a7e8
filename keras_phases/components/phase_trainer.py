"""`PhaseTrainer`: trains a network with a `PhaseProbe` in it and keeps the checkpoint of every probe step."""

import contextlib
import dataclasses
import pathlib
import shutil
import time
import warnings
from typing import Annotated, Literal

from keras_phases.checkpoints.whole_files import check_room
from keras_phases.components.artifacts import Examples, ModelRun, PhaseRecord
from keras_phases.components.base import BaseComponent, BaseExecutor, ExecutorClassSpec
from keras_phases.components.dataset_gen import read_examples
from keras_phases.components.example_files import as_fed
from keras_phases.components.networks import CHECKPOINT, build, check_build_model, digest_source
from keras_phases.components.spec import AtLeastOne, ChannelParameter, ComponentSpec, NotNegative, parameters_of
from keras_phases.measure.settings import ProbeSettings
from keras_phases.signatures import describes
from keras_phases.warning import PhaseWarning

BACKUP_SECONDS = 60.0
"""At the end of an epoch the training is backed up where the newest backup is older; so much is lost by a kill."""


@dataclasses.dataclass(frozen=True)
class TrainingSettings:
    """What is trained, and what of it is kept.

    Args:
        build_model: One of the networks of `keras_phases.models`, or a name that `register_network` has given a
            function, called as `function(input_shape=..., num_classes=..., **model_options)`; a model that it does not
            compile is to end in logits. Classes of its own are registered by `keras.saving`. `"module:function"` is
            imported where the runner has `allow_imports=True`. Defaults to `"vgg8"`.
        model_options: Dict of further arguments of that function, such as `{"width": 8}`. Defaults to `{}`.
        epochs: Epochs. Defaults to `10`.
        batch_size: Rows of a batch. Defaults to `128`.
        learning_rate: Of SGD. Defaults to `0.002`.
        probe: `ProbeSettings`, what is measured: all of them that JSON can hold, or a dict of such; its seed is `seed`
            where it has none. Defaults to `{}`: what `PhaseProbe()` measures.
        per_doubling: Probe steps, and so checkpoints, for each doubling of steps. Defaults to `1`.
        batch_norm: `"recalibrate"`: moving statistics in the checkpoints are measured anew on the fit rows, for in the
            first hundred steps, where a minimum may lie, they have not settled; `"moving"`: as they are. Defaults to
            `"recalibrate"`.
        seed: Of weights, order of the rows and choice of probe rows. Defaults to `0`.
    """

    build_model: str = "vgg8"
    model_options: dict = dataclasses.field(default_factory=dict)
    epochs: AtLeastOne = 10
    batch_size: AtLeastOne = 128
    learning_rate: NotNegative = 0.002
    probe: dict = dataclasses.field(default_factory=dict)
    per_doubling: AtLeastOne = 1
    batch_norm: Literal["recalibrate", "moving"] = "recalibrate"
    seed: Annotated[int, 0] = 0


class PhaseTrainerSpec(ComponentSpec):
    """The arguments of `PhaseTrainer`."""

    PARAMETERS = parameters_of(TrainingSettings)
    INPUTS = {"examples": ChannelParameter(type=Examples)}
    OUTPUTS = {"model_run": ChannelParameter(type=ModelRun), "record": ChannelParameter(type=PhaseRecord)}


class PhaseTrainerExecutor(BaseExecutor):
    """Trains, from the newest backup where there is one."""

    RESUMES = True

    def Do(self, input_dict, output_dict, exec_properties):
        from keras_phases.backend.random_states import keep_random_states

        with keep_random_states():
            self._train(input_dict, output_dict, TrainingSettings(**exec_properties))

    def _train(self, input_dict, output_dict, settings):
        [examples], [model_run], [record] = input_dict["examples"], output_dict["model_run"], output_dict["record"]
        (x, y), heldout = read_examples(examples)
        model = _build_model((x, y), examples, settings)
        backup = build_backup(self.tmp_dir / "backup")  # pyright: ignore[reportOptionalOperand] who resumes has one
        epoch = backup.restore(model)
        if epoch == 0:
            _empty(model_run.uri, record.uri)
        _seed(settings.seed + epoch)  # not the order of rows and the dropout of the first epochs once more
        probe, keep = _measure_and_keep(record.uri, model_run.uri, settings)
        fed, validation = (as_fed(*rows, settings.batch_size, seed=settings.seed + epoch) for rows in ((x, y), heldout))
        with warnings.catch_warnings(), contextlib.ExitStack() as stack:
            # What came after the backup is trained and measured again.
            warnings.filterwarnings("ignore", ".*this run replaces them", PhaseWarning)
            stack.callback(probe.close)  # a fit that fails has no end
            model.fit(
                **fed,
                epochs=settings.epochs,
                verbose=0,  # pyright: ignore[reportArgumentType] Keras's stubs
                validation_data=heldout if "y" in validation else validation["x"],
                callbacks=[probe, keep, backup],
                initial_epoch=epoch,
            )
        _describe(model_run, record, keep, probe.history, settings.build_model)

    @classmethod
    def fingerprints(cls, exec_properties):
        return digest_source(exec_properties["build_model"])


@describes(TrainingSettings)
class PhaseTrainer(BaseComponent):
    """Trains a network and measures its layers while it learns.

    Cross-entropy, SGD with momentum 0.9 and no augmentation, as in the paper, unless `build_model` returns a compiled
    model. `PhaseCheckpoint` keeps the whole model at every probe step. A training that is killed goes on from its
    newest backup, which is at most a minute and an epoch old; the rows then come in another order than they would have.

    Args:
        examples: Channel of `Examples`; the test rows are held out.

    Outputs: `model_run`, the checkpoints; `record`, what was measured.

    Example:
        >>> from keras_phases.components import DatasetGen, PhaseTrainer
        >>> digits = DatasetGen(dataset="digits")
        >>> trainer = PhaseTrainer(examples=digits.outputs["examples"], model_options={"width": 8}, epochs=25)
        >>> sorted(trainer.outputs)
        ['model_run', 'record']
    """

    SPEC_CLASS = PhaseTrainerSpec
    EXECUTOR_SPEC = ExecutorClassSpec(PhaseTrainerExecutor)

    def check(self) -> None:
        check_build_model(self.exec_properties["build_model"], self.exec_properties["model_options"])
        ProbeSettings.from_config(self.exec_properties["probe"])


def _build_model(rows, examples, settings):
    """The network for some rows, built from the seed, and compiled."""
    import keras

    x, y = rows
    _seed(settings.seed)
    num_classes = examples.properties.get("num_classes", int(y.max()) + 1)
    model = build(settings.build_model, x.shape[1:], num_classes, settings.model_options)
    if not model.compiled:
        model.compile(
            keras.optimizers.SGD(settings.learning_rate, momentum=0.9),
            keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            metrics=["accuracy"],
        )
    return model


def _measure_and_keep(log_dir, folder, settings):
    """The probe and its `PhaseCheckpoint`."""
    from keras_phases.callbacks.phase_checkpoint import PhaseCheckpoint
    from keras_phases.callbacks.phase_probe import PhaseProbe
    from keras_phases.schedule import LogSpaced

    measured = ProbeSettings.from_config({"seed": settings.seed} | settings.probe).knobs()
    schedule = LogSpaced(per_doubling=settings.per_doubling)
    probe = PhaseProbe(log_dir=log_dir, schedule=schedule, on_error="raise", **measured)
    statistics = "recalibrate" if settings.batch_norm == "recalibrate" else None
    return probe, PhaseCheckpoint(probe, pathlib.Path(folder, CHECKPOINT), max_kept=None, batch_norm=statistics)


def _seed(seed):
    import keras

    keras.utils.set_random_seed(seed)


def _empty(*folders):
    for folder in folders:
        shutil.rmtree(folder)
        pathlib.Path(folder).mkdir()


def _describe(model_run, record, keep, history, build_model):
    """Properties of the outputs; fails where a probe step has no checkpoint."""
    steps = history.steps.tolist()
    if [one.step for one in keep.checkpoints] != steps:
        raise OSError(
            f"There are checkpoints of {len(keep.checkpoints)} of {len(steps)} probe steps: is the disk full?"
        )
    model_run.update(num_checkpoints=len(steps), last_step=steps[-1], build_model=build_model)
    record.update(num_steps=len(steps), layers=history.layers)


def build_backup(folder):
    """A callback that keeps the newest epoch in `folder`, whole at any instant."""
    import keras

    class Backup(keras.callbacks.Callback):
        def restore(self, model):
            """The epochs that are done, whose weights and optimizer state the model now has; 0 without a backup."""
            folder.mkdir(parents=True, exist_ok=True)
            self._newest = time.monotonic()
            files = sorted(folder.glob("epoch-*.weights.h5"))
            if not files:
                return 0
            model.optimizer.build(model.trainable_variables)
            model.load_weights(files[-1])
            return int(files[-1].name.removesuffix(".weights.h5").removeprefix("epoch-"))

        def on_epoch_end(self, epoch, logs=None):
            """Writes a backup where the newest is old."""
            if time.monotonic() - self._newest < BACKUP_SECONDS:
                return
            earlier, path = list(folder.glob("epoch-*")), folder / f"epoch-{epoch + 1:08d}.weights.h5"
            writing = folder / "writing.weights.h5"
            check_room(writing, self.model)
            self.model.save_weights(writing, overwrite=True)  # pyright: ignore[reportOptionalMemberAccess] Keras has set it
            writing.replace(path)
            for file in earlier:
                file.unlink()
            self._newest = time.monotonic()

    return Backup()
