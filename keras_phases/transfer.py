"""Which checkpoint and which layer serve a second task best: the public name of `checkpoints.transfer`."""

from keras_phases.checkpoints.transfer import FineTune, TransferRow, TransferTable, advise, evaluate_transfer

__all__ = ["FineTune", "TransferRow", "TransferTable", "advise", "evaluate_transfer"]
