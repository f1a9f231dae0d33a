import { z } from 'zod';
import { command, query, slice } from '../contract';
import { logWriters } from '../duty-log/contract';
import { FilledLine, HumanNumber, Id, InstantInput, Line, Text } from '../input';
import { PersonReference } from '../references';
import { deskRoles } from '../roles';
import { MatterNote, MatterText, MatterTitle, NextStep } from './events';
import { MatterKind, missingParts } from './kinds';
import { MatterLevel } from './level';
import { Means } from './means';
import { MatterRecord, MatterRow } from './record';

/** Largest number of ended matters a list answers with: the newest. */
export const mostEnded = 200;

export const OpenMatter = z
  .object({
    kind: MatterKind,
    title: MatterTitle,
    text: MatterText.default(''),
    from: PersonReference.nullable().default(null),
    level: MatterLevel.default('ordinary'),
    /** Now, when left out. */
    receivedAt: InstantInput.optional(),
    deadline: InstantInput.nullable().default(null),
    holder: PersonReference.nullable().default(null),
    logEntry: Id.nullable().default(null),
  })
  .superRefine(({ kind, ...parts }, context) => {
    for (const part of missingParts(kind, parts)) context.addIssue({ code: 'custom', path: [part], message: 'required' });
  });

const own = { id: Id };
const notOpen = ['notOpen'] as const;

/** Matters: whatever is tracked to done and handed over until it is (domain.md 1 and 2, issue 3). */
export const matters = slice('matters', {
  open: command({
    input: OpenMatter,
    output: z.object({ id: Id, number: HumanNumber }),
    roles: logWriters,
    refuses: ['timeInFuture', 'deadlineBeforeReceipt', 'logEntryNotFound'],
  }),
  /** Somebody was told; with `takesOver` it is theirs to do from now on. */
  relay: command({
    input: z.object({
      ...own,
      to: PersonReference,
      what: Text(1_000).default(''),
      means: Means,
      /** Now, when left out. */
      happenedAt: InstantInput.optional(),
      confirmedBy: Line(40).default(''),
      takesOver: z.boolean().default(true),
    }),
    output: z.null(),
    roles: logWriters,
    refuses: [...notOpen, 'timeInFuture', 'timeBeforeReceipt'],
  }),
  confirmReceipt: command({
    input: z.object({ ...own, relay: Id, confirmedBy: FilledLine(40), happenedAt: InstantInput.optional() }),
    output: z.null(),
    roles: logWriters,
    refuses: ['relayNotFound', 'alreadyConfirmed', 'timeInFuture', 'timeBeforeReceipt'],
  }),
  /** A note, the next step, a new deadline (null takes it away); the note is the reason for it. */
  progress: command({
    input: z.object({ ...own, note: MatterNote, next: NextStep.default(''), deadline: InstantInput.nullable().optional() }),
    output: z.null(),
    roles: logWriters,
    refuses: [...notOpen, 'deadlineBeforeReceipt', 'deadlineNeeded'],
  }),
  finish: command({ input: z.object({ ...own, result: MatterNote }), output: z.null(), roles: logWriters, refuses: notOpen }),
  reopen: command({ input: z.object({ ...own, reason: MatterNote }), output: z.null(), roles: logWriters, refuses: ['stillOpen'] }),
  cancel: command({ input: z.object({ ...own, reason: MatterNote }), output: z.null(), roles: logWriters, refuses: notOpen }),
  /** A person looked at what two desks said differently: `side`, an entry of the contradiction, is right. */
  settle: command({
    input: z.object({ ...own, side: Id, note: Text(1_000).default('') }),
    output: z.null(),
    roles: logWriters,
    refuses: ['nothingContested', 'notASide'],
  }),
  /** Open ones first, the next deadline first, those without one last; then, when wanted, the ended ones, newest first. */
  list: query({
    input: z.object({ kind: MatterKind.optional(), text: Line(80).default(''), ended: z.boolean().default(false) }),
    output: z.array(MatterRow),
    roles: deskRoles,
    reads: ['matters'],
  }),
  one: query({ input: z.object(own), output: MatterRecord, roles: deskRoles, reads: ['matters', 'dutyLog'] }),
  ofLogEntry: query({ input: z.object({ logEntry: Id }), output: z.array(MatterRow), roles: deskRoles, reads: ['matters'] }),
});
