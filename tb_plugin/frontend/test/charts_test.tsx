import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import {test} from 'node:test';
import type {VNode} from 'preact';
import {renderToString} from 'preact-render-to-string';
import {DifferenceChart} from '../src/charts/difference';
import {HeatMapChart, cellEdges, layoutHeatMap, listCells} from '../src/charts/heat_map';
import {LinesChart} from '../src/charts/lines';
import {PanelChart} from '../src/charts/panel';
import {PortraitChart, layoutPortrait} from '../src/charts/portrait';
import {Cursor} from '../src/draw/cursor';
import {accuracyDomain, sharedDomain} from '../src/draw/layout';
import type {PanelOptions} from '../src/draw/layout';
import {hatch} from '../src/draw/marks';
import {spread} from '../src/draw/scales';
import {blankNoise, riseSince} from '../src/model/advice';
import {drawnQuantity, findQuantity, listQuantities} from '../src/model/quantities';
import type {Quantity} from '../src/model/quantities';
import {buildAdvice, buildReport, buildRow, buildVggLike} from './runs';

const run = buildVggLike();
const quantities = listQuantities(run.rows);
const loss = findQuantity(quantities, 'loss');
const cursor = new Cursor();
const actions = {hold: () => {}, unhold: () => {}, zoom: () => {}};
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
  const companions = [{run: 'b', name: 'b', color: '#009e73', dash: '', series: buildVggLike('b', 0.05).rows[1]!}];
  assertGolden(
    'panel',
    <PanelChart
      series={run.rows[1]!}
      report={run.reports[1]}
      kept={64}
      companions={companions}
      options={options}
      held={4}
      cursor={cursor}
      actions={actions}
    />,
  );
});

test('a run of a crowd steps back, and waits to be lit', () => {
  const series = buildVggLike('b', 0.05).rows[1]!;
  const companions = [true, false].map((isMuted) => ({run: `${isMuted}`, name: 'b', color: 'red', dash: '', isMuted, series}));
  const svg = renderToString(<PanelChart series={run.rows[1]!} report={undefined} kept={null} companions={companions} options={options} held={null} cursor={cursor} actions={actions} />);
  assert.deepEqual([...svg.matchAll(/<g(?: class="([\w-]+)")? data-run="(\w+)"/g)].map(([, name, told]) => [name, told]), [['muted-line', 'true'], [undefined, 'false']]);
});

test('a portrait is drawn as it was', () => {
  const {rows, reports} = run;
  assertGolden(
    'portrait',
    <PortraitChart name="vgg8" rows={rows} reports={reports} advice={buildAdvice(64)} axes={axes} theme="light" held={null} cursor={cursor} actions={actions} />,
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
      domain={null}
      stepAxis="log"
      steps={[0, 256]}
      held={null}
      cursor={cursor}
      actions={actions}
    />,
  );
});

test('noise of a layer that keeps nearly all has no colour and no height of its own', () => {
  const noise = [7e-5, 1e-4, 8e-5];
  const flat = buildRow('conv1', [0, 4, 256], {
    reconstruction_loss: noise, mean_image_loss: [1, 1, 1], explained_variance: noise.map((value) => 1 - value),
  });
  for (const [low, high] of [sharedDomain(loss, [flat]), sharedDomain(findQuantity(quantities, 'explained'), [flat])]) {
    assert.ok(Math.abs(high - low - 0.01) < 0.006, `${low} to ${high}`);
  }
  const chart = {reports: [], stepAxis: 'log' as const, steps: [0, 256] as [number, number]};
  const cells = listCells(layoutHeatMap({...chart, rows: [flat], quantity: loss, domain: null}, 640));
  const colors = cells.map(({color}) => color.match(/\d+/g)!.map(Number));
  assert.equal(cells.length, 3);
  assert.ok(colors.every((color) => color.every((value, channel) => Math.abs(value - colors[0]![channel]!) <= 4)), String(colors));
});

test('what noise alone put where it is stays blank', () => {
  const [series] = run.rows;
  const constant = buildReport('conv1', [['constant', 0, 256]], 4, false);
  assert.deepEqual([blankNoise(constant).minimum_step, blankNoise(constant).minimum_interval], [null, null]);
  assert.equal(blankNoise(run.reports[0]!), run.reports[0]);
  assert.ok(Number.isNaN(riseSince(series!, {...constant, minimum_step: 256})));
  assert.ok(Math.abs(riseSince(run.rows[1]!, run.reports[1]) - 0.44) < 1e-9);
});

test('the scale of the probes leaves the model alone', () => {
  const probes = buildRow('conv1', [0, 4], {probe_accuracy: [0.97, 0.99], model_accuracy: [0.1, 0.99]});
  assert.deepEqual(accuracyDomain([probes]), [0.97, 0.99]);
  assert.equal(accuracyDomain([buildRow('conv1', [0, 4], {model_accuracy: [0.1, 0.99]})]), null);
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

test('a breakdown is drawn as it was', () => {
  const shares = [[0.9, 0.95, 0.92], [0.5, 0.7, 0.6], [0.1, 0.2, 0.1], [0.05, 0.1, 0.09]];
  const lines = shares.map((values, index) => ({
    name: `part ${index}`, color: `rgb(${index},0,0)`, steps: [0, 4, 256], values, isMuted: index === 2,
  }));
  assertGolden(
    'breakdown',
    <LinesChart
      lines={lines}
      label="explained variance"
      name="features, by part"
      panel="features/linear"
      quantity={drawnQuantity('explained variance', true)}
      stepAxis="log"
      steps={[0, 256]}
      hasLabels
      phases={run.reports[1]!.stages}
      marks={[{step: 64, before: 'prototyping', after: 'fitting a few'}]}
      cursor={cursor}
      actions={actions}
    />,
  );
});

test('a logarithmic axis names few of its ticks', () => {
  const lines = [{name: 'rows', color: 'red', steps: [0, 256], values: [9000, 60]}];
  const text = renderToString(
    <LinesChart lines={lines} label="rows" name="rows" panel="a" quantity={drawnQuantity('rows', false)} stepAxis="log" steps={[0, 256]} isLog cursor={cursor} actions={actions} />,
  );
  assert.deepEqual(text.match(/(?<=text-anchor="end">)[\dk]+(?=<)/g), ['100', '1k']);
  assert.equal(text.match(/class="grid"/g)!.length, 2);
});

test('a difference is drawn as it was', () => {
  const colour = [
    {name: 'grey', from: 0.7, to: 0.6, change: -0.1, isLost: true},
    {name: 'chroma <b>', from: 0.4, to: 0.5, change: 0.1, isLost: false},
    {name: 'empty', from: NaN, to: NaN, change: NaN, isLost: false},
  ];
  const places = [-0.4, -0.2, 0, 0.1].map((change, at) => ({
    name: `row ${1 + Math.floor(at / 2)} column ${1 + (at % 2)}`, from: 0.5, to: 0.5 + change, change, isLost: change < 0,
  }));
  assertGolden(
    'difference',
    <DifferenceChart
      name="features"
      sections={[
        {title: 'by grey and colour', unit: 'explained', changes: colour, most: 0.1},
        {title: 'by image position', unit: 'explained', changes: places, most: 0.4},
      ]}
      steps={[64, 256]}
      theme="light"
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

test('a turned axis has its low values on top', () => {
  const turned: [Quantity, Quantity] = [axes[0], {...axes[1], isTurned: true}];
  const [plain, other] = [axes, turned].map((chosen) => layoutPortrait({rows: run.rows, reports: [], axes: chosen, theme: 'light'}, 600).y);
  assert.deepEqual(other!.domain(), plain!.domain().toReversed());
  assert.deepEqual(other!.range(), plain!.range());
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
  assert.deepEqual(spread([10, 11, 12], 5, 0, 100), [10, 15, 20]);
  assert.deepEqual(spread([90, 99, 100], 5, 0, 100), [90, 95, 100]);
});

test('a rise that is not certain is hatched, within its stretch', () => {
  const rising = buildReport('features', [['decrease', 0, 16], ['rising', 16, 256]], 16, false);
  const svg = renderToString(<PanelChart series={run.rows[1]!} report={rising} kept={null} companions={[]} options={options} held={null} cursor={cursor} actions={actions} />);
  assert.equal(svg.match(/class="band rising"/g)!.length, 1);
  assert.equal(svg.match(/class="hatch"/g)!.length, 1);
  const places = [...hatch(10, 20, 30, 12).matchAll(/[ML]([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  assert.ok(places.length > 4 && places.every(([x, y]) => x >= 10 && x <= 40 && y >= 20 && y <= 32), JSON.stringify(places));
});
