/** The page around the frame: its dark mode and its URL. The frame has the same origin, so both can be read. */
import {isOwnHash, parseHash, updateHash} from './hash';

/** Keeps `<html data-theme>` in step with TensorBoard's own dark mode. */
export function followTheme(): void {
  const body = window.parent.document.body;
  const apply = () => {
    document.documentElement.dataset.theme = body.classList.contains('dark-mode') ? 'dark' : 'light';
  };
  new MutationObserver(apply).observe(body, {attributes: true, attributeFilter: ['class']});
  apply();
}

export function readLink(): Record<string, string> {
  // TensorBoard's own GetURLPluginData answers {} on the first load.
  return parseHash(window.parent.location.hash);
}

/** Writes the selection into the URL without a new entry in the history. */
export function writeLink(values: Record<string, string>): void {
  const {hash} = window.parent.location;
  if (!isOwnHash(hash)) return;
  const updated = updateHash(hash, values);
  if (updated !== hash) window.parent.history.replaceState(window.parent.history.state, '', updated);
}

/** Calls `listener` when the user edits the URL or goes back. */
export function onLinkChange(listener: () => void): () => void {
  const changed = () => {
    if (isOwnHash(window.parent.location.hash)) listener();
  };
  window.parent.addEventListener('hashchange', changed);
  return () => window.parent.removeEventListener('hashchange', changed);
}
