import type { EventDraft } from '../../shared/event';
import { faultBreached, faultRaised } from '../../shared/faults/events';
import { dueRaises } from '../../shared/faults/raising';
import { isFinal } from '../../shared/faults/states';
import { isOver } from '../../shared/service-profiles/clocks';
import { derivedId } from '../random';
import { breachKey, type FaultClocks, owedFaults } from './clocks';
import { calendarBookOf, type ClockContext } from './profile-of-fault';

type Noticed = EventDraft & { derivedId: string };

/**
 * Limits that were not kept and cases that go up by themselves, as far as they are due now and not on record: told once each,
 * also when the station was off meanwhile or its time jumped (domain.md 3). Two desks write them under the same id.
 */
export function faultsFallingDue(context: ClockContext): Noticed[] {
  const book = calendarBookOf(context);
  return owedFaults(context).flatMap((owed) => {
    const { id, fault, subject, profile } = owed;
    const breaches = breachesOf(id, owed, context.now);
    if (!profile || isFinal(fault.state)) return breaches;
    const raises = dueRaises(fault, subject, profile, book, context.now).map((raise) => ({
      ...faultRaised(id, raise),
      derivedId: derivedId(`raise/${id}/${raise.rule}/${raise.toCode}`),
    }));
    return [...breaches, ...raises];
  });
}

function breachesOf(id: string, { fault, clocks, breached }: FaultClocks, now: number): Noticed[] {
  return clocks.flatMap((state) => {
    const { clock, round, limit, startedAt, dueAt } = state;
    if (dueAt === undefined || !isOver(state, now) || breached.has(breachKey(clock, round, dueAt))) return [];
    const breach = { clock, round, limit, startedAt, dueAt, class: fault.class ?? '', holder: fault.engineer?.name ?? '' };
    return [{ ...faultBreached(id, breach), derivedId: derivedId(`breach/${id}/${breachKey(clock, round, dueAt)}`) }];
  });
}
