import type { z } from 'zod';
import { currentFields } from '../../shared/duty-log/entry';
import { isAhead } from '../../shared/duty-log/late';
import type { EventDraft } from '../../shared/event';
import type { reports as contract } from '../../shared/reports/contract';
import { reportClockOf, reportWithin } from '../../shared/reports/clock';
import type { Stage, Told } from '../../shared/reports/contents';
import { reportInstructed, reportSent, reportStarted, reportTold, reportWithdrawn } from '../../shared/reports/events';
import { yearIn } from '../../shared/time';
import { entryById } from '../duty-log';
import { append, type Decided, type HandlersOf, type Refused, refuse, type SignedContext } from '../handler';
import { openingOf } from '../matters';
import { nextNumber } from '../numbers';
import { letterOf } from '../unit';
import { reportFiguresOf } from './figures';
import { line, prefillOf } from './prefill';
import { cardOf, openReports, reportById, reportIdOf, reportRecord, reportsReceived } from './read';
import { isOpen, type Report, type Standing, standingOf, turnsInForce } from './report';

type ToldInput = z.output<typeof contract.tell.input>['told'];

/** Most reports that a list answers with. */
const longestList = 500;

function found(id: string, { raw }: SignedContext): { report: Report; now: Standing } | Refused {
  const report = reportById(raw, id);
  return report ? { report, now: standingOf(report) } : refuse('notFound');
}

/** A report that can still be sent, told of, ended. */
function foundOpen(id: string, context: SignedContext): { report: Report; now: Standing } | Refused {
  const one = found(id, context);
  if ('refusal' in one || isOpen(one.now.state)) return one;
  return refuse('reportEnded', { number: one.report.numbers[0] ?? '', state: one.now.state });
}

/** Ids of the turns that a further one takes the place of. */
function replacedBy(report: Report): string[] {
  return turnsInForce(report)
    .map(({ entry }) => entry)
    .slice(-100);
}

/** Nobody can have been told ahead of now, or of what had not been received yet. */
function toldOf(told: readonly ToldInput[], { receivedAt }: Standing, { now }: SignedContext): Told[] | Refused {
  const all: Told[] = [];
  for (const { at, ...rest } of told) {
    if (at !== undefined && isAhead(at, now)) return refuse('timeInFuture', { at });
    if (at !== undefined && at < receivedAt) return refuse('toldBeforeReceipt', { at, receivedAt });
    // A receipt told a moment ahead of this desk's clock: nobody was told before it.
    all.push({ ...rest, at: at ?? Math.max(now, receivedAt) });
  }
  return all;
}

function start(
  { logEntry, level }: z.output<typeof contract.start.input>,
  context: SignedContext,
): Decided<z.input<typeof contract.start.output>> {
  const { now, zone, db, raw, journal, officer } = context;
  const known = entryById(raw, logEntry);
  if (!known) return refuse('logEntryNotFound');
  const { original, corrections, voidings } = known.entry;
  if (voidings.length > 0) return refuse('entryVoided', { number: original.number });
  const id = reportIdOf(logEntry);
  const earlier = reportById(raw, id);
  if (earlier?.start && standingOf(earlier).state !== 'withdrawn') return refuse('alreadyStarted', { number: earlier.numbers[0] ?? '' });
  const { occurredAt: receivedAt, text } = currentFields(original, corrections);
  // Marked again after the mark was taken back it is the same report.
  const number = earlier?.numbers[0] ?? nextNumber(raw, 'report_numbers', letterOf(db, journal.station), yearIn(zone, now));
  const title = line(text, 120);
  const started = reportStarted(id, {
    author: officer.name,
    number,
    logEntry,
    logNumber: original.number,
    title,
    receivedAt,
    level,
    replaces: earlier ? replacedBy(earlier) : [],
  });
  const due = receivedAt + reportWithin;
  return append(started, { id, number, due, over: Math.max(0, now - due) });
}

function sent(
  stage: Stage,
  { id, contents, level, told, nextAt = null }: Omit<z.output<typeof contract.send.input>, 'nextAt'> & { nextAt?: number | null },
  { report, now }: { report: Report; now: Standing },
  context: SignedContext,
): EventDraft | Refused {
  const people = toldOf(told, now, context);
  if ('refusal' in people) return people;
  if (isAhead(contents.time, context.now)) return refuse('timeInFuture', { at: contents.time });
  const replaces = stage === 'final' ? replacedBy(report) : [];
  return reportSent(id, { author: context.officer.name, stage, contents, level: level ?? now.level, told: people, nextAt, replaces });
}

/** Reports within five minutes: what was important, who was told when, what was said. The clock itself is arithmetic (clock.ts). */
export const reportHandlers: HandlersOf<typeof contract> = {
  start,
  send: (input, context) => {
    const one = foundOpen(input.id, context);
    if ('refusal' in one) return one;
    if (input.nextAt !== null && input.nextAt < context.now) return refuse('nextInPast', { at: input.nextAt });
    const stage = one.now.sent ? 'followUp' : 'first';
    const event = sent(stage, input, one, context);
    return 'refusal' in event ? event : append(event, { stage });
  },
  tell: ({ id, told }, context) => {
    const one = found(id, context);
    if ('refusal' in one) return one;
    if (one.now.state === 'withdrawn') return refuse('reportWithdrawn', { number: one.report.numbers[0] ?? '' });
    const people = toldOf([told], one.now, context);
    return 'refusal' in people ? people : append(people.map((person) => reportTold(id, { author: context.officer.name, told: person })));
  },
  instruct: ({ id, leader, text, happenedAt, track }, context) => {
    const one = found(id, context);
    if ('refusal' in one) return one;
    const { report, now } = one;
    if (now.state === 'withdrawn') return refuse('reportWithdrawn', { number: report.numbers[0] ?? '' });
    const at = happenedAt ?? Math.max(context.now, now.receivedAt);
    if (isAhead(at, context.now)) return refuse('timeInFuture', { at });
    if (at < now.receivedAt) return refuse('timeBeforeReceipt', { at, receivedAt: now.receivedAt });
    const said = { author: context.officer.name, leader, text, happenedAt: at };
    if (!track) return append(reportInstructed(id, { ...said, matter: null, matterNumber: '' }), { matter: null });
    const opening = openingOf(
      {
        ...track,
        kind: 'instruction',
        title: line(text, 120),
        text,
        from: leader,
        level: now.level,
        receivedAt: at,
        // The entry may not have come over from the other desk yet.
        logEntry: report.start && entryById(context.raw, report.start.logEntry) ? report.start.logEntry : null,
      },
      context,
    );
    if ('refusal' in opening) return opening;
    const matter = { id: opening.id, number: opening.number };
    return append([opening.event, reportInstructed(id, { ...said, matter: matter.id, matterNumber: matter.number })], { matter });
  },
  finish: (input, context) => {
    const one = foundOpen(input.id, context);
    if ('refusal' in one) return one;
    const event = sent('final', input, one, context);
    return 'refusal' in event ? event : append(event);
  },
  withdraw: ({ id, reason }, context) => {
    const one = foundOpen(id, context);
    if ('refusal' in one) return one;
    return append(reportWithdrawn(id, { author: context.officer.name, reason, replaces: replacedBy(one.report) }));
  },
  open: (_, { raw, now }) =>
    openReports(raw)
      .map(({ id, report }) => cardOf(id, report))
      // What still has to be told stands before what only waits for its next report.
      .sort((a, b) => pressing(a, now) - pressing(b, now) || a.receivedAt - b.receivedAt),
  list: ({ from = 0, until = Number.MAX_SAFE_INTEGER }, { raw }) =>
    reportsReceived(raw, from, until, longestList).map(({ id, report }) => cardOf(id, report)),
  one: ({ id }, { db, raw }) => reportRecord(db, raw, id) ?? { refusal: { code: 'notFound' } },
  ofLogEntry: ({ logEntry }, { raw }) => {
    const id = reportIdOf(logEntry);
    const report = reportById(raw, id);
    return report?.start ? cardOf(id, report) : null;
  },
  prefill: ({ id }, context) => {
    const report = reportById(context.raw, id);
    return report ? prefillOf(report, context) : { refusal: { code: 'notFound' } };
  },
  figures: ({ from, until }, context) => reportFiguresOf(context, from, until),
};

function pressing(card: ReturnType<typeof cardOf>, now: number): number {
  return reportClockOf(card, now).toldAt === undefined ? 0 : 1;
}
