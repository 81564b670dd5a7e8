/** What a panel shows between its axes; every part is a function from data to nodes. */
import {area, line} from 'd3-shape';
import type {Phase, RowReport} from '../source/data';
import {formatStep, labelWidth} from './scales';
import {findLone, isMarked} from '../model/series';
import type {RowSeries} from '../model/series';
import {formatValue} from '../model/format';
import type {Companion, PanelLayout} from './layout';

/** Tenths of a pixel: a curve looks the same, and its path is a third shorter. */
export const DIGITS = 1;

export function Bands({panel, phases}: {panel: PanelLayout; phases: Phase[]}) {
  return (
    <g class="bands">
      {phases.map((phase) => {
        const start = Math.max(panel.left, panel.x(phase.start_step));
        const width = Math.max(0, Math.min(panel.right, panel.x(phase.end_step)) - start);
        return (
          <g key={phase.start_step} class={`band ${phase.kind}`}>
            <rect x={start} y={panel.top} width={width} height={panel.bottom - panel.top} />
            <rect class="edge" x={start} y={panel.top} width={width} height={3} />
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
  const inside = panel.measure.references.filter(({value}) => value >= low && value <= high);
  const outside = panel.measure.references.filter((reference) => !inside.includes(reference));
  return (
    <g class="references">
      {inside.map(({label, value}) => {
        // Accuracies end high on the right, losses start high on the left: the label keeps clear of both. The level of
        // the untrained layer is where its curve begins.
        const upper = value > (low + high) / 2 && label !== 'untrained';
        return (
          <g key={label} class="reference">
            <line x1={panel.left} x2={panel.right} y1={panel.y(value)} y2={panel.y(value)} />
            <text
              x={upper ? panel.left + 4 : panel.right - 4}
              y={panel.y(value) + (upper ? 12 : -4)}
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
  const {values, band: [low, high]} = panel.measure;
  const x = (_: unknown, index: number) => panel.x(series.points[index]!.step);
  const defined = (_: unknown, index: number) => Number.isFinite(values[index]);
  const band = area<number>()
    .digits(DIGITS)
    .defined(defined)
    .x(x)
    .y0((_, index) => panel.y(low[index]!))
    .y1((_, index) => panel.y(high[index]!));
  const curve = line<number>().digits(DIGITS).defined(defined).x(x).y(panel.y);
  return (
    <g class="curve loss">
      <path class="spread" d={band(values) ?? ''} />
      <path class="line" d={curve(values) ?? ''} />
      <Dots panel={panel} series={series} values={values} y={panel.y} />
    </g>
  );
}

export function AccuracyCurve({panel, series}: {panel: PanelLayout; series: RowSeries}) {
  const scale = panel.accuracy;
  if (!scale) return null;
  const values = series.points.map((point) => point.accuracy);
  const curve = line<number>()
    .digits(DIGITS)
    .defined(Number.isFinite)
    .x((_, index) => panel.x(series.points[index]!.step))
    .y(scale);
  const own = series.column('model_accuracy');
  return (
    <g class="curve accuracy">
      {own.some(Number.isFinite) && <path class="own" d={curve(own) ?? ''} />}
      <path class="line" d={curve(values) ?? ''} />
      <Dots panel={panel} series={series} values={values} y={scale} />
    </g>
  );
}

interface DotsProps {
  panel: PanelLayout;
  series: RowSeries;
  values: number[];
  y: (value: number) => number;
}

function numBetween(steps: number[], [first, last]: [number, number]): number {
  return steps.filter((step) => step >= first && step <= last).length;
}

/** The measured points, where there is room to tell them apart. */
function Dots({panel, series, values, y}: DotsProps) {
  if ((panel.right - panel.left) / numBetween(series.steps, panel.steps) < 5) return null;
  return (
    <>
      {series.points.map(
        ({step}, index) =>
          Number.isFinite(values[index]) && <circle key={step} cx={panel.x(step)} cy={y(values[index]!)} r={2} />,
      )}
    </>
  );
}

/** The same row of the runs beside the one in focus, each in the colour of its run. */
export function CompanionCurves({panel, companions}: {panel: PanelLayout; companions: Companion[]}) {
  return (
    <g class="companions">
      {companions.map(({run, color, dash, series}) => {
        const values = panel.quantity.read(series);
        const curve = line<number>()
          .digits(DIGITS)
          .defined(Number.isFinite)
          .x((_, index) => panel.x(series.steps[index]!))
          .y(panel.y);
        return (
          <g key={run} fill={color}>
            <path class="companion" data-run={run} stroke={color} stroke-dasharray={dash || undefined} d={curve(values) ?? ''} />
            {findLone(values).map((at) => (
              <circle key={at} cx={panel.x(series.steps[at]!)} cy={panel.y(values[at]!)} r={2} />
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** Rings around records that carry a flag the rest of the run does not; a cross where nothing was measured. */
export function FlagMarks({panel, series}: {panel: PanelLayout; series: RowSeries}) {
  return (
    <g class="flag-marks">
      {series.points.map((point, index) => {
        if (!isMarked(point, series)) return null;
        const {step} = point;
        const value = panel.measure.values[index]!;
        if (Number.isFinite(value)) return <circle key={step} cx={panel.x(step)} cy={panel.y(value)} r={5} />;
        return <path key={step} d="M-3.5,-3.5L3.5,3.5M-3.5,3.5L3.5,-3.5" transform={`translate(${panel.x(step)},${panel.bottom - 9})`} />;
      })}
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
  const index = series.points.findIndex((point) => point.step === step);
  const value = panel.measure.values[index];
  if (step == null || value === undefined || !Number.isFinite(value)) return null;
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
