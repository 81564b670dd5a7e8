/** The numbers under the cursor, beside the panel that is pointed at. */
import {Fragment} from 'preact';
import {useEffect, useLayoutEffect, useRef, useState} from 'preact/hooks';
import type {Cursor, CursorPlace} from '../draw/cursor';
import type {Phase} from '../source/data';
import {describeFlag} from '../model/flags';
import {formatError, formatPercent, formatRun, formatValue} from '../model/format';
import {formatStep} from '../draw/scales';
import type {Quantity} from '../model/quantities';
import {findReport, nameRow, nearestStep} from '../model/series';
import type {Point, RowSeries} from '../model/series';
import type {RunData} from '../views/store';

interface TooltipProps {
  /** The run in focus first. */
  runs: RunData[];
  cursor: Cursor;
  quantity: Quantity;
}

export function Tooltip({runs, cursor, quantity}: TooltipProps) {
  const [place, setPlace] = useState<CursorPlace | null>(cursor.current);
  useEffect(() => {
    setPlace(cursor.current);
    return cursor.subscribe(setPlace);
  }, [cursor]);
  const box = useRef<HTMLDivElement>(null);
  const {summary, rows, reports} = runs.find(({summary: {run}}) => run === place?.run) ?? runs[0]!;
  const series = rows.find((row) => row.key === place?.panel);
  const index = place && series ? nearestStep(series.steps, place.step) : -1;
  const point = series?.points[index];

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
  const isOther = summary !== runs[0]!.summary;
  const name = series ? nameRow(series, rows) : '';
  const spoken = place?.byKey && point ? speak(isOther ? `${formatRun(summary.run)}, ${name}` : name, point, place.line) : '';
  return (
    <>
      <div class="read-aloud" aria-live="polite">
        {spoken}
      </div>
      {series && point && (
        <div ref={box} class="tooltip" role="tooltip">
          {isOther && <p>{formatRun(summary.run)}</p>}
          <Numbers name={name} series={series} point={point} phases={report?.phases ?? []} chosen={quantity} line={place?.line} />
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

interface NumbersProps {
  name: string;
  series: RowSeries;
  point: Point;
  phases: Phase[];
  chosen: Quantity;
  line: CursorPlace['line'];
}

/** Quantities that every tooltip names. */
const ALWAYS = ['loss', 'limit', 'explained', 'accuracy'];

function Numbers({name, series, point, phases, chosen, line}: NumbersProps) {
  const extra = !ALWAYS.includes(chosen.key) && !point.transfers.some(({name}) => chosen.key === `transfer_${name}_accuracy`);
  const kinds = phases.filter(({start_step, end_step}) => start_step <= point.step && point.step <= end_step);
  const flags = point.flags.filter((flag) => !series.wholeRunFlags.includes(flag));
  return (
    <>
      <p class="tooltip-title">
        <b>step {formatStep(point.step)}</b>
        {Number.isFinite(point.epoch) && <span> epoch {Number(point.epoch.toFixed(2))}</span>}
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
          {formatValue(point.loss)}
          <span class="muted">{formatError(point.stderr)}</span>
        </dd>
        {Number.isFinite(point.limit) && (
          <>
            <dt>at unlimited rows</dt>
            <dd>{formatValue(point.limit)}</dd>
          </>
        )}
        <dt>explained variance</dt>
        <dd>{formatPercent(point.explained)}</dd>
        <dt class="accuracy">probe accuracy</dt>
        <dd>{formatPercent(point.accuracy)}</dd>
        {point.transfers.map(({name, accuracy}) => (
          <Fragment key={name}>
            <dt>{name} accuracy</dt>
            <dd>{formatPercent(accuracy)}</dd>
          </Fragment>
        ))}
        {extra && (
          <>
            <dt>{chosen.label}</dt>
            <dd>{chosen.format(chosen.read(series)[series.points.indexOf(point)]!)}</dd>
          </>
        )}
        {kinds.length > 0 && (
          <>
            <dt>phase</dt>
            <dd>{kinds.map(({kind}) => kind).join(' → ')}</dd>
          </>
        )}
      </dl>
      {flags.map((flag) => (
        <p key={flag} class="tooltip-flag">
          {describeFlag(flag)}
        </p>
      ))}
      <p class="muted">loss: mean squared error per input element{extra && `; ${chosen.label}: ${chosen.unit}`}</p>
    </>
  );
}

function speak(name: string, point: Point, line: CursorPlace['line']): string {
  if (line) return `${name}, step ${formatStep(point.step)}: ${line.name} ${line.value}`;
  return (
    `${name}, step ${formatStep(point.step)}: reconstruction loss ${formatValue(point.loss)}, ` +
    `probe accuracy ${formatPercent(point.accuracy)}`
  );
}
