import type { EventDraft } from '../../shared/event';
import { dateIn, type Instant } from '../../shared/time';
import type { warnings as contract } from '../../shared/warnings/contract';
import { warningAlarmTaken, warningAlarms, warningReported } from '../../shared/warnings/events';
import { holidayPromptAnswered } from '../../shared/warnings/holiday-prompts';
import { publisherRoles } from '../../shared/warnings/levels';
import type { WarningInForce } from '../../shared/warnings/record';
import {
  taskOrderAlarmTaken,
  taskOrderReceived,
  taskOrderRefused,
  taskOrderSetUp,
  taskOrderUnanswered,
  taskOrderWithdrawn,
  taskUnitKept,
  taskUnitRetired,
} from '../../shared/warnings/task-order-events';
import { alarmStandingOf } from '../../shared/warnings/alarms';
import { deskRoles } from '../../shared/roles';
import { allAccounts } from '../accounts';
import { append, type CommandHandler, type Context, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { alarmsNow, dueNow } from './alarms';
import { momentOf } from './issuer';
import { ordersTo } from './issuing';
import type { OrderFacts } from '../../shared/warnings/task-order-events';
import { orderStandingOf } from './order';
import { answersOf } from './projection';
import {
  holidayPrompts,
  listedWarnings,
  orderById,
  ordersOf,
  promptById,
  type ReadWarning,
  rowOf,
  taskOrder,
  taskUnits,
  warningById,
  warningRecord,
  warningsStanding,
} from './read';
import { isInForce, standingOf } from './warning';

type Deciding = 'noteSign' | 'dismiss' | 'publish' | 'changeLevel' | 'lift' | 'correct' | 'void' | 'confirm' | 'settle';

/** A step of a task order that is known here and was not withdrawn; what the unit did lies after the issuing. */
function orderStep<I extends { id: string; happenedAt?: Instant | undefined }>(
  decide: (input: I, said: { author: string; happenedAt: Instant }, facts: OrderFacts) => EventDraft,
): CommandHandler<I, null> {
  return (input, context) => {
    const order = orderById(context.raw, input.id);
    if (!order?.facts) return refuse('notFound');
    if (orderStandingOf(order).state === 'withdrawn') return refuse('orderWithdrawn', { number: order.facts.number });
    const at = momentOf(input.happenedAt, order.facts.issuedAt, context.now);
    if (typeof at !== 'number') return at;
    return append(decide(input, { author: context.officer.name, happenedAt: at }, order.facts));
  };
}

/** What follows a decision: reports, orders and what the units say, alarms taken, holidays asked about; and all that is asked. */
export const followingHandlers: Omit<HandlersOf<typeof contract>, Deciding> = {
  report: ({ id, duty, to, means, happenedAt, note }, context) => {
    const warning = warningById(context.raw, id);
    if (!warning || warning.numbers.length === 0) return refuse('notFound');
    const { outcome, number, times, publishedAt } = standingOf(warning);
    if (outcome === 'dismissed' || outcome === 'voided') return refuse('warningEnded', { number });
    const at = momentOf(happenedAt, times.signAt ?? publishedAt, context.now);
    if (typeof at !== 'number') return at;
    return append(warningReported(id, { author: context.officer.name, duty, to, means, happenedAt: at, note }));
  },
  takeAlarms: ({ alarms }, context) => {
    const { raw, now, officer } = context;
    const { due } = dueNow(raw, now);
    const wanted = (one: (typeof due)[number]) =>
      alarms.some(({ of, id, about, level }) => of === one.of && id === one.id && about === one.about && level === one.level);
    const events = due
      .filter((one) => wanted(one) && alarmStandingOf(one.since, one.takings, now).takenUntil === undefined)
      .flatMap(({ of, id, about, level, since }): EventDraft[] => {
        if (of === 'taskOrder') {
          return about === 'silent' || about === 'refused' || about === 'setUp'
            ? [taskOrderAlarmTaken(id, { author: officer.name, about, since })]
            : [];
        }
        const known = warningAlarms.find((one) => one === about);
        return known ? [warningAlarmTaken(id, { author: officer.name, about: known, level, since })] : [];
      });
    return append(events, { taken: events.length });
  },

  keepUnit: ({ id, ...facts }, context) => {
    const units = taskUnits(context.raw);
    if (id !== null && !units.some((unit) => unit.id === id)) return refuse('notFound');
    if (units.some((unit) => unit.name === facts.name && unit.id !== id && !unit.retired))
      return refuse('unitNameTaken', { name: facts.name });
    const unit = id ?? context.newId();
    return append(taskUnitKept(unit, { author: context.officer.name, ...facts }), { id: unit });
  },
  retireUnit: ({ id, reason }, context) => {
    const unit = taskUnits(context.raw).find((one) => one.id === id);
    if (!unit) return refuse('notFound');
    if (unit.retired) return refuse('unitRetired', { name: unit.name });
    return append(taskUnitRetired(id, { author: context.officer.name, reason }));
  },
  issueOrders: ({ warning: id, units: ids, tasks, answerMinutes, setUpBy }, context) => {
    const warning = warningById(context.raw, id);
    if (!warning || warning.numbers.length === 0) return refuse('notFound');
    const standing = standingOf(warning);
    const { number, level, contents, issuer } = standing;
    if (!isInForce(standing) || level === undefined || !contents) return refuse('notInForce', { number });
    if (setUpBy !== null && setUpBy <= context.now) return refuse('endInPast', { end: setUpBy });
    const units = [...new Set(ids)].map((one) => taskUnits(context.raw).find((unit) => unit.id === one && !unit.retired));
    const known = units.flatMap((unit) => unit ?? []);
    if (known.length < units.length) return refuse('unitNotFound');
    const events = ordersTo(known, { warning: id, number, level, contents, issuer, tasks, answerMinutes, setUpBy }, context);
    return append(events, { issued: events.length });
  },
  receiveOrder: orderStep(({ id, by, means }, said) => taskOrderReceived(id, { ...said, by, means })),
  setUpOrder: orderStep(({ id, strength, note }, said) => taskOrderSetUp(id, { ...said, strength, note })),
  refuseOrder: orderStep(({ id, by, reason }, said) => taskOrderRefused(id, { ...said, by, reason })),
  leaveUnanswered: orderStep(({ id, note }, said) => taskOrderUnanswered(id, { ...said, note })),
  withdrawOrder: ({ id, reason }, context) => {
    const order = orderById(context.raw, id);
    if (!order?.facts) return refuse('notFound');
    if (orderStandingOf(order).state === 'withdrawn') return refuse('orderWithdrawn', { number: order.facts.number });
    return append(taskOrderWithdrawn(id, { author: context.officer.name, reason }));
  },

  answerPrompt: ({ id, answer, reason }, context) => {
    const prompt = promptById(context.raw, id);
    if (!prompt?.holiday) return refuse('notFound');
    const { standing, open } = answersOf(prompt);
    // What was not needed may become so: only the same answer again says nothing.
    if (!open && standing.every((one) => one.answer === answer)) return refuse('alreadyAnswered', { name: standing[0]?.author ?? '' });
    const replaces = standing.map(({ entry }) => entry).slice(-100);
    return append(holidayPromptAnswered(id, { author: context.officer.name, answer, reason, replaces }));
  },

  banner: (_, context) => {
    const named = mayBeNamed(context);
    return { named, inForce: warningsStanding(context.raw).flatMap((read) => inForceOf(read, named)) };
  },
  list: (_, { raw, now }) => listedWarnings(raw).map((read) => rowOf(raw, read, now)),
  one: ({ id }, { db, raw, now }) => warningRecord(db, raw, id, now) ?? missing,
  orders: ({ warning }, { db, raw }) => ordersOf(raw, warning).map((one) => taskOrder(db, one)),
  order: ({ id }, { db, raw }) => {
    const order = orderById(raw, id);
    return order ? taskOrder(db, { id, order }) : missing;
  },
  units: (_, { raw }) => taskUnits(raw),
  prompts: (_, { db, raw, now, zone }) => holidayPrompts(db, raw, dateIn(zone, now)),
  alarms: (_, context) => alarmsNow(context),
  publishers: (_, { db }) =>
    allAccounts(db).flatMap(({ id, name, roles, disabled }) => {
      const held = publisherRoles.filter((role) => roles.includes(role));
      return disabled || held.length === 0 ? [] : [{ account: id, name, roles: held }];
    }),
};

const missing: Refused = { refusal: { code: 'notFound' } };

/** An open desk of somebody who works there: elsewhere level, kind and time are all that is said (domain.md 9). */
function mayBeNamed({
  officer,
  locked,
  mustChangePassword,
}: Pick<SignedContext, 'locked' | 'mustChangePassword'> & Pick<Context, 'officer'>): boolean {
  return officer !== undefined && !locked && !mustChangePassword && officer.roles.some((role) => deskRoles.includes(role));
}

export function inForceOf({ id, standing }: Pick<ReadWarning, 'id' | 'standing'>, named: boolean): WarningInForce[] {
  const { level, kind, since, contents, number, unsigned } = standing;
  if (level === undefined || kind === undefined) return [];
  return [
    {
      level,
      kind,
      since,
      unconfirmed: unsigned.length > 0,
      scenario: named ? (contents?.scenario ?? '') : '',
      ...(named ? { id, number, what: contents?.what ?? '', area: contents?.area ?? '' } : {}),
    },
  ];
}
