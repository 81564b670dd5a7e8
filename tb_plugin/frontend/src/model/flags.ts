/** What a record wants its reader to know, in words. */

const MEANINGS: Record<string, string> = {
  training_heldout: 'held-out rows are training rows',
  no_labels: 'no labels, so no probe accuracy',
  one_class: 'one class only, so no probe accuracy',
  constant_features: 'some features are constant',
  nonfinite_outputs: 'the model\'s outputs hold NaN or infinite values',
  rank_deficient: 'features depend on each other linearly',
  nonfinite_features: 'features are NaN or infinite',
  few_rows: 'few rows for this width: the loss reads high',
  ridge_at_bound: 'the best ridge lies at the end of its path',
  probe_not_converged: 'the linear probe did not converge',
  target_resized: 'the input is reconstructed at a smaller size',
  target_cropped: 'the border of the input is not reconstructed',
  constant_target: 'the input is constant',
  failed: 'the measurement failed',
  float64_sums: 'measured in float64, because rounding in float32 might have shown',
  out_of_memory: 'memory ran out, so this layer was given up',
  diverged: 'training a decoder or probe diverged',
  nonfinite_weights: 'weights are or were NaN or infinite: no phase is told from here on',
  averaged_weights: 'weights are the moving average that the optimizer keeps',
  out_of_range: 'the loss is too large or too small for float32',
};

export function describeFlag(flag: string): string {
  return MEANINGS[flag] ?? flag.replaceAll('_', ' ');
}
