import type { Instant } from '../time';
import { type CalendarBook, momentAfter, momentBefore } from './counted-hours';
import { millisecondsOf } from './duration';
import type { ServiceKind, ServiceProfile } from './profile';

/** What happened so far in a service that is no fault: a complaint, an upgrade, a vulnerability. */
export interface ServiceCourse {
  registeredAt: Instant;
  /** The moment the work is planned for. */
  plannedAt?: Instant | undefined;
  /** Steps done, by code. */
  done: Readonly<Record<string, Instant>>;
  /** Choices taken, by step. */
  chosen: Readonly<Record<string, string>>;
}

export interface ServiceLimitState {
  limit: string;
  /** `notBefore`: the step may be done only from `at` on; otherwise it must be done by then. */
  direction: ServiceKind['limits'][number]['direction'];
  at: Instant;
  doneAt?: Instant;
  /** The step was done on the wrong side of `at`. */
  broken: boolean;
}

/** True when a step or limit that depends on choices is called for. */
export function isChosen(when: Readonly<Record<string, readonly string[]>> | undefined, chosen: ServiceCourse['chosen']): boolean {
  return Object.entries(when ?? {}).every(([step, choices]) => choices.includes(chosen[step] ?? ''));
}

/** True when a step is called for by the choices taken so far: asked for by all it depends on, ruled out by none. */
export function isCalledFor(
  { when, unless }: Pick<ServiceKind['steps'][number], 'when' | 'unless'>,
  chosen: ServiceCourse['chosen'],
): boolean {
  return isChosen(when, chosen) && !Object.entries(unless ?? {}).some(([step, choices]) => choices.includes(chosen[step] ?? ''));
}

/** Every time limit of a service that is known to hold by now (domain.md 3). Done at the very moment is in time. */
export function serviceLimitsOf(
  { limits }: Pick<ServiceKind, 'limits'>,
  course: ServiceCourse,
  { hours }: Pick<ServiceProfile, 'hours'>,
  book: CalendarBook,
): ServiceLimitState[] {
  return limits.flatMap((rule) => {
    const from = rule.from === 'registered' ? course.registeredAt : rule.from === 'planned' ? course.plannedAt : course.done[rule.from];
    if (from === undefined || !isChosen(rule.when, course.chosen)) return [];
    const counted = hours.find(({ code }) => code === rule.hours);
    const reckon = rule.direction === 'before' ? momentBefore : momentAfter;
    const at = reckon(counted, from, millisecondsOf(rule.limit), book);
    const doneAt = course.done[rule.until];
    const broken = doneAt !== undefined && (rule.direction === 'notBefore' ? doneAt < at : doneAt > at);
    return [{ limit: rule.code, direction: rule.direction, at, ...(doneAt === undefined ? {} : { doneAt }), broken }];
  });
}
