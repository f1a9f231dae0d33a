import type { EventDraft } from '../../shared/event';
import type { ServiceStep } from '../../shared/service-profiles/profile';
import { serviceRequestStepTaken, type StepRecord } from '../../shared/service-requests/events';
import type { Phase } from '../../shared/service-requests/course';
import { serviceOf } from '../../shared/service-requests/limits';
import { isOfStation, isThrough, stepsOf } from '../../shared/service-requests/steps';
import type { ServiceKind, ServiceProfile } from '../../shared/service-profiles/profile';
import type { PersonReference } from '../../shared/references';
import type { Instant } from '../../shared/time';

/** What is put down when a step is taken. */
export interface Taking {
  step: ServiceStep;
  /** Blank: the station took it by itself. */
  author: string;
  choice: string | null;
  records: StepRecord[];
  note: string;
  doer: PersonReference | null;
  happenedAt: Instant;
}

/** The course of a request as steps are taken one after the other in one command. */
export interface Walk {
  id: string;
  profile: ServiceProfile;
  /** Number of the phase. */
  number: number;
  phase: Phase;
  /** Statements that the first step of this command takes the place of. */
  overrides: string[];
  replaces: (phase: number, service: string, step: string) => string[];
  newId: () => string;
  /** What the station must put down in the steps it takes. */
  known: (step: ServiceStep) => StepRecord[] | undefined;
  events: EventDraft[];
}

/** Takes a step, and then every step that the station takes by itself because of it. */
export function walk(way: Walk, taking: Taking): void {
  takeOne(way, taking);
  for (let next = stationStep(way); next; next = stationStep(way)) {
    takeOne(way, { ...next, author: '', choice: null, note: '', doer: null, happenedAt: taking.happenedAt });
  }
}

/** The step of the station that is its turn, once all it must put down is known; none when a person must act. */
export function stationStep({ profile, phase, known }: Walk): Pick<Taking, 'step' | 'records'> | undefined {
  const service = serviceOf(profile, phase.service);
  const step = service && stepsOf(service, phase).find(({ standing }) => standing === 'next')?.step;
  if (!step || step.choices) return undefined;
  // Registering is the first step of a service where the profile says so by its code.
  if (step.code === registering) return { step, records: [] };
  if (!isOfStation(step)) return undefined;
  const records = known(step);
  return records && { step, records };
}

/** The code of the step that the registration itself is. */
const registering = 'registered';

/**
 * Whether registering is the first step of a service (提交, 申请): of several steps the desk's own, which asks for nothing. What is
 * answered on the spot in one step is not.
 */
export function isRegistering({ steps }: Pick<ServiceKind, 'steps'>): boolean {
  const [first] = steps;
  if (!first || steps.length === 1 || first.by !== 'dutyOfficer') return false;
  return !first.records && !first.choices && !first.every && !first.when;
}

function takeOne(way: Walk, { step, author, choice, records, note, doer, happenedAt }: Taking): void {
  const { number, phase, profile, id } = way;
  const { service } = phase;
  const becomes = step.choices?.find(({ code }) => code === choice)?.becomes ?? null;
  const done: Phase = {
    ...phase,
    done: { ...phase.done, [step.code]: phase.done[step.code] ?? happenedAt },
    times: { ...phase.times, [step.code]: [...(phase.times[step.code] ?? []), happenedAt] },
    chosen: choice === null ? phase.chosen : { ...phase.chosen, [step.code]: choice },
  };
  const kind = serviceOf(profile, service);
  const ends = becomes === null && kind !== undefined && isThrough(stepsOf(kind, done));
  const entry = way.newId();
  way.events.push({
    ...serviceRequestStepTaken(id, {
      author,
      phase: number,
      service,
      step: step.code,
      choice,
      becomes,
      records,
      note,
      doer,
      happenedAt,
      ends,
      // What is done again and again stands beside what was done before.
      replaces: step.every === undefined ? way.replaces(number, service, step.code) : [],
      overrides: way.overrides,
    }),
    id: entry,
  });
  way.overrides = [entry];
  if (becomes === null) way.phase = done;
  else {
    way.number = number + 1;
    way.phase = { service: becomes, since: happenedAt, done: {}, times: {}, chosen: {} };
  }
}
