/** Colours that carry meaning; each reads on light and dark, and the first eight apart for the colour-blind. */
import {interpolateRgb} from './ramp';

/** Runs: Okabe & Ito's, without black and yellow, which vanish on one of the two backgrounds; then again, dashed. */
const RUNS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00', '#8c6bb1', '#7f7f7f'];

export function runColor(index: number): string {
  return RUNS[index % RUNS.length]!;
}

/** Depth of a layer or size of a value in 0..1: viridis, even in lightness (Smith & van der Walt, 2015). */
export const viridis = interpolateRgb([
  '#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725',
]);

/** A layer by its depth; without the palest end, which vanishes on white, and the darkest, which vanishes on black. */
export function depthColor(index: number, count: number): string {
  return viridis(0.18 + 0.64 * (count > 1 ? index / (count - 1) : 0.5));
}

/** Black or white, whichever can be read on `color`. */
export function inkOn(color: string): string {
  const [red, green, blue] = color.match(/\d+/g)!.map(Number) as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? '#000' : '#fff';
}
