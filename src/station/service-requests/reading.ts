import type { CalendarBook } from '../../shared/service-profiles/counted-hours';
import type { ServiceKind, ServiceProfile } from '../../shared/service-profiles/profile';
import { type Course, phaseNow } from '../../shared/service-requests/course';
import { limitsOf, type RequestLimit, serviceOf } from '../../shared/service-requests/limits';
import { type StandingStep, stepsOf } from '../../shared/service-requests/steps';
import type { Context } from '../handler';
import { calendarBookOf } from '../faults';
import { profileVersion } from '../service-profiles';
import { courseOfRequest, type KeptMoment, type ServiceRequest } from './request';

/** What reading a request needs of the station. */
export type RequestContext = Pick<Context, 'db' | 'raw' | 'resources' | 'zone' | 'now'>;

/** A request with all that its profile says of it. */
export interface ReadRequest {
  request: ServiceRequest;
  course: Course<KeptMoment>;
  /** Number of the phase it is in. */
  phase: number;
  /** Undefined while the version it runs under has not arrived from the other desk. */
  profile: ServiceProfile | undefined;
  service: ServiceKind | undefined;
  steps: StandingStep[];
  limits: RequestLimit[];
  receivedAt: number;
}

/** Reads requests by their profiles and the statutory calendar; made once for one answer. */
export function requestReader(context: RequestContext): { read: (request: ServiceRequest) => ReadRequest; book: CalendarBook } {
  const book = calendarBookOf(context);
  const read = (request: ServiceRequest): ReadRequest => {
    const { registration } = request;
    const course = courseOfRequest(request);
    const profile = registration && profileVersion(context, registration.profile.code, registration.profile.version);
    const phase = phaseNow(course);
    const now = course.phases[phase] ?? course.phases[0];
    const service = profile && serviceOf(profile, now.service);
    const receivedAt = registration?.receivedAt ?? now.since;
    return {
      request,
      course,
      phase,
      profile,
      service,
      receivedAt,
      steps: service ? stepsOf(service, now) : [],
      limits: profile ? limitsOf(profile, course, receivedAt, book) : [],
    };
  };
  return { read, book };
}
