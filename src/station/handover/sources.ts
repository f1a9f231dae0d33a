import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import type { Shift } from '../../shared/roster/shift';
import { logFigures, logItems } from '../duty-log';
import { faultFigures, faultItems } from '../faults';
import type { Context } from '../handler';

/** What a slice has to say when a shift is handed over. */
export interface HandoverSource {
  /** Matters that pass on. */
  items?(context: Context, shift: Shift): HandoverItem[];
  /** Figures of the shift. */
  figures?(context: Context, shift: Shift): ShiftFigure[];
}

/** Every slice that is asked, in the order in which a handover tells it. A new one adds its line here. */
export const handoverSources: readonly HandoverSource[] = [
  { items: faultItems, figures: faultFigures },
  { items: logItems, figures: logFigures },
];
