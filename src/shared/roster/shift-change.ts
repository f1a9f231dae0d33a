import { z } from 'zod';
import { Id } from '../input';
import { PersonReference } from '../references';
import { BrokenRule } from './broken-rules';
import { ShiftKey } from './shift';

/** 请假, 换班, 代班 (domain.md 1). */
export const shiftChangeKinds = ['leave', 'swap', 'standIn'] as const;
export const ShiftChangeKind = z.enum(shiftChangeKinds);
export type ShiftChangeKind = z.infer<typeof ShiftChangeKind>;

export const shiftChangeStates = ['asked', 'accepted', 'declined', 'approved', 'refused', 'withdrawn'] as const;
export const ShiftChangeState = z.enum(shiftChangeStates);
export type ShiftChangeState = z.infer<typeof ShiftChangeState>;

/** What can happen to a request; `settled` ends a contradiction of two desks. */
export const shiftChangeSteps = ['asked', 'accepted', 'declined', 'approved', 'refused', 'withdrawn', 'settled'] as const;
export const ShiftChangeStep = z.enum(shiftChangeSteps);
export type ShiftChangeStep = z.infer<typeof ShiftChangeStep>;

/** Nothing is decided yet: it waits for the stand-in or for the leader. */
export function isPending(state: ShiftChangeState): boolean {
  return state === 'asked' || state === 'accepted';
}

/** Whom a request waits for: the stand-in's word first, where there is one. */
export function waitsFor(state: ShiftChangeState, hasStandIn: boolean): 'standIn' | 'leader' | undefined {
  if (state === 'asked') return hasStandIn ? 'standIn' : 'leader';
  return state === 'accepted' ? 'leader' : undefined;
}

/**
 * What a request's steps amount to. Alone a desk takes no step that contradicts an earlier one; where two desks did, what
 * was approved stands (the roster follows it) and `contested` says so until it is settled.
 */
export function stateAfter(steps: readonly { step: ShiftChangeStep; stands?: 'approved' | 'refused' | undefined }[]): {
  state: ShiftChangeState;
  contested: boolean;
} {
  const settled = steps.findLastIndex(({ step }) => step === 'settled');
  const verdict = steps[settled]?.stands;
  const decided = new Set<ShiftChangeStep>(verdict ? [verdict] : []);
  let last: ShiftChangeState = verdict ?? 'asked';
  for (const { step } of steps.slice(settled + 1)) {
    if (step === 'asked' || step === 'settled') continue;
    if (step !== 'accepted') decided.add(step);
    if (step !== 'accepted' || last === 'asked') last = step;
  }
  if (decided.has('approved')) return { state: 'approved', contested: decided.size > 1 };
  return { state: last, contested: false };
}

const Touched = z.object({ key: ShiftKey, name: z.string(), date: z.string(), start: z.number(), end: z.number() });

export const ShiftChangeRecord = z.object({
  id: Id,
  kind: ShiftChangeKind,
  state: ShiftChangeState,
  /** Decided differently at two desks apart. */
  contested: z.boolean(),
  person: PersonReference,
  standIn: PersonReference.nullable(),
  /** The shift given up, and in a swap the one taken for it. */
  shift: Touched.nullable(),
  standInShift: Touched.nullable(),
  from: z.number(),
  until: z.number(),
  reason: z.string(),
  onBehalf: z.boolean(),
  late: z.boolean(),
  author: z.string(),
  askedAt: z.number(),
  steps: z.array(
    z.object({
      step: ShiftChangeStep,
      at: z.number(),
      author: z.string(),
      letter: z.string(),
      reason: z.string(),
      byPassword: z.boolean(),
      stands: z.enum(['approved', 'refused']).optional(),
    }),
  ),
  /** Which shifts an approval would touch now, and which rules it would break there; of pending requests only. */
  touches: z.array(ShiftKey),
  breaks: z.array(BrokenRule),
  /** Who the asking officer is in it: one of the two cannot approve. */
  mine: z.enum(['person', 'standIn']).optional(),
});
export type ShiftChangeRecord = z.infer<typeof ShiftChangeRecord>;
