/** What became of each part between two steps: a hollow dot, a full one, and the change in words; places as a picture. */
import {scaleLinear} from 'd3-scale';
import {useMemo} from 'preact/hooks';
import {memo} from '../draw/memo';
import type {Theme} from '../draw/palette';
import {labelWidth} from '../draw/scales';
import {useWidth} from '../draw/use_width';
import {describeChange, formatChange, formatPart, layoutGrid, unitLabel} from '../model/breakdowns';
import type {Change, Grid} from '../model/breakdowns';
import {formatStep, shortenName} from '../model/format';
import type {PartUnit} from '../model/selection';
import {GridMap, gridHeight} from './grid_map';

/** One kind of parts. */
export interface DifferenceSection {
  title: string;
  unit: PartUnit;
  changes: Change[];
  /** The largest change of this kind in any layer: colours mean the same in all pictures. */
  most: number;
}

interface DifferenceProps {
  name: string;
  sections: DifferenceSection[];
  /** The two steps that are compared. */
  steps: [number, number];
  theme: Theme;
}

const ROW = 18;
const HEAD = 26;
const AXIS = 24;
/** Room for a change on the right. */
const CHANGE = 62;

interface Placed extends DifferenceSection {
  top: number;
  grid: Grid | null;
}

function placeSections(sections: DifferenceSection[], width: number): {placed: Placed[]; height: number} {
  let height = 0;
  const placed = sections.map((section) => {
    const grid = layoutGrid(section.changes);
    const top = height;
    height += HEAD + (grid ? gridHeight(grid, width) : section.changes.length * ROW + AXIS) + 10;
    return {...section, grid, top};
  });
  return {placed, height};
}

function Difference({name, sections, steps, theme}: DifferenceProps) {
  const [ref, width] = useWidth<HTMLDivElement>(360);
  const {placed, height} = useMemo(() => placeSections(sections, width), [sections, width]);
  const left = useMemo(() => labelRoom(sections, width), [sections, width]);
  return (
    <div ref={ref} class="chart">
      <svg class="difference" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describe(name, sections, steps)}>
        {placed.map(({top, grid, ...section}) => (
          <g key={section.title} transform={`translate(0,${top})`}>
            <text class="part-title" x={2} y={13}>
              {unitLabel(section.unit)} {section.title}
            </text>
            <g transform={`translate(0,${HEAD})`}>
              {grid ? (
                <GridMap grid={grid} unit={section.unit} most={section.most} steps={steps} width={width} theme={theme} />
              ) : (
                <Dumbbells section={section} steps={steps} left={left} width={width} />
              )}
            </g>
          </g>
        ))}
      </svg>
    </div>
  );
}

export const DifferenceChart = memo(Difference);

function labelRoom(sections: DifferenceSection[], width: number): number {
  const names = sections.filter(({changes}) => !layoutGrid(changes)).flatMap(({changes}) => changes.map((change) => change.name));
  return Math.min(0.34 * width, 12 + Math.max(30, ...names.map(labelWidth)));
}

/** Shares on their whole scale, so that small changes look small; one far below the mean image ends at the border. */
function domainOf(unit: PartUnit, changes: Change[]): [number, number] {
  const values = changes.flatMap(({from, to}) => [from, to]).filter(Number.isFinite);
  if (unit === 'loss') return [0, Math.max(1e-8, ...values) * 1.04];
  return [Math.max(-1, Math.min(0, ...values)), 1];
}

interface DumbbellsProps {
  section: DifferenceSection;
  steps: [number, number];
  left: number;
  width: number;
}

function Dumbbells({section: {unit, changes}, steps, left, width}: DumbbellsProps) {
  const right = width - CHANGE;
  const bottom = changes.length * ROW;
  const x = scaleLinear(domainOf(unit, changes), [left + 6, right - 6]).clamp(true);
  const format = x.tickFormat(4, unit === 'loss' ? undefined : '~%');
  return (
    <>
      <g class="axis">
        {x.ticks(4).map((tick) => (
          <g key={tick} class="tick" transform={`translate(${x(tick)},0)`}>
            <line class="grid" y1={-2} y2={bottom} />
            <text y={bottom + 12} text-anchor="middle">
              {format(tick)}
            </text>
          </g>
        ))}
        <text x={width - 2} y={-5} text-anchor="end">
          {unit === 'loss' ? 'change' : 'points'}
        </text>
      </g>
      {changes.map((part, index) => (
        <Dumbbell key={part.name} part={part} unit={unit} steps={steps} x={x} left={left} width={width} y={index * ROW + ROW / 2} />
      ))}
    </>
  );
}

interface DumbbellProps {
  part: Change;
  unit: PartUnit;
  steps: [number, number];
  x: (value: number) => number;
  left: number;
  width: number;
  y: number;
}

function Dumbbell({part, unit, steps, x, left, width, y}: DumbbellProps) {
  const {name, from, to, change, isLost} = part;
  const isMeasured = Number.isFinite(change);
  const told = formatChange(change, unit);
  // One too small to be written is none.
  const kind = /\d/.test(told[0]!) || !isMeasured ? 'same' : isLost ? 'lost' : 'gained';
  return (
    <g class={`dumbbell ${kind}`} transform={`translate(0,${y})`}>
      <title>{describeChange(part, unit, steps)}</title>
      <text x={left - 4} dy="0.32em" text-anchor="end">
        {shortenName(name, Math.floor((left - 6) / labelWidth('x')))}
      </text>
      {isMeasured && (
        <>
          <line class="way-between" x1={x(from)} x2={x(to)} />
          <circle class="before" cx={x(from)} r={4} />
          <circle class="after" cx={x(to)} r={4.5} />
        </>
      )}
      <text class="change" x={width - 2} dy="0.32em" text-anchor="end">
        {told}
      </text>
    </g>
  );
}

/** The whole picture in words: it has no cursor. */
function describe(name: string, sections: DifferenceSection[], steps: [number, number]): string {
  const told = sections.map(({title, unit, changes}) => {
    const format = formatPart(unit);
    const parts = changes.map(({name: part, from, to}) => `${part} ${format(from)} to ${format(to)}`);
    return `${unitLabel(unit)} ${title}: ${parts.join(', ')}`;
  });
  return `${name}, step ${formatStep(steps[0])} to ${formatStep(steps[1])}. ${told.join('; ')}.`;
}
