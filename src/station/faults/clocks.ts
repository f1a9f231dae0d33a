import { clockSubjectOf } from '../../shared/faults/course';
import type { CardClock } from '../../shared/faults/record';
import { type ClockState, clocksOf, type ClockSubject, leftAt } from '../../shared/service-profiles/clocks';
import type { CalendarBook } from '../../shared/service-profiles/counted-hours';
import type { ServiceProfile } from '../../shared/service-profiles/profile';
import { day, type Instant } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { Fault } from './fault';
import { calendarBookOf, type ClockContext, profileOf } from './profile-of-fault';

/** What was worked out of one fault: it holds until the fault or the calendar changes, whatever time it is. */
export interface FaultClocks {
  fault: Fault;
  subject: ClockSubject;
  profile: ServiceProfile | undefined;
  clocks: ClockState[];
  /** Breaches on record, `clock/round/dueAt`. */
  breached: ReadonlySet<string>;
  card: { clock?: CardClock; late: boolean; highRisk: boolean };
}

interface Kept {
  calendar: string;
  book: CalendarBook;
  byId: Map<string, KnownClocks & { revision: string }>;
}

/** What was worked out of a known fault: the same object as long as it holds. */
export type KnownClocks = FaultClocks & { id: string };

const keptOf = new WeakMap<Raw, Kept>();
/** Forms may fall due after a fault was closed; later than this nobody is told any more. */
const stillOwed = 60 * day;

/** Reads the clocks of faults, kept from one reading to the next: thousands are asked for at every change. */
export function faultClocksReader(context: ClockContext): (id: string, revision: string) => KnownClocks {
  const { raw } = context;
  const book = calendarBookOf(context);
  const calendar = JSON.stringify([book.zone, book.calendar.days]);
  let kept = keptOf.get(raw);
  if (kept?.calendar !== calendar) keptOf.set(raw, (kept = { calendar, book, byId: new Map() }));
  const { byId } = kept;
  return (id, revision) => {
    const known = byId.get(id);
    if (known?.revision === revision && known.profile) return known;
    const doc = statement<[string], string>(raw, 'SELECT doc FROM faults WHERE id = ?').pluck().get(id) as string;
    const read = { ...clocksOfFault(context, JSON.parse(doc) as Fault, book), id, revision };
    byId.set(id, read);
    return read;
  };
}

/** What was worked out of a fault before, if it still holds: for who asks for very many, most of which {@link owedFaults} has at hand. */
export function knownClocks(raw: Raw, calendar: string): (id: string, revision: string) => FaultClocks | undefined {
  const kept = keptOf.get(raw);
  return (id, revision) => {
    const known = kept?.calendar === calendar ? kept.byId.get(id) : undefined;
    return known?.revision === revision && known.profile ? known : undefined;
  };
}

/** The clocks of one fault as it stands. */
export function clocksOfFault(context: ClockContext, fault: Fault, book: CalendarBook): FaultClocks {
  const profile = profileOf(context, fault);
  const subject = clockSubjectOf(fault);
  const clocks = profile && fault.intake ? clocksOf(subject, profile, book) : [];
  const breached = fault.timeline
    .filter(({ verb }) => verb === 'breach')
    .map(({ clock, round, dueAt }) => breachKey(clock ?? '', round ?? 1, dueAt ?? 0));
  const next = profile && nextClock(clocks, profile, book);
  return {
    fault,
    subject,
    profile,
    clocks,
    breached: new Set(breached),
    card: {
      ...(next ? { clock: next } : {}),
      late: breached.length > 0 || clocks.some(({ late }) => late),
      highRisk: profile?.classes.find(({ code }) => code === fault.class)?.highRisk ?? false,
    },
  };
}

export const breachKey = (clock: string, round: number, dueAt: Instant): string => `${clock}/${round}/${dueAt}`;

/** Every fault for which something is still owed, or was until lately: open, or ended within the last two months. */
export function owedFaults(context: ClockContext): KnownClocks[] {
  const rows = statement<[number], [id: string, revision: string]>(
    context.raw,
    'SELECT id, revision FROM faults WHERE open = 1 UNION ALL SELECT id, revision FROM faults WHERE open = 0 AND since >= ?',
  )
    .raw()
    .all(context.now - stillOwed);
  const read = faultClocksReader(context);
  return rows.map(([id, revision]) => read(id, revision));
}

/** The clock that is due next: of those that run the first, else of those that pause the one with least left. */
function nextClock(clocks: readonly ClockState[], profile: ServiceProfile, book: CalendarBook): CardClock | undefined {
  let next: ClockState | undefined;
  let least: { state: ClockState; left: number } | undefined;
  for (const state of clocks) {
    if (state.standing === 'running' && (next === undefined || (state.dueAt ?? Infinity) < (next.dueAt ?? Infinity))) next = state;
    if (state.standing !== 'paused') continue;
    const left = leftAt(state, 0, undefined, book);
    if (least === undefined || left < least.left) least = { state, left };
  }
  const state = next ?? least?.state;
  if (!state) return undefined;
  return {
    aim: profile.clocks.find(({ code }) => code === state.clock)?.aim ?? 'repair',
    startedAt: state.startedAt,
    standing: next ? 'running' : 'paused',
    ...(state.amberAt === undefined ? {} : { amberAt: state.amberAt }),
    ...(state.dueAt === undefined ? {} : { dueAt: state.dueAt }),
    ...(next || !least ? {} : { left: least.left }),
  };
}
