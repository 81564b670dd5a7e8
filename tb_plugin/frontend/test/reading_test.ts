import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import {test} from 'node:test';
import {placeBeside} from '../src/charts/tooltip';
import {RUNS, dashRuns, runColor, viridis} from '../src/draw/palette';
import {shortenFloat, toCsv, toJson} from '../src/host/table';
import {keptStep, riseSince} from '../src/model/advice';
import {groupName, groupRuns} from '../src/model/groups';
import {findQuantity, listQuantities} from '../src/model/quantities';
import {findStrangers, nameRun, nearestStep} from '../src/model/series';
import type {RowSeries, RunData} from '../src/model/series';
import {findDifferences, readSetting} from '../src/model/settings';
import type {RunSummary} from '../src/source/data';
import {subtract} from '../src/views/compare';
import {findCrowd} from '../src/views/looks';
import {STEPS, buildAdvice, buildRow, buildRun, buildVggLike} from './runs';

test('the step that is advised is that of the first row of its layer', () => {
  const [conv1, features] = buildVggLike().rows as [RowSeries, RowSeries];
  const again = buildRow('features', STEPS, {}, {}, 'patch');
  const run = {...buildRun('a', [conv1, features, again]), advice: buildAdvice(64)};
  assert.deepEqual(run.rows.map((series) => keptStep(run, series)), [null, 64, null]);
  const silent = {...run, advice: {...run.advice, abstains: true}};
  assert.deepEqual(silent.rows.map((series) => keptStep(silent, series)), [null, null, null]);
});

test('the rise is up to the last loss that was measured', () => {
  const {rows, reports} = buildVggLike();
  const losses = rows[1]!.column('reconstruction_loss');
  assert.ok(Math.abs(riseSince(rows[1]!, reports[1]) - 0.44) < 1e-12);
  const diverged = buildRow('features', STEPS, {reconstruction_loss: losses.with(5, NaN)});
  assert.ok(Math.abs(riseSince(diverged, reports[1]) - 0.08) < 1e-12);
  assert.ok(Number.isNaN(riseSince(diverged, undefined)));
});

test('the advice of a group is that of the middle step', () => {
  const runs = [16, 64, 256].map((step, seed) => ({...buildVggLike(`seed-${seed}`), advice: buildAdvice(step)}));
  const {advice} = groupRuns(runs)[0]!;
  assert.deepEqual([advice!.step, advice!.text], [64, 'Keep 64. (In the run with the middle step.)']);
});

test('seeds are told by their names', () => {
  assert.equal(groupName('vgg8/seed-12/exact/phases'), 'vgg8/seed-*/exact/phases');
  assert.equal(groupName('seed_3'), groupName('seed_4'));
  assert.notEqual(groupName('run1'), groupName('run2'));
});

test('a group of seeds is the mean at the steps that all have, and its spread', () => {
  const row = (losses: number[], steps = [0, 1, 4]) => buildRow('a', steps, {reconstruction_loss: losses});
  const runs = [buildRun('s/seed-0', [row([1, 2, 3])]), buildRun('s/seed-1', [row([3, 6], [0, 4])]), buildRun('other', [row([9, 9, 9])])];
  const [group, other] = groupRuns(runs);
  assert.deepEqual([group!.summary.run, group!.numSeeds, nameRun(group!)], ['s/seed-*', 2, 's/seed-* (2 seeds)']);
  assert.deepEqual(group!.rows[0]!.steps, [0, 4]);
  assert.deepEqual(group!.rows[0]!.column('reconstruction_loss'), [2, 4.5]);
  assert.deepEqual(group!.rows[0]!.spread!('reconstruction_loss'), [[1, 3], [3, 6]]);
  assert.equal(other!.summary.run, 'other');
});

test('a seed without numbers takes none from the others', () => {
  const damaged = {...buildVggLike('seed-0'), rows: [], reports: []};
  const waiting = buildRun('seed-3', [buildRow('conv1', [], {})]);
  const [group] = groupRuns([damaged, buildVggLike('seed-1'), buildVggLike('seed-2'), waiting]);
  assert.equal(nameRun(group!), 'seed-* (2 seeds)');
  assert.deepEqual(group!.rows[0]!.steps, STEPS);
  assert.equal(groupRuns([damaged, buildVggLike('seed-1')])[0]!.summary.run, 'seed-1');
  assert.equal(groupRuns([damaged, {...damaged}])[0], damaged);
});

test('the report of a group is that of the middle minimum, its interval holds all', () => {
  const runs = [0, 1, 2].map((seed) => buildVggLike(`seed-${seed}`));
  runs[2]!.reports = runs[2]!.reports.map((report) => ({...report, minimum_step: 64, minimum_interval: [32, 128]}));
  const report = groupRuns(runs)[0]!.reports[1]!;
  assert.equal(report.minimum_step, 16);
  assert.deepEqual(report.minimum_interval, [8, 128]);
  assert.match(report.description!, /3 of 3 runs have an increase/);
});

test('quantities are those that were measured, transfer tasks among them', () => {
  const row = buildRow('a', [0, 1], {reconstruction_loss: [4, 2], transfer_colour_accuracy: [0.5, 0.75], probe_loss: [NaN, NaN]});
  const quantities = listQuantities([row]);
  assert.deepEqual(quantities.map(({key}) => key), ['loss', 'relative', 'transfer_colour_accuracy']);
  assert.deepEqual(findQuantity(quantities, 'relative').read(row), [1, 0.5]);
  assert.equal(findQuantity(quantities, 'gone').key, 'loss');
});

test('differences are taken at the steps that both runs have', () => {
  const base = buildRun('a', [buildRow('x', [0, 1, 2], {reconstruction_loss: [1, 2, 3]})]);
  const other = buildRun('b', [buildRow('x', [0, 2, 9], {reconstruction_loss: [1.5, 2.5, 0]})]);
  const quantity = findQuantity(listQuantities(base.rows), 'loss');
  const [line] = subtract(base.rows[0]!, [other], {colors: new Map([['b', 'red']]), dashes: new Map(), muted: new Set()}, quantity);
  assert.deepEqual([line!.steps, line!.values], [[0, 2], [0.5, -0.5]]);
});

test('CSV quotes what would break it, and keeps formulas from being run', () => {
  const table = {columns: ['layer', 'step', 'loss'], rows: [['a,"b"', 1, NaN], ['=cmd()', 2, 0.5]]};
  assert.equal(toCsv(table), 'layer,step,loss\r\n"a,""b""",1,\r\n\'=cmd(),2,0.5\r\n');
  assert.deepEqual(JSON.parse(toJson(table)), [
    {layer: 'a,"b"', step: 1, loss: null},
    {layer: '=cmd()', step: 2, loss: 0.5},
  ]);
});

test('the nearest step is so on the log axis', () => {
  assert.equal(nearestStep(STEPS, 33), 4);
  assert.equal(nearestStep(STEPS, 30), 3);
  assert.equal(nearestStep([], 3), 0);
});

test('the colour scale is even in lightness', () => {
  const light = (share: number) => {
    const [red, green, blue] = viridis(share).match(/\d+/g)!.map(Number) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  for (let share = 0.05; share <= 1; share += 0.05) assert.ok(light(share) > light(share - 0.05), String(share));
});

test('runs that share a colour differ in their strokes, and a run keeps its colour', () => {
  const names = Array.from({length: 20}, (_, index) => `run${index}`);
  const colors = new Map(names.map((name, index) => [name, runColor(index, 'light')]));
  const drawn = names.slice(5, 15);
  const dashes = dashRuns(drawn, colors);
  assert.equal(new Set(drawn.map((name) => `${colors.get(name)} ${dashes.get(name)}`)).size, drawn.length);
  assert.equal(drawn.filter((name) => dashes.get(name) === '').length, 8);
});

test('of many runs all but the pinned are a crowd, of few none', () => {
  const names = Array.from({length: 10}, (_, index) => `run${index}`);
  assert.deepEqual([...findCrowd(names, ['run3', 'gone'])], names.filter((name) => name !== 'run3'));
  assert.equal(findCrowd(names.slice(1), []).size, 0);
});

test('runs without a row of that in focus are strangers, those without any row not yet', () => {
  const [one, other, empty] = ['a', 'b', 'c'].map((layer) => buildRun(layer, [buildRow(layer, [0], {})])) as [RunData, RunData, RunData];
  assert.deepEqual(findStrangers(one, [other, {...empty, rows: []}, {...other, rows: [...other.rows, ...one.rows]}]), ['b']);
});

test('a run reads at 3:1 and more on the page and on the bands, in both themes', () => {
  const styles = fs.readFileSync('src/style.css', 'utf8');
  const light = (color: string) => {
    const whole = color.length === 4 ? color.replaceAll(/[^#]/g, '$&$&') : color;
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(whole.slice(at, at + 2), 16) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [first, second] = styles.split(":root[data-theme='dark']") as [string, string];
  for (const [theme, block] of [['light', first], ['dark', second]] as const) {
    for (const name of ['background', 'surface', 'constant', 'decrease', 'increase']) {
      const back = light(new RegExp(`--${name}: (#\\w+);`).exec(block)![1]!);
      for (const color of RUNS[theme]) {
        const ratio = Math.max(light(color), back) / Math.min(light(color), back);
        assert.ok(ratio >= 3, `${color} on ${name}, ${theme}: ${ratio}`);
      }
    }
    assert.equal(new Set(RUNS[theme]).size, 8);
  }
});

test('a tooltip lies below its chart, else at its side, and beside the mark where there is no room', () => {
  const [box, page] = [{width: 200, height: 100}, {width: 1000, height: 500}];
  const chart = (left: number, top: number, right: number, bottom: number) => ({left, top, right, bottom}) as DOMRectReadOnly;
  assert.deepEqual(placeBeside(box, {left: 300, top: 90}, chart(100, 80, 500, 300), page), [200, 302]);
  assert.deepEqual(placeBeside(box, {left: 110, top: 90}, chart(100, 80, 500, 300), page), [10, 302]);
  assert.deepEqual(placeBeside(box, {left: 300, top: 390}, chart(100, 380, 500, 490), page), [508, 396]);
  assert.deepEqual(placeBeside(box, {left: 800, top: 390}, chart(600, 380, 990, 490), page), [392, 396]);
  assert.deepEqual(placeBeside(box, {left: 800, top: 390}, chart(10, 380, 990, 490), page), [700, 278]);
  assert.deepEqual(placeBeside(box, {left: 900, top: 20}, chart(10, 10, 990, 490), page), [686, 38]);
});

test('the settings in which runs differ are told, not what was measured', () => {
  const tell = (run: Record<string, unknown>) => ({layout: {rows: [], metrics: [], flags: [], run}}) as unknown as RunSummary;
  const runs = [tell({seed: 0, model: 'a', columns: {}, mean_image_loss: 1}), tell({seed: 1, model: 'a', transfer: {x: [1]}, mean_image_loss: 2})];
  assert.deepEqual(findDifferences(runs), ['seed', 'transfer']);
  assert.deepEqual(findDifferences(runs.slice(1)), []);
  assert.deepEqual(runs.map((one) => readSetting(one, 'transfer')), [null, '{"x":[1]}']);
  const schedules = [2, 4].map((rate) => tell({schedule: `LogSpaced(per_doubling=${rate}, sparse_until=64)`}));
  assert.deepEqual(findDifferences(schedules), ['schedule'], 'long texts that differ in their middle');
});

test('a float32 is saved with the digits that it has', () => {
  assert.deepEqual([0.1, 1 / 3, 3.4e-5].map((value) => shortenFloat(Math.fround(value))), [0.1, 0.33333334, 3.4e-5]);
  assert.deepEqual([0.1, 65536, 16777217].map(shortenFloat), [0.1, 65536, 16777217]);
});
