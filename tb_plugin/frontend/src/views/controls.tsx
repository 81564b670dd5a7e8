/** Which run, which unit, which axis. */
import type {RunSummary} from '../data';
import {formatCount, formatRun} from '../format';
import {formatStep} from '../scales';
import type {Selection} from '../selection';

interface ControlsProps {
  runs: RunSummary[];
  shown: RunSummary;
  selection: Selection;
  select: (change: Partial<Selection>) => void;
}

export function Controls({runs, shown, selection, select}: ControlsProps) {
  return (
    <header class="controls">
      <label class="run">
        <span class="control-name">Run</span>
        <select value={shown.run} onChange={(event) => select({run: event.currentTarget.value})}>
          {runs.map((run) => (
            <option key={run.run} value={run.run}>
              {describeRun(run)}
            </option>
          ))}
        </select>
      </label>
      <Choice
        name="Left axis"
        value={selection.metric}
        options={{loss: 'Reconstruction loss', explained: 'Explained variance'}}
        choose={(metric) => select({metric})}
      />
      <Choice
        name="Step axis"
        value={selection.stepAxis}
        options={{log: 'log(1 + step)', linear: 'linear'}}
        choose={(stepAxis) => select({stepAxis})}
      />
    </header>
  );
}

function describeRun({run, num_steps, last_step, error}: RunSummary): string {
  const steps = last_step === null ? 'no probe step' : `${formatCount(num_steps, 'probe step')} to step ${formatStep(last_step)}`;
  return `${formatRun(run)} · ${error ? 'damaged, ' : ''}${steps}`;
}

interface ChoiceProps<T extends string> {
  name: string;
  value: T;
  options: Record<T, string>;
  choose: (value: T) => void;
}

function Choice<T extends string>({name, value, options, choose}: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend class="control-name">{name}</legend>
      <div class="segments">
        {(Object.entries(options) as [T, string][]).map(([key, label]) => (
          <label key={key}>
            <input type="radio" name={name} value={key} checked={key === value} onChange={() => choose(key)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
