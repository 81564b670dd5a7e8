"""Which checkpoint of a training shall go on to a second task? Asked, answered and pushed by a pipeline.

    python examples/transfer_pipeline.py --pipeline_root=logs/pipeline
    python examples/transfer_pipeline.py --pipeline_root=logs/pipeline     # at once: everything is cached

Trains a quarter-width VGG-8 on the digits 0 to 4, measures all blocks of every checkpoint, finds the phases of each,
takes the latest checkpoint that has forgotten next to nothing, asks all checkpoints to tell the digits 5 to 9 by a
linear probe on their last features, and pushes the chosen one into a versioned folder, if it serves that task at least
as well as the last one. A run that is killed goes on where it was; a run with another flag does again only what depends
on it. `tensorboard --logdir logs/pipeline` shows the records. Needs no network: the digits come with scikit-learn.

Hardware and time: 2 CPU cores, under 3 minutes; a second run under 1 s. Expected (seed 0): the reconstruction loss
of the last features has its minimum at step 181, where they tell the other digits to .977, against .957 at the end (258
test images, so that the intervals overlap); the step that is taken lies there or later. That its loss rises again is
not sure on 256 held-out images. All this is about frozen features: full fine-tuning can still gain from longer
pre-training (Deng et al., ICCV 2023, arXiv 2203.04668).
"""

import json
import pathlib
import sys

from absl import app, flags

from keras_phases import ProbeSettings
from keras_phases.components import (
    ComponentError,
    DatasetGen,
    LocalRunner,
    PhaseAnalyzer,
    PhaseTrainer,
    ProbeSweep,
    Pusher,
    TransferEvaluator,
)

ROOT = flags.DEFINE_string("pipeline_root", "logs/pipeline", "Folder of all that is made.")
PUSH_TO = flags.DEFINE_string("push_to", None, "Folder of the versions; <pipeline_root>/serving by default.")
DATASET = flags.DEFINE_string("dataset", "digits", "'digits', or a TFDS set.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
SOURCE = flags.DEFINE_list("source_classes", ["0", "1", "2", "3", "4"], "Classes to train on.")
TARGET = flags.DEFINE_list("target_classes", ["5", "6", "7", "8", "9"], "Classes of the second task.")
MODEL = flags.DEFINE_string("model", "vgg8", "A network of keras_phases.models, or module:function.")
WIDTH = flags.DEFINE_integer("width", 8, "Of that network; 0 for one that has no width.", lower_bound=0)
EPOCHS = flags.DEFINE_integer("epochs", 50, "Epochs of the training, 21 steps each on the digits.", lower_bound=1)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 32, "Rows of a training batch.", lower_bound=1)
LIVE_LAYERS = flags.DEFINE_string("live_layers", "block5_relu", "Layers that are measured while it trains.")
LAYERS = flags.DEFINE_string("layers", "blocks", "Layers that the sweep measures: 'auto', 'blocks', a name or a glob.")
TOLERANCE = flags.DEFINE_float("tolerance", 0.01, "Accuracy that the chosen model may lack.", lower_bound=0)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, shuffling and probe rows.")


def build_pipeline():
    """The components; constructing them checks their arguments and does nothing else."""
    data = {"dataset": DATASET.value, "data_dir": DATA_DIR.value}
    source = DatasetGen(classes=list(map(int, SOURCE.value)), **data).with_id("SourceData")
    target = DatasetGen(classes=list(map(int, TARGET.value)), **data).with_id("TargetData")
    trainer = PhaseTrainer(
        examples=source.outputs["examples"],
        build_model=MODEL.value,
        model_options={"width": WIDTH.value} if WIDTH.value else {},
        epochs=EPOCHS.value,
        batch_size=BATCH_SIZE.value,
        probe=ProbeSettings(layers=LIVE_LAYERS.value),
        per_doubling=2,
        seed=SEED.value,
    )
    sweep = ProbeSweep(
        model_run=trainer.outputs["model_run"],
        examples=source.outputs["examples"],
        probe=ProbeSettings(layers=LAYERS.value),
    )
    analyzer = PhaseAnalyzer(record=sweep.outputs["record"], model_run=trainer.outputs["model_run"])
    evaluator = TransferEvaluator(
        model=analyzer.outputs["model"],
        model_run=trainer.outputs["model_run"],
        examples=target.outputs["examples"],
        tolerance=TOLERANCE.value,
    )
    pusher = Pusher(
        model=analyzer.outputs["model"],
        model_blessing=evaluator.outputs["blessing"],
        base_directory=PUSH_TO.value or str(pathlib.Path(ROOT.value, "serving")),
    )
    return [source, target, trainer, sweep, analyzer, evaluator, pusher]


def print_result(done):
    """What was found, from the files that the components wrote."""
    [analysis], [evaluation] = (
        done["PhaseAnalyzer"].outputs["analysis"],
        done["TransferEvaluator"].outputs["evaluation"],
    )
    found = json.loads(pathlib.Path(analysis.uri, "analysis.json").read_text())
    for layer, report in found["layers"].items():
        print(f"{layer}: {report['description']}")
    print(f"Chosen: step {found['chosen']['step']}, {found['chosen']['why']}.\n{found['advice']['text']}\n")
    print(pathlib.Path(evaluation.uri, "evaluation.txt").read_text())
    [pushed] = done["Pusher"].outputs["pushed_model"]
    print(f"Pushed: {pushed.properties.get('pushed_destination', 'nothing, for the model is not blessed')}")


def main(_):
    """Runs the pipeline."""
    try:
        done = LocalRunner(ROOT.value, allow_imports=":" in MODEL.value).run(build_pipeline())
    except (ValueError, ComponentError) as error:
        sys.exit(f"transfer_pipeline: {error}")
    print_result(done)


if __name__ == "__main__":
    app.run(main)
