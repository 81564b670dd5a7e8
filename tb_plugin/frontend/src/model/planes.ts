/** Pairs of quantities that have a name as a plane; pure functions. */
import type {Quantity} from './quantities';

export interface Plane {
  key: string;
  label: string;
  axes: [string, string];
}

/** Key of the probe loss on an axis that is turned, so that more information about the label is up. */
export const TURNED_PROBE_LOSS = '-probe_loss';

/** The quantities that an axis of the portrait can have: all of them, and the probe loss upside down. */
export function listAxes(quantities: Quantity[]): Quantity[] {
  return quantities.flatMap((quantity) =>
    quantity.key === 'probe_loss'
      ? [quantity, {...quantity, key: TURNED_PROBE_LOSS, label: 'probe loss, turned', isTurned: true}]
      : [quantity],
  );
}

const PLANES: Plane[] = [
  {key: 'portrait', label: 'phase portrait', axes: ['accuracy', 'relative']},
  {key: 'information', label: 'information plane', axes: ['explained', 'label_information']},
  {key: 'information', label: 'information plane', axes: ['explained', TURNED_PROBE_LOSS]},
  {key: 'binned', label: 'binned mutual information', axes: ['binned_information_input', 'binned_information_label']},
];

/** The planes whose both axes were measured; of two by the same name the first. */
export function listPlanes(axes: Quantity[]): Plane[] {
  const found = PLANES.filter((plane) => plane.axes.every((key) => axes.some((quantity) => quantity.key === key)));
  return found.filter(({key}, index) => found.findIndex((plane) => plane.key === key) === index);
}
