/** From the numbers of a run to what a panel draws; pure functions. */
import {readColumns} from './columns';
import type {Columns} from './columns';
import type {RowReport, Row, RunMetrics} from '../source/data';
import type {Quantity} from './quantities';

/** One record: a row at a probe step. Not measured is NaN. */
export interface Point {
  step: number;
  epoch: number;
  loss: number;
  stderr: number;
  limit: number;
  explained: number;
  accuracy: number;
  transfers: {name: string; accuracy: number}[];
  flags: string[];
}

export interface RowSeries {
  key: string;
  row: Row;
  points: Point[];
  steps: number[];
  metricNames: string[];
  /** What the log says of its own columns. */
  described: Columns;
  /** A value for each point by the name of its column; all NaN where the run has no such column. */
  column: (name: string) => number[];
  /** Lowest and highest over the seeds of a group, by the name of the column; none in a single run. */
  spread?: (name: string) => [number[], number[]];
  meanImageLoss: number;
  pcaBound: number;
  /** Flags of every record, said once instead of at each point. */
  wholeRunFlags: string[];
  best: Point | null;
}

export interface Reference {
  label: string;
  value: number;
}

/** The left axis of a panel: a value for each point, and its standard error, in the units of the chosen metric. */
export interface Measure {
  label: string;
  values: number[];
  errors: number[];
  /** Ends of the band around the curve: the standard error, or lowest and highest of a group of seeds. */
  band: [number[], number[]];
  /** What a change of explained variance by 1 is on this axis; NaN where that is not known. */
  unit: number;
  references: Reference[];
}

export function buildSeries(metrics: RunMetrics): RowSeries[] {
  const rows = metrics.layout?.rows ?? [];
  const described = readColumns(metrics.layout);
  return rows.map((row, index) => buildRow(metrics, row, index, described));
}

function buildRow(metrics: RunMetrics, row: Row, rowIndex: number, described: Columns): RowSeries {
  const {layout, steps} = metrics;
  const readColumn = columnReader(metrics, rowIndex);
  const readFlags = () => readColumn('flags').map((mask) => unpackFlags(mask, layout!.flags));
  return buildSeriesOf(row, steps, layout!.metrics, readColumn, readFlags, described);
}

/** What `make` gives, made when it is first asked for: of a run beside the one in focus few columns are drawn. */
function lazy<Made>(make: () => Made): () => Made {
  let made: {value: Made} | undefined;
  return () => (made ??= {value: make()}).value;
}

/** A row from its columns; each is read when it is first asked for. */
export function buildSeriesOf(
  row: Row,
  steps: number[],
  metricNames: string[],
  readColumn: (name: string) => number[],
  readFlags: () => string[][],
  described: Columns = new Map(),
): RowSeries {
  const known = new Map<string, number[]>();
  const column = (name: string) => {
    if (!known.has(name)) known.set(name, readColumn(name));
    return known.get(name)!;
  };
  const transferNames = metricNames.flatMap((name) => /^transfer_(.+)_accuracy$/.exec(name)?.[1] ?? []);
  const flags = lazy(readFlags);
  const buildPoint = (step: number, at: number): Point => ({
    step,
    epoch: column('epoch')[at]!,
    loss: column('reconstruction_loss')[at]!,
    stderr: column('reconstruction_stderr')[at]!,
    limit: column('reconstruction_loss_limit')[at]!,
    explained: column('explained_variance')[at]!,
    accuracy: column('probe_accuracy')[at]!,
    transfers: transferNames.map((name) => ({name, accuracy: column(`transfer_${name}_accuracy`)[at]!})),
    flags: flags()[at] ?? [],
  });
  const points = lazy(() => steps.map(buildPoint));
  const wholeRunFlags = lazy(() => commonFlags(points()));
  const best = lazy(() => bestAccuracy(points()));
  const lastFinite = (name: string) => column(name).findLast(Number.isFinite) ?? NaN;
  return {
    key: `${row.layer}/${row.decoder}`,
    row,
    steps,
    metricNames,
    described,
    column,
    get points() {
      return points();
    },
    get meanImageLoss() {
      return lastFinite('mean_image_loss');
    },
    get pcaBound() {
      return lastFinite('pca_bound');
    },
    get wholeRunFlags() {
      return wholeRunFlags();
    },
    get best() {
      return best();
    },
  };
}

function columnReader({layout, steps, shape, values}: RunMetrics, rowIndex: number): (name: string) => number[] {
  const [, numRows, numMetrics] = shape;
  const places = new Map(layout!.metrics.map((name, index) => [name, index]));
  return (name) => {
    const place = places.get(name);
    return steps.map((_, at) => (place === undefined ? NaN : values[(at * numRows + rowIndex) * numMetrics + place]!));
  };
}

/** Names in a bit mask, the lowest bit first; none where the mask is no number. */
export function unpackFlags(mask: number, names: string[]): string[] {
  return Number.isFinite(mask) ? names.filter((_, index) => Math.floor(mask / 2 ** index) % 2 === 1) : [];
}

/** Whether a record says more than every record of its row does. */
export function isMarked(point: Point, {wholeRunFlags}: RowSeries): boolean {
  return point.flags.length > wholeRunFlags.length;
}

export function commonFlags(points: Point[]): string[] {
  return points[0]?.flags.filter((flag) => points.every((point) => point.flags.includes(flag))) ?? [];
}

/** The earliest of the points with the highest probe accuracy. */
export function bestAccuracy(points: Point[]): Point | null {
  let best: Point | null = null;
  for (const point of points) if (point.accuracy > (best?.accuracy ?? -Infinity)) best = point;
  return best;
}

/** The left axis in the units of a quantity, with the levels that give a reconstruction loss its meaning. */
export function measure(series: RowSeries, quantity: Quantity): Measure {
  const {meanImageLoss, pcaBound, points} = series;
  const values = quantity.read(series);
  const errors = quantity.readErrors?.(series) ?? values.map(() => NaN);
  const first = points[0]?.step === 0 ? values[0]! : NaN;
  const levels: Record<string, [number, Reference[]]> = {
    loss: [meanImageLoss, lossLevels(meanImageLoss, pcaBound, first)],
    limit: [meanImageLoss, lossLevels(meanImageLoss, pcaBound, first)],
    explained: [
      1,
      [
        {label: 'mean image', value: 0},
        {label: 'PCA bound', value: 1 - pcaBound / meanImageLoss},
        {label: 'untrained', value: first},
      ],
    ],
  };
  const [unit, references] = levels[quantity.key] ?? [NaN, []];
  const spread = quantity.readSpread(series);
  const band = spread ?? errorBand(values, errors);
  return {label: quantity.label, values, errors, band, unit, references: finite(references)};
}

function errorBand(values: number[], errors: number[]): [number[], number[]] {
  const error = (at: number) => (Number.isFinite(errors[at]) ? errors[at]! : 0);
  return [values.map((value, at) => value - error(at)), values.map((value, at) => value + error(at))];
}

function lossLevels(meanImage: number, pcaBound: number, untrained: number): Reference[] {
  return [
    {label: 'mean image', value: meanImage},
    {label: 'PCA bound', value: pcaBound},
    {label: 'untrained', value: untrained},
  ];
}

/** Value of the point at or nearest to `step`; NaN without points. */
export function valueAt(series: RowSeries, values: number[], step: number): number {
  return values[nearestStep(series.steps, step)] ?? NaN;
}

/** Index of the step nearest to `step` in log(1 + step). */
export function nearestStep(steps: number[], step: number): number {
  let nearest = 0;
  const distance = (index: number) => Math.abs(Math.log1p(steps[index]!) - Math.log1p(step));
  steps.forEach((_, index) => {
    if (distance(index) < distance(nearest)) nearest = index;
  });
  return nearest;
}

function finite(references: Reference[]): Reference[] {
  return references.filter(({value}) => Number.isFinite(value));
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

/** Reports find their rows by name: the two answers may come from different moments of a live run. */
export function findReport(reports: RowReport[], {layer, decoder}: Row): RowReport | undefined {
  return reports.find((report) => report.layer === layer && report.decoder === decoder);
}
