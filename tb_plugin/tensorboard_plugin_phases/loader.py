"""The entry point TensorBoard loads: keeps every probe step, and never takes TensorBoard down.

TensorBoard imports entry points unguarded, so this module imports nothing that can fail beyond TensorBoard itself.
"""

from tensorboard.plugins import base_plugin
from tensorboard.util import tb_logging

_logger = tb_logging.get_logger()


class PhasesLoader(base_plugin.TBLoader):
    """Loads the Phases tab, or leaves TensorBoard without it."""

    def fix_flags(self, flags):
        """Asks both data servers for every probe step and image, unless `--samples_per_plugin` says otherwise.

        The Python data server would keep 10 points of a plugin it does not know, and lose the first steps.
        """
        for name in ("phases", "phases_images"):
            flags.samples_per_plugin.setdefault(name, 0)

    def load(self, context):
        """The plugin, or None with a line in the log."""
        try:
            from tensorboard_plugin_phases import plugin

            return plugin.PhasesPlugin(context)
        except Exception as error:  # whatever is broken in an installation, the other tabs must open
            _logger.warning(
                "The Phases tab is left out: %s: %s. Reinstall keras-phases to get it back.",
                type(error).__name__,
                error,
            )
            return None
