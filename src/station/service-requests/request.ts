import type { PayloadOf } from '../../shared/event';
import { type Course, type CourseMoment, courseOf } from '../../shared/service-requests/course';
import type { serviceRequestRegistered, StepRecord } from '../../shared/service-requests/events';
import type { RequestVerb } from '../../shared/service-requests/record';
import type { PersonReference } from '../../shared/references';
import type { Words } from '../../shared/service-profiles/profile';

/** A line of the timeline as it is kept. */
export interface KeptMoment extends CourseMoment {
  verb: RequestVerb;
  station: string;
  author: string;
  text: string;
  records?: StepRecord[];
  doer?: PersonReference;
  limit?: string;
  name?: Words;
  startedAt?: number;
  dueAt?: number;
  side?: string;
}

/** What the entries of one request amount to: its registration, and everything that was said of it. */
export interface ServiceRequest {
  /** Undefined while only later entries of the request have arrived. */
  registration?: PayloadOf<typeof serviceRequestRegistered>;
  timeline: KeptMoment[];
}

/** Its course as far as it can be told without its profile. */
export function courseOfRequest({ registration, timeline }: ServiceRequest): Course<KeptMoment> {
  const { service, receivedAt, plannedAt } = registration ?? { service: '', receivedAt: timeline[0]?.at ?? 0, plannedAt: null };
  return courseOf({ service, receivedAt, plannedAt }, timeline);
}
