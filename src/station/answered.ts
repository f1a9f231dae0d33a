import { eq, lt } from 'drizzle-orm';
import type { Answer } from '../shared/answer';
import { hour, type Instant } from '../shared/time';
import { answered } from './database/schema';
import type { Db } from './database/open';
import type { Context } from './handler';

/** How long an answer is remembered: far longer than a restart takes. */
const remembered = hour;

/** The answer already given to this call, if it was done before the process died. */
export function recordedAnswer(context: Context, call: string): Answer<unknown> | undefined {
  const row = context.db.select({ answer: answered.answer }).from(answered).where(eq(answered.call, call)).get();
  return row ? (JSON.parse(row.answer) as Answer<unknown>) : undefined;
}

/** Written in the command's own transaction: done and remembered, or neither. */
export function recordAnswer(context: Context, call: string, answer: Answer<unknown>): void {
  context.db
    .insert(answered)
    .values({ call, answer: JSON.stringify(answer), at: context.now })
    .run();
}

/** Writes only where something is old: a station opens on a full disk too. */
export function forgetOldAnswers(db: Db, now: Instant): void {
  const old = lt(answered.at, now - remembered);
  if (!db.select({ call: answered.call }).from(answered).where(old).limit(1).get()) return;
  try {
    db.delete(answered).where(old).run();
  } catch (error) {
    if (!String((error as { code?: string }).code).startsWith('SQLITE_FULL')) throw error;
  }
}
