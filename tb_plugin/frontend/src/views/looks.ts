/** How runs are drawn: each in one colour in every view, those of a crowd thin and grey. */
import {useMemo, useRef} from 'preact/hooks';
import {CROWD, dashRuns, runColor} from '../draw/palette';
import type {Theme} from '../draw/palette';
import {useTheme} from '../host/host';
import {groupName} from '../model/groups';
import {nameRun} from '../model/series';
import type {RunData} from '../model/series';
import type {RunSummary} from '../source/data';

export interface Looks {
  colors: Map<string, string>;
  /** Stroke patterns of the runs beside the one in focus. */
  dashes: Map<string, string>;
  /** Those of a crowd: thin and grey until they are pointed at. */
  muted: Set<string>;
}

export function useLooks(runs: RunSummary[], others: RunData[], pins: string[]): Looks {
  const theme = useTheme();
  // A run keeps its colour while others come and go.
  const seen = useRef<string[]>([]);
  const colors = useMemo(() => {
    seen.current = [...new Set([...seen.current, ...runs.map(({run}) => run)])];
    return colorRuns(seen.current, theme);
  }, [runs, theme]);
  return useMemo(() => {
    const names = others.map(({summary}) => summary.run);
    return {colors, dashes: dashRuns(names, colors), muted: findCrowd(names, pins)};
  }, [others, colors, pins]);
}

/** Of many runs all but the pinned; of few none. */
export function findCrowd(names: string[], pins: string[]): Set<string> {
  return new Set(names.length > CROWD ? names.filter((name) => !pins.includes(name)) : []);
}

/** The colours of runs, and of groups of seeds: that of the first of them. */
function colorRuns(names: string[], theme: Theme): Map<string, string> {
  const colors = new Map(names.map((name, index) => [name, runColor(index, theme)]));
  for (const [name, color] of [...colors]) {
    if (!colors.has(groupName(name))) colors.set(groupName(name), color);
  }
  return colors;
}

/** How one run is drawn, with its name. */
export function lookOf(data: RunData, {colors, dashes, muted}: Looks) {
  const {run} = data.summary;
  return {run, name: nameRun(data), color: colors.get(run)!, dash: dashes.get(run) ?? '', isMuted: muted.has(run)};
}
