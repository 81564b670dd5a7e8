/** From the majority to a few: how many rows the loss and the gradient sit in, step by step. */
import {useMemo} from 'preact/hooks';
import type {Line} from '../draw/line_marks';
import {depthColor} from '../draw/palette';
import {useTheme} from '../host/host';
import {formatStep} from '../model/format';
import {FITTED, GRADIENT, HARDEST, PROTOTYPES, findModelRow, fittingStep, needsLog} from '../model/majority';
import {drawnQuantity} from '../model/quantities';
import type {RowSeries} from '../model/series';
import {LinesFigure} from './lines_figure';
import type {ViewProps} from './view_props';

const SHARE = drawnQuantity('share', true);
const COUNT = drawnQuantity('rows', false);

export function Majority({focus, options, cursor, actions}: ViewProps) {
  const theme = useTheme();
  const series = useMemo(() => findModelRow(focus.rows), [focus.rows]);
  const panels = useMemo(() => (series ? drawPanels(series, theme) : []), [series, theme]);
  const turn = useMemo(() => (series ? fittingStep(series.steps, series.column(FITTED)) : null), [series]);
  const marks = useMemo(() => (turn === null ? [] : [{step: turn, before: 'prototyping', after: 'fitting a few'}]), [turn]);
  if (!series || !panels.length) return null;
  return (
    <>
      <h2 class="section">From the majority to a few</h2>
      <p class="explanation">
        At first the network learns what most rows have in common (prototyping); once more than half of them are fitted
        {turn !== null && ` (dashed, step ${formatStep(turn)})`}, the loss sits in ever fewer rows, and these few drive the gradient (
        <a href="https://arxiv.org/abs/2202.08299" target="_blank" rel="noreferrer">
          arXiv 2202.08299
        </a>
        ).
      </p>
      <div class="panels" role="group" aria-label="From the majority to a few">
        {panels.map((panel) => (
          <LinesFigure
            key={panel.title}
            {...panel}
            name={panel.title}
            panel={series.key}
            options={options}
            hasLabels={panel.lines.length > 1}
            marks={marks}
            cursor={cursor}
            actions={actions}
          />
        ))}
      </div>
    </>
  );
}

function drawPanels(series: RowSeries, theme: 'light' | 'dark') {
  const draw = (column: string, name: string, color: string): Line[] => {
    const values = series.column(column);
    return values.some(Number.isFinite) ? [{name, color, steps: series.steps, values}] : [];
  };
  const hardest = HARDEST.flatMap((column, index) =>
    draw(column, `hardest ${column.split('_').at(-1)} %`, depthColor(index, HARDEST.length, theme)),
  );
  const fitted = [...draw(FITTED, 'fitted', 'var(--accuracy)'), ...draw(PROTOTYPES, 'by prototypes', 'var(--muted)')];
  const gradient = draw(GRADIENT, 'rows', 'var(--loss)');
  return [
    {title: 'Loss of the hardest rows', subtitle: 'fit rows', label: 'share of the cross-entropy', lines: hardest, quantity: SHARE, isLog: false},
    {
      title: 'Rows fitted',
      subtitle: fitted.length > 1 ? 'or decided by prototypes' : 'fit rows',
      label: 'share of the rows',
      lines: fitted,
      quantity: SHARE,
      isLog: false,
    },
    {
      title: 'Rows in the gradient',
      subtitle: 'of the last layer',
      label: 'effective number of rows',
      lines: gradient,
      quantity: COUNT,
      isLog: needsLog(gradient.flatMap(({values}) => values)),
    },
  ].filter(({lines}) => lines.length);
}
