import { z } from 'zod';
import { InstantInput, Line, Text } from '../input';
import { Means } from '../matters/means';
import { PersonReference } from '../references';

/** First report (首报), follow-up (续报), final report (终报). */
export const stages = ['first', 'followUp', 'final'] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;

/** The seven contents of a report (domain.md 1). */
export const ReportContents = z.strictObject({
  time: InstantInput,
  place: Line(200),
  source: Line(200),
  nature: Text(1_000),
  /** Scope of impact. */
  scope: Text(1_000),
  trend: Text(1_000),
  /** Measures taken. */
  measures: Text(2_000),
});
export type ReportContents = z.infer<typeof ReportContents>;
export type ContentPart = keyof ReportContents;
export const contentParts = Object.keys(ReportContents.shape) as ContentPart[];

/** What is known five minutes after the receipt; the rest may follow, for a late report is worse than a short one. */
const neededFirst: readonly ContentPart[] = ['time', 'place', 'source', 'nature'];

/** The contents that a report of this stage needs: four at first, all seven from the final report. */
export function neededContents(stage: Stage): readonly ContentPart[] {
  return stage === 'final' ? contentParts : neededFirst;
}

/** The contents that a report of this stage needs and lacks. */
export function missingContents(stage: Stage, contents: Readonly<Partial<ReportContents>>): ContentPart[] {
  return neededContents(stage).filter((part) => contents[part] === undefined || contents[part] === '');
}

/** What whoever was told counts as. */
export const toldRoles = ['shiftLeader', 'leadingGroup', 'office', 'other'] as const;
export const ToldRole = z.enum(toldRoles);
export type ToldRole = z.infer<typeof ToldRole>;
/** The main leaders (主要领导) of the five minutes. */
export const mainLeaderRoles = ['leadingGroup', 'office'] as const satisfies readonly ToldRole[];

/** Who was told, as what, by which means, when. */
export const Told = z.strictObject({ to: z.strictObject(PersonReference.shape), role: ToldRole, means: Means, at: InstantInput });
export type Told = z.infer<typeof Told>;
export const mostTold = 30;
