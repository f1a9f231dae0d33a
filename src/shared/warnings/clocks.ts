import { hour, type Instant, minute } from '../time';
import { amberFrom, type Urgency, urgencyBetween } from '../urgency';
import type { ReportDuty } from './contents';
import type { PublisherRole } from './levels';

/** `at once` is five minutes here as everywhere (domain.md 1); the office has one hour to the leading group (domain.md 4). */
export const reportWithin = { office: 5 * minute, leadingGroup: hour } as const satisfies Record<ReportDuty, number>;

/** What the two clocks of a warning are read from. */
export interface WarningTimes {
  /** When the signs were noticed; undefined where it began with its publication. */
  signAt: Instant | undefined;
  /** The publication and every raise, in order: when, and by whom. */
  steps: readonly { at: Instant; by: PublisherRole }[];
  reports: readonly { duty: ReportDuty; at: Instant }[];
  /** Lifted, voided, dismissed. */
  endedAt: Instant | undefined;
}

/** `running`; `met` in time; `late`: told, or ended, after its time; `over`: past its time and nobody told; `stopped`: ended before it was due. */
export type ReportStanding = 'running' | 'met' | 'late' | 'over' | 'stopped';

export interface ReportClock {
  duty: ReportDuty;
  startedAt: Instant;
  amberAt: Instant;
  dueAt: Instant;
  /** When whoever had to know knew. */
  metAt?: Instant;
  standing: ReportStanding;
  urgency: Urgency;
  /** ms left while it runs, else 0. */
  left: number;
  /** ms past its time: fixed once it stands still; 0 in time. */
  over: number;
}

/**
 * The clocks of a warning at a moment: plain arithmetic, for station and screens. To the office from the signs on, met by a report or
 * by the office's own publication; to the leading group from when the office knew, and anew from each raise, met by a report or when
 * the leading group itself decided. What is told at the very moment it is due is in time.
 */
export function reportClocksOf({ signAt, steps, reports, endedAt }: WarningTimes, now: Instant): ReportClock[] {
  const told = (duty: ReportDuty) => reports.filter((one) => one.duty === duty).map(({ at }) => at);
  const clocks: ReportClock[] = [];
  const published = steps[0]?.at;
  const toOffice = told('office');
  if (signAt !== undefined)
    clocks.push(clockOf('office', signAt, earliest([...toOffice, ...(published === undefined ? [] : [published])])));
  const known = earliest([...(signAt === undefined ? [] : toOffice), ...(published === undefined ? [] : [published])]);
  const starts = [...(known === undefined ? [] : [known]), ...steps.slice(1).map(({ at }) => at)];
  const knew = [...told('leadingGroup'), ...steps.filter(({ by }) => by === 'leadingGroup').map(({ at }) => at)];
  for (const start of [...new Set(starts)]) clocks.push(clockOf('leadingGroup', start, earliest(knew.filter((at) => at >= start))));
  return clocks;

  function clockOf(duty: ReportDuty, startedAt: Instant, metAt: Instant | undefined): ReportClock {
    const dueAt = startedAt + reportWithin[duty];
    const end = metAt ?? endedAt;
    const over = Math.max(0, (end ?? now) - dueAt);
    const running = end === undefined;
    return {
      duty,
      startedAt,
      amberAt: amberFrom(startedAt, dueAt),
      dueAt,
      ...(metAt === undefined ? {} : { metAt }),
      standing: running ? (over > 0 ? 'over' : 'running') : over > 0 ? 'late' : metAt === undefined ? 'stopped' : 'met',
      urgency: running ? urgencyBetween(startedAt, dueAt, now) : 'calm',
      left: running ? Math.max(0, dueAt - now) : 0,
      over,
    };
  }
}

function earliest(moments: readonly Instant[]): Instant | undefined {
  return moments.length === 0 ? undefined : Math.min(...moments);
}
