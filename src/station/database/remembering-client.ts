import type Database from 'better-sqlite3';

/** Far more than the queries a station knows; only statements made of input could ever reach it. */
const mostRemembered = 1_000;

/**
 * The connection as drizzle sees it: `prepare` remembers. Drizzle prepares a query's SQL anew at every run, which costs
 * several times what running it does. A query built by drizzle always reads its rows the same way, so its statement
 * can be kept as it was left.
 */
export function rememberingClient(raw: Database.Database): Database.Database {
  const statements = new Map<string, Database.Statement>();
  const client = Object.create(raw) as Database.Database;
  client.prepare = ((sql: string) => {
    let known = statements.get(sql);
    if (!known) {
      if (statements.size >= mostRemembered) statements.clear();
      known = raw.prepare(sql);
      statements.set(sql, known);
    }
    return known;
  }) as Database.Database['prepare'];
  return client;
}
