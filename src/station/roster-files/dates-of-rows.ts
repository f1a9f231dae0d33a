import { dateAfter } from '../../shared/roster/pattern';
import { type Cell, dateOfSerial } from '../spreadsheets';

/** The date of a row: as read, unreadable, or none because nothing stands there. */
export type RowDate = { date: string; weekday?: number } | 'unreadable' | 'none';

export interface DatesOfRows {
  dates: RowDate[];
  year: number;
  yearFrom: 'said' | 'title' | 'dates' | 'assumed';
}

type Written = { date: string } | { month: number | undefined; day: number } | 'unreadable' | 'none';

const weekdays = '日一二三四五六';
const halfYear = 183;

/**
 * The dates of a roster's rows: cells shown as dates, bare day numbers of the spreadsheet, and text (`12月2日`, `12.2`, `2日`), mixed as
 * units mix them. The year comes from whoever knows it, else from the title, else from a full date, else it is the nearest to today.
 */
export function datesOfRows(cells: readonly (Cell | undefined)[], title: string, said: number | undefined, today: string): DatesOfRows {
  const clean = title.normalize('NFKC');
  const titleYear = /(20\d\d)\s*年?/u.exec(clean)?.[1];
  const titleMonth = Number(/(\d{1,2})\s*月/u.exec(clean)?.[1] ?? 0) || undefined;
  const written = cells.map(writtenDate);
  const full = written.find((one): one is { date: string } => typeof one === 'object' && 'date' in one)?.date;
  const { year, yearFrom } =
    said !== undefined
      ? { year: said, yearFrom: 'said' as const }
      : titleYear !== undefined
        ? { year: Number(titleYear), yearFrom: 'title' as const }
        : full !== undefined
          ? { year: Number(full.slice(0, 4)), yearFrom: 'dates' as const }
          : { year: nearestYear(today, titleMonth ?? firstMonth(written)), yearFrom: 'assumed' as const };
  let before: string | undefined;
  const dates = written.map((one, index): RowDate => {
    if (typeof one === 'string') return one;
    const date = 'date' in one ? one.date : completed(one, year, titleMonth, before);
    if (date === undefined) return 'unreadable';
    before = date;
    const weekday = weekdayIn(cells[index]?.text ?? '');
    return { date, ...(weekday === undefined ? {} : { weekday }) };
  });
  return { dates, year, yearFrom };
}

/** The day of the week that a text names (`三`, `周三`, `星期三`, `12月2日（周三）`), 0 for Sunday. */
export function weekdayIn(text: string): number | undefined {
  const clean = text.normalize('NFKC').replace(/\s/gu, '');
  const named = /(?:周|星期|礼拜)([日天一二三四五六])/u.exec(clean)?.[1] ?? /^([日天一二三四五六])$/u.exec(clean)?.[1];
  return named === undefined ? undefined : weekdays.indexOf(named.replace('天', '日'));
}

function writtenDate(cell: Cell | undefined): Written {
  if (!cell || cell.text === '') return 'none';
  if (cell.date !== undefined) return inThisCentury(cell.date);
  if (cell.number !== undefined) {
    const date = dateOfSerial(cell.number);
    if (date !== undefined) return inThisCentury(date);
    return Number.isInteger(cell.number) && cell.number >= 1 && cell.number <= 31 ? { month: undefined, day: cell.number } : 'unreadable';
  }
  const text = cell.text
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/\([^()]*\)/gu, '')
    .replace(/(?:周|星期|礼拜)[日天一二三四五六]$/u, '');
  const whole = /^(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (whole) return existing(Number(whole[1]), Number(whole[2]), Number(whole[3])) ?? 'unreadable';
  const serial = /^\d{5}$/u.test(text) ? dateOfSerial(Number(text)) : undefined;
  if (serial !== undefined) return inThisCentury(serial);
  const short = /^(\d{1,2})[月./-](\d{1,2})[日号]?$/u.exec(text);
  if (short) return { month: Number(short[1]), day: Number(short[2]) };
  const day = /^(\d{1,2})[日号]?$/u.exec(text);
  return day ? { month: undefined, day: Number(day[1]) } : 'unreadable';
}

/** A shift of any other is a slip of the keyboard. */
function inThisCentury(date: string): Written {
  return date.startsWith('20') ? { date } : 'unreadable';
}

function existing(year: number, month: number, day: number): { date: string } | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 2000 && year <= 2099 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { date: date.toISOString().slice(0, 10) } : undefined;
}

function completed(
  { month, day }: { month: number | undefined; day: number },
  year: number,
  titleMonth: number | undefined,
  before: string | undefined,
): string | undefined {
  if (month === undefined) {
    const from = before ?? (titleMonth === undefined ? undefined : existing(year, titleMonth, 1)?.date);
    if (from === undefined) return undefined;
    const own = existing(Number(from.slice(0, 4)), Number(from.slice(5, 7)), day)?.date;
    // After the 31st comes the 1st of the next month.
    if (own !== undefined && (before === undefined || own > before)) return own;
    const next = dateAfter(`${from.slice(0, 7)}-28`, 4);
    return existing(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day)?.date;
  }
  const near = before ?? (titleMonth === undefined ? undefined : existing(year, titleMonth, 15)?.date);
  const candidates = [year - 1, year, year + 1].flatMap((one) => existing(one, month, day)?.date ?? []);
  if (near === undefined) return existing(year, month, day)?.date;
  return candidates.find((date) => Math.abs(daysBetween(date, near)) < halfYear);
}

function daysBetween(one: string, other: string): number {
  return (Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / 86_400_000;
}

function firstMonth(written: readonly Written[]): number | undefined {
  return written.find((one): one is { month: number; day: number } => typeof one === 'object' && 'month' in one && one.month !== undefined)
    ?.month;
}

function nearestYear(today: string, month: number | undefined): number {
  const year = Number(today.slice(0, 4));
  if (month === undefined) return year;
  const distance = month - Number(today.slice(5, 7));
  return distance > 6 ? year - 1 : distance < -6 ? year + 1 : year;
}
