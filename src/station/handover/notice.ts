import { redAfter } from '../../shared/handover/limits';
import { handoverOverdueNoted } from '../../shared/handover/events';
import { day } from '../../shared/time';
import type { Context } from '../handler';
import type { Notice } from '../notice';
import { derivedId } from '../random';
import { shiftAt, shiftBefore } from '../roster';
import { handoverOf, wasRosteredInTime } from './read';
import { standingVersion, takenOverAt } from './versions';

/** A rostered shift that nobody has taken over 15 minutes after its end goes on record, with the leader who is to be told. */
export const noticeUnsigned: Notice = (context: Context) => {
  const noted = [];
  const current = shiftAt(context, context.now);
  for (
    let shift = shiftBefore(context, current), next = current;
    shift.end > context.now - day;
    next = shift, shift = shiftBefore(context, shift)
  ) {
    if (context.now < shift.end + redAfter || !wasRosteredInTime(shift)) continue;
    const state = handoverOf(context, shift.id);
    if (state.overdueNotedAt !== undefined || takenOverAt(standingVersion(state)) !== undefined) continue;
    const draft = handoverOverdueNoted(shift.id, { shift: shift.key, end: shift.end, leader: next.leader });
    noted.push({ ...draft, derivedId: derivedId(`handover overdue/${shift.key}`) });
  }
  return noted;
};
