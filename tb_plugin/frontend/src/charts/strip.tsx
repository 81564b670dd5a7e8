/** The phases of one row as a strip: all strips of a table share their axis, so that layers can be compared. */
import {hatch} from '../draw/marks';
import {stepScale} from '../draw/scales';
import type {StepAxis} from '../model/selection';
import type {RowReport} from '../source/data';

const WIDTH = 190;
const HEIGHT = 16;

export function PhaseStrip({report, lastStep, stepAxis}: {report: RowReport; lastStep: number; stepAxis: StepAxis}) {
  const x = stepScale(stepAxis, [0, lastStep], [5, WIDTH - 5]);
  const {minimum_step: minimum, minimum_interval: interval} = report;
  return (
    <svg class="strip" width={WIDTH} height={HEIGHT} role="img" aria-label={report.description ?? ''}>
      {report.stages?.map(({kind, start_step, end_step}) => {
        const width = Math.max(0, x(end_step) - x(start_step) - 1);
        return kind === 'rising' ? (
          <path key={start_step} class="hatch" d={hatch(x(start_step), 4, width, 8, 4)} />
        ) : (
          <rect key={start_step} class={`edge ${kind}`} x={x(start_step)} y={4} width={width} height={8} />
        );
      })}
      {interval && <line class="interval" x1={x(interval[0])} x2={x(interval[1])} y1={14.5} y2={14.5} />}
      {minimum != null && <circle cx={x(minimum)} cy={8} r={4} />}
    </svg>
  );
}
