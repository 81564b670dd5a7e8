"""What does one probe step cost, beside the other ways of measuring the same, and beside the hardware's limits?

    python benchmarks/probe_cost.py --case=vgg8 --data_dir=DIR       # DIR: prepared TFDS sets; --data=digits needs none

| `--case=` | one probe step of ours beside | 2 CPU cores |
|---|---|---|
| `paper_loops` | the paper's loops in PyTorch: decoder, two probes, 20 epochs; a 512-wide tap, 50,000 rows | 10 min |
| `naive_keras` | a new `keras.Model` and `fit` for each layer, 20 epochs; 10,000 rows, 512 and 2,048 features | 8 min |
| `vgg8` | the bare forward pass over the same rows; all five taps of VGG-8, 10,000 rows; by stage | 3 min |
| `transfer` | the same without further labels: a label function on the same rows, other rows; as `vgg8` | 3 min |
| `quantities` | the same without quantities: by default, and all of them; as `vgg8` | 3 min |
| `resnet50` | the bare forward pass; 16 blocks of ResNet-50, 224 px, 1,000 rows; sampled and all positions | 20 min |
| `peers` | scikit-learn Ridge, RidgeCV, LogisticRegression, himalaya, float64 Cholesky; given features | 30 min |

Writes `<output>/probe_cost-<case>.json`; `python benchmarks/table.py` renders all results. Ratios are taken within a
round, contenders in turn, so that they hold on a busy machine where seconds do not. How to read them: a ratio of 40
means that the peer takes 40 times our seconds; against the forward pass 1 is the least that any probe can cost.

Peers of `paper_loops` and `peers` that are not installed are left out, and the result says so:
`pip install "keras-phases[bench]"`. `--epochs` below 20 measures that many and extrapolates, which the result says too.
"""

import types

import closed_forms
import harness
import loops
import step_cost
from absl import app, flags

CASES = {
    "paper_loops": loops.paper_loops,
    "naive_keras": loops.naive_keras,
    "vgg8": step_cost.vgg8,
    "transfer": step_cost.transfer,
    "quantities": step_cost.quantities,
    "resnet50": step_cost.resnet50,
    "peers": closed_forms.peers,
}
VGG8_ROWS = {"data": "cifar10", "examples": 10_000, "heldout": 2_000, "batch_size": 256, "image_size": None}
DEFAULTS = {
    "paper_loops": VGG8_ROWS | {"examples": 50_000, "heldout": 10_000, "layers": ["block5_relu"]},
    "naive_keras": VGG8_ROWS | {"layers": ["block5_relu", "block3_relu"]},
    "vgg8": VGG8_ROWS | {"layers": ["auto"]},
    "transfer": VGG8_ROWS | {"layers": ["auto"]},
    "quantities": VGG8_ROWS | {"layers": ["auto"]},
    # 40 rows a batch: the outputs of 16 blocks for 256 rows would take 6 GB.
    "resnet50": {
        "data": "random",
        "examples": 800,
        "heldout": 200,
        "batch_size": 40,
        "image_size": 224,
        "layers": ["conv*_block*_out"],
    },
    "peers": VGG8_ROWS | {"layers": ["block5_relu", "block4_relu", "block3_relu"]},
}

CASE = flags.DEFINE_enum("case", None, list(CASES), "What to measure; see above.", required=True)
DATA = flags.DEFINE_string("data", None, "Rows: 'random' (smooth images), 'digits' or a TFDS set; by case.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
EXAMPLES = flags.DEFINE_integer("examples", None, "Fit rows, rounded down to whole batches; by case.", lower_bound=2)
HELDOUT = flags.DEFINE_integer("heldout", None, "Held-out rows, rounded down likewise; by case.", lower_bound=2)
BATCH_SIZE = flags.DEFINE_integer("batch_size", None, "Rows of a probe batch; by case.", lower_bound=2)
IMAGE_SIZE = flags.DEFINE_integer("image_size", None, "Height and width that images are enlarged to; by case.")
LAYERS = flags.DEFINE_list("layers", None, "Taps, as PhaseProbe takes them; by case.")
WIDTH = flags.DEFINE_integer("width", 32, "Channels of the first block of VGG-8.", lower_bound=1)
TRAIN_STEPS = flags.DEFINE_integer(
    "train_steps", 128, "Steps of the paper's SGD before measuring; not for resnet50.", lower_bound=0
)
EPOCHS = flags.DEFINE_integer("epochs", 2, "Epochs of the loops that are run, of 20; 20 runs all.", lower_bound=2)
REPEATS = flags.DEFINE_integer("repeats", 3, "Rounds of all contenders.", lower_bound=1)
MATRIX_SIZE = flags.DEFINE_integer("matrix_size", 3072, "Side of the products that give the machine's rate.")
SEED = flags.DEFINE_integer("seed", 0, "Of weights, rows and positions.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of results.")
SUFFIX = flags.DEFINE_string("suffix", "", "Added to the result's name, to keep several of one case.")


def main(_):
    """Measures one case and writes its result."""
    given = harness.flag_settings(flags.FLAGS, __name__, without=("data_dir",))
    defaults = DEFAULTS[CASE.value]
    given = {name: defaults.get(name) if entry is None else entry for name, entry in given.items()}
    settings = types.SimpleNamespace(**given, data_dir=DATA_DIR.value)
    result = CASES[CASE.value](settings)
    recorded = {name: entry for name, entry in given.items() if name not in ("output", "suffix")}
    name = "-".join(part for part in ("probe_cost", CASE.value, SUFFIX.value) if part)
    harness.write_result(OUTPUT.value, name, settings=recorded, **result)


if __name__ == "__main__":
    app.run(main)
