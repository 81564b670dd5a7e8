/** The numbers behind a chart: shown as a table, saved as CSV or JSON. */

export type Cell = string | number | null;

export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** CSV as RFC 4180 has it; what was not measured is empty. */
export function toCsv({columns, rows}: Table): string {
  return [columns, ...rows].map((row) => row.map(quote).join(',')).join('\r\n') + '\r\n';
}

function quote(cell: Cell): string {
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  // A name from a log that a spreadsheet would take for a formula stays text.
  const text = /^[=+\-@\t\r]/.test(cell ?? '') ? `'${cell}` : cell ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A list of objects by the names of the columns; what was not measured is null. */
export function toJson({columns, rows}: Table): string {
  const named = rows.map((row) =>
    Object.fromEntries(columns.map((name, index) => [name, isNumber(row[index]) ? row[index] : null])),
  );
  return JSON.stringify(named, null, 1);
}

function isNumber(cell: Cell | undefined): boolean {
  return cell != null && (typeof cell === 'string' || Number.isFinite(cell));
}
