import type { FaultClass, WaitingReason } from '../../shared/faults/intake';
import type { FaultState, FaultVerb } from '../../shared/faults/states';
import { hour, type Instant, minute } from '../../shared/time';
import type { Dice } from './dice';
import { hourAt } from './roster';
import { referenceTo, type Member } from './staff';
import type { Repair, Trouble } from './wording/troubles';
import {
  acknowledgeNotes,
  arriveNotes,
  closedUnconfirmed,
  closeNotes,
  confirmNotes,
  dispatchNotes,
  notHolding,
  reclassifyReasons,
  reopenReasons,
  stepNotes,
  verifyNotes,
  waitWords,
} from './wording/fault-words';

/** A step of a fault, minutes after the one before it. */
export interface PlannedStep {
  verb: FaultVerb;
  gap: number;
  input: Record<string, unknown>;
}

/** What sort of course a fault takes. */
export interface CourseFacts {
  trouble: Trouble;
  repair: Repair;
  engineer: Member;
  /** Somebody outside reported it, so somebody must say that it is in order. */
  reporter: boolean;
  waits?: WaitingReason | undefined;
  /** The first repair does not hold. */
  fails?: boolean;
  /** Everything takes longer than the contract allows. */
  late?: boolean;
  reclassifyTo?: FaultClass | undefined;
  /** Comes back after it was closed, and is repaired again. */
  returns?: boolean;
}

/** How long it waits, minutes. */
const waitingTimes: Readonly<Record<WaitingReason, readonly [number, number]>> = {
  parts: [8 * 60, 90 * 60],
  vendor: [4 * 60, 72 * 60],
  access: [2 * 60, 14 * 60],
  weather: [60, 9 * 60],
};

/** All steps until a fault is closed, within the times of P0 (domain.md 3) unless it is late. */
export function wholeCourse(dice: Dice, facts: CourseFacts): PlannedStep[] {
  const { trouble, repair, engineer, reporter, waits, fails, late, reclassifyTo, returns } = facts;
  const steps: PlannedStep[] = [];
  const step = (verb: FaultVerb, from: number, to: number, input: Record<string, unknown> = {}) =>
    steps.push({ verb, gap: dice.whole(from * 4, to * 4) / 4, input });
  const noted = (notes: readonly string[], probability = 0.5) => (dice.chance(probability) ? { note: dice.pick(notes) } : {});
  const restoration = () => ({
    cause: repair.cause,
    remedy: repair.remedy,
    ...(repair.parts === undefined ? {} : { parts: repair.parts }),
  });

  step('accept', 1, late ? 9 : 4);
  if (reclassifyTo)
    step('reclassify', 1, 6, { class: reclassifyTo, reason: dice.pick(reclassifyReasons[reclassifyTo as 'A' | 'B' | 'C']) });
  if (trouble.remote) {
    step('diagnose', 8, 30, { cause: repair.cause });
  } else {
    step('dispatch', 1, 4, { engineer: referenceTo(engineer), ...noted(dispatchNotes) });
    step('acknowledge', 1, late ? 14 : 5, noted(acknowledgeNotes));
    if (dice.chance(0.12)) step('note', 2, 5, { note: dice.pick(stepNotes) });
    step('arrive', late ? 28 : 9, late ? 70 : 16, noted(arriveNotes));
    step('diagnose', 6, 25, { cause: repair.cause });
  }
  if (waits) {
    const [shortest, longest] = waitingTimes[waits];
    step('wait', 3, 12, { waitingFor: waits, note: dice.pick(waitWords[waits].starts) });
    if (dice.chance(0.35)) step('note', 30, 50, { note: dice.pick(stepNotes) });
    step('resume', shortest, longest, { note: dice.pick(waitWords[waits].ends) });
  }
  step('repair', late ? 190 : 12, late ? 420 : 95, restoration());
  if (fails) {
    step('verify', 5, 14, { holds: false, note: dice.pick(notHolding) });
    step('repair', 20, 80, { cause: repair.cause, remedy: `再次检修：${repair.remedy}` });
  }
  finish(step, noted, reporter, dice);
  if (returns) {
    step('reopen', 6 * 60, 30 * 60, { reason: dice.pick(reopenReasons) });
    step('dispatch', 1, 5, { engineer: referenceTo(engineer), note: '返修，请携带整机备件' });
    step('acknowledge', 1, 5);
    step('arrive', 10, 24);
    step('diagnose', 8, 20, { cause: `${repair.cause}（复发）` });
    step('repair', 30, 90, { remedy: '整机更换，连续观察 2 小时', parts: '同型号整机 1 台' });
    finish(step, noted, reporter, dice);
  }
  return steps;
}

function finish(
  step: (verb: FaultVerb, from: number, to: number, input?: Record<string, unknown>) => unknown,
  noted: (notes: readonly string[], probability?: number) => object,
  reporter: boolean,
  dice: Dice,
): void {
  step('verify', 4, 18, { holds: true, ...noted(verifyNotes, 0.6) });
  if (!reporter) {
    step('close', 6, 50, { note: dice.pick(closedUnconfirmed) });
    return;
  }
  const satisfaction = dice.weighted([
    ['verySatisfied', 50],
    ['satisfied', 38],
    ['fair', 9],
    ['dissatisfied', 3],
  ] as const);
  step('confirm', 6, 45, { satisfaction, ...noted(confirmNotes) });
  step('close', 2, 25, { note: dice.pick(closeNotes) });
}

const reaching: Partial<Record<FaultState, FaultVerb>> = {
  accepted: 'accept',
  dispatched: 'dispatch',
  acknowledged: 'acknowledge',
  onSite: 'arrive',
  diagnosed: 'diagnose',
  waiting: 'wait',
  repaired: 'repair',
  verified: 'verify',
  confirmed: 'confirm',
};

/** The steps that lead into a state, and no further. */
export function courseInto(steps: readonly PlannedStep[], state: FaultState): PlannedStep[] {
  const verb = reaching[state];
  return verb === undefined ? [] : steps.slice(0, steps.findLastIndex((step) => step.verb === verb) + 1);
}

export interface TimedStep extends PlannedStep {
  at: Instant;
}

/** Each step at its moment after `start`. Nobody is called back at night when `considerate`. */
export function timed(steps: readonly PlannedStep[], start: Instant, considerate: boolean, dice: Dice): TimedStep[] {
  let at = start;
  return steps.map((step) => {
    at += Math.round(step.gap * minute);
    if (considerate && step.verb === 'confirm') at = byDay(at, dice);
    return { ...step, at };
  });
}

function byDay(at: Instant, dice: Dice): Instant {
  const now = hourAt(at);
  if (now >= 8 && now < 22) return at;
  const untilMorning = ((8 - now + 24) % 24) * hour;
  return at + untilMorning + dice.whole(5, 70) * minute;
}
