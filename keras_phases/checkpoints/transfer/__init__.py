"""How well the checkpoints of a run serve a second task: with frozen features, or fine-tuned."""

from keras_phases.checkpoints.transfer.advise import advise
from keras_phases.checkpoints.transfer.evaluate import evaluate_transfer
from keras_phases.checkpoints.transfer.finetune import FineTune
from keras_phases.checkpoints.transfer.table import TransferRow, TransferTable

__all__ = ["FineTune", "TransferRow", "TransferTable", "advise", "evaluate_transfer"]
