/** What pointer and keys do on a chart: move the cursor, hold a step, zoom. */
import {useRef, useState} from 'preact/hooks';
import {nearestStep} from '../model/series';
import type {RowSeries} from '../model/series';
import type {Advice, RowReport} from '../source/data';
import type {Cursor, CursorPlace} from './cursor';
import {isBetween, nearestIndex} from './scales';
import type {StepDomain, StepScale} from './scales';

export interface Actions {
  /** Holds a step for all views; null lets go. */
  hold: (step: number | null) => void;
  /** Holds what was held before the last hold: a double click begins with a click. */
  unhold: () => void;
  /** Draws the steps between the two; null: all. */
  zoom: (steps: StepDomain | null) => void;
}

/** What the chart of a whole run is given beside what it draws. */
export interface RunChartProps {
  name: string;
  run?: string;
  rows: RowSeries[];
  reports: RowReport[];
  advice?: Advice | null;
  /** The step that is held, or null. */
  held: number | null;
  cursor: Cursor;
  actions: Actions;
}

/** What the keys walk over. */
interface Walk {
  /** From the top down. */
  rows: {key: string; steps: number[]}[];
  /** Index of the row where a walk begins. */
  first?: number;
  cursor: Cursor;
  actions: Pick<Actions, 'hold'>;
  /** The run of the rows; undefined: the one in focus. */
  run?: string;
  /** What is pointed at beside the step. */
  describe?: (step: number) => CursorPlace['line'];
}

/** How many rows and steps a key goes on. */
const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -Infinity], End: [0, Infinity],
};

/** Keys that belong to the browser: Ctrl+0 is its zoom, Alt+Left its way back. */
export function isForBrowser({ctrlKey, metaKey, altKey}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return ctrlKey || metaKey || altKey;
}

/** Arrows, Home and End move the cursor, Enter holds its step, Escape takes it away; a single row leaves up and down to the page. */
export function walk(event: KeyboardEvent, {rows, first = 0, cursor, actions, run, describe}: Walk): void {
  const place = cursor.current;
  const found = rows.findIndex(({key}) => key === place?.panel);
  const row = found < 0 ? first : found;
  const steps = rows[row]?.steps;
  const move = MOVES[event.key];
  if (!steps || isForBrowser(event) || (move?.[0] && rows.length < 2)) return;
  const at = place ? nearestStep(steps, place.step) : -1;
  if (move) {
    const {key: panel, steps: others} = rows[clamp(row + move[0], rows.length)]!;
    const step = others[clamp(at + move[1], others.length)];
    if (step !== undefined) cursor.move({step, panel, run, byKey: true, line: describe?.(step)});
  } else if (event.key === 'Enter') actions.hold(steps[at] ?? null);
  else if (event.key === 'Escape') cursor.move(null);
  else return;
  event.preventDefault();
}

function clamp(index: number, count: number): number {
  return Math.min(count - 1, Math.max(0, index));
}

type SvgPointer = PointerEvent & {currentTarget: SVGSVGElement};

interface Field extends Walk {
  /** What is meant by a place of the chart. */
  find: (x: number, y: number) => {step: number; panel: string} | null;
}

/** The handlers of a chart that is pointed at both across and up. */
export function pointInField({find, ...walked}: Field) {
  const {cursor, actions, run} = walked;
  const findAt = ({currentTarget, clientX, clientY}: SvgPointer) => {
    const {left, top} = currentTarget.getBoundingClientRect();
    return find(clientX - left, clientY - top);
  };
  const leave = () => cursor.move(null);
  return {
    onPointerMove: (event: SvgPointer) => {
      const found = findAt(event);
      cursor.move(found && {...found, run, byKey: false});
    },
    onPointerUp: (event: SvgPointer) => event.button === 0 && actions.hold(findAt(event)?.step ?? null),
    onPointerLeave: leave,
    onKeyDown: (event: KeyboardEvent) => walk(event, walked),
    onBlur: leave,
  };
}

interface StepChart extends Pick<Walk, 'cursor' | 'describe'> {
  panel: string;
  steps: number[];
  x: StepScale;
  domain: StepDomain;
  actions: Actions;
}

/** A drag shorter than this is a click. */
const LEAST_DRAG = 8;

/** The handlers of a chart that is pointed at along its steps, and what a drag has marked. */
export function usePointing({panel, steps, x, domain, cursor, actions, describe}: StepChart) {
  const start = useRef<number | null>(null);
  const wasDrag = useRef(false);
  const [brush, setBrush] = useState<[number, number] | null>(null);
  const shown = steps.filter((step) => isBetween(step, domain));
  const place = (event: MouseEvent & {currentTarget: SVGSVGElement}) => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const isDrag = (at: number) => start.current !== null && Math.abs(at - start.current) >= LEAST_DRAG;

  const onPointerMove = (event: SvgPointer) => {
    const at = place(event);
    if (isDrag(at)) setBrush([start.current!, at]);
    const step = shown[nearestIndex(shown, x, at)];
    if (step !== undefined) cursor.move({step, panel, byKey: false, line: describe?.(step)});
  };
  const onPointerDown = (event: SvgPointer) => {
    if (event.button === 0 && event.pointerType === 'mouse') {
      start.current = place(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    onPointerMove(event);
  };
  const onPointerUp = (event: SvgPointer) => {
    if (event.button !== 0) return;
    const at = place(event);
    wasDrag.current = isDrag(at);
    if (wasDrag.current) {
      const [low, high] = [start.current!, at].toSorted((one, two) => one - two).map((end) => Math.round(x.invert(end)));
      if (high! > low!) actions.zoom([Math.max(domain[0], low!), Math.min(domain[1], high!)]);
    }
    onPointerCancel();
  };
  const onClick = (event: MouseEvent & {currentTarget: SVGSVGElement}) => {
    if (wasDrag.current || event.detail > 1) return;
    actions.hold(shown[nearestIndex(shown, x, place(event))] ?? null);
  };
  const onPointerCancel = () => {
    start.current = null;
    setBrush(null);
  };
  const onPointerLeave = () => {
    if (start.current === null) cursor.move(null);
  };
  const onDblClick = () => {
    actions.unhold();
    actions.zoom(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['0', '+'].includes(event.key) || isForBrowser(event)) {
      return walk(event, {rows: [{key: panel, steps: shown}], cursor, actions, describe});
    }
    event.preventDefault();
    actions.zoom(event.key === '0' ? null : narrow(shown, cursor.current?.step ?? 0));
  };
  const onBlur = () => cursor.move(null);
  return {
    brush,
    handlers: {onPointerMove, onPointerDown, onPointerUp, onPointerCancel, onPointerLeave, onClick, onDblClick, onKeyDown, onBlur},
  };
}

/** The middle half of the steps around the one nearest to `step`. */
function narrow(steps: number[], step: number): StepDomain | null {
  const reach = Math.max(1, Math.floor(steps.length / 4));
  const centre = nearestStep(steps, step);
  const [low, high] = [steps[Math.max(0, centre - reach)], steps[Math.min(steps.length - 1, centre + reach)]];
  return low !== undefined && high !== undefined && high > low ? [low, high] : null;
}
