/** Runs and the numbers of those that are shown, kept while they are fetched anew. */
import {useCallback, useEffect, useRef, useState} from 'preact/hooks';
import type {RowReport, RunSummary, Source} from './data';
import {resolveOthers, resolveRun} from './selection';
import {buildSeries} from './series';
import type {RowSeries} from './series';

/** One run with everything that charts draw of it. */
export interface RunData {
  summary: RunSummary;
  rows: RowSeries[];
  /** Empty until they have come: curves are drawn first. */
  reports: RowReport[];
}

export interface Store {
  /** Undefined until the first answer. */
  runs?: RunSummary[];
  focus?: RunData;
  others: RunData[];
  problem?: string;
  reload(): void;
}

interface Chosen {
  run: string;
  others: string[] | null;
}

export function useStore(source: Source, {run: chosenRun, others: chosenOthers}: Chosen): Store {
  const [state, setState] = useState<Omit<Store, 'reload'>>({others: []});
  const newest = useRef(0);
  const loaded = useRef(new Map<string, RunData>());
  // A run that starts while another is looked at does not push it away.
  const looked = useRef('');
  const others = chosenOthers?.join('\n');

  const reload = useCallback(async () => {
    const request = ++newest.current;
    // A slow answer must not overwrite that of a later choice.
    const isCurrent = () => request === newest.current;
    try {
      const runs = await source.fetchRuns();
      if (!isCurrent()) return;
      const focus = resolveRun(runs, chosenRun || looked.current);
      looked.current = focus?.run ?? '';
      const shown = focus ? [focus, ...resolveOthers(runs, focus.run, chosenOthers)] : [];
      const show = () => {
        const [first, ...rest] = shown.flatMap(({run}) => loaded.current.get(run) ?? []);
        if (isCurrent()) setState({runs, focus: first, others: rest, problem: undefined});
      };
      await load(source, shown, loaded.current, isCurrent);
      show();
      for (const {run} of shown) {
        if (!isCurrent()) return;
        if (await loadReports(source, run, loaded.current)) show();
      }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (isCurrent()) setState((before) => ({...before, problem}));
    }
  }, [source, chosenRun, others]);
  useEffect(() => void reload(), [reload]);
  return {...state, reload};
}

/** Fetches the numbers of runs, of those alone that are new or have changed; what is asked for no more is dropped. */
export async function load(
  source: Source,
  summaries: RunSummary[],
  loaded: Map<string, RunData>,
  isCurrent: () => boolean,
): Promise<void> {
  const changed = summaries.filter((summary) => {
    const known = loaded.get(summary.run);
    return !known || version(known.summary) !== version(summary);
  });
  for (const summary of changed) {
    if (!summary.num_steps) loaded.set(summary.run, {summary, rows: [], reports: []});
  }
  const measured = changed.filter(({num_steps}) => num_steps);
  if (!measured.length) return;
  const answers = await source.fetchMetrics(measured);
  if (!isCurrent()) return;
  for (const metrics of answers) {
    const {num_steps, last_step, last_wall_time, error, layout, run} = metrics;
    const summary = {num_steps, last_step, last_wall_time, error, layout, run};
    loaded.set(run, {summary, rows: buildSeries(metrics), reports: loaded.get(run)?.reports ?? []});
  }
}

export async function loadReports(source: Source, run: string, loaded: Map<string, RunData>): Promise<boolean> {
  const known = loaded.get(run);
  if (!known?.rows.length || judged.get(known) === known.summary.last_wall_time) return false;
  const reports = await source.fetchReports(run);
  // Meanwhile a later request may have brought newer numbers.
  if (loaded.get(run) !== known) return false;
  const changed = {...known, reports};
  judged.set(changed, known.summary.last_wall_time);
  loaded.set(run, changed);
  return true;
}

/** Which state of a run its reports were made of. */
const judged = new WeakMap<RunData, number>();

function version({num_steps, last_wall_time, error}: RunSummary): string {
  return `${num_steps} ${last_wall_time} ${error}`;
}
