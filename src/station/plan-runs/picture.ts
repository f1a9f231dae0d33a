import { alarmsOfRun, type RunAlarms } from '../../shared/plan-runs/alarm-list';
import { type CalledPerson, callOutOf, postsOf, type PostState } from '../../shared/plan-runs/muster';
import { phasesOf, type PhaseState } from '../../shared/plan-runs/phases';
import type { RunFault } from '../../shared/plan-runs/record';
import { type ReportDue, reportsDue } from '../../shared/plan-runs/reporting';
import { type StepState, stepsOf } from '../../shared/plan-runs/steps';
import { faultsOfRun } from './linked-faults';
import type { RunContext, WholeRun } from './read';

/** Everything that a run amounts to at a moment. */
export interface RunPicture {
  steps: StepState[];
  posts: PostState[];
  callOut: CalledPerson[];
  reports: ReportDue[];
  faults: RunFault[];
  /** Faults that are not closed, by the check that found them. */
  openFaults: ReadonlyMap<string, number>;
  phases: PhaseState[];
  alarms: RunAlarms;
}

export function pictureOf({ run, plan }: WholeRun, context: RunContext): RunPicture {
  const { zone, now } = context;
  const steps = stepsOf(run, plan, zone, now);
  const posts = postsOf(run, plan);
  const reports = reportsDue(run, plan, zone);
  const faults = faultsOfRun(run, context);
  const openFaults = new Map<string, number>();
  for (const { step, open } of faults) if (step !== undefined && open) openFaults.set(step, (openFaults.get(step) ?? 0) + 1);
  return {
    steps,
    posts,
    callOut: callOutOf(run, posts, now),
    reports,
    faults,
    openFaults,
    phases: phasesOf(run, plan, steps, openFaults, now),
    alarms: alarmsOfRun(run, plan, { steps, reports, posts, faults }, now),
  };
}
