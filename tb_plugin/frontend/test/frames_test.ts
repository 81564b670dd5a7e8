import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bordersOf, cellOf, findFrame} from '../src/model/frames';
import type {Size} from '../src/model/frames';
import type {ImageListing} from '../src/source/data';
import {buildVggLike} from './runs';

const run = buildVggLike();

function listSizes(...sizes: Size[]): ImageListing {
  const rows = sizes.map((size, index) => ({layer: `${index}`, decoder: 'patch', size, input: 0}));
  return {run: 'a', steps: [0], wall_times: [1], rows, num_examples: 1, labels: null, error: null};
}

test('crops of one input have one cell, each at its place in the frame', () => {
  const frame: Size = [28, 28];
  const cell = cellOf(frame, 64);
  assert.deepEqual(cell, [56, 56]);
  assert.deepEqual(bordersOf([28, 28], frame, cell, true), [0, 0, 0, 0]);
  assert.deepEqual(bordersOf([26, 26], frame, cell, true), [2, 2, 2, 2]);
  // Of an odd number of pixels the smaller half lies before, as the decoder crops.
  assert.deepEqual(bordersOf([27, 25], frame, cell, true), [0, 4, 2, 2]);
  assert.deepEqual(bordersOf([14, 14], frame, cell, false), [0, 0, 0, 0]);
  assert.deepEqual(cellOf([224, 448], 64), [32, 64]);
});

test('the frame is that of the input, else the largest picture', () => {
  const listing = listSizes([26, 26], [22, 24]);
  const withSettings = (settings: Record<string, unknown>) => ({...run, summary: {...run.summary, layout: {...run.summary.layout!, run: settings}}});
  assert.deepEqual(findFrame(listing, withSettings({input_shape: [28, 28, 3], target: null})), [28, 28]);
  for (const other of [{}, {input_shape: 'x'}, {input_shape: [20, 28]}, {input_shape: [28, 1e9]}, {input_shape: [28, 28], target: 'block1'}]) {
    assert.deepEqual(findFrame(listing, withSettings(other)), [26, 26], JSON.stringify(other));
  }
});
