"""JSON that anybody may have written: read into a type at once, or refused. Loads nothing heavy."""

import json
import math
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import msgspec

from keras_phases.warning import as_printed

_Read = TypeVar("_Read")

_DEEPEST = 8
"""Settings that nest deeper are no settings of ours, and deep enough they would exhaust the stack of a reader."""

Whole = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
_Plain = None | bool | Whole | float | str

if TYPE_CHECKING:
    Setting = Any
else:
    Setting = _Plain
    for _ in range(_DEEPEST):
        Setting = _Plain | list[Setting] | dict[str, Setting]


class _Versioned(msgspec.Struct):
    schema: Whole


def read_json(content: bytes, kind: type[_Read], *, version: int, fault: str = "") -> _Read:
    """The JSON object `content` as a `kind`, a class whose annotations say what may stand in it.

    Args:
        content: Bytes from wherever. NaN and infinity, which Python writes, are read as null.
        kind: A `msgspec.Struct` or dataclass; keys that it does not have are passed over.
        version: The `schema` that the object is to name.
        fault: How the error begins. Defaults to nothing.

    Raises:
        ValueError: for anything else: no JSON, numbers beyond 64 bits, text that is no Unicode, another schema, and
            what is missing or of another type.
    """
    try:
        fields = json.loads(content.decode(), parse_constant=lambda _: None, parse_float=_finite)
        schema = msgspec.convert(fields, _Versioned).schema
        if schema == version:
            msgspec.json.encode(fields)  # halves of characters, which no file or page can take
            return msgspec.convert(_as_names(fields), kind)
    except (ValueError, OverflowError, RecursionError) as error:
        raise ValueError(f"{fault}{type(error).__name__}: {error} in {content[:80]!r}") from error
    raise ValueError(f"schema {schema!r}, expected {version}; install the keras-phases that wrote it")


def write_json(fields: dict[str, Any]) -> bytes:
    """What `read_json` reads; text that is no Unicode has question marks in it."""
    return json.dumps(fields, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")


def _as_names(value):
    """The same with all text on one line, and without what would command the terminal that it is printed to."""
    if isinstance(value, str):
        return as_printed(" ".join(value.splitlines()))
    if isinstance(value, dict):
        return {_as_names(name): _as_names(one) for name, one in value.items()}
    return list(map(_as_names, value)) if isinstance(value, list) else value


def _finite(text):
    if not math.isfinite(number := float(text)):
        raise ValueError(f"the number {text[:40]} is beyond 64 bits")
    return number
