import { hour, type Instant, minute } from '../time';

/** Fewer than this may be chance. */
export const fewestInCluster = 3;
/** Reported within this of one another, ms (issue 4, «Must show»: 48 within 90 s on one switch). */
export const clusterSpan = 10 * minute;
/** What was reported longer ago is not proposed any more, ms: somebody has looked at it since. */
export const clusterFresh = 12 * hour;
/** Most proposals at once: more lines are not read. */
export const mostClusters = 5;

/** An open fault on a device of the register. */
export interface Struck {
  id: string;
  device: string;
  reportedAt: Instant;
}

/** Faults that may have one cause: the device they all hang from. */
export interface Cluster<S extends Struck = Struck> {
  cause: string;
  /** In order of report. */
  faults: S[];
}

/**
 * Groups of faults on devices below one device, reported close to one another, the largest first. The cause proposed is the
 * lowest device that holds more than half of a group: one dead switch among many does not accuse the core above it, five
 * at once do. `above` names the devices a device hangs from, all the way up.
 */
export function clustersOf<S extends Struck>(struck: readonly S[], above: (device: string) => ReadonlySet<string>): Cluster<S>[] {
  let left = [...struck].sort((one, other) => one.reportedAt - other.reportedAt || (one.id < other.id ? -1 : 1));
  const found: Cluster<S>[] = [];
  while (found.length < mostClusters) {
    const groups = groupsOf(left, above);
    let best = groups[0];
    if (!best) break;
    for (let lower = lowerOf(best, groups, above); lower; lower = lowerOf(best, groups, above)) best = lower;
    found.push(best);
    const taken = new Set<S>(best.faults);
    left = left.filter((one) => !taken.has(one));
  }
  return found.sort((one, other) => other.faults.length - one.faults.length);
}

/** The largest group of each device, the largest of all first. */
function groupsOf<S extends Struck>(struck: readonly S[], above: (device: string) => ReadonlySet<string>): Cluster<S>[] {
  const below = new Map<string, S[]>();
  for (const one of struck) {
    for (const cause of above(one.device)) {
      const known = below.get(cause);
      if (known) known.push(one);
      else below.set(cause, [one]);
    }
  }
  return [...below]
    .map(([cause, all]) => ({ cause, faults: densest(all) }))
    .filter(({ faults }) => faults.length >= fewestInCluster)
    .sort((one, other) => other.faults.length - one.faults.length || (one.cause < other.cause ? -1 : 1));
}

/** The most that were reported within the span of one another; of equals the earliest. */
function densest<S extends Struck>(ordered: readonly S[]): S[] {
  let from = 0;
  let best = { from: 0, count: 0 };
  for (const [at, one] of ordered.entries()) {
    while (one.reportedAt - (ordered[from] as S).reportedAt > clusterSpan) from += 1;
    if (at - from + 1 > best.count) best = { from, count: at - from + 1 };
  }
  return ordered.slice(best.from, best.from + best.count);
}

function lowerOf<S extends Struck>(
  cluster: Cluster<S>,
  groups: readonly Cluster<S>[],
  above: (device: string) => ReadonlySet<string>,
): Cluster<S> | undefined {
  const held = new Set<S>(cluster.faults);
  return groups.find(
    ({ cause, faults }) =>
      cause !== cluster.cause &&
      above(cause).has(cluster.cause) &&
      // Where devices name one another in a circle neither is below.
      !above(cluster.cause).has(cause) &&
      faults.filter((one) => held.has(one)).length * 2 > cluster.faults.length,
  );
}
