/** The page around the frame: its dark mode and its URL, which a frame of the same origin can read. */
import {useEffect, useState} from 'preact/hooks';
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

/** Whether there is no TensorBoard around the page: it is a report. */
function isAlone(): boolean {
  return window.parent === window;
}

/** Keeps `<html data-theme>` in step with TensorBoard's own dark mode, or with the system's in a report. */
export function followTheme(): void {
  if (isAlone()) {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => void (document.documentElement.dataset.theme = dark.matches ? 'dark' : 'light');
    dark.addEventListener('change', follow);
    follow();
    return;
  }
  const body = hostWindow().document.body;
  const apply = () => {
    document.documentElement.dataset.theme = body.classList.contains('dark-mode') ? 'dark' : 'light';
  };
  new MutationObserver(apply).observe(body, {attributes: true, attributeFilter: ['class']});
  apply();
}

/** The theme that the page is in, followed live. */
export function useTheme(): 'light' | 'dark' {
  const read = () => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');
  const [theme, setTheme] = useState<'light' | 'dark'>(read);
  useEffect(() => {
    const observer = new MutationObserver(() => setTheme(read()));
    observer.observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme']});
    return () => observer.disconnect();
  }, []);
  return theme;
}

export function readLink(): Record<string, string> {
  // TensorBoard's own GetURLPluginData answers {} on the first load.
  return parseHash(hostWindow().location.hash);
}

/** Writes the selection into the URL; as a new entry of the history, which the browser goes back from, where `isNew`. */
export function writeLink(values: Record<string, string>, isNew = false): void {
  const {location, history} = hostWindow();
  if (!isAlone() && !isOwnHash(location.hash)) return;
  const updated = updateHash(location.hash, values);
  if (updated === location.hash) return;
  try {
    if (isNew) history.pushState(history.state, '', updated);
    else history.replaceState(history.state, '', updated);
  } catch {
    // Browsers refuse some hundred changes within seconds, as a dragged slider makes them; the next one holds all.
  }
}

/** Calls `listener` when the user edits the URL or goes back. */
export function onLinkChange(listener: () => void): () => void {
  const host = hostWindow();
  const changed = () => {
    if (isAlone() || isOwnHash(host.location.hash)) listener();
  };
  host.addEventListener('hashchange', changed);
  return () => host.removeEventListener('hashchange', changed);
}
