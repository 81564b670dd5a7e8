/** A chart as a file of its own: SVG with title, legend and the styles that the page gives it, or PNG of that. */

/** Properties that the style sheet sets on parts of a chart. */
const STYLES = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'stroke-linecap', 'opacity',
  'paint-order', 'font-family', 'font-size', 'font-weight', 'font-variant-numeric', 'text-anchor', 'visibility',
];
/** Control characters, which a name may hold and XML may not. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const MARGIN = 14;
const LINE = 18;
/** Width of a letter of the subtitle. */
const LETTER = 6;

export interface Caption {
  title: string;
  subtitle: string;
  /** What colours and strokes mean, a colour and a text each. */
  legend: {color: string; text: string; dash?: string}[];
}

/** The text of an SVG file. */
export function composeSvg(svg: SVGSVGElement, {title, subtitle, legend}: Caption): string {
  const page = getComputedStyle(document.body);
  const {width: chartWidth, height: chartHeight} = svg.viewBox.baseVal;
  const width = chartWidth + 2 * MARGIN;
  const entries = placeLegend(legend, width);
  const words = wrap(subtitle, Math.floor(chartWidth / LETTER));
  const top = MARGIN + (1 + words.length) * LINE + 6;
  const legendTop = top + chartHeight + LINE;
  const height = legendTop + (entries.at(-1)?.y ?? -LINE) + LINE;
  const text = (x: number, y: number, content: string, size: number, weight: number) =>
    `<text x="${x}" y="${y}" font-family="system-ui, sans-serif" font-size="${size}" font-weight="${weight}" fill="${page.color}">${escape(content)}</text>`;
  const drawn = inlineStyles(svg);
  drawn.setAttribute('x', String(MARGIN));
  drawn.setAttribute('y', String(top));
  addCanvas(drawn, svg);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escape(title)}</title>`,
    `<rect width="100%" height="100%" fill="${page.backgroundColor}"/>`,
    text(MARGIN, MARGIN + 13, title, 15, 650),
    ...words.map((one, index) => text(MARGIN, MARGIN + 13 + (index + 1) * LINE, one, 11.5, 400)),
    new XMLSerializer().serializeToString(drawn),
    ...entries.map(
      ({x, y, color, dash, text: label}) =>
        `<path d="M${x},${legendTop + y - 5}h16" stroke="${resolveColor(color)}" stroke-width="4" stroke-dasharray="${dash || 'none'}"/>` +
        text(x + 22, legendTop + y, label, 11.5, 400),
    ),
    '</svg>',
  ]
    .join('\n')
    .replaceAll(FORBIDDEN, '');
}

/** Lines of at most `most` letters, broken between words; a longer word stays whole. */
export function wrap(text: string, most: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line && line.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

/** Places of the entries, row by row within `width`. */
function placeLegend(legend: Caption['legend'], width: number): (Caption['legend'][number] & {x: number; y: number})[] {
  let [x, y] = [MARGIN, 0];
  return legend.map((entry) => {
    const needed = 36 + 6.6 * entry.text.length;
    if (x > MARGIN && x + needed > width) [x, y] = [MARGIN, y + LINE];
    const place = {x, y, ...entry};
    x += needed;
    return place;
  });
}

/** `var(--loss)` as the colour that it is in this theme. */
function resolveColor(color: string): string {
  const name = /^var\((--[a-z]+)\)$/.exec(color)?.[1];
  return name ? getComputedStyle(document.documentElement).getPropertyValue(name).trim() : color;
}

/** Puts what a canvas behind the chart shows into its copy, as a picture. */
function addCanvas(copy: SVGSVGElement, svg: SVGSVGElement): void {
  const canvas = svg.parentElement!.querySelector('canvas');
  if (!canvas) return;
  const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
  const {offsetLeft: x, offsetTop: y, clientWidth: width, clientHeight: height} = canvas;
  for (const [name, value] of Object.entries({x, y, width, height, href: canvas.toDataURL()})) image.setAttribute(name, String(value));
  copy.prepend(image);
}

function inlineStyles(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, index) => {
    const style = getComputedStyle(original);
    const element = copies[index]!;
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      const isForText = name.startsWith('font') || name === 'text-anchor';
      if (value && (!isForText || element instanceof SVGTextElement)) element.setAttribute(name, value);
    }
    element.removeAttribute('class');
  });
  copies.forEach((element, index) => {
    if (originals[index]!.closest('.cursor, .brush')) element.remove();
  });
  return copy;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** A PNG of the text of an SVG file, at twice its size. */
export async function renderPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], {type: 'image/svg+xml'}));
  try {
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser drew no PNG'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Saves a file under a name made of letters, digits and dashes. */
export function save(content: Blob | string, title: string, extension: string, type = 'text/plain'): void {
  const link = document.createElement('a');
  const blob = typeof content === 'string' ? new Blob([content], {type}) : content;
  link.href = URL.createObjectURL(blob);
  link.download = `${title.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'phases'}.${extension}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
