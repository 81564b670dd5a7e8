"""Trains a Linear by PyTorch's own optimizers, for `gradient_test.py`: in a process that loads no other backend.

`python -m programs.torch_training IN.npz OUT.npz`: of the cases in `CASES`, `<case>_features`, `<case>_targets`, first
weights `<case>_kernel`, `<case>_bias`, and the orders of the rows `<case>_orders`, one for each epoch, give
`<case>_kernel` and `<case>_bias`.
"""

import sys

import numpy as np
import torch

# The loss, the optimizer with its settings, and the batch size.
SGD = ("SGD", {"lr": 0.01, "momentum": 0.9}, 128)
CASES = {
    "adam": ("MSELoss", "Adam", {"lr": 3e-3, "weight_decay": 1e-2}, 16),
    "classes": ("CrossEntropyLoss", *SGD),
    "multilabel": ("BCEWithLogitsLoss", *SGD),
    "regression": ("MSELoss", *SGD),
}


def train(loss, optimizer, settings, batch_size, *, features, targets, kernel, bias, orders):
    layer = torch.nn.Linear(*kernel.shape)
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(kernel.T.copy()))
        layer.bias.copy_(torch.from_numpy(bias))
    loss, is_sgd = getattr(torch.nn, loss)(), optimizer == "SGD"
    optimizer = getattr(torch.optim, optimizer)(layer.parameters(), **settings)
    schedule = torch.optim.lr_scheduler.MultiStepLR(optimizer, [10], 0.1)
    features, targets = torch.from_numpy(features), torch.from_numpy(targets)
    for order in torch.from_numpy(orders):
        for rows in order.split(batch_size):
            optimizer.zero_grad()
            loss(layer(features[rows]), targets[rows]).backward()
            optimizer.step()
        if is_sgd:
            schedule.step()
    return {"kernel": layer.weight.detach().numpy().T, "bias": layer.bias.detach().numpy()}


if __name__ == "__main__":
    given, found = np.load(sys.argv[1]), {}
    for case, way in CASES.items():
        arrays = {name: given[f"{case}_{name}"] for name in ("features", "targets", "kernel", "bias", "orders")}
        found |= {f"{case}_{name}": array for name, array in train(*way, **arrays).items()}
    np.savez(sys.argv[2], **found)
