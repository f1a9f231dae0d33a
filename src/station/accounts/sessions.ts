import { hash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { hour, type Instant } from '../../shared/time';
import { oncePer } from '../database/once-per';
import type { Db } from '../database/open';
import { sessions } from '../database/schema';
import type { Random } from '../random';

/** A session ends by itself after this long: a shift of 12 h and its handover. */
export const sessionLength = 14 * hour;

export interface OpenSession {
  /** Hash of the token: the key of its row. */
  session: string;
  account: string;
  desk: string;
  locked: boolean;
}

export function newToken(random: Random): string {
  return Buffer.from(random(32)).toString('base64url');
}

export function sessionKey(token: string): string {
  return hash('sha256', token, 'hex');
}

export function openSession(db: Db, token: string, account: string, desk: string, now: Instant): void {
  db.insert(sessions)
    .values({ token: sessionKey(token), account, desk, openedAt: now, locked: false })
    .run();
}

export function closeSession(db: Db, session: string): void {
  db.delete(sessions).where(eq(sessions.token, session)).run();
}

export function closeSessionsOf(db: Db, account: string): void {
  db.delete(sessions).where(eq(sessions.account, account)).run();
}

export function lockSession(db: Db, session: string, locked: boolean): void {
  db.update(sessions).set({ locked }).where(eq(sessions.token, session)).run();
}

// Asked with every call.
const byKey = oncePer((db: Db) =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.token, sql.placeholder('session')))
    .prepare(),
);

/** The session a token opens, unless it has ended. Survives a restart of the station: the desk goes on where it was. */
export function sessionOf(db: Db, token: string, now: Instant): OpenSession | undefined {
  const session = sessionKey(token);
  const row = byKey(db).get({ session });
  if (!row || now - row.openedAt > sessionLength) return undefined;
  return { session, account: row.account, desk: row.desk, locked: row.locked };
}
