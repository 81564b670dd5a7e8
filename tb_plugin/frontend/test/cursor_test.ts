import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Cursor} from '../src/draw/cursor';
import type {CursorPlace} from '../src/draw/cursor';
import {isForBrowser, walk} from '../src/draw/pointing';

test('the cursor tells of every move to another place, the same layer and step of another run among them', () => {
  const cursor = new Cursor();
  const seen: (CursorPlace | null)[] = [];
  const unsubscribe = cursor.subscribe((place) => seen.push(place));
  const place = {step: 4, panel: 'features/linear', run: 'a', byKey: false};
  cursor.move(place);
  cursor.move({...place});
  cursor.move({...place, run: 'b'});
  cursor.move(null);
  unsubscribe();
  cursor.move(place);
  assert.deepEqual(seen, [place, {...place, run: 'b'}, null]);
});

test('keys with Ctrl, Cmd or Alt are the browser\'s', () => {
  const none = {ctrlKey: false, metaKey: false, altKey: false};
  assert.equal(isForBrowser(none), false);
  for (const key of ['ctrlKey', 'metaKey', 'altKey']) assert.equal(isForBrowser({...none, [key]: true}), true, key);
});

/** Where `keys` lead over `rows`, the steps that they hold, and those of them that the page does not get. */
function press(keys: string[], rows: {key: string; steps: number[]}[], first = 0) {
  const cursor = new Cursor();
  const [held, taken]: [(number | null)[], string[]] = [[], []];
  const actions = {hold: (step: number | null) => void held.push(step)};
  const places = keys.map((key) => {
    const event = {key, preventDefault: () => taken.push(key)} as unknown as KeyboardEvent;
    walk(event, {rows, first, cursor, actions, run: 'a'});
    return cursor.current && [cursor.current.panel, cursor.current.step, cursor.current.run];
  });
  return {places, held, taken};
}

const ROWS = [{key: 'low', steps: [0, 1, 4]}, {key: 'deep', steps: [0, 1, 4]}];

test('keys walk over rows and steps as far as there are any', () => {
  const {places, taken} = press(['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'End', 'ArrowRight', 'ArrowUp', 'Home', 'ArrowLeft', 'x'], ROWS);
  const walked = [['low', 0], ['low', 1], ['deep', 1], ['deep', 1], ['deep', 4], ['deep', 4], ['low', 4], ['low', 0], ['low', 0], ['low', 0]];
  assert.deepEqual(places, walked.map((place) => [...place, 'a']));
  assert.equal(taken.includes('x'), false);
  assert.deepEqual(press(['ArrowUp'], ROWS, 1).places, [['low', 0, 'a']]);
});

test('Enter holds the step of the cursor and lets go without one, Escape takes it away', () => {
  const {places, held} = press(['Enter', 'End', 'Enter', 'Escape', 'Enter'], ROWS);
  assert.deepEqual([places.map((place) => place?.[1]), held], [[undefined, 4, 4, undefined, undefined], [null, 4, null]]);
});

test('a single row leaves up and down to the page, and one without steps has no place', () => {
  assert.deepEqual(press(['ArrowUp', 'ArrowDown'], ROWS.slice(1)), {places: [null, null], held: [], taken: []});
  assert.deepEqual(press(['ArrowRight', 'Home'], [{key: 'a', steps: []}]).places, [null, null]);
  assert.deepEqual(press(['ArrowRight', 'Enter'], []), {places: [null, null], held: [], taken: []});
});
