import { isBroken } from '../../shared/service-requests/limits';
import { serviceRequestBreached } from '../../shared/service-requests/events';
import { day } from '../../shared/time';
import type { Notice } from '../notice';
import { derivedId } from '../random';
import { isSameLimit } from './fold';
import { requestReader } from './reading';
import { owedRequests } from './read';

/** What ended longer ago than this nobody is told of any more. */
const stillOwed = 60 * day;

/**
 * Limits of requests that were not kept, as far as they are over now and not on record: once each, also when the station was off
 * meanwhile. Two desks write them under the same id.
 */
export const requestsFallingDue: Notice = (context) => {
  const { raw, now } = context;
  const owed = owedRequests(raw, now - stillOwed);
  if (owed.length === 0) return [];
  const { read } = requestReader(context);
  return owed.flatMap(({ id, request }) => {
    const { limits } = read(request);
    const known = request.timeline.filter(({ verb }) => verb === 'breach');
    return limits
      .filter((limit) => isBroken(limit, now) && !known.some((breach) => isSameLimit(breach, limit)))
      .map(({ phase, service, limit, name, startedAt, dueAt }) => ({
        ...serviceRequestBreached(id, { phase, service, limit, name, startedAt, dueAt }),
        derivedId: derivedId(`serviceRequest.breach/${id}/${phase}/${limit}/${dueAt}`),
      }));
  });
};
