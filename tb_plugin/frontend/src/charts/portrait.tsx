/** The phase portrait: reconstruction against classification, a trajectory for each layer, time along it. */
import {scaleLinear} from 'd3-scale';
import type {ScaleLinear} from 'd3-scale';
import {line} from 'd3-shape';
import {useMemo, useRef} from 'preact/hooks';
import {TicksBelow, TicksBeside} from '../draw/axes';
import {useCursor} from '../draw/cursor';
import type {Cursor} from '../draw/cursor';
import {sharedDomain} from '../draw/layout';
import {pennant} from '../draw/marks';
import {memo} from '../draw/memo';
import {depthColor} from '../draw/palette';
import type {Theme} from '../draw/palette';
import {pointInField} from '../draw/pointing';
import type {RunChartProps} from '../draw/pointing';
import {labelWidth} from '../draw/scales';
import {useWidth} from '../draw/use_width';
import {keptStep} from '../model/advice';
import {formatStep, shortenName} from '../model/format';
import type {Quantity} from '../model/quantities';
import {findReport, labelRows, nearestStep} from '../model/series';
import type {RowSeries} from '../model/series';
import type {PhaseKind, RowReport} from '../source/data';

const MARGIN = {top: 26, right: 96, bottom: 40, left: 54};

interface PortraitProps extends RunChartProps {
  axes: [Quantity, Quantity];
  theme: Theme;
}

interface Place {
  step: number;
  x: number;
  y: number;
}

/** One layer's way through the plane. */
interface Trajectory {
  series: RowSeries;
  color: string;
  places: Place[];
  /** Index ranges of one phase each; neighbours share a place. */
  parts: {kind: PhaseKind; from: number; to: number}[];
  minimum: number;
  kept: number;
}

interface PortraitLayout {
  width: number;
  height: number;
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  trajectories: Trajectory[];
}

type Measured = Pick<PortraitProps, 'rows' | 'reports' | 'advice' | 'axes' | 'theme'>;

export function layoutPortrait({rows, reports, advice, axes, theme}: Measured, width: number): PortraitLayout {
  const height = Math.round(Math.min(520, Math.max(300, 0.62 * width)));
  const [xs, ys] = axes.map((quantity) => rows.map((series) => quantity.read(series))) as [number[][], number[][]];
  const x = scaleLinear(domainOf(rows, axes[0]), [MARGIN.left + 8, width - MARGIN.right]);
  const y = scaleLinear(domainOf(rows, axes[1]), [height - MARGIN.bottom - 8, MARGIN.top + 8]);
  const trajectories = rows.map((series, index): Trajectory => {
    const places = series.steps
      .map((step, at) => ({step, x: x(xs[index]![at]!), y: y(ys[index]![at]!)}))
      .filter((place) => Number.isFinite(place.x) && Number.isFinite(place.y));
    const report = findReport(reports, series.row);
    return {
      series,
      color: depthColor(index, rows.length, theme),
      places,
      parts: splitByPhase(places, report),
      minimum: places.findIndex(({step}) => step === report?.minimum_step),
      kept: places.findIndex(({step}) => step === keptStep({rows, advice}, series)),
    };
  });
  return {width, height, x, y, trajectories};
}

function domainOf(rows: RowSeries[], quantity: Quantity): [number, number] {
  const [low, high] = sharedDomain(quantity, rows);
  return quantity.isTurned ? [high, low] : [low, high];
}

function splitByPhase(places: Place[], report: RowReport | undefined): Trajectory['parts'] {
  const last = places.length - 1;
  if (last < 1) return [];
  if (!report?.stages?.length) return [{kind: 'constant', from: 0, to: last}];
  return report.stages.flatMap(({kind, start_step, end_step}) => {
    const inside = places.flatMap(({step}, index) => (step >= start_step && step <= end_step ? [index] : []));
    return inside.length > 1 ? [{kind, from: inside[0]!, to: inside.at(-1)!}] : [];
  });
}

function Portrait({rows, reports, advice, axes, theme, held, cursor, actions, name, run}: PortraitProps) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const layout = useMemo(
    () => layoutPortrait({rows, reports, advice, axes, theme}, width),
    [rows, reports, advice, axes, theme, width],
  );
  const marks = useMemo(
    () => (
      <>
        <Axes layout={layout} axes={axes} />
        {layout.trajectories.map((trajectory) => (
          <TrajectoryMarks key={trajectory.series.key} trajectory={trajectory} />
        ))}
        <EndLabels layout={layout} />
      </>
    ),
    [layout, axes],
  );
  return (
    <div ref={ref} class="chart">
      <svg
        class="portrait"
        width={width}
        height={layout.height}
        viewBox={`0 0 ${width} ${layout.height}`}
        role="img"
        tabIndex={0}
        aria-label={`${name}: ${axes[1].label} against ${axes[0].label}, a trajectory for each of ${rows.length} layers. Arrow keys move along the steps.`}
        {...pointInField({rows, first: rows.length - 1, cursor, actions, run, find: (left, top) => findNearest(layout, left, top)})}
      >
        {marks}
        <Dots layout={layout} cursor={cursor} held={held} />
      </svg>
    </div>
  );
}

export const PortraitChart = memo(Portrait);

function findNearest({trajectories}: PortraitLayout, x: number, y: number): {step: number; panel: string} | null {
  let found: {step: number; panel: string} | null = null;
  let least = 40 ** 2;
  for (const {series, places} of trajectories) {
    for (const place of places) {
      const distance = (place.x - x) ** 2 + (place.y - y) ** 2;
      if (distance < least) [least, found] = [distance, {step: place.step, panel: series.key}];
    }
  }
  return found;
}

function Axes({layout: {width, height, x, y}, axes}: {layout: PortraitLayout; axes: [Quantity, Quantity]}) {
  const [left, right, bottom] = [MARGIN.left, width - MARGIN.right + 8, height - MARGIN.bottom];
  const across = Math.max(3, width / 110);
  return (
    <g class="axis">
      <line x1={left} x2={right} y1={bottom} y2={bottom} />
      <TicksBelow ticks={x.ticks(across)} x={x} bottom={bottom} format={x.tickFormat(across, axes[0].tickFormat)} />
      <TicksBeside ticks={y.ticks(6)} y={y} left={left} right={right} format={y.tickFormat(6, axes[1].tickFormat)} />
      <text class="axis-title" x={2} y={12}>
        {axes[1].isTurned ? '↓' : '↑'} {axes[1].label}
      </text>
      <text class="axis-title" x={right} y={bottom + 34} text-anchor="end">
        {axes[0].label} {axes[0].isTurned ? '←' : '→'}
      </text>
    </g>
  );
}

function TrajectoryMarks({trajectory: {color, places, parts, minimum, kept}}: {trajectory: Trajectory}) {
  const path = line<Place>(
    ({x}) => x,
    ({y}) => y,
  );
  const start = places[0];
  const [low, advised] = [places[minimum], places[kept]];
  // A layer that neither learned nor forgot anything steps back.
  const isStill = parts.length > 0 && parts.every(({kind}) => kind === 'constant');
  return (
    <g class={isStill ? 'trajectory still' : 'trajectory'} stroke={color} fill={color}>
      {parts.map(({kind, from, to}) => (
        <path key={from} class={`way ${kind}`} d={path(places.slice(from, to + 1)) ?? ''} />
      ))}
      {arrows(places).map(({x, y, angle}, index) => (
        <path key={index} class="arrow" d="M-4.5,-3.5L3.5,0L-4.5,3.5Z" transform={`translate(${x},${y}) rotate(${angle})`} />
      ))}
      {start && <circle class="start" cx={start.x} cy={start.y} r={3.5} />}
      {low && <circle class="lowest" cx={low.x} cy={low.y} r={5} />}
      {advised && (
        <g class="kept">
          <title>{`advised: keep step ${formatStep(advised.step)}`}</title>
          <path d={pennant(advised.x, advised.y)} />
        </g>
      )}
    </g>
  );
}

/** Arrowheads in the middle of segments, at least so far from one another, none on a segment too short to have a direction. */
function arrows(places: Place[]): {x: number; y: number; angle: number}[] {
  const found: {x: number; y: number; angle: number}[] = [];
  let since = 30;
  places.slice(1).forEach((place, index) => {
    const before = places[index]!;
    const [dx, dy] = [place.x - before.x, place.y - before.y];
    const length = Math.hypot(dx, dy);
    since += length;
    if (length < 9 || since < 60) return;
    since = 0;
    found.push({x: before.x + dx / 2, y: before.y + dy / 2, angle: (Math.atan2(dy, dx) * 180) / Math.PI});
  });
  return found;
}

/** Names of the layers beside the ends of their trajectories, moved apart where they would meet. */
function EndLabels({layout: {trajectories, width, height}}: {layout: PortraitLayout}) {
  const names = labelRows(trajectories.map(({series}) => series));
  const ends = trajectories
    .flatMap(({series, color, places}, index) => (places.length ? [{series, name: names[index]!, color, ...places.at(-1)!}] : []))
    .toSorted((one, two) => one.y - two.y);
  const labels = ends.map(({name, x}) => shortenName(name, Math.floor((width - x - 12) / labelWidth('x'))));
  const boxes = ends.map(({x, y}, index) => ({left: x, right: x + 12 + labelWidth(labels[index]!), y}));
  const tops = placeLabels(boxes, 13, 14, height - MARGIN.bottom);
  return (
    <g class="ends">
      {ends.map(({series, name, color, x, y, step}, index) => (
        <g key={series.key}>
          <circle cx={x} cy={y} r={3.5} fill={color} />
          {tops[index] !== null && (
            <>
              <line x1={x + 4} y1={y} x2={x + 10} y2={tops[index]} stroke={color} />
              <text x={x + 12} y={tops[index]} dy="0.32em">
                {labels[index]}
              </text>
            </>
          )}
          <title>{`${name} at step ${formatStep(step)}`}</title>
        </g>
      ))}
    </g>
  );
}

interface LabelBox {
  left: number;
  right: number;
  y: number;
}

/** How many heights of a label it may lie from its end; one farther off would name the wrong layer. */
const MAX_AWAY = 3;

/** Heights of the labels, each as near to its own as those before leave room within `low` to `high`; null where none is near. */
export function placeLabels(boxes: LabelBox[], gap: number, low: number, high: number): (number | null)[] {
  const placed: LabelBox[] = [];
  const isFree = ({left, right, y}: LabelBox) =>
    y >= low && y <= high && placed.every((other) => left >= other.right || right <= other.left || Math.abs(y - other.y) > gap - 1e-6);
  const nearest = (box: LabelBox) => {
    const heights = placed.flatMap((other) => [other.y - gap, other.y + gap]);
    const free = [Math.min(high, Math.max(low, box.y)), ...heights].filter((y) => isFree({...box, y}));
    const found = free.toSorted((one, two) => Math.abs(one - box.y) - Math.abs(two - box.y))[0];
    return found === undefined || Math.abs(found - box.y) > MAX_AWAY * gap ? null : found;
  };
  return boxes.map((box) => {
    const y = nearest(box);
    if (y !== null) placed.push({...box, y});
    return y;
  });
}

/** A dot on every trajectory at the cursor's step, or at the held one. Moved without drawing the chart again. */
function Dots({layout, cursor, held}: {layout: PortraitLayout; cursor: Cursor; held: number | null}) {
  const group = useRef<SVGGElement>(null);
  useCursor(
    cursor,
    (place) => {
      const step = place?.step ?? held;
      group.current!.toggleAttribute('data-shown', step !== null);
      if (step === null) return;
      layout.trajectories.forEach(({places, series}, index) => {
        const dot = group.current!.children[index] as SVGCircleElement;
        const found = places[nearestStep(places.map((one) => one.step), step)];
        dot.style.display = found ? '' : 'none';
        if (!found) return;
        dot.setAttribute('transform', `translate(${found.x},${found.y})`);
        dot.setAttribute('r', series.key === place?.panel ? '6' : '4');
      });
    },
    [layout, held],
  );
  return (
    <g ref={group} class="cursor" aria-hidden="true">
      {layout.trajectories.map(({series, color}) => (
        <circle key={series.key} r={4} fill={color} />
      ))}
    </g>
  );
}
