import type { RunRecord, RunStep } from '../../shared/plan-runs/record';

/** What of the steps is shown, in the order of the number keys. */
export const stepFilters = ['mine', 'group', 'overdue', 'open', 'all'] as const;
export type StepFilter = (typeof stepFilters)[number];

/** Nothing is left to do: done or set aside, and no fault it found is open. */
export function isSettledRow({ standing }: Pick<RunStep, 'standing'>): boolean {
  return standing !== 'open' && standing !== 'failed';
}

/** Posts of the groups in which the officer holds one. */
export function postsOfOwnGroups(
  run: Pick<RunRecord, 'posts' | 'stepList'>,
  self: { name: string; personId?: string | undefined },
): Set<string> {
  const own = new Set(
    run.posts
      .filter(({ people }) =>
        people.some(({ id, name }) => (id !== undefined && self.personId !== undefined ? id === self.personId : name === self.name)),
      )
      .map(({ group }) => group),
  );
  return new Set(run.posts.filter(({ group }) => own.has(group)).map(({ code }) => code));
}

/** Whether a step is shown. A contested one is shown wherever it would be open: somebody must settle it. */
export function passes(step: RunStep, filter: StepFilter, groupPosts: ReadonlySet<string>): boolean {
  const open = !isSettledRow(step) || step.sides.length > 0 || step.openFaults > 0;
  switch (filter) {
    case 'mine':
      return step.mine && open;
    case 'group':
      return groupPosts.has(step.who) && open;
    case 'overdue':
      return step.urgency === 'red';
    case 'open':
      return open;
    case 'all':
      return true;
  }
}
