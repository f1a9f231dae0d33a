import type { EntryFacts } from '../../shared/event';
import {
  taskOrderAlarmTaken,
  taskOrderIssued,
  taskOrderReceived,
  taskOrderRefused,
  taskOrderSetUp,
  taskOrderSilenceNoted,
  taskOrderUnanswered,
  taskOrderWithdrawn,
} from '../../shared/warnings/task-order-events';
import { type FoldOf, on } from '../journal/projection';
import type { KeptOrderMoment, Order } from './order';

export const unheardOrder: Order = { numbers: [], timeline: [] };

function noted(
  order: Order,
  verb: KeptOrderMoment['verb'],
  { id, at, station }: EntryFacts,
  author: string,
  text: string,
  said: Partial<KeptOrderMoment> = {},
): Order {
  return { ...order, timeline: [...order.timeline, { entry: id, verb, at, happenedAt: at, station, author, text, ...said }] };
}

export const orderFolds: FoldOf<Order>[] = [
  // Two desks that raise one warning to level I both write to every unit: it is one order, and the first wording stands.
  on(taskOrderIssued, (order: Order, { author, ...facts }, entry) =>
    noted({ ...order, facts: order.facts ?? facts, numbers: [...new Set([...order.numbers, facts.number])] }, 'issue', entry, author, '', {
      happenedAt: facts.issuedAt,
    }),
  ),
  on(taskOrderReceived, (order: Order, { author, by, means, happenedAt }, facts) =>
    noted(order, 'receive', facts, author, '', { by, means, happenedAt }),
  ),
  on(taskOrderSetUp, (order: Order, { author, strength, note, happenedAt }, facts) =>
    noted(order, 'setUp', facts, author, note, { strength, happenedAt }),
  ),
  on(taskOrderRefused, (order: Order, { author, by, reason, happenedAt }, facts) =>
    noted(order, 'refuse', facts, author, reason, { by, happenedAt }),
  ),
  on(taskOrderUnanswered, (order: Order, { author, note, happenedAt }, facts) =>
    noted(order, 'unanswered', facts, author, note, { happenedAt }),
  ),
  on(taskOrderWithdrawn, (order: Order, { author, reason }, facts) => noted(order, 'withdraw', facts, author, reason)),
  on(taskOrderSilenceNoted, (order: Order, _, facts) =>
    order.timeline.some(({ verb }) => verb === 'silence') ? order : noted(order, 'silence', facts, '', ''),
  ),
  on(taskOrderAlarmTaken, (order: Order, { author, about }, facts) => noted(order, 'takeAlarm', facts, author, '', { by: about })),
];
