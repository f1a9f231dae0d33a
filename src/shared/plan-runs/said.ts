import type { EntryFacts, EventKind, PayloadOf } from '../event';
import * as events from './events';

/** Every event of a run after its activation, by the verb its timeline calls it. */
export const runVerbs = {
  withdraw: events.planRunWithdrawn,
  changeLevel: events.planRunLevelChanged,
  moveTarget: events.planRunTargetMoved,
  fillPost: events.planRunPostFilled,
  nameCommander: events.planRunCommanderNamed,
  stepDone: events.planRunStepDone,
  stepSetAside: events.planRunStepSetAside,
  stepFailed: events.planRunStepFailed,
  stepReopened: events.planRunStepReopened,
  stepAdded: events.planRunStepAdded,
  stepDueMoved: events.planRunStepDueMoved,
  closePhase: events.planRunPhaseClosed,
  call: events.planRunCalled,
  issueKit: events.planRunKitIssued,
  returnKit: events.planRunKitReturned,
  startRollCall: events.planRunRollCallStarted,
  answerRollCall: events.planRunRollCallAnswered,
  instruct: events.planRunInstructed,
  instructionDone: events.planRunInstructionDone,
  report: events.planRunReported,
  linkFault: events.planRunFaultLinked,
  unlinkFault: events.planRunFaultUnlinked,
  faultNoticed: events.planRunFaultNoticed,
  overdue: events.planRunOverdueNoted,
  takeAlarm: events.planRunAlarmTaken,
  proposeEnd: events.planRunEndProposed,
  decideEnd: events.planRunEndDecided,
  noteLesson: events.planRunLessonNoted,
  evaluate: events.planRunEvaluated,
  review: events.planRunReviewed,
  join: events.planRunJoined,
  joinedInto: events.planRunJoinedInto,
  note: events.planRunNoted,
} as const satisfies Record<string, EventKind>;
export type RunVerb = keyof typeof runVerbs;
export const runVerbNames = Object.keys(runVerbs) as RunVerb[];

type Facts = { entry: string; at: EntryFacts['at']; station: string };
/** One thing said of a run, as its entry has it. */
export type SaidAs<V extends RunVerb> = Facts & { verb: V } & PayloadOf<(typeof runVerbs)[V]>;
export type Said = { [V in RunVerb]: SaidAs<V> }[RunVerb];

/**
 * A run as its entries tell it, in clock order: everything else is read off it (picture.ts), so no order of arrival can lose anything.
 * Undefined activation: the entry of the other desk that began it has not arrived, or the activation was barred.
 */
export interface RunState {
  activated?: Facts & PayloadOf<typeof events.planRunActivated>;
  barred?: Facts & PayloadOf<typeof events.planRunActivationBarred>;
  said: Said[];
}

export const unheardRun: RunState = { said: [] };

/** What was said in one way, in order. */
export function saidAs<V extends RunVerb>({ said }: Pick<RunState, 'said'>, verb: V): SaidAs<V>[] {
  return said.filter((one): one is SaidAs<V> & Said => one.verb === verb);
}
