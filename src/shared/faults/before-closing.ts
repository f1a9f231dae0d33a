import type { Instant } from '../time';
import type { Words } from '../service-profiles/profile';
import type { FaultRecord, GuideLine } from './record';

/** A limit that was not kept and that nobody has given a cause for. */
export interface Unexplained {
  clock: string;
  round: number;
  name: Words;
  limit: number;
  dueAt?: number | undefined;
}

type Looked = Pick<FaultRecord, 'clocks' | 'breaches' | 'guide' | 'timeline'>;

/** Limits that were not kept and still need a cause: on record as breaches, or over by now without the station having noticed. */
export function unexplainedOf({ clocks, breaches, timeline }: Looked, now: Instant): Unexplained[] {
  const explained = new Set(timeline.filter(({ verb }) => verb === 'explain').map(({ clock, round }) => `${clock}/${round ?? 1}`));
  const open = new Map<string, Unexplained>();
  const put = (one: Unexplained) => {
    const key = `${one.clock}/${one.round}`;
    if (!explained.has(key) && !open.has(key)) open.set(key, one);
  };
  for (const { clock, round, name, limit, dueAt } of breaches) put({ clock, round, name, limit, dueAt });
  for (const { clock, round, name, limit, dueAt, late, standing } of clocks) {
    if (late || (standing === 'running' && dueAt !== undefined && now > dueAt)) put({ clock, round, name, limit, dueAt });
  }
  return [...open.values()];
}

/** Steps that the profile demands and that are neither done nor set aside with a reason. */
export function stepsOwed({ guide }: Looked): GuideLine[] {
  return guide.filter(({ needed, standing }) => needed && standing === 'open');
}
