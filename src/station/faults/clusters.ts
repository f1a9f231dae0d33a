import { clusterFresh, clustersOf, type Struck } from '../../shared/faults/clusters';
import { type FaultCluster, mostFolded } from '../../shared/faults/contract';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import { deviceById, devicesAbove } from '../devices';
import { profilesInUse } from '../service-profiles';
import type { ClockContext } from './profile-of-fault';
import { cardColumns, type CardRow, lineOf } from './read';

interface StruckRow extends Struck {
  class: string;
  profile: string;
}

/** Groups of open faults that may have one cause: the rule stands in shared/faults/clusters.ts. */
export function faultClusters(context: ClockContext): FaultCluster[] {
  const { raw, now } = context;
  const struck = statement<[number], StruckRow>(
    raw,
    `SELECT id, device_id AS device, reported_at AS reportedAt, class, profile FROM faults
     WHERE open = 1 AND reported_at >= ? AND device_id IS NOT NULL`,
  ).all(now - clusterFresh);
  return clustersOf(struck, devicesAbove(raw)).flatMap(({ cause, faults }) => {
    const device = deviceById(raw, cause);
    const [first] = faults;
    if (!device || !first) return [];
    const { id, code, name, place, subsystem } = device;
    return [
      {
        key: `${id}/${first.id}`,
        cause: { id, code, name, place, subsystem },
        faults: faults.slice(0, mostFolded).map((fault) => fault.id),
        firstAt: first.reportedAt,
        lastAt: faults.at(-1)?.reportedAt ?? first.reportedAt,
        ...gravest(context, faults),
        open: openOn(raw, id),
      },
    ];
  });
}

/** Most of them run under one profile; of their classes the one that stands first in it. */
function gravest(context: ClockContext, faults: readonly StruckRow[]): { profile: string; class: string } {
  const inUse = profilesInUse(context);
  const usual = inUse[0]?.profile.code ?? '';
  const counts = new Map<string, number>();
  for (const { profile } of faults) counts.set(profile || usual, (counts.get(profile || usual) ?? 0) + 1);
  const [profile = usual] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const classes = new Set(faults.filter((fault) => (fault.profile || usual) === profile).map((fault) => fault.class));
  const known = inUse.find((one) => one.profile.code === profile)?.profile.classes.map(({ code }) => code) ?? [];
  return { profile, class: known.find((code) => classes.has(code)) ?? [...classes][0] ?? 'B' };
}

function openOn(raw: Raw, device: string): FaultCluster['open'] {
  return statement<[string], CardRow>(raw, `SELECT ${cardColumns} FROM faults WHERE open = 1 AND device_id = ? ORDER BY reported_at, id`)
    .all(device)
    .map(lineOf);
}
