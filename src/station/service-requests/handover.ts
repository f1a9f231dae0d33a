import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import { nextLimit } from '../../shared/service-requests/limits';
import { beginningOf } from '../../shared/service-requests/names';
import type { Instant } from '../../shared/time';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { openRequests } from './read';
import { type RequestContext, requestReader } from './reading';

/** Every open request with its service, next step and deadline: all of them pass from shift to shift (domain.md 2). */
export function requestItems(context: RequestContext): HandoverItem[] {
  const stored = openRequests(context.raw);
  if (stored.length === 0) return [];
  const { read } = requestReader(context);
  return stored.map(({ id, request }) => {
    const { course, service, steps, limits, receivedAt } = read(request);
    const { registration, timeline } = request;
    const next = steps.find(({ standing }) => standing === 'next')?.step;
    const contested = course.contests.length > 0;
    const clock = nextLimit(limits);
    const doer = timeline.findLast((moment) => moment.verb === 'take' && moment.doer)?.doer;
    return {
      key: `serviceRequest:${id}`,
      kind: 'serviceRequest',
      subject: id,
      number: registration?.number ?? '',
      title: beginningOf([service?.name.zh ?? course.phases.at(-1)?.service, registration?.title].filter(Boolean).join('：'), 400),
      state: contested ? 'contested' : 'open',
      nextCode: contested ? 'settle' : '',
      // The words of a step are its contract's.
      next: contested ? '' : (next?.name.zh ?? ''),
      holder: doer?.name ?? '',
      since: receivedAt,
      ...(clock ? { due: clock.dueAt } : {}),
      highRisk: false,
    };
  });
}

/** Requests registered and ended in a span, and limits that were not kept in it. */
export function requestFigures({ raw }: Pick<Context, 'raw'>, from: Instant, until: Instant): ShiftFigure[] {
  const count = (where: string) =>
    statement<[number, number], number>(raw, `SELECT count(*) FROM service_requests WHERE number <> '' AND ${where}`)
      .pluck()
      .get(from, until) ?? 0;
  return [
    { key: 'requestsRegistered', value: count('received_at >= ? AND received_at < ?') },
    { key: 'requestsEnded', value: count("outcome = 'ended' AND ended_at >= ? AND ended_at < ?") },
  ];
}
