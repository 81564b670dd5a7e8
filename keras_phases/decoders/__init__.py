"""Decoders: features -> input. `families` names them; `linear` and `patch` are solved by `ridge`, `heads` trained."""

from keras_phases.decoders.families import AdamLinear, ConvTransposeDecoder, Linear, Patch, Pooled, resolve_decoders

__all__ = ["AdamLinear", "ConvTransposeDecoder", "Linear", "Patch", "Pooled", "resolve_decoders"]
