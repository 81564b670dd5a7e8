/** From the numbers of a run to rows that are read column by column; pure functions. */
import {bisectLeft, maxIndex} from 'd3-array';
import type {Advice, Answer, Row, RowReport, RunMetrics, RunSummary} from '../source/data';
import {readColumns} from './columns';
import type {Columns} from './columns';
import {formatRun} from './format';

export interface RowSeries {
  key: string;
  row: Row;
  steps: number[];
  metricNames: string[];
  /** What the log says of its own columns. */
  described: Columns;
  /** A value for each step by the name of its column; NaN where it was not measured. */
  column: (name: string) => number[];
  /** What the record of each step wants its reader to know. */
  flags: () => string[][];
  /** Lowest and highest over the seeds of a group, by the name of the column; none in a single run. */
  spread?: (name: string) => [number[], number[]];
}

/** One run with everything that charts draw of it. */
export interface RunData {
  summary: RunSummary;
  rows: RowSeries[];
  /** Empty until they have come: curves are drawn first. */
  reports: RowReport[];
  advice?: Advice | null;
  answers?: Answer[];
  /** How many seeds it is the mean of; none where it is a run itself. */
  numSeeds?: number;
}

export function buildSeries({layout, steps, shape: [, numRows, numMetrics], values}: RunMetrics): RowSeries[] {
  if (!layout) return [];
  const {rows, metrics: metricNames} = layout;
  const places = new Map(metricNames.map((name, place) => [name, place]));
  return rows.map((row, index) => {
    const column = (name: string) => {
      const place = places.get(name);
      return steps.map((_, at) => (place === undefined ? NaN : values[(at * numRows + index) * numMetrics + place]!));
    };
    const flags = () => column('flags').map((mask) => unpackFlags(mask, layout.flags));
    return buildRowSeries({row, steps, metricNames, described: readColumns(layout, index), column, flags});
  });
}

/** A row that reads its columns when they are first asked for: of a run beside the one in focus few are drawn. */
export function buildRowSeries(read: Omit<RowSeries, 'key'>): RowSeries {
  const {layer, decoder} = read.row;
  return {...read, key: `${layer}/${decoder}`, column: remember(read.column), flags: remember<void, string[][]>(read.flags)};
}

function remember<Name, Value>(read: (name: Name) => Value): (name: Name) => Value {
  const known = new Map<Name, Value>();
  return (name) => {
    if (!known.has(name)) known.set(name, read(name));
    return known.get(name)!;
  };
}

/** Names in a bit mask, the lowest bit first; none where the mask is no number. */
export function unpackFlags(mask: number, names: string[]): string[] {
  return Number.isFinite(mask) ? names.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1) : [];
}

/** Flags of every record of a row, which are said once instead of at each step. */
export function commonFlags({flags}: RowSeries): string[] {
  const [first = [], ...rest] = flags();
  return first.filter((flag) => rest.every((other) => other.includes(flag)));
}

/** What each record says beyond what every record of its row does. */
export function listRemarks(series: RowSeries): string[][] {
  const common = commonFlags(series);
  return series.flags().map((flags) => flags.filter((flag) => !common.includes(flag)));
}

/** The highest probe accuracy, at its earliest step; null where none was measured. */
export function findBest({steps, column}: RowSeries): {step: number; accuracy: number} | null {
  const accuracies = column('probe_accuracy');
  const at = maxIndex(accuracies);
  return at < 0 ? null : {step: steps[at]!, accuracy: accuracies[at]!};
}

/** The last value of a column that was measured; NaN without any. */
export function lastMeasured({column}: RowSeries, name: string): number {
  return column(name).findLast(Number.isFinite) ?? NaN;
}

/** The value at or nearest to `step`; NaN without any. */
export function valueAt(steps: number[], values: number[], step: number): number {
  return values[nearestStep(steps, step)] ?? NaN;
}

/** Index of the step nearest to `step` in log(1 + step), of steps that increase. */
export function nearestStep(steps: number[], step: number): number {
  const after = Math.min(bisectLeft(steps, step), steps.length - 1);
  const isBefore = after > 0 && Math.log1p(step) - Math.log1p(steps[after - 1]!) <= Math.log1p(steps[after]!) - Math.log1p(step);
  return Math.max(0, isBefore ? after - 1 : after);
}

/** Places of the values without a neighbour: a line through them alone would not be seen. */
export function findLone(values: number[]): number[] {
  return values.flatMap((value, at) =>
    Number.isFinite(value) && !Number.isFinite(values[at - 1]) && !Number.isFinite(values[at + 1]) ? [at] : [],
  );
}

/** Name of a row among `rows`: its layer, with the decoder where the layer has several. */
export function nameRow({row}: RowSeries, rows: RowSeries[]): string {
  const isOneOfSeveral = rows.some((other) => other.row.layer === row.layer && other.row.decoder !== row.decoder);
  return isOneOfSeveral ? `${row.layer} (${row.decoder})` : row.layer;
}

/** Names longer than this lose what all of them begin and end with. */
const MOST_LETTERS = 20;

/** Names of all rows as labels: of long ones without what all share, up to the last break between their words. */
export function labelRows(rows: RowSeries[]): string[] {
  const names = rows.map((series) => nameRow(series, rows));
  if (names.length < 2 || names.every(({length}) => length <= MOST_LETTERS)) return names;
  const [start, end] = [commonStart(names), commonStart(names.map(reverse))];
  const short = names.map((name) => name.slice(start, name.length - end));
  return short.every(Boolean) ? short : names;
}

/** The label of one of the rows. */
export function labelRow(series: RowSeries, rows: RowSeries[]): string {
  return labelRows(rows)[rows.indexOf(series)]!;
}

/** How many letters all names begin with, up to a break between words. */
function commonStart([first = '', ...others]: string[]): number {
  let count = 0;
  while (count < first.length && others.every((other) => other[count] === first[count])) count++;
  while (count && !/[_/.\- ]/.test(first[count - 1]!)) count--;
  return count;
}

function reverse(name: string): string {
  return [...name].reverse().join('');
}

export function nameRun({summary, numSeeds}: RunData): string {
  return formatRun(summary.run) + (numSeeds ? ` (${numSeeds} seeds)` : '');
}

/** Names of the runs that have rows and none of those in focus: runs of another network. */
export function findStrangers(focus: RunData, others: RunData[]): string[] {
  const keys = new Set(focus.rows.map(({key}) => key));
  return others.filter(({rows}) => rows.length && !rows.some(({key}) => keys.has(key))).map(({summary}) => summary.run);
}

/** Reports find their rows by name: the two answers may come from different moments of a live run. */
export function findReport(reports: RowReport[], {layer, decoder}: Row): RowReport | undefined {
  return reports.find((report) => report.layer === layer && report.decoder === decoder);
}
