/** Where the run stands: a sentence about the layer before the classifier, and which step to keep; live while training. */
import {findReport, nameRow} from '../model/series';
import type {RunData} from '../model/series';

export function Headline({focus: {rows, reports, advice}}: {focus: RunData}) {
  const series = rows.at(-1);
  if (!series || !reports.length) return null;
  const report = findReport(reports, series.row);
  return (
    <div class={`headline ${report?.phases?.at(-1)?.kind ?? ''}`} role="status">
      <p>
        {nameRow(series, rows)}: {report?.description ?? 'phases not found'}.
      </p>
      {advice && <p>{advice.text}</p>}
      {report?.has_increase && (
        <p class="muted">
          At its minimum a layer begins to forget its input. It is not the best checkpoint for every task, and full
          fine-tuning can still gain from longer pre-training (
          <a href="https://arxiv.org/abs/2203.04668" target="_blank" rel="noreferrer">
            Deng et al., ICCV 2023
          </a>
          ).
        </p>
      )}
    </div>
  );
}
