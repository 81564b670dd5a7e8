/** The tab: it holds the selection and hands everything else down. */
import {useCallback, useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {Tooltip} from '../charts/tooltip';
import {Cursor} from '../draw/cursor';
import {accuracyDomain} from '../draw/layout';
import type {PanelOptions} from '../draw/layout';
import type {Actions} from '../draw/pointing';
import {onLinkChange, readLink, writeLink} from '../host/host';
import {connectToTensorBoard} from '../host/ipc';
import {formatRun} from '../model/format';
import {groupRuns} from '../model/groups';
import {findQuantity, listQuantities} from '../model/quantities';
import type {Quantity} from '../model/quantities';
import {readSelection, resolveLayers, resolveMetric, writeSelection} from '../model/selection';
import type {Selection, View} from '../model/selection';
import {findStrangers, nameRun} from '../model/series';
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
import {Legend} from './legend';
import {useLooks} from './looks';
import {RunNotes, Settings} from './notes';
import {Panels} from './panels';
import {Portraits} from './portraits';
import {Runs} from './runs';
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
    <main class={store.runs.length > 1 ? 'with-runs' : undefined}>
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
  const {focus, others} = useMemo(
    () => arrange(loaded, store.others, selection),
    [loaded, store.others, selection.grouped, selection.layers, selection.view === 'images'],
  );
  const cursor = useMemo(() => new Cursor(), [loaded.summary.run, selection.view]);
  const actions = useActions(selection, select);
  const quantities = useMemo(() => listQuantities([focus, ...others].flatMap(({rows}) => rows)), [focus, others]);
  const options = useOptions(focus, others, quantities, selection);
  const drawn = useMemo(() => [focus, ...others], [focus, others]);
  const looks = useLooks(store.runs!, others, selection.pins);
  const strangers = useMemo(() => findStrangers(loaded, store.others), [loaded, store.others]);
  const view: ViewProps = {focus, others, looks, strangers, options, quantities, selection, select, cursor, actions, source};
  return (
    <>
      {store.runs!.length > 1 && (
        <Runs
          runs={store.runs!}
          focus={loaded.summary.run}
          numDrawn={store.others.length + 1}
          others={selection.others ?? store.others.map(({summary}) => summary.run)}
          {...{looks, strangers, selection, select}}
        />
      )}
      <div>
        <Controls
          runs={store.runs!}
          focus={loaded.summary.run}
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
            <Tooltip runs={drawn} looks={HAVE_CURVES_BESIDE.includes(selection.view) ? looks : null} cursor={cursor} quantity={options.quantity} />
          </>
        )}
      </div>
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

/** The views in which a chart holds all runs. */
const HAVE_CURVES_BESIDE: View[] = ['curves', 'compare'];

const VIEWS: Record<View, (props: ViewProps) => preact.JSX.Element> = {
  curves: Curves,
  portrait: Portraits,
  map: HeatMaps,
  images: Images,
  compare: Compare,
  breakdowns: Breakdowns,
};

/** Whether a view has no number to draw: a run that failed has seconds still. */
function isEmpty(name: View, {quantities, options}: ViewProps): boolean {
  const drawn = {map: options.quantity, portrait: findQuantity(quantities, 'loss')}[name as string];
  return drawn !== undefined && !quantities.includes(drawn);
}

function Body({name, ...props}: ViewProps & {name: View}) {
  const ViewOf = isEmpty(name, props) ? NoNumbers : VIEWS[name];
  return (
    <div role="tabpanel" id="view" aria-labelledby={`tab-${name}`} style={{'--focus': props.looks.colors.get(props.focus.summary.run)}}>
      <ViewOf {...props} />
    </div>
  );
}

function NoNumbers() {
  return <p class="muted">No value to draw is finite at any probe step of the runs that are drawn.</p>;
}

function Curves(props: ViewProps) {
  const {focus, strangers, options} = props;
  return (
    <>
      <Strangers names={strangers} />
      <Panels {...props} />
      <Summary rows={focus.rows} reports={focus.reports} stepAxis={options.stepAxis} />
    </>
  );
}

/** Runs of another network have no curve beside those of the run in focus. */
function Strangers({names}: {names: string[]}) {
  if (!names.length) return null;
  return (
    <p class="note">
      Of another network, hence not drawn here: {names.map(formatRun).join(', ')}. Choose one as the run, or see Phase portrait, Heat map and Compare.
    </p>
  );
}

/** The runs as they are drawn: of the chosen layers, seeds together where that is asked for. */
function arrange(focus: RunData, others: RunData[], {grouped, layers, view}: Selection): {focus: RunData; others: RunData[]} {
  const runs = [focus, ...others].map((run) => {
    const chosen = resolveLayers(run.rows.map(({row}) => row.layer), layers);
    return {...run, rows: chosen ? run.rows.filter(({row}) => chosen.includes(row.layer)) : run.rows};
  });
  // Pictures have no mean: they are those of the run in focus.
  const [first, ...rest] = grouped && view !== 'images' ? groupRuns(runs) : runs;
  return {focus: first!, others: rest.filter(({rows}) => rows.length)};
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
