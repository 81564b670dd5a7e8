/** The change of every place of the image between two steps, as a picture of the image. */
import {diverging} from '../draw/palette';
import type {Theme} from '../draw/palette';
import {describeChange, formatChange} from '../model/breakdowns';
import type {Grid} from '../model/breakdowns';
import type {PartUnit} from '../model/selection';

const LEGEND = {height: 10, gap: 10, room: 44, parts: 41};

interface GridMapProps {
  grid: Grid;
  unit: PartUnit;
  most: number;
  steps: [number, number];
  width: number;
  theme: Theme;
}

export function gridHeight(grid: Grid, width: number): number {
  return grid.numRows * cellSize(grid, width) + LEGEND.gap + LEGEND.room;
}

function cellSize({numColumns}: Grid, width: number): number {
  return Math.max(8, Math.min(52, Math.floor((width - 8) / numColumns)));
}

export function GridMap({grid, unit, most, steps, width, theme}: GridMapProps) {
  const {numRows, numColumns, cells} = grid;
  const size = cellSize(grid, width);
  // More loss is less of the image.
  const sign = unit === 'loss' ? -1 : 1;
  const left = 4;
  return (
    <g class="grid-map">
      {cells.map((place) => {
        const {name, row, column, change} = place;
        const share = (sign * change) / most;
        return (
          <g key={name} transform={`translate(${left + column * size},${row * size})`}>
            <title>{describeChange(place, unit, steps)}</title>
            {Number.isFinite(change) ? (
              <rect width={size - 2} height={size - 2} fill={diverging(share, theme)} />
            ) : (
              <rect class="missing" width={size - 2} height={size - 2} />
            )}
            {size >= 36 && (
              <text class={Math.abs(share) > 0.62 ? 'on-strong' : 'on-weak'} x={size / 2 - 1} y={size / 2 - 1} dy="0.32em" text-anchor="middle">
                {formatChange(change, unit)}
              </text>
            )}
          </g>
        );
      })}
      <Legend left={left} top={numRows * size + LEGEND.gap} width={Math.min(width - 8, Math.max(230, numColumns * size - 2))} most={most} sign={sign} unit={unit} theme={theme} />
    </g>
  );
}

interface LegendProps {
  left: number;
  top: number;
  width: number;
  most: number;
  sign: number;
  unit: PartUnit;
  theme: Theme;
}

function Legend({left, top, width, most, sign, unit, theme}: LegendProps) {
  const step = width / LEGEND.parts;
  return (
    <g class="color-legend" transform={`translate(${left},${top})`}>
      {Array.from({length: LEGEND.parts}, (_, index) => (
        <rect key={index} x={index * step} width={step + 0.4} height={LEGEND.height} fill={diverging((2 * index) / (LEGEND.parts - 1) - 1, theme)} />
      ))}
      <text y={LEGEND.height + 13}>{formatChange(-sign * most, unit)} forgotten</text>
      <text x={width} y={LEGEND.height + 13} text-anchor="end">
        learned {formatChange(sign * most, unit)}
      </text>
    </g>
  );
}
