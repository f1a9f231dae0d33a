import { day, type Instant, minute } from '../time';

/**
 * How long before its planned end the end of a work is announced (issue 4, «Planned work»): half an hour for every work, and a
 * day before as well for one that lasts more than three days. The earliest first.
 */
export const leadTimes = [
  { longerThan: 3 * day, before: day },
  { longerThan: 0, before: 30 * minute },
] as const;

/** A work that began while it was being typed is still hung as of its beginning; nothing earlier: a mark is not made afterwards. */
export const startTolerance = 15 * minute;

/** Most devices one work names; more than that is an area. */
export const mostDevices = 60;

/** Largest number of ended works a list answers with: the newest. */
export const mostEnded = 200;

/** The moments at which the end of a work is announced, ms, with how long ahead of the end the rule asks for it. */
export function announcements(starts: Instant, end: Instant): { at: Instant; before: number }[] {
  return leadTimes
    .filter(({ longerThan }) => end - starts > longerThan)
    .map(({ before }) => ({ before, at: Math.max(starts, end - before) }));
}

/** The announcement that is due at a moment: the latest one whose time has come; none before the beginning or after the end. */
export function announcementDue(starts: Instant, end: Instant, now: Instant): { before: number } | undefined {
  if (now > end) return undefined;
  return announcements(starts, end).findLast(({ at }) => now >= at);
}
