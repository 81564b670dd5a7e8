/** The frame of every chart: its title, and its numbers and pictures to take away. */
import type {ComponentChildren} from 'preact';
import {createContext} from 'preact';
import {useContext, useRef, useState} from 'preact/hooks';
import {composeSvg, renderPng, save} from '../host/export';
import type {Caption} from '../host/export';
import {toCsv, toJson} from '../host/table';
import type {Table} from '../host/table';
import {formatCell, shortenName} from '../model/format';
import {closeByEscape, closeWhenLeft} from './menu';

interface FigureProps {
  title: string;
  /** The title where there is little room; the whole otherwise. */
  short?: string;
  subtitle: string;
  /** A sentence about what is shown. */
  note?: string;
  /** Key of a panel, which the cursor and the tooltip know it by. */
  panel?: string;
  /** A line below the title. */
  aside?: ComponentChildren;
  /** Built when it is asked for. */
  table: () => Table;
  legend?: Caption['legend'];
  wide?: boolean;
  /** Whether it is the first to look at. */
  isMain?: boolean;
  children: ComponentChildren;
}

/** A longer title loses letters in its middle. */
const MOST_LETTERS = 36;

/** What there is no file of while the numbers are shown instead of the chart. */
const PICTURES = ['SVG', 'PNG'];

/** The name of the run in focus, for the names of files. */
export const RunName = createContext('');

export function Figure({title, short = title, subtitle, note, panel, aside, table, legend = [], wide, isMain, children}: FigureProps) {
  const figure = useRef<HTMLElement>(null);
  const [isTable, setIsTable] = useState(false);
  const run = useContext(RunName);
  const file = run === title ? run : `${run} ${title}`;
  const compose = () => composeSvg(figure.current!.querySelector('.chart svg')!, {title, subtitle: [subtitle, note].filter(Boolean).join('. '), legend});
  const actions: Record<string, () => unknown> = {
    SVG: () => save(compose(), file, 'svg', 'image/svg+xml'),
    PNG: async () => save(await renderPng(compose()), file, 'png'),
    CSV: () => save(toCsv(table()), file, 'csv', 'text/csv'),
    JSON: () => save(toJson(table()), file, 'json', 'application/json'),
  };
  return (
    <article ref={figure} class={`panel ${wide ? 'wide' : ''} ${isMain ? 'main' : ''}`} data-panel={panel}>
      <header>
        <h2 title={title}>{shortenName(short, MOST_LETTERS)}</h2>
        <span class="muted" title={subtitle}>
          {subtitle}
        </span>
        <details class="menu" onFocusOut={closeWhenLeft} onKeyDown={closeByEscape}>
          <summary aria-label={`Save ${title}, or show its numbers`}>⋯</summary>
          <div tabIndex={-1}>
            <button onClick={() => setIsTable(!isTable)} aria-pressed={isTable}>
              {isTable ? 'Chart' : 'Table'}
            </button>
            {Object.entries(actions).map(([name, act]) => (
              <button key={name} disabled={isTable && PICTURES.includes(name)} onClick={() => void act()}>
                {name}
              </button>
            ))}
          </div>
        </details>
      </header>
      {aside && <div class="stage">{aside}</div>}
      {note && <p class="note">{note}</p>}
      {isTable ? <NumbersTable table={table()} title={title} /> : children}
    </article>
  );
}

function NumbersTable({table: {columns, rows}, title}: {table: Table; title: string}) {
  return (
    <div class="numbers" tabIndex={0} role="region" aria-label={`Numbers of ${title}`}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place} class="number">
                  {formatCell(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
