/** Runs with numbers that can be worked out by hand. */
import {readColumns} from '../src/model/columns';
import {buildRowSeries} from '../src/model/series';
import type {RowSeries, RunData} from '../src/model/series';
import type {Advice, PhaseKind, RowReport} from '../src/source/data';

/** `described` is what the log says of its columns, as its settings hold it. */
export function buildRow(layer: string, steps: number[], columns: Record<string, number[]>, described: unknown = {}, decoder = 'linear'): RowSeries {
  const row = {layer, decoder, strategy: 'primal', num_features: 8, probe_features: 8};
  const column = (name: string) => columns[name] ?? steps.map(() => NaN);
  const layout = {rows: [row], metrics: Object.keys(columns), flags: [], run: {columns: described}};
  const flags = () => steps.map(() => []);
  return buildRowSeries({row, steps, metricNames: layout.metrics, described: readColumns(layout), column, flags});
}

export function buildReport(layer: string, phases: [PhaseKind, number, number][], minimum: number, rises: boolean): RowReport {
  return {
    layer,
    decoder: 'linear',
    stages: phases.map(([kind, start_step, end_step]) => ({kind, start_step, end_step})),
    minimum_step: minimum,
    minimum_interval: [minimum / 2, minimum * 2],
    has_increase: rises,
    now: `${phases.at(-1)?.[0]} now`,
    description: `${layer} as described`,
  };
}

export function buildAdvice(step: number): Advice {
  return {step, layer: 'features', abstains: false, text: `Keep ${step}.`};
}

export function buildRun(name: string, rows: RowSeries[], reports: RowReport[] = []): RunData {
  const steps = rows[0]!.steps;
  const layout = {rows: rows.map(({row}) => row), metrics: rows[0]!.metricNames, flags: [], run: {}};
  const summary = {run: name, layout, num_steps: steps.length, last_step: steps.at(-1)!, last_wall_time: 1, error: null};
  return {summary, rows, reports};
}

export const STEPS = [0, 1, 4, 16, 64, 256];

export function buildVggLike(name = 'vgg8/phases', shift = 0): RunData {
  const losses = {
    conv1: [0.1, 0.099, 0.095, 0.085, 0.08, 0.079],
    features: [0.6, 0.6, 0.58, 0.5, 0.54, 0.72],
  };
  const rows = Object.entries(losses).map(([layer, loss], index) =>
    buildRow(layer, STEPS, {
      reconstruction_loss: loss.map((value) => value + shift),
      reconstruction_stderr: loss.map(() => 0.004),
      explained_variance: loss.map((value) => 1 - value),
      mean_image_loss: loss.map(() => 1),
      pca_bound: loss.map(() => 0.3 * index),
      probe_accuracy: STEPS.map((_, at) => 0.3 + 0.06 * at * (index + 1)),
    }),
  );
  const reports = [
    buildReport('conv1', [['decrease', 0, 256]], 256, false),
    buildReport('features', [['constant', 0, 1], ['decrease', 1, 16], ['increase', 16, 256]], 16, true),
  ];
  return buildRun(name, rows, reports);
}
