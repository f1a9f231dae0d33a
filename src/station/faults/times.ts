import { ledgerOf } from '../../shared/faults/course';
import { guideOf } from '../../shared/faults/guide';
import type { Breach, ClockOfFault, FaultRecord } from '../../shared/faults/record';
import type { Clock } from '../../shared/service-profiles/profile';
import { breachKey, clocksOfFault } from './clocks';
import type { Fault } from './fault';
import { calendarBookOf, type ClockContext } from './profile-of-fault';

/** Everything about time in a fault's record: its clocks, its ledger, the steps its profile leads through, and its breaches. */
export function timesOf(context: ClockContext, fault: Fault): Pick<FaultRecord, 'clocks' | 'ledger' | 'guide' | 'breaches'> {
  const book = calendarBookOf(context);
  const { profile, subject, clocks } = clocksOfFault(context, fault, book);
  const byCode = new Map(profile?.clocks.map((clock) => [clock.code, clock]));
  const told = (code: string): Pick<Clock, 'aim' | 'name' | 'pausedBy'> =>
    byCode.get(code) ?? { aim: 'form', name: { zh: code, en: code }, pausedBy: [] };
  const named: ClockOfFault[] = clocks.map((state) => {
    const { aim, name, pausedBy } = told(state.clock);
    return { ...state, aim, name, pausedBy };
  });
  const standing = new Set(clocks.map(({ clock, round, dueAt }) => breachKey(clock, round, dueAt ?? 0)));
  const breaches = fault.timeline.flatMap((moment): Breach[] => {
    const { verb, clock = '', round = 1, dueAt = 0, limit = 0 } = moment;
    if (verb !== 'breach') return [];
    const why = fault.timeline.findLast((one) => one.verb === 'explain' && one.clock === clock && one.round === round);
    const { aim, name } = told(clock);
    return [
      {
        clock,
        aim,
        name,
        round,
        dueAt,
        limit,
        borneOut: standing.has(breachKey(clock, round, dueAt)),
        breachCause: why?.breachCause,
        reason: why?.reason,
        explainedBy: why?.by.name,
      },
    ];
  });
  return {
    clocks: named,
    ledger: ledgerOf(fault, new Map(profile?.clocks.map(({ code, pausedBy }) => [code, pausedBy]))),
    guide: profile ? guideOf(subject, fault.timeline, profile, book) : [],
    breaches,
  };
}
