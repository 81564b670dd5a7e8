/** The quantities that charts can draw: how they are read from a row, said, and judged. */
import {columns} from '../../../../keras_phases/record/descriptions.json';
import type {Column} from './columns';
import {formatPercent, formatValue} from './format';
import {lastMeasured} from './series';
import type {RowSeries} from './series';

/** A level to compare values with. */
export interface Reference {
  label: string;
  value: number;
}

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
  /** A value for each step; NaN where it was not measured. */
  read: (series: RowSeries) => number[];
  /** Standard errors of the values. */
  readErrors?: (series: RowSeries) => number[];
  /** Lowest and highest over the seeds of a group; undefined in a single run. */
  readSpread: (series: RowSeries) => [number[], number[]] | undefined;
  /** Levels that give the values their meaning, those that are known. */
  references?: (series: RowSeries) => Reference[];
  /** What a change of explained variance by 1 is in this quantity; NaN where that is not known. */
  wholeVariance?: (series: RowSeries) => number;
}

const AS_SHARE = {format: formatPercent, tickFormat: '~%'};

const FIXED: Quantity[] = [
  {
    ...fixed('loss', 'reconstruction_loss'),
    ...lossLevels('reconstruction_loss'),
    readErrors: (series) => series.column('reconstruction_stderr'),
  },
  {
    ...column('relative', 'reconstruction_loss', 'loss, first = 1', 'share of the loss at the first probe step', 'low'),
    read: (series) => relative(series, series.column('reconstruction_loss')),
    readErrors: (series) => relative(series, series.column('reconstruction_stderr')),
    readSpread: () => undefined,
    wholeVariance: (series) => meanImageLoss(series) / firstLoss(series),
  },
  {
    ...fixed('limit', 'reconstruction_loss_limit'),
    ...lossLevels('reconstruction_loss_limit'),
    readErrors: (series) => series.column('reconstruction_loss_limit_stderr'),
  },
  {
    ...fixed('explained', 'explained_variance'),
    ...AS_SHARE,
    readErrors: (series) => divide(series.column('reconstruction_stderr'), meanImageLoss(series)),
    references: (series) => {
      const pcaBound = 1 - lastMeasured(series, 'pca_bound') / meanImageLoss(series);
      return nameLevels(0, pcaBound, untrained(series, 'explained_variance'));
    },
    wholeVariance: () => 1,
  },
  {...fixed('accuracy', 'probe_accuracy'), ...AS_SHARE},
  fixed('probe_loss', 'probe_loss'),
  {...fixed('model_accuracy', 'model_accuracy'), ...AS_SHARE},
  fixed('model_loss', 'model_loss'),
  fixed('freedom', 'degrees_of_freedom'),
  fixed('ridge', 'ridge'),
  fixed('seconds', 'probe_seconds'),
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
  const isMeasured = (quantity: Quantity) => names.has(quantity.column) && rows.some((row) => quantity.read(row).some(Number.isFinite));
  return [...known, ...describeOwn(rows, known)].filter(isMeasured);
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
  return divide(values, firstLoss(series));
}

function firstLoss({column}: RowSeries): number {
  return column('reconstruction_loss').find(Number.isFinite) ?? NaN;
}

function divide(values: number[], by: number): number[] {
  return values.map((value) => value / by);
}

/** The quantity of that key; the reconstruction loss where it is not among those measured. */
export function findQuantity(quantities: Quantity[], key: string): Quantity {
  return quantities.find((quantity) => quantity.key === key) ?? FIXED[0]!;
}

/** The quantities that phases are found in, as they are or upside down. */
export function hasMinimum({key}: Quantity): boolean {
  return ['loss', 'relative', 'limit', 'explained'].includes(key);
}

/** A quantity that is drawn without being one to choose: that of a part, say. */
export function drawnQuantity(label: string, isShare: boolean): Quantity {
  return {...column('', '', label, '', null), ...(isShare && AS_SHARE)};
}

/** A column that every record has, described where the record is. */
function fixed(key: string, name: keyof typeof columns): Quantity {
  const {label, unit, better} = columns[name];
  return column(key, name, label, unit, better as Quantity['better']);
}

function column(key: string, name: string, label: string, unit: string, better: Quantity['better']): Quantity {
  const read = (series: RowSeries) => series.column(name);
  return {key, column: name, label, unit, better, format: formatValue, read, readSpread: (series) => series.spread?.(name)};
}

function accuracy(key: string, name: string, label: string, unit: string): Quantity {
  return {...column(key, name, label, unit, 'high'), ...AS_SHARE};
}

function lossLevels(name: string): Pick<Quantity, 'references' | 'wholeVariance'> {
  return {
    references: (series) => nameLevels(meanImageLoss(series), lastMeasured(series, 'pca_bound'), untrained(series, name)),
    wholeVariance: meanImageLoss,
  };
}

function nameLevels(meanImage: number, pcaBound: number, first: number): Reference[] {
  const levels = Object.entries({'mean image': meanImage, 'PCA bound': pcaBound, untrained: first});
  return levels.map(([label, value]) => ({label, value})).filter(({value}) => Number.isFinite(value));
}

function meanImageLoss(series: RowSeries): number {
  return lastMeasured(series, 'mean_image_loss');
}

function untrained({steps, column}: RowSeries, name: string): number {
  return steps[0] === 0 ? column(name)[0]! : NaN;
}

/** A pair of quantities that has a name as a plane. */
export interface Plane {
  key: string;
  label: string;
  axes: [string, string];
}

/** Key of the probe loss on an axis that is turned, so that more information about the label is up. */
export const TURNED_PROBE_LOSS = '-probe_loss';

/** The quantities that an axis of the portrait can have: all of them, and the probe loss upside down. */
export function listAxes(quantities: Quantity[]): Quantity[] {
  return quantities.flatMap((quantity) =>
    quantity.key === 'probe_loss'
      ? [quantity, {...quantity, key: TURNED_PROBE_LOSS, label: 'probe loss, turned', isTurned: true}]
      : [quantity],
  );
}

const PLANES: Plane[] = [
  {key: 'portrait', label: 'phase portrait', axes: ['accuracy', 'explained']},
  {key: 'information', label: 'information plane', axes: ['explained', 'label_information']},
  {key: 'information', label: 'information plane', axes: ['explained', TURNED_PROBE_LOSS]},
  {key: 'binned', label: 'binned mutual information', axes: ['binned_information_input', 'binned_information_label']},
];

/** The planes whose both axes were measured; of two by the same name the first. */
export function listPlanes(axes: Quantity[]): Plane[] {
  const found = PLANES.filter((plane) => plane.axes.every((key) => axes.some((quantity) => quantity.key === key)));
  return found.filter(({key}, index) => found.findIndex((plane) => plane.key === key) === index);
}
