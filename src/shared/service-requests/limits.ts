import { type CalendarBook, momentAfter } from '../service-profiles/counted-hours';
import { millisecondsOf } from '../service-profiles/duration';
import { serviceLimitsOf } from '../service-profiles/service-limits';
import type { ServiceKind, ServiceProfile, Words } from '../service-profiles/profile';
import type { Instant } from '../time';
import { amberShare } from '../urgency';
import { type Course, type Phase, serviceCourse } from './course';
import { intervalsOf, stepsOf } from './steps';

/** One time limit of a request, told without saying what time it is: the screen counts it down by itself. */
export interface RequestLimit {
  phase: number;
  service: string;
  /** Code of the limit, or of the step that is done again and again. */
  limit: string;
  name: Words;
  /** The step that must be done by it, or not before it. */
  step: string;
  direction: 'after' | 'before' | 'notBefore';
  startedAt: Instant;
  /** Three quarters of the time that counts. */
  amberAt: Instant;
  dueAt: Instant;
  doneAt?: Instant;
  /** `ceased`: nothing is owed any more, because it went on as another kind of service or was cancelled. */
  standing: 'running' | 'met' | 'broken' | 'ceased';
  /** When it stopped without being met. */
  ceasedAt?: Instant;
}

/** The services of a profile, by code. */
export function serviceOf({ services }: Pick<ServiceProfile, 'services'>, code: string): ServiceKind | undefined {
  return services.find((service) => service.code === code);
}

/**
 * Every limit of a request that is known to hold (domain.md 3): hours of its contract, in all three directions, and each stretch of
 * what is done at fixed intervals. Done at the very moment is in time. Pure.
 */
export function limitsOf(profile: ServiceProfile, course: Course, receivedAt: Instant, book: CalendarBook): RequestLimit[] {
  return course.phases.flatMap((phase, number) => {
    const service = serviceOf(profile, phase.service);
    if (!service) return [];
    const over = phase.until ?? (course.outcome === 'open' ? undefined : course.endedAt);
    const facts = { phase: number, service: phase.service };
    const stated = serviceLimitsOf(service, serviceCourse(course, phase, receivedAt), profile, book).flatMap((state): RequestLimit[] => {
      const rule = service.limits.find(({ code }) => code === state.limit);
      if (!rule) return [];
      const { at, doneAt, direction, broken } = state;
      // A limit counts from its step; one that lies ahead of a planned moment, from the receipt.
      const startedAt = direction === 'before' ? Math.min(receivedAt, at) : (startOf(rule.from, course, phase, receivedAt) ?? receivedAt);
      return [
        {
          ...facts,
          limit: rule.code,
          name: rule.name,
          step: rule.until,
          direction,
          startedAt,
          amberAt: direction === 'notBefore' ? at : amberOf(startedAt, at, direction === 'after' ? rule : undefined, profile, book),
          dueAt: at,
          ...endOf(doneAt, broken, over),
        },
      ];
    });
    const repeated = stepsOf(service, phase).flatMap((standing) =>
      intervalsOf(service, standing, phase).map(
        ({ startedAt, dueAt, doneAt }): RequestLimit => ({
          ...facts,
          limit: standing.step.code,
          name: standing.step.name,
          step: standing.step.code,
          direction: 'after',
          startedAt,
          amberAt: startedAt + (dueAt - startedAt) * amberShare,
          dueAt,
          ...endOf(doneAt, doneAt !== undefined && doneAt > dueAt, over),
        }),
      ),
    );
    return [...stated, ...repeated];
  });
}

function startOf(from: string, course: Course, phase: Phase, receivedAt: Instant): Instant | undefined {
  return from === 'registered' ? receivedAt : from === 'planned' ? course.plannedAt : phase.done[from];
}

/** Three quarters of the hours that count; of a limit that lies ahead of a moment, of the way from the receipt to it. */
function amberOf(
  startedAt: Instant,
  dueAt: Instant,
  rule: ServiceKind['limits'][number] | undefined,
  { hours }: Pick<ServiceProfile, 'hours'>,
  book: CalendarBook,
): Instant {
  const counted = rule && hours.find(({ code }) => code === rule.hours);
  if (rule && counted) return momentAfter(counted, startedAt, millisecondsOf(rule.limit) * amberShare, book);
  return startedAt + (dueAt - startedAt) * amberShare;
}

function endOf(
  doneAt: Instant | undefined,
  broken: boolean,
  over: Instant | undefined,
): Pick<RequestLimit, 'standing' | 'doneAt' | 'ceasedAt'> {
  if (doneAt !== undefined) return { doneAt, standing: broken ? 'broken' : 'met' };
  return over === undefined ? { standing: 'running' } : { standing: 'ceased', ceasedAt: over };
}

/** True when a limit was not kept, or is not being kept at this moment. */
export function isBroken({ direction, standing, dueAt, ceasedAt }: RequestLimit, now: Instant): boolean {
  if (standing === 'broken') return true;
  if (direction === 'notBefore' || standing === 'met') return false;
  return (standing === 'ceased' ? (ceasedAt ?? now) : now) > dueAt;
}

/** The limit that is due next; one that only says when something may be done at the earliest presses nobody. */
export function nextLimit(limits: readonly RequestLimit[]): RequestLimit | undefined {
  const running = limits.filter(({ standing, direction }) => standing === 'running' && direction !== 'notBefore');
  return running.toSorted((one, other) => one.dueAt - other.dueAt)[0];
}

/**
 * The earliest moment for a step, or for one choice in it, where the profile sets one (a test that must last 24 h before it is found
 * stable); undefined where it may be done at any time.
 */
export function earliestFor(
  profile: ServiceProfile,
  course: Course,
  receivedAt: Instant,
  step: string,
  choice: string | null,
  book: CalendarBook,
): Instant | undefined {
  const phase = course.phases.at(-1);
  const service = phase && serviceOf(profile, phase.service);
  if (!phase || !service) return undefined;
  const chosen = choice === null ? phase.chosen : { ...phase.chosen, [step]: choice };
  const states = serviceLimitsOf(service, serviceCourse(course, { ...phase, chosen }, receivedAt), profile, book);
  const moments = states.flatMap(({ limit, direction, at }) =>
    direction === 'notBefore' && service.limits.find(({ code }) => code === limit)?.until === step ? at : [],
  );
  return moments.length === 0 ? undefined : Math.max(...moments);
}
