import type { RunRecord } from '../../shared/plan-runs/record';
import { ArchiveBox } from './ArchiveBox';
import styles from './End.module.css';
import { EndDecision } from './EndDecision';
import { EndProposal } from './EndProposal';
import { EvaluationSheet } from './EvaluationSheet';
import { LessonsBox } from './LessonsBox';
import { PlannedActualTable } from './PlannedActualTable';
import { ReviewBox } from './ReviewBox';

/** From the proposal of the end to the review: what was planned and what came of it on the left, what is to be done now on the right. */
export function EndTab({ run }: { run: RunRecord }) {
  const over = run.endedAt !== undefined;
  const live = run.state === 'running' || run.state === 'ended' || run.state === 'reviewed';
  return (
    <div className={styles.endTab}>
      <PlannedActualTable run={run} />
      <div className={styles.acts}>
        {run.state === 'running' && !run.endProposal && <EndProposal run={run} />}
        {(run.endProposal !== undefined || run.endDecisions.length > 0) && <EndDecision run={run} />}
        {run.drill && over && <EvaluationSheet run={run} />}
        {live && <LessonsBox run={run} over={over} />}
        {live && <ReviewBox run={run} over={over} />}
        <ArchiveBox run={run} />
      </div>
    </div>
  );
}
