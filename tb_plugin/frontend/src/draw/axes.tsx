/** Axes of a panel, in the manner of a printed figure: no frame, few ticks, the title in the colour of its line. */
import {formatStep, stepTicks} from './scales';
import type {PanelLayout} from './layout';

export function StepAxis({panel}: {panel: PanelLayout}) {
  const ticks = stepTicks(panel.stepAxis, panel.steps, [panel.x(panel.steps[0]), panel.x(panel.steps[1])]);
  return (
    <g class="axis axis-step">
      <line x1={panel.left} x2={panel.right} y1={panel.bottom} y2={panel.bottom} />
      {ticks.map((tick) => (
        <g key={tick} class="tick" transform={`translate(${panel.x(tick)},${panel.bottom})`}>
          <line y2={4} />
          <text y={16} text-anchor="middle">
            {formatStep(tick)}
          </text>
        </g>
      ))}
      <text class="axis-unit" x={panel.right} y={panel.bottom + 30} text-anchor="end">
        step →
      </text>
    </g>
  );
}

export function ValueAxis({panel}: {panel: PanelLayout}) {
  const isTiny = panel.y.domain().every((value) => Math.abs(value) < 1e-3);
  const format = panel.y.tickFormat(4, isTiny ? '~e' : panel.quantity.tickFormat);
  // A logarithmic axis has more ticks than names for them.
  const ticks = panel.y.ticks(4).filter(format);
  return (
    <g class="axis axis-value">
      {ticks.map((tick) => (
        <g key={tick} class="tick" transform={`translate(0,${panel.y(tick)})`}>
          <line class="grid" x1={panel.left} x2={panel.right} />
          <text x={panel.left - 6} dy="0.32em" text-anchor="end">
            {isTiny && tick === 0 ? '0' : format(tick)}
          </text>
        </g>
      ))}
      <text class="axis-title loss" x={2} y={12}>
        ↑ {panel.measure.label}
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
