/** What every view is given. */
import type {PanelOptions} from '../charts/layout';
import type {Actions} from '../charts/pointing';
import type {Cursor} from '../cursor';
import type {Source} from '../data';
import type {Quantity} from '../quantities';
import type {Selection} from '../selection';
import type {RunData} from '../store';

export interface ViewProps {
  focus: RunData;
  others: RunData[];
  colors: Map<string, string>;
  /** Stroke patterns of the runs beside the one in focus. */
  dashes: Map<string, string>;
  options: PanelOptions;
  quantities: Quantity[];
  selection: Selection;
  select: (change: Partial<Selection>) => void;
  cursor: Cursor;
  actions: Actions;
  source: Source;
}
