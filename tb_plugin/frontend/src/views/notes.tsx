/** What the numbers of a run lack or come with, said once where it belongs; and the settings that they were measured with. */
import {explainFlag} from '../model/flags';
import {formatCount} from '../model/format';
import {commonFlags, findBest} from '../model/series';
import type {RowSeries} from '../model/series';
import type {RowReport, RunSummary} from '../source/data';
import {closeByEscape, closeWhenLeft} from './menu';

/** What holds of all layers. */
export function RunNotes({rows}: {rows: RowSeries[]}) {
  const notes = [...(rows.some(findBest) ? [] : [missingAccuracy(rows)]), ...sharedFlags(rows).map(explainFlag)];
  return <Badge of="this run" notes={notes} />;
}

/** What holds of one layer alone. */
export function RowNotes({series, rows, report}: {series: RowSeries; rows: RowSeries[]; report: RowReport | undefined}) {
  const shared = sharedFlags(rows);
  const own = commonFlags(series).filter((flag) => flag !== 'no_labels' && !shared.includes(flag));
  const notes = [...own.map(explainFlag), ...(report?.error ? [`Phases were not found. ${report.error}`] : [])];
  return <Badge of={series.row.layer} notes={notes} />;
}

function Badge({of, notes}: {of: string; notes: string[]}) {
  if (!notes.length) return null;
  return (
    <details class="menu badge" onFocusOut={closeWhenLeft} onKeyDown={closeByEscape}>
      <summary aria-label={`${formatCount(notes.length, 'note')} on ${of}`}>⚑ {notes.length}</summary>
      <ul class="notes" tabIndex={-1}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}

function missingAccuracy(rows: RowSeries[]): string {
  const isUnlabelled = rows.some(({flags}) => flags().some((each) => each.includes('no_labels')));
  return isUnlabelled
    ? 'No labels reached the probe, so there is no probe accuracy to draw.'
    : 'No probe accuracy was measured, so there is none to draw.';
}

/** Flags that all records of all rows have, but that of missing labels, which is said in better words. */
function sharedFlags(rows: RowSeries[]): string[] {
  const [first = [], ...rest] = rows.map(commonFlags);
  return first.filter((flag) => flag !== 'no_labels' && rest.every((other) => other.includes(flag)));
}

/** The settings that the run was measured with, as its writer recorded them. */
export function Settings({summary}: {summary: RunSummary}) {
  // What the columns mean stands beside their numbers.
  const settings = Object.entries(summary.layout?.run ?? {}).filter(([name]) => name !== 'columns');
  if (!settings.length) return null;
  return (
    <details class="settings">
      <summary>Settings</summary>
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
