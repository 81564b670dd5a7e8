/** What the numbers of a run lack or carry with them, said once. */
import {describeFlag} from '../model/flags';
import {commonFlags, findBest, findReport, nameRow} from '../model/series';
import type {RowSeries} from '../model/series';
import type {RowReport, RunSummary} from '../source/data';

export function Notes({rows, reports}: {rows: RowSeries[]; reports: RowReport[]}) {
  const notes = [
    ...(rows.some(findBest) ? [] : [missingAccuracy(rows)]),
    ...groupByFlag(rows).map(([flag, layers]) =>
      layers.length === rows.length ? `Whole run: ${describeFlag(flag)}.` : `${layers.join(', ')}: ${describeFlag(flag)}.`,
    ),
    ...rows.flatMap((series) => {
      const error = findReport(reports, series.row)?.error;
      return error ? [`${nameRow(series, rows)}: phases not found. ${error}`] : [];
    }),
  ];
  if (!notes.length) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function missingAccuracy(rows: RowSeries[]): string {
  const isUnlabelled = rows.some(({flags}) => flags().some((each) => each.includes('no_labels')));
  return isUnlabelled
    ? 'No labels reached the probe, so there is no probe accuracy to draw.'
    : 'No probe accuracy was measured, so there is none to draw.';
}

/** Flags that all records of a row carry, with the rows' layers. */
function groupByFlag(rows: RowSeries[]): [string, string[]][] {
  const layers = new Map<string, string[]>();
  for (const series of rows) {
    for (const flag of commonFlags(series)) layers.set(flag, [...(layers.get(flag) ?? []), nameRow(series, rows)]);
  }
  // Said already, in better words.
  layers.delete('no_labels');
  return [...layers];
}

/** The settings that the run was measured with, as its writer recorded them. */
export function Settings({summary}: {summary: RunSummary}) {
  // What the columns mean stands beside their numbers.
  const settings = Object.entries(summary.layout?.run ?? {}).filter(([name]) => name !== 'columns');
  if (!settings.length) return null;
  return (
    <details class="settings">
      <summary>Measured with</summary>
      <dl>
        {settings.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
