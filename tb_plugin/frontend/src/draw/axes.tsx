/** Axes of a chart, in the manner of a printed figure: no frame, few ticks, the title in the colour of its line. */
import {formatStep} from '../model/format';
import type {PanelLayout, StepLayout} from './layout';
import {stepTicks} from './scales';

type Position = (value: number) => number;
type Format = (value: number) => string;

export function TicksBelow({ticks, x, bottom, format}: {ticks: number[]; x: Position; bottom: number; format: Format}) {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick} class="tick" transform={`translate(${x(tick)},${bottom})`}>
          <line y2={4} />
          <text y={16} text-anchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
    </>
  );
}

interface TicksBesideProps {
  ticks: number[];
  y: Position;
  left: number;
  right: number;
  format: Format;
}

export function TicksBeside({ticks, y, left, right, format}: TicksBesideProps) {
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick} class="tick" transform={`translate(0,${y(tick)})`}>
          <line class="grid" x1={left} x2={right} />
          <text x={left - 6} dy="0.32em" text-anchor="end">
            {format(tick)}
          </text>
        </g>
      ))}
    </>
  );
}

/** The ticks of an axis of steps, and its name. */
export function StepTicks({stepAxis, steps, x, right, bottom}: Pick<StepLayout, 'stepAxis' | 'steps' | 'x' | 'right' | 'bottom'>) {
  return (
    <>
      <TicksBelow ticks={stepTicks(stepAxis, steps, [x(steps[0]), x(steps[1])])} x={x} bottom={bottom} format={formatStep} />
      <text class="axis-unit" x={right} y={bottom + 30} text-anchor="end">
        step →
      </text>
    </>
  );
}

export function StepAxis({panel}: {panel: StepLayout}) {
  return (
    <g class="axis axis-step">
      <line x1={panel.left} x2={panel.right} y1={panel.bottom} y2={panel.bottom} />
      <StepTicks {...panel} />
    </g>
  );
}

export function ValueAxis({panel}: {panel: StepLayout}) {
  const isTiny = panel.y.domain().every((value) => Math.abs(value) < 1e-3);
  const format = panel.y.tickFormat(4, isTiny ? '~e' : panel.quantity.tickFormat);
  // A logarithmic axis has more ticks than names for them.
  const isShare = panel.quantity.tickFormat === '~%';
  const ticks = panel.y.ticks(4).filter((tick) => format(tick) && !(isShare && tick > 1));
  return (
    <g class="axis axis-value">
      <TicksBeside {...panel} ticks={ticks} format={(tick) => (isTiny && tick === 0 ? '0' : format(tick))} />
      <text class="axis-title loss" x={2} y={12}>
        ↑ {panel.label}
      </text>
    </g>
  );
}

export function AccuracyAxis({panel}: {panel: PanelLayout}) {
  const scale = panel.accuracy;
  if (!scale) return null;
  const format = scale.tickFormat(4, '~%');
  return (
    <g class="axis axis-accuracy">
      {scale.ticks(4).map((tick) => (
        <g key={tick} class="tick" transform={`translate(${panel.right},${scale(tick)})`}>
          <line x2={4} />
          <text x={7} dy="0.32em">
            {format(tick)}
          </text>
        </g>
      ))}
      <text class="axis-title accuracy" x={panel.width - 2} y={12} text-anchor="end">
        probe accuracy ↑
      </text>
    </g>
  );
}
