"""The paper protocol's probe of one layer, in PyTorch: a process that probe_cost.py asks for one evaluation at a time.

    linear decoder   Linear(d, P), mean squared error, Adam 3e-4, weight decay 1e-5, 20 epochs
    linear probes    Linear(d, C), cross-entropy, SGD .01, momentum .9, 20 epochs, a tenth of the rate after ten

in batches of 128, shuffled in every epoch. The original takes the features anew in every epoch of each loop: with
`"forward": true` a VGG-8 of drawn weights does so, its BatchNorm in training mode, as the original's.

Reads `<folder>/{features,x,classes,colours}_{fit,heldout}.npy`; answers each JSON line `{"epochs", "forward"}` on the
standard input with a line `{"epoch_seconds", "judging_seconds", "loss", "accuracies"}`.

Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
"""

import json
import sys
import time

import numpy as np
import torch
from absl import app, flags

FOLDER = flags.DEFINE_string("folder", None, "Folder of the arrays.", required=True)

EPOCHS, BATCH = 20, 128


def load(part):
    """The arrays of one part as tensors, images with channels first."""
    features, x, classes, colours = (
        np.load(f"{FOLDER.value}/{name}_{part}.npy") for name in ("features", "x", "classes", "colours")
    )
    return {
        "features": torch.from_numpy(features.reshape(len(features), -1)),
        "x": torch.from_numpy(np.ascontiguousarray(x.transpose(0, 3, 1, 2))),
        "classes": torch.from_numpy(classes.astype(np.int64)),
        "colours": torch.from_numpy(colours.astype(np.int64)),
    }


def vgg8(in_channels, num_features):
    """The paper's VGG-8 up to its last features, of that width."""
    layers, widths = [], [num_features // 16 * factor for factor in (1, 2, 4, 8, 16)]
    for channels, filters in zip([in_channels, *widths], widths, strict=False):
        layers += [
            torch.nn.Conv2d(channels, filters, 3, 2, 1, bias=False),
            torch.nn.BatchNorm2d(filters),
            torch.nn.ReLU(),
        ]
    return torch.nn.Sequential(*layers, torch.nn.Flatten())


def features_of(rows, batch, network):
    """Features of a batch, given or taken anew."""
    if network is None:
        return rows["features"][batch]
    with torch.no_grad():
        return network(rows["x"][batch])


def run_loop(rows, target, head, loss, optimizer, *, schedule, epochs, network):
    """One of the three loops; returns the seconds of each epoch."""
    seconds = []
    for _ in range(epochs):
        start = time.perf_counter()
        for batch in torch.randperm(len(rows["x"])).split(BATCH):
            optimizer.zero_grad()
            loss(head(features_of(rows, batch, network)), target[batch]).backward()
            optimizer.step()
        if schedule is not None:
            schedule.step()
        seconds.append(time.perf_counter() - start)
    return seconds


@torch.no_grad()
def judge(rows, heads, network):
    """Held-out reconstruction loss, and accuracies of the probes."""
    squares, hits = 0.0, dict.fromkeys(("classes", "colours"), 0)
    for batch in torch.arange(len(rows["x"])).split(BATCH):
        features = features_of(rows, batch, network)
        squares += float(((heads["decoder"](features) - rows["x"][batch].flatten(1)) ** 2).mean(dim=1).sum())
        for name in hits:
            hits[name] += int((heads[name](features).argmax(dim=1) == rows[name][batch]).sum())
    return squares / len(rows["x"]), {name: count / len(rows["x"]) for name, count in hits.items()}


def evaluate(fit, heldout, *, epochs, forward):
    """All three loops and the judgement of their heads."""
    torch.manual_seed(0)
    num_features = fit["features"].shape[1]
    network = vgg8(fit["x"].shape[1], num_features).train() if forward else None
    targets = {"decoder": fit["x"].flatten(1), "classes": fit["classes"], "colours": fit["colours"]}
    heads, seconds = {}, {}
    for name, target in targets.items():
        is_decoder = name == "decoder"
        head = heads[name] = torch.nn.Linear(num_features, target.shape[1] if is_decoder else int(target.max()) + 1)
        if is_decoder:
            loss, schedule = torch.nn.MSELoss(), None
            optimizer = torch.optim.Adam(head.parameters(), lr=3e-4, weight_decay=1e-5)
        else:
            loss, optimizer = torch.nn.CrossEntropyLoss(), torch.optim.SGD(head.parameters(), lr=0.01, momentum=0.9)
            schedule = torch.optim.lr_scheduler.MultiStepLR(optimizer, [EPOCHS // 2], 0.1)
        seconds[name] = run_loop(fit, target, head, loss, optimizer, schedule=schedule, epochs=epochs, network=network)
    start = time.perf_counter()
    loss, accuracies = judge(heldout, heads, network)
    judging = time.perf_counter() - start
    return {"epoch_seconds": seconds, "judging_seconds": judging, "loss": loss, "accuracies": accuracies}


def main(_):
    """Answers until the standard input ends."""
    fit, heldout = load("fit"), load("heldout")
    print(json.dumps({"ready": True, "num_threads": torch.get_num_threads()}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        answer = evaluate(fit, heldout, epochs=request["epochs"], forward=request["forward"])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    app.run(main)
