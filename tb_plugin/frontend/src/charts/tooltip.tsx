/** The numbers under the cursor, beside the panel that is pointed at. */
import {Fragment} from 'preact';
import type {ComponentChildren} from 'preact';
import {useLayoutEffect, useRef, useState} from 'preact/hooks';
import {useCursor} from '../draw/cursor';
import type {Cursor, CursorPlace} from '../draw/cursor';
import {Stroke} from '../draw/line_marks';
import {describeFlag} from '../model/flags';
import {formatError, formatPercent, formatStep, formatValue} from '../model/format';
import type {Quantity} from '../model/quantities';
import {findReport, listRemarks, nameRow, nameRun, nearestStep, valueAt} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import type {Phase} from '../source/data';

interface TooltipProps {
  /** The run in focus first. */
  runs: RunData[];
  /** How runs look that share a chart; null where each has charts of its own. */
  looks: {colors: Map<string, string>; dashes: Map<string, string>} | null;
  cursor: Cursor;
  quantity: Quantity;
}

export function Tooltip({runs, looks, cursor, quantity}: TooltipProps) {
  const [place, setPlace] = useState<CursorPlace | null>(cursor.current);
  useCursor(cursor, setPlace);
  const box = useRef<HTMLDivElement>(null);
  const run = runs.find(({summary}) => summary.run === place?.run) ?? runs[0]!;
  const {rows, reports} = run;
  const series = rows.find((row) => row.key === place?.panel);
  const record = place && series?.steps.length ? {series, at: nearestStep(series.steps, place.step)} : null;

  useLayoutEffect(() => {
    const mark = box.current && place && findMark(place);
    if (!mark) return;
    // Where the rule or dot is on the screen is known once it has moved.
    const page = {width: document.documentElement.clientWidth, height: innerHeight};
    const chart = mark.closest('svg')!.getBoundingClientRect();
    const [left, top] = placeBeside(box.current!.getBoundingClientRect(), mark.getBoundingClientRect(), chart, page);
    box.current!.style.transform = `translate(${left}px,${top}px)`;
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
          <Numbers {...record} name={name} phases={report?.stages ?? []} chosen={quantity} line={place?.line?.run ? undefined : place?.line} />
          {looks && runs.length > 1 && <RunValues {...{runs, looks, quantity}} place={place!} />}
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

interface Size {
  width: number;
  height: number;
}

/** Left and top of a box that hides nothing of a chart: below it, above it or at its side; beside the mark where there is no room. */
export function placeBeside(box: Size, mark: {left: number; top: number}, chart: DOMRectReadOnly, page: Size): [number, number] {
  const within = (place: number, size: number, room: number) => Math.max(4, Math.min(place, room - size - 4));
  const across = within(mark.left - box.width / 2, box.width, page.width);
  const down = within(mark.top + 18, box.height, page.height);
  const after = mark.left + 14;
  if (chart.bottom + box.height + 6 <= page.height) return [across, chart.bottom + 2];
  if (chart.right + box.width + 12 <= page.width) return [chart.right + 8, down];
  if (chart.left - box.width - 12 >= 0) return [chart.left - 8 - box.width, down];
  if (chart.top - box.height - 6 >= 0) return [across, chart.top - box.height - 2];
  return [Math.max(4, after + box.width > page.width - 4 ? mark.left - 14 - box.width : after), down];
}

/** How many runs a tooltip names: those around the one that is pointed at. */
const MOST_RUNS = 12;

interface RunValuesProps extends Required<Pick<TooltipProps, 'runs' | 'quantity'>> {
  looks: NonNullable<TooltipProps['looks']>;
  place: CursorPlace;
}

/** What every run has there, the highest first. */
function RunValues({runs, looks: {colors, dashes}, quantity, place}: RunValuesProps) {
  const found = runs.flatMap((run) => {
    const series = run.rows.find(({key}) => key === place.panel);
    const value = series ? valueAt(series.steps, quantity.read(series), place.step) : NaN;
    return Number.isFinite(value) ? [{run, value}] : [];
  });
  found.sort((one, two) => two.value - one.value);
  const pointed = found.findIndex(({run}) => run.summary.run === (place.line?.run ?? runs[0]!.summary.run));
  const first = Math.max(0, Math.min(pointed - MOST_RUNS / 2, found.length - MOST_RUNS));
  const shown = found.slice(first, first + MOST_RUNS);
  return (
    <>
      <dl class="tooltip-runs">
        {shown.map(({run, value}, index) => (
          <Fragment key={run.summary.run}>
            <dt class={first + index === pointed ? 'tooltip-line' : undefined}>
              <Stroke color={colors.get(run.summary.run)} dash={dashes.get(run.summary.run)} />
              {nameRun(run)}
            </dt>
            <dd>{quantity.format(value)}</dd>
          </Fragment>
        ))}
      </dl>
      {shown.length < found.length && <p class="muted">{`${quantity.label}, ${shown.length} of ${found.length} runs`}</p>}
    </>
  );
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
