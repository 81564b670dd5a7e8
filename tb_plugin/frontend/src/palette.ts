/** Colours that carry meaning; each reads on light and dark, and the first eight apart for the colour-blind. */
import {interpolateRgb} from './ramp';

/**
 * Runs: Okabe & Ito's, without black and yellow, which vanish on one of the two backgrounds; then again. Last come those
 * most like the two curves of the run in focus.
 */
const RUNS = ['#009e73', '#cc79a7', '#8c6bb1', '#e69f00', '#7f7f7f', '#56b4e9', '#d55e00', '#0072b2'];
/** Strokes of runs that share a colour. */
const DASHES = ['', '5 2.5', '1.5 2.5', '8 2.5 1.5 2.5'];

export function runColor(index: number): string {
  return RUNS[index % RUNS.length]!;
}

/** Stroke patterns of the curves `names`: of those in one colour the first is solid, the next dashed, and so on. */
export function dashRuns(names: string[], colors: Map<string, string>): Map<string, string> {
  const numDrawn = new Map<string | undefined, number>();
  return new Map(
    names.map((name) => {
      const color = colors.get(name);
      const place = numDrawn.get(color) ?? 0;
      numDrawn.set(color, place + 1);
      return [name, DASHES[place % DASHES.length]!];
    }),
  );
}

/** Depth of a layer or size of a value in 0..1: viridis, even in lightness (Smith & van der Walt, 2015). */
export const viridis = interpolateRgb([
  '#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725',
]);

export type Theme = 'light' | 'dark';

/** A layer by its depth, from the part of the scale that stands out from the theme's background. */
export function depthColor(index: number, count: number, theme: Theme): string {
  const [first, last] = theme === 'dark' ? [0.42, 0.95] : [0.04, 0.66];
  return viridis(first + (last - first) * (count > 1 ? index / (count - 1) : 0.5));
}
