import type { faults as contract } from '../../shared/faults/contract';
import { type Alarm, type Alarms, alarmsOf } from '../../shared/faults/alarms';
import { byUrgency, type FaultAlarm, isToTake, mostAlarms, type RankedAlarm } from '../../shared/faults/alarm-list';
import { faultAlarmTaken } from '../../shared/faults/events';
import type { OutputOf } from '../../shared/contract';
import type { ServiceProfile, Told } from '../../shared/service-profiles/profile';
import type { Instant } from '../../shared/time';
import { mutedUntil } from '../alarms';
import { append, type Context, type HandlerOf, type SignedContext } from '../handler';
import { clocksOfFault, type FaultClocks, type KnownClocks, owedFaults } from './clocks';
import type { Fault } from './fault';
import { calendarBookOf } from './profile-of-fault';
import { faultById } from './read';
import { stepFacts } from './step';

/** How much of the symptom an alarm shows, characters. */
const symptomOnAlarm = 60;

/** What a fault alarms, from one moment on until the next at which it is something else. */
interface Standing extends Alarms {
  from: Instant;
}

/** Kept with what it was worked out of: thousands are asked for at every change, and few of them change. */
const standingOfKnown = new WeakMap<FaultClocks, Standing>();

function standing(owed: FaultClocks, profile: ServiceProfile, now: Instant): Standing {
  const known = standingOfKnown.get(owed);
  if (known && known.from <= now && now < (known.nextChange ?? Number.POSITIVE_INFINITY)) return known;
  const found = { from: now, ...alarmsOf(owed.clocks, owed.fault.timeline, profile, now) };
  standingOfKnown.set(owed, found);
  return found;
}

interface Found extends RankedAlarm {
  alarm: Alarm;
  owed: KnownClocks;
  profile: ServiceProfile;
}

/** Every alarm of now, for the officer who asks; on a locked desk nothing is named. */
export function alarmsNow(context: SignedContext): OutputOf<typeof contract.alarms> {
  const { now } = context;
  const locked = context.locked || context.mustChangePassword;
  const counts = { red: 0, amber: 0, redToTake: 0, amberToTake: 0 };
  let nextChange = Number.POSITIVE_INFINITY;
  const most = mostUrgent<Found>(mostAlarms, byUrgency);
  for (const owed of owedFaults(context)) {
    const { id, fault, profile, card } = owed;
    if (!profile) continue;
    const stands = standing(owed, profile, now);
    nextChange = Math.min(nextChange, stands.nextChange ?? Number.POSITIVE_INFINITY);
    for (const alarm of stands.alarms) {
      const { clock, round, level, since, dueAt, takenUntil } = alarm;
      const mine = alarm.told.some((who) => isOfficer(who, fault, context));
      counts[level] += 1;
      if (isToTake({ mine, takenUntil })) counts[level === 'red' ? 'redToTake' : 'amberToTake'] += 1;
      most.add({ id, clock, round, level, since, dueAt, takenUntil, highRisk: card.highRisk, mine, alarm, owed, profile });
    }
  }
  const lines = most.inOrder().map(({ alarm, owed, profile, mine }) => lineOf(alarm, owed, profile, mine));
  return {
    locked,
    alarms: locked ? lines.map(unnamed) : lines,
    counts,
    ...(nextChange === Number.POSITIVE_INFINITY ? {} : { nextChange }),
  };
}

/** Who sits at the desk: what they are told sounds there, also while nobody is signed in. */
const atTheDesk: readonly Told[] = ['dutyOfficer', 'shiftLeader'];

/** What waits for somebody of the desk while nobody is signed in: how many, and nothing of what. */
export function unattendedAlarms(context: Context): OutputOf<typeof contract.unattended> {
  const counts = { red: 0, amber: 0 };
  let toldAt = 0;
  let nextChange = Number.POSITIVE_INFINITY;
  for (const owed of owedFaults(context)) {
    if (!owed.profile) continue;
    const stands = standing(owed, owed.profile, context.now);
    nextChange = Math.min(nextChange, stands.nextChange ?? Number.POSITIVE_INFINITY);
    for (const alarm of stands.alarms) {
      if (alarm.takenUntil !== undefined || !alarm.told.some((who) => atTheDesk.includes(who))) continue;
      counts[alarm.level] += 1;
      toldAt = Math.max(toldAt, alarm.toldAt);
    }
  }
  const muted = mutedUntil(context);
  return {
    ...counts,
    ...(toldAt > 0 ? { toldAt } : {}),
    ...(muted === undefined ? {} : { mutedUntil: muted }),
    ...(nextChange === Number.POSITIVE_INFINITY ? {} : { nextChange }),
  };
}

/** The first of very many without putting all of them in order. */
function mostUrgent<T>(most: number, before: (one: T, other: T) => number) {
  let kept: T[] = [];
  /** Known once there are enough: what does not stand before it need not be kept. */
  let last: T | undefined;
  const settle = () => {
    kept = kept.sort(before).slice(0, most);
    if (kept.length === most) last = kept[most - 1];
  };
  return {
    add: (one: T) => {
      if (last !== undefined && before(last, one) <= 0) return;
      kept.push(one);
      if (kept.length >= 4 * most) settle();
    },
    inOrder: (): T[] => {
      settle();
      return kept;
    },
  };
}

/** Takes what still stands and nobody has taken; the rest is passed over, for somebody was quicker. */
export const takeAlarms: HandlerOf<typeof contract.takeAlarms> = ({ alarms }, context) => {
  const book = calendarBookOf(context);
  const standing = new Map<string, Alarm[]>();
  const events = alarms.flatMap(({ id, clock, round, level }) => {
    const fault = faultById(context.raw, id);
    if (!fault) return [];
    const facts = stepFacts('takeAlarm', fault, {}, context);
    if ('refusal' in facts) return [];
    const now = standing.get(id) ?? standingOf(fault, context, book);
    // What is named twice is taken once.
    standing.set(
      id,
      now.filter((one) => one.clock !== clock || one.round !== round || one.level !== level),
    );
    const stands = now.some((one) => one.clock === clock && one.round === round && one.level === level && one.takenUntil === undefined);
    return stands ? [faultAlarmTaken(id, { ...facts, clock, round, level })] : [];
  });
  return append(events, { taken: events.length });
};

function standingOf(fault: Fault, context: SignedContext, book: ReturnType<typeof calendarBookOf>): Alarm[] {
  const { profile, clocks } = clocksOfFault(context, fault, book);
  return profile ? alarmsOf(clocks, fault.timeline, profile, context.now).alarms : [];
}

/** Whether the officer who asks is one of those who are told: by a role of the desk, or as the one who was sent. */
function isOfficer(who: Told, { engineer }: Fault, { officer }: SignedContext): boolean {
  if (typeof who === 'object') return false;
  if (who !== 'holder') return officer.roles.includes(who);
  if (!engineer) return false;
  return engineer.id === undefined || officer.personId === undefined ? engineer.name === officer.name : engineer.id === officer.personId;
}

function lineOf(alarm: Alarm, { id, fault, card }: KnownClocks, profile: ServiceProfile, mine: boolean): FaultAlarm {
  const { toCode, told, ...facts } = alarm;
  const { intake } = fault;
  const clock = profile.clocks.find(({ code }) => code === alarm.clock);
  const among = alarm.raises === 'class' ? profile.classes : profile.tiers;
  const raisedTo = among.find(({ code }) => code === toCode)?.name;
  return {
    ...facts,
    id,
    number: intake?.number ?? '',
    ...(intake?.device ? { device: intake.device.name } : {}),
    place: intake?.place ?? '',
    symptom: [...(intake?.symptom ?? '')].slice(0, symptomOnAlarm).join(''),
    state: fault.state,
    class: fault.class ?? '',
    highRisk: card.highRisk,
    ...(fault.engineer ? { engineer: fault.engineer.name } : {}),
    ...(clock ? { aim: clock.aim, name: clock.name } : {}),
    told: told.map((who) => (typeof who === 'object' ? tierName(profile, who.tier) : who)),
    ...(raisedTo ? { raisedTo } : {}),
    mine,
  };
}

function tierName({ tiers }: ServiceProfile, tier: string): FaultAlarm['told'][number] {
  return tiers.find(({ code }) => code === tier)?.name ?? { zh: tier, en: tier };
}

function unnamed(alarm: FaultAlarm): FaultAlarm {
  const { device: _device, engineer: _engineer, takenBy: _takenBy, ...facts } = alarm;
  return { ...facts, number: '', place: '', symptom: '' };
}
