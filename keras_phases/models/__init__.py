"""The paper's networks for images of 32x32 pixels, at any `width`, and any other of Keras's own by `application`.

The paper's are `vgg8`, `vgg11`, `vgg13`, `vgg16`, `resnet10` and `single_layer`; `resnet18` has its blocks twice. They
end in logits, and start from the paper's initialisation: kernels from `VarianceScaling(1/3, "fan_in", "uniform")`
(the default of the framework the paper used), zero biases, BatchNorm with momentum 0.9 and epsilon 1e-5. It matters:
with Keras's own Glorot kernels the reconstruction loss falls by 4 % within the first eight steps, which hides the
constant phase. The draw follows `keras.utils.set_random_seed`. The paper's recipe, batches of 128, no augmentation:

>>> import keras
>>> model = vgg8((32, 32, 3), 10)
>>> model.compile(
...     keras.optimizers.SGD(0.002, momentum=0.9),
...     keras.losses.SparseCategoricalCrossentropy(from_logits=True),
...     metrics=["accuracy"],
... )

Reference: Schneider & Prabhushankar, AAAI 2024, arXiv 2312.06887.
"""

from keras_phases.models.applications import application
from keras_phases.models.dense import single_layer
from keras_phases.models.resnet import resnet10, resnet18
from keras_phases.models.vgg import vgg8, vgg11, vgg13, vgg16

__all__ = ["application", "resnet10", "resnet18", "single_layer", "vgg8", "vgg11", "vgg13", "vgg16"]
