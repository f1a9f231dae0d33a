/** What a clock can start from and stop at: points in the course of a fault (domain.md 3, «States»). */
export const milestones = [
  'found',
  'reported',
  'accepted',
  'dispatched',
  'acknowledged',
  'departed',
  'onSite',
  'diagnosed',
  'repaired',
  'verified',
  'confirmed',
  'closed',
  // Beside the way from report to end:
  'substituteLent',
  'fedBack',
  'analysed',
  'sheetFiled',
] as const;
export type Milestone = (typeof milestones)[number];

const course: readonly Milestone[] = [
  'found',
  'reported',
  'accepted',
  'dispatched',
  'acknowledged',
  'departed',
  'onSite',
  'diagnosed',
  'repaired',
  'verified',
  'confirmed',
  'closed',
];

/** True when reaching `reached` means that `wanted` is behind: who repaired a fault needs not arrive any more. */
export function reaches(reached: Milestone, wanted: Milestone): boolean {
  if (reached === wanted) return true;
  const [at, goal] = [course.indexOf(reached), course.indexOf(wanted)];
  return at >= 0 && goal >= 0 && at >= goal;
}
