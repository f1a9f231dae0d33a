import { availabilityOf, type Outage } from '../../shared/faults/availability';
import type { AvailabilityBucket, availabilityGroupings } from '../../shared/faults/figures-contract';
import { type Instant, instantIn } from '../../shared/time';
import { deviceById, placedDevices } from '../devices';
import { type FaultFacts, factsStanding, outagesByFacts } from './facts-of-figures';
import type { ClockContext } from './profile-of-fault';

/** One device in a period, as far as its faults tell. */
interface DeviceShare {
  subsystem: string;
  area: string;
  share: number;
  /** Faults that kept it from being in order. */
  faults: FaultFacts[];
}

type AvailabilityGrouping = (typeof availabilityGroupings)[number];

/** Every device of the register, by subsystem and area, of which something is known in a period; the same arithmetic as for one device. */
export function sharesOfDevices(
  context: ClockContext,
  period: { from: Instant; until: Instant },
  filter: { subsystem?: string | undefined; area?: string | undefined },
): DeviceShare[] {
  const { raw, zone, now } = context;
  const to = Math.min(now, period.until);
  const byDevice = new Map<string, { facts: FaultFacts; outages: Outage[] }[]>();
  for (const facts of factsStanding(context, period.from, period.until)) {
    const known = byDevice.get(facts.deviceId as string);
    const one = { facts, outages: outagesByFacts(context, facts) };
    if (known) known.push(one);
    else byDevice.set(facts.deviceId as string, [one]);
  }
  return placedDevices(raw).flatMap(({ id, subsystem, area }): DeviceShare[] => {
    if (filter.subsystem !== undefined && filter.subsystem !== subsystem) return [];
    if (filter.area !== undefined && filter.area !== area) return [];
    const record = deviceById(raw, id);
    if (!record) return [];
    const began = record.inServiceSince === undefined ? 0 : (instantIn(zone, record.inServiceSince, '00:00') ?? 0);
    const knownSince = Math.max(record.registeredAt, began);
    const own = { from: period.from, to: Math.min(to, record.retiredAt ?? to) };
    const each = byDevice.get(id) ?? [];
    const { share } = availabilityOf(
      each.flatMap(({ outages }) => outages),
      own,
      knownSince,
    );
    if (share === undefined) return [];
    const since = Math.max(own.from, knownSince);
    const faults = each.filter(({ outages }) => outages.some((one) => one.from < own.to && (one.to ?? now) > since));
    return [{ subsystem, area, share, faults: faults.map(({ facts }) => facts) }];
  });
}

const keyIn = { all: () => 'all', subsystem: (one: DeviceShare) => one.subsystem, area: (one: DeviceShare) => one.area };

/** The average of each subsystem or area; the lowest first. */
export function availabilityBuckets(
  shares: readonly DeviceShare[],
  before: readonly DeviceShare[],
  grouping: AvailabilityGrouping,
): AvailabilityBucket[] {
  const keyOf = keyIn[grouping];
  const keys = [...new Set(grouping === 'all' ? ['all'] : shares.map(keyOf))].sort();
  const average = (list: readonly DeviceShare[]) =>
    list.length === 0 ? undefined : list.reduce((sum, { share }) => sum + share, 0) / list.length;
  return keys
    .map((key) => {
      const own = shares.filter((one) => keyOf(one) === key);
      const share = average(own);
      const shareBefore = average(before.filter((one) => keyOf(one) === key));
      return {
        key,
        devices: own.length,
        faults: own.reduce((sum, { faults }) => sum + faults.length, 0),
        ...(share === undefined ? {} : { share }),
        ...(shareBefore === undefined ? {} : { shareBefore }),
      };
    })
    .sort((one, other) => (one.share ?? 1) - (other.share ?? 1));
}

/** The faults behind one of {@link availabilityBuckets}. */
export function faultsBehind(shares: readonly DeviceShare[], grouping: AvailabilityGrouping, key: string): FaultFacts[] {
  return shares.filter((one) => keyIn[grouping](one) === key).flatMap(({ faults }) => faults);
}
