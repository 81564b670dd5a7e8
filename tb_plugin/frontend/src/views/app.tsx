/** The tab: it holds the selection and hands everything else down. */
import {useCallback, useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {Tooltip} from '../charts/tooltip';
import {Cursor} from '../draw/cursor';
import {accuracyDomain} from '../draw/layout';
import type {PanelOptions} from '../draw/layout';
import {dashRuns, runColor} from '../draw/palette';
import type {Actions} from '../draw/pointing';
import {onLinkChange, readLink, writeLink} from '../host/host';
import {connectToTensorBoard} from '../host/ipc';
import {formatRun} from '../model/format';
import {groupName, groupRuns} from '../model/groups';
import {findQuantity, listQuantities} from '../model/quantities';
import type {Quantity} from '../model/quantities';
import {readSelection, resolveLayers, resolveMetric, writeSelection} from '../model/selection';
import type {Selection, View} from '../model/selection';
import {nameRun} from '../model/series';
import type {RunData} from '../model/series';
import type {Source} from '../source/data';
import {Breakdowns} from './breakdowns';
import {Compare} from './compare';
import {Chips, Controls, ViewTabs} from './controls';
import {EmptyState} from './empty';
import {RunName} from './figure';
import {Headline} from './headline';
import {HeatMaps} from './heat_maps';
import {Images} from './images';
import {Legend, RunKeys} from './legend';
import {RunNotes, Settings} from './notes';
import {Panels} from './panels';
import {Portraits} from './portraits';
import {useStore} from './store';
import type {Store} from './store';
import {Summary} from './summary';
import type {ViewProps} from './view_props';

export function App({source}: {source: Source}) {
  const [selection, setSelection] = useState<Selection>(() => readSelection(readLink()));
  const store = useStore(source, selection);
  const reload = useRef(store.reload);
  reload.current = store.reload;

  useEffect(() => connectToTensorBoard({'experimental.DataReloaded': () => reload.current()}), []);
  useEffect(() => onLinkChange(() => setSelection(readSelection(readLink()))), []);
  const shown = useRef('');
  shown.current = store.focus?.summary.run ?? '';
  const select = useCallback((change: Partial<Selection>) => {
    const isNew = 'view' in change || 'run' in change;
    setSelection((before) => {
      const changed = {...before, ...change};
      // After the picture: the browser takes its time for an address.
      setTimeout(() => {
        // The way back is to the run that was shown, though none was chosen.
        if (isNew) writeLink(writeSelection({...before, run: before.run || shown.current}));
        writeLink(writeSelection(changed), isNew);
      });
      return changed;
    });
  }, []);

  if (!store.runs) return <main>{store.problem ? <Problem text={store.problem} /> : <p class="muted">Loading …</p>}</main>;
  if (!store.focus) {
    return (
      <>
        {store.problem && <Problem text={store.problem} />}
        <EmptyState />
      </>
    );
  }
  return (
    <main>
      <h1 class="read-aloud">Learning phases of {formatRun(store.focus.summary.run)}</h1>
      <Shown store={store} focus={store.focus} selection={selection} select={select} source={source} />
    </main>
  );
}

interface ShownProps {
  store: Store;
  focus: RunData;
  selection: Selection;
  select: (change: Partial<Selection>) => void;
  source: Source;
}

function Shown({store, focus: loaded, selection, select, source}: ShownProps) {
  const colors = useMemo(() => colorRuns(store.runs!.map(({run}) => run)), [store.runs]);
  const {focus, others} = useMemo(
    () => arrange(loaded, store.others, selection),
    [loaded, store.others, selection.grouped, selection.layers, selection.view === 'images'],
  );
  const cursor = useMemo(() => new Cursor(), [loaded.summary.run, selection.view]);
  const actions = useActions(selection, select);
  const quantities = useMemo(() => listQuantities([focus, ...others].flatMap(({rows}) => rows)), [focus, others]);
  const options = useOptions(focus, others, quantities, selection);
  const drawn = useMemo(() => [focus, ...others], [focus, others]);
  const runColors = useMemo(() => colorGroups(colors, drawn), [colors, drawn]);
  const dashes = useMemo(() => dashRuns(others.map(({summary}) => summary.run), runColors), [others, runColors]);
  const view: ViewProps = {
    focus, others, colors: runColors, dashes, options, quantities, selection, select, cursor, actions, source,
  };
  return (
    <>
      <Controls
        runs={store.runs!}
        focus={loaded.summary.run}
        others={selection.others ?? store.others.map(({summary}) => summary.run)}
        colors={colors}
        dashes={dashes}
        layers={[...new Set(loaded.rows.map(({row}) => row.layer))]}
        quantities={quantities}
        selection={selection}
        select={select}
      />
      {store.problem && <Problem text={store.problem} />}
      {[loaded, ...store.others].map(
        ({summary}) =>
          summary.error && <Problem key={summary.run} text={summary.error} title={`Run ${summary.run} is damaged`} />,
      )}
      {!focus.rows.length && !loaded.summary.error && <NothingDrawn run={loaded} select={select} />}
      {focus.rows.length > 0 && (
        <>
          <div class="bar">
            <ViewTabs view={selection.view} choose={(chosen) => select({view: chosen})} />
            <div class="row">
              {source.isLive && <Updated asked={store.asked!} />}
              <Chips selection={selection} select={select} />
              <RunNotes rows={focus.rows} />
              {selection.view === 'curves' && <Legend focus={focus} options={options} />}
            </div>
          </div>
          <Headline focus={focus} />
          <RunName.Provider value={nameRun(focus)}>
            <Body name={selection.view} {...view} />
          </RunName.Provider>
          <Settings summary={focus.summary} />
          <Tooltip runs={drawn} cursor={cursor} quantity={options.quantity} />
        </>
      )}
    </>
  );
}

function useActions({step}: Selection, select: ShownProps['select']): Actions {
  const held = useRef(step);
  held.current = step;
  const before = useRef(step);
  return useMemo(
    () => ({
      hold: (chosen) => {
        before.current = held.current;
        select({step: chosen});
      },
      unhold: () => select({step: before.current}),
      zoom: (zoom) => select({zoom}),
    }),
    [select],
  );
}

/** What all panels share. */
function useOptions(focus: RunData, others: RunData[], quantities: Quantity[], selection: Selection): PanelOptions {
  const {stepAxis, zoom} = selection;
  const metric = resolveMetric(selection);
  const accuracies = useMemo(() => accuracyDomain(focus.rows), [focus.rows]);
  return useMemo(() => {
    const last = Math.max(1, ...[focus, ...others].flatMap(({rows}) => rows.map(({steps}) => steps.at(-1) ?? 1)));
    return {quantity: findQuantity(quantities, metric), stepAxis, steps: zoom ?? [0, last], accuracyDomain: accuracies};
  }, [focus, others, accuracies, quantities, metric, stepAxis, zoom]);
}

const VIEWS: Record<View, (props: ViewProps) => preact.JSX.Element> = {
  curves: Curves,
  portrait: Portraits,
  map: HeatMaps,
  images: Images,
  compare: Compare,
  breakdowns: Breakdowns,
};

function Body({name, ...props}: ViewProps & {name: View}) {
  const ViewOf = VIEWS[name];
  return (
    <div role="tabpanel" id="view" aria-labelledby={`tab-${name}`}>
      <ViewOf {...props} />
    </div>
  );
}

function Curves(props: ViewProps) {
  const {focus, others, colors, dashes, options} = props;
  const keys = new Set(focus.rows.map(({key}) => key));
  // A run of another network has no curve to draw.
  const beside = others.filter(({rows}) => rows.some(({key}) => keys.has(key)));
  return (
    <>
      <RunKeys others={beside} colors={colors} dashes={dashes} />
      <Panels {...props} />
      <Summary rows={focus.rows} reports={focus.reports} stepAxis={options.stepAxis} />
    </>
  );
}

/** The runs as they are drawn: of the chosen layers, seeds together where that is asked for. */
function arrange(focus: RunData, others: RunData[], {grouped, layers, view}: Selection): {focus: RunData; others: RunData[]} {
  const chosen = resolveLayers(focus.rows.map(({row}) => row.layer), layers);
  const runs = [focus, ...others].map((run) => ({
    ...run,
    rows: chosen ? run.rows.filter(({row}) => chosen.includes(row.layer)) : run.rows,
  }));
  // Pictures have no mean: they are those of the run in focus.
  const [first, ...rest] = grouped && view !== 'images' ? groupRuns(runs) : runs;
  return {focus: first!, others: rest.filter(({rows}) => rows.length)};
}

/** A run keeps its colour while others come and go beside it. */
function colorRuns(runs: string[]): Map<string, string> {
  return new Map(runs.map((run, index) => [run, runColor(index)]));
}

/** The colours of what is drawn: a group of seeds has that of its first run. */
function colorGroups(colors: Map<string, string>, drawn: RunData[]): Map<string, string> {
  const findColor = (group: string) => [...colors].find(([run]) => groupName(run) === group)?.[1];
  return new Map(drawn.map(({summary: {run}}) => [run, colors.get(run) ?? findColor(run) ?? runColor(0)]));
}

/** Why there is no view, and the way back to one. */
function NothingDrawn({run: {summary, rows}, select}: {run: RunData; select: (change: Partial<Selection>) => void}) {
  if (!rows.length) return <p class="muted">Run {formatRun(summary.run)} has no probe step yet.</p>;
  return (
    <p class="muted">
      There is no layer to draw: none is chosen, or the seeds of a mean have none in common.{' '}
      <button class="chip" onClick={() => select({layers: null, grouped: false})}>
        Draw all layers
      </button>
    </p>
  );
}

/** How long ago the source last answered, second by second. */
function Updated({asked}: {asked: number}) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return <span class="muted updated">updated {Math.max(0, Math.round((now - asked) / 1000))} s ago</span>;
}

function Problem({text, title}: {text: string; title?: string}) {
  return (
    <p class="problem" role="alert">
      {title && <b>{title}. </b>}
      {text}
    </p>
  );
}
