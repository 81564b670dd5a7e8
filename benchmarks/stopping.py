"""How often does PhaseStop end a run whose minimum has not passed, and how late does it see one that has?

    python benchmarks/stopping.py                  # 1,000 noisy curves for each row of the table

Draws reconstruction curves of a known shape with the noise of a real record: 20 held-out groups that differ much and
alike at all steps, a paired error of 0.1 % of the loss from step to step, and the wobble of training, `--jitters` of
the loss, which neighbouring probe steps share with `--correlations` (AR(1): the wobble of a probe step is that share of
the one before, and new). Each is probed at steps 0, 1, 2, 4, ..., 65,536 ("log2"), four times as densely ("quarters"),
and every 1,024 steps ("linear"), and looked at after each probe step, as PhaseStop does.

False stops: of curves that are flat, fall, fall to a plateau, or rise to a hump before they fall, any stop is one;
their share over the whole run must not exceed 1 - confidence. A correlation of 0.9 means that wobble goes on for ten
probe steps and more; it is beyond what a record of a dozen points can tell from a phase, and its shares are told apart.
Power: of curves that fall to a minimum at step 128 and then rise by 5, 15 or 50 % until step 65,536, evenly over the
logarithm, the share that is stopped after the minimum, and the median delay in doublings of the step. "second dip" is
no noise but a true rise, by 3.5 or 10 % over two doublings, that a deeper minimum follows later: the share that is
stopped before that is told, and no method that does not see the future can do without. Power and second dips are told
of a fifth of the runs.

Hardware and time: one core, about 25 minutes. Expected: no share of false stops above 0.1 up to a correlation of 0.5;
with steps 0, 1, 2, 4, ... and a jitter of 0.2 %, a rise of 15 % is seen about 3 doublings after its minimum.
"""

import functools
import itertools
import statistics

import harness
import numpy as np
from absl import app, flags

from keras_phases.record.phases import MINIMUM_CHANGE, detect_phases
from keras_phases.record.stop_rule import FEWEST_POINTS, confidence_of_look, has_passed, lowest_of_doubling
from keras_phases.schedule import Every, LogSpaced

RUNS = flags.DEFINE_integer("runs", 1000, "Curves of each shape without a rise, grid and noise.", lower_bound=1)
CONFIDENCE = flags.DEFINE_float("confidence", 0.9, "PhaseStop(confidence=...).")
GRIDS = flags.DEFINE_multi_enum("grid", ["log2", "quarters", "linear"], ["log2", "quarters", "linear"], "Probe steps.")
JITTERS = flags.DEFINE_list("jitters", ["0.002", "0.01", "0.03"], "Standard deviations of the wobble, of the loss.")
CORRELATIONS = flags.DEFINE_list("correlations", ["0", "0.5", "0.9"], "Of neighbouring probe steps' wobble.")
OUTPUT = flags.DEFINE_string("output", "benchmarks/results", "Folder of the result.")
SEED = flags.DEFINE_integer("seed", 0, "Of the noise.")

LAST_STEP, MINIMUM_STEP = 65_536, 128
TOLD_APART = 0.5
"""Up to this correlation the share of false stops has a target."""
SCHEDULES = {"log2": LogSpaced(), "quarters": LogSpaced(per_doubling=4), "linear": Every(1024)}
NUM_GROUPS, PAIRED_ERROR, SPREAD = 20, 0.0006, 0.05


def doublings(steps):
    return np.log2(1 + np.asarray(steps, np.float64))


def piecewise(steps, points):
    """Straight lines over log(1 + step) through `points`, a dict of losses by step."""
    return np.interp(doublings(steps), doublings(list(points)), list(points.values()))


NULLS = {
    "flat": lambda steps: piecewise(steps, {0: 0.6}),
    "falling": lambda steps: piecewise(steps, {0: 0.6, LAST_STEP: 0.4}),
    "plateau": lambda steps: piecewise(steps, {0: 0.6, 8: 0.6, 256: 0.45}),
    "hump": lambda steps: piecewise(steps, {0: 0.55, 2: 0.55, 8: 0.6, 32: 0.55, LAST_STEP: 0.4}),
}
RISES = {
    f"rise {rise:.0%}": functools.partial(
        piecewise, points={0: 0.6, 8: 0.6, MINIMUM_STEP: 0.45, LAST_STEP: 0.45 * (1 + rise)}
    )
    for rise in (0.05, 0.15, 0.5)
}
SECOND_DIP_STEP = 4096
DIPS = {
    f"second dip after {rise:.1%}": functools.partial(
        piecewise, points={0: 0.6, 8: 0.6, 128: 0.5, 512: 0.5 * (1 + rise), SECOND_DIP_STEP: 0.48, LAST_STEP: 0.6}
    )
    for rise in (0.035, 0.1)
}


def draw_wobble(rng, num_points, correlation):
    """Unit AR(1) noise."""
    fresh = rng.normal(size=num_points)
    wobble = fresh.copy()
    for place in range(1, num_points):
        wobble[place] = correlation * wobble[place - 1] + np.sqrt(1 - correlation**2) * fresh[place]
    return wobble


def draw_groups(curve, rng):
    """Losses of held-out groups at each step; their mean is the loss that is recorded."""
    own = PAIRED_ERROR * np.sqrt(NUM_GROUPS / 2) * rng.normal(size=(len(curve), NUM_GROUPS))
    return curve[:, None] + SPREAD * rng.normal(size=NUM_GROUPS) + own


def find_stop(steps, groups, confidence):
    """The step at which PhaseStop ends a run, or None."""
    losses = groups.mean(axis=1)
    for num in range(FEWEST_POINTS, len(steps) + 1):
        seen = losses[:num]
        if lowest_of_doubling(steps[:num], seen) <= seen.min() + MINIMUM_CHANGE * abs(seen.min()):
            continue  # `has_passed` says no to any report
        level = confidence_of_look(confidence, num)
        report = detect_phases(steps[:num], seen, groups=groups[:num], confidence=level)
        if has_passed(report, steps[:num], seen):
            return steps[num - 1]
    return None


def run_curves(grid, shape, jitter, correlation, runs):
    """Stop steps of all curves of one kind, None for those that were not stopped."""
    steps = SCHEDULES[grid].steps(LAST_STEP)
    curve, stops = shape(steps), []
    for run in range(runs):
        rng = np.random.default_rng((SEED.value, run))
        wobble = 1 + jitter * draw_wobble(rng, len(steps), correlation)
        stops.append(find_stop(steps, draw_groups(curve * wobble, rng), CONFIDENCE.value))
    return stops


def measure(name, shape, before, runs):
    """A row of the result for each grid and noise of one shape; a stop at a step below `before` is a false one."""
    noises = itertools.product(map(float, JITTERS.value), map(float, CORRELATIONS.value))
    for grid, (jitter, correlation) in itertools.product(GRIDS.value, noises):
        stops = [stop for stop in run_curves(grid, shape, jitter, correlation, runs) if stop is not None]
        late = [stop for stop in stops if stop >= before]
        delays = [float(np.log2((1 + stop) / (1 + MINIMUM_STEP))) for stop in late]
        row = {"curve": name, "grid": grid, "jitter": jitter, "correlation": correlation, "runs": runs}
        row |= {"false_stops": (len(stops) - len(late)) / runs, "true_stops": len(late) / runs}
        row["median_delay"] = round(statistics.median(delays), 3) if delays else None
        delay = "" if row["median_delay"] is None else f"{row['median_delay']:8.2f}"
        print(
            f"{name:24s}{grid:9s}{jitter:8.3f}{correlation:6.1f}{row['false_stops']:8.3f}{row['true_stops']:8.3f}{delay}",
            flush=True,
        )
        yield row


def describe(row):
    return f"{row['grid']}, jitter {row['jitter']:.1%}, correlation {row['correlation']:g}"


def summarise(rows):
    """Values for the table of all results: the worst noise for false stops, the quietest for power."""
    for is_beyond, name in itertools.product((False, True), NULLS):
        own = [row for row in rows if row["curve"] == name and (row["correlation"] > TOLD_APART) == is_beyond]
        if own:
            worst = max(own, key=lambda row: row["false_stops"])
            target, what = ("", ", wobble that lasts") if is_beyond else (f"<= {1 - CONFIDENCE.value:g}", "")
            yield harness.value(f"false stops: {name}{what}", worst["false_stops"], target=target, note=describe(worst))
    for name in [*RISES, *DIPS]:
        for grid in GRIDS.value:
            row = next(row for row in rows if (row["curve"], row["grid"]) == (name, grid))
            if name in DIPS:
                yield harness.value(f"{name}: stopped before it", row["false_stops"], note=describe(row))
                continue
            yield harness.value(f"{name}: stopped", row["true_stops"], note=describe(row))
            if row["median_delay"] is not None:
                yield harness.value(f"{name}: median delay", row["median_delay"], "doublings", note=describe(row))


def main(_):
    """Draws and judges all curves."""
    print(f"{'curve':24s}{'grid':9s}{'jitter':>8s}{'corr':>6s}{'false':>8s}{'true':>8s}{'delay':>8s}")
    rows = []
    for shapes, before in ((NULLS, LAST_STEP + 1), (RISES, MINIMUM_STEP), (DIPS, SECOND_DIP_STEP)):
        runs = RUNS.value if shapes is NULLS else -(-RUNS.value // 5)
        for name, shape in shapes.items():
            rows += measure(name, shape, before, runs)
    settings = harness.flag_settings(flags.FLAGS, __name__, without=("output",))
    notes = ["Shares of runs; a false stop of a second dip is one at the first, a true rise."]
    harness.write_result(
        OUTPUT.value, "stopping", settings=settings, values=list(summarise(rows)), notes=notes, rows=rows
    )


if __name__ == "__main__":
    app.run(main)
