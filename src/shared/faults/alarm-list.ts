import { z } from 'zod';
import { command, query } from '../contract';
import { Id } from '../input';
import { deskRoles, type Role, roles } from '../roles';
import { clockAims, Words } from '../service-profiles/profile';
import { alarmLevels } from './alarms';
import { FaultClass } from './intake';
import { FaultStateName } from './record';

/** Most alarms told one by one; how many there are in all, the counts say. */
export const mostAlarms = 200;

/** An alarm of a fault as a line. While the desk is locked only level, times and who is told are said. */
export const FaultAlarm = z.object({
  id: Id,
  number: z.string(),
  device: z.string().optional(),
  place: z.string(),
  symptom: z.string(),
  state: FaultStateName.optional(),
  class: z.string(),
  highRisk: z.boolean(),
  engineer: z.string().optional(),
  clock: z.string(),
  /** Undefined: the case went up by itself. */
  aim: z.enum(clockAims).optional(),
  name: Words.optional(),
  round: z.number(),
  level: z.enum(alarmLevels),
  since: z.number(),
  dueAt: z.number().optional(),
  /** Roles of the desk that are told, whoever was sent, tiers by name. */
  told: z.array(z.union([z.enum(roles), z.literal('holder'), Words])),
  toldAt: z.number(),
  tellAgainAt: z.number(),
  takenBy: z.string().optional(),
  takenUntil: z.number().optional(),
  /** Of a raise: to which class or tier. */
  raises: z.enum(['class', 'tier']).optional(),
  raisedTo: Words.optional(),
  /** It is told to the officer who asks. */
  mine: z.boolean(),
});
export type FaultAlarm = z.infer<typeof FaultAlarm>;

/** Names one alarm; another telling of it, or red after amber, is another one where `level` or `since` differ. */
export function alarmKey({ id, clock, round, level, since }: Pick<FaultAlarm, 'id' | 'clock' | 'round' | 'level' | 'since'>): string {
  return `${id}/${clock}/${round}/${level}/${since}`;
}

/** Nobody has taken it, and the officer who asks is one of those who must. */
export function isToTake({ mine, takenUntil }: Pick<FaultAlarm, 'mine' | 'takenUntil'>): boolean {
  return mine && takenUntil === undefined;
}

export type RankedAlarm = Pick<FaultAlarm, 'id' | 'clock' | 'round' | 'level' | 'since' | 'dueAt' | 'highRisk' | 'mine' | 'takenUntil'>;

/** The most urgent first: to be taken by who asks, then red, then what is grave by itself, then what was due first. */
export function byUrgency(one: RankedAlarm, other: RankedAlarm): number {
  return (
    Number(isToTake(other)) - Number(isToTake(one)) ||
    Number(one.level === 'amber') - Number(other.level === 'amber') ||
    Number(other.highRisk) - Number(one.highRisk) ||
    (one.dueAt ?? one.since) - (other.dueAt ?? other.since) ||
    (alarmKey(one) < alarmKey(other) ? -1 : 1)
  );
}

/** `faults.alarms`: every alarm of now, the most urgent first; to be asked again at `nextChange`, and when something of it changed. */
export const alarms = query({
  input: z.object({}),
  output: z.object({
    /** Nothing is named. */
    locked: z.boolean(),
    alarms: z.array(FaultAlarm),
    /** Of all that stand, and of those the officer who asks has still to take. */
    counts: z.object({ red: z.number(), amber: z.number(), redToTake: z.number(), amberToTake: z.number() }),
    nextChange: z.number().optional(),
  }),
  roles: deskRoles,
  reads: ['faults', 'serviceProfiles', 'calendar'],
});

/**
 * `faults.unattended`: how many alarms wait for somebody of the desk while nobody is signed in: the door sounds for them, and names nothing
 * (domain.md 9). Whoever takes them signs in first.
 */
export const unattended = query({
  input: z.object({}),
  output: z.object({
    red: z.number(),
    amber: z.number(),
    /** When one of them was told last: a later one is a new telling. */
    toldAt: z.number().optional(),
    /** The sounds of this desk are muted so long. */
    mutedUntil: z.number().optional(),
    nextChange: z.number().optional(),
  }),
  roles: 'anyone',
  reads: ['faults', 'serviceProfiles', 'calendar', 'alarms'],
});

const AlarmToTake = z.object({
  id: Id,
  clock: FaultClass,
  round: z.number().int().min(1).max(1_000).default(1),
  level: z.enum(alarmLevels),
});

/** `faults.takeAlarms`: takes what is shown in one step; what no longer stands, or was taken meanwhile, is passed over. */
export const takeAlarms = command({
  input: z.object({ alarms: z.array(AlarmToTake).min(1, 'required').max(mostAlarms) }),
  output: z.object({ taken: z.number() }),
  roles: ['dutyOfficer', 'shiftLeader', 'engineer'] as const satisfies readonly Role[],
  refuses: [],
});
