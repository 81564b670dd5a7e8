"""Decoders: features -> input. `linear` and `patch` are exact; `ridge` solves them; `base` is what they share."""
