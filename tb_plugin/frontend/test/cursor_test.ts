import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Cursor} from '../src/draw/cursor';
import type {CursorPlace} from '../src/draw/cursor';
import {isForBrowser} from '../src/draw/pointing';

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
