/** Runs that a report carries in itself: the answers of the routes, in one JSON block of the page. */
import {decodeAll} from './data';
import type {ImageListing, RunReports, RunSummary, Source} from './data';

/** `metrics` is the binary answer in base 64; pictures are data URLs by step and row, examples by their form. */
interface Embedded {
  runs: RunSummary[];
  metrics: Record<string, string>;
  reports: Record<string, RunReports>;
  images: Record<string, ImageListing & {strips: Record<string, string>}>;
}

/** The source in this page; null where TensorBoard is asked instead. */
export function embedded(): Source | null {
  const block = document.getElementById('phases-data');
  if (!block) return null;
  const data = JSON.parse(block.textContent!) as Embedded;
  return {
    isLive: false,
    fetchRuns: async () => data.runs,
    fetchMetrics: async (runs) => runs.flatMap(({run}) => decodeAll(decodeBase64(data.metrics[run]!))),
    fetchReports: async (runs) => runs.flatMap((run) => data.reports[run] ?? []),
    fetchImages: async (run) =>
      data.images[run] ?? {run, steps: [], wall_times: [], rows: [], num_examples: 0, labels: null, error: null},
    imageUrl: ({run, steps, rows}, at, row, isInput) =>
      data.images[run]?.strips[isInput ? `input/${rows[row]!.input}` : `${steps[at]}/${row}`] ?? '',
  };
}

function decodeBase64(text: string): ArrayBuffer {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer;
}
