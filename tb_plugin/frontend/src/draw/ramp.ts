/** Colours between given ones. */

/** From 0..1 to `rgb(...)`, straight lines between neighbours in sRGB. */
export function interpolateRgb(colors: string[]): (share: number) => string {
  const stops = colors.map((color) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)));
  return (share) => {
    const place = Math.min(1, Math.max(0, share)) * (stops.length - 1);
    const before = Math.min(stops.length - 2, Math.floor(place));
    const mixed = stops[before]!.map((value, channel) =>
      Math.round(value + (place - before) * (stops[before + 1]![channel]! - value)),
    );
    return `rgb(${mixed.join(',')})`;
  };
}
