/** The heat map of every run that is drawn. */
import {useState} from 'preact/hooks';
import {HeatMapChart} from '../charts/heat_map';
import type {ColorScale} from '../charts/heat_map';
import {formatRun} from '../model/format';
import type {Quantity} from '../model/quantities';
import type {RunData} from './store';
import type {Table} from '../host/table';
import {Choice} from './controls';
import {Figure} from './figure';
import type {ViewProps} from './view_props';

export function HeatMaps({focus, others, options, selection, cursor, actions}: ViewProps) {
  const {quantity, stepAxis, steps} = options;
  const [colors, setColors] = useState<ColorScale>('each');
  const runs = [focus, ...others];
  return (
    <section>
      <div class="view-controls">
        <Choice
          name="Colours"
          value={colors}
          options={{each: 'each layer by itself', shared: 'one scale for all layers'}}
          choose={setColors}
        />
      </div>
      <div class={runs.length > 1 ? 'panels portraits' : 'panels single'}>
        {runs.map((run) => (
          <Figure
            key={run.summary.run}
            title={formatRun(run.summary.run)}
            subtitle={`${quantity.label} (${quantity.unit})`}
            table={() => tabulate(run, quantity)}
            wide={runs.length === 1}
          >
            <HeatMapChart
              name={formatRun(run.summary.run)}
              run={run.summary.run}
              rows={run.rows}
              reports={run.reports}
              quantity={quantity}
              colors={colors}
              stepAxis={stepAxis}
              steps={steps}
              held={selection.step}
              cursor={cursor}
              actions={actions}
            />
          </Figure>
        ))}
      </div>
    </section>
  );
}

/** A row for each layer, a column for each step. */
function tabulate({rows}: RunData, quantity: Quantity): Table {
  const steps = rows[0]?.steps ?? [];
  const cells = rows.map((series) => [series.row.layer, series.row.decoder, ...quantity.read(series)]);
  return {columns: ['layer', 'decoder', ...steps.map((step) => `step ${step}`)], rows: cells};
}
