import type { CellValue, Worksheet } from 'exceljs';
import { limits, type SpreadsheetRefusal, Unreadable } from './limits';
import { type Merge, type VettedSheet, vetWorkbook } from './vetted-workbook';

/** One cell as a person sees it, and the number or date behind it. */
export interface Cell {
  /** Whole numbers in full, without a power of ten. */
  text: string;
  number?: number;
  /** `2027-07-03`, when the cell is shown as a date. */
  date?: string;
  /** With the blanks around it, where there are any. */
  written?: string;
}

export interface Row {
  /** From 1, as the program shows it. */
  number: number;
  /** By column, from 0; blanks are undefined. */
  cells: (Cell | undefined)[];
  /** Columns that the widest merged cell of this row spans: a heading across the table. */
  spans: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows that hold something. */
  rows: Row[];
}

export type ReadSpreadsheet = { sheets: Sheet[] } | { refused: SpreadsheetRefusal };

/** Rows that one merged value is taken to hold for. */
const tallestMerge = 500;
const oldFormat = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads the values of an .xlsx. Never throws for what is in the file: `fileTooLarge` (over 10 MB), `oldSpreadsheet` (.xls, .et or one
 * locked by a password), `notASpreadsheet`, `spreadsheetTooComplex` (see {@link limits}).
 */
export async function readSpreadsheet(bytes: Buffer, most: { cells: number } = limits): Promise<ReadSpreadsheet> {
  if (bytes.length > limits.file) return { refused: 'fileTooLarge' };
  if (bytes.subarray(0, 4).equals(oldFormat)) return { refused: 'oldSpreadsheet' };
  try {
    const { content, sheets } = vetWorkbook(bytes, most);
    // 30 MB and half a second to load: only when a file is really read.
    const { default: exceljs } = await import('exceljs');
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(content as unknown as ArrayBuffer);
    return { sheets: sheets.map((sheet, i) => sheetOf(sheet, workbook.getWorksheet(String(i + 1)))) };
  } catch (error) {
    // exceljs says with any kind of error that it does not understand a file.
    return { refused: error instanceof Unreadable ? error.code : 'notASpreadsheet' };
  }
}

function sheetOf({ name, hidden, merges }: VettedSheet, worksheet: Worksheet | undefined): Sheet {
  const rows: Row[] = [];
  worksheet?.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: (Cell | undefined)[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const read = column <= limits.columns ? cellOf(cell.value) : undefined;
      if (read) cells[column - 1] = read;
    });
    rows.push({ number, cells: Array.from(cells), spans: 1 });
  });
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const merge of merges) applyMerge(byNumber, merge);
  return { name, hidden, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)) };
}

/** A value merged over several rows (a group's name beside its people) holds for each of them. */
function applyMerge(rows: ReadonlyMap<number, Row>, { top, left, bottom, right }: Merge): void {
  const first = rows.get(top);
  if (!first) return;
  first.spans = Math.max(first.spans, right - left + 1);
  const value = first.cells[left - 1];
  if (value === undefined) return;
  for (let number = top + 1; number <= Math.min(bottom, top + tallestMerge); number++) {
    const row = rows.get(number);
    if (row) row.cells[left - 1] ??= value;
  }
}

function cellOf(value: CellValue): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? { text: numberText(value), number: value } : undefined;
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) {
    const time = value.getTime();
    return Number.isNaN(time) ? undefined : { text: value.toISOString().slice(0, 10), date: value.toISOString().slice(0, 10) };
  }
  const written = textOf(value);
  const text = written.trim();
  return text === '' ? undefined : { text, ...(text === written ? {} : { written }) };
}

function textOf(value: string | object): string {
  if (typeof value === 'string') return tidy(value);
  if ('richText' in value && Array.isArray(value.richText)) {
    return tidy(value.richText.map((run: { text?: unknown }) => (typeof run.text === 'string' ? run.text : '')).join(''));
  }
  if ('text' in value && typeof value.text === 'string') return tidy(value.text);
  return '';
}

/** Well formed, without control characters, bounded; the blanks stay. */
function tidy(text: string): string {
  return (
    text
      .slice(0, limits.text)
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  );
}

function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

/** The date that a spreadsheet's day number stands for: a date typed into a cell that is not shown as one. */
export function dateOfSerial(serial: number): string | undefined {
  // Between 1954 and 2118: anything else is no date that a list of people would hold.
  if (!Number.isInteger(serial) || serial < 20_000 || serial > 80_000) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
