import { integer, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { EntryFacts } from '../../shared/event';
import {
  attendanceAbsenceNoted,
  attendanceCheckedIn,
  attendanceCheckedOut,
  attendancePostLeft,
  attendancePostReturnedTo,
  attendanceSpotChecked,
  attendanceVoided,
} from '../../shared/attendance/events';
import type { AttendanceRecord } from '../../shared/attendance/record';
import { documentStore, type FoldOf, on, projection } from '../journal/projection';

export type KeptRecord = AttendanceRecord extends infer R ? (R extends unknown ? Omit<R, 'voided'> : never) : never;

/** What is on record of one shift's attendance, in the order of the clock. Nothing is ever taken away. */
export interface AttendanceBook {
  records: KeptRecord[];
  voidings: { entry: string; of: string; at: number; author: string; reason: string }[];
}

export const attendanceTable = sqliteTable(
  'attendance',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    doc: text('doc', { mode: 'json' }).$type<AttendanceBook>().notNull(),
  },
  (table) => [index('attendance_by_id').on(table.id)],
);

const kept = (book: AttendanceBook, record: KeptRecord): AttendanceBook => ({ ...book, records: [...book.records, record] });
const markOf = ({ id, at, actor }: EntryFacts, author: string) => ({ entry: id, at, officer: actor, author });

const folds: FoldOf<AttendanceBook>[] = [
  on(attendanceCheckedIn, (book: AttendanceBook, { shift: _, author, ...facts }, entry) =>
    kept(book, { what: 'checkedIn', ...markOf(entry, author), ...facts }),
  ),
  on(attendancePostLeft, (book: AttendanceBook, { shift: _, author, ...facts }, entry) =>
    kept(book, { what: 'postLeft', ...markOf(entry, author), ...facts }),
  ),
  on(attendancePostReturnedTo, (book: AttendanceBook, { author, person }, entry) =>
    kept(book, { what: 'postReturnedTo', ...markOf(entry, author), person }),
  ),
  on(attendanceCheckedOut, (book: AttendanceBook, { author, person }, entry) =>
    kept(book, { what: 'checkedOut', ...markOf(entry, author), person }),
  ),
  on(attendanceSpotChecked, (book: AttendanceBook, { shift: _, author, ...facts }, entry) =>
    kept(book, { what: 'spotChecked', ...markOf(entry, author), ...facts }),
  ),
  on(attendanceAbsenceNoted, (book: AttendanceBook, { shift: _, author, ...facts }, entry) =>
    kept(book, { what: 'absenceNoted', ...markOf(entry, author), ...facts }),
  ),
  on(attendanceVoided, (book: AttendanceBook, { author, entry: of, reason }, { id, at }) => ({
    ...book,
    voidings: [...book.voidings, { entry: id, of, at, author, reason }],
  })),
];

export const attendanceProjection = projection<AttendanceBook>({
  slice: 'attendance',
  kind: 'attendance',
  version: 1,
  initial: () => ({ records: [], voidings: [] }),
  folds,
  tables: [attendanceTable],
  open: (raw) => documentStore<AttendanceBook>(raw, attendanceTable, () => ({})),
});
