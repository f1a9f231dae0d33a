import type { RunRecord } from '../../shared/plan-runs/record';
import { Instructions } from './Instructions';
import { SituationReports } from './SituationReports';
import styles from './Reporting.module.css';

/** What goes up and what comes down: situation reports by their clocks, and the leaders' instructions. */
export function ReportsTab({ run }: { run: RunRecord }) {
  return (
    <div className={styles.tab}>
      <SituationReports run={run} />
      <Instructions run={run} />
    </div>
  );
}
