/** Runs that differ in their seed alone, as one run of means with its spread; pure functions. */
import {mean, max, median, min} from 'd3-array';
import type {Advice, RowReport} from '../source/data';
import {buildRowSeries, findReport} from './series';
import type {RowSeries, RunData} from './series';

/** The name that all seeds of a run share: "vgg8/seed-3" is "vgg8/seed-*". */
export function groupName(run: string): string {
  return run.replaceAll(/(seed[-_=]?)\d+/gi, '$1*');
}

/** One run for each group, in the order of their first members; a run without companions stays as it is. */
export function groupRuns(runs: RunData[]): RunData[] {
  const groups = new Map<string, RunData[]>();
  for (const run of runs) {
    const name = groupName(run.summary.run);
    groups.set(name, [...(groups.get(name) ?? []), run]);
  }
  return [...groups].map(([name, members]) => {
    // A seed that cannot be read, or has no probe step yet, takes nothing from those that have.
    const measured = members.filter(({rows}) => rows.some(({steps}) => steps.length));
    return measured.length > 1 ? merge(name, measured) : (measured[0] ?? members[0]!);
  });
}

function merge(name: string, members: RunData[]): RunData {
  const first = members[0]!;
  const keys = first.rows.map(({key}) => key);
  const shared = keys.filter((key) => members.every(({rows}) => rows.some((row) => row.key === key)));
  const rows = shared.map((key) => mergeRows(members.map((member) => member.rows.find((row) => row.key === key)!)));
  const reports = shared.flatMap((_, index) => mergeReports(rows[index]!, members) ?? []);
  const last = rows[0]?.steps.at(-1) ?? null;
  const errors = members.flatMap(({summary}) => summary.error ?? []).join(' ') || null;
  const summary = {...first.summary, run: name, num_steps: rows[0]?.steps.length ?? 0, last_step: last, error: errors};
  const middle = findMiddle(members.filter(({advice}) => advice?.step != null), ({advice}) => advice!.step!);
  return {summary, rows, reports, advice: mergeAdvice(middle), answers: middle?.answers, numSeeds: members.length};
}

/** Means over the runs at the steps that all of them have. */
function mergeRows(members: RowSeries[]): RowSeries {
  const [first, ...rest] = members as [RowSeries, ...RowSeries[]];
  const steps = first.steps.filter((step) => rest.every((other) => other.steps.includes(step)));
  const places = members.map((member) => steps.map((step) => member.steps.indexOf(step)));
  const values = (name: string, at: number) =>
    members.map((member, index) => member.column(name)[places[index]![at]!]!).filter(Number.isFinite);
  const over = (combine: (found: number[]) => number | undefined) => (name: string) =>
    steps.map((_, at) => combine(values(name, at)) ?? NaN);
  const flags = () =>
    steps.map((_, at) => [...new Set(members.flatMap((member, index) => member.flags()[places[index]![at]!]!))]);
  return buildRowSeries({...first, steps, column: over(mean), flags, spread: (name) => [over(min)(name), over(max)(name)]});
}

/** The report of the member with the middle minimum, its interval widened to hold those of all. */
function mergeReports({row}: RowSeries, members: RunData[]): RowReport | undefined {
  const reports = members.flatMap((member) => findReport(member.reports, row) ?? []);
  const found = reports.filter((report) => report.minimum_step != null);
  if (!found.length) return reports[0];
  const nearest = findMiddle(found, (report) => report.minimum_step!)!;
  const ends = found.map((report) => report.minimum_interval ?? [report.minimum_step!, report.minimum_step!]);
  const numRising = reports.filter((report) => report.has_increase).length;
  return {
    ...nearest,
    minimum_interval: [min(ends, ([low]) => low)!, max(ends, ([, high]) => high)!],
    has_increase: numRising > reports.length / 2,
    forgotten: nearest.forgotten && `${nearest.forgotten} (In the run with the middle minimum.)`,
    description: `${nearest.description}. Phases of the run with the middle minimum; ${numRising} of ${reports.length} runs have an increase`,
  };
}

/** The advice of the member with the middle step. */
function mergeAdvice(middle: RunData | undefined): Advice | null {
  return middle ? {...middle.advice!, text: `${middle.advice!.text} (In the run with the middle step.)`} : null;
}

/** The first of those nearest to the median; undefined of none. */
function findMiddle<Item>(items: Item[], read: (item: Item) => number): Item | undefined {
  const middle = median(items, read)!;
  return items.toSorted((one, two) => Math.abs(read(one) - middle) - Math.abs(read(two) - middle))[0];
}
