"""What is measured of each tap: which decoder it gets, and how its linear probe is made."""

import dataclasses

from keras_phases.decoders.base import Recipe
from keras_phases.decoders.target import Target
from keras_phases.network.taps import Tap
from keras_phases.probes.recipe import ProbeRecipe


@dataclasses.dataclass(frozen=True)
class TapPlan:
    """How one tap is decoded and probed; decided and printed before training.

    Args:
        tap: The tap.
        recipe: How it is decoded.
        probe: How its linear probes are made.
    """

    tap: Tap
    recipe: Recipe
    probe: ProbeRecipe

    @property
    def decoder(self) -> str:
        """Name of the decoder's family, such as `"linear"`."""
        return self.recipe.name

    @property
    def strategy(self) -> str:
        """The decoder's solver, such as `"primal"`."""
        return self.recipe.strategy

    @property
    def target(self) -> Target:
        """What is reconstructed."""
        return self.recipe.target

    @property
    def probe_features(self) -> int:
        """Number of features that the linear probe sees."""
        return self.probe.num_features
