import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { Station } from '../../src/station/station';
import { projections } from '../../src/station/projections';

/** Numbers that only this database gives out: rows of one entity bear others elsewhere. */
const surrogates = new Set(['stream', 'position']);

/** Every projection table as text, in an order that is the same on every station. */
export function dump(station: Station): Record<string, string[]> {
  const tables = projections.flatMap((projection) => projection.tables).map((table) => getTableConfig(table));
  return Object.fromEntries(
    tables.map(({ name, columns }) => {
      const kept = columns.map((column) => column.name).filter((column) => !surrogates.has(column));
      const rows = station.journal.raw
        .prepare<[], Record<string, unknown>>(`SELECT ${kept.map((column) => `"${column}"`).join(', ')} FROM "${name}"`)
        .all();
      return [name, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
}
