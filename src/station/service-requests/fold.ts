import type { EntryFacts } from '../../shared/event';
import {
  serviceRequestBreached,
  serviceRequestBreachExplained,
  serviceRequestCancelled,
  serviceRequestNoted,
  serviceRequestPlanned,
  serviceRequestRegistered,
  serviceRequestSettled,
  serviceRequestStepTaken,
  serviceRequestStepTakenBack,
} from '../../shared/service-requests/events';
import type { RequestVerb } from '../../shared/service-requests/record';
import { type FoldOf, on } from '../journal/projection';
import type { KeptMoment, ServiceRequest } from './request';

export const unheardRequest: ServiceRequest = { timeline: [] };

type Said = Partial<Omit<KeptMoment, 'entry' | 'verb' | 'at' | 'station' | 'author' | 'text'>>;

function noted(request: ServiceRequest, verb: RequestVerb, { id, at, station }: EntryFacts, author: string, text: string, said: Said = {}) {
  const moment: KeptMoment = { entry: id, verb, at, station, author, text, replaces: [], overrides: [], ...said };
  return { ...request, timeline: [...request.timeline, moment] };
}

/** Everything said of a request is kept in clock order; what it amounts to is read off it (course.ts), so no order can lose anything. */
export const requestFolds: FoldOf<ServiceRequest>[] = [
  // Nobody else can register the same request: the first registration stands.
  on(serviceRequestRegistered, (request: ServiceRequest, registration, facts) =>
    request.registration
      ? request
      : noted({ ...request, registration }, 'register', facts, registration.author, registration.text, {
          happenedAt: registration.receivedAt,
        }),
  ),
  on(serviceRequestStepTaken, (request: ServiceRequest, { author, note, doer, ...said }, facts) =>
    noted(request, 'take', facts, author, note, { ...said, ...(doer ? { doer } : {}) }),
  ),
  on(serviceRequestStepTakenBack, (request: ServiceRequest, { author, reason, ...said }, facts) =>
    noted(request, 'takeBack', facts, author, reason, said),
  ),
  on(serviceRequestPlanned, (request: ServiceRequest, { author, reason, ...said }, facts) =>
    noted(request, 'plan', facts, author, reason, said),
  ),
  on(serviceRequestNoted, (request: ServiceRequest, { author, note }, facts) => noted(request, 'note', facts, author, note)),
  on(serviceRequestCancelled, (request: ServiceRequest, { author, reason, overrides }, facts) =>
    noted(request, 'cancel', facts, author, reason, { overrides }),
  ),
  on(serviceRequestSettled, (request: ServiceRequest, { author, note, side, holds, replaces, overrides }, facts) =>
    noted(request, 'settle', facts, author, note, { side, replaces, overrides, ...holds }),
  ),
  // What the station says by itself is said once, whichever desk noticed first.
  on(serviceRequestBreached, (request: ServiceRequest, said, facts) =>
    request.timeline.some((moment) => moment.verb === 'breach' && isSameLimit(moment, said))
      ? request
      : noted(request, 'breach', facts, '', '', said),
  ),
  on(serviceRequestBreachExplained, (request: ServiceRequest, { author, reason, ...said }, facts) =>
    noted(request, 'explain', facts, author, reason, said),
  ),
];

interface LimitKey {
  phase?: number | undefined;
  limit?: string | undefined;
  dueAt?: number | undefined;
}

/** One limit of one phase with one due time: a moved plan makes it another. */
export function isSameLimit(one: LimitKey, other: LimitKey): boolean {
  return one.phase === other.phase && one.limit === other.limit && one.dueAt === other.dueAt;
}
