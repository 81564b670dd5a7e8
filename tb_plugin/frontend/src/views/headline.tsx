/** What a run is opened for: three questions, each answered in a line, what it rests on one click away; live while training. */
import {findReport} from '../model/series';
import type {RunData} from '../model/series';

export function Headline({focus: {rows, reports, answers, numSeeds}}: {focus: RunData}) {
  const series = rows.at(-1);
  if (!series || !answers?.length) return null;
  const kind = findReport(reports, series.row)?.stages?.at(-1)?.kind ?? '';
  return (
    <div class={`answers ${kind}`} role="status">
      {answers.map(({question, short, detail}) => (
        <details key={question}>
          <summary>
            <span class="muted">{question}</span> <b>{short}</b>
          </summary>
          <p>{detail}</p>
        </details>
      ))}
      {numSeeds && <p class="muted">In the run with the middle step.</p>}
    </div>
  );
}
