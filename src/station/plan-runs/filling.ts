import type { PostHolders } from '../../shared/plan-runs/events';
import { rankOfPost, rolesOfPost } from '../../shared/people/posts';
import type { PlanPost, PlanShape } from '../../shared/plans/template-format';
import type { PersonReference } from '../../shared/references';
import type { Context } from '../handler';
import { allPeople, type StoredPerson } from '../people';
import { shiftAt } from '../roster';

/**
 * Who holds each post of a plan when it is activated now (issue 5): posts of the shift by who stands it; the others by the register,
 * whose words for a person's post tell the role, those of the group of that name first. Nobody holds two posts of one plan as long as
 * there are others. What cannot be filled stays open, and is shown red.
 */
export function filledPosts(plan: Pick<PlanShape, 'groups'>, context: Pick<Context, 'db' | 'zone' | 'now'>): PostHolders[] {
  const shift = shiftAt(context, context.now);
  const people = allPeople(context.db)
    .filter(({ left }) => left === undefined)
    .toSorted((one, other) => rankOfPost(one.post) - rankOfPost(other.post) || (one.id < other.id ? -1 : 1));
  const taken = new Set<string>();
  const fromShift = (role: string): PersonReference[] => {
    if (role === 'shiftLeader') return shift.leader ? [shift.leader] : [];
    return role === 'dutyOfficer' ? shift.officers : [];
  };
  const fromRegister = (post: PlanPost, group: string): PersonReference[] => {
    const fits = people.filter((person) => post.filling !== undefined && rolesOfPost(person.post).includes(post.filling.role));
    const free = fits.filter(({ id }) => !taken.has(id));
    const own = (person: StoredPerson) => Number(person.group !== '' && (person.group.includes(group) || group.includes(person.group)));
    return free
      .toSorted((one, other) => own(other) - own(one))
      .slice(0, post.count)
      .map(({ id, name, phone }) => ({ id, name, ...(phone === '' ? {} : { phone }) }));
  };
  return plan.groups.flatMap((group) =>
    group.posts.map((post) => {
      const found =
        post.filling === undefined
          ? []
          : post.filling.from === 'shift'
            ? fromShift(post.filling.role).slice(0, post.count)
            : fromRegister(post, group.name.zh);
      for (const { id } of found) if (id !== undefined) taken.add(id);
      return {
        post: post.code,
        people: found.map(({ id, name, phone }) => ({ ...(id ? { id } : {}), name, ...(phone ? { phone } : {}) })),
      };
    }),
  );
}
