import type { RunRecord } from '../../shared/plan-runs/record';

/** The steps of a run, to be worked through by keyboard. */
export function StepsTab({ run }: { run: RunRecord }) {
  return <div>{run.stepList.length}</div>;
}
