"""The one exception that becomes a 4xx response."""

_LONGEST = 200


def shorten(name):
    """A name that a request gave, cut where no run of anybody's has such a name."""
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}..."


class RequestError(Exception):
    """A request that cannot be answered as asked.

    Args:
        message: What happened, what was expected and how to fix it.
        code: HTTP status, 400 to 499.
        run: Run the request was about, or None.
        tag: Tag the request was about, or None.
    """

    def __init__(self, message, *, code=400, run=None, tag=None):
        super().__init__(message)
        self.code = code
        self.run = None if run is None else shorten(run)
        self.tag = tag
