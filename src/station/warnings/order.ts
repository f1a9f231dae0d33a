import type { OrderFacts } from '../../shared/warnings/task-order-events';
import type { OrderMoment, OrderState, TaskOrder } from '../../shared/warnings/task-order';

/** A line of an order's timeline as it is kept. */
export interface KeptOrderMoment extends Omit<OrderMoment, 'letter'> {
  station: string;
}

/** What the entries of one task order amount to. Issued by two desks apart, the first issuing says what it asks. */
export interface Order {
  facts?: OrderFacts;
  numbers: string[];
  timeline: KeptOrderMoment[];
}

/** Where an order stands: what the unit said last holds, and nothing undoes being in place. */
export function orderStandingOf({ timeline }: Order): Omit<TaskOrder, 'id' | 'facts' | 'timeline'> {
  const byTime = timeline.toSorted((a, b) => a.happenedAt - b.happenedAt || a.at - b.at || (a.entry < b.entry ? -1 : 1));
  const received = byTime.find(({ verb }) => verb === 'receive');
  const setUp = byTime.find(({ verb }) => verb === 'setUp');
  const word = byTime.findLast(({ verb }) => verb === 'receive' || verb === 'refuse' || verb === 'setUp');
  const state: OrderState = timeline.some(({ verb }) => verb === 'withdraw')
    ? 'withdrawn'
    : word?.verb === 'refuse'
      ? 'refused'
      : setUp
        ? 'setUp'
        : received
          ? 'received'
          : 'sent';
  return {
    state,
    ...(received ? { receivedAt: received.happenedAt, receivedBy: received.by ?? '' } : {}),
    ...(setUp ? { setUpAt: setUp.happenedAt, strength: byTime.findLast(({ verb }) => verb === 'setUp')?.strength ?? 0 } : {}),
    ...(word?.verb === 'refuse' ? { refusal: word.text } : {}),
    unanswered: timeline.filter(({ verb }) => verb === 'unanswered').length,
  };
}
