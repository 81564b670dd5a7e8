import assert from 'node:assert/strict';
import {test} from 'node:test';
import {includeNear, nearestIndex, stepScale, stepTicks, valueDomain} from '../src/draw/scales';

test('the log axis places a step at log(1 + step)', () => {
  const scale = stepScale('log', [0, 1023], [0, 100]);
  assert.equal(scale(0), 0);
  assert.ok(Math.abs(scale(31) - 50) < 1e-9, 'log2(32) is half of log2(1024)');
  assert.equal(scale(1023), 100);
  assert.ok(Math.abs(scale.invert(50) - 31) < 1e-9);
});

test('the linear axis places a step at itself', () => {
  assert.equal(stepScale('linear', [0, 200], [0, 100])(50), 25);
});

test('a run of step 0 alone still has an axis', () => {
  assert.equal(stepScale('log', [0, 0], [0, 100])(0), 0);
  assert.deepEqual(stepTicks('log', [0, 0], [0, 100]), [0, 1]);
});

test('a wide log axis labels 0 and every power of two', () => {
  assert.deepEqual(stepTicks('log', [0, 64], [0, 2000]), [0, 1, 2, 4, 8, 16, 32, 64]);
});

test('a zoomed axis labels the steps between its ends', () => {
  assert.deepEqual(stepTicks('log', [16, 256], [0, 500]), [16, 32, 64, 128, 256]);
  assert.deepEqual(stepTicks('log', [500, 540], [0, 200]), [500, 510, 520, 530, 540]);
  const scale = stepScale('log', [16, 256], [0, 100]);
  assert.equal(scale(16), 0);
  assert.equal(scale(256), 100);
});

test('a narrow log axis thins the powers evenly and keeps 0', () => {
  assert.deepEqual(stepTicks('log', [0, 8192], [0, 300]), [0, 1, 4, 16, 64, 256, 1024, 4096]);
});

test('labels of a log axis never touch', () => {
  for (const last of [1, 7, 100, 8192, 3_000_000]) {
    for (const width of [120, 250, 400, 900]) {
      const scale = stepScale('log', [0, last], [0, width]);
      const ticks = stepTicks('log', [0, last], [0, width]);
      for (const [index, tick] of ticks.entries()) {
        if (index && ticks.length > 2) assert.ok(scale(tick) - scale(ticks[index - 1]!) > 12, `${last} in ${width}`);
      }
    }
  }
});

test('a linear axis labels whole steps only', () => {
  assert.deepEqual(stepTicks('linear', [0, 2], [0, 1000]), [0, 1, 2]);
});

test('the value domain covers the standard errors and skips what was not measured', () => {
  assert.deepEqual(valueDomain([1, NaN, 3], [0.5, 9, NaN]), [0.5, 3]);
  assert.deepEqual(valueDomain([NaN], [1]), [0, 1]);
});

test('equal values still have a domain of some height', () => {
  const [low, high] = valueDomain([2, 2], []);
  assert.ok(low < 2 && high > 2);
});

test('a change far below the unit looks small', () => {
  const [low, high] = valueDomain([7e-5, 9e-5], [], 0.4);
  assert.ok(low === 0 && Math.abs(high - 0.002) < 1e-12);
  assert.deepEqual(valueDomain([0.1, 0.2], [], 0.4), [0.1, 0.2]);
});

test('a near reference widens the domain and a far one does not', () => {
  assert.deepEqual(includeNear([1, 2], 2.4), [1, 2.4]);
  assert.deepEqual(includeNear([1, 2], 0.6), [0.6, 2]);
  assert.deepEqual(includeNear([1, 2], 9), [1, 2]);
});

test('the cursor goes to the step drawn nearest', () => {
  const steps = [0, 1, 1023];
  assert.equal(nearestIndex(steps, stepScale('log', [0, 1023], [0, 100]), 40), 1);
  assert.equal(nearestIndex(steps, stepScale('linear', [0, 1023], [0, 100]), 60), 2);
  assert.equal(nearestIndex(steps, stepScale('log', [0, 1023], [0, 100]), -5), 0);
});
