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

export type PhaseKind = 'constant' | 'decrease' | 'increase';

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
  phases?: Phase[];
  minimum_step?: number | null;
  minimum_interval?: [number, number] | null;
  has_increase?: boolean;
  description?: string;
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
  fetchRuns(): Promise<RunSummary[]>;
  fetchMetrics(run: string): Promise<RunMetrics>;
  fetchReports(run: string): Promise<RowReport[]>;
  fetchImages(run: string): Promise<ImageListing>;
  /** Address of a strip: what row `row` makes of the examples at the step at `at`, or the examples as it is given them. */
  imageUrl(listing: ImageListing, at: number, row: number, isInput?: boolean): string;
}

export const server: Source = {
  async fetchRuns() {
    const answer = await fetchOk('./runs');
    return ((await answer.json()) as {runs: RunSummary[]}).runs;
  },
  async fetchMetrics(run) {
    const answer = await fetchOk(`./metrics?run=${encodeURIComponent(run)}`);
    return decodeMetrics(await answer.arrayBuffer());
  },
  async fetchReports(run) {
    const answer = await fetchOk(`./phases?run=${encodeURIComponent(run)}`);
    return ((await answer.json()) as {rows: RowReport[]}).rows;
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

/** uint32 header length, JSON header, float32 values; all little-endian, as every browser's machine is. */
export function decodeMetrics(content: ArrayBuffer): RunMetrics {
  const length = new DataView(content).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(content, 4, length))) as RunMetrics;
  const values = new Float32Array(content, 4 + length);
  const [numSteps, numRows, numMetrics] = header.shape;
  if (values.length !== numSteps * numRows * numMetrics) {
    throw new Error(`run ${header.run}: ${values.length} values for the shape ${header.shape.join(' x ')}`);
  }
  return {...header, values};
}

async function fetchOk(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (answer.ok) return answer;
  const text = await answer.text();
  throw new Error(readError(text) ?? `${url}: ${answer.status} ${answer.statusText}`);
}

function readError(text: string): string | undefined {
  try {
    return (JSON.parse(text) as {error?: string}).error;
  } catch {
    return undefined;
  }
}
