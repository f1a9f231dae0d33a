import { isAhead } from '../../shared/duty-log/late';
import type { EventDraft } from '../../shared/event';
import type { matters as contract } from '../../shared/matters/contract';
import {
  matterCancelled,
  matterDone,
  matterProgressed,
  matterReceiptConfirmed,
  matterRelayed,
  matterReopened,
  matterSettled,
} from '../../shared/matters/events';
import { neededParts } from '../../shared/matters/kinds';
import { isEnded } from '../../shared/matters/record';
import { append, type CommandHandler, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { type KeptMoment, type Matter, standing, standingOf, type Standing } from './matter';
import { openingOf } from './open-matter';
import { listMatters, matterById, matterRecord, mattersOfLogEntry } from './read';

interface Found {
  matter: Matter;
  now: Standing;
  author: string;
}

/** A step of a matter that must be there; `whileOpen` refuses it once the matter has ended. */
function step<I extends { id: string }>(
  whileOpen: boolean,
  decide: (input: I, found: Found, context: SignedContext) => EventDraft | Refused,
): CommandHandler<I, null> {
  return (input, context) => {
    const matter = matterById(context.raw, input.id);
    if (!matter) return refuse('notFound');
    const now = standingOf(matter);
    if (whileOpen && isEnded(now.state)) return refuse('notOpen', { number: matter.opening?.number ?? '', state: now.state });
    const decided = decide(input, { matter, now, author: context.officer.name }, context);
    return 'refusal' in decided ? decided : append(decided);
  };
}

/** What stands of the outcome, and is replaced by whoever says a further one. */
function outcomes(matter: Matter): string[] {
  return entriesOf(standing(matter, 'outcome'));
}

function entriesOf(moments: readonly KeptMoment[]): string[] {
  return moments.map(({ entry }) => entry).slice(-100);
}

/** When something happened: not ahead, and not before the matter was received. */
function barredTime(happenedAt: number, { receivedAt }: Standing, { now }: SignedContext): Refused | undefined {
  if (isAhead(happenedAt, now)) return refuse('timeInFuture', { at: happenedAt });
  return happenedAt < receivedAt ? refuse('timeBeforeReceipt', { at: happenedAt, receivedAt }) : undefined;
}

/** Matters: opened, relayed, brought on, ended; every step stays on record. */
export const matterHandlers: HandlersOf<typeof contract> = {
  open: (input, context) => {
    const opening = openingOf(input, context);
    return 'refusal' in opening ? opening : append(opening.event, { id: opening.id, number: opening.number });
  },
  relay: step(true, ({ id, happenedAt, ...told }, { now, author }, context) => {
    // Received a moment ahead of this desk's clock: told now is told after it.
    const at = happenedAt ?? Math.max(context.now, now.receivedAt);
    return barredTime(at, now, context) ?? matterRelayed(id, { author, happenedAt: at, ...told });
  }),
  confirmReceipt: step(false, ({ id, relay, confirmedBy, happenedAt }, { matter, now, author }, context) => {
    const relayed = matter.timeline.find(({ entry, verb }) => verb === 'relay' && entry === relay);
    if (!relayed) return refuse('relayNotFound');
    const confirmed = matter.timeline.some((moment) => moment.verb === 'confirmReceipt' && moment.relay === relay);
    if (relayed.confirmedBy || confirmed) return refuse('alreadyConfirmed');
    const at = happenedAt ?? Math.max(context.now, now.receivedAt);
    return barredTime(at, now, context) ?? matterReceiptConfirmed(id, { author, relay, confirmedBy, happenedAt: at });
  }),
  progress: step(true, ({ id, note, next, deadline }, { matter, now, author }) => {
    const stands = standing(matter, 'deadline');
    const contested = now.contests.some(({ topic }) => topic === 'deadline');
    const changes = deadline !== undefined && (contested || (deadline ?? undefined) !== now.deadline);
    if (!changes) return matterProgressed(id, { author, note, next, replaces: [] });
    if (deadline === null && matter.opening && neededParts[matter.opening.kind].includes('deadline')) return refuse('deadlineNeeded');
    if (deadline !== null && deadline < now.receivedAt) return refuse('deadlineBeforeReceipt', { deadline, receivedAt: now.receivedAt });
    return matterProgressed(id, { author, note, next, deadline, replaces: entriesOf(stands) });
  }),
  finish: step(true, ({ id, result }, { matter, author }) => matterDone(id, { author, result, replaces: outcomes(matter) })),
  reopen: step(false, ({ id, reason }, { matter, now, author }) =>
    isEnded(now.state) ? matterReopened(id, { author, reason, replaces: outcomes(matter) }) : refuse('stillOpen'),
  ),
  cancel: step(true, ({ id, reason }, { matter, author }) => matterCancelled(id, { author, reason, replaces: outcomes(matter) })),
  settle: step(false, ({ id, side, note }, { now, author }) => {
    if (now.contests.length === 0) return refuse('nothingContested');
    const contest = now.contests.find(({ sides }) => sides.some(({ entry }) => entry === side));
    const right = contest?.sides.find(({ entry }) => entry === side);
    if (!contest || !right) return refuse('notASide');
    const replaces = entriesOf(contest.sides);
    if (contest.topic === 'deadline')
      return matterSettled(id, { author, note, side, holds: { topic: 'deadline', deadline: right.deadline ?? null }, replaces });
    const outcome = right.outcome ?? (right.verb === 'finish' ? 'done' : right.verb === 'cancel' ? 'cancelled' : 'open');
    return matterSettled(id, { author, note, side, holds: { topic: 'outcome', outcome }, replaces });
  }),
  list: (filter, { raw }) => listMatters(raw, filter),
  one: ({ id }, { db, raw }) => matterRecord(db, raw, id) ?? { refusal: { code: 'notFound' } },
  ofLogEntry: ({ logEntry }, { raw }) => mattersOfLogEntry(raw, logEntry),
};
