import type { PayloadOf } from '../../shared/event';
import { inForce } from '../../shared/in-force';
import type { plannedWorkHung } from '../../shared/planned-work/events';
import type { WorkMoment } from '../../shared/planned-work/record';
import type { WorkTimes } from '../../shared/planned-work/state';
import type { Instant } from '../../shared/time';

/** A line of the timeline as it is kept. */
export interface KeptMoment extends Omit<WorkMoment, 'letter'> {
  station: string;
  replaces: string[];
}

/** What the entries of one work amount to: its hanging, and everything said of it. */
export interface Work {
  /** Undefined while only later entries of the work have arrived. */
  hanging?: PayloadOf<typeof plannedWorkHung>;
  timeline: KeptMoment[];
}

/** A statement of how long a work goes on, or that it ended. */
export type Turn = KeptMoment & Required<Pick<KeptMoment, 'outcome' | 'end'>>;

function isTurn(moment: KeptMoment): moment is Turn {
  return moment.outcome !== undefined && moment.end !== undefined;
}

/** The statements in force: more than one when desks that were apart each made one. */
export function turnsInForce(work: Work): Turn[] {
  return inForce(work.timeline.filter(isTurn));
}

/** Where a work stands, whatever the hour; what it is at a moment is read off it (shared/planned-work/state.ts). */
export interface Standing extends WorkTimes {
  restored: boolean | undefined;
  /** When the tag was put on record. */
  hungAt: Instant;
  /** Ends that were announced, with the lead times they were announced by; ends that were noticed to be over. */
  announced: { end: Instant; before: number }[];
  overdueNoted: Instant[];
  /** Statements that contradict each other; empty when none do. */
  sides: Turn[];
}

/**
 * Reads a work off its timeline. Extended to different ends, or taken down at one desk and extended at the other: contested, and
 * the tag stands, with the earlier end, until a person settles it. Two who say the same do not contest.
 */
export function standingOf(work: Work): Standing {
  const { hanging, timeline } = work;
  const turns = turnsInForce(work);
  const said = new Set(turns.map(({ outcome, end, restored }) => (outcome === 'standing' ? `until ${end}` : `${outcome} ${restored}`)));
  const contested = said.size > 1;
  const [turn] = turns;
  const outcome = contested ? 'standing' : (turn?.outcome ?? 'standing');
  const first = timeline[0]?.at ?? 0;
  const ended = outcome === 'standing' ? undefined : Math.min(...turns.map(({ endedAt, at }) => endedAt ?? at));
  return {
    outcome,
    starts: hanging?.starts ?? first,
    end: turns.length === 0 ? (hanging?.end ?? first) : Math.min(...turns.map(({ end }) => end)),
    endedAt: ended,
    restored: outcome === 'takenDown' ? turn?.restored : undefined,
    hungAt: timeline.find(({ verb }) => verb === 'hang')?.at ?? first,
    announced: timeline.flatMap(({ verb, end, before }) =>
      verb === 'announce' && end !== undefined && before !== undefined ? [{ end, before }] : [],
    ),
    overdueNoted: timeline.flatMap(({ verb, end }) => (verb === 'overdue' && end !== undefined ? [end] : [])),
    sides: contested ? turns : [],
  };
}
