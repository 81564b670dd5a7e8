import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isOwnHash, parseHash, updateHash} from '../src/host/hash';
import {readSelection, resolveLayers, resolveOthers, resolveRun, writeSelection} from '../src/model/selection';
import type {Selection} from '../src/model/selection';
import type {RunSummary} from '../src/source/data';

test('a selection survives the way through the URL', () => {
  const selection: Selection = {
    view: 'portrait',
    run: 'a&b=c/phases <i>',
    others: ['d,e/phases', '%41'],
    filter: '^a&|b=,%41',
    pins: ['f,g'],
    layers: ['conv1'],
    stepAxis: 'linear',
    metric: 'explained',
    step: 64,
    zoom: [8, 1024],
    grouped: true,
    portrait: ['transfer_a,b_loss', 'loss'],
    kind: 'my kind & <i>',
    unit: 'loss',
    from: 0,
    to: 64,
    against: 'step',
  };
  assert.deepEqual(readSelection(parseHash(updateHash('#phases', writeSelection(selection)))), selection);
});

test('values of other tabs stay', () => {
  const hash = updateHash('#phases&p.other.x=1&p.phases.run=old', {run: 'new'});
  assert.equal(hash, '#phases&p.other.x=1&p.phases.run=new');
});

test('only the hash of this tab is ours to write', () => {
  assert.ok(isOwnHash('#phases') && isOwnHash('#phases&p.phases.x=log'));
  assert.ok(!isOwnHash('#scalars&p.phases.x=log') && !isOwnHash('#phases_images') && !isOwnHash(''));
});

test('what cannot be read falls back to the defaults', () => {
  assert.deepEqual(readSelection(parseHash('#phases&p.phases.x=%E0%A4%A&p.phases.y=what')), {
    view: 'curves',
    run: '',
    others: null,
    filter: '',
    pins: [],
    layers: null,
    stepAxis: 'log',
    metric: 'what',
    step: null,
    zoom: null,
    grouped: false,
    portrait: ['accuracy', 'explained'],
    kind: '',
    unit: 'explained',
    from: null,
    to: null,
    against: null,
  });
  for (const ends of ['0-Infinity', '0-1e400', '0-1e300', '1.5-3', '1-2-3']) assert.equal(readSelection({zoom: ends}).zoom, null, ends);
  assert.equal(readSelection({step: '1e300'}).step, null);
  assert.deepEqual([readSelection({from: '', to: '-1', against: 'x', unit: 'y'})].map(({from, to, against, unit}) => [from, to, against, unit]), [
    [null, null, null, 'explained'],
  ]);
  const {zoom, step, view} = readSelection({zoom: '9-3', step: '-1', view: 'none'});
  assert.deepEqual([zoom, step, view], [null, null, 'curves']);
});

test('the chosen run is shown while it exists, else the newest', () => {
  const runs = [
    {run: 'a', last_wall_time: 2},
    {run: 'b', last_wall_time: 3},
    {run: 'c', last_wall_time: 1},
  ] as RunSummary[];
  assert.equal(resolveRun(runs, 'c')?.run, 'c');
  assert.equal(resolveRun(runs, 'gone')?.run, 'b');
  assert.equal(resolveRun([], ''), undefined);
});

test('layers of another network leave all to be drawn, and none chosen stays none', () => {
  assert.deepEqual(resolveLayers(['a', 'b'], ['b', 'gone']), ['b', 'gone']);
  assert.equal(resolveLayers(['a', 'b'], ['gone']), null);
  assert.equal(resolveLayers(['a', 'b'], null), null);
  assert.deepEqual(resolveLayers(['a', 'b'], []), []);
});

test('beside the run in focus are those chosen, else the newest nine that have something to draw', () => {
  const runs = Array.from({length: 14}, (_, index) => ({run: `r${index}`, last_wall_time: index, num_steps: index && 1}));
  const names = (others: string[] | null, filter = '', pins: string[] = []) =>
    resolveOthers(runs as RunSummary[], 'r13', {others, filter, pins}).map(({run}) => run);
  assert.deepEqual(names(null), ['r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r10', 'r11', 'r12']);
  assert.deepEqual(names(['r0', 'r13', 'gone']), ['r0']);
  assert.deepEqual(names([]), []);
  assert.deepEqual(names(null, 'R[0-3]$'), ['r1', 'r2', 'r3'], 'of those found the newest, capitals or not');
  assert.deepEqual(names(['r1', 'r5'], '5', ['r9', 'r13']), ['r5', 'r9'], 'what is pinned stays');
  assert.equal(names(null, '(').length, 9, 'a half-written expression hides nothing');
});
