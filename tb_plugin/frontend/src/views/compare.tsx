/** Runs against each other: a row for each, in which settings they differ, and their differences to the run in focus. */
import {useMemo, useState} from 'preact/hooks';
import {Stroke} from '../draw/line_marks';
import type {Line} from '../draw/line_marks';
import {save} from '../host/export';
import {toCsv, toJson} from '../host/table';
import type {Cell} from '../host/table';
import {atMinimum, keptStep, riseSince} from '../model/advice';
import {formatCount, formatPercent, formatStep, formatValue, shortenName} from '../model/format';
import type {Quantity} from '../model/quantities';
import {findBest, findReport, labelRow, lastMeasured, nameRow, nameRun} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import {findDifferences, readSetting} from '../model/settings';
import type {RowReport} from '../source/data';
import {LinesFigure} from './lines_figure';
import {lookOf} from './looks';
import type {Looks} from './looks';
import type {ViewProps} from './view_props';

export function Compare(props: ViewProps) {
  const {focus, others} = props;
  return (
    <section>
      <RunsTable {...props} />
      {others.length > 0 ? (
        <Differences {...props} />
      ) : (
        <p class="muted">
          No other run is drawn. Others below the same folder stand at the side: check one to see its differences to {nameRun(focus)}.
        </p>
      )}
      <EveryLayer {...props} />
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
  isNumber: boolean;
}

/** Which column is sorted, none at -1, and whether downwards. */
interface Sort {
  place: number;
  down: boolean;
}

/** A longer text loses letters in its middle, and is told whole where it is pointed at. */
const MOST_LETTERS = 32;

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

function text(name: string, value: (entry: Entry) => string | null, most = MOST_LETTERS): Column {
  return {name, value, show: (entry) => shortenName(value(entry) ?? '–', most), isNumber: false};
}

function number(name: string, read: (entry: Entry) => number | null | undefined, format: (value: number) => string): Column {
  const value = (entry: Entry) => read(entry) ?? null;
  return {name, value, show: (entry) => (isMissing(value(entry)) ? '–' : format(value(entry)!)), isNumber: true};
}

/** Columns of the table of every layer alone. */
const OF_LAYERS = ['decoder', 'from step', 'to step', 'accuracy at minimum'];

/** A row for each run, about its last layer, and the settings in which the runs differ. */
function RunsTable({focus, others, looks}: ViewProps) {
  const runs = useMemo(() => [focus, ...others], [focus, others]);
  const entries = useMemo(() => runs.flatMap((run) => listEntries(run).slice(-1)), [runs]);
  const columns = useMemo(() => {
    const names = findDifferences(runs.map(({summary}) => summary));
    const settings = names.map((name) => text(name, ({run}) => readSetting(run.summary, name), 16));
    const [first, ...rest] = COLUMNS.filter(({name}) => !OF_LAYERS.includes(name));
    return [first!, ...settings, ...rest];
  }, [runs]);
  return (
    <>
      <SortedTable {...{columns, entries, looks}} file={`${nameRun(focus)} and other runs`} />
      <p class="muted">
        Of each run the settings in which it differs from others, and its last layer. The advised step is told where the
        record tells one. At its minimum a layer begins to forget its input; it is not the best checkpoint for every task.
      </p>
    </>
  );
}

/** Drawn when it is asked for: fifty runs have a thousand layers. */
function EveryLayer({focus, others, looks}: ViewProps) {
  const [isOpen, setIsOpen] = useState(false);
  const entries = useMemo(() => [focus, ...others].flatMap(listEntries), [focus, others]);
  return (
    <details class="every-layer" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>Every layer of every run ({formatCount(entries.length, 'row')})</summary>
      {isOpen && <SortedTable columns={COLUMNS} entries={entries} looks={looks} file={`${nameRun(focus)} phase minima`} />}
    </details>
  );
}

interface SortedTableProps extends Pick<ViewProps, 'looks'> {
  columns: Column[];
  entries: Entry[];
  file: string;
}

function SortedTable({columns, entries, looks: {colors, dashes}, file}: SortedTableProps) {
  const [sort, setSort] = useState<Sort>({place: -1, down: false});
  const sorted = useMemo(() => sortEntries(entries, columns[sort.place], sort.down), [entries, columns, sort]);
  const table = () => ({
    columns: columns.map(({name}) => name),
    rows: sorted.map((entry) => columns.map(({value}) => value(entry))),
  });
  return (
    <div class="minima">
      <div class="scroll" tabIndex={0} role="region" aria-label={file}>
        <table>
          <SortHead columns={columns} sort={sort} setSort={setSort} />
          <tbody>
            {sorted.map((entry) => (
              <tr key={`${entry.run.summary.run} ${entry.series.key}`} data-run={entry.run.summary.run}>
                {columns.map(({name, isNumber, value, show}, place) => (
                  <td key={name} class={isNumber ? 'number' : ''} title={isNumber ? undefined : String(value(entry) ?? '')}>
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
      </p>
    </div>
  );
}

function SortHead({columns, sort, setSort}: {columns: Column[]; sort: Sort; setSort: (sort: Sort) => void}) {
  return (
    <thead>
      <tr>
        {columns.map(({name, isNumber}, place) => (
          <th
            key={name}
            scope="col"
            class={isNumber ? 'number' : ''}
            aria-sort={sort.place === place ? (sort.down ? 'descending' : 'ascending') : 'none'}
          >
            <button onClick={() => setSort({place, down: sort.place === place && !sort.down})}>
              {name.replaceAll('_', ' ')} {sort.place === place && (sort.down ? '↓' : '↑')}
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

/** What was not measured comes last, whichever way is sorted. */
function sortEntries(entries: Entry[], column: Column | undefined, down: boolean): Entry[] {
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

function Differences({focus, others, looks, options, cursor, actions}: ViewProps) {
  const {quantity} = options;
  const found = useMemo(
    () =>
      focus.rows
        .map((series) => ({series, lines: subtract(series, others, looks, quantity)}))
        .filter(({lines}) => lines.length),
    [focus.rows, others, looks, quantity],
  );
  const name = nameRun(focus);
  return (
    <>
      <h2 class="section">
        {quantity.label}: difference to {name}
      </h2>
      {!found.length && <p class="muted">None of the other runs has a layer of {name} by the same name and decoder.</p>}
      <div class="panels" aria-label="Differences">
        {found.map(({series, lines}) => (
          <LinesFigure
            key={series.key}
            title={nameRow(series, focus.rows)}
            short={labelRow(series, focus.rows)}
            subtitle={`minus ${name}`}
            table={() => ({
              columns: ['run', 'step', `difference of ${quantity.label}`],
              rows: lines.flatMap((line) => line.steps.map((step, at) => [line.name, step, line.values[at]!])),
            })}
            lines={lines}
            label={`difference of ${quantity.label}`}
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
export function subtract(series: RowSeries, others: RunData[], looks: Looks, quantity: Quantity): Line[] {
  const base = new Map(series.steps.map((step, at) => [step, quantity.read(series)[at]!]));
  return others.flatMap((run) => {
    const theirs = run.rows.find(({key}) => key === series.key);
    if (!theirs) return [];
    const values = quantity.read(theirs);
    const common = theirs.steps.flatMap((step, at) => (base.has(step) ? [[step, values[at]! - base.get(step)!] as const] : []));
    return [{...lookOf(run, looks), steps: common.map(([step]) => step), values: common.map(([, value]) => value)}];
  });
}
