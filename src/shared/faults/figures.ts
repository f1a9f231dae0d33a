import type { ClockState, Mark } from '../service-profiles/clocks';
import { type Milestone, reaches } from '../service-profiles/milestones';
import type { Clock } from '../service-profiles/profile';
import type { Instant } from '../time';
import type { satisfactions } from './intake';
import type { FaultState } from './states';

// What every figure means, each in one place (domain.md 3). Marks are those of `clockSubjectOf`: overruled steps are not among them,
// and a fault unfolded from its cause is reported at its first loss. Times are ms.

export type SatisfactionAnswer = (typeof satisfactions)[number];

/** How a fault is counted: `own` in every figure; what was merged, folded under its cause or cancelled apart, and in no time. */
export const countings = ['own', 'merged', 'folded', 'cancelled'] as const;
export type Counting = (typeof countings)[number];

/** From where the fault stands now: who reopens a cancelled fault makes it one again. */
export function countingOf(state: FaultState, folded: boolean | undefined): Counting {
  if (state === 'cancelled') return 'cancelled';
  if (state !== 'merged') return 'own';
  return folded ? 'folded' : 'merged';
}

/** Marks in order of time; those of most faults already are, and there are thousands. */
function inOrder(marks: readonly Mark[]): readonly Mark[] {
  const ordered = marks.every(({ at }, i) => i === 0 || (marks[i - 1] as Mark).at <= at);
  return ordered ? marks : [...marks].sort((one, other) => one.at - other.at);
}

function isMilestone(what: Mark['what']): what is Milestone {
  return what !== 'reopened' && what !== 'undone' && what !== 'ended';
}

/** Response time (响应): from the report to the first acknowledgement, or to the first step further on, whoever took it. Undefined while nobody has. */
export function responseTimeOf(marks: readonly Mark[]): number | undefined {
  const reported = marks.find(({ what }) => what === 'reported');
  const answered = inOrder(marks).find(({ what }) => isMilestone(what) && reaches(what, 'acknowledged'));
  return reported && answered ? Math.max(0, answered.at - reported.at) : undefined;
}

/** When it was repaired for good as far as known: the last repair that nothing took back. Undefined while it is not. */
export function repairedAt(marks: readonly Mark[]): Instant | undefined {
  let repaired: Instant | undefined;
  for (const { what, at } of inOrder(marks)) {
    if (what === 'undone' || what === 'reopened') repaired = undefined;
    else if (isMilestone(what) && reaches(what, 'repaired')) repaired ??= at;
  }
  return repaired;
}

/** Repair by the wall clock: from the report to the repair that stands, every minute counted. */
export function wallRepairTimeOf(marks: readonly Mark[]): number | undefined {
  const reported = marks.find(({ what }) => what === 'reported');
  const repaired = repairedAt(marks);
  return reported && repaired !== undefined ? Math.max(0, repaired - reported.at) : undefined;
}

/**
 * Repair time (修复): what the repair clock of the fault's profile had used when it was met – what pauses it is left out, only its own
 * hours count, a substitute lent stops it where the profile says so. Undefined for what is not repaired or has no such clock.
 */
export function repairTimeOf(
  clocks: readonly ClockState[],
  profile: { clocks: readonly Pick<Clock, 'code' | 'aim'>[] },
  marks: readonly Mark[],
) {
  const code = profile.clocks.find(({ code: own, aim }) => aim === 'repair' && clocks.some(({ clock }) => clock === own))?.code;
  const last = clocks.findLast(({ clock }) => clock === code);
  return last?.standing === 'met' && repairedAt(marks) !== undefined ? last.used : undefined;
}

/** Breached (超时): at least one limit was not kept, on record or by the clocks as they stand. A breach on record counts for good, borne out or not. */
export function isBreached(onRecord: number, clocks: readonly Pick<ClockState, 'late'>[]): boolean {
  return onRecord > 0 || clocks.some(({ late }) => late);
}

/**
 * How often it was reopened (重开) after it had been verified or closed. Taken back within the profile's grace (ms) it never was; a
 * merge or a cancellation taken back is none.
 */
export function reopeningsOf(marks: readonly Mark[], grace: number): number {
  let count = 0;
  let done: Instant | undefined;
  for (const { what, at } of inOrder(marks)) {
    if (what === 'reopened') {
      if (done !== undefined && at - done > grace) count += 1;
      done = undefined;
    } else if (what === 'ended' || what === 'undone') done = undefined;
    else if (reaches(what, 'verified')) done = at;
  }
  return count;
}

/** First-time fix (一次修复): `yes` once a repair was verified without one before that did not hold, and not reopened; `open` until verified. */
export function firstTimeOf(marks: readonly Mark[], reopenings: number): 'yes' | 'no' | 'open' {
  if (reopenings > 0) return 'no';
  let verified = false;
  for (const { what } of inOrder(marks)) {
    if (what === 'undone') return 'no';
    if (what === 'reopened') verified = false;
    else if (isMilestone(what) && reaches(what, 'verified')) verified = true;
  }
  return verified ? 'yes' : 'open';
}

/** What is told of a cause further on does not make it another one, characters. */
const longestCause = 200;

/** One form of a cause (原因) for counting: width, case, spaces and the punctuation at its end do not matter. Blank for none. */
export function causeKey(text: string | undefined): string {
  const plain = (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\s\p{P}]+$/u, '')
    .trim();
  return [...plain].slice(0, longestCause).join('');
}

/** The value of which so large a share (0 to 1) of the values is not above, by nearest rank: always one that occurred. Undefined of none. */
export function nearestRank(values: readonly number[], share: number): number | undefined {
  return rankedIn(Float64Array.from(values).sort(), share);
}

function rankedIn(sorted: Float64Array, share: number): number | undefined {
  return sorted[Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length))) - 1];
}

/** Fewer than this say nothing as a percentage: they are shown as «2 of 3». */
export const fewestForShare = 5;

/** Answers that count as satisfied where a profile's goal does not name others. */
export const satisfiedAnswers: readonly SatisfactionAnswer[] = ['verySatisfied', 'satisfied'];

/** What is counted of one fault. */
export interface CountedFault {
  responseTime?: number | undefined;
  repairTime?: number | undefined;
  wallRepairTime?: number | undefined;
  breached: boolean;
  reopenings: number;
  firstTime: 'yes' | 'no' | 'open';
  satisfaction?: SatisfactionAnswer | undefined;
}

/** A part of a whole: of `of` faults, `part`. */
export interface Share {
  part: number;
  of: number;
}

/** Times of `of` faults, ms, by nearest rank. */
export interface Times {
  of: number;
  p50?: number;
  p90?: number;
}

export interface FigureValues {
  total: number;
  response: Times;
  repair: Times;
  wallRepair: Times;
  /** Of those reported, with at least one breach. */
  breached: Share;
  /** Of those whose repair was judged. */
  firstTime: Share;
  /** Of those reported. */
  reopened: Share;
  /** Very satisfied and satisfied, of those who answered. */
  satisfied: Share;
}

/** The figures of a group of faults that are counted (`own`). */
export function valuesOf(faults: readonly CountedFault[]): FigureValues {
  const total = faults.length;
  const count = (fits: (fault: CountedFault) => boolean) => faults.filter(fits).length;
  return {
    total,
    response: timesOf(faults.map(({ responseTime }) => responseTime)),
    repair: timesOf(faults.map(({ repairTime }) => repairTime)),
    wallRepair: timesOf(faults.map(({ wallRepairTime }) => wallRepairTime)),
    breached: { part: count(({ breached }) => breached), of: total },
    firstTime: { part: count(({ firstTime }) => firstTime === 'yes'), of: count(({ firstTime }) => firstTime !== 'open') },
    reopened: { part: count(({ reopenings }) => reopenings > 0), of: total },
    satisfied: satisfactionOf(faults),
  };
}

/** Of a group beside others: how soon its faults were answered and repaired, and how many were late. */
export function comparedOf(faults: readonly CountedFault[]): Pick<FigureValues, 'response' | 'repair' | 'breached'> {
  return {
    response: timesOf(faults.map(({ responseTime }) => responseTime)),
    repair: timesOf(faults.map(({ repairTime }) => repairTime)),
    breached: { part: faults.filter(({ breached }) => breached).length, of: faults.length },
  };
}

/** Satisfaction (满意率): of the reporters who answered, those whose answer counts as satisfied. */
export function satisfactionOf(faults: readonly Pick<CountedFault, 'satisfaction'>[], counts = satisfiedAnswers): Share {
  const answered = faults.filter(({ satisfaction }) => satisfaction !== undefined);
  return { part: answered.filter(({ satisfaction }) => counts.includes(satisfaction as SatisfactionAnswer)).length, of: answered.length };
}

function timesOf(values: readonly (number | undefined)[]): Times {
  const known = values.filter((value) => value !== undefined);
  const sorted = Float64Array.from(known).sort();
  const [p50, p90] = [rankedIn(sorted, 0.5), rankedIn(sorted, 0.9)];
  return { of: known.length, ...(p50 === undefined ? {} : { p50 }), ...(p90 === undefined ? {} : { p90 }) };
}

/** Whether a goal is met; `unknown` when nothing is known yet. */
export function isGoalMet(actual: number | undefined, atLeast: number): 'met' | 'missed' | 'unknown' {
  if (actual === undefined) return 'unknown';
  return actual >= atLeast ? 'met' : 'missed';
}
