/** The numbers under the cursor, beside the panel that is pointed at. */
import {Fragment} from 'preact';
import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import {useCursor} from '../draw/cursor';
import type {Cursor, CursorPlace} from '../draw/cursor';
import {describeFlag} from '../model/flags';
import {formatError, formatPercent, formatStep, formatValue} from '../model/format';
import type {Quantity} from '../model/quantities';
import {findReport, listRemarks, nameRow, nameRun, nearestStep} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import type {Phase} from '../source/data';

interface TooltipProps {
  /** The run in focus first. */
  runs: RunData[];
  cursor: Cursor;
  quantity: Quantity;
}

export function Tooltip({runs, cursor, quantity}: TooltipProps) {
  const [place, setPlace] = useState<CursorPlace | null>(cursor.current);
  useCursor(cursor, setPlace);
  const box = useRef<HTMLDivElement>(null);
  const run = runs.find(({summary}) => summary.run === place?.run) ?? runs[0]!;
  const {rows, reports} = run;
  const series = rows.find((row) => row.key === place?.panel);
  const record = place && series?.steps.length ? {series, at: nearestStep(series.steps, place.step)} : null;

  // Beside the rule or dot, whose place on the screen is known once it has moved; on its other side near the border.
  useLayoutEffect(() => {
    if (!box.current || !place) return;
    const mark = findMark(place);
    if (!mark) return;
    const rule = mark.getBoundingClientRect();
    const {width, height} = box.current.getBoundingClientRect();
    const after = rule.left + 14;
    const left = after + width > document.documentElement.clientWidth - 4 ? rule.left - 14 - width : after;
    const top = Math.min(rule.top + 18, window.innerHeight - height - 4);
    box.current.style.transform = `translate(${Math.max(4, left)}px,${Math.max(4, top)}px)`;
  });

  const report = series && findReport(reports, series.row);
  const isOther = run !== runs[0];
  const name = series ? nameRow(series, rows) : '';
  const spoken = place?.byKey && record ? speak(isOther ? `${nameRun(run)}, ${name}` : name, record, place.line) : '';
  return (
    <>
      <div class="read-aloud" aria-live="polite">
        {spoken}
      </div>
      {record && (
        <div ref={box} class="tooltip" role="tooltip">
          {isOther && <p>{nameRun(run)}</p>}
          <Numbers {...record} name={name} phases={report?.phases ?? []} chosen={quantity} line={place?.line} />
        </div>
      )}
    </>
  );
}

/** The cursor's mark in the chart that is pointed at, or has the focus; else in the panel of that name. */
function findMark({panel, byKey}: CursorPlace): Element | null {
  const chart = document.querySelector(byKey ? '.chart svg:focus' : '.chart svg:hover');
  const found = chart?.querySelector('.cursor line, .cursor [r="6"]');
  return found ?? document.querySelector(`[data-panel="${CSS.escape(panel)}"] .cursor line`);
}

/** A row at one of its probe steps. */
interface RowRecord {
  series: RowSeries;
  at: number;
}

interface NumbersProps extends RowRecord {
  name: string;
  phases: Phase[];
  chosen: Quantity;
  line: CursorPlace['line'];
}

/** Quantities that every tooltip names. */
const ALWAYS = ['loss', 'limit', 'explained', 'accuracy'];

function Numbers({name, series, at, phases, chosen, line}: NumbersProps) {
  const step = series.steps[at]!;
  const [epoch, limit] = [valueOf({series, at}, 'epoch'), valueOf({series, at}, 'reconstruction_loss_limit')];
  const transfers = series.metricNames.filter((name) => /^transfer_.+_accuracy$/.test(name));
  const extra = !ALWAYS.includes(chosen.key) && !transfers.includes(chosen.key);
  const kinds = phases.filter(({start_step, end_step}) => start_step <= step && step <= end_step);
  return (
    <>
      <p class="tooltip-title">
        <b>step {formatStep(step)}</b>
        {Number.isFinite(epoch) && <span> epoch {Number(epoch.toFixed(2))}</span>}
        <span class="tooltip-layer">{name}</span>
      </p>
      <dl>
        {line && (
          <>
            <dt class="tooltip-line">{line.name}</dt>
            <dd class="tooltip-line">{line.value}</dd>
          </>
        )}
        <dt class="loss">reconstruction loss</dt>
        <dd>
          {formatValue(valueOf({series, at}, 'reconstruction_loss'))}
          <span class="muted">{formatError(valueOf({series, at}, 'reconstruction_stderr'))}</span>
        </dd>
        {Number.isFinite(limit) && (
          <>
            <dt>at unlimited rows</dt>
            <dd>{formatValue(limit)}</dd>
          </>
        )}
        <dt>explained variance</dt>
        <dd>{formatPercent(valueOf({series, at}, 'explained_variance'))}</dd>
        <dt class="accuracy">probe accuracy</dt>
        <dd>{formatPercent(valueOf({series, at}, 'probe_accuracy'))}</dd>
        {transfers.map((column) => (
          <Fragment key={column}>
            <dt>{column.slice('transfer_'.length, -'_accuracy'.length)} accuracy</dt>
            <dd>{formatPercent(valueOf({series, at}, column))}</dd>
          </Fragment>
        ))}
        {extra && (
          <>
            <dt>{chosen.label}</dt>
            <dd>{chosen.format(chosen.read(series)[at]!)}</dd>
          </>
        )}
        {kinds.length > 0 && (
          <>
            <dt>phase</dt>
            <dd>{kinds.map(({kind}) => kind).join(' → ')}</dd>
          </>
        )}
      </dl>
      {(listRemarks(series)[at] ?? []).map((flag) => (
        <p key={flag} class="tooltip-flag">
          {describeFlag(flag)}
        </p>
      ))}
      <p class="muted">loss: mean squared error per input element{extra && `; ${chosen.label}: ${chosen.unit}`}</p>
    </>
  );
}

function speak(name: string, record: RowRecord, line: CursorPlace['line']): string {
  const place = `${name}, step ${formatStep(record.series.steps[record.at]!)}`;
  if (line) return `${place}: ${line.name} ${line.value}`;
  return (
    `${place}: reconstruction loss ${formatValue(valueOf(record, 'reconstruction_loss'))}, ` +
    `probe accuracy ${formatPercent(valueOf(record, 'probe_accuracy'))}`
  );
}

function valueOf({series, at}: RowRecord, column: string): number {
  return series.column(column)[at]!;
}
