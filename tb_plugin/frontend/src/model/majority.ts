/** From the majority to a few: how many rows the loss and the gradient sit in (arXiv 2202.08299); pure functions. */
import type {RowSeries} from './series';

/** Columns of the model, which are the same in all rows of a step. */
export const HARDEST = ['loss_share_hardest_1', 'loss_share_hardest_5', 'loss_share_hardest_10'];
export const FITTED = 'fitted_share';
export const PROTOTYPES = 'prototype_agreement';
export const GRADIENT = 'gradient_rows';

/** The row whose columns of the model are read; undefined where no row has any. */
export function findModelRow(rows: RowSeries[]): RowSeries | undefined {
  return rows.find((row) => [...HARDEST, FITTED, PROTOTYPES, GRADIENT].some((name) => row.column(name).some(Number.isFinite)));
}

/**
 * Where prototyping ends and the fitting of a few begins: the first step at which more than half of the rows are fitted.
 * Null where they never are.
 */
export function fittingStep(steps: number[], fittedShare: number[]): number | null {
  return steps[fittedShare.findIndex((share) => share > 0.5)] ?? null;
}

/** Whether positive values span so much that a linear axis would hide the low ones. */
export function needsLog(values: number[]): boolean {
  const measured = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...measured), Math.max(...measured)];
  return low > 0 && high > 20 * low;
}
