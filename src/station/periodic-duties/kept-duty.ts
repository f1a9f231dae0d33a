import { inForce } from '../../shared/in-force';
import type { DutyMoment, DutyStanding } from '../../shared/periodic-duties/contract';
import type { Occurrence } from '../../shared/periodic-duties/events';

/** One thing said of a period, as it is kept. */
export interface KeptMoment extends Omit<DutyMoment, 'letter' | 'devices'> {
  station: string;
  replaces: string[];
  devices: { id: string; name: string; code?: string | undefined }[];
}

/** What the entries of one period of one duty amount to. */
export interface KeptDuty {
  of?: Occurrence;
  timeline: KeptMoment[];
}

export interface DutyCourse {
  standing: DutyStanding;
  missed: boolean;
  /** Statements in force, in clock order. */
  statements: KeptMoment[];
  /** Devices it was done for, by id; of a duty for all of them at once, none. */
  devices: string[];
}

/**
 * Where a period stands. Done for some devices at one desk and for others at the other adds up; done at one desk and not done at the
 * other is contested until somebody who knows both says it again.
 */
export function courseOf({ timeline }: KeptDuty): DutyCourse {
  const statements = inForce(timeline.filter(({ verb }) => verb !== 'missed'));
  const missed = timeline.some(({ verb }) => verb === 'missed');
  const done = statements.filter(({ verb }) => verb === 'done');
  const others = statements.filter(({ verb }) => verb !== 'done');
  const devices = [...new Set(done.flatMap((moment) => moment.devices.map(({ id }) => id)))].toSorted();
  const facts = { missed, statements, devices };
  if (done.length > 0 && others.length > 0) return { ...facts, standing: 'contested' };
  if (done.length > 0) return { ...facts, standing: done.some((moment) => moment.devices.length === 0) ? 'done' : 'partly' };
  if (others.length === 0) return { ...facts, standing: 'open' };
  if (new Set(others.map(({ verb }) => verb)).size > 1) return { ...facts, standing: 'contested' };
  return { ...facts, standing: others[0]?.verb === 'notDone' ? 'notDone' : 'open' };
}
