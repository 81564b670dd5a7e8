/** Where a reconstruction lies in the frame of its input: decoders of a cropped input leave a border; pure functions. */
import type {ImageListing} from '../source/data';
import {commonFlags} from './series';
import type {RowSeries, RunData} from './series';

/** Height and width. */
export type Size = [number, number];

/** The frame of the input in its pixels: that of the record, else the largest picture. */
export function findFrame({rows}: ImageListing, {summary}: RunData): Size {
  const sizes = rows.map(({size}) => size);
  const largest: Size = [Math.max(...sizes.map(([height]) => height)), Math.max(...sizes.map(([, width]) => width))];
  const {input_shape: shape, target} = summary.layout?.run ?? {};
  if (target || !Array.isArray(shape)) return largest;
  const [height, width] = shape as unknown[];
  return isSide(height, largest[0]) && isSide(width, largest[1]) ? [height, width] : largest;
}

function isSide(side: unknown, least: number): side is number {
  return Number.isInteger(side) && (side as number) >= least && (side as number) <= 4096;
}

/** Pixels of the screen for a frame: a whole number for each of its own up to `most`, fewer where it is wider. */
export function cellOf([height, width]: Size, most: number): Size {
  const scale = width <= most ? Math.floor(most / width) : most / width;
  return [Math.round(scale * height), Math.round(scale * width)];
}

/** Borders (top, right, bottom, left) around a picture in its cell, as the decoder cropped its input around the centre. */
export function bordersOf(size: Size, frame: Size, cell: Size, isCropped: boolean): [number, number, number, number] {
  if (!isCropped) return [0, 0, 0, 0];
  const [top, left] = size.map((kept, axis) => (Math.floor((frame[axis]! - kept) / 2) * cell[axis]!) / frame[axis]!) as Size;
  const [height, width] = size.map((kept, axis) => (kept * cell[axis]!) / frame[axis]!) as Size;
  return [top, cell[1] - left - width, cell[0] - top - height, left];
}

/** Whether what a row reconstructs is a crop; what is resized fills its frame. */
export function isCropped(series: RowSeries): boolean {
  return commonFlags(series).includes('target_cropped');
}
