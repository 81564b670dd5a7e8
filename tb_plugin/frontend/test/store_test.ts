import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RunData} from '../src/model/series';
import {server} from '../src/source/data';
import type {RunMetrics, Source} from '../src/source/data';
import {keepSame, load, loadReports, loadShown} from '../src/views/store';
import {buildReport, buildVggLike} from './runs';

const {summary} = buildVggLike('a');

/** A source whose every answer comes when it is told to. */
function buildSource(): {source: Source; answer: (value: unknown) => void} {
  let answer = (_: unknown) => {};
  const wait = () => new Promise<never>((resolve) => (answer = resolve as typeof answer));
  const source = {isLive: true, fetchRuns: wait, fetchMetrics: wait, fetchReports: wait, fetchImages: wait, imageUrl: () => ''};
  return {source, answer: (value) => answer(value)};
}

test('reports that come after newer numbers do not bring the old ones back', async () => {
  const {source, answer} = buildSource();
  const [old, newer] = [buildVggLike('a'), buildVggLike('a', 0.1)];
  const loaded = new Map<string, RunData>([['a', old]]);
  const asked = loadReports(source, ['a'], loaded);
  loaded.set('a', newer);
  answer([{run: 'a', rows: [buildReport('conv1', [['decrease', 0, 256]], 256, false)]}]);
  assert.equal(await asked, false);
  assert.equal(loaded.get('a'), newer);
});

test('an answer that says nothing new leaves what is drawn as it is', () => {
  const [one, other] = [buildVggLike('a'), buildVggLike('b')];
  const before = {runs: [one.summary, other.summary], focus: one, others: [other], asked: 1};
  const same = keepSame(before, {runs: [{...one.summary}, {...other.summary}], focus: one, others: [other], asked: 2});
  assert.ok(same.runs === before.runs && same.others === before.others && same.asked === 2);
  const grown = {...other.summary, num_steps: 99};
  assert.deepEqual(keepSame(before, {runs: [one.summary, grown], focus: one, others: [other]}).runs, [one.summary, grown]);
  assert.deepEqual(keepSame(before, {runs: before.runs, focus: one, others: []}).others, []);
});

test('numbers that are asked for no more are dropped', async () => {
  const {source, answer} = buildSource();
  const newer = buildVggLike('a');
  const loaded = new Map<string, RunData>();
  let isCurrent = true;
  const asked = load(source, [summary], loaded, () => isCurrent);
  isCurrent = false;
  loaded.set('a', newer);
  answer([{...summary, steps: [0], wall_times: [1], shape: [1, 0, 0], values: new Float32Array(), last_step: 0} as RunMetrics]);
  await asked;
  assert.equal(loaded.get('a'), newer);
});

test('reports are asked for once for each state of a run', async () => {
  const {source, answer} = buildSource();
  const loaded = new Map<string, RunData>([['a', buildVggLike('a')]]);
  const asked = loadReports(source, ['a'], loaded);
  answer([]);
  assert.equal(await asked, true);
  assert.equal(await loadReports(source, ['a'], loaded), false);
});

const buildAnswer = (run: string) =>
  ({...summary, run, steps: [0], wall_times: [1], shape: [1, 0, 0], values: new Float32Array(), last_step: 0}) as RunMetrics;

test('a run that is deleted between the list and its numbers takes no other with it', async () => {
  const runs = ['a', 'gone', 'b'].map((run, index) => ({...summary, run, last_wall_time: [1, 3, 2][index]!}));
  const {source} = buildSource();
  source.fetchRuns = async () => runs;
  source.fetchMetrics = async (asked) => asked.filter(({run}) => run !== 'gone').map(({run}) => buildAnswer(run));
  const loaded = new Map<string, RunData>();
  const found = await loadShown(source, {run: 'gone', others: null, filter: '', pins: []}, loaded, () => true);
  assert.deepEqual(found.shown, ['b', 'a']);
  assert.deepEqual(found.runs.map(({run}) => run), ['a', 'b']);
  assert.deepEqual([...loaded.keys()].toSorted(), ['a', 'b']);
});

test('the server is asked again without a run that it no longer has, and not after another refusal', async (context) => {
  const asked: string[] = [];
  let code = 404;
  context.mock.method(globalThis, 'fetch', async (url: string) => {
    asked.push(url);
    if (url.includes('run=gone')) return new Response(JSON.stringify({error: 'no such run', run: 'gone'}), {status: code});
    return new Response(JSON.stringify({run: 'a', rows: []}));
  });
  assert.deepEqual(await server.fetchReports(['gone', 'a']), [{run: 'a', rows: []}]);
  assert.deepEqual(await server.fetchReports(['gone']), []);
  assert.deepEqual(asked, ['./phases?run=gone&run=a', './phases?run=a', './phases?run=gone']);
  code = 400;
  await assert.rejects(server.fetchReports(['gone', 'a']), /no such run/);
});
