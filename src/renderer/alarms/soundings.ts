import { alarmKey, type FaultAlarm, isToTake } from '../../shared/faults/alarm-list';
import { second } from '../../shared/time';

/** Red sounds at least this often until somebody takes it, ms. */
export const redAgain = 30 * second;

/** What was told last of each alarm. */
export type Heard = ReadonlyMap<string, number>;

/** What is told now that was not before, for the officer at the desk: a new alarm, or the next telling of one that nobody took. */
export function newlyTold(heard: Heard, alarms: readonly FaultAlarm[]): FaultAlarm[] {
  return alarms.filter((alarm) => isToTake(alarm) && alarm.toldAt > (heard.get(alarmKey(alarm)) ?? Number.NEGATIVE_INFINITY));
}

export function heardOf(alarms: readonly FaultAlarm[]): Heard {
  return new Map(alarms.filter(isToTake).map((alarm) => [alarmKey(alarm), alarm.toldAt]));
}

/** Red before amber: one sound for what is told together. */
export function soundOf(told: readonly FaultAlarm[]): 'red' | 'amber' | undefined {
  if (told.some(({ level }) => level === 'red')) return 'red';
  return told.length > 0 ? 'amber' : undefined;
}
