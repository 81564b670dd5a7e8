"""Runs the programs on each backend and writes the table: `python -m wild docs/wild.md`; with names, those alone."""

import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import textwrap

BACKENDS = {"tensorflow": "TensorFlow", "jax": "JAX", "torch": "PyTorch"}

HEAD = """# Programs as people write them

`make wild` writes this page. It trains each program of [tests/wild/](../tests/wild/program.py), in our own words after
the kinds of public Keras programs, their structure kept and their size shrunk, for one batch of some hundred digits or
made signals, with the one line `PhaseProbe(log_dir=...)`. What it should find stands beside each program; where a
cell is empty, it was not tried there. The ratings:

"""


def rate_here(names):
    """Rates programs on this backend, a line of JSON for each."""
    from wild.program import programs, rate

    for program in programs():
        if program.name in names or not names:
            rating = rate(program)
            about = {"kind": program.kind, "number": rating.number, "note": rating.note}
            print(json.dumps({"name": program.name} | about | dict(rating.found)), flush=True)


def rate_on(backend):
    """`{name: what was found}` of the programs that run on a backend, in a process of its own."""
    environment = os.environ | {"KERAS_BACKEND": backend, "TF_CPP_MIN_LOG_LEVEL": "3"}
    command = [sys.executable, "-m", "wild", "--here"]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"name"')]
    return {one["name"]: one for one in found}


def table_of(found):
    """The page, of `{backend: {name: what was found}}`."""
    from wild.program import MEANINGS

    lines = [HEAD, *(f"- {number}: {meaning}\n" for number, meaning in MEANINGS.items()), "\n"]
    lines += ["| program | " + " | ".join(BACKENDS.values()) + " | taps | labels |\n", "|---|--:|--:|--:|---|---|\n"]
    first, notes = found["tensorflow"], []
    for name, one in first.items():
        numbers = [str(found[backend].get(name, {}).get("number", "")) for backend in BACKENDS]
        taps = ", ".join(f"`{tap}`" for tap in one.get("taps", ()))
        lines.append(f"| {one['kind']} (`{name}`) | {' | '.join(numbers)} | {taps} | {one.get('labels', '')} |\n")
        notes += [f"- `{name}` ({BACKENDS[b]}): {note}\n" for b in BACKENDS if (note := _note(found[b].get(name)))]
    return "".join([*lines, "\n## What was said\n\n" if notes else "", *notes])


def _note(one):
    if not one or one["number"] == 1:
        return ""
    said = textwrap.shorten(one["note"].replace("\x1b[1m", ""), 320)
    return f"{one['number']}: {said}" if one["number"] > 2 else said


if __name__ == "__main__":
    if sys.argv[1] == "--here":
        rate_here(sys.argv[2:])
    else:
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = dict(zip(BACKENDS, pool.map(rate_on, BACKENDS), strict=True))
        pathlib.Path(sys.argv[1]).write_text(table_of(found))
