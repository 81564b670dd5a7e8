/** What to do before the first probe step has arrived. */

const LINE = 'model.fit(x, y, callbacks=[PhaseProbe(log_dir="logs/run1")])';

export function EmptyState() {
  return (
    <main class="empty">
      <EmptyCurve />
      <h1>Installed, waiting for the first probe step</h1>
      <p>Add one callback to your training. The first point, the untrained network, appears at once.</p>
      <pre tabIndex={0}>
        <code>
          <span class="muted">from keras_phases import PhaseProbe</span>
          {'\n\n'}
          {LINE}
        </code>
      </pre>
      <p class="muted">
        Training already? TensorBoard must watch the same folder, <code>tensorboard --logdir logs</code>; a new probe step
        appears here by itself within seconds.
      </p>
    </main>
  );
}

const BANDS: [string, number, number][] = [['constant', 0, 80], ['decrease', 80, 100], ['increase', 180, 100]];

function EmptyCurve() {
  return (
    <svg class="empty-curve" width={280} height={92} viewBox="0 0 280 92" aria-hidden="true">
      {BANDS.map(([kind, x, width]) => (
        <g key={kind} class={`band ${kind}`}>
          <rect x={x} width={width} height={78} />
          <text x={x + width / 2} y={14} text-anchor="middle">
            {kind}
          </text>
        </g>
      ))}
      <g class="curve loss">
        <path class="line" d="M2,32L80,33C110,34 140,62 180,62S250,36 278,26" />
      </g>
      <g class="axis">
        <line x2={280} y1={78} y2={78} />
      </g>
    </svg>
  );
}
