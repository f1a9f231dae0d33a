import type { Subsystem } from '../../shared/devices/facts';
import type { Raw } from '../database/open';
import { statement } from '../database/statements';

/** Where a device stands and what it hangs on: all that asking for many of them at once needs. */
export interface PlacedDevice {
  id: string;
  name: string;
  area: string;
  subsystem: Subsystem;
  place: string;
  /** Name of the device above; blank when there is none. */
  upstream: string;
  retired: boolean;
}

/** Every device that is registered, the retired ones too: a record may still speak of them. */
export function placedDevices(raw: Raw): PlacedDevice[] {
  return statement<[], Omit<PlacedDevice, 'retired'> & { retired: 0 | 1 }>(
    raw,
    `SELECT id, area, subsystem, retired, coalesce(doc ->> '$.facts.name', '') AS name, coalesce(doc ->> '$.facts.place', '') AS place,
       coalesce(doc ->> '$.facts.upstream', '') AS upstream FROM devices ORDER BY id`,
  )
    .all()
    .map(({ retired, ...device }) => ({ ...device, retired: retired === 1 }));
}
