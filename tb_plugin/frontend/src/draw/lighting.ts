/** Which of several lines is meant by the pointer or the keys; it is lit without drawing any of them again. */
import {useRef} from 'preact/hooks';
import type {RefObject} from 'preact';
import {valueAt} from '../model/series';
import type {Line} from './line_marks';

/** How far from a line the pointer still means it, in pixels. */
const REACH = 24;

export function valueOf({steps, values}: Line, step: number): number {
  return valueAt(steps, values, step);
}

/** Index of the line drawn nearest to the height `top` at a step; -1 where none is near. */
export function nearestLine(lines: Line[], step: number, top: number, y: (value: number) => number): number {
  const away = lines.map((line) => Math.abs(y(valueOf(line, step)) - top));
  const least = Math.min(...away.filter(Number.isFinite));
  return least <= REACH ? away.indexOf(least) : -1;
}

/** The line `by` places further down than the line at `from`, which may be none; the highest first. */
export function nextLine(lines: Line[], step: number, from: number, by: number): number {
  const order = lines.flatMap((line, index) => (Number.isFinite(valueOf(line, step)) ? [index] : []));
  order.sort((one, two) => valueOf(lines[two]!, step) - valueOf(lines[one]!, step));
  const at = order.indexOf(from);
  const place = at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by));
  return order[place] ?? -1;
}

/** The index of the line that is lit, and how to light another; -1 for none. */
export function useLighting(chart: RefObject<HTMLElement | null>): [RefObject<number>, (index: number) => void] {
  const lit = useRef(-1);
  const light = (index: number) => {
    lit.current = index;
    const svg = chart.current!.querySelector('svg')!;
    svg.toggleAttribute('data-lit', index >= 0);
    for (const mark of svg.querySelectorAll<SVGElement>('[data-line]')) {
      mark.toggleAttribute('data-lit', Number(mark.dataset.line) === index);
    }
  };
  return [lit, light];
}
