import { type ClockState, isOver } from '../service-profiles/clocks';
import { millisecondsOf } from '../service-profiles/duration';
import type { ServiceProfile, Told } from '../service-profiles/profile';
import { type Instant, minute } from '../time';
import type { Moment } from './record';

export const alarmLevels = ['amber', 'red'] as const;
export type AlarmLevel = (typeof alarmLevels)[number];

/** Stands where an alarm names its clock: the case went up by itself. */
export const raiseAlarm = 'raise';

/** Who must act is being told that a clock is amber or over, or that a case went up by itself. */
export interface Alarm {
  /** Code of the clock, or {@link raiseAlarm}. */
  clock: string;
  round: number;
  level: AlarmLevel;
  /** When it turned amber, when its time was up, when it was raised. */
  since: Instant;
  /** When the time of the clock is, or was, up. */
  dueAt?: Instant;
  told: Told[];
  /** When it was told last; while it is taken, when it was told before. */
  toldAt: Instant;
  /** When it is told the next time, unless somebody acts: again and again, or when what was taken has expired. */
  tellAgainAt: Instant;
  /** While somebody has taken it: nobody is told. No clock stops for it. */
  takenBy?: string;
  takenUntil?: Instant;
  /** Of a raise: to which class or tier. */
  raises?: 'class' | 'tier';
  toCode?: string;
}

export interface Alarms {
  alarms: Alarm[];
  /** The next moment at which the answer is another one; undefined when only an entry changes it. */
  nextChange?: Instant;
}

type TimelineLine = Pick<Moment, 'verb' | 'at' | 'happenedAt' | 'clock' | 'round' | 'level' | 'by' | 'raises' | 'toCode'>;

/** What is no answer to a raise: what the station notes, what is merely said, and the taking of alarms. */
const noAnswer: readonly Moment['verb'][] = ['breach', 'raise', 'takeAlarm', 'note', 'explain', 'relate', 'settle'];

/**
 * Every alarm of a fault at a moment (domain.md 3, «Clock rules for all»): amber from 75 % of the time on, red once it is over, told at
 * both and again every `every` until taken. What was taken comes back after `takenFor`; red is a new alarm though amber was taken; no
 * clock stops for an alarm taken, and one that pauses or has ended alarms nobody. A raise is told until it is taken or acted upon.
 */
export function alarmsOf(
  clocks: readonly ClockState[],
  timeline: readonly TimelineLine[],
  profile: Pick<ServiceProfile, 'clocks' | 'telling'>,
  now: Instant,
): Alarms {
  const alarms: Alarm[] = [];
  let nextChange = Number.POSITIVE_INFINITY;
  for (const state of clocks) {
    if (state.standing !== 'running') continue;
    const { clock, round, amberAt, dueAt } = state;
    // What is done at the very moment is in time: over only after it.
    const overFrom = dueAt === undefined ? Number.POSITIVE_INFINITY : dueAt + 1;
    const red = isOver(state, now);
    if (!red && (amberAt === undefined || now < amberAt)) {
      nextChange = Math.min(nextChange, amberAt ?? overFrom, overFrom);
      continue;
    }
    const level = red ? 'red' : 'amber';
    const alarm = {
      clock,
      round,
      level,
      since: (red ? dueAt : amberAt) ?? state.startedAt,
      ...(dueAt === undefined ? {} : { dueAt }),
    } as const;
    const told = toldOf(alarm, timeline, profile, now);
    alarms.push(told);
    nextChange = Math.min(nextChange, told.tellAgainAt, red ? Number.POSITIVE_INFINITY : overFrom);
  }
  const raise = raiseOf(timeline);
  if (raise) {
    const told = toldOf({ clock: raiseAlarm, round: 1, level: 'red', since: raise.at }, timeline, profile, now);
    alarms.push({
      ...told,
      ...(raise.raises ? { raises: raise.raises } : {}),
      ...(raise.toCode === undefined ? {} : { toCode: raise.toCode }),
    });
    nextChange = Math.min(nextChange, told.tellAgainAt);
  }
  return { alarms, ...(nextChange === Number.POSITIVE_INFINITY ? {} : { nextChange }) };
}

/** The last raise, as long as nobody has taken it or gone on with the case. */
function raiseOf(timeline: readonly TimelineLine[]): TimelineLine | undefined {
  const last = timeline.findLastIndex(({ verb }) => verb === 'raise');
  const answered = timeline
    .slice(last + 1)
    .some(({ verb, clock }) => (verb === 'takeAlarm' && clock === raiseAlarm) || !noAnswer.includes(verb));
  return last < 0 || answered ? undefined : timeline[last];
}

function toldOf(
  alarm: Pick<Alarm, 'clock' | 'round' | 'level' | 'since' | 'dueAt'>,
  timeline: readonly TimelineLine[],
  { clocks, telling: usual }: Pick<ServiceProfile, 'clocks' | 'telling'>,
  now: Instant,
): Alarm {
  const telling = clocks.find(({ code }) => code === alarm.clock)?.telling ?? usual;
  const every = Math.max(minute, millisecondsOf(telling.every));
  const told = alarm.level === 'red' ? telling.breach : telling.amber;
  let taken: { by: string; at: Instant } | undefined;
  for (const { verb, at, happenedAt, clock, round, level, by } of timeline) {
    if (verb !== 'takeAlarm' || clock !== alarm.clock || round !== alarm.round || level !== alarm.level) continue;
    const when = happenedAt ?? at;
    if (when >= alarm.since && when >= (taken?.at ?? 0)) taken = { by: by.name, at: when };
  }
  const takenUntil = taken && taken.at + millisecondsOf(telling.takenFor);
  if (taken && takenUntil !== undefined && now < takenUntil) {
    const before = alarm.since + Math.floor((taken.at - alarm.since) / every) * every;
    return { ...alarm, told, toldAt: before, tellAgainAt: takenUntil, takenBy: taken.by, takenUntil };
  }
  const base = takenUntil ?? alarm.since;
  const toldAt = base + Math.max(0, Math.floor((now - base) / every)) * every;
  return { ...alarm, told, toldAt, tellAgainAt: toldAt + every };
}
