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

/** Found out from afar: somebody who diagnosed a fault need not have set out, let alone arrived. */
const notByDiagnosis: readonly Milestone[] = ['departed', 'onSite'];

/** True when reaching `reached` means that `wanted` is behind: who repaired a fault needs not arrive any more. */
export function reaches(reached: Milestone, wanted: Milestone): boolean {
  if (reached === wanted) return true;
  if (reached === 'diagnosed' && notByDiagnosis.includes(wanted)) return false;
  const [at, goal] = [course.indexOf(reached), course.indexOf(wanted)];
  return at >= 0 && goal >= 0 && at >= goal;
}
