import type { AlteredRecord } from '../shared/journal/contract';
import type { Db } from './database/open';
import { alteredDutyRecords } from './duty-record';
import { alteredHandovers } from './handover';
import type { Readable } from './journal/reading';

/** Where signed records are looked for: the tables, and the journal they were made from. */
export interface SignedRecords {
  db: Db;
  journal: Readable;
}

/** Every signed record whose frozen content is no longer what was signed. A slice that freezes records adds its line here. */
export function alteredRecords(records: SignedRecords): AlteredRecord[] {
  return [...alteredHandovers(records), ...alteredDutyRecords(records)];
}
