import type Database from 'better-sqlite3';
import type { Raw } from './open';

const prepared = new WeakMap<Raw, Map<string, Database.Statement>>();

/** A statement prepared once per connection, for reads that are asked for at every key press. */
export function statement<Parameters extends unknown[], Row>(raw: Raw, sql: string): Database.Statement<Parameters, Row> {
  let ofConnection = prepared.get(raw);
  if (!ofConnection) {
    ofConnection = new Map();
    prepared.set(raw, ofConnection);
  }
  let known = ofConnection.get(sql);
  if (!known) {
    known = raw.prepare(sql);
    ofConnection.set(sql, known);
  }
  return known as Database.Statement<Parameters, Row>;
}
