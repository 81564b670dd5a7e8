/** What each layer keeps of the parts of its input, what it forgot of them, and how many rows training is about. */
import {useMemo} from 'preact/hooks';
import type {Line} from '../draw/line_marks';
import {partColor} from '../draw/palette';
import type {Theme} from '../draw/palette';
import {useTheme} from '../host/host';
import {breakDown, describeKind, listKinds, pickExtremes, unitLabel} from '../model/breakdowns';
import type {Breakdown} from '../model/breakdowns';
import {drawnQuantity} from '../model/quantities';
import type {PartUnit} from '../model/selection';
import {findReport, labelRow, nameRow} from '../model/series';
import type {RowSeries} from '../model/series';
import {Choice} from './choices';
import {Forgotten} from './forgotten';
import {LinesFigure} from './lines_figure';
import {Majority} from './majority';
import type {ViewProps} from './view_props';

const UNITS: Record<PartUnit, string> = {explained: 'explained variance', loss: 'reconstruction loss'};

export function Breakdowns(props: ViewProps) {
  const {focus, selection, select} = props;
  const kinds = useMemo(() => listKinds(focus.rows), [focus.rows]);
  if (!kinds.length) {
    return (
      <>
        <NoBreakdowns />
        <Majority {...props} />
      </>
    );
  }
  const isKnown = selection.kind === 'all' || kinds.includes(selection.kind);
  const chosen = isKnown ? selection.kind : kinds[0]!;
  const names = Object.fromEntries([...kinds.map((kind) => [kind, describeKind(kind).name]), ...(kinds.length > 1 ? [['all', 'all']] : [])]);
  const shown = chosen === 'all' ? kinds : [chosen];
  return (
    <section aria-label="Breakdowns">
      <Lost {...props} />
      <div class="view-controls">
        <Choice name="Parts by" value={chosen} options={names} choose={(kind) => select({kind})} />
        {hasExplained(focus.rows, shown) && <Choice name="Drawn as" value={selection.unit} options={UNITS} choose={(unit) => select({unit})} />}
      </div>
      <Lines {...props} kinds={shown} />
      <Forgotten {...props} kinds={shown} />
      <Majority {...props} />
    </section>
  );
}

/** Whether any row has the loss of the mean image on parts of any of these kinds, without which there is the loss alone. */
function hasExplained(rows: RowSeries[], kinds: string[]): boolean {
  return rows.some((series) => kinds.some((kind) => breakDown(series, kind, 'explained')?.unit === 'explained'));
}

/** What the panels of a kind draw: of records that lack the loss of the mean image for some layers, the one or the other. */
function titleOf(breakdowns: Breakdown[], kind: string): string {
  const units = [...new Set(breakdowns.map(({unit}) => unitLabel(unit)))];
  return `${units.join(' or ')} ${describeKind(kind).title}`;
}

/** What the deepest layer that lost anything lost, in the words of its report. */
function Lost({focus: {rows, reports}}: ViewProps) {
  const told = rows.map((series) => findReport(reports, series.row)?.forgotten).findLast(Boolean);
  return told ? <p class="headline increase forgotten">{told}</p> : null;
}

function NoBreakdowns() {
  return (
    <section class="empty">
      <h2>This log has no breakdowns</h2>
      <p>
        A breakdown splits the reconstruction loss of a layer by colour, spatial frequency, image position, class, difficulty or
        principal component of the input, and shows which parts are forgotten first. The probe measures it where{' '}
        <code>quantities</code> is not None and there is something to measure:
      </p>
      <pre tabIndex={0}>
        <code>model.fit(x, y, callbacks=[PhaseProbe(quantities=["auto", "component"], log_dir="logs/run1")])</code>
      </pre>
    </section>
  );
}

interface LinesProps extends ViewProps {
  kinds: string[];
}

/** A row of panels for each kind, a panel for each layer. */
function Lines({focus, kinds, options, selection, cursor, actions}: LinesProps) {
  const theme = useTheme();
  const {unit, step} = selection;
  const found = useMemo(
    () => kinds.map((kind) => ({kind, panels: focus.rows.flatMap((series) => drawLines(series, kind, unit, theme) ?? [])})),
    [focus.rows, kinds.join('\n'), unit, theme],
  );
  const marks = useMemo(() => (step === null ? [] : [{step}]), [step]);
  return (
    <>
      {found.map(({kind, panels}) => (
        <div key={kind}>
          <h2 class="section">
            {titleOf(panels.map(({breakdown}) => breakdown), kind)}
          </h2>
          <div class="panels" role="group" aria-label={`Parts ${describeKind(kind).title}`}>
            {panels.map(({series, breakdown, lines}) => (
              <LinesFigure
                key={series.key}
                title={nameRow(series, focus.rows)}
                short={labelRow(series, focus.rows)}
                subtitle={`by ${describeKind(kind).name}`}
                lines={lines}
                label={unitLabel(breakdown.unit)}
                name={`${nameRow(series, focus.rows)}, ${describeKind(kind).title}`}
                panel={series.key}
                quantity={QUANTITIES[breakdown.unit]}
                options={options}
                hasLabels
                phases={findReport(focus.reports, series.row)?.stages}
                marks={marks}
                cursor={cursor}
                actions={actions}
              />
            ))}
          </div>
        </div>
      ))}
    </>
  );
}

const QUANTITIES = {loss: drawnQuantity('reconstruction loss', false), explained: drawnQuantity('explained variance', true)};

interface LinePanel {
  series: RowSeries;
  breakdown: Breakdown;
  lines: Line[];
}

/** The parts of a row as lines; null where it has none of this kind. */
export function drawLines(series: RowSeries, kind: string, unit: PartUnit, theme: Theme): LinePanel | null {
  const breakdown = breakDown(series, kind, unit);
  if (!breakdown) return null;
  const {parts} = breakdown;
  const isOrdered = Boolean(describeKind(kind).isOrdered);
  const extremes = pickExtremes(parts, isOrdered);
  const lines = parts.map((part, index) => {
    const isMuted = !extremes.has(part.name);
    const color = isMuted ? 'var(--muted)' : partColor(part.name, index, parts.length, isOrdered, theme);
    return {...part, steps: series.steps, color, isMuted};
  });
  return {series, breakdown, lines};
}
