/** The phase portrait of every run that is drawn. */
import {useMemo} from 'preact/hooks';
import {PortraitChart} from '../charts/portrait';
import {depthColor} from '../draw/palette';
import {useTheme} from '../host/host';
import type {Table} from '../host/table';
import {findQuantity, listAxes, listPlanes} from '../model/quantities';
import type {Quantity} from '../model/quantities';
import {nameRow} from '../model/series';
import type {RunData} from '../model/series';
import {Choice, Select} from './choices';
import {KeptKey} from './legend';
import {RunGrid} from './run_grid';
import type {ViewProps} from './view_props';

export function Portraits(props: ViewProps) {
  const {quantities, selection, select} = props;
  const theme = useTheme();
  const [first, second] = selection.portrait;
  const choices = useMemo(() => listAxes(quantities), [quantities]);
  const axes = useMemo(
    (): [Quantity, Quantity] => [findQuantity(choices, first), findQuantity(choices, second)],
    [choices, first, second],
  );
  const unknown = [first, second].find((name) => !choices.some(({key}) => key === name));
  const planes = listPlanes(choices);
  const plane = planes.find(({axes: [x, y]}) => x === first && y === second);
  return (
    <section>
      <div class="view-controls">
        {planes.length > 1 && (
          <Choice
            name="Plane"
            value={plane?.key ?? ''}
            options={Object.fromEntries(planes.map(({key, label}) => [key, label]))}
            choose={(chosen) => select({portrait: planes.find(({key}) => key === chosen)!.axes})}
          />
        )}
        {(['X axis', 'Y axis'] as const).map((name, place) => (
          <Select
            key={name}
            title={name}
            name={`axis-${place}`}
            value={axes[place]!.key}
            options={choices.map(({key, label}) => [key, label])}
            choose={(chosen) => select({portrait: axes.map(({key}, at) => (at === place ? chosen : key)) as [string, string]})}
          />
        ))}
        <WayLegend runs={[props.focus, ...props.others]} />
      </div>
      {unknown && <p class="problem">Nothing was measured of '{unknown}': the reconstruction loss stands in its place.</p>}
      {plane && EXPLANATIONS[plane.key] && <p class="explanation">{EXPLANATIONS[plane.key]}</p>}
      <RunGrid
        {...props}
        subtitle={`${axes[1].label} against ${axes[0].label}`}
        tabulate={(run) => tabulate(run, axes)}
        legend={({rows}) => rows.map((series, index) => ({color: depthColor(index, rows.length, theme), text: nameRow(series, rows)}))}
        draw={(chart) => <PortraitChart {...chart} axes={axes} theme={theme} />}
      />
    </section>
  );
}

/** What a reader has to know of a plane. */
const EXPLANATIONS: Record<string, string | undefined> = {
  information:
    'What a layer knows of its input (x axis) and of the label (y axis), both on held-out rows: up is fitting, to the left is forgetting.',
  binned:
    'Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it.',
};

function WayLegend({runs}: {runs: RunData[]}) {
  return (
    <ul class="ways" aria-label="Legend">
      {(['constant', 'decrease', 'rising', 'increase'] as const).map((kind) => (
        <li key={kind}>
          <svg width={34} height={12} class="trajectory" stroke="currentColor" aria-hidden="true">
            <path class={`way ${kind}`} d="M1,6H33" />
          </svg>
          {kind}
        </li>
      ))}
      <li>
        <svg width={12} height={12} class="trajectory" stroke="currentColor" aria-hidden="true">
          <circle class="start" cx={6} cy={6} r={3.5} />
        </svg>
        first step
      </li>
      <li>
        <svg width={14} height={14} class="trajectory" stroke="currentColor" aria-hidden="true">
          <circle class="lowest" cx={7} cy={7} r={5} />
        </svg>
        reconstruction minimum
      </li>
      <KeptKey runs={runs} />
    </ul>
  );
}

function tabulate({rows}: RunData, axes: [Quantity, Quantity]): Table {
  const cells = rows.flatMap((series) => {
    const [x, y] = axes.map((quantity) => quantity.read(series)) as [number[], number[]];
    return series.steps.map((step, at) => [series.row.layer, series.row.decoder, step, x[at]!, y[at]!]);
  });
  return {columns: ['layer', 'decoder', 'step', axes[0].label, axes[1].label], rows: cells};
}
