// The course of a fault (domain.md 3, «States») as data: the station's commands and the screens read the same tables.

export const faultStates = [
  'reported',
  'accepted',
  'dispatched',
  'acknowledged',
  'onSite',
  'diagnosed',
  'waiting',
  'repaired',
  'verified',
  'confirmed',
  'closed',
  'merged',
  'cancelled',
] as const;
export type FaultState = (typeof faultStates)[number];

/** Nothing more is to be done, unless somebody reopens it. */
export const finalStates = ['closed', 'merged', 'cancelled'] as const satisfies readonly FaultState[];
export const openStates = faultStates.filter((state) => !isFinal(state));

export function isFinal(state: FaultState): boolean {
  return (finalStates as readonly FaultState[]).includes(state);
}

export const faultVerbs = [
  'accept',
  'dispatch',
  'acknowledge',
  'arrive',
  'diagnose',
  'wait',
  'resume',
  'repair',
  'verify',
  'confirm',
  'close',
  'reopen',
  'merge',
  'cancel',
  'reclassify',
  'depart',
  'takeOver',
  'escalate',
  'answer',
  'lend',
  'takeBack',
  'feedBack',
  'analyse',
  'fileSheet',
  'consult',
  'guide',
  'move',
  'fold',
  'unfold',
  'relate',
  'takeAlarm',
  'explain',
  'note',
  'settle',
] as const;
export type FaultVerb = (typeof faultVerbs)[number];

interface Transition {
  from: readonly FaultState[];
  /** `same` leaves the state alone; `before` goes back to where the fault stood before it waited. */
  to: FaultState | 'same' | 'before';
  /**
   * What one desk does so and another one otherwise contradict each other. Steps that only lead forward never do: both were
   * done, and the further one stands.
   */
  turns?: boolean;
  /** Says something beside the course and leads nowhere. */
  beside?: true;
}

/** Where something is still to be said of a repair. */
const afterRepair = ['repaired', 'verified', 'confirmed', 'closed'] as const satisfies readonly FaultState[];

/**
 * Which step is possible in which state, and where it leads. A repair may follow acceptance at once (class C: the officer
 * fixes it himself) and may be done from afar, without arrival. A fault nobody outside reported may be closed unconfirmed.
 */
export const transitions: Readonly<Record<FaultVerb, Transition>> = {
  accept: { from: ['reported'], to: 'accepted' },
  dispatch: { from: ['accepted', 'dispatched', 'acknowledged', 'onSite', 'diagnosed'], to: 'dispatched', turns: true },
  acknowledge: { from: ['dispatched'], to: 'acknowledged' },
  arrive: { from: ['dispatched', 'acknowledged'], to: 'onSite' },
  diagnose: { from: ['accepted', 'acknowledged', 'onSite', 'diagnosed'], to: 'diagnosed' },
  wait: { from: ['accepted', 'dispatched', 'acknowledged', 'onSite', 'diagnosed'], to: 'waiting', turns: true },
  resume: { from: ['waiting'], to: 'before', turns: true },
  repair: { from: ['accepted', 'acknowledged', 'onSite', 'diagnosed'], to: 'repaired' },
  verify: { from: ['repaired'], to: 'verified' },
  confirm: { from: ['verified'], to: 'confirmed' },
  close: { from: ['verified', 'confirmed'], to: 'closed' },
  reopen: { from: ['verified', 'confirmed', 'closed', 'merged', 'cancelled'], to: 'accepted', turns: true },
  merge: { from: openStates, to: 'merged', turns: true },
  cancel: { from: openStates, to: 'cancelled', turns: true },
  reclassify: { from: openStates, to: 'same' },
  depart: { from: ['dispatched', 'acknowledged'], to: 'same' },
  takeOver: { from: openStates, to: 'same', beside: true },
  escalate: { from: openStates, to: 'same', beside: true },
  answer: { from: openStates, to: 'same', beside: true },
  lend: { from: openStates, to: 'same', beside: true },
  takeBack: { from: faultStates, to: 'same', beside: true },
  feedBack: { from: faultStates, to: 'same', beside: true },
  analyse: { from: afterRepair, to: 'same', beside: true },
  fileSheet: { from: afterRepair, to: 'same', beside: true },
  consult: { from: openStates, to: 'same', beside: true },
  guide: { from: faultStates, to: 'same', beside: true },
  move: { from: openStates, to: 'same', beside: true },
  fold: { from: openStates, to: 'merged', turns: true, beside: true },
  unfold: { from: ['merged'], to: 'accepted', turns: true, beside: true },
  relate: { from: faultStates, to: 'same', beside: true },
  takeAlarm: { from: faultStates, to: 'same', beside: true },
  explain: { from: faultStates, to: 'same', beside: true },
  note: { from: faultStates, to: 'same', beside: true },
  settle: { from: faultStates, to: 'same', beside: true },
};

/** The step proposed first in each open state. */
const proposed: Partial<Record<FaultState, FaultVerb>> = {
  reported: 'accept',
  accepted: 'dispatch',
  dispatched: 'acknowledge',
  acknowledged: 'arrive',
  onSite: 'diagnose',
  diagnosed: 'repair',
  waiting: 'resume',
  repaired: 'verify',
  verified: 'confirm',
  confirmed: 'close',
};

export function isPossible(verb: FaultVerb, state: FaultState): boolean {
  return transitions[verb].from.includes(state);
}

/** Every step that leads on from a state, the proposed one first; what is said beside the course is left out. */
export function stepsFrom(state: FaultState): FaultVerb[] {
  const next = nextStep(state);
  const others = faultVerbs.filter((verb) => verb !== next && !transitions[verb].beside && isPossible(verb, state));
  return next ? [next, ...others] : others;
}

/** The step a person most likely does now; undefined when the fault is done with. */
export function nextStep(state: FaultState): FaultVerb | undefined {
  return proposed[state];
}

/** Where a step leads. `before` is the state the fault waited or was repaired from; a repair that did not hold goes back there. */
export function stateAfter(verb: FaultVerb, state: FaultState, before: FaultState | undefined, holds = true): FaultState {
  if (verb === 'verify' && !holds) return before ?? 'accepted';
  const { to } = transitions[verb];
  if (to === 'same') return state;
  return to === 'before' ? (before ?? 'accepted') : to;
}

const progress = new Map(faultStates.map((state, i) => [state, i]));

/** Of two states the one nearer to the end. */
export function further(one: FaultState, other: FaultState): FaultState {
  return progressOf(one) >= progressOf(other) ? one : other;
}

/** Of two states the one with more left to do: where two desks contradict each other nothing is lost from sight. */
export function lessDone(one: FaultState, other: FaultState): FaultState {
  return progressOf(one) <= progressOf(other) ? one : other;
}

function progressOf(state: FaultState): number {
  return progress.get(state) ?? 0;
}
