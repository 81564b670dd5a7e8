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
  duplicated_rows: 'a tenth of the rows or more are copies of others',
  out_of_range: 'the loss is too large or too small for float32',
};

/** What can be done about it, where anything can. */
const REMEDIES: Record<string, string> = {
  training_heldout: 'Give fit its validation_data, and those rows are held out.',
  no_labels: 'Give PhaseProbe(data=(x, y)) rows with labels.',
  few_rows: 'More rows tell more: PhaseProbe(max_examples=...); read explained variance beside it.',
  ridge_at_bound: 'The features explain next to nothing here.',
  probe_not_converged: 'Its accuracy may be a little low; nothing else is touched.',
  nonfinite_features: 'Look for a diverging loss or infinite inputs at that step.',
  nonfinite_outputs: 'Look for a diverging loss at that step.',
  nonfinite_weights: 'Lower the learning rate, or clip gradients.',
  out_of_memory: 'PhaseProbe(max_memory=...), fewer layers or a smaller probe_batch_size help.',
  duplicated_rows: 'Each counts once; what the data repeats tells nothing new.',
  failed: 'Compare the same step of another layer.',
};

/** A flag in a sentence, and what to do about it. */
export function explainFlag(flag: string): string {
  const told = describeFlag(flag);
  return `${told[0]!.toUpperCase()}${told.slice(1)}. ${REMEDIES[flag] ?? ''}`.trim();
}

export function describeFlag(flag: string): string {
  return MEANINGS[flag] ?? flag.replaceAll('_', ' ');
}
