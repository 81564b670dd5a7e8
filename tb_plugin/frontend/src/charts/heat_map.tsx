/** Layer x step for one quantity: every layer a row, in the network's order, every probe step a cell. */
import {useEffect, useId, useMemo, useRef} from 'preact/hooks';
import {StepTicks} from '../draw/axes';
import {useCursor} from '../draw/cursor';
import type {Cursor} from '../draw/cursor';
import {sharedDomain} from '../draw/layout';
import {memo} from '../draw/memo';
import {viridis} from '../draw/palette';
import {pointInField} from '../draw/pointing';
import type {RunChartProps} from '../draw/pointing';
import {isBetween, nearestIndex, stepScale} from '../draw/scales';
import type {StepDomain, StepScale} from '../draw/scales';
import {useWidth} from '../draw/use_width';
import {shortenName} from '../model/format';
import {hasMinimum} from '../model/quantities';
import type {Quantity} from '../model/quantities';
import type {StepAxis} from '../model/selection';
import {findReport, labelRows, nearestStep} from '../model/series';
import type {RowSeries} from '../model/series';

interface HeatMapProps extends RunChartProps {
  quantity: Quantity;
  /** Ends of the one scale of all layers and runs; null: each layer from its lowest to its highest. */
  domain: [number, number] | null;
  stepAxis: StepAxis;
  steps: StepDomain;
}

const MARGIN = {top: 8, right: 12, bottom: 66};
/** Width of a letter of a layer's name. */
const LETTER = 6.6;

interface HeatRow {
  series: RowSeries;
  name: string;
  top: number;
  values: number[];
  low: number;
  high: number;
  /** Left and right end of every cell: half-way to the neighbours. */
  edges: [number, number][];
  minimum: number;
}

interface HeatLayout {
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  cell: number;
  x: StepScale;
  rows: HeatRow[];
}

/** A cell that was measured, with its colour. */
interface Cell {
  x: number;
  top: number;
  width: number;
  color: string;
}

type Measured = Pick<HeatMapProps, 'rows' | 'reports' | 'quantity' | 'domain' | 'stepAxis' | 'steps'>;

export function layoutHeatMap({rows, reports, quantity, domain, stepAxis, steps}: Measured, width: number): HeatLayout {
  const names = labelRows(rows);
  const left = Math.min(0.3 * width, 14 + LETTER * Math.max(4, ...names.map(({length}) => length)));
  const right = width - MARGIN.right;
  const cell = rows.length > 24 ? 14 : rows.length > 12 ? 20 : 28;
  const x = stepScale(stepAxis, steps, [left + 6, right - 6]);
  const all = rows.map((series) => quantity.read(series));
  const placed = rows.map((series, index): HeatRow => {
    const [low, high] = domain ?? sharedDomain(quantity, [series]);
    const minimum = findReport(reports, series.row)?.minimum_step ?? -1;
    return {
      series,
      name: names[index]!,
      top: MARGIN.top + index * cell,
      values: all[index]!,
      low,
      high,
      edges: cellEdges(series.steps.map((step) => x(step)), left, right),
      minimum: series.steps.indexOf(minimum),
    };
  });
  const bottom = MARGIN.top + rows.length * cell;
  return {width, height: bottom + MARGIN.bottom, left, right, bottom, cell, x, rows: placed};
}

/** Colours of a cell, a share of the scale each: to write them out for each cell would take longer than to draw it. */
const COLORS = Array.from({length: 256}, (_, index) => viridis(index / 255));

export function listCells({rows}: HeatLayout): Cell[] {
  return rows.flatMap(({values, low, high, edges, top}) =>
    edges.flatMap(([start, end], index) => {
      const share = Math.min(1, Math.max(0, (values[index]! - low) / (high - low)));
      if (end <= start || !Number.isFinite(share)) return [];
      return [{x: start, top, width: end - start, color: COLORS[Math.round(255 * share)]!}];
    }),
  );
}

/** Left and right end of a cell around each centre: half-way to its neighbours, the outer ends as far out as the inner. */
export function cellEdges(centres: number[], left: number, right: number): [number, number][] {
  const clip = (position: number) => Math.min(right, Math.max(left, position));
  const alone = (right - left) / 40;
  return centres.map((centre, index) => {
    const before = index ? (centre - centres[index - 1]!) / 2 : undefined;
    const after = index < centres.length - 1 ? (centres[index + 1]! - centre) / 2 : undefined;
    return [clip(centre - (before ?? after ?? alone)), clip(centre + (after ?? before ?? alone))];
  });
}

function Map({held, cursor, actions, name, run, ...measured}: HeatMapProps) {
  const {rows, reports, quantity, domain, stepAxis, steps} = measured;
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const layout = useMemo(
    () => layoutHeatMap(measured, width),
    [rows, reports, quantity, domain, stepAxis, steps, width],
  );
  const find = (x: number, y: number) => {
    const row = layout.rows[Math.floor((y - MARGIN.top) / layout.cell)];
    if (!row) return null;
    const {key, steps: measured} = row.series;
    return {step: measured[nearestIndex(measured, layout.x, x)]!, panel: key};
  };
  const marks = useMemo(
    () => (
      <>
        {layout.rows.map((row) => (
          <RowMarks key={row.series.key} row={row} cell={layout.cell} left={layout.left} quantity={quantity} />
        ))}
        <g class="axis axis-step">
          <StepTicks {...layout} stepAxis={stepAxis} steps={steps} />
          <line x1={layout.left} x2={layout.right} y1={layout.bottom} y2={layout.bottom} />
        </g>
        <ColorLegend layout={layout} quantity={quantity} domain={domain} />
      </>
    ),
    [layout, quantity, stepAxis, steps, domain],
  );
  return (
    <div ref={ref} class="chart">
      <Cells layout={layout} />
      <svg
        class="heat-map"
        width={width}
        height={layout.height}
        viewBox={`0 0 ${width} ${layout.height}`}
        role="img"
        tabIndex={0}
        aria-label={`${name}: ${quantity.label} of ${rows.length} layers at every probe step. Arrow keys move the cursor.`}
        {...pointInField({rows, cursor, actions, run, find})}
      >
        {marks}
        {held !== null && isBetween(held, steps) && (
          <line class="held" x1={layout.x(held)} x2={layout.x(held)} y1={MARGIN.top} y2={layout.bottom} />
        )}
        <Frame layout={layout} cursor={cursor} />
      </svg>
    </div>
  );
}

export const HeatMapChart = memo(Map);

/** On a canvas: fifty runs of twenty layers have more cells than a page has room for elements. */
function Cells({layout}: {layout: HeatLayout}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const {left, right, bottom, cell} = layout;
  const [width, height] = [right - left, bottom - MARGIN.top];
  useEffect(() => {
    // In whole pixels of the screen: neighbours meet without a seam.
    const scale = (length: number) => Math.round(devicePixelRatio * length);
    [canvas.current!.width, canvas.current!.height] = [scale(width), scale(height)];
    const context = canvas.current!.getContext('2d')!;
    for (const one of listCells(layout)) {
      const [start, end, top] = [one.x - left, one.x + one.width - left, one.top - MARGIN.top];
      context.fillStyle = one.color;
      context.fillRect(scale(start), scale(top), scale(end) - scale(start), scale(top + cell - 1) - scale(top));
    }
  }, [layout]);
  return <canvas ref={canvas} aria-hidden="true" style={{left: `${left}px`, top: `${MARGIN.top}px`, width: `${width}px`, height: `${height}px`}} />;
}

function RowMarks({row, cell, left, quantity}: {row: HeatRow; cell: number; left: number; quantity: Quantity}) {
  const {series, name, top, edges, minimum} = row;
  const label = shortenName(name, Math.floor((left - 13) / LETTER));
  const middle = edges[minimum] && (edges[minimum][0] + edges[minimum][1]) / 2;
  return (
    <g>
      <text x={left - 6} y={top + cell / 2} dy="0.32em" text-anchor="end">
        {label}
        {label !== series.row.layer && <title>{series.row.layer}</title>}
      </text>
      {middle !== undefined && hasMinimum(quantity) && (
        <g>
          <title>reconstruction minimum</title>
          {['rim', 'lowest'].map((name) => (
            <circle key={name} class={name} cx={middle} cy={top + (cell - 1) / 2} r={Math.min(5, cell / 4)} />
          ))}
        </g>
      )}
    </g>
  );
}

function ColorLegend({layout, quantity, domain}: {layout: HeatLayout} & Pick<HeatMapProps, 'quantity' | 'domain'>) {
  const width = Math.min(220, layout.right - layout.left);
  const id = useId();
  const ends = domain?.map(quantity.format) ?? ['lowest of the layer', 'highest'];
  return (
    <g class="color-legend" transform={`translate(${layout.left},${layout.bottom + 36})`}>
      <linearGradient id={id}>
        {Array.from({length: 10}, (_, index) => (
          <stop key={index} offset={index / 9} stop-color={viridis(index / 9)} />
        ))}
      </linearGradient>
      <rect width={width} height={10} fill={`url(#${id})`} />
      <text y={24}>{ends[0]}</text>
      <text x={width} y={24} text-anchor="end">
        {ends[1]}
      </text>
      <text x={width + 10} y={9}>
        {quantity.label}
      </text>
    </g>
  );
}

/** A frame around the cell under the cursor, and a line through its step. */
function Frame({layout, cursor}: {layout: HeatLayout; cursor: Cursor}) {
  const group = useRef<SVGGElement>(null);
  useCursor(
    cursor,
    (place) => {
      const [rule, frame] = group.current!.children as unknown as [SVGLineElement, SVGRectElement];
      const row = layout.rows.find(({series}) => series.key === place?.panel) ?? layout.rows[0];
      group.current!.toggleAttribute('data-shown', Boolean(place && row));
      if (!place || !row) return;
      const [start, end] = row.edges[nearestStep(row.series.steps, place.step)] ?? [0, 0];
      rule.setAttribute('transform', `translate(${(start + end) / 2},0)`);
      frame.style.display = row.series.key === place.panel ? '' : 'none';
      frame.setAttribute('x', String(start));
      frame.setAttribute('y', String(row.top));
      frame.setAttribute('width', String(Math.max(0, end - start)));
    },
    [layout],
  );
  return (
    <g ref={group} class="cursor" aria-hidden="true">
      <line y1={MARGIN.top} y2={layout.bottom} />
      <rect class="frame" height={layout.cell - 1} />
    </g>
  );
}
