/** Where the run stands, in a sentence about the layer before the classifier; live while training. */
import {advise, tell} from '../model/advice';
import {findReport, nameRow} from '../model/series';
import type {RunData} from '../model/series';

export function Headline({focus: {rows, reports}}: {focus: RunData}) {
  const series = rows.at(-1);
  if (!series || !reports.length) return null;
  const advice = advise(series, findReport(reports, series.row));
  return (
    <p class={`headline ${advice?.kind ?? ''}`} role="status">
      {tell(nameRow(series, rows), advice)}
      {advice?.isPast && (
        <span class="muted">
          {' '}
          There the layer began to forget its input. It is not the best checkpoint for every task, and full fine-tuning
          can still gain from longer pre-training (
          <a href="https://arxiv.org/abs/2203.04668" target="_blank" rel="noreferrer">
            Deng et al., ICCV 2023
          </a>
          ).
        </span>
      )}
    </p>
  );
}
