/** The tab: it holds the selection and hands everything else down. */
import {useEffect, useMemo, useRef, useState} from 'preact/hooks';
import {accuracyDomain} from '../charts/layout';
import type {PanelOptions} from '../charts/layout';
import {Tooltip} from '../charts/tooltip';
import {Cursor} from '../cursor';
import {onLinkChange, readLink, writeLink} from '../host';
import {connectToTensorBoard} from '../ipc';
import {readSelection, writeSelection} from '../selection';
import type {Selection} from '../selection';
import {useStore} from '../store';
import type {Shown} from '../store';
import {Controls} from './controls';
import {EmptyState} from './empty';
import {Legend} from './legend';
import {Panels} from './panels';
import {Notes, Settings} from './notes';
import {Summary} from './summary';

export function App() {
  const [selection, setSelection] = useState<Selection>(() => readSelection(readLink()));
  const store = useStore(selection.run);
  const reload = useRef(store.reload);
  reload.current = store.reload;

  useEffect(() => connectToTensorBoard({'experimental.DataReloaded': () => reload.current()}), []);
  useEffect(() => onLinkChange(() => setSelection(readSelection(readLink()))), []);
  const select = (change: Partial<Selection>) => {
    const changed = {...selection, ...change};
    setSelection(changed);
    writeLink(writeSelection(changed));
  };

  if (!store.runs) return <main>{store.problem ? <Problem text={store.problem} /> : <p class="muted">Loading …</p>}</main>;
  if (!store.shown) return <EmptyState />;
  return (
    <main>
      <Controls runs={store.runs} shown={store.shown.summary} selection={selection} select={select} />
      {store.problem && <Problem text={store.problem} />}
      {store.shown.summary.error && (
        <Problem text={store.shown.summary.error} title={`Run ${store.shown.summary.run} is damaged`} />
      )}
      {store.shown.rows.length > 0 && <Run shown={store.shown} selection={selection} />}
    </main>
  );
}

function Run({shown, selection}: {shown: Shown; selection: Selection}) {
  const {rows, reports, summary} = shown;
  const cursor = useMemo(() => new Cursor(), [summary.run]);
  const {metric, stepAxis} = selection;
  const options = useMemo(
    (): PanelOptions => ({metric, stepAxis, accuracyDomain: accuracyDomain(rows)}),
    [metric, stepAxis, rows],
  );
  return (
    <>
      <Summary rows={rows} reports={reports} stepAxis={stepAxis} />
      <Legend rows={rows} options={options} />
      <Notes rows={rows} reports={reports} />
      <Panels rows={rows} reports={reports} options={options} cursor={cursor} />
      <Settings summary={summary} />
      <Tooltip rows={rows} reports={reports} cursor={cursor} />
    </>
  );
}

function Problem({text, title}: {text: string; title?: string}) {
  return (
    <p class="problem" role="alert">
      {title && <b>{title}. </b>}
      {text}
    </p>
  );
}
