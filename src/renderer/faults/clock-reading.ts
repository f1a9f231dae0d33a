import type { ClockOfFault } from '../../shared/faults/record';
import { day, hour, minute, second, type Instant } from '../../shared/time';
import { amberShare } from '../../shared/urgency';

/** A clock as it reads at a moment. */
export interface ClockReading {
  /** Of its limit used, 0 to 1. */
  share: number;
  /** ms; negative when over; undefined once it was met or ended. */
  left: number | undefined;
  urgency: 'plain' | 'amber' | 'red';
}

type Read = Pick<ClockOfFault, 'limit' | 'used' | 'standing' | 'runsSince' | 'amberAt' | 'dueAt' | 'late'>;

/**
 * Counts a clock down without asking the station. Under counted hours the time left is that of the wall: when it is due is what a
 * person needs to know.
 */
export function readClock(clock: Read, now: Instant): ClockReading {
  const { limit, used, standing, runsSince, dueAt, late } = clock;
  if (standing !== 'running' || runsSince === undefined) {
    const over = late || used > limit;
    const share = Math.min(1, used / limit);
    const gone = standing === 'met' || standing === 'ended';
    return { share, left: gone ? undefined : limit - used, urgency: over ? 'red' : !gone && share >= amberShare ? 'amber' : 'plain' };
  }
  const left = dueAt === undefined || dueAt < runsSince ? limit - used - (now - runsSince) : dueAt - now;
  const share = left <= 0 ? 1 : shareAt(clock, runsSince, now);
  return { share, left, urgency: left < 0 || late ? 'red' : share >= amberShare ? 'amber' : 'plain' };
}

/** Between the moments that are known (begun, three quarters, due) evenly. */
function shareAt({ used, limit, amberAt, dueAt }: Read, runsSince: Instant, now: Instant): number {
  const known: [at: Instant, share: number][] = [[runsSince, used / limit]];
  if (amberAt !== undefined && amberAt > runsSince) known.push([amberAt, amberShare]);
  if (dueAt !== undefined && dueAt > (known.at(-1)?.[0] ?? 0)) known.push([dueAt, 1]);
  const next = known.findIndex(([at]) => at > now);
  if (next < 0) return Math.min(1, known.at(-1)?.[1] ?? 0);
  if (next === 0) return known[0]?.[1] ?? 0;
  const [from, before] = known[next - 1] as [Instant, number];
  const [until, after] = known[next] as [Instant, number];
  return before + ((after - before) * (now - from)) / (until - from);
}

/** A length as it runs: `4:05` minutes and seconds, `1:04:05` from an hour on; days apart. */
export function runningTime(milliseconds: number): { days: number; text: string } {
  const length = Math.abs(milliseconds);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const days = Math.floor(length / day);
  const rest = length % day;
  const seconds = two((rest % minute) / second);
  const minutes = Math.floor((rest % hour) / minute);
  if (days > 0) return { days, text: `${Math.floor(rest / hour)}:${two(minutes)}` };
  return { days, text: rest < hour ? `${minutes}:${seconds}` : `${Math.floor(rest / hour)}:${two(minutes)}:${seconds}` };
}
