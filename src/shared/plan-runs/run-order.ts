import type { RunCard } from './record';

/** What runs first, real before drill, the graver level first, then the newest; what is over after it. */
export function runsInOrder(runs: readonly RunCard[]): RunCard[] {
  const rank = ({ state, drill }: RunCard) => (state === 'running' ? (drill ? 1 : 0) : state === 'ended' ? 2 : 3);
  return [...runs].sort((one, other) => {
    const ranks = rank(one) - rank(other);
    if (ranks !== 0) return ranks;
    return rank(one) < 2 ? one.level - other.level || other.activatedAt - one.activatedAt : other.activatedAt - one.activatedAt;
  });
}
