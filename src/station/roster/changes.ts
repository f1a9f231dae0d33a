import { and, desc, eq, gt, inArray, lt, ne } from 'drizzle-orm';
import type { PayloadOf } from '../../shared/event';
import type { Leave } from '../../shared/roster/absence';
import type { shiftChangeAsked } from '../../shared/roster/events';
import { isPending, type ShiftChangeState, stateAfter } from '../../shared/roster/shift-change';
import type { Instant } from '../../shared/time';
import type { Db } from '../database/open';
import type { ChangeState, StoredStep } from './change-state';
import { shiftChangeTable } from './projection';

/** A request as it stands. */
export interface StoredChange {
  id: string;
  asked: PayloadOf<typeof shiftChangeAsked>;
  steps: StoredStep[];
  state: ShiftChangeState;
  contested: boolean;
}

function whole(id: string, { asked, steps }: ChangeState): StoredChange | undefined {
  return asked && { id, asked, steps, ...stateAfter(steps) };
}

/** Undefined also while only later steps have arrived from the other desk. */
export function changeById(db: Db, id: string): StoredChange | undefined {
  const row = db.select({ doc: shiftChangeTable.doc }).from(shiftChangeTable).where(eq(shiftChangeTable.id, id)).get();
  return row && whole(id, row.doc);
}

interface ChangeFilter {
  state?: ShiftChangeState | undefined;
  pending?: boolean | undefined;
  from?: Instant | undefined;
  until?: Instant | undefined;
}

/** Most that a list shows. */
const most = 300;

/** Newest first. */
export function findChanges(db: Db, { state, pending, from, until }: ChangeFilter): StoredChange[] {
  const waiting: ShiftChangeState[] = ['asked', 'accepted'];
  return db
    .select({ id: shiftChangeTable.id, doc: shiftChangeTable.doc })
    .from(shiftChangeTable)
    .where(
      and(
        ne(shiftChangeTable.kind, ''),
        state === undefined ? undefined : eq(shiftChangeTable.state, state),
        pending === undefined ? undefined : pending ? inArray(shiftChangeTable.state, waiting) : undefined,
        from === undefined ? undefined : gt(shiftChangeTable.ends, from),
        until === undefined ? undefined : lt(shiftChangeTable.starts, until),
      ),
    )
    .orderBy(desc(shiftChangeTable.id))
    .limit(most)
    .all()
    .flatMap(({ id, doc }) => whole(id, doc) ?? [])
    .filter((change) => pending !== false || !isPending(change.state));
}

/** Approved leaves that overlap a span of time. */
export function leavesBetween(db: Db, from: Instant, until: Instant): Leave[] {
  return db
    .select({ person: shiftChangeTable.person, from: shiftChangeTable.starts, until: shiftChangeTable.ends })
    .from(shiftChangeTable)
    .where(
      and(
        eq(shiftChangeTable.kind, 'leave'),
        eq(shiftChangeTable.state, 'approved'),
        ne(shiftChangeTable.person, ''),
        gt(shiftChangeTable.ends, from),
        lt(shiftChangeTable.starts, until),
      ),
    )
    .orderBy(shiftChangeTable.starts, shiftChangeTable.id)
    .all();
}
