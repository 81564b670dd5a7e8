/** What a panel shows between its axes; every part is a function from data to nodes. */
import {area} from 'd3-shape';
import {formatStep, formatValue} from '../model/format';
import {listRemarks} from '../model/series';
import type {RowSeries} from '../model/series';
import type {Phase, RowReport} from '../source/data';
import type {Companion, PanelLayout, StepLayout} from './layout';
import {Curve, DIGITS, tracePath} from './line_marks';
import {isBetween, labelWidth} from './scales';

/** Diagonals through a rectangle, so many pixels apart. */
export function hatch(left: number, top: number, width: number, height: number, apart = 9): string {
  const lines = [];
  for (let foot = apart - height; foot < width; foot += apart) {
    const [start, end] = [Math.max(0, foot), Math.min(width, foot + height)];
    lines.push(`M${(left + start).toFixed(1)},${(top + height - start + foot).toFixed(1)}L${(left + end).toFixed(1)},${(top + height - end + foot).toFixed(1)}`);
  }
  return lines.join('');
}

export function Bands({panel, phases}: {panel: StepLayout; phases: Phase[]}) {
  return (
    <g class="bands">
      {phases.map((phase) => {
        const start = Math.max(panel.left, panel.x(phase.start_step));
        const width = Math.max(0, Math.min(panel.right, panel.x(phase.end_step)) - start);
        return (
          <g key={phase.start_step} class={`band ${phase.kind}`}>
            <rect x={start} y={panel.top} width={width} height={panel.bottom - panel.top} />
            <rect class="edge" x={start} y={panel.top} width={width} height={3} />
            {phase.kind === 'rising' && <path class="hatch" d={hatch(start, panel.top, width, panel.bottom - panel.top)} />}
            {width > labelWidth(phase.kind) + 4 && (
              <text x={start + width / 2} y={panel.top + 15} text-anchor="middle">
                {phase.kind}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Levels to compare the curve with; those that lie outside of the panel are named below it. */
export function References({panel}: {panel: PanelLayout}) {
  const [low, high] = panel.y.domain() as [number, number];
  const inside = panel.references.filter(({value}) => value >= low && value <= high);
  const outside = panel.references.filter((reference) => !inside.includes(reference));
  return (
    <g class="references">
      {inside.map(({label, value}) => {
        // Accuracies end high on the right, losses start high on the left: the label keeps clear of both. The level of
        // the untrained layer is where its curve begins.
        const upper = value > (low + high) / 2 && label !== 'untrained';
        const y = panel.y(value);
        // Below the line too where the names of the phases stand above it.
        const isBelow = upper || y < panel.top + 32;
        return (
          <g key={label} class="reference">
            <line x1={panel.left} x2={panel.right} y1={y} y2={y} />
            <text
              x={upper ? panel.left + 4 : panel.right - 4}
              y={y + (isBelow ? 12 : -4)}
              text-anchor={upper ? 'start' : 'end'}
            >
              {label}
            </text>
          </g>
        );
      })}
      <text class="outside" x={2} y={panel.bottom + 30}>
        {outside.map(({label, value}) => `${label} ${formatValue(value)}`).join(', ')}
      </text>
    </g>
  );
}

export function LossCurve({panel, series}: {panel: PanelLayout; series: RowSeries}) {
  const {values, band: [low, high], x, y} = panel;
  const band = area<number>()
    .digits(DIGITS)
    .defined(Number.isFinite)
    .x((_, at) => x(series.steps[at]!))
    .y0((_, at) => y(low[at]!))
    .y1((_, at) => y(high[at]!));
  return (
    <g class="curve loss">
      <path class="spread" d={band(values) ?? ''} />
      <path class="line" d={tracePath(series.steps, values, x, y)} />
      <Dots panel={panel} steps={series.steps} values={values} y={y} />
    </g>
  );
}

export function AccuracyCurve({panel, series: {steps, column}}: {panel: PanelLayout; series: RowSeries}) {
  const y = panel.accuracy;
  if (!y) return null;
  const values = column('probe_accuracy');
  return (
    <g class="curve accuracy">
      <path class="line" d={tracePath(steps, values, panel.x, y)} />
      <Dots panel={panel} steps={steps} values={values} y={y} />
    </g>
  );
}

interface DotsProps {
  panel: StepLayout;
  steps: number[];
  values: number[];
  y: (value: number) => number;
}

/** The measured values, where there is room to tell them apart. */
function Dots({panel, steps, values, y}: DotsProps) {
  if ((panel.right - panel.left) / steps.filter((step) => isBetween(step, panel.steps)).length < 5) return null;
  return (
    <>
      {steps.map((step, at) => Number.isFinite(values[at]) && <circle key={step} cx={panel.x(step)} cy={y(values[at]!)} r={2} />)}
    </>
  );
}

/** The same row of the runs beside the one in focus, each in the colour of its run. */
export function CompanionCurves({panel, companions}: {panel: PanelLayout; companions: Companion[]}) {
  return (
    <g class="companions">
      {companions.map(({series, ...companion}) => (
        <g key={companion.run} class={companion.isMuted ? 'muted-line' : undefined} data-run={companion.run} fill={companion.color}>
          <Curve panel={panel} {...companion} steps={series.steps} values={panel.quantity.read(series)} />
        </g>
      ))}
    </g>
  );
}

/** Rings around records that carry a flag the rest of the run does not; a cross where nothing was measured. */
export function FlagMarks({panel, series}: {panel: PanelLayout; series: RowSeries}) {
  return (
    <g class="flag-marks">
      {listRemarks(series).map((remarks, at) => {
        if (!remarks.length) return null;
        const [step, value] = [series.steps[at]!, panel.values[at]!];
        if (Number.isFinite(value)) return <circle key={step} cx={panel.x(step)} cy={panel.y(value)} r={5} />;
        return <path key={step} d="M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5" transform={`translate(${panel.x(step)},${panel.bottom - 9})`} />;
      })}
    </g>
  );
}

/** A pennant with its foot at a point, as high as `rise` says and to the right, or at `on` -1 to the left. */
export function pennant(x: number, y: number, rise = -20, on = 1): string {
  const half = 4 * -Math.sign(rise);
  return `M${x},${y}v${rise}l${10 * on},${half}l${-10 * on},${half}`;
}

/** The step that the advice keeps: a pennant on the curve, above it where there is room. */
export function Kept({panel, series, step}: {panel: PanelLayout; series: RowSeries; step: number}) {
  const value = panel.values[series.steps.indexOf(step)] ?? NaN;
  if (!Number.isFinite(value) || !isBetween(step, panel.steps)) return null;
  const [x, y, label] = [panel.x(step), panel.y(value), `keep ${formatStep(step)}`];
  const up = y - 30 > panel.top + 18 ? -1 : 1;
  // The loss rises to the right of it.
  const on = x - 14 - labelWidth(label) > panel.left ? -1 : 1;
  return (
    <g class="kept">
      <title>{`advised: keep step ${formatStep(step)}`}</title>
      <path d={pennant(x, y, 28 * up, on)} />
      <text x={x + 13 * on} y={y + 24 * up} dy="0.32em" text-anchor={on > 0 ? 'start' : 'end'}>
        {label}
      </text>
    </g>
  );
}

/** Only a loss that has surely risen again has left a minimum behind; on the upside-down axis it is the highest point. */
function describeMinimum(report: RowReport, panel: PanelLayout): string {
  if (panel.quantity.key === 'loss') return report.has_increase ? 'minimum at' : 'lowest so far, at';
  return report.has_increase ? 'loss minimum at' : 'lowest loss so far, at';
}

/** The reconstruction minimum: the point, a foot on the axis, and the steps between which it surely lies. */
export function Minimum({panel, series, report}: {panel: PanelLayout; series: RowSeries; report: RowReport}) {
  const step = report.minimum_step;
  if (step == null) return null;
  const value = panel.values[series.steps.indexOf(step)] ?? NaN;
  if (!Number.isFinite(value)) return null;
  const x = panel.x(step);
  if (x < panel.left || x > panel.right) return null;
  const [low, high] = report.minimum_interval ?? [step, step];
  const label = `${describeMinimum(report, panel)} step ${formatStep(step)}`;
  const half = 3.8 * label.length; // bold
  const labelX = Math.min(Math.max(x, panel.left + half + 4), panel.right - half - 4);
  return (
    <g class="minimum">
      <line class="interval" x1={Math.max(panel.left, panel.x(low))} x2={Math.min(panel.right, panel.x(high))} y1={panel.bottom - 3} y2={panel.bottom - 3} />
      <line class="foot" x1={x} x2={x} y1={panel.y(value)} y2={panel.bottom} />
      <circle cx={x} cy={panel.y(value)} r={4.5} />
      <text x={labelX} y={panel.bottom - 9} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}
