import { type Instant, minute } from '../time';
import { amberFrom, type Urgency, urgencyBetween } from '../urgency';
import { mainLeaderRoles, type Told, type ToldRole } from './contents';

/** An important matter is reported to the shift leader and the main leaders within 5 minutes of its receipt (domain.md 1). */
export const reportWithin = 5 * minute;

/** Who has to be told for the report to be made: the shift leader, and at least one of the main leaders. */
export const dueTo = ['shiftLeader', 'mainLeader'] as const;
export type DueTo = (typeof dueTo)[number];

/** For whom a person told counts: the leading group and the office are main leaders; others for neither. */
export function countsAs(role: ToldRole): DueTo | undefined {
  if (role === 'shiftLeader') return 'shiftLeader';
  return (mainLeaderRoles as readonly ToldRole[]).includes(role) ? 'mainLeader' : undefined;
}

/** What the clock of a report is read from. */
export interface ReportTimes {
  /** When the matter was received. */
  receivedAt: Instant;
  told: readonly Pick<Told, 'role' | 'at'>[];
  /** Whether anything was sent: the first report, or any later one. */
  sent: boolean;
  /** When the final report was sent or the mark was taken back; undefined while it is open. */
  endedAt?: Instant | undefined;
}

/** `running`: time is left, and not everybody was told. `missing` (漏报): over, open, and nothing was sent. `late` (迟报): over, or told too late. */
export type Verdict = 'running' | 'onTime' | 'late' | 'missing';

export interface ReportClock {
  due: Instant;
  amberFrom: Instant;
  verdict: Verdict;
  /** How the running clock presses; calm once it stands still. */
  urgency: Urgency;
  /** Who still has to be told. */
  untold: DueTo[];
  /** When both had been told; undefined before. */
  toldAt?: Instant;
  /** ms until it is due while it runs, else 0. */
  left: number;
  /** ms over the five minutes: fixed once both were told or it ended, else still growing; 0 in time. */
  over: number;
}

/**
 * The five minutes at a moment: plain arithmetic, for the station and the screens. What is told at the very moment it is due is
 * in time. A report that ended without both being told is late by its end.
 */
export function reportClockOf({ receivedAt, told, sent, endedAt }: ReportTimes, now: Instant): ReportClock {
  const due = receivedAt + reportWithin;
  const first = new Map<DueTo, Instant>();
  for (const { role, at } of told) {
    const post = countsAs(role);
    if (post) first.set(post, Math.min(at, first.get(post) ?? at));
  }
  const untold = dueTo.filter((post) => !first.has(post));
  const toldAt = untold.length === 0 ? Math.max(...first.values()) : undefined;
  const end = toldAt ?? endedAt;
  const over = Math.max(0, (end ?? now) - due);
  const stands = end !== undefined;
  return {
    due,
    amberFrom: amberFrom(receivedAt, due),
    verdict: verdictOf(),
    urgency: stands ? 'calm' : urgencyBetween(receivedAt, due, now),
    untold,
    ...(toldAt === undefined ? {} : { toldAt }),
    left: stands ? 0 : Math.max(0, due - now),
    over,
  };

  function verdictOf(): Verdict {
    if (toldAt !== undefined) return over > 0 ? 'late' : 'onTime';
    if (endedAt !== undefined) return 'late';
    if (over === 0) return 'running';
    return sent ? 'late' : 'missing';
  }
}
