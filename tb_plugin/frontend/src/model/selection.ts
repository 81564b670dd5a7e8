/** What the user has chosen, and its form in the URL. */
import {decode} from '../host/hash';
import type {RunSummary} from '../source/data';
import {formatRun} from './format';

export const VIEWS = ['curves', 'portrait', 'map', 'images', 'compare', 'breakdowns'] as const;
export type View = (typeof VIEWS)[number];

export type StepAxis = 'log' | 'linear';

/** What is drawn of the parts of a breakdown. */
export type PartUnit = 'explained' | 'loss';

/** How many of the newest runs are drawn until the user chooses. */
const NUM_DEFAULT_RUNS = 10;

export interface Selection {
  view: View;
  /** The run in focus; empty: the newest. */
  run: string;
  /** The runs beside it; null: the newest ones. */
  others: string[] | null;
  /** Regular expression that the runs beside it match; empty: all do. */
  filter: string;
  /** Runs that are drawn whatever else is chosen. */
  pins: string[];
  /** Layers to draw; null: all. */
  layers: string[] | null;
  stepAxis: StepAxis;
  /** Key of a quantity, see quantities.ts; empty: that of the view. */
  metric: string;
  /** The step that is held; null: the last. */
  step: number | null;
  /** First and last step drawn; null: all. */
  zoom: [number, number] | null;
  /** Whether runs that differ in their seed alone are one curve. */
  grouped: boolean;
  /** Quantities on the axes of the phase portrait. */
  portrait: [string, string];
  /** Kind of the breakdowns, "all", or empty: the first there is. */
  kind: string;
  unit: PartUnit;
  /** The two steps that are compared: null for the reconstruction minimum, and for the held or last step. */
  from: number | null;
  to: number | null;
  /** What reconstructions are subtracted from; null: nothing. */
  against: 'input' | 'step' | null;
}

const DEFAULT_PORTRAIT: [string, string] = ['accuracy', 'explained'];

export function readSelection(link: Record<string, string>): Selection {
  const [x, y] = readList(link.axes) ?? [];
  const zoom = (link.zoom ?? '').split('-').map(Number);
  return {
    view: VIEWS.find((view) => view === link.view) ?? 'curves',
    run: link.run ?? '',
    others: readList(link.with),
    filter: link.runs ?? '',
    pins: readList(link.pins) ?? [],
    layers: readList(link.layers),
    stepAxis: link.x === 'linear' ? 'linear' : 'log',
    metric: link.y ?? '',
    step: readStep(link.step),
    zoom: zoom.length === 2 && zoom.every(isStep) && zoom[1]! > zoom[0]! ? [zoom[0]!, zoom[1]!] : null,
    grouped: link.seeds === 'grouped',
    portrait: x && y ? [x, y] : DEFAULT_PORTRAIT,
    kind: link.kind ?? '',
    unit: link.unit === 'loss' ? 'loss' : 'explained',
    from: readStep(link.from),
    to: readStep(link.to),
    against: link.against === 'input' || link.against === 'step' ? link.against : null,
  };
}

function readStep(text: string | undefined): number | null {
  return text && isStep(Number(text)) ? Number(text) : null;
}

/** An axis without end would have ticks without end. */
function isStep(step: number): boolean {
  return Number.isSafeInteger(step) && step >= 0;
}

/** Only what differs from the defaults, and the axes, so that links stay short. */
export function writeSelection(selection: Selection): Record<string, string> {
  const {view, run, others, filter, pins, layers, stepAxis, metric, step, zoom, grouped, portrait} = selection;
  const {kind, unit, from, to, against} = selection;
  return {
    ...(view !== 'curves' && {view}),
    ...(run && {run}),
    ...(others && {with: writeList(others)}),
    ...(filter && {runs: filter}),
    ...(pins.length && {pins: writeList(pins)}),
    ...(layers && {layers: writeList(layers)}),
    x: stepAxis,
    ...(metric && {y: metric}),
    ...(step !== null && {step: String(step)}),
    ...(zoom && {zoom: zoom.join('-')}),
    ...(grouped && {seeds: 'grouped'}),
    ...(portrait.join() !== DEFAULT_PORTRAIT.join() && {axes: writeList(portrait)}),
    ...(kind && {kind}),
    ...(unit !== 'explained' && {unit}),
    ...(from !== null && {from: String(from)}),
    ...(to !== null && {to: String(to)}),
    ...(against && {against}),
  };
}

/** Where layers share a scale, a change is seen in the unit that it has in all of them. */
const SHARE_A_SCALE: View[] = ['map', 'compare'];

/** Key of the quantity to draw: that chosen, else the view's own. */
export function resolveMetric({metric, view}: Pick<Selection, 'metric' | 'view'>): string {
  return metric || (SHARE_A_SCALE.includes(view) ? 'explained' : 'loss');
}

function readList(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  return text.split(',').filter(Boolean).map(decode);
}

function writeList(names: string[]): string {
  return names.map(encodeURIComponent).join(',');
}

/** The run to show: the chosen one while it exists, else the one with the newest record. */
export function resolveRun(runs: RunSummary[], chosen: string): RunSummary | undefined {
  return runs.find(({run}) => run === chosen) ?? newestFirst(runs)[0];
}

/** Which runs are drawn beside the one in focus. */
export type Beside = Pick<Selection, 'others' | 'filter' | 'pins'>;

/** The runs drawn beside the one in focus: of those found the chosen, else the newest with anything to draw; and the pinned. */
export function resolveOthers(runs: RunSummary[], focus: string, {others: chosen, filter, pins}: Beside): RunSummary[] {
  const others = runs.filter(({run}) => run !== focus);
  const found = others.filter(({run}) => isFound(run, filter));
  const newest = newestFirst(found.filter(({num_steps}) => num_steps)).slice(0, NUM_DEFAULT_RUNS - 1);
  const drawn = chosen ? found.filter(({run}) => chosen.includes(run)) : newest;
  return others.filter((run) => drawn.includes(run) || pins.includes(run.run));
}

/** Whether the name of a run matches a regular expression, in capitals or not; all do where it is none. */
export function isFound(run: string, filter: string): boolean {
  return readExpression(filter)?.test(formatRun(run)) ?? true;
}

/** The regular expression; null where it cannot be read, as while it is typed. */
export function readExpression(filter: string): RegExp | null {
  try {
    return new RegExp(filter, 'i');
  } catch {
    return null;
  }
}

/** The layers to draw, null for all: those chosen, unless the run in focus has none of them, as one of another network. */
export function resolveLayers(layers: string[], chosen: string[] | null): string[] | null {
  return chosen?.length && !chosen.some((layer) => layers.includes(layer)) ? null : chosen;
}

function newestFirst(runs: RunSummary[]): RunSummary[] {
  return runs.toSorted((first, second) => second.last_wall_time - first.last_wall_time);
}
