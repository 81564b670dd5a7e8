/** The part of TensorBoard's URL hash that belongs to this tab: `#phases&p.phases.run=...&p.phases.x=...`. */

const PREFIX = 'p.phases.';

export function parseHash(hash: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const part of hash.replace(/^#/, '').split('&')) {
    const at = part.indexOf('=');
    if (at > 0 && part.startsWith(PREFIX)) values[decode(part.slice(PREFIX.length, at))] = decode(part.slice(at + 1));
  }
  return values;
}

/** `hash` with this tab's values replaced; those of other tabs stay as they are. */
export function updateHash(hash: string, values: Record<string, string>): string {
  const others = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith(PREFIX));
  const own = Object.entries(values).map(([key, value]) => `${PREFIX}${key}=${encodeURIComponent(value)}`);
  return '#' + [...others, ...own].join('&');
}

/** Whether `hash` shows this tab; the hash of another tab is not ours to write. */
export function isOwnHash(hash: string): boolean {
  return /^#phases(&|$)/.test(hash);
}

/** `text` without its escapes; as it is where it cannot be read. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
