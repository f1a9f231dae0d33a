import { isSilent } from '../../shared/plan-runs/muster';
import type { RunRecord } from '../../shared/plan-runs/record';
import type { PersonReference } from '../../shared/references';
import type { Instant } from '../../shared/time';

export type Called = RunRecord['callOut'][number];

/** How somebody stands in the call-out, in the order in which the desk sees to them: who is silent first. */
export const callStandings = ['silent', 'notCalled', 'waiting', 'reached', 'refused', 'arrived'] as const;
export type CallStanding = (typeof callStandings)[number];

export function callStandingOf(called: Called, now: Instant): CallStanding {
  if (isSilent(called, now)) return 'silent';
  switch (called.outcome) {
    case 'notCalled':
    case 'reached':
    case 'refused':
    case 'arrived':
      return called.outcome;
    case 'called':
    case 'noAnswer':
      return 'waiting';
  }
}

export interface CallLine {
  key: string;
  called: Called;
  standing: CallStanding;
}

/** Names a person of the list: by the register, else by name. */
export function keyOfPerson({ id, name }: PersonReference): string {
  return id ?? name;
}

/**
 * The call-out as the desk works it down: silent ones on top, the longest silent first; then who was not called yet in the order of the
 * plan; who is expected, the next arrival first; who is there, last.
 */
export function inCallOrder(callOut: readonly Called[], now: Instant): CallLine[] {
  const lines = callOut.map((called) => ({ key: keyOfPerson(called.person), called, standing: callStandingOf(called, now) }));
  const rank = (line: CallLine) => callStandings.indexOf(line.standing);
  const moment = ({ called, standing }: CallLine) =>
    standing === 'notCalled' ? 0 : standing === 'reached' ? (called.expectedAt ?? Number.MAX_SAFE_INTEGER) : (called.at ?? 0);
  return lines.sort((one, other) => rank(one) - rank(other) || moment(one) - moment(other));
}

export function countStandings(lines: readonly CallLine[]): Record<CallStanding, number> {
  const counts = { silent: 0, notCalled: 0, waiting: 0, reached: 0, refused: 0, arrived: 0 };
  for (const { standing } of lines) counts[standing]++;
  return counts;
}

/** Reached, with the minutes until arrival in one key: 1 is ten minutes, 6 an hour. */
export const arrivalMinutes = [10, 20, 30, 40, 50, 60] as const;
