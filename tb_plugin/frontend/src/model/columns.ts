/** What a log says of its own columns. Anything may stand there: what is not understood is passed over, names are text. */
import type {Layout} from '../source/data';
import {shortenName} from './format';

export interface Column {
  name: string;
  label: string;
  unit: string;
  better: 'low' | 'high' | null;
  isShare: boolean;
  part: Part | null;
}

/** Part of a breakdown of the reconstruction loss. */
export interface Part {
  kind: string;
  name: string;
  /** Its share in the sum over the kind that is the reconstruction loss; NaN where that is not known. */
  weight: number;
  /** Loss of the mean image on this part; NaN where that is not known. */
  meanImageLoss: number;
}

export type Columns = ReadonlyMap<string, Column>;

/** Longer texts are no names. */
const LONGEST = {label: 48, unit: 90, kind: 24, part: 32};

/** The columns that a run describes for one of its rows, by their names, in the order of its metrics. */
export function readColumns(layout: Layout | null, row = 0): Columns {
  const described = readObject(layout?.run?.columns);
  return new Map(
    (layout?.metrics ?? []).flatMap((name) => {
      const fields = readObject(described[name]);
      const own = Array.isArray(fields.by_row) ? fields.by_row[row] : null;
      const column = readColumn(name, {...fields, ...readObject(own)});
      return column ? [[name, column] as const] : [];
    }),
  );
}

function readColumn(name: string, fields: Record<string, unknown>): Column | null {
  const label = readText(fields.label, LONGEST.label);
  if (!label) return null;
  const kind = readText(fields.kind, LONGEST.kind);
  const part = readText(fields.part, LONGEST.part);
  return {
    name,
    label,
    unit: readText(fields.unit, LONGEST.unit),
    better: fields.better === 'low' || fields.better === 'high' ? fields.better : null,
    isShare: fields.format === 'share',
    part: kind && part ? {kind, name: part, weight: readLevel(fields.weight), meanImageLoss: readLevel(fields.mean_image_loss)} : null,
  };
}

function readObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function readText(value: unknown, longest: number): string {
  return typeof value === 'string' ? shortenName(value.replaceAll(/\s+/g, ' ').trim(), longest) : '';
}

/** A number above zero. */
function readLevel(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : NaN;
}
