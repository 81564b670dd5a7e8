/** Numbers as text, the same everywhere on the page. */

const significant = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 4, minimumSignificantDigits: 3});
/** Of its own, because `toLocaleString` looks for its locale each time. */
const whole = new Intl.NumberFormat('en-US');
const error = new Intl.NumberFormat('en-US', {maximumSignificantDigits: 2});

/** Three to four digits; powers of ten where the zeros before them would be the longer part. */
export function formatValue(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return 'not measured';
  const text = Math.abs(value) < 1e-4 ? value.toExponential(2) : significant.format(value);
  return text.replaceAll('-', '\u2212');
}

/** A cell of a table: steps and counts whole, anything else as a value; a dash for what was not measured. */
export function formatCell(cell: string | number | null): string {
  if (typeof cell !== 'number') return cell ?? '\u2013';
  if (!Number.isFinite(cell)) return '\u2013';
  return Number.isInteger(cell) ? whole.format(cell).replace('-', '\u2212') : formatValue(cell);
}

export function formatError(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = value > 0 && value < 1e-4 ? value.toExponential(1) : error.format(value);
  return ` \u00b1 ${text.replaceAll('-', '\u2212')}`;
}

export function formatPercent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : 'not measured';
}

export function formatStep(step: number): string {
  return whole.format(step);
}

/** A count with its noun: 1 probe step, 2 probe steps. */
export function formatCount(count: number, noun: string): string {
  return `${whole.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A name of at most `most` characters, or three; its middle goes first, because layers differ in how they end. */
export function shortenName(name: string, most: number): string {
  if (name.length <= most) return name;
  const numKept = Math.max(2, most - 1);
  const numLast = Math.ceil(numKept / 2);
  return `${name.slice(0, numKept - numLast)}\u2026${name.slice(-numLast)}`;
}

/** The name of a run without the folder that every run has. */
export function formatRun(run: string): string {
  return run.replace(/\/phases$/, '') || run;
}
