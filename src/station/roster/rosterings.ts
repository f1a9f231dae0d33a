import { eq } from 'drizzle-orm';
import type { EventDraft } from '../../shared/event';
import { type Assignment, isManned, sameWatch } from '../../shared/roster/assignment';
import { shiftRostered } from '../../shared/roster/events';
import { shiftTable } from './projection';
import { type RosterBook, shiftByKey, shiftIdOf } from './read';

/**
 * What has to be written so that the shifts stand as wanted: nothing for a shift that stands so already and is not contested.
 * A shift that neither the roster nor the pattern knows is passed over: whoever asks has made sure of it.
 */
export function rosteringsOf(book: RosterBook, wanted: readonly Assignment[], author: string, reason: string): EventDraft[] {
  return wanted.flatMap((one) => {
    const shift = shiftByKey(book, one.key);
    if (!shift || (sameWatch(shift, one) && !shift.contested && (shift.rostered || !isManned(one)))) return [];
    const { date, shift: name, name: title, start, end } = shift;
    const { leader, officers, open } = one;
    const replaces = inForce(book, one.key).slice(-50);
    return [
      shiftRostered(shiftIdOf(one.key), { author, date, shift: name, name: title, start, end, leader, officers, open, reason, replaces }),
    ];
  });
}

function inForce({ db }: RosterBook, key: string): string[] {
  return (
    db
      .select({ doc: shiftTable.doc })
      .from(shiftTable)
      .where(eq(shiftTable.id, shiftIdOf(key)))
      .get()?.doc.inForce ?? []
  );
}
