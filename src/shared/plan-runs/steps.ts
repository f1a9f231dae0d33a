import { inForce } from '../in-force';
import { momentOf } from '../plans/plan-time';
import type { PlanPhase, PlanShape, PlanStep, PlanWords } from '../plans/template-format';
import { millisecondsOf } from '../service-profiles/duration';
import type { Instant } from '../time';
import { amberFrom, type Urgency } from '../urgency';
import { anchorsOf, endOf, levelNow } from './course';
import { type RunState, type Said, type SaidAs, saidAs } from './said';

export const stepStandings = ['open', 'done', 'skipped', 'notApplicable', 'failed'] as const;
export type StepStanding = (typeof stepStandings)[number];

type Mark = Extract<Said, { verb: 'stepDone' | 'stepSetAside' | 'stepFailed' | 'stepReopened' }>;
const marks: readonly Said['verb'][] = ['stepDone', 'stepSetAside', 'stepFailed', 'stepReopened'];
const isMark = (one: Said): one is Mark => marks.includes(one.verb);

export interface StepState {
  code: string;
  phase: string;
  /** Added during the run: its words stand in one language. */
  added: boolean;
  what: PlanWords;
  who: string;
  critical: boolean;
  evidence: NonNullable<PlanStep['evidence']>;
  onFailure?: PlanWords;
  script?: PlanWords;
  checks?: NonNullable<PlanStep['checks']>;
  every?: NonNullable<PlanStep['every']>;
  /** Of a step done again and again: which time this is, from 0, and how many times passed without it. */
  round: number;
  missed: number;
  /** Undefined as long as what it hangs on has not happened. */
  due?: Instant;
  amberAt?: Instant;
  standing: StepStanding;
  /** What was said last; undefined while nobody has said anything. */
  mark?: Mark;
  /** What two desks said differently of it, each unknown to the other; empty when they agree. */
  sides: Mark[];
  /** What is replaced by a further mark. */
  replaces: string[];
  /** Its time has come to an end: the run ended before it was done. */
  lapsed: boolean;
}

/** Whether nothing is left to do: done or set aside. What failed is still open. */
export function isSettled({ standing }: Pick<StepState, 'standing'>): boolean {
  return standing !== 'open' && standing !== 'failed';
}

/** Overdue from the millisecond after its time; what is done at the very moment is in time. */
export function stepUrgency(step: Pick<StepState, 'standing' | 'due' | 'amberAt' | 'lapsed'>, now: Instant): Urgency {
  if (isSettled(step) || step.lapsed || step.due === undefined) return 'calm';
  if (now > step.due) return 'red';
  return now >= (step.amberAt ?? step.due) ? 'amber' : 'calm';
}

/**
 * Every step that the run's level asks for, or asked for and was marked, in the order of the plan; steps added during the run stand at
 * the end of their phase. `now` decides only which round of a repeated step is on.
 */
export function stepsOf(run: RunState, plan: Pick<PlanShape, 'phases'>, zone: string, now: Instant): StepState[] {
  const level = levelNow(run);
  if (level === undefined) return [];
  const marksOf = new Map<string, Mark[]>();
  for (const one of run.said) if (isMark(one)) marksOf.set(one.step, [...(marksOf.get(one.step) ?? []), one]);
  const movedOf = new Map<string, SaidAs<'stepDueMoved'>[]>();
  for (const moved of saidAs(run, 'stepDueMoved')) movedOf.set(moved.step, [...(movedOf.get(moved.step) ?? []), moved]);
  const closed = new Set(saidAs(run, 'closePhase').map(({ phase }) => phase));
  const ended = endOf(run);
  return plan.phases.flatMap((phase) => {
    const lapsed = closed.has(phase.code) || (ended !== undefined && (phase.kind === 'preparation' || phase.kind === 'response'));
    const planned = phase.steps.flatMap((step) => {
      const said = marksOf.get(step.code) ?? [];
      const asked = step.levels === undefined || step.levels.includes(level);
      return asked || said.length > 0
        ? [stateOf(run, phase, step, said, { zone, now, lapsed, ended, moved: movedOf.get(step.code) ?? [] })]
        : [];
    });
    const added = saidAs(run, 'stepAdded')
      .filter((step) => step.phase === phase.code)
      .map((step) =>
        withMarks(
          {
            code: step.step,
            phase: phase.code,
            added: true,
            what: { zh: step.what, en: step.what },
            who: step.who,
            critical: step.critical,
            evidence: [],
            round: 0,
            missed: 0,
          },
          marksOf.get(step.step) ?? [],
          { start: step.at, due: dueMoved(movedOf.get(step.step) ?? [], 0) ?? step.due, lapsed },
        ),
      );
    return [...planned, ...added];
  });
}

interface Moment {
  zone: string;
  now: Instant;
  lapsed: boolean;
  ended: Instant | undefined;
  moved: readonly SaidAs<'stepDueMoved'>[];
}

function stateOf(run: RunState, phase: PlanPhase, step: PlanStep, said: readonly Mark[], moment: Moment): StepState {
  const anchors = anchorsOf(run, step.levels) ?? anchorsOf(run, undefined);
  const first = anchors && momentOf(step.due, anchors, moment.zone);
  const { round, missed, shift } = step.every === undefined ? noRounds : roundOf(step.every, first, said, moment);
  const due = dueMoved(moment.moved, round) ?? (first === undefined ? undefined : first + shift);
  const { code, what, who, critical, onFailure, script, checks, every } = step;
  return withMarks(
    {
      code,
      phase: phase.code,
      added: false,
      what,
      who,
      critical,
      evidence: step.evidence ?? [],
      ...(onFailure ? { onFailure } : {}),
      ...(script ? { script } : {}),
      ...(checks ? { checks } : {}),
      ...(every ? { every } : {}),
      round,
      missed,
    },
    said.filter((mark) => mark.round === round),
    { start: shift > 0 ? (first ?? 0) + shift - millisecondsOf(every ?? '1h') : anchors?.activated, due, lapsed: moment.lapsed },
  );
}

const noRounds = { round: 0, missed: 0, shift: 0 };

/**
 * Which time a repeated step is at: the one after the last that somebody marked as settled, and never one whose whole interval has
 * passed: that one was missed, and stays on record as missed.
 */
function roundOf(every: string, first: Instant | undefined, said: readonly Mark[], { now, lapsed, ended }: Moment) {
  if (first === undefined) return noRounds;
  const interval = millisecondsOf(every);
  const settled = new Set(said.filter(({ verb }) => verb === 'stepDone' || verb === 'stepSetAside').map(({ round }) => round));
  const last = Math.max(-1, ...settled);
  const until = lapsed && ended !== undefined ? Math.min(now, ended) : now;
  const byTime = Math.max(0, Math.floor((until - first) / interval));
  // Nothing is begun any more once its phase is closed: the last round that was marked stays in sight.
  const round = lapsed ? Math.max(0, last) : Math.max(last + 1, byTime);
  let missed = 0;
  for (let earlier = 0; earlier < round; earlier++) if (!settled.has(earlier)) missed++;
  return { round, missed, shift: round * interval };
}

function dueMoved(moved: readonly SaidAs<'stepDueMoved'>[], round: number): Instant | undefined {
  return inForce(moved.filter((one) => one.round === round)).at(-1)?.due;
}

type Bare = Omit<StepState, 'standing' | 'sides' | 'replaces' | 'lapsed' | 'due' | 'amberAt' | 'mark'>;

function withMarks(
  step: Bare,
  said: readonly Mark[],
  times: { start: Instant | undefined; due: Instant | undefined; lapsed: boolean },
): StepState {
  const standing = inForce(said);
  const mark = standing.at(-1);
  const differ = new Set(standing.map((one) => standingOf(one))).size > 1;
  const { start, due, lapsed } = times;
  return {
    ...step,
    ...(due === undefined ? {} : { due, amberAt: amberFrom(start ?? due, due) }),
    standing: mark ? standingOf(mark) : 'open',
    ...(mark ? { mark } : {}),
    sides: differ ? standing : [],
    replaces: standing.map(({ entry }) => entry),
    lapsed: lapsed && !(mark && isSettled({ standing: standingOf(mark) })),
  };
}

function standingOf(mark: Mark): StepStanding {
  switch (mark.verb) {
    case 'stepDone':
      return 'done';
    case 'stepSetAside':
      return mark.how;
    case 'stepFailed':
      return 'failed';
    case 'stepReopened':
      return 'open';
  }
}
