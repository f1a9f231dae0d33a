import { plannedWorkEndAnnounced, plannedWorkOverdueNoted } from '../../shared/planned-work/events';
import { announcementDue } from '../../shared/planned-work/limits';
import type { Context } from '../handler';
import type { Notice } from '../notice';
import { derivedId } from '../random';
import { standingWorks } from './read';

/**
 * The end of a work is announced ahead, and noticed when it is over: once for each end, by whichever desk notices. What fell due
 * while the station was off is told as it is now: the latest announcement, or only that it is over.
 */
export const noticeWorkEnds: Notice = ({ raw, now }: Pick<Context, 'raw' | 'now'>) =>
  standingWorks(raw).flatMap(({ id, standing: { starts, end, announced, overdueNoted } }) => {
    if (now > end) {
      if (overdueNoted.includes(end)) return [];
      return [{ ...plannedWorkOverdueNoted(id, { end }), derivedId: derivedId(`plannedWork.overdue/${id}/${end}`) }];
    }
    const due = announcementDue(starts, end, now);
    if (!due || announced.some((told) => told.end === end && told.before === due.before)) return [];
    const { before } = due;
    return [{ ...plannedWorkEndAnnounced(id, { end, before }), derivedId: derivedId(`plannedWork.announced/${id}/${end}/${before}`) }];
  });
