import type { Context } from '../../src/station/handler';
import type { Station } from '../../src/station/station';
import { exchange, trust } from './exchange';
import { founded, memoryStation } from './memory-station';

/** Two founded stations that know one another and speak only when told to. */
export async function apartDesks(seed: string, start?: number) {
  const east = await founded(memoryStation(`${seed} east`, ':memory:', start), 'A');
  const west = await founded(memoryStation(`${seed} west`, ':memory:', start), 'B');
  trust(east.station, west.station);
  return {
    east,
    west,
    meet: () => exchange(east.station, west.station),
    pass(milliseconds: number) {
      for (const { clock } of [east, west]) clock.pass(milliseconds);
    },
  };
}

/** What no call hands to a handler's neighbour slices: the station's tables and the moment. */
export function contextOf({
  station,
  clock,
}: {
  station: Station;
  clock: { now(): number };
}): Pick<Context, 'raw' | 'db' | 'now' | 'zone'> {
  const { raw, db } = station.journal;
  return { raw, db, now: clock.now(), zone: 'Asia/Shanghai' };
}
