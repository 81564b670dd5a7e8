/** How to read the panels, and how far to trust a minimum. */
import type {PanelOptions} from '../draw/layout';
import {hatch, pennant} from '../draw/marks';
import {keptStep} from '../model/advice';
import {listRemarks} from '../model/series';
import type {RowSeries, RunData} from '../model/series';
import {closeByEscape, closeWhenLeft} from './menu';
import {MEANINGS} from './phase_now';
import type {ViewProps} from './view_props';

type LegendProps = Pick<ViewProps, 'focus' | 'options'>;

export function Legend({focus, options}: LegendProps) {
  const {rows} = focus;
  const hasMarks = rows.some((row) => listRemarks(row).some(({length}) => length));
  return (
    <details class="dropdown legend" onFocusOut={closeWhenLeft} onKeyDown={closeByEscape}>
      <summary aria-label="How to read the charts">?</summary>
      <section tabIndex={-1} aria-label="Legend">
      <ul>
        {Object.entries(MEANINGS).map(([kind, meaning]) => (
          <li key={kind}>
            <Swatch kind={kind} /> <b>{kind}</b> {meaning}
          </li>
        ))}
        <CurveKeys rows={rows} options={options} />
        <li>
          <svg width={26} height={16} class="minimum" aria-hidden="true">
            <line class="interval" x1={1} x2={25} y1={13} y2={13} />
            <circle cx={13} cy={6} r={4.5} />
          </svg>
          minimum and its interval
        </li>
        <KeptKey runs={[focus]} />
        {hasMarks && (
          <li>
            <svg width={26} height={14} class="flag-marks" aria-hidden="true">
              <circle cx={13} cy={7} r={5} />
            </svg>
            flagged
          </li>
        )}
      </ul>
      <p>
        Phases and minimum are those of the reconstruction loss. <b>Mean image</b>: the loss of a layer that knows nothing of its input.{' '}
        <b>PCA bound</b>: the least of any linear decoder of its width.
      </p>
      </section>
    </details>
  );
}

/** What the pennant means, where one of the runs has it. */
export function KeptKey({runs}: {runs: RunData[]}) {
  if (!runs.some((run) => run.rows.some((series) => keptStep(run, series) !== null))) return null;
  return (
    <li>
      <svg width={26} height={16} class="kept" aria-hidden="true">
        <path d={pennant(8, 15, -13)} />
      </svg>
      step that is advised to keep
    </li>
  );
}

function CurveKeys({rows, options: {quantity, accuracyDomain}}: {rows: RowSeries[]; options: PanelOptions}) {
  const isGroup = rows.some(({spread}) => spread);
  return (
    <>
      <li>
        <svg width={26} height={14} class="curve loss" aria-hidden="true">
          <path class="spread" d="M0,3H26V11H0Z" />
          <path class="line" d="M0,7H26" />
        </svg>
        {quantity.label}
        {isGroup ? ', mean, lowest to highest seed' : quantity.readErrors && ' ± standard error'}
      </li>
      {accuracyDomain && quantity.key !== 'accuracy' && (
        <li>
          <svg width={26} height={14} class="curve accuracy" aria-hidden="true">
            <path class="line" d="M0,7H26" />
          </svg>
          probe accuracy, shared scale
        </li>
      )}
    </>
  );
}

function Swatch({kind}: {kind: string}) {
  return (
    <svg width={26} height={14} class={`band ${kind}`} aria-hidden="true">
      <rect width={26} height={14} />
      <rect class="edge" width={26} height={3} />
      {kind === 'rising' && <path class="hatch" d={hatch(0, 0, 26, 14, 5)} />}
    </svg>
  );
}
