/** Which runs, layers and steps; which quantity, which axis, which view. */
import type {ComponentChildren} from 'preact';
import {useState} from 'preact/hooks';
import {isForBrowser} from '../draw/pointing';
import {formatCount, formatRun, formatStep} from '../model/format';
import {groupName} from '../model/groups';
import {findQuantity} from '../model/quantities';
import type {Quantity} from '../model/quantities';
import {VIEWS, resolveLayers, resolveMetric} from '../model/selection';
import type {Selection, View} from '../model/selection';
import type {RunSummary} from '../source/data';
import {Choice, Select} from './choices';
import {Stroke} from './legend';
import {closeByEscape, closeWhenLeft} from './menu';

export interface ControlsProps {
  runs: RunSummary[];
  focus: string;
  others: string[];
  /** Colour of each run that is drawn. */
  colors: Map<string, string>;
  /** Stroke patterns of those beside the one in focus. */
  dashes: Map<string, string>;
  layers: string[];
  quantities: Quantity[];
  selection: Selection;
  select: (change: Partial<Selection>) => void;
}

/** The views that these controls change anything in. */
const HAS_QUANTITY: View[] = ['curves', 'map', 'compare'];
const HAS_STEP_AXIS: View[] = [...HAS_QUANTITY, 'breakdowns'];

export function Controls(props: ControlsProps) {
  const {runs, focus, layers, quantities, selection, select} = props;
  const hasSeeds = new Set(runs.map(({run}) => groupName(run))).size < runs.length;
  return (
    <header class="controls">
      <Select title="Run" kind="run" value={focus} options={runs.map((run) => [run.run, describeRun(run)])} choose={(run) => select({run})} />
      {runs.length > 1 && <OtherRuns {...props} />}
      {layers.length > 1 && (
        <Checklist
          name="Layers"
          items={layers.map((layer) => ({value: layer, label: layer}))}
          chosen={resolveLayers(layers, selection.layers) ?? layers}
          choose={(chosen) => select({layers: chosen.length === layers.length ? null : chosen})}
        />
      )}
      {HAS_QUANTITY.includes(selection.view) && (
        <Select
          title="Quantity"
          value={findQuantity(quantities, resolveMetric(selection)).key}
          options={quantities.map(({key, label}) => [key, label])}
          choose={(metric) => select({metric})}
        />
      )}
      {HAS_STEP_AXIS.includes(selection.view) && (
        <Choice
          name="Step axis"
          value={selection.stepAxis}
          options={{log: 'log(1 + step)', linear: 'linear'}}
          choose={(stepAxis) => select({stepAxis})}
        />
      )}
      {hasSeeds && (
        <label class="switch">
          <input type="checkbox" checked={selection.grouped} onChange={() => select({grouped: !selection.grouped})} />
          Mean over seeds
        </label>
      )}
    </header>
  );
}

/** What is zoomed or held, with the way out of it: where it comes and goes without moving the page. */
export function Chips({selection, select}: Pick<ControlsProps, 'selection' | 'select'>) {
  return (
    <>
      {selection.zoom && (
        <button class="chip" onClick={() => select({zoom: null})}>
          steps {selection.zoom.map(formatStep).join('–')} ✕
        </button>
      )}
      {selection.step !== null && (
        <button class="chip" onClick={() => select({step: null})}>
          held at step {formatStep(selection.step)} ✕
        </button>
      )}
    </>
  );
}

function OtherRuns({runs, focus, others, colors, dashes, select}: ControlsProps) {
  const items = runs
    .filter(({run}) => run !== focus)
    .map(({run}) => ({value: run, label: formatRun(run), color: colors.get(run), dash: dashes.get(run)}));
  return <Checklist name="Compare with" items={items} chosen={others} choose={(chosen) => select({others: chosen})} />;
}

interface ChecklistProps {
  name: string;
  items: {value: string; label: string; color?: string; dash?: string}[];
  chosen: string[];
  choose: (chosen: string[]) => void;
}

/** Where a list is longer than this, it can be searched. */
const NUM_WITHOUT_FILTER = 10;

function Checklist({name, items, chosen: named, choose}: ChecklistProps) {
  const [filter, setFilter] = useState('');
  // A link can name what is not there.
  const chosen = items.map(({value}) => value).filter((value) => named.includes(value));
  const shown = items.filter(({label}) => label.toLowerCase().includes(filter.toLowerCase()));
  const toggle = (value: string) =>
    choose(items.map((item) => item.value).filter((one) => (one === value) !== chosen.includes(one)));
  const values = shown.map(({value}) => value);
  return (
    <div>
      <span class="control-name">{name}</span>
      <Dropdown label={`${chosen.length} of ${items.length}`} name={name}>
        {items.length > NUM_WITHOUT_FILTER && (
          <input
            type="search"
            placeholder="filter"
            aria-label={`Filter ${name}`}
            value={filter}
            onInput={(event) => setFilter(event.currentTarget.value)}
          />
        )}
        <div class="row">
          <button onClick={() => choose([...new Set([...chosen, ...values])])}>all</button>
          <button onClick={() => choose(chosen.filter((value) => !values.includes(value)))}>none</button>
        </div>
        <ul>
          {shown.map(({value, label, color, dash}) => (
            <li key={value}>
              <label>
                <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
                {color && <Stroke color={color} dash={dash} />}
                {label}
              </label>
            </li>
          ))}
        </ul>
      </Dropdown>
    </div>
  );
}

function Dropdown({label, name, children}: {label: string; name: string; children: ComponentChildren}) {
  return (
    <details class="dropdown" onFocusOut={closeWhenLeft} onKeyDown={closeByEscape}>
      <summary aria-label={`${name}: ${label}`}>{label} ▾</summary>
      {/* Focusable, so that a click beside an entry does not count as leaving. */}
      <div tabIndex={-1}>{children}</div>
    </details>
  );
}

function describeRun({run, num_steps, last_step, error}: RunSummary): string {
  const steps = last_step === null ? 'no probe step' : `${formatCount(num_steps, 'probe step')} to step ${formatStep(last_step)}`;
  return `${formatRun(run)} · ${error ? 'damaged, ' : ''}${steps}`;
}

const VIEW_NAMES: Record<View, string> = {
  curves: 'Curves',
  portrait: 'Phase portrait',
  map: 'Heat map',
  images: 'Reconstructions',
  compare: 'Compare',
  breakdowns: 'Breakdowns',
};

/** The views as tabs; arrow keys go from one to the next. */
export function ViewTabs({view, choose}: {view: View; choose: (view: View) => void}) {
  const press = (event: KeyboardEvent & {currentTarget: HTMLElement}) => {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (!by || isForBrowser(event)) return;
    event.preventDefault();
    const next = VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length]!;
    choose(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-view="${next}"]`)!.focus();
  };
  return (
    <nav class="views" role="tablist" aria-label="Views" onKeyDown={press}>
      {VIEWS.map((name) => (
        <button
          key={name}
          role="tab"
          id={`tab-${name}`}
          aria-controls="view"
          data-view={name}
          aria-selected={name === view}
          tabIndex={name === view ? 0 : -1}
          onClick={() => choose(name)}
        >
          {VIEW_NAMES[name]}
        </button>
      ))}
    </nav>
  );
}
