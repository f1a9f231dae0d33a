import { isAhead } from '../../shared/duty-log/late';
import type { EventDraft } from '../../shared/event';
import { beginningOf } from '../../shared/service-requests/names';
import type { serviceRequests as contract } from '../../shared/service-requests/contract';
import { outcomeSaid, outcomeStatements, planStatements, stepStatements, isTaken } from '../../shared/service-requests/course';
import {
  mostPhases,
  serviceRequestBreachExplained,
  serviceRequestCancelled,
  serviceRequestNoted,
  serviceRequestPlanned,
  serviceRequestSettled,
  serviceRequestStepTakenBack,
} from '../../shared/service-requests/events';
import { earliestFor, isBroken, serviceOf } from '../../shared/service-requests/limits';
import { isThrough, possibleSteps, stepsOf } from '../../shared/service-requests/steps';
import { mayTake } from '../../shared/service-requests/who-may';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { append, type CommandHandler, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { profilesInUse } from '../service-profiles';
import { isSameLimit } from './fold';
import { type ReadRequest, requestReader } from './reading';
import { recordsOf, register } from './registering';
import type { KeptMoment } from './request';
import { requestById } from './read';
import { walk } from './taking';
import { listOfFault, listRequests, requestRecord } from './telling';

interface Found extends ReadRequest {
  number: string;
  author: string;
  /** Earliest moment a step of it can have happened. */
  book: ReturnType<typeof requestReader>['book'];
}

/** A step of a request whose registration is known here; `whileOpen` refuses it once it has ended or was cancelled. */
function step<I extends { id: string }>(
  whileOpen: boolean,
  decide: (input: I, found: Found, context: SignedContext) => EventDraft | EventDraft[] | Refused,
): CommandHandler<I, null> {
  return (input, context) => {
    const request = requestById(context.raw, input.id);
    if (!request?.registration) return refuse('notFound');
    const { read, book } = requestReader(context);
    const one = read(request);
    const { number } = request.registration;
    if (whileOpen && one.course.outcome !== 'open') return refuse('notOpen', { number, outcome: one.course.outcome });
    const decided = decide(input, { ...one, number, book, author: context.officer.name }, context);
    return 'refusal' in decided ? decided : append(decided);
  };
}

const entries = (moments: readonly KeptMoment[]) => moments.map(({ entry }) => entry).slice(-100);
const isContested = ({ course }: ReadRequest) => course.contests.some(({ topic }) => topic !== 'plan');

/** Service requests: registered, taken step by step as the contract says; every step stays on record. */
export const serviceRequestHandlers: HandlersOf<typeof contract> = {
  register,
  take: step(true, ({ id, step: code, choice, records: values, note, doer, happenedAt }, found, context) => {
    const { course, steps, profile, service, request, receivedAt, author, number, book, phase } = found;
    if (!profile || !service) return refuse('profileUnknown', { number });
    if (isContested(found)) return refuse('contested', { number });
    const possible = possibleSteps(steps);
    const taken = possible.find((one) => one.code === code);
    if (!taken || phase >= mostPhases) return refuse('notNext', { next: beginningOf(possible.map(({ name }) => name.zh).join('、'), 200) });
    const may = mayTake(taken.by, context.officer.roles);
    if (may === 'no') return refuse('notYours', { by: typeof taken.by === 'string' ? taken.by : '' });
    if (may === 'doerNeeded' && doer === null) return refuse('doerNeeded');
    const known = taken.choices?.some((option) => option.code === choice) ?? choice === undefined;
    if (!known) return refuse('choiceNeeded');
    const records = recordsOf(taken, values);
    if (!records) return refuse('recordsNeeded', { names: (taken.records ?? []).map(({ zh }) => zh).join('、') });
    const last = Math.max(receivedAt, ...Object.values(course.phases[phase]?.done ?? {}));
    // Received, or done before, a moment ahead of this desk's clock: what is told now comes after it.
    const at = happenedAt ?? Math.max(context.now, last);
    if (isAhead(at, context.now) && happenedAt !== undefined) return refuse('timeInFuture', { at });
    if (at < receivedAt) return refuse('timeBeforeReceipt', { at, receivedAt });
    if (at < last) return refuse('timeBeforeStep', { at, last });
    const from = earliestFor(profile, course, receivedAt, code, choice ?? null, book);
    if (from !== undefined && at < from) return refuse('tooEarly', { from });
    const now = course.phases[phase];
    if (!now) return refuse('profileUnknown', { number });
    const way = {
      id,
      profile,
      number: phase,
      phase: now,
      overrides: entries(outcomeStatements(request.timeline)),
      replaces: (inPhase: number, inService: string, of: string) => entries(stepStatements(request.timeline, inPhase, inService, of)),
      newId: context.newId,
      known: (one: { records?: { zh: string; en: string }[] | undefined }) => recordsOf(one, []),
      events: [] as EventDraft[],
    };
    walk(way, { step: taken, author, choice: choice ?? null, records, note, doer, happenedAt: at });
    return way.events;
  }),
  takeBack: step(false, ({ id, step: code, reason }, found) => {
    const { course, request, author, number } = found;
    if (course.outcome === 'cancelled') return refuse('isCancelled', { number });
    if (isContested(found)) return refuse('contested', { number });
    const last = lastTaken(found);
    if (!last || last.step !== code) return refuse('notLast', { last: last?.step ?? '' });
    const { phase = 0, service = '' } = last;
    return serviceRequestStepTakenBack(id, {
      author,
      phase,
      service,
      step: code,
      reason,
      replaces: entries(stepStatements(request.timeline, phase, service, code)),
      overrides: entries(outcomeStatements(request.timeline)),
    });
  }),
  plan: step(true, ({ id, plannedAt, reason }, { course, request, author, receivedAt }) => {
    const contested = course.contests.some(({ topic }) => topic === 'plan');
    if (plannedAt === course.plannedAt && !contested) return refuse('planUnchanged', { at: plannedAt });
    if (plannedAt < receivedAt) return refuse('timeBeforeReceipt', { at: plannedAt, receivedAt });
    if (course.plannedAt !== undefined && reason === '') return refuse('reasonNeeded');
    return serviceRequestPlanned(id, { author, plannedAt, reason, replaces: entries(planStatements(request.timeline)) });
  }),
  note: step(false, ({ id, note }, { author }) => serviceRequestNoted(id, { author, note })),
  cancel: step(true, ({ id, reason }, { request, author }) =>
    serviceRequestCancelled(id, { author, reason, overrides: entries(outcomeStatements(request.timeline)) }),
  ),
  explain: step(false, ({ id, phase, limit, dueAt, reason }, { request, limits, author }, { now }) => {
    const named = { phase, limit, dueAt };
    const recorded = request.timeline.some((moment) => moment.verb === 'breach' && isSameLimit(moment, named));
    if (!recorded && !limits.some((one) => isSameLimit(one, named) && isBroken(one, now))) return refuse('noBreach');
    return serviceRequestBreachExplained(id, { author, ...named, reason });
  }),
  settle: step(false, ({ id, side, note }, found) => {
    const { course, request, author } = found;
    if (course.contests.length === 0) return refuse('nothingContested');
    const contest = course.contests.find(({ sides }) => sides.some(({ entry }) => entry === side));
    const right = contest?.sides.find(({ entry }) => entry === side);
    if (!contest || !right) return refuse('notASide');
    const facts = { author, note, side, replaces: entries(contest.sides) };
    if (contest.topic === 'plan') {
      const plannedAt = right.plannedAt ?? right.at;
      return serviceRequestSettled(id, { ...facts, holds: { topic: 'plan', plannedAt }, overrides: [] });
    }
    const overrides = entries(outcomeStatements(request.timeline));
    if (contest.topic === 'outcome') {
      return serviceRequestSettled(id, { ...facts, holds: { topic: 'outcome', outcome: outcomeSaid(right) }, overrides });
    }
    const { phase = 0, service = '', step: of = '', choice = null, becomes = null, happenedAt = right.at } = right;
    const taken = isTaken(right);
    const ends = becomes === null && isThroughAfter(found, phase, of, taken, choice ?? null);
    const holds = { topic: 'step', phase, service, step: of, taken, choice, becomes, happenedAt, ends } as const;
    return serviceRequestSettled(id, { ...facts, holds, overrides });
  }),
  services: (_, context) =>
    profilesInUse(context).map(({ version, usual, profile: { code, name, services } }) => ({ code, version, name, usual, services })),
  list: (filter, context) => listRequests(context, filter),
  ofFault: ({ fault }, context) => listOfFault(context, fault),
  one: ({ id }, context) => requestRecord(context, id) ?? { refusal: { code: 'notFound' } },
};

/** The step that a person recorded last and that still stands; what is done again and again is not taken back. */
function lastTaken({ request: { timeline }, course, profile }: ReadRequest): KeptMoment | undefined {
  return timeline.findLast((moment) => {
    const { verb, author, phase = 0, service = '', step: code = '' } = moment;
    if (verb !== 'take' || author === '' || course.phases[phase]?.service !== service) return false;
    if (isRepeated(profile, service, code)) return false;
    return course.phases[phase]?.done[code] !== undefined;
  });
}

function isRepeated(profile: ServiceProfile | undefined, service: string, code: string): boolean {
  return profile !== undefined && serviceOf(profile, service)?.steps.some((one) => one.code === code && one.every !== undefined) === true;
}

/** Whether nothing is owed once what contests was settled this way. */
function isThroughAfter(
  { profile, course, phase: last }: ReadRequest,
  number: number,
  code: string,
  taken: boolean,
  choice: string | null,
): boolean {
  const phase = course.phases[number];
  const service = phase && profile && serviceOf(profile, phase.service);
  if (!phase || !service || number !== last || !taken) return false;
  const chosen = choice === null ? phase.chosen : { ...phase.chosen, [code]: choice };
  const done = { ...phase.done, [code]: phase.done[code] ?? 0 };
  return isThrough(stepsOf(service, { ...phase, done, chosen }));
}
