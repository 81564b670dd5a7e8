/** Which of several lines is meant by the pointer or the keys; it is lit without drawing any of them again. */
import {useRef} from 'preact/hooks';
import type {RefObject} from 'preact';
import type {Quantity} from '../model/quantities';
import {valueAt} from '../model/series';
import type {Cursor} from './cursor';
import type {Line} from './line_marks';
import {isForBrowser, usePointing} from './pointing';
import type {Actions} from './pointing';
import type {StepDomain, StepScale} from './scales';

/** How far from a line the pointer still means it, in pixels. */
const REACH = 24;

/** A line as it is pointed at; without a name it is the one that the numbers are of anyway. */
type Pointed = Pick<Line, 'name' | 'run' | 'steps' | 'values'>;

export function valueOf({steps, values}: Pick<Line, 'steps' | 'values'>, step: number): number {
  return valueAt(steps, values, step);
}

/** Index of the line drawn nearest to the height `top` at a step; -1 where none is near. */
export function nearestLine(lines: Pointed[], step: number, top: number, y: (value: number) => number): number {
  const away = lines.map((line) => Math.abs(y(valueOf(line, step)) - top));
  const least = Math.min(...away.filter(Number.isFinite));
  return least <= REACH ? away.indexOf(least) : -1;
}

/** The line `by` places further down than the line at `from`, which may be none; the highest first. */
export function nextLine(lines: Pointed[], step: number, from: number, by: number): number {
  const order = lines.flatMap((line, index) => (Number.isFinite(valueOf(line, step)) ? [index] : []));
  order.sort((one, two) => valueOf(lines[two]!, step) - valueOf(lines[one]!, step));
  const at = order.indexOf(from);
  const place = at < 0 ? 0 : Math.min(order.length - 1, Math.max(0, at + by));
  return order[place] ?? -1;
}

/** Lights a run in every chart and in the list of runs; null puts all back. */
export function lightRun(run: string | null): void {
  const lit = document.querySelectorAll<HTMLElement>('[data-run][data-lit]');
  if ((lit[0]?.dataset.run ?? null) === run) return;
  for (const mark of lit) mark.toggleAttribute('data-lit', false);
  if (run === null) return;
  for (const mark of document.querySelectorAll(`[data-run="${CSS.escape(run)}"]`)) mark.toggleAttribute('data-lit', true);
}

/** The index of the line that is lit, and how to light another; -1 for none. */
function useLighting(lines: Pointed[], chart: RefObject<HTMLElement | null>): [RefObject<number>, (index: number) => void] {
  const lit = useRef(-1);
  const light = (index: number) => {
    lit.current = index;
    lightRun(lines[index]?.run ?? null);
    const svg = chart.current!.querySelector('svg')!;
    svg.toggleAttribute('data-lit', index >= 0);
    for (const mark of svg.querySelectorAll<SVGElement>('[data-line]')) {
      mark.toggleAttribute('data-lit', Number(mark.dataset.line) === index);
    }
  };
  return [lit, light];
}

interface PointedLines {
  lines: Pointed[];
  /** The steps that the pointer goes to. */
  measured: number[];
  quantity: Quantity;
  panel: string;
  cursor: Cursor;
  actions: Actions;
}

interface Scales {
  x: StepScale;
  y: (value: number) => number;
  steps: StepDomain;
}

/** Pointing at steps, and at the line that is nearest; up and down go from line to line. */
export function useLinePointing({lines, measured, quantity, panel, cursor, actions}: PointedLines, {x, y, steps: domain}: Scales, chart: RefObject<HTMLElement | null>) {
  const [lit, light] = useLighting(lines, chart);
  const describe = (step: number) => {
    const line = lines[lit.current];
    return line?.name ? {name: line.name, run: line.run, value: quantity.format(valueOf(line, step))} : undefined;
  };
  const {brush, handlers} = usePointing({panel, steps: measured, x, domain, cursor, actions, describe});
  const onPointerMove = (event: PointerEvent & {currentTarget: SVGSVGElement}) => {
    const box = event.currentTarget.getBoundingClientRect();
    light(nearestLine(lines, x.invert(event.clientX - box.left), event.clientY - box.top, y));
    handlers.onPointerMove(event);
  };
  const leave = (end: () => void) => () => {
    light(-1);
    end();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = {ArrowUp: -1, ArrowDown: 1}[event.key];
    if (!by || lines.length < 2 || isForBrowser(event)) return handlers.onKeyDown(event);
    event.preventDefault();
    const step = cursor.current?.step ?? measured.at(-1) ?? 0;
    light(nextLine(lines, step, lit.current, by));
    cursor.move({step, panel, byKey: true, line: describe(step)});
  };
  const left = {onPointerLeave: leave(handlers.onPointerLeave), onBlur: leave(handlers.onBlur)};
  return {brush, handlers: {...handlers, ...left, onPointerMove, onKeyDown}};
}
