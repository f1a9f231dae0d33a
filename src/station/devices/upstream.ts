import type { Raw } from '../database/open';
import { statement } from '../database/statements';

interface Link {
  id: string;
  nameKey: string;
  upstreamKey: string;
  code: string;
}

/**
 * Reads the register once and then names, for any device, the devices it hangs from, directly or through others; linked as
 * `downstreamOf` links them. Circles end where they began.
 */
export function devicesAbove(raw: Raw): (id: string) => ReadonlySet<string> {
  const links = statement<[], Link>(
    raw,
    'SELECT id, name_key AS nameKey, upstream_key AS upstreamKey, code FROM devices WHERE retired = 0 ORDER BY id',
  ).all();
  const byId = new Map(links.map((link) => [link.id, link]));
  const byKey = new Map<string, string[]>();
  for (const { id, nameKey, code } of links) {
    for (const key of new Set([nameKey, code])) if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), id]);
  }
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const answered = known.get(id);
    if (answered) return answered;
    const above = new Set<string>();
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const next of byKey.get(byId.get(at)?.upstreamKey ?? '') ?? []) {
        if (next === id || above.has(next)) continue;
        above.add(next);
        open.push(next);
      }
    }
    known.set(id, above);
    return above;
  };
}
