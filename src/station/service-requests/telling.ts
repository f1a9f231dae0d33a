import type { ServiceProfile, ServiceStep, Words } from '../../shared/service-profiles/profile';
import { nextLimit, earliestFor, serviceOf } from '../../shared/service-requests/limits';
import { ledgerSteps } from '../../shared/service-requests/ledgers';
import type {
  RequestBreach,
  RequestMoment,
  RequestRecord,
  RequestRow,
  RequestStep,
  StepOption,
} from '../../shared/service-requests/record';
import { entryById } from '../duty-log';
import { faultById } from '../faults';
import { letterOf } from '../unit';
import { isSameLimit } from './fold';
import { type ReadRequest, type RequestContext, requestReader } from './reading';
import { requestById, type RequestFilter, requestsAsked, requestsOfFault, type StoredRequest } from './read';
import type { KeptMoment } from './request';

const asWords = (code: string): Words => ({ zh: code || '—', en: code || '—' });

function stepIn(profile: ServiceProfile | undefined, service: string | undefined, code: string | undefined): ServiceStep | undefined {
  return profile && service !== undefined ? serviceOf(profile, service)?.steps.find((step) => step.code === code) : undefined;
}

/** A request as a line of the list. */
export function rowOf(id: string, one: ReadRequest): RequestRow {
  const { request, course, profile, service, steps, limits, receivedAt } = one;
  const { registration, timeline } = request;
  const next = course.outcome === 'open' ? steps.find(({ standing }) => standing === 'next')?.step : undefined;
  const clock = nextLimit(limits);
  const entered = enteredOf(one);
  const now = course.phases.at(-1)?.service ?? '';
  return {
    id,
    number: registration?.number ?? '',
    profile: registration?.profile.code ?? '',
    service: now,
    serviceName: service?.name ?? asWords(now),
    title: registration?.title ?? '',
    asker: registration?.asker?.name ?? '',
    outcome: course.outcome,
    receivedAt,
    ...(course.endedAt === undefined ? {} : { endedAt: course.endedAt }),
    ...(course.plannedAt === undefined ? {} : { plannedAt: course.plannedAt }),
    ...(next ? { next: { code: next.code, name: next.name, by: next.by } } : {}),
    ...(clock ? { clock } : {}),
    breaches: timeline.filter(({ verb }) => verb === 'breach').length,
    contested: course.contests.length > 0,
    ...(registration?.fault ? { fault: registration.fault } : {}),
    ...(entered ? { entered: { ...entered, ...choiceName(profile, now, entered) } } : {}),
  };
}

function choiceName(profile: ServiceProfile | undefined, service: string, { step, choice }: { step: string; choice?: string }) {
  const name = stepIn(profile, service, step)?.choices?.find(({ code }) => code === choice)?.name;
  return name ? { choiceName: name } : {};
}

/** What was said in the step that enters a request in a ledger. */
function enteredOf({ request, course }: ReadRequest): RequestRow['entered'] {
  const phase = course.phases.at(-1);
  for (const step of Object.values(ledgerSteps)) {
    const at = phase?.done[step];
    if (at === undefined) continue;
    const said = request.timeline.findLast((moment) => moment.verb === 'take' && moment.step === step);
    const choice = phase?.chosen[step];
    return { step, ...(choice ? { choice } : {}), note: said?.text ?? '', at, by: said?.doer?.name ?? said?.author ?? '' };
  }
  return undefined;
}

/** See the contract: open ones by what is due next, then the ended ones, newest first. */
export function listRequests(context: RequestContext, filter: RequestFilter): RequestRow[] {
  const asked = requestsAsked(context.raw, filter);
  const told = rowsOf(context, asked.open);
  const due = ({ clock }: RequestRow) => clock?.dueAt ?? Number.POSITIVE_INFINITY;
  return [
    ...told.toSorted((one, other) => compare(due(one), due(other)) || one.receivedAt - other.receivedAt),
    ...rowsOf(context, asked.ended),
  ];
}

const compare = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1);

export function listOfFault(context: RequestContext, fault: string): RequestRow[] {
  return rowsOf(context, requestsOfFault(context.raw, fault));
}

function rowsOf(context: RequestContext, stored: readonly StoredRequest[]): RequestRow[] {
  if (stored.length === 0) return [];
  const { read } = requestReader(context);
  return stored.map(({ id, request }) => rowOf(id, read(request)));
}

/** All there is to one request, with the letters of the stations. */
export function requestRecord(context: RequestContext, id: string): RequestRecord | undefined {
  const request = requestById(context.raw, id);
  if (!request) return undefined;
  const { read, book } = requestReader(context);
  const one = read(request);
  const { course, profile, steps, limits, receivedAt } = one;
  const { registration, timeline } = request;
  const letters = new Map<string, string>();
  const tell = (moment: KeptMoment): RequestMoment => {
    if (!letters.has(moment.station)) letters.set(moment.station, letterOf(context.db, moment.station));
    return momentOf(moment, letters.get(moment.station) as string, profile);
  };
  const open = course.outcome === 'open';
  const phase = course.phases.at(-1);
  const earliest = (step: string, choice: string | null) => {
    const from = profile && open ? earliestFor(profile, course, receivedAt, step, choice, book) : undefined;
    return from === undefined ? {} : { from };
  };
  const fault = registration?.fault ? faultById(context.raw, registration.fault) : undefined;
  const entry = registration?.logEntry ? entryById(context.raw, registration.logEntry) : undefined;
  return {
    ...rowOf(id, one),
    ...(registration ? { registration } : {}),
    ...(profile ? { profileName: profile.name } : {}),
    profileKnown: profile !== undefined,
    ...(fault?.intake ? { faultNumber: fault.intake.number } : {}),
    ...(entry ? { logNumber: entry.entry.original.number } : {}),
    before: course.phases.slice(0, -1).map(({ service }) => (profile && serviceOf(profile, service)?.name) ?? asWords(service)),
    steps: steps.map(({ step, standing }): RequestStep => {
      const doneAt = phase?.times[step.code]?.at(-1);
      const choice = phase?.chosen[step.code];
      return {
        code: step.code,
        name: step.name,
        by: step.by,
        standing,
        records: step.records ?? [],
        choices: (step.choices ?? []).map((option): StepOption => {
          const { becomes, ...told } = option;
          const as = becomes === undefined || !profile ? undefined : (serviceOf(profile, becomes)?.name ?? asWords(becomes));
          return { ...told, ...(as ? { becomes: as } : {}), ...earliest(step.code, option.code) };
        }),
        ...(step.every === undefined ? {} : { every: step.every }),
        ...(step.choices ? {} : earliest(step.code, null)),
        ...(doneAt === undefined ? {} : { doneAt }),
        ...(choice === undefined ? {} : { choice }),
      };
    }),
    limits,
    breachList: breachesOf(one),
    timeline: timeline.map(tell),
    contests: course.contests.map(({ topic, sides }) => ({ topic, sides: sides.map(tell) })),
  };
}

function breachesOf({ request: { timeline }, limits }: ReadRequest): RequestBreach[] {
  return timeline.flatMap((moment) => {
    const { verb, phase = 0, limit = '', name, dueAt = 0 } = moment;
    if (verb !== 'breach') return [];
    const why = timeline.findLast((one) => one.verb === 'explain' && isSameLimit(one, moment));
    const borneOut = limits.some((one) => isSameLimit(one, moment));
    return [{ phase, limit, name: name ?? asWords(limit), dueAt, borneOut, ...(why ? { reason: why.text, explainedBy: why.author } : {}) }];
  });
}

function momentOf(moment: KeptMoment, letter: string, profile: ServiceProfile | undefined): RequestMoment {
  const { station: _, replaces: __, overrides: ___, topic: ____, startedAt: _____, ends: ______, name, limit, ...said } = moment;
  const step = stepIn(profile, moment.service, moment.step);
  const option = step?.choices?.find(({ code }) => code === moment.choice);
  const becomes = moment.becomes && profile ? serviceOf(profile, moment.becomes)?.name : undefined;
  const broken = timelineLimit(profile, moment);
  return {
    ...said,
    letter,
    ...(step ? { stepName: step.name } : {}),
    ...(option ? { choiceName: option.name } : {}),
    ...(becomes ? { becomesName: becomes } : {}),
    ...(limit === undefined ? {} : { limit, limitName: name ?? broken ?? asWords(limit) }),
  };
}

/** An explanation names its limit by code alone. */
function timelineLimit(profile: ServiceProfile | undefined, { limit }: KeptMoment): Words | undefined {
  for (const { limits, steps } of profile?.services ?? []) {
    const named = limits.find(({ code }) => code === limit) ?? steps.find(({ code, every }) => code === limit && every !== undefined);
    if (named) return named.name;
  }
  return undefined;
}
