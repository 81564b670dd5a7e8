/** What the plugin's routes answer; see http_api.md. */

export interface Row {
  layer: string;
  decoder: string;
  strategy: string;
  num_features: number;
  probe_features: number;
}

export interface Layout {
  rows: Row[];
  metrics: string[];
  flags: string[];
  run: Record<string, unknown>;
}

export interface RunSummary {
  run: string;
  layout: Layout | null;
  num_steps: number;
  last_step: number | null;
  last_wall_time: number;
  error: string | null;
}

/** One run: `values` has the shape (steps, rows, metrics), the last index fastest. */
export interface RunMetrics extends RunSummary {
  steps: number[];
  wall_times: number[];
  shape: [number, number, number];
  values: Float32Array;
}

/** `rising`: it lies above its minimum, not yet for certain. */
export type PhaseKind = 'constant' | 'decrease' | 'rising' | 'increase';

export interface Phase {
  kind: PhaseKind;
  /** Neighbouring phases share a step. */
  start_step: number;
  end_step: number;
}

export interface RowReport {
  layer: string;
  decoder: string;
  error?: string;
  stages?: Phase[];
  /** Where the curve stands, in a few words. */
  now?: string;
  minimum_step?: number | null;
  minimum_interval?: [number, number] | null;
  has_increase?: boolean;
  description?: string;
  /** What the layer lost since its minimum, a sentence; null where nothing can be said. */
  forgotten?: string | null;
}

/** Which step of which layer to keep, in words too. */
export interface Advice {
  step: number | null;
  layer: string;
  /** Whether the record does not tell, so that the step is no more than a default. */
  abstains: boolean;
  text: string;
}

/** A question about the run, answered in a line, and what the answer rests on. */
export interface Answer {
  question: string;
  short: string;
  detail: string;
}

export interface RunReports {
  run: string;
  rows: RowReport[];
  advice: Advice | null;
  answers: Answer[];
}

/** Row of a picture: its own size, and which form of the examples it reconstructs. */
export interface ImageRow {
  layer: string;
  decoder: string;
  size: [number, number];
  input: number;
}

/** What pictures a run has: strips of `num_examples` images, for each row and step. */
export interface ImageListing {
  run: string;
  steps: number[];
  wall_times: number[];
  rows: ImageRow[];
  num_examples: number;
  labels: (number | string)[] | null;
  error: string | null;
}

/** Where the numbers come from: TensorBoard, or the page itself in a report. */
export interface Source {
  /** Whether there may be more to come. */
  isLive: boolean;
  fetchRuns(): Promise<RunSummary[]>;
  /** Leaves out a run that is there no more. */
  fetchMetrics(runs: RunSummary[]): Promise<RunMetrics[]>;
  fetchReports(runs: string[]): Promise<RunReports[]>;
  fetchImages(run: string): Promise<ImageListing>;
  /** Address of a strip: what row `row` makes of the examples at the step at `at`, or the examples as it is given them. */
  imageUrl(listing: ImageListing, at: number, row: number, isInput?: boolean): string;
}

/** How many runs the server answers for at once. */
const MAX_RUNS = 64;
/** Servers in between may refuse longer addresses. */
const MAX_ADDRESS = 6000;

/** The columns that the page draws, as arguments: the losses of the held-out groups are half of a record. */
function columnsOf(runs: RunSummary[]): string[] {
  const all = new Set(runs.flatMap(({layout}) => layout?.metrics ?? []));
  const drawn = [...all].filter((name) => !name.includes('_group_'));
  const asked = drawn.map((name) => `metric=${encodeURIComponent(name)}`);
  return drawn.length < all.size && asked.join('&').length <= MAX_ADDRESS ? asked : [];
}

export const server: Source = {
  isLive: true,
  async fetchRuns() {
    const answer = await fetchOk('./runs');
    return ((await answer.json()) as {runs: RunSummary[]}).runs;
  },
  async fetchMetrics(runs) {
    const columns = columnsOf(runs);
    const answers = [];
    for (let at = 0; at < runs.length; at += MAX_RUNS) {
      answers.push(fetchStanding('./metrics', runs.slice(at, at + MAX_RUNS).map(({run}) => run), columns));
    }
    const contents = await Promise.all(answers.map(async (answer) => (await answer)?.arrayBuffer()));
    return contents.flatMap((content) => (content ? decodeAll(content) : []));
  },
  async fetchReports(runs) {
    const answer = await fetchStanding('./phases', runs);
    if (!answer) return [];
    const found = (await answer.json()) as RunReports | {runs: RunReports[]};
    return 'runs' in found ? found.runs : [found];
  },
  async fetchImages(run) {
    const answer = await fetchOk(`./images?run=${encodeURIComponent(run)}`);
    return (await answer.json()) as ImageListing;
  },
  imageUrl({run, steps, wall_times}, at, row, isInput) {
    const which = isInput ? `input&of=${row}` : row;
    // Answers are kept by the browser; a run that began anew has others.
    return `./image?run=${encodeURIComponent(run)}&step=${steps[at]}&row=${which}&written=${wall_times[at]}`;
  },
};

/** The answer about those of `runs` that are there still: one can be deleted after the list was made. Null where none is. */
async function fetchStanding(route: string, runs: string[], rest: string[] = []): Promise<Response | null> {
  if (!runs.length) return null;
  try {
    return await fetchOk(`${route}?${[...runs.map((run) => `run=${encodeURIComponent(run)}`), ...rest].join('&')}`);
  } catch (error) {
    const isGone = error instanceof Refusal && error.status === 404 && runs.includes(error.run);
    if (!isGone) throw error;
    return fetchStanding(route, runs.filter((run) => run !== error.run), rest);
  }
}

/** The blocks of several runs, one after the other. */
export function decodeAll(content: ArrayBuffer): RunMetrics[] {
  const runs = [];
  for (let start = 0; start < content.byteLength; ) {
    const {metrics, end} = decodeBlock(content, start);
    runs.push(metrics);
    start = end;
  }
  return runs;
}

/** uint32 header length, JSON header, float32 values; all little-endian, as every browser's machine is. */
function decodeBlock(content: ArrayBuffer, start: number): {metrics: RunMetrics; end: number} {
  const length = new DataView(content).getUint32(start, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(content, start + 4, length))) as RunMetrics;
  const [numSteps, numRows, numMetrics] = header.shape;
  const [first, count] = [start + 4 + length, numSteps * numRows * numMetrics];
  if (first + 4 * count > content.byteLength) {
    throw new Error(`run ${header.run}: the answer ends before its ${header.shape.join(' x ')} values do`);
  }
  return {metrics: {...header, values: new Float32Array(content, first, count)}, end: first + 4 * count};
}

/** An answer that is no answer; `run` is the run that it is about, or empty. */
class Refusal extends Error {
  constructor(
    message: string,
    readonly status: number,
    readonly run: string,
  ) {
    super(message);
  }
}

async function fetchOk(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (answer.ok) return answer;
  const {error, run} = readError(await answer.text());
  throw new Refusal(error ?? `${url}: ${answer.status} ${answer.statusText}`, answer.status, run ?? '');
}

function readError(text: string): {error?: string; run?: string | null} {
  try {
    return JSON.parse(text) as {error?: string; run?: string | null};
  } catch {
    return {};
  }
}
