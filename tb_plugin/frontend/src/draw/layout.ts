/** Everything a panel's parts need to know about where things are; a function of the data and the width. */
import {scaleLinear} from 'd3-scale';
import type {ScaleContinuousNumeric, ScaleLinear} from 'd3-scale';
import {includeNear, stepScale, valueDomain} from './scales';
import type {StepAxis, StepDomain, StepScale} from './scales';
import {measure} from '../model/series';
import type {Quantity} from '../model/quantities';
import type {Measure, RowSeries} from '../model/series';

export const HEIGHT = 236;
export const MARGIN = {top: 24, right: 40, bottom: 34, left: 48};
/** Room above the curves for the names of the phases, and below for the minimum. */
const INNER = {top: 22, bottom: 24};

export interface PanelLayout {
  width: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  quantity: Quantity;
  stepAxis: StepAxis;
  steps: StepDomain;
  x: StepScale;
  y: ScaleContinuousNumeric<number, number>;
  accuracy: ScaleLinear<number, number> | null;
  measure: Measure;
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
  color: string;
  /** Stroke pattern; empty: solid. */
  dash: string;
  series: RowSeries;
}

export function layoutPanel(series: RowSeries, companions: Companion[], options: PanelOptions, width: number): PanelLayout {
  const {quantity, stepAxis, steps} = options;
  const hasAccuracy = options.accuracyDomain && quantity.key !== 'accuracy';
  const right = width - (hasAccuracy ? MARGIN.right : 14);
  const bottom = HEIGHT - MARGIN.bottom;
  const shown = measure(series, quantity);
  const values = inside(series.steps, shown, steps);
  for (const companion of companions) {
    quantity.read(companion.series).forEach((value, at) => {
      if (isBetween(companion.series.steps[at]!, steps)) values.push(value);
    });
  }
  const curve = valueDomain(values, [], shown.unit);
  const domain = shown.references.reduce((found, {value}) => includeNear(found, value), curve);
  const range = [bottom - INNER.bottom, MARGIN.top + INNER.top];
  return {
    width,
    left: MARGIN.left,
    right,
    top: MARGIN.top,
    bottom,
    quantity,
    stepAxis,
    steps,
    x: stepScale(stepAxis, steps, [MARGIN.left + 4, right - 4]),
    y: scaleLinear(domain, range),
    accuracy: hasAccuracy ? scaleLinear(options.accuracyDomain!, range) : null,
    measure: shown,
  };
}

/** What is drawn between the ends of the axis: a zoom fits the values too. */
function inside(steps: number[], {values, band}: Measure, ends: StepDomain): number[] {
  return [values, ...band].flatMap((some) => some.filter((_, at) => isBetween(steps[at]!, ends)));
}

function isBetween(step: number, [first, last]: StepDomain): boolean {
  return step >= first && step <= last;
}

/** Lowest and highest accuracy of all linear probes, and of the model; null where no probe was measured. */
export function accuracyDomain(rows: RowSeries[]): [number, number] | null {
  const values = rows.flatMap((row) => row.points.map((point) => point.accuracy)).filter(Number.isFinite);
  const own = rows[0]?.column('model_accuracy') ?? [];
  return values.length ? valueDomain([...values, ...own], []) : null;
}
