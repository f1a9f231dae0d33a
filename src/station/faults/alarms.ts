import type { faults as contract } from '../../shared/faults/contract';
import { type Alarm, alarmsOf } from '../../shared/faults/alarms';
import { byUrgency, type FaultAlarm, isToTake, mostAlarms } from '../../shared/faults/alarm-list';
import { faultAlarmTaken } from '../../shared/faults/events';
import type { OutputOf } from '../../shared/contract';
import type { ServiceProfile, Told } from '../../shared/service-profiles/profile';
import { append, type HandlerOf, type SignedContext } from '../handler';
import { clocksOfFault, type FaultClocks, owedFaults } from './clocks';
import type { Fault } from './fault';
import { calendarBookOf } from './profile-of-fault';
import { faultById } from './read';
import { stepFacts } from './step';

/** How much of the symptom an alarm shows, characters. */
const symptomOnAlarm = 60;

/** Every alarm of now, for the officer who asks; on a locked desk nothing is named. */
export function alarmsNow(context: SignedContext): OutputOf<typeof contract.alarms> {
  const { now } = context;
  const locked = context.locked || context.mustChangePassword;
  let nextChange = Number.POSITIVE_INFINITY;
  const all: { alarm: Alarm; owed: FaultClocks & { id: string }; profile: ServiceProfile; mine: boolean }[] = [];
  for (const owed of owedFaults(context)) {
    const { fault, clocks, profile } = owed;
    if (!profile) continue;
    const standing = alarmsOf(clocks, fault.timeline, profile, now);
    nextChange = Math.min(nextChange, standing.nextChange ?? Number.POSITIVE_INFINITY);
    for (const alarm of standing.alarms) all.push({ alarm, owed, profile, mine: alarm.told.some((who) => isOfficer(who, fault, context)) });
  }
  const lines = all.map(({ alarm, owed, profile, mine }) => lineOf(alarm, owed, profile, mine)).sort(byUrgency);
  const count = (level: Alarm['level'], wanted: (line: FaultAlarm) => boolean) =>
    lines.filter((line) => line.level === level && wanted(line)).length;
  const counts = {
    red: count('red', () => true),
    amber: count('amber', () => true),
    redToTake: count('red', isToTake),
    amberToTake: count('amber', isToTake),
  };
  const shown = lines.slice(0, mostAlarms);
  return {
    locked,
    alarms: locked ? shown.map(unnamed) : shown,
    counts,
    ...(nextChange === Number.POSITIVE_INFINITY ? {} : { nextChange }),
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

function lineOf(alarm: Alarm, { id, fault, card }: FaultClocks & { id: string }, profile: ServiceProfile, mine: boolean): FaultAlarm {
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
