/** A figure for every run that is drawn. */
import type {ComponentChildren} from 'preact';
import type {RunChartProps} from '../draw/pointing';
import type {Caption} from '../host/export';
import type {Table} from '../host/table';
import {nameRun} from '../model/series';
import type {RunData} from '../model/series';
import {Figure} from './figure';
import type {ViewProps} from './view_props';

interface RunGridProps extends Pick<ViewProps, 'focus' | 'others' | 'selection' | 'cursor' | 'actions'> {
  subtitle: string;
  tabulate: (run: RunData) => Table;
  legend?: (run: RunData) => Caption['legend'];
  draw: (chart: RunChartProps) => ComponentChildren;
}

export function RunGrid({focus, others, selection, cursor, actions, subtitle, tabulate, legend, draw}: RunGridProps) {
  const runs = [focus, ...others];
  return (
    <div class={runs.length > 1 ? 'panels portraits' : 'panels single'}>
      {runs.map((run) => {
        const {summary, rows, reports, advice} = run;
        const name = nameRun(run);
        return (
          <Figure key={summary.run} title={name} subtitle={subtitle} table={() => tabulate(run)} legend={legend?.(run)} wide={runs.length === 1}>
            {draw({name, run: summary.run, rows, reports, advice, held: selection.step, cursor, actions})}
          </Figure>
        );
      })}
    </div>
  );
}
