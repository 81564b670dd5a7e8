"""Draws docs/house.svg: the rooms of `keras_phases`, and how many imports lead from each to those that it stands on.

    make house      # or: python docs/draw_house.py

Rooms stand on a staircase in the order of the data. An import is an arrow from a room to the left and up to one that
stands before it; the number at its corner says from how many modules to how many, each pair once. An arrow that
pointed the other way would lie above the stairs; tests/house_test.py fails on one, and where the picture is not what
this script draws today. What every room may import (`arguments`, `schedule`, `warning`, ...) is left out.
"""

import ast
import collections
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "house.svg"
ROOMS = {
    "backend": "what differs between backends, and all private Keras",
    "data": "which examples are measured, read without a trace",
    "network": "what the layers of a model give",
    "decoders": "features to what is reconstructed",
    "probes": "features to labels",
    "quantities": "further columns of the record",
    "record": "what is kept and what it says; without Keras",
    "measure": "one probe step",
    "checkpoints": "weights on disk, and what is measured of them",
    "callbacks": "what acts in a running fit",
    "components": "steps of a pipeline, as TFX has them",
}
"""In the order of the data, each with what it holds."""

_ACROSS, _DOWN, _WIDTH, _HEIGHT, _MARGIN = 84, 46, 96, 28, 14


def find_imports(package):
    """`{(importing module, imported module), ...}` of a package's folder, wherever an import stands in a module."""
    modules = {_name(path, package): path for path in package.rglob("*.py")}
    pairs = set()
    for module, path in modules.items():
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                named = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                whole = [f"{node.module}.{alias.name}" for alias in node.names]
                named = [name if name in modules else node.module for name in whole]
            else:
                continue
            pairs.update((module, name) for name in named if name in modules)
    return pairs


def _name(path, package):
    return ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")


def count_imports(pairs):
    """How many imports lead from a room to another, `{(room, room): count}`."""
    rooms = ((one.split(".")[1:2], other.split(".")[1:2]) for one, other in pairs)
    counts = collections.Counter((*one, *other) for one, other in rooms)
    return {pair: count for pair, count in counts.items() if len({*pair} & ROOMS.keys()) == 2}


def draw(counts):
    """The picture as SVG."""
    names, lines, numbers = list(ROOMS), [], []
    for (room, target), count in sorted(counts.items(), key=lambda item: [names.index(name) for name in item[0]]):
        lines.append(_arrow(names.index(room), names.index(target)))
        numbers += _number(names.index(room), names.index(target), count)
    boxes = [part for place, (name, text) in enumerate(ROOMS.items()) for part in _box(place, name, text)]
    width, height = _MARGIN * 2 + _ACROSS * len(names) + 330, _MARGIN * 2 + _DOWN * len(names)
    return "\n".join([_head(width, height), *lines, *numbers, *boxes, "</svg>", ""])


def _head(width, height):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        'font-size="12">\n'
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        '<path d="M0 0 8 4 0 8z" fill="#8899aa"/></marker></defs>\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
    )


def _middle(place):
    return _MARGIN + _ACROSS * place + _WIDTH // 2, _MARGIN + _DOWN * place + _HEIGHT // 2


def _arrow(room, target):
    """From a room along its row to the column of another, and along that to it."""
    (x, y), (target_x, target_y) = _middle(room), _middle(target)
    side, end = (-1, 1) if room > target else (1, -1)
    path = f"M{x + side * _WIDTH // 2} {y}H{target_x}V{target_y + end * (_HEIGHT // 2 + 1)}"
    return f'<path d="{path}" fill="none" stroke="#8899aa" marker-end="url(#head)"/>'


def _number(room, target, count):
    x, y = _middle(target)[0], _middle(room)[1]
    return [
        f'<circle cx="{x}" cy="{y}" r="10" fill="#fff" stroke="#8899aa"/>',
        f'<text x="{x}" y="{y + 4}" text-anchor="middle">{count}</text>',
    ]


def _box(place, name, text):
    x, y = _middle(place)
    return [
        f'<rect x="{x - _WIDTH // 2}" y="{y - _HEIGHT // 2}" width="{_WIDTH}" height="{_HEIGHT}" rx="5" '
        'fill="#e8eef7" stroke="#335588"/>',
        f'<text x="{x}" y="{y + 4}" text-anchor="middle" font-weight="bold">{name}</text>',
        f'<text x="{x + _WIDTH // 2 + 10}" y="{y + 4}" fill="#444">{text}</text>',
    ]


def main():
    """Writes the picture, and says whether it has changed."""
    picture = draw(count_imports(find_imports(ROOT / "keras_phases")))
    is_new = not PICTURE.exists() or PICTURE.read_text() != picture
    PICTURE.write_text(picture)
    print(f"{PICTURE}: {'drawn' if is_new else 'as it was'}")


if __name__ == "__main__":
    main()
