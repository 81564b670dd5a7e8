/** The settings in which runs differ, of what their logs say of themselves; pure functions. */
import type {RunSummary} from '../source/data';

/** What a log says that nobody has chosen. */
const MEASURED = ['columns', 'mean_image_loss', 'planned_steps', 'checkpoint'];
/** Anything may stand in a log. */
const MOST_SETTINGS = 12;

/** The names of these settings, those of the first runs first; none of a single run. */
export function findDifferences(runs: RunSummary[]): string[] {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run.layout?.run ?? {})))];
  const differs = (name: string) => new Set(runs.map((run) => readSetting(run, name))).size > 1;
  return names.filter((name) => !MEASURED.includes(name) && differs(name)).slice(0, MOST_SETTINGS);
}

/** A setting as text; null where a run tells none, or nothing in it. */
export function readSetting({layout}: RunSummary, name: string): string | null {
  const value = layout?.run?.[name] ?? '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return ['', '{}', '[]'].includes(text) ? null : text;
}
