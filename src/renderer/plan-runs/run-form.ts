import type { RunRecord } from '../../shared/plan-runs/record';

/** What a leader does with a run as a whole. */
export type RunFormKind = 'level' | 'target' | 'withdraw' | 'commander' | 'addStep' | 'closePhase';

export interface RunFormProps {
  run: RunRecord;
  /** The phase that is meant, for what is about one. */
  phase: string | undefined;
  onDone: () => void;
}
