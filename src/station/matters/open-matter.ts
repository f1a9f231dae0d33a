import type { z } from 'zod';
import type { OpenMatter } from '../../shared/matters/contract';
import { isAhead } from '../../shared/duty-log/late';
import type { EventDraft } from '../../shared/event';
import { matterOpened } from '../../shared/matters/events';
import { yearIn } from '../../shared/time';
import { entryById } from '../duty-log';
import { type Refused, refuse, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { letterOf } from '../unit';

/**
 * What opens a matter: its event, to be appended with whatever it comes from in one transaction. Refusals: `timeInFuture`,
 * `deadlineBeforeReceipt`, `logEntryNotFound`.
 */
export function openingOf(
  input: z.output<typeof OpenMatter>,
  context: SignedContext,
): { id: string; number: string; event: EventDraft } | Refused {
  const { now, zone, db, raw, journal, officer } = context;
  const { receivedAt = now, ...rest } = input;
  if (isAhead(receivedAt, now)) return refuse('timeInFuture', { at: receivedAt });
  if (rest.deadline !== null && rest.deadline < receivedAt) return refuse('deadlineBeforeReceipt', { deadline: rest.deadline, receivedAt });
  if (rest.logEntry !== null && !entryById(raw, rest.logEntry)) return refuse('logEntryNotFound');
  const id = context.newId();
  const number = nextNumber(raw, 'matters', letterOf(db, journal.station), yearIn(zone, now));
  return { id, number, event: matterOpened(id, { ...rest, number, receivedAt, author: officer.name }) };
}
