"""What is trained by gradient steps, against NumPy in float64 and PyTorch's own optimizers; run on each backend."""

import itertools
import subprocess

import keras
import numpy as np
import pytest
from builders.processes import command_of, environment_of
from builders.references import train_by_numpy
from builders.tolerance import assert_close

from keras_phases.backend.arrays import compiled, full_float32, host, value_and_gradient, without_gradients
from keras_phases.decoders.gradient import (
    SGD,
    Adam,
    DivergedError,
    Job,
    Training,
    draw_orders,
    draw_weights,
    squared_error,
    train_together,
)
from keras_phases.decoders.heads import ConvTransposeHead, DenseHead
from keras_phases.probes.sgd import build_sgd_training, sgd_targets

NUM_ROWS, NUM_FEATURES, NUM_OUTPUTS, BATCH_SIZE = 75, 6, 4, 16


@pytest.fixture(autouse=True)
def as_in_a_probe_step():
    with full_float32(), without_gradients():
        yield


def draw_rows(seed=0, num_rows=NUM_ROWS):
    rng = np.random.default_rng(seed)
    features = rng.standard_normal((num_rows, NUM_FEATURES)).astype("f4") + 0.5
    targets = features @ rng.standard_normal((NUM_FEATURES, NUM_OUTPUTS)) + rng.standard_normal((num_rows, NUM_OUTPUTS))
    return features, targets.astype("f4")


ADAM = Adam(3e-3, 1e-2)


def dense(optimizer=ADAM, epochs=3, batch_size=BATCH_SIZE):
    return Training(DenseHead(NUM_FEATURES, NUM_OUTPUTS), squared_error, optimizer, epochs, batch_size)


def trained_weights(training, features, targets, seed=0):
    (trained,) = train_together([Job(training, features, targets)], seed=seed)
    assert trained.flaw is None
    return host(trained.weights["kernel"]), host(trained.weights["bias"])


@pytest.mark.parametrize("weight_decay", [0.0, 1e-5, 0.3], ids=str)
def test_adam_equals_numpy_in_float64(weight_decay):
    rows, training = draw_rows(), dense(Adam(3e-3, weight_decay))
    for found, expected in zip(trained_weights(training, *rows), train_by_numpy(training, *rows), strict=True):
        assert_close(found, expected, relative=1e-5)


TASKS = ("classes", "multilabel", "regression")


def draw_labels(task, targets):
    if task == "classes":
        return targets.argmax(axis=1)
    return (targets > 0).astype(np.int64) if task == "multilabel" else targets.astype(np.float64)


@pytest.mark.parametrize("task", TASKS)
def test_the_sgd_probe_equals_numpy_in_float64(task):
    features, targets = draw_rows()
    labels, training = draw_labels(task, targets), build_sgd_training(NUM_FEATURES, NUM_OUTPUTS, task)
    assert (training.epochs, training.batch_size) == (20, 128)
    # Of 75 rows one batch is an epoch; ten epochs at each of the two rates.
    found = trained_weights(training, features, sgd_targets(labels))
    for ours, expected in zip(found, train_by_numpy(training, features, labels, task), strict=True):
        assert_close(ours, expected, relative=1e-5)


def case_of(name):
    """Training, rows and labels of a case of `torch_training.py`."""
    features, targets = draw_rows(num_rows=300)
    if name == "adam":
        return dense(epochs=5), features, targets
    labels = draw_labels(name, targets)
    return build_sgd_training(NUM_FEATURES, NUM_OUTPUTS, name), features, labels


@pytest.fixture(scope="module")
def torch_weights(tmp_path_factory):
    """What PyTorch's optimizers make of our first weights in our order of rows; its optimizers load what ends a process
    that has loaded TensorFlow."""
    pytest.importorskip("torch")
    folder, given = tmp_path_factory.mktemp("torch"), {}
    for name in ("adam", *TASKS):
        training, features, targets = case_of(name)
        targets = targets if name == "classes" else targets.astype(np.float32)
        orders = np.stack(list(itertools.islice(draw_orders(len(features), 0), training.epochs)))
        arrays = {"features": features, "targets": targets, "orders": orders} | draw_weights(training.head, 0)
        given |= {f"{name}_{key}": array for key, array in arrays.items()}
    np.savez(folder / "given.npz", **given)
    command = command_of("torch_training", "given.npz", "found.npz")
    subprocess.run(command, cwd=folder, env=environment_of(), check=True, timeout=300)
    return np.load(folder / "found.npz")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["adam", *TASKS])
def test_weights_equal_those_of_pytorch(name, torch_weights):
    training, features, targets = case_of(name)
    targets = targets if name == "adam" else sgd_targets(targets)
    for key, ours in zip(("kernel", "bias"), trained_weights(training, features, targets), strict=True):
        assert_close(ours, torch_weights[f"{name}_{key}"], relative=1e-5)


def penalised(kernel, bias, features, targets, weight_decay):
    """The objective that coupled decay stands for, float64."""
    features, kernel, bias = (array.astype(float) for array in (features, kernel, bias))
    return np.mean((features @ kernel + bias - targets) ** 2) + 0.5 * weight_decay * (np.sum(kernel**2) + bias @ bias)


def test_many_epochs_approach_the_ridge_regression_of_half_the_decay_times_rows_and_outputs():
    features, targets = draw_rows()
    weight_decay = 0.05
    # A column of ones, since the bias decays too.
    A = np.hstack([features, np.ones((NUM_ROWS, 1))]).astype(float)
    strength = 0.5 * weight_decay * NUM_ROWS * NUM_OUTPUTS
    solved = np.linalg.solve(A.T @ A + strength * np.eye(NUM_FEATURES + 1), A.T @ targets)
    least = penalised(solved[:-1], solved[-1], features, targets, weight_decay)
    above = []
    for epochs in (10, 100, 250):
        weights = trained_weights(dense(Adam(0.03, weight_decay), epochs, NUM_ROWS), features, targets)
        above.append(penalised(*weights, features, targets, weight_decay) / least - 1)
    assert above[0] > 3 * above[1] > 0
    assert -1e-12 < above[2] < 1e-5


def test_rotated_inputs_are_reconstructed():
    rng = np.random.default_rng(0)
    inputs = rng.standard_normal((64, NUM_OUTPUTS)).astype("f4")
    rotation, _ = np.linalg.qr(rng.standard_normal((NUM_OUTPUTS, NUM_OUTPUTS)))
    training = Training(DenseHead(NUM_OUTPUTS, NUM_OUTPUTS), squared_error, Adam(0.03, 0.0), 200, 64)
    kernel, bias = trained_weights(training, (inputs @ rotation).astype("f4"), inputs)
    assert_close(kernel, rotation.T, relative=1e-3)
    assert np.abs(bias).max() < 1e-3


def test_first_weights_lie_within_the_bounds_and_fill_them():
    drawn = draw_weights(DenseHead(100, 50), 0)
    for array in drawn.values():
        assert array.dtype == np.float32 and 0.97 * 0.1 < np.abs(array).max() <= 0.1 and abs(array.mean()) < 0.01 + 0.05
    deconv = draw_weights(ConvTransposeHead((4, 4), 9, (16, 16, 2), channels=8), 0)
    assert [layer["kernel"].shape for layer in deconv] == [(3, 3, 9, 9), (4, 4, 8, 9), (4, 4, 2, 8)]
    # PyTorch's bound for a transposed convolution is of its outputs: 8 and 2 channels of 4 x 4.
    for layer, bound in zip(deconv, (81**-0.5, 128**-0.5, 32**-0.5), strict=True):
        assert 0.97 * bound < np.abs(layer["kernel"]).max() <= bound * (1 + 1e-6)


def test_bounds_of_first_weights_are_those_of_pytorch():
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    theirs = (torch.nn.Linear(400, 300), torch.nn.ConvTranspose2d(9, 80, 4), torch.nn.Conv2d(90, 50, 3))
    heads = DenseHead(400, 300), ConvTransposeHead((2, 2), 9, (8, 8, 3), channels=80)
    ours = (
        draw_weights(heads[0], 0),
        draw_weights(heads[1], 0)[1],
        draw_weights(ConvTransposeHead((8, 8), 90, (8, 8, 50)), 0)[0],
    )
    for own, layer in zip(ours, theirs, strict=True):
        assert_close(np.abs(own["kernel"]).max(), layer.weight.detach().abs().max().item(), relative=1e-2)


def test_weights_are_the_same_whatever_trains_beside_them():
    features, targets = draw_rows()
    others = draw_rows(seed=1)
    first, second = dense(), dense(SGD())
    alone = [trained_weights(first, features, targets), trained_weights(second, *others)]
    slower = dense(epochs=1, batch_size=7)
    jobs = [Job(first, features, targets), Job(slower, *others), Job(second, *others), Job(slower, features, targets)]
    together = train_together(jobs, seed=0)
    for place, expected in ((0, alone[0]), (2, alone[1])):
        for name, array in zip(("kernel", "bias"), expected, strict=True):
            assert_close(host(together[place].weights[name]), array, relative=1e-6)


def test_a_second_training_gives_the_same_bits_and_another_seed_does_not():
    rows, training = draw_rows(), dense()
    first, second, other = (trained_weights(training, *rows, seed=seed)[0] for seed in (5, 5, 6))
    assert np.array_equal(first, second) and not np.array_equal(first, other)


def test_global_random_states_stay(monkeypatch):
    before = np.random.get_state()[1].copy()
    trained_weights(dense(), *draw_rows())
    assert np.array_equal(before, np.random.get_state()[1])


@pytest.mark.parametrize("spoiled", ["features", "targets"])
def test_rows_that_are_not_finite_spoil_their_own_training_alone(spoiled):
    rows = dict(zip(("features", "targets"), draw_rows(), strict=True))
    spoilt = rows[spoiled].copy()
    spoilt[3, 0] = np.inf
    sound = trained_weights(dense(), **rows)
    jobs = [Job(dense(), **rows | {spoiled: spoilt}), Job(dense(), **rows)]
    found = train_together(jobs, seed=0)
    assert [trained.flaw for trained in found] == [FloatingPointError, None]
    assert_close(host(found[1].weights["kernel"]), sound[0], relative=1e-6)


def test_a_training_that_runs_off_says_so():
    features, targets = draw_rows()
    (found,) = train_together([Job(dense(SGD(), epochs=20), 1e4 * features, targets)], seed=0)
    assert found.flaw is DivergedError
    with pytest.raises(DivergedError, match="the weights after the last step are not finite"):
        found.sound_weights()


def test_nothing_is_compiled_anew_from_step_to_step_or_from_one_training_to_the_next():
    if keras.backend.backend() == "torch":
        pytest.skip("PyTorch compiles nothing here")
    calls = []

    def counted(outputs, targets):
        calls.append(outputs.shape)
        return squared_error(outputs, targets)

    training = Training(DenseHead(NUM_FEATURES, NUM_OUTPUTS), counted, SGD(slower_from=1), 3, BATCH_SIZE)
    rows = draw_rows()
    trained_weights(training, *rows)
    assert [tuple(shape) for shape in calls] == [(16, NUM_OUTPUTS), (11, NUM_OUTPUTS)]
    trained_weights(training, *draw_rows(seed=1), seed=1)
    assert len(calls) == 2


def test_no_training_trains_nothing():
    assert train_together([], seed=0) == []


def torch_deconv(torch, head, weights):
    """The same network of PyTorch's own layers; images `(n, H, W, C)`, weights of Keras's layout."""
    leaves = [
        {name: torch.tensor(np.array(array), requires_grad=True) for name, array in layer.items()} for layer in weights
    ]

    def outputs(features):
        first, *others = leaves
        nn, maps = torch.nn.functional, torch.from_numpy(features).reshape(-1, *head.grid, head.num_channels)
        if head.grid == (1, 1):
            x = (maps @ first["kernel"] + first["bias"]).permute(0, 3, 1, 2)
        else:
            x = nn.conv2d(maps.permute(0, 3, 1, 2), first["kernel"].permute(3, 2, 0, 1), first["bias"], padding=1)
        for layer in others:
            kernel = layer["kernel"].permute(3, 2, 0, 1)
            x = nn.conv_transpose2d(torch.relu(x), kernel, layer["bias"], stride=2, padding=1)
        return x.permute(0, 2, 3, 1)

    return outputs, leaves


HEADS = {
    "flat": ConvTransposeHead((1, 1), 5, (8, 8, 3), channels=4),
    "one_doubling": ConvTransposeHead((4, 4), 5, (8, 8, 3), channels=4),
    "three": ConvTransposeHead((1, 2), 5, (8, 16, 3), channels=4),
    "none": ConvTransposeHead((4, 4), 5, (4, 4, 3)),
}


@pytest.mark.parametrize("name", HEADS)
def test_the_deconvolution_network_and_its_gradient_are_those_of_pytorch(name):
    torch = pytest.importorskip("torch")
    head, rng = HEADS[name], np.random.default_rng(0)
    features = rng.standard_normal((6, head.grid[0] * head.grid[1] * head.num_channels)).astype("f4")
    images = rng.standard_normal((6, *head.image)).astype("f4")
    drawn = draw_weights(head, 0)

    def evaluate(weights, features, images):
        return value_and_gradient(lambda weights: squared_error(head.outputs(weights, features), images))(weights)

    tensors = keras.tree.map_structure(keras.ops.convert_to_tensor, (drawn, features, images))
    loss, gradient = compiled(evaluate)(*tensors)
    with torch.enable_grad():
        outputs, leaves = torch_deconv(torch, head, drawn)
        found = outputs(features)
        expected = torch.mean((found - torch.from_numpy(images)) ** 2)
        expected.backward()
    assert found.shape == images.shape
    assert_close(host(head.outputs(tensors[0], tensors[1])), found.detach().numpy(), relative=1e-5)
    assert_close(float(host(loss)), expected.item(), relative=1e-5)
    for own, layer in zip(gradient, leaves, strict=True):
        for name, tensor in own.items():
            assert_close(host(tensor), layer[name].grad.numpy(), relative=1e-4)


@pytest.mark.parametrize("name", HEADS)
def test_a_network_counts_its_own_work(name):
    head = HEADS[name]
    drawn = draw_weights(head, 0)
    assert head.num_weights == sum(array.size for layer in drawn for array in layer.values())
    kernels = [layer["kernel"].shape for layer in drawn]
    grid, activations = head.grid, 0
    for place, kernel in enumerate(kernels):
        grid = grid if place == 0 else (2 * grid[0], 2 * grid[1])
        activations += np.prod(grid) * kernel[-1 if place == 0 else 2]
    assert head.num_activations == activations
    assert grid == head.image[:2]


def test_the_paper_network_of_the_last_features_of_vgg8():
    drawn = draw_weights(ConvTransposeHead((1, 1), 512, (32, 32, 3)), 0)
    shapes = [layer["kernel"].shape for layer in drawn]
    assert shapes == [
        (512, 512),
        *[(4, 4, to, of) for of, to in ((512, 512), (512, 256), (256, 128), (128, 64), (64, 3))],
    ]


def test_a_grid_that_is_not_doubled_to_the_image_is_refused():
    with pytest.raises(ValueError, match="is no grid of"):
        ConvTransposeHead((7, 7), 5, (32, 32, 3))
