/** The step that the server advises to keep, and what a loss did since its reconstruction minimum; pure functions. */
import type {RowReport} from '../source/data';
import {lastMeasured, valueAt} from './series';
import type {RowSeries, RunData} from './series';

/** The step to keep of a row of the run: the layer's first that the advice is about. Null where it abstains, and elsewhere. */
export function keptStep({rows, advice}: Pick<RunData, 'rows' | 'advice'>, {key}: RowSeries): number | null {
  if (!advice || advice.abstains) return null;
  return rows.find(({row}) => row.layer === advice.layer)?.key === key ? advice.step : null;
}

/** A report without the lowest point of a curve that neither surely fell nor rose: noise put it where it is. */
export function blankNoise(report: RowReport): RowReport {
  const isMoved = report.stages?.some(({kind}) => kind !== 'constant');
  return isMoved ? report : {...report, minimum_step: null, minimum_interval: null};
}

/** A column at the reconstruction minimum so far; NaN where there is none. */
export function atMinimum({steps, column}: RowSeries, report: RowReport | undefined, name: string): number {
  return report?.minimum_step == null ? NaN : valueAt(steps, column(name), report.minimum_step);
}

/** The change from the minimum to the last loss that was measured, as a share of the minimum; NaN unless it surely rose. */
export function riseSince(series: RowSeries, report: RowReport | undefined): number {
  if (!report?.has_increase) return NaN;
  return lastMeasured(series, 'reconstruction_loss') / atMinimum(series, report, 'reconstruction_loss') - 1;
}
