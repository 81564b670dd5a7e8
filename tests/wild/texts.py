"""Text: strings as they are, tags of tokens, tokens that are left out and guessed; and places in a graph."""

import keras
import numpy as np
from keras import layers, ops

from wild.program import QUICK, wild
from wild.signals import TextBlock, TokenAndPositionEmbedding

WORDS = np.array("the a film actor plot was is good bad dull great never always ends begins".split())


def sentences(num_rows=120, length=10):
    """Ids of words from 1 on, padded by 0."""
    rng = np.random.default_rng(0)
    ids = rng.integers(1, len(WORDS) + 1, (num_rows, length)).astype("int32")
    return np.where(np.arange(length) < rng.integers(length // 2, length + 1, (num_rows, 1)), ids, 0).astype("int32")


@wild(
    "text, strings that the model itself makes numbers of",
    taps=["embedding", "bidirectional", "dense"],
    labels="2 classes",
    rows=(10, 8),
)
def strings(callbacks):
    import tensorflow as tf

    ids = sentences()
    texts = np.array([" ".join(WORDS[row[row > 0] - 1]) for row in ids])
    encoder = layers.TextVectorization(max_tokens=20, output_sequence_length=10)
    encoder.adapt(texts)
    stack = [encoder, layers.Embedding(20, 8, mask_zero=True), layers.Bidirectional(layers.LSTM(4))]
    stack += [layers.Dense(8, activation="relu"), layers.Dense(1)]
    model = keras.Sequential([keras.Input((), dtype="string"), *stack])
    model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam", **QUICK)
    data = tf.data.Dataset.from_tensor_slices((texts, (ids == 8).any(axis=1).astype("int32"))).shuffle(120).batch(40)
    model.fit(data, epochs=1, verbose=0, callbacks=callbacks)


@wild(
    "tags of tokens, a loss that leaves padding out",
    taps=["token_and_position_embedding", "text_block", "dense_2", "dense_3"],
    labels="4 classes a position",
    rows=(10, 8),
    is_portable=True,
)
def tags(callbacks):
    def masked(y_true, y_pred):
        costs = keras.losses.sparse_categorical_crossentropy(y_true, y_pred, from_logits=True)
        counts = ops.cast(y_true > 0, costs.dtype)
        return ops.sum(costs * counts) / ops.sum(counts)

    x = sentences()
    inputs = keras.Input((10,), dtype="int32")
    h = TextBlock(8, 2, 16)(TokenAndPositionEmbedding(10, 20, 8)(inputs))
    h = layers.Dense(8, activation="relu")(layers.Dropout(0.1)(h))
    model = keras.Model(inputs, layers.Dense(5)(h))
    model.compile("adam", masked, **QUICK)
    model.fit(x, np.where(x > 0, x % 4 + 1, 0), batch_size=120, epochs=1, verbose=0, callbacks=callbacks)


class MaskedLanguageModel(keras.Model):
    def train_step(self, data):
        import tensorflow as tf

        tokens, labels, weights = data
        with tf.GradientTape() as tape:
            costs = keras.losses.sparse_categorical_crossentropy(labels, self(tokens, training=True), from_logits=True)
            loss = ops.sum(costs * weights) / ops.sum(weights)
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        return {"loss": loss}


@wild(
    "masked language model, weights at the guessed tokens",
    taps=["token_and_position_embedding", "text_block", "text_block_1", "words"],
    labels="15 classes a position",
    rows=(10, 8),
)
def masked_language(callbacks):
    y = sentences() % 15 + 1
    weights = (np.random.default_rng(1).random(y.shape) < 0.3).astype("float32")
    inputs = keras.Input((10,), dtype="int32")
    h = TokenAndPositionEmbedding(10, 20, 8)(inputs)
    for _ in range(2):
        h = TextBlock(8, 2, 16)(h)
    model = MaskedLanguageModel(inputs, layers.Dense(20, name="words")(h))
    model.compile("adam", **QUICK)
    x = np.where(weights, 19, y).astype("int32")
    model.fit(x, y.astype("int32"), sample_weight=weights, batch_size=120, epochs=1, verbose=0, callbacks=callbacks)


class Nodes(keras.Model):
    """Two rounds of messages over the edges of a graph that it holds; called on places of nodes."""

    def __init__(self, features, edges):
        super().__init__()
        self.features, self.edges = ops.convert_to_tensor(features), edges
        self.rounds = [layers.Dense(8, activation="relu") for _ in range(2)]
        self.head, self.logits = layers.Dense(8, activation="gelu"), layers.Dense(2)

    def call(self, places):
        h = self.features
        for layer in self.rounds:
            sent = ops.take(layer(h), self.edges[1], axis=0)
            h = ops.concatenate([h, ops.segment_sum(sent, self.edges[0], num_segments=len(self.features))], axis=1)
        return self.logits(self.head(ops.take(h, places, axis=0)))


@wild(
    "nodes of a graph by their places",
    taps=["dense_2"],
    labels="2 classes",
    rows=(8,),
)
def nodes(callbacks):
    rng = np.random.default_rng(0)
    features, edges = rng.normal(size=(120, 6)).astype("float32"), rng.integers(0, 120, (2, 400)).astype("int32")
    model = Nodes(features, edges)
    model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), **QUICK)
    y = (features[:, 0] > 0).astype("int32")
    model.fit(np.arange(120), y, batch_size=40, epochs=1, verbose=0, callbacks=callbacks)


@wild(
    "language model, ids beside a mask of what is there",
    taps=["token_embedding", "text_block", "text_block_1", "logits"],
    labels="15 classes a position",
    rows=(10, 8),
    is_portable=True,
)
def language(callbacks):
    tokens = sentences()
    mask = (tokens > 0).astype("int32")
    inputs = {name: keras.Input((None,), dtype="int32", name=name) for name in ("padding_mask", "token_ids")}
    h = layers.Embedding(20, 8, name="token_embedding")(inputs["token_ids"])
    for _ in range(2):
        h = TextBlock(8, 2, 16)(h)
    h = layers.Multiply()([h, ops.cast(inputs["padding_mask"], "float32")[..., None]])
    model = keras.Model(inputs, layers.Dense(20, name="logits")(h))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss, weighted_metrics=["accuracy"], **QUICK)
    x, y, weights = {"padding_mask": mask, "token_ids": tokens}, *(np.roll(one, -1, 1) for one in (tokens, mask))
    model.fit(x, y, sample_weight=weights, batch_size=120, epochs=1, verbose=0, callbacks=callbacks)


class Generator(keras.Model):
    """Cuts its tokens into what it is called on and what follows, as its own training step knows alone."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def call(self, tokens, training=False):
        return self.network(tokens, training=training)

    def train_step(self, tokens):
        import tensorflow as tf

        with tf.GradientTape() as tape:
            scores = self(tokens[:, :-1], training=True)
            loss = ops.mean(keras.losses.sparse_categorical_crossentropy(tokens[:, 1:], scores, from_logits=True))
        self.optimizer.apply(tape.gradient(loss, self.trainable_variables), self.trainable_variables)
        return {"loss": loss}


@wild(
    "language model, tokens cut by its training step",
    taps=[f"network/{name}" for name in ("token_and_position_embedding", "text_block", "text_block_1", "logits")],
    labels="16 classes a position",
    rows=(9, 8),
    needs=lambda: {"data": (sentences()[:, :-1], sentences()[:, 1:])},
)
def generation(callbacks):
    inputs = keras.Input((9,), dtype="int32")
    h = TokenAndPositionEmbedding(9, 20, 8)(inputs)
    for _ in range(2):
        h = TextBlock(8, 2, 16)(h)
    model = Generator(keras.Model(inputs, layers.Dense(20, name="logits")(h), name="network"))
    model.compile("adam", **QUICK)
    model.fit(np.maximum(sentences(), 1), batch_size=120, epochs=1, verbose=0, callbacks=callbacks)
