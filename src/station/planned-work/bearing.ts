import type { Subsystem } from '../../shared/devices/facts';
import type { WorkScope } from '../../shared/planned-work/events';
import type { PlannedWorkMark } from '../../shared/planned-work/record';
import type { PlacedDevice } from '../devices';
import { normalised } from '../search/normalised';

/** Something a work may bear on: a device of the register, or what is known where there is none. */
export interface Subject {
  device?: string | undefined;
  area?: string | undefined;
  subsystem?: Subsystem | undefined;
  place?: string | undefined;
}

export type Bearing = Pick<PlannedWorkMark, 'by' | 'through'>;

/** The register as it is walked: by id, and by name, because a device above is named, not linked. */
export class DeviceTree {
  private readonly byId: ReadonlyMap<string, PlacedDevice>;
  private readonly byName = new Map<string, PlacedDevice[]>();

  constructor(readonly devices: readonly PlacedDevice[]) {
    this.byId = new Map(devices.map((device) => [device.id, device]));
    for (const device of devices) {
      const name = normalised(device.name);
      this.byName.set(name, [...(this.byName.get(name) ?? []), device]);
    }
  }

  device(id: string | undefined): PlacedDevice | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }

  /** Names of everything above a device, all the way up; a register that names a device its own upstream ends there. */
  namesAbove({ upstream }: PlacedDevice): ReadonlySet<string> {
    const above = new Set<string>();
    const open = [upstream];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      const plain = normalised(name);
      if (plain === '' || above.has(plain)) continue;
      above.add(plain);
      for (const device of this.byName.get(plain) ?? []) open.push(device.upstream);
    }
    return above;
  }
}

/** Shortest place that is looked for within another: one character stands in too many. */
const shortestPart = 2;

/**
 * How a work bears on something, if it does (issue 4, «Planned work»): the device is named; a device above it is, and the work takes
 * down what hangs below; it stands in the area; its place is, or lies within, the place. An area or place may be narrowed to a subsystem.
 */
export function bearingOf(
  { scope, subsystem }: { scope: WorkScope; subsystem: Subsystem | null },
  subject: Subject,
  tree: DeviceTree,
): Bearing | undefined {
  const device = tree.device(subject.device);
  if (scope.kind === 'devices') {
    if (scope.devices.some(({ id }) => id === subject.device)) return { by: 'device', through: '' };
    if (!scope.takesDownBelow || !device) return undefined;
    const above = tree.namesAbove(device);
    // A device renamed since is found by its name of today as well.
    const named = scope.devices.find(({ id, name }) => [name, tree.device(id)?.name ?? ''].some((one) => above.has(normalised(one))));
    return named && { by: 'upstream', through: named.name };
  }
  const part = device?.subsystem ?? subject.subsystem;
  if (subsystem !== null && part !== undefined && part !== subsystem) return undefined;
  if (scope.kind === 'area') {
    const within = [device?.area, subject.area].some((area) => area !== undefined && normalised(area) === normalised(scope.area));
    return within ? { by: 'area', through: scope.area } : undefined;
  }
  const place = normalised(scope.place);
  const within = [device?.place, subject.place].some((one) => {
    const whole = normalised(one ?? '');
    return whole === place || (place.length >= shortestPart && whole.includes(place));
  });
  return within ? { by: 'place', through: scope.place } : undefined;
}
