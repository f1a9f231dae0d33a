import { isGoalMet } from '../../shared/faults/figures';
import type { GoalLine } from '../../shared/periodic-duties/contract';
import { dateAfter } from '../../shared/roster/pattern';
import type { Goal } from '../../shared/service-profiles/profile';
import { dateIn } from '../../shared/time';
import { figuresOf } from '../faults';
import { allPeople, type StoredPerson } from '../people';
import { profilesInUse } from '../service-profiles';
import type { DutyContext } from './demanded';
import { improvementsOf } from './read';

/** Goals of every profile in use, as far as this month, or a month before, tells them (domain.md 3). */
export function goalLines(context: DutyContext, asked: string | undefined): GoalLine[] {
  const today = dateIn(context.zone, context.now);
  const month = asked ?? today.slice(0, 7);
  const profiles = profilesInUse(context).filter(({ profile }) => profile.goals.length > 0);
  if (profiles.length === 0) return [];
  const from = `${month}-01`;
  const last = dateAfter(`${nextMonth(month)}-01`, -1);
  const measured = from > today ? [] : figuresOf(context, { from, until: last < today ? last : today }).goals;
  const improvements = improvementsOf(context, month);
  let register: StoredPerson[] | undefined;
  const people = () => (register ??= allPeople(context.db).filter(({ left }) => left === undefined || left === null));
  return profiles.flatMap(({ profile }) =>
    profile.goals.map((goal): GoalLine => {
      const figure = measured.find((one) => one.profile === profile.code && one.measure === goal.measure && one.atLeast === goal.atLeast);
      const counted = goal.measure === 'resident' || goal.measure === 'behindPost' ? staffed(goal, people()) : undefined;
      const actual = counted?.actual ?? figure?.actual;
      return {
        profile: profile.code,
        profileName: profile.name,
        goal: goal.code,
        name: goal.name,
        measure: goal.measure,
        per: goal.per,
        month,
        atLeast: goal.atLeast,
        ...(actual === undefined ? {} : { actual }),
        of: counted?.of ?? figure?.of ?? 0,
        standing: isGoalMet(actual, goal.atLeast),
        ...(goal.otherwise ? { otherwise: goal.otherwise } : {}),
        improvements: improvements.filter((one) => one.profile === profile.code && one.goal === goal.code),
      };
    }),
  );
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}

/**
 * What the register of people tells of staffing: those whose post or responsibility says that they are resident (驻场); of posts
 * that are called core posts (核心), the least number of deputies behind one. Says it nothing, the value is not known.
 */
function staffed({ measure }: Pick<Goal, 'measure'>, people: readonly StoredPerson[]): { actual: number; of: number } | undefined {
  const named = (word: string) => people.filter(({ post, responsibility }) => post.includes(word) || responsibility.includes(word));
  if (measure === 'resident') {
    const residents = named('驻场');
    return residents.length === 0 ? undefined : { actual: residents.length, of: residents.length };
  }
  const core = named('核心');
  if (core.length === 0) return undefined;
  return { actual: Math.min(...core.map(({ deputies }) => deputies.length)), of: core.length };
}
