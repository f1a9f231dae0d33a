import { asc, eq, sql } from 'drizzle-orm';
import type { Officer } from '../../shared/accounts/contract';
import { oncePer } from '../database/once-per';
import type { Db } from '../database/open';
import { type Account, accountTable } from './projection';

export type StoredAccount = Account & { id: string };

function whole(row: { id: string; doc: Account } | undefined): StoredAccount | undefined {
  return row ? { id: row.id, ...row.doc } : undefined;
}

// Asked with every call.
const byId = oncePer((db: Db) =>
  db
    .select({ id: accountTable.id, doc: accountTable.doc })
    .from(accountTable)
    .where(eq(accountTable.id, sql.placeholder('id')))
    .prepare(),
);

export function accountById(db: Db, id: string): StoredAccount | undefined {
  return whole(byId(db).get({ id }));
}

/** Should two desks have given out one login while apart, the older account keeps it. */
export function accountByLogin(db: Db, login: string): StoredAccount | undefined {
  const key = login.trim().toLowerCase();
  if (key === '') return undefined;
  return whole(
    db
      .select({ id: accountTable.id, doc: accountTable.doc })
      .from(accountTable)
      .where(eq(accountTable.login, key))
      .orderBy(asc(accountTable.id))
      .limit(1)
      .get(),
  );
}

export function allAccounts(db: Db): StoredAccount[] {
  return db
    .select({ id: accountTable.id, doc: accountTable.doc })
    .from(accountTable)
    .orderBy(asc(accountTable.login), asc(accountTable.id))
    .all()
    .map((row) => ({ id: row.id, ...row.doc }));
}

export function officerOf(account: StoredAccount): Officer {
  const { id, login, name, roles, personId } = account;
  return { id, login, name, roles, ...(personId === undefined ? {} : { personId }) };
}

/** The name to show for an entry's actor; `undefined` for the station itself and for accounts not known here. */
export function nameOfActor(db: Db, actor: string): string | undefined {
  return accountById(db, actor)?.name;
}
