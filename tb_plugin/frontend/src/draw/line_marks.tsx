/** What a chart of lines shows between its axes; every part is a function from data to nodes. */
import {line} from 'd3-shape';

import {useEffect, useRef} from 'preact/hooks';
import type {Cursor, CursorPlace} from './cursor';
import type {Phase} from '../source/data';
import {shortenName} from '../model/format';
import {formatStep, labelWidth, spread} from './scales';
import {findLone} from '../model/series';
import type {PanelLayout} from './layout';
import type {Line, Mark} from '../charts/lines';
import {DIGITS} from './marks';

export function LineMarks({panel, lines}: {panel: PanelLayout; lines: Line[]}) {
  return (
    <>
      {lines.map((one, index) => {
        const path = line<number>()
          .digits(DIGITS)
          .defined(Number.isFinite)
          .x((_, at) => panel.x(one.steps[at]!))
          .y(panel.y);
        return (
          <g key={one.name} class={one.isMuted ? 'one-line muted-line' : 'one-line'} data-line={index} fill={one.color}>
            <path class="companion" stroke={one.color} stroke-dasharray={one.dash || undefined} d={path(one.values) ?? ''} />
            {findLone(one.values).map((at) => (
              <circle key={at} cx={panel.x(one.steps[at]!)} cy={panel.y(one.values[at]!)} r={2} />
            ))}
            <title>{one.name}</title>
          </g>
        );
      })}
    </>
  );
}

/** The names of the lines beside their ends, moved apart where they would meet; those of muted lines wait to be lit. */
export function EndLabels({panel, lines}: {panel: PanelLayout; lines: Line[]}) {
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
export function PhaseEdges({panel, phases}: {panel: PanelLayout; phases: Phase[]}) {
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
export function StepMarks({panel, marks}: {panel: PanelLayout; marks: Mark[]}) {
  const inside = marks.filter(({step}) => step >= panel.steps[0] && step <= panel.steps[1]);
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

export function Rule({layout, cursor}: {layout: PanelLayout; cursor: Cursor}) {
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
