"""The one exception that becomes a 4xx response."""


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
        self.run = run
        self.tag = tag
