/** Everything a panel's parts need to know about where things are; a function of the data and the width. */
import {scaleLinear} from 'd3-scale';
import type {ScaleLinear} from 'd3-scale';
import {includeNear, stepScale, valueDomain} from '../scales';
import type {StepAxis, StepScale} from '../scales';
import {measure} from '../series';
import type {Measure, Metric, RowSeries} from '../series';

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
  metric: Metric;
  stepAxis: StepAxis;
  lastStep: number;
  x: StepScale;
  y: ScaleLinear<number, number>;
  accuracy: ScaleLinear<number, number> | null;
  measure: Measure;
}

export interface PanelOptions {
  metric: Metric;
  stepAxis: StepAxis;
  /** Shared by all panels of a run, so that accuracies can be compared by eye; null where none was measured. */
  accuracyDomain: [number, number] | null;
}

export function layoutPanel(series: RowSeries, options: PanelOptions, width: number): PanelLayout {
  const right = width - (options.accuracyDomain ? MARGIN.right : 14);
  const bottom = HEIGHT - MARGIN.bottom;
  const lastStep = series.points.at(-1)?.step ?? 1;
  const shown = measure(series, options.metric);
  const curve = valueDomain(shown.values, shown.errors, shown.unit);
  const domain = shown.references.reduce((found, {value}) => includeNear(found, value), curve);
  const range = [bottom - INNER.bottom, MARGIN.top + INNER.top];
  return {
    width,
    left: MARGIN.left,
    right,
    top: MARGIN.top,
    bottom,
    metric: options.metric,
    stepAxis: options.stepAxis,
    lastStep,
    x: stepScale(options.stepAxis, lastStep, [MARGIN.left + 4, right - 4]),
    y: scaleLinear(domain, range),
    accuracy: options.accuracyDomain && scaleLinear(options.accuracyDomain, range),
    measure: shown,
  };
}

/** Lowest and highest probe accuracy of all rows; null where none was measured. */
export function accuracyDomain(rows: RowSeries[]): [number, number] | null {
  const values = rows.flatMap((row) => row.points.map((point) => point.accuracy)).filter(Number.isFinite);
  return values.length ? valueDomain(values, []) : null;
}
