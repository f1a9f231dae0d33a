import type { z } from 'zod';
import { isAhead } from '../../shared/duty-log/late';
import type { ServiceStep } from '../../shared/service-profiles/profile';
import type { RegisterRequest } from '../../shared/service-requests/contract';
import { serviceRequestRegistered, type StepRecord } from '../../shared/service-requests/events';
import { serviceOf } from '../../shared/service-requests/limits';
import { possibleSteps, stepsOf } from '../../shared/service-requests/steps';
import { mayTake } from '../../shared/service-requests/who-may';
import { yearIn } from '../../shared/time';
import { deviceById } from '../devices';
import { entryById } from '../duty-log';
import { faultById } from '../faults';
import { append, type Decided, refuse, type SignedContext } from '../handler';
import { nextNumber } from '../numbers';
import { profilesInUse, unrecorded } from '../service-profiles';
import { letterOf } from '../unit';
import { isRegistering, stationStep, type Walk, walk } from './taking';

type Asked = z.output<typeof RegisterRequest>;

/** Registers a request, and takes at once the steps that registering is, that the station does by itself, or that were answered on the spot. */
export function register(input: Asked, context: SignedContext): Decided<{ id: string; number: string }> {
  const { now, zone, db, raw, journal, officer } = context;
  const { profile: code, records, answer, receivedAt = now, ...facts } = input;
  const inUse = profilesInUse(context);
  const own = code === undefined ? inUse[0] : inUse.find(({ profile }) => profile.code === code);
  if (!own) return refuse('profileNotInUse', { profile: code ?? '' });
  const service = serviceOf(own.profile, facts.service);
  if (!service) return refuse('serviceUnknown', { service: facts.service });
  if (isAhead(receivedAt, now)) return refuse('timeInFuture', { at: receivedAt });
  if (facts.fault !== null && !faultById(raw, facts.fault)?.intake) return refuse('faultNotFound');
  if (facts.logEntry !== null && !entryById(raw, facts.logEntry)) return refuse('logEntryNotFound');
  const register = facts.device?.id === undefined ? undefined : deviceById(raw, facts.device.id);
  if (facts.device?.id !== undefined && !register) return refuse('deviceNotFound', { name: facts.device.name });
  const device = register ? { id: register.id, code: register.code, name: register.name } : facts.device;

  const id = context.newId();
  const number = nextNumber(raw, 'service_requests', letterOf(db, journal.station), yearIn(zone, now));
  const registered = serviceRequestRegistered(id, {
    ...facts,
    device,
    number,
    receivedAt,
    profile: { code: own.profile.code, version: own.version },
    author: officer.name,
  });
  const way: Walk = {
    id,
    profile: own.profile,
    number: 0,
    phase: { service: service.code, since: receivedAt, done: {}, times: {}, chosen: {} },
    overrides: [],
    replaces: () => [],
    newId: context.newId,
    known: (step) => recordsOf(step, records.find((given) => given.step === step.code)?.values ?? []),
    events: [],
  };
  const [first] = service.steps;
  const byItself = { author: '', choice: null, note: '', doer: null, happenedAt: receivedAt };
  if (first && isRegistering(service)) walk(way, { ...byItself, step: first, records: [] });
  else {
    const next = stationStep(way);
    if (next) walk(way, { ...byItself, ...next });
  }
  if (answer !== '') {
    const kind = serviceOf(own.profile, way.phase.service);
    const step = kind && possibleSteps(stepsOf(kind, way.phase))[0];
    if (step && !step.choices && !step.records && mayTake(step.by, officer.roles) === 'yes') {
      walk(way, { ...byItself, author: officer.name, step, records: [], note: answer, happenedAt: Math.max(receivedAt, now) });
    }
  }
  return append([...unrecorded(context, own.version), registered, ...way.events], { id, number });
}

/** What a step must put down, under its names; undefined while anything of it is missing. */
export function recordsOf({ records = [] }: Pick<ServiceStep, 'records'>, values: readonly string[]): StepRecord[] | undefined {
  const told = records.map((name, i) => ({ name, value: values[i] ?? '' }));
  return told.every(({ value }) => value !== '') ? told : undefined;
}
