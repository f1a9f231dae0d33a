import type { ShiftPattern } from './pattern';

type PatternShift = ShiftPattern['shifts'][number];

/** Most shifts that a pattern holds. */
export const mostShifts = 6;

/**
 * A pattern of one shift more: the shift that begins last is halved, so that nothing overlaps and no hour is left without a watch.
 * A pattern that is full stays as it is.
 */
export function withShiftAdded(shifts: readonly PatternShift[], name: string): PatternShift[] {
  const last = shifts.at(-1);
  if (!last || shifts.length >= mostShifts) return [...shifts];
  const from = minutesOf(last.start);
  const middle = timeOf(from + Math.ceil(((minutesOf(last.end) - from + 1440) % 1440 || 1440) / 2));
  const taken = new Set(shifts.map(({ key }) => key));
  const key = Array.from({ length: mostShifts + 1 }, (_, i) => `shift${i + 1}`).find((one) => !taken.has(one)) ?? 'shift';
  return [...shifts.slice(0, -1), { ...last, end: middle }, { key, name, start: middle, end: last.end }];
}

/** A pattern of one shift less: the shift that ended when it began stands its hours too. The only shift stays. */
export function withoutShift(shifts: readonly PatternShift[], key: string): PatternShift[] {
  const gone = shifts.find((shift) => shift.key === key);
  if (!gone || shifts.length === 1) return [...shifts];
  const before = shifts.find(({ key: other, end }) => other !== key && end === gone.start);
  return shifts.filter((shift) => shift !== gone).map((shift) => (shift === before ? { ...shift, end: gone.end } : shift));
}

/** Minutes from midnight; what is half typed counts as midnight. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) || 0;
}

function timeOf(minutes: number): string {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${hour}:${minute}`;
}
