/** What pointer and keys do on a chart with a step axis: move the cursor, hold a step, zoom. */
import {useRef, useState} from 'preact/hooks';
import type {Cursor, CursorPlace} from './cursor';
import {nearestIndex} from './scales';
import type {StepDomain, StepScale} from './scales';
import {nearestStep} from '../model/series';

export interface Actions {
  /** Holds a step for all views; null lets go. */
  hold: (step: number | null) => void;
  /** Draws the steps between the two; null: all. */
  zoom: (steps: StepDomain | null) => void;
}

interface Chart {
  panel: string;
  steps: number[];
  x: StepScale;
  domain: StepDomain;
  cursor: Cursor;
  actions: Actions;
  /** What is pointed at beside the step. */
  describe?: (step: number) => CursorPlace['line'];
}

/** Keys that belong to the browser: Ctrl+0 is its zoom, Alt+Left its way back. */
export function isForBrowser({ctrlKey, metaKey, altKey}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return ctrlKey || metaKey || altKey;
}

/** A drag shorter than this is a click. */
const LEAST_DRAG = 8;

type SvgPointer = PointerEvent & {currentTarget: SVGSVGElement};

export function usePointing({panel, steps, x, domain, cursor, actions, describe}: Chart) {
  const start = useRef<number | null>(null);
  const [brush, setBrush] = useState<[number, number] | null>(null);
  const shown = steps.filter((step) => step >= domain[0] && step <= domain[1]);
  const move = (step: number | undefined, byKey: boolean) => {
    if (step !== undefined) cursor.move({step, panel, byKey, line: describe?.(step)});
  };
  const place = (event: SvgPointer) => event.clientX - event.currentTarget.getBoundingClientRect().left;

  const onPointerMove = (event: SvgPointer) => {
    const at = place(event);
    if (start.current !== null && Math.abs(at - start.current) >= LEAST_DRAG) setBrush([start.current, at]);
    move(shown[nearestIndex(shown, x, at)], false);
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
    if (start.current !== null && Math.abs(at - start.current) >= LEAST_DRAG) {
      const [low, high] = [start.current, at].toSorted((one, two) => one - two).map((end) => Math.round(x.invert(end)));
      if (high! > low!) actions.zoom([Math.max(domain[0], low!), Math.min(domain[1], high!)]);
    } else {
      actions.hold(shown[nearestIndex(shown, x, at)] ?? null);
    }
    onPointerCancel();
  };
  const onPointerCancel = () => {
    start.current = null;
    setBrush(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isForBrowser(event)) return;
    const current = cursor.current;
    const at = current ? nearestStep(shown, current.step) : -1;
    const last = shown.length - 1;
    const targets: Record<string, number> = {
      ArrowLeft: Math.max(0, at - 1),
      ArrowRight: Math.min(last, at + 1),
      Home: 0,
      End: last,
    };
    const acts: Record<string, () => void> = {
      Escape: () => cursor.move(null),
      Enter: () => actions.hold(shown[at] ?? null),
      '0': () => actions.zoom(null),
      '+': () => actions.zoom(narrow(shown, at)),
    };
    const target = targets[event.key];
    if (target === undefined && !acts[event.key]) return;
    event.preventDefault();
    acts[event.key]?.();
    if (target !== undefined) move(shown[target], true);
  };

  const onBlur = () => cursor.move(null);
  const onPointerLeave = () => {
    if (start.current === null) cursor.move(null);
  };
  const onDblClick = () => actions.zoom(null);
  return {
    brush,
    handlers: {onPointerMove, onPointerDown, onPointerUp, onPointerCancel, onPointerLeave, onDblClick, onKeyDown, onBlur},
  };
}

/** The middle half of the steps around the one at `at`. */
function narrow(steps: number[], at: number): StepDomain | null {
  const reach = Math.max(1, Math.floor(steps.length / 4));
  const centre = Math.max(0, at);
  const [low, high] = [steps[Math.max(0, centre - reach)], steps[Math.min(steps.length - 1, centre + reach)]];
  return low !== undefined && high !== undefined && high > low ? [low, high] : null;
}
