"""Programs that train without labels, most with a `train_step` and no `call`; TensorFlow alone, as they are written."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

from wild.images import Patches, encoder_block
from wild.program import QUICK, wild
from wild.rows import digits


def build_encoder(width=24, name="encoder"):
    stack = [layers.Conv2D(16, 3, strides=2, activation="relu", name="conv1")]
    stack += [layers.Conv2D(24, 3, strides=2, activation="relu", name="conv2")]
    stack += [layers.Flatten(name="flat"), layers.Dense(width, activation="relu", name="embedding")]
    return keras.Sequential([keras.Input((16, 16, 1)), *stack], name=name)


def build_augmenter():
    stack = [layers.Rescaling(1.0), layers.RandomTranslation(0.1, 0.1), layers.RandomZoom((-0.2, 0.0))]
    return keras.Sequential([keras.Input((16, 16, 1)), *stack], name="augmenter")


def build_head(width=24, name="projection_head"):
    stack = [layers.Dense(width, activation="relu"), layers.Dense(width)]
    return keras.Sequential([keras.Input((width,)), *stack], name=name)


def images_of(x, *, batch_size=96, seed=None):
    return tf.data.Dataset.from_tensor_slices(x).shuffle(len(x), seed=seed).batch(batch_size, drop_remainder=True)


class ContrastiveModel(keras.Model):
    def __init__(self):
        super().__init__()
        self.temperature = 0.1
        self.contrastive_augmenter, self.classification_augmenter = build_augmenter(), build_augmenter()
        self.encoder, self.projection_head = build_encoder(), build_head()
        self.linear_probe = keras.Sequential([keras.Input((24,)), layers.Dense(3)], name="linear_probe")

    def compile(self, contrastive_optimizer, probe_optimizer, **kwargs):
        super().compile(**kwargs)
        self.contrastive_optimizer, self.probe_optimizer = contrastive_optimizer, probe_optimizer
        self.probe_loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
        self.contrastive_loss_tracker = keras.metrics.Mean(name="c_loss")

    @property
    def metrics(self):
        return [self.contrastive_loss_tracker]

    def contrastive_loss(self, first, second):
        first, second = ops.normalize(first, axis=1), ops.normalize(second, axis=1)
        similarities = ops.matmul(first, ops.transpose(second)) / self.temperature
        labels = ops.arange(ops.shape(first)[0])
        both = [similarities, ops.transpose(similarities)]
        return sum(keras.losses.sparse_categorical_crossentropy(labels, one, from_logits=True) for one in both) / 2

    def train_step(self, data):
        (unlabeled_images, _), (labeled_images, labels) = data
        images = ops.concatenate((unlabeled_images, labeled_images), axis=0)
        augmented = [self.contrastive_augmenter(images, training=True) for _ in range(2)]
        with tf.GradientTape() as tape:
            projections = [self.projection_head(self.encoder(one, training=True), training=True) for one in augmented]
            loss = self.contrastive_loss(*projections)
        weights = self.encoder.trainable_weights + self.projection_head.trainable_weights
        self.contrastive_optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
        self.contrastive_loss_tracker.update_state(loss)
        preprocessed = self.classification_augmenter(labeled_images, training=True)
        with tf.GradientTape() as tape:
            logits = self.linear_probe(self.encoder(preprocessed, training=False), training=True)
            probe_loss = self.probe_loss(labels, logits)
        weights = self.linear_probe.trainable_weights
        self.probe_optimizer.apply_gradients(zip(tape.gradient(probe_loss, weights), weights, strict=True))
        return {"c_loss": self.contrastive_loss_tracker.result(), "p_loss": probe_loss}

    def test_step(self, data):
        labeled_images, labels = data
        logits = self.linear_probe(self.encoder(self.classification_augmenter(labeled_images)))
        return {"p_loss": self.probe_loss(labels, logits)}


@wild(
    "SimCLR, labelled batches beside unlabelled",
    taps=["conv1", "conv2", "embedding"],
    labels="3 classes",
    rows=(16, 16, 1),
)
def simclr(callbacks):
    (x, y), (x_val, y_val) = digits()
    unlabeled = tf.data.Dataset.from_tensor_slices((x[:64], y[:64])).shuffle(64).batch(64)
    labeled = tf.data.Dataset.from_tensor_slices((x[64:], y[64:])).shuffle(32).batch(32)
    train = tf.data.Dataset.zip((unlabeled, labeled)).prefetch(tf.data.AUTOTUNE)
    validation = tf.data.Dataset.from_tensor_slices((x_val, y_val)).batch(96)
    model = ContrastiveModel()
    model.compile(keras.optimizers.Adam(), keras.optimizers.Adam(), **QUICK)
    model.fit(train, epochs=1, validation_data=validation, verbose=0, callbacks=callbacks)


def augmented(image, seed):
    shift = tf.random.uniform((2,), -2, 3, tf.int32, seed=seed)
    return tf.roll(image, shift, (0, 1)) + tf.random.normal(tf.shape(image), stddev=0.1, seed=seed)


class BarlowTwins(keras.Model):
    def __init__(self, encoder, lambd=5e-3):
        super().__init__()
        self.encoder = encoder
        self.lambd = lambd
        self.loss_tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.loss_tracker]

    def train_step(self, data):
        ds_one, ds_two = data
        with tf.GradientTape() as tape:
            z_a, z_b = self.encoder(ds_one, training=True), self.encoder(ds_two, training=True)
            z_a, z_b = ((z - ops.mean(z, 0)) / (ops.std(z, 0) + 1e-5) for z in (z_a, z_b))
            correlation = ops.matmul(ops.transpose(z_a), z_b) / ops.cast(ops.shape(z_a)[0], "float32")
            on_diagonal = ops.eye(24)
            loss = ops.sum((correlation - on_diagonal) ** 2 * (on_diagonal + self.lambd * (1 - on_diagonal)))
        gradients = tape.gradient(loss, self.encoder.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.encoder.trainable_variables, strict=True))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}


@wild("Barlow Twins, two views as x and y", taps=["conv1", "conv2", "embedding"], labels="none", rows=(16, 16, 1))
def barlow_twins(callbacks):
    (x, _), _ = digits()
    views = [images_of(x, seed=1).map(lambda one, s=s: tf.map_fn(lambda i: augmented(i, s), one)) for s in (1, 2)]
    data = tf.data.Dataset.zip(tuple(views))
    model = BarlowTwins(build_encoder(name="resnet"))
    model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9), **QUICK)
    model.fit(data, epochs=1, verbose=0, callbacks=callbacks)


class BYOL(keras.Model):
    def __init__(self):
        super().__init__()
        self.augmenter = build_augmenter()
        self.online_encoder, self.target_encoder = build_encoder(name="online"), build_encoder(name="target")
        self.online_projector, self.target_projector = build_head(name="project"), build_head(name="project_target")
        self.predictor = build_head(name="predictor")
        self.target_encoder.set_weights(self.online_encoder.get_weights())
        self.target_projector.set_weights(self.online_projector.get_weights())
        self.m = 0.99

    def train_step(self, images):
        one, two = self.augmenter(images, training=True), self.augmenter(images, training=True)
        targets = [self.target_projector(self.target_encoder(view)) for view in (two, one)]
        with tf.GradientTape() as tape:
            guesses = [self.predictor(self.online_projector(self.online_encoder(view))) for view in (one, two)]
            loss = ops.mean(sum(keras.losses.cosine_similarity(t, g) for t, g in zip(targets, guesses, strict=True)))
        online = self.online_encoder.trainable_weights + self.online_projector.trainable_weights
        weights = online + self.predictor.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
        followers = self.target_encoder.trainable_weights + self.target_projector.trainable_weights
        for weight, follower in zip(online, followers, strict=True):
            follower.assign(self.m * follower + (1 - self.m) * weight)
        return {"loss": loss}


@wild("BYOL with a momentum network", taps=["conv1", "conv2", "embedding"], labels="none", rows=(16, 16, 1))
def byol(callbacks):
    (x, _), _ = digits()
    model = BYOL()
    model.compile(optimizer=keras.optimizers.Adam(1e-3), **QUICK)
    model.fit(images_of(x), epochs=1, verbose=0, callbacks=callbacks)


class MaskedPatches(layers.Layer):
    """Linear projection and positions of patches; in training the kept half first, then a token for each other."""

    def __init__(self, num_patches=16, width=24, **kwargs):
        super().__init__(**kwargs)
        self.num_patches, self.num_masked = num_patches, num_patches // 2
        self.projection = layers.Dense(width)
        self.position_embedding = layers.Embedding(num_patches, width)
        self.mask_token = self.add_weight(shape=(1, 16), name="mask_token")

    def call(self, patches):
        rows = ops.shape(patches)[0]
        positions = self.position_embedding(ops.arange(self.num_patches))
        embedded = self.projection(patches) + positions
        order = tf.argsort(tf.random.uniform((rows, self.num_patches)), axis=-1)
        masked, kept = order[:, : self.num_masked], order[:, self.num_masked :]
        masked_embedded = self.projection(tf.tile(self.mask_token[None], (rows, self.num_masked, 1)))
        masked_embedded += tf.gather(positions, masked)
        return tf.gather(embedded, kept, batch_dims=1), masked_embedded, kept, masked


class MaskedAutoencoder(keras.Model):
    def __init__(self):
        super().__init__()
        self.patch_layer, self.patch_encoder = Patches(4), MaskedPatches()
        inputs = x = keras.Input((None, 24))
        for _ in range(2):
            x = encoder_block(x, 24)
        self.encoder = keras.Model(inputs, layers.LayerNormalization()(x), name="mae_encoder")
        inputs = x = keras.Input((16, 24))
        x = encoder_block(layers.Dense(24)(x), 24)
        outputs = layers.Dense(256)(layers.Flatten()(layers.LayerNormalization()(x)))
        self.decoder = keras.Model(inputs, layers.Reshape((16, 16, 1))(outputs), name="mae_decoder")

    def calculate_loss(self, images):
        patches = self.patch_layer(images)
        kept_embedded, masked_embedded, _, masked = self.patch_encoder(patches)
        encoded = self.encoder(kept_embedded)
        decoded = self.decoder(ops.concatenate([encoded, masked_embedded], axis=1))
        given = tf.gather(self.patch_layer(decoded), masked, batch_dims=1)
        return self.compute_loss(y=tf.gather(patches, masked, batch_dims=1), y_pred=given)

    def train_step(self, images):
        with tf.GradientTape() as tape:
            loss = self.calculate_loss(images)
        weights = [*self.patch_encoder.trainable_variables, *self.encoder.trainable_variables]
        weights += self.decoder.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))
        return {"loss": loss}


def build_downstream(model):
    """What leads from images to the encoder where nothing is masked, and the encoder."""
    inputs = keras.Input((16, 16, 1))
    patch_encoder = model.patch_encoder
    positions = patch_encoder.position_embedding(ops.arange(patch_encoder.num_patches))
    return keras.Model(inputs, model.encoder(patch_encoder.projection(model.patch_layer(inputs)) + positions))


@wild(
    "masked autoencoder",
    taps=["dense", "mae_encoder/add_1", "mae_encoder/add_3", "mae_encoder/layer_normalization_4"],
    labels="none",
    rows=(16, 16, 1),
    needs=lambda: {"model": build_downstream},
)
def mae(callbacks):
    (x, _), _ = digits()
    model = MaskedAutoencoder()
    model.compile(optimizer=keras.optimizers.AdamW(1e-3), loss="mse", **QUICK)
    model.fit(images_of(x), epochs=1, verbose=0, callbacks=callbacks)


class DistanceLayer(layers.Layer):
    def call(self, anchor, positive, negative):
        return ops.sum((anchor - positive) ** 2, -1), ops.sum((anchor - negative) ** 2, -1)


class SiameseModel(keras.Model):
    def __init__(self, siamese_network, margin=0.5):
        super().__init__()
        self.siamese_network, self.margin = siamese_network, margin
        self.loss_tracker = keras.metrics.Mean(name="loss")

    def call(self, inputs):
        return self.siamese_network(inputs)

    def train_step(self, data):
        with tf.GradientTape() as tape:
            ap_distance, an_distance = self.siamese_network(data)
            loss = ops.maximum(ap_distance - an_distance + self.margin, 0.0)
        gradients = tape.gradient(loss, self.siamese_network.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.siamese_network.trainable_weights, strict=True))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}

    @property
    def metrics(self):
        return [self.loss_tracker]


@wild(
    "triplets with a shared embedding",
    taps=["functional_1/embedding/conv1", "functional_1/embedding/conv2", "functional_1/embedding/embedding"],
    labels="none",
    rows=(16, 16, 1),
)
def triplets(callbacks):
    (x, y), _ = digits()
    order = np.argsort(y, kind="stable")
    anchors, positives, negatives = x[order], x[np.roll(order, 1)], x[np.roll(order, 40)]
    embedding = build_encoder(name="embedding")
    inputs = [keras.Input((16, 16, 1), name=name) for name in ("anchor", "positive", "negative")]
    network = keras.Model(inputs, DistanceLayer()(*map(embedding, inputs)))
    parts = [tf.data.Dataset.from_tensor_slices(one) for one in (anchors, positives, negatives)]
    data = tf.data.Dataset.zip(tuple(parts)).shuffle(96).batch(96, drop_remainder=False).prefetch(8)
    model = SiameseModel(network)
    model.compile(optimizer=keras.optimizers.Adam(1e-4), **QUICK)
    model.fit(data, epochs=1, verbose=0, callbacks=callbacks)


class DualEncoder(keras.Model):
    def __init__(self, text_encoder, image_encoder, temperature=1.0):
        super().__init__()
        self.text_encoder, self.image_encoder, self.temperature = text_encoder, image_encoder, temperature
        self.loss_tracker = keras.metrics.Mean(name="loss")

    @property
    def metrics(self):
        return [self.loss_tracker]

    def call(self, features, training=False):
        caption = self.text_encoder(features["caption"], training=training)
        return caption, self.image_encoder(features["image"], training=training)

    def train_step(self, features):
        with tf.GradientTape() as tape:
            captions, images = self(features, training=True)
            logits = ops.matmul(captions, ops.transpose(images)) / self.temperature
            loss = keras.losses.sparse_categorical_crossentropy(ops.arange(ops.shape(logits)[0]), logits, True)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables, strict=True))
        self.loss_tracker.update_state(loss)
        return {"loss": self.loss_tracker.result()}


@wild(
    "dual encoder of images and captions",
    taps=["image_encoder/conv1", "image_encoder/conv2", "image_encoder/embedding"],
    labels="none",
    rows=(16, 16, 1),
)
def dual_encoder(callbacks):
    (x, y), _ = digits()
    captions = np.random.default_rng(0).integers(0, 30, (96, 8)) + 30 * y[:, None]
    stack = [layers.Embedding(90, 16), layers.GlobalAveragePooling1D(), layers.Dense(24)]
    text_encoder = keras.Sequential([keras.Input((8,), dtype="int32"), *stack], name="text_encoder")
    data = tf.data.Dataset.from_tensor_slices({"image": x, "caption": captions.astype("int32")})
    model = DualEncoder(text_encoder, build_encoder(name="image_encoder"))
    model.compile(optimizer=keras.optimizers.AdamW(1e-3), **QUICK)
    model.fit(data.shuffle(96).batch(96), epochs=1, verbose=0, callbacks=callbacks)
