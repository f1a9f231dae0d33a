import type { EventDraft } from '../../shared/event';
import { type LogFields, logEntryWritten } from '../../shared/duty-log/events';
import { yearIn } from '../../shared/time';
import type { SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { letterOf } from '../unit';

/** An entry of the duty log that another slice writes in the transaction of its own command, in the officer's name. */
export function entryOf(
  fields: Pick<LogFields, 'occurredAt' | 'kind' | 'text'> & Partial<LogFields>,
  { newId, raw, db, journal, zone, now, officer }: SignedContext,
): { event: EventDraft; id: string; number: string } {
  const id = newId();
  const number = nextNumber(raw, 'log_entries', letterOf(db, journal.station), yearIn(zone, now));
  const said = { caller: null, persons: [], places: [], devices: [], ...fields };
  return { event: logEntryWritten(id, { attachments: [], author: officer.name, number, ...said }), id, number };
}
