"""Programs that learn to make images, with a `train_step` and no `call`; TensorFlow alone, as they are written."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

from wild.program import QUICK, wild
from wild.rows import digits
from wild.selfsupervised import images_of


class Sampling(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = keras.random.SeedGenerator(1337)

    def call(self, inputs):
        z_mean, z_log_var = inputs
        epsilon = keras.random.normal(shape=ops.shape(z_mean), seed=self.seed_generator)
        return z_mean + ops.exp(0.5 * z_log_var) * epsilon


class VAE(keras.Model):
    def __init__(self, encoder, decoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder, self.decoder = encoder, decoder
        self.total_loss_tracker = keras.metrics.Mean(name="total_loss")

    @property
    def metrics(self):
        return [self.total_loss_tracker]

    def train_step(self, data):
        with tf.GradientTape() as tape:
            z_mean, z_log_var, z = self.encoder(data)
            reconstruction = self.decoder(z)
            distance = ops.mean(ops.sum((data - reconstruction) ** 2, axis=(1, 2, 3)))
            kl_loss = -0.5 * (1 + z_log_var - ops.square(z_mean) - ops.exp(z_log_var))
            total_loss = distance + ops.mean(ops.sum(kl_loss, axis=1))
        grads = tape.gradient(total_loss, self.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.trainable_weights, strict=True))
        self.total_loss_tracker.update_state(total_loss)
        return {"loss": self.total_loss_tracker.result()}


@wild("variational autoencoder", taps=["conv2d", "conv2d_1", "dense"], labels="none", rows=(16, 16, 1))
def vae(callbacks):
    (x, _), _ = digits()
    inputs = h = keras.Input(shape=(16, 16, 1))
    h = layers.Conv2D(16, 3, activation="relu", strides=2, padding="same")(h)
    h = layers.Conv2D(24, 3, activation="relu", strides=2, padding="same")(h)
    h = layers.Dense(16, activation="relu")(layers.Flatten()(h))
    z_mean, z_log_var = layers.Dense(4, name="z_mean")(h), layers.Dense(4, name="z_log_var")(h)
    encoder = keras.Model(inputs, [z_mean, z_log_var, Sampling()([z_mean, z_log_var])], name="encoder")
    inputs = keras.Input(shape=(4,))
    h = layers.Reshape((4, 4, 24))(layers.Dense(4 * 4 * 24, activation="relu")(inputs))
    for width in (24, 16):
        h = layers.Conv2DTranspose(width, 3, activation="relu", strides=2, padding="same")(h)
    decoder = keras.Model(inputs, layers.Conv2DTranspose(1, 3, padding="same")(h), name="decoder")
    model = VAE(encoder, decoder)
    model.compile(optimizer=keras.optimizers.Adam(), **QUICK)
    model.fit(x, epochs=1, batch_size=96, verbose=0, callbacks=callbacks)


def residual_block(x, width):
    residual = x if x.shape[-1] == width else layers.Conv2D(width, kernel_size=1)(x)
    x = layers.BatchNormalization(center=False, scale=False)(x)
    x = layers.Conv2D(width, kernel_size=3, padding="same", activation=keras.activations.swish)(x)
    x = layers.Conv2D(width, kernel_size=3, padding="same")(x)
    return layers.Add()([x, residual])


@keras.saving.register_keras_serializable("wild")
def sinusoidal_embedding(x):
    angular = ops.cast(2.0 * np.pi * np.exp(np.linspace(0, np.log(1000.0), 4)), "float32")
    return ops.concatenate([ops.sin(angular * x), ops.cos(angular * x)], axis=3)


def build_denoiser():
    noisy_images, noise_variances = keras.Input((16, 16, 1)), keras.Input((1, 1, 1))
    e = layers.Lambda(sinusoidal_embedding, output_shape=(1, 1, 8))(noise_variances)
    e = layers.UpSampling2D(size=16, interpolation="nearest")(e)
    x = layers.Concatenate()([layers.Conv2D(8, kernel_size=1)(noisy_images), e])
    skips = []
    for width in (8, 16):
        for _ in range(2):
            x = residual_block(x, width)
            skips.append(x)
        x = layers.AveragePooling2D(pool_size=2)(x)
    for _ in range(2):
        x = residual_block(x, 24)
    for width in (16, 8):
        x = layers.UpSampling2D(size=2, interpolation="bilinear")(x)
        for _ in range(2):
            x = residual_block(layers.Concatenate()([x, skips.pop()]), width)
    x = layers.Conv2D(1, kernel_size=1, kernel_initializer="zeros")(x)
    return keras.Model([noisy_images, noise_variances], x, name="residual_unet")


class DiffusionModel(keras.Model):
    def __init__(self):
        super().__init__()
        self.normalizer = layers.Normalization()
        self.network = build_denoiser()
        self.ema_network = keras.models.clone_model(self.network)

    def compile(self, **kwargs):
        super().compile(**kwargs)
        self.noise_loss_tracker = keras.metrics.Mean(name="n_loss")

    @property
    def metrics(self):
        return [self.noise_loss_tracker]

    def denoise(self, noisy_images, noise_rates, signal_rates, training):
        network = self.network if training else self.ema_network
        pred_noises = network([noisy_images, noise_rates**2], training=training)
        return pred_noises, (noisy_images - noise_rates * pred_noises) / signal_rates

    def train_step(self, images):
        images = self.normalizer(images, training=True)
        noises = keras.random.normal(shape=(96, 16, 16, 1))
        angles = 0.3 + 1.2 * keras.random.uniform(shape=(96, 1, 1, 1))
        noisy_images = ops.cos(angles) * images + ops.sin(angles) * noises
        with tf.GradientTape() as tape:
            pred_noises, _ = self.denoise(noisy_images, ops.sin(angles), ops.cos(angles), training=True)
            noise_loss = self.loss(noises, pred_noises)
        gradients = tape.gradient(noise_loss, self.network.trainable_weights)
        self.optimizer.apply_gradients(zip(gradients, self.network.trainable_weights, strict=True))
        self.noise_loss_tracker.update_state(noise_loss)
        for weight, ema_weight in zip(self.network.weights, self.ema_network.weights, strict=True):
            ema_weight.assign(0.999 * ema_weight + 0.001 * weight)
        return {"n_loss": self.noise_loss_tracker.result()}


@wild(
    "denoising diffusion",
    taps=["conv2d", "add_1", "add_3", "add_5", "add_6", "add_7", "add_9", "conv2d_28"],
    labels="none",
    rows=(16, 16, 1),
    needs=lambda: {"model": "network", "data": ([digits()[0][0], np.full((96, 1, 1, 1), 0.1, "float32")], None)},
)
def diffusion(callbacks):
    (x, _), _ = digits()
    model = DiffusionModel()
    model.compile(optimizer=keras.optimizers.AdamW(1e-3), loss=keras.losses.mean_absolute_error, **QUICK)
    model.normalizer.adapt(x)
    model.fit(images_of(x), epochs=1, verbose=0, callbacks=callbacks)


class GAN(keras.Model):
    def __init__(self, discriminator, generator, latent_dim):
        super().__init__()
        self.discriminator, self.generator, self.latent_dim = discriminator, generator, latent_dim
        self.seed_generator = keras.random.SeedGenerator(1337)

    def compile(self, d_optimizer, g_optimizer, loss_fn, **kwargs):
        super().compile(**kwargs)
        self.d_optimizer, self.g_optimizer, self.loss_fn = d_optimizer, g_optimizer, loss_fn

    def train_step(self, real_images):
        rows = ops.shape(real_images)[0]
        noise = keras.random.normal((rows, self.latent_dim), seed=self.seed_generator)
        images = ops.concatenate([self.generator(noise), real_images], axis=0)
        labels = ops.concatenate([ops.ones((rows, 1)), ops.zeros((rows, 1))], axis=0)
        with tf.GradientTape() as tape:
            d_loss = self.loss_fn(labels, self.discriminator(images))
        weights = self.discriminator.trainable_weights
        self.d_optimizer.apply_gradients(zip(tape.gradient(d_loss, weights), weights, strict=True))
        with tf.GradientTape() as tape:
            g_loss = self.loss_fn(ops.zeros((rows, 1)), self.discriminator(self.generator(noise)))
        weights = self.generator.trainable_weights
        self.g_optimizer.apply_gradients(zip(tape.gradient(g_loss, weights), weights, strict=True))
        return {"d_loss": d_loss, "g_loss": g_loss}


@wild(
    "GAN: the discriminator is measured",
    taps=["leaky_re_lu", "leaky_re_lu_1", "dense"],
    labels="none",
    rows=(16, 16, 1),
)
def gan(callbacks):
    (x, _), _ = digits()
    discriminator = keras.Sequential(
        [
            keras.Input((16, 16, 1)),
            layers.Conv2D(16, 4, strides=2, padding="same"),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Conv2D(24, 4, strides=2, padding="same"),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Flatten(),
            layers.Dropout(0.2),
            layers.Dense(1, activation="sigmoid"),
        ],
        name="discriminator",
    )
    generator = keras.Sequential(
        [
            keras.Input((8,)),
            layers.Dense(4 * 4 * 8),
            layers.Reshape((4, 4, 8)),
            layers.Conv2DTranspose(16, 4, strides=2, padding="same"),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Conv2DTranspose(1, 4, strides=2, padding="same"),
        ],
        name="generator",
    )
    model = GAN(discriminator, generator, 8)
    optimizers = keras.optimizers.Adam(1e-4), keras.optimizers.Adam(1e-4)
    model.compile(*optimizers, keras.losses.BinaryCrossentropy(), **QUICK)
    model.fit(images_of(x), epochs=1, verbose=0, callbacks=callbacks)
