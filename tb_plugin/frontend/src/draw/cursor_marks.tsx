/** The cursor in one panel, a line and a dot on each curve, and the marked stretch of a drag; drawn without the panel. */
import {useRef} from 'preact/hooks';
import {nearestStep} from '../model/series';
import type {RowSeries} from '../model/series';
import {useCursor} from './cursor';
import type {Cursor} from './cursor';
import type {PanelLayout, StepLayout} from './layout';

interface CursorMarksProps {
  panel: PanelLayout;
  series: RowSeries;
  cursor: Cursor;
}

export function CursorMarks({panel, series, cursor}: CursorMarksProps) {
  const group = useRef<SVGGElement>(null);
  const rule = useRef<SVGLineElement>(null);
  const loss = useRef<SVGCircleElement>(null);
  const accuracy = useRef<SVGCircleElement>(null);
  useCursor(
    cursor,
    (place) => {
      const index = place ? nearestStep(series.steps, place.step) : -1;
      const x = panel.x(series.steps[index] ?? NaN);
      const isInside = x >= panel.left - 1 && x <= panel.right + 1;
      group.current!.toggleAttribute('data-shown', isInside);
      if (!isInside) return;
      rule.current!.setAttribute('transform', `translate(${x},0)`);
      moveDot(loss.current!, x, panel.values[index]!, panel.y);
      moveDot(accuracy.current!, x, series.column('probe_accuracy')[index]!, panel.accuracy);
    },
    [panel, series],
  );
  return (
    <g ref={group} class="cursor" aria-hidden="true">
      <line ref={rule} y1={panel.top} y2={panel.bottom} />
      <circle ref={accuracy} class="accuracy" r={4} />
      <circle ref={loss} class="loss" r={4} />
    </g>
  );
}

/** The cursor in a chart of lines. */
export function Rule({layout, cursor}: {layout: StepLayout; cursor: Cursor}) {
  const group = useRef<SVGGElement>(null);
  useCursor(
    cursor,
    (place) => {
      const x = layout.x(place?.step ?? NaN);
      const isInside = x >= layout.left && x <= layout.right;
      group.current!.toggleAttribute('data-shown', isInside);
      if (isInside) group.current!.firstElementChild!.setAttribute('transform', `translate(${x},0)`);
    },
    [layout],
  );
  return (
    <g ref={group} class="cursor" aria-hidden="true">
      <line y1={layout.top} y2={layout.bottom} />
    </g>
  );
}

/** What a drag has marked so far. */
export function Brush({panel: {top, bottom}, ends}: {panel: StepLayout; ends: [number, number]}) {
  return <rect class="brush" x={Math.min(...ends)} y={top} width={Math.abs(ends[1] - ends[0])} height={bottom - top} />;
}

function moveDot(dot: SVGCircleElement, x: number, value: number, scale: ((value: number) => number) | null): void {
  const shown = scale !== null && Number.isFinite(value);
  dot.style.display = shown ? '' : 'none';
  if (shown) dot.setAttribute('transform', `translate(${x},${scale(value)})`);
}
