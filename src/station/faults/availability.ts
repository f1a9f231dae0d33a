import { type Availability, availabilityOf, type Outage, outagesOf } from '../../shared/faults/availability';
import { day, type Instant, instantIn } from '../../shared/time';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';
import type { Context } from '../handler';
import { deviceById } from '../devices';
import type { Fault } from './fault';

/** How far duplicates of duplicates are followed. */
const deepest = 10;

export interface DeviceAvailability extends Omit<Availability, 'share'> {
  share?: number;
  knownSince: Instant;
  from: Instant;
  to: Instant;
  faults: number;
  outSince?: Instant;
}

/** Availability of one device over the last `days`, as far as its faults tell; undefined for a device nobody knows. */
export function deviceAvailability({ raw, now, zone }: Context, device: string, days: number): DeviceAvailability | undefined {
  const record = deviceById(raw, device);
  if (!record) return undefined;
  const began = record.inServiceSince === undefined ? 0 : (instantIn(zone, record.inServiceSince, '00:00') ?? 0);
  const knownSince = Math.max(record.registeredAt, began);
  // A device that was retired is judged until then.
  const to = Math.min(now, record.retiredAt ?? now);
  const period = { from: to - days * day, to };
  const each = statement<[string], string>(raw, 'SELECT doc FROM faults WHERE device_id = ?')
    .pluck()
    .all(device)
    .map((doc) => outagesOfFault(raw, JSON.parse(doc) as Fault));
  const { share, known, out } = availabilityOf(each.flat(), period, knownSince);
  const within = (outages: Outage[]) => outages.some((one) => one.from < period.to && (one.to ?? now) > Math.max(period.from, knownSince));
  const standing = each.flat().filter(({ to: end }) => end === undefined);
  return {
    ...(share === undefined ? {} : { share }),
    known,
    out,
    knownSince,
    ...period,
    faults: each.filter(within).length,
    ...(standing.length > 0 ? { outSince: Math.min(...standing.map(({ from }) => from)) } : {}),
  };
}

/** When a fault kept its device from being in order; a duplicate until the fault it was merged into was repaired. */
export function outagesOfFault(raw: Raw, { intake, timeline, mergedInto, state }: Fault, depth = 0): Outage[] {
  const moments = timeline.flatMap(({ at, happenedAt, to }) => (to === undefined ? [] : [{ at: happenedAt ?? at, to }]));
  const found = intake?.foundAt ?? intake?.reportedAt ?? moments[0]?.at;
  if (found === undefined) return [];
  return outagesOf(found, moments, state === 'merged' && mergedInto !== undefined ? endOf(raw, mergedInto, depth) : undefined);
}

/** When the fault that a duplicate was merged into was repaired; undefined while it stands, and where duplicates lead in a circle. */
function endOf(raw: Raw, id: string, depth: number): Instant | undefined {
  const doc = depth < deepest ? statement<[string], string>(raw, 'SELECT doc FROM faults WHERE id = ?').pluck().get(id) : undefined;
  return doc === undefined ? undefined : outagesOfFault(raw, JSON.parse(doc) as Fault, depth + 1).at(-1)?.to;
}
