/** One layer: its curves over the training step, with the phases behind them. */
import type {RefObject} from 'preact';
import {useId, useMemo, useRef} from 'preact/hooks';
import {AccuracyAxis, StepAxis, ValueAxis} from '../draw/axes';
import type {Cursor} from '../draw/cursor';
import {Brush, CursorMarks} from '../draw/cursor_marks';
import {HEIGHT, layoutPanel} from '../draw/layout';
import type {Companion, PanelLayout, PanelOptions} from '../draw/layout';
import {useLinePointing} from '../draw/lighting';
import {AccuracyCurve, Bands, CompanionCurves, FlagMarks, Kept, LossCurve, Minimum, References} from '../draw/marks';
import {memo} from '../draw/memo';
import type {Actions} from '../draw/pointing';
import {isBetween} from '../draw/scales';
import {useNear} from '../draw/use_near';
import {useWidth} from '../draw/use_width';
import {formatCount, formatPercent, formatStep} from '../model/format';
import {hasMinimum} from '../model/quantities';
import {findBest} from '../model/series';
import type {RowSeries} from '../model/series';
import type {RowReport} from '../source/data';

export interface PanelProps {
  series: RowSeries;
  report: RowReport | undefined;
  /** The step that is advised to keep of this row, or null. */
  kept: number | null;
  companions: Companion[];
  options: PanelOptions;
  /** The step that is held, or null. */
  held: number | null;
  cursor: Cursor;
  actions: Actions;
}

/** Everything but what moves. */
function useMarks({series, report, kept, companions, options}: PanelProps, panel: PanelLayout) {
  const clip = useId();
  const isOfPhases = hasMinimum(options.quantity);
  // Another quantity leaves as they are what does not depend on it.
  const across = [panel.left, panel.right, panel.stepAxis, ...panel.steps];
  const bands = useMemo(() => <Bands panel={panel} phases={report?.stages ?? []} />, [report, ...across]);
  const stepAxis = useMemo(() => <StepAxis panel={panel} />, across);
  const accuracy = useMemo(
    () => [<AccuracyAxis panel={panel} />, <AccuracyCurve panel={panel} series={series} />] as const,
    [series, options.accuracyDomain, panel.accuracy === null, ...across],
  );
  // The cursor moves without drawing these again.
  return useMemo(
    () => (
      <g class="marks">
        {bands}
        {isEmpty(panel, companions) ? <Nothing panel={panel} /> : <ValueAxis panel={panel} />}
        {accuracy[0]}
        {stepAxis}
        <clipPath id={clip}>
          <rect x={panel.left} y={panel.top - 6} width={panel.right - panel.left} height={panel.bottom - panel.top + 12} />
        </clipPath>
        <g clip-path={`url(#${clip})`}>
          <CompanionCurves panel={panel} companions={companions} />
          {accuracy[1]}
          <LossCurve panel={panel} series={series} />
          <FlagMarks panel={panel} series={series} />
        </g>
        <References panel={panel} />
        {isOfPhases && kept !== null && <Kept panel={panel} series={series} step={kept} />}
        {isOfPhases && report && <Minimum panel={panel} series={series} report={report} />}
      </g>
    ),
    [panel, report, kept, companions, series],
  );
}

function isEmpty({values, quantity}: PanelLayout, companions: Companion[]): boolean {
  return ![values, ...companions.map(({series}) => quantity.read(series))].some((some) => some.some(Number.isFinite));
}

function Nothing({panel: {left, right, top, bottom, label}}: {panel: PanelLayout}) {
  return (
    <text x={(left + right) / 2} y={(top + bottom) / 2} text-anchor="middle">
      {label}: no finite value at any probe step
    </text>
  );
}

/** Drawn when it first comes near the screen, as wide as it then is; far from it again it stays as it was: of fifty runs twenty layers are a thousand curves. */
function Panel(newest: PanelProps) {
  const [ref, width] = useWidth<HTMLDivElement>(360);
  const isNear = useNear(ref);
  const drawn = useRef<PanelProps>(null);
  if (isNear) drawn.current = newest;
  return (
    <div ref={ref} class="chart" style={{minHeight: `${HEIGHT}px`}}>
      {drawn.current && <Drawn {...drawn.current} width={width} chart={ref} />}
    </div>
  );
}

function Drawn({width, chart, ...props}: PanelProps & {width: number; chart: RefObject<HTMLDivElement | null>}) {
  const {series, companions, options, held, cursor, actions} = props;
  const panel = useMemo(
    () => layoutPanel(series, companions, options, width),
    [series, companions, options, width],
  );
  const lines = useMemo(() => {
    const read = (one: RowSeries) => ({steps: one.steps, values: options.quantity.read(one)});
    return [{name: '', ...read(series)}, ...companions.map(({name, run, series: other}) => ({name, run, ...read(other)}))];
  }, [series, companions, options.quantity]);
  const pointed = {lines, measured: series.steps, quantity: options.quantity, panel: series.key, cursor, actions};
  const {brush, handlers} = useLinePointing(pointed, panel, chart);
  const marks = useMarks(props, panel);
  return (
    <svg
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      tabIndex={0}
      aria-label={describe(props)}
      {...handlers}
    >
      {marks}
      {held !== null && isBetween(held, panel.steps) && (
        <line class="held" x1={panel.x(held)} x2={panel.x(held)} y1={panel.top} y2={panel.bottom} />
      )}
      {brush && <Brush panel={panel} ends={brush} />}
      <CursorMarks panel={panel} series={series} cursor={cursor} />
    </svg>
  );
}

export const PanelChart = memo(Panel);

function describe({series, report, kept, options: {quantity}}: PanelProps): string {
  const {row, steps} = series;
  const [last, best] = [steps.at(-1), findBest(series)];
  const parts = [`${row.layer}, ${row.decoder} decoder: ${quantity.label} at ${formatCount(steps.length, 'probe step')}`];
  if (last !== undefined) parts.push(`${quantity.format(quantity.read(series).at(-1)!)} at step ${formatStep(last)}`);
  if (best) parts.push(`best probe accuracy ${formatPercent(best.accuracy)} at step ${formatStep(best.step)}`);
  if (report?.description) parts.push(report.description);
  if (kept !== null) parts.push(`advised: keep step ${formatStep(kept)}`);
  return `${parts.join('; ')}. Arrow keys move the cursor, Enter holds a step, + and 0 zoom.`;
}
