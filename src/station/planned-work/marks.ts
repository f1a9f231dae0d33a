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

/** The works in force on a device, an area or a place at one moment: what a fault on it is marked with. */
export function plannedWorkOn(raw: Raw, subject: Subject, at: Instant): PlannedWorkMark[] {
  return plannedWorkMarker(raw, at, at)(subject, at);
}
