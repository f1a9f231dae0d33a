import type { WaitingReason } from '../faults/intake';
import { amberShare } from '../urgency';
import type { Instant } from '../time';
import { type CalendarBook, countedBetween, isWithin, momentAfter, type Span } from './counted-hours';
import { millisecondsOf } from './duration';
import { type Milestone, reaches } from './milestones';
import type { Clock, ClockRule, Hours, ServiceProfile, When } from './profile';

/** A point in the course of a fault. `undone`: a repair that did not hold; `ended`: cancelled or merged, nothing is owed any more. */
export interface Mark {
  what: Milestone | 'reopened' | 'undone' | 'ended';
  at: Instant;
}

/** What clocks depend on: what is known of a fault now, and what happened to it, in order of time. */
export interface ClockSubject {
  class: string;
  priority: string;
  subsystem: string;
  source: string;
  traits: Readonly<Record<string, string>>;
  marks: readonly Mark[];
  /** Spans of waiting; without an end it still waits. */
  pauses: readonly { reason: WaitingReason; from: Instant; until?: Instant | undefined }[];
}

export type Standing = 'running' | 'paused' | 'met' | 'ended';

/** One clock of a fault, told without saying what time it is: the screen counts it down by itself. */
export interface ClockState {
  clock: string;
  /** From 1; a clock that restarts with a reopening has one state per round. */
  round: number;
  /** ms. */
  limit: number;
  startedAt: Instant;
  standing: Standing;
  /** Counted up to the last moment it stopped or paused, or up to `runsSince`, ms. */
  used: number;
  /** The beginning of the stretch that runs now. */
  runsSince?: Instant;
  /** When three quarters were, or will be, used; undefined when it never comes as things stand. */
  amberAt?: Instant;
  /** When the time was, or will be, used up: what is done at this very moment is in time. */
  dueAt?: Instant;
  /** It was over before it was met, paused or ended, at `dueAt`; whether a clock that runs is over, `isOver` says. */
  late: boolean;
  metAt?: Instant;
}

/**
 * Every clock of a fault (domain.md 3): re-based from the report whenever class or traits change, paused only by what its
 * profile says, the same whatever the order in which entries arrived. Pure; ms since the epoch.
 */
export function clocksOf(subject: ClockSubject, profile: ServiceProfile, book: CalendarBook): ClockState[] {
  const grace = millisecondsOf(profile.reopenGrace);
  const marks = withinGrace(
    [...subject.marks].sort((one, other) => one.at - other.at),
    grace,
  );
  return profile.clocks.flatMap((clock) => {
    const rounds = roundsOf(clock, marks);
    return rounds.flatMap(({ startedAt, marks: own }, i) => {
      const rule = clock.rules.find(({ when }) => holds(when, subject, startedAt, profile, book));
      return rule ? [stateOf(clock, rule, i + 1, startedAt, own, subject, profile, book)] : [];
    });
  });
}

/** True when what `when` names is so for a fault; `beginsIn` and `beginsOutside` ask about the moment a clock begins. */
export function holds(
  when: When | undefined,
  subject: Pick<ClockSubject, 'class' | 'priority' | 'subsystem' | 'source' | 'traits'>,
  begins: Instant,
  profile: Pick<ServiceProfile, 'hours' | 'traits'>,
  book: CalendarBook,
): boolean {
  if (!when) return true;
  const among = (values: readonly string[] | undefined, value: string) => values === undefined || values.includes(value);
  if (!among(when.class, subject.class) || !among(when.priority, subject.priority)) return false;
  if (!among(when.subsystem, subject.subsystem) || !among(when.source, subject.source)) return false;
  for (const [name, values] of Object.entries(when.traits ?? {})) {
    if (!values.includes(traitOf(subject, profile, name))) return false;
  }
  const hours = (code: string) => profile.hours.find((known) => known.code === code);
  const inside = (code: string) => {
    const known = hours(code);
    return known !== undefined && isWithin(known, begins, book);
  };
  if (when.beginsIn !== undefined && !inside(when.beginsIn)) return false;
  return when.beginsOutside === undefined || !inside(when.beginsOutside);
}

/** What a fault says of a trait, or what is usual. */
export function traitOf({ traits }: Pick<ClockSubject, 'traits'>, profile: Pick<ServiceProfile, 'traits'>, name: string): string {
  return traits[name] ?? profile.traits.find(({ code }) => code === name)?.usual ?? '';
}

/** Whether the time of a clock is used up at a moment. */
export function isOver({ late, standing, dueAt }: ClockState, now: Instant): boolean {
  return late || (standing === 'running' && dueAt !== undefined && now > dueAt);
}

/** Time left at a moment, ms; negative when over. Under counted hours it is what is left of them. */
export function leftAt(state: ClockState, now: Instant, hours: Hours | undefined, book: CalendarBook): number {
  const running = state.runsSince === undefined ? 0 : countedBetween(hours, state.runsSince, now, book);
  return state.limit - state.used - running;
}

/** Ends that were taken back at once are as if they had never been; a reopening within the grace is no new round. */
function withinGrace(marks: Mark[], grace: number): (Mark & { soon?: boolean })[] {
  const kept: (Mark & { soon?: boolean })[] = [];
  for (const mark of marks) {
    if (mark.what !== 'reopened') {
      kept.push(mark);
      continue;
    }
    const last = kept.findLastIndex(({ what }) => what === 'ended' || what === 'closed' || what === 'reopened');
    const end = kept[last];
    const soon = end !== undefined && end.what !== 'reopened' && mark.at - end.at <= grace;
    if (soon) kept.splice(last, 1);
    // A fault cancelled by mistake never stopped: there is nothing to be taken up again.
    if (!(soon && end.what === 'ended')) kept.push(soon ? { ...mark, soon } : mark);
  }
  return kept;
}

interface Round {
  startedAt: Instant;
  /** Marks that bear on this round. */
  marks: (Mark & { soon?: boolean })[];
}

/** One round, or one more with each reopening where the clock restarts. */
function roundsOf(clock: Clock, marks: (Mark & { soon?: boolean })[]): Round[] {
  const first = marks.find(({ what }) => what === clock.from);
  if (!first) return [];
  const reopenings =
    clock.onReopen === 'restarts' ? marks.filter(({ what, at, soon }) => what === 'reopened' && !soon && at > first.at) : [];
  const begins = [first.at, ...reopenings.map(({ at }) => at)];
  return begins.flatMap((begin, i) => {
    const next = begins[i + 1] ?? Number.POSITIVE_INFINITY;
    const own = marks.filter(({ at }) => at >= begin && at < next);
    // Reported once; what starts a clock otherwise must happen again after the reopening.
    const startedAt = i === 0 || reaches('reported', clock.from) ? begin : own.find(({ what }) => what === clock.from)?.at;
    if (startedAt === undefined) return [];
    const bearing = own.filter(({ at }) => at >= startedAt);
    return [{ startedAt, marks: next === Number.POSITIVE_INFINITY ? bearing : [...bearing, { what: 'ended', at: next }] }];
  });
}

function stateOf(
  clock: Clock,
  rule: ClockRule,
  round: number,
  startedAt: Instant,
  marks: (Mark & { soon?: boolean })[],
  subject: ClockSubject,
  profile: ServiceProfile,
  book: CalendarBook,
): ClockState {
  const limit = millisecondsOf(rule.limit);
  const hours = rule.hours === undefined ? undefined : profile.hours.find(({ code }) => code === rule.hours);
  const { open, end, metAt } = openSpans(clock, rule, startedAt, marks);
  const pauses = subject.pauses
    .filter(({ reason }) => clock.pausedBy.includes(reason))
    .map(({ from, until }) => ({ from, until: until ?? Number.POSITIVE_INFINITY }))
    .sort((one, other) => one.from - other.from);
  const stretches = open.flatMap((span) => without(span, pauses));
  let used = 0;
  let amberAt: Instant | undefined;
  let dueAt: Instant | undefined;
  let runsSince: Instant | undefined;
  for (const { from, until } of stretches) {
    const reached = (share: number) => {
      const left = limit * share - used;
      if (left < 0) return undefined;
      const moment = momentAfter(hours, from, left, book);
      return moment <= until ? moment : undefined;
    };
    amberAt ??= reached(amberShare);
    dueAt ??= reached(1);
    if (until === Number.POSITIVE_INFINITY) runsSince = from;
    else used += countedBetween(hours, from, until, book);
  }
  const standing = end ?? (runsSince === undefined ? 'paused' : 'running');
  const late = used > limit;
  return {
    clock: clock.code,
    round,
    limit,
    startedAt,
    standing,
    used,
    ...(runsSince === undefined ? {} : { runsSince }),
    ...(amberAt === undefined ? {} : { amberAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
    late,
    ...(metAt === undefined ? {} : { metAt }),
  };
}

/** The spans in which a clock is owed: from its start to what stops it, and again from a reopening or a repair that did not hold. */
function openSpans(
  clock: Clock,
  { orElse = [] }: ClockRule,
  startedAt: Instant,
  marks: Mark[],
): { open: Span[]; end: 'met' | 'ended' | undefined; metAt: Instant | undefined } {
  const open: Span[] = [];
  let since: Instant | undefined = startedAt;
  let end: 'met' | 'ended' | undefined;
  let metAt: Instant | undefined;
  const stop = (at: Instant, how: 'met' | 'ended') => {
    if (since !== undefined) open.push({ from: since, until: at });
    since = undefined;
    end = how;
    metAt = how === 'met' ? at : undefined;
  };
  const isStop = (what: Milestone) => reaches(what, clock.until) || orElse.includes(what);
  for (const { what, at } of marks) {
    if (what === 'ended') {
      if (since !== undefined) stop(at, 'ended');
    } else if (what === 'reopened' || what === 'undone') {
      if (since !== undefined || clock.onReopen === 'stays') continue;
      // What was met before the repair (who was there, was there) is not owed again because the repair did not hold.
      if (what === 'undone' && !reaches(clock.until, 'repaired')) continue;
      if (clock.onReopen === 'restarts' && what === 'reopened') continue;
      // A repair that did not hold was none: the time since it is owed too.
      since = what === 'undone' && metAt !== undefined ? metAt : at;
      end = undefined;
      metAt = undefined;
    } else if (since !== undefined && isStop(what)) stop(at, 'met');
  }
  if (since !== undefined) open.push({ from: since, until: Number.POSITIVE_INFINITY });
  return { open, end, metAt };
}

/** A span without the pauses in it; pauses in order of their beginning, overlapping or not. */
function without(span: Span, pauses: readonly Span[]): Span[] {
  const left: Span[] = [];
  let from = span.from;
  for (const pause of pauses) {
    if (pause.until <= from || pause.from >= span.until) continue;
    if (pause.from > from) left.push({ from, until: pause.from });
    from = Math.max(from, pause.until);
  }
  if (from < span.until) left.push({ from, until: span.until });
  return left;
}
