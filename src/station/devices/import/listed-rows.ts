import type { DeviceField } from '../../../shared/devices/facts';
import type { FieldTexts, ListPreview } from '../../../shared/devices/import-preview';
import type { Cell, Row, Sheet } from '../../spreadsheets';
import { type Header, headerOf, repeatsHeader } from './columns';

/** One row of a list as it is written, cell by cell. */
export interface ListedRow {
  key: string;
  sheet: number;
  row: number;
  texts: FieldTexts;
  /** Cells further right than any column has a name. */
  shifted: boolean;
}

export interface ListedDevices {
  sheets: ListPreview['sheets'];
  rows: ListedRow[];
}

/** Finds the devices in a list: titles above the header, empty lines, headers repeated at a page break and the total below are told apart. */
export function listedDevices(sheets: readonly Sheet[]): ListedDevices {
  const found: ListedDevices = { sheets: [], rows: [] };
  for (const [index, sheet] of sheets.entries()) {
    const header = headerOf(sheet);
    if (!header) continue;
    const rows = sheet.rows.filter((row) => row.number > header.row && isDevice(row, header)).map((row) => listedRow(row, header, index));
    found.rows.push(...rows);
    found.sheets.push({
      index,
      name: sheet.name.slice(0, 40),
      headerRow: header.row,
      columns: [...header.fields].map(([column, field]) => ({ header: header.titles.get(column) ?? '', field })),
      unused: header.unused,
      devices: rows.length,
    });
  }
  return found;
}

function isDevice(row: Row, header: Header): boolean {
  const filled = row.cells.filter((cell) => cell !== undefined);
  const first = filled[0]?.text.replace(/\s/gu, '') ?? '';
  if (filled.length <= 3 && /^(合计|总计|共计|小计|填表人|制表|审核|备注|说明|注[:：])/u.test(first)) return false;
  return filled.length > 0 && !repeatsHeader(row, header);
}

function listedRow(row: Row, header: Header, sheet: number): ListedRow {
  const texts: FieldTexts = {};
  for (const [column, field] of header.fields) {
    const cell = row.cells[column];
    if (cell) texts[field] = writtenIn(cell, field);
  }
  const widest = Math.max(...header.fields.keys());
  const shifted = row.cells.some((cell, column) => column > widest + header.unused.length && cell !== undefined);
  return { key: `${sheet}:${row.number}`, sheet, row: row.number, texts, shifted };
}

/** A program keeps 15 digits of a number: what stands after them was never in the list. */
function writtenIn(cell: Cell, field: DeviceField): string {
  const { text, number, date, written } = cell;
  if (date !== undefined && field === 'inServiceSince') return date;
  if (field === 'code' && number !== undefined && /^\d{16,}$/.test(text)) return text.slice(0, 15).padEnd(text.length, '0');
  return written ?? text;
}
