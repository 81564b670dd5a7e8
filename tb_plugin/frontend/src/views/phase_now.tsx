/** The phase a layer is in, told by colour, arrow and word alike. */
import type {RowReport} from '../data';
import {formatStep} from '../scales';

const ARROWS = {constant: '→', decrease: '↘', increase: '↗'};

export function PhaseNow({report}: {report: RowReport | undefined}) {
  const phase = report?.phases?.at(-1);
  if (!phase) return <span class="phase-now muted">too few steps</span>;
  return (
    <span class={`phase-now ${phase.kind}`} title={report?.description}>
      {ARROWS[phase.kind]} {phase.kind} <span class="since">since {formatStep(phase.start_step)}</span>
    </span>
  );
}
