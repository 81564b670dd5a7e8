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
import {closeByEscape, closeWhenLeft} from './menu';

export interface ControlsProps {
  runs: RunSummary[];
  focus: string;
  layers: string[];
  quantities: Quantity[];
  selection: Selection;
  select: (change: Partial<Selection>) => void;
}

/** The views that these controls change anything in. */
const HAS_QUANTITY: View[] = ['curves', 'map', 'compare'];
const HAS_STEP_AXIS: View[] = [...HAS_QUANTITY, 'breakdowns'];

export function Controls({runs, focus, layers, quantities, selection, select}: ControlsProps) {
  const drawn = findQuantity(quantities, resolveMetric(selection));
  const choices = quantities.includes(drawn) ? quantities : [drawn, ...quantities];
  const hasSeeds = new Set(runs.map(({run}) => groupName(run))).size < runs.length;
  return (
    <header class="controls">
      <Select title="Run" kind="run" value={focus} options={runs.map((run) => [run.run, describeRun(run)])} choose={(run) => select({run})} />
      {layers.length > 1 && (
        <Checklist
          name="Layers"
          items={layers}
          chosen={resolveLayers(layers, selection.layers) ?? layers}
          choose={(chosen) => select({layers: chosen.length === layers.length ? null : chosen})}
        />
      )}
      {quantities.length > 0 && HAS_QUANTITY.includes(selection.view) && (
        <Select
          title="Quantity"
          value={drawn.key}
          options={choices.map(({key, label}) => [key, label])}
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

interface ChecklistProps {
  name: string;
  items: string[];
  chosen: string[];
  choose: (chosen: string[]) => void;
}

/** Where a list is longer than this, it can be searched. */
const NUM_WITHOUT_FILTER = 10;

function Checklist({name, items, chosen: named, choose}: ChecklistProps) {
  const [filter, setFilter] = useState('');
  // A link can name what is not there.
  const chosen = items.filter((item) => named.includes(item));
  const shown = items.filter((item) => item.toLowerCase().includes(filter.toLowerCase()));
  const toggle = (item: string) => choose(items.filter((one) => (one === item) !== chosen.includes(one)));
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
          <button onClick={() => choose([...new Set([...chosen, ...shown])])}>all</button>
          <button onClick={() => choose(chosen.filter((item) => !shown.includes(item)))}>none</button>
        </div>
        <ul>
          {shown.map((item) => (
            <li key={item}>
              <label>
                <input type="checkbox" checked={chosen.includes(item)} onChange={() => toggle(item)} />
                {item}
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

export function describeRun({run, num_steps, last_step, error}: RunSummary): string {
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
