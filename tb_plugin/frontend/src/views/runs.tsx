/** The runs at the side: which are drawn, by hand or by a regular expression, in which colour, one alone, some for good. */
import {useState} from 'preact/hooks';
import {lightRun} from '../draw/lighting';
import {Stroke} from '../draw/line_marks';
import {formatRun} from '../model/format';
import {groupName} from '../model/groups';
import {isFound, readExpression} from '../model/selection';
import type {Beside, Selection} from '../model/selection';
import type {RunSummary} from '../source/data';
import {describeRun} from './controls';
import type {Looks} from './looks';

interface RunsProps {
  runs: RunSummary[];
  focus: string;
  numDrawn: number;
  /** Those chosen beside the one in focus, by hand or because they are the newest. */
  others: string[];
  looks: Looks;
  /** Names of runs without a layer of that in focus. */
  strangers: string[];
  selection: Selection;
  select: (change: Partial<Selection>) => void;
}

/** Below this width the list lies above the charts, closed. */
const LEAST_WIDTH = 900;

export function Runs(props: RunsProps) {
  const {runs, focus, others, numDrawn, selection, select} = props;
  const {filter, pins} = selection;
  const [isOpen] = useState(() => innerWidth >= LEAST_WIDTH);
  const found = runs.filter(({run}) => isFound(run, filter));
  const rest = runs.filter((summary) => !pins.includes(summary.run) && (summary.run === focus || found.includes(summary)));
  const shown = [...runs.filter(({run}) => pins.includes(run)), ...rest];
  const names = found.map(({run}) => run);
  return (
    <aside class="runs" aria-label="Runs">
      <details open={isOpen}>
        <summary>
          Runs <span class="muted">{numDrawn} of {runs.length} drawn</span>
        </summary>
        <input
          type="search"
          placeholder="regular expression"
          aria-label="Find runs by a regular expression"
          value={filter}
          onInput={(event) => select({filter: event.currentTarget.value})}
        />
        {!readExpression(filter) && <p class="note">No regular expression yet: all runs are shown.</p>}
        <div class="row">
          <button onClick={() => select({others: [...new Set([...others, ...names])]})}>all</button>
          <button onClick={() => select({others: others.filter((run) => !names.includes(run))})}>none</button>
        </div>
        <ul>
          {shown.map((summary) => (
            <Run key={summary.run} {...props} summary={summary} isShown={[focus, ...others, ...pins].includes(summary.run)} />
          ))}
        </ul>
        {!found.length && <p class="note">No run matches.</p>}
      </details>
    </aside>
  );
}

function Run({summary, isShown, focus, others, looks: {colors, dashes}, strangers, selection, select}: RunsProps & {summary: RunSummary; isShown: boolean}) {
  const {run} = summary;
  const {pins, grouped} = selection;
  const [name, isFocus, isPinned] = [formatRun(run), run === focus, pins.includes(run)];
  const isAlone = isFocus && selection.others?.length === 0;
  const [before, setBefore] = useState<Beside['others']>(null);
  const toggle = () => select({others: isShown ? others.filter((one) => one !== run) : [...others, run]});
  const drawAlone = () => {
    if (!isAlone) setBefore(selection.others);
    select(isAlone ? {others: before} : {run, others: []});
  };
  return (
    <li
      class={isFocus ? 'in-focus' : undefined}
      data-run={grouped ? groupName(run) : run}
      onPointerEnter={() => lightRun(grouped ? groupName(run) : run)}
      onPointerLeave={() => lightRun(null)}
    >
      <input type="checkbox" aria-label={name} checked={isShown} disabled={isFocus || isPinned} onChange={toggle} />
      <Stroke color={colors.get(run)} dash={dashes.get(run)} />
      <button class="name" title={describeRun(summary)} aria-current={isFocus || undefined} onClick={() => select({run})}>
        {name}
        {strangers.includes(run) && <span class="muted"> another network</span>}
      </button>
      <button class="tool" aria-label={`Draw ${name} alone`} aria-pressed={isAlone} onClick={drawAlone}>
        solo
      </button>
      <button
        class="tool"
        aria-label={`Pin ${name}`}
        aria-pressed={isPinned}
        onClick={() => select({pins: isPinned ? pins.filter((one) => one !== run) : [...pins, run]})}
      >
        pin
      </button>
    </li>
  );
}
