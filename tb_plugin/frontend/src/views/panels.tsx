/** Small multiples: a panel for each layer and decoder of the run in focus, the others' curves beside its own. */
import {useMemo} from 'preact/hooks';
import {PanelChart} from '../charts/panel';
import type {Companion} from '../draw/layout';
import type {Table} from '../host/table';
import {keptStep} from '../model/advice';
import {formatStep} from '../model/format';
import {findReport, nameRun} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import {Figure} from './figure';
import {PhaseNow} from './phase_now';
import type {ViewProps} from './view_props';

export function Panels({focus, others, colors, dashes, options, selection, cursor, actions}: ViewProps) {
  const companions = useMemo(
    () => new Map(focus.rows.map(({key}) => [key, findCompanions(key, others, colors, dashes)])),
    [focus.rows, others, colors, dashes],
  );
  const hasAccuracy = options.accuracyDomain && options.quantity.key !== 'accuracy';
  return (
    <section class="panels" aria-label="Layers">
      {focus.rows.map((series) => {
        const report = findReport(focus.reports, series.row);
        const beside = companions.get(series.key)!;
        return (
          <Figure
            key={series.key}
            title={series.row.layer}
            subtitle={`width ${formatStep(series.row.num_features)} · ${series.row.decoder} decoder`}
            panel={series.key}
            aside={<PhaseNow report={report} />}
            table={() => tabulate(series)}
            legend={[
              {color: 'var(--loss)', text: `${options.quantity.label}, ${nameRun(focus)}`},
              ...(hasAccuracy ? [{color: 'var(--accuracy)', text: 'probe accuracy'}] : []),
              ...(hasAccuracy && series.column('model_accuracy').some(Number.isFinite)
                ? [{color: 'var(--accuracy)', dash: '2 3', text: 'accuracy of the model itself'}]
                : []),
              ...beside.map(({name, color, dash}) => ({color, dash, text: name})),
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
    </section>
  );
}

function findCompanions(key: string, others: RunData[], colors: Map<string, string>, dashes: Map<string, string>): Companion[] {
  return others.flatMap((other) => {
    const {run} = other.summary;
    const series = other.rows.find((row) => row.key === key);
    return series ? [{run, name: nameRun(other), color: colors.get(run)!, dash: dashes.get(run)!, series}] : [];
  });
}

/** Everything measured of a row, without the losses of the held-out groups. */
export function tabulate(series: RowSeries): Table {
  const names = series.metricNames.filter((name) => !name.includes('_group_') && name !== 'flags');
  const columns = names.map((name) => series.column(name));
  const rows = series.flags().map((flags, at) => [series.steps[at]!, ...columns.map((column) => column[at]!), flags.join(' ')]);
  return {columns: ['step', ...names, 'flags'], rows};
}
