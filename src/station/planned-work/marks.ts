import type { PlannedWorkMark } from '../../shared/planned-work/record';
import type { Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import { placedDevices } from '../devices';
import { bearingOf, DeviceTree, type Subject } from './bearing';
import { worksBetween } from './read';

/** The works in force on something at a moment, the next end first. */
export type Marker = (subject: Subject, at: Instant) => PlannedWorkMark[];

/**
 * Asks once for the works of a span of time and for the register, then answers for any number of subjects and moments within it:
 * for a board of faults. A work is in force from its beginning until its tag is taken down, however long past its planned end.
 */
export function plannedWorkMarker(raw: Raw, from: Instant, until: Instant): Marker {
  const works = worksBetween(raw, from, until);
  if (works.length === 0) return () => [];
  const tree = new DeviceTree(placedDevices(raw));
  return (subject, at) =>
    works.flatMap(({ id, hanging, standing: { starts, end, endedAt } }) => {
      if (at < starts || (endedAt !== undefined && at >= endedAt)) return [];
      const bearing = bearingOf(hanging, subject, tree);
      if (!bearing) return [];
      const { number, owner, reason } = hanging;
      return [{ id, number, owner, reason, starts, end, ...(endedAt === undefined ? {} : { endedAt }), ...bearing }];
    });
}

/** Changes whenever other works are in force at `until`, or have been since `from`: marks that were worked out hold as long as it is the same. */
export function worksInForce(raw: Raw, from: Instant, until: Instant): string {
  return worksBetween(raw, from, until)
    .map(({ id, standing: { starts, endedAt } }) => `${id}/${starts}/${endedAt ?? ''}`)
    .join('\n');
}

/** The works in force on a device, an area or a place at one moment: what a fault on it is marked with. */
export function plannedWorkOn(raw: Raw, subject: Subject, at: Instant): PlannedWorkMark[] {
  return plannedWorkMarker(raw, at, at)(subject, at);
}
