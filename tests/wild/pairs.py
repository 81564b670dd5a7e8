"""Programs whose rows or losses are put together from more than one image or network; on every backend."""

import keras
import numpy as np
from keras import layers, ops

from wild.program import QUICK, wild
from wild.rows import digits


def build_convnet(width, name):
    stack = [layers.Conv2D(width, (3, 3), strides=(2, 2), padding="same", name="conv1")]
    stack += [layers.LeakyReLU(negative_slope=0.2, name="leaky"), layers.MaxPooling2D(2, 1, padding="same")]
    stack += [layers.Conv2D(2 * width, (3, 3), strides=(2, 2), padding="same", name="conv2")]
    stack += [layers.Flatten(name="flat"), layers.Dense(3, name="logits")]
    return keras.Sequential([keras.Input((16, 16, 1)), *stack], name=name)


class Distiller(keras.Model):
    def __init__(self, student, teacher):
        super().__init__()
        self.teacher, self.student = teacher, student

    def compile(self, optimizer, metrics, student_loss_fn, distillation_loss_fn, alpha=0.1, temperature=3, **kwargs):
        super().compile(optimizer=optimizer, metrics=metrics, **kwargs)
        self.student_loss_fn, self.distillation_loss_fn = student_loss_fn, distillation_loss_fn
        self.alpha, self.temperature = alpha, temperature

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=None):
        teacher_pred = ops.softmax(self.teacher(x, training=False) / self.temperature, axis=1)
        student_loss = self.student_loss_fn(y, y_pred)
        distilled = self.distillation_loss_fn(teacher_pred, ops.softmax(y_pred / self.temperature, axis=1))
        return self.alpha * student_loss + (1 - self.alpha) * distilled * self.temperature**2

    def call(self, x):
        return self.student(x)


@wild(
    "distillation: the student is measured",
    taps=["student/leaky", "student/conv2"],
    labels="3 classes",
    rows=(16, 16, 1),
    is_portable=True,
)
def distillation(callbacks):
    (x, y), (x_val, y_val) = digits()
    teacher, student = build_convnet(24, "teacher"), build_convnet(8, "student")
    teacher.trainable = False
    model = Distiller(student, teacher)
    losses = keras.losses.SparseCategoricalCrossentropy(from_logits=True), keras.losses.KLDivergence()
    model.compile(keras.optimizers.Adam(), ["sparse_categorical_accuracy"], *losses, **QUICK)
    options = {"batch_size": 96, "epochs": 1, "validation_data": (x_val, y_val), "verbose": 0}
    model.fit(x, y, callbacks=callbacks, **options)


@wild(
    "pairs with a shared embedding",
    taps=["tower/conv2d", "tower/conv2d_1", "tower/dense", "batch_normalization_2"],
    labels="2 classes",
    rows=(16, 16, 1),
)
def siamese_pairs(callbacks):
    (x, y), _ = digits()
    order = np.argsort(y, kind="stable")
    seconds = np.where((np.arange(96) % 2)[:, None, None, None], x[np.roll(order, 1)], x[np.roll(order, 40)])
    same = (y[order] == np.where(np.arange(96) % 2, y[np.roll(order, 1)], y[np.roll(order, 40)])).astype("float32")

    inputs = h = keras.Input((16, 16, 1))
    h = layers.BatchNormalization()(h)
    for width in (4, 16):
        h = layers.AveragePooling2D(pool_size=(2, 2))(
            layers.Conv2D(width, (5, 5), activation="tanh", padding="same")(h)
        )
    h = layers.BatchNormalization()(layers.Flatten()(h))
    tower = keras.Model(inputs, layers.Dense(3, activation="tanh")(h), name="tower")
    first, second = keras.Input((16, 16, 1)), keras.Input((16, 16, 1))
    distance = layers.Lambda(
        lambda pair: ops.sqrt(ops.maximum(ops.sum((pair[0] - pair[1]) ** 2, axis=1, keepdims=True), 1e-7)),
        output_shape=(1,),
    )([tower(first), tower(second)])
    outputs = layers.Dense(1, activation="sigmoid")(layers.BatchNormalization()(distance))

    def contrastive_loss(y_true, y_pred):
        return ops.mean((1 - y_true) * ops.square(y_pred) + y_true * ops.square(ops.maximum(1 - y_pred, 0)))

    model = keras.Model([first, second], outputs)
    model.compile(loss=contrastive_loss, optimizer="RMSprop", metrics=["accuracy"], **QUICK)
    model.fit([x[order], seconds], same, batch_size=96, epochs=1, verbose=0, callbacks=callbacks)


@wild("supervised contrastive learning", taps=["encoder/leaky", "encoder/conv2"], labels="3 classes", rows=(16, 16, 1))
def supervised_contrastive(callbacks):
    (x, y), (x_val, y_val) = digits()

    class Contrastive(keras.losses.Loss):
        def __call__(self, labels, feature_vectors, sample_weight=None):
            vectors = ops.normalize(feature_vectors, axis=1)
            logits = ops.matmul(vectors, ops.transpose(vectors)) / 0.05
            same = ops.cast(ops.equal(ops.reshape(labels, (-1, 1)), ops.reshape(labels, (1, -1))), "float32")
            return ops.mean(
                ops.categorical_crossentropy(same / ops.sum(same, 1, keepdims=True), logits, from_logits=True)
            )

    inputs = keras.Input((16, 16, 1))
    encoder = build_convnet(8, "encoder")
    encoder = keras.Model(encoder.inputs, encoder.get_layer("flat").output, name="encoder")
    features = encoder(layers.RandomRotation(0.02)(inputs))
    model = keras.Model(inputs, layers.Dense(16, activation="relu", name="projection")(features))
    model.compile(keras.optimizers.Adam(1e-3), loss=Contrastive(), **QUICK)
    model.fit(x, y, batch_size=96, epochs=1, validation_data=(x_val, y_val), verbose=0, callbacks=callbacks)


@wild("MixUp: two shuffles of one data set, zipped", taps=["leaky", "conv2"], labels="3 classes", rows=(16, 16, 1))
def mixup(callbacks):
    import tensorflow as tf

    (x, y), (x_val, y_val) = digits()
    y, y_val = (keras.utils.to_categorical(labels, 3).astype("float32") for labels in (y, y_val))
    one, two = (tf.data.Dataset.from_tensor_slices((x, y)).shuffle(96).batch(96) for _ in range(2))

    def mix_up(first, second, alpha=0.2):
        share = tf.random.stateless_uniform((tf.shape(first[0])[0],), seed=(1, 2), minval=alpha, maxval=1)
        images = first[0] * share[:, None, None, None] + second[0] * (1 - share)[:, None, None, None]
        return images, first[1] * share[:, None] + second[1] * (1 - share)[:, None]

    data = tf.data.Dataset.zip((one, two)).map(mix_up, num_parallel_calls=tf.data.AUTOTUNE)
    model = build_convnet(8, "convnet")
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    model.compile(loss=loss, optimizer="adam", metrics=["accuracy"], **QUICK)
    validation = tf.data.Dataset.from_tensor_slices((x_val, y_val)).batch(96)
    model.fit(data, validation_data=validation, epochs=1, verbose=0, callbacks=callbacks)
