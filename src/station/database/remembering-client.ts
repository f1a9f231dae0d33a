import type Database from 'better-sqlite3';
import { statement } from './statements';

/**
 * The connection as drizzle sees it: `prepare` remembers. Drizzle prepares a query's SQL anew at every run, which costs
 * several times what running it does. A query built by drizzle always reads its rows the same way, so its statement
 * can be kept as it was left.
 */
export function rememberingClient(raw: Database.Database): Database.Database {
  const client = Object.create(raw) as Database.Database;
  client.prepare = ((sql: string) => statement(raw, sql)) as Database.Database['prepare'];
  return client;
}
