import type { CalendarDay } from './calendar';
import type { LineProblem, NoticeLine } from './contract';
import { dateAfter } from '../roster/pattern';

/** What a yearly notice says, line by line. */
export interface ReadNotice {
  /** Undefined when neither the text nor the reader said it. */
  year: number | undefined;
  /** The title, or blank. */
  source: string;
  /** By date; each with the line it stands on. */
  days: (CalendarDay & { line: number })[];
  misunderstood: NoticeLine[];
  passedOver: { line: number; text: string }[];
}

/** Longest holiday of one line, days; the longest so far were nine. */
const longestHoliday = 31;
/** As much of a piece as is shown again. */
const shownPiece = 60;

const weekdays = '日一二三四五六';
const dateText = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?`;
const span = new RegExp(String.raw`^${dateText}(?:(?:至|到|—|–|-|~)${dateText})?`, 'u');
const hasDate = /\d{1,2}月\d{1,2}日/u;
const speaksOfDays = /放假|上班|调休|休息|补班/u;

/**
 * Reads the yearly notice as units receive it (国务院办公厅关于20xx年部分节假日安排的通知): 「一、元旦：1月1日（周四）至3日（周六）放假调休，
 * 共3天。1月4日（周日）上班。」, or a plain table of date, kind and name. Never throws; every line with a date or an arrangement in it is
 * either understood whole or named.
 */
export function readNotice(text: string, saidYear?: number): ReadNotice {
  const written = text.split(/\r\n|\r|\n/u).map((line) => line.trim());
  const lines = written.map((line) => line.normalize('NFKC').trim());
  const year = saidYear ?? yearOf(lines);
  const notice: ReadNotice = { year, source: titleOf(lines), days: [], misunderstood: [], passedOver: [] };
  // Half the dates leave the year out: without it nothing can be said of any line.
  if (year === undefined) return notice;
  let occasion = '';
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const read = tableRow(line, year) ?? sentences(line, year, occasion);
    if (read === undefined) {
      notice.passedOver.push({ line: index + 1, text: written[index] ?? line });
      continue;
    }
    occasion = read.occasion;
    const wrong = read.problem ?? twice(read.days, notice.days);
    if (wrong) {
      notice.misunderstood.push({
        line: index + 1,
        text: (written[index] ?? line).slice(0, 300),
        problem: wrong.problem,
        piece: wrong.piece.slice(0, shownPiece),
      });
    } else {
      notice.days.push(...read.days.map((day) => ({ ...day, line: index + 1 })));
    }
  }
  notice.days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return notice;
}

interface Wrong {
  problem: LineProblem;
  piece: string;
}
interface ReadLine {
  occasion: string;
  days: CalendarDay[];
  problem?: Wrong;
}

function yearOf(lines: readonly string[]): number | undefined {
  const said = lines.map((line) => /(20\d\d)年(?:部分)?(?:节假日|元旦|.{0,30}放假)/u.exec(line)?.[1]).find(Boolean);
  const anywhere = said ?? lines.map((line) => /^(20\d\d)[-/.年]\d{1,2}[-/.月]\d{1,2}/u.exec(line)?.[1]).find(Boolean);
  return anywhere === undefined ? undefined : Number(anywhere);
}

function titleOf(lines: readonly string[]): string {
  const at = lines.findIndex((line) => /通知/u.test(line) && !hasDate.test(line) && line.length <= 60);
  const before = lines[at - 1] ?? '';
  // A long title stands on two lines.
  const title = at < 0 ? '' : /关于\d{4}年$/u.test(before) && before.length <= 60 ? before + lines[at] : (lines[at] as string);
  const number = lines.map((line) => /^\S{0,12}[〔[(]\d{4}[〕\])]\d{1,4}号$/u.exec(line)?.[0]).find(Boolean) ?? '';
  return [title, number].filter(Boolean).join(' ').slice(0, 120);
}

/** Undefined for a line that speaks of no date and no arrangement. */
function sentences(line: string, year: number, before: string): ReadLine | undefined {
  // The signature's date, alone on its line, or a line that only speaks around the matter.
  if (/^\d{4}年\d{1,2}月\d{1,2}日$/u.test(line) || !hasDate.test(line))
    return arrangesNothing(line) ? undefined : nothingRead(line, before);
  const heading = /^(?:[一二三四五六七八九十]{1,3}、|\(?[一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?\s*([^\d:]{1,40}):(.*)$/u.exec(line);
  const occasion = heading ? (heading[1] as string).trim() : before;
  const days: CalendarDay[] = [];
  for (const piece of ((heading ? heading[2] : line) as string).split(/[。;]/u)) {
    const sentence = piece.trim();
    if (sentence === '') continue;
    const read = sentenceOf(sentence, year, occasion, days);
    if ('problem' in read) return { occasion, days: [], problem: read };
    days.push(...read.days);
  }
  return { occasion, days };
}

/** A line without a date may say 放假 in passing (现将放假安排通知如下), but not arrange anything by name. */
function arrangesNothing(line: string): boolean {
  return !/^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/u.test(line) || !speaksOfDays.test(line);
}

function nothingRead(line: string, occasion: string): ReadLine {
  return { occasion, days: [], problem: { problem: 'noDate', piece: line } };
}

function sentenceOf(sentence: string, year: number, occasion: string, before: readonly CalendarDay[]): { days: CalendarDay[] } | Wrong {
  const dates: string[] = [];
  let rest = sentence.replace(/\s+/gu, '');
  let month: number | undefined;
  for (;;) {
    const found = span.exec(rest);
    if (!found) break;
    const [whole, firstYear, firstMonth, firstDay, firstNote, lastYear, lastMonth, lastDay, lastNote] = found;
    month = firstMonth === undefined ? month : Number(firstMonth);
    const from = dateFrom(Number(firstYear ?? year), month, Number(firstDay));
    if (typeof from !== 'string') return { problem: from.problem, piece: whole };
    const to =
      lastDay === undefined
        ? from
        : dateFrom(Number(lastYear ?? from.slice(0, 4)), lastMonth === undefined ? month : Number(lastMonth), Number(lastDay));
    if (typeof to !== 'string') return { problem: to.problem, piece: whole };
    month = Number(to.slice(5, 7));
    if (weekdayDiffers(from, firstNote) || weekdayDiffers(to, lastDay === undefined ? undefined : lastNote))
      return { problem: 'weekdayDiffers', piece: whole };
    const between = datesBetween(from, to);
    if (between === undefined) return { problem: 'spanTooLong', piece: whole };
    dates.push(...between);
    rest = rest.slice(whole.length).replace(/^(?:、|,|和|及)/u, '');
  }
  if (dates.length === 0) {
    // 与周末连休、共3天 and the like, standing as a sentence of its own.
    const count = /^共(\d{1,2})天$/u.exec(rest);
    if (count && Number(count[1]) !== before.filter(({ kind }) => kind === 'holiday').length)
      return { problem: 'countDiffers', piece: sentence };
    return count || /^与(?:周末|周六|周日|双休日)+连休$/u.test(rest) ? { days: [] } : { problem: 'dateUnreadable', piece: sentence };
  }
  if (!dates.some((date) => Number(date.slice(0, 4)) === year)) return { problem: 'anotherYear', piece: sentence };
  const kind = kindOfWords(rest);
  if (kind === undefined) return { problem: 'kindUnreadable', piece: rest || sentence };
  const count = /共(\d{1,2})天|放假(\d{1,2})天/u.exec(rest);
  if (count && Number(count[1] ?? count[2]) !== dates.length) return { problem: 'countDiffers', piece: sentence };
  if (occasion === '') return { problem: 'noOccasion', piece: sentence };
  const days = dates.map((date): CalendarDay => ({ date, kind, name: occasion.slice(0, 40).toWellFormed() }));
  return twice(days, before) ?? { days };
}

/** What follows the dates, whole: a word more, and nobody has understood the sentence. */
function kindOfWords(rest: string): CalendarDay['kind'] | undefined {
  if (/^(?:\([^()]*\))?(?:均?(?:正常)?上班|补班|调休上班)$/u.test(rest)) return 'workday';
  const holiday =
    /^(?:\([^()]*\))?(?:放假|调休|休息|放假调休|调休放假)(?:公休)?(?:\d{1,2}天)?(?:,?(?:与(?:周末|周六|周日|双休日)+连休|共\d{1,2}天))*$/u;
  return holiday.test(rest) ? 'holiday' : undefined;
}

function dateFrom(year: number, month: number | undefined, day: number): string | Wrong {
  if (month === undefined) return { problem: 'dateMissing', piece: '' };
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = year >= 1990 && year <= 2110 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : { problem: 'dateUnreadable', piece: '' };
}

function weekdayDiffers(date: string, note: string | undefined): boolean {
  const said = /(?:周|星期|礼拜)([日天一二三四五六])/u.exec(note ?? '')?.[1]?.replace('天', '日');
  return said !== undefined && weekdays.indexOf(said) !== new Date(`${date}T00:00:00Z`).getUTCDay();
}

function datesBetween(from: string, to: string): string[] | undefined {
  const dates: string[] = [];
  for (let date = from; date <= to; date = dateAfter(date, 1)) {
    dates.push(date);
    if (dates.length > longestHoliday) return undefined;
  }
  return dates.length === 0 ? undefined : dates;
}

function twice(days: readonly CalendarDay[], before: readonly CalendarDay[]): Wrong | undefined {
  const seen = new Set(before.map(({ date }) => date));
  for (const { date } of days) {
    if (seen.has(date)) return { problem: 'dayTwice', piece: date };
    seen.add(date);
  }
  return undefined;
}

const holidayWords = /^(?:放假|休息?|节?假日?|法定节?假日|节日|holiday|off)$/iu;
const workdayWords = /^(?:上班|班|补班|调休上班|补班日|工作日|调休工作日|workday|work)$/iu;

/** A row of a plain table: date, kind, name. Undefined for a line that is none; the heading of a table counts as passed over. */
function tableRow(line: string, year: number): ReadLine | undefined {
  const cells = line.split(/[\t,;|]/u).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
  if (cells.length < 2) return undefined;
  const written = cells[0] as string;
  const date = tableDate(written, year);
  if (date === undefined) return undefined;
  const problem = (name: LineProblem, piece: string): ReadLine => ({ occasion: '', days: [], problem: { problem: name, piece } });
  if (date === '') return problem('dateUnreadable', written);
  if (Number(date.slice(0, 4)) !== year) return problem('anotherYear', written);
  const others = cells.slice(1).filter((cell) => cell !== '' && !/^(?:周|星期)[日天一二三四五六]$/u.test(cell));
  const kind = others.findIndex((cell) => holidayWords.test(cell) || workdayWords.test(cell));
  if (kind < 0) return problem('kindUnreadable', others.join(' ') || line);
  const name = others.filter((_, index) => index !== kind)[0] ?? '';
  if (name === '' || name.length > 40 || hasControl(name)) return problem('noOccasion', name || line);
  return { occasion: '', days: [{ date, kind: holidayWords.test(others[kind] as string) ? 'holiday' : 'workday', name }] };
}

function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u001f\u007f]/u.test(text);
}

/** `2026-01-01`, `2026/1/1`, `20260101`, `2026年1月1日`, `1月1日`, or the bare day number of a spreadsheet; blank for a date that does not exist. */
function tableDate(written: string, year: number): string | undefined {
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(written) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(written);
  const short = full ? undefined : /^(\d{1,2})[月/-](\d{1,2})日?$/u.exec(written);
  if (/^[2-7]\d{4}$/u.test(written)) return dateAfter('1899-12-30', Number(written));
  if (!full && !short) return undefined;
  const [y, m, d] = full ? [Number(full[1]), Number(full[2]), Number(full[3])] : [year, Number(short?.[1]), Number(short?.[2])];
  const date = dateFrom(y, m, d);
  return typeof date === 'string' ? date : '';
}
