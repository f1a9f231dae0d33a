import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CorrectionContent, DutyRecordContent } from '../../shared/duty-record/content';
import { dutyRecordCorrected, dutyRecordSigned } from '../../shared/duty-record/events';
import { documentStore, on, projection } from '../journal/projection';

/** One officer's record of one shift. The first signature stands; what another desk signed apart is kept beside it. */
export interface KeptDutyRecord {
  signatures: { entry: string; content: DutyRecordContent; hash: string }[];
  corrections: { entry: string; content: CorrectionContent; hash: string }[];
}

export const dutyRecordTable = sqliteTable(
  'duty_records',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    shift: text('shift').notNull(),
    account: text('account').notNull(),
    signedAt: integer('signed_at').notNull(),
    doc: text('doc', { mode: 'json' }).$type<KeptDutyRecord>().notNull(),
  },
  (table) => [
    index('duty_records_by_id').on(table.id),
    index('duty_records_by_shift').on(table.shift),
    index('duty_records_by_account').on(table.account, table.signedAt),
  ],
);

export const dutyRecordProjection = projection<KeptDutyRecord>({
  slice: 'dutyRecord',
  kind: 'dutyRecord',
  version: 1,
  initial: () => ({ signatures: [], corrections: [] }),
  folds: [
    on(dutyRecordSigned, (record: KeptDutyRecord, { content, hash }, { id }) => ({
      ...record,
      signatures: [...record.signatures, { entry: id, content, hash }],
    })),
    on(dutyRecordCorrected, (record: KeptDutyRecord, { content, hash }, { id }) => ({
      ...record,
      corrections: [...record.corrections, { entry: id, content, hash }],
    })),
  ],
  tables: [dutyRecordTable],
  open: (raw) =>
    documentStore<KeptDutyRecord>(raw, dutyRecordTable, ({ signatures: [first] }) => ({
      shift: first?.content.shift.key ?? '',
      account: first?.content.account ?? '',
      signed_at: first?.content.signedAt ?? 0,
    })),
});
