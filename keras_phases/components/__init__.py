"""Steps of a pipeline with TFX's contract, and a runner that does each of them once.

    digits = DatasetGen(dataset="digits")
    trainer = PhaseTrainer(examples=digits.outputs["examples"], model_options={"width": 8})
    LocalRunner("pipeline").run([digits, trainer])

docs/pipelines.md says what they take and give and where it lies. Importing this loads neither Keras nor a backend.
"""

from keras_phases.components.artifacts import (
    Artifact,
    Examples,
    Model,
    ModelBlessing,
    ModelEvaluation,
    ModelRun,
    PhaseAnalysis,
    PhaseRecord,
    PushedModel,
)
from keras_phases.components.base import BaseComponent, BaseExecutor, ExecutorClassSpec
from keras_phases.components.base_beam import BaseBeamComponent, BaseBeamExecutor
from keras_phases.components.dataset_gen import DatasetGen, read_examples
from keras_phases.components.executions import Execution
from keras_phases.components.networks import register_network
from keras_phases.components.phase_analyzer import PhaseAnalyzer
from keras_phases.components.phase_trainer import PhaseTrainer
from keras_phases.components.probe_sweep import ProbeSweep
from keras_phases.components.pusher import Pusher
from keras_phases.components.runner import ComponentError, LocalRunner
from keras_phases.components.spec import Channel, ChannelParameter, ComponentSpec, ExecutionParameter, as_channel
from keras_phases.components.transfer_evaluator import TransferEvaluator

__all__ = [
    "Artifact",
    "BaseBeamComponent",
    "BaseBeamExecutor",
    "BaseComponent",
    "BaseExecutor",
    "Channel",
    "ChannelParameter",
    "ComponentError",
    "ComponentSpec",
    "DatasetGen",
    "Examples",
    "Execution",
    "ExecutionParameter",
    "ExecutorClassSpec",
    "LocalRunner",
    "Model",
    "ModelBlessing",
    "ModelEvaluation",
    "ModelRun",
    "PhaseAnalysis",
    "PhaseAnalyzer",
    "PhaseRecord",
    "PhaseTrainer",
    "ProbeSweep",
    "PushedModel",
    "Pusher",
    "TransferEvaluator",
    "as_channel",
    "read_examples",
    "register_network",
]
