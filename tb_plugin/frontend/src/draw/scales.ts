/** Step and value axes: exact positions, ticks at true steps; pure functions. */
import {minIndex} from 'd3-array';
import {scaleLinear, scaleSymlog} from 'd3-scale';
import {formatStep} from '../model/format';
import type {StepAxis} from '../model/selection';

/** Position of a step; `invert` gives the step of a position. */
export interface StepScale {
  (step: number): number;
  invert(position: number): number;
}

/** First and last step on an axis. */
export type StepDomain = [number, number];

export function isBetween(step: number, [first, last]: StepDomain): boolean {
  return step >= first && step <= last;
}

/** log(1 + step), or the step itself, over the pixels `range`. */
export function stepScale(axis: StepAxis, domain: StepDomain, range: [number, number]): StepScale {
  const [first, last] = domain;
  const wide = [first, Math.max(first + 1, last)];
  return axis === 'log' ? scaleSymlog(wide, range).constant(1) : scaleLinear(wide, range);
}

/** Width of a label in pixels; digits of the axis font are about this wide. */
export function labelWidth(text: string): number {
  return 6.3 * text.length;
}

/** Steps to label: 0 and powers of two, every second or third of them where all would not fit. */
export function stepTicks(axis: StepAxis, domain: StepDomain, range: [number, number]): number[] {
  const [first, last] = [domain[0], Math.max(domain[0] + 1, domain[1])];
  const scale = stepScale(axis, [first, last], range);
  // Between two powers of two a logarithmic axis is nearly linear.
  if (axis === 'linear' || last + 1 < 3 * (first + 1)) {
    const room = (range[1] - range[0]) / (labelWidth(formatStep(last)) + 24);
    const ticks = scaleLinear([first, last], range).ticks(Math.max(1, Math.floor(room)));
    return ticks.filter(Number.isInteger);
  }
  const numPowers = Math.floor(Math.log2(last)) + 1;
  for (let stride = 1; stride < numPowers; stride++) {
    const ticks = powers(numPowers, stride).filter((tick) => isBetween(tick, [first, last]));
    if (fit(ticks, scale)) return ticks;
  }
  return [first, 2 ** (numPowers - 1)];
}

function powers(count: number, stride: number): number[] {
  const found = [0];
  for (let power = 0; power < count; power += stride) found.push(2 ** power);
  return found;
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
  return Math.max(0, minIndex(steps, (step) => Math.abs(scale(step) - position)));
}

/** `values`, which ascend, at least `gap` apart and within `low` to `high` as far as there is room. */
export function spread(values: number[], gap: number, low: number, high: number): number[] {
  const placed: number[] = [];
  values.forEach((value, index) => placed.push(Math.max(value, index ? placed[index - 1]! + gap : low)));
  for (let index = placed.length - 1, limit = high; index >= 0; index--, limit = placed[index + 1]! - gap) {
    if (placed[index]! > limit) placed[index] = limit;
  }
  return placed;
}
