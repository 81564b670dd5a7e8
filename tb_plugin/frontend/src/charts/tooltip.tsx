/** The numbers under the cursor, beside the panel that is pointed at. */
import {Fragment} from 'preact';
import type {ComponentChildren} from 'preact';
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
          <Numbers {...record} name={name} phases={report?.stages ?? []} chosen={quantity} line={place?.line} />
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
  const epoch = valueOf({series, at}, 'epoch');
  const isNamed = ALWAYS.includes(chosen.key) || listTransfers(series).includes(chosen.key);
  const kinds = phases.filter(({start_step, end_step}) => start_step <= step && step <= end_step).map(({kind}) => kind);
  const numbers: Entry[] = [
    ...listNumbers({series, at}),
    ...(isNamed ? [] : [[chosen.label, chosen.format(chosen.read(series)[at]!)] as Entry]),
    ...(kinds.length ? [['phase', kinds.join(' → ')] as Entry] : []),
  ];
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
        {numbers.map(([label, value, kind]) => (
          <Fragment key={label}>
            <dt class={kind}>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {(listRemarks(series)[at] ?? []).map((flag) => (
        <p key={flag} class="tooltip-flag">
          {describeFlag(flag)}
        </p>
      ))}
      <p class="muted">loss: mean squared error per input element{!isNamed && `; ${chosen.label}: ${chosen.unit}`}</p>
    </>
  );
}

type Entry = [label: string, value: ComponentChildren, kind?: string];

/** What every tooltip tells. */
function listNumbers(record: RowRecord): Entry[] {
  const loss = formatValue(valueOf(record, 'reconstruction_loss'));
  const limit = valueOf(record, 'reconstruction_loss_limit');
  const share = (column: string) => formatPercent(valueOf(record, column));
  return [
    ['reconstruction loss', [loss, <span class="muted">{formatError(valueOf(record, 'reconstruction_stderr'))}</span>], 'loss'],
    ...(Number.isFinite(limit) ? [['at unlimited rows', formatValue(limit)] as Entry] : []),
    ['explained variance', share('explained_variance')],
    ['probe accuracy', share('probe_accuracy'), 'accuracy'],
    ...listTransfers(record.series).map((column): Entry => [`${/^transfer_(.+)_accuracy$/.exec(column)![1]} accuracy`, share(column)]),
  ];
}

function listTransfers({metricNames}: RowSeries): string[] {
  return metricNames.filter((name) => /^transfer_.+_accuracy$/.test(name));
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
