import { type ColumnField, type PreviewSheet, type RowProblem, rowErrors } from '../../../shared/people/import-preview';
import type { PersonFacts } from '../../../shared/people/person';
import { type Cell, columnName, type Row, type Sheet } from '../../spreadsheets';
import { type Header, headerOf, repeatsHeader } from './columns';
import { personOfRow } from './person-of-row';

export interface ReadRow {
  sheet: number;
  sheetName: string;
  row: number;
  person: PersonFacts;
  problems: RowProblem[];
}

export interface PeopleOfSheets {
  sheets: PreviewSheet[];
  rows: ReadRow[];
}

/** Finds the people in a unit's spreadsheet: titles above the header, headings between the rows and the total below are told apart. */
export function peopleOfSheets(sheets: readonly Sheet[], today: string): PeopleOfSheets {
  const read = sheets.map((sheet, index) => peopleOfSheet(sheet, index, today));
  return { sheets: read.map(({ sheet }) => sheet), rows: read.flatMap(({ rows }) => rows) };
}

export function hasErrors(problems: readonly RowProblem[]): boolean {
  return problems.some(({ code }) => (rowErrors as readonly string[]).includes(code));
}

function peopleOfSheet(sheet: Sheet, index: number, today: string): { sheet: PreviewSheet; rows: ReadRow[] } {
  const header = headerOf(sheet);
  const name = sheet.name.slice(0, 40);
  const about: PreviewSheet = { index, name, hidden: sheet.hidden, columns: [], unusedColumns: [], skipped: [], people: 0 };
  if (!header) return { sheet: about, rows: [] };
  about.headerRow = header.row;
  about.columns = [...header.fields].map(([column, field]) => ({
    column: columnName(column + 1),
    header: (sheet.rows.find(({ number }) => number === header.row)?.cells[column]?.text ?? '').slice(0, 40),
    field,
  }));
  about.unusedColumns = header.unused.map(({ column, header: text }) => ({ column: columnName(column + 1), header: text }));
  const rows: ReadRow[] = [];
  let heading = '';
  for (const row of sheet.rows.filter(({ number }) => number > header.row)) {
    const text = textOf(row);
    const reason = skipOf(row, header, text);
    if (reason === undefined) {
      rows.push({ sheet: index, sheetName: name, row: row.number, ...personOfRow(cellsOf(row, header), heading.slice(0, 60), today) });
      continue;
    }
    if (reason === 'heading') heading = text;
    const stated = reason === 'total' ? /(?:合计|总计|共计)\s*[:：]?\s*(\d{1,5})/u.exec(text)?.[1] : undefined;
    if (stated) about.statedTotal = Number(stated);
    about.skipped.push({ row: row.number, reason, text: text.slice(0, 80) });
  }
  about.people = rows.length;
  return { sheet: about, rows };
}

function textOf(row: Row): string {
  return row.cells
    .flatMap((cell) => cell?.text ?? [])
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function cellsOf(row: Row, header: Header): Map<ColumnField, Cell> {
  const cells = new Map<ColumnField, Cell>();
  for (const [column, field] of header.fields) {
    const cell = row.cells[column];
    if (cell) cells.set(field, cell);
  }
  return cells;
}

const headingWords = /^[\p{N}一二三四五六七八九十]{1,3}(组|队|班)$|^.{2,}(组|队|班|科|处|部|中心|单位|办公室|人员)$/u;

/** Why a row is no person; undefined when it is one. */
function skipOf(row: Row, header: Header, text: string): PreviewSheet['skipped'][number]['reason'] | undefined {
  const filled = row.cells.flatMap((cell, column) => (cell ? [{ cell, column }] : []));
  const first = filled[0];
  if (!first) return 'note';
  if (repeatsHeader(row, header)) return 'header';
  const start = first.cell.text.replace(/\s/gu, '');
  const alone = filled.length === 1;
  if (/^(合计|总计|共计|小计)/u.test(start) && filled.length <= 3) return 'total';
  if (/^(填表人|审核人|制表人|制表|审核|填表日期|打印日期|注[:：]|说明[:：]|备注[:：])/u.test(start)) return 'note';
  const field = header.fields.get(first.column);
  // A number alone: a line prepared and never filled in.
  if (alone && (field === 'number' || field === undefined) && first.cell.number !== undefined) return 'note';
  if (!alone || first.cell.number !== undefined || !/\p{L}/u.test(text)) return undefined;
  // In the column of names a line alone is a heading only when it spans the table or reads like one.
  return field !== 'name' || row.spans >= 3 || headingWords.test(text) ? 'heading' : undefined;
}
