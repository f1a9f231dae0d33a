import { dateIn, day, hour, type Instant, instantIn, offsetOf } from '../../shared/time';
import type { Dice } from './dice';
import type { Member, Staff } from './staff';

export const zone = 'Asia/Shanghai';
const shiftLength = 12 * hour;
const days = 30;

export interface Shift {
  index: number;
  start: Instant;
  end: Instant;
  isDay: boolean;
  officers: readonly [Member, Member];
  leader: Member;
}

/** Two shifts a day, changed at 08:00 and 20:00 (domain.md 1); three pairs in turn, the leader for a whole day. */
export class Roster {
  /** First shift of the month that ends with the shift of `end`. */
  readonly start: Instant;

  constructor(
    private readonly staff: Staff,
    readonly end: Instant,
  ) {
    this.start = instantIn(zone, dateIn(zone, end - days * day), '08:00') as Instant;
  }

  at(moment: Instant): Shift {
    return this.shift(Math.floor((moment - this.start) / shiftLength));
  }

  shift(index: number): Shift {
    const { pairs, leaders } = this.staff;
    const start = this.start + index * shiftLength;
    return {
      index,
      start,
      end: start + shiftLength,
      isDay: around(index, 2) === 0,
      officers: pairs[around(index, pairs.length)] as readonly [Member, Member],
      leader: leaders[around(Math.floor(index / 2), leaders.length)] as Member,
    };
  }

  /** All shifts of the month, the last one still running. */
  all(): Shift[] {
    return Array.from({ length: this.at(this.end).index + 1 }, (_, index) => this.shift(index));
  }

  /** One of the two on duty. */
  officerAt(moment: Instant, dice: Dice): Member {
    return dice.pick(this.at(moment).officers);
  }
}

function around(index: number, length: number): number {
  return ((index % length) + length) % length;
}

/** Hour of the day at the station, 0 to 23. */
export function hourAt(moment: Instant): number {
  return Math.floor(((moment + offsetOf(zone, moment)) % day) / hour);
}

/** The moment at which it is `time` on the day after `days` from the beginning of the month. */
export function onDay(roster: Roster, days: number, time: string): Instant {
  return instantIn(zone, dateIn(zone, roster.start + days * day), time) as Instant;
}
