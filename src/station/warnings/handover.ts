import type { HandoverItem, ShiftFigure } from '../../shared/handover/item';
import { isHighRisk } from '../../shared/matters/level';
import type { Shift } from '../../shared/roster/shift';
import { dateIn, type Instant, instantIn } from '../../shared/time';
import { reportClocksOf } from '../../shared/warnings/clocks';
import { attentionOf, kindWords, levelWords } from '../../shared/warnings/plain-words';
import { answerDueAt, isSilent } from '../../shared/warnings/task-order';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { orderStandingOf } from './order';
import { holidayPrompts, ordersOf, type ReadWarning, warningsOpen, warningsStanding } from './read';
import { isInForce } from './warning';

type Book = Pick<Context, 'raw' | 'db' | 'now' | 'zone'>;

/** Every warning in force, sign still judged, decision without its signature, order not yet answered, holiday not yet answered for. */
export function warningItems(context: Book, _shift?: Pick<Shift, 'end'>): HandoverItem[] {
  const { raw, now } = context;
  return [
    ...warningsOpen(raw).flatMap((read) => [itemOf(read, now), ...(isInForce(read.standing) ? orderItems(context, read) : [])]),
    ...holidayPrompts(context.db, raw, dateIn(context.zone, now))
      .filter(({ open }) => open)
      .map((prompt): HandoverItem => {
        const due = instantIn(context.zone, prompt.firstDay, '00:00');
        return {
          key: `holidayPrompt:${prompt.id}`,
          kind: 'holidayPrompt',
          number: '',
          title: `${prompt.name}预案：是否开始准备？（${prompt.firstDay} 至 ${prompt.lastDay}）`,
          state: prompt.contested ? 'contested' : 'unanswered',
          nextCode: 'answerPrompt',
          next: '',
          holder: '',
          since: prompt.raisedAt,
          ...(due === undefined ? {} : { due }),
          highRisk: false,
        };
      }),
  ];
}

function itemOf({ id, standing }: ReadWarning, now: Instant): HandoverItem {
  const { number, level, kind, outcome, contents, since, issuer, sides, texts, unsigned, times } = standing;
  const contested = sides.length + texts.length > 0;
  const running = reportClocksOf(times, now).filter(({ standing: state }) => state === 'running' || state === 'over');
  const next = contested
    ? 'settle'
    : running.some(({ duty }) => duty === 'office')
      ? 'reportOffice'
      : running.length > 0
        ? 'reportLeadingGroup'
        : outcome === 'sign'
          ? 'judge'
          : unsigned.length > 0
            ? 'sign'
            : 'lift';
  const due = running.length > 0 ? Math.min(...running.map(({ dueAt }) => dueAt)) : (contents?.until ?? undefined);
  const head = level && kind ? `${levelWords[level]}${kindWords[kind]}` : '';
  return {
    key: `warning:${id}`,
    kind: 'warning',
    subject: id,
    number,
    title: beginning([head, contents?.what ?? '', contents?.measures ?? ''].filter(Boolean).join('\n'), 400),
    state: contested ? 'contested' : outcome === 'inForce' ? (unsigned.length > 0 ? 'warningUnsigned' : 'warningInForce') : outcome,
    nextCode: next,
    next: '',
    holder: beginning(issuer?.name ?? '', 80),
    since,
    ...(due === undefined ? {} : { due }),
    highRisk: level !== undefined && isInForce(standing) && isHighRisk(level),
  };
}

/** Orders that ask for somebody: not received, refused, not in place. */
function orderItems({ raw, now }: Book, { id: warning, standing }: ReadWarning): HandoverItem[] {
  return ordersOf(raw, warning).flatMap(({ id, order }): HandoverItem[] => {
    const { facts } = order;
    const state = orderStandingOf(order);
    if (!facts || state.state === 'withdrawn' || state.state === 'setUp') return [];
    const due = state.state === 'sent' ? answerDueAt(facts) : (facts.setUpBy ?? undefined);
    return [
      {
        key: `taskOrder:${id}`,
        kind: 'taskOrder',
        subject: warning,
        number: facts.number,
        title: beginning(`${facts.unitName}\n${facts.tasks}`, 400),
        state: isSilent({ facts, state: state.state }, now) ? 'orderSilent' : orderStates[state.state],
        nextCode: state.state === 'received' ? 'orderSetUp' : 'orderReceive',
        next: '',
        holder: beginning(`${facts.contact} ${facts.phone}`, 80),
        since: facts.issuedAt,
        ...(due === undefined ? {} : { due }),
        highRisk: isHighRisk(standing.level ?? facts.level),
      },
    ];
  });
}

const orderStates = {
  sent: 'orderSent',
  received: 'orderReceived',
  refused: 'orderRefused',
  setUp: 'orderSetUp',
  withdrawn: 'withdrawn',
} as const;

/** Lines that stand under special attention of the next shift: every warning in force (domain.md 2). */
export function warningAttention({ raw, zone }: Pick<Context, 'raw' | 'zone'>): string[] {
  return warningsStanding(raw).flatMap(({ standing: { number, level, kind, contents } }) =>
    level && kind && contents ? [attentionOf(number, level, kind, contents, zone)] : [],
  );
}

function beginning(text: string, longest: number): string {
  return (text.length > longest ? `${text.slice(0, longest - 1)}…` : text).toWellFormed().trim();
}

/** Warnings published and lifted in a span, and those in force at the end of it (or now). */
export function warningFigures({ raw, now }: Pick<Context, 'raw' | 'now'>, from: Instant, until: Instant): ShiftFigure[] {
  const count = (where: string, ...values: number[]) =>
    statement<number[], number>(raw, `SELECT count(*) FROM warnings WHERE ${where}`)
      .pluck()
      .get(...values) ?? 0;
  const at = Math.min(now, until);
  return [
    { key: 'warningsPublished', value: count('published_at >= ? AND published_at < ?', from, until) },
    { key: 'warningsLifted', value: count("outcome = 'lifted' AND ended_at >= ? AND ended_at < ?", from, until) },
    { key: 'warningsInForce', value: count('published_at <= ? AND (ended_at IS NULL OR ended_at > ?)', at, at) },
  ];
}
