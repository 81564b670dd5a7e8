/** One line a layer: what it is, its phases on a common axis, and the steps that matter. */
import {PhaseStrip} from '../charts/strip';
import {riseSince} from '../model/advice';
import {formatPercent, formatStep} from '../model/format';
import type {StepAxis} from '../model/selection';
import {findBest, findReport} from '../model/series';
import type {RowSeries} from '../model/series';
import type {RowReport} from '../source/data';
import {PhaseNow} from './phase_now';

interface SummaryProps {
  rows: RowSeries[];
  reports: RowReport[];
  stepAxis: StepAxis;
}

export function Summary({rows, reports, stepAxis}: SummaryProps) {
  const lastStep = rows[0]?.steps.at(-1) ?? 1;
  const hasAccuracy = rows.some(findBest);
  return (
    <div class="summary">
      <table>
        <thead>
          <tr>
            <th>layer</th>
            <th class="detail">decoder</th>
            <th class="number">width</th>
            <th>phases to step {formatStep(lastStep)}</th>
            <th>phase now</th>
            <th class="number">minimum at step</th>
            <th class="number">rise since minimum</th>
            {hasAccuracy && <th class="number">best probe accuracy</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((series) => (
            <LayerRow key={series.key} series={series} report={findReport(reports, series.row)} lastStep={lastStep} stepAxis={stepAxis} hasAccuracy={hasAccuracy} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LayerRowProps {
  series: RowSeries;
  report: RowReport | undefined;
  lastStep: number;
  stepAxis: StepAxis;
  hasAccuracy: boolean;
}

function LayerRow({series, report, lastStep, stepAxis, hasAccuracy}: LayerRowProps) {
  return (
    <tr>
      <th scope="row">
        <button onClick={() => showPanel(series.key)}>{series.row.layer}</button>
      </th>
      <td class="detail" title={series.row.strategy}>
        {series.row.decoder}
      </td>
      <td class="number">{formatStep(series.row.num_features)}</td>
      <td>{report && <PhaseStrip report={report} lastStep={lastStep} stepAxis={stepAxis} />}</td>
      <td>
        <PhaseNow report={report} />
      </td>
      <td class="number">
        <MinimumStep report={report} />
      </td>
      <td class="number">{report?.has_increase ? formatPercent(riseSince(series, report)) : <span class="muted">–</span>}</td>
      {hasAccuracy && (
        <td class="number">
          <BestAccuracy series={series} />
        </td>
      )}
    </tr>
  );
}

function MinimumStep({report}: {report: RowReport | undefined}) {
  if (report?.minimum_step == null) return <span class="muted">–</span>;
  const [low, high] = report.minimum_interval ?? [report.minimum_step, report.minimum_step];
  return (
    <>
      {formatStep(report.minimum_step)}{' '}
      <span class="muted">
        ({formatStep(low)}–{formatStep(high)}{report.has_increase ? '' : ' so far'})
      </span>
    </>
  );
}

function BestAccuracy({series}: {series: RowSeries}) {
  const best = findBest(series);
  if (!best) return <span class="muted">–</span>;
  return (
    <>
      {formatPercent(best.accuracy)} <span class="muted">at {formatStep(best.step)}</span>
    </>
  );
}

function showPanel(key: string): void {
  const figure = document.querySelector(`[data-panel="${CSS.escape(key)}"]`);
  figure?.scrollIntoView({block: 'nearest'});
  figure?.querySelector<SVGElement>('svg[tabindex]')?.focus();
}
