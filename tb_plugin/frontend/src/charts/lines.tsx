/** A few lines over the training step: differences to a run, or the parts of a breakdown. */
import {scaleLinear} from 'd3-scale';
import {line} from 'd3-shape';

import {useEffect, useId, useMemo, useRef} from 'preact/hooks';
import {memo} from '../memo';
import type {Cursor, CursorPlace} from '../cursor';
import type {Quantity} from '../quantities';
import {includeNear, stepScale, valueDomain} from '../scales';
import type {StepAxis as Axis, StepDomain} from '../scales';
import {findLone} from '../series';
import {useWidth} from '../size';
import {StepAxis, ValueAxis} from './axes';
import {Brush} from './cursor_marks';
import {HEIGHT, MARGIN} from './layout';
import type {PanelLayout} from './layout';
import {DIGITS} from './marks';
import {usePointing} from './pointing';
import type {Actions} from './pointing';

export interface Line {
  name: string;
  color: string;
  /** Stroke pattern; solid without. */
  dash?: string;
  steps: number[];
  values: number[];
}

interface LinesProps {
  lines: Line[];
  label: string;
  quantity: Quantity;
  stepAxis: Axis;
  steps: StepDomain;
  panel: string;
  name: string;
  /** A level to compare with, where there is one. */
  level?: number;
  cursor: Cursor;
  actions: Actions;
}

function Lines({lines, label, quantity, stepAxis, steps, panel, name, level, cursor, actions}: LinesProps) {
  const [ref, width] = useWidth<HTMLDivElement>(360);
  const clip = useId();
  const layout = useMemo((): PanelLayout => {
    const right = width - 14;
    const bottom = HEIGHT - MARGIN.bottom;
    const values = lines.flatMap((one) => one.values.filter((_, at) => one.steps[at]! >= steps[0] && one.steps[at]! <= steps[1]));
    const domain = level === undefined ? valueDomain(values, []) : includeNear(valueDomain([...values, level], []), level);
    return {
      width,
      left: MARGIN.left,
      right,
      top: MARGIN.top,
      bottom,
      quantity,
      stepAxis,
      steps,
      x: stepScale(stepAxis, steps, [MARGIN.left + 4, right - 4]),
      y: scaleLinear(domain, [bottom - 8, MARGIN.top + 8]),
      accuracy: null,
      measure: {label, values: [], errors: [], band: [[], []], unit: NaN, references: []},
    };
  }, [lines, label, quantity, stepAxis, steps, level, width]);
  const known = useMemo(() => [...new Set(lines.flatMap((one) => one.steps))].toSorted((one, two) => one - two), [lines]);
  const {brush, handlers} = usePointing({panel, steps: known, x: layout.x, domain: steps, cursor, actions});
  const marks = useMemo(
    () => (
      <g class="marks">
        <ValueAxis panel={layout} />
        <StepAxis panel={layout} />
        {level !== undefined && <line class="level" x1={layout.left} x2={layout.right} y1={layout.y(level)} y2={layout.y(level)} />}
        <clipPath id={clip}>
          <rect x={layout.left} y={layout.top - 6} width={layout.right - layout.left} height={layout.bottom - layout.top + 12} />
        </clipPath>
        <g clip-path={`url(#${clip})`}>
          {lines.map((one) => {
            const path = line<number>()
              .digits(DIGITS)
              .defined(Number.isFinite)
              .x((_, index) => layout.x(one.steps[index]!))
              .y(layout.y);
            return (
              <g key={one.name} fill={one.color}>
                <path class="companion" stroke={one.color} stroke-dasharray={one.dash || undefined} d={path(one.values) ?? ''} />
                {findLone(one.values).map((at) => (
                  <circle key={at} cx={layout.x(one.steps[at]!)} cy={layout.y(one.values[at]!)} r={2} />
                ))}
                <title>{one.name}</title>
              </g>
            );
          })}
        </g>
      </g>
    ),
    [layout, lines, level],
  );
  return (
    <div ref={ref} class="chart">
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        tabIndex={0}
        aria-label={`${name}: ${label} of ${lines.map((one) => one.name).join(', ')}. Arrow keys move the cursor.`}
        {...handlers}
      >
        {marks}
        {brush && <Brush panel={layout} ends={brush} />}
        <Rule layout={layout} cursor={cursor} />
      </svg>
    </div>
  );
}

export const LinesChart = memo(Lines);

function Rule({layout, cursor}: {layout: PanelLayout; cursor: Cursor}) {
  const group = useRef<SVGGElement>(null);
  useEffect(() => {
    const show = (place: CursorPlace | null) => {
      const x = place ? layout.x(place.step) : NaN;
      const isInside = x >= layout.left && x <= layout.right;
      group.current!.toggleAttribute('data-shown', isInside);
      if (isInside) group.current!.firstElementChild!.setAttribute('transform', `translate(${x},0)`);
    };
    show(cursor.current);
    return cursor.subscribe(show);
  }, [layout, cursor]);
  return (
    <g ref={group} class="cursor" aria-hidden="true">
      <line y1={layout.top} y2={layout.bottom} />
    </g>
  );
}
