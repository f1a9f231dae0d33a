import type { Shift } from '../../shared/roster/shift';
import type { ShiftPattern } from '../../shared/roster/pattern';
import { timeIn } from '../../shared/time';

/** One kind of shift as a column of the roster names it. */
export interface ShiftKind {
  /** `night`. */
  key: string;
  name: string;
  start: string;
  end: string;
  /** `夜班 20:00-次日08:00`, unlike every other one. */
  header: string;
  /** `夜班带班领导`, where leaders stand per shift. */
  leaderHeader: string;
}

/** The kinds of shift of a span: those of the pattern, and those that were rostered by an earlier one. */
export function kindsOf(pattern: ShiftPattern, shifts: readonly Shift[], zone: string): ShiftKind[] {
  const kinds = new Map<string, ShiftKind>();
  const taken = new Set<string>();
  const add = (key: string, name: string, start: string, end: string) => {
    if (kinds.has(key)) return;
    const plain = `${name} ${start}-${end <= start ? '次日' : ''}${end}`;
    const own = taken.has(headerKey(plain)) ? `${plain}〔${key}〕` : plain;
    const ledBy = `${name}带班领导`;
    const leaderHeader = taken.has(headerKey(ledBy)) ? `${ledBy}〔${key}〕` : ledBy;
    taken.add(headerKey(own)).add(headerKey(leaderHeader));
    kinds.set(key, { key, name, start, end, header: own, leaderHeader });
  };
  for (const { key, name, start, end } of pattern.shifts) add(key, name, start, end);
  for (const { shift, name, start, end } of shifts) add(shift, name, timeIn(zone, start), timeIn(zone, end));
  return [...kinds.values()];
}

/** What two spellings of a heading have in common. */
export function headerKey(header: string): string {
  return header.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}

export type ColumnUse =
  | { use: 'date' | 'weekday' | 'remark' | 'unused' }
  | { use: 'shift'; shift: string }
  /** Of one shift, or of the whole day. */
  | { use: 'leader'; shift: string | undefined };

const dateHeader = /^(?:值班)?(?:日期|时间|date)/u;
const leaderWords = /带班|领导|值班长|leader/u;

export function isDateHeader(header: string): boolean {
  return dateHeader.test(headerKey(header));
}

/** What each column holds, by its heading; blanks hold nothing. */
export function columnUses(headers: readonly (string | undefined)[], kinds: readonly ShiftKind[]): ColumnUse[] {
  const dateAt = headers.findIndex((header) => header !== undefined && isDateHeader(header));
  return headers.map((header, index) =>
    header === undefined ? { use: 'unused' } : index === dateAt ? { use: 'date' } : useOf(header, kinds),
  );
}

function useOf(header: string, kinds: readonly ShiftKind[]): ColumnUse {
  const key = headerKey(header);
  for (const kind of kinds) {
    if (key === headerKey(kind.header)) return { use: 'shift', shift: kind.key };
    if (key === headerKey(kind.leaderHeader)) return { use: 'leader', shift: kind.key };
  }
  if (/^(?:星期|周几|周|weekday)/u.test(key)) return { use: 'weekday' };
  if (/^(?:备注|说明|remark)/u.test(key)) return { use: 'remark' };
  // The longest name first: 夜班 stands in 大夜班 too.
  const named = [...kinds].sort((a, b) => b.name.length - a.name.length).find(({ name }) => key.includes(headerKey(name)));
  if (leaderWords.test(key)) return { use: 'leader', shift: named?.key };
  if (named) return { use: 'shift', shift: named.key };
  const begins = /(\d{1,2})[:.](\d{2})/u.exec(key);
  const start = begins ? `${(begins[1] as string).padStart(2, '0')}:${begins[2]}` : undefined;
  const timed = kinds.filter((kind) => kind.start === start);
  return timed.length === 1 ? { use: 'shift', shift: (timed[0] as ShiftKind).key } : { use: 'unused' };
}
