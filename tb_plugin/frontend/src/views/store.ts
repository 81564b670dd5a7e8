/** Runs and the numbers of those that are shown, kept while they are fetched anew. */
import {useCallback, useEffect, useRef, useState} from 'preact/hooks';
import {blankNoise} from '../model/advice';
import {resolveOthers, resolveRun} from '../model/selection';
import type {Beside} from '../model/selection';
import {buildSeries} from '../model/series';
import type {RunData} from '../model/series';
import type {RunSummary, Source} from '../source/data';

export interface Store {
  /** Undefined until the first answer. */
  runs?: RunSummary[];
  focus?: RunData;
  others: RunData[];
  problem?: string;
  /** When the source last answered, in milliseconds as `Date.now` has them. */
  asked?: number;
  reload(): void;
}

interface Chosen extends Beside {
  /** Empty: the newest. */
  run: string;
}

/** Milliseconds between two looks for something new: with the seconds in which TensorBoard reads the disk less than ten. */
const POLL = 4000;

/** How many runs' phases are asked for at once: few, so that the first do not wait for all. */
const MAX_REPORTS = 16;

export function useStore(source: Source, {run: chosenRun, others, filter, pins}: Chosen): Store {
  const [state, setState] = useState<Omit<Store, 'reload'>>({others: []});
  const newest = useRef(0);
  const loaded = useRef(new Map<string, RunData>());
  // A run that starts while another is looked at does not push it away.
  const looked = useRef('');
  const beside = JSON.stringify([others, filter, pins]);

  const reload = useCallback(async () => {
    const request = ++newest.current;
    // A slow answer must not overwrite that of a later choice.
    const isCurrent = () => request === newest.current;
    try {
      const focus = chosenRun || looked.current;
      const {runs, shown} = await loadShown(source, {run: focus, others, filter, pins}, loaded.current, isCurrent);
      if (!isCurrent()) return;
      looked.current = shown[0] ?? '';
      const show = () => {
        const [first, ...rest] = shown.flatMap((run) => loaded.current.get(run) ?? []);
        const asked = Date.now();
        if (isCurrent()) setState((before) => keepSame(before, {runs, focus: first, others: rest, asked}));
      };
      show();
      // The run in focus first; the others are drawn anew but once.
      for (let [at, end] = [0, 1]; at < shown.length && isCurrent(); [at, end] = [end, end + MAX_REPORTS]) {
        if (await loadReports(source, shown.slice(at, end), loaded.current)) show();
      }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (isCurrent()) setState((before) => ({...before, problem}));
    }
  }, [source, chosenRun, beside]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const wait = () => {
      if (source.isLive && !isOver) timer = setTimeout(() => void (isVisible() ? reload() : Promise.resolve()).then(wait), POLL);
    };
    void reload().then(wait);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [source, reload]);
  return {...state, reload};
}

/** A page whose tab or whose frame is hidden asks for nothing. */
function isVisible(): boolean {
  return !document.hidden && innerHeight > 0;
}

/** What was there before wherever it is the same as now: nothing is drawn again that has not changed. */
export function keepSame(before: Omit<Store, 'reload'>, now: Omit<Store, 'reload'>): Omit<Store, 'reload'> {
  const state = (runs: RunSummary[] = []) => runs.map((summary) => `${summary.run} ${version(summary)}`).join('\n');
  const isSame = now.others.length === before.others.length && now.others.every((run, index) => run === before.others[index]);
  return {
    ...now,
    runs: before.runs && state(before.runs) === state(now.runs) ? before.runs : now.runs,
    others: isSame ? before.others : now.others,
  };
}

/** The list of runs, and the names of those to draw, that in focus first; the numbers of these are then in `loaded`. */
export async function loadShown(
  source: Source,
  {run: chosen, ...beside}: Chosen,
  loaded: Map<string, RunData>,
  isCurrent: () => boolean,
): Promise<{runs: RunSummary[]; shown: string[]}> {
  let runs = await source.fetchRuns();
  for (;;) {
    const focus = resolveRun(runs, chosen);
    const shown = focus ? [focus, ...resolveOthers(runs, focus.run, beside)] : [];
    const gone = isCurrent() ? await load(source, shown, loaded, isCurrent) : [];
    if (!gone.length) return {runs, shown: shown.map(({run}) => run)};
    // Deleted after the list was made: others may take their places.
    runs = runs.filter(({run}) => !gone.includes(run));
  }
}

/**
 * Fetches the numbers of runs, of those alone that are new or have changed; what is asked for no more is dropped. The
 * names of those that are there no more.
 */
export async function load(
  source: Source,
  summaries: RunSummary[],
  loaded: Map<string, RunData>,
  isCurrent: () => boolean,
): Promise<string[]> {
  const changed = summaries.filter((summary) => {
    const known = loaded.get(summary.run);
    return !known || version(known.summary) !== version(summary);
  });
  for (const summary of changed) {
    if (!summary.num_steps) loaded.set(summary.run, {summary, rows: [], reports: []});
  }
  const measured = changed.filter(({num_steps}) => num_steps);
  if (!measured.length) return [];
  const answers = await source.fetchMetrics(measured);
  if (!isCurrent()) return [];
  for (const metrics of answers) {
    const {num_steps, last_step, last_wall_time, error, layout, run} = metrics;
    const summary = {num_steps, last_step, last_wall_time, error, layout, run};
    loaded.set(run, {reports: [], ...loaded.get(run), summary, rows: buildSeries(metrics)});
  }
  const gone = measured.map(({run}) => run).filter((run) => !answers.some((answer) => answer.run === run));
  for (const run of gone) loaded.delete(run);
  return gone;
}

/** Fetches the phases of runs whose numbers have come since; whether there are any. */
export async function loadReports(source: Source, runs: string[], loaded: Map<string, RunData>): Promise<boolean> {
  const asked = runs.flatMap((run) => {
    const known = loaded.get(run);
    return known?.rows.length && judged.get(known) !== known.summary.last_wall_time ? [known] : [];
  });
  if (!asked.length) return false;
  const answers = await source.fetchReports(asked.map(({summary}) => summary.run));
  // Meanwhile a later request may have brought newer numbers.
  const current = asked.filter((known) => loaded.get(known.summary.run) === known);
  for (const known of current) {
    const found = answers.find(({run}) => run === known.summary.run);
    const changed = {...known, reports: (found?.rows ?? []).map(blankNoise), advice: found?.advice, answers: found?.answers};
    judged.set(changed, known.summary.last_wall_time);
    loaded.set(known.summary.run, changed);
  }
  return current.length > 0;
}

/** Which state of a run its reports were made of. */
const judged = new WeakMap<RunData, number>();

function version({num_steps, last_wall_time, error}: RunSummary): string {
  return `${num_steps} ${last_wall_time} ${error}`;
}
