import assert from 'node:assert/strict';
import {test} from 'node:test';
import {closeByEscape, closeWhenLeft} from '../src/views/menu';

/** An open menu that holds `inside`, in a page that has the focus or not. */
function leave(relatedTarget: unknown, hasFocus = true): boolean {
  const menu = {open: true, contains: (node: unknown) => node === 'inside'};
  Object.assign(globalThis, {document: {hasFocus: () => hasFocus}});
  closeWhenLeft({currentTarget: menu, relatedTarget} as never);
  return menu.open;
}

test('a menu closes when it is left, for another part of the page or for none', () => {
  assert.equal(leave('inside'), true);
  assert.equal(leave('outside'), false);
  assert.equal(leave(null), false);
  assert.equal(leave(null, false), true, 'another window came to the front');
});

test('Escape closes a menu and gives the focus to its head', () => {
  let focused = '';
  const menu = {open: true, querySelector: (name: string) => ({focus: () => (focused = name)})};
  closeByEscape({key: 'Tab', currentTarget: menu} as never);
  assert.deepEqual([menu.open, focused], [true, '']);
  closeByEscape({key: 'Escape', currentTarget: menu} as never);
  assert.deepEqual([menu.open, focused], [false, 'summary']);
});
