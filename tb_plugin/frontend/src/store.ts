/** Runs and the numbers of the one that is shown, kept while they are fetched anew. */
import {useCallback, useEffect, useRef, useState} from 'preact/hooks';
import {fetchMetrics, fetchReports, fetchRuns} from './data';
import type {RowReport, RunSummary} from './data';
import {resolveRun} from './selection';
import {buildSeries} from './series';
import type {RowSeries} from './series';

export interface Shown {
  summary: RunSummary;
  rows: RowSeries[];
  reports: RowReport[];
}

export interface Store {
  /** Undefined until the first answer. */
  runs?: RunSummary[];
  shown?: Shown;
  problem?: string;
  reload(): void;
}

export function useStore(chosen: string): Store {
  const [state, setState] = useState<Omit<Store, 'reload'>>({});
  const newest = useRef(0);
  // A run that starts while another is looked at does not push it away.
  const looked = useRef('');
  const reload = useCallback(async () => {
    const request = ++newest.current;
    const update = (change: Omit<Store, 'reload'>) => {
      // A slow answer must not overwrite that of a later choice.
      if (request === newest.current) setState((before) => ({...before, ...change}));
    };
    try {
      const runs = await fetchRuns();
      const summary = resolveRun(runs, chosen || looked.current);
      const shown = summary && (await fetchShown(summary));
      update({runs, shown, problem: undefined});
      if (request === newest.current) looked.current = summary?.run ?? '';
    } catch (error) {
      update({problem: error instanceof Error ? error.message : String(error)});
    }
  }, [chosen]);
  useEffect(() => void reload(), [reload]);
  return {...state, reload};
}

async function fetchShown(summary: RunSummary): Promise<Shown> {
  if (!summary.num_steps) return {summary, rows: [], reports: []};
  const [metrics, reports] = await Promise.all([fetchMetrics(summary.run), fetchReports(summary.run)]);
  return {summary: metrics, rows: buildSeries(metrics), reports};
}
