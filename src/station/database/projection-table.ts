import type Database from 'better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** DDL of a projection's table, from the schema its queries use: one definition, and no migration for what is disposable. */
export function createStatements(table: SQLiteTable): string[] {
  const { name, columns, indexes } = getTableConfig(table);
  const lines = columns.map(
    (column) =>
      `"${column.name}" ${column.getSQLType()}${column.primary ? ' PRIMARY KEY' : ''}${column.notNull ? ' NOT NULL' : ''}${column.isUnique ? ' UNIQUE' : ''}`,
  );
  const create = `CREATE TABLE IF NOT EXISTS "${name}" (${lines.join(', ')})`;
  return [
    create,
    ...indexes.map(({ config }) => {
      const on = config.columns.map((column) => `"${(column as { name: string }).name}"`).join(', ');
      return `CREATE ${config.unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS "${config.name}" ON "${name}" (${on})`;
    }),
  ];
}

export function createTable(raw: Database.Database, table: SQLiteTable): void {
  for (const statement of createStatements(table)) raw.exec(statement);
}

export function dropTable(raw: Database.Database, table: SQLiteTable): void {
  raw.exec(`DROP TABLE IF EXISTS "${getTableConfig(table).name}"`);
}
