/** Runs against each other: their minima in a table to sort, and their differences to the run in focus. */
import {useMemo, useState} from 'preact/hooks';
import type {Line} from '../draw/line_marks';
import {save} from '../host/export';
import {toCsv, toJson} from '../host/table';
import type {Cell} from '../host/table';
import {atMinimum, keptStep, riseSince} from '../model/advice';
import {formatPercent, formatStep, formatValue} from '../model/format';
import type {Quantity} from '../model/quantities';
import {findBest, findReport, lastMeasured, nameRow, nameRun} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import type {RowReport} from '../source/data';
import {RunKeys, Stroke} from './legend';
import {LinesFigure} from './lines_figure';
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
          Choose further runs under <b>Compare with</b> to see their differences to {nameRun(focus)}.
        </p>
      )}
    </section>
  );
}

interface Entry {
  run: RunData;
  series: RowSeries;
  report: RowReport | undefined;
}

interface Column {
  name: string;
  /** What is sorted and saved. */
  value: (entry: Entry) => Cell;
  show: (entry: Entry) => string;
}

/** Which column is sorted, none at -1, and whether downwards. */
interface Sort {
  place: number;
  down: boolean;
}

const COLUMNS: Column[] = [
  text('run', ({run}) => nameRun(run)),
  text('layer', ({series}) => series.row.layer),
  text('decoder', ({series}) => series.row.decoder),
  text('phase now', ({report}) => report?.now ?? null),
  number('minimum at step', ({report}) => report?.minimum_step, formatStep),
  number('from step', ({report}) => report?.minimum_interval?.[0], formatStep),
  number('to step', ({report}) => report?.minimum_interval?.[1], formatStep),
  number('advised step', ({run, series}) => keptStep(run, series), formatStep),
  number('loss at minimum', ({series, report}) => atMinimum(series, report, 'reconstruction_loss'), formatValue),
  number('last loss', ({series}) => lastMeasured(series, 'reconstruction_loss'), formatValue),
  number('rise since minimum', ({series, report}) => riseSince(series, report), formatPercent),
  number('accuracy at minimum', ({series, report}) => atMinimum(series, report, 'probe_accuracy'), formatPercent),
  number('best accuracy', ({series}) => findBest(series)?.accuracy, formatPercent),
  number('at step', ({series}) => findBest(series)?.step, formatStep),
];

function text(name: string, value: (entry: Entry) => string | null): Column {
  return {name, value, show: (entry) => value(entry) ?? '–'};
}

function number(name: string, read: (entry: Entry) => number | null | undefined, format: (value: number) => string): Column {
  const value = (entry: Entry) => read(entry) ?? null;
  return {name, value, show: (entry) => (isMissing(value(entry)) ? '–' : format(value(entry)!))};
}

function MinimaTable({focus, others, colors, dashes}: ViewProps) {
  const [sort, setSort] = useState<Sort>({place: -1, down: false});
  const entries = useMemo(() => [focus, ...others].flatMap((run) => listEntries(run)), [focus, others]);
  const sorted = useMemo(() => sortEntries(entries, sort), [entries, sort]);
  const file = `${nameRun(focus)} phase minima`;
  const table = () => ({
    columns: COLUMNS.map(({name}) => name),
    rows: sorted.map((entry) => COLUMNS.map(({value}) => value(entry))),
  });
  return (
    <div class="minima">
      <div class="scroll">
        <table>
          <SortHead sort={sort} setSort={setSort} />
          <tbody>
            {sorted.map((entry) => (
              <tr key={`${entry.run.summary.run} ${entry.series.key}`}>
                {COLUMNS.map(({name, show}, place) => (
                  <td key={name} class={place >= FIRST_NUMBER ? 'number' : ''}>
                    {place === 0 && <Stroke color={colors.get(entry.run.summary.run)} dash={dashes.get(entry.run.summary.run)} />}
                    {show(entry)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="row">
        <button onClick={() => save(toCsv(table()), file, 'csv', 'text/csv')}>CSV</button>
        <button onClick={() => save(toJson(table()), file, 'json', 'application/json')}>JSON</button>
        <span class="muted">
          The advised step is that of the last layer, where the record tells one. At its minimum a layer begins to forget
          its input; it is not the best checkpoint for every task.
        </span>
      </p>
    </div>
  );
}

function SortHead({sort, setSort}: {sort: Sort; setSort: (sort: Sort) => void}) {
  return (
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
  );
}

function listEntries(run: RunData): Entry[] {
  return run.rows.map((series) => ({run, series, report: findReport(run.reports, series.row)}));
}

/** Columns before this one are text. */
const FIRST_NUMBER = COLUMNS.findIndex(({name}) => name === 'minimum at step');

/** What was not measured comes last, whichever way is sorted. */
function sortEntries(entries: Entry[], {place, down}: Sort): Entry[] {
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
  const {quantity} = options;
  const found = useMemo(
    () =>
      focus.rows
        .map((series) => ({series, lines: subtract(series, others, colors, quantity, dashes)}))
        .filter(({lines}) => lines.length),
    [focus.rows, others, colors, dashes, quantity],
  );
  const names = new Set(found.flatMap(({lines}) => lines.map((line) => line.name)));
  const name = nameRun(focus);
  return (
    <>
      <h2 class="section">
        {quantity.label}: difference to {name}
      </h2>
      {!found.length && <p class="muted">None of the other runs has a layer of {name} by the same name and decoder.</p>}
      <RunKeys others={others.filter((run) => names.has(nameRun(run)))} colors={colors} dashes={dashes} />
      <div class="panels" aria-label="Differences">
        {found.map(({series, lines}) => (
          <LinesFigure
            key={series.key}
            title={nameRow(series, focus.rows)}
            subtitle={`${quantity.label}, run minus ${name}`}
            table={() => ({
              columns: ['run', 'step', `difference of ${quantity.label}`],
              rows: lines.flatMap((line) => line.steps.map((step, at) => [line.name, step, line.values[at]!])),
            })}
            lines={lines}
            label="difference"
            name={`${nameRow(series, focus.rows)}, difference of ${quantity.label}`}
            panel={series.key}
            quantity={quantity}
            options={options}
            level={0}
            cursor={cursor}
            actions={actions}
          />
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
  return others.flatMap((run) => {
    const theirs = run.rows.find(({key}) => key === series.key);
    if (!theirs) return [];
    const values = quantity.read(theirs);
    const common = theirs.steps.flatMap((step, at) => (base.has(step) ? [[step, values[at]! - base.get(step)!] as const] : []));
    return [
      {
        name: nameRun(run),
        color: colors.get(run.summary.run)!,
        dash: dashes?.get(run.summary.run),
        steps: common.map(([step]) => step),
        values: common.map(([, value]) => value),
      },
    ];
  });
}
