import { inForce } from '../in-force';
import type { PlanPost, PlanShape } from '../plans/template-format';
import { isSamePerson, type PersonReference } from '../references';
import { type Instant, minute } from '../time';
import type { callOutcomes } from './events';
import { type RunState, type SaidAs, saidAs } from './said';

/** Called and not reached for so long: silent, and shown to the leader. */
export const silentAfter = 15 * minute;

export interface PostState extends PlanPost {
  group: string;
  people: PersonReference[];
  /** How many are missing. */
  unfilled: number;
  /** Two desks filled it differently apart. */
  sides: SaidAs<'fillPost'>[];
  replaces: string[];
}

/** Who holds each post of the run now, in the order of the plan. */
export function postsOf(run: RunState, plan: Pick<PlanShape, 'groups'>): PostState[] {
  return plan.groups.flatMap((group) =>
    group.posts.map((post) => {
      const standing = inForce(saidAs(run, 'fillPost').filter((filled) => filled.post === post.code));
      const people = standing.at(-1)?.people ?? run.activated?.posts.find((filled) => filled.post === post.code)?.people ?? [];
      return {
        ...post,
        group: group.code,
        people,
        unfilled: Math.max(0, post.count - people.length),
        sides: standing.length > 1 ? standing : [],
        replaces: standing.map(({ entry }) => entry),
      };
    }),
  );
}

/** Holders of the posts that lead the group a post belongs to. */
export function leadersOf(posts: readonly PostState[], post: string): PersonReference[] {
  const group = posts.find(({ code }) => code === post)?.group;
  return posts.filter((one) => one.group === group && one.leads).flatMap(({ people }) => people);
}

export type CallOutcome = (typeof callOutcomes)[number] | 'notCalled';

export interface CalledPerson {
  person: PersonReference;
  /** Codes of the posts held. */
  posts: string[];
  outcome: CallOutcome;
  /** When that was recorded. */
  at?: Instant;
  expectedAt?: Instant;
  note: string;
  /** How often somebody called. */
  calls: number;
  /** Called, and not reached for {@link silentAfter}; or expected, and not there. */
  silent: boolean;
}

/** The call-out (调集) person by person: who holds a post, and whoever was called besides. An arrival is not undone by a later call. */
export function callOutOf(run: RunState, posts: readonly PostState[], now: Instant): CalledPerson[] {
  const called: CalledPerson[] = [];
  const entryOf = (person: PersonReference): CalledPerson => {
    let one = called.find((other) => isSamePerson(other.person, person));
    if (!one) called.push((one = { person, posts: [], outcome: 'notCalled', note: '', calls: 0, silent: false }));
    return one;
  };
  for (const { code, people } of posts) for (const person of people) entryOf(person).posts.push(code);
  for (const { person, outcome, at, expectedAt, note } of saidAs(run, 'call')) {
    const one = entryOf(person);
    one.calls++;
    if (one.outcome === 'arrived') continue;
    one.outcome = outcome;
    one.at = at;
    one.note = note;
    if (expectedAt === undefined) delete one.expectedAt;
    else one.expectedAt = expectedAt;
  }
  for (const one of called) one.silent = isSilent(one, now);
  return called;
}

/** Called and not reached for {@link silentAfter}, or expected and not there: a screen asks again as time passes. */
export function isSilent({ outcome, at, expectedAt }: Pick<CalledPerson, 'outcome' | 'at' | 'expectedAt'>, now: Instant): boolean {
  if (outcome === 'reached') return expectedAt !== undefined && now > expectedAt;
  return (outcome === 'called' || outcome === 'noAnswer') && at !== undefined && now > at + silentAfter;
}

export interface RollCallState {
  id: string;
  startedAt: Instant;
  closesAt: Instant;
  by: string;
  people: { person: PersonReference; answer: 'present' | 'absent' | 'silent'; at?: Instant; note: string }[];
}

/** Every roll call, the last one first. Who has not answered is silent; a later answer counts. */
export function rollCallsOf(run: RunState): RollCallState[] {
  const answers = saidAs(run, 'answerRollCall');
  return saidAs(run, 'startRollCall')
    .map(({ entry, at, minutes, author, people }) => ({
      id: entry,
      startedAt: at,
      closesAt: at + minutes * minute,
      by: author,
      people: people.map((person) => {
        const answer = answers.findLast((one) => one.rollCall === entry && isSamePerson(one.person, person));
        return answer
          ? { person, answer: answer.present ? ('present' as const) : ('absent' as const), at: answer.at, note: answer.note }
          : { person, answer: 'silent' as const, note: '' };
      }),
    }))
    .toReversed();
}
