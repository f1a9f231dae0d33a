import type { EntryFacts } from '../../shared/event';
import {
  plannedWorkCancelled,
  plannedWorkEndAnnounced,
  plannedWorkEndChanged,
  plannedWorkHung,
  plannedWorkNoted,
  plannedWorkOverdueNoted,
  plannedWorkSettled,
  plannedWorkTakenDown,
} from '../../shared/planned-work/events';
import type { WorkVerb } from '../../shared/planned-work/record';
import { type FoldOf, on } from '../journal/projection';
import type { KeptMoment, Work } from './work';

export const unheardWork: Work = { timeline: [] };

type Said = Partial<Omit<KeptMoment, 'entry' | 'verb' | 'at' | 'station' | 'author' | 'text'>>;

function noted(work: Work, verb: WorkVerb, { id, at, station }: EntryFacts, author: string, text: string, said: Said = {}): Work {
  return { ...work, timeline: [...work.timeline, { entry: id, verb, at, station, author, text, replaces: [], ...said }] };
}

/** Everything said of a work is kept in clock order; what it amounts to is read off it (work.ts), so no order can lose anything. */
export const workFolds: FoldOf<Work>[] = [
  // Nobody else can hang the same tag: the first hanging stands. Its end stands among the facts, and is no statement to replace.
  on(plannedWorkHung, (work: Work, hanging, facts) =>
    work.hanging ? work : noted({ ...work, hanging }, 'hang', facts, hanging.author, hanging.reason),
  ),
  on(plannedWorkEndChanged, (work: Work, { author, reason, end, former, replaces }, facts) =>
    noted(work, 'changeEnd', facts, author, reason, { outcome: 'standing', end, former, replaces }),
  ),
  on(plannedWorkNoted, (work: Work, { author, note }, facts) => noted(work, 'note', facts, author, note)),
  on(plannedWorkTakenDown, (work: Work, { author, note, restored, happenedAt, end, replaces }, facts) =>
    noted(work, 'takeDown', facts, author, note, { outcome: 'takenDown', restored, endedAt: happenedAt, end, replaces }),
  ),
  on(plannedWorkCancelled, (work: Work, { author, reason, end, replaces }, facts) =>
    noted(work, 'cancel', facts, author, reason, { outcome: 'cancelled', endedAt: facts.at, end, replaces }),
  ),
  on(plannedWorkSettled, (work: Work, { author, note, side, outcome, end, restored, endedAt, replaces }, facts) =>
    noted(work, 'settle', facts, author, note, {
      side,
      outcome,
      end,
      replaces,
      ...(restored === null ? {} : { restored }),
      ...(endedAt === null ? {} : { endedAt }),
    }),
  ),
  on(plannedWorkEndAnnounced, (work: Work, said, facts) => noticed(work, 'announce', facts, said)),
  on(plannedWorkOverdueNoted, (work: Work, said, facts) => noticed(work, 'overdue', facts, said)),
];

/** What the station says by itself is said once, whichever desk noticed first. */
function noticed(work: Work, verb: 'announce' | 'overdue', facts: EntryFacts, said: { end: number; before?: number }): Work {
  const known = work.timeline.some((moment) => moment.verb === verb && moment.end === said.end && moment.before === said.before);
  return known ? work : noted(work, verb, facts, '', '', said);
}
