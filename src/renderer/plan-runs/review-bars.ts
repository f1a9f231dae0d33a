import type { RunRecord } from '../../shared/plan-runs/record';

/** What still bars the review, as the station will judge it: kit that is out, final reports that are owed. */
export function reviewBars({ kit, reports }: Pick<RunRecord, 'kit' | 'reports'>) {
  return {
    kitOut: kit.filter(({ issued, returned }) => issued > returned),
    reportsOwed: reports.filter(({ sent }) => sent.at(-1)?.stage !== 'final'),
  };
}
