import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import exceljs from 'exceljs';
import { parse } from 'csv-parse/sync';
import type { ListPreview, Mend } from '../../src/shared/devices/import-preview';

/** A list as a unit exports it: GB18030, CRLF, 1,229 devices, with everything that goes wrong in one. */
export const realList = readFileSync(resolve(import.meta.dirname, '../fixtures/devices.csv'));
export const realText = new TextDecoder('gb18030').decode(realList);
export const realRows: string[][] = parse(realText, { relax_column_count: true, skip_empty_lines: false });

export function fileOf(bytes: Buffer | string, name = '设备台账.csv') {
  return { name, content: Buffer.from(bytes as string).toString('base64') };
}

/** The same table as .xlsx; what looks like a power of ten is a number there, as the program that ruined it keeps it. */
export async function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('设备台账');
  for (const row of rows) sheet.addRow(row.map((text) => (/^\d\.\d+E\+\d+$/.test(text) ? Number(text) : text)));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export function csvOf(rows: readonly (readonly string[])[], delimiter = ','): string {
  const cell = (text: string) => (/["\r\n,;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join('');
}

/** Every proposal taken. */
export function allProposals(preview: ListPreview): Mend[] {
  return preview.rows.flatMap(({ key, problems }) =>
    problems.flatMap(({ field, proposal }) => (proposal === undefined ? [] : [{ key, field, value: proposal }])),
  );
}
