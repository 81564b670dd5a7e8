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
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(shortenFloat(cell)) : '';
  // A name from a log that a spreadsheet would take for a formula stays text.
  const text = /^[=+\-@\t\r]/.test(cell ?? '') ? `'${cell}` : cell ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A list of objects by the names of the columns; what was not measured is null. */
export function toJson({columns, rows}: Table): string {
  const named = rows.map((row) =>
    Object.fromEntries(columns.map((name, index) => [name, toJsonCell(row[index])])),
  );
  return JSON.stringify(named, null, 1);
}

function toJsonCell(cell: Cell | undefined): Cell {
  if (typeof cell !== 'number') return cell ?? null;
  return Number.isFinite(cell) ? shortenFloat(cell) : null;
}

/** The shortest number that is this one in float32, as records have them: 0.1 instead of 0.10000000149011612. */
export function shortenFloat(value: number): number {
  for (let digits = 6; digits < 10; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}
