import { type Subsystem, subsystems } from '../../shared/devices/facts';
import type { OutlineNode, WayToLook } from '../../shared/devices/outline';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';

interface Placed {
  id: string;
  code: string;
  name: string;
  nameKey: string;
  upstreamKey: string;
  upstream: string;
  subsystem: Subsystem;
  area: string;
}

/** The register as a tree of what holds devices, parents before their children: subsystems, areas, or devices that others hang from. */
export function outlineOf(raw: Raw, by: WayToLook): OutlineNode[] {
  const devices = statement<[], Placed>(
    raw,
    `SELECT id, code, doc ->> '$.facts.name' AS name, name_key AS nameKey, upstream_key AS upstreamKey, doc ->> '$.facts.upstream' AS upstream,
       subsystem, area FROM devices WHERE retired = 0 ORDER BY code, id`,
  ).all();
  if (by === 'subsystem') return twoLevels(devices, 'subsystem', 'area');
  return by === 'area' ? twoLevels(devices, 'area', 'subsystem') : byUpstream(devices);
}

type Level = 'subsystem' | 'area';

function twoLevels(devices: readonly Placed[], outer: Level, inner: Level): OutlineNode[] {
  return inOrder(devices, outer).flatMap(([label, of]) => {
    const parent = `${outer}:${label}`;
    const within = inOrder(of, inner).map(([below, those]): OutlineNode => {
      const filter = { [outer]: label, [inner]: below };
      return { key: `${parent}/${below}`, parent, level: 1, kind: inner, label: below, count: those.length, filter };
    });
    return [{ key: parent, level: 0, kind: outer, label, count: of.length, filter: { [outer]: label } }, ...within];
  });
}

/** Subsystems in the order of the domain, areas by size of what they hold; what names none comes last. */
function inOrder(devices: readonly Placed[], level: Level): [string, Placed[]][] {
  const groups = new Map<string, Placed[]>();
  for (const device of devices) {
    const group = groups.get(device[level]);
    if (group) group.push(device);
    else groups.set(device[level], [device]);
  }
  const place = ([label, of]: [string, Placed[]]) =>
    level === 'subsystem' ? subsystems.indexOf(label as Subsystem) : label === '' ? Number.POSITIVE_INFINITY : -of.length;
  return [...groups].sort((a, b) => place(a) - place(b) || (a[0] < b[0] ? -1 : 1));
}

function byUpstream(devices: readonly Placed[]): OutlineNode[] {
  const named = new Map<string, Placed[]>();
  for (const device of devices) {
    for (const key of new Set([device.nameKey, device.code])) if (key !== '') push(named, key, device);
  }
  const below = new Map<string, Placed[]>();
  const roots: Placed[] = [];
  const unknown = new Map<string, Placed[]>();
  let alone = 0;
  for (const device of devices) {
    const above = named.get(device.upstreamKey)?.filter(({ id }) => id !== device.id) ?? [];
    for (const upstream of above) push(below, upstream.id, device);
    if (device.upstreamKey === '') alone += 1;
    if (above.length === 0) {
      roots.push(device);
      if (device.upstreamKey !== '') push(unknown, device.upstream, device);
    }
  }
  const seen = new Set<string>();
  const nodes: OutlineNode[] = [];
  const add = (device: Placed, level: number, parent: string | undefined) => {
    // Each stands once, under the first it hangs from: that also ends circles.
    if (!below.has(device.id) || seen.has(device.id)) return;
    seen.add(device.id);
    const key = device.id;
    const count = reached(device, below);
    nodes.push({ key, ...(parent ? { parent } : {}), level, kind: 'device', label: device.name, count, filter: { below: device.id } });
    for (const next of below.get(device.id) ?? []) add(next, level + 1, key);
  };
  for (const device of roots) add(device, 0, undefined);
  for (const device of devices) add(device, 0, undefined);
  if (alone > 0) nodes.push({ key: 'none', level: 0, kind: 'noUpstream', label: '', count: alone, filter: { upstream: '' } });
  if (unknown.size > 0) {
    const all = [...unknown.values()].reduce((sum, those) => sum + those.length, 0);
    nodes.push({ key: 'unknown', level: 0, kind: 'unknownUpstreams', label: '', count: all });
    for (const [label, those] of [...unknown].sort((a, b) => b[1].length - a[1].length)) {
      const key = `unknown/${label}`;
      nodes.push({ key, parent: 'unknown', level: 1, kind: 'unknownUpstream', label, count: those.length, filter: { upstream: label } });
    }
  }
  return nodes;
}

function reached(device: Placed, below: ReadonlyMap<string, Placed[]>): number {
  const found = new Set([device.id]);
  const waiting = [device.id];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of below.get(id) ?? []) {
      if (found.has(next.id)) continue;
      found.add(next.id);
      waiting.push(next.id);
    }
  }
  return found.size - 1;
}

function push(groups: Map<string, Placed[]>, key: string, device: Placed): void {
  const group = groups.get(key);
  if (group) group.push(device);
  else groups.set(key, [device]);
}
