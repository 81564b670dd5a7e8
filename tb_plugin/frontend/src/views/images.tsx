/** What each layer still knows of its input: the input beside its reconstructions, step by step. */
import {useEffect, useState} from 'preact/hooks';
import {formatStep, formatValue} from '../model/format';
import type {Selection} from '../model/selection';
import {findReport, nearestStep, valueAt} from '../model/series';
import type {RunData} from '../model/series';
import type {ImageListing, Source} from '../source/data';
import {Select, listSteps} from './choices';
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
      <pre>
        <code>model.fit(x, y, callbacks=[PhaseProbe(images=8, log_dir="logs/run1")])</code>
      </pre>
    </section>
  );
}

type StripsProps = Pick<ViewProps, 'focus' | 'selection' | 'select' | 'source'> & {listing: ImageListing};

function Strips({listing, focus, selection, select, source}: StripsProps) {
  const {steps, num_examples: count, labels} = listing;
  const [playing, setPlaying] = useState(false);
  const [example, setChosen] = useState<number | null>(null);
  // Another run may have fewer.
  const chosen = example !== null && example < count ? example : null;
  const index = selection.step === null ? steps.length - 1 : nearestStep(steps, selection.step);
  const step = steps[index]!;
  const show = (at: number) => select({step: steps[at]!});

  // Where a decoder failed there is no picture.
  const rows = listing.rows.flatMap(({layer, decoder}, row) => {
    const series = focus.rows.find(({row: known}) => known.layer === layer && known.decoder === decoder);
    if (!series) return [];
    const losses = series.column('reconstruction_loss');
    const loss = valueAt(series.steps, losses, step);
    if (!Number.isFinite(loss)) return [];
    // The image step at or nearest to the one that is compared with.
    const first = selection.from ?? findReport(focus.reports, series.row)?.minimum_step ?? steps[0]!;
    const from = nearestStep(steps, first);
    const lossBefore = valueAt(series.steps, losses, steps[from]!);
    return [{layer, decoder, row, loss, from, lossBefore, key: series.key}];
  });

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => show((index + 1) % steps.length), PACE);
    return () => clearTimeout(timer);
  }, [playing, index, steps]);
  // The next step is there before it is asked for.
  useEffect(() => {
    if (index + 1 >= steps.length) return;
    for (const {row} of rows) void (new Image().src = source.imageUrl(listing, index + 1, row));
  }, [listing, index, source]);

  const all = Array.from({length: count}, (_, at) => at);
  const examples = chosen === null ? all : [chosen];
  const {against} = selection;
  const draw = (row: number, from: number | null) => {
    const {size} = listing.rows[row]!;
    const strip = source.imageUrl(listing, index, row, from === null);
    const others = {input: () => source.imageUrl(listing, index, row, true), step: () => source.imageUrl(listing, from!, row)};
    const over = against && from !== null ? others[against]() : undefined;
    return examples.map((at) => (
      <Example key={at} url={strip} over={over} at={at} count={count} size={size} isLarge={chosen !== null} isFaint={against === 'step'} />
    ));
  };
  return (
    <section class="images" aria-label="Reconstructions">
      {listing.error && <p class="problem">{listing.error}</p>}
      <div class="view-controls">
        <button aria-pressed={playing} onClick={() => setPlaying(!playing)}>
          {playing ? '⏸ pause' : '▶ play'}
        </button>
        <label class="slider">
          <span class="control-name">Step {formatStep(step)}</span>
          <input
            type="range"
            name="step"
            min={0}
            max={steps.length - 1}
            value={index}
            aria-valuetext={`step ${formatStep(step)}`}
            onInput={(event) => show(Number(event.currentTarget.value))}
          />
        </label>
        <Select
          title="Example"
          value={chosen === null ? '' : String(chosen)}
          options={[['', 'all'], ...all.map((at): [string, string] => [String(at), `${at + 1}${labels ? ` · class ${labels[at]}` : ''}`])]}
          choose={(at) => setChosen(at === '' ? null : Number(at))}
        />
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
          <div>{draw(rows.at(-1)?.row ?? 0, null)}</div>
        </figure>
        {rows.map(({layer, decoder, row, loss, from, lossBefore, key}) => (
          <figure key={key}>
            <figcaption>
              <b>{layer}</b> <span class="muted">{decoder}</span>
              <br />
              <span class="muted">
                loss {against === 'step' && `${formatValue(lossBefore)} at step ${formatStep(steps[from]!)}, now `}
                {formatValue(loss)}
              </span>
            </figcaption>
            <div>{draw(row, from)}</div>
          </figure>
        ))}
      </div>
    </section>
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
  size: [number, number];
  isLarge: boolean;
  /** Whether the difference is too small to be seen as it is. */
  isFaint: boolean;
}

/** One image of a strip, enlarged without smoothing. */
function Example({url, over, at, count, size: [height, width], isLarge, isFaint}: ExampleProps) {
  const scale = Math.max(1, Math.round((isLarge ? 128 : 64) / width));
  const images = [url, ...(over ? [over] : [])].map((one) => `url("${one.replaceAll('"', '%22')}")`);
  return (
    <span
      class="example"
      role="img"
      aria-label={`example ${at + 1}`}
      style={{
        width: `${scale * width}px`,
        height: `${scale * height}px`,
        backgroundImage: images.join(','),
        backgroundSize: `${count * 100}% 100%`,
        backgroundPosition: count > 1 ? `${(100 * at) / (count - 1)}% 0` : '0 0',
        backgroundBlendMode: over ? 'difference' : 'normal',
        filter: over && isFaint ? `brightness(${FAINT})` : undefined,
      }}
    />
  );
}
