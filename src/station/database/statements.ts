import type Database from 'better-sqlite3';

/** Far more than the statements a station knows; only statements made of input could ever reach it. */
const mostPrepared = 1_000;

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement prepared once per connection, for what is asked at every key press. Whoever shares a text reads its rows the same way. */
export function statement<Parameters extends unknown[], Row>(raw: Database.Database, sql: string): Database.Statement<Parameters, Row> {
  let ofConnection = prepared.get(raw);
  if (!ofConnection) {
    ofConnection = new Map();
    prepared.set(raw, ofConnection);
  }
  let known = ofConnection.get(sql);
  if (!known) {
    if (ofConnection.size >= mostPrepared) ofConnection.clear();
    known = raw.prepare(sql);
    ofConnection.set(sql, known);
  }
  return known as Database.Statement<Parameters, Row>;
}
