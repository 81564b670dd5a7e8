/** What each layer forgot between two steps: a difference picture a layer. */
import {useMemo} from 'preact/hooks';
import {DifferenceChart} from '../charts/difference';
import type {DifferenceSection} from '../charts/difference';
import {useTheme} from '../host/host';
import type {Table} from '../host/table';
import {breakDown, compareParts, describeKind, resolveSteps} from '../model/breakdowns';
import {formatStep} from '../model/format';
import type {Selection} from '../model/selection';
import {findReport, labelRow, nameRow} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import {Select, listSteps, readNumber} from './choices';
import {Figure} from './figure';
import type {ViewProps} from './view_props';

export function Forgotten({focus, kinds, selection, select}: ViewProps & {kinds: string[]}) {
  const theme = useTheme();
  const pictures = useMemo(
    () => drawPictures(focus, kinds, selection),
    [focus, kinds.join('\n'), selection.unit, selection.from, selection.to, selection.step],
  );
  const {steps} = focus.rows[0]!;
  const held = selection.step;
  return (
    <>
      <h2 class="section">What was forgotten between two steps</h2>
      <div class="view-controls">
        <Select
          title="From"
          value={String(selection.from ?? '')}
          options={[['', 'reconstruction minimum'], ...listSteps(steps, selection.from)]}
          choose={(from) => select({from: readNumber(from)})}
        />
        <Select
          title="To"
          value={String(selection.to ?? '')}
          options={[['', held === null ? 'last step' : `held step ${formatStep(held)}`], ...listSteps(steps, selection.to)]}
          choose={(to) => select({to: readNumber(to)})}
        />
        <DotLegend />
      </div>
      <div class="panels" role="group" aria-label="What was forgotten">
        {pictures.map(({series, sections, steps: compared, told}) => (
          <Figure
            key={series.key}
            title={nameRow(series, focus.rows)}
            short={labelRow(series, focus.rows)}
            subtitle={`step ${formatStep(compared[0])} to ${formatStep(compared[1])}`}
            note={told ?? explain(compared, selection.from)}
            table={() => tabulate(sections, compared)}
            legend={LEGEND}
          >
            <DifferenceChart name={nameRow(series, focus.rows)} sections={sections} steps={compared} theme={theme} />
          </Figure>
        ))}
      </div>
    </>
  );
}

const LEGEND = [
  {color: 'var(--lost)', text: 'forgotten: kept less at the second step'},
  {color: 'var(--gained)', text: 'learned'},
];

/** Why a picture shows no change. */
function explain([first, second]: [number, number], chosen: number | null): string | undefined {
  if (first !== second || chosen !== null) return undefined;
  return `The reconstruction minimum so far is step ${formatStep(second)} itself: nothing was forgotten since.`;
}

interface Picture {
  series: RowSeries;
  sections: DifferenceSection[];
  steps: [number, number];
  told: string | null | undefined;
}

function drawPictures({rows, reports}: RunData, kinds: string[], selection: Selection): Picture[] {
  const pictures = rows.flatMap((series): Picture[] => {
    const report = findReport(reports, series.row);
    const steps = resolveSteps(series, report, selection);
    if (!steps) return [];
    const sections = kinds.flatMap((kind): DifferenceSection[] => {
      const breakdown = breakDown(series, kind, selection.unit);
      if (!breakdown) return [];
      return [{title: `by ${describeKind(kind).name}`, unit: breakdown.unit, changes: compareParts(breakdown, series, steps), most: 0}];
    });
    return sections.length ? [{series, sections, steps, told: report?.forgotten}] : [];
  });
  const all = pictures.flatMap(({sections}) => sections);
  return pictures.map((picture) => ({
    ...picture,
    sections: picture.sections.map((section) => ({...section, most: largest(all.filter(({title}) => title === section.title))})),
  }));
}

function largest(sections: DifferenceSection[]): number {
  const changes = sections.flatMap((section) => section.changes.map(({change}) => Math.abs(change)));
  return Math.max(0, ...changes.filter(Number.isFinite)) || 1;
}

function tabulate(sections: DifferenceSection[], [first, second]: [number, number]): Table {
  const columns = ['parts', 'part', 'unit', `step ${first}`, `step ${second}`, 'change'];
  const rows = sections.flatMap(({title, unit, changes}) =>
    changes.map(({name, from, to, change}) => [title, name, unit === 'loss' ? 'loss' : 'explained variance', from, to, change]),
  );
  return {columns, rows};
}

function DotLegend() {
  return (
    <ul class="ways" aria-label="Legend">
      {(['lost', 'gained'] as const).map((kind) => (
        <li key={kind}>
          <svg width={40} height={12} class={`dumbbell ${kind}`} aria-hidden="true">
            <line class="way-between" x1={6} x2={34} y1={6} y2={6} />
            <circle class="before" cx={kind === 'lost' ? 34 : 6} cy={6} r={4} />
            <circle class="after" cx={kind === 'lost' ? 6 : 34} cy={6} r={4.5} />
          </svg>
          {kind === 'lost' ? 'forgotten' : 'learned'}
        </li>
      ))}
    </ul>
  );
}
