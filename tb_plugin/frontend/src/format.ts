/** Numbers as text, the same everywhere on the page. */

const significant = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 4, minimumSignificantDigits: 3});
const error = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 2});

export function formatValue(value: number): string {
  if (value === 0) return '0';
  return Number.isFinite(value) ? significant.format(value).replace('-', '\u2212') : 'not measured';
}

export function formatError(value: number): string {
  return Number.isFinite(value) ? ` \u00b1 ${error.format(value)}` : '';
}

export function formatPercent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : 'not measured';
}

/** A count with its noun: 1 probe step, 2 probe steps. */
export function formatCount(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The name of a run without the folder that every run has. */
export function formatRun(run: string): string {
  return run.replace(/\/phases$/, '') || run;
}
