/** Small multiples: a panel for each layer and decoder of the run in focus, the others' curves beside its own. */
import {useMemo} from 'preact/hooks';
import {PanelChart} from '../charts/panel';
import type {Companion} from '../draw/layout';
import type {Line} from '../draw/line_marks';
import type {Table} from '../host/table';
import {keptStep} from '../model/advice';
import {formatStep} from '../model/format';
import {drawnQuantity} from '../model/quantities';
import {findReport, labelRow, nameRun} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import {Figure} from './figure';
import {LinesFigure} from './lines_figure';
import {lookOf} from './looks';
import type {Looks} from './looks';
import {RowNotes} from './notes';
import {PhaseNow} from './phase_now';
import type {ViewProps} from './view_props';

export function Panels({focus, others, looks, options, selection, cursor, actions}: ViewProps) {
  const companions = useMemo(
    () => new Map(focus.rows.map(({key}) => [key, findCompanions(key, others, looks)])),
    [focus.rows, others, looks],
  );
  const hasAccuracy = options.accuracyDomain && options.quantity.key !== 'accuracy';
  return (
    <section class="panels" aria-label="Layers">
      {lastFirst(focus.rows).map((series) => {
        const report = findReport(focus.reports, series.row);
        const beside = companions.get(series.key)!;
        return (
          <Figure
            key={series.key}
            title={series.row.layer}
            short={labelRow(series, focus.rows)}
            isMain={series === focus.rows.at(-1)}
            subtitle={`width ${formatStep(series.row.num_features)} · ${series.row.decoder} decoder`}
            panel={series.key}
            aside={
              <>
                <PhaseNow report={report} isExplained={series === focus.rows.at(-1)} />
                <RowNotes series={series} rows={focus.rows} report={report} />
              </>
            }
            table={() => tabulate(series)}
            legend={[
              {color: looks.colors.get(focus.summary.run)!, text: `${options.quantity.label}, ${nameRun(focus)}`},
              ...(hasAccuracy ? [{color: 'var(--accuracy)', text: 'probe accuracy'}] : []),
              ...beside.filter(({isMuted}) => !isMuted).map(({name, color, dash}) => ({color, dash, text: name})),
              ...(beside.some(({isMuted}) => isMuted) ? [{color: 'var(--muted)', text: 'other runs'}] : []),
            ]}
          >
            <PanelChart
              series={series}
              report={report}
              kept={keptStep(focus, series)}
              companions={beside}
              options={options}
              held={selection.step}
              cursor={cursor}
              actions={actions}
            />
          </Figure>
        );
      })}
      <ModelPanel {...{focus, others, looks, options, cursor, actions}} />
    </section>
  );
}

const MODEL = [
  {column: 'model_accuracy', quantity: drawnQuantity('accuracy', true)},
  {column: 'model_loss', quantity: drawnQuantity('loss', false)},
];

/** The model's own accuracy, else its loss: once, because it is the same in all layers and would set the scale of their probes. */
function ModelPanel({focus, others, looks, options, cursor, actions}: Pick<ViewProps, 'focus' | 'others' | 'looks' | 'options' | 'cursor' | 'actions'>) {
  const lines = useMemo(
    () => MODEL.map(({column}) => [...others, focus].flatMap((run) => drawModel(run, column, looks))),
    [focus, others, looks],
  );
  const at = lines.findIndex(({length}) => length);
  if (at < 0) return null;
  const {quantity} = MODEL[at]!;
  return (
    <LinesFigure
      title="The model itself"
      subtitle="on held-out rows"
      lines={lines[at]!}
      label={quantity.label}
      name="The model itself"
      panel={focus.rows[0]!.key}
      quantity={quantity}
      {...{options, cursor, actions}}
    />
  );
}

/** The model's column of a run as a line; none where it was not measured. */
function drawModel(data: RunData, column: string, looks: Looks): Line[] {
  const [series] = data.rows;
  const values = series?.column(column) ?? [];
  return series && values.some(Number.isFinite) ? [{...lookOf(data, looks), steps: series.steps, values}] : [];
}

/** The last layer, which is the one that is asked about, before the others in the network's order. */
function lastFirst(rows: RowSeries[]): RowSeries[] {
  return [...rows.slice(-1), ...rows.slice(0, -1)];
}

function findCompanions(key: string, others: RunData[], looks: Looks): Companion[] {
  return others.flatMap((other) => {
    const series = other.rows.find((row) => row.key === key);
    return series ? [{...lookOf(other, looks), series}] : [];
  });
}

/** What a table begins with. */
const FIRST = ['epoch', 'reconstruction_loss', 'reconstruction_stderr', 'explained_variance', 'probe_accuracy', 'model_accuracy'];

/** Everything measured of a row, what is asked for most first, without the losses of the held-out groups. */
export function tabulate(series: RowSeries): Table {
  const known = series.metricNames.filter((name) => !name.includes('_group_') && name !== 'flags');
  const names = [...FIRST.filter((name) => known.includes(name)), ...known.filter((name) => !FIRST.includes(name))];
  const columns = names.map((name) => series.column(name));
  const rows = series.flags().map((flags, at) => [series.steps[at]!, ...columns.map((column) => column[at]!), flags.join(' ')]);
  return {columns: ['step', ...names, 'flags'], rows};
}
