import type { EventDraft } from '../../shared/event';
import { dateIn } from '../../shared/time';
import { reportClocksOf } from '../../shared/warnings/clocks';
import { warningReportOverdueNoted } from '../../shared/warnings/events';
import { holidayPromptRaised, holidaysToAsk } from '../../shared/warnings/holiday-prompts';
import { answerDueAt, isSilent } from '../../shared/warnings/task-order';
import { taskOrderSilenceNoted } from '../../shared/warnings/task-order-events';
import { dateAfter } from '../../shared/roster/pattern';
import { calendarOf } from '../calendar';
import type { Context } from '../handler';
import type { Notice } from '../notice';
import { derivedId } from '../random';
import { orderStandingOf } from './order';
import { ordersOf, promptById, warningsOpen } from './read';
import { isInForce } from './warning';

type Noticed = EventDraft & { derivedId: string };

/**
 * Reports that were not made in time, units that stayed silent, holidays that come near: once each, by whichever desk notices, also
 * after the station was off (domain.md 4; issue 5).
 */
export const warningsFallingDue: Notice = (context) => [...overdue(context), ...holidaysNear(context)];

function overdue({ raw, now }: Pick<Context, 'raw' | 'now'>): Noticed[] {
  return warningsOpen(raw).flatMap(({ id, warning, standing }) => {
    const late = reportClocksOf(standing.times, now).filter(
      ({ standing: state, duty, dueAt }) =>
        state === 'over' && !warning.timeline.some((one) => one.verb === 'overdue' && one.duty === duty && one.dueAt === dueAt),
    );
    const breaches = late.map(({ duty, startedAt, dueAt }) => ({
      ...warningReportOverdueNoted(id, { duty, startedAt, dueAt }),
      derivedId: derivedId(`warning.reportOverdue/${id}/${duty}/${dueAt}`),
    }));
    if (!isInForce(standing)) return breaches;
    const silences = ordersOf(raw, id).flatMap(({ id: order, order: { facts, timeline, numbers } }) => {
      const state = orderStandingOf({ numbers, timeline });
      if (!facts || !isSilent({ facts, ...state }, now) || timeline.some(({ verb }) => verb === 'silence')) return [];
      return [{ ...taskOrderSilenceNoted(order, { dueAt: answerDueAt(facts) }), derivedId: derivedId(`taskOrder.silence/${order}`) }];
    });
    return [...breaches, ...silences];
  });
}

/** How far ahead the calendar is read, days: the longest holiday, and the days by which it is asked about. */
const daysRead = 40;

function holidaysNear({ raw, db, now, zone }: Pick<Context, 'raw' | 'db' | 'now' | 'zone'>): Noticed[] {
  const today = dateIn(zone, now);
  // From some days back, so that a holiday that has begun is known by its first day.
  const { days } = calendarOf({ db }, dateAfter(today, -daysRead), dateAfter(today, daysRead));
  return holidaysToAsk(days, today).flatMap((holiday) => {
    const id = holidayPromptId(holiday.name, holiday.year);
    if (promptById(raw, id)?.holiday) return [];
    return [{ ...holidayPromptRaised(id, holiday), derivedId: derivedId(`holidayPrompt.raised/${id}`) }];
  });
}

/** Every desk names the question about one holiday of one year alike. */
export function holidayPromptId(name: string, year: number): string {
  return derivedId(`holidayPrompt/${year}/${name}`);
}
