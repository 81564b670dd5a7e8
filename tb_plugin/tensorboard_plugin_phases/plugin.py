"""Routes of the Phases tab; `http_api.md` describes them."""

import dataclasses
import pathlib

from tensorboard import plugin_util
from tensorboard.backend import http_util
from tensorboard.plugins import base_plugin
from werkzeug import wrappers

from keras_phases.record import schema
from tensorboard_plugin_phases import encoding, images, phase_reports
from tensorboard_plugin_phases.errors import RequestError
from tensorboard_plugin_phases.runs import PhaseStore, hash_state

_PAGE = pathlib.Path(__file__).parent / "static" / "index.js"
_METHODS = ("GET", "HEAD")
MAX_RUNS = 64
"""Runs that one request may name."""


@dataclasses.dataclass(frozen=True)
class Reply:
    """What a route answers: the content (or how to make it, if the browser lacks it), its type and its ETag.

    A browser may keep it for `expires` seconds without asking again.
    """

    make_content: object
    content_type: str = "application/json"
    etag: str | None = None
    expires: int = 0


class PhasesPlugin(base_plugin.TBPlugin):
    """Serves the page and the runs it draws; loads neither Keras nor TensorFlow.

    Args:
        context: `base_plugin.TBContext` with a data provider.
    """

    plugin_name = schema.PLUGIN_NAME

    def __init__(self, context):
        self._store = PhaseStore(context.data_provider)
        self._images = images.ImageStore(context.data_provider, self._store)

    def get_plugin_apps(self):
        """WSGI applications by route."""
        answers = {
            "/runs": self._list_runs,
            "/metrics": self._read_metrics,
            "/metrics.json": self._read_readable_metrics,
            "/phases": self._read_phases,
            "/images": self._list_images,
            "/image": self._read_image,
            "/index.js": _read_page,
        }
        return {route: _serve(answer) for route, answer in answers.items()}

    def is_active(self):
        """False, at no cost: TensorBoard itself looks whether any run has data of this plugin."""
        return False

    def frontend_metadata(self):
        """Name and entry module of the tab."""
        return base_plugin.FrontendMetadata(es_module_path="/index.js", tab_name="Phases")

    def _list_runs(self, request):
        summaries = self._store.list_runs(*_scope(request))
        # The names of many layers of many runs: written out only for a browser that lacks them.
        return Reply(
            lambda: encoding.encode_json({"runs": [encoding.describe_summary(summary) for summary in summaries]}),
            etag=hash_state([summary.etag for summary in summaries]),
        )

    def _read_metrics(self, request):
        runs, metrics = self._read_runs(request, MAX_RUNS), request.args.getlist("metric")
        return Reply(
            lambda: b"".join(encoding.encode_binary(run.with_metrics(metrics) if metrics else run) for run in runs),
            "application/octet-stream",
            _combined_etag(runs, metrics),
        )

    def _read_readable_metrics(self, request):
        (run,) = self._read_runs(request, 1)
        return Reply(lambda: encoding.encode_readable(run), etag=_combined_etag([run]))

    def _read_phases(self, request):
        runs = self._read_runs(request, MAX_RUNS)
        if len(runs) == 1:
            return Reply(lambda: phase_reports.encode_phases(runs[0]), etag=_combined_etag(runs))
        return Reply(
            lambda: f'{{"runs": [{", ".join(map(phase_reports.encode_phases, runs))}]}}', etag=_combined_etag(runs)
        )

    def _list_images(self, request):
        content = encoding.encode_json(self._images.describe(*_scope(request), request.args))
        return Reply(lambda: content, etag=hash_state(content))

    def _read_image(self, request):
        strip = self._images.find(*_scope(request), request.args)
        return Reply(strip.read, "image/png", strip.etag, expires=3600)

    def _read_runs(self, request, most):
        """The runs that a request names, each once."""
        names = list(dict.fromkeys(request.args.getlist("run")))
        if not names:
            raise RequestError(
                f"Argument 'run' is missing. Expected {request.path}?run=NAME with a name that /runs lists.",
                tag=schema.METRICS_TAG,
            )
        if len(names) > most:
            raise RequestError(
                f"{request.path} was asked for {len(names)} runs at once. Expected at most {most}; ask several times.",
                run=names[most],
                tag=schema.METRICS_TAG,
            )
        return self._store.read_runs(*_scope(request), names)


def _scope(request):
    return plugin_util.context(request.environ), plugin_util.experiment_id(request.environ)


def _combined_etag(runs, metrics=()):
    return hash_state(([run.summary.etag for run in runs], metrics))


def _read_page(_):
    content = _PAGE.read_bytes()
    return Reply(lambda: content, "text/javascript", hash_state(content))


def _serve(answer):
    """A WSGI application of `answer(request) -> Reply`; errors and unchanged content become responses here alone."""

    def application(environ, start_response):
        request = wrappers.Request(environ)
        try:
            if request.method not in _METHODS:
                raise RequestError(f"Method {request.method!r} is not answered. Expected GET or HEAD.", code=405)
            reply = answer(request)
            if reply.etag and request.if_none_match.contains_weak(reply.etag):
                return _respond_unchanged(request, reply, start_response)
            headers = [("ETag", f'"{reply.etag}"')] if reply.etag else []
            response = http_util.Respond(
                request, reply.make_content(), reply.content_type, headers=headers, expires=reply.expires
            )
        except RequestError as error:
            content = encoding.encode_json({"error": str(error), "run": error.run, "tag": error.tag})
            headers = [("Allow", ", ".join(_METHODS))] if error.code == 405 else []
            response = http_util.Respond(request, content, "application/json", code=error.code, headers=headers)
        return response(environ, start_response)

    return application


def _respond_unchanged(request, reply, start_response):
    response = http_util.Respond(
        request,
        b"",
        reply.content_type,
        code=304,
        headers=[("ETag", f'"{reply.etag}"')],
        expires=reply.expires,
        content_encoding="identity",
    )
    # werkzeug would drop the Content-Type of a 304, which TensorBoard's security check misses in every response.
    kept = [(name, value) for name, value in response.headers if name not in ("Content-Length", "Content-Encoding")]
    start_response("304 Not Modified", kept)
    return []
