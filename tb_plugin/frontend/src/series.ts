/** From the numbers of a run to what a panel draws; pure functions. */
import type {RowReport, Row, RunMetrics} from './data';

export type Metric = 'loss' | 'explained';

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
  /** What a change of explained variance by 1 is on this axis; NaN where that is not known. */
  unit: number;
  references: Reference[];
}

export function buildSeries(metrics: RunMetrics): RowSeries[] {
  const rows = metrics.layout?.rows ?? [];
  return rows.map((row, index) => buildRow(metrics, row, index));
}

function buildRow(metrics: RunMetrics, row: Row, rowIndex: number): RowSeries {
  const column = columnReader(metrics, rowIndex);
  const transferNames = metrics.layout!.metrics.flatMap((name) => /^transfer_(.+)_accuracy$/.exec(name)?.[1] ?? []);
  const points = metrics.steps.map((step, at): Point => ({
    step,
    epoch: column('epoch', at),
    loss: column('reconstruction_loss', at),
    stderr: column('reconstruction_stderr', at),
    limit: column('reconstruction_loss_limit', at),
    explained: column('explained_variance', at),
    accuracy: column('probe_accuracy', at),
    transfers: transferNames.map((name) => ({name, accuracy: column(`transfer_${name}_accuracy`, at)})),
    flags: unpackFlags(column('flags', at), metrics.layout!.flags),
  }));
  const lastFinite = (name: string) => points.map((_, at) => column(name, at)).findLast(Number.isFinite) ?? NaN;
  return {
    key: `${row.layer}/${row.decoder}`,
    row,
    points,
    meanImageLoss: lastFinite('mean_image_loss'),
    pcaBound: lastFinite('pca_bound'),
    wholeRunFlags: commonFlags(points),
    best: bestAccuracy(points),
  };
}

function columnReader({layout, shape, values}: RunMetrics, rowIndex: number): (name: string, at: number) => number {
  const [, numRows, numMetrics] = shape;
  const places = new Map(layout!.metrics.map((name, index) => [name, index]));
  return (name, at) => {
    const place = places.get(name);
    return place === undefined ? NaN : values[(at * numRows + rowIndex) * numMetrics + place]!;
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

/** The left axis in units of the loss, or as explained variance 1 - loss / loss of the mean image. */
export function measure(series: RowSeries, metric: Metric): Measure {
  const {points, meanImageLoss, pcaBound} = series;
  if (metric === 'loss') {
    return {
      label: 'reconstruction loss',
      values: points.map((point) => point.loss),
      errors: points.map((point) => point.stderr),
      unit: meanImageLoss,
      references: finite([
        {label: 'mean image', value: meanImageLoss},
        {label: 'PCA bound', value: pcaBound},
      ]),
    };
  }
  return {
    label: 'explained variance',
    values: points.map((point) => point.explained),
    errors: points.map((point) => point.stderr / meanImageLoss),
    unit: 1,
    references: finite([
      {label: 'mean image', value: 0},
      {label: 'PCA bound', value: 1 - pcaBound / meanImageLoss},
    ]),
  };
}

function finite(references: Reference[]): Reference[] {
  return references.filter(({value}) => Number.isFinite(value));
}

/** Reports find their rows by name: the two answers may come from different moments of a live run. */
export function findReport(reports: RowReport[], {layer, decoder}: Row): RowReport | undefined {
  return reports.find((report) => report.layer === layer && report.decoder === decoder);
}
