/** The phase portrait of every run that is drawn. */
import {useMemo} from 'preact/hooks';
import {PortraitChart} from '../charts/portrait';
import {formatRun} from '../model/format';
import {useTheme} from '../host/host';
import {depthColor} from '../draw/palette';
import {listAxes, listPlanes} from '../model/planes';
import {findQuantity} from '../model/quantities';
import type {Quantity} from '../model/quantities';
import {nameRow} from '../model/series';
import type {RunData} from './store';
import type {Table} from '../host/table';
import {Choice} from './controls';
import {Figure} from './figure';
import type {ViewProps} from './view_props';

export function Portraits({focus, others, quantities, selection, select, cursor, actions}: ViewProps) {
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
  const runs = [focus, ...others];
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
        {(['Across', 'Up'] as const).map((name, place) => (
          <label key={name}>
            <span class="control-name">{name}</span>
            <select
              name={`axis-${place}`}
              value={axes[place]!.key}
              onChange={(event) => {
                const changed: [string, string] = [axes[0].key, axes[1].key];
                changed[place] = event.currentTarget.value;
                select({portrait: changed});
              }}
            >
              {choices.map(({key, label}) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
        <WayLegend />
      </div>
      {unknown && <p class="problem">Nothing was measured of '{unknown}': the reconstruction loss stands in its place.</p>}
      {plane && EXPLANATIONS[plane.key] && <p class="explanation">{EXPLANATIONS[plane.key]}</p>}
      <div class={runs.length > 1 ? 'panels portraits' : 'panels single'}>
        {runs.map((run) => (
          <Figure
            key={run.summary.run}
            title={formatRun(run.summary.run)}
            subtitle={`${axes[1].label} against ${axes[0].label}`}
            table={() => tabulate(run, axes)}
            legend={run.rows.map((series, index) => ({
              color: depthColor(index, run.rows.length, theme),
              text: nameRow(series, run.rows),
            }))}
            wide={runs.length === 1}
          >
            <PortraitChart
              name={formatRun(run.summary.run)}
              run={run.summary.run}
              rows={run.rows}
              reports={run.reports}
              axes={axes}
              theme={theme}
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

/** What a reader has to know of a plane. */
const EXPLANATIONS: Record<string, string | undefined> = {
  information:
    'What a layer knows of its input (across) against what it knows of the label (up), both on held-out rows: up is fitting, to the left is forgetting.',
  binned:
    'Binned mutual information of a deterministic network is a property of its bins (Goldfeld et al., 2018): read it beside the information plane, not instead of it.',
};

function WayLegend() {
  return (
    <ul class="ways" aria-label="Legend">
      {(['constant', 'decrease', 'increase'] as const).map((kind) => (
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
