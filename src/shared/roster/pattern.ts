import { z } from 'zod';
import { FilledLine } from '../input';
import { dateIn, day, type Instant, instantIn } from '../time';

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeOfDay');
/** Names a shift within its pattern, `night`. */
export const ShiftName = z.string().regex(/^[a-z][a-z0-9]{0,11}$/, 'shiftName');

/** How a unit divides its day. A shift that ends at or before its beginning ends on the next day. */
export const ShiftPattern = z.strictObject({
  key: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,23}$/, 'patternKey'),
  name: FilledLine(40),
  shifts: z
    .array(z.strictObject({ key: ShiftName, name: FilledLine(12), start: TimeOfDay, end: TimeOfDay }))
    .min(1)
    .max(6),
  /** Whether one leader stands for 24 hours from the first shift on, or each shift has its own. */
  leader: z.enum(['wholeDay', 'perShift']),
});
export type ShiftPattern = z.infer<typeof ShiftPattern>;

/** 24小时值班2班倒, changed at 08:00 and 20:00 (domain.md 1). */
export const twoShifts: ShiftPattern = {
  key: 'twoShifts',
  name: '两班制',
  shifts: [
    { key: 'day', name: '白班', start: '08:00', end: '20:00' },
    { key: 'night', name: '夜班', start: '20:00', end: '08:00' },
  ],
  leader: 'wholeDay',
};

/** Patterns that come with the product; a unit may keep one of its own. */
export const shippedPatterns: readonly ShiftPattern[] = [
  twoShifts,
  { ...twoShifts, key: 'twoShiftsLeaders', name: '两班制（领导分班）', leader: 'perShift' },
  {
    key: 'threeShifts',
    name: '三班制',
    shifts: [
      { key: 'morning', name: '早班', start: '08:00', end: '16:00' },
      { key: 'middle', name: '中班', start: '16:00', end: '00:00' },
      { key: 'night', name: '夜班', start: '00:00', end: '08:00' },
    ],
    leader: 'wholeDay',
  },
  { key: 'wholeDay', name: '24小时班', shifts: [{ key: 'day', name: '全天', start: '08:00', end: '08:00' }], leader: 'wholeDay' },
];

/** One shift on one date: `2026-11-22/night`. The date is the one it begins on. */
export interface ShiftSlot {
  key: string;
  date: string;
  shift: string;
  name: string;
  start: Instant;
  end: Instant;
}

/** The shifts that a pattern puts on a date, in order of their beginning. */
export function slotsOf(pattern: ShiftPattern, zone: string, date: string): ShiftSlot[] {
  // A key may name a date that does not exist (`2026-13-40/night`): it has no shifts.
  if (instantIn(zone, date, '00:00') === undefined) return [];
  const next = dateAfter(date, 1);
  return pattern.shifts
    .flatMap(({ key, name, start, end }) => {
      const from = instantIn(zone, date, start);
      const until = instantIn(zone, end <= start ? next : date, end);
      return from === undefined || until === undefined ? [] : [{ key: `${date}/${key}`, date, shift: key, name, start: from, end: until }];
    })
    .sort((a, b) => a.start - b.start);
}

/** The slot that a moment lies in; a moment in a gap of the pattern belongs to the slot that ended last. */
export function slotAt(pattern: ShiftPattern, zone: string, at: Instant): ShiftSlot {
  const today = dateIn(zone, at);
  const near = [dateAfter(today, -1), today].flatMap((date) => slotsOf(pattern, zone, date));
  const begun = near.filter(({ start }) => start <= at);
  return (begun.findLast(({ end }) => end > at) ?? begun.at(-1)) as ShiftSlot;
}

/** A calendar date some days later, `2026-11-30` + 1 = `2026-12-01`. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}
