/** Colours that carry meaning. */

export type Theme = 'light' | 'dark';

/** Runs, then again: at 3:1 and more on the page and on the bands of the phases, and none like the accuracies' orange. */
export const RUNS: Record<Theme, string[]> = {
  light: ['#0a5ba8', '#00835f', '#b8508c', '#777300', '#6b6b6b', '#0e87ad', '#6f48a8', '#c62828'],
  dark: ['#74bdf5', '#3fcf9f', '#f08cc4', '#d6cf52', '#b8b8b8', '#56d8e8', '#b79cf0', '#ff7f73'],
};
/** More runs than this beside the one in focus, which are shown first, are a crowd: none stands out until it is pointed at. */
export const CROWD = 9;
/** Strokes of runs that share a colour. */
const DASHES = ['', '5 2.5', '1.5 2.5', '8 2.5 1.5 2.5'];

export function runColor(index: number, theme: Theme): string {
  return RUNS[theme][index % RUNS[theme].length]!;
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

/** Parts that have a colour of their own, in the colours of the theme. */
const OWN_COLORS: Record<string, string> = {
  red: 'var(--red)', green: 'var(--green)', blue: 'var(--blue)', grey: 'var(--grey)', chroma: 'var(--chroma)',
};

/** A part of a breakdown: its own colour, one of a scale where parts have an order, else one of the palette. */
export function partColor(name: string, index: number, count: number, isOrdered: boolean, theme: Theme): string {
  if (Object.hasOwn(OWN_COLORS, name)) return OWN_COLORS[name]!;
  return isOrdered ? depthColor(index, count, theme) : shade(runColor(index, theme), Math.floor(index / RUNS[theme].length), theme);
}

/** The colours of the palette again, darker on light and lighter on dark, and then the other way. */
function shade(color: string, round: number, theme: Theme): string {
  if (!round) return color;
  const isTowardsInk = round % 2 === 1;
  return interpolateRgb([color, isTowardsInk === (theme === 'light') ? '#000000' : '#ffffff'])(0.45);
}

/** Lost, unchanged, gained in -1..1: purple to green over the background's own middle (ColorBrewer's PRGn). */
const DIVERGING = {
  light: interpolateRgb(['#762a83', '#af8dc3', '#f4f2f5', '#7fbf7b', '#1b7837']),
  dark: interpolateRgb(['#d9a8ec', '#8d5fa3', '#454347', '#4c8a58', '#8fdca3']),
};

export function diverging(share: number, theme: Theme): string {
  return DIVERGING[theme]((share + 1) / 2);
}

/** A layer by its depth, from the part of the scale that stands out from the theme's background. */
export function depthColor(index: number, count: number, theme: Theme): string {
  const [first, last] = theme === 'dark' ? [0.42, 0.95] : [0.04, 0.66];
  return viridis(first + (last - first) * (count > 1 ? index / (count - 1) : 0.5));
}

/** From 0..1 to `rgb(...)`, straight lines between neighbours in sRGB. */
export function interpolateRgb(colors: string[]): (share: number) => string {
  const stops = colors.map((color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)));
  return (share) => {
    const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
    const before = Math.min(stops.length - 2, Math.floor(place));
    const mixed = stops[before]!.map((value, channel) =>
      Math.round(value + (place - before) * (stops[before + 1]![channel]! - value)),
    );
    return `rgb(${mixed.join(',')})`;
  };
}
