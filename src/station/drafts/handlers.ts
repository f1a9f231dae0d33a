import { and, eq } from 'drizzle-orm';
import type { drafts as contract } from '../../shared/drafts/contract';
import { drafts } from '../database/schema';
import { append, type HandlersOf } from '../handler';

/** What is typed and not yet sent: rows of this desk, not of the journal, because nobody has said it yet. */
export const draftHandlers: HandlersOf<typeof contract> = {
  load: ({ key }, { db, officer }) =>
    db
      .select({ content: drafts.content, at: drafts.at })
      .from(drafts)
      .where(and(eq(drafts.account, officer.id), eq(drafts.key, key)))
      .get() ?? null,
  save: ({ key, content }, { db, officer, now }) =>
    append([], null, () => {
      db.insert(drafts)
        .values({ account: officer.id, key, content, at: now })
        .onConflictDoUpdate({ target: [drafts.account, drafts.key], set: { content, at: now } })
        .run();
    }),
  discard: ({ key }, { db, officer }) =>
    append([], null, () => {
      db.delete(drafts)
        .where(and(eq(drafts.account, officer.id), eq(drafts.key, key)))
        .run();
    }),
};
