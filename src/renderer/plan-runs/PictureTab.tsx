import type { RunRecord } from '../../shared/plan-runs/record';

/** The leader's whole picture of a run. */
export function PictureTab({ run }: { run: RunRecord }) {
  return <div>{run.number}</div>;
}
