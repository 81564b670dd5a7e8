/** The page around the frame: its dark mode and its URL, which a frame of the same origin can read. */
import {isOwnHash, parseHash, updateHash} from './hash';

/** The page around the frame; the frame itself where that page has another origin, or where there is none. */
function hostWindow(): Window {
  try {
    void window.parent.document.body;
    return window.parent;
  } catch {
    return window;
  }
}

/** Keeps `<html data-theme>` in step with TensorBoard's own dark mode. */
export function followTheme(): void {
  const body = hostWindow().document.body;
  const apply = () => {
    document.documentElement.dataset.theme = body.classList.contains('dark-mode') ? 'dark' : 'light';
  };
  new MutationObserver(apply).observe(body, {attributes: true, attributeFilter: ['class']});
  apply();
}

export function readLink(): Record<string, string> {
  // TensorBoard's own GetURLPluginData answers {} on the first load.
  return parseHash(hostWindow().location.hash);
}

/** Writes the selection into the URL without a new entry in the history. */
export function writeLink(values: Record<string, string>): void {
  const {location, history} = hostWindow();
  if (!isOwnHash(location.hash)) return;
  const updated = updateHash(location.hash, values);
  if (updated !== location.hash) history.replaceState(history.state, '', updated);
}

/** Calls `listener` when the user edits the URL or goes back. */
export function onLinkChange(listener: () => void): () => void {
  const host = hostWindow();
  const changed = () => {
    if (isOwnHash(host.location.hash)) listener();
  };
  host.addEventListener('hashchange', changed);
  return () => host.removeEventListener('hashchange', changed);
}
