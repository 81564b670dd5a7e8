/** A few lines over the training step: differences to a run, or the parts of a breakdown. */
import {scaleLinear, scaleLog} from 'd3-scale';
import {useId, useMemo} from 'preact/hooks';
import {StepAxis, ValueAxis} from '../draw/axes';
import type {Cursor} from '../draw/cursor';
import {Brush, Rule} from '../draw/cursor_marks';
import {FRAME, HEIGHT, inside, placeSteps} from '../draw/layout';
import type {StepLayout} from '../draw/layout';
import {useLinePointing} from '../draw/lighting';
import {EndLabels, LineMarks, PhaseEdges, StepMarks} from '../draw/line_marks';
import type {Line, Mark} from '../draw/line_marks';
import {memo} from '../draw/memo';
import type {Actions} from '../draw/pointing';
import {includeNear, labelWidth, valueDomain} from '../draw/scales';
import type {StepDomain} from '../draw/scales';
import {useWidth} from '../draw/use_width';
import {formatStep} from '../model/format';
import type {Quantity} from '../model/quantities';
import type {StepAxis as Axis} from '../model/selection';
import type {Phase} from '../source/data';

export interface LinesProps {
  lines: Line[];
  label: string;
  quantity: Quantity;
  stepAxis: Axis;
  steps: StepDomain;
  panel: string;
  name: string;
  /** A level to compare with, where there is one. */
  level?: number;
  /** Whether every line is named at its end. */
  hasLabels?: boolean;
  /** Whether the values have a logarithmic axis; they are positive then. */
  isLog?: boolean;
  phases?: Phase[];
  marks?: Mark[];
  cursor: Cursor;
  actions: Actions;
}

type Measured = Pick<LinesProps, 'lines' | 'label' | 'quantity' | 'stepAxis' | 'steps' | 'level' | 'hasLabels' | 'isLog'>;

function layoutLines({lines, label, quantity, stepAxis, steps, level, hasLabels, isLog}: Measured, width: number): StepLayout {
  const longest = Math.max(0, ...lines.map(({name, isMuted}) => (isMuted ? 0 : labelWidth(name))));
  const right = width - (hasLabels ? Math.min(0.32 * width, 22 + longest) : 14);
  const values = lines.flatMap((one) => inside(one, one.values, steps));
  const domain = level === undefined ? valueDomain(values, []) : includeNear(valueDomain([...values, level], []), level);
  const y = (isLog ? scaleLog : scaleLinear)(domain, [FRAME.bottom - 8, FRAME.top + 8]);
  return {...placeSteps(stepAxis, steps, right), width, label, quantity, y};
}

function Lines(props: LinesProps) {
  const {lines, label, quantity, stepAxis, steps, name, level, hasLabels, isLog, phases, marks, cursor} = props;
  const [ref, width] = useWidth<HTMLDivElement>(360);
  const clip = useId();
  const layout = useMemo(
    () => layoutLines(props, width),
    [lines, label, quantity, stepAxis, steps, level, hasLabels, isLog, width],
  );
  const measured = useMemo(() => [...new Set(lines.flatMap((one) => one.steps))].toSorted((one, two) => one - two), [lines]);
  const {brush, handlers} = useLinePointing({...props, measured}, layout, ref);
  const drawn = useMemo(
    () => (
      <g class="marks">
        {phases && <PhaseEdges panel={layout} phases={phases} />}
        <ValueAxis panel={layout} />
        <StepAxis panel={layout} />
        {level !== undefined && <line class="level" x1={layout.left} x2={layout.right} y1={layout.y(level)} y2={layout.y(level)} />}
        {marks && <StepMarks panel={layout} marks={marks} />}
        <clipPath id={clip}>
          <rect x={layout.left} y={layout.top - 6} width={layout.right - layout.left} height={layout.bottom - layout.top + 12} />
        </clipPath>
        <g clip-path={`url(#${clip})`}>
          <LineMarks panel={layout} lines={lines} />
        </g>
        {hasLabels && <EndLabels panel={layout} lines={lines} />}
      </g>
    ),
    [layout, lines, level, phases, marks, hasLabels],
  );
  const spokenMarks = (marks ?? []).map(({step, before, after}) => ` ${[before, `step ${formatStep(step)}`, after].filter(Boolean).join(', ')}.`);
  return (
    <div ref={ref} class="chart">
      <svg
        class="lines"
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        tabIndex={0}
        aria-label={`${name}: ${label} of ${lines.map((one) => one.name).join(', ')}.${spokenMarks.join('')} Arrow keys move the cursor.`}
        {...handlers}
      >
        {drawn}
        {brush && <Brush panel={layout} ends={brush} />}
        <Rule layout={layout} cursor={cursor} />
      </svg>
    </div>
  );
}

export const LinesChart = memo(Lines);
