"""What do the layers of a network learn and forget while it trains on a Cloud TPU, on several GPUs, or on this machine?

    # on a TPU VM, JAX (needs: pip install "keras-phases[datasets,tensorflow-cpu,remote]" gcsfs "jax[tpu]")
    KERAS_BACKEND=jax python examples/train_tpu.py --strategy=jax --dataset=cifar10 --data_dir=gs://BUCKET/tfds \
        --log_dir=gs://BUCKET/run1 --checkpoint_dir=gs://BUCKET/run1/checkpoints
    # on a TPU VM, TensorFlow
    python examples/train_tpu.py --tpu=local --dataset=cifar10 --data_dir=gs://BUCKET/tfds --log_dir=gs://BUCKET/run2
    # on all GPUs of a machine; or here, on two devices made of one CPU
    python examples/train_tpu.py --strategy=mirrored --dataset=cifar10 --data_dir=DIR --log_dir=logs/mirrored
    python examples/train_tpu.py --strategy=mirrored --virtual_devices=2 --epochs=10 --width=8 --log_dir=logs/virtual

Trains a network with PhaseProbe on under the chosen strategy, prints the phases of every layer, and says how to open
TensorBoard. Every host reads its own share of the training rows, in batches of one size, so that nothing is compiled
twice; all measure the same rows. With --checkpoint_dir a run that was preempted goes on when the same command is given
again, and `best.weights.h5` there holds the weights that `PhaseCheckpoint` chose. --strategy=multiworker mends the fit
of Keras, which fails under it as it is, see "Several processes" in docs/devices.md; tried in two processes of one host.

Hardware and time: never run on a TPU, nor on a GPU, as none was at hand; what was tried is all on CPU devices, see
docs/devices.md. Two CPU cores, digits, --width=8 --epochs=10: 46 s of processor time on one device, 54 s on two virtual
ones, 75 s on two of JAX; two minutes and more where other programs run. On TPUs the closed-form solves still run on the
host. Expected there (seed 0): the reconstruction loss of the last features stays constant to step 8, falls to .088 at
step 64, and shows no increase within 100 steps; on two devices to .089, as each has BatchNorm statistics of its half of
a batch. For the whole curve take more --epochs and a smaller --batch_size, as examples/digits.py does.
"""

import contextlib
import os
import sys

import keras
import tensorflow as tf
from absl import app, flags

from keras_phases import PhaseCheckpoint, PhaseProbe, datasets, models
from keras_phases.backend.mended_fit import mend_multiworker_fit

NETWORKS = ("vgg8", "vgg11", "vgg13", "vgg16", "resnet10", "resnet18")
STRATEGIES = ("auto", "mirrored", "multiworker", "tpu", "jax", "none")

STRATEGY = flags.DEFINE_enum(
    "strategy", "auto", STRATEGIES, "auto: jax on JAX; else tpu, mirrored or none, by devices."
)
TPU = flags.DEFINE_string("tpu", None, "Name or address of a TPU for TensorFlow; 'local' on a TPU VM.")
VIRTUAL = flags.DEFINE_integer("virtual_devices", 0, "Devices to make of the CPU, to try a strategy.", lower_bound=0)
DATASET = flags.DEFINE_string("dataset", "digits", "'digits', or a TFDS set that is prepared in --data_dir.")
DATA_DIR = flags.DEFINE_string("data_dir", None, "Folder of prepared TFDS sets, gs://... too.")
IMAGE_SIZE = flags.DEFINE_integer("image_size", None, "Side to which images are resized.", lower_bound=1)
# absl's own logging has a flag of this name, for log files that nobody here writes.
LOG_DIR = flags.DEFINE_string("log_dir", "logs/tpu", "Where records go, gs://... too.", allow_override=True)
CHECKPOINT_DIR = flags.DEFINE_string("checkpoint_dir", None, "Where weights go, gs://... too; none are kept without.")
MODEL = flags.DEFINE_enum("model", "vgg8", NETWORKS, "Network to train.")
WIDTH = flags.DEFINE_integer("width", None, "Channels of its first block.", lower_bound=1)
EPOCHS = flags.DEFINE_integer("epochs", 20, "Passes over the training rows.", lower_bound=1)
BATCH_SIZE = flags.DEFINE_integer("batch_size", 128, "Rows of a training batch, of all devices.", lower_bound=1)
LEARNING_RATE = flags.DEFINE_float("learning_rate", 0.002, "Of SGD with momentum 0.9.", lower_bound=0)
JIT = flags.DEFINE_enum("jit_compile", "auto", ["auto", "true", "false"], "Whether XLA compiles the training step.")
MAX_EXAMPLES = flags.DEFINE_integer("max_examples", 10_000, "Most rows that decoders are fitted on.", lower_bound=2)
MAX_HELDOUT = flags.DEFINE_integer("max_heldout", 2_000, "Most rows that they are judged on.", lower_bound=2)
SEED = flags.DEFINE_integer("seed", 0, "Of weights, shuffling and probe rows.", lower_bound=0)


def choose_strategy():
    """The strategy's name, for `auto` by what there is."""
    on_jax = keras.backend.backend() == "jax"
    name = STRATEGY.value
    if name == "auto":
        several = len(tf.config.list_physical_devices("GPU")) > 1 or VIRTUAL.value > 1
        name = "jax" if on_jax else "tpu" if TPU.value else "mirrored" if several else "none"
    if name == "jax" and not on_jax:
        raise ValueError("--strategy=jax needs KERAS_BACKEND=jax in the environment.")
    if name in ("mirrored", "multiworker", "tpu") and keras.backend.backend() != "tensorflow":
        raise ValueError(f"--strategy={name} needs KERAS_BACKEND=tensorflow; on JAX pass --strategy=jax.")
    if TPU.value and name != "tpu":
        raise ValueError(f"--tpu={TPU.value} is for TensorFlow and --strategy=tpu. On JAX a TPU VM's own is found.")
    if name == "multiworker" and "TF_CONFIG" not in os.environ:
        raise ValueError("--strategy=multiworker needs TF_CONFIG in the environment, another for each worker.")
    if VIRTUAL.value and name not in ("mirrored", "jax"):
        raise ValueError(f"--virtual_devices={VIRTUAL.value} is for --strategy=mirrored and --strategy=jax.")
    return name


def connect_tpu(name):
    """TensorFlow's strategy for a TPU."""
    try:
        return tf.distribute.TPUStrategy(tf.distribute.cluster_resolver.TPUClusterResolver.connect(name))
    except Exception as error:  # of many kinds, each with a page of text
        reason = str(error).splitlines()[0][:200]
        raise ValueError(
            f"--strategy=tpu finds no TPU at '{name}': {reason} Pass --tpu, 'local' on a TPU VM."
        ) from error


def build_strategy(name):
    """`(scope, num_devices, num_hosts, host)`: models are built within the scope."""
    if name == "jax":
        import jax

        if VIRTUAL.value:
            jax.config.update("jax_num_cpu_devices", VIRTUAL.value)
        # Every host reads its own share; Keras would have each read all and drop what is not its own.
        keras.distribution.set_distribution(keras.distribution.DataParallel(auto_shard_dataset=False))
        return None, jax.device_count(), jax.process_count(), jax.process_index()
    if VIRTUAL.value:
        devices = [tf.config.LogicalDeviceConfiguration()] * VIRTUAL.value
        tf.config.set_logical_device_configuration(tf.config.list_physical_devices("CPU")[0], devices)
    if name == "none":
        return None, 1, 1, 0
    if name == "tpu":
        strategy = connect_tpu(TPU.value or "local")
        return strategy.scope(), strategy.num_replicas_in_sync, 1, 0
    if name == "multiworker":
        mend_multiworker_fit()
        strategy = tf.distribute.MultiWorkerMirroredStrategy()
        cluster = strategy.cluster_resolver
        num_hosts = len(cluster.cluster_spec().job_tasks("worker"))
        return strategy.scope(), strategy.num_replicas_in_sync, num_hosts, cluster.task_id
    strategy = tf.distribute.MirroredStrategy([f"CPU:{index}" for index in range(VIRTUAL.value)] or None)
    return strategy.scope(), strategy.num_replicas_in_sync, 1, 0


def open_dataset():
    """`(builder, test_split)` of a set of TFDS that is prepared."""
    import tensorflow_datasets as tfds

    try:
        builder = tfds.builder(DATASET.value, data_dir=DATA_DIR.value)
    except tfds.core.DatasetNotFoundError as error:
        raise ValueError(
            f"--dataset={DATASET.value} is not known to TFDS. Expected 'digits', or one that is."
        ) from error
    if not builder.is_prepared():
        raise ValueError(
            f"--dataset={DATASET.value} is not prepared in '{builder.data_path}'. Pass --data_dir, or prepare it once: "
            f'python -c \'import tensorflow_datasets as t; t.load("{DATASET.value}", data_dir="DIR")\''
        )
    return builder, "test" if "test" in builder.info.splits else "validation"


def scale(image, label):
    """An image of TFDS as the network takes it."""
    image = tf.image.convert_image_dtype(image, tf.float32) - 0.5
    return (tf.image.resize(image, [IMAGE_SIZE.value] * 2, antialias=True) if IMAGE_SIZE.value else image), label


def read_rows(num_train, num_test):
    """`((x, y), (x_test, y_test), num_rows)`: what is measured, the same on every host, and how many rows there are."""
    if DATASET.value == "digits":
        (x, y), (x_test, y_test) = datasets.digits()
        return (x[:num_train], y[:num_train]), (x_test[:num_test], y_test[:num_test]), len(x)
    builder, test_split = open_dataset()
    parts = []
    for split, count in (("train", num_train), (test_split, num_test)):
        rows = builder.as_dataset(split=split, as_supervised=True).map(scale).take(count)
        parts.append(tuple(part.numpy() for part in rows.batch(count).get_single_element()))
    return *parts, builder.info.splits["train"].num_examples


def build_pipeline(batch_size, num_hosts, host):
    """This host's share of the training rows, shuffled anew in every pass, without an end, in batches of one size."""
    if DATASET.value == "digits":
        (x, y), _ = datasets.digits()
        rows = tf.data.Dataset.from_tensor_slices((x, y)).shard(num_hosts, host)
    else:
        import tensorflow_datasets as tfds

        split = tfds.even_splits("train", n=num_hosts, drop_remainder=True)[host]
        rows = open_dataset()[0].as_dataset(split=split, as_supervised=True, shuffle_files=True)
        rows = rows.map(scale, num_parallel_calls=tf.data.AUTOTUNE)
    rows = rows.shuffle(10_000, seed=SEED.value).repeat().batch(batch_size, drop_remainder=True)
    options = tf.data.Options()
    # It is this host's share already.
    options.experimental_distribute.auto_shard_policy = tf.data.experimental.AutoShardPolicy.OFF
    return rows.with_options(options).prefetch(tf.data.AUTOTUNE)


def build_model(shape, num_classes):
    """The network, compiled."""
    keras.utils.set_random_seed(SEED.value)
    width = {} if WIDTH.value is None else {"width": WIDTH.value}
    model = getattr(models, MODEL.value)(shape, num_classes, **width)
    model.compile(
        keras.optimizers.SGD(LEARNING_RATE.value, momentum=0.9),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
        jit_compile={"auto": "auto", "true": True, "false": False}[JIT.value],
    )
    return model


def build_callbacks(rows, host):
    """The probe, and with --checkpoint_dir what a preempted run goes on from."""
    sizes = {"max_examples": MAX_EXAMPLES.value, "max_heldout": MAX_HELDOUT.value}
    probe = PhaseProbe(data=rows, log_dir=LOG_DIR.value, seed=SEED.value, **sizes)
    if CHECKPOINT_DIR.value is None:
        return [probe]
    scheme, separator, _ = CHECKPOINT_DIR.value.partition("://")
    if separator and scheme not in tf.io.gfile.get_registered_schemes():
        raise ValueError(
            f"--checkpoint_dir={CHECKPOINT_DIR.value}: BackupAndRestore of Keras reads and writes through TensorFlow, "
            f"which does not know {scheme}://. Expected a folder of this machine, or gs://..."
        )
    folder = f"{CHECKPOINT_DIR.value}/host-{host}" if host else CHECKPOINT_DIR.value
    keep = PhaseCheckpoint(probe, f"{folder}/best.weights.h5")
    # The backup last: of a run killed while its last step is measured, it would else say that all epochs are done.
    return [probe, keep, keras.callbacks.BackupAndRestore(f"{folder}/backup")]


def train():
    """Trains under the chosen strategy; returns the probe's history."""
    batch_size = BATCH_SIZE.value
    scope, num_devices, num_hosts, host = build_strategy(choose_strategy())
    rows, (x_test, y_test), num_rows = read_rows(MAX_EXAMPLES.value, MAX_HELDOUT.value)
    if batch_size % num_devices or batch_size > min(num_rows // num_hosts, len(x_test)):
        raise ValueError(
            f"--batch_size={batch_size} on {num_devices} device(s). Expected a multiple of them, and at most "
            f"{min(num_rows // num_hosts, len(x_test))}, the rows of a host and of the validation."
        )
    whole = len(x_test) // batch_size * batch_size  # a smaller last batch would be compiled anew
    # tf.distribute splits each batch among the hosts, JAX puts those of all hosts together.
    pipeline = build_pipeline(batch_size // (1 if scope else num_hosts), num_hosts, host)
    callbacks = build_callbacks(rows, host)
    with scope or contextlib.nullcontext():
        model = build_model(x_test.shape[1:], int(rows[1].max()) + 1)
    print(f"Training {MODEL.value} on {num_devices} device(s) of {num_hosts} host(s)")
    model.fit(
        pipeline,
        epochs=EPOCHS.value,
        steps_per_epoch=num_rows // batch_size,
        validation_data=(x_test[:whole], y_test[:whole]),
        validation_batch_size=batch_size,
        shuffle=False,  # the pipeline does that
        verbose=2,
        callbacks=callbacks,
    )


def main(_):
    """Trains, and says a wrong flag in one line."""
    try:
        train()
    except (ValueError, ImportError, OSError) as error:
        sys.exit(f"train_tpu: {' '.join(str(error).split())}")


if __name__ == "__main__":
    app.run(main)
