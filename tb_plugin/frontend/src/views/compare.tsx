/** Runs against each other: their minima in a table to sort, and their differences to the run in focus. */
import {useMemo, useState} from 'preact/hooks';
import {advise, riseSince} from '../model/advice';
import type {Advice} from '../model/advice';
import {LinesChart} from '../charts/lines';
import type {Line} from '../charts/lines';
import {formatPercent, formatRun, formatValue} from '../model/format';
import type {Quantity} from '../model/quantities';
import {formatStep} from '../draw/scales';
import {findReport, nameRow} from '../model/series';
import type {RowSeries} from '../model/series';
import type {RunData} from './store';
import {toCsv, toJson} from '../host/table';
import type {Cell} from '../host/table';
import {save} from '../host/export';
import {Figure} from './figure';
import {RunKeys, Stroke} from './legend';
import type {ViewProps} from './view_props';

export function Compare(props: ViewProps) {
  const {focus, others} = props;
  return (
    <section>
      <MinimaTable {...props} />
      {others.length > 0 ? (
        <Differences {...props} />
      ) : (
        <p class="muted">
          Choose further runs under <b>Beside it</b> to see their differences to {formatRun(focus.summary.run)}.
        </p>
      )}
    </section>
  );
}

interface Entry {
  run: string;
  color: string | undefined;
  dash: string | undefined;
  layer: string;
  decoder: string;
  advice: Advice | null;
  best: RowSeries['best'];
}

interface Column {
  name: string;
  /** What is sorted and saved. */
  value: (entry: Entry) => Cell;
  show: (entry: Entry) => string;
}

const shown = (value: number | undefined, format: (value: number) => string) =>
  value === undefined || !Number.isFinite(value) ? '–' : format(value);

const COLUMNS: Column[] = [
  {name: 'run', value: ({run}) => formatRun(run), show: ({run}) => formatRun(run)},
  {name: 'layer', value: ({layer}) => layer, show: ({layer}) => layer},
  {name: 'decoder', value: ({decoder}) => decoder, show: ({decoder}) => decoder},
  {name: 'phase now', value: ({advice}) => advice?.kind ?? null, show: ({advice}) => advice?.kind ?? '–'},
  number('minimum at step', ({advice}) => advice?.minimumStep, formatStep),
  number('from step', ({advice}) => advice?.interval[0], formatStep),
  number('to step', ({advice}) => advice?.interval[1], formatStep),
  number('stop step', ({advice}) => (advice?.isPast ? advice.minimumStep : undefined), formatStep),
  number('loss at minimum', ({advice}) => advice?.lossAtMinimum, formatValue),
  number('last loss', ({advice}) => advice?.lossAtLast, formatValue),
  number('rise since', ({advice}) => advice && riseSince(advice), formatPercent),
  number('accuracy at minimum', ({advice}) => advice?.accuracyAtMinimum, formatPercent),
  number('best accuracy', ({best}) => best?.accuracy, formatPercent),
  number('at step', ({best}) => best?.step, formatStep),
];

function number(name: string, read: (entry: Entry) => number | null | undefined, format: (value: number) => string): Column {
  return {name, value: (entry) => read(entry) ?? null, show: (entry) => shown(read(entry) ?? undefined, format)};
}

function MinimaTable({focus, others, colors, dashes}: ViewProps) {
  const [sort, setSort] = useState({place: -1, down: false});
  const entries = useMemo(() => [focus, ...others].flatMap((run) => listEntries(run, colors, dashes)), [focus, others, colors, dashes]);
  const sorted = useMemo(() => sortEntries(entries, sort), [entries, sort]);
  const table = () => ({
    columns: COLUMNS.map(({name}) => name),
    rows: sorted.map((entry) => COLUMNS.map(({value}) => value(entry))),
  });
  return (
    <div class="minima">
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {COLUMNS.map(({name}, place) => (
                <th
                  key={name}
                  scope="col"
                  class={place >= FIRST_NUMBER ? 'number' : ''}
                  aria-sort={sort.place === place ? (sort.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button onClick={() => setSort({place, down: sort.place === place && !sort.down})}>
                    {name} {sort.place === place && (sort.down ? '↓' : '↑')}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((entry) => (
              <tr key={`${entry.run} ${entry.layer}/${entry.decoder}`}>
                {COLUMNS.map(({name, show}, place) => (
                  <td key={name} class={place >= FIRST_NUMBER ? 'number' : ''}>
                    {place === 0 && <Stroke color={entry.color} dash={entry.dash} />}
                    {show(entry)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="row">
        <button onClick={() => save(toCsv(table()), 'phase minima', 'csv', 'text/csv')}>CSV</button>
        <button onClick={() => save(toJson(table()), 'phase minima', 'json', 'application/json')}>JSON</button>
        <span class="muted">
          A stop step is the minimum of a layer whose loss has surely risen since. It serves frozen features; full
          fine-tuning can still gain from longer pre-training.
        </span>
      </p>
    </div>
  );
}

function listEntries({summary, rows, reports}: RunData, colors: Map<string, string>, dashes: Map<string, string>): Entry[] {
  return rows.map((series) => ({
    run: summary.run,
    color: colors.get(summary.run),
    dash: dashes.get(summary.run),
    layer: series.row.layer,
    decoder: series.row.decoder,
    advice: advise(series, findReport(reports, series.row)),
    best: series.best,
  }));
}

/** Columns before this one are text. */
const FIRST_NUMBER = COLUMNS.findIndex(({name}) => name === 'minimum at step');

/** What was not measured comes last, whichever way is sorted. */
function sortEntries(entries: Entry[], {place, down}: {place: number; down: boolean}): Entry[] {
  const column = COLUMNS[place];
  if (!column) return entries;
  return entries.toSorted((one, two) => {
    const [first, second] = [column.value(one), column.value(two)];
    if (isMissing(first) || isMissing(second)) return Number(isMissing(first)) - Number(isMissing(second));
    const order =
      typeof first === 'number' ? first - (second as number) : String(first).localeCompare(String(second), 'en', {numeric: true});
    return down ? -order : order;
  });
}

function isMissing(cell: Cell): boolean {
  return cell === null || (typeof cell === 'number' && !Number.isFinite(cell));
}

function Differences({focus, others, colors, dashes, options, cursor, actions}: ViewProps) {
  const {quantity, stepAxis, steps} = options;
  const found = useMemo(
    () =>
      focus.rows
        .map((series) => ({series, lines: subtract(series, others, colors, quantity, dashes)}))
        .filter(({lines}) => lines.length),
    [focus.rows, others, colors, dashes, quantity],
  );
  const names = new Set(found.flatMap(({lines}) => lines.map((line) => line.name)));
  const name = formatRun(focus.summary.run);
  const difference = useMemo((): Quantity => ({...quantity, key: 'difference'}), [quantity]);
  return (
    <>
      <h2 class="section">
        {quantity.label}: difference to {name}
      </h2>
      {!found.length && <p class="muted">None of the other runs has a layer of {name} by the same name and decoder.</p>}
      <RunKeys others={others.filter(({summary}) => names.has(formatRun(summary.run)))} colors={colors} dashes={dashes} />
      <div class="panels" aria-label="Differences">
        {found.map(({series, lines}) => (
          <Figure
            key={series.key}
            title={nameRow(series, focus.rows)}
            subtitle={`${quantity.label}, run minus ${name}`}
            table={() => ({
              columns: ['run', 'step', `difference of ${quantity.label}`],
              rows: lines.flatMap((line) => line.steps.map((step, at) => [line.name, step, line.values[at]!])),
            })}
            legend={lines.map(({name, color, dash}) => ({color, dash, text: name}))}
          >
            <LinesChart
              lines={lines}
              label="difference"
              name={`${nameRow(series, focus.rows)}, difference of ${quantity.label}`}
              panel={series.key}
              quantity={difference}
              stepAxis={stepAxis}
              steps={steps}
              level={0}
              cursor={cursor}
              actions={actions}
            />
          </Figure>
        ))}
      </div>
    </>
  );
}

/** The other runs' rows minus that of the run in focus, at the steps that both have. */
export function subtract(
  series: RowSeries,
  others: RunData[],
  colors: Map<string, string>,
  quantity: Quantity,
  dashes?: Map<string, string>,
): Line[] {
  const base = new Map(series.steps.map((step, at) => [step, quantity.read(series)[at]!]));
  return others.flatMap(({summary, rows}) => {
    const theirs = rows.find(({key}) => key === series.key);
    if (!theirs) return [];
    const values = quantity.read(theirs);
    const common = theirs.steps.flatMap((step, at) => (base.has(step) ? [[step, values[at]! - base.get(step)!] as const] : []));
    return [
      {
        name: formatRun(summary.run),
        color: colors.get(summary.run)!,
        dash: dashes?.get(summary.run),
        steps: common.map(([step]) => step),
        values: common.map(([, value]) => value),
      },
    ];
  });
}
