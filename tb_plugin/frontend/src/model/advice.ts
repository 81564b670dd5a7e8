/** Where a layer stands, where its reconstruction minimum was, and what stopping there would have given; pure functions. */
import type {RowReport} from '../source/data';
import {formatPercent, formatStep, formatValue} from './format';
import {valueAt} from './series';
import type {RowSeries} from './series';

export interface Advice {
  kind: 'constant' | 'decrease' | 'increase';
  since: number;
  /** The reconstruction minimum so far. */
  minimumStep: number;
  interval: [number, number];
  /** Whether the loss has surely risen since: the minimum is one to stop at. */
  isPast: boolean;
  lastStep: number;
  lossAtMinimum: number;
  lossAtLast: number;
  accuracyAtMinimum: number;
  accuracyAtLast: number;
}

/** Null where too few steps were measured to say anything. */
export function advise(series: RowSeries, report: RowReport | undefined): Advice | null {
  const phase = report?.phases?.at(-1);
  const {steps} = series;
  const [losses, accuracies] = [series.column('reconstruction_loss'), series.column('probe_accuracy')];
  // A run that diverged goes on without a loss.
  const last = losses.findLastIndex(Number.isFinite);
  if (!phase || last < 0 || report?.minimum_step == null) return null;
  const step = report.minimum_step;
  return {
    kind: phase.kind,
    since: phase.start_step,
    minimumStep: step,
    interval: report.minimum_interval ?? [step, step],
    isPast: Boolean(report.has_increase),
    lastStep: steps[last]!,
    lossAtMinimum: valueAt(steps, losses, step),
    lossAtLast: losses[last]!,
    accuracyAtMinimum: valueAt(steps, accuracies, step),
    accuracyAtLast: accuracies[last]!,
  };
}

/** The change from the minimum to the last step, as a share of the minimum. */
export function riseSince({lossAtMinimum, lossAtLast}: Advice): number {
  return lossAtLast / lossAtMinimum - 1;
}

/** One or two sentences about a layer. */
export function tell(layer: string, advice: Advice | null): string {
  if (!advice) return `${layer}: too few probe steps to tell phases apart.`;
  const {kind, since, minimumStep, interval, isPast, lastStep} = advice;
  const now = `${layer} has been in the ${kind} phase since step ${formatStep(since)}.`;
  if (!isPast) {
    return `${now} No increase yet: nothing speaks for stopping at step ${formatStep(lastStep)}.`;
  }
  const range = interval[0] < interval[1] ? ` (between ${formatStep(interval[0])} and ${formatStep(interval[1])})` : '';
  return `${now} Its reconstruction minimum was at step ${formatStep(minimumStep)}${range}: stopping there ${given(advice)}.`;
}

function given(advice: Advice): string {
  const {lossAtMinimum, lossAtLast, accuracyAtMinimum, accuracyAtLast} = advice;
  const loss = `would have kept the loss at ${formatValue(lossAtMinimum)} instead of ${formatValue(lossAtLast)} (${formatPercent(riseSince(advice))} higher now)`;
  if (!Number.isFinite(accuracyAtMinimum) || !Number.isFinite(accuracyAtLast)) return loss;
  return `${loss}, at a probe accuracy of ${formatPercent(accuracyAtMinimum)} instead of ${formatPercent(accuracyAtLast)}`;
}
