/** What each layer still knows of its input: the input beside its reconstructions, step by step. */
import {maxIndex} from 'd3-array';
import {useEffect, useState} from 'preact/hooks';
import {formatStep, formatValue} from '../model/format';
import type {Selection} from '../model/selection';
import {bordersOf, cellOf, findFrame, isCropped} from '../model/frames';
import type {Size} from '../model/frames';
import {findReport, nearestStep, valueAt} from '../model/series';
import type {RunData} from '../model/series';
import type {ImageListing, Source} from '../source/data';
import {Select, listSteps, readNumber} from './choices';
import type {ViewProps} from './view_props';

/** Milliseconds that a step is shown for while playing. */
const PACE = 700;

export function Images({focus, selection, select, source}: ViewProps) {
  const listing = useListing(source, focus);
  if (listing === undefined) return <p class="muted">Loading …</p>;
  if (typeof listing === 'string') return <p class="problem">{listing}</p>;
  if (!listing.steps.length) return <NoImages problem={listing.error} />;
  return <Strips listing={listing} focus={focus} selection={selection} select={select} source={source} />;
}

/**
 * The pictures of a run, never those of the one before; undefined until they are known, a text where they cannot be had.
 * The time of the last record tells a run that began anew from one that ended at the same step.
 */
function useListing(source: Source, {summary}: RunData): ImageListing | string | undefined {
  const [answer, setAnswer] = useState<{run: string; listing: ImageListing | string}>();
  useEffect(() => {
    let isCurrent = true;
    source
      .fetchImages(summary.run)
      .catch((error: Error) => error.message)
      .then((found) => isCurrent && setAnswer({run: summary.run, listing: found}));
    return () => void (isCurrent = false);
  }, [source, summary.run, summary.last_step, summary.last_wall_time]);
  return answer?.run === summary.run ? answer.listing : undefined;
}

function NoImages({problem}: {problem: string | null}) {
  return (
    <section class="empty">
      <h2>This run has no reconstructed images</h2>
      <p>
        {problem ??
          'The probe keeps the reconstructions of a few held-out examples where the input is an image of one or three channels:'}
      </p>
      <pre tabIndex={0}>
        <code>model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])</code>
      </pre>
    </section>
  );
}

type StripsProps = Pick<ViewProps, 'focus' | 'selection' | 'select' | 'source'> & {listing: ImageListing};

function Strips({listing, focus, selection, select, source}: StripsProps) {
  const {steps, num_examples: count, labels, error} = listing;
  const [example, choose] = useState<number | null>(null);
  // Another run may have fewer.
  const chosen = example !== null && example < count ? example : null;
  const index = selection.step === null ? steps.length - 1 : nearestStep(steps, selection.step);
  const rows = listRows(listing, focus, steps[index]!, selection.from);
  const widest = rows[maxIndex(rows, ({row}) => listing.rows[row]!.size[1])] ?? {row: 0, isCrop: false};
  // The next step is there before it is asked for.
  useEffect(() => {
    if (index + 1 >= steps.length) return;
    for (const {row} of rows) void (new Image().src = source.imageUrl(listing, index + 1, row));
  }, [listing, index, source]);

  const {against} = selection;
  const frame = findFrame(listing, focus);
  const cell = cellOf(frame, chosen === null ? 64 : 224);
  const draw = ({row, isCrop}: {row: number; isCrop: boolean}, from: number | null) => {
    const strip = source.imageUrl(listing, index, row, from === null);
    const others = {input: () => source.imageUrl(listing, index, row, true), step: () => source.imageUrl(listing, from!, row)};
    const over = against && from !== null ? others[against]() : undefined;
    const examples = chosen === null ? Array.from({length: count}, (_, at) => at) : [chosen];
    const borders = bordersOf(listing.rows[row]!.size, frame, cell, isCrop);
    const shared = {url: strip, over, count, cell, borders, isFaint: against === 'step'};
    return examples.map((at) => <Example key={at} at={at} {...shared} />);
  };
  return (
    <section class="images" aria-label="Reconstructions">
      {error && <p class="problem">{error}</p>}
      <div class="view-controls">
        <StepControls steps={steps} index={index} show={(at) => select({step: steps[at]!})} />
        <Select title="Example" value={String(chosen ?? '')} options={nameExamples(count, labels)} choose={(at) => choose(readNumber(at))} />
        <DifferenceChoice steps={steps} selection={selection} select={select} />
      </div>
      {against === 'step' && (
        <p class="explanation">
          Absolute difference between the reconstructions at two steps, twice as bright: what the layer lost or learned since.
        </p>
      )}
      <div class={chosen === null ? 'strips' : 'strips large'}>
        <figure>
          <figcaption>
            <b>input</b>
          </figcaption>
          <div>{draw(widest, null)}</div>
        </figure>
        {rows.map(({key, from, ...named}) => (
          <figure key={key}>
            <StripCaption {...named} before={against === 'step' ? steps[from]! : null} />
            <div>{draw(named, from)}</div>
          </figure>
        ))}
      </div>
    </section>
  );
}

function nameExamples(count: number, labels: ImageListing['labels']): [string, string][] {
  const names = Array.from({length: count}, (_, at) => `${at + 1}${labels ? ` · class ${labels[at]}` : ''}`);
  return [['', 'all'], ...names.map((name, at): [string, string] => [String(at), name])];
}

/** The layers with a picture at `step`, and where in the listing is the step that each is compared with. */
function listRows(listing: ImageListing, {rows, reports}: RunData, step: number, chosen: number | null) {
  const {steps} = listing;
  return listing.rows.flatMap(({layer, decoder}, row) => {
    const series = rows.find(({row: known}) => known.layer === layer && known.decoder === decoder);
    if (!series) return [];
    const losses = series.column('reconstruction_loss');
    const loss = valueAt(series.steps, losses, step);
    // Where a decoder failed there is no picture.
    if (!Number.isFinite(loss)) return [];
    const from = nearestStep(steps, chosen ?? findReport(reports, series.row)?.minimum_step ?? steps[0]!);
    const lossBefore = valueAt(series.steps, losses, steps[from]!);
    return [{key: series.key, layer, decoder, row, isCrop: isCropped(series), loss, from, lossBefore}];
  });
}

/** A slider over the steps, and a button that goes through them. */
function StepControls({steps, index, show}: {steps: number[]; index: number; show: (at: number) => void}) {
  const [playing, setPlaying] = useState(false);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => show((index + 1) % steps.length), PACE);
    return () => clearTimeout(timer);
  }, [playing, index, steps]);
  const step = formatStep(steps[index]!);
  return (
    <>
      <button aria-pressed={playing} onClick={() => setPlaying(!playing)}>
        {playing ? '⏸ pause' : '▶ play'}
      </button>
      <label class="slider">
        <span class="control-name">Step {step}</span>
        <input
          type="range"
          name="step"
          min={0}
          max={steps.length - 1}
          value={index}
          aria-valuetext={`step ${step}`}
          onInput={(event) => show(Number(event.currentTarget.value))}
        />
      </label>
    </>
  );
}

interface StripCaptionProps {
  layer: string;
  decoder: string;
  loss: number;
  lossBefore: number;
  /** The step that is compared with, where one is. */
  before: number | null;
}

function StripCaption({layer, decoder, loss, lossBefore, before}: StripCaptionProps) {
  return (
    <figcaption>
      <b>{layer}</b> <span class="muted">{decoder}</span>
      <br />
      <span class="muted">
        loss {before !== null && `${formatValue(lossBefore)} at step ${formatStep(before)}, now `}
        {formatValue(loss)}
      </span>
    </figcaption>
  );
}

/** What the reconstructions are subtracted from: the examples, or the reconstructions at another step. */
function DifferenceChoice({steps, selection, select}: Pick<ViewProps, 'select'> & {steps: number[]; selection: Selection}) {
  const {against, from} = selection;
  const choose = (value: string) => {
    if (value === 'minimum') select({against: 'step', from: null});
    else if (value === 'input' || value === '') select({against: value || null});
    else select({against: 'step', from: Number(value)});
  };
  return (
    <Select
      title="Difference to"
      name="against"
      value={against === 'step' ? String(from ?? 'minimum') : (against ?? '')}
      options={[['', 'nothing'], ['input', 'the input'], ['minimum', 'the reconstruction minimum'], ...listSteps(steps, from)]}
      choose={choose}
    />
  );
}

/** Differences between two steps are small: they are shown this much brighter. */
const FAINT = 2;

interface ExampleProps {
  url: string;
  /** A second strip, whose difference to the first is shown. */
  over?: string;
  at: number;
  count: number;
  cell: Size;
  /** Of the cell around the picture: top, right, bottom, left. */
  borders: number[];
  /** Whether the difference is too small to be seen as it is. */
  isFaint: boolean;
}

/** One image of a strip, enlarged without smoothing. */
function Example({url, over, at, count, cell: [height, width], borders, isFaint}: ExampleProps) {
  const images = [url, ...(over ? [over] : [])].map((one) => `url("${one.replaceAll('"', '%22')}")`);
  return (
    <span
      class="example"
      role="img"
      aria-label={`example ${at + 1}`}
      style={{
        width: `${width}px`,
        height: `${height}px`,
        borderWidth: borders.map((border) => `${border}px`).join(' '),
        backgroundImage: images.join(','),
        backgroundSize: `${count * 100}% 100%`,
        backgroundPosition: count > 1 ? `${(100 * at) / (count - 1)}% 0` : '0 0',
        backgroundBlendMode: over ? 'difference' : 'normal',
        filter: over && isFaint ? `brightness(${FAINT})` : undefined,
      }}
    />
  );
}
