/** What a layer forgets: its reconstruction loss by part, where the log has parts. */
import {useMemo} from 'preact/hooks';
import {LinesChart} from '../charts/lines';
import type {Line} from '../charts/lines';
import {runColor, viridis} from '../palette';
import {findQuantity} from '../quantities';
import {nameRow} from '../series';
import type {RowSeries} from '../series';
import {Figure} from './figure';
import type {ViewProps} from './shown';

/** Columns `reconstruction_loss_<kind>_<part>`; ordered parts get the colours of a scale. */
const KINDS: Record<string, {title: string; isOrdered: boolean}> = {
  class: {title: 'by class', isOrdered: false},
  channel: {title: 'by colour channel', isOrdered: false},
  frequency: {title: 'by spatial frequency', isOrdered: true},
  difficulty: {title: 'by difficulty', isOrdered: true},
  position: {title: 'by image position', isOrdered: false},
  component: {title: 'by principal component', isOrdered: true},
};

interface Breakdown {
  kind: string;
  lines: Line[];
}

export function Breakdowns({focus, quantities, options, cursor, actions}: ViewProps) {
  const found = useMemo(() => focus.rows.map((series) => ({series, parts: findBreakdowns(series)})), [focus.rows]);
  if (!found.some(({parts}) => parts.length)) {
    return (
      <section class="empty">
        <h2>This log has no breakdowns</h2>
        <p>
          A breakdown splits the reconstruction loss of a layer by class, colour channel, spatial frequency or difficulty, and
          shows which of them is forgotten first. Columns named <code>reconstruction_loss_class_…</code>,{' '}
          <code>…_channel_…</code>, <code>…_frequency_…</code> or <code>…_difficulty_…</code> appear here.
        </p>
      </section>
    );
  }
  return (
    <section class="panels" aria-label="Breakdowns">
      {found.flatMap(({series, parts}) =>
        parts.map(({kind, lines}) => (
          <Figure
            key={`${series.key} ${kind}`}
            title={nameRow(series, focus.rows)}
            subtitle={`reconstruction loss ${KINDS[kind]!.title}`}
            table={() => ({
              columns: ['step', ...lines.map(({name}) => name)],
              rows: series.steps.map((step, at) => [step, ...lines.map(({values}) => values[at]!)]),
            })}
            legend={lines.map(({name, color}) => ({color, text: name}))}
          >
            <LinesChart
              lines={lines}
              label="reconstruction loss"
              name={`${nameRow(series, focus.rows)}, ${KINDS[kind]!.title}`}
              panel={series.key}
              quantity={findQuantity(quantities, 'loss')}
              stepAxis={options.stepAxis}
              steps={options.steps}
              cursor={cursor}
              actions={actions}
            />
            <LineKeys lines={lines} />
          </Figure>
        )),
      )}
    </section>
  );
}

export function LineKeys({lines}: {lines: Line[]}) {
  return (
    <ul class="keys">
      {lines.map(({name, color}) => (
        <li key={name}>
          <i class="swatch" style={{background: color}} /> {name}
        </li>
      ))}
    </ul>
  );
}

/** The breakdowns that a row holds, in the order of `KINDS`. */
export function findBreakdowns(series: RowSeries): Breakdown[] {
  return Object.keys(KINDS).flatMap((kind) => {
    const prefix = `reconstruction_loss_${kind}_`;
    const names = series.metricNames.filter((name) => name.startsWith(prefix));
    const lines = names.map((name, index) => ({
      name: name.slice(prefix.length).replaceAll('_', ' '),
      color: KINDS[kind]!.isOrdered ? viridis(0.1 + (0.75 * index) / Math.max(1, names.length - 1)) : runColor(index),
      steps: series.steps,
      values: series.column(name),
    }));
    return lines.some(({values}) => values.some(Number.isFinite)) ? [{kind, lines}] : [];
  });
}
