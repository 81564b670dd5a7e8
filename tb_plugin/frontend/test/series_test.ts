import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findQuantity, listQuantities} from '../src/model/quantities';
import {buildSeries, commonFlags, findBest, findLone, labelRows, listRemarks, nameRow, unpackFlags} from '../src/model/series';
import {decodeAll} from '../src/source/data';
import type {RunMetrics} from '../src/source/data';
import {buildRow} from './runs';

const METRICS = [
  'reconstruction_loss',
  'reconstruction_stderr',
  'explained_variance',
  'mean_image_loss',
  'probe_accuracy',
  'transfer_colour_accuracy',
  'flags',
];
const ROWS = ['conv1', 'conv2'].map((layer) => ({
  layer,
  decoder: 'linear',
  strategy: 'primal',
  num_features: 8,
  probe_features: 8,
}));

// Two steps of two rows; float32 holds all of these exactly.
const VALUES = [
  [0.5, 0.25, 0.5, 2, 0.125, 0.25, 1],
  [1.5, NaN, 0.25, 2, NaN, NaN, 0],
  [0.25, 0.25, 0.75, 2, 0.5, 0.75, 3],
  [1.25, NaN, 0.5, 2, NaN, NaN, 0],
].flat();

function encode(change: Record<string, unknown> = {}): ArrayBuffer {
  const header: Partial<RunMetrics> = {
    run: 'a',
    steps: [0, 4],
    shape: [2, 2, METRICS.length],
    layout: {rows: ROWS, metrics: METRICS, flags: ['training_heldout', 'few_rows'], run: {}},
  };
  let text = JSON.stringify({...header, ...change});
  text += ' '.repeat((4 - (text.length % 4)) % 4);
  const content = new Uint8Array(4 + text.length + 4 * VALUES.length);
  new DataView(content.buffer).setUint32(0, text.length, true);
  content.set(new TextEncoder().encode(text), 4);
  content.set(new Uint8Array(new Float32Array(VALUES).buffer), 4 + text.length);
  return content.buffer;
}

test('a run is read back row by row, step by step', () => {
  const [first, second] = buildSeries(decodeAll(encode())[0]!);
  assert.deepEqual([first!.steps, first!.column('reconstruction_loss')], [[0, 4], [0.5, 0.25]]);
  assert.deepEqual(second!.column('reconstruction_loss'), [1.5, 1.25]);
  assert.deepEqual(first!.column('transfer_colour_accuracy'), [0.25, 0.75]);
  assert.ok(first!.column('epoch').every(Number.isNaN), 'a column that is not there is not measured');
});

test('values without a neighbour are found', () => {
  assert.deepEqual(findLone([1, NaN, 2, 3, NaN, 4]), [0, 5]);
  assert.deepEqual(findLone([7]), [0]);
  assert.deepEqual(findLone([NaN, 1, 2]), []);
});

test('a row is named by its layer, and by its decoder too where the layer has several', () => {
  const [first, second] = buildSeries(decodeAll(encode())[0]!);
  const other = {...first!, row: {...first!.row, decoder: 'deconv'}};
  assert.deepEqual([first!, second!].map((row, _, rows) => nameRow(row, rows)), ['conv1', 'conv2']);
  assert.deepEqual([first!, other, second!].map((row, _, rows) => nameRow(row, rows)), ['conv1 (linear)', 'conv1 (deconv)', 'conv2']);
});

test('values that do not fill the shape are refused', () => {
  assert.throws(() => decodeAll(encode({shape: [3, 2, METRICS.length]})), /run a: the answer ends before its 3 x 2 x 7/);
});

test('several runs lie one after the other', () => {
  const [first, second] = [encode(), encode({run: 'b'})];
  const joined = new Uint8Array([...new Uint8Array(first), ...new Uint8Array(second)]).buffer;
  const runs = decodeAll(joined);
  assert.deepEqual(runs.map(({run}) => run), ['a', 'b']);
  assert.deepEqual(runs[1]!.values, runs[0]!.values);
});

test('the best accuracy is that of the earliest highest value, and none without labels', () => {
  const [first, second] = buildSeries(decodeAll(encode())[0]!);
  assert.equal(findBest(first!)?.step, 4);
  assert.equal(findBest(second!), null);
});

test('flags of every record belong to the run, others to their step', () => {
  const [first] = buildSeries(decodeAll(encode())[0]!);
  assert.deepEqual(commonFlags(first!), ['training_heldout']);
  assert.deepEqual(first!.flags()[1], ['training_heldout', 'few_rows']);
  assert.deepEqual(listRemarks(first!), [[], ['few_rows']]);
  assert.deepEqual(unpackFlags(NaN, ['a']), []);
  assert.deepEqual(unpackFlags(2 ** 12, Array.from({length: 13}, (_, index) => `f${index}`)), ['f12']);
});

test('explained variance takes its standard error from the loss of the mean image', () => {
  const [first] = buildSeries(decodeAll(encode())[0]!);
  const {read, readErrors, references} = findQuantity(listQuantities([first!]), 'explained');
  assert.deepEqual(read(first!), [0.5, 0.75]);
  assert.deepEqual(readErrors!(first!), [0.125, 0.125]);
  assert.deepEqual(references!(first!), [
    {label: 'mean image', value: 0},
    {label: 'untrained', value: 0.5},
  ]);
});

test('long names lose what all of them share, and are told apart', () => {
  const label = (names: string[]) => labelRows(names.map((name) => buildRow(name, [0], {})));
  const long = ['conv2_block1', 'conv2_block10', 'conv5_block3'].map((name) => `resnet50_${name}_out_activation`);
  assert.deepEqual(label(long), ['conv2_block1', 'conv2_block10', 'conv5_block3']);
  assert.deepEqual(label(['block1_relu', 'block2_relu']), ['block1_relu', 'block2_relu']);
  assert.deepEqual(label(['encoder_of_a_long_name', 'encoder_of_a_long_name_2']), ['name', 'name_2']);
});
