import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import {test} from 'node:test';
import type {VNode} from 'preact';
import {renderToString} from 'preact-render-to-string';
import {HeatMapChart, cellEdges} from '../src/charts/heat_map';
import {LinesChart} from '../src/charts/lines';
import type {PanelOptions} from '../src/charts/layout';
import {PanelChart} from '../src/charts/panel';
import {PortraitChart, layoutPortrait, placeLabels} from '../src/charts/portrait';
import {Cursor} from '../src/cursor';
import {findQuantity, listQuantities} from '../src/quantities';
import type {Quantity} from '../src/quantities';
import {buildVggLike} from './runs';

const run = buildVggLike();
const quantities = listQuantities(run.rows);
const loss = findQuantity(quantities, 'loss');
const cursor = new Cursor();
const actions = {hold: () => {}, zoom: () => {}};
const options: PanelOptions = {quantity: loss, stepAxis: 'log', steps: [0, 256], accuracyDomain: [0.3, 0.9]};
const axes: [Quantity, Quantity] = [findQuantity(quantities, 'accuracy'), findQuantity(quantities, 'relative')];

/** Compares the chart with the picture in test/golden; `UPDATE_GOLDEN=1 npm test` writes it anew: look at it. */
function assertGolden(name: string, chart: VNode): void {
  const [svg] = /<svg.*<\/svg>/s.exec(renderToString(chart))!;
  const drawn = svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replaceAll('><', '>\n<') + '\n';
  const file = path.join('test', 'golden', `${name}.svg`);
  if (process.env.UPDATE_GOLDEN) fs.writeFileSync(file, drawn);
  assert.equal(drawn, fs.readFileSync(file, 'utf8'));
}

test('a panel is drawn as it was', () => {
  const companions = [{run: 'b', color: '#009e73', dash: '', series: buildVggLike('b', 0.05).rows[1]!}];
  assertGolden(
    'panel',
    <PanelChart
      series={run.rows[1]!}
      report={run.reports[1]}
      companions={companions}
      options={options}
      held={64}
      cursor={cursor}
      actions={actions}
    />,
  );
});

test('a portrait is drawn as it was', () => {
  const {rows, reports} = run;
  assertGolden(
    'portrait',
    <PortraitChart name="vgg8" rows={rows} reports={reports} axes={axes} theme="light" held={null} cursor={cursor} actions={actions} />,
  );
});

test('a heat map is drawn as it was', () => {
  const {rows, reports} = run;
  assertGolden(
    'heat_map',
    <HeatMapChart
      name="vgg8"
      rows={rows}
      reports={reports}
      quantity={loss}
      colors="each"
      stepAxis="log"
      steps={[0, 256]}
      held={null}
      cursor={cursor}
      actions={actions}
    />,
  );
});

test('lines are drawn as they were', () => {
  const lines = [{name: 'b', color: '#0072b2', steps: [0, 4, 256], values: [0.1, NaN, -0.1]}];
  assertGolden(
    'lines',
    <LinesChart
      lines={lines}
      label="difference"
      name="features"
      panel="features/linear"
      quantity={loss}
      stepAxis="linear"
      steps={[0, 256]}
      level={0}
      cursor={cursor}
      actions={actions}
    />,
  );
});

test('a trajectory is split at the phases and knows its minimum', () => {
  const {trajectories} = layoutPortrait({rows: run.rows, reports: run.reports, axes, theme: 'light'}, 600);
  const parts = trajectories[1]!.parts;
  assert.deepEqual(parts.map(({kind, from, to}) => [kind, from, to]), [
    ['constant', 0, 1],
    ['decrease', 1, 3],
    ['increase', 3, 5],
  ]);
  assert.equal(trajectories[1]!.places[trajectories[1]!.minimum]!.step, 16);
});

test('what was not measured has no place in a portrait', () => {
  const [first] = buildVggLike().rows;
  const blind = {...first!, column: (name: string) => first!.column(name).map((value) => (name === 'probe_accuracy' ? NaN : value))};
  const {trajectories} = layoutPortrait({rows: [blind], reports: [], axes, theme: 'light'}, 600);
  assert.deepEqual(trajectories[0]!.places, []);
});

test('cells meet half-way, and the last is no wider than its half neighbours make it', () => {
  assert.deepEqual(cellEdges([10, 20, 40], 0, 100), [
    [5, 15],
    [15, 30],
    [30, 50],
  ]);
  assert.deepEqual(cellEdges([2, 99], 0, 100)[1], [50.5, 100]);
});

test('labels that would meet are moved apart', () => {
  const place = (ys: number[], width = 30) =>
    placeLabels(ys.map((y, index) => ({left: 20 * index, right: 20 * index + width, y})), 5, 0, 100);
  assert.deepEqual(place([10, 11, 12]), [10, 15, 10]);
  assert.deepEqual(place([10, 11, 12], 200), [10, 15, 5]);
  assert.deepEqual(place([99, 100, 100], 200), [99, 94, 89]);
  // Those that would have to lie far from their ends are left out.
  assert.deepEqual(place(Array.from({length: 8}, () => 50), 200), [50, 45, 55, 40, 60, 35, 65, null]);
});
