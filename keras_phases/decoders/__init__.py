"""Decoders: features -> input. `linear` and `patch` are exact; `ridge` solves them; `base` is what they share."""

from keras_phases.decoders.families import Linear, Patch, Pooled, resolve_decoders

__all__ = ["Linear", "Patch", "Pooled", "resolve_decoders"]
