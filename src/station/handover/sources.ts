import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import type { Shift } from '../../shared/roster/shift';
import { attendanceFigures } from '../attendance';
import { logFigures, logItems } from '../duty-log';
import { faultFigures, faultItems } from '../faults';
import type { Context } from '../handler';
import { handoverItems as matterItems, matterFigures } from '../matters';
import { planRunFigures, planRunItems } from '../plan-runs';
import { plannedWorkFigures, plannedWorkItems } from '../planned-work';
import { entriesUnderReport, handoverItems as reportItems, reportFigures } from '../reports';
import { warningAttention, warningFigures, warningItems } from '../warnings';
import { dutyFigures, dutyItems } from '../periodic-duties';
import { requestFigures, requestItems } from '../service-requests';

/** What a slice has to say when a shift is handed over. */
export interface HandoverSource {
  /** Matters that pass on. */
  items?(context: Context, shift: Shift): HandoverItem[];
  /** Figures of the shift. */
  figures?(context: Context, shift: Shift): ShiftFigure[];
  /** Lines that stand under special attention (注意事项) whether or not somebody writes them there (domain.md 2). */
  attention?(context: Context): string[];
}

/** Every slice that is asked, in the order in which a handover tells its figures. A new one adds its line here. */
export const handoverSources: readonly HandoverSource[] = [
  { figures: attendanceFigures },
  { items: entryItems, figures: ({ raw }, { start, end }) => logFigures(raw, start, end) },
  { items: faultItems, figures: ({ raw }, { start, end }) => faultFigures(raw, start, end) },
  { items: matterItems, figures: (context, { start, end }) => matterFigures(context, start, end) },
  { items: reportItems, figures: (context, { start, end }) => reportFigures(context, start, end) },
  { items: planRunItems, figures: (context, shift) => planRunFigures(context, shift) },
  { items: plannedWorkItems, figures: (context, { start, end }) => plannedWorkFigures(context, start, end) },
  { items: warningItems, figures: (context, { start, end }) => warningFigures(context, start, end), attention: warningAttention },
  { items: requestItems, figures: (context, { start, end }) => requestFigures(context, start, end) },
  { items: dutyItems, figures: (context, { start, end }) => dutyFigures(context, start, end) },
];

function entryItems(context: Context, shift: Shift): HandoverItem[] {
  const reported = entriesUnderReport(context);
  return logItems(context, shift).filter(({ subject }) => subject === undefined || !reported.has(subject));
}
