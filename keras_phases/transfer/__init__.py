"""How well the checkpoints of a run serve a second task: with frozen features, or fine-tuned."""

from keras_phases.transfer.evaluation import evaluate_transfer
from keras_phases.transfer.finetuning import FineTune
from keras_phases.transfer.table import TransferRow, TransferTable

__all__ = ["FineTune", "TransferRow", "TransferTable", "evaluate_transfer"]
