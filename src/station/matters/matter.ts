import type { PayloadOf } from '../../shared/event';
import type { matterOpened } from '../../shared/matters/events';
import type { MatterMoment, MatterState, MatterTopic } from '../../shared/matters/record';
import type { PersonReference } from '../../shared/references';
import { inForce } from '../../shared/in-force';
import type { Instant } from '../../shared/time';

/** A line of the timeline as it is kept. */
export interface KeptMoment extends Omit<MatterMoment, 'letter'> {
  station: string;
  /** What it replaced, for the topics it speaks of. */
  replaces: string[];
  /** The topic a settlement speaks of. */
  topic?: MatterTopic;
}

export type Opening = PayloadOf<typeof matterOpened>;

/** What the entries of one matter amount to: its opening, and everything that was said of it. */
export interface Matter {
  /** Undefined while only later entries of the matter have arrived. */
  opening?: Opening;
  timeline: KeptMoment[];
}

type Outcome = 'open' | 'done' | 'cancelled';
const outcomes: Partial<Record<KeptMoment['verb'], Outcome>> = { finish: 'done', cancel: 'cancelled', reopen: 'open' };

/** The topic a moment says something of that another desk may have said differently. */
function speaksOf(moment: KeptMoment): MatterTopic | undefined {
  if (moment.verb === 'settle') return moment.topic;
  if (moment.verb === 'progress') return moment.deadline === undefined ? undefined : 'deadline';
  return outcomes[moment.verb] ? 'outcome' : undefined;
}

/** What stands of a topic: more than one when desks that were apart said something. */
export function standing(matter: Matter, topic: MatterTopic): KeptMoment[] {
  return inForce(matter.timeline.filter((moment) => speaksOf(moment) === topic));
}

function outcomeOf(moment: KeptMoment): Outcome {
  return moment.outcome ?? outcomes[moment.verb] ?? 'open';
}

/** Where a matter stands now. */
export interface Standing {
  state: MatterState;
  since: Instant;
  receivedAt: Instant;
  deadline: Instant | undefined;
  holder: PersonReference | undefined;
  next: string;
  contests: { topic: MatterTopic; sides: KeptMoment[] }[];
}

/**
 * Reads a matter off its timeline. Done at one desk and cancelled (or reopened) at the other is contested, and shown as open
 * until a person settles it; of two deadlines the earlier one counts meanwhile. Two who say the same do not contest.
 */
export function standingOf(matter: Matter): Standing {
  const { opening, timeline } = matter;
  const ends = standing(matter, 'outcome');
  const deadlines = standing(matter, 'deadline');
  const contests: Standing['contests'] = [];
  if (new Set(ends.map(outcomeOf)).size > 1) contests.push({ topic: 'outcome', sides: ends });
  if (new Set(deadlines.map(({ deadline }) => deadline ?? null)).size > 1) contests.push({ topic: 'deadline', sides: deadlines });

  const last = ends.at(-1);
  const outcome = last === undefined || contests[0]?.topic === 'outcome' ? 'open' : outcomeOf(last);
  const steps = timeline.filter(({ verb }) => verb === 'relay' || verb === 'progress');
  const step = steps.at(-1);
  const state: MatterState = outcome !== 'open' ? outcome : step === undefined ? 'open' : step.verb === 'relay' ? 'relayed' : 'underway';
  const set = deadlines.flatMap(({ deadline }) => deadline ?? []);
  const deadline = deadlines.length === 0 ? (opening?.deadline ?? undefined) : set.length === 0 ? undefined : Math.min(...set);
  const holder = timeline.findLast(({ verb, takesOver }) => verb === 'relay' && takesOver === true)?.to ?? opening?.holder ?? undefined;
  const first = timeline[0]?.at ?? 0;
  const since = outcome === 'open' ? Math.max(step?.at ?? 0, last?.at ?? 0, opening?.receivedAt ?? first) : (last?.at ?? first);
  return {
    state,
    since,
    receivedAt: opening?.receivedAt ?? first,
    deadline,
    holder,
    next: timeline.findLast(({ next }) => next !== undefined && next !== '')?.next ?? '',
    contests,
  };
}
