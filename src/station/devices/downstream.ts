import type { Raw } from '../database/open';
import { statement } from '../database/statements';

/**
 * Ids of all devices in service that hang from this one, directly or through others, nearest level first. A device names its
 * upstream by name (or code); where several bear that name it hangs from each. Circles end where they began.
 */
export function downstreamOf(raw: Raw, id: string): string[] {
  return statement<[string, string], string>(
    raw,
    // UNION keeps each device once, which also ends circles.
    `WITH RECURSIVE below (id, name_key, code) AS (
       SELECT id, name_key, code FROM devices WHERE id = ?
       UNION
       SELECT d.id, d.name_key, d.code FROM below JOIN devices d
         ON d.upstream_key IN (below.name_key, below.code) AND d.upstream_key <> '' AND d.retired = 0
     )
     SELECT id FROM below WHERE id <> ?`,
  )
    .pluck()
    .all(id, id);
}
