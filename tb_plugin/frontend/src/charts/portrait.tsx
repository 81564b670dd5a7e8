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
import {labelWidth, spread} from '../draw/scales';
import {useWidth} from '../draw/use_width';
import {keptStep} from '../model/advice';
import {formatStep, shortenName} from '../model/format';
import type {Quantity} from '../model/quantities';
import {findReport, labelRows, nearestStep} from '../model/series';
import type {RowSeries} from '../model/series';
import type {PhaseKind, RowReport} from '../source/data';

const MARGIN = {top: 26, right: 116, bottom: 40, left: 54};

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

/** Height of a name. */
const GAP = 13;

/** Names of the layers in the margin, a line from each to the end of its trajectory; of more layers than there is room for every second, third, ... */
function EndLabels({layout: {trajectories, width, height}}: {layout: PortraitLayout}) {
  const names = labelRows(trajectories.map(({series}) => series));
  const ends = trajectories
    .flatMap(({series, color, places}, index) => (places.length ? [{series, name: names[index]!, color, ...places.at(-1)!}] : []))
    .toSorted((one, two) => one.y - two.y);
  const [top, bottom, left] = [14, height - MARGIN.bottom, width - MARGIN.right + 30];
  const stride = Math.ceil((GAP * ends.length) / (bottom - top));
  const named = ends.filter((_, index) => index % stride === 0);
  const tops = spread(named.map(({y}) => y), GAP, top, bottom);
  return (
    <g class="ends">
      {named.map(({series, name, color, x, y}, index) => (
        <g key={series.key}>
          <path d={`M${x + 4},${y}L${left - 12},${tops[index]}h8`} stroke={color} />
          <text x={left} y={tops[index]} dy="0.32em">
            {shortenName(name, Math.floor((width - left) / labelWidth('x')))}
          </text>
        </g>
      ))}
      {ends.map(({series, name, color, x, y, step}) => (
        <circle key={series.key} cx={x} cy={y} r={3.5} fill={color}>
          <title>{`${name} at step ${formatStep(step)}`}</title>
        </circle>
      ))}
    </g>
  );
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
