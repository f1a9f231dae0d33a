import type { handover as contract } from '../../shared/handover/contract';
import {
  countListKept,
  handoverCounted,
  handoverLeaderTold,
  handoverNoted,
  handoverProlonged,
  sealedItemClosed,
  sealedItemWritten,
} from '../../shared/handover/events';
import { draftedBefore } from '../../shared/handover/limits';
import type { Shift } from '../../shared/roster/shift';
import { append, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { shiftByKey } from '../roster';
import { countListOf } from './draft';
import type { HandoverState } from './handover-state';
import { dueNow, dueShift, handoverLines, handoverOf, viewOf } from './read';
import { eq } from 'drizzle-orm';
import { sealedItemTable } from './projection';
import { standingVersion, takenOverAt } from './versions';

type DraftVerbs =
  | 'one'
  | 'list'
  | 'due'
  | 'note'
  | 'count'
  | 'prolong'
  | 'tellLeader'
  | 'countList'
  | 'keepCountList'
  | 'writeSealed'
  | 'closeSealed';

/** What is done about a handover before anybody signs it, and around it. */
export const draftHandlers: Pick<HandlersOf<typeof contract>, DraftVerbs> = {
  one: ({ shift: key }, context) => {
    const shift = key === undefined ? dueShift(context) : shiftByKey(context, key);
    return shift ? viewOf(context, shift) : { refusal: { code: 'notFound' } };
  },
  list: ({ before, limit }, context) => handoverLines(context, before ?? Number.MAX_SAFE_INTEGER, limit),
  due: (_, context) => dueNow(context),
  note: ({ shift: key, attention, systems }, context) => {
    const open = openDraft(context, key);
    if ('refusal' in open) return open;
    const said = { ...(attention === undefined ? {} : { attention }), ...(systems === undefined ? {} : { systems }) };
    return append(handoverNoted(open.shift.id, { author: context.officer.name, shift: key, ...said }));
  },
  count: ({ shift: key, counts }, context) => {
    const open = openDraft(context, key);
    return 'refusal' in open ? open : append(handoverCounted(open.shift.id, { author: context.officer.name, shift: key, counts }));
  },
  prolong: ({ shift: key, reason, until }, context) => {
    const shift = shiftByKey(context, key);
    if (!shift) return refuse('noSuchShift');
    if (takenOverAt(standingVersion(handoverOf(context, shift.id))) !== undefined) return refuse('alreadyTakenOver');
    if (context.now < shift.end - draftedBefore) return refuse('tooEarly', { end: shift.end });
    return append(
      handoverProlonged(shift.id, { author: context.officer.name, shift: key, reason, ...(until === undefined ? {} : { until }) }),
    );
  },
  tellLeader: ({ shift: key, leader, means }, context) => {
    const shift = shiftByKey(context, key);
    return shift
      ? append(handoverLeaderTold(shift.id, { author: context.officer.name, shift: key, leader, means }))
      : refuse('noSuchShift');
  },
  countList: (_, context) => countListOf(context),
  keepCountList: ({ lines }, { journal, officer }) => {
    const names = lines.map(({ name }) => name);
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    return twice === undefined
      ? append(countListKept(journal.station, { lines, author: officer.name }))
      : refuse('lineTwice', { name: twice });
  },
  writeSealed: ({ text, due }, { newId, officer }) => {
    const id = newId();
    return append(sealedItemWritten(id, { text, author: officer.name, ...(due === undefined ? {} : { due }) }), { id });
  },
  closeSealed: ({ id, result }, { db, officer }) => {
    const open = db.select({ open: sealedItemTable.open }).from(sealedItemTable).where(eq(sealedItemTable.id, id)).get();
    if (!open) return refuse('notFound');
    return open.open === 1 ? append(sealedItemClosed(id, { result, author: officer.name })) : refuse('alreadyClosed');
  },
};

/** The draft of a shift that may still change: once signed, what was signed stands. */
export function openDraft(context: SignedContext, key: string): { shift: Shift; state: HandoverState } | Refused {
  const shift = shiftByKey(context, key);
  if (!shift) return refuse('noSuchShift');
  const state = handoverOf(context, shift.id);
  const standing = standingVersion(state);
  return standing ? refuse('alreadyFrozen', { by: standing.signed?.signature.name ?? '' }) : { shift, state };
}
