/** The names of the lines of a chart, where they do not stand beside the lines themselves. */
import type {Line} from '../charts/lines';

export function LineKeys({lines}: {lines: Line[]}) {
  return (
    <ul class="keys">
      {lines.map(({name, color}) => (
        <li key={name}>
          <i class="swatch" style={{background: color}} /> {name}
        </li>
      ))}
    </ul>
  );
}
