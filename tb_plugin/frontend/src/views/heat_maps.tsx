/** The heat map of every run that is drawn. */
import {useMemo, useState} from 'preact/hooks';
import {HeatMapChart} from '../charts/heat_map';
import {sharedDomain} from '../draw/layout';
import type {Table} from '../host/table';
import type {Quantity} from '../model/quantities';
import type {RunData} from '../model/series';
import {Choice} from './choices';
import {RunGrid} from './run_grid';
import type {ViewProps} from './view_props';

const SCALES = {shared: 'one scale for all layers', each: 'each layer by itself'};

export function HeatMaps(props: ViewProps) {
  const {quantity, stepAxis, steps} = props.options;
  const {focus, others} = props;
  const [colors, setColors] = useState<keyof typeof SCALES>('shared');
  const shared = useMemo(() => sharedDomain(quantity, [focus, ...others].flatMap(({rows}) => rows)), [quantity, focus, others]);
  return (
    <section>
      <div class="view-controls">
        <Choice name="Colours" value={colors} options={SCALES} choose={setColors} />
      </div>
      <RunGrid
        {...props}
        subtitle={quantity.unit}
        tabulate={(run) => tabulate(run, quantity)}
        draw={(chart) => <HeatMapChart {...chart} quantity={quantity} domain={colors === 'shared' ? shared : null} stepAxis={stepAxis} steps={steps} />}
      />
    </section>
  );
}

/** A row for each layer, a column for each step. */
function tabulate({rows}: RunData, quantity: Quantity): Table {
  const steps = rows[0]?.steps ?? [];
  const cells = rows.map((series) => [series.row.layer, series.row.decoder, ...quantity.read(series)]);
  return {columns: ['layer', 'decoder', ...steps.map((step) => `step ${step}`)], rows: cells};
}
