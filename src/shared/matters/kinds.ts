import { z } from 'zod';

/**
 * What is tracked to done and passed from shift to shift until it is: phone instructions from above (电话指示), notices (通知),
 * requests (请示) of domain.md 1; promises made to callers (domain.md 2); silenced alarms and hand-carried items (issue 3).
 */
export const matterKinds = ['instruction', 'notice', 'request', 'promise', 'silencedAlarm', 'carriedItem'] as const;
export const MatterKind = z.enum(matterKinds);
export type MatterKind = z.infer<typeof MatterKind>;

/** Parts of a matter that may be left out, unless its kind needs them. */
export type MatterPart = 'from' | 'holder' | 'text' | 'deadline';

/**
 * What each kind cannot do without. `from`: who gave, asked, was promised, silenced the alarm, brought the item. `holder`: who is
 * to do it, or is to have the item. `text`: for a silenced alarm why. `deadline`: for a silenced alarm until when.
 */
export const neededParts: Readonly<Record<MatterKind, readonly MatterPart[]>> = {
  instruction: ['from'],
  notice: ['from'],
  request: ['from'],
  promise: ['from'],
  silencedAlarm: ['from', 'text', 'deadline'],
  carriedItem: ['from', 'holder'],
};

/** The parts that a matter of this kind needs and lacks, in the order of the form. */
export function missingParts(kind: MatterKind, parts: Readonly<Partial<Record<MatterPart, unknown>>>): MatterPart[] {
  return neededParts[kind].filter((part) => parts[part] === undefined || parts[part] === null || parts[part] === '');
}
