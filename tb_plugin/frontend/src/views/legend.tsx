/** How to read the panels, and how far to trust a minimum. */
import type {PanelOptions} from '../draw/layout';
import {pennant} from '../draw/marks';
import {keptStep} from '../model/advice';
import {listRemarks, nameRun} from '../model/series';
import type {RowSeries, RunData} from '../model/series';

interface LegendProps {
  focus: RunData;
  options: PanelOptions;
  others: RunData[];
  colors: Map<string, string>;
  dashes: Map<string, string>;
}

const PHASES = {constant: 'as untrained', decrease: 'learns to carry its input', increase: 'forgets it'};

export function Legend({focus, options, others, colors, dashes}: LegendProps) {
  const {rows} = focus;
  const hasMarks = rows.some((row) => listRemarks(row).some(({length}) => length));
  return (
    <section class="legend" aria-label="Legend">
      <ul>
        {Object.entries(PHASES).map(([kind, meaning]) => (
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
            record with a remark
          </li>
        )}
      </ul>
      {options.quantity.key !== 'loss' && <p>Phases and minimum are those of the reconstruction loss.</p>}
      {others.length > 0 && <RunKeys others={others} colors={colors} dashes={dashes} />}
    </section>
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

export function RunKeys({others, colors, dashes}: Pick<LegendProps, 'others' | 'colors' | 'dashes'>) {
  return (
    <ul class="keys" aria-label="Runs">
      {others.map((run) => (
        <li key={run.summary.run}>
          <Stroke color={colors.get(run.summary.run)} dash={dashes.get(run.summary.run)} /> {nameRun(run)}
        </li>
      ))}
    </ul>
  );
}

/** How the curve of a run is drawn. */
export function Stroke({color, dash}: {color?: string; dash?: string}) {
  return (
    <svg width={26} height={10} class="stroke" aria-hidden="true">
      <path d="M0,5H26" stroke={color} stroke-width={2} stroke-dasharray={dash || undefined} />
    </svg>
  );
}

function Swatch({kind}: {kind: string}) {
  return (
    <svg width={26} height={14} class={`band ${kind}`} aria-hidden="true">
      <rect width={26} height={14} />
      <rect class="edge" width={26} height={3} />
    </svg>
  );
}
