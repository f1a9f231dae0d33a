import type { planRuns as contract } from '../../shared/plan-runs/contract';
import { planRunKitIssued, planRunKitReturned } from '../../shared/plan-runs/events';
import { kitMovesOf, kitOf, loadsOf, outOf } from '../../shared/plan-runs/kit';
import { type HandlersOf, refuse } from '../handler';
import { stepOfRun } from './running';

type Handlers = Pick<HandlersOf<typeof contract>, 'issueKit' | 'returnKit'>;

/** Kit and vehicles of a run, issued and taken back against the list. */
export const kitHandlers: Handlers = {
  issueKit: stepOfRun(({ id, ...issue }, { run, plan, author }) => {
    const kit = kitOf(run, plan);
    const stranger = issue.lines.find(({ item }) => !kit.some(({ code }) => code === item));
    return stranger ? refuse('noSuchItem', { item: stranger.item }) : planRunKitIssued(id, { author, ...issue });
  }),
  returnKit: stepOfRun(({ id, lines, by, vehicle, lost, note }, { run, plan, author }) => {
    if (lost && note === '') return refuse('noteNeeded');
    const kit = kitOf(run, plan);
    const load = vehicle === '' ? undefined : loadsOf(kitMovesOf(run)).find((one) => one.vehicle === vehicle);
    for (const { item, count } of lines) {
      const known = kit.find(({ code }) => code === item);
      if (!known) return refuse('noSuchItem', { item });
      const loaded = load?.items.find((one) => one.item === item);
      const all = outOf(known);
      const out = vehicle === '' ? all : Math.min(all, loaded ? outOf(loaded) : 0);
      if (count > out) return refuse('moreThanIssued', { name: known.name.zh, nameEn: known.name.en, out });
    }
    return planRunKitReturned(id, { author, lines, by, ...(vehicle === '' ? {} : { vehicle }), lost, note });
  }),
};
