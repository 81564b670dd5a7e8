/** How to read the panels, and how far to trust a minimum. */
import type {PanelOptions} from '../charts/layout';
import {isMarked} from '../series';
import type {RowSeries} from '../series';

export function Legend({rows, options}: {rows: RowSeries[]; options: PanelOptions}) {
  const hasMarks = rows.some((row) => row.points.some((point) => isMarked(point, row)));
  const quantity = options.metric === 'loss' ? 'reconstruction loss' : 'explained variance';
  return (
    <section class="legend" aria-label="Legend">
      <ul>
        <li>
          <Swatch kind="constant" /> <b>constant</b> as untrained
        </li>
        <li>
          <Swatch kind="decrease" /> <b>decrease</b> learns to carry its input
        </li>
        <li>
          <Swatch kind="increase" /> <b>increase</b> forgets it
        </li>
        <li>
          <svg width={26} height={14} class="curve loss" aria-hidden="true">
            <path class="spread" d="M0,3H26V11H0Z" />
            <path class="line" d="M0,7H26" />
          </svg>
          {quantity} ± standard error
        </li>
        {options.accuracyDomain && (
          <li>
            <svg width={26} height={14} class="curve accuracy" aria-hidden="true">
              <path class="line" d="M0,7H26" />
            </svg>
            probe accuracy, shared scale
          </li>
        )}
        <li>
          <svg width={26} height={16} class="minimum" aria-hidden="true">
            <line class="interval" x1={1} x2={25} y1={13} y2={13} />
            <circle cx={13} cy={6} r={4.5} />
          </svg>
          minimum and its interval
        </li>
        {hasMarks && (
          <li>
            <svg width={26} height={14} class="flag-marks" aria-hidden="true">
              <circle cx={13} cy={7} r={5} />
            </svg>
            record with a remark
          </li>
        )}
      </ul>
      <p>
        {options.metric === 'explained' && 'Phases and minimum are those of the reconstruction loss. '}
        Stopping at the minimum helps frozen features; full fine-tuning can still gain from longer pre-training (
        <a href="https://arxiv.org/abs/2203.04668" target="_blank" rel="noreferrer">
          Deng et al., ICCV 2023
        </a>
        ).
      </p>
    </section>
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
