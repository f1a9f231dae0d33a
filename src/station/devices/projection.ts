import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { canonicalJson } from '../../shared/canonical';
import { type DeviceChanges, deviceChanged, deviceRegistered, deviceRetired } from '../../shared/devices/events';
import { type DeviceFacts, type DeviceField, deviceFields } from '../../shared/devices/facts';
import type { Instant } from '../../shared/time';
import { documentStore, on, projection } from '../journal/projection';
import { normalised } from '../search/normalised';
import { initialsOf } from '../search/initials';

export interface Device {
  /** Undefined while only later entries of the device have arrived. */
  facts?: DeviceFacts;
  registeredAt?: Instant;
  changedAt?: Instant;
  retiredAt?: Instant;
  retiredReason?: string;
  /** Two desks registered it apart: what the second said otherwise, until somebody says the field again. */
  contested?: Contested;
}

type Contested = Partial<Record<DeviceField, (string | number)[]>>;

const unknownDevice: DeviceFacts = {
  code: '',
  name: '',
  type: '',
  subsystem: 'frontEnd',
  area: '',
  place: '',
  upstream: '',
  importance: 'normal',
};

/** The document stands last: what is read of many rows never walks through it. */
export const deviceTable = sqliteTable(
  'devices',
  {
    stream: integer('stream').primaryKey(),
    id: text('id').notNull(),
    code: text('code').notNull(),
    retired: integer('retired').notNull(),
    subsystem: text('subsystem').notNull(),
    area: text('area').notNull(),
    /** Name and initials of the name, for hits that begin there. */
    begins: text('begins').notNull(),
    /** Name and upstream in the form that links one to the other. */
    nameKey: text('name_key').notNull(),
    upstreamKey: text('upstream_key').notNull(),
    searched: text('searched').notNull(),
    doc: text('doc', { mode: 'json' }).$type<Device>().notNull(),
  },
  (table) => [
    index('devices_by_id').on(table.id),
    index('devices_by_code').on(table.code),
    index('devices_by_upstream').on(table.upstreamKey),
  ],
);

/** The first to register it stands; where a second desk said otherwise is kept beside it. */
function registered(device: Device, facts: DeviceFacts, at: Instant): Device {
  if (device.registeredAt === undefined) return { ...device, facts, registeredAt: at };
  const known = device.facts ?? unknownDevice;
  const contested: Contested = { ...device.contested };
  for (const field of deviceFields) {
    const said = facts[field];
    if (said === undefined || said === '' || said === known[field]) continue;
    contested[field] = [...new Set([...(contested[field] ?? []), said])];
  }
  return canonicalJson(contested) === '{}' ? device : { ...device, contested };
}

function changed(device: Device, changes: DeviceChanges, at: Instant): Device {
  const facts = Object.fromEntries(
    Object.entries({ ...(device.facts ?? unknownDevice), ...changes }).filter(([, value]) => value !== null && value !== undefined),
  ) as DeviceFacts;
  const { contested, ...rest } = device;
  const open = Object.fromEntries(Object.entries(contested ?? {}).filter(([field]) => !(field in changes)));
  return { ...rest, facts, changedAt: at, ...(Object.keys(open).length > 0 ? { contested: open } : {}) };
}

export const deviceProjection = projection<Device>({
  slice: 'devices',
  kind: 'device',
  version: 2,
  initial: () => ({}),
  folds: [
    on(deviceRegistered, (device: Device, { from: _, ...facts }, { at }) => registered(device, facts, at)),
    on(deviceChanged, (device: Device, { from: _, ...changes }, { at }) => changed(device, changes, at)),
    // Retired at both desks: the first reason stands.
    on(deviceRetired, (device: Device, { reason }, { at }) =>
      device.retiredAt === undefined ? { ...device, retiredAt: at, retiredReason: reason } : device,
    ),
  ],
  tables: [deviceTable],
  open: (raw) =>
    documentStore<Device>(raw, deviceTable, (device) => {
      const { code, name, type, subsystem, area, place, upstream, ip } = device.facts ?? unknownDevice;
      return {
        code: normalised(code),
        retired: device.retiredAt === undefined ? 0 : 1,
        subsystem,
        area,
        begins: normalised(`${name}\n${joinedInitials(name)}`),
        name_key: linkKey(name),
        upstream_key: linkKey(upstream),
        searched: normalised([name, joinedInitials(name), code, type, area, place, joinedInitials(place), ip ?? '', upstream].join('\n')),
      };
    }),
});

/** Initials across hyphens and figures too: `东城-滨河路` is found by `dcbhl`. */
function joinedInitials(text: string): string {
  return initialsOf(text).replaceAll(' ', '');
}

/** One form of a device's name, in which the devices below it name it too. */
export function linkKey(name: string): string {
  return normalised(name).replace(/\s+/gu, '');
}
