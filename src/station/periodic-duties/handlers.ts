import { isAhead } from '../../shared/duty-log/late';
import type { periodicDuties as contract } from '../../shared/periodic-duties/contract';
import {
  goalImprovementRecorded,
  type Occurrence,
  periodicDutyDone,
  periodicDutyNotDone,
  periodicDutyTakenBack,
} from '../../shared/periodic-duties/events';
import { dueAtOf, periodAt, type Period } from '../../shared/periodic-duties/periods';
import { dateIn, instantIn } from '../../shared/time';
import { deviceById } from '../devices';
import { append, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { derivedId } from '../random';
import { profilesInUse } from '../service-profiles';
import { type Demanded, demandedDuties, furthestBack, occurrenceId, occurrenceOf } from './demanded';
import { goalLines } from './goals';
import { courseOf, type DutyCourse, type KeptDuty, type KeptMoment } from './kept-duty';
import { dutyById, dutyRecord, improvementsOf, listDuties } from './read';

interface Found {
  id: string;
  of: Occurrence;
  demanded: Demanded;
  period: Period;
  course: DutyCourse;
}

const nothing: KeptDuty = { timeline: [] };

/** The period a screen speaks of, as the profile in use has it. Refusals: `dutyUnknown`, `periodUnknown`, `periodNotBegun`. */
function found(asked: { profile: string; duty: string; period: string }, context: SignedContext): Found | Refused {
  const demanded = demandedDuties(context).find(({ profile, duty }) => profile === asked.profile && duty.code === asked.duty);
  if (!demanded) return refuse('dutyUnknown', { duty: asked.duty });
  const period = periodNamed(demanded, asked.period, context);
  if (!period) return refuse('periodUnknown', { period: asked.period });
  if (period.from > context.now) return refuse('periodNotBegun', { from: period.from });
  const id = occurrenceId(asked.profile, asked.duty, period.key);
  const kept = dutyById(context.raw, id) ?? nothing;
  return { id, of: kept.of ?? occurrenceOf(demanded, period), demanded, period, course: courseOf(kept) };
}

/** A period by its name, at most as far back as is looked at. */
function periodNamed({ duty }: Demanded, key: string, { zone, now }: SignedContext): Period | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}))?\//u.exec(key);
  const from = match && instantIn(zone, match[1] ?? '', `${match[2] ?? '00'}:00`);
  if (!from) return undefined;
  const period = periodAt(duty.every, from, zone);
  return period.key === key && dueAtOf(duty, period) >= now - furthestBack ? period : undefined;
}

const entries = (moments: readonly KeptMoment[]) => moments.map(({ entry }) => entry).slice(-100);

/** Recorded already, and nothing more can be said without taking it back first. */
function barred({ course: { standing, statements }, demanded }: Found): Refused | undefined {
  const said = statements.at(-1);
  if (standing === 'done' || (standing === 'partly' && demanded.duty.per !== 'device')) {
    return refuse('alreadyRecorded', { name: said?.by?.name ?? said?.author ?? '', at: said?.at ?? 0 });
  }
  return undefined;
}

/** Periodic duties: recorded done or not done; what a person said stays on record. */
export const periodicDutyHandlers: HandlersOf<typeof contract> = {
  record: ({ by, happenedAt, result, devices: asked, attachments, ...named }, context) => {
    const one = found(named, context);
    if ('refusal' in one) return one;
    const { id, of, demanded, period, course } = one;
    const already = barred(one);
    if (already) return already;
    const at = happenedAt ?? context.now;
    if (isAhead(at, context.now)) return refuse('timeInFuture', { at });
    if (at < period.from) return refuse('timeBeforePeriod', { at, from: period.from });
    const devices = [];
    for (const device of demanded.duty.per === 'device' ? new Set(asked) : []) {
      const register = deviceById(context.raw, device);
      if (!register || register.name === '') return refuse('deviceNotFound', { name: register?.name ?? '' });
      devices.push({ id: register.id, code: register.code, name: register.name });
    }
    const { officer } = context;
    const person = by ?? { name: officer.name, ...(officer.personId ? { id: officer.personId } : {}) };
    // What was done for other devices goes on counting beside this.
    const replaced = course.statements.filter(({ verb }) => verb !== 'done' || devices.length === 0);
    const facts = { author: officer.name, of, by: person, happenedAt: at, result, devices, attachments };
    return append(periodicDutyDone(id, { ...facts, replaces: entries(replaced) }), { id });
  },
  notDone: ({ reason, ...named }, context) => {
    const one = found(named, context);
    if ('refusal' in one) return one;
    const { id, of, course } = one;
    if (course.standing === 'notDone' || course.standing === 'partly') {
      const said = course.statements.at(-1);
      return refuse('alreadyRecorded', { name: said?.by?.name ?? said?.author ?? '', at: said?.at ?? 0 });
    }
    const already = barred(one);
    if (already) return already;
    const facts = { author: context.officer.name, of, reason, replaces: entries(course.statements) };
    return append(periodicDutyNotDone(id, facts), { id });
  },
  takeBack: ({ id, reason }, { raw, officer }) => {
    const kept = dutyById(raw, id);
    if (!kept?.of) return refuse('notFound');
    const { statements, standing } = courseOf(kept);
    if (standing === 'open') return refuse('nothingRecorded');
    return append(periodicDutyTakenBack(id, { author: officer.name, of: kept.of, reason, replaces: entries(statements) }));
  },
  improve: ({ profile: code, goal: asked, month, causes, measures }, context) => {
    const profile = profilesInUse(context).find((one) => one.profile.code === code)?.profile;
    const goal = profile?.goals.find((one) => one.code === asked);
    if (!goal) return refuse('goalUnknown', { goal: asked });
    if (month > dateIn(context.zone, context.now).slice(0, 7)) return refuse('monthAhead', { month });
    const actual = goalLines(context, month).find((line) => line.profile === code && line.goal === asked)?.actual ?? null;
    const { name, atLeast } = goal;
    const facts = { author: context.officer.name, profile: code, goal: asked, name, month, actual, atLeast, causes, measures };
    return append(goalImprovementRecorded(derivedId(`goalImprovement/${code}/${asked}/${month}`), facts));
  },
  list: (_, context) => listDuties(context),
  one: ({ id }, context) => dutyRecord(context, id) ?? { refusal: { code: 'notFound' } },
  goals: ({ month }, context) => goalLines(context, month),
  improvements: (_, context) => improvementsOf(context),
};
