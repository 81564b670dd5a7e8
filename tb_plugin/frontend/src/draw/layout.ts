/** Everything the parts of a chart need to know about where things are; a function of the data and the width. */
import {scaleLinear} from 'd3-scale';
import type {ScaleContinuousNumeric, ScaleLinear} from 'd3-scale';
import type {Quantity, Reference} from '../model/quantities';
import type {StepAxis} from '../model/selection';
import type {RowSeries} from '../model/series';
import {includeNear, isBetween, stepScale, valueDomain} from './scales';
import type {StepDomain, StepScale} from './scales';

export const HEIGHT = 236;
export const FRAME = {left: 48, top: 24, bottom: HEIGHT - 34};
/** Room above the curves for the names of the phases, and below for the minimum. */
const INNER = {top: 22, bottom: 24};
/** Room on the right, with an axis of accuracies and without. */
const ROOM = {accuracy: 40, none: 14};

/** A chart over the training step. */
export interface StepLayout {
  width: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** What the left axis says. */
  label: string;
  quantity: Quantity;
  stepAxis: StepAxis;
  steps: StepDomain;
  x: StepScale;
  y: ScaleContinuousNumeric<number, number>;
}

/** A chart of one row. */
export interface PanelLayout extends StepLayout {
  accuracy: ScaleLinear<number, number> | null;
  /** A value for each step of the row. */
  values: number[];
  /** Ends of the band around the curve: the standard error, or lowest and highest of a group of seeds. */
  band: [number[], number[]];
  references: Reference[];
}

export interface PanelOptions {
  quantity: Quantity;
  stepAxis: StepAxis;
  /** Of all panels, so that layers can be compared along one vertical. */
  steps: StepDomain;
  /** Shared by all panels of a run, so that accuracies can be compared by eye; null where none was measured. */
  accuracyDomain: [number, number] | null;
}

/** A run beside the one in focus: its row of the same layer and decoder. */
export interface Companion {
  run: string;
  name: string;
  color: string;
  /** Stroke pattern; empty: solid. */
  dash: string;
  /** One of a crowd: thin and grey until it is pointed at. */
  isMuted?: boolean;
  series: RowSeries;
}

/** Where a chart over the training step that ends at `right` has its steps. */
export function placeSteps(stepAxis: StepAxis, steps: StepDomain, right: number) {
  return {...FRAME, right, stepAxis, steps, x: stepScale(stepAxis, steps, [FRAME.left + 4, right - 4])};
}

export function layoutPanel(series: RowSeries, companions: Companion[], options: PanelOptions, width: number): PanelLayout {
  const {quantity, stepAxis, steps} = options;
  const hasAccuracy = options.accuracyDomain && quantity.key !== 'accuracy';
  const values = quantity.read(series);
  const band = quantity.readSpread(series) ?? errorBand(values, quantity.readErrors?.(series) ?? []);
  const references = quantity.references?.(series) ?? [];
  // What is drawn between the ends of the axis: a zoom fits the values too.
  const drawn = [
    ...[values, ...band].flatMap((some) => inside(series, some, steps)),
    ...companions.flatMap(({series: other}) => inside(other, quantity.read(other), steps)),
  ];
  const curve = valueDomain(drawn, [], quantity.wholeVariance?.(series));
  const domain = references.reduce((found, {value}) => includeNear(found, value), curve);
  const range = [FRAME.bottom - INNER.bottom, FRAME.top + INNER.top];
  return {
    ...placeSteps(stepAxis, steps, width - (hasAccuracy ? ROOM.accuracy : ROOM.none)),
    width,
    label: quantity.label,
    quantity,
    y: scaleLinear(domain, range),
    accuracy: hasAccuracy ? scaleLinear(options.accuracyDomain!, range) : null,
    values,
    band,
    references,
  };
}

function errorBand(values: number[], errors: number[]): [number[], number[]] {
  const error = (at: number) => (Number.isFinite(errors[at]) ? errors[at]! : 0);
  return [values.map((value, at) => value - error(at)), values.map((value, at) => value + error(at))];
}

/** The values at steps within the ends of an axis. */
export function inside({steps}: Pick<RowSeries, 'steps'>, values: number[], ends: StepDomain): number[] {
  return values.filter((_, at) => isBetween(steps[at]!, ends));
}

/** Lowest and highest accuracy of all linear probes; null where none was measured. */
export function accuracyDomain(rows: RowSeries[]): [number, number] | null {
  const values = rows.flatMap(({column}) => column('probe_accuracy'));
  return values.some(Number.isFinite) ? valueDomain(values, []) : null;
}

/** Lowest and highest of a quantity over rows, with the least span of a panel: a change too small for a phase looks small. */
export function sharedDomain(quantity: Quantity, rows: RowSeries[]): [number, number] {
  const units = rows.flatMap((series) => quantity.wholeVariance?.(series) ?? []).filter(Number.isFinite);
  return valueDomain(rows.flatMap(quantity.read), [], Math.max(0, ...units));
}
