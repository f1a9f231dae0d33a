import type { Outage } from '../../shared/faults/availability';
import { clockSubjectOf } from '../../shared/faults/course';
import type { GroupedFault } from '../../shared/faults/figure-groups';
import {
  causeKey,
  countingOf,
  firstTimeOf,
  isBreached,
  repairTimeOf,
  reopeningsOf,
  responseTimeOf,
  wallRepairTimeOf,
} from '../../shared/faults/figures';
import type { ListedFault } from '../../shared/faults/figures-contract';
import { clocksOf } from '../../shared/service-profiles/clocks';
import { millisecondsOf } from '../../shared/service-profiles/duration';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { dateIn, type Instant, minute, timeIn } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { placedDevices } from '../devices';
import { outagesOfFault } from './availability';
import { type FaultClocks, knownClocks } from './clocks';
import type { Fault } from './fault';
import { calendarBookOf, type ClockContext, profileOf } from './profile-of-fault';

/** What figures need of one fault, small enough to be kept for every fault of a year. */
export interface FaultFacts extends GroupedFault {
  id: string;
  number: string;
  reportedAt: Instant;
  deviceId?: string;
  /** The version its class and tier have their names in. */
  version?: string;
  /** Cause and engineer as they were written. */
  causeText: string;
  /** Undefined for a duplicate: its outage ends with another fault. */
  outages?: Outage[];
}

interface Kept {
  calendar: string;
  zone: ReturnType<typeof zoneReader>;
  byId: Map<string, { revision: string; facts: FaultFacts }>;
}
// Worked out once per fault and change of it: figures are asked for again whenever any fault changes.
const keptOf = new WeakMap<Raw, Kept>();

/** Moments fall into few quarters of an hour, and the zone's arithmetic is slow. No zone changes its offset within one. */
function zoneReader(zone: string) {
  const known = new Map<number, { date: string; hour: string }>();
  return (at: Instant) => {
    const quarter = Math.floor(at / (15 * minute));
    let read = known.get(quarter);
    if (!read) known.set(quarter, (read = { date: dateIn(zone, at), hour: timeIn(zone, at).slice(0, 2) }));
    return read;
  };
}

interface Row {
  id: string;
  revision: string;
}

/** Facts of every fault reported from one moment up to, not with, another; the oldest first. Not those whose report has not arrived yet. */
export function factsReported(context: ClockContext, from: Instant, until: Instant): FaultFacts[] {
  const rows = statement<[number, number], Row>(
    context.raw,
    // Both values of `open` are named, so that the index over it and the report is used.
    `SELECT id, revision FROM faults WHERE open IN (0, 1) AND reported_at >= ? AND reported_at < ? AND number <> '' ORDER BY reported_at, id`,
  ).all(from, until);
  return readFacts(context, rows);
}

/** Facts of every fault on a device of the register that may have kept it from being in order in a period. */
export function factsStanding(context: ClockContext, from: Instant, until: Instant): FaultFacts[] {
  const rows = statement<[number, number], Row>(
    context.raw,
    `SELECT id, revision FROM faults WHERE device_id IS NOT NULL AND number <> '' AND (open = 1 OR since >= ? OR state = 'merged')
       AND coalesce(doc ->> '$.intake.foundAt', reported_at) < ? ORDER BY reported_at, id`,
  ).all(from, until);
  return readFacts(context, rows);
}

function readFacts(context: ClockContext, rows: readonly Row[]): FaultFacts[] {
  const { raw, zone } = context;
  const book = calendarBookOf(context);
  const calendar = JSON.stringify([book.zone, book.calendar.days]);
  let kept = keptOf.get(raw);
  if (kept?.calendar !== calendar) keptOf.set(raw, (kept = { calendar, zone: zoneReader(zone), byId: new Map() }));
  const { byId, zone: told } = kept;
  // Where a device stands belongs to the register, and may change without the fault.
  const areas = new Map(placedDevices(raw).map(({ id, area }) => [id, area]));
  const profileFor = profileReader(context);
  const clocksAtHand = knownClocks(raw, calendar);
  const fresh = new Map<string, FaultFacts>();
  const keep = ({ id, revision }: Row, subject: Worked) => {
    const facts = factsOf(context, id, subject, told);
    fresh.set(id, facts);
    // Without its profile, which the other desk has still to send, it is worked out again.
    if (facts.version !== undefined) byId.set(id, { revision, facts });
  };
  const unread: Row[] = [];
  for (const row of rows) {
    if (byId.get(row.id)?.revision === row.revision) continue;
    const atHand = clocksAtHand(row.id, row.revision);
    if (atHand) keep(row, atHand);
    else unread.push(row);
  }
  for (let i = 0; i < unread.length; i += readAtOnce) {
    for (const { doc, ...row } of docsOf(raw, unread.slice(i, i + readAtOnce))) {
      const fault = JSON.parse(doc) as Fault;
      const profile = profileFor(fault);
      const subject = clockSubjectOf(fault);
      keep(row, { fault, profile, subject, clocks: profile ? clocksOf(subject, profile, book) : [] });
    }
  }
  return rows.map(({ id }) => {
    const facts = fresh.get(id) ?? (byId.get(id) as { facts: FaultFacts }).facts;
    const area = facts.deviceId === undefined ? '' : (areas.get(facts.deviceId) ?? '');
    return area === facts.area ? facts : { ...facts, area };
  });
}

/** Documents held at once: enough to be quick, few enough to be small. */
const readAtOnce = 500;

function docsOf(raw: Raw, rows: readonly Row[]): (Row & { doc: string })[] {
  return statement<[string], Row & { doc: string }>(
    raw,
    'SELECT id, revision, doc FROM faults WHERE id IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(rows.map(({ id }) => id)));
}

/** Thousands of faults run under a handful of versions: each is looked up once. */
function profileReader(context: ClockContext) {
  const known = new Map<string | undefined, ServiceProfile | undefined>();
  return (fault: Fault) => {
    const version = fault.profile?.version;
    if (!known.has(version)) known.set(version, profileOf(context, fault));
    return known.get(version);
  };
}

type Worked = Pick<FaultClocks, 'fault' | 'profile' | 'subject' | 'clocks'>;

function factsOf(
  context: ClockContext,
  id: string,
  { fault, profile, subject, clocks }: Worked,
  told: ReturnType<typeof zoneReader>,
): FaultFacts {
  const { intake, state, timeline, folded, engineer, profile: reference } = fault;
  const { marks } = subject;
  const reopenings = reopeningsOf(marks, profile ? millisecondsOf(profile.reopenGrace) : 0);
  const breaches = timeline.reduce((count, { verb }) => count + (verb === 'breach' ? 1 : 0), 0);
  const reportedAt = intake?.reportedAt ?? 0;
  return {
    id,
    number: intake?.number ?? '',
    reportedAt,
    ...told(reportedAt),
    counting: countingOf(state, folded),
    ...(intake?.device?.id === undefined ? {} : { deviceId: intake.device.id }),
    ...(profile ? { version: reference?.version ?? '' } : {}),
    profile: reference?.code ?? profile?.code ?? '',
    class: fault.class ?? '',
    subsystem: subject.subsystem,
    area: '',
    cause: causeKey(fault.cause),
    causeText: fault.cause?.trim() ?? '',
    tier: fault.tier ?? '',
    engineer: engineer?.name ?? '',
    responseTime: responseTimeOf(marks),
    repairTime: profile && repairTimeOf(clocks, profile, marks),
    wallRepairTime: wallRepairTimeOf(marks),
    breached: isBreached(breaches, clocks),
    reopenings,
    firstTime: firstTimeOf(marks, reopenings),
    satisfaction: fault.satisfaction,
    ...(state === 'merged' || intake?.device?.id === undefined ? {} : { outages: outagesOfFault(context.raw, fault) }),
  };
}

/** When a fault kept its device from being in order; looked up where that depends on another fault. */
export function outagesByFacts({ raw }: Pick<ClockContext, 'raw'>, { id, outages }: FaultFacts): Outage[] {
  if (outages) return outages;
  const doc = statement<[string], string>(raw, 'SELECT doc FROM faults WHERE id = ?').pluck().get(id);
  return doc === undefined ? [] : outagesOfFault(raw, JSON.parse(doc) as Fault);
}

interface LineRow {
  id: string;
  number: string;
  state: ListedFault['state'];
  class: string;
  device: string | null;
  place: string;
  symptom: string;
  reportedAt: number;
  engineer: string | null;
}

/** Lines of these faults, newest first. */
export function listedOf({ raw }: Pick<ClockContext, 'raw'>, facts: readonly FaultFacts[]): ListedFault[] {
  const byId = new Map(facts.map((one) => [one.id, one]));
  return statement<[string], LineRow>(
    raw,
    `SELECT id, number, state, class, device, place, symptom, reported_at AS reportedAt, engineer FROM faults
       WHERE id IN (SELECT value FROM json_each(?)) ORDER BY reported_at DESC, id DESC`,
  )
    .all(JSON.stringify([...byId.keys()]))
    .map(({ device, engineer, ...row }) => {
      const { breached, responseTime, repairTime } = byId.get(row.id) as FaultFacts;
      return {
        ...row,
        breached,
        ...(device === null ? {} : { device }),
        ...(engineer === null ? {} : { engineer }),
        ...(responseTime === undefined ? {} : { responseTime }),
        ...(repairTime === undefined ? {} : { repairTime }),
      };
    });
}
