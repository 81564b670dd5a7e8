/** The quantities that charts can draw: how they are read from a row, said, and judged. */
import type {Column} from './columns';
import {formatPercent, formatValue} from './format';
import type {RowSeries} from './series';

export interface Quantity {
  key: string;
  /** The column that it is read from. */
  column: string;
  label: string;
  /** The unit, as a tooltip says it. */
  unit: string;
  /** What a reader wants of it; null where neither end is good. */
  better: 'low' | 'high' | null;
  /** Whether its axis runs downwards, the low values on top. */
  isTurned?: boolean;
  format: (value: number) => string;
  /** How d3 writes it on an axis; undefined: as its step asks for. */
  tickFormat?: string;
  /** A value for each point; NaN where it was not measured. */
  read: (series: RowSeries) => number[];
  /** Standard errors of the values. */
  readErrors?: (series: RowSeries) => number[];
  /** Lowest and highest over the seeds of a group; undefined in a single run. */
  readSpread: (series: RowSeries) => [number[], number[]] | undefined;
}

const AS_SHARE = {format: formatPercent, tickFormat: '~%'};
const PIXELS = 'mean squared error per input element';

const FIXED: Quantity[] = [
  {
    ...column('loss', 'reconstruction_loss', 'reconstruction loss', PIXELS, 'low'),
    readErrors: (series) => series.column('reconstruction_stderr'),
  },
  {
    ...column('relative', 'reconstruction_loss', 'loss, first = 1', 'share of the loss at the first probe step', 'low'),
    read: (series) => relative(series, series.column('reconstruction_loss')),
    readErrors: (series) => relative(series, series.column('reconstruction_stderr')),
    readSpread: () => undefined,
  },
  {
    ...column('limit', 'reconstruction_loss_limit', 'loss at unlimited rows', PIXELS, 'low'),
    readErrors: (series) => series.column('reconstruction_loss_limit_stderr'),
  },
  {
    ...column('explained', 'explained_variance', 'explained variance', 'share of the variance of the input', 'high'),
    ...AS_SHARE,
    readErrors: (series) => series.column('reconstruction_stderr').map((error) => error / series.meanImageLoss),
  },
  accuracy('accuracy', 'probe_accuracy', 'probe accuracy', 'linear probe, share of held-out rows'),
  column('probe_loss', 'probe_loss', 'probe loss', 'cross-entropy of the linear probe, nats', 'low'),
  accuracy('model_accuracy', 'model_accuracy', 'model accuracy', 'the model itself, share of held-out rows'),
  column('model_loss', 'model_loss', 'model loss', 'of the model itself, on held-out rows', 'low'),
  column('freedom', 'degrees_of_freedom', 'degrees of freedom', 'of the decoder', null),
  column('ridge', 'ridge', 'ridge', 'units of the mean feature variance', null),
  column('seconds', 'probe_seconds', 'probe seconds', 'seconds of the probe step', null),
];

/** All quantities that any of the rows holds: those known, transfer tasks, and what the log itself describes. */
export function listQuantities(rows: RowSeries[]): Quantity[] {
  const names = new Set(rows.flatMap((row) => row.metricNames));
  const found = [...names].flatMap((name) => /^transfer_(.+)_(?:accuracy|loss)$/.exec(name)?.[1] ?? []);
  const tasks = [...new Set(found)].flatMap((task) => [
    accuracy(`transfer_${task}_accuracy`, `transfer_${task}_accuracy`, `${task} accuracy`, `linear probe of '${task}', share of held-out rows`),
    column(`transfer_${task}_loss`, `transfer_${task}_loss`, `${task} loss`, `cross-entropy of the linear probe of '${task}', nats`, 'low'),
  ]);
  const known = [...FIXED, ...tasks];
  return [...known, ...describeOwn(rows, known)].filter((quantity) => rows.some((row) => quantity.read(row).some(Number.isFinite)));
}

/** The described columns that are no part of a breakdown, nor a quantity that the page knows by itself. */
function describeOwn(rows: RowSeries[], known: Quantity[]): Quantity[] {
  const columns = new Map<string, Column>(rows.flatMap((row) => [...row.described]));
  return [...columns.values()].flatMap(({name, label, unit, better, isShare, part}) => {
    if (part || known.some((quantity) => quantity.column === name)) return [];
    const key = known.some((quantity) => quantity.key === name) ? `own ${name}` : name;
    return [{...column(key, name, label, unit, better), ...(isShare && AS_SHARE)}];
  });
}

function relative(series: RowSeries, values: number[]): number[] {
  const first = series.column('reconstruction_loss').find(Number.isFinite) ?? NaN;
  return values.map((value) => value / first);
}

/** The quantity of that key; the reconstruction loss where it is not among those measured. */
export function findQuantity(quantities: Quantity[], key: string): Quantity {
  return quantities.find((quantity) => quantity.key === key) ?? FIXED[0]!;
}

/** A quantity that is drawn without being one to choose: that of a part, say. */
export function drawnQuantity(label: string, isShare: boolean): Quantity {
  return {...column('', '', label, '', null), ...(isShare && AS_SHARE)};
}

function column(key: string, name: string, label: string, unit: string, better: Quantity['better']): Quantity {
  const read = (series: RowSeries) => series.column(name);
  return {key, column: name, label, unit, better, format: formatValue, read, readSpread: (series) => series.spread?.(name)};
}

function accuracy(key: string, name: string, label: string, unit: string): Quantity {
  return {...column(key, name, label, unit, 'high'), ...AS_SHARE};
}
