/** The cursor in one panel, a line and a dot on each curve, and the marked stretch of a drag; drawn without the panel. */
import {useEffect, useRef} from 'preact/hooks';
import type {Cursor, CursorPlace} from './cursor';
import {nearestStep} from '../model/series';
import type {RowSeries} from '../model/series';
import type {PanelLayout} from './layout';

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

  useEffect(() => {
    const show = (place: CursorPlace | null) => {
      const index = place ? nearestStep(series.steps, place.step) : -1;
      const point = series.points[index];
      const x = point ? panel.x(point.step) : NaN;
      const isInside = x >= panel.left - 1 && x <= panel.right + 1;
      group.current!.toggleAttribute('data-shown', isInside);
      if (!point || !isInside) return;
      rule.current!.setAttribute('transform', `translate(${x},0)`);
      moveDot(loss.current!, x, panel.measure.values[index]!, panel.y);
      moveDot(accuracy.current!, x, point.accuracy, panel.accuracy);
    };
    show(cursor.current);
    return cursor.subscribe(show);
  }, [panel, series, cursor]);

  return (
    <g ref={group} class="cursor" aria-hidden="true">
      <line ref={rule} y1={panel.top} y2={panel.bottom} />
      <circle ref={accuracy} class="accuracy" r={4} />
      <circle ref={loss} class="loss" r={4} />
    </g>
  );
}

/** What a drag has marked so far. */
export function Brush({panel: {top, bottom}, ends}: {panel: PanelLayout; ends: [number, number]}) {
  return <rect class="brush" x={Math.min(...ends)} y={top} width={Math.abs(ends[1] - ends[0])} height={bottom - top} />;
}

function moveDot(dot: SVGCircleElement, x: number, value: number, scale: ((value: number) => number) | null): void {
  const shown = scale !== null && Number.isFinite(value);
  dot.style.display = shown ? '' : 'none';
  if (shown) dot.setAttribute('transform', `translate(${x},${scale(value)})`);
}
