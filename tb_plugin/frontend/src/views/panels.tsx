/** Small multiples: a panel for each layer and decoder. */
import type {PanelOptions} from '../charts/layout';
import {PanelChart} from '../charts/panel';
import type {Cursor} from '../cursor';
import type {RowReport} from '../data';
import {formatCount} from '../format';
import {findReport} from '../series';
import type {RowSeries} from '../series';
import {PhaseNow} from './phase_now';

interface PanelsProps {
  rows: RowSeries[];
  reports: RowReport[];
  options: PanelOptions;
  cursor: Cursor;
}

export function Panels({rows, reports, options, cursor}: PanelsProps) {
  return (
    <section class="panels" aria-label="Layers">
      {rows.map((series) => {
        const report = findReport(reports, series.row);
        return (
          <article key={series.key} class="panel" data-panel={series.key}>
            <header>
              <h2>{series.row.layer}</h2>
              <span class="muted">
                {series.row.decoder} · {formatCount(series.row.num_features, 'feature')}
              </span>
              <PhaseNow report={report} />
            </header>
            <PanelChart series={series} report={report} options={options} cursor={cursor} />
          </article>
        );
      })}
    </section>
  );
}
