import assert from 'node:assert/strict';
import {test} from 'node:test';
import {nearestLine, nextLine} from '../src/draw/lighting';
import {diverging, partColor} from '../src/draw/palette';
import {wrap} from '../src/host/export';
import {
  breakDown, compareParts, describeKind, findParts, formatChange, layoutGrid, listKinds, pickExtremes, resolveSteps,
} from '../src/model/breakdowns';
import {readColumns} from '../src/model/columns';
import {groupRuns} from '../src/model/groups';
import {fittingStep, needsLog} from '../src/model/majority';
import {findQuantity, listAxes, listPlanes, listQuantities} from '../src/model/quantities';
import {drawLines} from '../src/views/breakdowns';
import {buildReport, buildRow, buildRun} from './runs';

const STEPS = [0, 4, 64];
const DESCRIBED = {
  reconstruction_loss_colour_grey: {label: 'grey', kind: 'colour', part: 'grey', mean_image_loss: 2, weight: 0.5},
  reconstruction_loss_colour_chroma: {label: 'chroma', kind: 'colour', part: 'chroma', mean_image_loss: 0.5, weight: 0.5},
  effective_rank: {label: 'effective rank', unit: 'directions', better: 'high'},
  fitted_share: {label: 'rows fitted', format: 'share'},
};
const COLUMNS = {
  reconstruction_loss_colour_grey: [1, 0.5, 0.75],
  reconstruction_loss_colour_chroma: [0.5, 0.125, 0.375],
  effective_rank: [4, 8, 2],
  fitted_share: [0, 0.5, 0.75],
};
const row = buildRow('a', STEPS, COLUMNS, DESCRIBED);

test('crops: each row has the mean image of its own target', () => {
  const about = {label: 'grey', kind: 'colour', part: 'grey', by_row: [{mean_image_loss: 2, weight: 0.5}, {mean_image_loss: 3}, 'text']};
  const layout = {rows: [], flags: [], metrics: ['a'], run: {columns: {a: about}}};
  const losses = [0, 1, 2, 3].map((index) => readColumns(layout, index).get('a')!.part!.meanImageLoss);
  assert.deepEqual(losses, [2, 3, NaN, NaN]);
  assert.equal(readColumns(layout, 0).get('a')!.part!.weight, 0.5);
});

test('what a log says of its columns is taken as far as it is understood', () => {
  const metrics = ['a', 'b', 'c', 'd', 'e', '__proto__'];
  const columns = JSON.parse(
    '{"a": {"label": " two\\n words ", "kind": "frequency", "part": "low", "mean_image_loss": "NaN", "weight": -1, "better": ["low"]},' +
      '"b": null, "c": {"label": 7}, "d": {"label": "x", "kind": "class", "part": 3}, "z": {"label": "no column of the record"},' +
      '"__proto__": {"label": "own"}}',
  );
  const read = readColumns({rows: [], flags: [], metrics, run: {columns}});
  assert.deepEqual([...read.keys()], ['a', 'd', '__proto__']);
  const {label, better, isShare, part} = read.get('a')!;
  assert.deepEqual([label, better, isShare], ['two words', null, false]);
  assert.deepEqual(part, {kind: 'frequency', name: 'low', weight: NaN, meanImageLoss: NaN});
  assert.equal(read.get('d')!.part, null);
  for (const other of [undefined, null, 'text', [1], 3]) assert.equal(readColumns({rows: [], flags: [], metrics, run: {columns: other}}).size, 0);
  const long = readColumns({rows: [], flags: [], metrics, run: {columns: {a: {label: 'x'.repeat(9999)}}}});
  assert.equal(long.get('a')!.label.length, 48);
});

test('a described column is a quantity, a part of a breakdown is none', () => {
  const quantities = listQuantities([row]);
  assert.deepEqual(quantities.map(({key}) => key), ['effective_rank', 'fitted_share']);
  const {label, unit, better} = findQuantity(quantities, 'effective_rank');
  assert.deepEqual([label, unit, better], ['effective rank', 'directions', 'high']);
  assert.equal(findQuantity(quantities, 'fitted_share').format(0.5), '50.0 %');
  assert.deepEqual(findQuantity(quantities, 'effective_rank').read(row), [4, 8, 2]);
});

test('a described column takes neither the place nor the key of a quantity of the page', () => {
  const columns = {reconstruction_loss: [1, 1, 1], loss: [3, 3, 3]};
  const other = buildRow('a', STEPS, columns, {reconstruction_loss: {label: 'taken'}, loss: {label: 'own'}});
  const quantities = listQuantities([other]);
  assert.deepEqual(quantities.map(({key, label}) => [key, label]), [
    ['loss', 'reconstruction loss'],
    ['relative', 'loss, first = 1'],
    ['own loss', 'own'],
  ]);
});

test('a part is drawn as its explained variance, or as its loss where its mean image is not known', () => {
  assert.deepEqual(breakDown(row, 'colour', 'explained'), {
    kind: 'colour',
    unit: 'explained',
    parts: [{name: 'grey', values: [0.5, 0.75, 0.625]}, {name: 'chroma', values: [0, 0.75, 0.25]}],
  });
  assert.deepEqual(breakDown(row, 'colour', 'loss')!.parts[0]!.values, [1, 0.5, 0.75]);
  const grey = {reconstruction_loss_colour_grey: {label: 'g', kind: 'colour', part: 'grey'}};
  const constant = buildRow('a', STEPS, COLUMNS, {...DESCRIBED, ...grey});
  assert.deepEqual(breakDown(constant, 'colour', 'explained')!.parts.map(({name}) => name), ['chroma']);
  assert.equal(breakDown(constant, 'colour', 'loss')!.parts.length, 2);
  const blind = buildRow('a', STEPS, COLUMNS, grey);
  assert.deepEqual([breakDown(blind, 'colour', 'explained')!.unit, breakDown(row, 'class', 'loss')], ['loss', null]);
});

test('breakdowns that nobody described are found by the names of their columns, groups of rows are none', () => {
  const plain = buildRow('a', [0], {
    reconstruction_loss: [1],
    reconstruction_loss_group_00: [1],
    reconstruction_loss_limit_stderr: [1],
    reconstruction_loss_class_my_cat: [2],
    reconstruction_loss_class_dog: [3],
    reconstruction_loss_class_empty: [NaN],
  });
  assert.deepEqual(listKinds([plain]), ['class']);
  assert.deepEqual(findParts(plain, 'class').map(({name}) => name), ['my cat', 'dog']);
});

test('kinds that are not known come last, under their own name', () => {
  const own = buildRow('a', [0], {x: [1], y: [1]}, {x: {label: 'x', kind: 'toString', part: 'p'}, y: {label: 'y', kind: 'class', part: 'q'}});
  assert.deepEqual(listKinds([own, row]), ['colour', 'class', 'toString']);
  assert.deepEqual(describeKind('toString'), {name: 'toString', title: 'by toString'});
});

test('a crowd of lines is told by its extremes, an ordered one whole', () => {
  const parts = Array.from({length: 20}, (_, at) => ({name: `c${at}`, values: [0, at % 2 ? at : -at, NaN]}));
  assert.deepEqual([...pickExtremes(parts, false)], ['c19', 'c17', 'c15', 'c14', 'c16', 'c18']);
  assert.equal(pickExtremes(parts, true).size, 20);
  assert.equal(pickExtremes(parts.slice(0, 8), false).size, 8);
});

test('lines of a crowd share no colour, and the others step back', () => {
  const names = Array.from({length: 20}, (_, at) => `reconstruction_loss_class_${at}`);
  const crowd = buildRow('a', [0], Object.fromEntries(names.map((name, at) => [name, [at]])));
  const {lines} = drawLines(crowd, 'class', 'explained', 'light')!;
  const told = lines.filter(({isMuted}) => !isMuted);
  assert.deepEqual([lines.length, told.length, new Set(told.map(({color}) => color)).size], [20, 6, 6]);
});

test('two steps are compared: the minimum and the held or last one, unless others are chosen', () => {
  const report = buildReport('a', [['decrease', 0, 4], ['increase', 4, 64]], 4, true);
  assert.deepEqual(resolveSteps(row, report, {from: null, to: null, step: null}), [4, 64]);
  assert.deepEqual(resolveSteps(row, report, {from: null, to: null, step: 0}), [0, 4]);
  assert.deepEqual(resolveSteps(row, undefined, {from: null, to: 5, step: 64}), [0, 4]);
  assert.deepEqual(resolveSteps(row, report, {from: 60, to: 1e9, step: null}), [64, 64]);
  assert.equal(resolveSteps(buildRow('a', [], {}), report, {from: null, to: null, step: null}), null);
});

test('what was forgotten is less explained variance, or more loss', () => {
  const changes = compareParts(breakDown(row, 'colour', 'explained')!, row, [4, 64]);
  assert.deepEqual(changes, [
    {name: 'grey', from: 0.75, to: 0.625, change: -0.125, isLost: true},
    {name: 'chroma', from: 0.75, to: 0.25, change: -0.5, isLost: true},
  ]);
  assert.deepEqual(compareParts(breakDown(row, 'colour', 'loss')!, row, [4, 64]).map(({change, isLost}) => [change, isLost]), [
    [0.25, true],
    [0.25, true],
  ]);
  assert.equal(compareParts(breakDown(row, 'colour', 'loss')!, row, [0, 4])[0]!.isLost, false);
});

test('changes are written with their sign, those too small without', () => {
  assert.deepEqual([-0.1312, 0.05, -0.0001, NaN].map((change) => formatChange(change, 'explained')), ['\u221213.1', '+5.0', '0.0', '\u2013']);
  assert.equal(formatChange(-0.25, 'loss'), '\u22120.250');
});

test('positions are places of a picture, other parts are none', () => {
  const change = (name: string) => ({name, from: 0, to: 1, change: 1, isLost: false});
  const grid = layoutGrid(['row 1 column 1', 'row 1 column 2', 'row 3 column 2'].map(change))!;
  assert.deepEqual([grid.numRows, grid.numColumns, grid.cells.map(({row, column}) => [row, column])], [3, 2, [[0, 0], [0, 1], [2, 1]]]);
  assert.equal(layoutGrid(['row 1 column 1', 'red'].map(change)), null);
  assert.equal(layoutGrid(['row 1 column 1', 'row 1 column 999999999'].map(change)), null);
});

test('fitting a few begins where more than half of the rows are fitted', () => {
  assert.equal(fittingStep([0, 4, 64, 256], [0.1, 0.5, 0.51, 0.4]), 64);
  assert.equal(fittingStep([0, 4], [NaN, 0.2]), null);
  assert.deepEqual([needsLog([9000, NaN, 60]), needsLog([10, 100]), needsLog([0, 100]), needsLog([])], [true, false, false, false]);
});

test('planes are those whose both axes were measured, the probe loss upside down where it must serve', () => {
  const build = (names: string[]) => listAxes(listQuantities([buildRow('a', [0], Object.fromEntries(names.map((name) => [name, [1]])), {
    label_information: {label: 'label information'}, binned_information_input: {label: 'i'}, binned_information_label: {label: 'l'},
  })]));
  const loss = build(['explained_variance', 'probe_loss']);
  assert.deepEqual(listPlanes(loss).map(({key, axes}) => [key, ...axes]), [['information', 'explained', '-probe_loss']]);
  assert.deepEqual(loss.map(({key, isTurned}) => [key, Boolean(isTurned)]), [['explained', false], ['probe_loss', false], ['-probe_loss', true]]);
  const all = build(['explained_variance', 'probe_loss', 'label_information', 'binned_information_input', 'binned_information_label']);
  assert.deepEqual(listPlanes(all).map(({axes}) => axes[1]), ['label_information', 'binned_information_label']);
  assert.deepEqual(listPlanes(build(['binned_information_label'])), []);
});

test('colours: channels have their own, ordered parts a scale, lost is purple and learned green', () => {
  assert.equal(partColor('red', 2, 3, false, 'dark'), 'var(--red)');
  const palette = Array.from({length: 20}, (_, index) => partColor(`c${index}`, index, 20, false, 'dark'));
  assert.equal(new Set(palette).size, 20);
  assert.notEqual(partColor('0', 0, 5, true, 'light'), partColor('0', 0, 5, true, 'dark'));
  assert.notEqual(partColor('toString', 1, 2, false, 'light'), undefined);
  assert.deepEqual([diverging(-1, 'light'), diverging(1, 'light'), diverging(9, 'light')], ['rgb(118,42,131)', 'rgb(27,120,55)', 'rgb(27,120,55)']);
  assert.equal(diverging(0, 'dark'), 'rgb(69,67,71)');
});

test('seeds together keep what is said of their columns, and whose words are repeated', () => {
  const reports = (told: string | null) => [{...buildReport('a', [['decrease', 0, 4], ['increase', 4, 64]], 4, true), forgotten: told}];
  const [group] = groupRuns([buildRun('seed-0', [row], reports('Lost chroma.')), buildRun('seed-1', [row], reports(null))]);
  assert.deepEqual(listQuantities(group!.rows).map(({label}) => label), ['effective rank', 'rows fitted']);
  assert.match(group!.reports[0]!.forgotten!, /^Lost chroma\. \(In the run with the middle minimum/);
});

test('the words under a title are broken where a file ends', () => {
  assert.deepEqual(wrap('step 4 to 64. Lost chroma', 12), ['step 4 to', '64. Lost', 'chroma']);
  assert.deepEqual(wrap('', 5), ['']);
});

test('a line is meant by the pointer near it, and walked to from the highest down', () => {
  const line = (name: string, values: number[]) => ({name, color: '', steps: [0, 4], values});
  const lines = [line('low', [0, 10]), line('high', [100, 90]), line('gone', [NaN, NaN])];
  const y = (value: number) => 100 - value;
  assert.deepEqual([nearestLine(lines, 4, 15, y), nearestLine(lines, 4, 80, y), nearestLine(lines, 4, 50, y), nearestLine([], 0, 0, y)], [1, 0, -1, -1]);
  assert.deepEqual([nextLine(lines, 4, -1, 1), nextLine(lines, 4, 1, 1), nextLine(lines, 4, 0, 1), nextLine(lines, 4, 1, -1)], [1, 0, 0, 1]);
  assert.equal(nextLine([], 0, -1, 1), -1);
});
