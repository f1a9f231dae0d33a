import { inForce } from '../in-force';
import type { ResponseLevel } from '../plans/scenarios';
import type { Anchors } from '../plans/plan-time';
import type { PlanStep } from '../plans/template-format';
import type { Instant } from '../time';
import { type RunState, saidAs } from './said';

/** What a run is: barred where somebody tried what they may not, joined where another run shows all that stands in it. */
export const runStates = ['running', 'ended', 'reviewed', 'withdrawn', 'joined', 'barred', 'unheard'] as const;
export type RunStateName = (typeof runStates)[number];

/** When the leading group decided the end; undefined while it goes on. The first approval stands. */
export function endOf(run: RunState): Instant | undefined {
  return saidAs(run, 'decideEnd').find(({ approved }) => approved)?.at;
}

export function runStateOf(run: RunState): RunStateName {
  if (!run.activated) return run.barred ? 'barred' : 'unheard';
  if (saidAs(run, 'withdraw').length > 0) return 'withdrawn';
  if (saidAs(run, 'joinedInto').length > 0) return 'joined';
  if (saidAs(run, 'review').length > 0) return 'reviewed';
  return endOf(run) === undefined ? 'running' : 'ended';
}

/** A proposal of the end that nobody has decided yet. */
export function openProposal(run: RunState) {
  const decided = new Set(saidAs(run, 'decideEnd').flatMap(({ replaces }) => replaces));
  return endOf(run) === undefined ? saidAs(run, 'proposeEnd').findLast(({ entry }) => !decided.has(entry)) : undefined;
}

export interface LevelSince {
  level: ResponseLevel;
  since: Instant;
}

/** Every level the run has had, in order; the last one holds. Two desks that changed it apart: the later one, and {@link levelSides} says so. */
export function levelsOf(run: RunState): LevelSince[] {
  if (!run.activated) return [];
  const began = { level: run.activated.level, since: run.activated.at };
  return [began, ...saidAs(run, 'changeLevel').map(({ to, at }) => ({ level: to, since: at }))];
}

export function levelNow(run: RunState): ResponseLevel | undefined {
  return levelsOf(run).at(-1)?.level;
}

/** Levels that two desks set apart, none knowing of the other; empty when they agree. */
export function levelSides(run: RunState) {
  const standing = inForce(saidAs(run, 'changeLevel'));
  return new Set(standing.map(({ to }) => to)).size > 1 ? standing : [];
}

/** T, moved or not. */
export function targetOf(run: RunState): Instant {
  return inForce(saidAs(run, 'moveTarget')).at(-1)?.to ?? run.activated?.target ?? 0;
}

/**
 * What the times of a step hang on. A step that only a later level asks for begins when that level was called: what is due 15 minutes
 * after the activation is due 15 minutes after the raise. Undefined: no level the run has had asks for it.
 */
export function anchorsOf(run: RunState, levels: PlanStep['levels']): Anchors | undefined {
  const first = levelsOf(run).find(({ level }) => levels === undefined || levels.includes(level));
  if (!first) return undefined;
  const ended = endOf(run);
  return { target: targetOf(run), activated: first.since, ...(ended === undefined ? {} : { ended }) };
}
