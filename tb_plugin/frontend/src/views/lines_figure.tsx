/** A chart of lines in its frame, with the numbers and the colours of the lines. */
import {LinesChart} from '../charts/lines';
import type {LinesProps} from '../charts/lines';
import type {PanelOptions} from '../draw/layout';
import type {Line} from '../draw/line_marks';
import type {Caption} from '../host/export';
import type {Table} from '../host/table';
import {Figure} from './figure';

interface LinesFigureProps extends Omit<LinesProps, 'stepAxis' | 'steps'> {
  title: string;
  /** The title where there is little room; the whole otherwise. */
  short?: string;
  subtitle: string;
  options: PanelOptions;
  /** Where the lines have not the same steps. */
  table?: () => Table;
}

export function LinesFigure({title, short, subtitle, options: {stepAxis, steps}, table, ...chart}: LinesFigureProps) {
  const {lines} = chart;
  return (
    <Figure title={title} short={short} subtitle={subtitle} table={table ?? (() => tabulate(lines))} legend={listKeys(lines)}>
      <LinesChart {...chart} stepAxis={stepAxis} steps={steps} />
    </Figure>
  );
}

function tabulate(lines: Line[]): Table {
  const steps = lines[0]?.steps ?? [];
  return {
    columns: ['step', ...lines.map(({name}) => name)],
    rows: steps.map((step, at) => [step, ...lines.map(({values}) => values[at]!)]),
  };
}

/** The colours that a file of the chart explains. */
function listKeys(lines: Line[]): Caption['legend'] {
  const told = lines.filter(({isMuted}) => !isMuted).map(({name, color, dash}) => ({color, dash, text: name}));
  return told.length < lines.length ? [...told, {color: 'var(--muted)', text: 'the others'}] : told;
}
