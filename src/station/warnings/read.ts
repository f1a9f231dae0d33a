import type { Instant } from '../../shared/time';
import type { HolidayPrompt } from '../../shared/warnings/holiday-prompts';
import { reportClocksOf } from '../../shared/warnings/clocks';
import type { WarningMoment, WarningRecord, WarningRow } from '../../shared/warnings/record';
import { isSilent, type TaskOrder, type TaskUnit } from '../../shared/warnings/task-order';
import { attemptsOn } from '../attempts';
import type { Db, Raw } from '../database/open';
import { statement } from '../database/statements';
import { letterOf } from '../unit';
import { type Order, orderStandingOf } from './order';
import { answersOf, type KeptPrompt, type KeptUnit } from './projection';
import { type KeptMoment, type Standing, standingOf, type Warning } from './warning';

interface Stored {
  id: string;
  doc: string;
}

export interface ReadWarning {
  id: string;
  warning: Warning;
  standing: Standing;
}

/** Largest number of ended warnings a list answers with: the newest. */
const mostEnded = 200;

export function warningById(raw: Raw, id: string): Warning | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM warnings WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as Warning);
}

function readOf({ id, doc }: Stored): ReadWarning {
  const warning = JSON.parse(doc) as Warning;
  return { id, warning, standing: standingOf(warning) };
}

/** In force, the gravest first, then the one that came first. */
export function warningsStanding(raw: Raw): ReadWarning[] {
  return statement<[], Stored>(raw, "SELECT id, doc FROM warnings WHERE outcome = 'inForce' ORDER BY gravity, since, id").all().map(readOf);
}

/** All that still asks for somebody: in force, signs being judged, contested ones, and those that lack a signature. */
export function warningsOpen(raw: Raw): ReadWarning[] {
  return statement<[], Stored>(
    raw,
    "SELECT id, doc FROM warnings WHERE outcome IN ('inForce', 'sign') OR contested = 1 OR unsigned > 0 ORDER BY gravity, since, id",
  )
    .all()
    .map(readOf);
}

export function listedWarnings(raw: Raw): ReadWarning[] {
  return [
    ...statement<[], Stored>(
      raw,
      "SELECT id, doc FROM warnings WHERE outcome IN ('inForce', 'sign') ORDER BY outcome, gravity, since, id",
    ).all(),
    ...statement<[], Stored>(
      raw,
      `SELECT id, doc FROM warnings WHERE outcome NOT IN ('inForce', 'sign') ORDER BY ended_at DESC, id LIMIT ${mostEnded}`,
    ).all(),
  ].map(readOf);
}

export function rowOf(raw: Raw, { id, standing }: Omit<ReadWarning, 'warning'>, now: Instant): WarningRow {
  const { number, outcome, level, kind, contents, since, publishedAt, endedAt, issuer, times, sides, texts, unsigned } = standing;
  const orders = ordersOf(raw, id).map(({ order }) => ({ facts: order.facts, ...orderStandingOf(order) }));
  const sent = orders.filter(({ state }) => state !== 'withdrawn');
  return {
    id,
    number,
    outcome,
    ...(level === undefined ? {} : { level }),
    ...(kind === undefined ? {} : { kind }),
    ...(contents ? { contents } : {}),
    since,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(issuer ? { issuer } : {}),
    unconfirmed: unsigned.length > 0,
    contested: sides.length + texts.length > 0,
    times: {
      ...(times.signAt === undefined ? {} : { signAt: times.signAt }),
      steps: [...times.steps],
      reports: [...times.reports],
      ...(times.endedAt === undefined ? {} : { endedAt: times.endedAt }),
    },
    orders: {
      sent: sent.length,
      received: sent.filter(({ state }) => state === 'received' || state === 'setUp').length,
      setUp: sent.filter(({ state }) => state === 'setUp').length,
      silent: sent.filter((order) => isSilent(order, now)).length,
    },
  };
}

/** All there is to one warning, with the letters of the stations and who signed what was said by phone. */
export function warningRecord(db: Db, raw: Raw, id: string, now: Instant): WarningRecord | undefined {
  const warning = warningById(raw, id);
  if (!warning) return undefined;
  const standing = standingOf(warning);
  const letters = lettersOf(db);
  const confirmations = new Map(
    warning.timeline.flatMap(({ verb, statement: of, author }) => (verb === 'confirm' && of ? [[of, author]] : [])),
  );
  const told = ({ station, replaces: _, ...moment }: KeptMoment): WarningMoment => {
    const confirmedBy = confirmations.get(moment.entry);
    return { ...moment, letter: letters(station), ...(confirmedBy === undefined ? {} : { confirmedBy }) };
  };
  return {
    ...rowOf(raw, { id, standing }, now),
    author: warning.timeline[0]?.author ?? '',
    timeline: warning.timeline.map(told),
    sides: standing.sides.map(told),
    texts: standing.texts.map(told),
    unsigned: standing.unsigned.map(told),
    clocks: reportClocksOf(standing.times, now),
    attempts: attemptsOn(raw, `warning:${id}`).flatMap(({ at, facts }) =>
      facts ? [{ at, name: facts.name, roles: facts.roles, author: facts.author, procedure: facts.procedure, level: facts.level }] : [],
    ),
  };
}

function lettersOf(db: Db): (station: string) => string {
  const letters = new Map<string, string>();
  return (station) => {
    if (!letters.has(station)) letters.set(station, letterOf(db, station));
    return letters.get(station) as string;
  };
}

export function orderById(raw: Raw, id: string): Order | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM task_orders WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as Order);
}

/** Every task order of a warning, by the name of its unit. */
export function ordersOf(raw: Raw, warning: string): { id: string; order: Order }[] {
  return statement<[string], Stored>(raw, 'SELECT id, doc FROM task_orders WHERE warning = ? ORDER BY id')
    .all(warning)
    .map(({ id, doc }) => ({ id, order: JSON.parse(doc) as Order }))
    .toSorted((a, b) => compared(a.order.facts?.unitName ?? '', b.order.facts?.unitName ?? '') || compared(a.id, b.id));
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

export function taskOrder(db: Db, { id, order }: { id: string; order: Order }): TaskOrder {
  const letters = lettersOf(db);
  return {
    id,
    ...(order.facts ? { facts: order.facts } : {}),
    ...orderStandingOf(order),
    timeline: order.timeline.map(({ station, ...moment }) => ({ ...moment, letter: letters(station) })),
  };
}

/** The register of units, those in use first, by name. */
export function taskUnits(raw: Raw): TaskUnit[] {
  return statement<[], Stored>(raw, "SELECT id, doc FROM task_units WHERE name <> '' ORDER BY retired, name, id")
    .all()
    .flatMap(({ id, doc }) => {
      const { facts, retired } = JSON.parse(doc) as KeptUnit;
      return facts ? [{ id, ...facts, retired }] : [];
    });
}

export function promptById(raw: Raw, id: string): KeptPrompt | undefined {
  const doc = statement<[string], string>(raw, 'SELECT doc FROM holiday_prompts WHERE id = ?').pluck().get(id);
  return doc === undefined ? undefined : (JSON.parse(doc) as KeptPrompt);
}

/** Open prompts, and answered ones of holidays that are not over on `today`; the next holiday first. */
export function holidayPrompts(db: Db, raw: Raw, today: string): HolidayPrompt[] {
  const letters = lettersOf(db);
  return statement<[string], Stored>(raw, 'SELECT id, doc FROM holiday_prompts WHERE open = 1 OR last_day >= ? ORDER BY last_day, id')
    .all(today)
    .flatMap(({ id, doc }) => {
      const prompt = JSON.parse(doc) as KeptPrompt;
      if (!prompt.holiday) return [];
      const { standing, contested, open } = answersOf(prompt);
      const answers = standing.map(({ station, replaces: _, ...answer }) => ({ ...answer, letter: letters(station) }));
      return [{ id, ...prompt.holiday, open, contested, answers }];
    });
}
