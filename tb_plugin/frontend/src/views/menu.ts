/** What closes an open menu: leaving it, or Escape, which gives the focus back to its head. */

/** For `onFocusOut`: `onBlur` is not told of what lies inside. */
export function closeWhenLeft(event: FocusEvent & {currentTarget: HTMLDetailsElement}): void {
  // Another window came to the front.
  if (!document.hasFocus()) return;
  if (!event.currentTarget.contains(event.relatedTarget as Node | null)) event.currentTarget.open = false;
}

export function closeByEscape(event: KeyboardEvent & {currentTarget: HTMLDetailsElement}): void {
  if (event.key !== 'Escape') return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector('summary')!.focus();
}
