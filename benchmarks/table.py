"""All results as one Markdown table.

    python benchmarks/table.py                                    # prints it
    python benchmarks/table.py --readme=benchmarks/README.md      # writes it between the markers of that file

Reads the JSON files of `--results`. A line shows the median and, in brackets, the least and the largest of the repeats;
ratios are taken repeat by repeat, before the median. The load average is the machine's when the benchmark began: above
its number of cores seconds are too long, ratios less so.
"""

import json
import pathlib
import statistics

from absl import app, flags

RESULTS = flags.DEFINE_string("results", "benchmarks/results", "Folder of results.")
README = flags.DEFINE_string("readme", None, "Markdown file in which to put the table; without it, it is printed.")

BEGIN, END = "<!-- results: python benchmarks/table.py --readme=benchmarks/README.md -->", "<!-- end of results -->"
COLUMNS = ("result", "measure", "value", "target", "seconds", "remarks", "cores", "load", "commit")


def render(results):
    """The Markdown table of a list of results, as they were read from JSON."""
    lines = [line for result in results for line in _lines(result)]
    head = ["| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS)]
    return "\n".join([*head, *("| " + " | ".join(cells) + " |" for cells in lines)])


def _lines(result):
    machine = result["machine"]
    common = [str(machine["num_cores"]), f"{machine['load_average_at_start']:g}", result["versions"]["commit"]]
    for comparison in result["comparisons"]:
        yield [result["name"], comparison["measure"], *_ratio(comparison, result["seconds"]), *common]
    for value in result["values"]:
        numbers = value["value"] if isinstance(value["value"], list) else [value["value"]]
        remarks = value["note"] or ("extrapolated" if value.get("extrapolated") else "")
        yield [result["name"], value["measure"], _spread(numbers, value["unit"]), value["target"], "", remarks, *common]
    for name, reason in result.get("skipped", {}).items():
        yield [result["name"], name, "left out", "", "", reason, *common]


def _ratio(comparison, seconds):
    """Cells of a comparison: the ratio, its target, the medians of both sides, and what is extrapolated."""
    sides = [seconds[comparison[side]] for side in ("numerator", "denominator")]
    ratios = [a / b - comparison["share"] for a, b in zip(*(side["seconds"] for side in sides), strict=True)]
    medians = " / ".join(f"{statistics.median(side['seconds']):.3g}" for side in sides)
    remarks = [
        f"{name} extrapolated from {side['measured_epochs']} of {side['epochs']} epochs"
        for name, side in zip((comparison["numerator"], comparison["denominator"]), sides, strict=True)
        if side["extrapolated"]
    ]
    unit = "" if comparison["share"] else "x"
    return _spread(ratios, unit), comparison["target"], medians, _joined([*remarks, comparison["note"]])


def _spread(numbers, unit):
    if not numbers:
        return "none"
    median = f"{statistics.median(numbers):.4g}"
    spread = f" ({min(numbers):.4g} to {max(numbers):.4g})" if len(numbers) > 1 else ""
    gap = "" if unit == "x" else " "
    return f"{median}{gap + unit if unit else ''}{spread}"


def _joined(remarks):
    return "; ".join(remark for remark in remarks if remark)


def read_results(folder):
    """All results of a folder, by name."""
    return [json.loads(path.read_text()) for path in sorted(pathlib.Path(folder).glob("*.json"))]


def main(_):
    """Prints the table or writes it into a file."""
    table = render(read_results(RESULTS.value))
    if README.value is None:
        print(table)
        return
    path = pathlib.Path(README.value)
    before, marker, rest = path.read_text().partition(BEGIN)
    _, end, after = rest.partition(END)
    if not marker or not end:
        raise ValueError(f"{README.value} has no lines {BEGIN!r} and {END!r}. Expected both, around the table.")
    path.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}")


if __name__ == "__main__":
    app.run(main)
