import type { Raw } from './database/open';

/**
 * The next human number of this station's letter and year, `A-2026-000123`. Never renumbered and never shared: another
 * station counts under its own letter. `table` and its `number` column are a slice's own, never input.
 */
export function nextNumber(raw: Raw, table: string, letter: string, year: number): string {
  const prefix = `${letter}-${year}-`;
  const last = raw
    .prepare<[string, string], string | null>(
      `SELECT number FROM "${table}" WHERE number >= ? AND number < ? ORDER BY length(number) DESC, number DESC LIMIT 1`,
    )
    .pluck()
    .get(prefix, `${prefix}~`);
  const count = last ? Number(last.slice(prefix.length)) : 0;
  return `${prefix}${String(count + 1).padStart(6, '0')}`;
}
