import type { ShiftFigure } from '../../shared/handover/item';

/** Figures stand by threes, so that what belongs together stays together whatever the width. */
const groups = [
  ['present', 'late', 'absent'],
  ['leftWithoutPermission', 'spotChecks', 'visitors'],
  ['faultsReported', 'faultsClosed', 'faultsOpen'],
  ['mattersOpened', 'mattersDone', 'mattersOverdue'],
  ['reports', 'reportsLate', 'reportsMissing'],
  ['plannedWorkHung', 'plannedWorkTakenDown', 'plannedWorkOverdue'],
  ['warningsPublished', 'warningsLifted', 'warningsInForce', 'planRunsActivated'],
  ['requestsRegistered', 'requestsEnded'],
  ['dutiesDone', 'dutiesMissed'],
] as const;

/** What must not happen in a shift: anything but nought is marked. */
const shouldBeNone = new Set([
  'late',
  'absent',
  'leftWithoutPermission',
  'mattersOverdue',
  'reportsLate',
  'reportsMissing',
  'plannedWorkOverdue',
  'dutiesMissed',
]);

export const isWrong = ({ key, value }: ShiftFigure) => value > 0 && shouldBeNone.has(key);

/**
 * The figures of a shift by threes: people, faults, matters, reports, planned work, then the log in total and by kind. Kinds that did
 * not occur are left out; a figure that no group names stands after the log.
 */
export function figureGroups(figures: readonly ShiftFigure[]): ShiftFigure[][] {
  const named = new Set<string>(groups.flat());
  const known = groups.map((keys) => figures.filter(({ key }) => (keys as readonly string[]).includes(key)));
  const others = figures.filter(({ key, value }) => !named.has(key) && (value > 0 || !key.startsWith('log.')));
  const rest = Array.from({ length: Math.ceil(others.length / 3) }, (_, i) => others.slice(3 * i, 3 * i + 3));
  return [...known, ...rest].filter(({ length }) => length > 0);
}
