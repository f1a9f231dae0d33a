import type { Workbook } from 'exceljs';
import { type DutyCalendar, dayKindOf, occasionOf } from '../../shared/calendar/calendar';
import { dateAfter, type ShiftPattern } from '../../shared/roster/pattern';
import type { Shift } from '../../shared/roster/shift';
import { cellOfNames, openPostsIn } from '../../shared/roster-files/names-in-cell';
import { kindsOf, type ShiftKind } from './roster-columns';

export interface RosterToWrite {
  unit: string;
  zone: string;
  pattern: ShiftPattern;
  calendar: DutyCalendar;
  first: string;
  last: string;
  /** Those of the span, in order. */
  shifts: readonly Shift[];
}

const weekdays = '日一二三四五六';
const thin = { style: 'thin', color: { argb: 'FF000000' } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const font = '宋体';

interface Column {
  header: string;
  width: number;
  /** Said once for all the rows below that say the same. */
  merges: boolean;
  textOf(date: string): string;
}

/** The matrix as a unit keeps it: a title, dates down, shifts across, leaders merged over the dates they stand; A4, printable as it is. */
export async function writeRoster(roster: RosterToWrite): Promise<Buffer> {
  // Half a second to load: only when a file is really written.
  const { default: exceljs } = await import('exceljs');
  const workbook: Workbook = new exceljs.Workbook();
  const columns = columnsOf(roster);
  const sheet = workbook.addWorksheet(sheetName(roster), {
    pageSetup: {
      paperSize: 9,
      orientation: columns.length > 6 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: '2:2',
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页 共 &N 页' },
    views: [{ state: 'frozen', ySplit: 2 }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const dates = datesOf(roster);
  const title = sheet.addRow([titleOf(roster)]);
  sheet.mergeCells(1, 1, 1, columns.length);
  title.height = 32;
  title.getCell(1).font = { name: font, size: 16, bold: true };
  title.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  const header = sheet.addRow(columns.map((column) => column.header));
  header.height = 24;
  for (const date of dates) sheet.addRow(columns.map((column) => column.textOf(date)));
  for (let row = 2; row <= dates.length + 2; row++) {
    for (let column = 1; column <= columns.length; column++) {
      const cell = sheet.getCell(row, column);
      cell.border = border;
      cell.font = { name: font, size: 11, bold: row === 2 };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      // Text, so that no program makes a date or a formula of it.
      cell.numFmt = '@';
    }
  }
  for (const [index, column] of columns.entries())
    if (column.merges) mergeRuns(dates.map(column.textOf), (from, to) => sheet.mergeCells(from + 3, index + 1, to + 3, index + 1));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function columnsOf(roster: RosterToWrite): Column[] {
  const { calendar } = roster;
  const kinds = kindsOf(roster.pattern, roster.shifts, roster.zone);
  const byKey = new Map(roster.shifts.map((shift) => [shift.key, shift]));
  const on = (date: string, { key }: ShiftKind) => byKey.get(`${date}/${key}`);
  const leaderOf = (shift: Shift | undefined) => (shift?.leader ? cellOfNames([shift.leader.name], 0) : '');
  const shared = datesOf(roster).every(
    (date) => new Set(kinds.flatMap((kind) => (isBlank(on(date, kind)) ? [] : [leaderOf(on(date, kind))]))).size <= 1,
  );
  const officers = (kind: ShiftKind): Column => ({
    header: kind.header,
    width: 26,
    merges: false,
    textOf: (date) => {
      const shift = on(date, kind);
      return shift
        ? cellOfNames(
            shift.officers.map(({ name }) => name),
            shift.open,
          )
        : '';
    },
  });
  const ledBy = (kind: ShiftKind): Column => ({
    header: kind.leaderHeader,
    width: 14,
    merges: true,
    textOf: (date) => leaderOf(on(date, kind)),
  });
  const wholeDay: Column = {
    header: '带班领导',
    width: 12,
    merges: true,
    textOf: (date) =>
      kinds
        .map((kind) => on(date, kind))
        .filter((shift) => !isBlank(shift))
        .map(leaderOf)[0] ??
      kinds.map((kind) => leaderOf(on(date, kind))).find((text) => text !== '') ??
      '',
  };
  return [
    { header: '日期', width: 13, merges: false, textOf: (date) => date },
    { header: '星期', width: 7, merges: false, textOf: (date) => weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '' },
    ...(shared ? [wholeDay, ...kinds.map(officers)] : kinds.flatMap((kind) => [ledBy(kind), officers(kind)])),
    { header: '备注', width: 16, merges: false, textOf: (date) => remarkOf(calendar, date) },
  ];
}

/** Nobody on it but perhaps a leader: a cell of such a shift says nothing. */
function isBlank(shift: Shift | undefined): boolean {
  return !shift || (shift.officers.length === 0 && shift.open === 0);
}

function remarkOf(calendar: DutyCalendar, date: string): string {
  const occasion =
    occasionOf(calendar, date) ??
    (dayKindOf(calendar, date) === 'workday' && [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()) ? '调休上班' : '');
  // A remark that reads as an open post would become one.
  return openPostsIn(occasion) > 0 ? '' : occasion;
}

function datesOf({ first, last }: RosterToWrite): string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = dateAfter(date, 1)) dates.push(date);
  return dates;
}

function titleOf({ unit, first, last }: RosterToWrite): string {
  return `${unit}${spanWords(first, last)}值班表`;
}

/** `2026年12月`, or from one date to the other. */
export function spanWords(first: string, last: string): string {
  const words = (date: string) => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  const wholeMonth = first.slice(0, 7) === last.slice(0, 7) && first.endsWith('-01') && dateAfter(last, 1).endsWith('-01');
  if (wholeMonth) return `${Number(first.slice(0, 4))}年${Number(first.slice(5, 7))}月`;
  return first === last ? words(first) : `${words(first)}至${words(last)}`;
}

function sheetName({ first, last }: RosterToWrite): string {
  return first.slice(0, 7) === last.slice(0, 7) ? `${Number(first.slice(5, 7))}月` : `${first}至${last}`;
}

function mergeRuns(texts: readonly string[], merge: (from: number, to: number) => void): void {
  let from = 0;
  for (let at = 1; at <= texts.length; at++) {
    if (at < texts.length && texts[at] === texts[from]) continue;
    if (at - from > 1 && texts[from] !== '') merge(from, at - 1);
    from = at;
  }
}
