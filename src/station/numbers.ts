import type { Raw } from './database/open';
import { statement } from './database/statements';

/**
 * The next human number of this station's letter and year, `A-2026-000123`. Never renumbered and never shared: another
 * station counts under its own letter. `table` and its `number` column, which needs an index, are a slice's own, never input.
 */
export function nextNumber(raw: Raw, table: string, letter: string, year: number): string {
  const prefix = `${letter}-${year}-`;
  const range = `FROM "${table}" WHERE number >= ? AND number < ?`;
  // Numbers of six digits sort as text do. The seventh digit begins with 1: only once that stands must lengths be compared.
  const long = statement<[string, string], 1>(raw, `SELECT 1 ${range} AND length(number) > ${prefix.length + 6} LIMIT 1`);
  const order = long.get(`${prefix}1000000`, `${prefix}1000001`) ? 'length(number) DESC, number DESC' : 'number DESC';
  const last = statement<[string, string], string>(raw, `SELECT number ${range} ORDER BY ${order} LIMIT 1`)
    .pluck()
    .get(prefix, `${prefix}~`);
  const count = last ? Number(last.slice(prefix.length)) : 0;
  return `${prefix}${String(count + 1).padStart(6, '0')}`;
}
