/** Controls by which one of several is chosen. */
import {formatStep} from '../model/format';

/** A value, and the text that stands for it. */
type Option = [string, string];

interface SelectProps {
  title: string;
  /** What the control is called in its form. */
  name?: string;
  kind?: string;
  value: string;
  options: Option[];
  choose: (value: string) => void;
}

export function Select({title, name = title.toLowerCase(), kind, value, options, choose}: SelectProps) {
  return (
    <label class={kind}>
      <span class="control-name">{title}</span>
      <select name={name} value={value} onChange={(event) => choose(event.currentTarget.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The steps to choose from; a link can name one of another run. */
export function listSteps(steps: number[], chosen: number | null): Option[] {
  const known = chosen === null || steps.includes(chosen) ? steps : [chosen, ...steps];
  return known.map((step) => [String(step), `step ${formatStep(step)}`]);
}

/** The number that was chosen; null for the empty text, which stands for none. */
export function readNumber(value: string): number | null {
  return value === '' ? null : Number(value);
}

interface ChoiceProps<T extends string> {
  name: string;
  value: T;
  options: Record<T, string>;
  choose: (value: T) => void;
}

export function Choice<T extends string>({name, value, options, choose}: ChoiceProps<T>) {
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
