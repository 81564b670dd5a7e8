/** Step and value axes: exact positions, ticks at true steps; pure functions. */
import {scaleLinear, scaleSymlog} from 'd3-scale';

export type StepAxis = 'log' | 'linear';

/** Position of a step; `invert` gives the step of a position. */
export interface StepScale {
  (step: number): number;
  invert(position: number): number;
}

/** log(1 + step), or the step itself, over the pixels `range`. */
export function stepScale(axis: StepAxis, lastStep: number, range: [number, number]): StepScale {
  const domain = [0, Math.max(1, lastStep)];
  return axis === 'log' ? scaleSymlog(domain, range).constant(1) : scaleLinear(domain, range);
}

/** Width of a label in pixels; digits of the axis font are about this wide. */
export function labelWidth(text: string): number {
  return 6.3 * text.length;
}

export function formatStep(step: number): string {
  return step.toLocaleString('en-US');
}

/** Steps to label: 0 and powers of two, every second or third of them where all would not fit. */
export function stepTicks(axis: StepAxis, lastStep: number, range: [number, number]): number[] {
  const last = Math.max(1, lastStep);
  const scale = stepScale(axis, last, range);
  if (axis === 'linear') {
    const room = (range[1] - range[0]) / (labelWidth(formatStep(last)) + 24);
    const ticks = scaleLinear([0, last], range).ticks(Math.max(1, Math.floor(room)));
    return ticks.filter(Number.isInteger);
  }
  const numPowers = Math.floor(Math.log2(last)) + 1;
  for (let stride = 1; stride < numPowers; stride++) {
    const ticks = [0];
    for (let power = 0; power < numPowers; power += stride) ticks.push(2 ** power);
    if (fit(ticks, scale)) return ticks;
  }
  return [0, 2 ** (numPowers - 1)];
}

function fit(ticks: number[], scale: StepScale): boolean {
  return ticks.every((tick, index) => {
    if (index === 0) return true;
    const before = ticks[index - 1]!;
    const halves = (labelWidth(formatStep(tick)) + labelWidth(formatStep(before))) / 2;
    return scale(tick) - scale(before) >= halves + 6;
  });
}

/**
 * Lowest and highest of `values` +- `errors`. It spans at least 1 % of the level and 0.5 % of `unit`, so that a change
 * too small to be a phase looks small.
 */
export function valueDomain(values: number[], errors: number[], unit = NaN): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) return;
    const error = Number.isFinite(errors[index]) ? errors[index]! : 0;
    low = Math.min(low, value - error);
    high = Math.max(high, value + error);
  });
  if (low > high) return [0, 1];
  const least = Math.max(Math.abs(high) * 0.01, Number.isFinite(unit) ? unit * 0.005 : 0, 1e-8);
  const lack = Math.max(0, least - (high - low));
  // No room below zero for what cannot be negative.
  const below = Math.min(lack / 2, Math.max(low, 0));
  return [low - below, high + lack - below];
}

/** `domain` widened to a reference value that lies near it; one far away would flatten the curve. */
export function includeNear(domain: [number, number], value: number): [number, number] {
  const reach = 0.5 * (domain[1] - domain[0]);
  if (value < domain[0] - reach || value > domain[1] + reach) return domain;
  return [Math.min(domain[0], value), Math.max(domain[1], value)];
}

/** Index of the step drawn nearest to `position`. */
export function nearestIndex(steps: number[], scale: StepScale, position: number): number {
  let nearest = 0;
  steps.forEach((step, index) => {
    if (Math.abs(scale(step) - position) < Math.abs(scale(steps[nearest]!) - position)) nearest = index;
  });
  return nearest;
}
