import { z } from 'zod';
import { Id } from '../input';
import { type Instant, minute } from '../time';
import { OrderFacts, UnitFacts } from './task-order-events';

/** A unit is silent after half an hour, unless its order says otherwise. */
export const usualAnswerMinutes = 30;

export const orderVerbs = ['issue', 'receive', 'setUp', 'refuse', 'unanswered', 'withdraw', 'silence', 'takeAlarm'] as const;

/** `sent` until the unit says something. Refused and then received is received: the last word of the unit holds. */
export const orderStates = ['sent', 'received', 'setUp', 'refused', 'withdrawn'] as const;
export const OrderState = z.enum(orderStates);
export type OrderState = z.infer<typeof OrderState>;

export const OrderMoment = z.object({
  entry: Id,
  verb: z.enum(orderVerbs),
  at: z.number(),
  author: z.string(),
  letter: z.string(),
  happenedAt: z.number(),
  text: z.string(),
  by: z.string().optional(),
  means: z.string().optional(),
  strength: z.number().optional(),
});
export type OrderMoment = z.infer<typeof OrderMoment>;

export const TaskOrder = z.object({
  id: Id,
  /** Undefined while only later entries have arrived from the other desk. */
  facts: OrderFacts.optional(),
  state: OrderState,
  receivedAt: z.number().optional(),
  receivedBy: z.string().optional(),
  setUpAt: z.number().optional(),
  strength: z.number().optional(),
  refusal: z.string().optional(),
  /** How often it was called in vain. */
  unanswered: z.number(),
  timeline: z.array(OrderMoment),
});
export type TaskOrder = z.infer<typeof TaskOrder>;

export const TaskUnit = UnitFacts.extend({ id: Id, retired: z.boolean() });
export type TaskUnit = z.infer<typeof TaskUnit>;

/** When a unit counts as silent. */
export function answerDueAt({ issuedAt, answerMinutes }: Pick<OrderFacts, 'issuedAt' | 'answerMinutes'>): Instant {
  return issuedAt + answerMinutes * minute;
}

/** Nothing was heard from the unit, and its time is up. */
export function isSilent({ facts, state }: Pick<TaskOrder, 'facts' | 'state'>, now: Instant): boolean {
  return facts !== undefined && state === 'sent' && now > answerDueAt(facts);
}

/** Received or not, it is not in place though its time is up. */
export function isLateInPlace({ facts, state }: Pick<TaskOrder, 'facts' | 'state'>, now: Instant): boolean {
  return facts !== undefined && facts.setUpBy !== null && now > facts.setUpBy && (state === 'sent' || state === 'received');
}
