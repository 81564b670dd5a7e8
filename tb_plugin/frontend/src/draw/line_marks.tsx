/** Lines over the training step, and what a chart shows with them; every part is a function from data to nodes. */
import {line} from 'd3-shape';
import {formatStep, shortenName} from '../model/format';
import {findLone} from '../model/series';
import type {Phase} from '../source/data';
import type {StepLayout} from './layout';
import {isBetween, labelWidth, spread} from './scales';

export interface Line {
  name: string;
  /** The run that it is of, where each line is a run. */
  run?: string;
  color: string;
  /** Stroke pattern; solid without. */
  dash?: string;
  steps: number[];
  values: number[];
  /** One of a crowd: it steps back until it is pointed at. */
  isMuted?: boolean;
}

/** A step that parts the axis, with a name for each side. */
export interface Mark {
  step: number;
  before?: string;
  after?: string;
}

/** Tenths of a pixel: a curve looks the same, and its path is a third shorter. */
export const DIGITS = 1;

/** The path through what was measured. */
export function tracePath(steps: number[], values: number[], x: (step: number) => number, y: (value: number) => number): string {
  const path = line<number>()
    .digits(DIGITS)
    .defined(Number.isFinite)
    .x((_, at) => x(steps[at]!))
    .y(y);
  return path(values) ?? '';
}

interface CurveProps extends Pick<Line, 'color' | 'dash' | 'steps' | 'values'> {
  panel: StepLayout;
}

/** A line, and a dot for each value without a neighbour. */
export function Curve({panel, color, dash, steps, values}: CurveProps) {
  return (
    <>
      <path class="companion" stroke={color} stroke-dasharray={dash || undefined} d={tracePath(steps, values, panel.x, panel.y)} />
      {findLone(values).map((at) => (
        <circle key={at} cx={panel.x(steps[at]!)} cy={panel.y(values[at]!)} r={2} />
      ))}
    </>
  );
}

export function LineMarks({panel, lines}: {panel: StepLayout; lines: Line[]}) {
  return (
    <>
      {lines.map((one, index) => (
        <g key={one.name} class={one.isMuted ? 'one-line muted-line' : 'one-line'} data-line={index} data-run={one.run} fill={one.color}>
          <Curve panel={panel} {...one} />
          <title>{one.name}</title>
        </g>
      ))}
    </>
  );
}

/** The names of the lines beside their ends, moved apart where they would meet; those of muted lines wait to be lit. */
export function EndLabels({panel, lines}: {panel: StepLayout; lines: Line[]}) {
  const {top, bottom, right, width} = panel;
  const ends = lines
    .map((one, index) => {
      const at = one.values.findLastIndex((value, place) => Number.isFinite(value) && one.steps[place]! <= panel.steps[1]);
      return {...one, index, y: at < 0 ? NaN : Math.min(bottom, Math.max(top, panel.y(one.values[at]!)))};
    })
    .filter(({y}) => Number.isFinite(y))
    .toSorted((one, two) => one.y - two.y);
  const shown = ends.filter(({isMuted}) => !isMuted);
  const places = spread(shown.map(({y}) => y), 12, top, bottom);
  return (
    <g class="end-labels">
      {ends.map((end) => {
        const y = end.isMuted ? end.y : places[shown.indexOf(end)]!;
        return (
          <g key={end.name} class={end.isMuted ? 'end-label muted-line' : 'end-label'} data-line={end.index}>
            <path d={`M${right - 2},${end.y}L${right + 5},${y}h4`} stroke={end.color} />
            <text x={right + 12} y={y} dy="0.32em">
              {shortenName(end.name, Math.floor((width - right - 10) / labelWidth('x')))}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The phases as a narrow band on top, so that lines keep their background. */
export function PhaseEdges({panel, phases}: {panel: StepLayout; phases: Phase[]}) {
  const clip = (step: number) => Math.min(panel.right, Math.max(panel.left, panel.x(step)));
  return (
    <g class="phase-edges">
      {phases.map(({kind, start_step, end_step}) => (
        <rect
          key={start_step}
          class={`edge ${kind}`}
          x={clip(start_step)}
          y={panel.top - 4}
          width={Math.max(0, clip(end_step) - clip(start_step) - 1)}
          height={3}
        >
          <title>{`${kind}, step ${formatStep(start_step)} to ${formatStep(end_step)}`}</title>
        </rect>
      ))}
    </g>
  );
}

/** Dashed lines at steps that part the axis, with the names of both sides where there is room. */
export function StepMarks({panel, marks}: {panel: StepLayout; marks: Mark[]}) {
  const inside = marks.filter(({step}) => isBetween(step, panel.steps));
  return (
    <g class="step-marks">
      {inside.map(({step, before = '', after = ''}) => {
        const x = panel.x(step);
        const [isBefore, isAfter] = [x - labelWidth(before) > panel.left, x + labelWidth(after) < panel.width];
        return (
          <g key={step}>
            <line class="held" x1={x} x2={x} y1={panel.top} y2={panel.bottom} />
            {before && isBefore && (
              <text x={x - 5} y={panel.bottom - 6} text-anchor="end">
                {before}
              </text>
            )}
            {after && isAfter && (
              <text x={x + 5} y={panel.bottom - 6}>
                {after}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** How the curve of a run is drawn. */
export function Stroke({color, dash}: {color?: string; dash?: string}) {
  return (
    <svg width={26} height={10} class="stroke" aria-hidden="true">
      <path d="M0,5H26" stroke={color} stroke-width={2} stroke-dasharray={dash || undefined} />
    </svg>
  );
}
