"""What do the blocks of a vision transformer keep of its image, and what does its class token know of it?

    python examples/vit.py                          # digits, 256 steps
    python examples/vit.py --dataset=cifar10 --data_dir=DIR --max_steps=2048
    tensorboard --logdir=logs/vit                   # tab Phases

Trains a small ViT: patches of 4 x 4 pixels, a class token before them, three blocks. Each block's tokens of the patches
are the map of their grid, from which the image is decoded and the label told; the class token, a vector, is measured
beside them. Prints what each explains of the image and how well it tells the label, at the first, a middle and
the last probe step, and draws `<log_dir>.png`.

Hardware and time: 2 CPU cores, some minutes.
"""

import keras
from absl import app, flags
from keras import layers, ops

from keras_phases import PhaseProbe, datasets

DATASET = flags.DEFINE_string("dataset", "digits", "'digits' or a TFDS image classification set.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets.")
MAX_STEPS = flags.DEFINE_integer("max_steps", 256, "Training steps, rounded up to whole epochs.", lower_bound=1)
NUM_BLOCKS = flags.DEFINE_integer("num_blocks", 3, "Transformer blocks.", lower_bound=1)
WIDTH = flags.DEFINE_integer("width", 48, "Features of a token.", lower_bound=4)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 64, "Rows of a training batch.", lower_bound=1)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, shuffling and probe rows.")
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/vit", "Folder of the record.", allow_override=True)


class Tokens(layers.Layer):
    """Patches of an image as tokens with positions, behind a token for the class."""

    def __init__(self, patch_size, width, **options):
        super().__init__(**options)
        self.patches = layers.Conv2D(width, patch_size, strides=patch_size, name="patches")
        self.width = width

    def build(self, input_shape):
        """Makes the class token and the positions."""
        self.patches.build(input_shape)
        _, height, breadth, _ = self.patches.compute_output_shape(input_shape)
        self.class_token = self.add_weight(shape=(1, 1, self.width), name="class_token")
        self.positions = self.add_weight(shape=(1, height * breadth + 1, self.width), name="positions")

    def call(self, images):
        """Tokens of shape `(num_images, 1 + num_patches, width)`."""
        patches = ops.reshape(self.patches(images), (ops.shape(images)[0], -1, self.width))
        token = ops.tile(self.class_token, (ops.shape(images)[0], 1, 1))
        return ops.concatenate([token, patches], axis=1) + self.positions


class Block(layers.Layer):
    """Attention, then two dense layers, each added to what it reads."""

    def __init__(self, width, **options):
        super().__init__(**options)
        self.norms = [layers.LayerNormalization(epsilon=1e-6) for _ in range(2)]
        self.attention = layers.MultiHeadAttention(num_heads=4, key_dim=width // 4)
        self.mlp = keras.Sequential([layers.Dense(2 * width, activation="gelu"), layers.Dense(width)])

    def call(self, tokens):
        """Tokens of the same shape."""
        normed = self.norms[0](tokens)
        tokens = tokens + self.attention(normed, normed)
        return tokens + self.mlp(self.norms[1](tokens))


class ClassToken(layers.Layer):
    """The token before those of the patches."""

    def call(self, tokens):
        """Features of shape `(num_images, width)`."""
        return tokens[:, 0]


def build_vit(input_shape, num_classes, *, width=48, num_blocks=3):
    """A vision transformer whose classifier reads the class token."""
    inputs = keras.Input(input_shape, name="image")
    tokens = Tokens(4, width, name="tokens")(inputs)
    for number in range(num_blocks):
        tokens = Block(width, name=f"block{number + 1}")(tokens)
    token = ClassToken(name="class_token")(layers.LayerNormalization(epsilon=1e-6, name="norm")(tokens))
    return keras.Model(inputs, layers.Dense(num_classes, name="logits")(token), name="vit")


def train():
    """Trains with the probe on and returns that."""
    (x, y), validation = datasets.load(DATASET.value, data_dir=DATA_DIR.value)
    keras.utils.set_random_seed(SEED.value)
    model = build_vit(x.shape[1:], int(y.max()) + 1, width=WIDTH.value, num_blocks=NUM_BLOCKS.value)
    model.compile(
        keras.optimizers.AdamW(1e-3, weight_decay=1e-2),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    # Half of the digits: exact linear probes of wide maps are most of what a probe step costs.
    probe = PhaseProbe(max_examples=640, log_dir=LOG_DIR.value, seed=SEED.value)
    epochs = -(-MAX_STEPS.value // -(-len(x) // BATCH_SIZE.value))
    model.fit(x, y, BATCH_SIZE.value, epochs, verbose=2, validation_data=validation, callbacks=[probe])
    return probe


def main(_):
    """Trains, prints the table, and draws the picture."""
    probe = train()
    steps = probe.history.steps[[0, len(probe.history) // 2, -1]]
    frame = probe.history.to_dataframe()
    table = frame[frame.step.isin(steps)].pivot(
        index="layer", columns="step", values=["explained_variance", "probe_accuracy"]
    )
    print(table.reindex(probe.history.layers).round(3).to_string())
    picture = f"{probe.log_dir}.png"
    probe.history.plot().savefig(picture, dpi=150)
    print(f"Picture: {picture}\nIn TensorBoard: tensorboard --logdir {probe.log_dir}   (then open the tab Phases)")


if __name__ == "__main__":
    app.run(main)
