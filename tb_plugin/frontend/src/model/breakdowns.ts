/** The parts of a reconstruction loss: which there are, how much of each is kept, what changed between two steps; pure. */
import type {RowReport} from '../source/data';
import {formatPercent, formatStep, formatValue} from './format';
import type {PartUnit} from './selection';
import {nearestStep} from './series';
import type {RowSeries} from './series';

interface Kind {
  /** In the list of kinds. */
  name: string;
  /** Behind the name of a quantity. */
  title: string;
  /** Whether the parts have an order, which colours can follow. */
  isOrdered?: boolean;
}

/** The kinds that are known, those that tell most first; the log of somebody's own probe may have others. */
const KINDS: Record<string, Kind> = {
  frequency: {name: 'spatial frequency', title: 'by spatial frequency, cycles per pixel', isOrdered: true},
  component: {name: 'principal component', title: 'by principal component', isOrdered: true},
  colour: {name: 'grey and colour', title: 'by grey and colour'},
  channel: {name: 'colour channel', title: 'by colour channel'},
  position: {name: 'image position', title: 'by image position'},
  class: {name: 'class', title: 'by class'},
  difficulty: {name: 'difficulty', title: 'by difficulty of the rows', isOrdered: true},
};

/** More parts or kinds than these would be no picture any more. */
const MOST_PARTS = 64;
const MOST_KINDS = 20;
/** So many lines of one panel can be followed with the eye. */
const MOST_LINES = 8;

export function describeKind(kind: string): Kind {
  return Object.hasOwn(KINDS, kind) ? KINDS[kind]! : {name: kind, title: `by ${kind}`};
}

export interface PartSeries {
  name: string;
  /** The loss of the part at each step. */
  losses: number[];
  meanImageLoss: number;
}

/** Parts of one kind that were measured, in the order of their columns. */
export function findParts(series: RowSeries, kind: string): PartSeries[] {
  const found = series.metricNames.flatMap((name): PartSeries[] => {
    const part = nameParts(series, name);
    if (part?.kind !== kind) return [];
    return [{name: part.name, losses: series.column(name), meanImageLoss: part.meanImageLoss}];
  });
  return found.filter(({losses}) => losses.some(Number.isFinite)).slice(0, MOST_PARTS);
}

/** What part of which kind a column is: as the log describes it, else by its name. */
function nameParts(series: RowSeries, name: string): {kind: string; name: string; meanImageLoss: number} | null {
  const described = series.described.get(name);
  if (described) return described.part;
  const [, kind, part] = /^reconstruction_loss_([a-z]+)_(.+)$/.exec(name) ?? [];
  if (!kind || !Object.hasOwn(KINDS, kind)) return null;
  return {kind, name: part!.replaceAll('_', ' '), meanImageLoss: NaN};
}

/** All kinds that any of the rows has, those known first. */
export function listKinds(rows: RowSeries[]): string[] {
  const found = new Set(rows.flatMap((row) => row.metricNames.flatMap((name) => nameParts(row, name)?.kind ?? [])));
  const kinds = [...Object.keys(KINDS).filter((kind) => found.has(kind)), ...[...found].filter((kind) => !Object.hasOwn(KINDS, kind))];
  return kinds.filter((kind) => rows.some((row) => findParts(row, kind).length)).slice(0, MOST_KINDS);
}

export interface PartLine {
  name: string;
  values: number[];
}

export interface Breakdown {
  kind: string;
  /** What the values are: the unit asked for, or the loss where there is no mean image to compare with. */
  unit: PartUnit;
  parts: PartLine[];
}

/** One breakdown of a row in the unit asked for, as far as it can be had; null where the row has none. */
export function breakDown(series: RowSeries, kind: string, asked: PartUnit): Breakdown | null {
  const found = findParts(series, kind);
  if (!found.length) return null;
  const known = found.filter(({meanImageLoss}) => Number.isFinite(meanImageLoss));
  const unit = known.length ? asked : 'loss';
  // explained variance = 1 - loss / loss of the mean image, both on this part alone; one that never varies has none
  const parts = (unit === 'loss' ? found : known).map(({name, losses, meanImageLoss}) => ({
    name,
    values: unit === 'loss' ? losses : losses.map((loss) => 1 - loss / meanImageLoss),
  }));
  return {kind, unit, parts};
}

export function unitLabel(unit: PartUnit): string {
  return unit === 'loss' ? 'reconstruction loss' : 'explained variance';
}

export function formatPart(unit: PartUnit): (value: number) => string {
  return unit === 'loss' ? formatValue : formatPercent;
}

/** The part at both steps, in words. */
export function describeChange({name, from, to}: Change, unit: PartUnit, [first, second]: [number, number]): string {
  const format = formatPart(unit);
  return `${name}: ${format(from)} at step ${formatStep(first)}, ${format(to)} at step ${formatStep(second)}`;
}

/** A change with its sign: of shares in points of a per cent. */
export function formatChange(change: number, unit: PartUnit): string {
  if (!Number.isFinite(change)) return '\u2013';
  const text = unit === 'loss' ? formatValue(Math.abs(change)) : (100 * Math.abs(change)).toFixed(1);
  return /[1-9]/.test(text) ? `${change < 0 ? '\u2212' : '+'}${text}` : text;
}

/** The lines of a crowd that are told apart: the three highest and the three lowest at the end; all where they are few. */
export function pickExtremes(parts: PartLine[], isOrdered: boolean): Set<string> {
  if (isOrdered || parts.length <= MOST_LINES) return new Set(parts.map(({name}) => name));
  const last = ({values}: PartLine) => values.findLast(Number.isFinite) ?? NaN;
  const sorted = parts.toSorted((one, two) => last(two) - last(one)).map(({name}) => name);
  return new Set([...sorted.slice(0, 3), ...sorted.slice(-3)]);
}

/** Two probe steps of a row, the earlier first: those chosen, else its reconstruction minimum and the held or last step. */
export function resolveSteps(
  series: RowSeries,
  report: RowReport | undefined,
  {from, to, step}: {from: number | null; to: number | null; step: number | null},
): [number, number] | null {
  const {steps} = series;
  if (!steps.length) return null;
  const [first, last] = [from ?? report?.minimum_step ?? steps[0]!, to ?? step ?? steps.at(-1)!];
  const [one, two] = [steps[nearestStep(steps, first)]!, steps[nearestStep(steps, last)]!];
  return [Math.min(one, two), Math.max(one, two)];
}

export interface Change {
  name: string;
  from: number;
  to: number;
  /** From the first step to the second. */
  change: number;
  /** Whether the layer keeps less of this part at the second step. */
  isLost: boolean;
}

/** What became of each part between two probe steps of the row. */
export function compareParts({unit, parts}: Breakdown, {steps}: RowSeries, [first, second]: [number, number]): Change[] {
  const [start, end] = [steps.indexOf(first), steps.indexOf(second)];
  return parts.map(({name, values}) => {
    const [from, to] = [values[start] ?? NaN, values[end] ?? NaN];
    const change = to - from;
    return {name, from, to, change, isLost: unit === 'loss' ? change > 0 : change < 0};
  });
}

export interface Grid {
  numRows: number;
  numColumns: number;
  /** A change for each place, the first row first. */
  cells: (Change & {row: number; column: number})[];
}

/** Parts that are named "row 1 column 2" as places of a picture; null where any is not. */
export function layoutGrid(changes: Change[]): Grid | null {
  const cells = changes.flatMap((change) => {
    const place = /^row (\d+) column (\d+)$/.exec(change.name);
    return place ? [{...change, row: Number(place[1]) - 1, column: Number(place[2]) - 1}] : [];
  });
  const numRows = Math.max(0, ...cells.map(({row}) => row + 1));
  const numColumns = Math.max(0, ...cells.map(({column}) => column + 1));
  if (cells.length < changes.length || cells.length < 2 || Math.max(numRows, numColumns) > MOST_PARTS) return null;
  return {numRows, numColumns, cells};
}
