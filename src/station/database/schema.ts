import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

// What must last: the journal and this desk's own settings. Migrations touch only these tables, and only add.
// Every other table is a projection, made from its schema and dropped at will.

/** Stations whose chains this journal holds, itself among them. */
export const stations = sqliteTable('stations', {
  n: integer('n').primaryKey(),
  id: text('id').notNull().unique(),
  publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
});

export const streams = sqliteTable('streams', {
  n: integer('n').primaryKey(),
  id: text('id').notNull().unique(),
  /** Hybrid clock of the newest entry folded: a later one folds on top, an earlier one refolds the stream. */
  lastHlc: integer('last_hlc').notNull(),
});

export const eventNames = sqliteTable('event_names', { n: integer('n').primaryKey(), name: text('name').notNull().unique() });
export const actors = sqliteTable('actors', { n: integer('n').primaryKey(), id: text('id').notNull().unique() });

/** One row per entry. The key is station × 2^40 + sequence number: each chain is one run of rows, unique without a further index. */
export const entries = sqliteTable(
  'entries',
  {
    key: integer('key').primaryKey(),
    id: blob('id', { mode: 'buffer' }).notNull(),
    hlc: integer('hlc').notNull(),
    at: integer('at').notNull(),
    actor: integer('actor').notNull(),
    stream: integer('stream').notNull(),
    name: integer('name').notNull(),
    payload: text('payload').notNull(),
    hash: blob('hash', { mode: 'buffer' }).notNull(),
    /** Ed25519 over the head of a commit; attests all before it. */
    signature: blob('signature', { mode: 'buffer' }),
  },
  (table) => [index('entries_by_stream').on(table.stream)],
);

/**
 * Streams with entries of a long receive that are durable and not folded yet. A station that was killed meanwhile goes on with
 * them; whatever else comes to such a stream first folds it whole.
 */
export const unfolded = sqliteTable('unfolded', { stream: integer('stream').primaryKey() });

/** Facts of this station alone: its identity, what its projections were made by. */
export const settings = sqliteTable('settings', { key: text('key').primaryKey(), value: text('value').notNull() });

/** Open sessions of this desk. Only a hash of the token is kept. */
export const sessions = sqliteTable('sessions', {
  token: text('token').primaryKey(),
  account: text('account').notNull(),
  desk: text('desk').notNull(),
  openedAt: integer('opened_at').notNull(),
  locked: integer('locked', { mode: 'boolean' }).notNull(),
});

/** What was typed and not yet sent, per officer. */
export const drafts = sqliteTable(
  'drafts',
  {
    account: text('account').notNull(),
    key: text('key').notNull(),
    content: text('content').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.key] })],
);

/** Answers given to the shell, by call: a call sent again after a crash gets the same answer and is not done twice. */
export const answered = sqliteTable('answered', {
  call: text('call').primaryKey(),
  answer: text('answer').notNull(),
  at: integer('at').notNull(),
});
