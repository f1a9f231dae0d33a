import type { ClockSubject, Mark } from '../service-profiles/clocks';
import type { Milestone } from '../service-profiles/milestones';
import type { Instant } from '../time';
import type { Intake, WaitingReason } from './intake';
import type { LedgerLine, Moment } from './record';
import { type FaultState, isFinal, transitions } from './states';

/** What the arithmetic of clocks and ledger needs of a fault. */
export interface FaultCourse {
  intake?: Pick<Intake, 'foundAt' | 'reportedAt' | 'source' | 'subsystem' | 'priority'> | undefined;
  state: FaultState;
  class?: string | undefined;
  priority?: string | undefined;
  traits?: Readonly<Record<string, string>> | undefined;
  engineer?: { name: string } | undefined;
  /** Entries that a person found not right when two desks contradicted each other. */
  overruled?: readonly string[] | undefined;
  timeline: readonly Pick<Moment, 'entry' | 'verb' | 'at' | 'happenedAt' | 'to' | 'holds' | 'waitingFor' | 'engineer' | 'note'>[];
}

const milestoneOf: Partial<Record<Moment['verb'], Milestone>> = {
  accept: 'accepted',
  dispatch: 'dispatched',
  acknowledge: 'acknowledged',
  depart: 'departed',
  arrive: 'onSite',
  diagnose: 'diagnosed',
  repair: 'repaired',
  verify: 'verified',
  confirm: 'confirmed',
  close: 'closed',
  lend: 'substituteLent',
  feedBack: 'fedBack',
  analyse: 'analysed',
  fileSheet: 'sheetFiled',
};

type Step = FaultCourse['timeline'][number] & { when: Instant };

/** The steps in order of when they happened; what was overruled never was. */
function stepsOf({ timeline, overruled = [] }: FaultCourse): Step[] {
  return timeline
    .filter(({ entry }) => !overruled.includes(entry))
    .map((moment) => ({ ...moment, when: moment.happenedAt ?? moment.at }))
    .sort((one, other) => one.when - other.when);
}

/** What the clocks of a fault depend on: the same whatever the order in which its entries arrived. */
export function clockSubjectOf(fault: FaultCourse): ClockSubject {
  const steps = stepsOf(fault);
  return {
    class: fault.class ?? '',
    priority: fault.priority ?? fault.intake?.priority ?? '',
    subsystem: fault.intake?.subsystem ?? 'frontEnd',
    source: fault.intake?.source ?? 'phone',
    traits: fault.traits ?? {},
    marks: marksOf(fault, steps),
    pauses: pausesOf(steps),
  };
}

function marksOf({ intake, state }: FaultCourse, steps: readonly Step[]): Mark[] {
  const marks: Mark[] = [];
  if (intake) {
    // One that was hidden behind its cause counts from its first loss.
    const reportedAt = steps.some(({ verb }) => verb === 'unfold') ? intake.foundAt : intake.reportedAt;
    marks.push({ what: 'found', at: intake.foundAt }, { what: 'reported', at: reportedAt });
  }
  for (const { verb, when, holds } of steps) {
    const milestone = milestoneOf[verb];
    if (verb === 'verify' && holds === false) marks.push({ what: 'undone', at: when });
    else if (milestone) marks.push({ what: milestone, at: when });
    else if (verb === 'reopen') marks.push({ what: 'reopened', at: when });
    else if (verb === 'merge' || verb === 'cancel' || verb === 'fold') marks.push({ what: 'ended', at: when });
    else if (verb === 'unfold') dropEnd(marks);
  }
  // One desk ended what the other went on with: as long as that is open, nothing has ended.
  if (!isFinal(state) && marks.findLastIndex(({ what }) => what === 'ended') > marks.findLastIndex(({ what }) => what === 'reopened'))
    dropEnd(marks);
  return marks;
}

function dropEnd(marks: Mark[]): void {
  const end = marks.findLastIndex(({ what }) => what === 'ended');
  if (end >= 0) marks.splice(end, 1);
}

function pausesOf(steps: readonly Step[]): { reason: WaitingReason; from: Instant; until?: Instant }[] {
  const pauses: { reason: WaitingReason; from: Instant; until?: Instant }[] = [];
  let open: (typeof pauses)[number] | undefined;
  for (const { verb, when, waitingFor } of steps) {
    if (!moves(verb)) continue;
    if (open) open.until = when;
    open = undefined;
    if (verb !== 'wait' || !waitingFor) continue;
    open = { reason: waitingFor, from: when };
    pauses.push(open);
  }
  return pauses;
}

function moves(verb: Moment['verb']): boolean {
  return verb !== 'breach' && verb !== 'raise' && (verb === 'report' || transitions[verb].to !== 'same');
}

/** The ledger (计时台账): every minute from the report on, whom it is charged to and why it was paused. No minute twice, none missing. */
export function ledgerOf(fault: FaultCourse, pausedBy: ReadonlyMap<string, readonly WaitingReason[]>): LedgerLine[] {
  const lines: LedgerLine[] = [];
  const { intake } = fault;
  if (!intake) return lines;
  let state: FaultState = 'reported';
  let holder: string | undefined;
  let waitingFor: WaitingReason | undefined;
  let from = intake.reportedAt;
  let note: string | undefined;
  const line = (until: Instant | undefined) => {
    if (until !== undefined && until <= from) return;
    const pauses =
      state === 'waiting' && waitingFor ? [...pausedBy].filter(([, reasons]) => reasons.includes(waitingFor as WaitingReason)) : [];
    lines.push({
      from,
      ...(until === undefined ? {} : { until }),
      state,
      charge: chargeOf(state, holder, waitingFor),
      ...(holder === undefined ? {} : { holder }),
      ...(note === undefined ? {} : { note }),
      pauses: pauses.map(([clock]) => clock),
    });
    if (until !== undefined) from = until;
  };
  for (const step of stepsOf(fault)) {
    if (step.verb === 'report' || (!moves(step.verb) && step.verb !== 'dispatch')) continue;
    line(step.when);
    state = step.to ?? state;
    if (step.verb === 'dispatch') holder = step.engineer?.name;
    if (step.verb === 'reopen') holder = undefined;
    waitingFor = step.verb === 'wait' ? step.waitingFor : undefined;
    note = step.note;
  }
  if (!isFinal(state)) line(undefined);
  return lines;
}

function chargeOf(state: FaultState, holder: string | undefined, waitingFor: WaitingReason | undefined): LedgerLine['charge'] {
  switch (state) {
    case 'waiting':
      return waitingFor ?? 'desk';
    case 'dispatched':
    case 'acknowledged':
    case 'onSite':
    case 'diagnosed':
      return holder === undefined ? 'desk' : 'engineer';
    case 'merged':
      return 'cause';
    case 'closed':
    case 'cancelled':
      return 'nobody';
    default:
      return 'desk';
  }
}
