"""TensorBoard's Phases tab: reconstruction versus classification, layer by layer, over the training step.

Loads neither Keras nor TensorFlow. `metadata` is the leaf that writer and reader share; `data` turns event files into
runs; `plugin` has the routes; `loader` is what TensorBoard imports.
"""
