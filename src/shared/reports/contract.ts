import { z } from 'zod';
import { command, query, slice } from '../contract';
import { logWriters } from '../duty-log/contract';
import { FilledText, HumanNumber, Id, InstantInput } from '../input';
import { MatterLevel } from '../matters/level';
import { Means } from '../matters/means';
import { PersonReference } from '../references';
import { deskRoles } from '../roles';
import { type ContentPart, missingContents, mostTold, ReportContents, type Stage, ToldRole } from './contents';
import { ReportReason } from './events';
import { ReportCard, ReportRecord } from './record';

const Contents = z.object(ReportContents.shape);
/** Without a time, now. */
const ToldInput = z.object({ to: PersonReference, role: ToldRole, means: Means, at: InstantInput.optional() });

function complete(stage: Stage, contents: z.infer<typeof Contents>, context: z.RefinementCtx): void {
  for (const part of missingContents(stage, contents) satisfies ContentPart[])
    context.addIssue({ code: 'custom', path: ['contents', part], message: 'required' });
}

const report = {
  id: Id,
  contents: Contents,
  /** As before, when left out. */
  level: MatterLevel.optional(),
  told: z.array(ToldInput).max(mostTold).default([]),
};
/** When the next report is promised. */
const nextAt = InstantInput.nullable().default(null);
const times = ['timeInFuture', 'toldBeforeReceipt'] as const;

/** Reports within five minutes (信息报告; domain.md 1). The arithmetic of their clock: clock.ts. */
export const reports = slice('reports', {
  /** Marks a log entry as important. `over`: ms past the five minutes already, for an entry that was entered late. */
  start: command({
    input: z.object({ logEntry: Id, level: MatterLevel.default('ordinary') }),
    output: z.object({ id: Id, number: HumanNumber, due: z.number(), over: z.number() }),
    roles: logWriters,
    refuses: ['logEntryNotFound', 'entryVoided', 'alreadyStarted'],
  }),
  /** The first report, then follow-ups: which of the two, the station knows. */
  send: command({
    input: z.object({ ...report, nextAt }).superRefine(({ contents }, context) => complete('first', contents, context)),
    output: z.object({ stage: z.enum(['first', 'followUp']) }),
    roles: logWriters,
    refuses: ['reportEnded', ...times, 'nextInPast'],
  }),
  /** One more person was told, by phone say, before or after anything is sent. */
  tell: command({
    input: z.object({ id: Id, told: ToldInput }),
    output: z.null(),
    roles: logWriters,
    refuses: ['reportWithdrawn', ...times],
  }),
  /** A leader's instruction (领导批示); with `track` it becomes a matter that is handed over until it is done. */
  instruct: command({
    input: z.object({
      id: Id,
      leader: PersonReference,
      text: FilledText(1_000),
      happenedAt: InstantInput.optional(),
      track: z
        .object({ holder: PersonReference.nullable().default(null), deadline: InstantInput.nullable().default(null) })
        .nullable()
        .default(null),
    }),
    output: z.object({ matter: z.object({ id: Id, number: HumanNumber }).nullable() }),
    roles: logWriters,
    refuses: ['reportWithdrawn', 'timeInFuture', 'timeBeforeReceipt', 'deadlineBeforeReceipt'],
  }),
  /** The final report: all seven contents. A matter that is soon over may have no other. */
  finish: command({
    input: z.object(report).superRefine(({ contents }, context) => complete('final', contents, context)),
    output: z.null(),
    roles: logWriters,
    refuses: ['reportEnded', ...times],
  }),
  /** 误标: the mark is taken back with a reason; the report stays on record. */
  withdraw: command({ input: z.object({ id: Id, reason: ReportReason }), output: z.null(), roles: logWriters, refuses: ['reportEnded'] }),
  /** The open ones, those that press first first. */
  open: query({ input: z.object({}), output: z.array(ReportCard), roles: deskRoles, reads: ['reports'] }),
  /** Ended ones too, newest first; for the list and for a shift's page. */
  list: query({
    input: z.object({ from: InstantInput.optional(), until: InstantInput.optional() }),
    output: z.array(ReportCard),
    roles: deskRoles,
    reads: ['reports'],
  }),
  one: query({ input: z.object({ id: Id }), output: ReportRecord, roles: deskRoles, reads: ['reports'] }),
  ofLogEntry: query({ input: z.object({ logEntry: Id }), output: ReportCard.nullable(), roles: deskRoles, reads: ['reports'] }),
  /** What the form begins with: of the log entry its time, place, source and nature, and who had to be told at the receipt. */
  prefill: query({
    input: z.object({ id: Id }),
    output: z.object({
      contents: Contents,
      shiftLeader: PersonReference.nullable(),
      mainLeaders: z.array(z.object({ to: PersonReference, role: ToldRole })),
    }),
    roles: deskRoles,
    reads: ['reports', 'dutyLog', 'roster', 'accounts'],
  }),
  /** Of the matters received in a span of time: reports due, told in time, late (迟报), missing (漏报). Withdrawn ones do not count. */
  figures: query({
    input: z.object({ from: InstantInput, until: InstantInput }),
    output: z.object({ reports: z.number(), onTime: z.number(), late: z.number(), missing: z.number() }),
    roles: deskRoles,
    reads: ['reports'],
  }),
});
