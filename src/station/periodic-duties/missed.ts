import { periodicDutyMissed } from '../../shared/periodic-duties/events';
import { dueAtOf, periodAfter, periodAt } from '../../shared/periodic-duties/periods';
import type { Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { Notice } from '../notice';
import { derivedId } from '../random';
import { type Demanded, demandedDuties, type DutyContext, furthestBack, occurrenceId, occurrenceOf } from './demanded';
import type { KeptDuty } from './kept-duty';

/** Up to when each duty was looked through: what is over is over, and is not looked for every five seconds. */
const looked = new WeakMap<Raw, Map<string, Instant>>();

/**
 * Periods that are over with nothing on record: each is missed once, also when the station was off meanwhile; two desks write it
 * under one id. Only periods that began after the contract came into use here count. A duty of every hour is missed only from its
 * first record on: until somebody, or the electronic patrol, has begun it at this station, nobody is reproached 24 times a day for
 * what is done elsewhere.
 */
export const dutiesMissed: Notice = (context) => {
  const kept = looked.get(context.raw) ?? new Map<string, Instant>();
  looked.set(context.raw, kept);
  const missed = demandedDuties(context).flatMap((demanded) => missedOf(demanded, context, kept));
  return [...missed, ...openAgain(context)].map((of) => {
    const id = occurrenceId(of.profile, of.duty, of.period);
    return { ...periodicDutyMissed(id, { of }), derivedId: derivedId(`periodicDuty.missed/${id}`) };
  });
};

function missedOf(demanded: Demanded, { raw, zone, now }: DutyContext, kept: Map<string, Instant>) {
  const { profile, duty } = demanded;
  const since = duty.every.unit === 'hour' ? begunAt(raw, profile, duty.code) : demanded.since;
  if (since === undefined) return [];
  const key = JSON.stringify([profile, duty.code, duty.every, duty.within, since]);
  const start = kept.get(key) ?? Math.max(since, now - furthestBack);
  let period = periodAt(duty.every, start, zone);
  // One that was running when the contract came into use is asked for, but not called missed.
  if (period.from < start) period = periodAfter(duty.every, period, zone);
  const over = [];
  for (; dueAtOf(duty, period) < now; period = periodAfter(duty.every, period, zone)) {
    const row = statement<[string], { standing: string; missed: number }>(
      raw,
      'SELECT standing, missed FROM periodic_duties WHERE id = ?',
    ).get(occurrenceId(profile, duty.code, period.key));
    // What stands open although somebody spoke of it, `openAgain` finds.
    if (!row) over.push(occurrenceOf(demanded, period));
  }
  // What was found is written in this very transaction, or found again from its beginning.
  const [first] = over;
  kept.set(key, first?.from ?? period.from);
  return over;
}

/** The first period of an hourly duty that somebody recorded. */
export function begunAt(raw: Raw, profile: string, duty: string): Instant | undefined {
  const begins = statement<[string, string], number | null>(
    raw,
    "SELECT min(begins) FROM periodic_duties WHERE profile = ? AND duty = ? AND standing IN ('done', 'partly', 'contested')",
  )
    .pluck()
    .get(profile, duty);
  return begins ?? undefined;
}

/** Periods whose record was taken back after they were over. */
function openAgain({ raw, now }: DutyContext) {
  return statement<[number], string>(raw, "SELECT doc FROM periodic_duties WHERE standing = 'open' AND missed = 0 AND due_at < ?")
    .pluck()
    .all(now)
    .flatMap((doc) => (JSON.parse(doc) as KeptDuty).of ?? []);
}
