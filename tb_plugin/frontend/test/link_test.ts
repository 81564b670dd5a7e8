import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RunSummary} from '../src/data';
import {isOwnHash, parseHash, updateHash} from '../src/hash';
import {readSelection, resolveRun, writeSelection} from '../src/selection';

test('a selection survives the way through the URL', () => {
  const selection = {run: 'a&b=c/phases <i>', stepAxis: 'linear', metric: 'explained'} as const;
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
    run: '',
    stepAxis: 'log',
    metric: 'loss',
  });
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
