/** How much of a spreadsheet is read: far more than any unit's list, far less than what would stall the station. */
export const limits = {
  /** The file itself, bytes. */
  file: 10 * 1024 * 1024,
  parts: 2_000,
  /** All parts that are read, unpacked. */
  unpacked: 40 * 1024 * 1024,
  sheets: 50,
  rows: 20_000,
  /** What stands further right is passed over. */
  columns: 200,
  /** In all sheets together. */
  cells: 100_000,
  /** Characters kept of one cell. */
  text: 2_000,
  merges: 5_000,
} as const;

export type SpreadsheetRefusal = 'fileTooLarge' | 'notASpreadsheet' | 'oldSpreadsheet' | 'spreadsheetTooComplex';

/** Thrown inside this folder only; {@link readSpreadsheet} answers with its code. */
export class Unreadable extends Error {
  constructor(readonly code: SpreadsheetRefusal) {
    super(code);
  }
}
