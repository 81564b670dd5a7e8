"""Decoders: features -> input. `families` names them, `linear` and `patch` are exact, `ridge` solves them."""

from keras_phases.decoders.families import Linear, Patch, Pooled, resolve_decoders

__all__ = ["Linear", "Patch", "Pooled", "resolve_decoders"]
