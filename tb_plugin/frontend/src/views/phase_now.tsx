/** The phase a layer is in, told by a clock, by colour and by word alike. */
import type {PhaseKind, RowReport} from '../source/data';

const ARROWS = {constant: '→', decrease: '↘', rising: '↗', increase: '↗'};
const HOURS: PhaseKind[] = ['constant', 'decrease', 'increase'];

/** What a layer does in each phase. */
export const MEANINGS = {
  constant: 'unchanged since start',
  decrease: 'learns to keep its input',
  rising: 'may be forgetting its input',
  increase: 'forgets its input',
};

export function PhaseNow({report, isExplained}: {report: RowReport | undefined; isExplained?: boolean}) {
  const phase = report?.stages?.at(-1);
  if (!phase) return <span class="phase-now muted">{report?.now}</span>;
  return (
    <span class={`phase-now ${phase.kind}`} title={report?.description}>
      <PhaseClock kind={phase.kind} /> {ARROWS[phase.kind]} {report!.now}
      {isExplained && phase.kind !== 'constant' && <span class="muted">: {MEANINGS[phase.kind]}</span>}
    </span>
  );
}

/** Three thirds of a dial, in the order of the phases; the hand points into the present one, or into the one that may have begun. */
function PhaseClock({kind}: {kind: PhaseKind}) {
  const now = HOURS.indexOf(kind === 'rising' ? 'increase' : kind);
  const end = (hour: number, reach: number) => {
    const angle = (2 * Math.PI * hour) / 3;
    return `${(reach * Math.sin(angle)).toFixed(2)},${(-reach * Math.cos(angle)).toFixed(2)}`;
  };
  return (
    <svg class="clock" width={14} height={14} viewBox="-8 -8 16 16" aria-hidden="true">
      {HOURS.map((hour, index) => (
        <path key={hour} class={`edge ${hour}`} opacity={index === now && kind !== 'rising' ? 1 : 0.35} d={`M0,0L${end(index, 8)}A8,8 0 0 1 ${end(index + 1, 8)}Z`} />
      ))}
      <path class="hand" d={`M0,0L${end(now + 0.5, 6.5)}`} />
    </svg>
  );
}
