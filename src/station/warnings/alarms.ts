import type { Instant } from '../../shared/time';
import { type AlarmAbout, alarmStandingOf, type AlarmLevel, signatureWithin, type Taking, toldOf } from '../../shared/warnings/alarms';
import { reportClocksOf } from '../../shared/warnings/clocks';
import type { WarningAlarm } from '../../shared/warnings/record';
import { answerDueAt, isLateInPlace, isSilent } from '../../shared/warnings/task-order';
import { byGravity } from '../../shared/warnings/levels';
import type { Raw } from '../database/open';
import type { SignedContext } from '../handler';
import { type Order, orderStandingOf } from './order';
import { ordersOf, type ReadWarning, warningsOpen } from './read';
import { isInForce } from './warning';

/** What is to be told, before anybody is told it. */
export interface Due {
  id: string;
  of: 'warning' | 'taskOrder';
  about: AlarmAbout;
  level: AlarmLevel;
  since: Instant;
  dueAt?: Instant;
  warning: ReadWarning;
  title: string;
  takings: Taking[];
}

export interface DueNow {
  due: Due[];
  /** The next moment at which something else is due; infinite when only an entry changes it. */
  nextChange: Instant;
}

/** All that who must act has to be told at a moment: of warnings that are open, and of the orders of those in force. */
export function dueNow(raw: Raw, now: Instant): DueNow {
  const due: Due[] = [];
  let nextChange = Number.POSITIVE_INFINITY;
  const later = (at: Instant | undefined) => {
    if (at !== undefined && at > now) nextChange = Math.min(nextChange, at);
  };
  for (const read of warningsOpen(raw)) {
    const { id, warning, standing } = read;
    const taken = (about: AlarmAbout): Taking[] =>
      warning.timeline.flatMap((moment) =>
        moment.verb === 'takeAlarm' && moment.about === about ? [{ by: moment.author, at: moment.at }] : [],
      );
    const say = (about: AlarmAbout, level: AlarmLevel, since: Instant, dueAt: Instant) =>
      due.push({
        id,
        of: 'warning',
        about,
        level,
        since,
        dueAt,
        warning: read,
        title: standing.contents?.what ?? '',
        takings: taken(about),
      });
    for (const { duty, standing: state, amberAt, dueAt, urgency } of reportClocksOf(standing.times, now)) {
      if (state === 'running' || state === 'over') {
        later(amberAt);
        later(dueAt + 1);
        if (urgency !== 'calm') say(duty, urgency, urgency === 'red' ? dueAt : amberAt, dueAt);
      }
    }
    const until = standing.contents?.until ?? undefined;
    if (isInForce(standing) && until !== undefined) {
      later(until + 1);
      // Only a person lifts a warning; that its time is over is said, no more.
      if (now > until) say('ended', 'amber', until, until);
    }
    const [unsigned] = standing.unsigned;
    if (unsigned) {
      const dueAt = unsigned.happenedAt + signatureWithin;
      later(dueAt + 1);
      if (now > dueAt) say('signature', 'amber', dueAt, dueAt);
    }
    if (!isInForce(standing)) continue;
    for (const one of ordersOf(raw, id)) dueOfOrder(one.id, one.order, read);
  }
  return { due, nextChange };

  function dueOfOrder(id: string, order: Order, warning: ReadWarning): void {
    const { facts } = order;
    if (!facts) return;
    const state = { facts, ...orderStandingOf(order) };
    const say = (about: 'silent' | 'refused' | 'setUp', since: Instant, dueAt: Instant) =>
      due.push({
        id,
        of: 'taskOrder',
        about,
        level: 'red',
        since,
        dueAt,
        warning,
        title: facts.unitName,
        takings: order.timeline.flatMap(({ verb, by, author, at }) => (verb === 'takeAlarm' && by === about ? [{ by: author, at }] : [])),
      });
    const answerDue = answerDueAt(facts);
    if (state.state === 'sent') later(answerDue + 1);
    if (facts.setUpBy !== null) later(facts.setUpBy + 1);
    if (isSilent(state, now)) say('silent', answerDue, answerDue);
    const refusal = order.timeline.findLast(({ verb }) => verb === 'refuse');
    if (state.state === 'refused' && refusal) say('refused', refusal.happenedAt, refusal.happenedAt);
    if (isLateInPlace(state, now) && facts.setUpBy !== null) say('setUp', facts.setUpBy, facts.setUpBy);
  }
}

/** Most alarms told one by one. */
const mostAlarms = 200;

/** Every alarm of now for the officer who asks, the most urgent first; on a locked desk nothing is named. */
export function alarmsNow(context: SignedContext): { locked: boolean; alarms: WarningAlarm[]; nextChange?: Instant } {
  const { raw, now, officer } = context;
  const locked = context.locked || context.mustChangePassword;
  const found = dueNow(raw, now);
  let { nextChange } = found;
  const ranked = found.due
    .map((one) => ({
      one,
      standing: alarmStandingOf(one.since, one.takings, now),
      mine: toldOf[one.about].some((role) => officer.roles.includes(role)),
    }))
    .toSorted(
      (a, b) =>
        Number(b.mine && b.standing.takenUntil === undefined) - Number(a.mine && a.standing.takenUntil === undefined) ||
        Number(a.one.level === 'amber') - Number(b.one.level === 'amber') ||
        byGravity(a.one.warning.standing.level ?? 'IV', b.one.warning.standing.level ?? 'IV') ||
        a.one.since - b.one.since ||
        (a.one.id < b.one.id ? -1 : 1),
    );
  for (const { standing } of ranked) nextChange = Math.min(nextChange, standing.tellAgainAt);
  const alarms = ranked.slice(0, mostAlarms).map(({ one, standing, mine }): WarningAlarm => {
    const { warning, takings: _, title, ...facts } = one;
    const { takenBy, ...told } = standing;
    return {
      ...facts,
      ...told,
      ...(takenBy === undefined || locked ? {} : { takenBy }),
      warning: warning.id,
      number: locked ? '' : warning.standing.number,
      title: locked ? '' : title,
      told: [...toldOf[one.about]],
      mine,
    };
  });
  return { locked, alarms, ...(nextChange === Number.POSITIVE_INFINITY ? {} : { nextChange }) };
}
