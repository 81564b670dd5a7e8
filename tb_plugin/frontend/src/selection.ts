/** What the user has chosen, and its form in the URL. */
import type {RunSummary} from './data';
import type {StepAxis} from './scales';
import type {Metric} from './series';

export interface Selection {
  /** Empty: the newest run. */
  run: string;
  stepAxis: StepAxis;
  metric: Metric;
}

export function readSelection(link: Record<string, string>): Selection {
  return {
    run: link.run ?? '',
    stepAxis: link.x === 'linear' ? 'linear' : 'log',
    metric: link.y === 'explained' ? 'explained' : 'loss',
  };
}

export function writeSelection({run, stepAxis, metric}: Selection): Record<string, string> {
  return {...(run && {run}), x: stepAxis, y: metric};
}

/** The run to show: the chosen one while it exists, else the one with the newest record. */
export function resolveRun(runs: RunSummary[], chosen: string): RunSummary | undefined {
  const newest = (first: RunSummary, second: RunSummary) =>
    second.last_wall_time > first.last_wall_time ? second : first;
  return runs.find(({run}) => run === chosen) ?? (runs.length ? runs.reduce(newest) : undefined);
}
