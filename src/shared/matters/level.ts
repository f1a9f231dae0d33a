import { z } from 'zod';

/** How grave a matter is: ordinary, or one of the four levels of domain.md 4 (特别重大 I, 重大 II, 较大 III, 一般 IV). */
export const matterLevels = ['ordinary', 'I', 'II', 'III', 'IV'] as const;
export const MatterLevel = z.enum(matterLevels);
export type MatterLevel = z.infer<typeof MatterLevel>;

/** Matters of level I and II must be restated in the incoming officer's own words at a handover (issue 3, «Handover»). */
export function isHighRisk(level: MatterLevel): boolean {
  return level === 'I' || level === 'II';
}
