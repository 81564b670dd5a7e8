import types
import warnings

import pytest

with warnings.catch_warnings():
    # TensorBoard's own copy of bleach complains about itself when it is imported.
    warnings.filterwarnings("ignore", "html5lib's sanitizer is deprecated", DeprecationWarning)
    from tensorboard.backend import application
from tensorboard.backend.event_processing import data_provider, plugin_event_multiplexer
from tensorboard_plugin_phases.loader import PhasesLoader
from werkzeug import test as werkzeug_test


@pytest.fixture
def open_app():
    """Serves a folder of event files through TensorBoard's own WSGI application and Python data provider."""

    def open_folder(log_dir, plugins=(PhasesLoader,)):
        flags = types.SimpleNamespace(logdir=str(log_dir), samples_per_plugin={}, window_title="", path_prefix="")
        for plugin in plugins:
            plugin().fix_flags(flags)
        multiplexer = plugin_event_multiplexer.EventMultiplexer(tensor_size_guidance=flags.samples_per_plugin)
        multiplexer.AddRunsFromDirectory(str(log_dir))
        multiplexer.Reload()
        provider = data_provider.MultiplexerDataProvider(multiplexer, str(log_dir))
        app = application.TensorBoardWSGIApp(flags, list(plugins), provider)
        client = werkzeug_test.Client(app)
        client.reload = multiplexer.Reload
        return client

    return open_folder
