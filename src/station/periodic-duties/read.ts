import type { DutyMoment, DutyRow, HourlyDuty, Improvement } from '../../shared/periodic-duties/contract';
import { periodAt, type Period } from '../../shared/periodic-duties/periods';
import { amberFrom } from '../../shared/urgency';
import { day, hour, type Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { placedDevices } from '../devices';
import { letterOf } from '../unit';
import { type Demanded, demandedDuties, type DutyContext, furthestBack, occurrenceId, occurrenceOf, periodsDue } from './demanded';
import { courseOf, type DutyCourse, type KeptDuty, type KeptMoment } from './kept-duty';
import { begunAt } from './missed';
import type { KeptImprovements } from './projection';

const hoursShown = 24;
/** What was recorded within so long is shown as done. */
const lately = 7 * day;
/** Most periods that were missed and are still open, of one duty: the newest. */
const mostMissed = 12;
const mostDone = 100;

export function dutyById(raw: Raw, id: string): KeptDuty | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM periodic_duties WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as KeptDuty);
}

type Letters = (station: string) => string;

function lettersOf({ db }: Pick<DutyContext, 'db'>): Letters {
  const known = new Map<string, string>();
  return (station) => {
    if (!known.has(station)) known.set(station, letterOf(db, station));
    return known.get(station) as string;
  };
}

function tell({ station, replaces: _, devices, ...moment }: KeptMoment, letters: Letters): DutyMoment {
  return { ...moment, devices: devices.map(({ name }) => name), letter: letters(station) };
}

/** How many devices there are in service: a duty for every device is done when all of them are. */
function inService(raw: Raw): number {
  return placedDevices(raw).filter(({ retired }) => !retired).length;
}

function rowOf(demanded: Demanded, period: Period, kept: KeptDuty | undefined, letters: Letters, devices: () => number): DutyRow {
  const { profile, profileName, duty } = demanded;
  const of = occurrenceOf(demanded, period);
  const course: DutyCourse = kept ? courseOf(kept) : { standing: 'open', missed: false, statements: [], devices: [] };
  const per = duty.per ?? 'contract';
  const said = course.statements.at(-1);
  const whole = per === 'device' ? devices() : 0;
  const done = course.standing === 'partly' && per === 'device' && course.devices.length >= whole ? 'done' : course.standing;
  return {
    id: occurrenceId(profile, duty.code, period.key),
    profile,
    profileName,
    duty: duty.code,
    name: duty.name,
    ...(duty.help ? { help: duty.help } : {}),
    gives: duty.gives,
    every: duty.every,
    per,
    period: period.key,
    from: period.from,
    until: period.until,
    amberAt: amberFrom(period.from, of.dueAt),
    dueAt: of.dueAt,
    standing: done,
    missed: course.missed,
    ...(per === 'device' ? { devices: { done: done === 'done' ? whole : course.devices.length, of: whole } } : {}),
    ...(said && said.verb !== 'takeBack' ? { said: tell(said, letters) } : {}),
  };
}

/** What is owed of a period still. */
export const isOwed = ({ standing }: Pick<DutyRow, 'standing'>): boolean => standing !== 'done' && standing !== 'notDone';

/** Everything about duties that a desk looks at: what is due or overdue, the next first; hours by themselves; what was done lately. */
export function listDuties(context: DutyContext): { due: DutyRow[]; hourly: HourlyDuty[]; done: DutyRow[] } {
  const { raw, zone, now } = context;
  const letters = lettersOf(context);
  let counted: number | undefined;
  const devices = () => (counted ??= inService(raw));
  const due: DutyRow[] = [];
  const hourly: HourlyDuty[] = [];
  const done: DutyRow[] = [];
  for (const demanded of demandedDuties(context)) {
    const { profile, profileName, duty } = demanded;
    const read = (period: Period) => rowOf(demanded, period, dutyById(raw, occurrenceId(profile, duty.code, period.key)), letters, devices);
    if (duty.every.unit === 'hour') {
      hourly.push({
        profile,
        profileName,
        duty: duty.code,
        name: duty.name,
        begun: begunAt(raw, profile, duty.code) !== undefined,
        hours: hoursOf(demanded, now, zone).map(read),
      });
      continue;
    }
    const periods = periodsDue(demanded, context);
    for (const row of [...periods.map(read), ...missedOpen(demanded, context, letters, devices)]) {
      if (isOwed(row)) due.push(row);
    }
    for (const { id, kept } of recordedSince(raw, profile, duty.code, now - lately)) {
      const { of } = kept;
      if (!of) continue;
      const row = { ...rowOf(demanded, { key: of.period, from: of.from, until: of.until }, kept, letters, devices), id };
      if (!isOwed(row)) done.push(row);
    }
  }
  return {
    due: due.toSorted((one, other) => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1)),
    hourly,
    done: done.toSorted((one, other) => (other.said?.at ?? 0) - (one.said?.at ?? 0) || (one.id < other.id ? -1 : 1)).slice(0, mostDone),
  };
}

/** The last 24 hours of an hourly duty, the oldest first, the one of now at the end. */
function hoursOf({ duty }: Demanded, now: Instant, zone: string): Period[] {
  const periods: Period[] = [];
  for (let at = now; periods.length < hoursShown / duty.every.count && at > now - 2 * hoursShown * hour; ) {
    const period = periodAt(duty.every, at, zone);
    periods.unshift(period);
    at = period.from - 1;
  }
  return periods;
}

function missedOpen(demanded: Demanded, { raw, now }: DutyContext, letters: Letters, devices: () => number): DutyRow[] {
  const { profile, duty } = demanded;
  return statement<unknown[], string>(
    raw,
    `SELECT doc FROM periodic_duties WHERE profile = ? AND duty = ? AND begins >= ? AND due_at < ?
     AND standing IN ('open', 'partly', 'contested') ORDER BY begins DESC LIMIT ?`,
  )
    .pluck()
    .all(profile, duty.code, now - furthestBack, now, mostMissed)
    .flatMap((doc) => {
      const kept = JSON.parse(doc) as KeptDuty;
      const { of } = kept;
      return of ? [rowOf(demanded, { key: of.period, from: of.from, until: of.until }, kept, letters, devices)] : [];
    });
}

function recordedSince(raw: Raw, profile: string, duty: string, since: Instant): { id: string; kept: KeptDuty }[] {
  return statement<unknown[], { id: string; doc: string }>(
    raw,
    `SELECT id, doc FROM periodic_duties WHERE profile = ? AND duty = ? AND said_at >= ? ORDER BY said_at DESC LIMIT ?`,
  )
    .all(profile, duty, since, mostDone)
    .map(({ id, doc }) => ({ id, kept: JSON.parse(doc) as KeptDuty }));
}

/** One period with all that was said of it; also of a profile that is not in use any more. */
export function dutyRecord(context: DutyContext, id: string): (DutyRow & { timeline: DutyMoment[] }) | undefined {
  const kept = dutyById(context.raw, id);
  const letters = lettersOf(context);
  const demanded = demandedDuties(context);
  const devices = () => inService(context.raw);
  if (!kept?.of) {
    // Nothing was said of it yet: it is one of those that are due.
    for (const one of demanded) {
      const periods = one.duty.every.unit === 'hour' ? hoursOf(one, context.now, context.zone) : periodsDue(one, context);
      const period = periods.find(({ key }) => occurrenceId(one.profile, one.duty.code, key) === id);
      if (period) return { ...rowOf(one, period, undefined, letters, devices), timeline: [] };
    }
    return undefined;
  }
  const { of } = kept;
  const known = demanded.find(({ profile, duty }) => profile === of.profile && duty.code === of.duty);
  const one: Demanded = known ?? {
    profile: of.profile,
    profileName: { zh: of.profile, en: of.profile },
    duty: { code: of.duty, name: of.name, every: { count: 1, unit: 'day' }, gives: 'check' },
    since: of.from,
  };
  const row = rowOf(one, { key: of.period, from: of.from, until: of.until }, kept, letters, devices);
  return { ...row, id, dueAt: of.dueAt, timeline: kept.timeline.map((moment) => tell(moment, letters)) };
}

/** Every improvement of goals, the newest first. */
export function improvementsOf(context: Pick<DutyContext, 'db' | 'raw'>, month?: string): Improvement[] {
  const letters = lettersOf(context);
  const where = month === undefined ? '' : ' WHERE month = ?';
  return statement<string[], string>(context.raw, `SELECT doc FROM goal_improvements${where} ORDER BY at DESC, id LIMIT 300`)
    .pluck()
    .all(...(month === undefined ? [] : [month]))
    .flatMap((doc) => (JSON.parse(doc) as KeptImprovements).said.map(({ station, ...said }) => ({ ...said, letter: letters(station) })))
    .toSorted((one, other) => other.at - one.at || (one.entry < other.entry ? -1 : 1));
}
