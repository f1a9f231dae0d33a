import { type CsvError, parse } from 'csv-parse/sync';
import { limits, type SpreadsheetRefusal } from './limits';
import { type Cell, readSpreadsheet, type Row, type Sheet } from './read-spreadsheet';
import { type Encoding, textOfBytes } from './text-of-bytes';

export const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a text table was written, as it was found out. */
export interface TextForm {
  encoding: Encoding;
  delimiter: Delimiter;
}

export type TableRefusal = SpreadsheetRefusal | 'notATable' | 'textDamaged' | 'quoteNotClosed' | 'emptyFile';
export type ReadTable = { sheets: Sheet[]; text?: TextForm } | { refused: TableRefusal; row?: number };

/** A list of 20,000 devices with all its columns. */
const mostCells = 300_000;
const longestLine = 100_000;
const archive = Buffer.from('PK\u0003\u0004', 'latin1');
const oldFormat = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a table, .xlsx or text (CSV and its kin), whatever the file is called. Never throws for what is in the file. Beside the
 * refusals of {@link readSpreadsheet}: `emptyFile`, `notATable` (binary), `textDamaged` (neither UTF-8 nor GB18030, or cut off within a
 * character), `quoteNotClosed` (with the row where the file ran out).
 */
export async function readTable(bytes: Buffer): Promise<ReadTable> {
  if (bytes.length > limits.file) return { refused: 'fileTooLarge' };
  if (bytes.length === 0) return { refused: 'emptyFile' };
  if (bytes.subarray(0, 4).equals(archive) || bytes.subarray(0, 4).equals(oldFormat)) return readSpreadsheet(bytes, { cells: mostCells });
  return readText(bytes);
}

function readText(bytes: Buffer): ReadTable {
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
  if (!wide && bytes.includes(0)) return { refused: 'notATable' };
  const read = textOfBytes(bytes);
  if (!read) return { refused: isMostlyText(bytes) ? 'textDamaged' : 'notATable' };
  const { text, encoding } = read;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they say that it is no text
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) return { refused: 'notATable' };
  if (text.trim() === '') return { refused: 'emptyFile' };
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestLine,
      to: limits.rows + 1,
    });
    const cells = records.reduce((sum, record) => sum + record.length, 0);
    if (records.length > limits.rows || cells > mostCells) return { refused: 'spreadsheetTooComplex' };
    const rows = records.map(rowOf).filter(({ cells: held }) => held.some((cell) => cell !== undefined));
    return { sheets: [{ name: '', hidden: false, rows }], text: { encoding, delimiter } };
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number };
    if (code === 'CSV_QUOTE_NOT_CLOSED') return { refused: 'quoteNotClosed', ...(lines === undefined ? {} : { row: lines }) };
    if (code === 'CSV_MAX_RECORD_SIZE') return { refused: 'spreadsheetTooComplex' };
    throw error;
  }
}

/** Rows are counted as a spreadsheet program shows them: empty ones too, a cell of several lines as one. */
function rowOf(record: readonly string[], index: number): Row {
  return { number: index + 1, spans: 1, cells: record.slice(0, limits.columns).map(cellOf) };
}

/** `="341…"` is how units keep a spreadsheet program from taking a code for a number. */
function cellOf(written: string): Cell | undefined {
  const shielded = /^="([^"]*)"$/.exec(written.trim())?.[1] ?? written;
  const kept = shielded.slice(0, limits.text).toWellFormed();
  const text = kept.trim();
  return text === '' ? undefined : { text, ...(text === kept ? {} : { written: kept }) };
}

/** The one that most lines of the beginning hold. */
function delimiterOf(text: string): Delimiter {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/u, 30);
  const counted = delimiters.map((delimiter) => ({
    delimiter,
    count:
      lines.filter((line) => line.includes(delimiter)).length * 1_000 + lines.reduce((sum, line) => sum + line.split(delimiter).length, 0),
  }));
  return counted.reduce((best, other) => (other.count > best.count ? other : best)).delimiter;
}

/** Text with a damaged place, against something that never was text. */
function isMostlyText(bytes: Buffer): boolean {
  const sample = bytes.subarray(0, 4_096);
  const control = sample.filter((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d).length;
  return control === 0 && (sample.includes(0x0a) || sample.includes(0x0d)) && (sample.includes(0x2c) || sample.includes(0x09));
}
