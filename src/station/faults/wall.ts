import type { OutputOf } from '../../shared/contract';
import type { faults as contract } from '../../shared/faults/contract';
import { byWallRank, mostOnWall, type WallCard } from '../../shared/faults/wall';
import { type ClockState, isOver } from '../../shared/service-profiles/clocks';
import { dateIn, hour, type Instant, instantIn } from '../../shared/time';
import type { Urgency } from '../../shared/urgency';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { SignedContext } from '../handler';
import { shiftAt } from '../roster';
import { isFinal } from '../../shared/faults/states';
import { type FaultClocks, type KnownClocks, owedFaults } from './clocks';

type Wall = OutputOf<typeof contract.wall>;

/** What the second screen shows now; on a locked desk figures and curve alone. */
export function wallNow(context: SignedContext): Wall {
  const { raw, now, zone } = context;
  const locked = context.locked || context.mustChangePassword;
  const midnight = instantIn(zone, dateIn(zone, now), '00:00') ?? now;
  const open = owedFaults(context).filter(({ fault }) => !isFinal(fault.state));
  const faced = open.map((owed) => ({ owed, ...faceOf(owed, now) }));
  const curve = curveOf(raw, midnight, now);
  const nextChange = Math.min(...faced.map(({ changesAt }) => changesAt), midnight + curve.length * hour);
  const count = (urgency: Urgency) => faced.filter((one) => one.urgency === urgency).length;
  const availability = availabilityNow(raw);
  const total = (part: 'reported' | 'closed') => curve.reduce((sum, each) => sum + each[part], 0);
  return {
    locked,
    figures: {
      open: open.length,
      red: count('red'),
      amber: count('amber'),
      highRisk: open.filter(({ card }) => card.highRisk).length,
      waiting: open.filter(({ fault }) => fault.state === 'waiting').length,
      reportedToday: total('reported'),
      closedToday: total('closed'),
      ...(availability === undefined ? {} : { availability }),
    },
    cards: locked ? [] : faced.sort(byWallRank).slice(0, mostOnWall).map(cardOf),
    curve,
    ...(locked ? {} : { onDuty: onDutyNow(context) }),
    nextChange,
  };
}

interface Face {
  urgency: Urgency;
  highRisk: boolean;
  reportedAt: Instant;
  dueAt: Instant | undefined;
  clock: ClockState | undefined;
  changesAt: Instant;
}

/** The most urgent clock of a fault that runs, and when one of them changes its colour next. */
function faceOf({ fault, clocks, card }: FaultClocks, now: Instant): Face {
  let clock: ClockState | undefined;
  let changesAt = Number.POSITIVE_INFINITY;
  for (const state of clocks) {
    if (state.standing !== 'running') continue;
    if (clock === undefined || (state.dueAt ?? Infinity) < (clock.dueAt ?? Infinity)) clock = state;
    for (const at of [state.amberAt, state.dueAt === undefined ? undefined : state.dueAt + 1]) {
      if (at !== undefined && at > now) changesAt = Math.min(changesAt, at);
    }
  }
  const urgency = clock === undefined ? 'calm' : isOver(clock, now) ? 'red' : now >= (clock.amberAt ?? Infinity) ? 'amber' : 'calm';
  return { urgency, highRisk: card.highRisk, reportedAt: fault.intake?.reportedAt ?? 0, dueAt: clock?.dueAt, clock, changesAt };
}

function cardOf({ owed, urgency, highRisk, clock }: Face & { owed: KnownClocks }): WallCard {
  const { id, fault, profile, card } = owed;
  const { intake } = fault;
  const name = profile?.clocks.find(({ code }) => code === clock?.clock)?.name;
  return {
    id,
    number: intake?.number ?? '',
    ...(intake?.device ? { device: intake.device.name } : {}),
    place: intake?.place ?? '',
    symptom: intake?.symptom ?? '',
    state: fault.state,
    class: fault.class ?? '',
    highRisk,
    ...(fault.engineer ? { engineer: fault.engineer.name } : {}),
    urgency,
    ...(card.clock ? { aim: card.clock.aim, standing: card.clock.standing } : {}),
    ...(name ? { name } : {}),
    ...(clock?.amberAt === undefined ? {} : { amberAt: clock.amberAt }),
    ...(clock?.dueAt === undefined ? {} : { dueAt: clock.dueAt }),
    ...(card.clock?.left === undefined ? {} : { left: card.clock.left }),
  };
}

function curveOf(raw: Raw, midnight: Instant, now: Instant): Wall['curve'] {
  const hours = Math.floor(Math.max(0, now - midnight) / hour) + 1;
  const perHour = (column: 'reported_at' | 'since', where: string) =>
    new Map(
      statement<[number, number, number], [number, number]>(
        raw,
        `SELECT CAST((${column} - ?) / ${hour} AS INTEGER), count(*) FROM faults WHERE ${where} AND ${column} >= ? AND ${column} <= ? GROUP BY 1`,
      )
        .raw()
        .all(midnight, midnight, now),
    );
  const reported = perHour('reported_at', 'true');
  const closed = perHour('since', "open = 0 AND state = 'closed'");
  return Array.from({ length: hours }, (_, i) => ({
    hour: midnight + i * hour,
    reported: reported.get(i) ?? 0,
    closed: closed.get(i) ?? 0,
  }));
}

/** Devices in service on which no fault stands unrepaired, of all in service (完好率 of now). */
function availabilityNow(raw: Raw): number | undefined {
  const inService = statement<[], number>(raw, 'SELECT count(*) FROM devices WHERE retired = 0').pluck().get() ?? 0;
  if (inService === 0) return undefined;
  const out = statement<[], number>(
    raw,
    `SELECT count(DISTINCT device_id) FROM faults JOIN devices ON devices.id = faults.device_id
     WHERE faults.open = 1 AND faults.state NOT IN ('repaired', 'verified', 'confirmed') AND devices.retired = 0`,
  )
    .pluck()
    .get();
  return 1 - (out ?? 0) / inService;
}

function onDutyNow(context: SignedContext): Wall['onDuty'] {
  const { name, end, leader, officers } = shiftAt(context, context.now);
  return { shift: name, end, ...(leader ? { leader: leader.name } : {}), officers: officers.map((officer) => officer.name) };
}
