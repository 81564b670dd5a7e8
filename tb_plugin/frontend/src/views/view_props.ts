/** What every view is given. */
import type {Cursor} from '../draw/cursor';
import type {PanelOptions} from '../draw/layout';
import type {Actions} from '../draw/pointing';
import type {Quantity} from '../model/quantities';
import type {Selection} from '../model/selection';
import type {RunData} from '../model/series';
import type {Source} from '../source/data';
import type {Looks} from './looks';

export interface ViewProps {
  focus: RunData;
  others: RunData[];
  looks: Looks;
  /** Names of runs that have no layer of the one in focus. */
  strangers: string[];
  options: PanelOptions;
  quantities: Quantity[];
  selection: Selection;
  select: (change: Partial<Selection>) => void;
  cursor: Cursor;
  actions: Actions;
  source: Source;
}
