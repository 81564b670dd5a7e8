/** One layer: its two curves over the training step, with the phases behind them. */
import {useMemo} from 'preact/hooks';
import type {Cursor} from '../cursor';
import type {RowReport} from '../data';
import {formatCount, formatPercent, formatValue} from '../format';
import {formatStep, nearestIndex} from '../scales';
import type {RowSeries} from '../series';
import {useWidth} from '../size';
import {AccuracyAxis, StepAxis, ValueAxis} from './axes';
import {CursorMarks} from './cursor_marks';
import {HEIGHT, layoutPanel} from './layout';
import type {PanelOptions} from './layout';
import {AccuracyCurve, Bands, FlagMarks, LossCurve, Minimum, References} from './marks';

export interface PanelProps {
  series: RowSeries;
  report: RowReport | undefined;
  options: PanelOptions;
  cursor: Cursor;
}

export function PanelChart({series, report, options, cursor}: PanelProps) {
  const [ref, width] = useWidth<HTMLDivElement>(360);
  const panel = useMemo(() => layoutPanel(series, options, width), [series, options, width]);
  const steps = series.points.map((point) => point.step);
  const move = (index: number, byKey: boolean) => cursor.move({index, panel: series.key, byKey});

  const point = (event: PointerEvent & {currentTarget: SVGSVGElement}) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    move(nearestIndex(steps, panel.x, event.clientX - left), false);
  };
  const press = (event: KeyboardEvent) => {
    const at = cursor.current?.index ?? -1;
    const last = steps.length - 1;
    const targets: Record<string, number> = {
      ArrowLeft: Math.max(0, at - 1),
      ArrowRight: Math.min(last, at + 1),
      Home: 0,
      End: last,
    };
    if (event.key === 'Escape') cursor.move(null);
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    move(target, true);
  };

  return (
    <div ref={ref} class="chart">
      <svg
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        tabIndex={0}
        aria-label={describe(series, report)}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => cursor.move(null)}
        onKeyDown={press}
        onBlur={() => cursor.move(null)}
      >
        <g class="marks">
          <Bands panel={panel} phases={report?.phases ?? []} />
          <ValueAxis panel={panel} />
          <AccuracyAxis panel={panel} />
          <StepAxis panel={panel} />
          <References panel={panel} />
          <AccuracyCurve panel={panel} series={series} />
          <LossCurve panel={panel} series={series} />
          <FlagMarks panel={panel} series={series} />
          {report && <Minimum panel={panel} series={series} report={report} />}
        </g>
        <CursorMarks panel={panel} series={series} cursor={cursor} />
      </svg>
    </div>
  );
}

function describe({row, points, best}: RowSeries, report: RowReport | undefined): string {
  const parts = [`${row.layer}, ${row.decoder} decoder: reconstruction loss at ${formatCount(points.length, 'probe step')}`];
  const last = points.at(-1);
  if (last) parts.push(`${formatValue(last.loss)} at step ${formatStep(last.step)}`);
  if (best) parts.push(`best probe accuracy ${formatPercent(best.accuracy)} at step ${formatStep(best.step)}`);
  if (report?.description) parts.push(report.description);
  return `${parts.join('; ')}. Arrow keys move the cursor.`;
}
