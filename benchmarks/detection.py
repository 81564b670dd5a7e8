"""How often are phases found that are there, and that are not, and how well is the minimum located?

    python benchmarks/detection.py                 # the table: 1,000 curves a row, 100 of the spline
    python benchmarks/detection.py --calibrate     # what `segmentation.widening` must cover

Curves are drawn in units of their noise, whose standard deviation is 1 % of the loss, over steps 0 to 8,192 on the
grids "log2" (0, 1, 2, 4, ...), "halves" (two steps a doubling) and "default". Noise: *white*; *growing* and *fading*
(its standard deviation goes from 0.5 to 1.5, and back); *ar1* (0.6 of a probe step's wobble stays to the next).

- False increases: curves that are flat, that fall by 8 over the whole run, or that fall by 20 to a plateau in its
  middle.
- Rises of 8: constant to step 3, a fall by 24 to a minimum drawn between steps 64 and 2,048 (evenly over the
  logarithm), and a rise by 8 to the last step, in straight lines ("corners") or smoothly ("smooth"). Told are: found
  increases; minimum within an octave; coverage of the 90 % interval and its mean width in octaves, over all curves,
  also those whose increase was not found; second dips that are none.
- Double dips: from the minimum, at step 128, up by 12 at 512, down to 4 above the minimum at 2,048, up by 12 to the
  end. Told are found increases and second dips.

Beside `detect_phases` stand a smoothing spline (SciPy's `make_smoothing_spline`, generalised cross-validation) with a
bootstrap of its residuals, which calls a rise when it exceeds what 2 % of flat white curves on that grid show, in units
of its bootstrap error; and the plain argmin, which calls a rise when the last loss exceeds the lowest by 1 %.

Hardware and time: one core, about 6 minutes.
"""

import functools
import itertools

import harness
import numpy as np
from absl import app, flags
from scipy import interpolate

from keras_phases.record.phases import MINIMUM_CHANGE, detect_phases
from keras_phases.record.segmentation import Noise, fit_smooth, widening
from keras_phases.schedule import LogSpaced, resolve_schedule

RUNS = flags.DEFINE_integer("runs", 1000, "Curves of each row.", lower_bound=1)
SPLINE_RUNS = flags.DEFINE_integer("spline_runs", 100, "Curves of each row of the spline; 0 leaves it out.")
GRIDS = flags.DEFINE_multi_enum("grid", ["log2", "halves", "default"], ["log2", "halves", "default"], "Probe steps.")
CALIBRATE = flags.DEFINE_bool("calibrate", False, "Writes what the factor of an increase must be, instead.")
LAST_STEP = flags.DEFINE_integer("last_step", 8192, "Last step of the curves.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of the result.")
SEED = flags.DEFINE_integer("seed", 0, "Of the noise.")

SCHEDULES = {"log2": LogSpaced(), "halves": LogSpaced(per_doubling=2), "default": resolve_schedule("auto")}
LEVEL, NOISE, RISE, NUM_RESAMPLES = 0.5, 0.005, 8.0, 50
NOISES = ("white", "growing", "fading", "ar1")


def octaves(steps):
    return np.log2(1 + np.asarray(steps, np.float64))


def draw_noise(kind, rng, num_points):
    noise = rng.normal(size=num_points)
    if kind == "ar1":
        for place in range(1, num_points):
            noise[place] = 0.6 * noise[place - 1] + 0.8 * noise[place]
    scales = {"growing": (0.5, 1.5), "fading": (1.5, 0.5)}
    return noise * np.linspace(*scales.get(kind, (1, 1)), num_points)


NULLS = {
    "flat": lambda place: 0 * place,
    "falling": lambda place: -8 * place / place[-1],
    "plateau": lambda place: 20 * np.maximum(0, 1 - 2 * place / place[-1]),
}


def corners(place, turn):
    return np.interp(place, [0, 2, turn, place[-1]], [24, 24, 0, RISE])


def smooth(place, turn):
    fall = 12 * (1 + np.cos(np.pi * np.clip((place - 2) / (turn - 2), 0, 1)))
    return np.where(place < turn, fall, RISE * np.clip((place - turn) / (place[-1] - turn), 0, 1) ** 1.5)


RISES = {"corners": corners, "smooth": smooth}
DIPS = ([0, 2, 7, 9, 11], [24, 24, 0, 12, 4])


def double_dip(place):
    return np.interp(place, [*DIPS[0], place[-1]], [*DIPS[1], 16])


def judge_phases(steps, losses):
    """(increase, minimum step, interval, second dip) of `detect_phases`."""
    report = detect_phases(steps, losses)
    return report.has_increase, report.minimum_step, report.minimum_interval, report.second_dip is not None


def judge_argmin(steps, losses):
    lowest = losses.min()
    step = steps[int(np.argmin(losses))]
    return losses[-1] > lowest * (1 + MINIMUM_CHANGE), step, (step, step), False


def bootstrap_spline(steps, losses):
    """(rise in units of its error, minimum step, interval) of a smoothing spline and resampled residuals."""
    place = octaves(steps)
    fit = interpolate.make_smoothing_spline(place, losses)(place)
    residuals = losses - fit
    rng, lowest = np.random.default_rng(0), int(np.argmin(fit))
    drawn = [fit + rng.choice(residuals - residuals.mean(), len(fit)) for _ in range(NUM_RESAMPLES)]
    curves = np.array([interpolate.make_smoothing_spline(place, values)(place) for values in drawn])
    error = np.std(curves[:, -1] - curves[:, lowest])
    bounds = np.quantile(curves.argmin(axis=1), [0.05, 0.95], method="nearest").astype(int)
    return (fit[-1] - fit[lowest]) / (error + 1e-12), steps[lowest], tuple(np.array(steps)[bounds])


def spline_judge(grid):
    """The judge of a grid, with the threshold that flat white curves give."""
    steps = SCHEDULES[grid].steps(LAST_STEP.value)
    flat = [losses for losses, _ in draw_curves("white", steps, NULLS["flat"], SPLINE_RUNS.value)]
    threshold = np.quantile([bootstrap_spline(steps, losses)[0] for losses in flat], 0.98)

    def judge(steps, losses):
        rise, step, interval = bootstrap_spline(steps, losses)
        return rise > threshold, step, interval, False

    return judge


def draw_curves(kind, steps, shape, runs, *, turns=None):
    """Yields `(losses, turn)`; `turns` are the octaves between which a minimum is drawn."""
    place = octaves(steps)
    for run in range(runs):
        rng = np.random.default_rng((SEED.value, run))
        turn = rng.uniform(*turns) if turns else None
        curve = shape(place) if turn is None else shape(place, turn)
        yield LEVEL + NOISE * (curve + draw_noise(kind, rng, len(steps))), turn


def measure_row(method, judge, grid, kind, name, runs):
    steps = SCHEDULES[grid].steps(LAST_STEP.value)
    shape, turns = (NULLS | {"double dip": double_dip}).get(name), None
    if shape is None:
        shape, turns = RISES[name], (6, octaves(LAST_STEP.value) - 2)
    judged = [(*judge(steps, losses), turn) for losses, turn in draw_curves(kind, steps, shape, runs, turns=turns)]
    row = {"method": method, "grid": grid, "noise": kind, "curve": name, "runs": runs, "points": len(steps)}
    row["increases"] = float(np.mean([bool(one[0]) for one in judged]))
    row["second_dips"] = float(np.mean([bool(one[3]) for one in judged]))
    if turns:
        lows, highs = octaves([one[2] for one in judged]).T
        true = np.array([one[4] for one in judged])
        row["within_octave"] = float(np.mean(np.abs(octaves([one[1] for one in judged]) - true) <= 1))
        row["coverage"] = float(np.mean((lows <= true) & (true <= highs)))
        row["width"] = round(float(np.mean(highs - lows)), 2)
    cells = [f"{row[key]:10.3f}" if key in row else " " * 10 for key in MEASURES]
    print(f"{method:8s}{grid:9s}{len(steps):4d} {kind:9s}{name:12s}" + "".join(cells), flush=True)
    return row


MEASURES = ("increases", "within_octave", "coverage", "width", "second_dips")


def measure_all():
    print(f"{'method':8s}{'grid':9s}{'n':>4s} {'noise':9s}{'curve':12s}" + "".join(f"{key:>10.9s}" for key in MEASURES))
    rows = []
    for grid in GRIDS.value:
        judges = {"phases": (judge_phases, RUNS.value), "argmin": (judge_argmin, RUNS.value)}
        if SPLINE_RUNS.value:
            judges["spline"] = (spline_judge(grid), SPLINE_RUNS.value)
        for method, (judge, runs) in judges.items():
            for kind, name in itertools.product(NOISES, [*NULLS, *RISES, "double dip"]):
                rows.append(measure_row(method, judge, grid, kind, name, runs))
    return rows


def pick(rows, method, grid, names, noises, key, summary):
    return summary([
        row[key] for row in rows
        if (row["method"], row["grid"]) == (method, grid) and row["curve"] in names and row["noise"] in noises
    ])  # fmt: skip


def summarise(rows):
    """Values for the table of all results: worst false increases, and means over both shapes of rises."""
    pairs = dict.fromkeys((row["method"], row["grid"]) for row in rows)
    for method, grid in pairs:
        told = functools.partial(pick, rows, method, grid)
        note = f"{method}, {grid}"
        targets = ("<= 0.02", ">= 0.9", ">= 0.95", "0.87 to 0.94", "< 2") if method == "phases" else ("",) * 5
        worst = told(("flat", "falling"), NOISES, "increases", max)
        yield harness.value("false increases, flat and falling", worst, target=targets[0], note=note)
        yield harness.value("false increases, plateau", told(("plateau",), NOISES, "increases", max), note=note)
        for key, words, target in zip(
            MEASURES[:4],
            ("rises of 8 found", "minimum within an octave", "coverage of 90 %", "width"),
            targets[1:],
            strict=True,
        ):
            unit = "octaves" if key == "width" else ""
            mean = round(float(told(RISES, ("white",), key, np.mean)), 4)
            yield harness.value(words, mean, unit, target=target if grid == "default" else "", note=note)
        yield harness.value(
            "double dips: second dip told", told(("double dip",), ("white",), "second_dips", max), note=note
        )


def needed_widening(grid, kind, name, tail, last_step):
    """The factor of the Student quantile by which a share `tail` of curves without a rise would show an increase."""
    steps, factors = SCHEDULES[grid].steps(last_step), []
    for losses, _ in draw_curves(kind, steps, NULLS[name], RUNS.value):
        curve = fit_smooth(np.log1p(steps), losses)
        margins = Noise(curve).margins(tail)[:-1, -1]
        factors.append(np.max((curve.levels[-1] - curve.levels[:-1]) / margins))
    return float(np.quantile(factors, 1 - tail)), len(steps)


def calibrate():
    """Prints what `widening` must be, by number of points, grid and noise, and what it is."""
    print(f"{'grid':9s}{'n':>4s} {'noise':9s}{'curve':12s}{'tail':>6s}{'needed':>8s}{'is':>7s}")
    cases = itertools.product(
        GRIDS.value, (64, 512, 8192, 65_536), ("white", "ar1"), ("flat", "plateau"), (0.02, 0.005)
    )
    rows = []
    for grid, last_step, kind, name, tail in cases:
        needed, num_points = needed_widening(grid, kind, name, tail, last_step)
        rows.append({"grid": grid, "points": num_points, "noise": kind, "curve": name, "tail": tail})
        rows[-1] |= {"needed": round(needed, 3), "is": round(widening(num_points), 3)}
        print(
            f"{grid:9s}{num_points:4d} {kind:9s}{name:12s}{tail:6.3f}{needed:8.2f}{widening(num_points):7.2f}",
            flush=True,
        )
    worst = max(rows, key=lambda row: row["needed"] / row["is"])
    note = f"{worst['grid']}, {worst['points']} points, {worst['noise']}, {worst['curve']}, tail {worst['tail']}"
    return rows, [harness.value("widening: needed over what it is", worst["needed"] / worst["is"], note=note)]


def main(_):
    """Draws and judges all curves."""
    if CALIBRATE.value:
        name, (rows, values) = "detection_widening", calibrate()
    else:
        name, rows = "detection", measure_all()
        values = list(summarise(rows))
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("output", "calibrate"))
    notes = ["Rises: means over both shapes with white noise. False increases: the worst of all noises."]
    harness.write_result(OUTPUT.value, name, settings=settings, values=values, notes=notes, rows=rows)


if __name__ == "__main__":
    app.run(main)
