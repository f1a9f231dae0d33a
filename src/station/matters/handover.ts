import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import { isHighRisk } from '../../shared/matters/level';
import type { Instant } from '../../shared/time';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { standingOf } from './matter';
import { openMatters } from './read';

/** Every open matter, as it is handed over: all of them pass from shift to shift until they are done (domain.md 2). */
export function handoverItems({ raw }: Pick<Context, 'raw'>): HandoverItem[] {
  return openMatters(raw).map(({ id, matter }) => {
    const { opening } = matter;
    const { state, receivedAt, deadline, holder, next, contests } = standingOf(matter);
    return {
      key: `matter:${id}`,
      kind: opening?.kind ?? 'notice',
      subject: id,
      number: opening?.number ?? '',
      title: beginning([opening?.title, opening?.text].filter(Boolean).join('\n')),
      state: contests.length > 0 ? 'contested' : state,
      nextCode: contests.length > 0 ? 'settle' : state === 'open' && opening?.kind !== 'silencedAlarm' ? 'relay' : 'finish',
      next,
      holder: holder?.name ?? '',
      since: receivedAt,
      ...(deadline === undefined ? {} : { due: deadline }),
      highRisk: isHighRisk(opening?.level ?? 'ordinary'),
    };
  });
}

/** What a handover item has room for. */
const longest = 400;

function beginning(text: string): string {
  return (text.length > longest ? `${text.slice(0, longest - 1)}…` : text).toWellFormed().trim();
}

/** Matters received, done, and over their deadline at the end of the span (or now). */
export function matterFigures({ raw, now }: Pick<Context, 'raw' | 'now'>, from: Instant, until: Instant): ShiftFigure[] {
  const count = (where: string, ...values: number[]) =>
    statement<number[], number>(raw, `SELECT count(*) FROM matters WHERE ${where}`)
      .pluck()
      .get(...values) ?? 0;
  return [
    { key: 'mattersOpened', value: count("number <> '' AND received_at >= ? AND received_at < ?", from, until) },
    { key: 'mattersDone', value: count("state = 'done' AND since >= ? AND since < ?", from, until) },
    { key: 'mattersOverdue', value: count('open = 1 AND deadline < ?', Math.min(now, until)) },
  ];
}
