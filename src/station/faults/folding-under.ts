import type { EventDraft } from '../../shared/event';
import type { faults as contract } from '../../shared/faults/contract';
import { faultFolded, faultUnfolded } from '../../shared/faults/events';
import { statement } from '../database/statements';
import { append, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { openTarget } from './open-target';
import { faultById } from './read';
import { reportFault } from './reporting';
import { stepFacts } from './step';

/** Puts faults under the one that causes them, in one step: under one that is open, or under one reported with them (a switch, say). All or none. */
export const fold: HandlersOf<typeof contract>['fold'] = ({ faults, under, report, note }, context) => {
  const { raw } = context;
  if (under === undefined && report === undefined) return refuse('targetNotFound');
  const target = under === undefined ? undefined : openTarget(raw, under);
  if (target && 'refusal' in target) return target;
  const cause =
    under !== undefined ? { id: under, number: target?.intake?.number ?? '', events: [] } : reportFault(report as never, context);
  if ('refusal' in cause) return cause;
  const events: EventDraft[] = [...cause.events];
  for (const id of new Set(faults)) {
    if (id === cause.id) return refuse('mergeIntoItself');
    const fault = faultById(raw, id);
    if (!fault) return refuse('notFound');
    const facts = stepFacts('fold', fault, { note }, context);
    if ('refusal' in facts) return facts;
    events.push(faultFolded(id, { ...facts, into: cause.id }));
  }
  return append(events, { id: cause.id, number: cause.number });
};

/** Ids of what is folded under a fault. */
export function foldedUnder(raw: SignedContext['raw'], id: string): string[] {
  return statement<[string], string>(raw, 'SELECT id FROM faults WHERE merged_into = ? AND folded = 1 ORDER BY reported_at, id')
    .pluck()
    .all(id);
}

/** The cause is mended; what is still there becomes a fault of its own again, timed from its first loss. Refuses one that is not folded under it. */
export function stillThere(id: string, remaining: readonly string[], context: SignedContext): EventDraft[] | Refused {
  const under = new Set(foldedUnder(context.raw, id));
  const number = faultById(context.raw, id)?.intake?.number ?? '';
  const events: EventDraft[] = [];
  for (const one of new Set(remaining)) {
    const fault = under.has(one) ? faultById(context.raw, one) : undefined;
    if (!fault) return refuse('notFoldedHere', { number });
    const facts = stepFacts('unfold', fault, {}, context);
    if ('refusal' in facts) return facts;
    events.push(faultUnfolded(one, { ...facts, reason: number }));
  }
  return events;
}
